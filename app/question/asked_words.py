"""The words of a question that a sentence must hold to answer it, and the measures (次, 台) in which it asks for a count."""

from __future__ import annotations

from app.question.text_question import load_text_words
from app.question.topics import pairs
from ingest import late_re as re
from retrieval.spelling.label_key import fold

MEASURES = (
    "批次|人次|平方米|立方米|公里|公顷|次|台|套|条|个|家|人|名|户|项|件|起|亩|辆|场|期|份|类|天|批|分"
    "|处(?!室)|座|只|头|支(?!出)|株|吨|所(?!属)|间(?!接)|栋"
)
ASKS_WORDS = re.compile(r"(?:是|为|有)?(?:哪|什么)(?:个|些|几个|几家|家|几项|项)?|(?:如何|怎么|怎样)样?|有没有|是否|吗|谁|何时|多长|多久")
ASKS_COUNT = re.compile(rf"(?:有|是|为)?(?:多少|几)\s*(?:个(?=人))?({MEASURES})")
NAMED_COUNT = re.compile(r"(批次|人次|次|人|台|辆|户|期|场|套)数?(?=(?:和|与|及|、|以及|分别|各|\s)|[?？]|$)")  # “接待批次和人数”
SAME_MEASURE = {
    "批次": r"\d\s*批|团组\s*\d+\s*个|\d\s*个[^，。；\d]{0,6}团组", "人": r"\d\s*名|人数\s*\d",
    "个": r"\d\s*(?:人(?!次)|名|家|项|件|处|所|座|起|户|台|套|辆|条|支|株|间|栋|类)",  # whatever is counted may be asked for by 个
}
LINKS = re.compile(r"20\d\d年?度?|平均|全部|全年|一?共|总共|累计|都|了|过|吗|呢|里|中|时|期间|本?年度?|的|是|参加|参与|进行|开展")
DONE_ASKED = re.compile(r"(?:完成|做成|建成|办成|落实|实现)了|实际")
MONEY_ASKED = re.compile(r"万元|亿元|(?:多少|几)(?:钱|元|万|亿)|百分|比例|占比|比重|金额|数额|合计|总[计额]|多少(?=[?？,，]|$)")
POINTS_ASKED = re.compile(
    r"(?:被|又|都|各)*(?:扣|丢|失|少得|少拿)(?:了|掉|去|的)*(?:是)?(?:多少|几)(?:个)?分"  # how many points were lost
    r"|(?:哪些|哪几[个项]|哪个|哪项|什么)(?:绩效)?指标(?:被|都|上)*(?:(?:扣|丢|失)(?:了|掉)?分|(?:没有?|未)能?(?:得|拿)(?:到|了)?满分)"
    r"|(?:哪些|哪几[个项]|哪个|哪项|哪条|什么)(?:[一二三]级|绩效)?指标(?:被)?(?:扣|丢|失)(?:的|得|了)*分?(?:数)?最(?:多|高|大)"
)


def asked_pairs(rest: str) -> frozenset[str]:
    """The pairs of characters that say what is asked for, without the words that only ask."""
    words = load_text_words().fillers.sub("~", LINKS.sub("~", ASKS_WORDS.sub("~", ASKS_COUNT.sub("~", fold(rest)))))
    return frozenset(pair for part in words.split("~") for pair in pairs(part))


def asked_measures(rest: str) -> tuple[str, ...]:
    """The measures in which the question asks for a count."""
    return tuple(ASKS_COUNT.findall(rest)) or tuple(NAMED_COUNT.findall(rest))


def covered(asked: frozenset[str], text: str) -> float:
    """The share of the asked pairs that the text holds; a pair that only joins two words which it holds apart does not count."""
    found = asked & pairs(text)
    firsts, seconds = {pair[0] for pair in found}, {pair[1] for pair in found}
    missing = [pair for pair in asked - found if not (pair[0] in seconds and pair[1] in firsts)]
    return len(found) / (len(found) + len(missing)) if found else 0.0


def counts(text: str, measure: str) -> bool:
    """Whether the text gives a number in this measure."""
    if measure in SAME_MEASURE and re.search(SAME_MEASURE[measure], text):
        return True
    return bool(re.search(rf"\d\s*{measure}(?:[（(]|(?!月|类)|$)", text))
