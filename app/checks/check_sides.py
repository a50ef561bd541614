"""Whether an answer is of the years, the sides and the kind that its question sets against each other or adds up."""

from __future__ import annotations

from app.answer import Answer
from app.question.read_over_years import read_over_years
from ingest import late_re as re
from ingest.quantity import YUAN_PER_UNIT
from retrieval.spelling.label_key import fold

YEARS_ADDED = re.compile(r"(?:两|三|几|近[一-鿿])年(?:的|决算|预算|支出)*(?:合计|加起来|一共|总共|总和|累计|之和|合起来)")
SUM_AGAINST = re.compile(
    r"(?<!支出)(?<!收入)(?:合计|之和|加起来|总和|相加|合起来)[^,;?]{0,6}(?:比(?![例重])|与|和|跟|同)[^,;?]{2,}"
    r"|(?<=支出|收入)合计(?:比(?![例重])|[与和跟同](?!收入|支出))[^,;?]{2,}"
    r"|(?:比(?![例重])|与|和|跟|同)[^,;?]{2,16}(?:之和|加起来|总和|合计)[^,;?]{0,4}(?:比(?![例重])|[多少高低])"
)
ADDED_AGAINST = re.compile(
    r"(?:和|与|、|及)[^,;?]{2,14}(?:合计|加起来|一共|之和|总和)[^,;?]{0,4}(?:比|较)(?:上年度?|去年|上一年|20\d\d年?度?)"
)
PLAIN_LIST, OVER_YEARS = re.compile(r"共\d+项（《"), "对照"
RELATED = re.compile(r"比|谁|哪")
BOTH_SIDES = re.compile(r"收入(?:和|与|跟|同)?比(?:其|它的)?支出|支出(?:和|与|跟|同)?比(?:其|它的)?收入|收支(?:相)?差")
NO_SIDE = re.compile(r"收入支出|收支")
VISITS_ASKED = re.compile(r"(?:人次|批次|人数|批数)(?:数)?(?:是|有|为|共)?(?:多少|几)?(?:呢)?[?？。]?$")
RATE_ASKED = re.compile(r"(?:完成|执行|到位)率(?:是|为|各|分别|有|怎么样|如何|呢)*(?:多少|几)?[?？。]?$")
OF_YEAR_BEFORE = re.compile(r"(?:比|较|与|和|跟)(?:上年度?|去年|上一年|20\d\d年?度?)(?!.{0,4}预算)")
WHY = re.compile(r"为什么|为何|为啥|原因")
OF_BUDGET_SAID = re.compile(
    r"年初预算(?:数)?(?:存在|有|产生|相比|的)?[^，。；]{0,4}(?:差异|差距|不同|增加|减少)|(?:小于|大于|低于|高于|超出?)(?:年初)?预算"
)
OF_YEAR_SAID = re.compile(r"上年|去年|上一年|比20\d\d年|较20\d\d年|与20\d\d年")
BUDGET_ASKED = re.compile(r"(?<!公共)(?<!基金)(?<!经营)预算(?:数)?(?:是|为|有)?(?:多少|几)")
CHANGED = re.compile(r"减少|下降|降低|增加|增长|上升")
STEADY = re.compile(r"持平|无增减变动|没有(?:增减)?变[动化]|不变|无变化")
PARTS_ASKED = re.compile(r"(?P<whole>[一-鿿]{3,14}支出)(?:主要|都|具体)*(?:包括|包含|由)了?(?:哪|什么|啥)")
MUCH_ASKED, NAME_TOLD = re.compile(r"多少(?:钱|万?元)?[?？。]?$"), re.compile(r"“项目名称”一项写明")
SHARE_OF_WHAT = re.compile(r"占(?:了|到)?(?:多少|几成|百分之几|多大)")
SHARE_NAMED = re.compile(r"占|比[例重]")
COMPLETED_ASKED = re.compile(r"完成了?(?:年初|全年)?预算数?的?(?:百分之|比例)?(?:是|为)?(?:多少|几)")
COMPLETED = re.compile(r"完成|执行率|执行进度|占[^，。；]{0,6}预算|持平")
OF_THIS_YEAR = re.compile(r"(?:^|[^拨款基金])(?:本年)?(?:收入|支出)合计(?!和|与|、)")
ALL_MONEY = ("收支", "收入支出", "收入总计", "支出总计")
CHANGE_ASKED = re.compile(r"(?:比|较|与|和|跟)(?:上年|去年|上一年|20\d\d年?)|增加|减少|增长|下降|变化")
LONGEST = 6
SHARE_ASKED = re.compile(r"占(?!用)|比[重例]|率|百分|几成")
FINAL, BUDGET = "决算", re.compile(r"(?<!公共)(?<!基金)(?<!经营)预算")


