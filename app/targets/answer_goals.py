"""The goals and tasks of the year, as the tables of overall goals and self-evaluation list them."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.question.asked_words import covered
from app.question.text_question import TextQuestion, asks_for, asks_for_amount, topic_of
from app.question.topics import Rarity, pairs, terms
from app.telling import wording_text as wording
from app.telling.cite import plain, within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, cite_table, last_heading, names_of
from ingest import late_re as re
from ingest.document import Document, Figure, Section
from ingest.outline.headings import numeral_value
from retrieval.spelling.label_key import fold, label_key

TABLE = re.compile(r"绩效目标|自评")
GOAL_ROW = re.compile(r"^(?:年度|部门)?(?:履职|总体|绩效|工作|整体)*目标$")
TASK_ROW = re.compile(r"^(?:年度)?(?:主要|重点|工作)任务$")
TASKS_ASKED = re.compile(r"任务")
CONTENT = re.compile(r"主要内容|具体内容|内容|做(?:什么|哪些)|怎么(?:做|完成)")
DONE = re.compile(r"完成(?:情况|得?怎么样|如何|了(?:没有|吗)|值)?")
ORDINAL = re.compile(r"第\s*[（(]?([一二三四五六七八九十]+|\d{1,2})[）)]?\s*(?:项|个|条)|任务([一二三四五六七八九十])")
TASK_COVER = 0.7
SEE_TABLE = ("下表", "附表", "如下")
WORK_ASKED = re.compile(r"工作|任务|做了|干了|做什么|做哪些|干什么|干哪些")
WORK_HEADING = re.compile(
    r"(?:年度?|重点|主要|工作)(?:工作|任务|目标)+(?:和|及|与)?(?:任务|目标)?(?:介绍|总结|安排|计划|情况|简介)?$|^工作(?:总结|安排|计划|打算)$"
)


def answer_goals(asked: TextQuestion) -> Answer | None:
    """The goals or tasks asked for, or None where the question asks for something else."""
    if not asks_for(asked, "goals") or asks_for_amount(asked):
        return None
    is_tasks = bool(TASKS_ASKED.search(asked.rest))
    is_work = bool(WORK_ASKED.search(asked.rest))
    founds = [
        found for document in asked.documents
        if (found := (_told(document, asked) if is_work else None) or _find(document, asked, is_tasks=is_tasks) or _told(document, asked))
    ]  # fmt: skip
    if founds:
        return offer_founds(asked, founds)
    if terms(topic_of(asked, "goals")):
        return None  # a project's own goals stand in its form's figures
    kind = "年度主要任务" if is_tasks else "年度履职目标"
    return Answer("not_found", wording.NO_GOALS.format(documents=names_of(asked.documents), kind=kind), answered_by="quote")


def _find(document: Document, asked: TextQuestion, *, is_tasks: bool) -> Found | None:
    rows = TASK_ROW if is_tasks else GOAL_ROW
    tables = {table.index for table in document.tables if TABLE.search(fold(table.title)) and _is_overall(document, table.index)}
    figures = [figure for figure in document.figures if figure.table in tables and figure.row and rows.match(label_key(figure.row[0]))]
    if not figures:
        return None
    figures = [figure for figure in figures if figure.table == figures[0].table]
    has_names = any(len(figure.row) > 1 for figure in figures)
    return _tell_tasks(document, asked, figures) if is_tasks and has_names else _tell_goals(document, figures)


def _told(document: Document, asked: TextQuestion) -> Found | None:
    """The section that tells the year's work in words; of it the paragraphs on what is asked for."""
    section = next((one for one in document.sections if one.paragraphs and WORK_HEADING.search(label_key(last_heading(one)))), None)
    if section is None:
        return None
    topic = topic_of(asked, "goals")
    fitting = [one for one in section.paragraphs if covered(frozenset(pairs(topic)), one.text) >= TASK_COVER] if terms(topic) else []
    if terms(topic) and not fitting:
        return None
    chosen = fitting or list(section.paragraphs)
    lines = [plain(one.text) for one in chosen]
    if lines[-1].rstrip("。：:").endswith(SEE_TABLE):
        lines += _tabled(document, section)
    items = "\n".join(wording.GOAL_ITEM.format(name=line) for line in lines)
    text = wording.WORK.format(section=within_quotes(last_heading(section)), items=items)
    return Found(document, text, tuple(cite_passage(document, section, one.text, one.place) for one in chosen))


