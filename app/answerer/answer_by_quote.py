"""The last resort for a question that asks for words: the sentences of a retrieved passage, quoted only where they hold what was asked."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer, Citation
from app.question.asked_words import MONEY_ASKED, asked_measures, asked_pairs, counts, covered
from app.telling.cite import document_name, plain
from ingest import late_re as re
from ingest.outline.headings import GLOSSARY
from retrieval.evidence import PassageEvidence
from retrieval.spelling.label_key import fold, label_key
from retrieval.spelling.load_vocabulary import load_vocabulary

ASKS_FOR_FIGURE = re.compile(r"多少|几(?!乎)|金额|数额|比例|比重|占比|%|总额|合计|排名|最[高低多少大小]")
ASKS_FOR_OPINION = re.compile(r"预测|明年|后年|建议|评价一下|怎么看|合理吗|够不够|应该|好不好|值得|你觉得|你认为")
ASKS_FOR_WORDS = re.compile(r"什么|哪|如何|怎么|怎样|是否|有没有|吗|介绍|说明|情况|内容|谁|何时|多长|多久|用途|用于|做法|措施")
YES_NO = re.compile(r"有没有|有无|是否|吗")
WHEN_ASKED = re.compile(r"什么时[候间]|啥时候?|何时|哪[天日]|几月|几号|多久|多长时间")
HOW_LONG = re.compile(r"多久|多长时间")
LASTS = re.compile(r"(?<!\d)\d{1,3}\s*(?:个?(?:工作)?日|天|小时|个?月(?!\d)|分钟|年(?![度初底末预决部]))")
# “一亩给多少”: what is given for each must be said so.
EACH_ASKED = re.compile(
    r"(?:每|一)(?P<unit>亩|人|户|只|头|吨|平方米|公里|辆|台|次|斤|棵|株)(?:地|能|可以|要|给|补|发|奖|领|拿|是|合)*(?=多少|几)"
)
PURPOSE_ASKED = re.compile(
    r"(?:花|用|投|使)(?:在|到|于)了?(?:哪|什么|啥)|(?:怎么|如何|怎样)(?:花|用|使用)|(?:做|干|办)(?:了|些)*(?:什么|啥|嘛)|(?:用途|用处)(?:是|呢|为|有|[?]|$)"
)
PURPOSE_SAID = re.compile(r"用于|用来|用途|用在|用作|主要是(?!由|因)|投入|支付|包括|开展|建设|购[买置]|补助")
REASON_SAID = re.compile(r"(?:主要)?原因|由于|主要是[因由]")
WHEN_SAID = re.compile(r"\d\s*(?:月|日|号|季度|个?工作日|天|小时|年)|[年月]底|季度|[上下]半年")
SENTENCE = re.compile(r"[^。；\n]+[。；]?")
ENOUGH = 0.75  # share of the asked character pairs that a sentence must hold; eval.calibrate_relevance asks for no less than 0.68
LONGEST_QUOTE = 300
SHORTEST_HEADING = 4
FEWEST_COUNTED = 4
MOSTLY, NEARLY_ALL = 0.7, 0.85  # of a counted thing's words: in the sentence alone, and with its heading


def answer_by_quote(question: str, rest: str, passages: Sequence[PassageEvidence]) -> Answer | None:
    """The quoted sentence that holds nearly all of what was asked, with its source; None where no passage does or a figure is asked."""
    if ASKS_FOR_OPINION.search(question):
        return None
    if measures := asked_measures(rest):
        return quote_count(rest, measures, passages)
    if ASKS_FOR_FIGURE.search(question) or not ASKS_FOR_WORDS.search(question):
        return None
    if headed := quote_section(rest, passages):
        return headed
    asked = pairs(load_vocabulary().fillers.sub("~", fold(rest)))
    if len(asked) < 3:
        return None
    found = ((place, sentence, passage) for passage in passages for place, sentence in enumerate(sentences(passage)))
    if YES_NO.search(rest):  # a definition says nothing of whether there is any
        found = (one for one in found if not GLOSSARY.search(section_of(one[2])))
    rated = [(held(asked, sentence), -place, sentence, passage) for place, sentence, passage in found]
    if WHEN_ASKED.search(rest):
        rated = [one for one in rated if (LASTS if HOW_LONG.search(rest) else WHEN_SAID).search(one[2])]
    if each := EACH_ASKED.search(rest):
        said = re.compile(rf"每{each['unit']}|[/／]{each['unit']}|{each['unit']}均")
        rated = [one for one in rated if said.search(one[2])]
    if PURPOSE_ASKED.search(rest):
        rated = [one for one in rated if PURPOSE_SAID.search(one[2]) and not REASON_SAID.search(one[2])]
    best = max(rated, key=lambda one: one[:2], default=None)
    if best is None or best[0] < ENOUGH:
        return None
    return quoted(best[2], best[3])


def quote_count(rest: str, measures: Sequence[str], passages: Sequence[PassageEvidence]) -> Answer | None:
    """The quoted sentence that counts what is asked in the measures asked; None unless exactly one does and no money is asked."""
    asked = asked_pairs(rest)
    if MONEY_ASKED.search(rest) or len(asked) < FEWEST_COUNTED:
        return None
    fitting = {}
    for passage in passages:
        for sentence in sentences(passage):
            where = section_of(passage).rpartition(" > ")[2]
            is_fit = covered(asked, sentence) >= MOSTLY and covered(asked, where + sentence) >= NEARLY_ALL
            if is_fit and all(counts(sentence, measure) for measure in measures):
                fitting[sentence] = passage
    if len(fitting) != 1:
        return None
    ((sentence, passage),) = fitting.items()
    return quoted(sentence, passage)


def quote_section(rest: str, passages: Sequence[PassageEvidence]) -> Answer | None:
    """The beginning of the one section whose heading is what was asked for (立项依据), where hardly anything else was."""
    for passage in passages:
        name = label_key(section_of(passage).rpartition(" > ")[2])
        is_asked = len(name) >= SHORTEST_HEADING and name in fold(rest) and len(asked_pairs(fold(rest).replace(name, " "))) <= 1
        if is_asked and (told := sentences(passage)):
            return quoted("".join(told), passage)
    return None


def pairs(text: str) -> frozenset[str]:
    """Every two neighbouring Chinese characters."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1) if re.fullmatch(r"[一-鿿]{2}", text[at : at + 2]))


def held(asked: frozenset[str], sentence: str) -> float:
    """The share of the asked pairs that a sentence holds."""
    return len(asked & pairs(fold(sentence))) / len(asked)


def section_of(passage: PassageEvidence) -> str:
    """The headings above a passage."""
    return " > ".join(passage.chunk.heading_path)


def sentences(passage: PassageEvidence) -> list[str]:
    """The sentences of a passage's text, without the heading line it begins with; none for a table."""
    if passage.chunk.table is not None:
        return []
    body = passage.chunk.text.split("\n", 1)[-1]
    return [found.strip() for found in SENTENCE.findall(body) if found.strip()]


def quoted(sentence: str, passage: PassageEvidence) -> Answer:
    """The answer that quotes a sentence of a passage."""
    quote, info, place = plain(sentence)[:LONGEST_QUOTE], passage.document, passage.chunk.place
    citation = Citation(
        document=info.file_name, document_id=info.id, title=info.title or document_name(info), url=info.url, published=info.published,
        section=section_of(passage), quote=quote, page=place.page, lines=place.lines,
    )  # fmt: skip
    return Answer(status="answered", text=f"{document_name(info)}写道：“{quote}”[1]", citations=(citation,), answered_by="quote")
