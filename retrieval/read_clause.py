"""One more clause of a question: a new task, or more about the task before it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ingest import late_re as re
from retrieval.bodies_bound import WHICH_BODIES
from retrieval.clause_words import (
    SPENT,
    are_totalled,
    content,
    is_plain_list,
    kinds_of_rows,
    named_in,
    operations_in,
    sides_in,
    threshold_in,
    top_in,
)
from retrieval.coordinate_mentions import coordinate
from retrieval.fact import FactIndex
from retrieval.find_mentions import Mention, mask, unexplained
from retrieval.is_talk import is_talk
from retrieval.load_vocabulary import Vocabulary
from retrieval.make_task import COUNTED_UNIT, COUNTER, PER_UNIT, is_of_several_measures, make_task, measures_in, minus_task, target_task
from retrieval.table_clauses import in_table
from retrieval.task import Task, Want

ENDS = ("maximum", "minimum", "extremes")
LISTS = ("list", "children")
CLASSES = ("functions",)
MEASURES = ("completion", "share", "change_rate", "change", "per")
REDUCERS = ("percent", "times", "average", "rank", "loosest", "tightest", "maximum", "minimum", "difference", "sum")
COMPLETION = re.compile(r"完成.*$")
ABOUT_WORDS = re.compile(r"什么|干嘛|啥")
FIGURE_ASKED = re.compile(rf"多少|多大|百分之几|(?<![的这那])几(?=(?!个钱|项相加|项加)(?:{COUNTER}|分|万|元|倍))")
AND_SHARE = re.compile(r"(?:及|和|、|以及|并|各)(?:其)?(?:所)?占(?:比|的比)|金额.*占比")
OF_THOSE = re.compile(r"[~,又]*(?:它们|三者|两者|二者|合计|一共|总共|共|加起来)?[~,]*占")  # of what was added up just before
TOGETHER_SHARE = re.compile(r"(?:合计|一共|总共|共计|之和|加起来|相加|总和|合起来)[~,一共总]*占")
TOGETHER = re.compile(r"俩|两|二者|它们|三个|三项|三样|仨|都")
DIRECTION = re.compile(r"(?:哪|谁).*?(增加|增长|减少|下降|上升|降低)了?$")
CHILDREN = re.compile(
    r"■(?:~|的)*(?:下面|下边|当中|其中|里面|里|中|之中|明细|各项|构成|下|项下|包含|包括|分为|的各|,)*.{0,20}?(?:哪|各|排|最|列|分别)"
)
LIKEWISE = re.compile(r"[~那其中的又]*■+[~的又]*呢[~]*")
SPOKEN_OF = re.compile(r"(?:比|跟|和|与|同|较|加上?)(?:它|前者|(?:上面|上边|刚才|前面|之前|上)(?:的)?那?一?(?:个|项|笔))")
ADDED_TO_THOSE = re.compile(r"~*(?:再|要是|如果)?(?:加上|连上|算上)")
OF_WHICH_PROJECT = re.compile(r"(?:在|属于|归|归入|列在|挂在)(?:哪|什么)(?:一)?个?项目")
APART = re.compile(  # “比最少的多多少”, “最高和最低差多少”: how far the ends are apart
    r"比(?:那?个?)最[少低小多高大].{0,8}[多高大少低小](?:了|出)?(?:多少|几)|最[多高大].{0,6}最[少低小].{0,6}(?:差|[多高大])|首尾.{0,4}差|(?:两个|两者|二者|俩)(?:之间)?(?:相)?差(?:了)?(?:多少|几)"
)
OF_OTHER_END = re.compile(r"最[多高大少低小](?:的)?[^,;?]{0,6}的?(?:几|多少)倍")  # “…最高，是最低的几倍”
AHEAD = re.compile(  # “最高，高多少”
    r"(?:比(?:第二|其次|另|其他|其它|别|后)[^,;?]{0,8})?[高多大贵低少小差便宜]+(?:出)?(?:了)?(?:多少|几(?!个|家|倍))"
)
WHICH = re.compile(r"哪|什么|谁|啥|前[两二三四五六七八九十\d]")  # “一共多少，哪项最大”: of what the amount is made up
GAP = re.compile(r"[~,]*(?:两者|二者|它们|两项|两个)?(?:之间)?(?:相差|差距?|差额)(?:了|是|有)*(?:多少|几)")
OF_BOUND = re.compile(r"■[^,;?]{0,4}(?:里|中|下|内)[^,;?]{0,10}\d[\d.]*[万亿]?元(?:以[上下])?的?(?:科目|项|有|是|支出)")
OF_CLASS = re.compile(r"■(?:~|的|里|下|项下|下面)*(?:是|有|包括)+(?:哪|什么)")
WHETHER_ANY = re.compile(r"^~*(?:里|中|内)?(?:到底|究竟|是否|都)?有(?:没有)?[^几多]*(?:吗|么|没有|$)")  # “有车吗？几辆？”
LONG_NAME = 4
SHORTEST_NAME = 3
NAMED_ITEM = re.compile(r"([一-鿿]{2,12})(?:项目|工程|经费|补贴|补助|专项|活动|采购)")
LONE_BODY = re.compile(r"(?:^|[的~\s])(馆|站|所|队|校|中心)(?=[的~■\s]|$)")  # 某县的馆: a body called by its type alone
WITHIN = re.compile(r"中(?!心)|里|归入|归到|归于|记到|记入|属于|列入|列在|项下|下面")
BUYING = re.compile(r"(?:采购|购置|购买|买|购|配|添置?)(?:进|了)?")
PRICE_COLUMN = re.compile(r"(?:采购|预算)?(?:单价|总价|金额|价格)")
AGAINST_LAST = re.compile(r"[~那]*(?:和|与|跟|同|比|较)~*■")  # “差旅费呢”, “和办公费比哪个多”
LEFT = re.compile(r"[还就]?(?:剩余|剩下?|余下?|结余)了?(?=多少|几)")  # what is asked of a remainder
MONEY_ASKED = re.compile(r"多少钱|几万|几元|多少万元|多少元|金额|花多少|预算(?:是|为)?多少|安排(?:了)?多少")


def add_clause(
    clause: str, mentions: tuple[Mention, ...], context: tuple[Mention, ...], tasks: list[Task], index: FactIndex, vocabulary: Vocabulary
) -> list[Task]:
    """The tasks with what one more clause asks."""
    masked = mask(clause, mentions)
    if tasks and not mentions and OF_WHICH_PROJECT.search(masked):
        return tasks  # the place of the figure names the project
    operations = operations_in(masked, vocabulary)
    measure = next((name for name in MEASURES if name in operations), "value")
    reducer = reducer_of(operations, masked)
    direction = DIRECTION.search(masked)
    named = tuple(one for one in mentions if one.keys and not one.is_weak)
    is_one_thing = len(named) == 1 or bool(named and not coordinate(clause, named)[0])
    if is_one_thing and measure == "value" and OF_BOUND.search(masked):
        return [*tasks, parts_of(named, clause, reducer)]
    listed = next((one.name for one in vocabulary.lists if one.pattern.search(clause)), None)
    if listed and is_plain_list(masked, mentions, vocabulary) and not (listed in CLASSES and not mentions and is_of_last(tasks)):
        task = Task("list", kinds_of_rows(mentions), rows=listed, threshold=threshold_in(clause), reducer=reducer)
        told = tasks and replace(tasks[-1], text="") == replace(task, reducer=None)  # “8个项目共92万元，平均每个多少”
        return [*(tasks[:-1] if told else tasks), replace(task, text=clause, top=top_in(clause))]
    if measure == "value" and (looked_up := in_table(clause, mentions, context, tasks, index, asks=bool(FIGURE_ASKED.search(masked)))):
        return looked_up
    is_ranked = reducer in ("rank", "maximum", "minimum", "extremes") or "list" in operations
    if is_one_thing and measure == "value" and is_ranked and CHILDREN.search(masked) and not WHICH_BODIES.search(masked):
        return [*tasks, parts_of(named, clause, reducer)]
    if measure == "value" and OF_CLASS.search(masked) and any(is_class(one, index) for one in named):
        return [*tasks, Task("children", (Want(named, text=clause),), reducer=reducer, text=clause)]
    if not mentions and (counted := COUNTED_UNIT.search(clause)) and not reducer and measure != "per":
        return count_of_last(clause, counted[1], tasks, vocabulary)
    if not mentions and tasks and tasks[-1].measure in LISTS and tasks[-1].reducer and reducer == "sum":
        return [*tasks[:-1], replace(tasks[-1], is_added=tasks[-1].reducer != "sum")]
    if not mentions and tasks and tasks[-1].measure in LISTS and tasks[-1].reducer in ENDS and (APART.search(masked) or GAP.match(masked)):
        return [*tasks[:-1], replace(tasks[-1], reducer="spread")]
    if not mentions and tasks and tasks[-1].measure in LISTS and {reducer, tasks[-1].reducer} == {"maximum", "minimum"}:
        return [*tasks[:-1], replace(tasks[-1], reducer="extremes")]
    if not mentions and tasks and tasks[-1].measure == "list":
        return [*tasks[:-1], replace(tasks[-1], reducer=tasks[-1].reducer or reducer, top=tasks[-1].top or top_in(clause))]
    if tasks and ABOUT_WORDS.search(masked) and not FIGURE_ASKED.search(masked) and not operations:
        return tasks
    of_budget = "against_budget" in operations and index.document.info.kind == "决算"
    if not mentions and tasks and of_budget and tasks[-1].measure == "value" and len(tasks[-1].wants) == 1:
        return [*tasks, against_budget(tasks[-1], clause)]
    if not mentions and tasks:
        return continue_last(tasks, measure, reducer, masked, index)
    if not mentions:
        return tasks
    earlier = tuple(one for task in tasks for want in task.wants for one in want.mentions) + context
    earlier = tuple(one for one in dict.fromkeys(earlier) if not one.is_total and one not in mentions)
    if all(one.is_column for one in mentions):
        earlier = tuple(one for one in earlier if not one.is_column)
    if tasks and LIKEWISE.fullmatch(masked) and (repeated := likewise(tasks[-1], mentions)):
        return [*tasks, repeated]
    left = minus_task(clause, masked, mentions, context, vocabulary) if "minus" in operations and measure == "value" else None
    if left is not None:
        words = LEFT.sub(blanked, dict(vocabulary.operations)["minus"].sub(lambda found: "~" * len(found[0]), masked))
        return [*tasks, replace(left, unknown=content(words, index, vocabulary))]
    task = make_task(clause, masked, mentions, earlier, context, measure, index)
    if measure == "share" and tasks and tasks[-1].reducer == "sum" and len(tasks[-1].wants) > 1 and OF_THOSE.match(masked):
        task = replace(task, wants=tasks[-1].wants)
        reducer = "sum"
    elif measure == "share" and tasks and tasks[-1].measure == "value" and len(tasks[-1].wants) == 1 and OF_THOSE.match(masked):
        task = replace(task, wants=tasks[-1].wants)
    elif measure == "share" and TOGETHER_SHARE.search(masked):
        reducer = "sum"
    if measure == "share" and AND_SHARE.search(masked):
        tasks = [*tasks, Task("value", task.wants, text=clause)]
    if measure == "value" and ("target_met" in operations or "target_met" in operations_in(clause, vocabulary)):
        task, reducer = target_task(mentions, earlier, clause), "target"
    if of_budget:
        task, reducer, measure = against_budget(task, clause), "difference", "value"
    if measure == "completion":
        sides = sides_in(COMPLETION.sub("", masked), index)
        stated = [replace(task, measure="value", wants=tuple(replace(want, side=side) for want in task.wants for side in sides))]
        tasks = [*tasks, *(stated if sides else [])]
    if measure == "value" and reducer is None and len(task.wants) > 1 and are_totalled(masked):
        reducer = "sum"
    speaks_back = SPOKEN_OF.search(masked) or (reducer == "difference" and AGAINST_LAST.match(masked))
    if reducer in ("difference", "sum") and measure == "value" and len(task.wants) == 1 and tasks and speaks_back:
        task = replace(task, wants=(*task.wants, *tasks[-1].wants[-1:]))
    if reducer == "sum" and tasks and tasks[-1].measure == "value" and ADDED_TO_THOSE.match(masked):
        task = replace(task, wants=(*tasks[-1].wants, *(replace(want, context=()) for want in task.wants)))
    addends = tuple(one for one in mentions if not all(one in want.mentions for want in task.wants))
    nested = named_within(masked, addends) if reducer == "sum" and len(task.wants) > 1 else ()
    if len(nested) == 1 and len(mentions) == 2:  # “甲中归入乙的合计”: all of 乙, no sum of both
        inner = next(one for one in mentions if one.asked == nested[0])
        outer = tuple(one for one in mentions if one is not inner)
        task, nested = replace(task, wants=(Want((inner,), (*outer, *context), text=clause),)), ()
    if (measure == "per" and len(mentions) > 1) or (reducer == "sum" and is_of_several_measures(task)):
        reducer = None
    return [
        *tasks,
        replace(
            task, reducer="direction" if direction and measure.startswith("change") else reducer,
            direction=direction[1] if direction else None, text=clause,
            unknown=(
                *content(COUNTED_UNIT.sub(blanked, masked), index, vocabulary), *named_before_column(masked, mentions, vocabulary),
                *named_beside_totals(masked, mentions, vocabulary), *nested,
            ),
        ),
    ]  # fmt: skip


def reducer_of(operations: tuple[str, ...], masked: str) -> str | None:
    """What a clause wants done with its results; the highest and the lowest named together are set in relation where it says so."""
    if not {"maximum", "minimum"} <= set(operations):
        return next((name for name in REDUCERS if name in operations), None)
    if "times" in operations:
        return "multiple"
    return "spread" if APART.search(masked) else "extremes"


def against_budget(task: Task, clause: str) -> Task:
    """The task that holds what was budgeted for the first thing of another task against what was spent on it."""
    both = tuple(replace(want, side=side) for want in task.wants[:1] for side in ("预算", "决算"))
    return replace(task, measure="value", wants=both, reducer="difference", text=clause)


def is_of_last(tasks: list[Task]) -> bool:
    """Whether a class that is asked for next is one of those that make up the amount asked for just before (“采购多少，哪类最多”)."""
    return bool(tasks) and tasks[-1].measure == "value" and any(not one.is_total for want in tasks[-1].wants for one in want.mentions)


def blanked(found: re.Match[str]) -> str:
    """A match in characters that say nothing and part no words."""
    return "的" * len(found[0])


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


def parts_of(whole: tuple[Mention, ...], clause: str, reducer: str | None) -> Task:
    """The task that asks for what makes up a whole, within the bound that the clause gives."""
    wants = (Want(whole, text=clause),)
    return Task("children", wants, reducer=reducer, threshold=threshold_in(clause), text=clause, top=top_in(clause))


def is_class(one: Mention, index: FactIndex) -> bool:
    """Whether a code only classifies rows again (政府经济分类) and has none of its own."""
    rows = [index.facts[number] for number in index.codes.get(one.code or "", ())]
    return bool(rows) and all(fact.codes[0] != one.code for fact in rows)


def likewise(last: Task, mentions: tuple[Mention, ...]) -> Task | None:
    """“人员支出呢？” after a share, a rate or a change: the same of another item; None after a plain amount, which any clause asks anew."""
    if last.measure not in MEASURES or last.measure == "per" or not last.wants or any(one.is_column for one in mentions):
        return None
    return replace(last, wants=(replace(last.wants[0], mentions=mentions),), text=last.text)


def named_before_column(masked: str, mentions: tuple[Mention, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """What a clause names right before a column (“…数量的指标值”) and no label has: the row that was meant."""
    if not all(one.is_column for one in mentions):
        return ()
    ends = {start + len(segment): re.sub(r"[\W\d_a-z]", "", segment) for start, segment in unexplained(masked, vocabulary)}
    words = (ends.get(one.start, "") for one in mentions)
    return tuple(word for word in words if len(word) >= LONG_NAME)


def named_within(masked: str, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """The names that stand within another (甲中归入“乙”的合计): they are no items to add to it."""
    return tuple(
        after.asked for before, after in pairwise(sorted(mentions, key=lambda one: one.start))
        if WITHIN.search(masked[before.end : after.start]) and not before.asked.endswith("表")
    )  # fmt: skip


def named_beside_totals(masked: str, mentions: tuple[Mention, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """What a clause names beside all spending (“…队花了多少”, “医疗方面的支出”) and no label has: then not all of it is meant."""
    if not all(one.is_total for one in mentions):
        return ()
    shortest = SHORTEST_NAME if all(one.is_weak for one in mentions) else 2
    words = (named_in(segment, vocabulary) for _, segment in unexplained(masked, vocabulary))
    items = (found[1] for found in NAMED_ITEM.finditer(masked) if len(named_in(found[1], vocabulary)) >= 2)
    return (*(word for word in words if len(word) >= shortest), *items, *LONE_BODY.findall(masked))


def relation_of_ends(reducer: str, masked: str) -> str | None:
    """What a further clause asks of the highest or the lowest: how far both are apart, how many times, or how far it is ahead."""
    if APART.search(masked) or GAP.match(masked):
        return "spread"
    if OF_OTHER_END.search(masked):
        return "multiple"
    return {"maximum": "lead", "minimum": "lag"}.get(reducer) if AHEAD.search(masked) else None


def continue_last(tasks: list[Task], measure: str, reducer: str | None, masked: str, index: FactIndex) -> list[Task]:
    """A clause that names nothing speaks of what was asked before it: its reducer joins that task, another measure makes a new one."""
    last = tasks[-1]
    if measure == "per" and (unit := PER_UNIT.search(masked)):
        wants = tuple(replace(want, unit=unit[unit.lastindex or 1]) for want in last.wants)
        return [*tasks, replace(last, measure="per", reducer=None, wants=wants, text=masked)]
    if measure not in ("value", last.measure) and not {measure, last.measure} <= {"change", "change_rate"}:
        wants = tuple(dict.fromkeys(replace(want, side=None) for want in last.wants))
        is_together = measure == "share" and last.reducer == "sum" and len(wants) > 1
        return [*tasks, replace(last, measure=measure, reducer="sum" if is_together else None, wants=wants)]
    if last.wants and last.wants[0].unit and last.measure != "per" and MONEY_ASKED.search(masked):
        return [*tasks, replace(last, wants=tuple(replace(want, unit="元") for want in last.wants))]
    both = [one for one in tasks if one.measure == "value" and one.wants]
    if reducer and TOGETHER.search(masked) and len(last.wants) == 1 and len(both) > 1:
        wants = tuple(want for one in both[-(3 if "三" in masked or "仨" in masked else 2) :] for want in one.wants)
        return [*tasks, replace(last, measure="value", wants=wants, reducer=reducer)]
    if reducer == "difference" and SPOKEN_OF.search(masked) and len(last.wants) == 1 and [one for one in tasks[:-1] if one.wants]:
        earlier = [one for one in tasks[:-1] if one.wants][-1]
        return [*tasks, replace(last, measure="value", wants=(*last.wants, earlier.wants[-1]), reducer=reducer)]
    if last.reducer in ENDS and (related := relation_of_ends(last.reducer, masked)):
        return [*tasks[:-1], replace(last, reducer=related)]
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
