"""A question to tasks: for each clause which items are asked for, in which measure, and what is done with the results."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.quantity import Quantity
from retrieval.find_mentions import Mention, find_mentions, mask, unexplained
from retrieval.index_facts import FactIndex
from retrieval.label_key import fold
from retrieval.load_vocabulary import Vocabulary

CLAUSE_END = re.compile(r"[;。?!]|(?<!\d),|,(?!\d{3})")
BETWEEN = re.compile(
    r"(?:和|与|及|以及|、|跟|同|比|还是|或|或者|的|项目|~|两个|两项|,|/|各|加|加上|减去|减|多久"
    r"|(?:几|多少)(?:次|人|个|天|件|家|名|台|辆|项|场|条|元|万元)?|是|定)+"
)
MEASURES = ("completion", "share", "change_rate", "change", "per")
REDUCERS = ("times", "rank", "maximum", "minimum", "difference", "sum")
BUDGET_SIDE = re.compile(
    r"年初预算|全年预算|预算数|(?<!完成)(?<!公共)(?<!部门)(?<!经营)预算(?!执行|管理|绩效|财政|单位|调整|编制|公开|支出$)"
)
FINAL_SIDE = re.compile(r"决算|执行数|实际(?!完成)")
COMPLETION = re.compile(r"完成.*$")
CONSISTENT = re.compile(r"对得上|对不上|一致(?:吗|不|么)|是否一致|一样吗|相等吗|是否相等|矛盾|相符")
MODIFIED = re.compile(r"[^\W~■\d]{5,}的■")  # a named thing narrowed by words that no label has
ABOUT_WORDS = re.compile(r"什么|干嘛|啥")
FIGURE_ASKED = re.compile(r"多少|多大|百分之几|几(?=次|辆|个|名|人|家|项|台|套|箱|件|批|分|万|元|倍|条|场)")
REPEATED = re.compile(
    r"(?:~|、|那|又|并|具体|一共|总共|共|分别|各|各自|都|是|有|为|花|花了|金额|数额|数|值|多少|钱|万元|元|呢|的|哪一?个|哪一?项|哪家|什么|比例|占比|比重|带上|列出来|吗|和|安排|每个|每项|每笔|预算|支出|保留两位小数|了)*"
)
AND_SHARE = re.compile(r"(?:及|和|、|以及|并|各)(?:其)?(?:所)?占(?:比|的比)|金额.*占比")
TOGETHER = re.compile(r"俩|两|二者|它们|三个|三项|三样|仨|都")
DIRECTION = re.compile(r"(?:哪|谁).*?(增加|增长|减少|下降|上升|降低)了?$")
CHILDREN = re.compile(
    r"■(?:~|的)*(?:下面|下边|当中|其中|里面|里|中|之中|明细|各项|构成|下|项下|包含|包括|分为|的各|,)*.{0,20}?(?:哪|各|排|最|列|分别)"
)
TOP = re.compile(
    r"前([一二三四五六七八九十]|\d{1,2})(?!年|期)|最(?:大|多|高|小|少|低)的(?:前)?([二三四五六七八九十两]|\d{1,2})(?:个|项|类|笔)"
)
MORE = ("超过", "高于", "大于", "多于", "不低于", "不少于", "以上", "及以上")
THRESHOLD = re.compile(
    r"(?P<before>超过|高于|大于|多于|不低于|不少于|低于|少于|小于|不足|不超过)?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>亿元|万元|千元|元|万)"
    r"(?P<after>及以上|以上|以下|以内)?"
)
ANY_COUNT = "*"  # several units are asked for: any count, but no amount of money
COUNTER = "辆|名|人|个|家|项|台|套|箱|件|次|平方米|条|张|位"
PER_UNIT = re.compile(rf"每一?({COUNTER})|平均一({COUNTER})")
MONEY_ASKED = re.compile(r"多少钱|多少万元|多少元|金额|花多少")
COUNTED_UNIT = re.compile(r"(?:几|多少)\s*(分钟|小时|天|分(?!之)|辆|名|人|个|家|项|台|套|箱|件|次|人次|平方米|条|张|位|批)")


@dataclass(frozen=True, slots=True)
class Want:
    """A figure that is wanted: mentions it must bear, those it may bear, side (预算 / 决算), the unit it is counted in, its clause."""

    mentions: tuple[Mention, ...]
    context: tuple[Mention, ...] = ()
    side: str | None = None
    unit: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What one clause asks: wants in a measure (value, share, completion, change, per), set in relation by a reducer (or none).

    `rows` names a list of rows that is asked for instead (projects, functions, procurement), `threshold` the amount they must exceed or
    stay below. `text` is the clause itself, `unknown` its content words that nothing accounts for.
    """

    measure: str
    wants: tuple[Want, ...]
    denominator: Want | None = None
    reducer: str | None = None
    direction: str | None = None
    rows: str | None = None
    threshold: tuple[str, Quantity] | None = None
    text: str = ""
    unknown: tuple[str, ...] = ()
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole question as one document's labels let it be understood.

    `unexplained` are content words that nothing accounts for, `unhandled` the clauses that ask for something no task answers.
    """

    tasks: tuple[Task, ...]
    unexplained: tuple[str, ...]
    corrections: tuple[tuple[str, str], ...]
    unhandled: tuple[str, ...] = ()


def parse_question(parts: Sequence[str], index: FactIndex, vocabulary: Vocabulary) -> Reading:
    """The tasks of the last of `parts` against one document's labels; earlier parts are the questions it follows on.

    A part is what `choose_documents` left of a question. A last part that asks nothing of its own (“乙市的呢？”) repeats the tasks before.
    """
    state = State()
    for part in parts[:-1]:
        state = read_part(part, state, index, vocabulary)
    before = state.tasks
    state = read_part(parts[-1], replace(state, unknown=(), corrections=(), unhandled=()), index, vocabulary)
    new = tuple(task for task in state.tasks if task not in before) or before[-1:]
    return Reading(tuple(dict.fromkeys(new)), state.unknown, state.corrections, state.unhandled)


@dataclass(frozen=True, slots=True)
class State:
    """What has been read so far."""

    tasks: tuple[Task, ...] = ()
    context: tuple[Mention, ...] = ()
    unknown: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    unhandled: tuple[str, ...] = ()


def read_part(part: str, state: State, index: FactIndex, vocabulary: Vocabulary) -> State:
    """The state after one more question."""
    text = fold(re.sub(r"\s+", "~", re.sub(r"(?<=\d)\s(?=\d)", "", part).replace("收、支", "收支")))
    text = re.sub(r"[;,，](?:还有|以及|和|及|再加上|另外还有)", "、", text)
    clauses = [clause for clause in CLAUSE_END.split(text) if clause.strip("~、")]
    context: tuple[Mention, ...] = ()
    before = state.tasks
    for place, clause in enumerate(clauses):
        mentions = find_mentions(clause, index, vocabulary)
        if any(not one.is_weak for one in mentions) or state.tasks or context:
            mentions = tuple(one for one in mentions if not one.is_weak)
        mentions = without_side_words(clause, mentions)
        masked = mask(clause, mentions)
        state = replace(
            state,
            corrections=(*state.corrections, *((one.asked, one.correction) for one in mentions if one.correction)),
            unknown=(*state.unknown, *(segment for _, segment in unexplained(masked, vocabulary))),
        )
        if mentions and place + 1 < len(clauses) and not has_operation(masked, vocabulary):
            context = marked_group(clause, mentions)
            if MODIFIED.search(masked):
                state = replace(state, unhandled=(*state.unhandled, clause))
            if content(masked, index, vocabulary) and "■" in masked.rstrip("~中里内的上"):
                known = (word for word in content(masked, index, vocabulary) if is_known(word, index, vocabulary))
                state = replace(state, unhandled=(*state.unhandled, *known))
            continue
        if not mentions and context and state.tasks == before:
            mentions, clause, context = context, clauses[place - 1] + clause, ()
        tasks = tuple(add_clause(clause, mentions, context, list(state.tasks), index, vocabulary))
        is_open = is_unhandled(masked, tasks, state.tasks, operations_in(masked, vocabulary))
        state = replace(state, tasks=tasks, unhandled=(*state.unhandled, clause) if is_open else state.unhandled)
    if context and not state.tasks:
        return replace(state, tasks=tuple(add_clause(clauses[0], context, (), [], index, vocabulary)))
    return state


def is_unhandled(masked: str, tasks: tuple[Task, ...], before: tuple[Task, ...], operations: tuple[str, ...]) -> bool:
    """Whether a clause asks for more than the tasks it led to: a question that changed nothing, or more figures than wants."""
    asked = len(FIGURE_ASKED.findall(masked))
    if CONSISTENT.search(masked) and not any(len(task.wants) > 1 for task in tasks if task not in before):
        return True
    if tasks == before:
        last = tasks[-1] if tasks else None
        handled = {last.measure, last.reducer, "against_budget" if last.reducer == "difference" else None, *(("change", "change_rate") if last.measure.startswith("change") else ())} if last else set()
        return bool(asked) and not REPEATED.fullmatch(masked) and handled.isdisjoint(operations)
    wants = sum(len(task.wants) or asked for task in tasks if task not in before)
    told = 2 if any(task.measure.startswith("change") for task in tasks if task not in before) else wants
    reduced = sum(1 for task in tasks if task not in before and task.reducer)
    return asked > 1 and asked > told + reduced


def without_side_words(clause: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions without 支出决算, 收入预算 and the like where an item stands beside them: there they only name the side."""
    if "占" in clause or not any(one.keys and not one.is_total for one in mentions):
        return mentions
    return tuple(one for one in mentions if not (one.is_total and re.search(r"预算|决算", one.asked)))


