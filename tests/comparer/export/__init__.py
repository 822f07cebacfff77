"""Tests of `comparer.export`."""
