"""The goal of one project that is named (“…项目的年度绩效目标是什么”): the cell of its own form, or that it has none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.answer import Answer
from app.forms.form_rows import load_form_words, read_rows
from app.forms.match_rows import bare, named_project
from app.question.text_question import TextQuestion, load_text_words
from app.telling import wording_text as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document, Figure, Section, Table
from retrieval.spelling.label_key import fold, label_key

ASKED = re.compile(r"(?:(?:项目|年度|全年|今年|总体|整体|绩效|预期|工作|设定)的?)*目标(?!值|人|群|责|管|设[定立]|编|表|申报|任务)")
OTHERWISE = re.compile(
    r"指标|[率分占比]|多少|几|为什么|为何|原因|完成|实现|达(?:成|标|到(?!什么))|哪(?:一?个|几|些)(?:项目|单位)|重点|任务|职责|没有?|未|最|都"
)
TABLES, LISTS = re.compile(r"绩效|目标|自评|评价"), re.compile(r"项目")
GOAL = re.compile(r"(?:项目|年度|年|总体|整体|绩效|预期|工作)*目标(?:及|和)?(?:内容|任务)?")
REACHED = re.compile(r"完成|实际|实现")
REACHED_ASKED = re.compile(
    r"[,;?]?(?:实际|都|有没有|是否)*(?:完成|实现|达到|达成)(?:得|的)?(?:了(?:吗|没有?|什么)?|情况|没有?)?(?:是|怎么样|怎样|如何|什么)*(?=[?。]?$)"
)
HEADING = re.compile(r"目标")
WHOLE = re.compile(r"整体|部门绩效|单位绩效")
TALK = re.compile(
    r"(?:20\d\d)?年度?|这|那|该|个|一项|项目|专项|写|定|设|列|有|是|为|叫|啥|什么|哪些|哪几?(?:项|条)|怎么|如何|内容|具体|说|给|我"
    r"|的|了|吗|呢|里|中|预算|支出|部门|单位|全局"
)


@dataclass(frozen=True, slots=True)
class _Goal:
    """A goal with the project whose form states it."""

    table: Table
    project: str
    figure: Figure

    @property
    def is_reached(self) -> bool:
        """Whether it is what was reached of the goal."""
        return bool(self.figure.col and REACHED.search(label_key(self.figure.col[-1])))


def answer_project_goals(asked: TextQuestion) -> Answer | None:
    """The goal that the form of the project named states, or that no form does; None where a word remains or no project is named."""
    text = fold(asked.rest)
    goal = ASKED.search(text)
    if goal is None or WHOLE.search(text):
        return None
    before = REACHED_ASKED.sub("", f"{text[: goal.start()].rstrip('的')}项目{text[goal.end() :]}")
    if OTHERWISE.search(before):
        return None
    is_reached = REACHED_ASKED.search(text) is not None
    told = [(document, goals) for document in asked.documents if (goals := _goals_named(document, before))]
    if told:
        kept = [(document, [goal for goal in goals if is_reached or not goal.is_reached]) for document, goals in told]
        kept = [(document, goals) for document, goals in kept if not is_reached or any(goal.is_reached for goal in goals)]
        return offer_founds(asked, [_tell(document, goals) for document, goals in kept])
    if is_reached:
        return None
    lacking = [one for document in asked.documents if (one := _lacking(document, before) or _of_projects(document, before))]
    return offer_founds(asked, lacking)


def _goals_named(document: Document, text: str) -> list[_Goal]:
    """The goals of the only project of the forms that a text names, where it says nothing else."""
    goals = list(_goals(document))
    named = _named(text, [goal.project for goal in goals])
    return [goal for goal in goals if goal.project == named]


def _goals(document: Document) -> Iterator[_Goal]:
    """Every goal that the form of a project states, in a row of its own or in a column of the list of forms."""
    tables = {table.index: table for table in document.tables if TABLES.search(table.title) and not WHOLE.search(table.title)}
    whose = {row.table.index: row.project for row in read_rows(document, TABLES) if row.project and row.table.context}
    own = {label_key(name) for name in (*document.info.units, document.info.organization or "")}
    for figure in document.figures:
        table = tables.get(figure.table)
        if table is None or not figure.row or not plain(figure.value) or figure.quantity is not None:
            continue
        header = label_key(figure.col[-1]) if figure.col else ""
        context = plain(table.context or "") or whose.get(table.index, "")
        if GOAL.fullmatch(label_key(figure.row[-1])) and context and label_key(context) not in own:
            yield _Goal(table, context, figure)
        elif GOAL.fullmatch(header) and not context and label_key(figure.row[-1]) not in own:
            yield _Goal(table, plain(figure.row[-1]), figure)


def _named(text: str, projects: list[str]) -> str | None:
    """The project that a text names and says nothing else than it."""
    named = named_project(bare(text), projects)
    if named is None:
        return None
    return None if _says(bare(text).replace(named[1], "", 1)) else named[0]


def _says(text: str) -> bool:
    """Whether a text names anything."""
    return bool(bare(load_form_words().asking.sub("", TALK.sub("", load_text_words().fillers.sub("", text)))))


def _tell(document: Document, goals: list[_Goal]) -> Found:
    items = "\n".join(_item(goal) for goal in goals)
    text = wording.PROJECT_GOALS.format(table=plain(goals[0].table.title), project=goals[0].project, items=items)
    return Found(
        document, text, tuple(cite_table(document, goal.table, f"{goal.project}：{goal.figure.value}", goal.figure.place) for goal in goals)
    )


def _of_projects(document: Document, text: str) -> Found | None:
    """The goals of every project, where the goals asked for are the whole body's and only its projects have such."""
    if _says(bare(text)) or any(HEADING.search(table.title) and "项目" not in table.title for table in document.tables):
        return None
    goals = [goal for goal in _goals(document) if not goal.is_reached]
    if not goals:
        return None
    items = "\n".join(wording.GOAL_ITEM_DETAIL.format(name=goal.project, detail=plain(goal.figure.value)) for goal in goals)
    text = wording.GOALS_OF_PROJECTS.format(table=plain(goals[0].table.title), items=items)
    return Found(
        document, text, tuple(cite_table(document, goal.table, f"{goal.project}：{goal.figure.value}", goal.figure.place) for goal in goals)
    )


