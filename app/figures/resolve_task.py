"""What was found for a task to results: the printed figure where there is one, else the one computed from printed figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from app.figures.resolve_balance import balance_result
from app.figures.resolve_rate import change_result, rate_result, share_of_sum_result, share_result
from app.figures.result import Result, sentence_of, usable
from app.figures.tell_beside import beside, distinct, has_other_owners, noted
from app.telling import calculation
from app.telling.cite import fact_label, printed, scope, show_quantity
from ingest import late_re as re
from ingest.document import Figure
from ingest.quantity import Quantity, convert_money
from retrieval.bodies.mention_words import BODY_NAME
from retrieval.clauses.clause_words import is_altogether
from retrieval.clauses.per_head import is_of_persons
from retrieval.facts.candidate import Candidate
from retrieval.facts.fact import Fact
from retrieval.facts.finding import TaskFound
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import RELATED, Task, is_share_of_sum
from retrieval.spelling.count_alike import OF_FIGURES, count_alike
from retrieval.spelling.label_key import fold

RATE_ASKED = re.compile(r"率|比|占|%|百分|几成|指标|目标|进度")
NUMBER_ASKED = re.compile(r"多少|几(?:个|项|人|次|家|台|件)")
THINGS_ASKED = re.compile(  # “平均一名教师带多少学生”: no amount of money
    r"(?:多少|几)(?:个|名|位)?(?![一-鿿]{2,6}费|钱|元|万|亿|块|资金|经费|费|款|支出|预算|合|呢|吗|一|每|[辆台套件箱张份名人户](?![一-鿿]))[一-鿿]{2}|每一?批次?[^,;?]{0,6}(?:多少|几)(?:个|名|位)?人(?!民币|均)"
)
UNIT_ASKED = re.compile(r"(?:多少|几)(万元|元)")
MIDDLING_WORD, LONG_WORD, LONGEST_VALUE, LONGEST_GRADE = 4, 6, 24, 8
WHOLE_ASKED = re.compile(r"取(?:到|个)?整|(?:保留|精确|算)(?:到|成|至|为)?(?:整数|个位)|四舍五入(?:到|成|取|为|至)?(?:整数|个位)")
PLACES_ASKED = re.compile(r"(?<!\d)([0-4一二两三四])位小数")
INDICATOR = re.compile(r"产出指标|数量指标|效益指标|质量指标|时效指标|成本指标")
NUMERAL = re.compile(r"[\d一二三四五六七八九十]")
PERSONS = ("人", "名")
SHORTEST_BODY = 6
COUNT_IN_TEXT = re.compile(r"(\d+(?:\.\d+)?)\s*(万?)([^\W\d]{0,4})[。；;]?$")  # no sentence that only begins with a number


def resolve_task(found: TaskFound) -> tuple[Result, ...]:
    """A result for each want of the task that the document answers, in the order asked; empty where one named item is not there."""
    resolve: dict[str, Callable[[TaskFound, int], Result | None]] = {
        "value": value_result, "completion": rate_result, "share": share_result, "change": change_result, "change_rate": change_result,
        "per": per_result, "list": value_result, "children": value_result,
    }  # fmt: skip
    if found.task.reducer == "balance":
        resolve["value"], places = balance_result, range(1)
    elif is_share_of_sum(found.task):
        resolve["share"], places = share_of_sum_result, range(1)
    else:
        places = range(len(found.found))
    results = (resolve[found.task.measure](found, place) for place in places)
    told = [None if result is None else named_by_owner(result, place, found) for place, result in enumerate(results)]
    return tuple(result for result in told if result is not None and not is_beside_the_point(result, found.task.unknown))


def named_by_owner(result: Result, place: int, found: TaskFound) -> Result:
    """A result of one of several units, with the unit named."""
    owner = found.owners[place] if found.owners else ""
    return replace(result, label=f"{owner}·{result.label}") if owner and owner not in result.label else result


def is_beside_the_point(result: Result, unknown: tuple[str, ...]) -> bool:
    """Whether the question's words that nothing accounted for do not occur where the figure stands either."""
    places = [fold(f"{scope(fact)}{sentence_of(fact)}") for fact in result.facts]
    together = " + " not in (result.calculation or "")
    place = fold(result.label) + ("".join(places) if together else "")
    return any(not (stands_in(word, place) or (not together and all(stands_in(word, one) for one in places))) for word in unknown)


def owner_of_all(facts: tuple[Fact, ...]) -> tuple[str, ...]:
    """The body whose rows of a table added up all are, where the table has other bodies' rows too (each row begins with its body)."""
    rows = [fact.source.row for fact in facts if isinstance(fact.source, Figure)]
    shared = [cell for cell in rows[0] if all(cell in row for row in rows)] if len(rows) == len(facts) and rows else []
    return tuple(cell for cell in shared if BODY_NAME.search(cell) and len(cell) >= SHORTEST_BODY)


