"""Findings to an answer: which documents answer, one alone, several side by side, or a question back between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answer import Answer
from app.documents.ask_back import ask_back, ask_kind
from app.documents.lesser_body import is_of_lesser_body
from app.figures.answer_one import answer_one
from app.figures.answer_several import MOST_TOLD, answer_several, holds_another, tell_lacking
from app.figures.rank_changes import rank_changes
from app.figures.read_finding import RANKING, Answered, read_finding
from app.figures.result import Result, sentence_of
from app.question.spell_composition import asks_parts
from app.telling.cite import fact_label
from app.telling.wording import ALL_THE_SAME
from ingest import late_re as re
from ingest.document import DocumentInfo
from ingest.outline.headings import numeral_value
from retrieval.facts.fact import Fact
from retrieval.facts.finding import Finding
from retrieval.facts.task import RELATED, Task
from retrieval.query import DocumentChoice
from retrieval.spelling.read_year import read_year

UNIT_ASKED = re.compile(r"(?:多少|几|按|以|换算?成?|折合?成?|化成|写成|用)\s*(亿元|万元|元)")
SEVERAL_BODIES = re.compile(
    r"(?P<count>[两二三四五六])[家地](?:单位|部门|机构|政务|大数据|局|委|厅|中心|加|合|汇|一共|总共|里|当中|之中|谁|哪|的|[,(]|$)"
)
FEWEST_BODIES = 2
EVERY_YEAR = re.compile(r"(?:两|三|几|每|各|历)年|连着|连续|都有")
SINCE_BEFORE = re.compile(r"上年|上一年|去年|前一年|同比|逐年|历年|每年|各年|(?:分别|各自?|都)(?:比|较|增|减|上升|下降|涨|降|变)")
SAME_ASKED = re.compile(r"变|一样|相同|持平|增减|相等")


def answer_figures(question: str, choice: DocumentChoice, findings: Sequence[Finding]) -> Answer | None:
    """The answer from figures, a question back where several documents answer it, or None where none does."""
    if len(findings) == 1 and len(choice.units) < FEWEST_BODIES and SEVERAL_BODIES.search(question) and not tells_bodies(findings[0]):
        return None  # one of several bodies that are asked for is not all of them
    answered = those_meant(choice, findings)
    if not answered or are_too_few(question, answered, findings):
        return None
    lacking = [finding.index.document.info for finding in findings if finding.index.document.info not in {one.info for one in answered}]
    reducers = {task.reducer for one in answered for task, _ in one.tasks}
    if len(answered) > 1 and reducers & {*RANKING, *RELATED} and len(set(map(is_money, results_of(answered)))) > 1:
        return None  # what cars are worth in one document, how many there are in another
    bounded = [(task.bound, result) for one in answered for task, results in one.tasks if task.bound for result in results]
    if any(result.quantity is None or result.quantity.is_money != bound.quantity.is_money for bound, result in bounded):
        return None  # how many things there are keeps to no bound of money
    if choice.is_each and lacking and reducers & {*RELATED, "sum"}:
        return None  # a relation needs both of its operands
    if back := ask_which(question, choice, findings, answered, lacking):
        return back
    asked = UNIT_ASKED.findall(question)
    unit = asked[-1] if asked else None  # “多少亿元” once more “按元”
    if len(answered) == 1 and not (choice.is_each and lacking):
        return answer_one(answered[0], unit)
    if len(answered) > 1 and not choice.kinds and relates_years(answered):
        of_kind = of_one_kind(answered)
        if of_kind is None:
            return ask_kind(question)
        lacking = lacking if len(of_kind) == len(answered) else []
        answered = of_kind
    is_one_body = len({one.info.organization for one in answered}) == 1 and len(answered) <= MOST_TOLD
    if is_one_body and holds_another([one.info for one in answered]):
        answered = told_apart(answered, lambda task: task.reducer == "sum")
    if choice.is_each and not is_one_body and is_of_both_kinds(answered):
        return ask_kind(question)
    if is_one_body and choice.years:
        answered = since_those_asked(question, answered)
        if len(answered) == 1 and not lacking:
            return answer_one(answered[0], unit)
    ranked = "" if is_one_body or lacking else rank_changes(answered)
    answered = changes_apart(answered) if is_one_body or ranked or len(directions_of(answered)) > 1 else answered
    if is_one_body and len({tells_change(one) for one in answered}) > 1:  # an amount stands in no relation to a change
        answered = [one for one in answered if tells_change(one)]
        lacking = [finding.index.document.info for finding in findings if finding.index.document.info not in {one.info for one in answered}]
    if choice.is_each or is_one_body or reducers & {*RANKING, "direction"}:
        is_of_every = choice.is_each or (is_one_body and bool(EVERY_YEAR.search(question)))
        told = tell_lacking(answer_several(answered, unit), lacking if is_of_every else [])
        told = replace(told, text=f"{ranked}\n{told.text}") if ranked else told
        return replace(told, text=f"{told.text}\n{ALL_THE_SAME}") if SAME_ASKED.search(question) and are_same(answered) else told
    return ask_back(question, [one.info for one in answered])


def are_too_few(question: str, answered: Sequence[Answered], findings: Sequence[Finding]) -> bool:
    """Whether fewer bodies answer than a question counts that ranks them or adds them up (“四家单位谁最高”)."""
    asked = SEVERAL_BODIES.search(question)
    related = {task.reducer for one in answered for task, _ in one.tasks} & {*RANKING, *RELATED, "sum"}
    if asked is None or len(findings) == 1 or not related:
        return False
    return len({one.info.organization for one in answered}) < (numeral_value(asked["count"].replace("两", "二")) or 0)


def since_those_asked(question: str, answered: Sequence[Answered]) -> list[Answered]:
    """One body's documents without changes since a year that nobody speaks of (“2031年和2032年各多少,增加多少”)."""
    years, since = {one.info.year or 0 for one in answered}, set(read_year(question).references)
    if len(years) == 1 or (not since and SINCE_BEFORE.search(question)):
        return list(answered)
    since = since & years or years
    kept = [one if (one.info.year or 0) - 1 in since else without_changes(one) for one in answered]
    return [one for one in kept if one.results] or list(answered)


