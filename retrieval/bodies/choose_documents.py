"""Which documents a question speaks of: organisation, region, level, year, kind and scope are hard constraints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.bodies.align_fits import align_fits
from retrieval.bodies.fit_documents import BOTH_KINDS, BOTH_SCOPES, Fit, Option
from retrieval.bodies.fit_mentions import fit_mentions
from retrieval.bodies.inherit_choice import earlier_documents, inherited_kinds, inherited_mentions, inherited_years, of_inherited_scope
from retrieval.bodies.leave_out_units import leave_out_units
from retrieval.bodies.match_organization import match_organization
from retrieval.bodies.mention import Mention
from retrieval.bodies.name_units import are_of_own_level, name_units, unit_word_spans, without_excluded
from retrieval.bodies.respell_names import respell, respell_names
from retrieval.bodies.set_years_beside import set_years_beside
from retrieval.bodies.units_asked import are_units_of
from retrieval.catalog import Catalog, build_catalog
from retrieval.query import DocumentChoice
from retrieval.spelling.read_kind import Kinds, read_kind
from retrieval.spelling.read_year import Years, read_year

T = TypeVar("T")
GROUP = re.compile(
    r"(?:各|每)(?:个|家)?(?:局|单位|部门|机构|委)(?!预算|决算)"
    r"|(?:哪|几|[两三四五六七八九十\d])(?:个|些|家)(?:20\d\d年度?)?的?(?:局|单位|部门|机构|委(?!托)|大?数据局)(?!职责)|[两三四五六七八九]家"
    r"|(?:所有|全部|全体)的?(?:局|单位|部门|机构)(?!预算|决算)|哪家|每家|各家"
)
OF_BEFORE = re.compile(r"[这那](?:一?[笔项个块]|些)(?:钱|资金|经费|费用|项目|支出|款)?(?!局|单位|部门)")  # “这笔钱归哪个单位用”
CHANGED = re.compile(r"增长|增加|减少|下降|降低|上升|增减|变化|涨|降了")
WHY = re.compile(r"为什么|为何|为啥|原因|怎么回事|咋回事|怎么会|缘故")
SHORTEST_REPEATED = 3
ADDED = re.compile(r"加上|减去|再加")  # joins names as 和 does
SUBORDINATE = re.compile(r"下属|所属|下设|下辖|内设|(?:包括|包含|涵盖)了?(?:哪|几)")


@dataclass(frozen=True, slots=True)
class _Slots:
    """What the question and the dialogue before it say, slot by slot."""

    mentions: tuple[Mention, ...]
    years: Years
    kinds: Kinds
    inherited: tuple[str, ...]
    is_group: bool


def choose_documents(
    question: str, documents: Sequence[DocumentInfo] | Catalog, history: Sequence[DocumentChoice] = ()
) -> DocumentChoice:
    """The documents a normalised question speaks of, given the earlier choices of the dialogue, oldest first."""
    catalog = documents if isinstance(documents, Catalog) else build_catalog(documents)
    typed, respellings = question, respell_names(question, catalog)
    question = respell(question, respellings)
    listed = ADDED.sub(lambda found: "、" * len(found[0]), question)
    named = match_organization(listed, catalog)
    if not named and (earlier := earlier_documents(question, history)):
        return _join_earlier(question, earlier)
    mentions = without_excluded(question, named)
    choice = _choose(question, catalog, mentions, history, is_narrowed=len(mentions) < len(named))
    left_out = [span for mention in named if mention not in mentions for span in mention.spans] + _repeated(question, mentions)
    has_units = bool(choice.units) or are_of_own_level(choice.documents, catalog) or bool(BOTH_SCOPES.search(question))
    rest = _blank(_keep_unread(typed, choice.rest), left_out + unit_word_spans(question, has_units=has_units))
    slips = [(one.asked, one.meant) for one in respellings]
    unknown = tuple(_as_typed(name, slips) for name in choice.unknown_organizations)
    choice = replace(choice, rest=rest, unknown_organizations=unknown, corrections=_corrections(typed, question, mentions))
    choice = set_years_beside(choice, question, catalog.documents)
    return leave_out_units(choice, [one for one in named if one not in mentions], question, catalog)


def _repeated(question: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where a name that chose the documents begins a further sentence in the same words; within one it may name a row."""
    names = {question[start:end] for mention in mentions for start, end in mention.spans if end - start >= SHORTEST_REPEATED}
    return [found.span() for name in names for found in re.finditer(rf"(?<=[?。;]){re.escape(name)}", question)]


