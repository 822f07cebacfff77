"""Texts: reading, structure, alignment, differences, the matrix and its exports. Knows no window."""
