"""Which documents of a body fit a year, a kind and a scope."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.bodies.units_asked import all_units_in
from retrieval.catalog import Body
from retrieval.spelling.pair_years import YearOfKind, pair_years
from retrieval.spelling.read_kind import Kinds
from retrieval.spelling.read_year import Years

UNIT_SCOPE = re.compile(r"单位(?:预算|决算)(?!单位)|本级(?:预算|决算)")
REASON = re.compile(r"原因|为什么|为何|为啥|怎么回事")
# 预算多少、实际多少: each document has one of the two.
BOTH_KINDS = re.compile(
    r"预算(?:数|额|安排)?(?:是|为|有)?多少.{0,12}?(?:决算|实际)(?:数|花了|支出|执行|完成)?(?:是|为|有)?多少"
    r"|决算(?:数)?(?:是|为)?多少.{0,12}?预算(?:数|安排)?(?:是|为)?多少|预算(?:数)?(?:和|与|、)决算(?:数)?(?:分别|各)"
)
DEPARTMENT_SCOPE = re.compile(  # 部门(含下属单位), 本级及所属单位
    r"部门(?:预算|决算)|汇总|整个部门|全部门|全系统"
    r"|(?:(?<!不)(?:含|包括|包含)|连同|连|加上|及|和|与)(?:它|其|所有|全部)*的?(?:下属|所属|二级|直属)(?:各|的|二级|预算|事业)*单位(?!预算|决算|[吗么嘛]|有?哪|有?几)"
)
AND = r"(?:和|与|跟|同|比|、|及|,)+"
BOTH_SCOPES = re.compile(  # 部门预算和本级预算各多少, 部门预算的基本支出比本级预算多多少
    rf"部门(?:预算|决算)[^;?]{{0,14}}?{AND}(?:它的?)?(?:局|机关)?(?:本级|单位){{1,2}}的?(?:预算|决算)"
    rf"|(?:本级|单位)的?(?:预算|决算)[^;?]{{0,14}}?{AND}(?:整个|全)?部门(?:预算|决算)"
)
# where the own level has a document of its own, that is meant
OWN_LEVEL = re.compile(r"(?<![省市县区镇乡])本级|[局委厅]机关(?=的|自己|本身|,|\d|今年|这边|$)")


@dataclass(frozen=True, slots=True)
class Option:
    """A document that speaks of a body; `unit` is the body's printed name where the document is its parent's."""

    document: DocumentInfo
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """The documents that fit, the constraint that left nothing, and the years asked for, references last."""

    options: tuple[Option, ...]
    failed: str | None = None
    years: tuple[int, ...] = ()


def options_of(bodies: Sequence[Body], with_parents: bool) -> list[Option]:
    """The documents of these bodies, own ones first, then their parents'."""
    own = [Option(document) for body in bodies for document in body.documents]
    return own + [Option(document, unit) for body in bodies for document, unit in body.parents if with_parents]


def fit_documents(options: Sequence[Option], years: Years, kinds: Kinds, question: str) -> Fit:
    """The options that fit the year, then the kind, then the scope; where each year is said with its own kind, those, if all are there."""
    paired = pair_years(question, years)
    if paired and (own := _of_pairs(options, paired)):
        return Fit(tuple(_fit_scope(_prefer_own(own), question)), None, tuple(one.year for one in paired))
    by_year, failed, asked = _fit_year(options, years, kinds)
    if failed or not by_year:
        return Fit(tuple(by_year), failed, asked)
    by_kind = list(by_year) if BOTH_KINDS.search(question) else _fit_kind(by_year, kinds)
    if not by_kind:
        return Fit((), "kind", asked)
    chosen = _fit_scope(_prefer_own(by_kind), question)
    return Fit((*chosen, *_compared(options, chosen, years, question)), None, asked)


def _of_pairs(options: Sequence[Option], paired: Sequence[YearOfKind]) -> list[Option]:
    """The options of each year's own kind; none where one of the years has none."""
    own = [[option for option in options if (option.document.year, option.document.kind) == (one.year, one.kind)] for one in paired]
    return [option for found in own for option in found] if all(own) else []


def _compared(options: Sequence[Option], chosen: Sequence[Option], years: Years, question: str) -> list[Option]:
    """2024年比2023年: the other year's document of the same kind, where it is loaded; reasons stand in the later one alone."""
    if not years.named or years.has_source or REASON.search(question):
        return []
    alike = {(option.document.kind, option.document.scope, option.unit is None) for option in chosen}
    others = (option for option in _of_years(options, years.references) if option not in chosen)
    return [option for option in others if (option.document.kind, option.document.scope, option.unit is None) in alike]


