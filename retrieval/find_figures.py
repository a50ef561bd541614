"""Question to figures within one document: what the clauses ask, and for each want the candidates (composer)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.document import Figure, Statement
from ingest.quantity import Quantity, convert_money
from retrieval.candidate import Found
from retrieval.clause_words import is_altogether
from retrieval.evidence import FigureEvidence
from retrieval.find_balance import find_balance
from retrieval.find_mentions import Mention
from retrieval.gather_candidates import add_up
from retrieval.index_facts import Fact, FactIndex
from retrieval.join_parts import join_parts
from retrieval.label_key import is_total, label_key
from retrieval.list_children import list_children
from retrieval.list_rows import list_rows
from retrieval.load_vocabulary import Vocabulary
from retrieval.look_up_figures import is_header, look_up_figures, look_up_year_before
from retrieval.parse_question import parse_question
from retrieval.rate_fact import cover
from retrieval.read_clause import named_within
from retrieval.task import Reading, Task, Want

WHOLE_BUDGET = "预算总额"  # what a question asks for that names a body, a year and a kind and nothing else
BLANK = re.compile("~")  # where `choose_documents` took the name of an organisation or a unit out
NOT_BY_PART = re.compile(r"有没有|是否|是不是|有无|为什么|为何|怎么|如何|什么(?!时)")  # asks for words, or whether there is something
NUMBERING = re.compile(r"^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]")
SIDE_OF_TOTAL = re.compile(r"收入|支出")
GENERAL_BUDGET = re.compile(r"一般公共预算(?:财政拨款)?支出")
AGAINST_BUDGET = re.compile(r"^(?:年初|全年|本年)?预算数?$")
RELATED = ("difference", "times", "percent", "minus")
EACH = re.compile(r"各自?(?:是|为|有|占|得)?[多少高低几差]|分别")
WHOLE_BODY = re.compile(r"全(?:部门|局|委|系统|单位|街道|镇|院|校|县局)|整个(?:部门|局|系统|单位)|部门(?:总|合计|的总)")
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
    if not any(one.is_part for one in mentions_of(by_part)) or is_open(by_part) or is_one_of_several:
        return finding
    choices = named_by_part(by_part)
    return replace(finding, choices=choices) if choices else understood(by_part)


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
    return Finding(index, reading, tuple(find_task(index, task, vocabulary, units) for task in tasks))


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


def for_comparison(task: Task) -> Task:
    """A task as each of several documents is asked it: its own figure, of the document's own side."""
    sides = {want.side for want in task.wants}
    wants = tuple(dict.fromkeys(replace(want, side=None) for want in task.wants)) if len(sides) > 1 else task.wants
    return replace(task, wants=wants, measure="value" if task.measure == "children" else task.measure)


