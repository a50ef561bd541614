"""“302类合计”, “20103款”: a class that only the codes of its rows tell, added up where the table's total proves that its rows are all."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.candidate import Found
from retrieval.facts.fact import Fact, FactIndex
from retrieval.facts.gather_candidates import add_up, without_nested
from retrieval.facts.task import Want
from retrieval.lookup.parts_together import LARGEST_GAP, columns_of_totals, sum_of
from retrieval.names.spelt_mentions import CLASS_CODE
from retrieval.spelling.label_key import is_total

ACCOUNT = re.compile(r"2\d{6}|[235]\d{4}|[235]\d{2}")
CLASSES = {  # 政府收支分类科目: the classes whose rows some forms print without them
    "一般公共服务支出": "201", "外交支出": "202", "国防支出": "203", "公共安全支出": "204", "教育支出": "205", "科学技术支出": "206",
    "文化旅游体育与传媒支出": "207", "社会保障和就业支出": "208", "卫生健康支出": "210", "节能环保支出": "211", "城乡社区支出": "212",
    "农林水支出": "213", "交通运输支出": "214", "资源勘探工业信息等支出": "215", "商业服务业等支出": "216", "自然资源海洋气象等支出": "220",
    "工资福利支出": "301", "商品和服务支出": "302", "对个人和家庭的补助": "303", "对个人和家庭的补助支出": "303", "资本性支出": "310",
    "住房保障支出": "221", "粮油物资储备支出": "222", "灾害防治及应急管理支出": "224",
}  # fmt: skip
TOTAL = re.compile(r"(?:本年|部门|一般公共预算|的)*(?:支出)?(?:合计|总计|总额|总共|一共)?")
OTHER_VIEW = re.compile(r"绩效|采购|购买|三公|基金|国有资本|自评|(?<![出和、与])项目")
PART = re.compile(r"基本支出|项目支出")


def class_of_code(index: FactIndex, want: Want) -> Found | None:
    """The rows of the class that a question names by its code alone, added up; nothing where none is or a row of its own prints it.

    A table of all expenditure goes before one of a part of it, unless the question names the table.
    """
    asked = CLASS_CODE.search(want.text)
    code = asked["code"] if asked else ""
    if not code or any(code in fact.codes for fact in index.facts):
        return None
    if not all(one.is_scope or is_of_class(one.asked, code) for one in want.mentions):
        return None
    scopes = [one.asked for one in want.mentions if one.is_scope]
    sums = [rows for rows in tables_of_class(index, code) if is_of(rows[0], scopes, want.text)]
    return Found((add_up(tuple(sums[0]), 0.0),), ()) if sums else Found((), want.mentions)


def rows_of_named_class(index: FactIndex, names: Sequence[str]) -> tuple[Fact, ...]:
    """The rows of a class that is asked for by its standard name, where the document prints none of its own for it."""
    codes = [CLASSES[name] for name in names if name in CLASSES]
    found = tables_of_class(index, codes[0]) if len(codes) == 1 else []
    return tuple(next((rows for rows in found if is_of(rows[0], (), "")), ()))


def tables_of_class(index: FactIndex, code: str) -> list[list[Fact]]:
    """The rows of a class in each table that proves them, tables of a part of all expenditure last."""
    bearing = [fact for fact in index.facts if isinstance(fact.source, Figure) and any(one.startswith(code) for one in fact.codes)]
    tables = columns_of_totals(index, {fact.source.table for fact in bearing if isinstance(fact.source, Figure)})
    found = [rows for cells in tables.values() if (rows := rows_of_class(list(cells.values()), code))]
    return sorted(found, key=lambda rows: bool(PART.search("".join(rows[0].titles))))


def is_of_class(asked: str, code: str) -> bool:
    """Whether words only name the class again, or a total."""
    return code in asked or is_total(asked) or bool(TOTAL.fullmatch(asked)) or CLASSES.get(asked) == code


def is_of(fact: Fact, scopes: Sequence[str], text: str) -> bool:
    """Whether a row's table is the one named; where none is, no table of some of the expenditure that the question does not speak of."""
    title = "".join(fact.titles)
    others = OTHER_VIEW.findall(title)
    return any(scope in title for scope in scopes) if scopes else all(one in text for one in others)


def rows_of_class(cells: Sequence[Fact], code: str) -> list[Fact]:
    """The rows of the class, where the table's coded rows come to its total; none of them holds another."""
    totals = [fact for fact in cells if all(is_total(key) for key, _ in fact.labels)]
    coded = [fact for fact in cells if fact.codes and ACCOUNT.fullmatch(fact.codes[0])]
    place = next((at for fact in coded for at, one in enumerate(fact.codes) if one.startswith(code)), 0)
    leaves = without_nested([fact for fact in coded if len(fact.codes) > place and not is_parent(fact, coded)])
    if len(totals) != 1 or abs(sum_of(totals) - sum_of(leaves)) > LARGEST_GAP * max(1, len(leaves) // 4):
        return []
    return [fact for fact in leaves if fact.codes[place].startswith(code)]


def is_parent(fact: Fact, rows: Sequence[Fact]) -> bool:
    """Whether a row's code stands above another row's."""
    return any(other.codes[0] != fact.codes[0] and other.codes[0].startswith(fact.codes[0]) for other in rows)