def _item(goal: _Goal) -> str:
    """What a cell states, behind its column's header where it has one."""
    header = plain(goal.figure.col[-1]) if goal.figure.col else ""
    if not header or GOAL.fullmatch(label_key(header)):
        return wording.GOAL_ITEM.format(name=plain(goal.figure.value))
    return wording.GOAL_ITEM_DETAIL.format(name=header, detail=plain(goal.figure.value))


def _lacking(document: Document, text: str) -> Found | None:
    """That no goal of the project named is told, where a document lists it, but neither a form nor a section tells of it."""
    rows = [row for row in read_rows(document, LISTS) if row.cell("amount")]
    project = _named(text, list(dict.fromkeys(row.name for row in rows)))
    if project is None or any(bare(project) in (bare(row.project), bare(row.name)) for row in read_rows(document, TABLES)):
        return None
    if any(_speaks(section, project) for section in document.sections):
        return None
    row = next(row for row in rows if row.name == project)
    told = wording.NO_PROJECT_GOALS.format(table=plain(row.table.title), project=plain(project))
    return Found(document, told, (cite_table(document, row.table, plain(project), row.cells[0][1].place),))


def _speaks(section: Section, project: str) -> bool:
    """Whether a section tells the goals of a project in words."""
    headings = "".join(section.heading_path)
    said = [f"{headings}{one.text}" if HEADING.search(headings) else one.text for one in section.paragraphs]
    return any(HEADING.search(one) and bare(project) in bare(one) for one in said)
