"""A clause of a question with what its words ask for: the names in it, the measure wanted, and what is done with the results."""

from __future__ import annotations

from dataclasses import dataclass

from ingest import late_re as re
from retrieval.clauses.clause_words import operations_in
from retrieval.clauses.make_task import COUNTER
from retrieval.facts.label_mention import Mention, mask
from retrieval.names.coordinate_mentions import coordinate
from retrieval.spelling.load_vocabulary import Vocabulary

ENDS = ("maximum", "minimum", "extremes")
LISTS = ("list", "children")
MEASURES = ("completion", "share", "change_rate", "change", "per")
REDUCERS = ("percent", "times", "average", "rank", "loosest", "tightest", "maximum", "minimum", "difference", "sum")
ABOUT_WORDS = re.compile(r"什么|干嘛|啥")
FIGURE_ASKED = re.compile(rf"多少|多大|百分之几|(?<![的这那])几(?=(?!个钱|项相加|项加)(?:{COUNTER}|分|万|元|倍))")
APART = re.compile(  # “比最少的多多少”, “最高和最低差多少”: how far the ends are apart
    r"比(?:那?个?)最[少低小多高大].{0,8}[多高大少低小](?:了|出)?(?:多少|几)|最[多高大].{0,6}最[少低小].{0,6}(?:差|[多高大])|首尾.{0,4}差|(?:两个|两者|二者|俩)(?:之间)?(?:相)?差(?:了)?(?:多少|几)"
)
SPOKEN_OF = re.compile(r"(?:比|跟|和|与|同|较|加上?)(?:它|前者|(?:上面|上边|刚才|前面|之前|上)(?:的)?那?一?(?:个|项|笔))")


@dataclass(frozen=True, slots=True)
class Clause:
    """`masked` is its text with the names blacked out; `context` are the names of clauses before it that only set the scene."""

    text: str
    mentions: tuple[Mention, ...]
    context: tuple[Mention, ...]
    masked: str
    operations: tuple[str, ...]
    measure: str
    reducer: str | None

    @property
    def named(self) -> tuple[Mention, ...]:
        """The names that the document has."""
        return tuple(one for one in self.mentions if one.keys and not one.is_weak)

    @property
    def is_of_one_thing(self) -> bool:
        """Whether one thing alone is named, with whatever narrows it."""
        named = self.named
        return len(named) == 1 or bool(named and not coordinate(self.text, named)[0])

    @property
    def asks_for_figure(self) -> bool:
        """Whether it asks how much or how many."""
        return bool(FIGURE_ASKED.search(self.masked))

    @property
    def asks_for_words(self) -> bool:
        """Whether it asks what something is, and for no figure."""
        return bool(ABOUT_WORDS.search(self.masked)) and not self.asks_for_figure and not self.operations


def read_words(text: str, mentions: tuple[Mention, ...], context: tuple[Mention, ...], vocabulary: Vocabulary) -> Clause:
    """A clause in which these names were found, with the operations that its other words name."""
    masked = mask(text, mentions)
    operations = operations_in(masked, vocabulary)
    measure = next((name for name in MEASURES if name in operations), "value")
    return Clause(text, mentions, context, masked, operations, measure, reducer_of(operations, masked))


def reducer_of(operations: tuple[str, ...], masked: str) -> str | None:
    """What a clause wants done with its results; the highest and the lowest named together are set in relation where it says so."""
    if not {"maximum", "minimum"} <= set(operations):
        return next((name for name in REDUCERS if name in operations), None)
    if "times" in operations:
        return "multiple"
    return "spread" if APART.search(masked) else "extremes"


def blanked(found: re.Match[str]) -> str:
    """A match in characters that say nothing and part no words."""
    return "的" * len(found[0])
