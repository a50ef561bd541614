"""Facts to candidates: the rows of one asked name added up, equal amounts told once, the broadest scope first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.quantity import Quantity, round_half_up, rounds_to
from retrieval.evidence import FigureEvidence
from retrieval.facts.candidate import Candidate, same_amount
from retrieval.facts.fact import Fact, FactIndex
from retrieval.spelling.label_key import is_total

UNCOUNTABLE = frozenset({"", "%", "％", "分", "个百分点", "倍"})


@dataclass(frozen=True, slots=True)
class Names:
    """The keys under which rows are asked for, and the codes asked for that only classify rows again (政府经济分类)."""

    keys: frozenset[str]
    class_codes: frozenset[str] = frozenset()

    def of(self, fact: Fact) -> tuple[str, ...]:
        """The names of a fact's row that are among them."""
        return tuple(key for key, _ in fact.labels if key in self.keys)

    def classifies(self, fact: Fact) -> bool:
        """Whether one of the codes classifies the fact's row."""
        return not self.class_codes.isdisjoint(fact.codes)


def gather(index: FactIndex, scored: Sequence[tuple[float, Fact]], borne: Names, is_own_level: bool) -> Iterable[Candidate]:
    """One candidate per table and column, the rows of one asked name added up; one per statement.

    A department's own level often bears the department's name; its code lies under the department's.
    """
    groups: dict[tuple[object, ...], list[tuple[float, Fact]]] = defaultdict(list)
    for score, fact in scored:
        groups[group_key(fact, borne)].append((score, fact))
    choose = only_nested if is_own_level else without_nested
    found = [(choose(named_rows([fact for _, fact in rows], borne)), max(score for score, _ in rows)) for rows in groups.values()]
    found = [(facts, best) for facts, best in found if not (is_own_level and any(has_own_level(fact, index) for fact in facts))]
    whole = [(facts, best) for facts, best in found if is_whole(index, facts, borne, is_own_level)]
    # One of several rows of a name is told only where no table or sentence gives the name's whole amount.
    additive = [one for one in whole if is_additive(one[0])] or list(whole_classes(index, found, borne))
    for facts, best in additive or [(facts, best) for facts, best in found if len(facts) == 1]:
        yield replace(add_up(told_once(facts), best), is_partial=not additive)


def whole_classes(
    index: FactIndex, found: Sequence[tuple[tuple[Fact, ...], float]], borne: Names
) -> Iterator[tuple[tuple[Fact, ...], float]]:
    """For each row that only stands under an asked name: all rows of that class in its table and column, where they may be added up."""
    for facts, best in found:
        names = borne.of(facts[0])
        if not names or is_called(facts[0], borne):
            continue
        key = group_key(facts[0], borne)
        rows = [index.facts[number] for number in index.postings.get(names[0], ())]
        kept = without_nested([fact for fact in rows if group_key(fact, borne) == key and not is_total_row(fact)])
        if len(kept) > len(facts) and is_additive(kept):
            yield kept, best


def is_total_row(fact: Fact) -> bool:
    """Whether a label of the row marks a total."""
    return any(is_total(key) for key, _ in fact.labels)


