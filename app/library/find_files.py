"""The files that the paths of a call mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.library.read_documents_csv import FILE_NAME
from ingest.errors import IngestError
from ingest.formats.read_file import FORMATS_IN_WORDS, SUFFIXES

ALIEN_NAMES = {"thumbs.db", "desktop.ini", "__macosx", "readme", "readme.md", "readme.txt"}

OUTSIDE = "是指向文件夹之外的链接，没有读取；需要的话请直接写出那个文件的路径。"
ODD_NAME = "文件名里有控制字符，没有读取；请改名后再导入。"


class NothingToIngestError(IngestError):
    """No path, or a path with nothing that can be read."""


def find_files(paths: Sequence[Path]) -> tuple[dict[Path, bool], list[tuple[Path, str]]]:
    """Each file once, true where the user named it himself, and the paths that lead nowhere, with the reason."""
    if not paths:
        raise NothingToIngestError("没有写要载入的文件或文件夹；例如：mingzhang ingest 我的文件夹")
    files: dict[Path, bool] = {}
    missing: list[tuple[Path, str]] = []
    for path in paths:
        if path.is_dir():
            found = [file for file in _files_below(path) if file.resolve().is_relative_to(path.resolve())]
            missing += [(file, OUTSIDE) for file in _files_below(path) if file not in found]
            if not any(file.suffix.lower() in SUFFIXES for file in found):
                missing.append((path, f"文件夹里没有能读的文件；能读的是 {FORMATS_IN_WORDS}。"))
            files = {**dict.fromkeys(found, False), **files}
        elif path.exists():
            files[path] = True
        else:
            missing.append((path, "没有这个文件或文件夹；请检查路径是否写对。"))
    odd = [file for file in files if not file.name.isprintable()]
    missing += [(_printable(file), ODD_NAME) for file in odd]
    return {file: named for file, named in files.items() if file not in odd}, missing


def _printable(path: Path) -> Path:
    """The path as it may be shown: a control character in a name would reach the terminal."""
    return Path("".join(one if one.isprintable() else "�" for one in str(path)))


def _files_below(folder: Path) -> list[Path]:
    own = (path for path in folder.rglob("*") if path.name != FILE_NAME and not is_alien(path.relative_to(folder)))
    return sorted(path for path in own if path.is_file())


def is_alien(path: Path) -> bool:
    """Hidden files, what operating systems and office programs leave behind, and a folder's own description."""
    return any(part.startswith((".", "~$")) or part.lower() in ALIEN_NAMES for part in path.parts)
