"""Files and folders into the knowledge base, stored one after another: one bad file never stops the rest."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.library.document_fields import changed_fields, correct_info
from app.library.error_reason import error_reason
from app.library.find_files import find_files
from app.library.join_folder import completes_folder, fields_of_folder, lacks_identity
from app.library.parse_ahead import parse_ahead
from app.library.read_documents_csv import FILE_NAME, read_documents_csv
from app.library.unpack_archives import Unpacked, unpack_archives
from ingest.document import Document, DocumentInfo
from ingest.errors import IngestError, UnsupportedFileError
from ingest.pages.tell_pages import PageListener
from ingest.parse_document import ID_CHARACTERS, parse_document
from retrieval.knowledge_base import KnowledgeBase
from retrieval.store.knowledge_writer import AddOutcome


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file: added, unchanged, corrected, replaced, added_beside, skipped or failed; why; and as which document."""

    path: Path
    outcome: str
    message: str = ""
    document: DocumentInfo | None = None
    problems: tuple[str, ...] = ()


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
Fields = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a documents.csv says of one file; the file that it supersedes is known only when all are taken in."""

    source: Path
    fields: Fields
    superseded: str | None = None


NO_CORRECTION = Correction(Path(), {})
SUPERSEDES = "supersedes"
BY_FOLDER = "文件本身没有写全单位、年度和类别，按同一文件夹里的其他文件认定；不对的话请在 documents.csv 里更正。"


def ingest_paths(
    knowledge_base: KnowledgeBase, paths: Sequence[Path], report: Report, on_page: PageListener = lambda *_: None
) -> IngestSummary:
    """Every file of the paths, folders and archives with all in them; `report` hears of each file with its place and the total.

    `on_page` hears, in another thread, of the pages of scanned files while they are recognised.
    """
    files, missing = find_files(paths)
    with unpack_archives(files) as unpacked:
        return _ingest(knowledge_base, paths, unpacked, [*missing, *unpacked.refused], report, on_page)


def _ingest(
    knowledge_base: KnowledgeBase,
    paths: Sequence[Path],
    unpacked: Unpacked,
    missing: Sequence[tuple[Path, str]],
    report: Report,
    on_page: PageListener,
) -> IngestSummary:
    files = unpacked.files
    corrections, list_problems = _read_lists(paths)
    total = len(files) + len(missing) + len(list_problems)
    outcomes: list[FileOutcome] = []
    waiting: list[tuple[FileOutcome, Correction]] = []
    unnamed: list[FileOutcome] = []

    def tell(outcome: FileOutcome) -> None:
        outcomes.append(outcome)
        report(outcome, len(outcomes), max(total, len(outcomes)))

    for outcome in (*(_failed(path, message) for path, message in missing), *list_problems):
        tell(outcome)
    for file, parse in parse_ahead(tuple(files), lambda content: _known(knowledge_base, content) is not None, parse_document, on_page):
        correction = corrections.get(file.resolve(), NO_CORRECTION)
        outcome = _ingest_file(knowledge_base, file, unpacked.named.get(file, file), parse, correction.fields, is_named=files[file])
        if correction.superseded and outcome.document:
            waiting.append((outcome, correction))
        elif outcome.document and lacks_identity(outcome.document):
            unnamed.append(outcome)
        else:
            tell(outcome)
    for outcome in unnamed:
        tell(_join_folder(knowledge_base, outcome))
    for outcome, correction in waiting:
        for told in _supersede(knowledge_base, outcome, correction):
            tell(told)
    return IngestSummary(tuple(outcomes))


def _join_folder(knowledge_base: KnowledgeBase, outcome: FileOutcome) -> FileOutcome:
    """The outcome of a file that does not say whose it is, once all files of its folder are there to say so."""
    assert outcome.document
    fields = fields_of_folder(knowledge_base, outcome.document)
    if not fields:
        return outcome
    corrected = correct_info(outcome.document, fields)
    knowledge_base.update_info(corrected.id, **changed_fields(outcome.document, corrected))
    return replace(outcome, document=corrected, problems=(*outcome.problems, BY_FOLDER))


def _read_lists(paths: Sequence[Path]) -> tuple[Mapping[Path, Correction], list[FileOutcome]]:
    lists = {file: None for path in paths for file in (sorted(path.rglob(FILE_NAME)) if path.is_dir() else [path.parent / FILE_NAME])}
    corrections: dict[Path, Correction] = {}
    problems = []
    for file in lists:
        if file.is_file():
            read = read_documents_csv(file)
            corrections |= {named: _correction(file, fields) for named, fields in read.fields.items()}
            problems += [_failed(file, problem) for problem in read.problems]
    return corrections, problems


def _correction(source: Path, fields: Fields) -> Correction:
    superseded = fields.get(SUPERSEDES)
    others = {name: value for name, value in fields.items() if name != SUPERSEDES}
    return Correction(source, others, str(superseded) if superseded else None)


def _supersede(knowledge_base: KnowledgeBase, outcome: FileOutcome, correction: Correction) -> list[FileOutcome]:
    """The outcome of a file that supersedes another, and the list's failure where it cannot be told which."""
    assert outcome.document
    own, old = outcome.document, str(correction.superseded)
    others = [info for info in knowledge_base.documents() if info.id != own.id]
    at_path = [info.id for info in others if info.source_path == str((correction.source.parent / old).resolve())]
    found = at_path or [info.id for info in others if old in (info.id, info.file_name)]
    if len(found) != 1:
        which = f"有 {len(found)} 份文件叫“{old}”，请改写编号：{'、'.join(found)}" if found else f"知识库里没有文件“{old}”"
        return [outcome, _failed(correction.source, f"{outcome.path.name} 的 {SUPERSEDES} 没有采用：{which}。")]
    known = knowledge_base.info(own.id)
    if known is None or known.supersedes == found[0]:
        return [outcome]
    knowledge_base.update_info(own.id, supersedes=found[0])
    changed = "corrected" if outcome.outcome == "unchanged" else outcome.outcome
    return [replace(outcome, outcome=changed, document=replace(known, supersedes=found[0]))]


