"""Which files there are to add: what was named, folders gone through, archives unpacked one member at a time."""

from __future__ import annotations

import stat
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from comparer.errors import BadInputError
from comparer.library.records import Item, Skipped
from comparer.recorded import RECORD_SUFFIX
from comparer.source import LIMIT_MB

MOST_MEMBERS = 20_000
"""Members of one archive that are looked at; the largest collection known to us has 450."""
MOST_UNPACKED_MB = 2_048
"""What all members of one archive may hold together."""

_ARCHIVES = (".tar.gz", ".tgz", ".tar", ".tar.xz", ".tar.bz2")

Skip = Callable[[Skipped], None]


def is_archive(path: Path) -> bool:
    """Whether the name is that of a tar archive."""
    return path.name.lower().endswith(_ARCHIVES)


def count(paths: Iterable[Path]) -> int:
    """About how many files `items` will give; archives count as one. For a progress bar."""
    ignored: list[Skipped] = []
    return sum(1 for path in paths for _ in files_in(path, ignored.append))


def items(paths: Iterable[Path], skip: Skip) -> Iterator[Item]:
    """Every file to be read, in the order of the paths and of the names within folders.

    A member of an archive exists only until `release` is called with its item. What is passed over goes to `skip`.
    """
    for path in paths:
        for file in files_in(path, skip):
            if is_archive(file):
                yield from _members(file, skip)
            else:
                yield Item(file, str(file))


def release(item: Item) -> None:
    """Take away what was unpacked for an item."""
    if item.temporary:
        item.path.unlink(missing_ok=True)
        item.path.parent.rmdir()


def files_in(path: Path, skip: Skip) -> Iterator[Path]:
    """A file that was named is taken as it is; within a folder only ordinary files are, without the records that
    stand beside downloaded ones."""
    if not path.is_dir():
        yield path
        return
    try:
        inside = sorted(path.iterdir())
    except OSError as error:
        skip(Skipped(str(path), f"The folder cannot be looked into ({error.strerror}): check your permissions."))
        return
    for entry in inside:
        reason = _passed_over(entry)
        if reason:
            skip(Skipped(str(entry), reason))
        elif entry.is_dir():
            yield from files_in(entry, skip)
        elif not entry.name.endswith(RECORD_SUFFIX):
            yield entry


def _passed_over(entry: Path) -> str:
    """Why an entry of a folder is not looked at; empty where it is."""
    try:
        mode = entry.lstat().st_mode
    except OSError as error:
        return f"It cannot be looked at ({error.strerror}): check your permissions."
    if stat.S_ISLNK(mode):
        return "It is a symbolic link: name the file itself if it is to be added."
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        return "It is not an ordinary file (a device, pipe or socket)."
    return "It is hidden (its name begins with a dot): name it to add it." if entry.name.startswith(".") else ""


def _members(archive: Path, skip: Skip) -> Iterator[Item]:
    try:
        with tarfile.open(archive, "r|*") as opened:
            yield from _unpacked(archive, opened, skip)
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        # A damaged archive gives what stands before the damage.
        skip(Skipped(str(archive), f"The archive is damaged or cannot be read ({error}): get it again."))
    except BadInputError as error:
        skip(Skipped(str(archive), str(error)))


def _unpacked(archive: Path, opened: tarfile.TarFile, skip: Skip) -> Iterator[Item]:
    room = MOST_UNPACKED_MB * 1024 * 1024
    for number, member in enumerate(opened):
        if number == MOST_MEMBERS:
            raise BadInputError(f"The rest was not read: an archive may hold {MOST_MEMBERS} files; unpack it yourself.")
        shown = f"{archive}/{member.name}"
        if member.isdir() or Path(member.name).name.startswith("."):
            continue
        if not member.isreg():
            skip(Skipped(shown, "It is not an ordinary file (a link or a device)."))
            continue
        if member.size > LIMIT_MB * 1024 * 1024:
            skip(Skipped(shown, f"It has more than {LIMIT_MB} MB, as no agreement does."))
            continue
        room -= member.size
        if room < 0:
            raise BadInputError(
                f"The rest was not read: an archive may hold {MOST_UNPACKED_MB} MB; unpack it yourself."
            )
        content = opened.extractfile(member)
        if content is not None:
            yield _stored(content.read(member.size), shown, Path(member.name).name)


def _stored(content: bytes, shown: str, name: str) -> Item:
    """Unpacked under its own name, because readers look at it, in a folder of its own."""
    path = Path(tempfile.mkdtemp(prefix="synoptic-")) / name
    path.write_bytes(content)
    return Item(path, shown, temporary=True)
