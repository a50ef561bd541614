"""Glyphs to printed lines and their text: spaces where the print has them, none where only the setting spread the characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.pages.pdf_glyphs import Glyph

BASELINE_TOLERANCE_EM = 0.3
WIDE_CHARACTER = r"[⺀-鿿豈-﫿︰-﹏　-〿＀-￯“”‘’—…·]"
WIDE = re.compile(WIDE_CHARACTER)
# gap in em from which two neighbours are two words, by how many of them are Chinese characters
WORD_GAP_EM = {0: 0.25, 1: 0.5, 2: 0.8}
# in a table words of two cells stand closer: a full space of a Chinese character between two of them would be too much to ask
CELL_GAP_EM = {0: 0.25, 1: 0.5, 2: 0.42}
MAX_LETTER_SPACING_EM = 0.6
# a printed space narrower than this between a Chinese character and a digit only sets the digit off
THIN_SPACE_EM = 0.35
AMOUNT = re.compile(r"[-+−–]?(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+\.\d+)%?")
WHOLE_AMOUNT = re.compile(r"-?\d{1,3}(?:[,，]\d{3})*\.\d{2}|-?\d+\.\d{2}")
COUNTED_IN = re.compile(r"[元万亿千百人个名平公吨台套辆次件户岁年月日米亩倍成分、，。；：）”]")
NUMBER = re.compile(r"[-+−–]?\d[\d,，]*(?:\.\d+)?%?|[-—–]")


def split_lines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The glyphs by baseline, top to bottom, each line from left to right without glyphs that are printed twice."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.baseline, g.x0)):
        if lines and glyph.baseline - lines[-1][0].baseline <= max(1.5, BASELINE_TOLERANCE_EM * min(glyph.size, lines[-1][0].size)):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [kept for line in lines if (kept := _drop_overprints(sorted(line, key=lambda g: g.x0)))]


def _drop_overprints(line: list[Glyph]) -> list[Glyph]:
    """Bold type is sometimes made by printing a glyph twice, a fraction of a point apart."""
    kept: list[Glyph] = []
    for glyph in line:
        if not any(g.text == glyph.text and glyph.x0 - g.x0 < 0.3 * (g.x1 - g.x0) for g in kept[-2:]):
            kept.append(glyph)
    return [] if all(g.text.isspace() for g in kept) else kept


def split_segments(line: Sequence[Glyph]) -> list[list[Glyph]]:
    """The line's words, as cells of a table hold them: its glyphs parted where a gap stands, printed spaces left out."""
    visible = [g for g in line if not g.text.isspace()]
    if not visible:
        return []
    slack = _even_spacing(visible)
    spaces = [(g.x0 + g.x1) / 2 for g in line if g.text.isspace()]
    segments = [[visible[0]]]
    for before, after in pairwise(visible):
        has_space = any(before.x1 - 1 <= x <= after.x0 + 1 for x in spaces)
        least = (WORD_GAP_EM if has_space else CELL_GAP_EM)[_wide_count(before, after)]
        if (after.x0 - before.x1) / min(before.size, after.size) > least + slack or _ends_amount(segments[-1], after):
            segments.append([])
        segments[-1].append(after)
    return segments


def _ends_amount(segment: Sequence[Glyph], after: Glyph) -> bool:
    """Whether a word is a whole amount set against its column's right edge, and what follows is no unit but the next column's name."""
    is_name = bool(WIDE.match(after.text)) and not COUNTED_IN.match(after.text)
    return is_name and bool(WHOLE_AMOUNT.fullmatch("".join(glyph.text for glyph in segment)))


def line_text(line: Sequence[Glyph]) -> str:
    """The text of one printed line, one space between words that stand apart."""
    visible = [g for g in line if not g.text.isspace()]
    if not visible:
        return ""
    spaces = sorted(g.x0 for g in line if g.text.isspace())
    slack = _letter_spacing(visible)
    pieces = [visible[0].text]
    for before, after in pairwise(visible):
        if _is_parted(before, after, slack, spaces):
            pieces.append(" ")
        pieces.append(after.text)
    return "".join(pieces)


def _is_parted(before: Glyph, after: Glyph, slack: float, spaces: Sequence[float]) -> bool:
    gap = (after.x0 - before.x1) / min(before.size, after.size)
    wide = _wide_count(before, after)
    if gap > WORD_GAP_EM[wide] + slack:
        return True
    has_space = gap > 0.12 and any(before.x1 - 1 <= x <= after.x0 for x in spaces)
    return has_space and (wide != 1 or gap >= THIN_SPACE_EM)


def _letter_spacing(line: Sequence[Glyph]) -> float:
    """The gap in em that the setting puts between all characters of the line."""
    gaps = [(after.x0 - before.x1) / before.size for before, after in pairwise(line) if before.size]
    return max(0.0, median(gaps)) if len(gaps) >= 4 else 0.0


def _even_spacing(line: Sequence[Glyph]) -> float:
    """The gap in em that all but the closest quarter of the line's neighbours keep; more than half a character is no letter spacing."""
    gaps = sorted((after.x0 - before.x1) / before.size for before, after in pairwise(line) if before.size)
    return min(max(0.0, gaps[len(gaps) // 4]), MAX_LETTER_SPACING_EM) if len(gaps) >= 4 else 0.0


def _wide_count(before: Glyph, after: Glyph) -> int:
    return bool(WIDE.match(before.text)) + bool(WIDE.match(after.text))


LONG_CODE = re.compile(r"\d{12,}")  # a project's code, which a narrow column breaks
CUT_GROUP = re.compile(r",\d{1,2}$")  # 12,345,67 goes on


def cell_text(glyphs: Sequence[Glyph], width: float) -> str:
    """The text of a cell `width` points wide: wrapped lines joined, spaces kept between Latin words only.

    Two amounts on one another or side by side are kept apart, so that they never read as one number.
    """
    text = ""
    room = 0.0
    for line in split_lines(glyphs):
        words = _close_up(_part_amounts(line_text(line)))
        text += _joint(text, words, room) + words
        room = width - (line[-1].x1 - line[0].x0) - line[-1].size
    return _close_up(text).strip()


def _joint(text: str, words: str, room: float) -> str:
    if not text:
        return ""
    last, first = re.split(r"[\s；]", text)[-1], re.split(r"[\s；]", words)[0]
    if LONG_CODE.fullmatch(last) and first.isdigit() and len(first) <= len(last):
        return ""
    # a number is broken only by a cell that is too narrow for it
    is_cut = last[-1:] in (",", "，", ".") or bool(CUT_GROUP.search(last))
    is_whole = not is_cut and (room > 0 or bool(AMOUNT.fullmatch(last) and AMOUNT.fullmatch(first)))
    if is_whole and NUMBER.fullmatch(last) and NUMBER.fullmatch(first):
        return "；"
    return " " if text[-1].isascii() and text[-1].isalpha() and words[0].isascii() and words[0].isalpha() else ""


def _part_amounts(text: str) -> str:
    words = text.split(" ")
    joined = words[0]
    for before, after in pairwise(words):
        joined += ("；" if AMOUNT.fullmatch(before) and AMOUNT.fullmatch(after) else " ") + after
    return joined


def _close_up(text: str) -> str:
    """Spaces beside Chinese characters dropped: '合 计' and '合计' are one label."""
    return re.sub(rf"(?<={WIDE_CHARACTER})\s+|\s+(?={WIDE_CHARACTER})", "", text)
