"""What can go wrong for a reason that the user can mend: one sentence that says what, where and what next."""

from __future__ import annotations


class SynopticError(Exception):
    """Base of every error whose message is meant for the user, as a whole sentence. Exit status 1."""


class BadInputError(SynopticError):
    """A file that cannot be read as an agreement."""


class UnknownNameError(SynopticError):
    """An agreement, text, topic or language that is not known. Exit status 2."""


class OutputError(SynopticError):
    """A result that cannot be written where it was asked for."""


class CancelledError(SynopticError):
    """The user stopped the work."""
