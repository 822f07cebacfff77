"""Where the program keeps what the user gives it."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "SYNOPTIC_LIBRARY"
"""The environment variable that names a library for every command."""

_FILE = "library.sqlite"


def library_path(named: str | Path | None = None) -> Path:
    """The file that is meant: what was named, else what the environment names, else the one in the user's data folder.

    Nothing is created or opened.
    """
    if named:
        return Path(named).expanduser()
    if from_environment := os.environ.get(VARIABLE):
        return Path(from_environment).expanduser()
    from platformdirs import user_data_dir  # noqa: PLC0415  (late: most commands are told or find nothing)

    return Path(user_data_dir("Synoptic", appauthor=False)) / _FILE