def without_changes(answered: Answered) -> Answered:
    """What a document answers besides changes."""
    tasks = ((task, () if task.measure.startswith("change") else results) for task, results in answered.tasks)
    return replace(answered, tasks=tuple(tasks))


def changes_apart(answered: Sequence[Answered]) -> list[Answered]:
    """What each document says that changed, told one by one: neither changes of one body nor a rise and a fall are less or more."""
    return told_apart(answered, lambda task: task.measure.startswith("change") and task.reducer in {*RELATED, *RANKING})


def told_apart(answered: Sequence[Answered], is_related: Callable[[Task], bool]) -> list[Answered]:
    """What each document answers, such tasks told one by one and not set in relation."""
    return [
        replace(one, tasks=tuple((replace(task, reducer=None) if is_related(task) else task, results) for task, results in one.tasks))
        for one in answered
    ]


def directions_of(answered: Sequence[Answered]) -> set[str]:
    """Which ways the changes that are told go, 增加 and 减少."""
    return {result.direction for one in answered for result in one.results if result.direction} & {"增加", "减少"}


def tells_change(answered: Answered) -> bool:
    """Whether a document tells by how much something changed."""
    return any(task.measure.startswith("change") for task, _ in answered.tasks)


def those_meant(choice: DocumentChoice, findings: Sequence[Finding]) -> list[Answered]:
    """The documents that answer; where one has the name itself, others that only have a part of it were not meant."""
    read = [(read_finding(finding, len(findings) > 1), finding.is_by_part) for finding in findings]
    told = [(one, is_by_part) for one, is_by_part in read if one.results and is_of_kind(one, choice.kinds)]
    named = [one for one, is_by_part in told if not is_by_part]
    return named if named and not choice.is_each else [one for one, _ in told]


