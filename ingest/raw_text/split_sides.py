"""Splits the body of a raw two-sided table (收入 | 支出) into the items of its left and its right side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from ingest.document import Place
from ingest.quantity import REMEMBERED
from ingest.raw_text.raw_table import Entry, RawTable, Record, Word, key_of, span_places
from ingest.raw_text.split_rows import AMOUNT

ORDINAL = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]")
FIXED_LABELS = (
    r"其中[：:]|本年[收支][入出]合计|[收支][入出]合计|(?:[收支][入出])?总计|上年结转|年[初末终](?:财政拨款)?结转"
    r"|使用非财政拨款结余|结余分配"
)
LONGEST_TAIL = 6
LABEL_START = re.compile(rf"(?:{ORDINAL.pattern})(?:{FIXED_LABELS})?|{FIXED_LABELS}")


@dataclass(frozen=True, slots=True)
class Item:
    """One label with its amounts, on one side; doubtful where the amounts may be those of the label beside it."""

    is_right: bool
    record: Record
    is_doubtful: bool = False


def split_sides(table: RawTable) -> tuple[Item, ...]:
    """The items of both sides in reading order."""
    has_lines = any("line" in column.tags for column in table.columns)
    items: list[Item] = []
    last_line = 0
    for run in split_runs(table.body, has_lines):
        own = run_items(run, items, last_line, table)
        items += share_amounts(own, run, side_widths(table))
        last_line = last_line if own[-1].is_right or run.line is None else run.line_number
    if not has_lines:
        return tuple(return_tails(items, table))
    return tuple(replace(item, record=replace(item.record, keys=(*item.record.keys, None)[:2])) for item in return_tails(items, table))


def run_items(run: Run, before: Sequence[Item], last_line: int, table: RawTable) -> list[Item]:
    """An item for each label of a run; the last has the run's 行次 and amounts."""
    found: list[Item] = []
    pieces: list[Entry | None] = list(cut_labels(run.words)) or [None]
    for label in pieces[:-1]:
        is_right = is_right_label(label, [*before, *found], table)
        found.append(Item(is_right, Record((label,), (), ordinal_level(label.text if label else ""))))
    label = pieces[-1]
    is_many = len(run.amounts) > side_widths(table)[0]
    is_right = run.line_number != last_line + 1 if run.line else is_many or is_right_label(label, [*before, *found], table)
    keys = (label, run.line) if run.line else (label,)
    return [*found, Item(is_right, Record(keys, tuple(run.amounts), ordinal_level(label.text if label else "")))]


def share_amounts(items: Sequence[Item], run: Run, widths: tuple[int, int]) -> Sequence[Item]:
    """The items of a run; amounts under both labels of a line are shared if all are printed, else it is doubtful whose they are."""
    if len(items) < 2 or not run.has_amounts_below or items[-2].is_right or not items[-1].is_right:
        return items
    left, right = items[-2:]
    if len(run.amounts) != sum(widths):
        return [*items[:-1], replace(right, is_doubtful=True)]
    mended = replace(left, record=replace(left.record, amounts=tuple(run.amounts[: widths[0]])))
    return [*items[:-2], mended, replace(right, record=replace(right.record, amounts=tuple(run.amounts[widths[0] :])))]


def return_tails(items: Sequence[Item], table: RawTable) -> list[Item]:
    """The items with the end of a wrapped left label given back where raw text printed it after the right label beside it."""
    known = {key_of(label) for side in ("left", "right") for label in table.form.lists[side]}
    mended = list(items)
    for position, (first, second) in enumerate(pairwise(items)):
        label, other = first.record.keys[0], second.record.keys[0]
        if label is None or other is None or bare_key(other.text) in known:
            continue
        for cut in range(1, LONGEST_TAIL + 1):
            head, tail = other.text[:-cut], other.text[-cut:]
            if bare_key(head) in known and bare_key(label.text + tail) in known:
                mended[position] = relabel(mended[position], label.text + tail)
                mended[position + 1] = relabel(second, head)
    return mended


def relabel(item: Item, text: str) -> Item:
    """The item with another text for its label."""
    label = item.record.keys[0]
    assert label is not None
    return replace(item, record=replace(item.record, keys=(replace(label, text=text), *item.record.keys[1:])))


