"""“A和B一致吗”, “A和B差多少”: two things of which each is named, not two prints of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.checks.answer_consistency import PIECE, VERDICT
from app.checks.asked_prints import load_agreement_words
from app.checks.is_of_both import SIDES
from ingest.document import Document
from retrieval.spelling.label_key import fold

JOINT = re.compile(r"以及|(?<!合)同|[和与跟]|(?<![普涉])及(?![其格时])")
OTHER_TIME = re.compile(r"[上去前今本]一?年|增长|增加|减少|下降|完成率")
LARGER = re.compile(r"[,]?(?:哪[个项边]|谁)(?:更|比较)?[多大高少低小]")
ENDING = re.compile(r"[,的]*(?:这?(?:两|二)(?:个|项|者)(?:数字?)?|它们|之间|相|的?数字?|金额)*$")
SIDE = r"(?:年初|全年|实际|收入|支出|预算|决算|执行|安排|本年)*(?:收入|支出|预算|决算|执行)(?:数|总计|合计|总额)?"
BARE_SIDE = re.compile(SIDE)
END_SIDE = re.compile(rf"{SIDE}$")
SIDE_OF_THING = re.compile(rf"{SIDE}(?:的|中的?|里的?)?.{{2,}}")
FUND = re.compile(r"(?:.*的)?(?:一般公共预算|政府性基金预算|国有资本经营预算)")
ASKED = "是多少"
NEAR, FEWEST = 2, 2


@dataclass(frozen=True, slots=True)
class TwoThings:
    """Both things in full, the words that open the question, and whether one of them had to be completed from the other."""

    opening: str
    names: tuple[str, str]
    is_completed: bool

    @property
    def parts(self) -> tuple[str, str]:
        """The single question for each."""
        return f"{self.opening}{self.names[0]}{ASKED}", f"{self.opening}{self.names[1]}{ASKED}"

    def name_of(self, part: str) -> str:
        """The thing that a single question asks for."""
        return part.removeprefix(self.opening).removesuffix(ASKED)


def two_things(question: str, rest: str, documents: Sequence[Document]) -> TwoThings | None:
    """The two things that are held against each other; None where the question is of prints of one, of a sum, or of more things.

    `rest` is the question with the words that chose its documents blanked out.
    """
    verdicts = [one for one in (VERDICT.search(rest), LARGER.search(rest)) if one]
    start = min((one.start() for one in verdicts), default=None)
    words = load_agreement_words()
    if start is None or len(rest) != len(question) or words.adds.search(rest) or OTHER_TIME.search(rest):
        return None
    asked = ENDING.sub("", rest[:start])
    begin = len(asked) - len(asked.lstrip(" ,的"))
    splits = [one for one in JOINT.finditer(asked) if begin < one.start() and not is_in_name(asked, one, documents)]
    if len(splits) != 1 or re.search(r"[,;?:、]", asked[begin:]):
        return None
    one, other = asked[begin : splits[0].start()].strip(" 的"), asked[splits[0].end() :].strip(" 的")
    if not (is_thing(one) and is_thing(other)) or fold(one) == fold(other):
        return None
    if BARE_SIDE.fullmatch(one) and SIDE_OF_THING.fullmatch(other) and not BARE_SIDE.fullmatch(other):
        return None  # 预算和决算的项目支出: both sides of one thing
    first, second = completed(one, other)
    return TwoThings(question[:begin], (first, second), (first, second) != (one, other))


def is_in_name(text: str, joint: re.Match[str], documents: Sequence[Document]) -> bool:
    """Whether a document prints the words around a joint as one name (社会保障和就业支出)."""
    around = text[max(0, joint.start() - NEAR) : joint.end() + NEAR].strip()
    said = (part for one in documents for figure in one.figures for part in (*figure.row, *figure.col))
    return any(around in part for part in said) or any(around in one.subject for each in documents for one in each.statements)


def is_thing(words: str) -> bool:
    """Whether something is named besides a place where it may be printed."""
    patterns = load_agreement_words()
    plain = patterns.prose.sub(" ", patterns.table_name.sub(" ", patterns.table_number.sub(" ", fold(words))))
    if BARE_SIDE.fullmatch(words):
        return True
    at, left = 0, ""
    while at < len(plain):
        piece = PIECE.match(plain, at)
        left += "" if piece and piece[0] else plain[at]
        at = piece.end() if piece and piece[0] else at + 1
    return len(re.findall(r"[一-鿿]", left)) >= FEWEST


def completed(one: str, other: str) -> tuple[str, str]:
    """Both things with what the second takes over from the first (培训费收入和支出), and a bare fund with the other's side."""
    ending = None if FUND.fullmatch(one) else END_SIDE.search(one)
    if ending and ending.start() and BARE_SIDE.fullmatch(other):
        is_budget = ending[0] == "预算" and other == "支出"
        return one, f"{one[: ending.start()]}{'决算' if is_budget else ''}{other}"
    side = next((side for side in SIDES if side in other), "")
    return (f"{one}{side}" if side and FUND.fullmatch(one) else one), other
