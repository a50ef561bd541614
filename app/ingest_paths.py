"""Files and folders into the knowledge base, one after another: one bad file never stops the rest."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.document_fields import changed_fields, correct_info
from app.error_reason import error_reason
from app.read_documents_csv import FILE_NAME, read_documents_csv
from ingest.document import Document, DocumentInfo
from ingest.errors import IngestError, UnsupportedFileError
from ingest.parse_document import ID_CHARACTERS, TEXT_SUFFIXES, parse_document
from retrieval.knowledge_base import KnowledgeBase

KNOWN_TYPES = TEXT_SUFFIXES | {".pdf"}
TYPES_IN_WORDS = "PDF、.txt 和 .md"
ALIEN_NAMES = {"thumbs.db", "desktop.ini", "__macosx", "readme", "readme.md", "readme.txt"}
LOG = logging.getLogger(__name__)


class NothingToIngestError(IngestError):
    """No path, or a path with nothing that can be read."""


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file: added, unchanged, corrected, replaced, added_beside, skipped or failed; why; and as which document."""

    path: Path
    outcome: str
    message: str = ""
    document: DocumentInfo | None = None
    problems: int = 0


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What became of every file."""

    outcomes: tuple[FileOutcome, ...]

    def of(self, *kinds: str) -> tuple[FileOutcome, ...]:
        """The files with one of these outcomes."""
        return tuple(outcome for outcome in self.outcomes if outcome.outcome in kinds)

    @property
    def has_failures(self) -> bool:
        """Whether any file could not be taken in."""
        return bool(self.of("failed"))


Report = Callable[[FileOutcome, int, int], None]
Corrections = Mapping[Path, Mapping[str, str | int]]


def ingest_paths(knowledge_base: KnowledgeBase, paths: Sequence[Path], report: Report) -> IngestSummary:
    """Every file of the paths, folders with all below them; `report` hears of each file with its place and the total."""
    files, missing = _find_files(paths)
    corrections, list_problems = _read_lists(paths)
    outcomes = [*missing, *list_problems]
    total = len(files) + len(outcomes)
    for done, outcome in enumerate(outcomes, 1):
        report(outcome, done, total)
    for file, is_named in files.items():
        outcome = _ingest_file(knowledge_base, file, corrections.get(file.resolve(), {}), is_named=is_named)
        outcomes.append(outcome)
        report(outcome, len(outcomes), total)
    return IngestSummary(tuple(outcomes))


def _find_files(paths: Sequence[Path]) -> tuple[dict[Path, bool], list[FileOutcome]]:
    """Each file once, true where the user named it himself, and the paths that lead nowhere."""
    if not paths:
        raise NothingToIngestError("没有写要载入的文件或文件夹；例如：mingzhang ingest 我的文件夹")
    files: dict[Path, bool] = {}
    missing = []
    for path in paths:
        if path.is_dir():
            found = _files_below(path)
            if not any(file.suffix.lower() in KNOWN_TYPES for file in found):
                missing.append(_failed(path, f"文件夹里没有能读的文件；能读的是 {TYPES_IN_WORDS}。"))
            files = {**dict.fromkeys(found, False), **files}
        elif path.exists():
            files[path] = True
        else:
            missing.append(_failed(path, "没有这个文件或文件夹；请检查路径是否写对。"))
    return files, missing


def _files_below(folder: Path) -> list[Path]:
    own = (path for path in folder.rglob("*") if path.name != FILE_NAME and not _is_alien(path.relative_to(folder)))
    return sorted(path for path in own if path.is_file())


def _is_alien(path: Path) -> bool:
    """Hidden files, what operating systems and office programs leave behind, and a folder's own description."""
    return any(part.startswith((".", "~$")) or part.lower() in ALIEN_NAMES for part in path.parts)


def _read_lists(paths: Sequence[Path]) -> tuple[Corrections, list[FileOutcome]]:
    lists = {file: None for path in paths for file in (sorted(path.rglob(FILE_NAME)) if path.is_dir() else [path.parent / FILE_NAME])}
    corrections: dict[Path, Mapping[str, str | int]] = {}
    problems = []
    for file in lists:
        if file.is_file():
            read = read_documents_csv(file)
            corrections.update(read.fields)
            problems += [_failed(file, problem) for problem in read.problems]
    return corrections, problems


def _ingest_file(knowledge_base: KnowledgeBase, path: Path, fields: Mapping[str, str | int], *, is_named: bool) -> FileOutcome:
    """The outcome of one file, whatever happens; only what is wrong with the knowledge base itself stops the run."""
    try:
        content = path.read_bytes()
        known = _known(knowledge_base, content)
        if known:
            return _correct(knowledge_base, path, known, fields)
        document = _with_fields(_parse(path), path, fields)
        return _add(knowledge_base, path, document, content)
    except UnsupportedFileError as error:
        return _failed(path, str(error)) if is_named else FileOutcome(path, "skipped", str(error))
    except IngestError as error:
        return _failed(path, str(error))
    except OSError as error:
        return _failed(path, f"打不开文件：{error_reason(error)}；请检查文件是否完好、是否有读取权限。")


def _parse(path: Path) -> Document:
    """The document; an error of ours becomes one of the file's, so that the other files are still read."""
    try:
        return parse_document(path)
    except (IngestError, OSError):
        raise
    except Exception as error:
        LOG.debug("parsing %s failed", path, exc_info=True)
        raise IngestError(f"读取时程序出错（{type(error).__name__}：{error}）；请把这个文件报告给开发者，其余文件不受影响。") from error


def _known(knowledge_base: KnowledgeBase, content: bytes) -> DocumentInfo | None:
    """The document that was made of these very bytes."""
    document_id = hashlib.sha256(content).hexdigest()[:ID_CHARACTERS]
    return next((info for info in knowledge_base.documents() if info.id == document_id), None)


def _correct(knowledge_base: KnowledgeBase, path: Path, known: DocumentInfo, fields: Mapping[str, str | int]) -> FileOutcome:
    corrected = correct_info(known, fields)
    if corrected == known:
        return FileOutcome(path, "unchanged", document=known)
    knowledge_base.update_info(known.id, **changed_fields(known, corrected))
    return FileOutcome(path, "corrected", document=corrected)


def _with_fields(document: Document, path: Path, fields: Mapping[str, str | int]) -> Document:
    info = replace(correct_info(document.info, fields), source_path=str(path.resolve()))
    return replace(document, info=info)


def _add(knowledge_base: KnowledgeBase, path: Path, document: Document, content: bytes) -> FileOutcome:
    outcome = knowledge_base.add(document, content)
    return FileOutcome(path, str(outcome), document=document.info, problems=len(document.problems))


def _failed(path: Path, message: str) -> FileOutcome:
    return FileOutcome(path, "failed", message)
