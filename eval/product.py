"""The product as a system under evaluation, whole or with one part switched off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from app.answer import Answer
from app.assistant import Assistant
from app.documents.search_passages import search_passages
from app.settings import Settings
from eval.run import PRODUCT
from retrieval.knowledge_base import KnowledgeBase
from retrieval.store.passage_search import WEIGHTS

StandIn = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A part that can be switched off: what it is called, and what stands in its place at which names of the program."""

    name: str
    stand_ins: tuple[StandIn, ...]


def nothing(*_: object, **__: object) -> None:
    """Stands for a stage that finds nothing."""


def no_results(*_: object, **__: object) -> tuple[()]:
    """Stands for a stage that finds no results."""
    return ()


def as_it_is(question: str, *_: object) -> str:
    """Stands for a stage that leaves the question as it was asked."""
    return question


def whole_base(asked: Sequence[str], *_: object) -> tuple[None, str]:
    """Stands for the choice of documents where all are searched, with the words as they were asked."""
    return None, " ".join(asked)


def no_slips(question: str) -> tuple[str, tuple[()]]:
    """Stands for the mending of slips where none is mended."""
    return question, ()


def rest_as_it_is(_question: str, rest: str, *_: object) -> str:
    """Stands for the restoring of cut labels where none is restored."""
    return rest


def untold(_question: str, answer: Answer, *_: object) -> Answer:
    """Stands for the telling of amounts where none is added."""
    return answer


def unwarned(answer: Answer, *_: object) -> Answer:
    """Stands for the warnings of checks where none is given."""
    return answer


def weights(**changed: float) -> StandIn:
    """Other weights of the voices of passage search."""
    return "retrieval.store.passage_search.WEIGHTS", {**WEIGHTS, **changed}


NO_PLACES: StandIn = ("app.documents.search_passages._figures", no_results)
NO_LEXICON: StandIn = ("retrieval.store.passage_search.expand_question", as_it_is)
PARTS = (
    Part("按单元格取数", (
        ("app.answerer.question_answerer.answer_figures", nothing), ("app.answerer.question_answerer.tell_amounts", untold),
        ("app.figures.answer_other_years.find_previous", no_results), ("app.answerer.question_answerer.year_before", nothing),
        ("app.answerer.question_answerer.between_years", nothing),
    )),
    Part("正文作答", (("app.answerer.words_answerer.answer_text", nothing),)),
    Part("引用段落作答", (("app.answerer.words_answerer.WordsAnswerer._quote", nothing),)),
    Part("勾稽核对", (("app.checks.check_answer.warn_of_checks", unwarned), ("app.relations.answer_agreement.tell_consistency", nothing))),
    Part("错字、繁体和全角的规整", (
        ("app.assistant.normalize_question", as_it_is), ("app.dialogue.rewrite_turn.normalize_question", as_it_is),
        ("app.documents.search_passages.normalize_question", as_it_is),
        ("app.question_reader.mend_slips", no_slips), ("app.question_reader._normalized", as_it_is),
    )),
    Part("补全被切断的名称", (("app.question_reader.restore_labels", rest_as_it_is),)),
    Part("先定文件再检索", (("app.documents.search_passages._scope", whole_base), NO_PLACES)),
    Part("所问数字所在的段落", (NO_PLACES,)),
    Part("口语词典", (NO_LEXICON,)),
    Part("关键词检索", (weights(keyword=0),)),
    Part("向量检索", (weights(vector=0),)),
)  # fmt: skip


class Product:
    """The assistant over one knowledge base; without a part where one is named."""

    def __init__(self, knowledge_base: KnowledgeBase, without: Part | None = None) -> None:
        """Answer from this knowledge base."""
        self._assistant = Assistant(knowledge_base, Settings(home=knowledge_base.home))
        self._without = without

    @property
    def name(self) -> str:
        """The product's name, with what it lacks."""
        return f"{PRODUCT} 去掉“{self._without.name}”" if self._without else PRODUCT

    def answer(self, question: str, history: Sequence[str]) -> Mapping[str, Any]:
        """The answer as the contract's object."""
        with self._switched():
            return self._assistant.ask(question, tuple(history)).to_json()

    def search(self, question: str, history: Sequence[str], k: int) -> list[Mapping[str, Any]]:
        """The k best passages."""
        with self._switched():
            return list(search_passages(self._assistant.reader, question, history, k))

    def _switched(self) -> ExitStack:
        with ExitStack() as stack:  # where one place is not there, those before it are put back
            for place, stand_in in self._without.stand_ins if self._without else ():
                stack.enter_context(patch(place, stand_in))
            return stack.pop_all()
