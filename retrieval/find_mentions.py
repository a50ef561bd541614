"""Which labels of a document a question names: as printed, by a usual short form or synonym, by code, or misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq, Levenshtein

from retrieval.index_facts import FactIndex
from retrieval.is_talk import is_talk
from retrieval.load_vocabulary import Synonym, Vocabulary
from retrieval.loose_tables import loose_tables
from retrieval.parts_of_names import names_with, parts_of_names
from retrieval.romanize import sound_of
from retrieval.scopes import scopes_in
from retrieval.short_names import short_names
from retrieval.table_numbers import table_references

LONGEST = 40
LONGEST_WORD = 3  # of the everyday words that may stand in longer names
LONG = 5  # so long a word stands in few names by chance
MOST_OF = 0.6
SHORT = 4  # a slip in a name this short must sound or look like it
LOOKALIKES = (
    "日目曰", "未末", "涮刷", "剧据", "待侍持", "己已", "人入八", "士土工", "折拆析", "徽微", "治冶", "千干于", "免兔",
    "费贵", "候侯", "官管", "拔拨", "购构沟", "坏环", "住往", "栽裁载", "账帐", "大太", "收牧", "准淮", "令今",
    "间问", "办力", "本木", "项顷", "险检脸", "津律", "贴帖", "奖桨", "财材", "政攻", "绩债", "效郊", "位泣",
    "预颂", "算箅", "决央", "出击", "予预", "体休", "少小", "元无", "公分",
)  # fmt: skip
SIDES = ("收入", "支出")
OPPOSITES = (
    SIDES, ("预算", "决算"), ("年初", "年末"), ("增加", "减少"), ("上年", "本年"), ("行政", "事业"), ("基本", "项目"), ("中小", "小微"),
)  # fmt: skip
CODE = re.compile(r"(?<![\d.])(?:\d{5,21}|\d{3,4}(?!年))(?![\d.]|万|元|%)")
SEGMENT = re.compile(r"[^\s~■;:?!。、，]{3,}")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a question (from `start` to `end` of the folded text) and the keys of labels they name; none: nothing in the document."""

    start: int
    end: int
    asked: str
    keys: tuple[str, ...]
    code: str | None = None
    is_weak: bool = False
    is_total: bool = False
    correction: str | None = None
    group: str = ""
    is_column: bool = False
    is_part: bool = False

    @property
    def weight(self) -> float:
        """How much the mention counts: its length in characters, a code for eight."""
        return 8.0 if self.code else float(min(self.end - self.start, 12))


def find_mentions(text: str, index: FactIndex, vocabulary: Vocabulary, *, parts: bool = False) -> tuple[Mention, ...]:
    """The labels that a folded question names, in reading order; the longest where they overlap, misspellings where nothing else fits.

    With `parts` a word that no label is counts for all labels that hold it.
    """
    tables = (*table_references(text, index.postings), *loose_tables(text, index.titles, index.variants))
    called = [Mention(start, end, text[start:end], keys) for start, end, keys in tables]
    shortened = short_names(text, index.names, index.variants)
    short = [Mention(start, end, text[start:end], keys, correction=keys[0]) for start, end, keys in shortened]
    found = sorted(without_cuts([*codes(text, index), *called, *named(text, index, vocabulary), *short]), key=precedence)
    exact = pick([one for one in found if not one.is_weak and not (parts and is_empty(one, vocabulary))])
    exact = [with_named_row(one, index) for one in exact]
    spans = scopes_in(mask(text, exact), index.titles) if exact else ()
    scopes = [Mention(start, end, text[start:end], (text[start:end],)) for start, end in spans]
    exact = pick([*exact, *scopes])
    masked = mask(text, exact)
    guessed = [one for segment in unexplained(masked, vocabulary) for one in misspelt(segment, index)]
    if parts:
        exact = [with_longer_names(one, index, vocabulary) for one in exact]
        guessed = [one for one in guessed if not is_within_label(one)]
        guessed += [Mention(*one, is_part=True) for one in parts_of_names(mask(masked, guessed), index, vocabulary)]
    weak = [one for one in found if one.is_weak] if not exact and not guessed else []
    return tuple(sorted(pick([*exact, *guessed, *weak]), key=lambda one: one.start))


def with_named_row(one: Mention, index: FactIndex) -> Mention:
    """The words of a heading with the only name that holds them beside little else: what the section tells of (A情况: 管理的A)."""
    numbers = [number for key in one.keys for number in index.postings.get(key, ())]
    is_heading = bool(numbers) and not any(key in index.names or key in index.titles for key in one.keys)
    if not is_heading or len(one.asked) < LONG or any(set(one.keys) & set(index.facts[number].headers) for number in numbers):
        return one
    held = [name for name in index.names if one.asked in name and len(one.asked) >= MOST_OF * len(name)]
    return replace(one, keys=(*one.keys, *held)) if len(held) == 1 else one


