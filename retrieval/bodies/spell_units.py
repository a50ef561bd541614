"""A subordinate unit called by what it does (执法大队 of 甲县交通运输综合行政执法大队), spelt in full where no other unit is called so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ingest.identity.organization_forms import fold_name, region_forms
from retrieval.catalog import Body, Catalog, is_everyday_word
from retrieval.spelling.abbreviated_name import is_short_form

KIND = r"(?:中心|大队|支队|总队|(?<=执法)队|(?<=监察)队|(?<=稽查)队|站|所|馆|院|校|公园|林场)"
SHORT = re.compile(rf"[\u4e00-\u9fff]{{1,10}}?{KIND}(?![\u4e00-\u9fff]{{0,2}}{KIND})")
BUREAU = re.compile(r"[\u4e00-\u9fff]{2,6}?[局委厅署]")
KINDS_AT_END = (re.compile(rf"{KIND}$"), re.compile(r"[局委厅署]$"))
ByLast = Mapping[str, tuple[Body, ...]]
SHORTEST = 3
LEAST_BEFORE_KIND = 2
BEFORE = re.compile(
    r"(?:^|[\s,、;?!。:“(]|和|与|及|跟|同|比|的|加上?|[不未]含|不包括|不算上?|除去|除了|扣除|刨去|剔除|还有|以及|以外|下属|所属|下设|[那这][个家]|年度?|[预决]算[里中]?|[把将给在让对查问]|请问|其中)$"
)
AFTER = re.compile(
    r"$|[\s,、;?!。:“”()]|[和与跟及同比的呢这那里在有各加]|20\d\d|今年|去年|本年|全年|预算|决算|收入|支出|收支|一共|总共|合计|加起来|分别|基本|项目支出|三公|“三公|公用经费|人员|工资|公务|自己|实有|在职|在编|编外|离?退休|编制|职责|花|用了|谁|哪|[多少差几]|(?:事业|经营|其他|财政|上级|单位|一般公共|政府性|因公|出国|上年|本级|学生|教职|采购|购)"
    r"|[\u4e00-\u9fff]{1,8}(?:费|金|支出|经费|保险|补贴)(?:$|[\s,、;?!。]|(?:是|有|一共|预算|决算)?多少)"
)


def spell_units(question: str, catalog: Catalog) -> str:
    """The question with such short names as their parents' documents print them in full."""
    for known, short in ((_units(catalog), SHORT), (_owners(catalog), SHORT), (_owners(catalog), BUREAU)):
        for start, end, name in reversed(list(_spans(question, catalog, known, short))):
            question = f"{question[:start]}{name}{question[end:]}"
    return question


def _spans(question: str, catalog: Catalog, known: ByLast, short: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Where short names stand, with the places or bodies right before them, and the full names."""
    position = 0
    while match := short.search(question, position):
        position = match.end()
        texts = _texts(question, match, catalog) if known else ()
        found = [
            (opening, unit) for start, text, ending in texts for unit in known.get(text[-1], ())
            if len(text) < len(unit.forms[0]) and is_short_form(text, unit.forms[0], ending) and fold_name(unit.name) not in question
            if (opening := _opening(question, start, unit, catalog)) is not None
        ]  # fmt: skip
        found = [one for one in found if match[0].endswith(one[1].forms[0][-len(match[0]) :])] or found  # called by the end of its name
        found = [one for one in found if one[1].forms[0][:LEAST_BEFORE_KIND] in match[0]] or found  # by its beginning and its kind
        if found and len({unit.name for _, unit in found}) == 1 and _is_of_named(question, found[0][1], catalog):
            yield found[0][0], match.end(), fold_name(found[0][1].name)


def _texts(question: str, match: re.Match[str], catalog: Catalog) -> list[tuple[int, str, int]]:
    """What may be a name with something left out before its kind, and is no name of its own: where, the text, how long its kind is."""
    ending = next((len(kind[0]) for pattern in KINDS_AT_END if (kind := pattern.search(match[0]))), 0)
    if not ending or not AFTER.match(question, match.end()):
        return []
    texts = [(start, question[start : match.end()]) for start in range(match.start(), match.end() - SHORTEST + 1)]
    return [
        (start, text, ending) for start, text in texts
        if len(text) - ending >= LEAST_BEFORE_KIND and text not in catalog.body_forms and not is_everyday_word(text)
    ]  # fmt: skip


def _opening(question: str, start: int, unit: Body, catalog: Catalog) -> int | None:
    """Where a short name begins, its place or the body above it taken in; None where it is the end of another name."""
    above = [name for document, _ in unit.parents for name in (document.organization or "", *document.aliases)]
    short = (form for document, _ in unit.parents for form in _forms_of(catalog).get(document.id, ()))
    owners = sorted((*region_forms(unit.places), *above, *short), key=len, reverse=True)
    owner = next((one for one in owners if one and question[:start].endswith(one)), "")
    start -= len(owner)
    return start if owner or BEFORE.search(question[:start]) else None


def _is_of_named(question: str, unit: Body, catalog: Catalog) -> bool:
    """Whether the question names the place of the unit, or none at all."""
    return any(one in question for one in region_forms(unit.places)) or not any(one in question for one in catalog.place_forms)


@lru_cache(maxsize=2)
def _units(catalog: Catalog) -> ByLast:
    """The units of documents that have no document of their own and stand at a place."""
    return _by_last(body for body in catalog.bodies if not body.documents and body.parents and body.places and body.forms)


@lru_cache(maxsize=2)
def _owners(catalog: Catalog) -> ByLast:
    """The bodies that have a document of their own."""
    return _by_last(body for body in catalog.bodies if body.documents and body.forms)


@lru_cache(maxsize=2)
def _forms_of(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """What the body of each document is called, by the document's id."""
    return {document.id: body.forms for body in catalog.bodies for document in body.documents}


def _by_last(bodies: Iterable[Body]) -> ByLast:
    """Bodies by the last character of what they are called: a short name ends like the full one."""
    found: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        found[body.forms[0][-1]].append(body)
    return {last: tuple(ending) for last, ending in found.items()}
