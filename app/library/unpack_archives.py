"""Compressed archives (.zip) as the files in them, for as long as they are being taken in; what they may unpack to is bounded."""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from app.library.find_files import is_alien
from app.library.read_documents_csv import FILE_NAME
from ingest.formats.sniff_format import sniff_format

MIB = 2**20
MAX_MEMBERS = 1000
MAX_BYTES = 512 * MIB
UTF_8_NAME = 0x800
ZIP_START = b"PK"
TOO_MANY = f"压缩包里有 {{count}} 个文件，超过 {MAX_MEMBERS} 个的上限，没有打开；请解压后分批导入。"
TOO_LARGE = f"压缩包展开后有 {{size}} MiB，超过 {MAX_BYTES // MIB} MiB 的上限，可能是解压炸弹，没有打开；请解压后导入需要的文件。"
DAMAGED = "压缩包已损坏，打不开；请重新下载后再导入。"
ENCRYPTED = "压缩包加了密码，打不开；请用密码解压后导入解压出来的文件夹。"
EMPTY = "压缩包里没有文件。"


class ArchiveError(Exception):
    """An archive is not opened; the message tells why and what to do."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files to take in (true where the user named them himself), where those from archives stand, and the archives not opened."""

    files: Mapping[Path, bool]
    named: Mapping[Path, Path]
    refused: tuple[tuple[Path, str], ...]


@contextmanager
def unpack_archives(files: Mapping[Path, bool]) -> Iterator[Unpacked]:
    """The files with every archive among them replaced by its members, which are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="mingzhang-") as folder:
        found: dict[Path, bool] = {}
        named: dict[Path, Path] = {}
        refused = []
        for number, (file, is_named) in enumerate(files.items()):
            if not _is_archive(file):
                found[file] = is_named
                continue
            try:
                members = _unpack(file, Path(folder) / str(number))
            except ArchiveError as error:
                refused.append((file, str(error)))
                continue
            found |= dict.fromkeys(members, False)
            named |= {path: file.resolve() / member for path, member in members.items()}
        yield Unpacked(found, named, tuple(refused))


def _is_archive(file: Path) -> bool:
    """Whether the content is that of an archive and of no Office document."""
    try:
        with file.open("rb") as opened:
            starts = opened.read(len(ZIP_START)) == ZIP_START
        found = sniff_format(file.read_bytes(), file.name) if starts else ""
        return found == "zip" or (found in ("package", "damaged package") and file.suffix.lower() == ".zip")
    except OSError:
        return False  # its reader tells why


def _unpack(file: Path, target: Path) -> dict[Path, PurePosixPath]:
    """Where each member is unpacked to, with its name in the archive."""
    try:
        with zipfile.ZipFile(file) as archive:
            named = {name: one for one in archive.infolist() if not one.is_dir() and (name := _name(one))}
            members = {name: one for name, one in named.items() if name.name != FILE_NAME and not is_alien(Path(name))}
            _check(members)
            return {_write(archive, one, target / name): name for name, one in members.items()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
        raise ArchiveError(DAMAGED) from error


def _check(members: Mapping[PurePosixPath, zipfile.ZipInfo]) -> None:
    size = sum(one.file_size for one in members.values())
    if not members:
        raise ArchiveError(EMPTY)
    if len(members) > MAX_MEMBERS:
        raise ArchiveError(TOO_MANY.format(count=len(members)))
    if size > MAX_BYTES:
        raise ArchiveError(TOO_LARGE.format(size=size // MIB))
    if any(one.flag_bits & 1 for one in members.values()):
        raise ArchiveError(ENCRYPTED)


def _name(member: zipfile.ZipInfo) -> PurePosixPath | None:
    """The member's name below the archive; Chinese programs write it in GB18030 and do not say so. None for one that leads out of it."""
    text = member.filename
    if not member.flag_bits & UTF_8_NAME:
        raw = text.encode("cp437", "replace")
        text = next((raw.decode(code) for code in ("utf-8", "gb18030") if _decodes(raw, code)), text)
    parts = PurePosixPath(text.replace("\\", "/")).parts
    return PurePosixPath(*parts) if parts and not text.startswith("/") and ".." not in parts and ":" not in parts[0] else None


def _decodes(raw: bytes, code: str) -> bool:
    try:
        raw.decode(code)
    except UnicodeDecodeError:
        return False
    return True


def _write(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as source, path.open("wb") as target:
        while chunk := source.read(MIB):
            target.write(chunk)
    return path
