"""Files, folders and archives."""

from __future__ import annotations

import io
import os
import tarfile
from pathlib import Path

import pytest

from comparer.library import Library, intake
from comparer.library.records import Item, Skipped
from tests.comparer.library.treaties import HARBOUR, PILOT, all_four, tota, write


def taken(*paths: Path) -> tuple[list[str], list[Skipped]]:
    skipped: list[Skipped] = []
    shown = []
    for item in intake.items(paths, skipped.append):
        assert item.path.is_file()
        shown.append(item.shown)
        intake.release(item)
        assert item.temporary != item.path.exists()
    return shown, skipped


def archive(path: Path, *members: tuple[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as made:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            made.addfile(info, io.BytesIO(content))
    return path


def test_a_folder_gives_its_ordinary_files_and_says_what_it_passes_over(tmp_path: Path) -> None:
    folder = all_four(tmp_path / "texts")
    write(folder / "deeper" / "still", pilot_txt=PILOT)
    (folder / ".hidden").mkdir()
    (folder / "link.txt").symlink_to(folder / "pilot.txt")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    shown, skipped = taken(folder)
    assert [Path(one).relative_to(folder).as_posix() for one in shown] == [
        "deeper/still/pilot.txt",
        "gangkou.txt",
        "harbour.txt",
        "pilot.txt",
        "puerto.txt",
    ]
    reasons = {Path(one.file).name: one.reason for one in skipped}
    assert "hidden" in reasons[".hidden"]
    assert "symbolic link" in reasons["link.txt"]
    assert "symbolic link" in reasons["loop"]
    assert "not an ordinary file" in reasons["pipe"]


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    write(tmp_path, harbour_txt=HARBOUR)
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "harbour.txt")
    assert taken(link) == ([str(link)], [])


def test_an_archive_gives_its_members_one_at_a_time(tmp_path: Path) -> None:
    packed = archive(
        tmp_path / "t.tar.gz", ("xml/a.xml", tota("A").encode()), ("xml/b.xml", b"<treaty"), ("xml/.x", b"x")
    )
    assert taken(packed) == ([f"{packed}/xml/a.xml", f"{packed}/xml/b.xml"], [])


def test_members_with_paths_that_lead_out_stay_in_their_own_folder(tmp_path: Path) -> None:
    packed = archive(tmp_path / "t.tgz", ("../../evil.txt", b"x"), ("/etc/evil.txt", b"y"))
    inside = []
    for item in intake.items([packed], lambda _: None):
        inside.append(item.path)
        assert item.path.parent.name.startswith("synoptic-")
        assert item.path.name == "evil.txt"
        intake.release(item)
    assert len(inside) == 2
    assert not (tmp_path.parent / "evil.txt").exists()


def test_links_and_giants_in_an_archive_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "LIMIT_MB", 0.001)
    path = tmp_path / "t.tar"
    with tarfile.open(path, "w") as made:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        made.addfile(link)
        giant = tarfile.TarInfo("giant.txt")
        giant.size = 5000
        made.addfile(giant, io.BytesIO(b"x" * 5000))
    shown, skipped = taken(path)
    assert shown == []
    assert [one.reason for one in skipped] == [
        "It is not an ordinary file (a link or a device).",
        "It has more than 0.001 MB, as no agreement does.",
    ]


@pytest.mark.parametrize(("limit", "value"), [("MOST_MEMBERS", 2), ("MOST_UNPACKED_MB", 0.00001)])
def test_an_archive_without_end_is_left_at_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: float
) -> None:
    monkeypatch.setattr(intake, limit, value)
    packed = archive(tmp_path / "t.tar.gz", *((f"{n}.txt", b"word") for n in range(5)))
    shown, skipped = taken(packed)
    assert len(shown) == 2
    assert [one.reason.split(":")[0] for one in skipped] == ["The rest was not read"]


@pytest.mark.parametrize("content", [b"no archive", b"", None])
def test_a_damaged_archive_gives_what_stands_before_the_damage(tmp_path: Path, content: bytes | None) -> None:
    packed = archive(tmp_path / "t.tar.gz", *((f"{n}.txt", os.urandom(40_000)) for n in range(4)))
    packed.write_bytes(packed.read_bytes()[:-60_000] if content is None else content)
    shown, skipped = taken(packed)
    assert len(shown) == (2 if content is None else 0)
    assert [one.file for one in skipped] == [str(packed)]
    assert "archive is damaged" in skipped[0].reason


def test_a_collection_in_an_archive_is_added(library: Library, tmp_path: Path) -> None:
    members = [(f"xml/{n}.xml", tota(f"Land {n}", lamps=f"{n} lamps").encode()) for n in range(7)]
    packed = archive(tmp_path / "tota.tar.gz", *members, ("xml/broken.xml", b"<treaty><meta>"), ("LICENSE", b"Free."))
    outcome = library.add([packed])
    assert [record.agreement for record in outcome.added] == [f"Land {n}" for n in range(7)]
    assert [one.file for one in outcome.skipped] == [f"{packed}/xml/broken.xml", f"{packed}/LICENSE"]
    assert "synoptic-" not in " ".join(one.reason for one in outcome.skipped)
    assert outcome.added[0].file == f"{packed}/xml/0.xml"


def test_release_leaves_the_users_files(tmp_path: Path) -> None:
    write(tmp_path, harbour_txt=HARBOUR)
    intake.release(Item(tmp_path / "harbour.txt", "harbour.txt"))
    assert (tmp_path / "harbour.txt").exists()
