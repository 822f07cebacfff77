"""Akoma Ntoso 3.0 (OASIS LegalDocML): its elements as provisions, at their places in the file."""
