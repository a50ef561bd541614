"""The short forms of a place and of a body, and how a full name divides into the two."""

from __future__ import annotations

import unicodedata
from itertools import product

from ingest import late_re as re
from ingest.identity.organization_words import organization_words

NOT_A_DISTRICT = r"(?<!社)(?<!园)(?<!市)(?<!辖)(?<!片)(?<!小)(?<!街)(?<!灾)(?<!景)(?<!校)(?<!库)"
PLACE = re.compile(
    r"津市市|.{1,12}?(?:自治区|自治州|自治县|地区|省|市(?![区县](?!域))|州(?![市县区省])|盟|"
    rf"(?:示范|开发|试验|实验|集聚|保税|度假|高新|经开|新|工业园)区|{NOT_A_DISTRICT}区|(?<!城)县|旗)"
)
STREET_LEVEL = re.compile(r".{1,8}?(?:街道|(?<!城)乡(?![市县区])|镇(?![市县区]))$")
BRACKETED = re.compile(r"[(（]([^()（）]*)[)）]")
SEPARATORS = re.compile(r"[和与及、]")
PARTY = re.compile(r"^(?:中国共产党|中共)(?P<place>.*?)(?:委员会|委)(?P<rest>.+)?$")
LEAGUE = re.compile(r"^(?:中国共产主义青年团|共青团)(?P<place>.*?)(?:委员会|委)$")
CONFERENCE = re.compile(r"^(?:中国人民政治协商会议)(?P<place>.*?)委员会(?P<rest>办公室)?$")
LEVEL_CHARACTERS = "省市县区州旗"
NATIONS = (  # in the names of autonomous places: 某某土家族苗族自治州, 某某彝族自治县
    "壮|回|维吾尔|蒙古|藏|苗|彝|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|"
    "羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺"
)
AUTONOMOUS = re.compile(
    rf"(?:(?<!内)(?:{NATIONS})(?:族)?)*(?:各族)?(?P<kind>自治[区州县旗])$"  # 内蒙古 is a name itself
)
TWO_FUNCTIONS = re.compile(r"([\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}[和与]([\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}(局|厅|委|委员会)")
NUMBERED = re.compile(r"第(?P<number>[一二三四五六七八九十]+)(?P<kind>(?:高级|初级|完全)?中学|(?:中心)?小学|(?:人民)?医院|幼儿园)")
NUMBERED_SHORT = {"中学": "中", "小学": "小", "医院": "院", "幼儿园": "幼"}
MAXIMUM_FORMS = 40
LONG_COMMISSION = 5
SHORTEST_PLACE = 2


def fold_name(name: str) -> str:
    """A name in half width without spaces, as forms are compared."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", name))


def split_brackets(name: str) -> tuple[str, tuple[str, ...]]:
    """The name without its brackets, and what stood in them."""
    return BRACKETED.sub("", name), tuple(inner for inner in BRACKETED.findall(name) if inner)


def split_places(region: str) -> tuple[str, ...]:
    """A region as its places, outermost first (甲市乙区 → 甲市, 乙区); streets, towns and townships are not places here but bodies."""
    places = []
    rest = fold_name(region)
    while match := PLACE.match(rest):
        places.append(match.group())
        rest = rest[match.end() :]
    if rest and not STREET_LEVEL.match(rest):
        places.append(rest)
    return tuple(places)


PROVINCES = ("省", "自治区")  # a region that ends there may be told by halves


def split_name(name: str, region: str | None) -> tuple[tuple[str, ...], str]:
    """A body's name without brackets as its places, outermost first, and what it is called apart from them."""
    if shaped := _split_party_or_congress(name):
        place, body = shaped
        return split_places(region or place), body
    known = split_places(region) if region else ()
    rest = name
    for place in known:
        rest = rest.removeprefix(place)
    if known and not (known[-1].endswith(PROVINCES) and rest != name):
        return known, rest or name
    found = list(known)
    while (match := PLACE.match(rest)) and len(rest) > match.end() + 1 and len(match.group()) <= 12:
        found.append(match.group())
        rest = rest[match.end() :]
    return tuple(found), rest or name


def _split_party_or_congress(name: str) -> tuple[str, str] | None:
    if match := PARTY.match(name):
        return match["place"], "委" + match["rest"] if match["rest"] else "委员会"
    if match := LEAGUE.match(name):
        return match["place"], "共青团委员会"
    if match := CONFERENCE.match(name):
        return match["place"], "政协委员会" + (match["rest"] or "")
    return None


def place_forms(place: str) -> tuple[str, ...]:
    """A place's full name and its usual short forms (a place of one character keeps its suffix)."""
    forms = [place]
    for zone, shorts in organization_words().zones.items():
        if place.endswith(zone):
            forms += [*(place.removesuffix(zone) + short for short in shorts), *shorts]
            return tuple(dict.fromkeys(forms))
    if autonomous := AUTONOMOUS.search(place):
        kind = autonomous["kind"]
        named = place[: autonomous.start()]
        stem = named if len(named) >= SHORTEST_PLACE else place.removesuffix(kind)  # 西藏自治区: the people's name is the place's
        return tuple(dict.fromkeys((place, stem, stem + kind[-1], stem + kind, kind)))  # 甲, 甲州, 甲自治州, 自治州
    stem = re.sub(r"(?:地区|[省市州盟区县旗])$", "", place)
    if len(stem) >= SHORTEST_PLACE and stem != place:
        forms.append(stem)
    return tuple(forms)


