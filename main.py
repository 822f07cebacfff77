"""Entry point: without arguments the window, with arguments the command line."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run what was asked for; returns the exit status."""
    arguments = sys.argv[1:]
    if not arguments:
        return _window()
    from comparer.cli import run as command_line  # noqa: PLC0415  (late: the window starts without it)

    status = command_line.main(arguments)
    wants_window = arguments[0] == "demo" and not {"--no-window", "--json", "--help", "-h"}.intersection(arguments)
    if status == command_line.OK and wants_window and _has_display():
        return _window()
    return status


def _has_display() -> bool:
    if sys.platform.startswith(("win", "darwin")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _window() -> int:
    if not _has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        print(  # noqa: T201
            "synoptic: There is no display to open the window on: use the command line (`synoptic --help`), or set "
            "DISPLAY.",
            file=sys.stderr,
        )
        return 1
    try:
        from ui.app import run  # noqa: PLC0415  (late: the command line works where Qt is not installed)
    except ImportError as exc:
        print(  # noqa: T201
            f"synoptic: The window cannot open because Qt does not load here ({exc}): install PySide6-Essentials and "
            "the system's graphics libraries, or use the command line (`synoptic --help`).",
            file=sys.stderr,
        )
        return 1
    return run(())


if __name__ == "__main__":
    sys.exit(main())
