"""Whether what an answer adds up, subtracts or tells is of the years, the bodies and the things that its question names."""

from __future__ import annotations

from app.answer import Answer
from ingest import late_re as re
from ingest.quantity import YUAN_PER_UNIT
from retrieval.spelling.label_key import fold

YEAR = re.compile(r"20\d\d")
YEARS_SAID = re.compile(r"[两三四五几各历每]个?年|近年|年[和与、至到]|累计|前后|上年|去年")
OTHER_YEAR = re.compile(r"(?P<filed>20\d\d)年度?(?:部门|单位)*(?:预算|决算)(?:的)?(?:单位|部门|文件|机构|局)[^,;?]{0,4}(?P<asked>20\d\d)年")
OF_SEVERAL = re.compile(
    r"[两三四五几](?:样|项|笔|个|者|块)(?:加起来|一共|合计|总共|之和)(?:是|为|有)?多少"
    r"|[两三四五几][个家所](?:学校|单位|中心|局|部门|站|院|馆|机构|公司|[支大]队)的?(?:合计|一共|总共|加起来|之和|总和)"
)
MUCH = re.compile(r"(?:是|有|为|花|安排|支出|预算)?(?:了)?多少(?:钱|万?元)?[?？。]?$")
NUMBERING = re.compile(r"^(?:> |- )?\s*(?:[(（]?[\d一二三四五六七八九十]+[)）、.．]\s*)+")
NOTHING = re.compile(r"没有|未(?!来)|无|零")
BODY = re.compile(r"(?:中心|[局委厅署院校站所馆]|[支大总]队|执法队|办公室|街道)$")
WITHIN = re.compile(r"其中[^,;?]{0,4}[一-鿿]{2,}(?:中心|[局院校站所馆队])[^,;?]{0,4}(?:多少|几)")
OF_ALL = re.compile(r"合计|总计|总额|^(?:本年)?(?:收入|支出)$|收支")
APART = re.compile(r"比[^,;?]{2,24}[多少高低](?:了)?(?:多少|几)")
PERSONS_IN_POSTS = re.compile(r"在编(?!制)(?:在职)?(?:人员|人数|职工|教职工)*")
RATES_AGAINST = re.compile(r"(?:增长率|增幅|增速|降幅|涨幅|下降率)[^,;?]{0,16}(?:哪|谁|比较|相比|更[高低大小快慢])")
AMOUNT_APART = re.compile(r"多\*\*[\d,.]+(?:亿|万)?元\*\*")
COUNTS_ASKED = re.compile(r"(?:辆数|车辆数|人数|台数|户数|数量)(?:各|分别)")
EQUALS = re.compile(r"(?:等于|是否为|是不是)(\d[\d.]*)")
CLASSIFIED = re.compile(r"(?:政府|部门)(?:预算)?(?:支出)?(?:经济分类|经济科目)")
ADDEND_OF_NAME = re.compile(r"政府预算资金|支出经济分类")
GRANT_WITHIN = re.compile(r"支出[^,;?]{0,6}(?:[与和跟比较同]|中|里)(?:其中)?财政拨款(?![一-鿿]{0,6}支出|收入)")
GRANT_OF_INCOME, SPENT_ON = re.compile(r"其中[:：]?财政拨款"), re.compile(r"[^本年总]支出(?:[（(]|$)")
SUM_OF_NAMED = re.compile(
    r"([^,;?]{2,30}[和与及跟、][^,;?]{2,30})(?:之和|加起来|相加)(?:[^,;?]{0,4}|,?[和与跟同][^,;?]{2,16}?)(?:等于|是否|相等|一致|对得上|对不上|对得起来)"
)
EACH_PART = re.compile(r"[各每逐]|分项|明细|所有|全部|科目|其他项")
JOINT, PARTS_TOLD = re.compile(r"[、和与及跟]"), re.compile(r"所列(\d+)项")
POSTS, HELD = re.compile(r"编制"), re.compile(r"在编|实有|在职|在岗")


def adds_wrongly(answer: Answer, question: str) -> bool:
    """Whether the answer's figures are not those that the question sets in relation."""
    if answer.status != "answered":
        return False
    text = fold(question)
    return (
        _adds_years(answer, text) or _is_of_filed_year(answer, text) or _is_of_one(answer, text) or _quotes_no_number(answer, text)
        or _takes_whole(answer, text) or _tells_posts(answer, text) or _tells_amounts(answer, text) or _mixes_counts(answer, text)
        or _denies_number(answer, text) or _adds_classification(answer, text)
        or _takes_income(answer, text) or _adds_more(answer, text)
    )  # fmt: skip