def told_once(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts, a total that a table prints again for each of its divisions only once."""
    is_repeated = all(map(is_total_row, facts)) and len({fact.source.quantity for fact in facts}) == 1
    return facts[:1] if is_repeated else facts


def is_whole(index: FactIndex, facts: Sequence[Fact], borne: Names, is_own_level: bool) -> bool:
    """Whether facts are all the rows of their table that bear the asked names: only then is their sum what was asked.

    The row of a department is none of those of its own level.
    """
    key = group_key(facts[0], borne)
    names = borne.of(facts[0])
    is_of_class = borne.classifies(facts[0])
    if not names and len(facts) == 1 and not is_of_class:
        return True
    numbers = index.postings.get(names[0], ()) if names and not is_of_class else rows_of_code(index, facts)
    rows = [fact for number in numbers if not (has_own_level(fact := index.facts[number], index) and is_own_level)]
    return len(without_nested(named_rows([fact for fact in rows if group_key(fact, borne) == key], borne))) == len(facts)


def named_rows(facts: Sequence[Fact], borne: Names) -> Sequence[Fact]:
    """The rows that are themselves called so, where others only stand under that name (a body's own row and its projects)."""
    own = [fact for fact in facts if is_called(fact, borne)]
    return own or facts


def is_called(fact: Fact, borne: Names) -> bool:
    """Whether the innermost name of a row is one of those asked for."""
    names = [key for key, _ in fact.labels if key not in fact.classes]
    return borne.classifies(fact) or (bool(names) and names[-1] in borne.keys)


def is_additive(facts: Sequence[Fact]) -> bool:
    """Whether rows may be added up: one row, amounts of money, or counts of one named unit; scores and rates never."""
    quantities = [fact.source.quantity for fact in facts]
    if len(facts) == 1 or None in quantities or all(one and one.is_money for one in quantities):
        return True
    units = {quantity.unit for quantity in quantities if quantity}
    return len(units) == 1 and units.isdisjoint(UNCOUNTABLE)


def rows_of_code(index: FactIndex, facts: Sequence[Fact]) -> tuple[int, ...]:
    """The facts that bear the commonest code which all of these bear."""
    shared = frozenset[str].intersection(*(frozenset(fact.codes) for fact in facts))
    return max((index.codes[code] for code in shared), key=len, default=())


def group_key(fact: Fact, borne: Names) -> tuple[object, ...]:
    """Facts of one key are rows of one asked name in one table and column; statements stand alone."""
    if isinstance(fact.evidence, FigureEvidence):
        figure = fact.evidence.figure
        return (figure.table, figure.col, frozenset(borne.of(fact)) if not borne.classifies(fact) else borne.class_codes)
    return (id(fact.evidence),)


def without_nested(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts without those whose code lies under another's: a parent holds its children already."""
    facts = of_all_units(facts)
    firsts = [fact.codes[0] if fact.codes else "" for fact in facts]
    parents = {one for one in firsts if one}
    return tuple(
        fact for fact, code in zip(facts, firsts, strict=True) if not any(code != one and code.startswith(one) for one in parents)
    )


def of_all_units(facts: Sequence[Fact]) -> Sequence[Fact]:
    """The one row that adds up all the others, where each of these bears its name and a unit's besides; else the rows as they are."""
    first, *others = sorted(facts, key=lambda fact: len(fact.labels)) or (None,)
    if first is None or not others or len({len(fact.labels) for fact in facts}) == 1:
        return facts
    names = {key for key, _ in first.labels}
    amounts = [fact.source.quantity for fact in others]
    whole = first.source.quantity
    is_below = all(names < {key for key, _ in fact.labels} and fact.codes[:1] == first.codes[:1] != () for fact in others)
    if not is_below or whole is None or not whole.is_money:
        return facts
    return (first,) if sum((one.number for one in amounts if one), Decimal(0)) == whole.number else facts


def only_nested(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts whose code lies under another's, where there are such; else all."""
    kept = without_nested(facts)
    return tuple(fact for fact in facts if fact not in kept) or tuple(facts)


def has_own_level(fact: Fact, index: FactIndex) -> bool:
    """Whether a row is a body's whole: a code right under its own stands for the same name, its own level."""
    names = {key for key, _ in fact.labels}
    below = (code for code in index.codes if fact.codes and len(code) == len(fact.codes[0]) + 3 and code.startswith(fact.codes[0]))
    return any(names & {key for key, _ in index.facts[number].labels} for code in below for number in index.codes[code][:1])


def add_up(facts: tuple[Fact, ...], score: float) -> Candidate:
    """The candidate of one group: its single fact, or the sum of its rows; what one place prints counts once."""
    facts = tuple(fact for place, fact in enumerate(facts) if not any(fact.source == other.source for other in facts[:place]))
    first = facts[0].source
    quantities = [fact.source.quantity for fact in facts]
    depth = min(fact.depth for fact in facts)
    if len(facts) == 1 or any(quantity is None for quantity in quantities):
        return Candidate(facts[:1], first.quantity, first.value, depth, score)
    total = sum((quantity.number for quantity in quantities if quantity), Decimal(0))
    unit = first.quantity.unit if first.quantity else ""
    return Candidate(facts, Quantity(total, unit), format(total, "f"), depth, score, is_sum=True)


def merge(found: Iterable[Candidate]) -> Iterable[Candidate]:
    """Candidates that print one quantity become one with all their facts."""
    merged: dict[object, Candidate] = {}
    for one in found:
        key = next((key for key, other in merged.items() if rounds_to(one.quantity, other.quantity)), same_amount(one))
        if key not in merged:
            merged[key] = one
            continue
        other = merged[key]
        plain = one if other.is_sum and not one.is_sum else other
        both = sorted((*plain.facts, *(one if plain is other else other).facts), key=lambda fact: fact.depth)
        merged[key] = Candidate(
            plain.facts if plain.is_sum else tuple(both),
            plain.quantity, plain.text, min(one.depth, other.depth), max(one.score, other.score), plain.is_sum,
            one.is_partial and other.is_partial,
        )  # fmt: skip
    return merged.values()


def order(found: Iterable[Candidate]) -> list[Candidate]:
    """The broadest scope first, then the likeliest name, of what is bought the amount before the number, then the largest amount.

    What is told roundly stands after the cell that it rounds.
    """
    ordered = sorted(found, key=lambda one: (one.depth, -round(one.score, 2), is_number_bought(one), -size_of(one)))
    exact = next((one for one in ordered[1:] if is_roundly(ordered[0], one)), None)
    return [exact, *(one for one in ordered if one is not exact)] if exact else ordered


def is_roundly(stated: Candidate, printed: Candidate) -> bool:
    """Whether a sentence tells, with fewer decimals, the amount that a table prints in the same unit (3759.3 of 3,759.28)."""
    one, other = stated.quantity, printed.quantity
    is_of_table = any(isinstance(fact.evidence, FigureEvidence) for fact in printed.facts)
    if one is None or other is None or one.unit != other.unit or not is_of_table or not one.is_money:
        return False
    if any(isinstance(fact.evidence, FigureEvidence) for fact in stated.facts):
        return False
    places, finer = (-int(quantity.number.as_tuple().exponent) for quantity in (one, other))
    return 0 <= places < finer and round_half_up(other.number, places) == one.number


def size_of(one: Candidate) -> Decimal:
    """The number of a candidate; nothing where it is a text."""
    return one.quantity.number if one.quantity else Decimal(0)


def is_number_bought(one: Candidate) -> bool:
    """Whether a candidate tells how many of a thing are bought."""
    return not one.facts[0].is_money and any(word in title for title in one.facts[0].titles for word in ("采购", "支出", "购买"))
