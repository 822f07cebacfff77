"""The window: texts, matrix, clauses and reasons. Knows `comparer` and `rules`; neither knows it."""
