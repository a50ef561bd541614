"""The knowledge base as LangChain sees it: retriever and vector store of passages, a tool for exact figures (the only door to langchain).

It is for other programs: ours asks the knowledge base itself, and importing LangChain costs 0.7 s.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import Any

os.environ["LANGSMITH_TRACING"] = "false"  # before the import below: nothing a user asks leaves the machine

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as Passage
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from langchain_core.tools import StructuredTool
from langchain_core.vectorstores import VectorStore
from pydantic import BaseModel, ConfigDict, Field

from retrieval.evidence import FigureEvidence, PassageEvidence, StatementEvidence
from retrieval.facts.finding import Finding
from retrieval.knowledge_base import KnowledgeBase

LookUp = Callable[[str, Sequence[str], Sequence[str], bool], Finding]

TOOL_NAME = "look_up_figures"
TOOL_DESCRIPTION = (
    "查一份部门预算或决算文件中的准确数字。给出文件编号和问法（如“公务接待费是多少”“劳务费占公用经费的比重”“有哪些项目”，可带科目编码、列名、表名），"
    "返回原文印着的金额、单位、所在表格及行列、页码。凡涉及金额、数量、比例，一律用本工具取数，不得自行推算或凭记忆回答；没有结果即表示文件中没有。"
)
NOT_FILLED_HERE = "知识库只收整份文件（每段都要有出处）；请用 mingzhang ingest 载入。"
NOTHING_FOUND = "没有找到符合条件的数字。"
MOST_CANDIDATES = 3


class FigureArguments(BaseModel):
    """What can be asked of one document's figures."""

    model_config = ConfigDict(extra="forbid")

    document: str = Field(description="要查的文件编号（document_id）")
    question: str = Field(description="要问的项目和口径，如 公务接待费预算是多少；不必再写单位名称和年度")
    earlier: list[str] = Field(default_factory=list, description="对话中前面的问法，由早到晚；本次问法不完整时据以补全")
    is_compared: bool = Field(default=False, description="是否同时问几份文件并作比较")
    units: list[str] = Field(default_factory=list, description="只问其中某个下属单位时，写表中所印的单位名称")


class BudgetRetriever(BaseRetriever):
    """Passages of the knowledge base by keyword and meaning; `documents` restricts the search, an empty list finds nothing."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    knowledge_base: KnowledgeBase
    documents: list[str] | None = None
    k: int = 10

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Passage]:  # noqa: ARG002
        return [_passage(found) for found in self.knowledge_base.search(query, self.documents, self.k)]


class BudgetVectorStore(VectorStore):
    """The knowledge base where a `VectorStore` is wanted: it is searched by keyword and meaning and filled by `mingzhang ingest` alone."""

    def __init__(self, knowledge_base: KnowledgeBase, documents: Sequence[str] | None = None) -> None:
        """Search these documents of the knowledge base; None means all, an empty list finds nothing."""
        self._knowledge_base = knowledge_base
        self._documents = documents

    def similarity_search(self, query: str, k: int = 4, **kwargs: Any) -> list[Passage]:
        """The k best passages."""
        return [passage for passage, _ in self.similarity_search_with_score(query, k, **kwargs)]

    def similarity_search_with_score(self, query: str, k: int = 4, **_: Any) -> list[tuple[Passage, float]]:
        """The k best passages with their scores, the higher the better."""
        return [(_passage(found), found.score) for found in self._knowledge_base.search(query, self._documents, k)]

    def add_texts(self, texts: Iterable[str], metadatas: list[dict[Any, Any]] | None = None, **kwargs: Any) -> list[str]:
        """Refused: a passage without its document could not be cited."""
        raise NotImplementedError(NOT_FILLED_HERE)

    @classmethod
    def from_texts(
        cls, texts: list[str], embedding: Embeddings, metadatas: list[dict[Any, Any]] | None = None, **kwargs: Any
    ) -> BudgetVectorStore:
        """Refused, as `add_texts`."""
        raise NotImplementedError(NOT_FILLED_HERE)


def make_figure_tool(look_up: LookUp) -> StructuredTool:
    """A tool that finds figures through `look_up(document, questions, units, is_compared)`; its artifact is the finding itself."""

    def run(document: str, question: str, earlier: list[str], units: list[str], is_compared: bool) -> tuple[str, Finding]:
        finding = look_up(document, (*earlier, question), units, is_compared)
        return "\n".join(_lines(finding)) or NOTHING_FOUND, finding

    return StructuredTool.from_function(
        func=run,
        name=TOOL_NAME,
        description=TOOL_DESCRIPTION,
        args_schema=FigureArguments,
        response_format="content_and_artifact",
    )


def _passage(found: PassageEvidence) -> Passage:
    metadata = {
        "document": found.document.file_name,
        "document_id": found.document.id,
        "section": " > ".join(found.chunk.heading_path),
        "table": found.chunk.table,
        "page": found.chunk.place.page,
        "score": found.score,
    }
    return Passage(page_content=found.chunk.text, metadata=metadata, id=found.chunk.id)


def _lines(finding: Finding) -> list[str]:
    """What was found as a model reads it, each figure once."""
    facts = (fact for task in finding.tasks for found in task.found for one in found.candidates[:MOST_CANDIDATES] for fact in one.facts)
    return list(dict.fromkeys(_line(fact.evidence) for fact in facts))


def _line(evidence: FigureEvidence | StatementEvidence) -> str:
    """A figure: where it stands, then the printed value with its unit."""
    if isinstance(evidence, StatementEvidence):
        return f"{evidence.document.title}｜{' > '.join(evidence.section.heading_path)}｜{evidence.statement.sentence}"
    figure = evidence.figure
    unit = figure.quantity.unit if figure.quantity else ""
    doubt = "（所在列存疑）" if figure.uncertain else ""
    where = f"{evidence.document.title}｜{evidence.table.title}｜行：{' / '.join(figure.row)}｜列：{' / '.join(figure.col)}"
    return f"{where}｜{figure.value}{unit}{doubt}"
