"""Pages of the web: their markup told from their words, at the words' own places."""
