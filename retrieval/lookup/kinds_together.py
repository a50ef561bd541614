"""“编制多少”, “离退休费多少” where the kinds alone are told (行政编制18人，事业编制34人; 离休费, 退休费) and not all: both together."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from ingest.document import Figure, Statement
from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up
from retrieval.facts.statement_of_unit import OWN_LEVEL
from retrieval.facts.task import Want
from retrieval.lookup.look_up import own_names
from retrieval.spelling.label_key import label_key

ALL_KINDS = re.compile(r"(?:人员|核定|总)*编制(?:总|人)*(?:数|规模)?")
OF_OWN_LEVEL = re.compile(r"机关|本级|本部")
PENSIONS = re.compile(r"离退休(?:人员)?(?:费用?|金|经费)")
KIND = re.compile(r"(?:部门|机关|单位|核定|年末|其中)*(行政|事业|参公(?:事业)?|工勤|后勤|政法专项|公安专项)(?:人员)?编制(?:人员|人)?数?")


def posts_together(found: Found, index: FactIndex, want: Want) -> Found:
    """The find whose best candidate is one kind of posts, none being asked for, with the kinds of its sentence added up."""
    best = found.candidates[0] if found.candidates else None
    asked = want.mentions[0].asked if len(want.mentions) == 1 else ""
    if best is None or not ALL_KINDS.fullmatch(asked) or len(best.facts) != 1 or kind_of(best.facts[0]) is None:
        return found
    first = best.facts[0].source
    kinds: dict[str, Fact] = {}
    for fact in index.facts:
        same = isinstance(fact.source, Statement) and isinstance(first, Statement) and is_beside(fact.source, first)
        if same and (kind := kind_of(fact)) and kind not in kinds:
            kinds[kind] = fact
    if len(kinds) == 1:
        return of_all_bodies(found, index, want)
    others = [one for one in found.candidates[1:] if one.facts[0] not in kinds.values()]
    return replace(found, candidates=(add_up(tuple(kinds.values()), best.score), *others))


def of_all_bodies(found: Found, index: FactIndex, want: Want) -> Found:
    """The find whose best candidate is the posts of the own level with those of every unit; nothing where some units' alone are told."""
    info, best = index.document.info, found.candidates[0].facts[0]
    if not isinstance(best.source, Statement) or not OF_OWN_LEVEL.search(best.source.subject):
        return found
    units = {key for name in info.units if (key := label_key(name)) not in own_names(index) and not OWN_LEVEL.search(key)}
    of_units = {unit: fact for fact in index.facts if is_of_posts(fact) for unit, _ in fact.labels[1:] if unit in units}
    if not of_units:
        return found
    if set(of_units) != units:
        return Found((), want.mentions)
    return Found((add_up((best, *of_units.values()), found.candidates[0].score),), ())


def is_of_posts(fact: Fact) -> bool:
    """Whether a sentence counts the posts of a body, all of them or those of its kind."""
    name = fact.labels[0][0] if fact.labels and isinstance(fact.source, Statement) else ""
    return bool(KIND.fullmatch(name) or ALL_KINDS.fullmatch(name))


def pensions_together(found: Found, index: FactIndex, want: Want) -> Found:
    """The find whose best candidate is the row of one kind of pensions, both being asked for, with the other kind's beside it."""
    best = found.candidates[0] if found.candidates else None
    asked = want.mentions[0].asked if len(want.mentions) == 1 else ""
    cell = best.facts[0].source if best else None
    if best is None or best.is_sum or not PENSIONS.fullmatch(asked) or not isinstance(cell, Figure):
        return found
    names = {key for key, _ in best.facts[0].labels}
    other = {"退休费": "离休费", "离休费": "退休费"}.get(next(iter(names & {"退休费", "离休费"}), ""), "")
    beside = [fact for fact in index.facts if any(key == other for key, _ in fact.labels) and in_column_of(fact, cell)]
    if len(beside) != 1 or not beside[0].is_money:
        return found
    return replace(found, candidates=(add_up((best.facts[0], beside[0]), best.score), *found.candidates[1:]))


def in_column_of(fact: Fact, cell: Figure) -> bool:
    """Whether a fact stands in the table and column of a cell."""
    return isinstance(fact.source, Figure) and (fact.source.table, fact.source.col) == (cell.table, cell.col)


def kind_of(fact: Fact) -> str | None:
    """Which kind of posts a sentence counts; None where it counts something else or all of them."""
    told = KIND.fullmatch(fact.source.subject) if isinstance(fact.source, Statement) and fact.source.measure == "数量" else None
    return told[1] if told else None


def is_beside(one: Statement, other: Statement) -> bool:
    """Whether two statements stand in one sentence."""
    return (one.section, one.sentence) == (other.section, other.sentence)
