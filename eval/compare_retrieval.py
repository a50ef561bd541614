"""Ways to find passages beside one another: usual practice, single voices, and the product part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from eval.gold import GoldQuestion
from eval.measure_retrieval import Retriever, measure_retrieval
from eval.product import NO_LEXICON, NO_PLACES, Part, Product, StandIn, weights, whole_base
from eval.run import Measure
from retrieval.knowledge_base import KnowledgeBase

UNROUTED: tuple[StandIn, ...] = (("app.documents.search_passages._scope", whole_base), NO_PLACES)
KEYWORDS, VECTORS = weights(vector=0), weights(keyword=0)
WAYS = (
    Part("仅关键词", (*UNROUTED, NO_LEXICON, KEYWORDS)),
    Part("仅关键词，加口语词典", (*UNROUTED, KEYWORDS)),
    Part("仅向量", (*UNROUTED, NO_LEXICON, VECTORS)),
    Part("混合", (*UNROUTED, NO_LEXICON)),
    Part("混合，加口语词典", UNROUTED),
    Part("先定文件，仅关键词", (NO_PLACES, NO_LEXICON, KEYWORDS)),
    Part("先定文件，仅向量", (NO_PLACES, NO_LEXICON, VECTORS)),
    Part("先定文件，混合", (NO_PLACES, NO_LEXICON)),
    Part("先定文件，混合，加口语词典", (NO_PLACES,)),
    Part("先定文件，混合，加所问数字所在的段落", (NO_LEXICON,)),
    Part("明账（全部）", ()),
)
SHOWN = {
    "retrieval_success@1": "前 1", "retrieval_success@5": "前 5", "retrieval_success@10": "前 10", "retrieval_mrr": "MRR",
}  # fmt: skip
WORDS_LIBRARY = "rjieba"


@dataclass(frozen=True, slots=True)
class Row:
    """One way with its measures; none where it could not be tried."""

    name: str
    measures: tuple[Measure, ...]


class Way:
    """The product's search with some of its parts."""

    def __init__(self, knowledge_base: KnowledgeBase, part: Part) -> None:
        """Search this knowledge base without the part's places."""
        self.name = part.name
        self._product = Product(knowledge_base, part)

    def search(self, question: str, history: Sequence[str], k: int) -> list[Mapping[str, Any]]:
        """The k best passages."""
        return self._product.search(question, history, k)


def compare_retrieval(knowledge_base: KnowledgeBase, questions: Sequence[GoldQuestion]) -> tuple[Row, ...]:
    """Every way measured over the same questions."""
    return tuple(Row(one.name, measure_retrieval(one, questions)) for one in retrievers(knowledge_base))


def retrievers(knowledge_base: KnowledgeBase) -> Iterator[Retriever]:
    """Usual practice first, the whole product last; words only where their library is installed."""
    from eval.baseline_langchain import LangchainBaseline  # here: LangChain and Chroma take a second to import

    yield LangchainBaseline(knowledge_base)
    if find_spec(WORDS_LIBRARY) is not None:
        from eval.baseline_words import WordBaseline

        yield WordBaseline(knowledge_base)
    yield from (Way(knowledge_base, part) for part in WAYS)


def write_table(rows: Sequence[Row]) -> str:
    """The rows in Markdown, each share with its interval."""
    count = next((measure.count for row in rows for measure in row.measures), 0)
    head = [f"| 做法（{count} 题） | {' | '.join(SHOWN.values())} |", f"|---|{'---|' * len(SHOWN)}"]
    return "\n".join([*head, *(f"| {row.name} | {' | '.join(_cells(row))} |" for row in rows)])


def _cells(row: Row) -> Iterator[str]:
    measures = {measure.key: measure for measure in row.measures}
    return (f"{one.value:.3f}（{one.low:.3f}–{one.high:.3f}）" for one in (measures[key] for key in SHOWN))
