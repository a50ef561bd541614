"""Which bodies a question names: in full, short, place and body apart, in lists, by level, misspelt, or not loaded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from ingest import late_re as re
from ingest.identity.organization_forms import is_zone
from retrieval.bodies.generic_mentions import level_mentions, with_generic_mentions
from retrieval.bodies.is_spoken_of import is_spoken_of
from retrieval.bodies.match_generic_name import has_level
from retrieval.bodies.match_misspelt_name import match_misspelt_name
from retrieval.bodies.match_unlisted_name import match_unlisted_name
from retrieval.bodies.mention import Mention
from retrieval.bodies.mention_words import JOINT, NOT_A_PLACE
from retrieval.bodies.name_patterns import TIGHT
from retrieval.bodies.organization_tokens import BUREAU, LEVEL_CHARACTERS, Token, bureaus_of, find_tokens
from retrieval.catalog import Catalog

COUNT = r"[一二两三四五六七八九十几\d]"
# What may stand between a place and its body: 的, years, counts, 下属.
LINK = re.compile(
    rf"(?:的|里|下属|所属|下面|本级|这边|那边|这个|那个|这|那|各|{COUNT}{{1,2}}(?:个|家)(?:单位)?|\s|20\d\d年?(?:度)?|(?:部门)?(?:预算|决算)(?:里|中)?|今年|去年)*"
)
JOINT_BEHIND_YEAR = re.compile(rf"(?:20\d\d年(?:度)?)?{JOINT.pattern}")
QUALIFIER = re.compile(r"[^,。?;!“”]{1,14}的")
UNKNOWN_PREFIX = re.compile(r"(?:^|[,、;?!。:“\s]|20\d\d年度?|和|与|跟|比)([\u4e00-\u9fff]{2,3})$")
UNKNOWN_BEFORE = re.compile(
    r"(?:^|[\s,、;?!。:]|20\d\d年度?|今年|去年|比较|对比|请问|问问|查查)(?P<name>[\u4e00-\u9fff]{2,8}?[局委厅署])(?:和|与|跟|及|、|还有)$"
)
UNKNOWN_AFTER = re.compile(r"(?:和|与|跟|及|、|还有)(?P<name>[\u4e00-\u9fff]{2,8}?[局委厅署])(?!内|里|部|领导|机关|本级|长|员)")
BRACKET_INSIDE = re.compile(r"\s*\(\s*")
# “甲局的X比乙市多多少”
AFTER_LISTED = re.compile(r"的|呢|$|[,?和与、]|[多少高低大小](?!数据)|差|相[差比]|比|谁|哪|一样|[要还]?更|贵|便宜|超")
LEVEL = re.compile(
    rf"(省|市|县|区|镇|乡|街道)(?:级|里)的?(?:那|这)?{COUNT}?(?:个|家|些)?(?:的)?(?:局|部门|单位|机关|委)(?!预算|决算)"
    r"|(?<![\u4e00-\u9fff])(省|市|县|区)(?:级的?|里的)(?=$|[和与跟、,?呢哪]|20\d\d)|那个(县|区|市)的?(?:局|单位|部门)(?!预算|决算)"
)


@dataclass(frozen=True, slots=True)
class _Groups:
    """Tokens put together: places with the body they stand before, places left over, bodies left over."""

    placed: list[tuple[tuple[Token, ...], Token]]
    places: list[Token]
    bodies: list[Token]


def match_organization(question: str, catalog: Catalog) -> tuple[Mention, ...]:
    """The mentions of bodies in reading order; one without `bodies` is not loaded."""
    tokens = [one for one in find_tokens(question, catalog) if one.is_place or not _is_only_spoken_of(question, one, catalog)]
    groups = _group(question, tokens)
    mentions = [_place(catalog, place, body) for places, body in groups.placed for place in places or (None,)]
    mentions += _join_apart(question, catalog, groups, bool(mentions))
    mentions += level_mentions(question, catalog, mentions)
    if not mentions:
        mentions = _by_level(question, catalog) or match_misspelt_name(question, catalog)
    mentions = with_generic_mentions(question, catalog, mentions) or _unlisted(question)
    mentions += _listed_unknown(question, mentions)
    return tuple(_settle(_merge_brackets(question, sorted(mentions, key=lambda mention: mention.spans)), catalog))


def _is_only_spoken_of(question: str, token: Token, catalog: Catalog) -> bool:
    is_loaded = any(catalog.bodies[number].documents for number in token.bodies)
    return not is_loaded and is_spoken_of(question, token.start, token.end)


def _unlisted(question: str) -> list[Mention]:
    return [Mention((), question[start:end], ((start, end),)) for start, end in match_unlisted_name(question)]


def _listed_unknown(question: str, mentions: list[Mention]) -> list[Mention]:
    """The bureaus that stand beside a known one in a list (“甲局和某某局”) and are called by no name that is known."""
    spans = [span for mention in mentions if mention.bodies and mention.names_body for span in mention.spans]
    taken = [span for mention in mentions for span in mention.spans]
    found = [match.span("name") for start, _ in spans if (match := UNKNOWN_BEFORE.search(question[:start]))]
    found += [match.span("name") for _, end in spans if (match := UNKNOWN_AFTER.match(question, end))]
    free = [one for one in dict.fromkeys(found) if not any(start < one[1] and one[0] < end for start, end in taken)]
    return [Mention((), question[start:end], ((start, end),)) for start, end in free]


def _settle(mentions: list[Mention], catalog: Catalog) -> list[Mention]:
    """A name that bodies of several places bear means the one of the place that is named beside it."""
    settled = []
    for mention in mentions:
        others = (other for other in mentions if other is not mention and other.bodies)
        named = {places.pop() for other in others if len(places := {catalog.bodies[number].places for number in other.bodies}) == 1}
        near = tuple(number for number in mention.bodies if catalog.bodies[number].places in named)
        settled.append(replace(mention, bodies=near) if near and len(mention.bodies) > 1 else mention)
    return settled


def _group(question: str, tokens: list[Token]) -> _Groups:
    groups = _Groups([], [], [])
    run: list[Token] = []
    for token in tokens:
        if token.is_place:
            if run and not JOINT.fullmatch(question, run[-1].end, token.start):
                groups.places.extend(run)
                run = []
            run.append(token)
        elif token.kind == "name":
            listed = tuple(run) if run and JOINT.fullmatch(question, run[-1].end, token.start) else ()
            groups.places.extend(() if listed else run)
            groups.placed.append(((), token))
            groups.placed.extend([(listed, token)] if listed else [])
            run = []
        elif run and _is_linked(question, run[-1].end, token.start):
            groups.placed.append((tuple(run), token))
            run = []
        else:
            groups.bodies.append(token)
    groups.places.extend(run)
    return groups


def _is_linked(question: str, start: int, end: int) -> bool:
    return bool(LINK.fullmatch(question, start, end) or QUALIFIER.fullmatch(question, start, end))


def _join_apart(question: str, catalog: Catalog, groups: _Groups, is_named: bool) -> list[Mention]:
    """Places and bodies that stand apart: a body takes the places of the question, a listed place the body named before it."""
    mentions: list[Mention] = []
    if len(groups.places) == len(groups.bodies) == 1 and _are_two(question, catalog, groups.places[0], groups.bodies[0]):
        return [_region_only(catalog, groups.places[0]), _bare(question, catalog, groups.bodies[0])]
    if groups.places and groups.bodies:
        return [_across(question, catalog, place, body) for place in groups.places for body in groups.bodies]
    for place in groups.places:
        last = [body for places, body in groups.placed if body.end <= place.start]
        if not is_named:
            mentions.append(_region_only(catalog, place))
        elif last and AFTER_LISTED.match(question, place.end) and _is_listed(question, place):
            mentions.append(_place(catalog, place, _without_place(catalog, last[-1])))
    for body in groups.bodies:
        if body.bodies:
            mentions.append(_bare(question, catalog, body))
        elif body.kind == "body" or (not is_named and not any(other.bodies for other in groups.bodies)) or _is_listed(question, body):
            mentions.append(Mention((), body.text, ((body.start, body.end),)))
    return mentions


def _are_two(question: str, catalog: Catalog, place: Token, body: Token) -> bool:
    """Whether a place and a body of another place are joined (“丙区和甲中心”): each stands for itself."""
    is_joined = bool(body.bodies) and bool(JOINT_BEHIND_YEAR.fullmatch(question, place.end, body.start))
    fits = any(catalog.bodies[number].places in place.places for number in body.bodies)
    return is_joined and not fits and bool(_region_only(catalog, place).bodies)


def _across(question: str, catalog: Catalog, place: Token, body: Token) -> Mention:
    """A place and a body apart; words that join them into one longer name (甲市东区某局) make it a body that is not loaded."""
    if re.fullmatch(rf"(?:{TIGHT}){{1,6}}", question[place.end : body.start]):
        return Mention((), question[place.start : body.end], ((place.start, body.end),))
    return _place(catalog, place, body)


def _is_listed(question: str, token: Token) -> bool:
    return bool(re.search(r"(?:[、和与跟比同及,]|还有|以及)$", question[: token.start]))


def _without_place(catalog: Catalog, token: Token) -> Token:
    """A full name, or the bureau of a place (甲市局), as the body it names, so that another place can take it."""
    if token.kind == "body" and BUREAU.fullmatch(token.text):
        return replace(token, bodies=bureaus_of(catalog))
    if token.kind != "name":
        return token
    forms = (form for number in token.bodies for form in catalog.bodies[number].forms if token.text.endswith(form))
    form = max(forms, key=len, default=token.text)
    return replace(token, kind="body", text=form, bodies=catalog.body_forms.get(form, ()))


def _place(catalog: Catalog, place: Token | None, body: Token) -> Mention:
    if place is None:
        return Mention(body.bodies, body.text, ((body.start, body.end),))
    body = _without_place(catalog, body)
    spans = tuple(sorted({(place.start, place.end), (body.start, body.end)}))
    if place.end == body.start:
        spans = ((place.start, body.end),)
    asked = place.text + body.text
    fitting = tuple(number for number in body.bodies if catalog.bodies[number].places in place.places)
    if fitting:
        return Mention(fitting, asked, spans, understood=place.text + body.understood if body.understood else None)
    zone = _zone_body(catalog, place, body)
    return Mention(zone, asked, spans, understood=catalog.bodies[zone[0]].name if zone else None)


def _zone_body(catalog: Catalog, place: Token, body: Token) -> tuple[int, ...]:
    """A zone's body asked for under its city's name, where the city's own body of that function is loaded and called otherwise."""
    inside = tuple(
        number for number in body.bodies
        if (places := catalog.bodies[number].places)[:-1] in place.places and is_zone(places[-1])
    )
    for number in inside:
        forms = set(catalog.bodies[number].forms)
        own = (catalog.bodies[other] for path in place.places for other in catalog.by_place.get(path, ()))
        if any(forms & set(other.forms) for other in own if other.documents):
            return inside
    return ()


