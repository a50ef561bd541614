"""Which labels of a document a question names: as printed, by a usual short form or synonym, by code, or misspelt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention, mask
from retrieval.facts.table_numbers import SIGN, table_references
from retrieval.names.listed_names import listed_names
from retrieval.names.loose_tables import loose_tables
from retrieval.names.misspelt_names import misspelt_names
from retrieval.names.parts_of_names import names_with, parts_of_names
from retrieval.names.rows_meant import bought_row, kind_apart, price_rows
from retrieval.names.short_names import short_names
from retrieval.names.spelt_mentions import by_spelling, codes, spelt_mentions
from retrieval.spelling.load_vocabulary import Vocabulary
from retrieval.spelling.scopes import scopes_in
from retrieval.spelling.unexplained import unexplained

LONGEST_WORD = 3  # of the everyday words that may stand in longer names
LONG = 5  # so long a word stands in few names by chance
MOST_OF = 0.6


def find_mentions(text: str, index: FactIndex, vocabulary: Vocabulary, *, parts: bool = False) -> tuple[Mention, ...]:
    """The labels that a folded question names, in reading order; the longest where they overlap, misspellings where nothing else fits.

    With `parts` a word that no label is counts for all labels that hold it.
    """
    tables = (*table_references(text, index.postings), *loose_tables(text, index.titles, index.variants))
    called = [Mention(start, end, text[start:end], keys) for start, end, keys in tables]
    shortened = (*short_names(text, index.names, index.variants), *listed_names(text, index.names, index.variants))
    short = [Mention(start, end, text[start:end], keys, correction=keys[0]) for start, end, keys in shortened]
    found = sorted(without_cuts([*codes(text, index), *called, *spelt_mentions(text, index, vocabulary), *short]), key=precedence)
    exact = pick([one for one in found if not one.is_weak and not (parts and is_empty(one, vocabulary))])
    exact = [with_named_row(without_kind(as_rows(one, text, index), text, index), index) for one in exact]
    exact = [part for one in exact for part in told_apart(one, mask(text, exact))]
    spans = scopes_in(mask(text, exact), index.titles) if exact else ()
    scopes = [Mention(start, end, text[start:end], (text[start:end],)) for start, end in spans]
    exact = pick([*exact, *scopes])
    masked = mask(text, exact)
    spelt = [one for segment in unexplained(masked, vocabulary) for one in misspelt_names(segment, index, vocabulary)]
    guessed = [Mention(start, end, asked, keys, correction=label) for start, end, asked, keys, label in spelt if not label.startswith(SIGN)]
    exact, guessed = run_on(exact, guessed)
    if parts:
        exact = [with_longer_names(one, index, vocabulary) for one in exact]
        guessed = [one for one in guessed if not is_within_label(one)]
        guessed += [Mention(*one, is_part=True) for one in parts_of_names(mask(masked, guessed), text, index, vocabulary)]
    weak = [one for one in found if one.is_weak] if not exact and not guessed else []
    return tuple(sorted(pick([*exact, *guessed, *weak]), key=lambda one: one.start))


def run_on(exact: Sequence[Mention], guessed: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The mentions, a guess together with the known word right behind it, where its label holds both words as they stand."""
    kept, longer = list(exact), list[Mention]()
    for one in guessed:
        behind = next((other for other in kept if other.start == one.end), None)
        both = f"{one.asked}{behind.asked}" if behind else ""
        if behind and not behind.is_total and both in (one.correction or ""):
            kept.remove(behind)
            one = replace(one, end=behind.end, asked=both)
        longer.append(one)
    return kept, longer


def with_named_row(one: Mention, index: FactIndex) -> Mention:
    """The words of a heading with the only name that holds them beside little else: what the section tells of (A情况: 管理的A)."""
    numbers = [number for key in one.keys for number in index.postings.get(key, ())]
    is_heading = bool(numbers) and not any(key in index.names or key in index.titles for key in one.keys)
    if not is_heading or len(one.asked) < LONG or any(set(one.keys) & set(index.facts[number].headers) for number in numbers):
        return one
    held = [name for name in index.names if one.asked in name and len(one.asked) >= MOST_OF * len(name)]
    return replace(one, keys=(*one.keys, *held)) if len(held) == 1 else one


def as_rows(one: Mention, text: str, index: FactIndex) -> Mention:
    """A mention with the rows that the words around it mean: the price of one piece, the thing whose buying is named."""
    length, prices = price_rows(one.asked, text[one.end :], index.names) if one.keys else (0, ())
    if prices:
        return replace(one, end=one.end + length, keys=prices)
    return replace(one, keys=tuple(dict.fromkeys((*one.keys, *bought_row(one.asked, index.names))))) if one.keys else one


def told_apart(one: Mention, masked: str) -> tuple[Mention, ...]:
    """A mention of several names as the only one whose further words the question says elsewhere (“…发给事业人员的部分”)."""
    found = kind_apart(one.asked, one.keys, masked)
    return (replace(one, keys=found[:1]), Mention(*found[1], masked[slice(*found[1])], found[:1])) if found else (one,)


def without_kind(one: Mention, text: str, index: FactIndex) -> Mention:
    """The name of an amount that 预算 or 决算 follows (“项目支出预算有多少”), where the words together only name a table."""
    plain = one.asked.removesuffix("预算").removesuffix("决算")
    keys = tuple(sorted(index.variants.get(plain, ()))) if plain != one.asked and text[one.end : one.end + 1] != "表" else ()
    if not keys or not one.keys or any(key in index.names and key not in index.titles for key in one.keys):
        return one
    return replace(one, end=one.start + len(plain), asked=plain, keys=keys)


def is_empty(one: Mention, vocabulary: Vocabulary) -> bool:
    """Whether an everyday word stands for names that the document does not have; a name as documents print it is asked for in vain."""
    if one.keys or one.code or one.is_total or one.asked in vocabulary.standard_names:
        return False
    return not any(one.asked in synonym.names for synonym in by_spelling(vocabulary).get(one.asked, ()))


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
