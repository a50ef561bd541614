"""Splits the raw text of 一般公共预算财政拨款基本支出决算表: several blocks of code, name and amount side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Place
from ingest.raw_text.raw_table import Entry, RawTable, Record, Word, join_words, key_of, span_places
from ingest.raw_text.split_rows import AMOUNT, CODE_PATTERNS


@dataclass(frozen=True, slots=True)
class BlockItem:
    """One economic item and the block that its code or its label belongs to."""

    block: int
    code: Entry | None
    name: Entry
    amount: Entry | None

    @property
    def place(self) -> Place:
        """From the item's first to its last word."""
        return span_places([entry.place for entry in (self.code, self.name, self.amount) if entry])

    @property
    def record(self) -> Record:
        """The item as a row of keys and an amount."""
        code = self.code.text if self.code else ""
        return Record((self.code, self.name), (self.amount,) if self.amount else (), str(len(code)), code)


def split_blocks(table: RawTable) -> tuple[BlockItem, ...]:
    """The items in reading order; none if one cannot be given a block."""
    items = [item for words in item_words(table) for item in read_item(words, table)]
    return tuple(items) if all(item.block >= 0 for item in items) else ()


def item_words(table: RawTable) -> Iterator[list[Word]]:
    """The words of each item: it begins with a code, or with the label of a block's total, and ends with its amount."""
    words: list[Word] = []
    totals = {label for label in table.form.lists["block_totals"] if label}
    for word in (word for line in table.body for word in line):
        is_start = is_code(word) or word.text in totals or any(AMOUNT.fullmatch(one.text) for one in words)
        if words and is_start:
            yield words
            words = []
        words.append(word)
    if words:
        yield words


def is_code(word: Word) -> bool:
    """Whether the word is an economic code."""
    return word.is_digits and CODE_PATTERNS["economy"].fullmatch(word.text) is not None


def read_item(words: Sequence[Word], table: RawTable) -> Iterator[BlockItem]:
    """The item that the words make up, its block -1 where the form has none for it."""
    code = words[0] if is_code(words[0]) else None
    amounts = [word for word in words if AMOUNT.fullmatch(word.text)]
    names = [word for word in words if word is not code and word not in amounts]
    if not names:
        return
    name = join_words(names)
    block = block_of(code.text[:3] if code else name.text, table)
    yield BlockItem(block, join_words([code]) if code else None, name, join_words(amounts[:1]) if amounts else None)


def block_of(start: str, table: RawTable) -> int:
    """The block of a code's first three digits or of a total's label."""
    for block, codes in enumerate(table.form.lists["blocks"]):
        if start in codes.split():
            return block
    totals = [key_of(label) for label in table.form.lists["block_totals"]]
    return totals.index(key_of(start)) if key_of(start) in totals else -1
