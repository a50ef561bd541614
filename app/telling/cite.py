"""Evidence to citations and to the words that name it: what the figure is of, where it stands, how it is printed."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from app.answer import Citation
from app.telling.sign_of import sign_of, unit_beside
from ingest.document import DocumentInfo, Figure, Statement
from ingest.formats.html_text import LAYOUT_TAG
from ingest.labels.read_unit import is_bare_unit
from ingest.labels.table_words import ACCOUNT_NAME, GOODS_CODE, GOODS_NAME
from ingest.quantity import Quantity
from ingest.tables.project_of_row import project_of_row
from retrieval.evidence import FigureEvidence, StatementEvidence
from retrieval.facts.fact import Fact
from retrieval.spelling.label_key import is_neutral_label, label_key

LEVELS = re.compile(r"^.*[（(](?:类|款)[）)]")
CHINESE = "[一二三四五六七八九十]{1,3}"
KIND_OR_BODY = re.compile(
    r"(?:类|类型|局|厅|委员会|委|办公室|中心|院|校|学校|中学|小学|站|所|队|街道办事处|办事处|本级|机关)(?:[（(].*[）)])?$"
    r"|^(?:一次性|经常性|延续性?|阶段性|新增性?)(?:项目)?$|^(?:一般|重点|其他|重大|常规|日常)(?:性)?项目$"
)
SIDE = re.compile(r"预算|决算|收入|支出|\d")  # of columns: which of the amounts of a thing, not the thing
INNER_QUOTES = str.maketrans("“”", "‘’")
NUMBERING = re.compile(rf"^\s*(?:[（(]?{CHINESE}[）)]?[、.．]|[（(]{CHINESE}[）)]|\d{{1,2}}[、.．](?!\d))\s*")


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """Document text on one line without leftover layout tags; any other tag in it is text."""
    return re.sub(r"\s+", " ", LAYOUT_TAG.sub("", text)).strip()


def within_quotes(text: str) -> str:
    """Document text to stand between quotation marks: its own ones become inner ones."""
    return plain(text).translate(INNER_QUOTES)

LONGEST_TITLE = 30  # of a text without a body: what is longer is its first sentence


def document_name(info: DocumentInfo) -> str:
    """“甲市财政局 2024年度部门预算”: whose document it is, of which year and kind."""
    kind = f"{info.scope or ''}{info.kind or ''}"
    title = info.title if info.title and len(info.title) <= LONGEST_TITLE else info.file_name
    return f"{info.organization or title}{f'{info.year}年' if info.year else ''}{kind}"


def fact_label(fact: Fact) -> str:
    """What a fact is of, in the document's own words."""
    if isinstance(fact.evidence, StatementEvidence):
        return statement_label(fact.evidence.statement)
    return figure_label(fact.evidence.figure, fact)


def statement_label(statement: Statement) -> str:
    """The subject of a statement without its 类 and 款, with the side it states."""
    own = LEVELS.sub("", statement.subject)
    subject = re.sub(r"[（(][类款项][）)]", "", statement.subject if is_neutral_label(label_key(own)) else own)
    return joined_words(subject, statement.aspect)


def joined_words(first: str, second: str) -> str:
    """Two words as one, what the first ends and the second begins with said once (…支出 + 支出决算)."""
    shared = next((length for length in range(len(second), 0, -1) if first.endswith(second[:length])), 0)
    return first + second[shared:]


def figure_label(figure: Figure, fact: Fact) -> str:
    """The row's own name, then the columns that say something."""
    frequencies = dict(fact.labels)
    parts = [part for part in figure.row if label_key(part) in frequencies]
    bodies = {label_key(unit) for unit in fact.evidence.document.units}
    code = next((at for at, part in enumerate(parts) if at and is_class(plain(part), parts[at - 1], bodies)), None)
    telling = [part for part in parts if label_key(part) not in fact.classes | bodies and not KIND_OR_BODY.search(plain(part))]
    telling = [part for part in telling if not is_bare_unit(plain(part))] or telling
    project = project_of_row(figure, fact.evidence.table) if isinstance(fact.evidence, FigureEvidence) else ""
    innermost = [project] if project else [parts[code - 1]] if code else telling
    own = innermost[-1] if innermost else min(parts, key=lambda part: frequencies[label_key(part)], default="")
    columns = [part for part in figure.col if label_key(part) in fact.columns]
    if not own and not columns and fact.totals:
        own = fact.totals[0]
    elif not own and not columns:
        columns = [part for part in figure.col if not (is_neutral_label(label_key(part)) or SIDE.search(part))][-1:]
        own = "" if columns else total_label(fact)
    elif not own:
        own = next((part for part in figure.row if not is_neutral_label(label_key(part))), "")
    names = [NUMBERING.sub("", plain(own)).rstrip("：:"), *(plain(column) for column in columns)]
    return "·".join(name for name in names if name)


