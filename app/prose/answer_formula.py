"""How an indicator is reckoned: the note of a form that gives its formula."""

from __future__ import annotations

from app.answer import Answer
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document, Figure
from retrieval.spelling.label_key import fold, label_key

ASKED = re.compile(
    r"(?:(?:这个|该)?(?:指标|比率|比例)?(?:的)?(?:计算|换算)?(?:公式|口径)?(?:是|要|该|应该?)?(?:怎么|如何|怎样|咋)(?:样)?(?:去|来)?(?:计算|算|得出)"
    r"(?:出来|得出|得来|出)?(?:的|得)?|(?:的)?(?:计算)?(?:公式|算法)(?:是|为)?(?:什么|啥|怎样的?|怎么写的?)"
    r"|(?:的)?(?:计算)?(?:公式|算法)(?=[,?。]|$)|(?:由|用|拿)(?:什么|啥)(?:除以|比)(?:什么|啥)(?:得出)?(?:来)?的?)"
)
SCENE = re.compile(  # the form, the year and what only asks
    r"(?:按照?|依照?|照|根据|请|在|从|看|查|翻|以)?(?:20\d\d年?度?|本级|部门|单位|项目|整体|支出|财政|预算|决算|公开|绩效|自评价?|评价|目标|表|文件|附件|报告"
    r"|指标值?|说明|解释|里面?|中|上|的|这个|那个|[()“”,:?。\s]|写|讲|是|为准)*"
)
NOTE_COLUMN = re.compile(r"说明|解释|内涵|计算公式|评[分价]标准|计算方法")
FORMULA = re.compile(r"[=＝÷]|/[^\d]|除以|占.{2,20}的(?:比例|比重|百分比)|[与和].{2,24}(?:之比|的比(?:率|例|值))")
TABLES = re.compile(r"绩效|自评|评价|目标|指标")
CLAUSE = re.compile(r"[,;?。]")
SHORTEST = 3


def answer_formula(asked: TextQuestion) -> Answer | None:
    """The note that gives the formula of the one indicator named; None where none is asked for or no note gives one."""
    text = fold(asked.rest)
    asking = [clause for clause in CLAUSE.split(text) if ASKED.search(clause)]
    if len(asking) != 1 or not all(SCENE.fullmatch(clause) for clause in CLAUSE.split(text) if clause not in asking):
        return None
    said = ASKED.sub("", asking[0]).strip(" “”\"的")
    return offer_founds(asked, [found for document in asked.documents if (found := _find(document, said))])


def _find(document: Document, said: str) -> Found | None:
    """The note of the indicator that a clause names and beside it only where that stands; none where rows of this name differ."""
    noted = [figure for figure in document.figures if _is_formula(document, figure) and _is_named(said, label_key(figure.row[-1]))]
    if len({(label_key(figure.row[-1]), fold(figure.value)) for figure in noted}) != 1:
        return None
    figure, table = noted[0], document.tables[noted[0].table]
    text = wording.NOTE_OF_INDICATOR.format(table=plain(table.title), label=plain(figure.row[-1]), note=plain(figure.value))
    return Found(document, text, (cite_table(document, table, figure.value, figure.place),))


def _is_formula(document: Document, figure: Figure) -> bool:
    is_note = bool(figure.row and figure.col and NOTE_COLUMN.search(label_key(figure.col[-1])))
    return is_note and bool(FORMULA.search(fold(figure.value))) and bool(TABLES.search(document.tables[figure.table].title))


def _is_named(said: str, name: str) -> bool:
    """Whether a clause ends in an indicator's name and says before it nothing but where that stands."""
    return len(name) >= SHORTEST and label_key(said).endswith(name) and bool(SCENE.fullmatch(label_key(said).removesuffix(name)))
