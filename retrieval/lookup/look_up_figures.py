"""A want to figures: the facts whose labels it names, those of one scope together, the broadest scope first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from ingest import late_re as re
from ingest.document import Figure
from retrieval.clauses.rate_fact import cover
from retrieval.clauses.reshape_task import lacks_some
from retrieval.evidence import FigureEvidence
from retrieval.facts.candidate import Candidate, Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.row_under_row import inner_of_two, row_under_row
from retrieval.facts.statement_of_unit import is_of_another, statement_of_unit, told_of_unit
from retrieval.facts.task import Want
from retrieval.lookup.bracketed_names import bracketed_names, is_table_name
from retrieval.lookup.class_of_code import class_of_code
from retrieval.lookup.column_of_units import column_of_units
from retrieval.lookup.columns_together import columns_together
from retrieval.lookup.count_by_phrase import count_by_phrase
from retrieval.lookup.granted_in_all import granted_in_all
from retrieval.lookup.income_of_year import income_of_year
from retrieval.lookup.kinds_together import pensions_together, posts_together
from retrieval.lookup.look_up import look_up, own_names
from retrieval.lookup.of_all_grants import of_all_grants
from retrieval.lookup.parts_together import parts_together
from retrieval.lookup.units_together import units_together
from retrieval.lookup.whole_of_funds import whole_of_funds
from retrieval.names.said_once import said_once
from retrieval.spelling.label_key import is_total

ACTUAL = re.compile(r"实际|执行了")  # of final accounts every amount is
OF_WHICH = re.compile(r"~*其中")  # “其中财政拨款的是多少”: a part of the item asked for just before
ACCOUNT = re.compile(r"(?:一般公共预算|政府性基金|国有资本经营)?(?:预算)?(?:财政拨款)?的?")
PAIR = 2
IN_ALL = re.compile(r"合计|一共|总共|共")


def look_up_figures(index: FactIndex, want: Want, measure: str, units: Sequence[str] = ()) -> Found:
    """The candidates for one want in one document; an empty result says that the document has no such figure.

    What was spoken of before is first taken as part of what is asked; where no figure bears it all, it only gives preference.
    """
    if want.context and (found := with_context(index, want, measure, units)):
        return found
    found = as_named(index, want, measure, units)
    return found if measure != "value" else whole_amount(found, index, want, units)


def with_context(index: FactIndex, want: Want, measure: str, units: Sequence[str]) -> Found | None:
    """What was spoken of before taken as part of what is asked; None where no figure bears both and the want may stand alone."""
    is_of_before = bool(OF_WHICH.match(want.text)) and all(ACCOUNT.fullmatch(one.asked) for one in want.mentions)
    for taken in parts_of_context(want.context):
        if len(taken) < len(want.context) and not any(one.code or one.asked in one.keys for one in taken):
            continue  # one of several, in everyday words (发工资交社保): what the item is for, no part of it
        found = look_up(index, Want((*taken, *want.mentions), (), want.side, want.unit), measure, units)
        if not lacks_some([found]) and (is_of_before or not is_by_title(found.candidates[0], want)):
            return found
    if not want.mentions or not (is_of_before or all(is_header(one, index) for one in want.mentions)):
        return None
    if not is_of_before and not tables_of(want.context, index) & tables_of(want.mentions, index):
        return None  # “那公车呢” after 办公费: a column of another table altogether
    are_columns = measure == "value" and not units and all(is_header(one, index) for one in want.context)
    return (column_of_units(index, want.mentions, own_names(index)) if are_columns else None) or Found((), want.mentions)


def tables_of(mentions: Sequence[Mention], index: FactIndex) -> set[int]:
    """The tables in which a cell bears any of the mentions."""
    numbers = {number for one in mentions for key in one.keys for number in index.postings.get(key, ())}
    numbers |= {number for one in mentions for number in index.codes.get(one.code or "", ())}
    return {fact.source.table for number in numbers if isinstance((fact := index.facts[number]).source, Figure)}


def parts_of_context(context: tuple[Mention, ...]) -> Iterator[tuple[Mention, ...]]:
    """All that was spoken of before, then pairs of it (a table and a row of it), then each alone."""
    yield context
    if len(context) > PAIR:
        yield from combinations(context, PAIR)
    if len(context) > 1:
        yield from ((one,) for one in context)


def as_named(index: FactIndex, want: Want, measure: str, units: Sequence[str]) -> Found:
    """What a want names by itself; without words that say nothing, or as the text states it of a unit, where that is not there."""
    found = look_up(index, want, measure, units)
    if found.missing and (once := said_once(want.mentions)) != want.mentions:
        found = look_up(index, replace(want, mentions=once), measure, units)
    if measure == "value" and found.missing and (inner := inner_of_two(want)):
        found = row_under_row(index, want, look_up(index, inner, measure, units)) or found
    if index.document.info.kind == "决算" and lacks_some([found]) and (plain := without_actual(want.mentions)):
        found = look_up(index, replace(want, mentions=plain, side=want.side or "决算"), measure, units)
    if units and lacks_some([found]):
        anywhere = look_up(index, want, measure, ())
        is_others = is_of_another(anywhere, index.document.info, units)
        found = statement_of_unit(anywhere, index.document.info, units) or (None if is_others else only_statement(anywhere)) or found
    return told_of_unit(found, index.document.info, units)


def whole_amount(found: Found, index: FactIndex, want: Want, units: Sequence[str]) -> Found:
    """The amount that is meant where a column, a name in brackets or words for a count were named, and all units are where none is."""
    if not units and want.mentions and (told := class_of_code(index, want) or of_column(found, want, index)):
        return told
    named = [one for one in want.mentions if not is_table_name(one, index)]
    is_split = len(named) == 1 and not named[0].code and named[0].asked not in index.postings and not named[0].is_part
    if is_split or lacks_some([found]):
        found = bracketed_names(index, want, units) or found
    if want.unit and all(one.correction for one in want.mentions) and lacks_some([found]):
        return count_by_phrase(index, want) or found
    found = income_of_year(found, want.mentions, index)
    found = found if units else units_together(found, index, own_names(index))
    found = pensions_together(posts_together(parts_together(found, index, want, units), index, want), index, want)
    found = columns_together(found, index, want)
    return found if units else of_all_grants(granted_in_all(whole_of_funds(found, index, want), index, want), index, want)


def of_column(found: Found, want: Want, index: FactIndex) -> Found | None:
    """What a question that names a column alone asks for: the column of all the units; nothing where one row among many was met."""
    is_unnamed = bool(found.candidates) and is_of_unnamed_row(found.candidates[0], want, index)
    if found.candidates and not is_unnamed:
        return None
    return column_of_units(index, want.mentions, own_names(index)) or (Found((), want.mentions) if is_unnamed else None)


def without_actual(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without the word that only says that something was really spent; empty where none does or nothing else is named."""
    plain = tuple(one for one in mentions if not (one.is_column and ACTUAL.fullmatch(one.asked)))
    return plain if len(plain) < len(mentions) else ()


