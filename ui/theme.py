"""Colours, type and space: one place, so that every pane wears the same.

Paper and ink are neutral; one accent hue carries selection and strength. Strength is an ordinal scale of that hue,
each step about a third darker than the one before in relative luminance, so that it also reads in grey.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette

from rules.model import Strength

UNIT = 8
"""Everything stands on a grid of this many pixels."""

READING_FAMILIES = {
    "en": ["Source Serif 4", "Charter", "Charis SIL", "Georgia", "Noto Serif", "Cambria", "Liberation Serif",
           "DejaVu Serif", "Noto Serif CJK SC"],
    "zh": ["Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", "STSong", "SimSun", "Noto Sans CJK SC"],
}  # fmt: skip
"""Serif faces for treaty text, best first; the font system takes the first that is installed."""

LINE_HEIGHT = {"en": 1.5, "zh": 1.75}
"""Line height of treaty text in ems, whatever the face; Chinese characters fill their square and need more air."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one scheme, as `#rrggbb`."""

    dark: bool
    paper: str
    desk: str
    ink: str
    muted: str
    hairline: str
    accent: str
    accent_ink: str
    selected: str
    proof: str
    proof_chosen: str
    added: str
    removed: str
    removed_ink: str
    strengths: tuple[str, str, str, str]

    def strength(self, strength: Strength) -> str:
        """The tint of a cell of this strength."""
        return self.strengths[list(Strength).index(strength)]


LIGHT = Theme(
    dark=False,
    paper="#fdfcf9",
    desk="#f4f2ed",
    ink="#1d1c19",
    muted="#68645b",
    hairline="#ddd8cd",
    accent="#1b5775",
    accent_ink="#ffffff",
    selected="#e3edf2",
    proof="#fbeeb4",
    proof_chosen="#f5d568",
    added="#d9ecdf",
    removed="#f6deda",
    removed_ink="#7a4a43",
    strengths=("#fdfcf9", "#f0f5f7", "#dfebf0", "#c6dce6"),
)

DARK = Theme(
    dark=True,
    paper="#1d1e20",
    desk="#161718",
    ink="#e8e5de",
    muted="#aaa69d",
    hairline="#36383b",
    accent="#86bdd6",
    accent_ink="#10222b",
    selected="#26343c",
    proof="#40391d",
    proof_chosen="#564915",
    added="#1d3c2d",
    removed="#4b2b29",
    removed_ink="#d8aaa4",
    strengths=("#1d1e20", "#1f282d", "#22343e", "#264453"),
)


def palette(theme: Theme) -> QPalette:
    """The palette that the widgets draw themselves with."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.desk,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.paper,
        QPalette.ColorRole.AlternateBase: theme.desk,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.desk,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.ToolTipBase: theme.paper,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.accent_ink,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Mid: theme.hairline,
        QPalette.ColorRole.Light: theme.paper,
        QPalette.ColorRole.Dark: theme.hairline,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(disabled, role, QColor(theme.muted))
    return made


def interface_font(base: QFont) -> QFont:
    """The system's font; where the system names none (bare X, offscreen), the best of the usual free ones."""
    font = QFont(base)
    if QFontInfo(base).family().startswith("DejaVu"):
        font.setFamilies(["Inter", "Noto Sans", "Liberation Sans", "Noto Sans CJK SC", "DejaVu Sans"])
    if font.pointSizeF() < 10:
        font.setPointSizeF(10)
    return font


def reading_font(language: str, zoom: int) -> QFont:
    """The face of treaty text in `language`, at `zoom` per cent of 11.5 points."""
    font = QFont()
    chinese = language == "zh"
    latin, han = READING_FAMILIES["en"], READING_FAMILIES["zh"]
    font.setFamilies(han + latin if chinese else latin + han)
    font.setPointSizeF(11.5 * zoom / 100)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def small(font: QFont, *, by: float = 1.5) -> QFont:
    """`font`, `by` points smaller."""
    made = QFont(font)
    made.setPointSizeF(max(7.0, font.pointSizeF() - by))
    return made


def style_sheet(theme: Theme) -> str:
    """Hairlines and spacing that the platform's style does not give."""
    return f"""
    QMainWindow, QMenuBar, QStatusBar {{ background: {theme.desk}; }}
    QMenuBar {{ padding: 2px 8px; }}
    QMenuBar::item {{ padding: 4px 8px; background: transparent; border-radius: 4px; }}
    QMenuBar::item:selected {{ background: {theme.selected}; color: {theme.ink}; }}
    QMenu {{ background: {theme.paper}; border: 1px solid {theme.hairline}; padding: 4px; }}
    QMenu::item {{ padding: 5px 28px 5px 24px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {theme.selected}; color: {theme.ink}; }}
    QMenu::item:disabled {{ color: {theme.muted}; }}
    QMenu::separator {{ height: 1px; background: {theme.hairline}; margin: 4px 8px; }}
    QSplitter::handle {{ background: {theme.hairline}; }}
    QSplitter::handle:hover, QSplitter::handle:focus {{ background: {theme.accent}; }}
    QAbstractScrollArea {{ border: none; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QToolTip {{ background: {theme.paper}; color: {theme.ink}; border: 1px solid {theme.hairline}; padding: 4px; }}
    QStatusBar {{ border-top: 1px solid {theme.hairline}; }}
    QStatusBar::item {{ border: none; }}
    QHeaderView {{ background: {theme.paper}; border: none; }}
    QTableView {{ background: {theme.paper}; border: none; outline: none; }}
    QTableCornerButton::section {{ background: {theme.paper}; border: none;
        border-bottom: 1px solid {theme.hairline}; }}
    QPushButton, QToolButton, QComboBox {{ background: transparent; border: 1px solid transparent;
        border-radius: 4px; padding: 3px 8px; color: {theme.ink}; }}
    QPushButton:hover, QToolButton:hover, QComboBox:hover {{ background: {theme.selected}; }}
    QPushButton:focus, QToolButton:focus, QComboBox:focus {{ border-color: {theme.accent}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {theme.muted}; }}
    QToolButton:checked {{ background: {theme.selected}; color: {theme.accent}; }}
    QToolButton::menu-indicator, QPushButton::menu-indicator {{ image: none; width: 0; }}
    QPushButton[primary="true"] {{ background: {theme.accent}; color: {theme.accent_ink}; padding: 6px 16px; }}
    QComboBox QAbstractItemView {{ background: {theme.paper}; border: 1px solid {theme.hairline};
        selection-background-color: {theme.selected}; selection-color: {theme.ink}; }}
    QPushButton[primary="true"]:disabled {{ background: {theme.hairline}; color: {theme.muted}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {theme.hairline}; border-radius: 3px; margin: 3px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {theme.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QProgressBar {{ background: {theme.hairline}; border: none; border-radius: 2px; max-height: 4px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 2px; }}
    """