def where_it_stands(facts: tuple[Fact, ...], unknown: tuple[str, ...]) -> tuple[Fact, ...]:
    """Facts that print one amount, those first whose place holds more of the question's words that no name accounted for."""
    return tuple(sorted(facts, key=lambda fact: -sum(stands_in(word, fold(f"{scope(fact)}{sentence_of(fact)}")) for word in unknown)))


def to_the_yuan(facts: tuple[Fact, ...], clause: str) -> tuple[Fact, ...]:
    """Facts that print one amount, those in 元 first where a clause asks how many 元 (万元 in prose are rounded)."""
    asked = UNIT_ASKED.search(clause)
    is_coarse = asked is not None and asked[1] == "元"
    return tuple(sorted(facts, key=lambda fact: is_coarse and (fact.source.quantity is None or fact.source.quantity.unit != "元")))


def stands_in(word: str, place: str) -> bool:
    """Whether enough of a word stands in a text: any two neighbouring characters, of four or five half of them, of more a third."""
    pairs = pairs_of(word)
    held = sum(pair in place for pair in pairs)
    least = 3 if len(word) >= LONG_WORD else 2
    return held > 0 and (len(word) < MIDDLING_WORD or held * least >= len(pairs))


def pairs_of(word: str) -> tuple[str, ...]:
    """Every two neighbouring characters of a word."""
    return tuple(word[at : at + 2] for at in range(len(word) - 1)) or (word,)


def value_result(found: TaskFound, place: int) -> Result | None:
    """The figure as printed, or the sum of the rows that bear the asked name; other scopes beside it."""
    chosen = usable(found.found[place])
    others = found.found[place].candidates[1:]
    if chosen is None or has_other_owners(chosen, others) or is_rate_unasked(chosen, found.task.text) or is_prose(chosen, found.task.text):
        return None
    if found.task.reducer == "sum" and chosen.is_partial:
        return None
    if found.task.measure == "value" and is_guess_of_two(chosen, others, found.task, place):
        return None
    chosen = chosen if chosen.is_sum else replace(chosen, facts=where_it_stands(chosen.facts, found.task.unknown))
    if found.task.measure == "value" and len(found.task.wants) == 1 and is_altogether(found.task.text):
        is_corrected = any(is_of_several(one) for one in found.task.wants[0].mentions)
        if chosen.is_partial or (is_corrected and not chosen.is_sum):
            return None  # one row is not the whole that was asked for
    if found.task.reducer in RELATED and chosen.quantity is None and not re.search(r"\w", chosen.text):
        return None  # a dash stands in no relation to an amount
    label = fact_label(chosen.facts[0])
    notes, warnings = beside(chosen, others)
    chosen = chosen if chosen.is_sum else replace(chosen, facts=to_the_yuan(chosen.facts, found.task.text))
    texts = [printed(chosen.facts[0])]
    formula = None
    if chosen.is_sum:
        computed = calculation.add([fact.source.quantity for fact in chosen.facts if fact.source.quantity])
        texts, formula = [show_quantity(computed.result)], computed.formula
        asked = [one.correction or one.asked for want in found.task.wants[place : place + 1] for one in want.mentions]
        owner = owner_of_all(chosen.facts)
        label = ("·".join(dict.fromkeys((*owner, *asked))) if found.task.measure == "value" else "") or label
    if any(getattr(fact.source, "uncertain", False) for fact in chosen.facts):
        warnings = (*warnings, "原文没有标明这个数字所在的栏，系按表内勾稽关系推定，请核对原文。")
    facts = chosen.facts if chosen.is_sum else (chosen.facts[0], *distinct(chosen.facts[1:], 2))
    text, quantity = in_counter(texts[0], chosen.quantity, found.task, place)
    return Result(label, text, quantity, facts + noted(chosen, others), formula, notes, warnings)


def is_of_several(one: Mention) -> bool:
    """Whether a guessed name may be one of several that are meant together: not where it alone holds the words, but for one character."""
    if one.correction is None or len(one.keys) > 1:
        return one.correction is not None
    return one.asked not in one.correction and not is_slip(one.asked, one.correction)


def is_slip(asked: str, meant: str) -> bool:
    """Whether one character of a name was mistaken for another."""
    return len(asked) == len(meant) and sum(one != other for one, other in zip(asked, meant, strict=True)) == 1


def is_guess_of_two(chosen: Candidate, others: tuple[Candidate, ...], task: Task, place: int) -> bool:
    """Whether a guessed name (设备购置费用) stands for one row and another of the same column bears its words as well."""
    mentions = task.wants[place].mentions if place < len(task.wants) else ()
    guessed = [one for one in mentions if one.correction and len(one.keys) > 1]
    first = chosen.facts[0].source
    if len(mentions) != 1 or not guessed or not isinstance(first, Figure):
        return False
    keys, column = set(guessed[0].keys), (first.table, first.col)
    cells = ((one.facts[0], one.facts[0].source) for one in others)
    beside = [fact for fact, cell in cells if isinstance(cell, Figure) and (cell.table, cell.col) == column]
    own = {key for key, _ in chosen.facts[0].labels} & keys
    return any({key for key, _ in fact.labels} & keys - own for fact in beside)


