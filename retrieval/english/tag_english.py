"""The words of an English question as tags: bodies, years, items, and marks of how it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest import late_re as re
from retrieval.catalog import Catalog
from retrieval.english.load_english import load_english
from retrieval.english.match_english_name import EnglishName, match_english_names
from retrieval.english.split_english import Word

YEAR = re.compile(r"20[0-4]\d")
LONGEST = 8
LISTED = frozenset({"B", "Y", "K", "I"})
JOINING = frozenset({"AND", "OR", "EMPTY", "VERSUS"})
ASKING = frozenset({"WHAT", "HOWMUCH", "HOW", "HOWMANY", "TIMES", "WHY"})
AHEAD_OF_YEAR = frozenset({"COMPAREDWITH", "VERSUS", "THAN", "SPLIT"})
SPOKEN_BEFORE = frozenset({"from", "on", "than"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A stretch of the question: its mark, what it means in Chinese, its sort where it is an item, and the words as typed."""

    mark: str
    value: str = ""
    sort: str = ""
    typed: str = ""


def tag_english(words: Sequence[Word], catalog: Catalog) -> tuple[Tag, ...]:
    """The tags in reading order; words of no known meaning have the mark UNKNOWN, bodies that are not loaded NOBODY."""
    names = {name.start: name for name in match_english_names(words, catalog)}
    tags: list[Tag] = []
    at = 0
    while at < len(words):
        tag, length = _tag(words, at, names.get(at))
        tags.append(replace(tag, typed=" ".join(word.typed for word in words[at : at + length])))
        at += length
    return tuple(_joined(_absorbed(_compared(tags))))


def _tag(words: Sequence[Word], at: int, name: EnglishName | None) -> tuple[Tag, int]:
    english = load_english()
    length = next((size for size in range(LONGEST, 0, -1) if _phrase(words, at, size) in english.phrases), 0)
    if name and name.end - at >= max(1, length):
        return Tag("G" if name.is_group else "B" if name.chinese else "NOBODY", name.chinese), name.end - at
    if YEAR.fullmatch(words[at].text):
        return Tag("Y", words[at].text), 1
    if not length:
        return Tag("UNKNOWN"), 1
    meaning = english.phrases[_phrase(words, at, length)]
    return Tag(meaning.mark, meaning.value, meaning.sort), length


def _phrase(words: Sequence[Word], at: int, length: int) -> tuple[str, ...]:
    return tuple(word.text for word in words[at : at + length]) if at + length <= len(words) else ()


def _compared(tags: Sequence[Tag]) -> list[Tag]:
    """“compared with last year”, “than in 2030” as one tag CMP."""
    found: list[Tag] = []
    for tag in tags:
        back = len(found)
        while back and found[back - 1].mark == "EMPTY" and found[back - 1].typed.lower() not in SPOKEN_BEFORE:
            back -= 1
        ahead = found[back - 1] if back else Tag("")
        is_ahead = ahead.mark in AHEAD_OF_YEAR or ahead.typed.lower() in SPOKEN_BEFORE
        if tag.mark == "YOY" or (tag.mark == "LAST" and is_ahead):
            found = [*(found[: back - 1] if is_ahead else found), Tag("CMP", "上年", typed=tag.typed)]
        elif tag.mark == "Y" and is_ahead:
            found = [*found[: back - 1], Tag("CMP", f"{tag.value}年", typed=tag.typed)]
        else:
            found.append(tag)
    return found


def _absorbed(tags: Sequence[Tag]) -> list[Tag]:
    """Without the words “expenses”, “cost” beside the item that they are of; alone “expenditure” is the total."""
    kept = []
    for place, tag in enumerate(tags):
        if tag.mark != "GEN":
            kept.append(tag)
            continue
        after = next((one for one in tags[place + 1 :] if one.mark not in ("EMPTY", "ALL", "HAVE")), Tag(""))
        is_beside = after.mark == "I" or (place > 0 and tags[place - 1].mark == "I")
        if not is_beside:
            kept.append(Tag("I", "支出总计", "amounts", tag.typed) if tag.value else tag)
        elif "counts" in (after.sort, kept[-1].sort if kept else ""):  # what the cars cost, not how many there are
            kept.append(Tag("VERB", typed=tag.typed))
    return kept


def _joined(tags: Sequence[Tag]) -> list[Tag]:
    """Bodies, years, kinds and items that follow each other in a list stand together, their “and” left out."""
    found: list[Tag] = []
    for tag in tags:
        between: list[Tag] = []
        while found and found[-1].mark in JOINING:
            between.insert(0, found.pop())
        is_list = tag.mark in LISTED and found and found[-1].mark == tag.mark and any(one.mark != "EMPTY" for one in between)
        kept = [] if is_list else between
        found += [*kept, Tag("WITH", typed="") if is_list and tag.mark == "I" else Tag("EMPTY"), tag]
    kept = [tag for tag in found if tag.mark != "EMPTY"]
    return [tag for place, tag in enumerate(kept) if tag.mark != "AND" or _goes_on(kept, place)]


def _goes_on(tags: Sequence[Tag], place: int) -> bool:
    """Whether an “and” or a comma may begin another question: a comma before a question word, an “and” once."""
    after = tags[place + 1].mark if place + 1 < len(tags) else ""
    return after in ASKING if tags[place].typed == "," else not (place and tags[place - 1].mark == "CMP") and after != "AND"
