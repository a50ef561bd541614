"""The longest known name that begins at a place of the question."""

from __future__ import annotations

from ingest import late_re as re
from ingest.identity.organization_forms import region_forms
from retrieval.bodies.name_patterns import BUILDING, NOT_A_BODY
from retrieval.bodies.name_token import LEVEL_CHARACTERS, Token
from retrieval.catalog import Catalog, is_everyday_word
from retrieval.spelling.known_names import known_bodies, known_places, longest_known_body

# 政府办公厅(室)及相关机构事务 is an account.
OFFICE_ACCOUNT = re.compile(r"政府办公[厅室](?:\(室\))?及")
NOT_A_GOVERNMENT = re.compile(r"采购|性基金|购买|债务|债券|投资|网站|门户|补助|补贴|会计|办公厅\(室\)|储备|收支|资产|云|职能|经济|服务")
# 几个县市区政府, 各乡镇政府 are counted, not named.
COUNTED_LEVELS = re.compile(r"(?:[几\d一二两三四五六七八九十]+个?|多少个?|哪些|各|每个|所有)(?:[县市区旗乡镇、和]|街道){1,6}(?:人民)?$")
CUT_WORD = re.compile(r"[其当集初高]中|[投工物出集筹]资")  # 其中|卫生 and 投资|阳光 name no place


def known_token(question: str, start: int, catalog: Catalog, before: Token | None) -> Token | None:
    """The longest name of a loaded or widely known place or body that begins here."""
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
    if token.text.endswith("政府") and COUNTED_LEVELS.search(question, 0, token.end - len("政府")):
        return False
    if token.text.endswith("政府") and NOT_A_GOVERNMENT.match(question, token.end):
        return False
    if token.kind == "foreign_body" and re.match(NOT_A_BODY, question[token.end :]) is None:
        return False
    has_level = token.start > 0 and question[token.start - 1] in LEVEL_CHARACTERS
    return token.kind == "name" or before is not None or has_level or not is_everyday_word(token.text)