def _region_only(catalog: Catalog, place: Token) -> Mention:
    """All bodies of the place, and of the zones inside it: these are no places of their own."""
    zones = (path for path in catalog.by_place if path[:-1] in place.places and is_zone(path[-1]))
    numbers = (number for path in sorted({*place.places, *zones}) for number in catalog.by_place.get(path, ()))
    loaded = tuple(number for number in numbers if catalog.bodies[number].documents)
    return Mention(loaded, place.text, ((place.start, place.end),), names_body=False)


def _bare(question: str, catalog: Catalog, body: Token) -> Mention:
    """A body without a place: all that are called so, of the level said (区大数据局), unless an unknown place stands before it."""
    before = question[body.start - 1] if body.start else ""
    if before and before in LEVEL_CHARACTERS:
        fitting = tuple(number for number in body.bodies if has_level(catalog.bodies[number], before))
        return Mention(fitting, before + body.text, ((body.start - 1, body.end),), understood=body.understood)
    unknown = UNKNOWN_PREFIX.search(question[: body.start])
    if unknown and not NOT_A_PLACE.search(unknown[1]) and unknown[1] not in catalog.body_forms:
        return Mention((), unknown[1] + body.text, ((unknown.start(1), body.end),))
    return Mention(body.bodies, body.text, ((body.start, body.end),), understood=body.understood)


