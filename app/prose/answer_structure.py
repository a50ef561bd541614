"""Offices and subordinate units, as the text and the tables name them."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer, Citation
from app.question.text_question import TextQuestion, asks_for, asks_for_amount
from app.telling import wording_text as wording
from app.telling.cite import plain, within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, cite_table, last_heading, names_of, sentences
from ingest import late_re as re
from ingest.document import Cell, Document, Paragraph, Section, Table
from ingest.outline.headings import numeral_value, read_numbering
from retrieval.spelling.label_key import fold

HEADING = re.compile(r"机构设置|内设|构成|组织机构|机构情况|基本情况|部门概况|单位概况|机构及|所属|机构人员|编制")
OFFICES_ASKED = re.compile(
    r"(?:下设|下辖|设了?|设有)?(?:的)?(?:哪|这)?[一二两三四五六七八九十几\d]+个(?:科|股|处)室?|下设(?:了|有|的)?(?:些)?(?:哪些|什么)?(?:科|股|处)"
    r"|(?:设了?|设有)?(?:的)?(?:些)?(?:哪些|什么|几个)(?:职能|内设)?(?:部室|处室|科室|股室|职能部门|内设部门)|内设|科室|处室|股室|部室|哪些(?:科|股|处)|组织架构"
)
UNITS_ASKED = re.compile(r"下属|下设|下辖|所属|二级|预算单位|构成|单位|下面|下边|底下|编制范围")
WHOLE_ASKED = re.compile(r"机构设置|组织机构|机构情况|组织架构")
OFFICES = re.compile(r"内设|科室|股室|处室|部室|职能部门|[科股]、|设(?:有|置)?.{0,30}(?:科|股|室|处)")
UNITS = re.compile(
    r"下设|下属|所属|二级|预算单位|决算单位|单位构成|编制范围|单位包括|归口|本级[；;、。]"
    r"|(?:中心|所|站|馆|院|队)[；;。]|(?:预|决)算(?:包括|为)"
    r"|(?:行政|参公|事业|全额|差额|自收自支|企业)(?:管理|供给|拨款)?(?:的)?(?:事业)?单位\s*(?:有|共)?\s*[一二两三四五六七八九十\d]+\s*[家个]"
)
STATED = re.compile(r"(?:共|设|有|机构|单位)?\s*([一二两三四五六七八九十]{1,3}|\d{1,3})\s*个")
LIST = re.compile(r"(?:包括|分别(?:是|为)|设有|内设有?|下设|如下|为)\s*[：:]?\s*([^。；：:]*、[^。；：:]*)")
TAIL = re.compile(r"(?:等)?(?:共)?\s*[一二两三四五六七八九十\d]{1,3}\s*个.{0,6}$|等.{0,6}(?:科室|股室|机构|处室)?(?:的预算)?$")
OFFICE_NAME = re.compile(r".{1,24}(?:科|股|室|处|部|办|中心|队|站|所|会|组|院|馆|委|局|库|厅|校|[）)])$")
BESIDE = re.compile(r"\d\s*个[^，。；：、]{0,6}[和及、](?:机关)?党(?:委|总支|支部)")  # “14个处室和机关党委”: the latter is none of the 14
HEADING_ALONE = re.compile(r"\s*[（(]?[一二三四五六七八九十\d]+[）)、.．]*\s*[^，。；：:、]{2,14}\s*")
OWN_LEVEL = re.compile(r"[（(]?(?:局|机关)?(?:本级|机关|本部)[）)]?$")
BELOW = re.compile(r"下属|[局委厅]属|所属|二级|下设|下面|底下")
LEVEL_ASKED, LEVEL = re.compile(r"级别|规格"), re.compile(r"规格|[正副](?:部|厅|局|处|科|股)级")
BEARING = re.compile(  # “名称里带‘养护’的”
    r"(?:名称|名字|名)(?:里|中|上|当中)?(?:面)?(?:带有?|含有?|包含|有)[“‘\"']?(?P<word>[一-鿿]{2,6}?)[”’\"']?(?:二字|字样|两个?字|的)"
)
CALLED, STEM_LENGTHS = re.compile(r"([^\W\d]{2,8}?)(?:类|口|方面|有关)?的?(?:科|股|处)室"), (2, 3, 4)
LIST_BEGUN = re.compile(r"[：:]$|[：:]\s*[（(]?[一1][）)、.．][^。]*[；;]$")  # “包括：1.甲；” goes on below
MONEY_TABLE = re.compile(r"收入|支出|收支|采购|项目")


def answer_structure(asked: TextQuestion) -> Answer | None:
    """The offices or units asked for, or None where the question asks for something else."""
    if not asks_for(asked, "structure") or asks_for_amount(asked):
        return None
    founds = [found for document in asked.documents if (found := _find(document, asked))]
    answer = offer_founds(asked, founds)
    if answer is None and LEVEL_ASKED.search(asked.rest):
        return Answer("not_found", wording.NO_RANK.format(documents=names_of(asked.documents)), answered_by="quote")
    if answer is None:
        return Answer("not_found", wording.NO_STRUCTURE.format(documents=names_of(asked.documents)), answered_by="quote")
    if wording.UNITS_CONFLICT.split("：")[0] in answer.text:
        return answer.with_warnings(wording.UNITS_CONFLICT_WARNING)
    return answer


def _find(document: Document, asked: TextQuestion) -> Found | None:
    is_units = bool(UNITS_ASKED.search(OFFICES_ASKED.sub("", asked.rest)))
    is_offices = bool(OFFICES_ASKED.search(asked.rest)) or (not is_units and bool(WHOLE_ASKED.search(asked.rest)))
    is_units = is_units or not OFFICES_ASKED.search(asked.rest)
    wanted = [pattern for pattern, is_asked in ((OFFICES, is_offices), (UNITS, is_units)) if is_asked]
    chosen = _chosen(_paragraphs(document, asked), wanted)
    if LEVEL_ASKED.search(asked.rest):  # their names alone say nothing of how high they rank
        chosen = [one for one in chosen if LEVEL.search(one[2])]
    if is_offices and not is_units:
        chosen = chosen[:1]
    if not chosen:
        return None
    section = chosen[0][0]
    quotes = "\n".join(wording.QUOTE.format(text=quote) for _, _, quote in chosen)
    lines = [wording.STRUCTURE.format(section=within_quotes(last_heading(section)), quotes=quotes)]
    if is_offices:
        lines += _count(chosen[0][2], asked.rest)
    citations = [cite_passage(document, where, quote, paragraph.place) for where, paragraph, quote in chosen[:4]]
    if is_units and chosen[-1][2].endswith(("：", ":")) and (listed := _tabled(document, is_below=bool(BELOW.search(asked.question)))):
        lines.append(wording.LISTED_UNITS.format(units="、".join(cell.text for _, cell in listed)))
        citations += [cite_table(document, table, cell.text, cell.place) for table, cell in listed[:3]]
    elif is_units and (conflict := _conflict(document, "".join(quote for _, _, quote in chosen))):
        lines.append(conflict[0])
        citations += conflict[1]
    return Found(document, "\n".join(lines), tuple(citations))


def _chosen(pairs: Sequence[tuple[Section, Paragraph]], wanted: Sequence[re.Pattern[str]]) -> list[tuple[Section, Paragraph, str]]:
    """The paragraphs that speak of it, and the numbered ones that continue a list begun after a colon."""
    chosen: list[tuple[Section, Paragraph, str]] = []
    is_list = False
    for section, paragraph in pairs:
        is_list = is_list and read_numbering(paragraph.text) is not None
        quote = plain(paragraph.text) if is_list else _quote(paragraph, wanted)
        if quote:
            chosen.append((section, paragraph, quote))
            is_list = is_list or bool(LIST_BEGUN.search(quote))
    return chosen


def _paragraphs(document: Document, asked: TextQuestion) -> list[tuple[Section, Paragraph]]:
    """The paragraphs on offices and units; those of a subordinate unit only where it is named."""
    sections = [section for section in document.sections if HEADING.search(last_heading(section))]
    every = [(section, paragraph) for section in sections for paragraph in section.paragraphs]
    below = subordinates(document, document.info.units)
    units = [unit for unit in below if unit in asked.choice.units or fold(unit) in fold(asked.question)]
    if units:
        return [pair for pair in every if any(fold(pair[1].text).startswith(fold(unit)) for unit in units)]
    others = [fold(unit) for unit in below]
    return [pair for pair in every if not fold(pair[1].text).startswith(tuple(others))] if others else every


def _quote(paragraph: Paragraph, wanted: Sequence[re.Pattern[str]]) -> str:
    """The sentences of a paragraph that speak of it, and the one that leads up to the list below (“具体是：”); of a heading nothing."""
    told = sentences(paragraph.text)
    if HEADING_ALONE.fullmatch(plain(paragraph.text)):
        return ""
    quoted = [sentence for sentence in told if any(pattern.search(sentence) for pattern in wanted)]
    leads = quoted and told[-1] not in quoted and told[-1].rstrip().endswith(("：", ":"))
    return "".join([*quoted, *(told[-1:] if leads else [])])


def _count(quote: str, rest: str) -> list[str]:
    """The number of offices, counted from their names (of those alike that are asked for), and whether the text states the same."""
    names = list_names(quote)
    if not names:
        return []
    if bearing := BEARING.search(fold(rest)):
        borne = [name for name in names if bearing["word"] in name]
        return [wording.COUNTED_BEARING.format(stem=bearing["word"], count=len(borne), names="、".join(borne))] if borne else []
    if alike := _alike(names, rest):
        return [wording.COUNTED_ALIKE.format(stem=alike[0], count=len(alike[1]), names="、".join(alike[1]))]
    lines = [wording.COUNTED.format(count=len(names), names="、".join(names))]
    stated = STATED.search(quote)
    number = (2 if stated.group(1) == "两" else numeral_value(stated.group(1))) if stated else len(names)
    number = (number or 0) + bool(BESIDE.search(quote))
    if number != len(names):
        lines.append(wording.COUNT_CONFLICT.format(stated=number, count=len(names)))
    return lines


def _alike(names: Sequence[str], rest: str) -> tuple[str, list[str]] | None:
    """The words before “科室” that begin some of the names only, with these names (养护科室: 养护计划科、养护工程科)."""
    said = CALLED.findall(fold(rest))
    stems = sorted({name[:length] for name in names for length in STEM_LENGTHS if len(name) > length}, key=len, reverse=True)
    stem = next((stem for stem in stems if any(one.endswith(stem) for one in said)), "")
    alike = [name for name in names if stem and name.startswith(stem)]
    return (stem, alike) if 0 < len(alike) < len(names) else None


def list_names(text: str) -> list[str]:
    """The offices that a sentence lists, without what is said after them; empty where they cannot be told apart with certainty."""
    found = LIST.search(text)
    if not found:
        return []
    listed = re.sub(r"\s+", "", found.group(1))
    if re.search(r"等.{0,8}$", listed):
        return []
    names = [name for part in TAIL.sub("", listed).split("、") for name in re.split(r"(?<=[科股室处])[和及]", part)]
    return names if all(OFFICE_NAME.match(name) for name in names) else []


def _tabled(document: Document, *, is_below: bool) -> list[tuple[Table, Cell]]:
    """The units that stand in a table below a sentence that ends in a colon; the subordinate ones where they are asked for."""
    below, own = subordinates(document, document.info.units), document.info.organization
    has_level = any(OWN_LEVEL.search(unit) for unit in document.info.units)
    units = below if is_below else [unit for unit in document.info.units if unit != own or not has_level]
    # 某局机关（本级） and 某局机关 are one.
    names = {fold(unit): OWN_LEVEL.sub("", OWN_LEVEL.sub("", unit)) or fold(unit) for unit in units}
    cells = {
        names[fold(cell.text)]: (table, cell) for table in reversed(document.tables) for cell in table.cells if fold(cell.text) in names
    }  # fmt: skip
    return sorted(cells.values(), key=lambda found: (found[0].index, found[1].row, found[1].column))


def _conflict(document: Document, quoted: str) -> tuple[str, list[Citation]] | None:
    """The units that only the text or only the tables name, said side by side."""
    tables = {table.index for table in document.tables if MONEY_TABLE.search(table.title)}
    rows = {part: figure for figure in document.figures if figure.table in tables for part in figure.row}
    in_tables = [unit for unit in subordinates(document, document.info.units) if unit in rows]
    in_text = [unit for unit in subordinates(document, document.info.units) if fold(unit) in fold(quoted)]
    if not in_tables or not in_text or {fold(unit) for unit in in_tables} == {fold(unit) for unit in in_text}:
        return None
    text = wording.UNITS_CONFLICT.format(text_units="、".join(in_text), table_units="、".join(in_tables))
    figures = [rows[unit] for unit in in_tables]
    return text, [cite_table(document, document.tables[figure.table], " ".join(figure.row), figure.place) for figure in figures[:3]]


def subordinates(document: Document, units: Sequence[str]) -> list[str]:
    """Those of the units that are not the department itself, its own level or a shorter spelling of its name."""
    main = fold(document.info.organization or "")
    names = []
    for unit in units:
        bare = fold(OWN_LEVEL.sub("", unit))
        if main and (bare == main or main.endswith(bare) or _is_shorter(bare, main)):
            continue
        names.append(unit)
    return names


def _is_shorter(bare: str, main: str) -> bool:
    """Whether a name is the department's with characters left out (卫生局 for 卫生健康局)."""
    rest = iter(main)
    return all(character in rest for character in bare)