def look_up_year_before(index: FactIndex, want: Want, units: Sequence[str] = ()) -> Found:
    """The candidates for a want that stand in columns of the year before the document's own."""
    found = look_up(index, want, "value", units, before=1)
    year = (index.document.info.year or 0) - 1
    return replace(found, candidates=tuple(one for one in found.candidates if all(fact.year == year for fact in one.facts)))


def is_by_title(best: Candidate, want: Want) -> bool:
    """Whether what was asked only names the table in which a row that was spoken of before stands: then that row is not meant."""
    return any(cover(one, best.facts[0]) == "title" and not is_place(one, want.text) for one in want.mentions)


def is_place(one: Mention, text: str) -> bool:
    """Whether a clause says by a name where the thing spoken of stands (“基本支出里安排多少”)."""
    return bool(re.search(rf"{re.escape(one.asked)}(?:当中|之中|里[面头]?|中(?!心)|内|项下)", text))


def is_header(one: Mention, index: FactIndex) -> bool:
    """Whether a mention only names columns: then it needs the row that was spoken of before."""
    numbers = [number for key in one.keys for number in index.postings.get(key, ())]
    return bool(numbers) and not any(key in one.keys for number in numbers for key, _ in index.facts[number].labels)


def is_of_unnamed_row(best: Candidate, want: Want, index: FactIndex) -> bool:
    """Whether a question that names columns alone met one row among many: which row was meant is anyone's guess."""
    fact = best.facts[0]
    if not isinstance(fact.evidence, FigureEvidence) or not all(is_header(one, index) for one in want.mentions):
        return False
    if not any(cover(one, fact) == "title" for one in want.mentions) and is_of_one_form(fact, index):
        return True
    if any(cover(one, fact) == "title" for one in want.mentions) or (best.is_sum and IN_ALL.search(want.text)):
        return False
    asked = {key for one in want.mentions for key in one.keys}
    return any(key not in asked and key not in own_names(index) and not is_total(key) for key, _ in fact.labels)


def is_of_one_form(fact: Fact, index: FactIndex) -> bool:
    """Whether a total stands in the form of one project, and its column gives other projects' amounts elsewhere."""
    table = fact.evidence.table if isinstance(fact.evidence, FigureEvidence) else None
    if table is None or not table.context:
        return False
    numbers = {number for key in fact.headers for number in index.postings.get(key, ())}
    others = (index.facts[number] for number in numbers if isinstance(index.facts[number].evidence, FigureEvidence))
    return any(fact.is_money and fact.evidence.table.index != table.index for fact in others)  # type: ignore[union-attr]


def only_statement(found: Found) -> Found | None:
    """The find where a single sentence of the document counts it: then that is what was asked, whichever unit's it is.

    An amount of money is the whole department's: its units have their own.
    """
    facts = [fact for one in found.candidates for fact in one.facts]
    is_alone = len(facts) == 1 and not isinstance(facts[0].evidence, FigureEvidence) and not found.missing
    return found if is_alone and not facts[0].is_money else None
