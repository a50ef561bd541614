"""Old and foreign office files through an installed LibreOffice, in a process of its own that is ended when it takes too long."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import UnreadableFileError

try:
    import resource
except ImportError:  # Windows knows no such limits
    resource = None  # type: ignore[assignment]

PROGRAMS = ("soffice", "libreoffice")
TIMEOUT_SECONDS = 120
MAX_MEMORY_BYTES = 6 * 2**30
MAX_FILE_BYTES = 2**29


def find_office() -> str | None:
    """The path of an installed LibreOffice, None where there is none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@contextmanager
def convert_office(path: Path, kind: str, target: str) -> Iterator[Path]:
    """The file, which is of this kind, as a file of the target kind (docx or xlsx); it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="mingzhang-") as folder:
        source = Path(folder) / f"{path.stem}.{kind}"
        shutil.copyfile(path, source)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--convert-to", target, "--outdir", folder, str(source)]
        _run([find_office() or PROGRAMS[0], profile, *options], path.name)
        converted = Path(folder) / f"{path.stem}.{target}"
        if not converted.is_file():
            cause = "LibreOffice 没有读懂它，文件可能已损坏或加了密码"
            raise UnreadableFileError(f"文件《{path.name}》读不了：{cause}。请用 Word、Excel 或 WPS 打开，另存为 .{target} 后再导入。")
        yield converted


def _run(command: list[str], name: str) -> None:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, preexec_fn=_limit)
    try:
        process.wait(TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired as error:
        cause = f"LibreOffice 用了 {TIMEOUT_SECONDS} 秒还没有转换完"
        raise UnreadableFileError(f"文件《{name}》读不了：{cause}。请用 Word、Excel 或 WPS 打开，另存为新的文件再导入。") from error
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _limit() -> None:
    """Bounds for the process alone: what the reading process may take is too little to start LibreOffice in."""
    if resource is not None:
        for what, limit in ((resource.RLIMIT_AS, MAX_MEMORY_BYTES), (resource.RLIMIT_FSIZE, MAX_FILE_BYTES)):
            hard = resource.getrlimit(what)[1]
            resource.setrlimit(what, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