def region_forms(places: tuple[str, ...]) -> tuple[str, ...]:
    """What a region is called: its last place alone, and after the places around it, each in full or short."""
    if not places:
        return ()
    last = place_forms(places[-1])
    forms = ["".join(places), *last]
    for outer in places[:-1]:
        forms += [first + second for first, second in product(place_forms(outer), last)]
    return tuple(dict.fromkeys(forms))


def is_zone(place: str) -> bool:
    """Whether a place is a development or demonstration zone rather than a government's own territory."""
    return any(place.endswith(zone) for zone in organization_words().zones)


def body_forms(body: str) -> tuple[str, ...]:
    """What a body is called without its place, its own name first."""
    forms = [body, *_party_forms(body)]
    for prefix in organization_words().prefixes:
        rest = body.removeprefix(prefix)
        if rest != body and rest not in ("办公室", "办公厅", "") and len(rest) >= 4:
            forms += [rest, *(p + rest for p in organization_words().prefixes)]
            break
    for form in tuple(forms):
        forms += _short_forms(form)
    return tuple(dict.fromkeys(form for form in forms if len(form) >= 2))[:MAXIMUM_FORMS]


def _party_forms(body: str) -> tuple[str, ...]:
    if body == "共青团委员会":
        return ("团委", "共青团", "共青团委")
    if body.startswith("委") and not body.startswith("委员会") and len(body) > 2:
        return (body[1:], "委员会" + body[1:])
    return ()


def _short_forms(body: str) -> list[str]:
    words = organization_words()
    if body in words.bodies:
        # The list of a whole body is complete but for the plain 委员会 → 委.
        plain = body.removesuffix("委员会") + "委"
        return [*words.bodies[body], *([plain] if body.endswith("委员会") and len(plain) >= LONG_COMMISSION else [])]
    forms = [*_joined_forms(body), *_first_characters(body), *_numbered_forms(body)]
    for long, short in words.endings:
        if body.endswith(long) and len(body) - len(long) + len(short) >= 3 and (len(body) > len(long) or long[0] in "镇乡"):
            shortened = body.removesuffix(long) + short
            forms += [shortened, *words.bodies.get(shortened, ())]
    return forms


def _first_characters(body: str) -> list[str]:
    """林业和草原局 as 林草局: the first characters of two joined functions."""
    found = TWO_FUNCTIONS.fullmatch(body)
    return [found[1] + found[2] + found[3]] if found else []


def _numbered_forms(body: str) -> list[str]:
    """第二高级中学 as 第二中学 and 二中."""
    found = NUMBERED.fullmatch(body)
    kind = next((kind for kind in NUMBERED_SHORT if found and found["kind"].endswith(kind)), "")
    return [f"第{found['number']}{kind}", found["number"] + NUMBERED_SHORT[kind]] if found and kind else []


def _joined_forms(body: str) -> list[str]:
    """Forms of a name made of known functions (A和B管理局): each alone, and both together."""
    suffix = next((s for s in ("委员会", "办公室", "中心", "局", "厅", "委") if body.endswith(s)), "")
    parts, filler = _functions(body.removesuffix(suffix)) if suffix else ([], "")
    if not parts:
        return []
    endings = tuple(dict.fromkeys((suffix, filler + suffix)))
    forms = []
    for part in parts:
        for form in (part, *organization_words().functions[part].alone):
            forms += [form + end for end in (endings if part == parts[-1] else endings[:1])]
    if len(parts) > 1:
        for end in endings:
            forms += [joint.join(parts) + end for joint in ("", "和", "与")]
            forms += ["".join(choice) + end for choice in _joined_choices(parts)]
    # 数据中心, 政务中心: too wide to stand for a joined centre.
    return forms if suffix != "中心" or len(parts) == 1 else [form for form in forms if len(form) > 4]


def _joined_choices(parts: list[str]) -> list[tuple[str, ...]]:
    functions = organization_words().functions
    choices = product(*((part, *functions[part].joined) for part in parts))
    # 政数 and 政务数据 are said, 政数据 is not: one-character forms stand only beside each other.
    return [choice for choice in choices if len({len(form) == 1 for form in choice}) == 1]


def _functions(stem: str) -> tuple[list[str], str]:
    """The functions a stem is made of and the filler at its end, or nothing where some word is unknown."""
    for filler in ("", *organization_words().fillers):
        if stem.endswith(filler) and (found := _segment(stem.removesuffix(filler))):
            return found, filler
    return [], ""


def _segment(text: str) -> list[str]:
    functions = organization_words().functions
    found: list[str] = []
    while text:
        word = max((name for name in functions if text.startswith(name)), key=len, default="")
        if not word:
            return []
        found.append(word)
        text = SEPARATORS.sub("", text[len(word) :], count=1) if SEPARATORS.match(text[len(word) :]) else text[len(word) :]
    return found
