"""Why money was left over or carried forward (为什么没花完, 为什么结转), as the sentence that tells of it says in passing."""

from __future__ import annotations

from app.question.text_question import topic_keys
from app.telling import wording_text as wording
from app.telling.cite import within_quotes
from app.telling.passages import Found, cite_passage, last_heading, narrative, sentences
from ingest import late_re as re
from ingest.document import Document
from retrieval.spelling.label_key import fold

ASKED = re.compile(r"结转|结余|剩|没(?:有)?(?:花|用|执行|支付|支出)|未(?:花|用|执行|支付|支出)")
LEFT = r"(?:结转|结余|剩余|尾款|未(?:能)?(?:执行|支付|支出|结算|完成))"
CARRIED, LEFT_SAID = re.compile(r"结转|结余"), re.compile(LEFT)
SAID = re.compile(rf"{LEFT}[^，。；]{{0,8}}(?:系|因(?![此而])|由于|主要[是为])|(?:(?<!原)因(?![此而])|由于)[^。；]*{LEFT}")
LONGEST_NAME = 60  # of a sentence that only names what its paragraph tells of
OF_LEFT = re.compile(  # what of a topic only says that something was left
    r"(?:上年|年末|年底|期末|本年)*(?:资金|经费)?(?:结转|结余|剩余?)(?:和|与|的|资金|了)*|(?:上年|年末|年底|期末)|还|没有?(?:花|用|执行|支付|支出)(?:完|掉|出去)?|^的|的$"
)


def asks_why_left(rest: str) -> bool:
    """Whether a question for a reason speaks of money that was left over."""
    return bool(ASKED.search(rest))


def is_beside(rest: str, told: str) -> bool:
    """Whether it is asked why money was carried forward, and the sentence that gives a reason tells of something else."""
    return bool(CARRIED.search(rest)) and not LEFT_SAID.search(told)


def find_left_over(document: Document, topic: str) -> Found | None:
    """The one sentence that says why money of the topic was left over; None where none does or several do."""
    bare = OF_LEFT.sub("", topic).strip()
    keys = topic_keys(bare) if bare else ("",)
    said = [
        (section, paragraph, sentence)
        for section in narrative(document)
        for paragraph in section.paragraphs
        for sentence in sentences(paragraph.text)
        if SAID.search(sentence) and any(key in fold(f"{last_heading(section)};{paragraph.text}") for key in keys)
    ]
    if not keys or len({sentence for *_, sentence in said}) != 1:
        return None
    section, paragraph, sentence = said[0]
    first = sentences(paragraph.text)[0]
    is_named = first == sentence or len(first) > LONGEST_NAME
    quote = sentence if is_named else wording.SHORTENED_QUOTE.format(opening=first, clause=sentence)
    text = wording.REASON.format(section=within_quotes(last_heading(section)), quotes=wording.QUOTE.format(text=quote))
    return Found(document, text, (cite_passage(document, section, sentence, paragraph.place),))
