"""A clause that names nothing: it speaks of what was asked before it, in another measure, relation or on another side."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from retrieval.clauses.against_budget import against_budget, is_against_budget
from retrieval.clauses.bodies_bound import WHICH_BODIES
from retrieval.clauses.clause import APART, ENDS, FIGURE_ASKED, LISTS, SPOKEN_OF, Clause
from retrieval.clauses.clause_words import SPENT, named_in, sides_in, top_in
from retrieval.clauses.make_task import COUNTED_UNIT, PER_UNIT, measures_in
from retrieval.facts.fact import FactIndex
from retrieval.facts.task import Task, Want
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.load_vocabulary import Vocabulary

TOGETHER = re.compile(r"俩|两|二者|它们|三个|三项|三样|仨|都")
OF_OTHER_END = re.compile(r"最[多高大少低小](?:的)?[^,;?]{0,6}的?(?:几|多少)倍")  # “…最高，是最低的几倍”
AHEAD = re.compile(  # “最高，高多少”
    r"(?:比(?:第二|其次|另|其他|其它|别|后)[^,;?]{0,8})?[高多大贵低少小差便宜]+(?:出)?(?:了)?(?:多少|几(?!个|家|倍))"
)
WHICH = re.compile(r"哪|什么|谁|啥|前[两二三四五六七八九十\d]")  # “一共多少，哪项最大”: of what the amount is made up
GAP = re.compile(r"[~,]*(?:两者|二者|它们|两项|两个)?(?:之间)?(?:相差|差距?|差额)(?:了|是|有)*(?:多少|几)")
WHETHER_ANY = re.compile(r"^~*(?:里|中|内)?(?:到底|究竟|是否|都)?有(?:没有)?[^几多]*(?:吗|么|没有|$)")  # “有车吗？几辆？”
BUYING = re.compile(r"(?:采购|购置|购买|买|购|配|添置?)(?:进|了)?")
PRICE_COLUMN = re.compile(r"(?:采购|预算)?(?:单价|总价|金额|价格)")
MONEY_ASKED = re.compile(r"多少钱|几万|几元|多少万元|多少元|金额|花多少|预算(?:是|为)?多少|安排(?:了)?多少")


def continue_tasks(asked: Clause, tasks: list[Task], index: FactIndex, vocabulary: Vocabulary) -> list[Task]:
    """The tasks with what a clause without a name asks of the last of them."""
    if (counted := COUNTED_UNIT.search(asked.text)) and not asked.reducer and asked.measure != "per":
        if tasks and tasks[-1].reducer in (*ENDS, "rank") and is_talk(COUNTED_UNIT.sub("", asked.text), vocabulary.talk):
            return [*tasks[:-1], replace(tasks[-1], text=f"{tasks[-1].text},{asked.text}")]  # “哪三所最多，各多少人”: told with them
        return count_of_last(asked.text, counted[1], tasks, vocabulary)
    if not tasks:
        return tasks
    last = tasks[-1]
    if last.measure in LISTS and (reduced := reduced_list(last, asked)):
        return [*tasks[:-1], reduced]
    if asked.asks_for_words:
        return tasks
    if is_against_budget(asked, index) and last.measure == "value" and len(last.wants) == 1:
        return [*tasks, against_budget(last, asked.text)]
    if other := in_other_measure(last, asked, vocabulary) or of_several(tasks, asked):
        return [*tasks, other]
    return continue_last(tasks, asked, index)


def count_of_last(clause: str, unit: str, tasks: list[Task], vocabulary: Vocabulary) -> list[Task]:
    """The tasks with a count that a clause without a name asks for: of what was spoken of, where it was counted or nothing else is said."""
    last = tasks[-1].wants[0] if tasks and tasks[-1].wants else None
    is_counted = last is not None and bool(last.unit or WHETHER_ANY.search(last.text))
    is_bare = is_talk(BUYING.sub("", COUNTED_UNIT.sub("", MONEY_ASKED.sub("", clause))), vocabulary.talk)
    is_same = is_counted or (is_bare and last is not None and not any(one.is_total for one in last.mentions))
    same = last.mentions if last and is_same and not any(one.correction for one in last.mentions) else ()
    same = tuple(one for one in same if not PRICE_COLUMN.fullmatch(one.asked))
    units = measures_in(clause) if same and is_bare else (unit,)
    is_topic = bool(same) and not FIGURE_ASKED.search(tasks[-1].text)  # “复印纸呢，要几箱、多少钱？”
    wants = tuple(Want(same, (), None, one, clause) for one in units)
    return [*(tasks[:-1] if is_topic else tasks), Task("value", wants, text=clause)]


def reduced_list(last: Task, asked: Clause) -> Task | None:
    """The rows asked for before it with what the clause wants done with them; None where it wants nothing of them."""
    if last.reducer and asked.reducer == "sum":
        return replace(last, is_added=last.reducer != "sum")
    if last.reducer in ENDS and (APART.search(asked.masked) or GAP.match(asked.masked)):
        return replace(last, reducer="spread")
    if {asked.reducer, last.reducer} == {"maximum", "minimum"}:
        return replace(last, reducer="extremes")
    if last.measure == "list":
        return replace(last, reducer=last.reducer or asked.reducer, top=last.top or top_in(asked.text))
    return None


def in_other_measure(last: Task, asked: Clause, vocabulary: Vocabulary) -> Task | None:
    """The last task in the measure that the clause asks for: each one's part, a share, a change, the money that things cost."""
    measure, masked = asked.measure, asked.masked
    if measure == "per" and (unit := PER_UNIT.search(masked)):
        wants = tuple(replace(want, unit=unit[unit.lastindex or 1]) for want in last.wants)
        return replace(last, measure="per", reducer=None, wants=wants, text=masked)
    if measure not in ("value", last.measure) and not {measure, last.measure} <= {"change", "change_rate"}:
        wants = tuple(dict.fromkeys(replace(want, side=None) for want in last.wants))
        is_together = measure == "share" and last.reducer == "sum" and len(wants) > 1
        unread = named_in(masked.partition("占")[0], vocabulary) if measure == "share" else ""  # “工资占多少”: no share of all
        unknown = (unread,) if len(unread) > 1 else ()
        return replace(last, measure=measure, reducer="sum" if is_together else None, wants=wants, unknown=unknown)
    if last.wants and last.wants[0].unit and last.measure != "per" and MONEY_ASKED.search(masked):
        return replace(last, wants=tuple(replace(want, unit="元") for want in last.wants))
    return None


