"""The words of a question that may name a place or a body, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from ingest import late_re as re
from ingest.identity.organization_forms import is_zone, region_forms
from ingest.identity.organization_words import organization_words
from retrieval.bodies.closest_form import closest_form
from retrieval.bodies.find_listed_bodies import LONGEST_STEM, body_stems, find_listed_bodies
from retrieval.bodies.name_patterns import BUILDING, ENDING, FOREIGN_BODY, JOINED_BODY, NOT_A_BODY, TIGHT
from retrieval.catalog import Catalog, Places, is_everyday_word
from retrieval.spelling.abbreviated_name import abbreviated_name, is_short_form
from retrieval.spelling.known_names import known_bodies, known_places, longest_known_body

LEVEL_CHARACTERS = "省市县区"
MINIMUM_MISSPELT_LENGTH = 4
TWO_BODIES = re.compile(r"[局厅委办院处所站](?:里|机关|本级)?[和与跟同及、]")  # 甲市局和大数据中心 is no slip of one name
LONGER_BODY = re.compile(rf"(?:{TIGHT}){{1,10}}?(?:中心|支队|大队|分局|监督所|服务所|管理站|服务站|学校|医院){NOT_A_BODY}")
# 政府办公厅(室)及相关机构事务 is an account.
OFFICE_ACCOUNT = re.compile(r"政府办公[厅室](?:\(室\))?及")
NOT_A_GOVERNMENT = re.compile(r"采购|性基金|购买|债务|债券|投资|网站|门户|补助|补贴|会计|办公厅\(室\)|储备|收支|资产|云|职能|经济|服务")
FOREIGN_PLACE = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{1,3}?)(?:自治县|自治州|市|县|区|旗|州)"
)
AFTER_PLACE = re.compile(
    rf"局(?![面部域势限])|的|呢|和|与|、|今年|去年|20\d\d|[,?。;!]|$|(?:{TIGHT}){{1,14}}?{ENDING}{NOT_A_BODY}|"
    + JOINED_BODY.pattern
)
BUREAU = re.compile(r"([两三四五六七八九])?局(?![面部域势限]|\()")
SHORT_BUREAU = re.compile(rf"(?:{TIGHT}){{2,10}}?[局厅委](?![面部域势限员]|\()")
BUREAU_ENDS = re.compile(r"[局厅委办]$")
STEM_ENDS = re.compile(r"$|[,?]|20\d\d|今年|去年|三公|“三公”")
COUNTED = re.compile(r"[一二两三四五六七八九十几\d]+[个家]|各|这|那|里|本级")
NOT_A_STEM = re.compile(
    r"[把对被受由让请问那全各本该我你他哪几多个两三四五六七八九十和与跟及比同的是在有为较社园辖地街校景灾片里某年度想帮查]|[上超下]$|提供|统计|了解|咨询|列出|列举|汇总|介绍|分析|开发|示范|高新|经开|^[新城]$"
)
CUT_WORD = re.compile(r"[其当集初高]中|[投工物出集筹]资")  # 其中|卫生 and 投资|阳光 name no place
CLAUSE_STARTERS = "和与跟及比的是把那对问让请在于年度、"


@dataclass(frozen=True, slots=True)
class Token:
    """A span that may name something: a loaded place, name or body, or a place or body that is not loaded (foreign)."""

    kind: str  # place, name, body, foreign_place, foreign_body
    start: int
    end: int
    text: str
    places: frozenset[Places] = frozenset()
    bodies: tuple[int, ...] = ()
    understood: str | None = None

    @property
    def is_place(self) -> bool:
        """Whether it names a place alone."""
        return self.kind in ("place", "foreign_place")


def find_tokens(question: str, catalog: Catalog) -> list[Token]:
    """The longest token at each position, none overlapping; adjoining places are one."""
    tokens: list[Token] = []
    listed = find_listed_bodies(question, catalog)
    position = 0
    while position < len(question):
        if position in listed:
            tokens.append(_listed_token(question, position, *listed[position]))
            position = tokens[-1].end
            continue
        before = tokens[-1] if tokens and tokens[-1].end == position and tokens[-1].is_place else None
        token = _known_token(question, position, catalog, before)
        if token is None or token.kind == "foreign_body":
            called = _called_short(question, position, catalog, before, token)
            token = called or token or _unlisted_token(question, position, catalog, before)
        if token is None:
            position += 1
            continue
        token = _lengthen(question, token, catalog)
        if before and token.is_place and not _stands_beside(before, token):
            token = _nest(tokens.pop(), token)
        elif before and token.kind == "name":
            token = _nest_name(tokens.pop(), token, catalog)
        if tokens and tokens[-1].end == position and _is_unit_of_another(tokens[-1], token, catalog):
            bureau = tokens.pop()
            token = Token("foreign_body", bureau.start, token.end, question[bureau.start : token.end])
        tokens.append(token)
        position = token.end
    return tokens


def _is_unit_of_another(bureau: Token, unit: Token, catalog: Catalog) -> bool:
    """Whether a bureau is named and right after it a unit that is known, but of other bureaus alone."""
    if bureau.is_place or unit.kind != "body" or not BUREAU_ENDS.search(bureau.text):
        return False
    own = {document.id for number in bureau.bodies for document in catalog.bodies[number].documents}
    parents = {document.id for number in unit.bodies for document, _ in catalog.bodies[number].parents}
    return bool(parents) and not parents & own


def _listed_token(question: str, start: int, end: int, bodies: tuple[int, ...]) -> Token:
    return Token("body", start, end, question[start:end], bodies=bodies)


def _known_token(question: str, start: int, catalog: Catalog, before: Token | None) -> Token | None:
    longest = max(catalog.longest_name, longest_known_body())
    for end in range(min(len(question), start + longest), start + 1, -1):
        token = _look_up(question[start:end], start, end, catalog)
        if token and _cuts_word(question, token):
            continue
        if token and (token.is_place or _is_body(question, token, before, catalog)):
            return token
    return None


def _look_up(text: str, start: int, end: int, catalog: Catalog) -> Token | None:
    if text in catalog.names and bears_place(text, catalog):
        return Token("name", start, end, text, bodies=catalog.names[text])
    if text in catalog.place_forms:
        return Token("place", start, end, text, places=catalog.place_forms[text])
    if text in catalog.names or text in catalog.body_forms:  # a unit's tables may print it without its place
        bodies = dict.fromkeys((*catalog.body_forms.get(text, ()), *catalog.names.get(text, ())))
        return Token("body", start, end, text, bodies=tuple(bodies))
    if text in known_bodies():
        return Token("foreign_body", start, end, text)
    if text in known_places():
        return Token("foreign_place", start, end, text)
    return None


def bears_place(name: str, catalog: Catalog) -> bool:
    """Whether a name begins with the place of its body, or its body has none."""
    places = [catalog.bodies[number].places for number in catalog.names[name]]
    return any(not one or name.startswith(region_forms(one)) for one in places)


def _cuts_word(question: str, token: Token) -> bool:
    """Whether the bare name of a place that is not loaded begins with the end of an everyday word."""
    is_bare = token.kind == "foreign_place" and token.text[-1] not in LEVEL_CHARACTERS
    return is_bare and token.start > 0 and CUT_WORD.match(question, token.start - 1) is not None


def _is_body(question: str, token: Token, before: Token | None, catalog: Catalog) -> bool:
    """Whether the words really name a body here, not a piece of 政府采购 or an everyday word without its place."""
    is_unit = bool(token.bodies) and not any(catalog.bodies[number].documents for number in token.bodies)
    if is_unit and BUILDING.match(question, token.end):
        return False
    if OFFICE_ACCOUNT.match(question, token.start):
        return False
    if token.text.endswith("政府") and NOT_A_GOVERNMENT.match(question, token.end):
        return False
    if token.kind == "foreign_body" and re.match(NOT_A_BODY, question[token.end :]) is None:
        return False
    has_level = token.start > 0 and question[token.start - 1] in LEVEL_CHARACTERS
    return token.kind == "name" or before is not None or has_level or not is_everyday_word(token.text)


def _unlisted_token(question: str, start: int, catalog: Catalog, before: Token | None) -> Token | None:
    if before is not None:
        if bureau := _bureau_of_place(question, start, catalog, before):
            return bureau
        if COUNTED.match(question, start):
            return None
        return (
            _stem_after_place(question, start, catalog, before)
            or _misspelt(question, start, catalog, before)
            or _abbreviated(question, start, catalog, before)
            or _foreign_place(question, start, catalog)
            or _match(JOINED_BODY, "foreign_body", question, start)
            or _match(FOREIGN_BODY, "foreign_body", question, start)
        )
    if start and "\u4e00" <= question[start - 1] <= "\u9fff" and question[start - 1] not in CLAUSE_STARTERS:
        return None
    return _foreign_place(question, start, catalog)


def _bureau_of_place(question: str, start: int, catalog: Catalog, place: Token) -> Token | None:
    """甲市局, 甲市、乙县两局: the loaded bureaus of the places; none where the places have none."""
    found = BUREAU.match(question, start)
    if found is None:
        return None
    if place.kind == "foreign_place":
        return Token("foreign_body", start, found.end(), found[0])
    bureaus = tuple(number for number in bureaus_of(catalog) if found[1] or catalog.bodies[number].places in place.places)
    return Token("body", start, found.end(), found[0], bodies=bureaus) if bureaus else None


def bureaus_of(catalog: Catalog) -> tuple[int, ...]:
    """The loaded bodies with documents of their own that are a 局, by number."""
    return tuple(number for number, body in enumerate(catalog.bodies) if body.documents and body.name.partition("（")[0].endswith("局"))


def _stem_after_place(question: str, start: int, catalog: Catalog, place: Token) -> Token | None:
    """甲市水务2024年: a body of this place without its suffix."""
    for end in range(min(len(question), start + LONGEST_STEM), start + 1, -1):
        stem = question[start:end]
        numbers = tuple(number for number in body_stems(catalog).get(stem, ()) if catalog.bodies[number].places in place.places)
        if numbers and STEM_ENDS.match(question, end):
            return Token("body", start, end, stem, bodies=numbers)
    return None


def _foreign_place(question: str, start: int, catalog: Catalog) -> Token | None:
    token = _match(FOREIGN_PLACE, "foreign_place", question, start)
    if token is None or NOT_A_STEM.search(token.text[:-1]):
        return None
    if any(token.text[inner:] in catalog.place_forms for inner in range(1, len(token.text))):
        return None
    # 下市 + 场监管局: a body that begins inside and ends behind is what is meant.
    inside = (_known_token(question, inner, catalog, None) for inner in range(start + 1, token.end))
    if any(one and one.end > token.end for one in inside):
        return None
    is_followed = AFTER_PLACE.match(question, token.end) or _known_token(question, token.end, catalog, token)
    return token if is_followed else None


def _match(pattern: re.Pattern[str], kind: str, question: str, start: int) -> Token | None:
    match = pattern.match(question, start)
    return Token(kind, start, match.end(), match.group()) if match else None


def _misspelt(question: str, start: int, catalog: Catalog, place: Token) -> Token | None:
    """A body of this place whose name stands here with one or two characters wrong or missing."""
    numbers = [number for path in place.places for number in catalog.by_place.get(path, ())]
    forms = {form: number for number in numbers for form in catalog.bodies[number].forms if len(form) >= MINIMUM_MISSPELT_LENGTH}
    found = closest_form(question[start:], list(forms))
    if found is None:
        return None
    form, length = found
    if TWO_BODIES.search(question, start, start + length) or _is_of_another_place(question, start, form):
        return None
    bodies = tuple(number for number in numbers if form in catalog.bodies[number].forms)
    return Token("body", start, start + length, question[start : start + length], bodies=bodies, understood=form)


def _is_of_another_place(question: str, start: int, form: str) -> bool:
    """Whether a name begins with a place (丙区) that is no slip of the one (丁戊区) with which a form begins."""
    own, said = FOREIGN_PLACE.match(form), FOREIGN_PLACE.match(question, start)
    return bool(own and said) and Levenshtein.distance(own["stem"], said["stem"]) > 1  # type: ignore[index]


def _called_short(question: str, start: int, catalog: Catalog, place: Token | None, known: Token | None) -> Token | None:
    """A body of this place whose bureau is called by some characters of its name (甲县文广旅局), though other places have one called so."""
    if place is None or place.kind != "place":
        return None
    found = SHORT_BUREAU.match(question, start)
    if found is None or (known and known.end > found.end()):
        return None
    here = [number for path in place.places for number in catalog.by_place.get(path, ()) if catalog.bodies[number].documents]
    meant = tuple(number for number in here if _is_called(found[0], catalog.bodies[number].forms[0], known is not None))
    if len(meant) != 1:
        return None
    return Token("body", start, found.end(), found[0], bodies=meant, understood=catalog.bodies[meant[0]].forms[0])


def _is_called(short: str, name: str, is_known: bool) -> bool:
    """A bureau that is known by itself may be joined to another here (甲县旅游局: 文化和旅游局)."""
    is_cut = short[0] == name[0] and is_short_form(short, name, ending=1)
    return short != name and (is_cut or (is_known and name.endswith(short)))


def _abbreviated(question: str, start: int, catalog: Catalog, place: Token) -> Token | None:
    """A body of this place whose name stands here cut short in its middle."""
    numbers = [number for path in place.places for number in catalog.by_place.get(path, ()) if catalog.bodies[number].documents]
    found = abbreviated_name(question[start:], {form for number in numbers for form in catalog.bodies[number].forms})
    if found is None:
        return None
    form, length = found
    bodies = tuple(number for number in numbers if form in catalog.bodies[number].forms)
    return Token("body", start, start + length, question[start : start + length], bodies=bodies, understood=form)


def _lengthen(question: str, token: Token, catalog: Catalog) -> Token:
    """大数据局信息中心 is another body than 大数据局, its own unit where one is loaded."""
    if token.is_place or not (match := LONGER_BODY.match(question, token.end)):
        return token
    parents = {document.id for number in token.bodies for document in catalog.bodies[number].documents}
    own = [number for number, body in enumerate(catalog.bodies) if any(one.id in parents for one, _ in body.parents)]
    units = tuple(number for number in own if catalog.bodies[number].forms[0] == match.group())
    short = question[token.end : match.end()]
    called = tuple(number for number in own if short in catalog.bodies[number].forms and catalog.bodies[number].name.endswith(short))
    units = units or (called if len(called) == 1 else ())  # 甲市水务局闸站中心: its 甲市水利闸站中心
    if units:
        return replace(token, end=match.end(), text=question[token.start : match.end()], bodies=units, understood=None)
    return Token("foreign_body", token.start, match.end(), question[token.start : match.end()])


def _stands_beside(first: Token, second: Token) -> bool:
    """Whether two loaded places are said one after the other (甲地乙地) and neither lies in the other: a list without a mark."""
    is_bare = first.kind == second.kind == "place" and first.text[-1] not in LEVEL_CHARACTERS and second.text[-1] not in LEVEL_CHARACTERS
    return is_bare and not any(path[: len(top)] == top for path in second.places for top in first.places)


def _nest(outer: Token, inner: Token) -> Token:
    """丁省 + 甲市: an outer place that is not loaded is believed unless the inner one is a zone or known to lie elsewhere."""
    if outer.kind == "place":
        places = frozenset(path for path in inner.places if any(path[: len(top)] == top for top in outer.places))
    else:
        stem = outer.text.rstrip("省市")
        alone = (path for path in inner.places if len(path) == 1 and not is_zone(path[0]))
        places = frozenset((*alone, *(path for path in inner.places if any(part.startswith(stem) for part in path))))
        places |= inner.places if stem in organization_words().provinces else frozenset()
    kind = "place" if places else "foreign_place"
    return replace(inner, kind=kind, start=outer.start, text=outer.text + inner.text, places=places)


def _nest_name(outer: Token, name: Token, catalog: Catalog) -> Token:
    """丁市 + 示范区甲局: the name counts only where its place may lie in the outer one."""
    inside = _nest(outer, replace(name, places=frozenset(catalog.bodies[number].places for number in name.bodies)))
    bodies = tuple(number for number in name.bodies if catalog.bodies[number].places in inside.places)
    return replace(inside, kind="name" if bodies else "foreign_body", places=frozenset(), bodies=bodies)


