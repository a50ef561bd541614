"""How far rows of words stand apart where no rule parts them: lines of a wrapped cell stand closer, and all but its last are full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.labels.table_words import kind_of_cell
from ingest.page_tables.pdf_body_rows import USUAL_PITCH_EM
from ingest.pages.pdf_glyphs import Glyph
from ingest.pages.pdf_word_rows import Extent, WordRow, home_column
from ingest.pages.pdf_words import line_text

# distances of rows differ from those of lines by this share at least
SAME_PITCH = 0.06
MIN_LEAD = 0.18
# over blank cells rows are a whole number of rows apart
MAX_PART = 0.12
# a line that a cell's edge broke is as long as the longest of its column, but for a word that was not to be broken
MAX_SHORT_EM = 2.0
MIN_FULL_EM = 3.0
# lines further apart are not of one cell
MAX_WRAP_EM = 2.1
# a line that goes on more cells than this is a row
MOST_RESTS = 2
WHOLE_KINDS = frozenset({"number", "percent", "measure", "dash", "word", "level1", "level2"})


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two words that stand below one another in a column, with nothing between them, and the width of the column's widest."""

    above: list[Glyph]
    below: list[Glyph]
    widest: float

    @property
    def gap(self) -> float:
        """How far they stand apart."""
        return self.below[0].middle - self.above[0].middle

    @property
    def may_be_cell(self) -> bool:
        """Whether the lower one may be the rest of the upper one."""
        size = self.above[0].size
        width = self.above[-1].x1 - self.above[0].x0
        is_full = width >= max(self.widest - MAX_SHORT_EM * size, MIN_FULL_EM * size)
        are_whole = all(kind_of_cell(line_text(line)) in WHOLE_KINDS for line in (self.above, self.below))
        return is_full and not are_whole and self.gap <= MAX_WRAP_EM * size


@dataclass(frozen=True, slots=True)
class Pitch:
    """The smallest distance of two rows in points, and the largest of two lines of one cell, 0 where no cell is wrapped."""

    rows: float
    lines: float = 0.0


def word_pitch(body: Sequence[WordRow], spans: Sequence[Extent]) -> Pitch | None:
    """How far rows and the lines of a cell stand apart; None where the print does not show which lines are rows."""
    pairs = list(_pairs(body, spans))
    if not pairs:
        return Pitch(USUAL_PITCH_EM * body[0].line[0].size)
    least = min(pair.gap for pair in pairs)
    reach = (1 + SAME_PITCH) * least
    further = [pair.gap for pair in pairs if pair.gap > reach]
    are_mixed = any(abs(gap / least - round(gap / least)) > MAX_PART for gap in further)
    if are_mixed and all(pair.may_be_cell for pair in pairs if pair.gap <= reach):
        return Pitch(min(further), reach) if min(further) >= (1 + MIN_LEAD) * least else None
    return None if _hides_wraps(body, pairs, len(spans)) else Pitch(least)


def _hides_wraps(body: Sequence[WordRow], pairs: Sequence[_Pair], columns: int) -> bool:
    """Whether a line that does not fill all columns may go on the one above with every word."""
    rests = {id(pair.below) for pair in pairs if pair.may_be_cell}
    most = min(MOST_RESTS, columns - 1)
    return any(len(line.segments) <= most and all(id(segment) in rests for segment in line.segments) for line in body)


def _pairs(body: Sequence[WordRow], spans: Sequence[Extent]) -> Iterator[_Pair]:
    for column in range(len(spans)):
        words = [segment for line in body for segment in line.segments if home_column(segment, spans) == column]
        widest = max((word[-1].x1 - word[0].x0 for word in words), default=0.0)
        yield from (_Pair(above, below, widest) for above, below in pairwise(words) if below[0].middle > above[0].middle + 1)
