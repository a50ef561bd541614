"""What a follow-up question takes over from the questions before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.identity.organization_forms import fold_name, split_brackets
from retrieval.bodies.mention import Mention
from retrieval.catalog import Catalog
from retrieval.query import DocumentChoice

NUMERALS = {"俩": 2, "两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}
BOTH = re.compile(
    r"(?:这|那|前面|以上|上面)*(俩|[两二三四234](?:个|家|者|份|局|单位|边))(?!项目|科目|指标|科室|方面|部分|百分点|年|数)"
    r"|它们|他们(?:的|之间|谁|哪)|二者"
)
# “哪个大”, “差多少”: of the two that were spoken of last.
COMPARED = re.compile(
    r"(?:那么?|这么说)?,?(?:到底|究竟)?(?:谁|哪个|哪家|哪边|哪一?个)(?:的)?(?:更|比较)?[大高多少低小](?:一?[些点])?(?:,?[多少高低大小相差]+(?:了|出)?(?:多少|几))?\??"
    r"|(?:那么?)?(?:它们|相|之间)*(?:差|相差|差了|差距)(?:是)?多少(?:钱|万元)?\??"
)


def inherited_mentions(history: Sequence[DocumentChoice], catalog: Catalog) -> tuple[Mention, ...]:
    """The bodies of the latest earlier choice that had one, as mentions without words."""
    last = next((choice for choice in reversed(history) if choice.organizations or choice.unknown_organizations), None)
    if last is None:
        return ()
    units = [Mention(numbers, unit, ()) for unit in last.units if (numbers := _find(unit, catalog)) and catalog.bodies[numbers[0]].parents]
    organizations = [Mention(numbers, name, ()) for name in last.organizations if (numbers := _find(name, catalog))]
    return (*(units or organizations), *(Mention((), name, ()) for name in last.unknown_organizations))


def inherited_years(history: Sequence[DocumentChoice], catalog: Catalog) -> tuple[int, ...]:
    """The fiscal years of the latest earlier choice that named one; the documents' own where it only dated a stock (2023年末)."""
    last = next((choice for choice in since_own(history, "year") if choice.years), None)
    if last is None:
        return ()
    loaded = {document.year for document in catalog.documents if document.id in last.documents and document.year}
    found = tuple(loaded) if last.failed is None else ()
    return tuple(year for year in last.years if year in loaded) or found or last.years[:1]


def inherited_kinds(history: Sequence[DocumentChoice]) -> tuple[str, ...]:
    """The kinds of the latest earlier choice that named one."""
    return next((choice.kinds for choice in since_own(history, "kind") if choice.kinds), ())


def of_inherited_scope(documents: tuple[str, ...], history: Sequence[DocumentChoice], catalog: Catalog) -> tuple[str, ...]:
    """The documents without those that differ from one spoken of just before only in being the department's or the unit's."""
    before = history[-1].documents if history else ()
    infos = {one.id: one for one in catalog.documents if one.id in documents}
    kept = [infos[one] for one in documents if one in before and one in infos]
    left = [infos[one] for one in documents if one not in before and one in infos]
    same = [(one.organization, one.year, one.kind) for one in kept]
    is_other_scope = all((one.organization, one.year, one.kind) in same and one.scope not in {each.scope for each in kept} for one in left)
    return tuple(one.id for one in kept) if kept and left and is_other_scope else documents


def since_own(history: Sequence[DocumentChoice], slot: str) -> Iterator[DocumentChoice]:
    """The earlier choices, latest first, back to one of a newly named body that could not take the year or kind spoken of before."""
    for choice in reversed(history):
        yield choice
        if choice.organizations and "organization" not in choice.inherited and slot not in choice.inherited:
            return


def earlier_documents(question: str, history: Sequence[DocumentChoice]) -> tuple[DocumentChoice, ...]:
    """The earlier choices of one document each that 两个, 它们 … point to, oldest first; nothing where there are too few."""
    match = BOTH.search(question)
    if not match and COMPARED.fullmatch(question.strip()):
        return _compared(history)
    if not match:
        return ()
    wanted = NUMERALS.get((match[1] or "两")[0], 2)
    found: dict[str, DocumentChoice] = {}
    for choice in reversed(history):
        if len(choice.documents) == 1 and choice.failed is None:
            found.setdefault(choice.documents[0], choice)
        if len(found) == wanted:
            return tuple(reversed(found.values()))
    return ()


def _compared(history: Sequence[DocumentChoice]) -> tuple[DocumentChoice, ...]:
    """The last two choices where the latest went on to another document; those compared before where it was a comparison."""
    if history and len(history[-1].documents) > 1 and history[-1].is_each and history[-1].failed is None:
        return (history[-1],)
    pair = tuple(history[-2:])
    are_single = len(pair) == 2 and all(len(one.documents) == 1 and one.failed is None for one in pair)
    return pair if are_single and pair[0].documents != pair[1].documents else ()


def _find(name: str, catalog: Catalog) -> tuple[int, ...]:
    return catalog.names.get(fold_name(name), ()) or catalog.names.get(split_brackets(fold_name(name))[0], ())