def _tabled(document: Document, section: Section) -> list[str]:
    """The rows of the table that a section sends its reader to (见下表)."""
    below = {table.index for table in document.tables if table.heading_path == section.heading_path}
    rows = [figure.row for figure in document.figures if figure.table in below and figure.row]
    return list(dict.fromkeys("：".join(plain(part) for part in row) for row in rows))


def _is_overall(document: Document, index: int) -> bool:
    """Whether a table speaks of the whole department and not of one project."""
    title = fold(document.tables[index].title)
    return "整体" in title or "项目" not in title


def _tell_goals(document: Document, figures: Sequence[Figure]) -> Found:
    table = document.tables[figures[0].table]
    lines = [_line(figure.col[-1] if figure.col else plain(figure.row[0]), figure.value, is_detailed=True) for figure in figures]
    text = wording.GOALS.format(table=plain(table.title), kind=plain(figures[0].row[0]), items="\n".join(lines))
    return Found(document, text, tuple(cite_table(document, table, figure.value, figure.place) for figure in figures[:4]))


def _tell_tasks(document: Document, asked: TextQuestion, figures: Sequence[Figure]) -> Found:
    table = document.tables[figures[0].table]
    by_name: dict[str, list[Figure]] = {}
    for figure in figures:
        if len(figure.row) > 1:
            by_name.setdefault(figure.row[-1], []).append(figure)
    chosen = _pick(list(by_name), asked)
    wanted = DONE if DONE.search(asked.rest) else CONTENT
    is_detailed = bool(CONTENT.search(asked.rest) or DONE.search(asked.rest) or len(chosen) < len(by_name))
    lines = [_line(name, _detail(by_name[name], wanted), is_detailed=is_detailed) for name in chosen]
    text = wording.TASKS.format(table=plain(table.title), kind=plain(figures[0].row[0]), count=len(by_name), items="\n".join(lines))
    first = by_name[chosen[0]][0]
    quote = "；".join(plain(name) for name in chosen)
    return Found(document, text, (cite_table(document, table, quote, first.place),))


def _pick(names: list[str], asked: TextQuestion) -> list[str]:
    """The tasks asked for: one by its number or its words, else all."""
    found = ORDINAL.search(asked.rest)
    if found:
        number = numeral_value(found.group(1) or found.group(2))
        numbered = [name for name in names if _number(name) == number]
        return numbered or names[number - 1 : number] or names
    topic = topic_of(asked, "goals")
    if not terms(topic):
        return names
    rarity = Rarity(names)
    matching = [name for name in names if fold(topic) in fold(name) or rarity.cover(topic, name) >= TASK_COVER]
    return matching or names


def _number(name: str) -> int:
    numeral = re.match(r"\s*[（(]?([一二三四五六七八九十]+|\d{1,2})(?=[）)、.．：:是要])", name)
    return numeral_value(numeral.group(1)) if numeral else 0


def _detail(figures: Sequence[Figure], wanted: re.Pattern[str]) -> str:
    fitting = [figure for figure in figures if figure.col and wanted.search(figure.col[-1])]
    return (fitting or list(figures))[0].value


def _line(name: str, detail: str, *, is_detailed: bool) -> str:
    shown = plain(name).rstrip("。；") if is_detailed else plain(name)
    return wording.GOAL_ITEM_DETAIL.format(name=shown, detail=plain(detail)) if is_detailed else wording.GOAL_ITEM.format(name=shown)
