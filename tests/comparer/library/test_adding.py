"""From files into the library."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from comparer.errors import CancelledError, UnknownNameError
from comparer.library import AddOptions, Library, adding
from comparer.library.workers import Lost, each
from comparer.model import Status
from tests.comparer.library.treaties import HARBOUR, INDEXES_ARE_WHOLE, PILOT, all_four, tota, write

ROOT = Path(__file__).resolve().parents[3]


def test_files_are_added_with_what_they_say_of_themselves(library: Library, tmp_path: Path) -> None:
    write(tmp_path, lamps_xml=tota("Japan - Chile"))
    (record,) = library.add([tmp_path / "lamps.xml"]).added
    assert (record.name, record.agreement, record.language) == ("Japan - Chile:en-1", "Japan - Chile", "en")
    assert record.status is Status.UNSTATED
    assert record.file == str(tmp_path / "lamps.xml")
    assert record.added.endswith("+00:00")
    (agreement,) = library.agreements()
    assert (agreement.signed, agreement.in_force, agreement.parties) == ("2010-05-06", "2011-01-01", ("CHL", "JPN"))


def test_what_the_user_says_wins(library: Library, tmp_path: Path) -> None:
    write(tmp_path, ours_txt=HARBOUR)
    options = AddOptions("cptpp", Status.DRAFT, "en", "of May", address="https://example.org/x", retrieved="2026-05-01")
    (record,) = library.add([tmp_path / "ours.txt"], options).added
    assert (record.name, record.agreement, record.status) == ("CPTPP:en-1", "CPTPP", Status.DRAFT)
    assert record.version == "of May"
    edition = library.text(record.id).edition
    assert (edition.label, edition.address, edition.retrieved) == ("CPTPP", "https://example.org/x", "2026-05-01")
    (agreement,) = library.agreements()
    assert "JPN" in agreement.parties


def test_a_file_without_a_name_of_its_own_is_called_by_its_files(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "a", harbour_txt=HARBOUR)
    write(tmp_path / "b", harbour_txt=HARBOUR + "\n3. Gulls are fed.\n")
    outcome = library.add([tmp_path / "a", tmp_path / "b"])
    assert [record.name for record in outcome.added] == ["harbour:en-1", "harbour:en-2"]


@pytest.mark.parametrize("name", ["a:b", "a/b", "", "-x", 'a"b', "x" * 200])
def test_an_id_that_could_not_be_typed_back_is_refused(library: Library, tmp_path: Path, name: str) -> None:
    write(tmp_path, harbour_txt=HARBOUR)
    with pytest.raises(UnknownNameError, match="cannot be an agreement's id"):
        library.add([tmp_path / "harbour.txt"], AddOptions(agreement=name))
    assert not library.there


def test_two_agreements_of_one_name_are_told_apart_by_their_years(library: Library, tmp_path: Path) -> None:
    write(tmp_path, a_xml=tota("Gulf Council", "1981-05-25"), b_xml=tota("Gulf Council", "2001-12-31"))
    write(tmp_path, c_xml=tota("Gulf Council", "2001-12-31", lamps="other lamps"))
    names = [record.name for record in library.add([tmp_path]).added]
    assert names == ["Gulf Council:en-1", "Gulf Council (2001):en-1", "Gulf Council (2001):en-2"]


def test_the_same_source_is_not_added_twice(library: Library, tmp_path: Path) -> None:
    folder = write(tmp_path / "texts", harbour_txt=HARBOUR, copy_txt=HARBOUR)
    first = library.add([folder])
    assert len(first.added) == 1
    assert [one.reason for one in first.skipped] == ["The same file is in the library already as copy:en-1."]
    again = library.add([folder])
    assert again.added == ()
    assert len(again.skipped) == 2
    assert len(library.texts()) == 1


def test_one_bad_file_among_many_is_reported_and_the_rest_read(library: Library, tmp_path: Path) -> None:
    folder = all_four(tmp_path / "texts")
    write(folder, **{f"lamp{n}_xml": tota(f"Land {n}", lamps=f"{n} lamps") for n in range(8)})
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 40)
    write(folder, letter_txt="Dear pilot, the weather is fine.\n", torn_xml="<treaty><meta>")
    outcome = library.add([folder])
    assert len(outcome.added) == 12
    reasons = {Path(one.file).name: one.reason for one in outcome.skipped}
    assert set(reasons) == {"empty.txt", "noise.bin", "letter.txt", "torn.xml"}
    assert "empty" in reasons["empty.txt"]
    assert "binary" in reasons["noise.bin"]
    assert "No article" in reasons["letter.txt"]
    assert "well-formed" in reasons["torn.xml"]


def test_a_file_that_is_not_there_is_reported(library: Library, tmp_path: Path) -> None:
    outcome = library.add([tmp_path / "absent.txt"])
    assert outcome.added == ()
    assert "There is no file" in outcome.skipped[0].reason


def test_a_fault_in_a_reader_costs_one_file(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = all_four(tmp_path / "texts")
    reading = adding.prepare.__globals__["read_texts"]

    def faulty(path: Path) -> object:
        if path.name == "pilot.txt":
            raise ZeroDivisionError("by nought")
        if path.name == "puerto.txt":
            raise RecursionError
        return reading(path)

    monkeypatch.setitem(adding.prepare.__globals__, "read_texts", faulty)
    outcome = library.add([folder])
    assert len(outcome.added) == 2
    assert "ZeroDivisionError: by nought" in outcome.skipped[0].reason
    assert "too large or too deeply nested" in outcome.skipped[1].reason


def test_progress_counts_to_the_end(library: Library, tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    library.add([all_four(tmp_path / "texts")], on_progress=lambda *step: seen.append(step))
    assert [(done, total) for done, total, _ in seen] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert Path(seen[0][2]).name == "gangkou.txt"


def test_stopping_keeps_what_was_read(library: Library, tmp_path: Path) -> None:
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) == 2

    with pytest.raises(CancelledError, match="2 texts"):
        library.add([all_four(tmp_path / "texts")], should_cancel=stop)
    assert [record.agreement for record in library.texts()] == ["gangkou", "harbour"]


def test_a_text_that_amends_another_takes_its_place(library: Library, tmp_path: Path) -> None:
    write(tmp_path, old_txt=HARBOUR, new_txt=PILOT)
    library.add([tmp_path / "old.txt"], AddOptions("TOLL", version="2020"))
    library.add([tmp_path / "new.txt"], AddOptions("TOLL", version="2023", amends="TOLL:en"))
    new, old = library.texts("toll")
    assert (new.version, old.version, old.amended_by) == ("2023", "2020", "TOLL:en-2")
    named = library.named("TOLL")
    assert named is not None
    assert named.version == "2023"
    with pytest.raises(UnknownNameError, match=r'no text called "TOL:en" .did you mean TOLL'):
        library.add([tmp_path / "new.txt"], AddOptions("TOLL", amends="TOL:en"))


def test_removing_takes_the_words_out_of_every_index(library: Library, tmp_path: Path) -> None:
    library.add([all_four(tmp_path / "texts")])
    assert [record.agreement for record in library.remove("harbour")] == ["harbour"]
    assert library.find("licence") == ()
    assert [hit.agreement for hit in library.find("harbour data")] == ["pilot"]
    library.remove("gangkou:zh")
    assert library.find("港口数据") == ()
    assert library.find("数据") == ()
    with pytest.raises(UnknownNameError, match="no text called"):
        library.remove("gangkou")
    for statement in INDEXES_ARE_WHOLE:
        library._connection.execute(statement)
    assert library._connection.execute("SELECT count(*) FROM sources").fetchone() == (2,)
    assert len(library.agreements()) == 2
    library.add([tmp_path / "texts"])
    assert len(library.texts()) == 4


def suicidal(task: int) -> int:
    if task == 3:
        os._exit(9)
    return task * task


def test_a_task_that_ends_its_process_is_lost_alone() -> None:
    results = dict(each(suicidal, range(9)))
    assert isinstance(results.pop(3), Lost)
    assert results == {n: n * n for n in range(9) if n != 3}
    assert list(dict(each(suicidal, [5, 4]))) == [5, 4]


UNGUARDED = """
import sys
from comparer.library import Library
print("begun")
with Library.open(sys.argv[1]) as library:
    print(len(library.add([sys.argv[2]]).added))
"""


@pytest.mark.parametrize("piped", [True, False])
def test_a_script_without_a_guard_runs_once(tmp_path: Path, piped: bool) -> None:
    folder = write(tmp_path / "texts", **{f"lamp{n}_xml": tota(f"Land {n}", lamps=f"{n} lamps") for n in range(8)})
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED, encoding="utf-8")
    command = [sys.executable, "-" if piped else str(script), str(tmp_path / "l.sqlite"), str(folder)]
    done = subprocess.run(  # noqa: S603  (our own program)
        command,
        input=UNGUARDED if piped else None,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("begun\n8\n", "")
