"""“扣除B，A还有多少”, “A除了B，还剩多少”: what is taken from a whole, said after the whole and in one clause with it."""

from __future__ import annotations

from ingest import late_re as re

TAKING = r"除[了去掉开]?|扣除|扣[掉去]|刨[去掉除]|不算|去掉"
OUTSIDE = r"(?:之外|以外|外|后|之后|以后)?"
PART = r"[^,;?~除]{2,24}?"
HOW_MANY = r"[^,;?哪什]{0,6}(?:多少|几)"
LEFT_BEHIND = re.compile(rf"([^,;?~](?:{TAKING}){PART}){OUTSIDE},(?=(?:一共|总共|那)?(?:还剩|还有|剩|余){HOW_MANY})")
TAKEN_FIRST = re.compile(
    rf"(?:{TAKING})(?P<part>{PART}){OUTSIDE},(?P<whole>[^,;?]{{2,24}}?)(?:里面?|中|当中)?(?P<left>(?:一共|总共)?(?:还|剩|余){HOW_MANY})"
)


def whole_first(text: str) -> str:
    """The text with a whole before what is taken from it; as it is where nothing is taken."""
    return TAKEN_FIRST.sub(r"\g<whole>扣除\g<part>\g<left>", LEFT_BEHIND.sub(r"\1", text))
