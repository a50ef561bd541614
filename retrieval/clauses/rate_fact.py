"""How well a fact fits what is asked: the mentions it bears, in which role, and what it bears unasked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ingest.document import Figure
from retrieval.clauses.make_task import ANY_COUNT
from retrieval.evidence import StatementEvidence
from retrieval.facts.fact import Fact
from retrieval.facts.label_mention import Mention
from retrieval.facts.side_of import side_of
from retrieval.spelling.count_alike import OF_FIGURES, PERSONS, count_alike
from retrieval.spelling.label_key import fold, is_total, label_key
from retrieval.spelling.scopes import is_within

SIDE_COLUMN = re.compile(r"(?:年初|全年)?预算数?|(?:支出)?决算数?")
OCCASIONS = ("批次", "批", "场次", "次", "期")
UNASKED_NAME = 4.0
UNASKED_GROUP = 0.6
UNASKED_COLUMN = 3.0
UNASKED_SCORE = 4.0
UNASKED_PARENT = 0.1
UNASKED_UNIT = 2.0
ASKED_TABLE = 2.0
SAME_TOTAL = 2.0  # of a body's row: 总计 asked is the column 总计, not the 合计 of one part
SHORTEST_TITLED = 4  # so long a name also says in which tables to look (公用经费 in 基本支出表--公用经费)
KIND = re.compile(r"(?:类|类型|类别)$|^(?:一般|重点|其他|重大)(?:性)?项目$")  # 特定目标类: every project stands under one
BESIDES = re.compile(r"(?:经费|支出|预算|情况)*(?:以?及|和|、)[^表]*费")
ALL_FUNDS = re.compile(r"资金(?:年度)?支出(?:年度)?计划|(?:年度|项目)?(?:年度)?资金(?:总额|合计|总计)?")
SCORE = re.compile(r"(?:指标|绩效)?(?:分值|得分|权重|评分|扣分)(?:权重)?(?:\d+)?")
OF_FOREIGN = re.compile(r"外宾|外事|国[（(]?境[）)]?外接待")
MEASURED_IN = re.compile(r"(?:绩效|指标)?(?:度量|计量)单位|指标(?:性质|符号|方向|属性)")
EXPLAINS = re.compile(
    r"(?:绩效|三级)?指标(?:值)?(?:描述|说明|解释|释义|定义|含义|(?:确定|设定|设置|选取)?依据)|(?:评分|评价|计分)(?:标准|细则|规则|方法)|计算方法|数据来源|备注"
)
ROLE_WEIGHTS = {"code": 1.0, "label": 1.0, "column": 1.0, "total": 1.0, "header": 0.9, "title": 0.6}


def cover(one: Mention, fact: Fact) -> str | None:
    """In which role a fact bears a mention: code, label, column, total or title; None where it does not."""
    if one.code and (one.code in fact.codes or fact.codes or not one.keys or not isinstance(fact.evidence, StatementEvidence)):
        return "code" if one.code in fact.codes else None  # text tells of the row by its name alone
    labels = [key for key, _ in fact.labels]
    roles = (("label", labels), ("column", fact.columns), ("total", fact.totals), ("header", fact.headers), ("title", fact.titles))
    for role, keys in roles:
        if any(key in keys for key in one.keys):
            return role
    if isinstance(fact.evidence, StatementEvidence) and says_aspect(one, fact.evidence.statement.aspect):
        return "header"
    if one.is_scope and isinstance(fact.evidence, StatementEvidence) and one.asked in fold(fact.evidence.statement.sentence):
        return "title"  # “资产里的房屋”: the sentence tells of which whole the part is
    is_titled = len(one.asked) >= SHORTEST_TITLED and not one.is_part and not one.is_total
    titles = [title for title in fact.titles if is_within(one.asked, title) or (is_titled and one.asked in title)]
    return "title" if any(not is_total_of_more(fact, one.asked, title) for title in titles) else None


def is_total_of_more(fact: Fact, asked: str, title: str) -> bool:
    """Whether a cell is the total of a table that tells other things besides (三公经费及会议费、培训费), or one of those."""
    is_whole = bool(fact.headers) and (is_total(fact.headers[-1]) or is_total(fact.headers[0]))
    besides = BESIDES.match(title, title.find(asked) + len(asked))
    return besides is not None and (is_whole or any(len(header) > 1 and header in besides[0] for header in fact.headers))


def says_aspect(one: Mention, aspect: str) -> bool:
    """Whether a mention is the name of what a statement tells of its subject (年初预算数, 决算数)."""
    told = aspect.removesuffix("数")
    return bool(told) and any(SIDE_COLUMN.fullmatch(key) and told.endswith(key.removesuffix("数")) for key in one.keys)


def rate(
    fact: Fact, required: Sequence[Mention], optional: Sequence[Mention], own: frozenset[str], subordinate: frozenset[str],
    class_codes: frozenset[str] = frozenset(),
) -> float | None:  # fmt: skip
    """How well a fact fits: the weight of the mentions it bears less what it bears unasked; None where no mention names the item itself.

    Of a row that a code of `class_codes` classifies again its own name need not be asked for.
    """
    roles = {one: cover(one, fact) for one in (*required, *optional)}
    if isinstance(fact.evidence, StatementEvidence) and not any(fact.labels[0][0] in one.keys for one in required):
        return None
    is_of_project = is_of_named_project(fact, {one: role for one, role in roles.items() if one in required})
    if not is_of_project and not names_item(fact, [role for one, role in roles.items() if one in required]):
        return None
    score = 0.0
    for one, role in roles.items():
        if role is not None:
            score += one.weight * ROLE_WEIGHTS[role] * (1.0 if one in required else 0.4) - 0.02 * rank_of(one, fact)
        elif one in required:
            score -= one.weight
    borne = {key for one in roles for key in one.keys}
    is_of_class = not class_codes.isdisjoint(fact.codes)
    of_body = all(key in own or key in subordinate for key, _ in fact.labels if key in borne)
    own_name = next((label for label in reversed(fact.labels) if label[0] not in fact.classes), ("", 0))
    is_only = (bool(fact.codes) or bool(fact.classes)) and own_name[1] == 1 and own_name[0] in borne  # no other unit has it
    for key, frequency in fact.labels:
        if key not in borne and key not in own and key not in fact.classes and not (is_of_class and key not in subordinate):
            is_group = frequency > 1 or is_total(key) or is_of_project or (of_body and subordinate & borne)
            grouped = UNASKED_PARENT if isinstance(fact.evidence, StatementEvidence) else UNASKED_GROUP
            is_kind = (is_group and bool(KIND.search(key)) and not is_total(key)) or (is_only and key in subordinate)
            is_others = key in subordinate and not is_only
            score -= UNASKED_UNIT if is_others else UNASKED_PARENT if is_kind else grouped if is_group else UNASKED_NAME
    if of_body and any(one.is_total and fact.headers[-1:] == (one.asked[-2:],) for one in roles):
        score += SAME_TOTAL
    asks_income = any("收入" in one.asked for one in roles)
    if fact.is_income and (asks_income or not any(one.is_total for one in roles)):
        is_body = bool(fact.labels) and all(key in own or key in subordinate for key, _ in fact.labels)
        score += (ASKED_TABLE if is_body else 0.0) if asks_income else -UNASKED_COLUMN
    score -= UNASKED_NAME * any(OF_FOREIGN.search(key) for key, _ in fact.labels) * (not any("外" in one.asked for one in roles))
    said = [key for key in fact.headers if key in borne]
    unasked = [key not in borne and not any(key in one for one in said) for key in fact.columns]
    is_leaf_asked = isinstance(fact.source, Figure) and bool(fact.source.col) and label_key(fact.source.col[-1]) in borne
    last = UNASKED_PARENT if is_leaf_asked else UNASKED_SCORE if is_score(fact) else UNASKED_COLUMN
    return score - last * sum(unasked[-1:]) - UNASKED_PARENT * sum(unasked[:-1])


def is_score(fact: Fact) -> bool:
    """Whether a cell gives the points of a form's row, in what it is measured or what it means, and not what the row tells."""
    leaf = label_key(fact.source.col[-1]) if isinstance(fact.source, Figure) and fact.source.col else "".join(fact.headers[-1:])
    return any(pattern.fullmatch(leaf) for pattern in (SCORE, MEASURED_IN, EXPLAINS))


