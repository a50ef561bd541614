"""What a question about agreement asks: that it asks so, of which places, and what remains as the thing itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from app.checks.answer_consistency import VERDICT
from ingest.quantity import COUNTERS
from retrieval.clauses.read_balance import ADDED, PLUS
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import FOLDER

STRETCH = 2
CARS = "辆"
COUNTED = re.compile(rf"(?:几|多少)个?({'|'.join(COUNTERS)})")
CARS_ASKED = re.compile(
    r"(?:公车|公务用车|车辆|车)(?!购|运行|费|补|改)[^,;?。]{0,12}(?:保有|[吗么没]|数|一样|一致|相同)|(?:几|多少)辆|(?:有没有|有无)[^,;?。]{0,6}车"
)
OF_MONEY = re.compile(r"(?<!三公经)费|钱|花|元|(?<!经费)支出")  # 三公经费支出说明 is a place
OF_EACH = re.compile(r"[和与跟、].{2,40}(?:各|分别)(?:是|有|为)?(?:多少|几).{0,6}(?:相差|差)(?:了|额|距)?(?:是|为)?(?:多少|几)")
WORD = re.compile(r"[一-鿿]{2,}|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """The patterns of agreement.toml."""

    agrees: re.Pattern[str]
    doubts: re.Pattern[str]
    adds: re.Pattern[str]
    causes: re.Pattern[str]
    apart: re.Pattern[str]
    other_times: re.Pattern[str]
    prose: re.Pattern[str]
    table_number: re.Pattern[str]
    table_name: re.Pattern[str]
    names: re.Pattern[str]
    empty: re.Pattern[str]
    gap: re.Pattern[str]


@cache
def load_agreement_words() -> AgreementWords:
    """The words by which a question about agreement is known; the verdicts and sums that other stages know count too."""
    data = tomllib.loads((FOLDER / "agreement.toml").read_text("utf-8"))
    data["agrees"].insert(0, VERDICT.pattern)
    data["adds"] += [ADDED.pattern, PLUS.pattern]
    return AgreementWords(**{name: re.compile("|".join(patterns)) for name, patterns in data.items()})


@dataclass(frozen=True, slots=True)
class AskedPrints:
    """The places that are named (prose, numbers and names of tables) and the words for the thing whose prints are compared."""

    wants_prose: bool
    numbers: tuple[int, ...]
    tables: tuple[str, ...]
    topic: str
    is_of_names: bool = False
    is_sum: bool = False
    is_doubt: bool = False
    is_apart: bool = False  # it says itself that they differ
    unit: str | None = None  # that of the things it counts
    both: tuple[str, str] | None = None  # the two things that are held against each other, where they are two

    @property
    def has_places(self) -> bool:
        """Whether the question says where to look."""
        return self.wants_prose or bool(self.numbers or self.tables)


def asked_prints(question: str, rest: str, units: Sequence[str] = ()) -> AskedPrints | None:
    """What the question compares within one document; None where it asks no agreement, or of two years or sides.

    `units` are the parts of the body that it names, which `rest` leaves out.
    """
    words = load_agreement_words()
    agrees = words.agrees.search(question)
    if not (agrees or words.doubts.search(question)) or words.other_times.search(rest):
        return None
    if words.causes.search(question) and not (words.apart.search(question) or words.adds.search(question)):
        return None
    text = fold(rest)
    numbers = tuple(int(one or other) for one, other in words.table_number.findall(text))
    without = words.table_number.sub(" ", text)
    tables = tuple(name for name in words.table_name.findall(without) if len(name) > STRETCH)
    is_of_places = bool(words.prose.search(without)) + len(numbers) + len(tables) > 1
    if OF_EACH.search(question) and not is_of_places:
        return None  # how far two things are apart, not two prints of one
    topic = words.prose.sub(" ", words.table_name.sub(" ", without))
    has_place = tables or numbers or words.prose.search(without)
    if not has_place and not WORD.search(words.empty.sub(" ", words.gap.sub(" ", topic))):
        return None  # “差多少”: of what is not said
    told = " ".join((words.gap.sub(" ", topic), *map(fold, units)))
    is_of_names, is_sum = bool(words.names.search(topic)), bool(words.adds.search(text))
    is_apart = bool(words.apart.search(text) or words.gap.search(text))
    wants_prose, unit = bool(words.prose.search(without)), counted_unit(text)
    return AskedPrints(wants_prose, numbers, tables, told, is_of_names, is_sum, agrees is None, is_apart, unit)


def counted_unit(text: str) -> str | None:
    """The unit of the things that a question counts, of cars by whatever words; None where it asks for an amount."""
    counted = COUNTED.search(text)
    is_of_cars = CARS_ASKED.search(text) and not OF_MONEY.search(text)
    return CARS if is_of_cars else counted[1] if counted else None


def told_share(topic: str, told: str) -> float:
    """How much of a topic's own words stand in a text, as stretches of two characters or as an abbreviation of what stands there."""
    words = load_agreement_words()
    asked = WORD.findall(words.empty.sub(" ", words.names.sub(" ", topic)))
    total = sum(map(len, asked))
    return sum(told_length(word, told) for word in asked) / total if total else 0.0


def tells_an_end(topic: str, told: str) -> bool:
    """Whether the end of one of a topic's own words, which says what it is (政府采购: 采购), stands in a text."""
    words = load_agreement_words()
    asked = WORD.findall(words.empty.sub(" ", words.names.sub(" ", topic)))
    return not asked or any(word[-STRETCH:] in told for word in asked)


def told_length(word: str, told: str) -> int:
    """How many characters of a word stand in the text in stretches of two, or with one character left out between them."""
    found: set[int] = set()
    for start in range(len(word) - 1):
        one, two = re.escape(word[start]), re.escape(word[start + 1])
        if re.search(rf"{one}[^\s]?{two}", told):
            found |= {start, start + 1}
    return len(word) if word in told else len(found)
