"""What a follow-up question takes over from the questions before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.organization_forms import fold_name, split_brackets
from retrieval.catalog import Catalog
from retrieval.mention import Mention
from retrieval.query import DocumentChoice

NUMERALS = {"俩": 2, "两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}
BOTH = re.compile(
    r"(?:这|那|前面|以上|上面)*(俩|[两二三四234](?:个|家|者|份|局|单位|边))(?!项目|科目|指标|科室|方面|部分|百分点|年|数)"
    r"|它们|他们(?:的|之间|谁|哪)|二者"
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
    last = next((choice for choice in reversed(history) if choice.years), None)
    if last is None:
        return ()
    loaded = {document.year for document in catalog.documents if document.id in last.documents and document.year}
    found = tuple(loaded) if last.failed is None else ()
    return tuple(year for year in last.years if year in loaded) or found or last.years[:1]


def inherited_kinds(history: Sequence[DocumentChoice]) -> tuple[str, ...]:
    """The kinds of the latest earlier choice that named one."""
    return next((choice.kinds for choice in reversed(history) if choice.kinds), ())


def earlier_documents(question: str, history: Sequence[DocumentChoice]) -> tuple[DocumentChoice, ...]:
    """The earlier choices of one document each that 两个, 它们 … point to, oldest first; nothing where there are too few."""
    match = BOTH.search(question)
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


def _find(name: str, catalog: Catalog) -> tuple[int, ...]:
    return catalog.names.get(fold_name(name), ()) or catalog.names.get(split_brackets(fold_name(name))[0], ())
