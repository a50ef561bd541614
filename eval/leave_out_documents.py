"""Our own embedding model on documents that it never saw: `python -m eval.leave_out_documents --home 知识库 题目.jsonl…`.

Each question is asked inside its own document, without lexicon and without known places, of the model that comes with the program (trained
on invented documents alone), of one adapted to all the other documents, and of one adapted to all documents.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

from app.documents.search_passages import search_passages
from app.question_reader import QuestionReader
from eval.gold import GoldQuestion
from eval.intervals import wilson
from eval.judge_citations import is_in_section
from eval.product import NO_LEXICON, NO_PLACES, weights
from eval.read_gold import read_gold
from ingest.document import Document
from retrieval.knowledge_base import KnowledgeBase
from retrieval.ranking.embedder import Embedder, load_embedder
from retrieval.store.adapt_model import adapt_model

CUTS = (1, 5, 10)
VOICES = {
    "仅关键词": weights(vector=0), "关键词 4 : 向量 1": weights(), "关键词 2 : 向量 1": weights(vector=2), "仅向量": weights(keyword=0),
}  # fmt: skip
Ranks = list[int]


def leave_out_documents(home: Path, questions: Sequence[GoldQuestion]) -> Iterator[str]:
    """The lines of a table in Markdown: for every model and weighting the shares of questions answered by the first passages."""
    with KnowledgeBase.open(home) as knowledge_base:
        documents = [knowledge_base.document(info.id) for info in knowledge_base.documents()]
        asked = of_one_document(questions, {document.info.file_name for document in documents})
        yield f"| 模型（{sum(map(len, asked.values()))} 题，在各题自己的文件之内） | 做法 | 前 1 | 前 5 | 前 10 |\n|---|---|---|---|---|"
        own, every = load_embedder(), adapted(documents)
        makes: dict[str, Callable[[Document], Embedder]] = {
            "自带（只见过虚构文件）": lambda _one: own,
            "在其余文件上训练": lambda one: adapted([other for other in documents if other is not one]),
            "在全部文件上训练": lambda _one: every,
        }
        for name, make in makes.items():
            ranks: dict[str, Ranks] = {voice: [] for voice in VOICES}
            for document in documents:
                add_ranks(document, asked.get(document.info.file_name, []), make(document), ranks)
            yield from (f"| {name} | {voice} | {' | '.join(shares(found))} |" for voice, found in ranks.items())


def of_one_document(questions: Sequence[GoldQuestion], files: set[str]) -> dict[str, list[GoldQuestion]]:
    """The questions that stand alone and whose known places lie in one document, by its file."""
    found: dict[str, list[GoldQuestion]] = {}
    for question in questions:
        named = {source.doc for source in question.sources if source.section}
        if question.expect.status == "answered" and len(named) == 1 and named <= files and not question.history:
            found.setdefault(named.pop(), []).append(question)
    return found


def adapted(documents: Sequence[Document]) -> Embedder:
    """Our own model trained further on these documents."""
    with tempfile.TemporaryDirectory() as folder:
        adapt_model(documents, Path(folder))
        return load_embedder(folder)


def add_ranks(document: Document, questions: Sequence[GoldQuestion], embedder: Embedder, ranks: Mapping[str, Ranks]) -> None:
    """Ask the questions of a knowledge base that holds their document alone."""
    with tempfile.TemporaryDirectory() as folder, KnowledgeBase.open(Path(folder), embedder) as alone:
        alone.add(document, b"")
        reader = QuestionReader(alone, alone.home)
        for voice, setting in VOICES.items():
            with patch(*setting), patch(*NO_LEXICON), patch(*NO_PLACES):
                ranks[voice] += [rank_of(question, reader) for question in questions]


def rank_of(question: GoldQuestion, reader: QuestionReader) -> int:
    """The place of the first passage from a known section; beyond all cuts where there is none."""
    found = search_passages(reader, question.question, (), CUTS[-1])
    right = (place for place, one in enumerate(found, 1) if any(is_in_section(one, source) for source in question.sources))
    return next(right, CUTS[-1] + 1)


def shares(ranks: Ranks) -> Iterator[str]:
    """For each cut the share of ranks within it, with its interval."""
    for cut in CUTS:
        hits = sum(rank <= cut for rank in ranks)
        low, high = wilson(hits, len(ranks))
        yield f"{hits / max(1, len(ranks)):.3f}（{low:.3f}–{high:.3f}）"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("questions", type=Path, nargs="+")
    options = parser.parse_args()
    for line in leave_out_documents(options.home, [question for file in options.questions for question in read_gold(file).questions]):
        print(line, flush=True)


if __name__ == "__main__":
    main()
