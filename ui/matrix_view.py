"""The matrix on the screen: a table whose row headers say which text it is and what kind of edition."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from comparer.export.cells import amended
from comparer.matrix import Matrix, Row
from ui.matrix_delegate import PADDING, CellDelegate
from ui.matrix_model import AnyIndex, DifferingTopics, MatrixModel, MatrixRole
from ui.paint import Badge, badge_height, breakable, paint_badge, paint_wrapped, wrapped_height
from ui.theme import LIGHT, Theme, small

_MIN_COLUMN = 160
_NAMES = 136


class NamesHeader(QHeaderView):
    """Name, dates and badge of each text, frozen at the left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.theme: Theme = LIGHT
        self.language = "en"
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setFixedWidth(_NAMES)

    def sectionSizeFromContents(self, logical_index: int) -> QSize:
        """As tall as name, dates and badge need."""
        row = self._row(logical_index)
        if row is None:
            return QSize(_NAMES, 0)
        little = small(self.font())
        height = wrapped_height(breakable(row.name), self._bold(), _NAMES - 2 * PADDING.width())
        height += QFontMetrics(little).height() if _dates(row) else 0
        if changed := amended(row, self.language):
            height += wrapped_height(breakable(changed), little, _NAMES - 2 * PADDING.width())
        height += 6 + badge_height(small(self.font(), by=2.5))
        return QSize(_NAMES, height + 2 * PADDING.height())

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Draw one text's heading."""
        row = self._row(logical_index)
        if row is None:
            return
        painter.save()
        painter.fillRect(rect, QColor(self.theme.paper))
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inner = rect.adjusted(PADDING.width(), PADDING.height(), -PADDING.width(), 0)
        name = breakable(row.name)
        paint_wrapped(painter, inner, name, self._bold(), self.theme.ink)
        top = inner.top() + wrapped_height(name, self._bold(), inner.width())
        little = small(self.font())
        if dates := _dates(row):
            paint_wrapped(painter, QRect(inner.left(), top, inner.width(), 40), dates, little, self.theme.muted)
            top += QFontMetrics(little).height()
        if changed := breakable(amended(row, self.language)):
            height = wrapped_height(changed, little, inner.width())
            paint_wrapped(painter, QRect(inner.left(), top, inner.width(), height), changed, little, self.theme.muted)
            top += height
        badge = Badge(row.text.edition.status, self.language, small(self.font(), by=2.5))
        paint_badge(painter, QPointF(inner.left(), top + 6), badge, self.theme)
        painter.restore()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _row(self, section: int) -> Row | None:
        row = self.model().headerData(section, Qt.Orientation.Vertical, MatrixRole.ROW)
        return row if isinstance(row, Row) else None


def _dates(row: Row) -> str:
    years = [date[:4] for date in (row.signed, row.in_force) if date]
    return " · ".join(years)


class MatrixView(QTableView):
    """Signals: `cell_chosen(row, topic)`, `clauses_wanted()` on Enter, `why_wanted()` on Space."""

    cell_chosen = Signal(int, str)
    clauses_wanted = Signal()
    why_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = MatrixModel(self)
        self.topics = DifferingTopics(self)
        self.topics.setSourceModel(self.source)
        self.cells = CellDelegate(self)
        self.names = NamesHeader(self)
        self.setModel(self.topics)
        self.setItemDelegate(self.cells)
        self.setVerticalHeader(self.names)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.dates = QLabel(self)
        self.dates.setFont(small(self.font()))
        self.dates.setIndent(PADDING.width())
        across = self.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        self.names.sectionClicked.connect(self._name_clicked)

    def show_matrix(self, matrix: Matrix, titles: dict[str, str], language: str) -> None:
        """Replace what is shown."""
        self.cells.language = self.names.language = language
        self.source.show(matrix, titles, language)
        self.dates.setText(self.tr("Signed · in force"))
        self.fit()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self.cells.theme = self.names.theme = theme
        self.horizontalHeader().setStyleSheet(
            f"QHeaderView::section {{ background: {theme.paper}; color: {theme.muted}; border: none;"
            f" border-bottom: 1px solid {theme.hairline}; padding: 6px 12px; font-weight: 600; }}"
        )
        self.dates.setStyleSheet(
            f"background: {theme.paper}; color: {theme.muted}; border-bottom: 1px solid {theme.hairline};"
        )
        self.viewport().update()
        self.names.viewport().update()

    def set_heat(self, *, on: bool) -> None:
        """Tint cells by strength or not."""
        self.cells.heat = on
        self.viewport().update()

    def set_only_differing(self, *, on: bool) -> None:
        """Leave out topics on which all agree, and fade the cells that say what the reference row says."""
        self.topics.only_differing = on
        self.cells.fade_like_base = on
        self.fit()
        self.viewport().update()

    def choose(self, row: int, topic: str) -> None:
        """Make a cell current without telling anyone."""
        topics = self.source.matrix.topics
        if topic not in topics:
            return
        index = self.topics.mapFromSource(self.source.index(row, topics.index(topic)))
        if index.isValid() and index != self.currentIndex():
            model = self.selectionModel()
            blocked = self.blockSignals(True)  # noqa: FBT003 - Qt takes no keyword
            model.setCurrentIndex(index, model.SelectionFlag.ClearAndSelect)
            self.blockSignals(blocked)
            self.viewport().update()
            self.scrollTo(index)

    def fit(self) -> None:
        """Share the width among the columns, then let the rows grow to their words."""
        count = self.topics.columnCount()
        if not count:
            return
        room = self.viewport().width()
        width = max(_MIN_COLUMN, room // count)
        for section in range(count):
            last = section == count - 1 and width > _MIN_COLUMN
            self.setColumnWidth(section, room - width * (count - 1) if last else width)
        self.resizeRowsToContents()
        self.dates.setGeometry(0, 0, _NAMES, self.horizontalHeader().height())

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which cell the user went to."""
        super().currentChanged(current, previous)
        if current.isValid():
            topic = self.topics.headerData(current.column(), Qt.Orientation.Horizontal, MatrixRole.TOPIC)
            self.cell_chosen.emit(current.row(), str(topic))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the clauses, Space to the reasons; the rest is the table's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clauses_wanted.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.why_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns in step with the width."""
        super().resizeEvent(event)
        self.fit()

    def _name_clicked(self, row: int) -> None:
        column = max(0, self.currentIndex().column())
        self.setCurrentIndex(self.topics.index(row, column))
