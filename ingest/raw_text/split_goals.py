"""Splits the raw text of 整体绩效目标表 into the rows of its fields and of its indicators."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.raw_text.raw_table import Entry, RawTable, Word, join_words, key_of
from ingest.raw_text.split_rows import AMOUNT
from ingest.standard_forms import Form

AIM = re.compile(
    r"[≥≤<>＜＞≧≦=＝]*\s*\d[\d,]*(?:\.\d+)?\s*(?:[%％‰]|[^\d\s，。；、=]{1,8})?"
    r"|(?:每[年月季]|\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|底|末)[之以]?[前内]?"
)
LONGEST_QUALITY = 6


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: the labels that begin with it (None where the one above goes on), its name, its value and its explanation."""

    first_level: Entry | None
    second_level: Entry | None
    name: Entry
    value: Entry
    explanation: Entry | None


@dataclass(frozen=True, slots=True)
class Field:
    """One field before the indicators: its section, its group within the section, its label and its value."""

    section: Entry
    group: Entry | None
    label: Entry | None
    value: Entry | None


@dataclass(slots=True)
class Reading:
    """What has been read of the indicator at hand."""

    seen: set[str] = field(default_factory=set)
    levels: dict[str, Entry] = field(default_factory=dict)
    name: list[Word] = field(default_factory=list)
    value: Word | None = None
    prose: list[Word] = field(default_factory=list)


def split_fields(table: RawTable) -> tuple[Field, ...]:
    """The fields before the indicator header, in reading order."""
    return tuple(one for section, lines in cut_sections(table) for one in section_fields(section, lines, table))


def cut_sections(table: RawTable) -> Iterator[tuple[Entry, list[list[Word]]]]:
    """Each section's label and its lines without the label."""
    sections = {key_of(name) for name in table.form.lists["sections"]}
    label: Entry | None = None
    lines: list[list[Word]] = []
    for line in table.prelude:
        if key_of(line[0].text) in sections:
            if label:
                yield label, lines
            label, lines = join_words(line[:1]), []
            line = line[1:]
        if line:
            lines.append(list(line))
    if label:
        yield label, lines


def section_fields(section: Entry, lines: Sequence[Sequence[Word]], table: RawTable) -> Iterator[Field]:
    """The fields of one section: amounts by their prescribed labels, tasks by their blocks, anything else as one text."""
    amounts = list(money_fields(section, lines, table.form.lists["money_labels"]))
    words = [word for line in lines for word in line]
    if amounts:
        yield from amounts
    elif len(lines) > 1 and len(lines[0]) == 2 and any(line[0].after_gap for line in lines[1:]):
        yield Field(section, None, join_words(lines[0][:1]), join_words(lines[0][1:]))
        for block in blocks_of(lines[1:]):
            yield Field(section, None, join_words(block[:1]), join_words(block[1:]) if block[1:] else None)
    elif words:
        yield Field(section, None, None, join_words(words))


def blocks_of(lines: Sequence[Sequence[Word]]) -> Iterator[list[Word]]:
    """The words of lines without blank lines between them."""
    block: list[Word] = []
    for line in lines:
        if line[0].after_gap and block:
            yield block
            block = []
        block += line
    if block:
        yield block


def money_fields(section: Entry, lines: Sequence[Sequence[Word]], labels: Sequence[str]) -> Iterator[Field]:
    """The prescribed amount labels with their amounts; a label that ends with a colon heads the ones after it."""
    folded = {unicodedata.normalize("NFKC", label): label for label in labels}
    pattern = re.compile("|".join(re.escape(label) for label in sorted(folded, key=len, reverse=True)))
    group: Entry | None = None
    for line in lines:
        text = unicodedata.normalize("NFKC", "".join(word.text for word in line if not AMOUNT.fullmatch(word.text) and word.number is None))
        found = [Entry(folded[match.group()], line[0].place) for match in pattern.finditer(text)]
        number = line[-1] if line[-1].number is not None else None
        for position, label in enumerate(found):
            if label.text.endswith("："):
                group = label
                continue
            if label.text[0] not in "（(":
                group = None
            yield Field(section, group, label, join_words([number]) if number and position == len(found) - 1 else None)


def split_goals(table: RawTable) -> tuple[Indicator, ...]:
    """The indicators with their level labels, values and explanations; none where nothing parts an explanation from the next name."""
    if not any(line[0].after_gap for line in table.body[1:]) and not all(is_aim_line(line, table) for line in table.body):
        return ()
    found: list[Indicator] = []
    state = Reading()
    for line in table.body:
        if state.value and (not state.prose or not line[0].after_gap) and not ends_with_value(line, table):
            state.prose += line
            continue
        found += finish(state)
        for word in line:
            take_label(state, table)
            if state.name and is_aim(word, line, table):
                state.value = word
            elif state.value:
                state.prose.append(word)
            else:
                state.name.append(word)
    return (*found, *finish(state))


def is_aim_line(line: Sequence[Word], table: RawTable) -> bool:
    """Whether the line holds an indicator's name and value."""
    return any(is_aim(word, line, table) for word in line[1:])


def ends_with_value(line: Sequence[Word], table: RawTable) -> bool:
    """Whether the line is an indicator's name and value, which no line of prose looks like."""
    return line[0].after_gap and len(line) > 1 and is_aim(line[-1], line, table) and len(line[0].text) < 30


def is_aim(word: Word, line: Sequence[Word], table: RawTable) -> bool:
    """Whether the word is an indicator's value: a measured one, or a quality in the value's place."""
    if AIM.fullmatch(word.text):
        return True
    is_last = word is line[-1] and len(line) > 1 and len(word.text) <= LONGEST_QUALITY
    labels = (*table.form.lists["first_levels"], *table.form.lists["second_levels"])
    return (is_last or is_quality(word.text, table.form)) and word.text not in labels


def is_quality(text: str, form: Form) -> bool:
    """Whether the text is a quality that indicators aim at (明显, 逐步提高)."""
    return any(re.fullmatch(pattern, text) for pattern in form.lists["qualities"])


def take_label(state: Reading, table: RawTable) -> None:
    """Takes the words read so far as a level's label if they are one; a label seen before is a repetition at a page's end."""
    text = "".join(word.text for word in state.name)
    for level in ("first_levels", "second_levels"):
        if text in table.form.lists[level]:
            if text not in state.seen:
                state.levels[level] = join_words(state.name)
                state.seen.add(text)
            state.name = []
            return


def finish(state: Reading) -> Iterator[Indicator]:
    """The indicator that has been read, if it is complete."""
    if state.value is None:
        return
    explanation = join_words(state.prose) if state.prose else None
    levels = state.levels
    yield Indicator(levels.get("first_levels"), levels.get("second_levels"), join_words(state.name), join_words([state.value]), explanation)
    state.levels, state.name, state.value, state.prose = {}, [], None, []
