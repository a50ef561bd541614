"""One evaluation: a library is read, its questions are asked of the product and of what it is compared with, everything is measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from app.exports.export_figures import figure_records
from app.library.ingest_paths import ingest_paths
from eval.ask_system import ask_system
from eval.gold import Dataset, GoldQuestion
from eval.measure_answers import measure_answers, ratio, types_of
from eval.measure_contradictions import Planted, measure_contradictions
from eval.measure_figures import measure_figures
from eval.measure_retrieval import measure_retrieval
from eval.product import PARTS, Product
from eval.run import TRANSFORMED, Measure, Result, Scores
from eval.system import System
from eval.transform_questions import TRANSFORMS
from ingest.formats.read_file import SUFFIXES
from retrieval.knowledge_base import KnowledgeBase

Report = Callable[[str, int, int], None]
LEAST_CHARACTERS = 4


class MissingDocumentsError(Exception):
    """A library's files could not be read; `str(error)` is the Chinese message."""


@dataclass(frozen=True, slots=True)
class Library:
    """A data set with the folder of its documents (None: they are in the knowledge base already) and what is known of their cells.

    `others` are files that lie beside the documents and are neither read nor asked about, for nothing is known of them.
    """

    dataset: Dataset
    folder: Path | None = None
    figures: tuple[Mapping[str, Any], ...] = ()
    contradictions: tuple[Planted, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is done beside the questions themselves."""

    with_transforms: bool = True
    with_baselines: bool = True


def evaluate(library: Library, home: Path, extent: Extent, report: Report = lambda _what, _done, _all: None) -> tuple[Scores, ...]:
    """The scores of the product first, then of the transformed questions, the baselines and the product without its parts."""
    with KnowledgeBase.open(home) as knowledge_base:
        if library.folder is not None:
            read_library(knowledge_base, library.folder)
        return tuple(score_all(library, knowledge_base, extent, report))


def read_library(knowledge_base: KnowledgeBase, folder: Path) -> None:
    """Every document of the folder; one that cannot be read ends the evaluation."""
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.stem != "README")
    outcomes = ingest_paths(knowledge_base, [path for path in paths if path.stem != "table-notes"], lambda *_: None)
    if outcomes.has_failures:
        raise MissingDocumentsError("；".join(f"{one.path}：{one.message}" for one in outcomes.of("failed")))


def score_all(library: Library, knowledge_base: KnowledgeBase, extent: Extent, report: Report) -> Iterator[Scores]:
    """The recipe: product, other wordings, baselines, parts."""
    dataset = library.dataset
    product = Product(knowledge_base)
    own = score_system(product, dataset, knowledge_base, report)
    unasked = (*sorted({info.file_name for info in knowledge_base.documents()} - {*dataset.documents}), *library.others)
    yield replace(own, measures=(*own.measures, *measure_library(library, knowledge_base)), unasked=unasked)
    if extent.with_transforms:
        yield score_transforms(product, dataset, own.results, report)
    if extent.with_baselines:
        for system in other_systems(knowledge_base):
            yield score_system(system, dataset, knowledge_base, report)


def other_systems(knowledge_base: KnowledgeBase) -> Iterator[System]:
    """What the product is compared with."""
    from eval.baseline_keyword import KeywordBaseline  # here: LangChain and Chroma take a second to import
    from eval.baseline_langchain import LangchainBaseline

    yield LangchainBaseline(knowledge_base)
    yield KeywordBaseline(knowledge_base)
    yield from (Product(knowledge_base, part) for part in PARTS)


def score_system(system: System, dataset: Dataset, knowledge_base: KnowledgeBase, report: Report) -> Scores:
    """One system's answers and passages for all questions."""
    files = {info.file_name for info in knowledge_base.documents()}
    what = f"{system.name}／{dataset.name}"
    results = ask_system(system, dataset.questions, lambda done, total: report(what, done, total))
    measures = (*measure_answers(results), *measure_retrieval(system, dataset.questions))
    loaded, missing = ([doc for doc in dataset.documents if (doc in files) == is_there] for is_there in (True, False))
    return Scores(system.name, dataset.name, results, measures, tuple(loaded), tuple(missing))


def measure_library(library: Library, knowledge_base: KnowledgeBase) -> Iterator[Measure]:
    """What was read from the documents, against what is known of them."""
    documents = [knowledge_base.document(info.id) for info in knowledge_base.documents()]
    if library.figures:
        yield from measure_figures(library.figures, [record for document in documents for record in figure_records(document)])
    if library.contradictions:
        yield from measure_contradictions(library.contradictions, documents)


def score_transforms(product: System, dataset: Dataset, own: Sequence[Result], report: Report) -> Scores:
    """Every question that was answered right, in other words that must not change the answer."""
    right = {result.id for result in own if result.is_right}
    variants = tuple(variant for question in dataset.questions if question.id in right for variant in variants_of(question))
    what = f"{product.name}／{dataset.name}{TRANSFORMED}"
    asked = ask_system(product, variants, lambda done, total: report(what, done, total))
    results = tuple(replace(result, type=result.id.rpartition("|")[2]) for result in asked)
    unchanged = [ratio("unchanged", sum(one.is_right for one in results), len(results))]
    for name in types_of(results):
        kin = [one for one in results if one.type == name]
        unchanged.append(ratio(f"unchanged/{name}", sum(one.is_right for one in kin), len(kin)))
    wrong = ratio("wrong_figure", sum(one.is_wrong_figure for one in results), len(results), is_higher_better=False)
    return Scores(product.name, f"{dataset.name}{TRANSFORMED}", results, (*unchanged, wrong))


def variants_of(question: GoldQuestion) -> Iterator[GoldQuestion]:
    """The question under every transformation that changes its words."""
    if len(question.question) < LEAST_CHARACTERS:
        return
    for name, transform in TRANSFORMS.items():
        words = transform(Random(f"{question.id}/{name}"), question.question)
        if words != question.question:
            yield replace(question, id=f"{question.id}|{name}", question=words)
