"""Whether an answer tells another kind of thing than is asked for: an amount for a unit, a goal for an account, the total for the item."""

from __future__ import annotations

from app.answer import Answer
from ingest import late_re as re
from ingest.quantity import YUAN_PER_UNIT
from retrieval.spelling.label_key import fold

DIGITS = "一二三四五六七八九十"
NTH_TASK = re.compile(rf"任务[^,;?]{{0,6}}第(?P<nth>[{DIGITS}]{{1,2}}|\d)[项条个]")
NUMBERED = re.compile(rf"(?<![{DIGITS}第])([{DIGITS}]{{1,2}})(?:是|、)")
UNIT_AGREES = re.compile(r"项目单位[^,;?]{0,24}(?:一致|相同|一样|相符)")
WHY_HIGHER = re.compile(
    r"(?:年度?的?|的)(?P<one>[一-鿿]{3,8})为(?:什么|何)会?[高低多少大小]于(?P<other>(?!上年|去年|往年|同期|年初|预算|决算|计划|目标)[一-鿿]{3,8})"
)
WHICH_ITEM_CHANGED = re.compile(
    r"哪一?[项类块笔](?:支出|经费|费用|收入)*[^,;?]{0,8}[比较](?:上年|去年|20\d\d年)[^,;?]{0,3}(?:减少|下降|增加|增长)"
)
WHOLE = re.compile(r"总计|合计")
WHICH_NONE = re.compile(r"(?:没有?|未)(?:安排|列出|发生|编列|列|涉及)(?:预算|支出|经费)?的?是?哪(?:[些几]|一?[项类个])")
NONE_TOLD, SCOPE = re.compile(r"没有?|未|无|不"), re.compile(r"^(?:注意|其他口径|口径|计算)[：:].*$|《[^》]*》[^）]*）?", re.MULTILINE)
ACCOUNT_ASKED = re.compile(r"(?:用于|对应|列支|列在|属于|涉及)的?是?(?:哪[一几些]?个?|什么)(?:经济|功能|支出|预算)?(?:分类)?科目")
ACCOUNT_TOLD = re.compile(r"科目|(?<!\d)(?:2\d{6}|[35]\d{4})(?!\d)")
PROJECT_ASKED = re.compile(r"项目名称(?:是什么|叫什么|是啥|叫啥)")
ECONOMIC_ASKED = re.compile(r"(?:哪些|什么|哪几个)(?:部门)?经济(?:分类)?科目|经济(?:分类)?科目[^,;?]{0,4}哪[些几]")
FUNCTIONAL = "2"  # the codes of functional accounts begin so
WHO_GREW = re.compile(r"哪一?[个家](?:局|单位|部门)?[^,;?]{0,12}(?:增长|增加|增|减少|下降|降)[幅速率]?得?最[快大高多]")
OF_SEVERAL = re.compile(r"[一-鿿]、[^,;?]{2,30}哪|[三四五六]个?(?:局|单位|部门|县|市)")
FEWEST = 2
INDICATOR_ASKED = re.compile(r"(?:指标|目标)值|(?:数量|质量|时效|成本|效益|满意度)指标(?:值)?(?:都|分别)?(?:是|有|为|设)")
OF_INDICATORS = re.compile(r"指标|(?<!特定)目标|绩效")


def tells_other_kind(answer: Answer, question: str) -> bool:
    """Whether what is told is no answer to that kind of question."""
    if answer.status != "answered":
        return False
    text = fold(question)
    return (
        _is_other_task(answer, text) or _is_no_unit(answer, text) or _gives_no_reason(answer, text) or _is_whole(answer, text)
        or _tells_none(answer, text) or _is_no_account(answer, text) or _is_no_name(answer, text) or _is_of_one_body(answer, text)
        or _is_no_indicator(answer, text)
    )  # fmt: skip


def _is_other_task(answer: Answer, text: str) -> bool:
    """Whether tasks of other numbers than that asked for are told."""
    asked = NTH_TASK.search(text)
    told = set(NUMBERED.findall(answer.text)) if asked else set()
    nth = DIGITS[int(asked["nth"]) - 1] if asked and asked["nth"].isdigit() else asked and asked["nth"]
    return bool(told) and nth not in told


def _is_no_unit(answer: Answer, text: str) -> bool:
    """Whether it is asked if the unit of a project is the same in two places and its amounts are held against each other."""
    return bool(UNIT_AGREES.search(text)) and bool(answer.values) and all(one.unit in YUAN_PER_UNIT for one in answer.values)


def _gives_no_reason(answer: Answer, text: str) -> bool:
    """Whether it is asked why one thing is more than another and the words quoted do not speak of both."""
    asked = WHY_HIGHER.search(text)
    return asked is not None and not all(name in fold(answer.text) for name in (asked["one"], asked["other"]))


def _is_whole(answer: Answer, text: str) -> bool:
    """Whether it is asked which item rose or fell and how the total did is told."""
    labels = [one.label for one in answer.values]
    return bool(WHICH_ITEM_CHANGED.search(text)) and bool(labels) and all(map(WHOLE.search, labels))


def _tells_none(answer: Answer, text: str) -> bool:
    """Whether it is asked which has nothing, and what others have is told without a word of it."""
    if not WHICH_NONE.search(text) or any(one.value == 0 for one in answer.values):
        return False
    return not NONE_TOLD.search(SCOPE.sub("", answer.text))


def _is_no_account(answer: Answer, text: str) -> bool:
    """Whether an account is asked for and none is told, or economic ones are and functional ones are told."""
    if ACCOUNT_ASKED.search(text) and not ACCOUNT_TOLD.search(answer.text):
        return True
    parts = ("".join(part.split()) for one in answer.citations for part in one.row)
    codes = [part for part in parts if part.isdigit()]
    is_listed = len(answer.values) >= FEWEST and bool(ECONOMIC_ASKED.search(text))
    return is_listed and bool(codes) and all(code.startswith(FUNCTIONAL) for code in codes[:1]) and codes[0] not in text


def _is_no_name(answer: Answer, text: str) -> bool:
    """Whether the name of a project is asked for and the amount of what the question names is told."""
    labels = [fold(one.label) for one in answer.values]
    return bool(PROJECT_ASKED.search(text)) and bool(labels) and all(label in text for label in labels)


def _is_of_one_body(answer: Answer, text: str) -> bool:
    """Whether it is asked which of several bodies rose or fell most and one body's words are quoted."""
    is_asked = WHO_GREW.search(text) and OF_SEVERAL.search(text)
    return bool(is_asked) and answer.answered_by == "quote" and len({one.document_id for one in answer.citations}) < FEWEST


def _is_no_indicator(answer: Answer, text: str) -> bool:
    """Whether what an indicator must reach is asked for and nothing of a target form is told."""
    cited = [(one.table or f"{one.section}{one.quote}", *one.row, *one.col) for one in answer.citations]
    return bool(INDICATOR_ASKED.search(text)) and bool(cited) and not any(OF_INDICATORS.search(part) for one in cited for part in one)
