"""“某中心的采购金额占全部政府采购的比例”: what a unit has of a thing against what the whole department has of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer, Value
from app.answerer.question_answerer import QuestionAnswerer
from app.telling.calculation import share
from app.telling.join_answers import join_answers
from app.telling.wording_bodies import CALCULATED, SHARE_OF_ALL
from app.telling.wording_told import SHARE_LABEL
from ingest import late_re as re
from ingest.quantity import Quantity, convert_money

ASKED = re.compile(
    r"^[\s,的]*(?P<part>[^,;?占]{2,14}?)(?:(?:一共|总共)?(?:是|有|为)?多少(?:钱|万元)?)?[,?、]?占(?:了|到)?"
    r"(?:本|整个|全)?(?:全部门|部门|全局|局里?|全系统|系统|全部|所有|总)+的?(?P<whole>[^,;?占]{0,14}?)的?"
    r"(?:比例|比重|百分之几|百分之多少|多少|几成|百分比)(?:是|为|有)*(?:多少|多大|几)?[?。]?$"
)
EMPTY_WORDS = re.compile(r"政府|金额|预算|决算|支出|总额|总数|总|合计|数|的")
QUESTION = "{body}{year}年{item}是多少"


def answer_unit_of_whole(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer | None:
    """Both amounts and the share; None for any other question, or where one is not known or the unit has more than all."""
    choice = answerer.reader.choose(question, history)[0]
    asked = ASKED.match(choice.rest)
    if asked is None or choice.failed or len(choice.units) != 1 or len(choice.documents) != 1:
        return None
    if asked["whole"] and EMPTY_WORDS.sub("", asked["part"]) != EMPTY_WORDS.sub("", asked["whole"]):
        return None
    info = answerer.disclosures.document(choice.documents[0]).info
    item = max(asked["part"], asked["whole"], key=len)
    bodies = (choice.units[0], info.organization)
    answers = [answerer.checked(QUESTION.format(body=body, year=info.year, item=item)) for body in bodies]
    told = [answer.values[0] for answer in answers if answer.status == "answered" and len(answer.values) == 1]
    amounts = [Quantity(value.value, value.unit) for value in told]
    if len(amounts) < len(answers) or not all(one.is_money for one in amounts):
        return None
    part, whole = (convert_money(one, "元").number for one in amounts)
    computed = share(amounts[0], amounts[1]) if 0 < part < whole else None
    if computed is None:
        return None
    label = SHARE_LABEL.format(part=f"{bodies[0]}{item}", whole=f"{bodies[1]}{item}")
    joined = join_answers(answers)
    value = Value(label, computed.result.number, computed.result.unit)
    sentence = SHARE_OF_ALL.format(label=label, share=f"{value.value:f}{value.unit}")
    text = f"{joined.text}\n{sentence}\n{CALCULATED.format(formula=computed.formula)}"
    return replace(joined, text=text, values=(value, *joined.values), calculation=computed.formula, answered_by="rule")
