"""Why something rose, fell or differs: the sentences in which the documents give the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.answer import Answer
from app.prose.find_cause import find_cause
from app.prose.find_change import AGAINST_BUDGET, DOWN, UP, contradicts, find_change, is_still
from app.prose.find_grounds import find_grounds
from app.prose.find_left_over import asks_why_left, find_left_over, is_beside
from app.prose.find_whole_change import find_other_way, is_of_parts, is_whole
from app.prose.fit_reason import changes_other, fit_item
from app.question.text_question import TextQuestion, asks_for, asks_for_amount, is_plain_total, topic_keys, topic_of
from app.telling import wording_text as wording
from app.telling.cite import plain, within_quotes
from app.telling.offer_founds import offer_founds
from app.telling.passages import Found, cite_passage, last_heading, names_of, narrative
from ingest import late_re as re
from ingest.document import Document, Paragraph, Section
from ingest.outline.headings import read_numbering
from retrieval.spelling.label_key import fold

CHANGE_ASKED = re.compile(r"增|减|多|少|涨|降|升|变|差|超|完成|执行|预算|决算|零|0|没有|未|持平|高|低|大|小")
ACTION = re.compile(r"租|拆|搬|聘|招|停|撤")  # what was done, and is no rise or fall: the reason speaks of it too
MARK = re.compile(
    r"(?:主要|具体)?原因(?:是|为|在于|：|:|有)|主要(?:是|系)(?!为|指|用)(?!人员经费)|(?<=[元%％][，,])主要为(?!了|用|人员经费)|由于|是因为|系因"
    r"|[，,](?:系|为)(?=[^，。；]{4,40}(?:增加|减少|所致|划入|划转)(?:[。；]|$))"
)
END = re.compile(r"。|；(?=[^。；]{0,80}\d[\d,.]*\s*(?:万元|元|%))|$")
OPENING_LABEL = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.．]?\s*)?([^，。；：:\d]{2,80})")
PLAN = re.compile(r"年初预算|预算数|预算(?:和|与|跟|不)|决算|完成|差异|一成|执行")
BUDGET_SAID = re.compile(r"差异|完成|小于|大于|低于|高于|年初预算|决算数")
PAST = re.compile(r"上年|去年|上一年|前一年|比20\d\d|较20\d\d|与20\d\d")
TOTAL_SECTION = re.compile(
    r"收入支出.{0,4}总体|^[\W\d一二三四五六七八九十]*[比较]上年(?:度)?增减(?:变化|变动)?情况"
    r"|收支.{0,4}总体|(?<!拨款)(?<!资金)收支(?:总表|预算|决算)(?:总?表)?(?:情况)?(?:的)?说明$"
)
INCOME_SECTION = re.compile(r"收入(?!支出).{0,4}(?:总体)?情况")
SPENDING_SECTION = re.compile(r"(?<!收入)支出.{0,4}总体情况")
PART_SECTION = re.compile(r"三公|机关运行|采购|基本支出|政府性基金|国有资本")
HEAD = re.compile(  # “本部门收入预算8159.37万元，比上年增加”: what it is whose change is told
    r"(?:^|[，。；：\s年度门位局委处心所])((?:总|全部)?(?:收入|支出|收支|收、支)(?:总|预算|决算|计|合|数|均|为|各|共)*)"
    r"[\d.,]*\s*(?:[万亿]?元)?(?:（[^）]*）)?，?(?:均|各)?(?:比|较|与|同)"
)
TOTAL_CHANGED = re.compile(
    r"(?:^|[，。；])(?:收、支|收支|收入|支出)(?:总计|合计|总额|总|预算|决算)*(?:各|均|分别)?(?:增加|减少|增长|下降|持平)"
)
BOTH_SIDES = re.compile(r"收入(?:和|与|及|、)?支出(?:预算|决算)?|收[、,](?:支出?)|收入总计(?:和|与|、)?支出总计")
OPENING = re.compile(r"^(?:[^，。；]{2,30}?(?=20\d\d年))?(?:20\d\d年度?|本年度?|我(?:部门|单位|局)|部门|单位|的|，|,)+")
GRANTS = "财政拨款"
UNMET = re.compile(r"问题[:：]|未(?:能)?(?:达到?|完成)(?:年度|预期|年初|绩效)?(?:总体)?(?:目标|指标)")
UNMET_ASKED = re.compile(r"问题|目标|指标|[没未不]|扣|失分|完成|达")
DIGIT = re.compile(r"\d\s*(?:万元|亿元|元|%|[人辆台次个分])")
MONEY = re.compile(r"\d\s*[万亿]?元")
CLOSE = 0.6
RUNNING, WITH_BUYING = re.compile(r"公务用车运行(?:维护)?费?"), ("公务用车购置及运行维护费", "公务用车购置及运行费")
OTHER_ITEM = ("分类", "结转", "差", "中", "、")
MOST_QUOTES = 6
MOST_NAMES = 8
KINDS = ("基本支出", "项目支出")
GAP = re.compile(r"(?:相加|加起来|合起来|加总|之和|一加).{0,12}(?:差|多出|少了?)")  # why amounts do not add up: no passage tells


@dataclass(frozen=True, slots=True)
class Stated:
    """A stretch of text that gives a reason: what it is about (`subject`), the whole stretch, and its paragraph's opening label."""

    section: Section
    paragraph: Paragraph
    subject: str
    text: str
    opening: str


