"""What is told beside a figure: other scopes of its name, and where two prints of one quantity differ."""

from __future__ import annotations

from decimal import Decimal

from app.telling.cite import plain, printed, scope
from ingest import late_re as re
from ingest.document import Figure
from ingest.quantity import convert_money
from retrieval.evidence import StatementEvidence
from retrieval.facts.candidate import Candidate
from retrieval.facts.cell_side import are_opposite
from retrieval.facts.fact import Fact
from retrieval.facts.statement_of_unit import last_body, text_until
from retrieval.spelling.label_key import is_neutral_header, label_key

MOST_BESIDE = 2
OTHER_SIDES = ("收入", "结转", "结余")  # in a table of expenditure: 年初结转和结余 | 本年收入 | 本年支出
NEAR = 20  # amounts of one name that differ by less than a twentieth are one quantity printed twice
BODY_CODE = re.compile(r"\d{6}")
MEASURE = re.compile(r"得分|分值|权重|率$|比[例重]|数量|个数|序号|行次")
BARE_MEASURE = re.compile(r"(?:全年|年初|实际|调整)?(?:执行|预算|到位|支出|完成)(?:数|金额|资金)")
FUNDS, BOTH = re.compile(r"财政拨款|一般公共|政府性基金|国有资本"), 2
OF_YEAR, WITH_CARRIED = re.compile(r"本年(?:收入|支出)合计"), re.compile(r"(?:收入|支出|收支)?总计")
SMALL_DIFFERENCE, LAST_DIGIT = Decimal("0.05"), Decimal("0.01")


def has_other_owners(chosen: Candidate, others: tuple[Candidate, ...]) -> bool:
    """Whether one section counts the same thing in other sentences differently: each then speaks of another body."""
    return any(
        isinstance(one, StatementEvidence) and isinstance(other, StatementEvidence)
        and one.statement.measure == other.statement.measure == "数量" and one.statement.section == other.statement.section
        and one.statement.subject == other.statement.subject
        and one.statement.sentence != other.statement.sentence
        for one in (fact.evidence for fact in chosen.facts) for candidate in others for other in (fact.evidence for fact in candidate.facts)
    )  # fmt: skip


def distinct(facts: tuple[Fact, ...], most: int) -> tuple[Fact, ...]:
    """At most so many further facts that print the same amount, each from another table or section."""
    seen: dict[str, Fact] = {}
    for fact in facts:
        seen.setdefault(scope(fact).split("“")[0], fact)
    return tuple(seen.values())[:most]


def is_other_side(chosen: Candidate, other: Candidate) -> bool:
    """Whether another cell of the row's name tells what came in or was left over, beside one that does not, or what was spent of it."""
    if all(isinstance(one.facts[0].source, Figure) for one in (chosen, other)) and are_opposite(chosen.facts[0], other.facts[0]):
        return True
    sides = [{word for word in OTHER_SIDES for key in leaf_of(one.facts[0]) if word in key} for one in (chosen, other)]
    return bool(sides[1]) and not sides[0]


def is_of_other_thing(chosen: Candidate, other: Candidate) -> bool:
    """Whether another candidate is of the other side, in another measure, or of another body: it is no print of the same."""
    first, second = chosen.facts[0], other.facts[0]
    if year_of(first) != year_of(second):
        return True
    if is_part_counted(first, second) or is_of_one_of_bodies(first, second):
        return True
    return is_other_side(chosen, other) or is_other_measure(chosen, other) or are_of_two_bodies(first, second)


def is_part_counted(whole: Fact, part: Fact) -> bool:
    """Whether a sentence counts both and the second is fewer: 48名，其中行政编制18名."""
    one, other = whole.evidence, part.evidence
    if not isinstance(one, StatementEvidence) or not isinstance(other, StatementEvidence) or one.statement.measure != "数量":
        return False
    is_fewer = other.statement.quantity.number < one.statement.quantity.number
    return one.statement.sentence == other.statement.sentence and is_fewer


def year_of(fact: Fact) -> int | None:
    """The year that a fact is of, its document's where it says none."""
    return fact.year or fact.evidence.document.year


def are_of_other_funds(one: Fact, other: Fact) -> bool:
    """Whether one of two tables is of grants alone and the other of all money: unequal amounts in them contradict nothing."""
    titles = ["".join(fact.titles[:1]) for fact in (one, other) if isinstance(fact.source, Figure)]
    return len(titles) == BOTH and bool(FUNDS.search(titles[0])) != bool(FUNDS.search(titles[1]))


def are_of_two_bodies(one: Fact, other: Fact) -> bool:
    """Whether sentences count the same thing of two bodies, each named right before its count."""
    told = [one.evidence, other.evidence]
    bodies = [
        last_body(text_until(each.section, each.statement), [each.document.organization or "", *each.document.units])
        for each in told if isinstance(each, StatementEvidence) and each.statement.measure == "数量"
    ]  # fmt: skip
    return len(bodies) == len(told) and None not in bodies and bodies[0] != bodies[1]


def is_of_one_of_bodies(one: Fact, other: Fact) -> bool:
    """Whether one is the row of one of several bodies, by its code, and the other a sentence that tells of all of them."""
    rows = [fact for fact in (one, other) if isinstance(fact.source, Figure) and any(map(BODY_CODE.fullmatch, fact.source.row))]
    told = [fact.evidence for fact in (one, other) if isinstance(fact.evidence, StatementEvidence)]
    return bool(rows and told) and len(told[0].document.units) > 1


def is_year_beside_all(one: Fact, other: Fact) -> bool:
    """Whether one is what a year's money comes to and the other that with what was carried over: they are not two prints of one thing."""
    rows = [plain(fact.source.row[-1]) for fact in (one, other) if isinstance(fact.source, Figure) and fact.source.row]
    return len(rows) == 2 and any(map(OF_YEAR.fullmatch, rows)) and any(map(WITH_CARRIED.fullmatch, rows))


