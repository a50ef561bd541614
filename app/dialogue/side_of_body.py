"""“乙局2023年的决算呢” after an item of 甲局 was asked for: the item's final accounts, or its budget, in the body that is named now."""

from __future__ import annotations

from collections.abc import Sequence

from app.dialogue.spell_turn import BY_WORDS
from app.question_reader import QuestionReader
from ingest import late_re as re

SIDE = re.compile(
    r"的?(?:部门|单位)?(?P<kind>预算|决算)(?:数据?|金额|里面?|中|报告|书|公开)?的?(?:数字?|金额)?(?:又)?(?:呢|是多少|多少|是|怎么?样)?[?？。]?$"
)
ASKING = re.compile(r"[\W的里中面又]|呢|是?多少|是|怎么?样|数[字据]?|金额|报告|书|公开")
KINDS = re.compile(r"(?:年初|部门|单位)*(?:预算|决算)(?:数|金额)?$")
KIND_AHEAD = re.compile(r"^的?(?:部门|单位)?(?:预算|决算)(?!公开)(?:数|里面?|中)?的?")  # 决算公务接待费: the item is 公务接待费
WHOLE = re.compile(r"(?:总?(?:收入|支出)|收支|[\s的]|花|用|钱|了)*")
PART = re.compile(r"(?:基本|项目)支出(?!占|比)")
ASKED = "{body}的{item}{kind}是多少"


def side_of_body(question: str, history: Sequence[str], reader: QuestionReader) -> str:
    """The question with the item that was asked for before; as it is where it names one, or no body of its own."""
    found = SIDE.search(question)
    if found is None or not history or BY_WORDS.search(history[-1]):
        return question
    choice = reader.choose(reader.read(question)[0], history)[0]
    body = question[: found.start()]
    is_named = bool(choice.organizations) and not {"organization", "year"} & set(choice.inherited) and not choice.failed
    if not is_named or ASKING.sub("", choice.rest) not in ("", found["kind"]):
        return question
    part = PART.search(history[-1])
    item = KIND_AHEAD.sub("", KINDS.sub("", reader.named_item(history[-1], history[:-1])).strip()) or (part[0] if part else "")
    return question if WHOLE.fullmatch(item) else ASKED.format(body=body, item=item, kind=found["kind"])
