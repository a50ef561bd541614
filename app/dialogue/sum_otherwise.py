"""“去年合计”, “预算呢”, “比预算少多少” after a sum of what was told: the same things added up in that year, or on that side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.answer import Answer
from app.dialogue.choose_told import Chosen
from app.dialogue.tell_told import tell_told
from app.dialogue.told_things import MONEY, Told, told_sum, told_things
from app.question.read_told_relation import ToldRelation, read_told_relation
from app.telling.cite import document_name
from app.telling.wording_told import ON_SIDE, SUM_ASKED, SUM_UNKNOWN
from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.bodies.mention_words import BODY_NAME
from retrieval.spelling.normalize_question import normalize_question

Ask = Callable[[str, tuple[str, ...]], Answer]
TOTAL = r"(?:的?(?:合计|总共|一共|总数|总和|加起来|合起来))"
SIDE = r"(?P<side>(?:年初)?预算|决算|去年|上年|上一年|前一年|20\d\d年)"
END = r"(?:数)?(?:呢|是|有|为|得)*(?:多少)?(?:钱|万元|元)?[?？。]*"
ANEW = re.compile(rf"(?:那么?|[,、])*(?:(?:这|那)?[两二三四五]?[个项者笔]?{TOTAL})?的?{SIDE}(?:数)?{TOTAL}?{END}")
AGAINST = re.compile(
    rf"(?:那么?|[,、])*(?:这|那)?(?:[两二三四五]?[个项者笔])?{TOTAL}?[比较与跟和]{SIDE}(?:数)?(?:的)?{TOTAL}?(?:相比)?[,]?"
    r"(?:是)?(?:节约|节省|减少|增加|超支?|相?差|[少多低高])(?:了|出)*(?:多少|几)(?:钱|万元|元)?[?？。]*"
)
YEAR = re.compile(r"^20\d\d年")


def sum_otherwise(question: str, history: tuple[str, ...], ask: Ask, info_of: Callable[[str], DocumentInfo]) -> Answer | None:
    """The sum that was told, in another year or on another side, or how far it is from that; a refusal where this is not known.

    None where no sum was told just before, or something else is asked.
    """
    asked = normalize_question(question)
    found = AGAINST.fullmatch(asked) or ANEW.fullmatch(asked)
    added = _summed(history, found["side"]) if found else ()
    last = ask(added[-1], added[:-1]) if added else None
    before = told_sum(last) if last else None
    if found is None or last is None or before is None:
        return None
    items = [one.amounts[0].label.rpartition("·") for one in told_things(last)]
    names = "和".join(name for _, _, name in items)
    document = document_name(info_of(before.document_id))
    anew = ask(SUM_ASKED.format(document=document, items=names, side=found["side"]), ())
    other = told_sum(anew)
    is_of_unit = any(BODY_NAME.search(owner) for owner, _, _ in items)
    if other is None or is_of_unit or not _are_same(anew, last):
        return Answer("not_found", SUM_UNKNOWN.format(side=found["side"]))
    if not AGAINST.fullmatch(asked):
        return anew
    if set(_cells(before)) & set(_cells(other)):
        return Answer("not_found", SUM_UNKNOWN.format(side=found["side"]))  # what was told is of that side itself
    return tell_told(Chosen((_called(other, found["side"]), before), "list", MONEY), ToldRelation("difference"), info_of)


def _summed(history: tuple[str, ...], side: str) -> tuple[str, ...]:
    """The turns up to the latest sum, where after it only its other side was asked for; empty where another thing was."""
    while history:
        asked = normalize_question(history[-1])
        relation = read_told_relation(history[-1])
        if relation and len(history) > 1:
            return history if relation.reducer == "sum" else ()
        found = AGAINST.fullmatch(asked) or ANEW.fullmatch(asked)
        if found is None or found["side"] != side:
            break
        history = history[:-1]
    return ()


def _are_same(anew: Answer, last: Answer) -> bool:
    """Whether an answer adds up the very things that were added up before, of the same tables and in the same unit."""
    told = told_things(anew), told_things(last)
    names = [sorted(YEAR.sub("", one.amounts[0].label).rpartition("·")[2] for one in things) for things in told]
    tables = [{(one.document_id, table) for one in things for table, _ in _cells(one)} for things in told]
    units = {amount.quantity.unit for things in told for one in things for amount in one.amounts[:1]}
    return names[0] == names[1] and tables[0] == tables[1] and len(units) == 1


def _cells(told: Told) -> list[tuple[int | None, tuple[int, int] | None]]:
    """Where the amounts of a thing are printed."""
    return [(one.table_index, one.cell) for one in told.citations]


def _called(told: Told, side: str) -> Told:
    """A sum by the side that it is of."""
    label = ON_SIDE.format(label=told.amounts[0].label, side=side)
    return replace(told, amounts=(replace(told.amounts[0], label=label), *told.amounts[1:]))