def _fit_year(options: Sequence[Option], years: Years, kinds: Kinds) -> tuple[list[Option], str | None, tuple[int, ...]]:
    named = years.named
    references = years.references + (years.stocks if named else ())
    if not named and years.relative is not None:
        named = _relative_years(options, years.relative, kinds)
    if not named and years.latest is not None:
        named = _latest_years(options, years.latest, kinds)
    if not named and years.stocks:
        fitting = _of_years(options, years.stocks) or _of_years(options, [year + 1 for year in years.stocks])
        return fitting, None if fitting else "year", years.stocks + years.references
    if not named and years.references:
        fitting = _of_years(options, [year + 1 for year in years.references]) or _of_years(options, years.references)
        return fitting, None if fitting else "year", years.references
    if not named:
        return _of_years(options, years.in_names) or list(options), None, ()
    if fitting := _of_years(options, named):
        loaded = {option.document.year for option in fitting}
        return fitting, None, _unique(sorted(named, key=lambda year: year not in loaded), references)
    # 2024年比2023年: where only the compared year is loaded, it is the one that can be answered from.
    following = [option for option in _of_years(options, [year + 1 for year in named]) if _may_state(option.document, kinds)]
    return _prefer_own(following), "year", _unique(named, references)


def _may_state(document: DocumentInfo, kinds: Kinds) -> bool:
    """Whether a document of the year after may state last year's figure of the kind asked for."""
    hard = ("决算",) if "决算" in kinds.named else kinds.books
    return not hard or document.kind is None or document.kind in hard


def _relative_years(options: Sequence[Option], offset: int, kinds: Kinds) -> tuple[int, ...]:
    usable = _fit_kind(options, kinds) if offset == 0 else list(options)
    latest = max((option.document.year for option in usable or options if option.document.year), default=None)
    return (latest + offset,) if latest is not None else ()


def _latest_years(options: Sequence[Option], count: int, kinds: Kinds) -> tuple[int, ...]:
    """The latest years that documents of the kind asked for are of: so many of them, one after the other, as far as they are loaded."""
    known = {option.document.year for option in _fit_kind(options, kinds) if option.document.year}
    return tuple(year for year in sorted(known) if year > max(known) - count)


def _fit_kind(options: Sequence[Option], kinds: Kinds) -> list[Option]:
    budgets = [option for option in options if option.document.kind != "决算"]
    accounts = [option for option in options if option.document.kind != "预算"]
    if not kinds.named or set(kinds.books) == {"预算", "决算"} or (set(kinds.named) >= {"预算", "决算"} and len(_bodies(options)) > 1):
        return list(options)
    if "决算" in kinds.named:
        return accounts
    if "预算" in kinds.books and not kinds.is_carried_out:
        return budgets
    if budgets and accounts:
        preferred = accounts if kinds.is_carried_out else budgets
        # A soft word (年初预算) does not lead from a body's own document to its parent's.
        is_own = any(option.unit is None for option in preferred) or all(option.unit is not None for option in options)
        bodies = _bodies(preferred)  # those without such a document keep theirs: it tells the first budget beside what was spent
        kept = [option for option in options if option in preferred or (kinds.is_first and _body(option) not in bodies)]
        return kept if is_own else list(options)
    return list(options)


def _bodies(options: Sequence[Option]) -> frozenset[str | None]:
    return frozenset(map(_body, options))


def _body(option: Option) -> str | None:
    return option.unit or option.document.organization


def _fit_scope(options: list[Option], question: str) -> list[Option]:
    if BOTH_SCOPES.search(question):
        return options
    if all_units_in(question) and (departments := [option for option in options if option.document.scope == "部门"]):
        return departments if _keeps_bodies(options, departments) else options
    for pattern, scope in ((UNIT_SCOPE, "单位"), (DEPARTMENT_SCOPE, "部门"), (OWN_LEVEL, "单位")):
        if pattern.search(question):
            fitting = [option for option in options if option.document.scope == scope]
            return fitting if _keeps_bodies(options, fitting) else options
    return options


def _keeps_bodies(options: list[Option], fitting: list[Option]) -> bool:
    key: Callable[[Option], tuple[object, ...]] = lambda option: (option.document.organization, option.document.year, option.document.kind)  # noqa: E731
    return {key(option) for option in options} == {key(option) for option in fitting}


def _prefer_own(options: list[Option]) -> list[Option]:
    return [option for option in options if option.unit is None] or options


def _of_years(options: Sequence[Option], years: Sequence[int]) -> list[Option]:
    return [option for option in options if option.document.year in years]


def _unique(first: Sequence[int], last: Sequence[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*first, *last)))
