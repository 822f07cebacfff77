"""The matrix as Qt sees it: one immutable `Matrix`, replaced whole."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from comparer.export.cells import amended, marked
from comparer.labels import breadth_name, status_name, strength_name
from comparer.matrix import Cell, Matrix, Row
from rules.model import Discipline

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class MatrixRole(IntEnum):
    """What the delegate asks for beyond Qt's own roles."""

    CELL = Qt.ItemDataRole.UserRole + 1
    ROW = Qt.ItemDataRole.UserRole + 2
    TOPIC = Qt.ItemDataRole.UserRole + 3
    CITATION = Qt.ItemDataRole.UserRole + 5
    """Where the clause stands; the agreement's name is left out, since it heads the row."""
    LIKE_BASE = Qt.ItemDataRole.UserRole + 4
    """True where the codes are those of the reference row: nothing to see when only differences are wanted."""


def same_code(one: Cell, other: Cell) -> bool:
    """Whether two cells say the same: discipline, strength, breadth and enforcement."""
    a, b = one.finding, other.finding
    return (a.discipline, a.strength, a.breadth, a.enforcement) == (
        b.discipline,
        b.strength,
        b.breadth,
        b.enforcement,
    )


class MatrixModel(QAbstractTableModel):
    """Rows are texts, columns are topics; `data` only looks up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix = Matrix((), ())
        self._titles: dict[str, str] = {}
        self._language = "en"

    @property
    def matrix(self) -> Matrix:
        """What is shown."""
        return self._matrix

    def show(self, matrix: Matrix, titles: dict[str, str], language: str) -> None:
        """Replace everything; `titles` are the topics' names in `language`."""
        self.beginResetModel()
        self._matrix, self._titles, self._language = matrix, titles, language
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Number of texts."""
        return 0 if parent.isValid() else len(self._matrix.rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Number of topics."""
        return 0 if parent.isValid() else len(self._matrix.topics)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The phrase for display; the cell itself under `MatrixRole.CELL`."""
        if not index.isValid():
            return None
        row, topic = self._matrix.rows[index.row()], self._matrix.topics[index.column()]
        cell = row.cells[topic]
        result: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                result = phrase(cell, self._language)
            case Qt.ItemDataRole.AccessibleTextRole:
                result = f"{row.name}, {self._titles.get(topic, topic)}: {self._spoken(cell)}"
            case Qt.ItemDataRole.ToolTipRole:
                result = self._spoken(cell)
            case MatrixRole.CELL:
                result = cell
            case MatrixRole.CITATION:
                result = _cited(row, cell, self._language)
            case MatrixRole.LIKE_BASE:
                reference = self._matrix.base or 0
                result = index.row() != reference and same_code(cell, self._matrix.rows[reference].cells[topic])
        return result

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Topics across, names of texts down."""
        if orientation is Qt.Orientation.Horizontal:
            known = 0 <= section < len(self._matrix.topics)
            return self._topic_head(self._matrix.topics[section], role) if known else None
        return self._row_head(self._matrix.rows[section], role) if 0 <= section < len(self._matrix.rows) else None

    def differs(self, topic: str) -> bool:
        """Whether any two texts are coded differently on `topic`."""
        cells = [row.cells[topic] for row in self._matrix.rows]
        return any(not same_code(cells[0], cell) for cell in cells[1:])

    def _topic_head(self, topic: str, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles.get(topic, topic)
        return topic if role == MatrixRole.TOPIC else None

    def _row_head(self, row: Row, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.ToolTipRole:
            edition = row.text.edition
            lines = (edition.title, status_name(edition.status, self._language), amended(row, self._language))
            return "\n".join(filter(None, lines))
        return row if role == MatrixRole.ROW else None

    def _spoken(self, cell: Cell) -> str:
        finding = cell.finding
        words = [phrase(cell, self._language)]
        if finding.discipline is not Discipline.SILENT:
            words += [strength_name(finding.strength, self._language), breadth_name(finding.breadth, self._language)]
        return "; ".join([*words, *finding.citations])


def _cited(row: Row, cell: Cell, language: str) -> str:
    """`Art. 23 (unchecked); Art. 25`: without the agreement's name, which heads the row."""
    pairs = zip(cell.finding.citations, cell.finding.provisions, strict=True)
    label = f"{row.text.edition.label} "
    return "; ".join(marked(row.text, cited.removeprefix(label), provision, language) for cited, provision in pairs)


def phrase(cell: Cell, language: str) -> str:
    """The cell as a table prints it, in `language` or else in English."""
    said = cell.finding.phrase
    return said.get(language) or said.get("en", "")


class DifferingTopics(QSortFilterProxyModel):
    """Leaves out, when asked to, the topics on which every text says the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._only = False

    @property
    def only_differing(self) -> bool:
        """Whether topics on which all agree are left out."""
        return self._only

    @only_differing.setter
    def only_differing(self, value: bool) -> None:
        self._only = value
        self.invalidate()

    def filterAcceptsColumn(self, source_column: int, source_parent: AnyIndex) -> bool:
        """Called by Qt for each column."""
        model = self.sourceModel()
        if not self._only or source_parent.isValid() or not isinstance(model, MatrixModel):
            return True
        return model.differs(model.matrix.topics[source_column])