def _adds_more(answer: Answer, text: str) -> bool:
    """Whether it is asked if a few named things come to something, and a sum of more parts than are named is told."""
    asked = SUM_OF_NAMED.search(text)
    if asked is None or EACH_PART.search(asked[1]):
        return False
    named = 1 + len(JOINT.findall(asked[1]))
    return any(int(count) > named for count in PARTS_TOLD.findall(answer.text))


def _takes_income(answer: Answer, text: str) -> bool:
    """Whether what an item of spending has of a grant (“某类支出与其中财政拨款”) is told as the grant of all that came in."""
    labels = [value.label for value in answer.values]
    is_mixed = any(GRANT_OF_INCOME.match(one) for one in labels) and any(SPENT_ON.search(one) for one in labels)
    return is_mixed and GRANT_WITHIN.search(text) is not None


def _adds_classification(answer: Answer, text: str) -> bool:
    """Whether a column of funds or a table's total is an addend that is only the name of the classification (政府预算经济分类)."""
    is_addend = any(ADDEND_OF_NAME.search(value.label) for value in answer.values)
    return "+" in (answer.calculation or "") and bool(CLASSIFIED.search(text)) and is_addend


def _adds_years(answer: Answer, text: str) -> bool:
    """Whether one body's figures of several years are added up and nothing in the question speaks of years."""
    if "+" not in (answer.calculation or "") or YEARS_SAID.search(text) or len(set(YEAR.findall(text))) > 1:
        return False
    titles = {one.title for one in answer.citations if YEAR.search(one.title)}
    return len({YEAR.sub("", title) for title in titles}) < len(titles)


def _is_of_filed_year(answer: Answer, text: str) -> bool:
    """Whether another year is asked of bodies that file for a year, and the figures of the filed one are told."""
    said = OTHER_YEAR.search(text)
    if said is None or said["filed"] == said["asked"]:
        return False
    return sum(f"{said['asked']}年" in line for line in answer.text.splitlines()) < len(answer.values)


def _is_of_one(answer: Answer, text: str) -> bool:
    """Whether several bodies together are asked for and one figure of one of them is told."""
    return bool(OF_SEVERAL.search(text)) and len(answer.values) == 1 and not answer.calculation


def _quotes_no_number(answer: Answer, text: str) -> bool:
    """Whether it is asked how much something is, and what is quoted tells no number and not that there is none."""
    if answer.answered_by != "quote" or answer.values or not MUCH.search(text):
        return False
    quoted = [NUMBERING.sub("", line) for line in answer.text.splitlines() if line.startswith("> ")]
    return bool(quoted) and not any(re.search(r"\d", line) or NOTHING.search(line) for line in quoted)


def _takes_whole(answer: Answer, text: str) -> bool:
    """Whether an item of one body is held against the whole of another."""
    if len(answer.values) < 2:
        return False
    labels = [fold(value.label).split("·")[-1] for value in answer.values[:2]]
    are_bodies = [bool(BODY.search(label)) for label in labels]
    if WITHIN.search(text) and are_bodies == [False, True] and not OF_ALL.search(labels[0]):
        return True
    return bool(APART.search(text)) and are_bodies[0] != are_bodies[1]


def _tells_amounts(answer: Answer, text: str) -> bool:
    """Whether rates of growth of several bodies are to be compared and their amounts are subtracted."""
    return bool(RATES_AGAINST.search(text)) and bool(AMOUNT_APART.search(answer.text))


def _mixes_counts(answer: Answer, text: str) -> bool:
    """Whether numbers of things are asked for one by one, and one of them is told in money beside one that is not."""
    are_money = {value.unit in YUAN_PER_UNIT for value in answer.values}
    return bool(COUNTS_ASKED.search(text)) and len(are_money) > 1


def _denies_number(answer: Answer, text: str) -> bool:
    """Whether it is asked if a sum equals a number, and the answer denies that it equals another."""
    asked = EQUALS.search(text)
    return asked is not None and "对不上" in answer.text and asked[1] not in (answer.calculation or "")


def _tells_posts(answer: Answer, text: str) -> bool:
    """Whether those who hold posts are asked for and the posts are told."""
    labels = [value.label for value in answer.values]
    return bool(PERSONS_IN_POSTS.search(text)) and bool(labels) and all(POSTS.search(one) and not HELD.search(one) for one in labels)
