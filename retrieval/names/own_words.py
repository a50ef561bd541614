"""What a place's only body is called in short behind the place (“某市工业中专维修费”, “某市政务那边差旅费”): it is no part of the item."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.facts.fact import FactIndex
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import load_vocabulary

BEHIND_PLACE = re.compile(r"^\s+(?P<words>[一-鿿]{2,8})")
TYPES = {"中专": "职业学校", "职校": "职业学校", "中职": "职业学校", "一中": "第一中学", "二中": "第二中学"}
LAST = "校院局委办馆所站队会厅"
TOLD = re.compile(r"(?:那边|这边|那儿|那里|口上?|系统)?的?")
ENDS_NAME = re.compile(r"[费类款项金品业]|经费|资金|支出|项目|人员")  # 服务|费: the words are the beginning of an item
ASKS_ALL = re.compile(r"\s*(?:一共|总共|今年|全年|实际|大概)*(?:花|用|支出|投入|安排|要|有|是)*(?:了|掉)*(?:多少|几).*")
OTHER_BODY = re.compile(r"[站所队馆校院]|中心|林场|大队|支队")  # 草原|站: the words are the beginning of another body's name
SHORTEST, LONGEST, SHORTEST_ITEM = 2, 6, 4


def without_own_words(rest: str, index: FactIndex) -> str:
    """What is left of a question, with the longest such words blanked; none where a row's name begins with them."""
    found = BEHIND_PLACE.match(rest)
    if found is None:
        return rest
    start, words = found.start("words"), found["words"]
    items = (*index.postings, *load_vocabulary().standard_names)
    if any(len(name) >= SHORTEST_ITEM and words.startswith(name) for name in items):
        return rest  # an item of the document or an account stands there whole (计划生育服务)
    for length in range(min(len(words), LONGEST), SHORTEST - 1, -1):
        told = TOLD.match(rest, start + length)
        end = told.end() if told else start + length
        if is_of_item(words[:length], rest[end:], is_told=bool(told and told[0])):
            continue
        if is_short_for(words[:length], index) and not is_of_name(rest[start:end], fold(rest[start : end + SHORTEST]), index):
            return f"{rest[:start]}{' ' * (end - start)}{rest[end:]}"
    return rest


def is_short_for(words: str, index: FactIndex) -> bool:
    """Whether words are the document's own body in short: its characters in order, or those of its kind of school."""
    name = index.document.info.organization or ""
    kind = next((full for short, full in TYPES.items() if words.endswith(short) and full in name), None)
    core = words[:-2] if kind else words
    left = iter(name)
    return (bool(kind) or words[-1] in LAST or words in name) and all(character in left for character in core)


def is_of_item(words: str, behind: str, *, is_told: bool) -> bool:
    """Whether words that only stand in the body's name begin an item or another name, or are all that is asked for (“某局服务花了多少”)."""
    is_body = is_told or words[-1] in LAST or any(words.endswith(short) for short in TYPES)
    return not is_body and bool(ENDS_NAME.match(behind) or OTHER_BODY.match(behind) or ASKS_ALL.fullmatch(behind))


def is_of_name(words: str, longer: str, index: FactIndex) -> bool:
    """Whether a row's name holds the words together with what follows them, or is them."""
    return fold(words) in index.variants or any(longer in name for name in index.names)
