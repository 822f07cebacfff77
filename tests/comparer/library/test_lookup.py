"""Which text a name means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from comparer.errors import UnknownNameError
from comparer.library import AddOptions, Library
from comparer.model import Status
from tests.comparer.library.treaties import HARBOUR, tota, write

IN_ORDER = [
    Status.AUTHENTIC,
    Status.OFFICIAL_TRANSLATION,
    Status.UNOFFICIAL_TRANSLATION,
    Status.UNSTATED,
    Status.RESTATEMENT,
    Status.DRAFT,
]


def fill(library: Library, folder: Path, editions: Sequence[tuple[Status, str]]) -> None:
    for number, (status, language) in enumerate(editions):
        write(folder, **{f"t{number}_txt": HARBOUR + f"\n3. Gull {number} is fed.\n"})
        library.add([folder / f"t{number}.txt"], AddOptions("TOLL", status, language))


def stands_for(library: Library, name: str, language: str | None = None) -> tuple[Status, str]:
    record = library.named(name, language)
    assert record is not None
    return record.status, record.language


@pytest.mark.parametrize("best", range(len(IN_ORDER)))
def test_the_best_edition_stands_for_the_agreement(library: Library, tmp_path: Path, best: int) -> None:
    fill(library, tmp_path, [(status, "en") for status in reversed(IN_ORDER[best:])])
    assert stands_for(library, "toll") == (IN_ORDER[best], "en")


def test_language_decides_among_equals(library: Library, tmp_path: Path) -> None:
    authentic = Status.AUTHENTIC
    fill(library, tmp_path, [(authentic, "fr"), (authentic, "zh"), (authentic, "en"), (Status.DRAFT, "es")])
    assert stands_for(library, "TOLL") == (authentic, "en")
    assert stands_for(library, "TOLL", "zh") == (authentic, "zh")
    assert stands_for(library, "TOLL", "es") == (authentic, "en")
    assert stands_for(library, "TOLL:FR") == (authentic, "fr")
    assert stands_for(library, "TOLL:es") == (Status.DRAFT, "es")
    assert library.named("TOLL:de") is None


def test_a_language_names_the_best_text_in_it(library: Library, tmp_path: Path) -> None:
    fill(library, tmp_path, [(Status.DRAFT, "en"), (Status.AUTHENTIC, "en")])
    assert stands_for(library, "TOLL:en") == (Status.AUTHENTIC, "en")
    assert stands_for(library, "TOLL:en-1") == (Status.DRAFT, "en")
    assert stands_for(library, "toll:EN-2") == (Status.AUTHENTIC, "en")
    assert [record.name for record in library.texts("TOLL")] == ["TOLL:en-2", "TOLL:en-1"]


def test_names_with_spaces_and_dashes(library: Library, tmp_path: Path) -> None:
    write(tmp_path, lamps_xml=tota("Japan - Chile"))
    library.add([tmp_path / "lamps.xml"])
    assert stands_for(library, "japan - chile") == (Status.UNSTATED, "en")


def test_what_is_not_there(library: Library, tmp_path: Path) -> None:
    fill(library, tmp_path, [(Status.DRAFT, "en")])
    with pytest.raises(UnknownNameError, match=r'no text called "TOL" .did you mean TOLL'):
        library.text("TOL")
    record = library.named("TOLL")
    assert record is not None
    library.remove("TOLL")
    with pytest.raises(UnknownNameError, match="no longer in the library"):
        library.text(record.id)


def test_removing_takes_what_the_name_covers(library: Library, tmp_path: Path) -> None:
    fill(
        library, tmp_path, [(Status.DRAFT, "en"), (Status.AUTHENTIC, "en"), (Status.DRAFT, "zh"), (Status.DRAFT, "fr")]
    )
    assert [record.name for record in library.remove("toll:EN-2")] == ["TOLL:en-2"]
    assert [record.name for record in library.remove("TOLL:zh")] == ["TOLL:zh-1"]
    assert {record.name for record in library.remove("TOLL")} == {"TOLL:en-1", "TOLL:fr-1"}
    assert library.agreements() == ()