def in_counter(text: str, quantity: Quantity | None, task: Task, place: int) -> tuple[str, Quantity | None]:
    """A bare number with the persons that it was asked for."""
    unit = task.wants[place].unit if place < len(task.wants) else None
    if quantity is None or quantity.unit or unit not in PERSONS:
        return text, quantity
    return f"{text}{unit}", Quantity(quantity.number, unit)


def is_rate_unasked(chosen: Candidate, clause: str) -> bool:
    """Whether a percentage would answer a clause that asks how much was carried out or spent."""
    is_rate = chosen.text.rstrip().endswith(("%", "％")) and not chosen.is_sum
    return is_rate and bool(re.search(r"执行(?!率)|花|支出|用了", clause)) and not RATE_ASKED.search(clause)


def is_prose(chosen: Candidate, clause: str) -> bool:
    """Whether sentences would answer a clause that asks for a number."""
    longest = LONGEST_VALUE if re.search(r"\d", chosen.text) else LONGEST_GRADE
    return chosen.quantity is None and len(chosen.text) > longest and bool(NUMBER_ASKED.search(clause))


def per_result(found: TaskFound, place: int) -> Result | None:
    """An amount for each one of a count."""
    amounts = found.plain[place].candidates
    count = counted(found, place)
    is_money = not is_of_persons(found.task)
    amounts = tuple(one for one in amounts if one.quantity is not None and one.quantity.is_money == is_money)
    amount = next((one for one in amounts if count is None or is_of_one_project((one.facts[0], *count[1:]))), None)
    if count is None or amount is None or amount.quantity is None or (is_money and THINGS_ASKED.search(found.task.text)):
        return None
    # Rounded only in the unit that is told: converting a rounded quotient would tell a false amount.
    asked = UNIT_ASKED.search(found.task.text)
    quantity = convert_money(amount.quantity, asked[1]) if asked and is_money else amount.quantity
    computed = calculation.divide(quantity, count[0], places_asked(found.task.text))
    if computed is None:
        return None
    label = f"{fact_label(amount.facts[0])}平均每{found.task.wants[place].unit or count[0].unit}"
    return Result(label, show_quantity(computed.result), computed.result, (amount.facts[0], *count[1:]), computed.formula)


def is_of_one_project(facts: tuple[Fact, ...]) -> bool:
    """Whether an amount and what it is shared among are of one project: an indicator counts what its own project pays for."""
    amount, *counts = facts
    indicator = next((one for one in counts if any(INDICATOR.search(name) for name, _ in one.labels)), None)
    if indicator is None:
        return True
    own, other = ([*one.titles, *(name for name, _ in one.labels)] for one in (amount, indicator))
    names = [name for name in own if len(name) >= MIDDLING_WORD and not (INDICATOR.search(name) or BODY_NAME.search(name))]
    return any(is_same_name(name, one) for name in names if not name.endswith("表") for one in other)


def is_same_name(name: str, other: str) -> bool:
    """Whether two names are the same but for one character that a document itself may have misprinted."""
    strange = [pair for pair in zip(name, other, strict=False) if pair[0] != pair[1]]
    return len(name) == len(other) and len(strange) <= 1 and not NUMERAL.search("".join(map("".join, strange)))


def places_asked(clause: str) -> int:
    """To how many decimals a clause asks a computed number to be rounded: two, where it says nothing of it."""
    if WHOLE_ASKED.search(clause):
        return 0
    asked = PLACES_ASKED.search(clause)
    return min("零一二三四".find(asked[1].replace("两", "二")) if not asked[1].isdigit() else int(asked[1]), 4) if asked else 2


def counted(found: TaskFound, place: int) -> tuple[Quantity, *tuple[Fact, ...]] | None:
    """The count of an average: as the question gives it, the one it names (told once only), or that of the item itself."""
    if found.task.count is not None:
        return (found.task.count,)
    named = found.denominator.candidates if found.denominator and not found.denominator.missing else ()
    if found.task.denominator and len({one.quantity for one in named}) != 1:
        return None
    unit = found.task.wants[place].unit
    counts = [number for number in map(count_of, named or found.found[place].candidates) if number is not None]
    counts = counts if named or unit is None else [one for one in counts if one[0].unit in (*count_alike(unit, OF_FIGURES), "")]
    same = {(quantity.number, quantity.unit) for quantity, _ in counts if quantity.unit == counts[0][0].unit}
    return counts[0] if len(same) == 1 else None  # several counts are those of several bodies


def count_of(one: Candidate) -> tuple[Quantity, Fact] | None:
    """The count that a candidate prints, also within a text such as “3人”."""
    if one.quantity is not None:
        return None if one.quantity.is_money else (one.quantity, one.facts[0])
    found = COUNT_IN_TEXT.search(one.text)
    count = Quantity(Decimal(found[1]) * (10_000 if found[2] and found[3] not in ("", "元") else 1), found[3]) if found else None
    return (count, one.facts[0]) if count and not count.is_money else None  # “单价2.1万元” counts nothing
