"""Question to figures within one document: what the clauses ask, and for each want the candidates (composer)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest import late_re as re
from ingest.document import Figure, Statement
from retrieval.candidate import Found
from retrieval.clause_words import is_altogether
from retrieval.coordinate_mentions import named_within
from retrieval.fact import Fact, FactIndex
from retrieval.find_balance import find_balance
from retrieval.find_mentions import Mention
from retrieval.find_rows import find_children, find_listed
from retrieval.gather_candidates import add_up
from retrieval.general_budget import is_of_budget, lacks_budget, of_general_budget
from retrieval.is_talk import is_talk
from retrieval.join_parts import join_parts
from retrieval.label_key import fold, label_key
from retrieval.load_vocabulary import Vocabulary
from retrieval.look_up_figures import is_header, look_up_figures, look_up_year_before
from retrieval.other_rows import rows_left
from retrieval.parse_question import parse_question
from retrieval.per_head import cars_kept, is_of_persons
from retrieval.rank_bodies import of_bodies, of_each_body, ranks_bodies
from retrieval.reshape_task import apart, as_completion, for_comparison, lacks_some, pair, same_side_once, within
from retrieval.task import Reading, Task
from retrieval.whole_of_share import beside_parts, is_of_whole_body, of_body, of_like_unit, same_of_unit, total_of, within_whole

WHOLE_BUDGET = "预算总额"  # what a question asks for that names a body, a year and a kind and nothing else
NOT_BY_PART = re.compile(r"有没有|是否|是不是|有无|为什么|为何|怎么|如何|什么(?!时)")  # asks for words, or whether there is something
NUMBERING = re.compile(r"^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]")
AGAINST_BUDGET = re.compile(r"^(?:年初|全年|本年)?预算数?$")
RELATED = ("difference", "times", "percent", "minus")
EACH = re.compile(r"各自?(?:是|为|有|占|得)?[多少高低几差]|分别")
OF_ALL = re.compile(r"占(?:了|到|的|整个|全局|全部门)*(?:全部|全部门|全局|所有)(?!合计|总)(?:的)?[一-鿿]")  # of everybody
ASKS_FOR_ALL = re.compile(r"预算|决算|多少钱|规模")


@dataclass(frozen=True, slots=True)
class TaskFound:
    """One task with what was found for each of its wants, and for its denominator."""

    task: Task
    found: tuple[Found, ...]
    plain: tuple[Found, ...] = ()  # for shares, rates, completions and averages: the plain amounts of the same wants
    denominator: Found | None = None
    sides: tuple[Found, ...] = ()  # for completions: the budget and the final amount
    before: tuple[Found, ...] = ()  # for changes: the amounts in columns of the year before
    owners: tuple[str, ...] = ()  # the unit of each want where one thing is asked of several units

    @property
    def prints(self) -> tuple[Fact, ...]:
        """All facts that print what was asked for, in whichever scope."""
        return tuple(fact for found in self.found if not found.missing for one in found.candidates for fact in one.facts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One document's reading of a question and what it has for it."""

    index: FactIndex
    reading: Reading
    tasks: tuple[TaskFound, ...]
    choices: tuple[str, ...] = ()  # the names that a part of a name may mean
    is_by_part: bool = False  # found by a part of its name