def has_operation(masked: str, vocabulary: Vocabulary) -> bool:
    """Whether a clause asks for something by an operation word or a question word."""
    return bool(operations_in(masked, vocabulary)) or bool(re.search(r"多少|几|哪|什么|吗|呢", masked))


def operations_in(masked: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The operations that a clause names, in order of priority."""
    return tuple(name for name, pattern in vocabulary.operations if pattern.search(masked))


def add_clause(
    clause: str, mentions: tuple[Mention, ...], context: tuple[Mention, ...], tasks: list[Task], index: FactIndex, vocabulary: Vocabulary
) -> list[Task]:
    """The tasks with what one more clause asks."""
    masked = mask(clause, mentions)
    operations = operations_in(masked, vocabulary)
    measure = next((name for name in MEASURES if name in operations), "value")
    reducer = "extremes" if {"maximum", "minimum"} <= set(operations) else next((name for name in REDUCERS if name in operations), None)
    direction = DIRECTION.search(masked)
    listed = next((one.name for one in vocabulary.lists if one.pattern.search(clause)), None)
    if listed and is_plain_list(masked, mentions, vocabulary):
        return [*tasks, Task("list", kinds_of_rows(mentions), rows=listed, threshold=threshold_in(clause), reducer=reducer, text=clause, top=top_in(clause))]
    named = [one for one in mentions if one.keys and not one.is_weak]
    if len(named) == 1 and measure == "value" and CHILDREN.search(masked) and (reducer in ("rank", "maximum", "minimum", "extremes") or "list" in operations):
        return [*tasks, Task("children", (Want((*named,), (), None, None, clause),), reducer=reducer, text=clause, top=top_in(clause))]
    if not mentions and COUNTED_UNIT.search(clause) and not reducer:
        return [*tasks, Task("value", (Want((), (), None, COUNTED_UNIT.search(clause)[1], clause),), text=clause)]  # type: ignore[index]
    if not mentions and tasks and tasks[-1].measure == "list":
        return [*tasks[:-1], replace(tasks[-1], reducer=tasks[-1].reducer or reducer, top=tasks[-1].top or top_in(clause))]
    if tasks and ABOUT_WORDS.search(masked) and not FIGURE_ASKED.search(masked) and not operations:
        return tasks
    if not mentions and tasks:
        return continue_last(tasks, measure, reducer, masked, index)
    if not mentions:
        return tasks
    earlier = tuple(one for task in tasks for want in task.wants for one in want.mentions) + context
    earlier = tuple(one for one in dict.fromkeys(earlier) if not one.is_total and one not in mentions)
    task = make_task(clause, masked, mentions, earlier, context, measure, index)
    if measure == "share" and AND_SHARE.search(masked):
        tasks = [*tasks, Task("value", task.wants, text=clause)]
    if measure == "value" and ("target_met" in operations or "target_met" in operations_in(clause, vocabulary)):
        task, reducer = target_task(mentions, earlier, clause), "target"
    if "against_budget" in operations and index.document.info.kind == "决算":
        both = tuple(replace(want, side=side) for want in task.wants[:1] for side in ("预算", "决算"))
        task, reducer, measure = replace(task, measure="value", wants=both), "difference", "value"
    if measure == "completion":
        sides = sides_in(COMPLETION.sub("", masked), index)
        stated = [replace(task, measure="value", wants=tuple(replace(want, side=side) for want in task.wants for side in sides))]
        tasks = [*tasks, *(stated if sides else [])]
    if measure == "per" and len(mentions) > 1:
        reducer = None
    return [
        *tasks,
        replace(
            task, reducer="direction" if direction and measure.startswith("change") else reducer,
            direction=direction[1] if direction else None, text=clause, unknown=content(masked, index, vocabulary),
        ),
    ]  # fmt: skip


def kinds_of_rows(mentions: tuple[Mention, ...]) -> tuple[Want, ...]:
    """The kinds (特定目标类) that the listed rows must be of."""
    kinds = tuple(one for one in mentions if one.asked.endswith("类"))
    return (Want(kinds),) if kinds else ()


def is_plain_list(masked: str, mentions: tuple[Mention, ...], vocabulary: Vocabulary) -> bool:
    """Whether nothing but the list (with a bound and a scope) is asked for."""
    for one in vocabulary.lists:
        masked = one.pattern.sub("~", masked)
    rest = tuple(unexplained(THRESHOLD.sub("~", masked), vocabulary))
    return not rest and all(one.is_weak or one.is_total or is_scope(one) or one.asked.endswith("类") for one in mentions)


def is_scope(one: Mention) -> bool:
    """Whether a mention only says of what the list is (一般公共预算支出, 项目支出)."""
    return one.asked.endswith(("支出", "预算", "经费", "采购", "项目")) and len(one.asked) <= 12


def top_in(clause: str) -> int | None:
    """“前三”, “最大的三个” as 3; None where a clause names no number of them."""
    found = TOP.search(clause)
    digits = (found[1] or found[2]) if found else ""
    return (int(digits) if digits.isdigit() else "零一二三四五六七八九十".find(digits)) if digits else None


def threshold_in(clause: str) -> tuple[str, Quantity] | None:
    """“10万元以上” as (以上, 10 万元); None where a clause names no bound."""
    found = THRESHOLD.search(clause)
    if not found or not (found["before"] or found["after"]):
        return None
    quantity = Quantity(Decimal(found["number"].replace(",", "")), "万元" if found["unit"] == "万" else found["unit"])
    return ("以上" if (found["before"] or found["after"]) in MORE else "以下"), quantity


def content(masked: str, index: FactIndex, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The content words of a masked clause that nothing accounts for: all after its last name, before it those that labels hold too."""
    last = masked.rfind("■")
    found = ((start, vocabulary.fillers.sub("", segment)) for start, segment in unexplained(masked, vocabulary))
    words = ((start, re.sub(r"[\W\d_a-z]", "", word)) for start, word in found)
    return tuple(word for start, word in words if len(word) >= 2 and (start > last or is_known(word, index, vocabulary)))


def is_known(word: str, index: FactIndex, vocabulary: Vocabulary) -> bool:
    """Whether a word, or a part of it, is a name of its own in the document or in the classification of accounts."""
    parts = {word[at:end] for at in range(len(word)) for end in range(at + 2, len(word) + 1)}
    return not parts.isdisjoint(index.variants.keys()) or not parts.isdisjoint(vocabulary.standard_names)


def continue_last(tasks: list[Task], measure: str, reducer: str | None, masked: str, index: FactIndex) -> list[Task]:
    """A clause that names nothing speaks of what was asked before it: its reducer joins that task, another measure makes a new one."""
    last = tasks[-1]
    if measure == "per" and (unit := PER_UNIT.search(masked)):
        wants = tuple(replace(want, unit=unit[1] or unit[2]) for want in last.wants)
        return [*tasks, replace(last, measure="per", reducer=None, wants=wants)]
    if measure not in ("value", last.measure) and not {measure, last.measure} <= {"change", "change_rate"}:
        wants = tuple(dict.fromkeys(replace(want, side=None) for want in last.wants))
        return [*tasks, replace(last, measure=measure, reducer=None, wants=wants)]
    if last.wants and last.wants[0].unit and MONEY_ASKED.search(masked):
        return [*tasks, replace(last, wants=tuple(replace(want, unit="元") for want in last.wants))]
    both = [one for one in tasks if one.measure == "value" and one.wants]
    if reducer and TOGETHER.search(masked) and len(last.wants) == 1 and len(both) > 1:
        wants = tuple(want for one in both[-(3 if "三" in masked or "仨" in masked else 2) :] for want in one.wants)
        return [*tasks, replace(last, measure="value", wants=wants, reducer=reducer)]
    if reducer and last.reducer is None:
        return [*tasks[:-1], replace(last, reducer=reducer)]
    sides = sides_in(masked, index)
    if len(sides) == 1 and last.wants and last.wants[0].side not in (None, sides[0]):
        return [*tasks, replace(last, wants=tuple(replace(want, side=sides[0]) for want in last.wants))]
    return tasks


def make_task(
    clause: str, masked: str, mentions: tuple[Mention, ...], earlier: tuple[Mention, ...], context: tuple[Mention, ...], measure: str,
    index: FactIndex,
) -> Task:  # fmt: skip
    """The wants of one clause: its coordinated mentions each with the shared ones; a share has its total apart."""
    unit = (PER_UNIT if measure == "per" else COUNTED_UNIT).search(clause)
    counted = (unit[1] or unit[unit.lastindex or 1]) if unit else None
    if measure != "per" and len({found[1] for found in COUNTED_UNIT.finditer(clause)}) > 1:
        counted = ANY_COUNT
    if measure == "share":
        return share_task(masked, mentions, earlier, context)
    if measure == "times" or (measure == "value" and "倍" in masked and len(mentions) == 2):
        return Task("value", tuple(Want((one,), earlier) for one in mentions), reducer="times")
    group, shared = coordinate(clause, mentions)
    if not group and len(earlier) > 1 and (measure != "value" or re.search(r"哪|谁|各|分别", masked)) and earlier[0].group:
        group = tuple(one for one in earlier if one.group == earlier[0].group)
        earlier = tuple(one for one in earlier if one not in group)
    if measure == "per":
        return Task(measure, (Want(mentions, earlier, None, counted),))
    if any(one.is_column for one in group):
        counted = None
    sides = (sides_in(masked, index) if measure == "value" else ()) or (None,)
    operands = [(*shared, one) for one in group] or [shared]
    ordered = [tuple(sorted(operand, key=lambda one: one.start)) for operand in operands]
    return Task(measure, tuple(Want(operand, earlier, side, counted, clause) for operand in ordered for side in sides))


def target_task(mentions: tuple[Mention, ...], earlier: tuple[Mention, ...], clause: str) -> Task:
    """“达到目标了吗”: the indicator's target and what was reached."""
    own = tuple(one for one in mentions if not one.is_column)
    columns = (Mention(-2, -1, "指标值", ("指标值", "年度指标值")), Mention(-1, 0, "实际完成值", ("实际完成值",)))
    return Task("value", tuple(Want((*own, column), earlier, text=clause) for column in columns))


def share_task(masked: str, mentions: tuple[Mention, ...], earlier: tuple[Mention, ...], context: tuple[Mention, ...]) -> Task:
    """“A 占 B 的比重”: A before 占, B after it; “B 中，A 占多少”: B sets the scene; nothing: the share that the text states."""
    at = masked.find("占")
    before = tuple(one for one in mentions if at < 0 or one.start < at)
    after = tuple(one for one in mentions if 0 <= at < one.start)
    if not before and earlier:
        before = (earlier[-1],)
    if not after and len(before) == 2 and re.search(r"中|里", masked[before[0].end : before[1].start]):
        before, after = before[1:], before[:1]
    if not after and context and context != before:
        after, earlier = context[:1], tuple(one for one in earlier if one not in context)
    return Task("share", (Want(before, earlier),), Want(after) if after else None)


def marked_group(clause: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions of a clause that only sets the scene, those that it coordinates marked as one group."""
    group, _ = coordinate(clause, mentions)
    return tuple(replace(one, group=clause) if one in group else one for one in mentions)


def coordinate(clause: str, mentions: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The longest run of mentions joined by conjunctions alone, and the other mentions, which all of them share."""
    columns = tuple(one for one in mentions if one.is_column)
    best: tuple[Mention, ...] = columns if len(columns) > 1 else ()
    for run in runs(clause, mentions):
        if len(run) > max(1, len(best)):
            best = run
    return best, tuple(one for one in mentions if one not in best)


def runs(clause: str, mentions: tuple[Mention, ...]) -> Iterator[tuple[Mention, ...]]:
    """The maximal runs of mentions with nothing but conjunctions between them."""
    run: list[Mention] = []
    for one in mentions:
        if run and not joins(clause[run[-1].end : one.start]):
            yield tuple(run)
            run = []
        run.append(one)
    if run:
        yield tuple(run)


def joins(between: str) -> bool:
    """Whether the words between two mentions coordinate them; a bare 的 does not."""
    return bool(BETWEEN.fullmatch(between)) and not re.fullmatch(r"[的~各是]+|项目的?", between)


def sides_in(masked: str, index: FactIndex) -> tuple[str, ...]:
    """Which sides a clause names, in its order; only final accounts have both."""
    if index.document.info.kind != "决算":
        return ()
    found = [(match.start(), side) for pattern, side in ((BUDGET_SIDE, "预算"), (FINAL_SIDE, "决算")) if (match := pattern.search(masked))]
    return tuple(side for _, side in sorted(found))
