"""What clauses mean: topics and coding, as data with a small engine. Knows only text."""
