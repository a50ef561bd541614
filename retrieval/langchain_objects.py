"""The knowledge base as LangChain sees it: a retriever of passages and a tool for exact figures (the only door to langchain).

Importing this module costs 0.3 s: import it where LangChain is used, not at the top of a program.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

os.environ["LANGSMITH_TRACING"] = "false"  # before the import below: nothing a user asks leaves the machine

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as Passage
from langchain_core.retrievers import BaseRetriever
from langchain_core.tools import StructuredTool
from pydantic import BaseModel, ConfigDict, Field

from retrieval.evidence import FigureEvidence, PassageEvidence, StatementEvidence
from retrieval.knowledge_base import KnowledgeBase

FigureFinding = FigureEvidence | StatementEvidence
LookUp = Callable[..., Sequence[FigureFinding]]

TOOL_NAME = "look_up_figures"
TOOL_DESCRIPTION = (
    "查部门预算、决算文件中的准确数字。给出文件编号和项目名称（如“公务接待费”）、科目编码、列名（如“基本支出”）或表名，"
    "返回原文印着的金额、单位、所在表格及行列、页码。凡涉及金额、数量、比例，一律用本工具取数，不得自行推算或凭记忆回答；没有结果即表示文件中没有。"
)
NOTHING_FOUND = "没有找到符合条件的数字。"


class FigureArguments(BaseModel):
    """What can be asked of the figures; every list that is empty asks for nothing in particular."""

    model_config = ConfigDict(extra="forbid")

    documents: list[str] = Field(description="要查的文件编号（document_id）；只在这些文件中查，空列表查不到任何数字")
    items: list[str] = Field(default_factory=list, description="项目、科目或指标名称，如 公务接待费、行政运行；可给多个同义名称")
    codes: list[str] = Field(default_factory=list, description="科目编码，如 2010301、30217")
    columns: list[str] = Field(default_factory=list, description="列名或口径，如 合计、基本支出、项目支出")
    tables: list[str] = Field(default_factory=list, description="表名中的词，如 一般公共预算、三公")
    limit: int = Field(default=20, ge=1, le=500, description="最多返回几条")


class BudgetRetriever(BaseRetriever):
    """Passages of the knowledge base by keyword and meaning; `documents` restricts the search, an empty list finds nothing."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    knowledge_base: KnowledgeBase
    documents: list[str] | None = None
    k: int = 10

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Passage]:  # noqa: ARG002
        return [_passage(found) for found in self.knowledge_base.search(query, self.documents, self.k)]


def make_figure_tool(knowledge_base: KnowledgeBase, look_up: LookUp) -> StructuredTool:
    """A tool that finds figures through `look_up(knowledge_base, **arguments)`; its artifact is the evidence itself."""

    def run(**arguments: object) -> tuple[str, list[FigureFinding]]:
        found = list(look_up(knowledge_base, **arguments))
        return "\n".join(_line(finding) for finding in found) or NOTHING_FOUND, found

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


def _line(finding: FigureFinding) -> str:
    """A finding as a model reads it: where it stands, then the printed value with its unit."""
    if isinstance(finding, StatementEvidence):
        return f"{finding.document.title}｜{' > '.join(finding.section.heading_path)}｜{finding.statement.sentence}"
    figure = finding.figure
    unit = figure.quantity.unit if figure.quantity else ""
    doubt = "（所在列存疑）" if figure.uncertain else ""
    where = f"{finding.document.title}｜{finding.table.title}｜行：{' / '.join(figure.row)}｜列：{' / '.join(figure.col)}"
    return f"{where}｜{figure.value}{unit}{doubt}"