def answer_reason(asked: TextQuestion) -> Answer | None:
    """The stated reason, or None where the question does not ask why."""
    if not asks_for(asked, "reason") or GAP.search(asked.rest):
        return None
    topic = topic_of(asked, "reason")
    if not topic and not (UP.search(asked.rest) or DOWN.search(asked.rest)):
        return None
    if asks_why_left(asked.rest) and (left := [found for document in asked.documents if (found := find_left_over(document, topic))]):
        return None if asks_for_amount(asked) and not all(MONEY.search(found.text) for found in left) else offer_founds(asked, left)
    if is_whole(topic) and (others := [found for document in asked.documents if (found := find_other_way(document, asked.rest))]):
        return offer_founds(asked, others)
    if PAST.search(asked.rest) and (still := _unchanged(asked, topic)):
        return still
    if not CHANGE_ASKED.search(asked.rest) and len(causes := _causes(asked, topic)) == len(asked.documents):
        return offer_founds(asked, causes)
    for is_opposite in (False, True):
        if is_opposite and (still := _unchanged(asked, topic)):
            return still
        founds = [found for document in asked.documents if (found := _find(document, asked.rest, topic, is_opposite=is_opposite))]
        if founds:
            return None if asks_for_amount(asked) and not all(DIGIT.search(found.text) for found in founds) else offer_founds(asked, founds)
    for wider in [RUNNING.sub(one, topic) for one in WITH_BUYING if RUNNING.search(topic)]:  # the two are often explained together
        if founds := [found for document in asked.documents if (found := _find(document, asked.rest, wider, is_opposite=False))]:
            return offer_founds(asked, founds)
    if asks_for_amount(asked):
        return None
    is_change = bool(UP.search(asked.rest) or DOWN.search(asked.rest))
    grounds = [] if is_change else [found for document in asked.documents if (found := find_grounds(document, topic))]
    return offer_founds(asked, grounds or ([] if is_change else _causes(asked, topic))) or _not_found(asked, topic)


def _causes(asked: TextQuestion, topic: str) -> list[Found]:
    """The causes that the documents give in passing."""
    return [found for document in asked.documents if (found := find_cause(document, asked, topic))]


def _unchanged(asked: TextQuestion, topic: str) -> Answer | None:
    """That there was no change, where its reason is asked for and every document says so of the topic; None else."""
    is_named = len(topic) > 1 and not is_plain_total(topic)
    stated = [find_change(document, topic) for document in asked.documents] if is_named else []
    told = [found for found in stated if found and is_still(found.citations[0].quote) and contradicts(found.citations[0].quote, asked.rest)]
    return offer_founds(asked, told) if told and len(told) == len(stated) else None


