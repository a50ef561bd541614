"""What every command shares: the home it works on, opened only when the command needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands import cli_wording as words
from app.settings import Settings, read_settings

if TYPE_CHECKING:
    from app.assistant import Assistant
    from ingest.document import Document
    from retrieval.knowledge_base import KnowledgeBase
    from retrieval.ranking.embedder import Embedder
    from retrieval.ranking.reranker import Reranker

HomeOption = Annotated[Path | None, typer.Option("--home", metavar="文件夹", help=words.HOME, show_default=False)]
DocumentOption = Annotated[str | None, typer.Option("--document", metavar="文件", help=words.ONLY_DOCUMENT, show_default=False)]
JsonOption = Annotated[bool, typer.Option("--json", help=words.AS_JSON)]


class CommandError(Exception):
    """A command cannot do what was asked; `str(error)` is the Chinese message a user sees."""


def session_settings(context: typer.Context, home: Path | None) -> Settings:
    """The settings, with the home written after the command, before it, or in the environment."""
    return read_settings(home=home or context.find_root().obj)


def open_knowledge_base(settings: Settings) -> KnowledgeBase:
    """The knowledge base of the settings' home, with the database, the vector server and the models that they name."""
    from retrieval.knowledge_base import KnowledgeBase  # here, so that --help starts at once

    embedder, reranker = _chosen_embedder(settings), _chosen_reranker(settings)
    return KnowledgeBase.open(settings.home, embedder, settings.database_url, chroma_url=settings.chroma_url, reranker=reranker)


def _chosen_embedder(settings: Settings) -> Embedder | None:
    if not settings.embedding:
        return None
    from retrieval.ranking.embedder import load_embedder

    return load_embedder(settings.embedding, settings.embedding_instruction or "")


def _chosen_reranker(settings: Settings) -> Reranker | None:
    if not settings.reranker:
        return None
    from retrieval.ranking.reranker import Reranker

    return Reranker(settings.reranker)


def chosen_documents(knowledge_base: KnowledgeBase, name: str | None) -> Iterator[Document]:
    """The named document, or all of them one after another."""
    ids = [knowledge_base.resolve(name)] if name else [info.id for info in knowledge_base.documents()]
    return (knowledge_base.document(document_id) for document_id in ids)


def open_assistant(settings: Settings) -> Assistant:
    """The assistant over the settings' knowledge base."""
    from app.assistant import Assistant  # here, so that --help starts at once

    knowledge_base = open_knowledge_base(settings)
    problems = word_problems(settings.home)
    if problems:
        raise CommandError(problems[0])
    return Assistant(knowledge_base, settings)


def word_problems(home: Path) -> list[str]:
    """What is wrong with the synonyms, names and answers that staff have written, with the remedy."""
    from retrieval.spelling.load_staff_words import ALIASES, StaffWordsError, load_staff_words
    from retrieval.spelling.load_vocabulary import load_vocabulary

    problems: list[str] = []
    try:
        load_vocabulary(home)
    except (ValueError, TypeError) as error:
        problems.append(written_wrongly(home / "synonyms.toml", error, "asked、names"))
    try:
        load_staff_words(home)
    except StaffWordsError as error:
        needed = "asked、organization" if error.path.name == ALIASES else "questions、text"
        problems.append(written_wrongly(error.path, error, needed))
    return problems


def written_wrongly(path: Path, error: Exception, needed: str) -> str:
    """Where a file that staff wrote is wrong, and the remedy."""
    line, name = (re.search(pattern, str(error)) for pattern in (r"line (\d+)", r"(?:argument|unknown) '(\w+)'"))
    where = f"第 {line[1]} 行" if line else f"不认识“{name[1]}”，或它没有写好" if name else f"没有写完，或缺少 {needed}，或不是 UTF-8"
    return words.BAD_WORDS.format(path=path, where=where)
