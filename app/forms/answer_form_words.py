"""What a form says in words (实际完成情况, 主要内容, 用途) where names or the reason for what was not done are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.answer import Answer
from app.forms.match_rows import bare, common_stretch
from app.question.said_otherwise import Things, agreement, asked_things
from app.question.text_question import TextQuestion
from app.telling import wording_forms as wording
from app.telling.cite import plain
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_table
from ingest import late_re as re
from ingest.document import Document, Figure
from retrieval.spelling.label_key import fold, label_key

TABLES = re.compile(r"绩效|自评|评价|目标|(?:重点|主要|年度)(?:工作|任务)")
COLUMNS = re.compile(r"完成情况|主要内容|工作内容|(?:预期|年度|总体)目标|(?:偏差|未完成)原因|原因分析")
ROWS = re.compile(r"目标|任务")  # where the cell has no header of its own
NAMES = re.compile(
    r"(?:都|分别|具体|主要)?(?:是|有|给|跟|和|与|为|由)?(?:哪(?:些|几个|几家|几类|一家|家|一个)(?P<noun>[一-鿿]{2,4}?)(?=用|合作|$|[了的里,;?]|一起|共"
    r"|发(?!展|改)|使用|办理|提供)|(?:什么|哪种|何种|啥|怎样的)(?P<way>模式|方式|形式|机制))"
)
WHY = re.compile(r"(?:为什么|为何|为啥|怎么|咋|干嘛)(?:一直|还|就|都|会|又)*(?:没有?|未|不)(?:能|有)?够?")
UNDONE = re.compile(r"(?:按时|按期|全部|如期)?(?:干|做|完|建|弄|修|搞|施工)?(?:完工?|成|好|到位|达标|完成)[了的]?(?=$|[?,;~])")
ASKED_BEFORE = re.compile(r"(?:完成|干|做)了?(?:多少|几)[^,]*")
SEVERAL = re.compile(r"哪(?:些|几)")
FAILED = re.compile(r"未|没|顺延|滞后|剩余|推迟|延期|延后|暂缓|停工|影响")
CLAUSE, DONE = re.compile(r"[,;。]"), re.compile(r"(?<!未)(?:已|全部|均已)(?:经|全部|如期|按期)?(?:完工|完成|竣工|建成|到位)")
CAUSE = re.compile(r"因(?![此而素])|由于|受[^，。；]{1,16}(?:影响|制约|限制)|影响|原因|导致|停工")
SCENE = re.compile(
    r"(?:年度)?(?:主要|重点)?(?:工作)?任务(?:里面?|中)?,?|用|(?:实际|具体)?(?:支持|支撑|服务)了?(?=~)|合作|(?:项目|单位|部门|支出|绩效)*自评价?表(?:里面?|中|上)?的?"
    r"|(?:预期|年度|总体)目标(?=~|里|中|上|是|怎)|谁(?=负责|付|出|给|来|承担)|(?:是)?(?:怎么|如何)(?:写|说|讲)的?(?=$|[?,;])"
)
ELSE_ASKED = re.compile(
    r"多少|几(?![家个类]?[一-鿿])|第[一二三四五六七八九十]|得分|扣分|分值|满分|预算|决算|收入|支出|增|减|下降|上升|差异"
)
LONG_ENOUGH, FEWEST, MOST_TOLD = 12, 2, 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that tells something in words, with the project or row that it belongs to."""

    figure: Figure
    title: str
    project: str

    @property
    def around(self) -> str:
        """What stands around it."""
        return f"{self.project};{';'.join(self.figure.row)}"


def answer_form_words(asked: TextQuestion) -> Answer | None:
    """The one cell that says all words of the question and names what is asked for; None where none or several do."""
    text = re.sub(r"20\d\d年度?", "~", fold(asked.rest))
    names, why = NAMES.search(text), WHY.search(text)
    if ELSE_ASKED.search(text) or (names is None and why is None):
        return None
    if why is not None or names is None:
        before = f"{asked.earlier[-1]}," if asked.earlier and not bare(UNDONE.sub("", WHY.sub("~", text))) else ""
        return offer_founds(asked, [found for document in asked.documents if (found := _reason(document, asked, fold(before), text))])
    noun = names["noun"] or names["way"]
    return offer_founds(asked, [found for document in asked.documents if (found := _named(document, asked, text, noun))])