def of_several(tasks: list[Task], asked: Clause) -> Task | None:
    """The relation of what the last task asks with what earlier ones do."""
    last, masked, reducer = tasks[-1], asked.masked, asked.reducer
    both = [one for one in tasks if one.measure == "value" and one.wants]
    if reducer and TOGETHER.search(masked) and len(last.wants) == 1 and len(both) > 1:
        wants = tuple(want for one in both[-(3 if "三" in masked or "仨" in masked else 2) :] for want in one.wants)
        return replace(last, measure="value", wants=wants, reducer=reducer)
    if reducer == "difference" and SPOKEN_OF.search(masked) and len(last.wants) == 1 and [one for one in tasks[:-1] if one.wants]:
        earlier = [one for one in tasks[:-1] if one.wants][-1]
        return replace(last, measure="value", wants=(*last.wants, earlier.wants[-1]), reducer=reducer)
    return None


def continue_last(tasks: list[Task], asked: Clause, index: FactIndex) -> list[Task]:
    """The tasks with what is done with the results of the last one, with the parts of its amount, or its other side."""
    last, masked, reducer = tasks[-1], asked.masked, asked.reducer
    if last.reducer in ENDS and (related := relation_of_ends(last.reducer, masked)):
        return [*tasks[:-1], replace(last, reducer=related)]
    if reducer == "rank" and last.reducer in ("maximum", "minimum"):  # “谁最大？从大到小排一下”: the order tells it
        return [*tasks[:-1], replace(last, reducer=reducer)]
    if {reducer, last.reducer} == {"maximum", "minimum"}:
        return [*tasks[:-1], replace(last, reducer="extremes")]
    is_of_parts = WHICH.search(masked) and not WHICH_BODIES.search(masked)
    if reducer in (*ENDS, "rank") and len(last.wants) == 1 and last.measure == "value" and is_of_parts:
        return [*tasks, Task("children", last.wants, reducer=reducer, text=masked, top=top_in(masked))]
    if reducer and (last.reducer is None or (reducer == "difference" and last.reducer == "sum" and len(last.wants) == 1)):
        return [*tasks[:-1], replace(last, reducer=reducer)]
    sides = sides_in(masked, index) or (("决算",) if SPENT.search(masked) and index.document.info.kind == "决算" else ())
    if len(sides) == 1 and last.wants and (last.wants[0].side or "决算") != sides[0]:  # final accounts tell what was spent unless asked
        return [*tasks, replace(last, wants=tuple(replace(want, side=sides[0]) for want in last.wants))]
    return tasks


def relation_of_ends(reducer: str, masked: str) -> str | None:
    """What a further clause asks of the highest or the lowest: how far both are apart, how many times, or how far it is ahead."""
    if APART.search(masked) or GAP.match(masked):
        return "spread"
    if OF_OTHER_END.search(masked):
        return "multiple"
    return {"maximum": "lead", "minimum": "lag"}.get(reducer) if AHEAD.search(masked) else None