def find_figures(
    index: FactIndex, parts: Sequence[str], vocabulary: Vocabulary, units: Sequence[str] = (), *, is_compared: bool = False
) -> Finding:
    """What a document has for the last of `parts` (earlier ones are the dialogue before it, as `choose_documents` left them).

    `is_compared` says that several documents are asked: “最高的是哪家” then ranks the documents, not the rows of each.
    """
    reading = parse_question(parts, index, vocabulary)
    if not reading.tasks and not reading.unexplained and (units or ASKS_FOR_ALL.search(parts[-1])):
        reading = parse_question((*parts[:-1], f"{WHOLE_BUDGET}{parts[-1].strip()}"), index, vocabulary)
    finding = find_tasks(index, reading, vocabulary, units, is_compared=is_compared)
    if not is_open(finding) or NOT_BY_PART.search(parts[-1]):
        return finding
    reading = parse_question(parts, index, vocabulary, by_part=True)
    by_part = find_tasks(index, reading, vocabulary, units, is_compared=is_compared)
    if is_open(by_part):
        by_part = find_tasks(index, join_parts(reading), vocabulary, units, is_compared=is_compared)
    is_one_of_several = bool(EACH.search(parts[-1])) and sum(len(found.found) for found in by_part.tasks) == 1 and not is_compared
    is_lacking = bool(by_part.reading.unexplained) and any(found.task.reducer == "sum" for found in by_part.tasks)  # of unread addends
    if not any(one.is_part for one in mentions_of(by_part)) or is_open(by_part) or is_one_of_several or is_lacking:
        return finding
    choices = named_by_part(by_part)
    if choices and not asks_nothing_more(parts[-1], by_part, vocabulary):
        return finding
    return replace(finding, choices=choices) if choices else understood(by_part)


def asks_nothing_more(text: str, by_part: Finding, vocabulary: Vocabulary) -> bool:
    """Whether a question only talks and asks around the names that were read in it (“罚了企业多少钱” speaks of fines)."""
    left = fold(re.sub(r"\s+", "~", text))
    for one in sorted(mentions_of(by_part), key=lambda one: -len(one.asked)):
        left = left.replace(one.asked, "~")
    for _, pattern in vocabulary.operations:
        left = pattern.sub("~", left)
    return is_talk(vocabulary.long_fillers.sub("~", left), vocabulary.talk)


def understood(by_part: Finding) -> Finding:
    """A finding by parts of names that says which names were meant."""
    pairs = (
        (one.asked, name)
        for found in by_part.tasks for want, figures in zip(found.task.wants, found.found, strict=False)
        for one in want.mentions if one.is_part for candidate in figures.candidates[:1]
        if (name := borne_name(one, candidate.facts[0]))
    )  # fmt: skip
    corrections = tuple(dict.fromkeys((*by_part.reading.corrections, *((asked, NUMBERING.sub("", name)) for asked, name in pairs))))
    return replace(by_part, reading=replace(by_part.reading, corrections=corrections), is_by_part=True)


def find_tasks(index: FactIndex, reading: Reading, vocabulary: Vocabulary, units: Sequence[str], *, is_compared: bool) -> Finding:
    """What a document has for one reading of a question."""
    tasks = tuple(for_comparison(task) for task in reading.tasks) if is_compared else reading.tasks
    found = tuple(find_task(index, task, vocabulary, units, is_compared=is_compared) for task in tasks)
    return Finding(index, reading, tuple(one for place, one in enumerate(found) if not is_told_before(one, tasks[place], found[:place])))


def is_told_before(found: TaskFound, asked: Task, before: Sequence[TaskFound]) -> bool:
    """Whether the parts of an amount were asked for just after it and there are none: the amount itself is told already."""
    return asked.measure == "children" != found.task.measure and bool(before) and before[-1].task.wants == found.task.wants


def mentions_of(finding: Finding) -> tuple[Mention, ...]:
    """All mentions that the tasks of a finding want."""
    return tuple(one for found in finding.tasks for want in found.task.wants for one in want.mentions)


def is_open(finding: Finding) -> bool:
    """Whether a reading leaves something that was asked unread or not found."""
    if not finding.tasks or finding.reading.unhandled:
        return True
    return any(
        found.task.unknown or not found.found or any(one.missing or not one.candidates for one in found.found) for found in finding.tasks
    )


def named_by_part(finding: Finding) -> tuple[str, ...]:
    """The names among which a part of a name does not choose: other amounts that were found stand under other names."""
    for found in finding.tasks:
        for want, figures in zip(found.task.wants, found.found, strict=False):
            for one in (mention for mention in want.mentions if mention.is_part):
                first, *others = [[name for fact in each.facts if (name := borne_name(one, fact))] for each in figures.candidates]
                apart = dict.fromkeys(names[0] for names in others if names and not {*map(label_key, names)} & {*map(label_key, first)})
                if apart and first:
                    return (first[0], *apart)
    return ()