def _corrections(typed: str, question: str, mentions: Sequence[Mention]) -> tuple[tuple[str, str], ...]:
    """The names that were misspelt: as typed, and as understood."""
    found = []
    for mention in mentions:
        asked = "".join(typed[start:end] for start, end in mention.spans)
        meant = mention.understood or "".join(question[start:end] for start, end in mention.spans)
        if mention.bodies and mention.spans and (mention.understood or asked != meant):
            found.append((asked if asked != meant else mention.asked, meant))
    return _unique(found)


def _keep_unread(typed: str, rest: str) -> str:
    """What is left of the question, in the words as typed."""
    return "".join(left if left == " " else character for character, left in zip(typed, rest, strict=True))


def _as_typed(name: str, slips: Sequence[tuple[str, str]]) -> str:
    for asked, meant in slips:
        name = name.replace(meant, asked)
    return name


def _choose(
    question: str, catalog: Catalog, mentions: tuple[Mention, ...], history: Sequence[DocumentChoice], is_narrowed: bool
) -> DocumentChoice:
    slots = _fill(question, catalog, mentions, history)
    unknown = tuple(dict.fromkeys(mention.asked for mention in slots.mentions if not mention.bodies))
    known = [mention for mention in slots.mentions if mention.bodies]
    if unknown and not known:
        return _choice(question, slots, (), unknown=unknown, failed="organization")
    fits, slots = _fit_all(question, catalog, known, slots)
    fits = align_fits(question, known, fits, slots.years, slots.kinds)
    choice = _collect(question, catalog, known, fits, slots, unknown)
    options = [option for fit in fits if fit.failed is None for option in fit.options] or [option for fit in fits for option in fit.options]
    if "organization" in choice.inherited:
        choice = replace(choice, documents=of_inherited_scope(choice.documents, history, catalog))
    return replace(choice, units=tuple(name_units(question, known, fits, options, is_narrowed)))


def _fill(question: str, catalog: Catalog, mentions: tuple[Mention, ...], history: Sequence[DocumentChoice]) -> _Slots:
    years, kinds = read_year(question), read_kind(question)
    is_of_before = bool(history) and bool(OF_BEFORE.search(question))
    is_group = bool(GROUP.search(question)) and not (SUBORDINATE.search(question) and (mentions or history)) and not is_of_before
    spoken_of = history[-1].documents if history and not mentions else ()
    is_group = is_group and not any(one.id in spoken_of and are_units_of(one, question) for one in catalog.documents)
    inherited = []
    if not mentions and not is_group and (mentions := inherited_mentions(history, catalog)):
        inherited.append("organization")
    if not (years.named or years.stocks or years.latest) and (earlier := inherited_years(history, catalog)):
        # 那上一年呢 counts from the year spoken of, 今年 from the latest one.
        if years.relative is None:
            years = replace(years, named=earlier)
            inherited.append("year")
        elif years.relative:
            years = replace(years, named=tuple(year + years.relative for year in earlier), relative=None)
    if not kinds.named and (earlier_kinds := inherited_kinds(history)):
        kinds = replace(kinds, named=earlier_kinds)
        inherited.append("kind")
    return _Slots(mentions, years, kinds, tuple(inherited), is_group)


