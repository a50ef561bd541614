"""“工资占多少”, “占多少”, then “那办公费呢”: whether a follow-up asks for a share, and of what thing."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.normalize_question import normalize_question

LEAD = r"(?:那么?|其中|再|里面?|这里面?|[的,])*"
IT = r"(?:这|那|它|该|此)(?:项|个|笔|块|部分|些)?的?(?:钱|支出)?"
THING = r"(?P<thing>[^,;?占比在里中]{2,16}?)"
MUCH = r"占(?:比|了|到|其中|总数|总额|总的|的)*(?:是|有)?(?:多少|多大|几成|百分之几|百分之多少|比例|比重)?呢?"
ASKED = re.compile(rf"{LEAD}(?:{IT}|{THING})?的?所?{MUCH}")
LIKEWISE = re.compile(rf"{LEAD}{THING}的?呢")
SAID = re.compile(r"[?？。！!\s]+$")


def read_share_asked(question: str, *, is_after_share: bool = False) -> str | None:
    """The thing whose share is asked for, empty for the one told just before; None where no share is.

    After a share “那办公费呢” asks for one too.
    """
    asked = SAID.sub("", normalize_question(question))
    if found := ASKED.fullmatch(asked):
        return found["thing"] or ""
    likewise = LIKEWISE.fullmatch(asked) if is_after_share else None
    return likewise["thing"] if likewise else None