def borne_name(one: Mention, fact: Fact) -> str | None:
    """The innermost label as printed by which a fact bears a mention."""
    printed = (*fact.source.col, *fact.source.row) if isinstance(fact.source, Figure) else (fact.source.subject,)
    return next((part for part in reversed(printed) if label_key(part) in one.keys), None)


def find_task(index: FactIndex, task: Task, vocabulary: Vocabulary, units: Sequence[str], *, is_compared: bool = False) -> TaskFound:
    """The candidates for every want of a task, or for every row of the list it asks for."""
    if task.measure == "list":
        return TaskFound(task, rows_left(find_listed(index, task, vocabulary, units), task.set_aside))
    if task.reducer == "balance":
        held, parts, whole = find_balance(index, task, units)
        return TaskFound(held, parts, denominator=whole)
    if len(units) > 1:
        task = replace(task, measure="value") if ranks_bodies(task) else task
        paired = pair(task, units)
        if paired:  # “甲的A和乙的B”: one want for each unit
            pairs = zip(paired, units, strict=True)
            each = [find_task(index, replace(task, wants=(want,)), vocabulary, (unit,)) for want, unit in pairs]
        else:
            each = [find_task(index, task, vocabulary, (unit,)) for unit in units]
        if not paired and task.reducer in RELATED and all(len(one.task.wants) > 1 for one in each):
            return of_units_together(each[0].task, each)
        wants = tuple(want for found in each for want in found.task.wants)
        return TaskFound(
            replace(task, wants=wants, reducer=task.reducer or ("sum" if is_altogether(task.text) else None)),
            tuple(one for found in each for one in found.found),
            tuple(one for found in each for one in found.plain), each[0].denominator,
            owners=tuple(unit for found, unit in zip(each, units, strict=True) for _ in found.found) if not paired else (),
        )  # fmt: skip
    if len({(want.unit, *((one.keys, one.code) for one in want.mentions)) for want in task.wants}) == 1:
        task = replace(task, wants=same_side_once(task.wants))
    if not units and not is_compared and len(index.document.info.units) > 1 and ranks_bodies(task):
        amounts, bodies = of_each_body(index, task)
        return TaskFound(of_bodies(task, len(amounts)) if amounts else task, amounts, owners=bodies)
    if task.measure == "children":
        children = find_children(index, task, units)
        itself = replace(task, measure="value")
        if children or task.threshold:
            return TaskFound(task, children)
        return find_task(index, itself, vocabulary, units, is_compared=is_compared)
    if task.measure == "per":
        unit = "人" if is_of_persons(task) else "元"
        amounts = tuple(look_up_figures(index, replace(want, unit=unit), "value", units) for want in task.wants)
        divisor = cars_kept(task, index) or task.denominator
        counts = look_up_figures(index, divisor, "value") if divisor else None
        task = replace(task, denominator=divisor)
        return TaskFound(task, tuple(look_up_figures(index, want, "value", units) for want in task.wants), amounts, counts)
    is_of_all = bool(units) and same_of_unit(task) != task
    task = same_of_unit(task) if units else task
    if units and task.denominator and is_of_whole_body(task):
        wants = tuple(replace(want, mentions=want.mentions or task.denominator.mentions) for want in task.wants)
        task = replace(task, wants=wants, denominator=None, is_of_total=True)
    found = tuple(look_up_figures(index, want, task.measure, units) for want in task.wants)
    if lacks_some(found) and (computed := as_completion(task, index)):
        return find_task(index, computed, vocabulary, units)
    found = beside_parts(index, task, found) if task.reducer == "minus" and len(found) > 1 else found
    is_operand_list = len(task.wants) == 1 and len(task.wants[0].mentions) > 1
    is_related = task.reducer in ("sum", "difference", "times", "percent") and task.measure == "value"
    if is_related and is_operand_list and found[0].missing:
        named = task.wants[0].mentions
        inner = named_within(task.text, named) if task.reducer == "sum" and len(named) == 2 else ()
        return find_task(index, within(task, inner[0]) if inner else apart(task), vocabulary, units, is_compared=is_compared)
    if is_related and (against := of_one_row(task, found, index) or stated_against_budget(task, found, index, units)):
        return find_task(index, against, vocabulary, units, is_compared=is_compared)
    plain = tuple(look_up_figures(index, want, "value", units) for want in task.wants) if task.measure != "value" else ()
    of_whom = () if is_of_all or OF_ALL.search(task.text) else units
    denominator = look_up_figures(index, of_like_unit(task.denominator, task), "value", of_whom) if task.denominator else None
    if task.measure == "share" and task.denominator and denominator:
        denominator = of_body(index, denominator, task)
        narrowed = [one for want in task.wants if (one := within_whole(index, want, task.denominator, denominator, units))]
        plain = tuple(narrowed) if len(narrowed) == len(task.wants) else plain
        found = tuple(Found((), ()) for _ in found) if is_of_all else found  # no sentence tells a unit's share of all of it
    is_stated = not lacks_some(found)
    is_bare = task.measure == "share" and task.denominator is None and not task.is_of_total and len(task.wants) == 1
    is_unspoken = is_bare and not is_stated
    if (task.is_of_total or is_unspoken) and plain:
        denominator = total_of(index, plain[0], task.wants[0], is_named=is_unspoken)
    both = [replace(task.wants[0], side=side) for side in ("预算", "决算")] if task.measure == "completion" and task.wants else []
    sides = tuple(look_up_figures(index, want, "value", units) for want in both)
    if is_of_budget(task) and lacks_budget(found, sides) and (narrower := of_general_budget(task, index)):
        return find_task(index, narrower, vocabulary, units, is_compared=is_compared)
    before = tuple(look_up_year_before(index, want, units) for want in task.wants) if task.measure.startswith("change") else ()
    return TaskFound(task, found, plain, denominator, sides, before)


