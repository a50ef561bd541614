from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from retrieval.errors import HomeNotWritableError, WriterBusyError
from retrieval.store.writer_lock import writer_lock

ROOT = Path(__file__).resolve().parent.parent
HOLDER = """
import sys
from pathlib import Path
from retrieval.store.writer_lock import writer_lock
with writer_lock(Path(sys.argv[1])):
    print(1, flush=True)
    input()
"""


def test_another_process_is_refused_until_the_holder_dies(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"1\n"
        with pytest.raises(WriterBusyError, match="重试"), writer_lock(tmp_path):
            pass
        holder.kill()
    with writer_lock(tmp_path):
        pass


def test_lock_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), writer_lock(tmp_path):
        _ = 1 / 0
    with writer_lock(tmp_path):
        pass


def test_missing_home_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(HomeNotWritableError, match="无法写入"), writer_lock(blocked):
        pass
