from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ui.snapshot import main


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("zh", "dark")])
def test_a_picture_of_the_program_as_it_starts(tmp_path: Path, language: str, theme: str) -> None:
    out = tmp_path / "window.png"
    assert main([str(out), "--lang", language, "--theme", theme, "--size", "1024x640", "--base", "CPTPP"]) == 0
    picture = QImage(str(out))
    ratio = QApplication.primaryScreen().devicePixelRatio()
    assert (picture.width(), picture.height()) == (1024 * ratio, 640 * ratio)
    paper = picture.pixelColor(picture.width() // 2, picture.height() - 60).lightness()
    assert (paper > 200) is (theme == "light")


def test_a_picture_that_cannot_be_written_is_an_error(tmp_path: Path, qapp: QApplication) -> None:
    assert main([str(tmp_path / "nowhere" / "window.png"), "RCEP"]) == 1
