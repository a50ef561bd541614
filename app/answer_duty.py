"""Duties as the documents word them: all, the n-th, which one mentions something, who is responsible, who is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from app import wording_text as wording
from app.answer import Answer, Citation
from app.duty_lists import DutyGroup, DutyItem, chinese_number, duty_groups, main_name, own_groups
from app.everyday_words import also_called
from app.match_duties import COVER, FEWEST_CHARACTERS, DutyMatch, match_duties, match_owners
from app.offer_founds import offer_founds, shorten
from app.passages import Found, cite_passage, names_of
from app.text_question import TextQuestion, asks_for, asks_for_amount, topic_of
from app.topics import terms
from ingest import late_re as re
from ingest.headings import DUTIES, numeral_value
from retrieval.label_key import fold, label_key

NUMERAL = r"[（(]?\s*([一二三四五六七八九十百]+|\d{1,2})\s*[）)]?"
ORDINALS = re.compile(rf"第\s*{NUMERAL}(?:\s*(?:[、和,及至]|以及)\s*第?\s*{NUMERAL})+\s*(?:项|条|款|点|个)")
ORDINAL = re.compile(rf"第\s*{NUMERAL}\s*(?:项|条|款|点|个)|[（(]([一二三四五六七八九十百]+|\d{{1,2}})[）)]\s*(?:项|条)")
FIRST_ITEMS = re.compile(r"前([两二三四五六七八九十]{1,3}|\d{1,2})(?:项|条|个)")
LAST_ITEM = re.compile(r"最后(?:的)?一(?:项|条|个)|末(?:项|条)")
WHO = re.compile(
    r"谁(?:来|在)?(?:负责|承担|主管|管|牵头)|(?:由|归)(?:谁|哪)|(?:哪|什么)(?:个|些|家|几个|一个|几家|一家)?(?:大数据|政务)?(?:单位|部门|局|机构|机关|中心)|(?:负责|承担|主管|牵头).{2,40}(?:是|的)(?:谁|哪)|还有谁|谁(?:没有|有|来|去)"
)
LACKS = re.compile(r"没有|没写|不负责|无.{0,20}职责|未(?:写|提|列)")
YES_NO = re.compile(r"有没有|是否|是不是|负不负|管不(?=\s*(?:[?？,;]|$))|(?:吗|(?<![什怎])么)(?:[?？]|$)|有无")
# How many there are and which number it is are told with every duty: such a clause asks nothing more.
TOLD_ANYWAY = re.compile(
    r"(?:^|[,;?？。、]|(?<=[\s责能]))\s*(?:请(?:说明|指出|回答))?(?:写|列|排)?在?(?:它|该项|这一?[项条])?(?:的)?(?:职责|职能)?(?:的|里|中)?(?:一?共|总共|共计|合计)?(?:是|属于?|在|有)?"
    r"(?:第几|多少|几)(?:项|条|款|点|个)(?:职责|职能)?(?=\s*(?:[,;?？。、]|$))"
)
COUNTER_ASKED = re.compile(r"(?:多少|几|哪一?)(条|款|点)")
OWN_COUNT = re.compile(r"(?<=\d)项(?=职责中，提到|，其中第|，原文如下)")  # counted as the question counts them
MENTIONED = re.compile(r"提到|提及|涉及|讲到|写到|第几|哪(?:一|几)?(?:项|条)")
ACTION = re.compile(r"^(?:负责|开展|组织|推进|推动|加强|抓好?|搞好?|做好?|办理?|培养|培育|建设|管理|审核|审批|指导|协调|监督)(?=.{4})")
CLAUSE = re.compile(r"[,;。]")
QUOTED = re.compile(r"“([^”]+)”")
MOST_SHOWN = 12


def answer_duty(asked: TextQuestion) -> Answer | None:
    """The answer to a question for duties, or None where it asks for something else."""
    if not asks_for(asked, "duty") or asks_for_amount(asked):
        return None
    answer = _answer(without_counts(asked))
    counter = COUNTER_ASKED.search(asked.rest)
    return replace(answer, text=OWN_COUNT.sub(counter.group(1), answer.text)) if answer and counter else answer


def is_of_duties(told: Answer, asked: TextQuestion) -> bool:
    """Whether an answer to which duty mentions a thing quotes their list, which was looked through for it already."""
    is_asked = bool(MENTIONED.search(asked.rest)) and "谁" not in asked.rest and asks_for(asked, "duty")
    return is_asked and any(DUTIES.search(one.section) for one in told.citations)


def _answer(asked: TextQuestion) -> Answer | None:
    """The answer to one question for duties."""
    groups = _chosen_groups(asked)
    if not groups:
        return _no_duties(asked)
    numbers = _ordinals(asked.rest, groups)
    if numbers:
        return _each(asked, groups, lambda group: _numbered(group, numbers))
    topic = topic_of(asked, "duty")
    if not terms(topic):
        return _each(asked, groups, lambda group: _all(group, groups)) if "职" in asked.rest or not WHO.search(asked.rest) else None
    if WHO.search(asked.rest):
        return _who(asked, topic, groups)
    return _mentions(asked, topic, groups)


def without_counts(asked: TextQuestion) -> TextQuestion:
    """The question without the clauses that ask only for numbers, where another clause is left to ask."""
    rest = TOLD_ANYWAY.sub(lambda found: " " * len(found.group()), asked.rest)
    return replace(asked, rest=rest) if terms(topic_of(replace(asked, rest=rest), "duty")) or ORDINAL.search(rest) else asked


def _chosen_groups(asked: TextQuestion) -> list[DutyGroup]:
    """The lists of the units that are named, else of every document."""
    groups = [group for document in asked.documents for group in duty_groups(document)]
    units = [unit for unit in asked.choice.units if not any(fold(unit).startswith(fold(main_name(d))) for d in asked.documents)]
    named = [group for group in groups if group.owner in units] if units else []
    return named if units else groups


def _no_duties(asked: TextQuestion) -> Answer:
    names = names_of(asked.documents)
    if asked.choice.units:
        return Answer("not_found", wording.NO_UNIT_DUTIES.format(document=names, unit="、".join(asked.choice.units)), answered_by="quote")
    return Answer("not_found", wording.NO_DUTIES.format(document=names), answered_by="quote")


def _ordinals(rest: str, groups: Sequence[DutyGroup]) -> list[int]:
    if LAST_ITEM.search(rest):
        return [own_groups(groups)[0].items[-1].number]
    if first := FIRST_ITEMS.search(rest):
        return list(range(1, numeral_value(first.group(1).replace("两", "二")) + 1))
    if several := ORDINALS.search(rest):
        return [numeral_value(one) for one in re.findall(NUMERAL, several.group())]
    return [numeral_value(one or other) for one, other in ORDINAL.findall(rest)]


def _each(asked: TextQuestion, groups: Sequence[DutyGroup], tell: Callable[[DutyGroup], tuple[str, tuple[Citation, ...]]]) -> Answer | None:
    founds = [Found(group.document, *tell(group)) for group in own_groups(groups)]
    told = [found for found in founds if found.citations]
    if told:
        return offer_founds(asked, told)
    return Answer("not_found", "\n".join(found.text for found in founds), answered_by="quote")


def _all(group: DutyGroup, groups: Sequence[DutyGroup]) -> tuple[str, tuple[Citation, ...]]:
    sentence = wording.ALL_DUTIES if group.is_numbered else wording.ALL_DUTIES_UNNUMBERED
    text = sentence.format(owner=group.owner, count=len(group.items), items=_list(group.items))
    others = [other for other in groups if other.document is group.document and other is not group]
    text += "".join("\n" + wording.OTHER_DUTIES.format(owner=other.owner, count=len(other.items)) for other in others)
    quote = "".join(item.text for item in group.items)
    return text, (cite_passage(group.document, group.section, quote),)


def _numbered(group: DutyGroup, numbers: Sequence[int]) -> tuple[str, tuple[Citation, ...]]:
    told = [_nth(group, number) for number in numbers]
    return "\n".join(text for text, _ in told), tuple(citation for _, citations in told for citation in citations)


def _nth(group: DutyGroup, number: int) -> tuple[str, tuple[Citation, ...]]:
    item = next((item for item in group.items if item.number == number), None)
    if item is None:
        return wording.NO_SUCH_DUTY.format(owner=group.owner, count=len(group.items), number=chinese_number(number)), ()
    sentence = wording.ONE_DUTY if group.is_numbered else wording.ONE_DUTY_UNNUMBERED
    return sentence.format(owner=group.owner, count=len(group.items), number=chinese_number(number), item=item.text), (_cite(group, item),)


def _mentions(asked: TextQuestion, topic: str, groups: Sequence[DutyGroup]) -> Answer | None:
    """The duties that speak of the topic, or the word that all were looked through."""
    objects = (one for one in (topic, ACTION.sub("", topic)) if len(one) >= FEWEST_CHARACTERS or one == topic)
    found = ((name, match_duties(groups, name, COVER, is_list=True)) for one in dict.fromkeys(objects) for name in also_called(one))
    asked_for, (topic, matches) = topic, next((one for one in found if one[1]), (topic, []))
    if not matches:
        said = [wording.NO_DUTY_MATCH.format(owner=group.owner, count=len(group.items), topic=_shown(asked_for)) for group in groups]
        return Answer("not_found", "\n".join(list(dict.fromkeys(said))[:MOST_SHOWN]), answered_by="quote")
    founds = [Found(match.group.document, _tell(match, topic), _citations([match])) for match in matches]
    if YES_NO.search(asked.rest) and len(founds) == 1:
        founds = [Found(founds[0].document, wording.YES_DUTY.format(text=founds[0].text), founds[0].citations)]
    if len({found.document.info.id for found in founds}) > 1 and not asked.choice.is_each:
        return _listed(matches, wording.RESPONSIBLE.format(topic=_shown(topic), owners=_owner_lines(matches)))
    if len({found.document.info.id for found in founds}) == 1:
        text = "\n".join(found.text for found in founds)
        founds = [Found(founds[0].document, text, _citations(matches))]
    return offer_founds(asked, founds)


def _tell(match: DutyMatch, topic: str) -> str:
    numbers = "、".join(wording.DUTY_NUMBER.format(number=chinese_number(item.number)) for item in match.items)
    return wording.DUTY_MATCHES.format(
        owner=match.group.owner, count=len(match.group.items), topic=_shown(topic), numbers=numbers, items=_list(match.items)
    )


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


def _who(asked: TextQuestion, whole: str, groups: Sequence[DutyGroup]) -> Answer | None:
    """Whose duty the topic is, or the word that all duties were looked through; None where it is a table's row."""
    found = ((one, match_owners(groups, one)) for said in _wordings(asked, whole) for one in also_called(said))
    topic, matches = next((one for one in found if one[1]), (whole, []))
    if LACKS.search(asked.rest):
        return _lacking(topic, groups, matches)
    if not matches and _is_row(asked, whole):
        return None
    if not matches:
        names = "、".join(dict.fromkeys(group.owner for group in groups[:8]))
        count = sum(len(group.items) for group in {group.owner: group for group in groups}.values())
        return Answer("not_found", wording.NO_DUTY_ANYWHERE.format(names=names, count=count, topic=_shown(topic)), answered_by="quote")
    return _listed(matches, wording.RESPONSIBLE.format(topic=_shown(topic), owners=_owner_lines(matches)))


