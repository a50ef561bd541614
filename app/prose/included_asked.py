"""“甲是什么，包不包括乙”: the clause of a question for a definition that asks whether something is part of it."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.spelling.label_key import fold

WHETHER = r"(?:包不包(?:括|含)|含不含|包括不包括|包含不包含|是否(?:还|也)?(?:包括|包含|含)|有没有(?:包括|包含))"
IN_ALL = r"(?:在内|在里面)?[?。]*\s*$"
LEAD = r"[,;。?]\s*(?:它|其|这里面?|里面|其中|那么?|那)?(?:还|又|也|到底)?"
INCLUDED = re.compile(
    rf"{LEAD}(?:{WHETHER}(?P<thing>[^,;?。]{{2,24}}?)|(?:包括|包含|含)(?P<other>[^,;?。哪什多几]{{2,24}}?)(?:吗|么|不)){IN_ALL}"
)
WHOLE = re.compile(rf"(?<=[一-鿿”])(?:里面?|中)?{WHETHER}(?P<thing>[^,;?。]{{2,24}}?){IN_ALL}")
GLOSSARY_NAMED = re.compile(r"名词解释")
PLACE = re.compile(r"^[\s的]*(?:部门|单位)?(?:预算|决算)?(?:公开|文件|报告|说明)*的?(?:名词解释)?(?:里|中|上)面?的?\s*[,:]\s*")
MATTER = re.compile(r"(?:经费|支出|费用|费|收入|资金)$")
ASKS_MEANING = re.compile(r"什么|啥|哪|怎么|解释|含义|定义|意思")


def read_included(rest: str) -> tuple[str, str]:
    """The question without such a clause and the place named first, and the thing it asks about; the question itself without one."""
    found = INCLUDED.search(rest)
    if found is not None and ASKS_MEANING.search(PLACE.sub("", rest[: found.start()])):
        return PLACE.sub("", f"{rest[: found.start()]}?"), (found["thing"] or found["other"]).strip()
    whole = WHOLE.search(rest) if GLOSSARY_NAMED.search(rest) else None
    if whole is not None:
        return f"{PLACE.sub('', rest[: whole.start()])}是什么?", whole["thing"].strip()
    return rest, ""


def speaks_of(text: str, thing: str) -> bool:
    """Whether a definition names the thing, if only by what it is money for (人员支出 for 人员经费)."""
    bare = MATTER.sub("", fold(thing))
    return (bare if len(bare) > 1 else fold(thing)) in fold(text)
