"""Splits the body of a raw table into records: codes anchor the wrapped labels, the numbers after the labels are the amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.raw_text.part_labels import part_labels
from ingest.raw_text.raw_table import Column, Entry, RawTable, Record, Word, join_words, key_of, span_places

CODE_PATTERNS = {
    "class": re.compile(r"\d{3}"),
    "two": re.compile(r"\d{2}"),
    "economy": re.compile(r"3\d{2}(?:\d{2})?"),
    "government": re.compile(r"5\d{2}(?:\d{2})?"),
    "govclass": re.compile(r"5\d{2}"),
    "unit": re.compile(r"\d{3,12}"),
    "function": re.compile(r"\d{3}|\d{5}|\d{7}"),
    "line": re.compile(r"\d{1,2}"),
}
TEXT_TAGS = frozenset({"name", "kind", "unitname"})
ITEM_CODES = CODE_PATTERNS.keys() - {"unit"}
AMOUNT = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|0)|[-—–]")


def key_columns(table: RawTable) -> tuple[Column, ...]:
    """The columns left of the amounts."""
    return tuple(column for column in table.columns if key_tag(column))


def key_tag(column: Column) -> str | None:
    """What kind of key the column holds, None for amounts."""
    return next((tag for tag in reversed(column.tags) if tag in TEXT_TAGS or tag in CODE_PATTERNS), None)


def split_rows(table: RawTable) -> tuple[Record, ...]:
    """The rows of a table with keys on the left and amounts on the right."""
    tags = [key_tag(column) or "" for column in key_columns(table)]
    records: list[Record] = []
    for words, amounts in split_runs(table.body, tags):
        if not amounts and key_of("".join(word.text for word in words)) in {key_of(name) for name in seen_labels(records)}:
            continue  # a merged label is printed again at the end of the page's text
        keys = assign_keys(words, tags, table)
        codes = "".join(entry.text for entry, tag in zip(keys, tags, strict=True) if entry and entry.text.isdigit() and tag in ITEM_CODES)
        level = "".join(str(len(word.text)) for word in words if word.is_digits) or "text"
        records.append(Record(keys, tuple(join_words([word]) for word in amounts), level, codes))
    return tuple(records)


def seen_labels(records: Sequence[Record]) -> set[str]:
    """Every label printed so far."""
    return {entry.text for record in records for entry in record.keys if entry}


def split_runs(lines: Sequence[tuple[Word, ...]], tags: Sequence[str]) -> Iterator[tuple[list[Word], list[Word]]]:
    """Label words and the amounts after them, row by row."""
    words: list[Word] = []
    amounts: list[Word] = []
    for word in (word for line in lines for word in line):
        if is_amount(word, words, amounts, tags):
            amounts.append(word)
            continue
        if amounts:
            yield words, amounts
            words, amounts = [], []
        words.append(word)
    if words or amounts:
        yield words, amounts


def is_amount(word: Word, words: Sequence[Word], amounts: Sequence[Word], tags: Sequence[str]) -> bool:
    """Whether the word is an amount, not a code, given what the row has so far."""
    if AMOUNT.fullmatch(word.text):
        return True
    if not word.is_digits:
        return False
    if amounts:
        return not word.starts_line
    if not tags:
        return True
    if not any(not one.is_digits for one in words):
        return False
    codes_read = sum(1 for one in words if one.is_digits)
    code_tags = [tag for tag in tags if tag in CODE_PATTERNS and tag != "unit"]
    return not any(CODE_PATTERNS[tag].fullmatch(word.text) for tag in code_tags[codes_read:])


def assign_keys(words: Sequence[Word], tags: Sequence[str], table: RawTable) -> tuple[Entry | None, ...]:
    """The words of a row's labels in their key columns: each run of codes in the next group of code columns, text in the columns after."""
    keys: list[Entry | None] = [None] * len(tags)
    position = 0
    for run in runs(words):
        if run[0].is_digits and (start := find_code_group(run, tags, position, keys)) is not None:
            for offset, word in enumerate(run):
                keys[start + offset] = join_words([word])
            position = max(position, start + len(run))
            continue
        columns = text_columns(tags, position)
        last = max((column for column in range(len(tags)) if tags[column] in TEXT_TAGS and keys[column]), default=None)
        if not columns and last is not None:
            keys[last] = join_entries(keys[last], join_words(run))
        for column, part in part_labels(run, [(column, tags[column]) for column in columns], table) if columns else ():
            keys[column] = join_words(part)
            position = column + 1
    return tuple(keys)


def join_entries(first: Entry | None, second: Entry) -> Entry:
    """One label from its two halves, as where the code was printed between them."""
    return Entry(first.text + second.text, span_places([first.place, second.place])) if first else second


def runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Consecutive codes, and consecutive text."""
    run: list[Word] = []
    for word in words:
        if run and run[-1].is_digits != word.is_digits:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def find_code_group(run: Sequence[Word], tags: Sequence[str], position: int, keys: Sequence[Entry | None]) -> int | None:
    """The column where a run of codes starts: a group that it fills completely, else one whose first codes it has.

    A wrapped name may be printed before its code, which then belongs to the columns on its left.
    """
    fits = [start for start in range(len(tags)) if tags[start] != "two" and keys[start] is None and codes_fit(run, tags[start:])]
    complete = [start for start in fits if start + len(run) >= len(tags) or tags[start + len(run)] != "two"]
    later = [[start for start in starts if start >= position] for starts in (complete, fits)]
    return next(iter([*later[0], *later[1], *complete, *fits]), None)


def codes_fit(run: Sequence[Word], tags: Sequence[str]) -> bool:
    """Whether each code looks as its column's codes do."""
    pairs = zip(run, tags, strict=False)
    return len(run) <= len(tags) and all(tag in CODE_PATTERNS and CODE_PATTERNS[tag].fullmatch(word.text) for word, tag in pairs)


def text_columns(tags: Sequence[str], position: int) -> list[int]:
    """The neighbouring text columns from the next one on."""
    columns: list[int] = []
    for column in range(position, len(tags)):
        if tags[column] in TEXT_TAGS:
            columns.append(column)
        elif columns:
            break
    return columns
