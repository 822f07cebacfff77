"""What the window remembers between two starts: the only place where the keys are spelled."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QByteArray, QSettings


class Scheme(StrEnum):
    """Which colours the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


ZOOM_RANGE = (70, 250)
"""Smallest and largest size of the treaty text, in per cent of its normal size."""


class Settings:
    """Typed access to a `QSettings` store; a value that makes no sense reads as its default."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store if store is not None else QSettings("Synoptic", "Synoptic")

    @property
    def language(self) -> str:
        """`en`, `zh`, or empty for the system's."""
        return self._text("view/language")

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("view/language", value)

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system has it."""
        value = self._text("view/scheme")
        return Scheme(value) if value in Scheme.__members__.values() else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, value: Scheme) -> None:
        self._store.setValue("view/scheme", value.value)

    @property
    def zoom(self) -> int:
        """Size of the treaty text in per cent, within `ZOOM_RANGE`."""
        low, high = ZOOM_RANGE
        text = self._text("view/zoom")
        return min(high, max(low, int(text))) if text.isdigit() else 100

    @zoom.setter
    def zoom(self, value: int) -> None:
        self._store.setValue("view/zoom", str(value))

    @property
    def heat(self) -> bool:
        """Whether cells are tinted by strength."""
        return bool(self._store.value("matrix/heat", defaultValue=True, type=bool))

    @heat.setter
    def heat(self, value: bool) -> None:
        self._store.setValue("matrix/heat", value)

    @property
    def topics(self) -> tuple[str, ...]:
        """Ids of the topics last shown; empty before the first choice."""
        return tuple(filter(None, self._text("matrix/topics").split(" ")))

    @topics.setter
    def topics(self, value: tuple[str, ...]) -> None:
        self._store.setValue("matrix/topics", " ".join(value))

    @property
    def folder(self) -> str:
        """The folder in which a file was last opened or written."""
        return self._text("files/folder")

    @folder.setter
    def folder(self, value: str) -> None:
        self._store.setValue("files/folder", value)

    @property
    def library(self) -> str:
        """The library's file if the user chose one; empty for the usual one."""
        return self._text("files/library")

    @library.setter
    def library(self, value: str) -> None:
        if value:
            self._store.setValue("files/library", value)
        else:
            self._store.remove("files/library")

    def layout(self, name: str) -> QByteArray:
        """Geometry or splitter state saved under `name`; empty when there is none."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, name: str, state: QByteArray) -> None:
        """Remember the geometry or splitter state `name`."""
        self._store.setValue(f"layout/{name}", state)

    def _text(self, key: str) -> str:
        return str(self._store.value(key, ""))