def _fit_all(question: str, catalog: Catalog, known: list[Mention], slots: _Slots) -> tuple[list[Fit], _Slots]:
    """The fits of every mention; inherited years and kinds give way to a newly named organisation's own."""
    fits = fit_mentions(question, catalog, known, slots.years, slots.kinds)
    is_unloaded = bool(fits) and all(one.failed == "year" for one in fits)
    is_of_before = is_unloaded and "year" in slots.inherited and bool(CHANGED.search(question) or WHY.search(question))
    told = (option.document.year for one in fits for option in one.options if option.document.year)
    own = tuple(dict.fromkeys(told)) if is_of_before else ()
    if own:  # “上年是多少？增长几成？”: the growth since that year, of the year whose document told of it
        slots = replace(slots, years=replace(slots.years, named=own))
        fits = fit_mentions(question, catalog, known, slots.years, slots.kinds)
    if "organization" in slots.inherited or any(fit.failed is None for fit in fits):
        return fits, slots
    for slot in ("kind", "year"):
        if slot in slots.inherited:
            empty = {"kind": replace(slots, kinds=Kinds()), "year": replace(slots, years=replace(slots.years, named=()))}[slot]
            slots = replace(empty, inherited=tuple(name for name in slots.inherited if name != slot))
            fits = fit_mentions(question, catalog, known, slots.years, slots.kinds)
            if any(fit.failed is None for fit in fits):
                break
    return fits, slots


def _collect(
    question: str, catalog: Catalog, known: list[Mention], fits: list[Fit], slots: _Slots, unknown: tuple[str, ...]
) -> DocumentChoice:
    good = [fit for fit in fits if fit.failed is None and fit.options]
    used = good or fits
    options = [option for fit in used for option in fit.options]
    if slots.is_group:  # a text of nobody's is none of the bodies
        options = [option for option in options if option.document.organization] or options
    failed = None if good else next((fit.failed for fit in fits if fit.failed), None)
    chosen = _unique(option.document.id for option in options)
    spanned = {option.document.year for option in options}
    is_over_years = len({*slots.years.named, *slots.years.references} & spanned) > 1 or slots.years.latest is not None
    is_list = len(known) > 1 or slots.is_group or is_over_years or bool(BOTH_KINDS.search(question) or BOTH_SCOPES.search(question))
    choice = _choice(question, slots, chosen, unknown=unknown, failed=failed)
    return replace(
        choice,
        organizations=_organizations(catalog, known, options),
        years=_unique(year for fit in fits for year in fit.years),
        is_each=len(chosen) > 1 and is_list,
    )


def _organizations(catalog: Catalog, known: list[Mention], options: list[Option]) -> tuple[str, ...]:
    """The named organisations by their official names; of those that one mention may mean, only the ones with a fitting document."""
    fitting = {option.document.organization for option in options}
    names: list[str] = []
    for mention in known:
        bodies = [catalog.bodies[number] for number in mention.bodies]
        owners = [organization for body in bodies for organization in _owners(body.name, body.documents, body.parents)]
        names += [name for name in owners if name in fitting] or [bodies[0].name if len(bodies) == 1 else name for name in owners]
    return _unique(names)


def _owners(name: str, documents: Sequence[DocumentInfo], parents: Sequence[tuple[DocumentInfo, str]]) -> Iterable[str]:
    return [name] if documents else [parent.organization for parent, _ in parents if parent.organization]


def _choice(
    question: str, slots: _Slots, documents: tuple[str, ...], unknown: tuple[str, ...], failed: str | None
) -> DocumentChoice:
    spans = [span for mention in slots.mentions for span in mention.spans]
    # Both kinds named (预算和决算各多少): a final account answers both, by its two sides.
    spans += [span for _, span in slots.years.spans] + ([] if {"预算", "决算"} <= set(slots.kinds.named) else list(slots.kinds.spans))
    spans += [slots.years.relative_span] if slots.years.relative_span else []
    return DocumentChoice(
        documents, _blank(question, spans), unknown_organizations=unknown, years=slots.years.named + slots.years.references,
        kinds=slots.kinds.named, failed=failed, inherited=slots.inherited,
    )


def _join_earlier(question: str, earlier: tuple[DocumentChoice, ...]) -> DocumentChoice:
    """两个, 它们: the documents of several earlier questions together."""
    return DocumentChoice(
        _unique(document for choice in earlier for document in choice.documents), question,
        organizations=_unique(name for choice in earlier for name in choice.organizations),
        years=_unique(year for choice in earlier for year in choice.years),
        kinds=_unique(kind for choice in earlier for kind in choice.kinds),
        units=_unique(unit for choice in earlier for unit in choice.units),
        is_each=True, inherited=("organization", "year", "kind"),
    )


def _blank(question: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        question = question[:start] + " " * (end - start) + question[end:]
    return question


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
