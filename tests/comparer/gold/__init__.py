"""Facts about authentic texts, found by reading them."""