def find_task(index: FactIndex, task: Task, vocabulary: Vocabulary, units: Sequence[str]) -> TaskFound:
    """The candidates for every want of a task, or for every row of the list it asks for."""
    if task.measure == "list":
        wanted = next(one for one in vocabulary.lists if one.name == task.rows)
        kinds = [one for want in task.wants for one in want.mentions]
        listed = list_rows(index, wanted, vocabulary.functional_names, units)
        rows = [fact for fact in listed if is_within(fact.source.quantity, task) and all(cover(one, fact) for one in kinds)]
        return TaskFound(task, tuple(Found((add_up((fact,), 0.0),), ()) for fact in rows))
    if task.reducer == "balance":
        held, parts, whole = find_balance(index, task, units)
        return TaskFound(held, parts, denominator=whole)
    if len(units) > 1:
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
    if task.measure == "children":
        children = list_children(index, look_up_figures(index, task.wants[0], "value", units), task.wants[0].mentions)
        if not children:
            return find_task(index, replace(task, measure="value"), vocabulary, units)
        added = (add_up(rows, 0.0) for rows in of_one_code(children))
        return TaskFound(task, tuple(Found((one,), ()) for one in added if is_within(one.quantity, task)))
    if task.measure == "per":
        amounts = tuple(look_up_figures(index, replace(want, unit="元"), "value", units) for want in task.wants)
        counts = look_up_figures(index, task.denominator, "value") if task.denominator else None
        return TaskFound(task, tuple(look_up_figures(index, want, "value", units) for want in task.wants), amounts, counts)
    if units and task.denominator and is_of_whole_body(task):
        wants = tuple(replace(want, mentions=want.mentions or task.denominator.mentions) for want in task.wants)
        task = replace(task, wants=wants, denominator=None, is_of_total=True)
    found = tuple(look_up_figures(index, want, task.measure, units) for want in task.wants)
    is_operand_list = len(task.wants) == 1 and len(task.wants[0].mentions) > 1
    is_related = task.reducer in ("sum", "difference", "times", "percent") and task.measure == "value"
    if is_related and is_operand_list and found[0].missing:
        named = task.wants[0].mentions
        inner = named_within(task.text, named) if task.reducer == "sum" and len(named) == 2 else ()
        return find_task(index, within(task, inner[0]) if inner else apart(task), vocabulary, units)
    if is_related and (against := of_one_row(task, found, index) or stated_against_budget(task, found, index, units)):
        return find_task(index, against, vocabulary, units)
    plain = tuple(look_up_figures(index, want, "value", units) for want in task.wants) if task.measure != "value" else ()
    of_whom = () if OF_ALL.search(task.text) else units
    denominator = look_up_figures(index, of_like_unit(task.denominator, task), "value", of_whom) if task.denominator else None
    is_stated = all(one.candidates and not one.missing for one in found)
    is_bare = task.measure == "share" and task.denominator is None and not task.is_of_total and len(task.wants) == 1
    is_unspoken = is_bare and not is_stated
    if (task.is_of_total or is_unspoken) and plain:
        denominator = total_of(index, plain[0], task.wants[0], is_named=is_unspoken)
    both = [replace(task.wants[0], side=side) for side in ("预算", "决算")] if task.measure == "completion" and task.wants else []
    sides = tuple(look_up_figures(index, want, "value", units) for want in both)
    if is_of_budget(task) and lacks_budget(found, sides) and (narrower := of_general_budget(task, index)):
        return find_task(index, narrower, vocabulary, units)
    before = tuple(look_up_year_before(index, want, units) for want in task.wants) if task.measure.startswith("change") else ()
    return TaskFound(task, found, plain, denominator, sides, before)


def of_like_unit(whole: Want, task: Task) -> Want:
    """The whole of a share in the unit in which its part is counted."""
    counted = {want.unit for want in task.wants}
    return replace(whole, unit=counted.pop()) if task.measure == "share" and len(counted) == 1 and whole.unit is None else whole


def is_of_budget(task: Task) -> bool:
    """Whether a task holds all that was spent against its budget."""
    is_related = task.measure == "completion" or (task.reducer == "difference" and {want.side for want in task.wants} == {"预算", "决算"})
    mentions = [one for want in task.wants for one in want.mentions]
    return is_related and bool(mentions) and all(any(map(is_total, one.keys)) for one in mentions)


def lacks_budget(found: tuple[Found, ...], sides: tuple[Found, ...]) -> bool:
    """Whether one of the two amounts, or the printed rate, is not there."""
    lacking = [any(one.missing or not one.candidates for one in amounts) for amounts in (found, sides)]
    return lacking[0] and (not sides or lacking[1])


def of_general_budget(task: Task, index: FactIndex) -> Task | None:
    """The task of the general public budget, whose first budget the text of final accounts tells where no table does."""
    keys = tuple(key for key in index.postings if GENERAL_BUDGET.fullmatch(key))
    if not keys:
        return None
    named = {one: replace(one, asked=keys[0], keys=keys, is_total=False) for want in task.wants for one in want.mentions}
    return replace(task, wants=tuple(replace(want, mentions=tuple(named[one] for one in want.mentions)) for want in task.wants))


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