def of_units_together(task: Task, each: Sequence[TaskFound]) -> TaskFound:
    """Two things of several units set in relation: each thing is that of all the units together, none where they are asked one by one."""
    if EACH.search(task.text):
        return TaskFound(task, ())
    found = []
    for place in range(len(task.wants)):
        best = [one.found[place].candidates[:1] for one in each]
        missing = tuple(mention for one in each for mention in one.found[place].missing)
        facts = tuple(fact for one in best for each_one in one for fact in each_one.facts[: None if each_one.is_sum else 1])
        found.append(Found((add_up(facts, 0.0),), ()) if all(best) and not missing else Found((), missing))
    return TaskFound(task, tuple(found))


def stated_against_budget(task: Task, found: tuple[Found, ...], index: FactIndex, units: Sequence[str]) -> Task | None:
    """The task that asks for the change against the budget as the text states it, where the budget itself is not printed."""
    if task.reducer != "difference" or [want.side for want in task.wants] != ["预算", "决算"]:
        return None
    if all(one.candidates and not one.missing and one.candidates[0].quantity for one in found):
        return None
    want = replace(task.wants[0], side=None)
    changes = look_up_figures(index, want, "change", units)
    sources = [fact.source for one in changes.candidates for fact in one.facts if not changes.missing]
    is_stated = any(isinstance(one, Statement) and AGAINST_BUDGET.search(one.base or "") for one in sources)
    return replace(task, measure="change", reducer=None, wants=(want,), text=f"比预算{task.text}") if is_stated else None


def of_one_row(task: Task, found: tuple[Found, ...], index: FactIndex) -> Task | None:
    """The task whose second operand is a column, and so of the row that is the first (“基本支出比调整预算数少多少”)."""
    if len(found) != 2 or found[0].missing or not found[1].missing:
        return None
    row, column = task.wants
    if not all(is_header(one, index) for one in column.mentions) or all(is_header(one, index) for one in row.mentions):
        return None
    return replace(task, wants=(row, replace(column, mentions=(*row.mentions, *column.mentions))))
