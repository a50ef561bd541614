"""A clause with the names in it that are asked for, without those that only say which side or which kind of row is meant."""

from __future__ import annotations

from dataclasses import dataclass

from ingest import late_re as re
from retrieval.clauses.bodies_bound import set_bound_apart
from retrieval.clauses.clause_words import BUDGET_SIDE, FINAL_SIDE
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention, mask
from retrieval.facts.task import Task
from retrieval.names.coordinate_mentions import with_conjunctions, with_listed_totals
from retrieval.names.find_mentions import find_mentions
from retrieval.names.same_thing import one_thing
from retrieval.spelling.bound import Bound
from retrieval.spelling.load_vocabulary import Vocabulary

CARRIED_OUT = re.compile(r"(?:实际)?(?:执行|完成|花|用|支)(?:了|掉|出)*|实际")
SIDE_COLUMN = re.compile(r"(?:年初)?预算数?|(?:支出)?决算数?")
CONJUNCTION = re.compile(r"和|与|及|以及|、|跟|同")


@dataclass(frozen=True, slots=True)
class NamedClause:
    """A clause with its names; in `masked` they are blacked out, in `spelt` only those spelt as printed. `bound` is that of bodies."""

    text: str
    mentions: tuple[Mention, ...]
    masked: str
    spelt: str
    bound: Bound | None


def name_clause(
    text: str, tasks: tuple[Task, ...], context: tuple[Mention, ...], index: FactIndex, vocabulary: Vocabulary, *, by_part: bool
) -> NamedClause:
    """A clause after these tasks and scene; everyday words for the whole count only where nothing was named before."""
    text, bound = set_bound_apart(text)
    mentions = find_mentions(text, index, vocabulary, parts=by_part)
    if (listed := with_conjunctions(text, mentions, index)) != text:
        text, mentions = listed, find_mentions(listed, index, vocabulary, parts=by_part)
    if any(not one.is_weak for one in mentions) or tasks or context:
        mentions = tuple(one for one in mentions if not one.is_weak)
    mentions = without_side_words(text, without_indicator_word(text, one_total(mentions)))
    mentions = with_listed_totals(text, without_carried_out(text, one_thing(text, mentions, index), tasks), index)
    spelt = mask(text, tuple(one for one in mentions if not one.correction))
    return NamedClause(text, mentions, mask(text, mentions), spelt, bound)


def one_total(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with one alone of several everyday words for the whole budget (“部门预算的总盘子”): the one that asks for it."""
    vague = [one for one in mentions if one.is_weak and one.is_total]
    return tuple(one for one in mentions if one not in vague[:-1])


def without_side_words(clause: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions without 支出决算, 收入预算 and the like where an item stands beside them: there they only name the side."""
    if "占" in clause or not any(one.keys and not one.is_total for one in mentions):
        return mentions
    is_of_form = any("全年" in one.asked for one in mentions)
    if not is_of_form and BUDGET_SIDE.search(clause) and FINAL_SIDE.search(clause):  # both sides, neither a column of its own
        mentions = tuple(one for one in mentions if not SIDE_COLUMN.fullmatch(one.asked)) or mentions
    sides = [one for one in mentions if one.is_total and re.search(r"预算|决算", one.asked)]
    return tuple(one for one in mentions if one not in sides or is_listed(clause, one, mentions))


def without_carried_out(clause: str, mentions: tuple[Mention, ...], tasks: tuple[Task, ...]) -> tuple[Mention, ...]:
    """The mentions without a bare 实际 or 执行 where the budget is asked for beside it: there it names the other side."""
    last = tasks[-1:]
    is_beside = bool(BUDGET_SIDE.search(clause)) or any(want.side == "预算" for task in last for want in task.wants)
    is_beside = is_beside or any(task.reducer == "minus" for task in last)
    return tuple(one for one in mentions if not (is_beside and CARRIED_OUT.fullmatch(one.asked)))


def is_listed(clause: str, total: Mention, mentions: tuple[Mention, ...]) -> bool:
    """Whether a conjunction alone stands between the total and another mention: then both are asked for."""
    gaps = [clause[min(total.end, one.end) : max(total.start, one.start)] for one in mentions if one is not total]
    return any(CONJUNCTION.fullmatch(gap) for gap in gaps)


def without_indicator_word(clause: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions without a bare 指标 or 目标 beside other columns it is not listed with: it only says what kind of row is meant."""
    columns = tuple(one for one in mentions if one.is_column)
    bare = [one for one in columns if len(columns) > 1 and one.asked in ("指标", "目标") and not is_listed(clause, one, columns)]
    return tuple(one for one in mentions if one not in bare)