def _by_level(question: str, catalog: Catalog) -> list[Mention]:
    found = []
    for match in LEVEL.finditer(question):
        character = next(group for group in match.groups() if group)
        levelled = ((number, body) for number, body in enumerate(catalog.bodies) if body.documents and body.level)
        fitting = tuple(number for number, body in levelled if has_level(body, character))
        found.append(Mention(fitting, match.group(), (match.span(),), names_body=False))
    return found


def _merge_brackets(question: str, mentions: list[Mention]) -> list[Mention]:
    """X中心(Y服务中心): a second name in brackets belongs to the first."""
    merged: list[Mention] = mentions[:1]
    for before, mention in pairwise(mentions):
        opening = mention.spans[0][0]
        between = question[before.end : opening]
        last = merged[-1]
        common = tuple(number for number in last.bodies if number in mention.bodies)
        if BRACKET_INSIDE.fullmatch(between) and question[mention.end : mention.end + 1] == ")" and (common or not last.bodies):
            merged[-1] = replace(
                last, bodies=common or mention.bodies, spans=(*last.spans, (before.end, mention.end + 1)),
                asked=last.asked + question[before.end : mention.end + 1], understood=last.understood,
            )
        elif mention.bodies != last.bodies or not mention.bodies or mention.names_body != last.names_body:
            merged.append(mention)
    return merged
