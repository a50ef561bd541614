"""Recognises a prescribed form by its header, however the header's cells are broken, ordered and glued in raw text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from itertools import islice

from ingest.blocks import Line
from ingest.raw_text.raw_table import characters, key_of
from ingest.standard_forms import Form, HeaderCell

LONGEST_HEADER_LINES = 120
MOST_VARIANTS = 30


def match_form(form: Form, lines: Sequence[Line]) -> tuple[tuple[HeaderCell, ...], int] | None:
    """The header as printed and how many lines it takes, if the lines begin with this form's header.

    Raw text breaks header cells and prints the pieces in no fixed order, but it loses none of their characters: the header ends
    where the characters read so far are exactly those of a variant of the form's header. Of several such variants (a column that may
    be missing here or there) the one is taken whose rows read most like the print.
    """
    most = most_characters(form.header)
    least = least_length(form.header)
    seen: Counter[str] = Counter()
    prefixes: list[tuple[int, Counter[str]]] = []
    for count, line in enumerate(lines[:LONGEST_HEADER_LINES], 1):
        seen = seen + characters([line.text])
        if not seen <= most:
            break
        if seen.total() >= least:
            prefixes.append((count, seen))
    for count, budget in reversed(prefixes):
        exact = list(islice((header for header, left in variants(form.header, budget) if not left), MOST_VARIANTS))
        if exact:
            printed = key_of("".join(line.text for line in lines[:count]))
            return max(exact, key=lambda header: SequenceMatcher(None, printed, rows_text(header), autojunk=False).ratio()), count
    return None


def rows_text(cells: Sequence[HeaderCell]) -> str:
    """A header's text row by row, which is about the order in which it is printed."""
    below = [child for cell in cells for child in cell.children]
    return key_of("".join(cell.names[0] for cell in cells)) + (rows_text(below) if below else "")


def variants(
    cells: tuple[HeaderCell, ...], budget: Counter[str], after: Counter[str] | None = None
) -> Iterator[tuple[tuple[HeaderCell, ...], Counter[str]]]:
    """Every way to print these cells with the characters at hand, and the characters left over for what comes after them.

    A way that leaves characters which nothing later can print is not followed.
    """
    after = after or Counter()
    if not budget <= most_characters(cells) + after:
        return
    if not cells:
        yield (), budget
        return
    first, later = cells[0], cells[1:]
    for name in first.names:
        cost = Counter(key_of(name))
        if cost <= budget:
            for children, after_children in variants(first.children, budget - cost, most_characters(later) + after):
                for rest, left in variants(later, after_children, after):
                    names = (name, *(other for other in first.names if other != name))
                    yield (replace(first, names=names, children=children), *rest), left
    if first.is_optional:
        yield from variants(later, budget, after)


@cache
def most_characters(cells: tuple[HeaderCell, ...]) -> Counter[str]:
    """The most of each character that any variant can print."""
    most: Counter[str] = Counter()
    for cell in cells:
        widest: Counter[str] = Counter()
        for name in cell.names:
            widest |= Counter(key_of(name))
        most += widest + most_characters(cell.children)
    return most


def least_length(cells: Sequence[HeaderCell]) -> int:
    """The number of characters of the shortest variant."""
    return sum(min(len(key_of(name)) for name in cell.names) + least_length(cell.children) for cell in cells if not cell.is_optional)
