"""Tests of `comparer`."""
