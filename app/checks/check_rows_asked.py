"""Whether an answer tells rows, a column or a year other than those that the question ranks or sets against each other."""

from __future__ import annotations

from app.answer import Answer, Citation
from ingest import late_re as re
from retrieval.spelling.label_key import fold

WHICH_PROJECT = re.compile(r"哪(?:一)?[个些]项目|哪几个项目|项目(?:里面?|中|当中)?[^,;?]{0,6}(?:哪个|哪些)[^,;?]{0,6}最")
WHICH_CLASS = re.compile(r"哪(?:一)?(?:个|种)?(?:大?类|类型|类别)(?:的)?项目[^,;?]{0,12}最")
CLASS = re.compile(r"类(?:项目)?(?:小计|合计)?(?:·|$)")
OF_PROJECTS = re.compile(r"项目|专项|采购|绩效|自评|任务")
RANKED = re.compile(r"最[多少大小高低]|前[两三四五六七八九十\d]+|排(?:名|序|一|第)|从[高大多低小少]到")
UNSPENT = re.compile(r"(?:没有?|未)(?:花|用|发生|支出|开支|安排|动用?)(?:过|钱|资金|费用|支出|预算)*的(?:科目|项目|费用|经费|支出)")
UNFINISHED = re.compile(
    r"(?:哪|什么)[^,;?]{0,4}项目[^,;?]{0,6}(?:没有?|未)(?:花|用|执行|支出|使用)完|(?:没有?|未)(?:花|用|执行|支出|使用)完[^,;?]{0,4}的项目"
)
SPENT_TOLD = re.compile(r"执行|决算|结余|结转|剩|完成")
COLUMNS = ("项目支出", "基本支出")
YEAR = r"(20\d\d)年?(?:度)?"
FROM_TO = re.compile(  # “2023年决算到2025年预算涨了多少”
    rf"{YEAR}[^,;?]{{0,12}}?(?:到|至|比|和|与)[^,;?]{{0,12}}?{YEAR}[^,;?]{{0,16}}?(?:涨|增|减|降|少|多|差)(?:加|长|少|低)?(?:了)?(?:多少|几)"
)


def is_of_other_rows(answer: Answer, question: str) -> bool:
    """Whether another kind of row, those that were spent, or another column is told, or one year answers for two."""
    if answer.answered_by != "rule" or not answer.values:
        return False
    text = fold(question)
    if WHICH_CLASS.search(text) and not any(CLASS.search(value.label) for value in answer.values):
        return True
    if WHICH_PROJECT.search(text) and not any(OF_PROJECTS.search(_place(one)) for one in answer.citations):
        return True
    is_of_budget_alone = UNFINISHED.search(text) and not SPENT_TOLD.search(answer.text)
    if is_of_budget_alone or (UNSPENT.search(text) and any(value.value for value in answer.values)):
        return True
    places = [f"{_place(one)}{'项目支出' if '项目' in (one.table or '') else ''}" for one in answer.citations]
    if RANKED.search(text) and any(column in text and not any(column in place for place in places) for column in COLUMNS):
        return True
    spanned = FROM_TO.search(text)
    is_of_two = spanned is not None and spanned[1] != spanned[2] and not tells_year(answer, *map(int, spanned.groups()[:2]))
    return is_of_two and len(answer.values) == 1 and not answer.calculation


def tells_year(answer: Answer, one: int, other: int) -> bool:
    """Whether two years that follow each other are set against each other, and a change against the year before is told."""
    return abs(one - other) == 1 and any("相比" in value.label for value in answer.values)


def _place(one: Citation) -> str:
    """Where a citation stands, in one string."""
    return "".join((one.section, one.table or "", one.context or "", *one.row, *one.col, one.quote))
