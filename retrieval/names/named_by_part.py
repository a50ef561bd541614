"""A question that names things by parts of their names: which names were meant, and between which it leaves the choice."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from ingest.document import Figure
from retrieval.facts.fact import Fact
from retrieval.facts.finding import Finding
from retrieval.facts.label_mention import Mention
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.label_key import fold, label_key
from retrieval.spelling.load_vocabulary import Vocabulary

OTHER_BODY = re.compile(r"(?:[站所队馆校]|中心|林场|[大支]队)(?=$|[的呢?？~])")
LONGER_BY = 4  # characters that no label explains, right beside the part
OPENS_TALK = "的了在是有和与给发用花要多几"
ENDS_TALK = (
    "在的和与及跟同是给用为对于花买付交发把将年月局里中上下有无没了着过到从向"
    "个项各每按搞做办修建请养拨投批补罚收缴查管问看次条名台辆家件份张户批场些"
)
BEFORE_PART = re.compile(rf"[\u4e00-\u9fff][^\W\d_a-z{ENDS_TALK}]$")  # the part is the end of a longer word
NUMBERING = re.compile(r"^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]")


def names_by_part(finding: Finding, text: str) -> bool:
    """Whether parts of names were read, and none within a longer name that no label has (网络 in 网络年度租用费, 安全 in 数据安全)."""
    folded, parts = fold(re.sub(r"\s+", "~", text)), [one.asked for one in finding.mentions if one.is_part]
    words = [word for word in finding.reading.unexplained if len(word) >= LONGER_BY]
    runs_on = (f"{part}{word}" for part in parts for word in words if word[0] not in OPENS_TALK)
    leads_in = (f"{word}{part}" for part in parts for word in words if word[-1] not in ENDS_TALK)
    if any(is_of_other_body(one, folded) for one in finding.mentions if one.is_part):
        return False
    if any(longer in folded for longer in (*runs_on, *leads_in)):
        return False
    return bool(parts) and not any(is_cut_off(one, folded) for one in finding.mentions if one.is_part)


def is_of_other_body(part: Mention, text: str) -> bool:
    """Whether a part is the beginning of a body's name that none of its names has (农村供水 in 农村供水站)."""
    found = OTHER_BODY.match(text, text.find(part.asked) + len(part.asked))
    return found is not None and not any(f"{part.asked}{found[0]}" in key for key in part.keys)


def is_cut_off(part: Mention, text: str) -> bool:
    """Whether a part is the end of a longer word of the question that none of its names has (安全 in 数据安全)."""
    before = text[: max(text.find(part.asked), 0)]
    return bool(BEFORE_PART.search(before)) and not any(f"{before[-1]}{part.asked}" in key for key in part.keys)


def named_by_part(finding: Finding) -> tuple[str, ...]:
    """The names among which a part of a name does not choose: other amounts that were found stand under other names."""
    for found in finding.tasks:
        for want, figures in zip(found.task.wants, found.found, strict=False):
            for one in (mention for mention in want.mentions if mention.is_part):
                first, *others = [[name for fact in each.facts if (name := borne_name(one, fact))] for each in figures.candidates]
                apart = dict.fromkeys(names[0] for names in others if names and not {*map(label_key, names)} & {*map(label_key, first)})
                if apart and first:
                    return (first[0], *apart)
    return ()


def asks_nothing_more(text: str, by_part: Finding, vocabulary: Vocabulary) -> bool:
    """Whether a question only talks and asks around the names that were read in it (“罚了企业多少钱” speaks of fines)."""
    left = fold(re.sub(r"\s+", "~", text))
    for one in sorted(by_part.mentions, key=lambda one: -len(one.asked)):
        left = left.replace(one.asked, "~")
    for _, pattern in vocabulary.operations:
        left = pattern.sub("~", left)
    return is_talk(vocabulary.long_fillers.sub("~", left), vocabulary.talk)


def understood(by_part: Finding) -> Finding:
    """A finding by parts of names that says which names were meant."""
    pairs = (
        (one.asked, name)
        for found in by_part.tasks for want, figures in zip(found.task.wants, found.found, strict=False)
        for one in want.mentions if one.is_part for candidate in figures.candidates[:1]
        if (name := borne_name(one, candidate.facts[0]))
    )  # fmt: skip
    corrections = tuple(dict.fromkeys((*by_part.reading.corrections, *((asked, NUMBERING.sub("", name)) for asked, name in pairs))))
    return replace(by_part, reading=replace(by_part.reading, corrections=corrections), is_by_part=True)


def borne_name(one: Mention, fact: Fact) -> str | None:
    """The innermost label as printed by which a fact bears a mention."""
    printed = (*fact.source.col, *fact.source.row) if isinstance(fact.source, Figure) else (fact.source.subject,)
    return next((part for part in reversed(printed) if label_key(part) in one.keys), None)