def is_of_other_side(answer: Answer, question: str) -> bool:
    """Whether what is told is of one year, side or kind where another is asked for, or where several are."""
    if answer.status != "answered":
        return False
    text = fold(question)
    return (
        _lacks_years(answer, text) or _lacks_side(answer, text) or _counts_money(answer, text) or _is_of_another_reason(answer, text)
        or _is_of_final(answer, text) or _tells_share(answer, text) or _quotes_another(answer, text)
        or _is_of_all_money(answer, text)
    )  # fmt: skip


def _lacks_years(answer: Answer, text: str) -> bool:
    """Whether years are to be added up, or a sum to be held against another amount, and that is not what was computed."""
    has_sum = "+" in (answer.calculation or "")
    if YEARS_ADDED.search(text) and answer.values and not has_sum:
        return True
    if PLAIN_LIST.search(answer.text) and OVER_YEARS not in answer.text and (asked := read_over_years(text)) and asked.each + asked.alone:
        return True  # the list of one year, whatever became of its things since
    if ADDED_AGAINST.search(text) and answer.values and not has_sum:
        return True
    documents = {one.document_id for one in answer.citations}
    is_against = bool(SUM_AGAINST.search(text)) and bool(RELATED.search(text)) and len(documents) > 2
    return is_against and not (has_sum and re.search(r"[−-]", answer.calculation or ""))


def _lacks_side(answer: Answer, text: str) -> bool:
    """Whether income and expenditure are set against each other and the figures are not of both."""
    if not BOTH_SIDES.search(text) or not answer.values:
        return False
    places = (part for one in answer.citations for part in (one.table or "", *one.row, *one.col))
    labels = "".join(value.label for value in answer.values)
    told = NO_SIDE.sub("", "".join((labels, *places)))
    if "总计" in labels and "合计" in labels:
        return True  # all there was to spend against what was spent
    return not ("收入" in told and "支出" in told)


def _counts_money(answer: Answer, text: str) -> bool:
    """Whether visits are counted or a rate is asked for and amounts of money are all that is told."""
    asked = VISITS_ASKED.search(text) or RATE_ASKED.search(text)
    return bool(asked) and bool(answer.values) and all(value.unit in YUAN_PER_UNIT for value in answer.values)


def _is_of_another_reason(answer: Answer, text: str) -> bool:
    """Whether it is asked why a thing changed since another year, and what is quoted tells why it is not as was budgeted."""
    if answer.answered_by != "quote" or not WHY.search(text) or not OF_YEAR_BEFORE.search(text):
        return False
    quoted = "".join(line for line in answer.text.splitlines() if line.startswith("> "))
    return bool(OF_BUDGET_SAID.search(quoted)) and not OF_YEAR_SAID.search(quoted)


def _quotes_another(answer: Answer, text: str) -> bool:
    """Whether what is quoted is that nothing changed, parts of another thing, no completion, a form's heading, or a target for a share."""
    if answer.answered_by != "quote":
        return False
    quoted = "".join(line for line in answer.text.splitlines() if line.startswith(("> ", "- ")))
    if WHY.search(text) and CHANGED.search(text) and STEADY.search(quoted) and not CHANGED.search(STEADY.sub("", quoted)):
        return True
    if COMPLETED_ASKED.search(text) and not COMPLETED.search(quoted):
        return True
    whole = PARTS_ASKED.search(text)
    if whole and answer.text and whole["whole"][-LONGEST:] not in fold(answer.text):
        return True
    if MUCH_ASKED.search(text) and NAME_TOLD.search(answer.text):
        return True
    return bool(SHARE_OF_WHAT.search(text)) and "目标值" in quoted and not SHARE_NAMED.search(quoted)


def _tells_share(answer: Answer, text: str) -> bool:
    """Whether the budget of a thing is asked for and its share is told once more."""
    is_amount = bool(BUDGET_ASKED.search(text)) and not SHARE_ASKED.search(text)
    return is_amount and bool(answer.values) and all("占" in value.label and value.unit == "%" for value in answer.values)


def _is_of_final(answer: Answer, text: str) -> bool:
    """Whether a budget is asked for and a sentence of final accounts is quoted that tells of none."""
    if answer.answered_by != "quote" or not BUDGET_ASKED.search(text) or FINAL in text or not answer.citations:
        return False
    quoted = "".join(line for line in answer.text.splitlines() if not line.startswith("**"))
    return all(FINAL in one.title for one in answer.citations) and not BUDGET.search(quoted)


def _is_of_all_money(answer: Answer, text: str) -> bool:
    """Whether the change of all money, with what was left over, is told where that of this year's income or expenditure is asked for."""
    if answer.answered_by != "rule" or not OF_THIS_YEAR.search(text) or not CHANGE_ASKED.search(text):
        return False
    return not answer.calculation and any(value.label.startswith(ALL_MONEY) for value in answer.values[:1])