def ask_which(
    question: str, choice: DocumentChoice, findings: Sequence[Finding], answered: Sequence[Answered], lacking: Sequence[DocumentInfo]
) -> Answer | None:
    """A question back where another document may have been meant than the ones that answer."""
    known = [finding.index.document.info for finding in findings if finding.index.document.info in lacking and knows_items(finding)]
    if len(answered) == 1 and known and not choice.organizations and not choice.is_each:
        return ask_back(question, [answered[0].info, *known])  # one answers in full, but the others may have been meant
    if len(answered) == 1 and is_of_lesser_body(answered[0].info, lacking, choice, finding_of(answered[0].info, findings)):
        return ask_back(question, [*lacking, answered[0].info])
    if len(answered) > 1 and not choice.is_each and asks_parts(question):
        return ask_back(question, [one.info for one in answered])  # the parts of two totals make no list
    if len(answered) > 1 and not choice.is_each and {*choice.kinds} >= {"预算", "决算"} and relates_years(answered):
        return ask_back(question, [one.info for one in answered])  # how far apart the two are in one year, not one of them in two
    return None


def relates_years(answered: Sequence[Answered]) -> bool:
    """Whether one body's documents of several years would be set in relation."""
    is_related = any(task.reducer in {*RANKING, *RELATED} for one in answered for task, _ in one.tasks)
    return is_related and len({one.info.organization for one in answered}) == 1 and len({one.info.year for one in answered}) > 1


def of_one_kind(answered: Sequence[Answered]) -> list[Answered] | None:
    """The documents of the kind of which several years answer, all where no kind has several; None where both kinds have."""
    kinds = {kind: [one for one in answered if one.info.kind == kind] for kind in {one.info.kind for one in answered}}
    several = [of_kind for of_kind in kinds.values() if len({one.info.year for one in of_kind}) > 1]
    return None if len(several) > 1 else several[0] if several else list(answered)


def are_same(answered: Sequence[Answered]) -> bool:
    """Whether one body's documents of several years print one and the same amount each."""
    told = [result.quantity for result in results_of(answered)]
    is_of_years = len({one.info.organization for one in answered}) == 1 and len({one.info.year for one in answered}) > 1
    return is_of_years and len(told) == len(answered) and len(set(told)) == 1


def results_of(answered: Sequence[Answered]) -> list[Result]:
    """All results with a quantity."""
    return [result for one in answered for result in one.results if result.quantity is not None]


def is_money(result: Result) -> bool:
    """Whether a result is an amount of money."""
    return result.quantity is not None and result.quantity.is_money


def finding_of(info: DocumentInfo, findings: Sequence[Finding]) -> Finding:
    """What was found in a document."""
    return next(finding for finding in findings if finding.index.document.info == info)


def tells_bodies(finding: Finding) -> bool:
    """Whether several bodies are named by the codes that their rows bear, or are all rows that are added up."""
    if any(found.owners and len((*found.owners, *found.lacking)) >= FEWEST_BODIES for found in finding.tasks):
        return True
    if any(found.task.reducer == "balance" and len(found.found) >= FEWEST_BODIES for found in finding.tasks):
        return True
    named = [{one.code for one in want.mentions if one.code} for found in finding.tasks for want in found.task.wants]
    return len(named) >= FEWEST_BODIES and all(named)


def knows_items(finding: Finding) -> bool:
    """Whether a document that does not answer has every name that the question uses, as spelt."""
    mentions = [one for found in finding.tasks for want in found.task.wants for one in want.mentions]
    is_read = not finding.reading.unexplained and not any(found.task.unknown for found in finding.tasks)
    return bool(mentions) and is_read and all((one.keys or one.code) and one.correction is None for one in mentions)


def is_of_kind(answered: Answered, kinds: Sequence[str]) -> bool:
    """Whether amounts are of the kind that the question named: final accounts tell a budget only where they print its column."""
    if tuple(kinds) != ("预算",) or answered.info.kind != "决算":
        return True
    amounts = [result for task, results in answered.tasks if task.measure == "value" for result in results]
    money = [result for result in amounts if result.quantity and result.quantity.is_money]
    return not money or any(says_budget(fact) for result in money for fact in result.facts)


def says_budget(fact: Fact) -> bool:
    """Whether a figure is of the budget side, or its own place says so."""
    return fact.side == "预算" or "预算" in fact_label(fact) or "预算" in sentence_of(fact)


def is_of_both_kinds(answered: Sequence[Answered]) -> bool:
    """Whether one body answers for one year with its budget and its final accounts."""
    bodies = [(one.info.organization, one.info.year) for one in answered]
    return len(set(bodies)) < len(bodies)