def is_empty(one: Mention, vocabulary: Vocabulary) -> bool:
    """Whether an everyday word stands for names that the document does not have; the name of an account that is not there is asked for."""
    return not one.keys and not one.code and not one.is_total and one.asked not in vocabulary.standard_names


def is_within_label(one: Mention) -> bool:
    """Whether a guess was made from a part of the label alone: then other labels may hold it too."""
    return one.correction is not None and one.asked in one.correction


def with_longer_names(one: Mention, index: FactIndex, vocabulary: Vocabulary) -> Mention:
    """An everyday word with the names that hold it besides those it usually stands for (培训: 培训费, 组织培训次数)."""
    is_name = one.asked in vocabulary.standard_names or any(one.asked in synonym.names for synonym in vocabulary.synonyms)
    if is_name or len(one.asked) > LONGEST_WORD or one.is_total or one.is_column or one.asked in index.variants or one.code:
        return one
    return replace(one, keys=tuple(dict.fromkeys((*one.keys, *names_with(one.asked, index)))), is_part=True)


def without_cuts(found: list[Mention]) -> list[Mention]:
    """The mentions without those that cut another one.

    That is a total that begins within a printed name and runs on past it (项目支出 + 预算总额, not 项目 + 支出预算总额), and a heading
    that ends within a column's name (数量 + 指标值, not 数量指标 + 值).
    """
    names = [one for one in found if one.keys and not one.is_total and not one.is_weak]
    columns = [one for one in names if one.is_column and one.asked.endswith("值")]
    cut = [one for one in found if one.is_total and any(name.start < one.start < name.end < one.end for name in names)]
    cut += [one for one in found if one.asked.endswith("指标") and any(one.start < col.start < one.end < col.end for col in columns)]
    return [one for one in found if one not in cut]


def precedence(one: Mention) -> tuple[float, int]:
    """Longer names first; the names of totals are made of everyday words and give way to others of nearly their length."""
    return (one.start - one.end + (1.5 if one.is_total else 0.0), one.start)


def pick(candidates: list[Mention]) -> list[Mention]:
    """The candidates that do not overlap an earlier one."""
    taken: list[Mention] = []
    for one in candidates:
        if all(one.end <= other.start or one.start >= other.end for other in taken):
            taken.append(one)
    return taken


def mask(text: str, mentions: list[Mention] | tuple[Mention, ...]) -> str:
    """The text with the mentions blacked out at equal length."""
    for one in mentions:
        text = text[: one.start] + "■" * (one.end - one.start) + text[one.end :]
    return text


def codes(text: str, index: FactIndex) -> Iterator[Mention]:
    """Codes of accounts, units and projects that the document prints."""
    for found in CODE.finditer(text):
        if found[0] in index.codes:
            yield Mention(found.start(), found.end(), found[0], (), code=found[0])


def named(text: str, index: FactIndex, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Every stretch of the text that is a label's spelling, a synonym or a standard name."""
    yield from by_pattern(text, index, vocabulary)
    synonyms = by_spelling(vocabulary)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + LONGEST) + 1):
            asked = text[start:end]
            keys = tuple(index.variants.get(asked, ()))
            found = [one for one in synonyms.get(asked, ()) if applies(one, text)]
            if keys and len(asked) > 6 and not found:
                found = [one for length in range(len(asked) - 1, 3, -1) for one in synonyms.get(asked[-length:], ()) if one.is_ending]
            names = [name for one in found for name in one.names]
            named_keys = [key for name in names for key in sorted(index.variants.get(name, {name} & index.postings.keys()))]
            named_keys += [key for one in found for pattern in one.holding for key in sorted(index.postings) if re.search(pattern, key)]
            if not keys and not named_keys:
                found = [one for one in found if not one.is_column]
            if text[end : end + 2] in SIDES:
                keys = tuple(key for key in keys if not key.endswith(SIDES) or key == asked + text[end : end + 2])
            if keys or found or asked in vocabulary.standard_names:
                is_strong = bool(keys) or not found or any(not one.is_weak for one in found)
                yield Mention(
                    start, end, asked, tuple(dict.fromkeys([*sorted(keys), *named_keys])), is_weak=not is_strong,
                    is_total=any(one.is_total for one in found),
                    is_column=all(one.is_column for one in found) if found else names_column(keys, index),
                )  # fmt: skip


def by_pattern(text: str, index: FactIndex, vocabulary: Vocabulary) -> Iterator[Mention]:
    """The stretches of the text that a synonym's patterns describe (“总共打算花多少钱”)."""
    for one in vocabulary.synonyms:
        names = one.names if one.patterns else ()
        keys = dict.fromkeys(key for name in names for key in sorted(index.variants.get(name, {name} & index.postings.keys())))
        for found in (match for pattern in one.patterns for match in re.finditer(pattern, text)):
            yield Mention(*found.span(), found[0], tuple(keys), is_weak=one.is_weak, is_total=one.is_total, is_column=one.is_column)


