"""What a question can refer to: bodies and places of the loaded documents under every name people use for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.document import DocumentInfo
from ingest.identity.organization_forms import body_forms, fold_name, region_forms, split_brackets, split_name
from ingest.identity.organization_words import organization_words

Places = tuple[str, ...]
LEVEL_BY_ENDING = {"省": "省", "市": "市", "州": "市", "盟": "市", "县": "县", "旗": "县", "区": "区"}
OWN_LEVEL_ENDINGS = ("本级", "(本级)", "机关", "(机关)", "局机关", "本级(机关)", "机关(本级)", "机关本级", "(机关本级)", "本部", "(本部)")


@dataclass(frozen=True, slots=True)
class Body:
    """A public body: a document's own organisation, a unit inside others' documents (`parents`: document and name as printed), or both."""

    name: str
    places: Places
    forms: tuple[str, ...]
    level: str | None
    documents: tuple[DocumentInfo, ...] = ()
    parents: tuple[tuple[DocumentInfo, str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Catalog:
    """The bodies of the library and the indexes that find them; built once per set of documents."""

    documents: tuple[DocumentInfo, ...]
    bodies: tuple[Body, ...]
    names: Mapping[str, tuple[int, ...]]  # names with their place, and aliases as the documents carry them
    body_forms: Mapping[str, tuple[int, ...]]
    place_forms: Mapping[str, frozenset[Places]]
    by_place: Mapping[Places, tuple[int, ...]]
    longest_name: int


@dataclass(slots=True)
class _Draft:
    name: str
    places: Places
    forms: dict[str, None] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    level: str | None = None
    documents: list[DocumentInfo] = field(default_factory=list)
    parents: list[tuple[DocumentInfo, str]] = field(default_factory=list)


def build_catalog(documents: Sequence[DocumentInfo]) -> Catalog:
    """The catalog of these documents, without those that another one supersedes."""
    superseded = {document.supersedes for document in documents if document.supersedes}
    current = [document for document in documents if not superseded & {document.id, document.file_name}]
    current.sort(key=lambda document: -(document.year or 0))
    drafts: dict[str, _Draft] = {}
    for document in current:
        _add_organization(drafts, document)
    for document in current:
        _add_units(drafts, document)
    return _index(tuple(current), list(drafts.values()))


def _add_organization(drafts: dict[str, _Draft], document: DocumentInfo) -> None:
    if not document.organization:
        return
    draft = _draft(drafts, document.organization, document.region)
    draft.documents.append(document)
    draft.level = draft.level or document.level
    for alias in document.aliases:
        draft.names[fold_name(alias)] = None


def _add_units(drafts: dict[str, _Draft], document: DocumentInfo) -> None:
    own = split_brackets(fold_name(document.organization or ""))[0]
    called = {own + ending for ending in OWN_LEVEL_ENDINGS} | {fold_name(alias) + "本级" for alias in document.aliases}
    for unit in document.units:
        name = split_brackets(fold_name(unit))[0]
        if name == own or fold_name(unit) in called:
            continue
        draft = _draft(drafts, unit, document.region)
        draft.parents.append((document, unit))


def _draft(drafts: dict[str, _Draft], printed: str, region: str | None) -> _Draft:
    official = fold_name(printed)
    name, inner = split_brackets(official)
    places, body = split_name(name, region)
    draft = drafts.setdefault(name, _Draft(printed, places))
    draft.names |= dict.fromkeys((official, name))
    for part in (body, *(split_name(part, region)[1] for part in inner)):
        draft.forms |= dict.fromkeys(body_forms(part))
    return draft


def _index(documents: tuple[DocumentInfo, ...], drafts: list[_Draft]) -> Catalog:
    bodies = tuple(_body(draft) for draft in drafts)
    names: dict[str, dict[int, None]] = {}
    forms: dict[str, dict[int, None]] = {}
    by_place: dict[Places, list[int]] = {}
    for number, (draft, body) in enumerate(zip(drafts, bodies, strict=True)):
        _note(forms, draft.forms, number)
        # An alias without a place is a body's form: it fits in any place, and only its place tells bodies apart.
        placed = {name for name in draft.names if any(name.startswith(place) for place in region_forms(body.places))}
        _note(names, placed or {fold_name(body.name)}, number)
        _note(forms, (name for name in draft.names if name not in placed), number)
        by_place.setdefault(body.places, []).append(number)
    places = _place_index(by_place)
    longest = max(map(len, (*names, *forms, *places)), default=0)
    numbers = {path: tuple(found) for path, found in by_place.items()}
    return Catalog(documents, bodies, _freeze(names), _freeze(forms), places, numbers, longest)


def _body(draft: _Draft) -> Body:
    level = draft.level or (LEVEL_BY_ENDING.get(draft.places[-1][-1]) if draft.places else None)
    return Body(draft.name, draft.places, tuple(draft.forms), level, tuple(draft.documents), tuple(draft.parents))


def _place_index(by_place: Mapping[Places, list[int]]) -> dict[str, frozenset[Places]]:
    found: dict[str, set[Places]] = {}
    for places in by_place:
        for depth in range(1, len(places) + 1):
            for form in region_forms(places[:depth]):
                found.setdefault(form, set()).add(places[:depth])
    return {form: frozenset(paths) for form, paths in found.items()}


def _note(index: dict[str, dict[int, None]], keys: Iterable[str], number: int) -> None:
    for key in keys:
        index.setdefault(key, {})[number] = None


def _freeze(index: Mapping[str, Mapping[int, None]]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(value) for key, value in index.items()}


CLEAR = frozenset(("残联", "妇联", "侨联", "文联", "科协", "疾控", "妇幼"))  # short, but words of nothing else


def is_everyday_word(form: str) -> bool:
    """Whether a body's form is also an ordinary word, so that it names a body only beside its place."""
    return (len(form) < 3 and form not in CLEAR) or form in organization_words().generic


def own_level_name(document: DocumentInfo) -> str | None:
    """How the document's tables name the department's own level (本级), where they do; none where the document is of nothing else."""
    own = fold_name(document.organization or "")
    bare = split_brackets(own)[0]
    wanted = [name + ending for name in (own, bare) for ending in OWN_LEVEL_ENDINGS]
    wanted += [own, bare, *(fold_name(alias) + "本级" for alias in document.aliases)]
    printed = {fold_name(unit): unit for unit in document.units}
    if document.scope == "单位" and printed.keys() <= set(wanted):
        return None
    return next((printed[name] for name in wanted if name in printed), None)

