"""The unknown bureaus that stand beside a known one in a list."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.bodies.mention import Mention

UNKNOWN_BEFORE = re.compile(
    r"(?:^|[\s,、;?!。:]|20\d\d年度?|今年|去年|比较|对比|请问|问问|查查)(?P<name>[\u4e00-\u9fff]{2,8}?[局委厅署])(?:和|与|跟|及|、|还有)$"
)
UNKNOWN_AFTER = re.compile(r"(?:和|与|跟|及|、|还有)(?P<name>[\u4e00-\u9fff]{2,8}?[局委厅署])(?!内|里|部|领导|机关|本级|长|员)")


def listed_unknown(question: str, mentions: list[Mention]) -> list[Mention]:
    """The bureaus that stand beside a known one in a list (“甲局和某某局”) and are called by no name that is known."""
    spans = [span for mention in mentions if mention.bodies and mention.names_body for span in mention.spans]
    taken = [span for mention in mentions for span in mention.spans]
    found = [match.span("name") for start, _ in spans if (match := UNKNOWN_BEFORE.search(question[:start]))]
    found += [match.span("name") for _, end in spans if (match := UNKNOWN_AFTER.match(question, end))]
    free = [one for one in dict.fromkeys(found) if not any(start < one[1] and one[0] < end for start, end in taken)]
    return [Mention((), question[start:end], ((start, end),)) for start, end in free]
