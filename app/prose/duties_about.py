"""Which duties speak of a thing, or the word that all of them were looked through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer
from app.prose.duty_lists import DutyGroup, chinese_number
from app.prose.match_duties import COVER, FEWEST_CHARACTERS, DutyMatch, match_duties
from app.prose.tell_duties import MOST_SHOWN, citations_of, list_items, owner_lines, shown, tell_owners
from app.question.everyday_words import also_called
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found
from ingest import late_re as re
from retrieval.spelling.label_key import fold

YES_NO = re.compile(r"有没有|是否|是不是|负不负|管不(?=\s*(?:[?？,;]|$))|(?:吗|(?<![什怎])么)(?:[?？]|$)|有无")
# How many there are and which number it is are told with every duty: such a clause asks nothing more.
ACTION = re.compile(r"^(?:负责|开展|组织|推进|推动|加强|抓好?|搞好?|做好?|办理?|培养|培育|建设|管理|审核|审批|指导|协调|监督)(?=.{4})")
OFFICE = re.compile(r"[一-鿿]{3,}(?:(?<![学医社百内外本专])科|股|(?<![益好用坏害])处|[^教温浴]室)")  # a body's own office: no duty's thing


def duties_about(asked: TextQuestion, topic: str, groups: Sequence[DutyGroup]) -> Answer | None:
    """The duties that speak of the topic, or the word that all were looked through."""
    objects = (one for one in (topic, ACTION.sub("", topic)) if len(one) >= FEWEST_CHARACTERS or one == topic)
    found = ((name, match_duties(groups, name, COVER, is_list=True)) for one in dict.fromkeys(objects) for name in also_called(one))
    if is_office(topic):
        found = ((name, _naming(matches, name)) for name, matches in found)
    asked_for, (topic, matches) = topic, next((one for one in found if one[1]), (topic, []))
    if not matches:
        said = [wording.NO_DUTY_MATCH.format(owner=group.owner, count=len(group.items), topic=shown(asked_for)) for group in groups]
        return Answer("not_found", "\n".join(list(dict.fromkeys(said))[:MOST_SHOWN]), answered_by="quote")
    founds = [Found(match.group.document, _tell(match, topic), citations_of([match])) for match in matches]
    if YES_NO.search(asked.rest) and len(founds) == 1:
        founds = [Found(founds[0].document, wording.YES_DUTY.format(text=founds[0].text), founds[0].citations)]
    if len({found.document.info.id for found in founds}) > 1 and not asked.choice.is_each:
        return tell_owners(matches, wording.RESPONSIBLE.format(topic=shown(topic), owners=owner_lines(matches)))
    if len({found.document.info.id for found in founds}) == 1:
        text = "\n".join(found.text for found in founds)
        founds = [Found(founds[0].document, text, citations_of(matches))]
    return offer_founds(asked, founds)


def is_office(topic: str) -> bool:
    """Whether a topic is the name of a body's own office (某某科, 某某股)."""
    return OFFICE.fullmatch(topic) is not None


def tells_work(text: str, office: str) -> bool:
    """Whether a text goes on from an office's name to what it does."""
    return re.search(rf"{re.escape(fold(office))}[^,;、]{{0,6}}(?:负责|承担|职责|主要|:)", fold(text)) is not None


def _naming(matches: Sequence[DutyMatch], name: str) -> list[DutyMatch]:
    """The duties that an office is given under its name: what it does cannot be told by the words of that name."""
    kept = [replace(match, items=tuple(item for item in match.items if tells_work(item.text, name))) for match in matches]
    return [match for match in kept if match.items]


def _tell(match: DutyMatch, topic: str) -> str:
    numbers = "、".join(wording.DUTY_NUMBER.format(number=chinese_number(item.number)) for item in match.items)
    return wording.DUTY_MATCHES.format(
        owner=match.group.owner, count=len(match.group.items), topic=shown(topic), numbers=numbers, items=list_items(match.items)
    )
