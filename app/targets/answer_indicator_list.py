"""Indicators listed with what they aim at: all of a project or of the whole, those under a heading, those whose value is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.answer import Answer, Choice, Value
from app.forms.form_rows import FUNDS, HEADING, FormRow, load_form_words, read_rows
from app.forms.match_rows import bare
from app.forms.read_row_asks import RowQuestion, read_row_asks, strip
from app.forms.tell_rows import Line, join_lines, tell_row
from app.question.text_question import TextQuestion
from app.targets.find_levels import Levels, find_levels
from app.targets.read_value_asked import read_value_asked
from app.telling import wording_forms as wording
from app.telling.cite import document_name, plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold, label_key

TABLES = re.compile(r"绩效|目标|自评|评价")
WHOLE = re.compile(r"整体|部门绩效")
ASKED = re.compile(
    r"哪|什么|啥|(?:多少|几)(?:个|项|条|方面)|各(?:是|为|自|项|定|要)|分别|列(?:出|一?下|举|全)|清单|一览|(?:全|都|逐[个条项]).{0,6}[说列写报]"
)
UNDER_HEADING = re.compile(r"(?:成本|数量|质量|时效|产出|效益|满意度?|影响)(?:类|方面的?|性)?指标(?:是|有|为|呢|是?多少)?[?。\s]*$")
SPEAKS = re.compile(r"指标|目标|绩效|方面|要求|打分|评分|考核|衡量")
OTHERWISE = re.compile(
    r"没|未|不(?:是|为|等于)|最[高低大小多少松宽严紧]|扣|满分|平均|合计|加起来|总和|占比|差|原因|为什么|为何|意思|解释|怎么算|计算|达标|比(?!例)|提高了|下降了|哪年"
)
COUNT = re.compile(r"(?:多少|几)(?:个|项|条)")
LIST_ALONE = re.compile(r"指标|目标值|方面|要求|考核|衡量|打分|评分")
GOAL, MONEY, MANAGED = re.compile(r"目标$"), re.compile(r"资金(?!管理)"), re.compile(r"管理情况$")
MOST_PROJECTS, SHORTEST_GOAL = 20, 15
DEFAULT, SCORED = ("target", "actual"), ("weight", "score")
COLUMNS = ("target", "actual", "weight", "score")


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of one document that a question asks for, the columns wanted, and what tells them from the others."""

    document: Document
    scope: tuple[FormRow, ...]
    rows: tuple[FormRow, ...]
    question: RowQuestion
    roles: tuple[str, ...]
    levels: Levels
    is_by_value: bool


def answer_indicator_list(asked: TextQuestion) -> Answer | None:
    """The indicators asked for; a question back where several projects have such; None where a word remains unexplained."""
    text = fold(asked.rest)
    if not (ASKED.search(text) or UNDER_HEADING.search(text)) or not SPEAKS.search(text) or OTHERWISE.search(text):
        return None
    listed = [one for document in asked.documents if (one := _read(document, asked))]
    unsure = [one for one in listed if not _is_sure(one)]
    if unsure:
        return _ask_which(unsure[0], asked) if len(listed) == 1 else None
    return offer_founds(asked, [_tell(one) for one in listed])


def _read(document: Document, asked: TextQuestion) -> Listed | None:
    """The rows asked for; None where the question names nothing of indicators or words that nothing explains."""
    rows = [row for row in read_rows(document, TABLES) if _is_indicator(row)]
    question = read_row_asks(asked.rest, [row.project for row in rows if row.project], COLUMNS, asked.earlier)
    roles = tuple(dict.fromkeys(role for ask in question.asks for role in ask.roles))
    is_whole = bool(WHOLE.search(question.text))
    scope = [row for row in rows if _is_of(row, question, is_whole=is_whole)]
    value = read_value_asked(question.text, scope, roles[0] if roles else "target")
    levels = find_levels(value.around if value else question.text, rows, scope)
    is_told = bool(levels.keys or value or "指标" in question.text or question.project)
    is_goal = not (levels.keys or value or LIST_ALONE.search(question.text))
    if not is_told or _unexplained(levels.around) or (is_goal and _tells_goal(document, scope)):
        return None
    chosen = [row for row in (value.rows if value else scope) if levels.hold(row) and (levels.keys or row.cell("target"))]
    return Listed(document, tuple(scope), tuple(chosen), question, roles, levels, bool(value)) if scope and (chosen or not value) else None