def is_class(part: str, before: str, bodies: Collection[str]) -> bool:
    """Whether a label is the class or the account of the thing named before it (某项目｜2070111文化创作与保护)."""
    is_behind = label_key(before) not in bodies and not KIND_OR_BODY.search(plain(before))
    return bool(GOODS_CODE.fullmatch(part) or (is_behind and (ACCOUNT_NAME.fullmatch(part) or GOODS_NAME.fullmatch(part))))


def total_label(fact: Fact) -> str:
    """The name of a table's total cell."""
    return fact.totals[0] if fact.totals else fact.evidence.table.title if isinstance(fact.evidence, FigureEvidence) else ""


def scope(fact: Fact) -> str:
    """Where a fact stands, as a reader would look for it: table, row and column, or the section's heading."""
    if isinstance(fact.evidence, StatementEvidence):
        return f"正文“{within_quotes(fact.evidence.section.heading_path[-1])}”" if fact.evidence.section.heading_path else "正文"
    table, figure = fact.evidence.table, fact.evidence.figure
    row = " ".join(within_quotes(part) for part in figure.row) or "（无行名）"
    context = f"（{table.context}）" if table.context else ""
    column = f"“{within_quotes(' > '.join(figure.col))}”列" if figure.col else ""
    return f"《{plain(table.title)}》{context}“{row}”行{column}"


def printed(fact: Fact) -> str:
    """The figure as printed, with the unit that its table declares."""
    source = fact.source
    if isinstance(source, Statement):
        return source.value
    if source.quantity is None and isinstance(fact.evidence, FigureEvidence):
        return f"{plain(source.value)}{unit_beside(fact.evidence.figure, fact.evidence.table)}"
    if source.quantity is None or (source.quantity.unit and source.value.strip().endswith(source.quantity.unit)):
        return plain(source.value)
    is_rate = not source.quantity.unit and isinstance(source, Figure) and source.col and label_key(source.col[-1]).endswith("率")
    sign = sign_of(fact.evidence.figure, fact.evidence.table) if isinstance(fact.evidence, FigureEvidence) else ""
    return f"{sign}{plain(source.value)}{'%' if is_rate else source.quantity.unit}"


def show_quantity(quantity: Quantity) -> str:
    """A computed quantity with its unit."""
    return f"{format(quantity.number, 'f')}{quantity.unit}"


def cite_fact(fact: Fact) -> Citation:
    """The citation of a figure or statement."""
    return cite_figure(fact.evidence) if isinstance(fact.evidence, FigureEvidence) else cite_statement(fact.evidence)


def cite_figure(evidence: FigureEvidence) -> Citation:
    """The very cell: table, row and column, page or line."""
    info, table, figure = evidence.document, evidence.table, evidence.figure
    row, col = tuple(map(plain, figure.row)), tuple(map(plain, figure.col))
    return Citation(
        document=info.file_name, document_id=info.id, title=info.title or document_name(info), url=info.url, published=info.published,
        section=" > ".join(table.heading_path), table=table.title, context=table.context, page=figure.place.page, bbox=figure.place.bbox,
        lines=figure.place.lines, quote=f"{' '.join(row)} | {' > '.join(col)} | {plain(figure.value)}", row=row, col=col,
        table_index=table.index, cell=figure.cell,
    )  # fmt: skip


def cite_statement(evidence: StatementEvidence) -> Citation:
    """The sentence that states a figure."""
    info, statement = evidence.document, evidence.statement
    return Citation(
        document=info.file_name, document_id=info.id, title=info.title or document_name(info), url=info.url, published=info.published,
        section=" > ".join(evidence.section.heading_path), page=statement.place.page, bbox=statement.place.bbox,
        lines=statement.place.lines, quote=plain(statement.sentence),
    )  # fmt: skip