def _lacking(topic: str, groups: Sequence[DutyGroup], matches: Sequence[DutyMatch]) -> Answer:
    having = {match.group.document.info.organization for match in matches}
    without = dict.fromkeys(main_name(group.document) for group in groups if group.document.info.organization not in having)
    if not without:
        return _listed(matches, wording.NO_LACKING.format(count=len(having), topic=_shown(topic), owners=_owner_lines(matches)))
    text = wording.LACKING.format(topic=_shown(topic), without="、".join(without))
    if matches:
        text += "\n" + wording.HAVING.format(owners=_owner_lines(matches))
    lacking = [group for group in own_groups(groups) if main_name(group.document) in without]
    citations = [cite_passage(group.document, group.section, group.items[0].text) for group in lacking[:MOST_SHOWN]]
    return Answer("answered", shorten(text), citations=(*citations, *_citations(matches)), answered_by="quote")


def _owner_lines(matches: Sequence[DutyMatch]) -> str:
    lines = []
    for match in matches[:MOST_SHOWN]:
        for item in match.items[:3]:
            number = wording.DUTY_NUMBER.format(number=chinese_number(item.number)) if item.number else wording.DUTY_INTRODUCTION
            lines.append(wording.RESPONSIBLE_OWNER.format(owner=match.group.owner, number=number, item=item.text))
    return "\n".join(lines)


def _listed(matches: Sequence[DutyMatch], text: str) -> Answer:
    return Answer("answered", shorten(text), citations=_citations(matches), answered_by="quote")


def _list(items: Sequence[DutyItem]) -> str:
    return "\n".join(f"- {item.text}" for item in items)


def _cite(group: DutyGroup, item: DutyItem) -> Citation:
    return cite_passage(group.document, group.section, item.text, item.place)


def _citations(matches: Sequence[DutyMatch]) -> tuple[Citation, ...]:
    return tuple(_cite(match.group, item) for match in matches for item in match.items[:3])[:MOST_SHOWN]


def _shown(topic: str) -> str:
    """The topic in quotation marks, unless it has its own, without single characters left at its ends."""
    topic = re.sub(r"^\S (?=\S)|[,;]\S?$", "", topic)
    return topic if "“" in topic else f"“{topic}”"
