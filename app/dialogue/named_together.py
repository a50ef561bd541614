"""“水和电合到一块占多少”, “行政事业两笔合起来”: short names of things told before, together, are these things and no new question."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.dialogue.refer_back import Ask
from app.dialogue.told_things import Told, told_things
from ingest import late_re as re
from ingest.outline.headings import numeral_value
from retrieval.spelling.label_key import label_key
from retrieval.spelling.normalize_question import normalize_question

LEAD = r"(?:那么?|把|将|再|请问|[,、])*"
TOGETHER = r"(?:加|合)(?:在|到|起|成)?(?:来|一起|一块儿?|一道|总|计)+(?:合计|一共|总共)?|一共|总共|合计|总计|共计|之和|总和|相加|加总"
KINDS = r"[个项家样者笔块类种]"
NAMED = re.compile(
    rf"{LEAD}(?P<names>[^,;?]{{2,40}}?)(?P<count>[这那]?(?P<number>[两二三四五六2-6])(?:{KINDS}))?的?(?:费用?|支出|经费|钱)?[都全]?(?:{TOGETHER})"
    r"(?P<rest>.*)"
)
JOINTS = re.compile(r"[和与跟加及、]|以及")
TAIL = re.compile(r"(?:的?(?:钱|支出|费用?|经费|预算|那[笔项个]))+$")
THESE, FULL = "这{count}项加起来{rest}", "{names}一共{rest}"
NUMERALS = {2: "两", 3: "三", 4: "四", 5: "五", 6: "六"}
BARE = re.compile(r"(?:的?(?:是|有|要|花|总)*(?:多少|几)?(?:钱|万元|元)?呢?)[?。]?")
SUM = re.compile(r"合计$|相加$|之和$")
FEWEST, MOST, LATELY, SHORT = 2, 6, 8, 2  # SHORT: characters of each of two names that nothing joins (水电, 行政事业)


def named_together(question: str, history: Sequence[str], ask: Ask) -> str:
    """The question with “these two” for the names of things that the turns before it told, or their names in full; as it is else."""
    found = NAMED.fullmatch(normalize_question(question).strip()) if history else None
    partings = _partings(found) if found else []
    told = _told(history, ask) if partings else []
    named = next((things for parts in partings if (things := _named(parts, told))), ()) if found else ()
    if found is None or not named:
        return question
    rest = "多少" if BARE.fullmatch(found["rest"]) else found["rest"]
    if set(map(id, named)) == set(map(id, told[-len(named) :])):
        return THESE.format(count=NUMERALS[len(named)], rest=rest)
    return FULL.format(names="和".join(one.amounts[0].label for one in named), rest=rest)


def lacks_named(question: str, history: Sequence[str], answer: Answer, ask: Ask) -> bool:
    """Whether a turn counts or joins things that it asks for together, and the answer is of fewer, or of others that were told before."""
    found = NAMED.fullmatch(normalize_question(question).strip()) if history else None
    partings = _partings(found) if found and answer.status == "answered" and answer.answered_by == "rule" else []
    if found is None or not partings or not (found["number"] or JOINTS.search(found["names"])):
        return False
    labels = list(dict.fromkeys(key for one in answer.values if (key := label_key(one.label)) and not SUM.search(key)))
    told = {label_key(one.amounts[0].label) for one in _told(history, ask)}
    if len({one.document_id for one in answer.citations}) >= min(map(len, partings)):
        return False  # the bodies are named, not the things
    return all(_lacks(parts, labels, set(labels) <= told) for parts in partings)


def _lacks(parts: Sequence[str], labels: Sequence[str], is_told: bool) -> bool:
    """Whether a part stands in no label, and there are fewer labels than parts or only such as were told before."""
    missing = [part for part in parts if not any(label_key(part) in label for label in labels)]
    return bool(missing) and (len(labels) < len(parts) or is_told)


def _told(history: Sequence[str], ask: Ask) -> list[Told]:
    """The things of one document that the latest turns told one each, oldest first; none before one that told otherwise."""
    told: list[Told] = []
    for place in reversed(range(max(0, len(history) - LATELY), len(history))):
        things = told_things(ask(history[place], history[:place]))
        if len(things) != 1 or (told and things[0].document_id != told[0].document_id):
            break
        told.insert(0, things[0])
    return told


def _named(parts: Sequence[str], told: Sequence[Told]) -> tuple[Told, ...]:
    """The things that bear these names, each that of one of them alone; none where a name is of no thing or of several."""
    found: list[Told] = []
    for part in map(label_key, parts):
        labels = [label_key(one.amounts[0].label) for one in told]
        bearing = [place for place, label in enumerate(labels) if label.startswith(part)]
        bearing = bearing or [place for place, label in enumerate(labels) if part in label]
        if len({labels[place] for place in bearing}) != 1:
            return ()
        found.append(told[bearing[-1]])
    return tuple(found) if len(set(map(id, found))) == len(found) else ()


def _partings(found: re.Match[str]) -> list[list[str]]:
    """The names parted at their joints, or, where there are none, in so many equal lengths (行政事业); none where that is not possible."""
    names, number = found["names"], numeral_value(found["number"].replace("两", "二")) if found["number"] else None
    parts = [TAIL.sub("", one) or one for one in JOINTS.split(names) if one]
    if len(parts) >= FEWEST:
        return [parts] if number in (None, len(parts)) and len(parts) <= MOST else []
    counts = [number] if number else [FEWEST]
    return [
        [names[at : at + len(names) // count] for at in range(0, len(names), len(names) // count)]
        for count in counts if not len(names) % count and (number or len(names) <= FEWEST * SHORT)
    ]  # fmt: skip
