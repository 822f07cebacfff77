"""Facts about agreements and the built-in restatements: data, read through importlib.resources."""