def _find(document: Document, rest: str, topic: str, *, is_opposite: bool) -> Found | None:
    """The best fitting reasons of a document: for the change asked about, or for the opposite one, said to be so."""
    acted = set(ACTION.findall(rest))
    reasons = (stated for stated in read_reasons(document) if all(word in stated.text for word in acted))
    fitting = [stated for stated in reasons if _is_opposite(stated, rest) == is_opposite]
    if is_opposite and not is_plain_total(topic):  # that the question is mistaken is said by a sentence that names its item
        keys = topic_keys(topic)
        fitting = [stated for stated in fitting if any(key in fold(f"{stated.opening}{stated.subject}") for key in keys)]
    elif is_opposite and GRANTS not in topic:
        fitting = [stated for stated in fitting if _tells_of_total(stated, topic)]
    scored = [(score, stated) for stated in fitting if (score := _score(stated, topic, rest)) > 0]
    return _tell(document, topic, scored, wording.OTHER_WAY if is_opposite else wording.REASON) if scored else None


def _tell(document: Document, topic: str, scored: Sequence[tuple[float, Stated]], sentence: str) -> Found:
    best = max(score for score, _ in scored)
    chosen = [stated for score, stated in scored if score == best]
    first = chosen[0]
    chosen = [stated for score, stated in scored if _belongs(stated, first, is_close=score >= best - CLOSE, is_best=score == best)]
    key = fold(topic)
    chosen = [stated for stated in chosen if key and key in fold(stated.text)] or chosen
    quotes = list(dict.fromkeys(stated.text for stated in chosen))[:MOST_QUOTES]
    shown = "\n>\n".join(wording.QUOTE.format(text=quote) for quote in quotes)
    sentence = wording.REASON_OF_PARTS if is_whole(topic) and all(is_of_parts(stated.subject) for stated in chosen) else sentence
    text = sentence.format(section=within_quotes(last_heading(first.section)), quotes=shown)
    citations = tuple(cite_passage(document, stated.section, stated.text, stated.paragraph.place) for stated in chosen[:MOST_QUOTES])
    return Found(document, text, citations)


def _belongs(stated: Stated, first: Stated, *, is_close: bool, is_best: bool) -> bool:
    """Whether a reason is told together with the first: another of its paragraph, or one as fitting in its section."""
    return (is_close and stated.paragraph is first.paragraph) or (is_best and stated.section is first.section)


def read_reasons(document: Document) -> Iterator[Stated]:
    """Every stretch of the narrative that ends in a stated reason; it begins where the one before it ended."""
    for section in narrative(document):
        for paragraph in section.paragraphs:
            text = plain(paragraph.text)
            start = 0
            opening = OPENING_LABEL.match(text)
            while mark := MARK.search(text, start):
                end = END.search(text, mark.end())
                stop = end.end() if end else len(text)
                yield Stated(section, paragraph, text[start : mark.start()], text[start:stop].strip(), opening.group(1) if opening else "")
                start = stop


def _score(stated: Stated, topic: str, rest: str) -> float:
    """How well a stated reason fits; 0 where it is about something else."""
    if AGAINST_BUDGET.search(rest) and not PAST.search(rest) and PAST.search(stated.subject) and not BUDGET_SAID.search(stated.subject):
        return 0.0
    if UNMET.search(stated.subject.rpartition("。")[2]) and not UNMET_ASKED.search(rest):
        return 0.0  # what a target was missed for changed no amount
    if any(kind in topic and other in stated.subject and kind not in stated.subject for kind, other in (KINDS, KINDS[::-1])):
        return 0.0  # of the other kind of expenditure alone
    if is_beside(rest, stated.opening + stated.text.rstrip("。").rpartition("。")[2]):
        return 0.0
    is_total = is_plain_total(topic.replace(GRANTS, ""))
    fit = _fit_total(stated, topic) if is_total else fit_item(stated.subject, stated.opening, last_heading(stated.section), topic)
    if not fit:
        return 0.0
    is_plan, is_past = bool(PLAN.search(rest)), bool(PAST.search(rest))
    if is_past and not is_plan:
        fit += 1.0 if PAST.search(stated.subject) or "相比" in stated.subject else -0.5
    elif is_plan and not is_past:
        fit += 1.0 if re.search(r"差异|完成|小于|大于|决算数", stated.subject) else -0.5
    same_way = any(pattern.search(rest) and pattern.search(stated.subject) for pattern in (UP, DOWN))
    return fit + 0.3 * same_way