def bare_key(label: str) -> str:
    """The label without its ordinal, spaces and punctuation."""
    return key_of(ORDINAL.sub("", label, count=1))


def side_widths(table: RawTable) -> tuple[int, int]:
    """How many amount columns the left and the right side have."""
    tags = [column.tags for column in table.columns]
    second = [number for number, one in enumerate(tags) if "name" in one][1]
    left, right = (sum(1 for one in side if not {"name", "line"} & set(one)) for side in (tags[:second], tags[second:]))
    return left, right


@dataclass(slots=True)
class Run:
    """Words of labels, the 行次 of the last one where the form prints it, and the amounts that follow."""

    words: list[Word] = field(default_factory=list)
    line: Entry | None = None
    amounts: list[Entry] = field(default_factory=list)
    has_amounts_below: bool = False

    @property
    def line_number(self) -> int:
        """The 行次, 0 without one."""
        return int(self.line.text) if self.line else 0


def split_runs(lines: Sequence[tuple[Word, ...]], has_lines: bool) -> Iterator[Run]:
    """Each label, or several without amounts between them, with what follows it."""
    run = Run()
    seen: set[int] = set()
    for word in (word for line in lines for word in line):
        is_line = has_lines and is_line_number(word, run, seen)
        if not is_line and (AMOUNT.fullmatch(word.text) or (word.is_digits and (run.words or run.line))):
            run.has_amounts_below = run.has_amounts_below or (word.starts_line and is_one_line(run.words))
            run.amounts.append(Entry(word.text, word.place))
            continue
        if run.amounts or run.line:
            yield run  # an amount or a 行次 ends the label before it
            run = Run()
        if is_line:
            run.line = Entry(word.text, word.place)
            seen.add(run.line_number)
        else:
            run.words.append(word)
    if run.words or run.line:
        yield run


def is_one_line(words: Sequence[Word]) -> bool:
    """Whether the last words stand on one line: labels of both sides, if they are several."""
    return len(words) > 1 and words[-1].place == words[-2].place


def is_line_number(word: Word, run: Run, seen: set[int]) -> bool:
    """Whether the word is a 行次: the first integer after a label, or the one that follows a 行次 read before."""
    if not word.is_digits or len(word.text) > 2 or word.text == "0":
        return False
    return run.line is None or not run.amounts or word.starts_line or int(word.text) - 1 in seen


def cut_labels(words: Sequence[Word]) -> Iterator[Entry]:
    """The labels in a run of words: each begins with an ordinal or one of the prescribed words."""
    text = "".join(word.text for word in words)
    places = [word.place for word in words for _ in word.text]
    starts = label_starts(text)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if start < end:
            yield Entry(text[start:end], span_places(unique(places[start:end])))


def unique(places: Sequence[Place]) -> list[Place]:
    """The places without repetitions, in order."""
    return list(dict.fromkeys(places))


def label_starts(text: str) -> list[int]:
    """Where labels begin; the first always at 0."""
    return sorted({0} | {match.start() for match in LABEL_START.finditer(text)})


def ordinal_level(label: str) -> str:
    """The kind of ordinal that a label begins with: labels of one kind stand on one level."""
    match = ORDINAL.match(label)
    if not label:
        return "blank"
    if match is None:
        return "其中" if label.startswith("其中") else "text"
    return "（一）" if match.group().endswith(("）", ")")) else "一、"


def is_right_label(label: Entry | None, items: Sequence[Item], table: RawTable) -> bool:
    """Whether the label is one of the form's right side rather than of its left; the same label twice stands on both."""
    before = items[-1] if items else None
    if label is None or (before and not before.is_right and before.record.label == label.text):
        return True
    return closeness(label.text, table.form.lists["right"]) > closeness(label.text, table.form.lists["left"])


@lru_cache(maxsize=REMEMBERED)
def closeness(label: str, known: tuple[str, ...]) -> float:
    """How like the label is to the nearest of the known ones, without ordinals."""
    return max(SequenceMatcher(None, bare_key(label), key_of(one)).ratio() for one in known)