def names_column(keys: tuple[str, ...], index: FactIndex) -> bool:
    """Whether keys name only a form's columns (分值, 偏差度): no row and no table bears them, and no amount of money stands there."""
    facts = [index.facts[number] for key in keys for number in index.postings.get(key, ())]
    return bool(facts) and all(
        not fact.is_money and fact.headers and set(keys) & set(fact.headers[-1:]) and not set(keys) & {key for key, _ in fact.labels}
        for fact in facts
    )


def by_spelling(vocabulary: Vocabulary) -> dict[str, list[Synonym]]:
    """The synonyms by each of their asked words."""
    found: dict[str, list[Synonym]] = {}
    for synonym in vocabulary.synonyms:
        for word in synonym.asked:
            found.setdefault(word, []).append(synonym)
    return found


def applies(synonym: Synonym, text: str) -> bool:
    """Whether a synonym holds for a question that counts things, or for one that does not."""
    counts = r"(?:几|多少|每)\s*(?:{})"
    if synonym.counted:
        return bool(re.search(counts.format("|".join(synonym.counted)), text))
    return not (synonym.unless_counted and re.search(counts.format("|".join(synonym.unless_counted)), text))


def unexplained(masked: str, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    """The stretches of at least three characters that neither a mention nor a filler nor talk explains, with their positions."""
    for pattern in (pattern for _, pattern in vocabulary.operations):
        masked = pattern.sub(without_gaps, masked)
    for segment in SEGMENT.finditer(masked):
        if len(vocabulary.long_fillers.sub("", segment[0])) >= 2 and not is_talk(segment[0], vocabulary.talk):
            yield segment.start(), segment[0]


def without_gaps(found: re.Match[str]) -> str:
    """An operation masked, what stands in its gaps (the groups of its pattern) left: “哪个■多” explains no ■."""
    text = "~" * len(found[0])
    for group in range(1, found.re.groups + 1):
        if found[group]:
            start, end = (place - found.start() for place in found.span(group))
            text = f"{text[:start]}{found[group]}{text[end:]}"
    return text


def misspelt(segment: tuple[int, str], index: FactIndex) -> Iterator[Mention]:
    """The label that a stretch comes nearest to, where it differs by few characters or is a clear part of one label only."""
    start, text = segment
    spellings = [one for one in index.variants if len(one) >= 3 and one not in index.compounds]
    best = max(((likeness(text, spelling), spelling) for spelling in spellings), default=(0.0, ""))
    if best[0] < 0.8:
        return
    near = [spelling for spelling in spellings if likeness(text, spelling) >= best[0] - 0.02]
    alignment = fuzz.partial_ratio_alignment(best[1], text)
    if alignment is None:
        return
    first, last = (alignment.dest_start, alignment.dest_end) if len(best[1]) <= len(text) else (0, len(text))
    if text[first:last] in index.variants:
        return  # spelt right, and passed over for good reason
    keys = tuple(sorted({key for spelling in near for key in index.variants[spelling]}))
    yield Mention(start + first, start + last, text[first:last], keys, correction=best[1])


def is_opposite(spelling: str, asked: str) -> bool:
    """Whether two spellings differ in a word that turns the meaning round: income for expenditure is no misspelling."""
    return any((one in spelling) != (one in asked) and (other in spelling) != (other in asked) for one, other in OPPOSITES)


def sounds_alike(spelling: str, asked: str) -> bool:
    """Whether two short spellings differ only in characters of one sound or look: 基建 is no slip for 基本, 公机金 is one for 公积金."""
    pairs = [(one, other) for one, other in zip(spelling, asked, strict=True) if one != other]
    return all(sound_of(one) == sound_of(other) or looks_alike(one, other) for one, other in pairs)


def looks_alike(one: str, other: str) -> bool:
    """Whether two characters are often taken for each other by eye."""
    return any(one in group and other in group for group in LOOKALIKES)


def likeness(text: str, spelling: str) -> float:
    """How well a stretch of a question fits a label: 1 for all but few wrong characters, or for a long part of the label."""
    if len(spelling) > len(text):
        common = LCSseq.similarity(text, spelling)
        return common / len(text) * (0.86 if len(text) >= 4 else 0) if common >= 4 else 0.0
    alignment = fuzz.partial_ratio_alignment(spelling, text, score_cutoff=60)
    if alignment is None or is_opposite(spelling, text[alignment.dest_start : alignment.dest_end]):
        return 0.0
    wrong = Levenshtein.distance(spelling, text[alignment.dest_start : alignment.dest_end])
    asked = text[alignment.dest_start : alignment.dest_end]
    if len(spelling) <= SHORT and len(asked) == len(spelling) and not sounds_alike(spelling, asked):
        return 0.0
    allowed = 1 if len(spelling) <= 5 else 2 if len(spelling) <= 10 else 3
    return 1 - wrong / len(spelling) * 0.5 if wrong <= allowed and wrong / len(spelling) <= 0.34 else 0.0