def _cells(document: Document) -> Iterator[Cell]:
    for figure in document.figures:
        table = document.tables[figure.table]
        if not figure.row or len(bare(figure.value)) < LONG_ENOUGH or not TABLES.search(fold(table.title)):
            continue
        is_told = COLUMNS.search(label_key(figure.col[-1])) if figure.col else ROWS.search(label_key(figure.row[0]))
        if is_told:
            yield Cell(figure, plain(table.title), plain(table.context or ""))


def _named(document: Document, asked: TextQuestion, text: str, noun: str) -> Found | None:
    """The only cell that says the question's words and speaks of the things whose names are asked for."""
    topic, kind, fitting = SCENE.sub("~", NAMES.sub("~", text)), asked_things(noun), []
    for cell in _cells(document):
        value = fold(cell.figure.value)
        is_named = noun in value or agreement(kind, value).asked == 1
        if is_named and _says(document, cell, topic, cell.project) and _is_of_units(document, cell, asked):
            fitting.append(cell)
    listed = re.compile(rf"、[^,;。]*{noun}|{noun}[^,;。]*、") if SEVERAL.search(text) else re.compile("")
    fitting = [cell for cell in fitting if listed.search(fold(cell.figure.value))]
    values = {bare(cell.figure.value) for cell in fitting}
    return _tell(document, fitting[:1]) if len(values) == 1 else None


def _reason(document: Document, asked: TextQuestion, before: str, text: str) -> Found | None:
    """The cells of the one thing named that say it was not done and why."""
    topic, fitting = f"{ASKED_BEFORE.sub('', before)}{UNDONE.sub('~', WHY.sub('~', text))}", []
    for cell in _cells(document):
        value = fold(cell.figure.value)
        is_reason = bool(CAUSE.search(value)) and (bool(FAILED.search(value)) or "原因" in "".join(cell.figure.col))
        is_said = is_reason and _says(document, cell, topic, cell.figure.row[-1])
        if is_said and not _is_done(asked_things(topic, _body(document)), value) and _is_of_units(document, cell, asked):
            fitting.append(cell)
    return _tell(document, fitting[:MOST_TOLD]) if len({(cell.figure.table, cell.project) for cell in fitting}) == 1 else None


def _says(document: Document, cell: Cell, topic: str, beside: str) -> bool:
    """Whether a cell says all words of a topic: of those that do not name its project none may stand in that name alone."""
    things, value = asked_things(topic, _body(document)), fold(cell.figure.value)
    named = common_stretch(topic, bare(cell.project))
    own = asked_things(topic.replace(named, "~") if named else topic, _body(document))
    is_all = not agreement(things, value, cell.around).unsaid and not agreement(own, f"{value};{cell.figure.row[-1]}").unsaid
    return is_all and agreement(things, f"{value};{beside}").held >= FEWEST


def _is_done(things: Things, value: str) -> bool:
    """Whether the clause that says most of the thing says that it is done."""
    clauses = [(agreement(things, clause).held, clause) for clause in CLAUSE.split(value)]
    return any(held == max(clauses)[0] > 0 and DONE.search(clause) for held, clause in clauses)


def _is_of_units(document: Document, cell: Cell, asked: TextQuestion) -> bool:
    said, region = bare(f"{cell.around}{cell.figure.value}"), document.info.region or ""
    return all(bare(unit.removeprefix(region)) in said for unit in asked.choice.units)


def _body(document: Document) -> str:
    return f"{document.info.region or ''}{document.info.organization or ''}"


def _tell(document: Document, cells: list[Cell]) -> Found:
    """The cells with the row and the column that they stand in."""
    lines = []
    for cell in cells:
        is_whole = cell.project in cell.title or label_key(cell.project) == label_key(document.info.organization or "")
        project = wording.PROJECT.format(project=cell.project) if cell.project and not is_whole else ""
        column, name = plain((cell.figure.col or cell.figure.row)[-1]), plain((cell.figure.row if cell.figure.col else ("",))[-1])
        shown = wording.CELL.format(column=column, value=plain(cell.figure.value))
        template = wording.ROW if name else wording.WHOLE_ROW
        lines.append(template.format(table=cell.title, project=project, name=name, cells=shown))
    quotes = [(document.tables[cell.figure.table], cell.figure) for cell in cells]
    return Found(document, "\n".join(lines), tuple(cite_table(document, table, one.value, one.place) for table, one in quotes))