def rank_of(one: Mention, fact: Fact) -> int:
    """The place among a mention's names of the one that the fact bears: earlier names are likelier."""
    borne = {*(key for key, _ in fact.labels), *fact.columns, *fact.totals, *fact.titles}
    return next((place for place, key in enumerate(one.keys) if key in borne), 0)


def names_item(fact: Fact, roles: Sequence[str | None]) -> bool:
    """Whether the mentions name the item: by label or code, by column or total, or by title where the cell is the table's only total."""
    found = set(roles)
    if not all(is_total(key) for key, frequency in fact.labels if frequency == 1):
        return bool(found & {"label", "code"})
    if fact.labels and not any(frequency == 1 for _, frequency in fact.labels):
        return bool(found & {"label", "code", "column"})
    return bool(found & {"label", "column", "total", "code"}) or (bool(found & {"title", "header"}) and not fact.columns)


def is_of_named_project(fact: Fact, roles: Mapping[Mention, str | None]) -> bool:
    """Whether a project's form is asked for by its project and a column of the row of all its money (“甲项目的执行率”)."""
    context = None if isinstance(fact.evidence, StatementEvidence) else fact.evidence.table.context
    if not context or not fact.labels or not all(ALL_FUNDS.fullmatch(key) or is_total(key) for key, _ in fact.labels):
        return False
    is_named = any(role == "title" and label_key(context) in one.keys for one, role in roles.items())
    return is_named and any(role in ("column", "header") for role in roles.values())