def noted(chosen: Candidate, others: tuple[Candidate, ...]) -> tuple[Fact, ...]:
    """The first fact of each other candidate that is told beside the answer."""
    told = (one for one in others if not one.is_sum and not is_of_other_thing(chosen, one))
    return tuple(one.facts[0] for one in told)[:MOST_BESIDE]


def beside(chosen: Candidate, others: tuple[Candidate, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Notes on other scopes of the same name, and warnings where two prints of one quantity differ."""
    notes: list[str] = []
    warnings: list[str] = []
    for other in (one for one in others if not one.is_sum and not is_of_other_thing(chosen, one)):
        if len(notes) + len(warnings) == MOST_BESIDE:
            break
        amount = printed(other.facts[0])
        place = scope(other.facts[0])
        gap = difference(chosen, other)
        if gap == 0:
            continue  # one number, once with its unit and once without
        if is_year_beside_all(chosen.facts[0], other.facts[0]):
            notes.append(f"{place}：{amount}")
            continue
        is_near = gap is not None and chosen.quantity is not None and abs(gap) * NEAR < abs(chosen.quantity.number)
        is_of_funds = are_of_other_funds(chosen.facts[0], other.facts[0])
        if gap is not None and gap != 0 and abs(gap) <= (LAST_DIGIT if is_of_funds else SMALL_DIFFERENCE):
            warnings.append(f"{place}为{amount}，与上数不同，应为四舍五入的尾差。")
        elif gap is not None and (other.depth == chosen.depth or is_near) and is_print_of(chosen, other):
            warnings.append(f"{place}为{amount}，与上数不同：或口径、时点不同，或文件前后不一致，请以原文为准。")
        else:
            notes.append(f"{place}：{amount}")
    return tuple(notes), tuple(warnings)


def is_print_of(chosen: Candidate, other: Candidate) -> bool:
    """Whether another candidate prints the same item, of the same funds and in another row."""
    is_of_funds = are_of_other_funds(chosen.facts[0], other.facts[0])
    is_bare = are_bare_measures(chosen.facts[0], other.facts[0])
    return is_same_item(chosen, other) and not is_of_row(chosen, other) and not is_of_funds and not is_bare


def are_bare_measures(one: Fact, other: Fact) -> bool:
    """Whether two sentences give a measure alone (执行数, 全年预算数), each of the project that it goes on about."""
    told = [fact.evidence.statement for fact in (one, other) if isinstance(fact.evidence, StatementEvidence)]
    return len(told) == BOTH and told[0].sentence != told[1].sentence and all(BARE_MEASURE.fullmatch(each.subject) for each in told)


def is_of_row(one: Candidate, other: Candidate) -> bool:
    """Whether two cells stand in one row: the other is a part of the amount or a part beside it, no other print."""
    rows = {(fact.source.table, fact.source.cell[0]) for fact in one.facts if isinstance(fact.source, Figure)}
    return isinstance(other.facts[0].source, Figure) and (other.facts[0].source.table, other.facts[0].source.cell[0]) in rows


def is_other_measure(chosen: Candidate, other: Candidate) -> bool:
    """Whether another cell tells a score, a rate or a word where an amount of money was asked for: no other print of that amount."""
    if chosen.quantity is None or not chosen.quantity.is_money:
        return False
    if other.quantity is None:
        return isinstance(other.facts[0].source, Figure)
    is_bare = not other.quantity.unit and any(MEASURE.search(key) for key in leaf_of(other.facts[0]))
    return is_bare or (bool(other.quantity.unit) and not other.quantity.is_money)


def is_same_item(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates bear one name and are of one side: only then do unequal amounts contradict each other.

    A header that says nothing (金额) is no name where both have another (支出总计, 本年支出合计).
    """
    first, second = one.facts[0], other.facts[0]
    names, others = names_of(first), names_of(second)
    if not names or not others:
        names, others = names | leaf_of(first), others | leaf_of(second)
    if all(isinstance(fact.evidence, StatementEvidence) and fact.labels for fact in (first, second)):
        names, others = {first.labels[0][0]}, {second.labels[0][0]}  # of two accounts the class above them is no common name
    stated = [isinstance(fact.evidence, StatementEvidence) for fact in (first, second)]
    is_likely = not all(stated) and (not any(stated) or any(name in each or each in name for name in names for each in others))
    is_score = one.quantity is not None and not one.quantity.is_money and one.depth == other.depth and is_likely
    return (bool(names & others) or is_score) and (first.side or second.side) == (second.side or first.side)


def names_of(fact: Fact) -> set[str]:
    """The keys of what a fact is called: its row, the total it is, the header above it where that says something."""
    leaf = {key for key in leaf_of(fact) if not is_neutral_header(key)}
    return leaf | {key for key, _ in fact.labels} | set(fact.totals)


def leaf_of(fact: Fact) -> set[str]:
    """The key of the header right above a cell; none for a statement."""
    return {label_key(fact.source.col[-1])} if isinstance(fact.source, Figure) and fact.source.col else set()


def difference(one: Candidate, other: Candidate) -> Decimal | None:
    """How far two candidates' quantities lie apart in the unit of the first; None where they cannot be compared."""
    if one.quantity is None or other.quantity is None:
        return None
    if one.quantity.is_money and other.quantity.is_money:
        return one.quantity.number - convert_money(other.quantity, one.quantity.unit).number
    return one.quantity.number - other.quantity.number if other.quantity.unit in ("", one.quantity.unit) or not one.quantity.unit else None
