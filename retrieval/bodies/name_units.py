"""Which units of the chosen documents a question names: subordinate ones, and the department's own level (本级)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest import late_re as re
from ingest.document import DocumentInfo
from ingest.identity.organization_forms import fold_name
from retrieval.bodies.fit_documents import BOTH_SCOPES, Fit, Option
from retrieval.bodies.mention import Mention
from retrieval.bodies.unit_phrases import NOT_OWN
from retrieval.catalog import Catalog, own_level_name

# 机关运行经费, 机关工资福利支出 … are accounts, whatever body stands before them.
OFFICE = r"局机关(?!\(机构\)|运行|事业|服务|事务|工资|商品|资本|基本养老|职业年金|养老|党|后勤|经费|用房)"
OWN_LEVEL_BEHIND = re.compile(rf"\s*\(?(?:(?:局|机关)?本级\)?|{OFFICE}|机关(?=的|本级|自己|,|$|和|加|与|\d|今年|这边))")
OWN_LEVEL_APART = re.compile(
    rf"{OFFICE}|局本级|机关本级|(?<![\u4e00-\u9fff])机关(?=加|和|与|及|、|跟|\+)|(?:局|机关|本部门|局里)自己|(?<![市省县区])本级(?=和|加|与|、|及|跟|\+|\)|的|自己|项目支|基本支|人员经|公用经|三公|收入|支出|总)"
    r"|(?<![一-鿿])机关(?=在职|实有|编制|退休|在编)|(?<=[费款额入出数员制])(?:局机关|机关|本级)(?:的|是|有)*(?=$|[?？!。]|多少|几)"
    r"|(?:不含|不包括|不算|除去|扣除|剔除)(?:下属|所属|二级|其他)(?:的)?(?:单位|预算单位|机构|中心)"
)
OWN_LEVEL_JOINED = re.compile(rf"(?:{OFFICE}|局本级|机关本级)(?:和|与|跟|同|及|、|加上?|以及)")
JOINED_BODY = re.compile(
    r"(?:局|厅|委|办|院|会|处|所|站|校|馆|机关)(?:里|自己|本身)?(?:和|与|跟|同|及|以及|、|加上?|\+)(?:它|其|下属|所属|下面|自己)?的?$"
)
LEAVING_OUT = (
    "不含|不包括|不包含|不算上?|(?:别|不要|不用|不必)(?:再)?[把将]|(?:别|不要|不用|不必)(?:再|把|连)*(?:算上?|加上?|带上?|含|包括|计入)|除去|除开|扣除|剔除|刨除|去掉"
)
EXCLUDED = re.compile(
    rf"(?:{LEAVING_OUT}|(?<!是)不是|并非|而非)(?:了|掉)?(?:它|其)?(?:下面|下边|底下|下属|所属|下设)?(?:那个|这个)?的?\s*$"
)
JOINED = re.compile(r"[和与跟及、,]|以及|还有")
WITH_ITS_UNITS = re.compile(  # 本级及所属单位, 含下属单位: all of the department
    r"(?:\(?(?:局|机关)?本级\)?(?:及|和|与|以及|加上?|连同)(?:其|它的?|所有|全部)?|(?:(?<!不)(?:含|包括|包含)|连同)(?:其|所有|全部)?)"
    r"(?:所属|下属|直属|二级)(?:的|各|二级|预算|事业|直属)*单位(?![吗么嘛]|有?哪|有?几)"
)
UNIT_WORDS = re.compile(
    rf"{WITH_ITS_UNITS.pattern}|(?<![市省县区镇乡])本级(?=的?(?:单位)?(?:预算|决算))|{NOT_OWN.pattern}|(?:{OWN_LEVEL_APART.pattern})(?:自己|本身)?(?:\s*(?:加上?|和|与|、|及|\+))?|(?:{LEAVING_OUT})(?:了|掉)?"
)


def without_excluded(question: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions but for those the question leaves out (不含X中心), where others remain."""
    left_out = [one for one in mentions if is_excluded(question, one)]
    for one, after in pairwise(mentions):
        if one in left_out and after.spans and one.spans and JOINED.fullmatch(question, one.end, after.spans[0][0]):
            left_out.append(after)
    kept = tuple(one for one in mentions if one not in left_out)
    return kept if any(one.bodies for one in kept) else tuple(mentions)


def unit_word_spans(question: str, *, has_units: bool) -> list[tuple[int, int]]:
    """Where words stand that only say which units are meant (局机关加, 不含, 本级及所属单位): they ask for no figure."""
    return [match.span() for match in (UNIT_WORDS if has_units else WITH_ITS_UNITS).finditer(question)]


def are_of_own_level(chosen: Sequence[str], catalog: Catalog) -> bool:
    """Whether the documents chosen are those that a department's own level has of its own, beside the department's."""
    documents = [one for one in catalog.documents if one.id in chosen]
    departments = {(one.organization, one.year, one.kind) for one in catalog.documents if one.scope == "部门"}
    return bool(documents) and all(one.scope == "单位" and (one.organization, one.year, one.kind) in departments for one in documents)


def is_excluded(question: str, mention: Mention) -> bool:
    """Whether the question names the body only to leave it out."""
    return bool(mention.spans and EXCLUDED.search(question[: mention.spans[0][0]]))


def own_level_of(document: DocumentInfo) -> str | None:
    """What a department's own level is called; where its tables do not name it, by a name that finds nothing, for the whole is not it."""
    named = own_level_name(document)
    is_department = document.scope != "单位" and any(not is_own(unit, document) for unit in document.units)
    return named or (f"{document.organization}本级" if is_department else None)


def is_own(unit: str, document: DocumentInfo) -> bool:
    """Whether a unit of a document is the body whose document it is."""
    return fold_name(unit) in {fold_name(name) for name in (document.organization or "", *document.aliases)}


def name_units(question: str, known: Sequence[Mention], fits: Sequence[Fit], options: Sequence[Option], leaves_out: bool) -> list[str]:
    """The units by their printed names, the own level first where it is named."""
    units = [option.unit for option in options if option.unit]
    question = NOT_OWN.sub(lambda found: " " * len(found[0]), question)
    if WITH_ITS_UNITS.search(question) or BOTH_SCOPES.search(question):
        return units
    parents = {option.document.id for option in options if option.unit}
    for mention, fit in zip(known, fits, strict=False):
        own = [option for option in fit.options if option.unit is None]
        if not mention.spans and not own and OWN_LEVEL_APART.search(question):  # a unit was spoken of, now its own level is named
            return list(dict.fromkeys(name for option in fit.options if (name := own_level_of(option.document))))
        is_behind = bool(mention.spans and OWN_LEVEL_BEHIND.match(question, mention.end))
        is_apart = leaves_out or bool(OWN_LEVEL_APART.search(question))
        beside = [option for option in own if not parents or option.document.id in parents]
        if is_behind or is_apart:
            units = [*(name for option in (own if is_behind else beside) if (name := own_level_of(option.document))), *units]
    of_units = [mention for mention, fit in zip(known, fits, strict=False) if mention.spans and any(one.unit for one in fit.options)]
    is_joined = OWN_LEVEL_JOINED.search(question) or any(JOINED_BODY.search(question[: one.spans[-1][0]]) for one in of_units)
    if len(units) == 1 and is_joined:  # the subordinate unit alone was known as a body
        units = [*(name for option in options if (name := own_level_of(option.document))), *units]
    return list(dict.fromkeys(units))
