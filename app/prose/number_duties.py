"""The duties that a question asks for by their numbers (第三项, 最后一项, 前两项), or all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.answer import Answer, Citation
from app.prose.duty_lists import DutyGroup, chinese_number, own_groups
from app.prose.tell_duties import cite_item, list_items
from app.question.text_question import TextQuestion
from app.telling import wording_text as wording
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage
from ingest import late_re as re
from ingest.outline.headings import numeral_value

NUMERAL = r"[（(]?\s*([一二三四五六七八九十百]+|\d{1,2})\s*[）)]?"
ORDINALS = re.compile(rf"第\s*{NUMERAL}(?:\s*(?:[、和,及至]|以及)\s*第?\s*{NUMERAL})+\s*(?:项|条|款|点|个)")
ORDINAL = re.compile(rf"第\s*{NUMERAL}\s*(?:项|条|款|点|个)|[（(]([一二三四五六七八九十百]+|\d{{1,2}})[）)]\s*(?:项|条)")
FIRST_ITEMS = re.compile(r"前([两二三四五六七八九十]{1,3}|\d{1,2})(?:项|条|个)")
FROM_END = re.compile(rf"倒数(?:的)?第?{NUMERAL}\s*(?:项|条|款|点|个)")
LAST_ITEM = re.compile(r"最后(?:的)?一(?:项|条|个)|末(?:项|条)")


def numbers_asked(rest: str, groups: Sequence[DutyGroup]) -> list[int]:
    """The numbers of the duties asked for; empty where none is named."""
    if from_end := FROM_END.search(rest):
        items, place = own_groups(groups)[0].items, numeral_value(from_end[1])
        return [one.number for one in items[::-1][place - 1 : place]] or [place]
    if LAST_ITEM.search(rest):
        return [own_groups(groups)[0].items[-1].number]
    if first := FIRST_ITEMS.search(rest):
        return list(range(1, numeral_value(first.group(1).replace("两", "二")) + 1))
    if several := ORDINALS.search(rest):
        return [numeral_value(one) for one in re.findall(NUMERAL, several.group())]
    return [numeral_value(one or other) for one, other in ORDINAL.findall(rest)]


def tell_numbered(asked: TextQuestion, groups: Sequence[DutyGroup], numbers: Sequence[int]) -> Answer | None:
    """The duties of these numbers, as each of the bodies lists them."""
    return _each(asked, groups, lambda group: _numbered(group, numbers))


def tell_all(asked: TextQuestion, groups: Sequence[DutyGroup]) -> Answer | None:
    """All duties of each of the bodies."""
    return _each(asked, groups, lambda group: _all(group, groups))


def _each(asked: TextQuestion, groups: Sequence[DutyGroup], tell: Callable[[DutyGroup], tuple[str, tuple[Citation, ...]]]) -> Answer | None:
    founds = [Found(group.document, *tell(group)) for group in own_groups(groups)]
    told = [found for found in founds if found.citations]
    if told:
        return offer_founds(asked, told)
    return Answer("not_found", "\n".join(found.text for found in founds), answered_by="quote")


def _all(group: DutyGroup, groups: Sequence[DutyGroup]) -> tuple[str, tuple[Citation, ...]]:
    sentence = wording.ALL_DUTIES if group.is_numbered else wording.ALL_DUTIES_UNNUMBERED
    text = sentence.format(owner=group.owner, count=len(group.items), items=list_items(group.items))
    others = [other for other in groups if other.document is group.document and other is not group]
    text += "".join("\n" + wording.OTHER_DUTIES.format(owner=other.owner, count=len(other.items)) for other in others)
    quote = "".join(item.text for item in group.items)
    return text, (cite_passage(group.document, group.section, quote),)


def _numbered(group: DutyGroup, numbers: Sequence[int]) -> tuple[str, tuple[Citation, ...]]:
    told = [_nth(group, number) for number in numbers]
    return "\n".join(text for text, _ in told), tuple(citation for _, citations in told for citation in citations)


def _nth(group: DutyGroup, number: int) -> tuple[str, tuple[Citation, ...]]:
    item = next((item for item in group.items if item.number == number), None)
    told = {"owner": group.owner, "count": len(group.items), "number": chinese_number(number)}
    if item is None:
        return wording.NO_SUCH_DUTY.format(**told), ()
    sentence = wording.ONE_DUTY if group.is_numbered else wording.ONE_DUTY_UNNUMBERED
    return sentence.format(**told, item=item.text), (cite_item(group, item),)