def is_on_side(fact: Fact, side: str | None, is_explicit: bool, required: Sequence[Mention]) -> bool:
    """Whether a fact is of the side asked for (one of no side only where none was named); a mention of its own column overrides."""
    if fact.side == side or side is None or (fact.side is None and not is_explicit):
        return True
    if isinstance(fact.evidence, StatementEvidence) and any(says_aspect(one, fact.evidence.statement.aspect) for one in required):
        return True
    named = {key for key in fact.headers if side_of((key,)) is not None}
    return any(key in named for one in required for key in one.keys)


def counts_right(fact: Fact, unit: str | None, measure: str) -> bool:
    """Whether a fact can be the count that a question for so many 辆, 人, 个 asks for."""
    if unit is None or measure != "value":
        return True
    quantity = fact.source.quantity
    if unit == ANY_COUNT:
        return quantity is None or (not quantity.is_money and quantity.unit != "%")
    if unit == "元":
        return quantity is not None and quantity.is_money
    if isinstance(fact.source, Figure):
        return is_count(fact.source, unit)
    if unit in ("批次", "批") and quantity is not None and quantity.unit in ("个", "次"):
        return ("团组" if quantity.unit == "个" else "批次") in fact.source.subject
    if unit == "个" and quantity is not None and quantity.unit in PERSONS:
        return True  # “在职几个”
    return quantity is not None and (quantity.unit == unit or any(quantity.unit in same and unit in same for same in OF_FIGURES))


def is_count(figure: Figure, unit: str) -> bool:
    """Whether a cell counts something: with the unit itself (“≥30人”), or bare under a label or header that says number."""
    same = count_alike(unit, OF_FIGURES)
    if unit != "分" and figure.col and SCORE.search(label_key(figure.col[-1])):
        return False
    if unit in OCCASIONS and figure.quantity is not None and figure.quantity.unit == "个" and unit in "".join(figure.row[-1:]):
        return True  # 组织培训次数（个）
    if figure.quantity is None or figure.quantity.unit in same:
        is_named = figure.quantity is not None or any(one in figure.value for one in same)
        return is_named and any(character.isdigit() for character in figure.value)
    return not figure.quantity.unit and any(word in "".join((*figure.row[-1:], *figure.col)) for word in ("数", "量", "分"))
