"""Whether an answer is of the rows, the funds and the level that its question is aimed at, and not of something beside them."""

from __future__ import annotations

from app.answer import Answer
from ingest import late_re as re
from retrieval.spelling.label_key import fold

OWN_LEVEL = re.compile(r"(?:局|机关)本级[^,;?]{2,12}(?:多少|几)")
OF_ITS_SPENDING = re.compile(r"占(?:了)?(?:其|它|本校|本院|本单位|自己|自身)?的?(?:全部|总)?(?:支出|预算)(?:的)?(?:多少|几|比|百分)")
OF_ALL_LISTED = re.compile(r"占全部的\*\*")
NO_GRANTS = re.compile(r"非财政拨款")
WHO_HAS = re.compile(r"哪[些几]个?(?:下属|所属)?(?:单位|学校|部门)[^,;?]{0,4}有[^,;?]{2,10}(?:收入|支出|经费|费)")
WHICH_CHANGED = re.compile(r"哪[些几]个?(?:科目|项目|单位|学校)[^?]{0,24}(?:减少|下降|增加|增长|上升)(?:了|的)?(?:[?？]|$)")
CHANGE = re.compile(r"与[^：]{2,8}相比：")
FURTHEST = re.compile(r"(?:超支|超预算|超出|结余|节约|增加|减少)(?:得|了)?最[多大高](?:的)?(?:是)?(?:什么|哪)")
WHOLE = re.compile(r"合计|总计|年初预算")
EACH = re.compile(r"(?:平均)?每(?:一)?(?:个)?(?:批次?|人次|次|辆|台|户|人)[^,;?]{0,10}(?:多少|几)(?:钱|元|万元)")
EACH_TOLD = re.compile(r"[每均÷/／]|标准|单价|一[台辆次批]")
GRANTS_SPENT = re.compile(r"财政拨款支出(?:是|有|为)?多少(?:钱|万?元)?[?？。]?$")
LARGEST_ITEM = re.compile(r"[中里]面?(?:金额|占比)?最[大多高小低少]的?一?(?:个)?(?:项|笔|块|科目)")
DOCUMENT_RANKED = re.compile(r"最[高低]的是\*\*[^*]*20\d\d年[^*]*(?:预算|决算)\*\*")


def misses_aim(answer: Answer, question: str) -> bool:
    """Whether what is told lies beside what is asked for."""
    if answer.status != "answered":
        return False
    text, told = fold(question), fold(answer.text)
    is_quote = answer.answered_by == "quote"
    rows = "".join(part for one in answer.citations for part in one.row)
    return (
        (is_quote and bool(OWN_LEVEL.search(text)) and not re.search(r"本级|机关", f"{told}{rows}"))
        or (bool(OF_ITS_SPENDING.search(text)) and bool(OF_ALL_LISTED.search(answer.text)))
        or (is_quote and bool(NO_GRANTS.search(text)) and not NO_GRANTS.search(told))
        or (is_quote and bool(WHO_HAS.search(text)) and all("职责" in one.section or "职能" in one.section for one in answer.citations))
        or (bool(WHICH_CHANGED.search(text)) and len(answer.values) <= 2 and bool(CHANGE.search(answer.text)))
        or (bool(FURTHEST.search(text)) and bool(answer.values) and all(WHOLE.search(value.label) for value in answer.values))
        or (is_quote and bool(EACH.search(text)) and not EACH_TOLD.search(answer.text))
        or (bool(GRANTS_SPENT.search(text)) and any(value.label.endswith("财政拨款收入") for value in answer.values))
        or (bool(LARGEST_ITEM.search(text)) and bool(DOCUMENT_RANKED.search(answer.text)))
    )
