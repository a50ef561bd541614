"""“A和B的…加起来是多少”, “…相差多少”: two things or more that are each asked for alone, and what their answers come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.answer import Answer, Value
from app.checks.two_things import completed
from app.figures.reduce_results import Named, reduce_results
from app.question.distribute_question import EACH, distributed, opened, opening_of
from app.telling.calculation import share
from app.telling.join_answers import join_answers
from app.telling.wording_told import SHARE_LABEL
from ingest import late_re as re
from ingest.quantity import Quantity, convert_money
from retrieval.bodies.mention_words import BODY_NAME

TOGETHER = r"(?:加起来|合起来|合计|一共|总共|共计|之和|总和|相加|加总|加在一起)"
SUM = re.compile(rf"(?:两者|二者|两项|三项)?{TOGETHER}")
APART = re.compile(
    r"[,、]?(?:这?(?:两|二)(?:者|个|项)|它们)?(?:之间)?(?:相差|差(?=了?多少|了?几|距|额)(?:距|额)?)(?:了|是|有|为)*(?:多少|几)?(?:个?(?:万元|元|人|家|个|名))?"
)
COUNTED = re.compile(r"(?:这|那)?(?:两|三|四|2|3|4)(?:个|项|笔|样|块)(?:项目|指标|科目)?的?(?!月)")
ADDED = re.compile(r"(?<=[一-鿿)）])加上?(?=[一-鿿“(（])")
OVER = re.compile(  # “A比B多花了多少”
    r"^(?:那个)?(?P<one>[^,;?比]{2,40}?),?比(?P<other>[^,;?比]{2,40}?)(?:要|还|都)?[多少高低](?P<done>花|用|支出|安排|执行|得)?(?:了|出)*(?:多少|几)(?P<counted>钱|万元|元|万|分|个|人)?$"
)
# the same thing, then or as planned
NO_THING = re.compile(r"(?:20\d\d年?度?|[去上前]一?年度?|同期|当年|全年|年初|调整)*的?(?:预算|决算|执行|安排)?数?的?")
OF_WHOLE = re.compile(  # “A里,B的比例是多少”
    r"^(?P<whole>[^,;?占]{2,24}?)(?:里面?|中|当中|之中),?(?P<part>[^,;?占]{2,24}?)的?(?:占(?:了|到)?(?:多少|几成|百分之几|比例|比重|比)|(?:比例|比重)(?:是|为|有)*(?:多少|多大)).{0,4}$"
)
SHARE_OF = re.compile(  # “A占B的几成”
    r"^(?P<part>[^,;?占]{2,24}?)的?占(?:了|到)?(?P<whole>[^,;?占多几百比]{2,24}?)的?(?:多少|几成|百分之几|百分之多少|比例|比重).{0,4}$"
)
ACCOUNT = re.compile(r"一般公共预算财政拨款|一般公共预算|政府性基金预算|财政拨款")
UNNAMED = re.compile(r"(?:全部|所有|其中|总|的)*(?:总额|总数|总量|合计|总计|全部|总的)?")  # a whole that is not said
NUMBER_ASKED = re.compile(
    r"(?:(?:至少|最少|最多|不低于|不少于)?(?:得|要|需|应|是|有|为|共|达到?|完成|定|写|花|用|执行)*(?:了|有)?)(?:多少|几)"
)
HAS_ASKING = re.compile(r"多少|几(?!乎)")
NOT_OF_THINGS = re.compile(r"占|百分|比例|平均|人均|除|扣|减去|增|降|比上年|比去年|哪|对得上|一致|等于|为什么|原因")
COLUMNS = ("基本支出", "项目支出")
UNIT_CODE = re.compile(r"\d{6}(?:\d{3})?")  # an account's has three, five or seven digits
TOLD_TOGETHER = "合计**"
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Related:
    """The single questions, and what is done with their answers."""

    parts: tuple[str, ...]
    reducer: str


def read_relation(question: str, rest: str) -> Related | None:
    """The single questions of one that sets two things or more in relation; `rest` is the question with its body and year blanked."""
    opening = opening_of(question, rest)
    asked = question[len(opening) :]
    of_whole = OF_WHOLE.search(asked) or SHARE_OF.search(asked)
    if of_whole and not UNNAMED.fullmatch(of_whole["whole"]):
        account = ACCOUNT.search(of_whole["whole"])
        within = account[0] if account and account[0] not in of_whole["part"] else ""  # 财政拨款支出中项目支出: that of the account alone
        part, whole = with_sides(of_whole["part"], of_whole["whole"])
        return Related((f"{opening}{within}{part}多少钱", f"{opening}{whole}多少钱"), "share")
    if NOT_OF_THINGS.search(question):
        return None
    over = OVER.search(asked.rstrip("?。 "))
    if over and (NO_THING.fullmatch(over["one"]) or NO_THING.fullmatch(over["other"])):
        return None
    if over:
        tail = f"{over['done'] or ''}{'了' if over['done'] else ''}多少{over['counted'] or ''}"
        return Related(tuple(f"{opening}{name}{tail}" for name in completed(over["one"], over["other"])), "difference")
    is_apart = bool(APART.search(asked))
    if not is_apart and not SUM.search(asked) and not ADDED.search(asked):
        return None
    asked = COUNTED.sub("的", ADDED.sub("和", SUM.sub("", APART.sub("", asked)))).rstrip("?。, ")
    asked = asked if HAS_ASKING.search(asked) else f"{asked}是多少"
    if not EACH.search(asked):
        last = list(NUMBER_ASKED.finditer(asked))[-1]
        asked = f"{asked[: last.start()]}分别{asked[last.start() :]}"
    parts = distributed(asked)
    return Related(opened(opening, parts), "difference" if is_apart else "sum") if parts else None


def with_sides(part: str, whole: str) -> tuple[str, str]:
    """Part and whole of a share, an account that is named alone (一般公共预算) with the side that the other one is of."""
    side = "收入" if any("收入" in one for one in (part, whole)) else "支出"
    first, second = (f"{one}{side}" if ACCOUNT.fullmatch(one) else one for one in (part, whole))
    return first, second


def lacks_relation(answer: Answer, question: str) -> bool:
    """Whether an answer is refused, or tells several figures but not how far they are apart or what they come to."""
    is_apart = not answer.calculation and bool(APART.search(question))
    is_listed = len(answer.values) >= FEWEST and (is_apart or (bool(ADDED.search(question)) and TOLD_TOGETHER not in answer.text))
    return answer.status == "not_found" or (answer.status == "answered" and is_listed)


def relate_parts(related: Related, ask: Callable[[str, tuple[str, ...]], Answer], *, is_across: bool = False) -> Answer | None:
    """The answers of the parts with their sum or difference; None where one is not known, or two of them tell the same figure.

    `is_across` says that they may be of different documents.
    """
    answers: list[Answer] = []
    for place, part in enumerate(related.parts):
        answer = ask(part, related.parts[:place])
        if answer.status != "answered" or len(answer.values) != 1:
            return None
        answers.append(answer)
    told = [answer.values[0] for answer in answers]
    if len({value.label for value in told}) < len(told) or (not is_across and len({_document(answer) for answer in answers}) > 1):
        return None
    if related.reducer != "share" and are_units_among_items(answers):
        return None
    if related.reducer == "share" and is_of_other_column(*answers):
        return None
    return _with_relation(join_answers(answers), related.reducer, told)


def are_units_among_items(answers: Sequence[Answer]) -> bool:
    """Whether all that a unit has is told beside an item of another: of the unit only that item was meant."""
    rows = [one.citations[0].row if one.citations else () for one in answers]
    called = [BODY_NAME.search(one.values[0].label) for one in answers]
    are_units = [bool(name or (row and UNIT_CODE.fullmatch(row[0]))) for name, row in zip(called, rows, strict=True)]
    return any(are_units) and not all(are_units)


def is_of_other_column(part: Answer, whole: Answer) -> bool:
    """Whether a share is asked of the basic or of the project expenditure and the part stands in another column of its table."""
    places = ["".join((one.table or one.section, *one.row, *one.col)) for one in part.citations if one.col]
    return any(name in whole.values[0].label and places and not any(name in place for place in places) for name in COLUMNS)


def _document(answer: Answer) -> str:
    """The document that an answer cites first."""
    return answer.citations[0].document_id if answer.citations else ""


def _with_relation(answer: Answer, reducer: str, told: Sequence[Value]) -> Answer | None:
    """The joined answers with what they come to; None where they cannot be set in relation."""
    if reducer == "share":
        return _with_share(answer, *told)
    named = [Named(value.label, Quantity(value.value, value.unit), f"{value.value:f}{value.unit}") for value in told]
    reduced = reduce_results(reducer, named) if len(named) >= FEWEST else None
    if reduced is None or reduced.quantity is None:
        return None
    value = Value(reduced.label, reduced.quantity.number, reduced.quantity.unit)
    text = f"{answer.text}\n{reduced.sentence}\n计算：{reduced.formula}。"
    return replace(answer, text=text, values=(*answer.values, value), calculation=reduced.formula, answered_by="rule")


def _with_share(answer: Answer, part: Value, whole: Value) -> Answer | None:
    """The joined answers with the share of the first in the second; None where they are no amounts of money or the part is larger."""
    amounts = Quantity(part.value, part.unit), Quantity(whole.value, whole.unit)
    if not all(one.is_money for one in amounts):
        return None
    yuan = [convert_money(one, "元").number for one in amounts]
    computed = share(amounts[0], amounts[1]) if 0 < yuan[0] <= yuan[1] else None
    if computed is None:
        return None
    label = SHARE_LABEL.format(part=part.label, whole=whole.label)
    value = Value(label, computed.result.number, computed.result.unit)
    text = f"{answer.text}\n{label}：**{value.value:f}{value.unit}**。\n计算：{computed.formula}。"
    return replace(answer, text=text, values=(value, *answer.values), calculation=computed.formula, answered_by="rule")
