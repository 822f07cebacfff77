from __future__ import annotations

import pytest

from rules.model import Strength
from ui.theme import DARK, LIGHT, Theme


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
class TestContrast:
    def test_words_can_be_read_on_everything_they_stand_on(self, theme: Theme) -> None:
        grounds = [theme.paper, theme.desk, theme.selected, theme.proof, theme.proof_chosen, theme.added]
        for ground in (*grounds, *theme.strengths):
            assert contrast(theme.ink, ground) >= 7
        assert contrast(theme.removed_ink, theme.removed) >= 4.5
        assert contrast(theme.accent_ink, theme.accent) >= 4.5

    def test_small_print_can_be_read_too(self, theme: Theme) -> None:
        for ground in (theme.paper, theme.desk, *theme.strengths):
            assert contrast(theme.muted, ground) >= 4
            assert contrast(theme.accent, ground) >= 4

    def test_strength_is_a_scale_in_grey_as_well(self, theme: Theme) -> None:
        steps = [luminance(theme.strength(strength)) for strength in Strength]
        assert steps == sorted(steps, reverse=not theme.dark)
        assert len({round(step, 2) for step in steps}) == 4
