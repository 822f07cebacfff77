"""Small things that several panes draw: the strength mark, the badge of an edition, wrapped words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from comparer.labels import status_name
from comparer.model import Status
from rules.model import Strength
from ui.theme import Theme

_STEPS = {Strength.NONE: 0, Strength.SOFT: 1, Strength.MIXED: 2, Strength.HARD: 3}
STEP = QSize(13, 6)
_GAP = 3
MARK = QSize(3 * STEP.width() + 2 * _GAP, STEP.height())
"""Size of the three-step mark, in pixels."""

WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


def paint_mark(painter: QPainter, at: QPointF, strength: Strength, theme: Theme, *, confirmed: bool) -> None:
    """Three steps, as many of them strong as the clause is firm; outlined while the code is only proposed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    strong, faint = QColor(theme.accent), QColor(theme.muted)
    faint.setAlphaF(0.35)
    for step in range(3):
        box = QRectF(at.x() + step * (STEP.width() + _GAP), at.y(), STEP.width(), STEP.height())
        on = step < _STEPS[strength]
        if on and confirmed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(strong)
            painter.drawRoundedRect(box, 1, 1)
            continue
        painter.setPen(QPen(strong if on else faint, 1.4 if on else 1.0))
        tint = QColor(theme.accent)
        tint.setAlphaF(0.22)
        painter.setBrush(tint if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 1, 1)
    painter.restore()


@dataclass(frozen=True, slots=True)
class Badge:
    """The status of an edition, in words of `language`."""

    status: Status
    language: str
    font: QFont

    @property
    def text(self) -> str:
        """What it says."""
        return status_name(self.status, self.language, short=True)

    @property
    def size(self) -> QSize:
        """Room that it takes, in pixels."""
        return QSize(QFontMetrics(self.font).horizontalAdvance(self.text) + 12, badge_height(self.font))


def badge_height(font: QFont) -> int:
    """How tall a badge in this font is, in pixels."""
    return QFontMetrics(font).height() + 2


def paint_badge(painter: QPainter, at: QPointF, badge: Badge, theme: Theme) -> None:
    """Tinted for the treaty's own words, outlined for words that are not, dashed where nobody vouches for them."""
    size, status = badge.size, badge.status
    box = QRectF(at.x() + 0.5, at.y() + 0.5, size.width() - 1, size.height() - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(badge.font)
    own_words = status is Status.AUTHENTIC
    painter.setPen(QPen(QColor(theme.accent if own_words else theme.muted), 1.0))
    painter.setBrush(QColor(theme.selected) if own_words else Qt.BrushStyle.NoBrush)
    if status in (Status.DRAFT, Status.UNSTATED):
        painter.setPen(QPen(QColor(theme.muted), 1.0, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor(theme.accent if own_words else theme.muted))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), badge.text)
    painter.restore()


def breakable(name: str) -> str:
    """A file's name with places at which its line may break: it has no spaces of its own."""
    return "".join(f"{character}\u200b" if character in "_.-/\\" else character for character in name)


def line_height(font: QFont) -> int:
    """Height of a line that may hold Chinese characters, which another face than `font` may stand in for."""
    return wrapped_height("Ag国", font, 10_000)


def wrapped_height(text: str, font: QFont, width: int) -> int:
    """Height of `text` when its lines break at `width` pixels."""
    if not text:
        return 0
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), 100_000), WRAP, text).height()


def paint_wrapped(painter: QPainter, box: QRect, text: str, font: QFont, colour: str) -> None:
    """`text` from the top left of `box`, broken at its width."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, WRAP, text)