def _ingest_file(
    knowledge_base: KnowledgeBase, file: Path, path: Path, parse: Callable[[], Document], fields: Fields, *, is_named: bool
) -> FileOutcome:
    """The outcome of one file, whatever happens; only what is wrong with the knowledge base itself stops the run."""
    try:
        content = file.read_bytes()
        known = _known(knowledge_base, content)
        if known:
            return _correct(knowledge_base, path, known, fields)
        document = _with_fields(parse(), path, fields)
        return _add(knowledge_base, path, document, content)
    except UnsupportedFileError as error:
        return _failed(path, str(error), "failed" if is_named else "skipped")
    except IngestError as error:
        return _failed(path, str(error))
    except OSError as error:
        return _failed(path, f"打不开文件：{error_reason(error)}；请检查文件是否完好、是否有读取权限。")


def _known(knowledge_base: KnowledgeBase, content: bytes) -> DocumentInfo | None:
    """The document that was made of these very bytes."""
    return knowledge_base.info(hashlib.sha256(content).hexdigest()[:ID_CHARACTERS])


def _correct(knowledge_base: KnowledgeBase, path: Path, known: DocumentInfo, fields: Fields) -> FileOutcome:
    corrected = correct_info(known, fields)
    if corrected == known:
        return FileOutcome(path, "unchanged", document=known)
    knowledge_base.update_info(known.id, **changed_fields(known, corrected))
    return FileOutcome(path, "corrected", document=corrected)


def _with_fields(document: Document, path: Path, fields: Fields) -> Document:
    info = replace(correct_info(document.info, fields), source_path=str(path.resolve()))
    return replace(document, info=info)


def _add(knowledge_base: KnowledgeBase, path: Path, document: Document, content: bytes) -> FileOutcome:
    before = {info.id for info in knowledge_base.at_path(document.info.source_path)}
    outcome = knowledge_base.add(document, content)
    for info in knowledge_base.documents() if before else ():
        if info.supersedes in before:  # what was superseded stays so with its new content
            knowledge_base.update_info(info.id, supersedes=document.info.id)
    if outcome == AddOutcome.ADDED_BESIDE and completes_folder(knowledge_base, document.info):
        outcome = AddOutcome.ADDED
    return FileOutcome(path, str(outcome), document=document.info, problems=tuple(problem.message for problem in document.problems))


def _failed(path: Path, message: str, outcome: str = "failed") -> FileOutcome:
    """A file that was not taken in; the message need not name it again."""
    for start in (f"文件《{path.name}》读不了：", f"文件《{path.name}》没有导入：", f"{path.name}："):
        message = message.removeprefix(start)
    return FileOutcome(path, outcome, message)