def same_side_once(wants: tuple[Want, ...]) -> tuple[Want, ...]:
    """Of several words for one thing (加油、修车) the first, for each side that is asked for."""
    return tuple({want.side: want for want in reversed(wants)}.values())[::-1]


def of_one_code(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], ...]:
    """The rows of one account together: it may be printed once for each government account (政府经济分类)."""
    rows: dict[str, list[Fact]] = {}
    for fact in facts:
        rows.setdefault(fact.codes[0], []).append(fact)
    return tuple(map(tuple, rows.values()))


def is_of_whole_body(task: Task) -> bool:
    """Whether a unit's share is asked of the whole body's total: it says so, or the unit itself is all that the share is of."""
    if task.denominator is None or not all(one.is_total for one in task.denominator.mentions):
        return False
    return bool(WHOLE_BODY.search(task.text)) or not any(want.mentions for want in task.wants)


def total_of(index: FactIndex, part: Found, want: Want, *, is_named: bool = False) -> Found:
    """The total of the column in which the part stands: the cell of the table's row that only says 合计.

    Of several columns that print the part's amount it is the one that ends as the question does (总计, 合计), then the broadest. A named
    total says itself of what it is (收入总计).
    """
    facts = [fact for one in part.candidates[:1] for fact in one.facts if isinstance(fact.evidence, FigureEvidence)]
    ends = tuple(one.asked[-2:] for one in want.mentions if one.is_total)
    facts.sort(key=lambda fact: (not "".join(fact.source.col[-1:]).endswith(ends), len(fact.source.col)))  # type: ignore[union-attr]
    for fact in facts:
        own = fact.evidence.figure  # type: ignore[union-attr]
        totals = [
            one for one in index.facts
            if isinstance(one.evidence, FigureEvidence) and (one.evidence.figure.table, one.evidence.figure.col) == (own.table, own.col)
            and one.evidence.figure.row and is_total(label_key(one.evidence.figure.row[-1])) and len(one.evidence.figure.row) == 1
            and (not is_named or SIDE_OF_TOTAL.search(one.evidence.figure.row[-1])) and one is not fact
        ]  # fmt: skip
        if totals and len({one.source.quantity for one in totals}) == 1:
            return Found((add_up((totals[0],), 0.0),), ())
    return Found((), ())


def pair(task: Task, units: Sequence[str]) -> tuple[Want, ...]:
    """A want for each unit where each is named before an item of its own: the blank that its name left lies before the item."""
    mentions = tuple({one.start: one for want in task.wants for one in want.mentions}.values())
    if not mentions:
        return ()
    starts = [0, *(one.end for one in mentions[:-1])]
    own = [one for one, start in zip(mentions, starts, strict=True) if one.start >= 0 and BLANK.search(task.text[start : one.start])]
    if len(own) < len(units) or own[-len(units) :] != list(mentions[-len(units) :]):
        return ()
    shared = mentions[: -len(units)]
    return tuple(replace(task.wants[0], mentions=(*shared, one)) for one in mentions[-len(units) :])


def within(task: Task, inner: str) -> Task:
    """The task with the name that stands in the others alone: “甲中归入乙的合计” is no sum of both."""
    want = task.wants[0]
    return replace(task, wants=(replace(want, mentions=tuple(one for one in want.mentions if one.asked == inner)),))


def apart(task: Task) -> Task:
    """The task with a want for each mention of its only want: no figure bears them all, so they are operands."""
    want = task.wants[0]
    return replace(task, wants=tuple(replace(want, mentions=(one,)) for one in want.mentions))


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


def is_within(quantity: Quantity | None, task: Task) -> bool:
    """Whether an amount keeps to the bound that a list was asked with."""
    if task.threshold is None or quantity is None:
        return True
    bound = convert_money(task.threshold[1], quantity.unit).number
    if task.threshold[0] == "等于":
        return quantity.number == bound
    return quantity.number >= bound if task.threshold[0] == "以上" else quantity.number <= bound