def _is_indicator(row: FormRow) -> bool:
    """Whether a row stands under a heading of indicators and tells what is aimed at or how it is scored; amounts of money do not."""
    headings = [label_key(heading) for heading in row.headings]
    is_headed = any(HEADING.search(one) for one in headings) and not any(MONEY.search(one) for one in headings)
    is_managed = any(MANAGED.search(one) for one in headings) and bool(row.cell("score"))
    return ((bool(row.cell("target")) and is_headed) or is_managed) and not FUNDS.search(label_key(row.name))


def _tells_goal(document: Document, rows: Sequence[FormRow]) -> bool:
    """Whether the forms of these rows tell in prose what the year is to reach: that is what a goal asked for means."""
    tables = {row.table.index for row in rows}
    prose = (figure for figure in document.figures if figure.table in tables and len(figure.value) >= SHORTEST_GOAL)
    return any(GOAL.search(label_key(label)) for figure in prose for label in (*figure.row, *figure.col))


def _is_of(row: FormRow, question: RowQuestion, *, is_whole: bool) -> bool:
    """Whether a row belongs to the whole where that is spoken of, else to the project named if there is one."""
    return not row.project if is_whole else not question.project or bare(row.project) == bare(question.project)


def _unexplained(text: str) -> bool:
    """Whether words remain that neither a column nor the listing explains."""
    for role in load_form_words().roles:
        if role.name in COLUMNS:
            text = role.asked.sub("~", text)
    words = load_form_words()
    return len(bare(words.indicators.sub("", strip(words.indicators.sub("~", text.replace("■", "~")))))) > 1


def _is_sure(listed: Listed) -> bool:
    """Whether the rows are of one project or of the whole, or known by their value."""
    return listed.is_by_value or bool(listed.question.project) or len({row.project for row in listed.rows}) <= 1


def _ask_which(listed: Listed, asked: TextQuestion) -> Answer | None:
    projects = list(dict.fromkeys(row.project for row in listed.rows if row.project))
    if not 1 < len(projects) <= MOST_PROJECTS:
        return None
    name, again = document_name(listed.document.info), re.sub(r"\s+", "", asked.rest).lstrip("的")
    choices = [Choice(project, wording.ASK_AGAIN.format(document=name, project=project, rest=again)) for project in projects]
    if any(not row.project for row in listed.rows):
        choices.append(Choice(wording.WHOLE_BODY, wording.ASK_OF_WHOLE.format(document=name, rest=again)))
    return Answer("clarify", wording.WHICH_PROJECT.format(count=len(projects)), choices=tuple(choices), answered_by="quote")


def _tell(listed: Listed) -> Found:
    """The rows under their headings, each with the columns asked for."""
    if listed.is_by_value:
        return join_lines(listed.document, [tell_row(row, listed.roles or ("target",), wording.ROW) for row in listed.rows])
    rows = [row for row in listed.rows if row.table.index == listed.rows[0].table.index]
    if not rows:
        return _tell_none(listed)
    lines: list[Line] = []
    for heading in dict.fromkeys(map(listed.levels.above, rows)):
        under = [row for row in rows if listed.levels.above(row) == heading]
        lines += [_head(listed, heading, under), *(tell_row(row, _roles(row, listed)) for row in under)]
    return join_lines(listed.document, lines)


def _roles(row: FormRow, listed: Listed) -> tuple[str, ...]:
    """The columns to tell: those asked for, else what is aimed at and reached, or how a row without an aim is scored."""
    return SCORED if not row.cell("target") else listed.roles or DEFAULT


def _head(listed: Listed, heading: str, rows: Sequence[FormRow]) -> Line:
    """How many indicators stand under a heading of which form."""
    first = rows[0]
    project = wording.PROJECT.format(project=plain(first.project)) if first.project else ""
    values = (Value(heading, Decimal(len(rows)), "项"),) if COUNT.search(listed.question.text) else ()
    return Line(wording.UNDER.format(table=plain(first.table.title), project=project, heading=heading, count=len(rows)), values)


def _tell_none(listed: Listed) -> Found:
    """That the form has nothing under the headings named, and which headings it has."""
    first = listed.scope[0]
    project = wording.PROJECT.format(project=plain(first.project)) if first.project else ""
    has = "、".join(dict.fromkeys(listed.levels.above(row) for row in listed.scope))
    named = "、".join(sorted(listed.levels.keys))
    text = wording.NONE_UNDER.format(table=plain(first.table.title), project=project, headings=named, has=has)
    return Found(listed.document, text, (cite_table(listed.document, first.table, has),))
