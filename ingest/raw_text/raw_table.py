"""What a table in raw text (columns lost) is read into before it becomes a grid: words, header columns, records of labels and numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ingest.blocks import Line
from ingest.document import Place
from ingest.quantity import REMEMBERED, parse_number
from ingest.standard_forms import Form, HeaderCell

GLUED_PAGE_NUMBER = re.compile(r"-\s*\d{1,3}\s*-\s*$")
NOT_A_WORD_CHARACTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a line between spaces; `after_gap` says that blank lines stand before its line."""

    text: str
    place: Place
    starts_line: bool = False
    after_gap: bool = False

    @property
    def is_digits(self) -> bool:
        """Whether it is an integer without separators: a code, or an amount without decimals."""
        return self.text.isascii() and self.text.isdigit()

    @property
    def number(self) -> Decimal | None:
        """The number that the word prints."""
        return parse_number(self.text)


@dataclass(frozen=True, slots=True)
class Entry:
    """The text of one cell, its wrapped pieces joined."""

    text: str
    place: Place
    is_uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A leaf column: its header path as printed and the tags of all cells on the path."""

    path: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """A recognised region: its form, its header as printed (variants chosen), its body's lines, and the lines of fields before the header.

    `known_names` are the names of the department's units, one a line, without punctuation; `prose` is the rest of the document,
    without spaces.
    """

    form: Form
    header: tuple[HeaderCell, ...]
    header_place: Place
    body: tuple[tuple[Word, ...], ...]
    known_names: str = ""
    prose: str = ""
    prelude: tuple[tuple[Word, ...], ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The leaf columns from left to right."""
        return tuple(leaf_columns(self.header))


@dataclass(frozen=True, slots=True)
class Record:
    """One row, or one side of a row: an entry per key column and the amounts in reading order, their columns not yet known."""

    keys: tuple[Entry | None, ...]
    amounts: tuple[Entry, ...]
    level: str = ""
    codes: str = ""

    @property
    def label(self) -> str:
        """The labels joined, without codes and 行次."""
        return "".join(entry.text for entry in self.keys if entry and not entry.text.isdigit())


def leaf_columns(cells: Iterable[HeaderCell], path: tuple[str, ...] = (), tags: tuple[str, ...] = ()) -> Iterable[Column]:
    """The leaves of a header tree with their paths."""
    for cell in cells:
        here = Column((*path, cell.names[0]), (*tags, *cell.tags))
        if cell.children:
            yield from leaf_columns(cell.children, here.path, here.tags)
        else:
            yield here


@lru_cache(maxsize=REMEMBERED)
def key_of(text: str) -> str:
    """The text's letters, characters and digits in half width: what is equal however it is broken and punctuated."""
    return NOT_A_WORD_CHARACTER.sub("", unicodedata.normalize("NFKC", text))


def characters(texts: Iterable[str]) -> Counter[str]:
    """How often each character of `key_of` occurs in the texts."""
    return Counter(key_of("".join(texts)))


def span_places(places: Sequence[Place]) -> Place:
    """The place from the first to the last of these places."""
    lines = [place.lines for place in places if place.lines]
    boxes = [place.bbox for place in places if place.bbox and place.page == places[0].page]
    return Place(
        page=places[0].page,
        bbox=(min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)) if boxes else None,
        lines=(min(first for first, _ in lines), max(last for _, last in lines)) if lines else None,
    )


def join_words(words: Sequence[Word], is_uncertain: bool = False) -> Entry:
    """One cell from its pieces."""
    return Entry("".join(word.text for word in words), span_places([word.place for word in words]), is_uncertain)


def split_words(lines: Sequence[Line]) -> tuple[tuple[Word, ...], ...]:
    """The words of every line that has any."""
    found: list[tuple[Word, ...]] = []
    last = 0
    for line in lines:
        pieces = GLUED_PAGE_NUMBER.sub("", line.text).split()
        if not pieces:
            continue
        has_gap = line.place.lines is not None and line.place.lines[0] > last + 1
        found.append(tuple(Word(piece, line.place, number == 0, number == 0 and has_gap) for number, piece in enumerate(pieces)))
        last = line.place.lines[1] if line.place.lines else 0
    return tuple(found)