def _is_opposite(stated: Stated, rest: str) -> bool:
    """Whether a fall is asked for and only a rise stated, or the reverse."""
    asked = {name for name, pattern in (("up", UP), ("down", DOWN)) if pattern.search(rest)}
    said = {name for name, pattern in (("up", UP), ("down", DOWN)) if pattern.search(stated.subject)}
    return len(asked) == 1 and len(said) == 1 and asked != said


def _fit_total(stated: Stated, topic: str) -> float:
    heading = last_heading(stated.section)
    if PART_SECTION.search(heading):
        return 0.0
    if TOTAL_SECTION.search(heading):
        return 4.0 if (GRANTS in heading) == (GRANTS in topic) else 3.0
    if ("收入" in topic and INCOME_SECTION.search(heading)) or ("支出" in topic and SPENDING_SECTION.search(heading)):
        return 3.5
    return 3.2 if _opens_with_total(stated, topic) or _is_of_total(stated, topic) else 0.0


def _is_of_total(stated: Stated, topic: str) -> bool:
    """Whether the change told is that of the whole income or expenditure asked for."""
    heads = HEAD.findall(plain(stated.subject))
    sides = [side for side in ("收入", "支出") if side in topic]
    if not heads or GRANTS in topic or changes_other(stated.subject, heads[-1]):
        return False
    return len(sides) != 1 or sides[0] in heads[-1] or "收支" in heads[-1] or "收、支" in heads[-1]


def _tells_of_total(stated: Stated, topic: str) -> bool:
    """Whether a sentence tells how the total changed, and not only how a part of it did under the total's heading."""
    return bool(TOTAL_CHANGED.search(plain(stated.text))) or _is_of_total(stated, topic) or _opens_with_total(stated, topic)


def _opens_with_total(stated: Stated, topic: str) -> bool:
    """Whether the sentence that gives the reason begins with the total asked for (财政拨款收入支出减少的), under whatever heading."""
    key = BOTH_SIDES.sub("收支", fold(topic))
    last = OPENING.sub("", plain(stated.subject.rstrip("。").rpartition("。")[2]).strip())
    said = BOTH_SIDES.sub("收支", fold(last))
    key = OPENING.sub("", key)
    return len(key) >= len("收支") and said.startswith(key) and not said[len(key) :].startswith(OTHER_ITEM)


def asks_why_done(rest: str) -> bool:
    """Whether it is asked why something was done, and not why an amount changed."""
    return bool(ACTION.search(rest)) and not CHANGE_ASKED.search(rest)


def is_unexplained(answer: Answer) -> bool:
    """Whether an answer says that the text gives no reason."""
    return answer.status == "not_found" and wording.NO_REASON.rpartition("}")[2] in answer.text


def _not_found(asked: TextQuestion, topic: str) -> Answer:
    text = wording.NO_REASON.format(documents=names_of(asked.documents), topic=within_quotes(topic) if len(topic) > 1 else wording.CHANGES)
    stated = [found for document in asked.documents if (found := find_change(document, topic))] if len(topic) > 1 else []
    if stated and all(contradicts(found.citations[0].quote, asked.rest) for found in stated):
        return offer_founds(asked, stated) or Answer("not_found", text, answered_by="quote")
    if stated:
        return Answer("not_found", text + wording.CHANGE_ALONE.format(sentence=stated[0].citations[0].quote), answered_by="quote")
    names = [plain(last_heading(stated.section)) for document in asked.documents for stated in read_reasons(document)]
    if names and len(asked.documents) == 1:
        text += wording.REASONS_EXIST.format(names="、".join(list(dict.fromkeys(_bare(name) for name in names))[:MOST_NAMES]))
    return Answer("not_found", text, answered_by="quote")


def _bare(heading: str) -> str:
    numbering = read_numbering(heading)
    return (numbering.rest if numbering else heading).rstrip("。")
