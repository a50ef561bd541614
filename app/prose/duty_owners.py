"""Whose duty a thing is, and whose it is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.answer import Answer
from app.prose.duty_lists import DutyGroup, main_name, own_groups
from app.prose.match_duties import FEWEST_CHARACTERS, DutyMatch, match_owners
from app.prose.tell_duties import MOST_SHOWN, citations_of, owner_lines, shown, tell_owners
from app.question.everyday_words import also_called
from app.question.text_question import TextQuestion, topic_of
from app.telling import wording_text as wording
from app.telling.offer_founds import shorten
from app.telling.passages import cite_passage
from ingest import late_re as re
from retrieval.spelling.label_key import fold, label_key

WHO = re.compile(
    r"谁(?:来|在)?(?:负责|承担|主管|管|牵头)|(?:由|归)(?:谁|哪)|(?:哪|什么)(?:个|些|家|几个|一个|几家|一家)?(?:大数据|政务)?(?:单位|部门|局|机构|机关|中心)|(?:负责|承担|主管|牵头).{2,40}(?:是|的)(?:谁|哪)|还有谁|谁家?的(?:主要)?(?:职责|职能)|谁(?:没有|有|来|去)|哪(?:一)?[家个]的?(?:职责)?(?:里|中)?(?:没有?|有)(?=提|写|说|列|涉|负|这|那)"
)
LACKS = re.compile(r"没有|没[写提列]|不负责|无.{0,20}职责|未(?:写|提|列)")
CLAUSE = re.compile(r"[,;。]")
QUOTED = re.compile(r"“([^”]+)”")
MOST_NAMED, SHORTEST_QUOTED = 8, 2


def owners_of(asked: TextQuestion, whole: str, groups: Sequence[DutyGroup]) -> Answer | None:
    """Whose duty the topic is, or the word that all duties were looked through; None where it is a table's row."""
    is_lacking = bool(LACKS.search(QUOTED.sub("", asked.rest)))
    quoted = [one for one in QUOTED.findall(asked.rest) if len(one) >= SHORTEST_QUOTED] if is_lacking else []
    found = ((one, match_owners(groups, one)) for said in quoted or _wordings(asked, whole) for one in also_called(said))
    topic, matches = next((one for one in found if one[1]), (quoted[0] if quoted else whole, []))
    if is_lacking:
        return _lacking(topic, groups, matches) if len(quoted) < 2 else None
    if not matches and _is_row(asked, whole):
        return None
    if not matches:
        names = "、".join(dict.fromkeys(group.owner for group in groups[:MOST_NAMED]))
        count = sum(len(group.items) for group in {group.owner: group for group in groups}.values())
        return Answer("not_found", wording.NO_DUTY_ANYWHERE.format(names=names, count=count, topic=shown(topic)), answered_by="quote")
    return tell_owners(matches, wording.RESPONSIBLE.format(topic=shown(topic), owners=owner_lines(matches)))


def _wordings(asked: TextQuestion, topic: str) -> Iterator[str]:
    """What somebody is to be responsible for: as asked, the words quoted, the clause that asks who without what leads up to it."""
    yield topic
    yield from (quoted for quoted in QUOTED.findall(asked.rest) if len(quoted) >= FEWEST_CHARACTERS)
    clauses = [one for one in CLAUSE.split(asked.rest) if WHO.search(one)]
    own = topic_of(replace(asked, rest=clauses[0]), "duty") if clauses else ""
    if len(own) >= FEWEST_CHARACTERS:
        yield own


def _is_row(asked: TextQuestion, topic: str) -> bool:
    """Whether a table has a row of this very name (a project): its columns may say who carries it out."""
    key = fold(topic)
    return any(key == label_key(part) for document in asked.documents for figure in document.figures for part in figure.row)


def _lacking(topic: str, groups: Sequence[DutyGroup], matches: Sequence[DutyMatch]) -> Answer:
    having = {match.group.document.info.organization for match in matches}
    without = dict.fromkeys(main_name(group.document) for group in groups if group.document.info.organization not in having)
    if not without:
        return tell_owners(matches, wording.NO_LACKING.format(count=len(having), topic=shown(topic), owners=owner_lines(matches)))
    text = wording.LACKING.format(topic=shown(topic), without="、".join(without))
    if matches:
        text += "\n" + wording.HAVING.format(owners=owner_lines(matches))
    lacking = [group for group in own_groups(groups) if main_name(group.document) in without]
    citations = [cite_passage(group.document, group.section, group.items[0].text) for group in lacking[:MOST_SHOWN]]
    return Answer("answered", shorten(text), citations=(*citations, *citations_of(matches)), answered_by="quote")
