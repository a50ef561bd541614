"""A page that lay askew on the scanner, or whose lines are faint, is read as one that lay straight."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from ingest.pages.picture_rules import picture_rules
from ingest.pages.straighten_picture import straighten_picture

LEVELS = (100, 200, 300, 400)


def page(degrees: float = 0.0, grey: int = 0) -> Image.Image:
    """Lines across a page, with words of short strokes between them."""
    picture = Image.new("RGB", (900, 500), "white")
    draw = ImageDraw.Draw(picture)
    for y in LEVELS:
        draw.line((100, y, 800, y), fill=(grey, grey, grey), width=2)
        for x in range(120, 780, 30):
            draw.rectangle((x, y + 30, x + 12, y + 34), fill="black")
    return picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor="white")


def levels(picture: Any) -> list[float]:
    return sorted(rule.at for rule in picture_rules(np.asarray(picture), 0.48) if not rule.is_vertical)


@pytest.mark.parametrize("degrees", [-2.3, -0.5, 0.3, 1.0])
def test_a_leaning_page_is_turned_back(degrees: float) -> None:
    straight = straighten_picture(np.asarray(page(degrees)))
    assert levels(straight) == pytest.approx([y * 0.48 for y in LEVELS], abs=1)


@pytest.mark.parametrize("picture", [page(), Image.new("RGB", (300, 300), "white")], ids=["straight", "empty"])
def test_a_straight_or_empty_page_stays_as_it_is(picture: Image.Image) -> None:
    given = np.asarray(picture)
    assert straighten_picture(given) is given


def test_faint_lines_of_a_blurred_scan_are_rules() -> None:
    noise = np.random.default_rng(1).normal(0, 10, (500, 900, 1))
    blurred = np.asarray(page(grey=150).filter(ImageFilter.GaussianBlur(1.2))) + noise
    assert levels(np.clip(blurred, 0, 255).astype(np.uint8)) == pytest.approx([y * 0.48 for y in LEVELS], abs=1)
