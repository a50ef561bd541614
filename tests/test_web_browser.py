"""The page in a real browser at desktop and phone width: ask, choose, open a citation, no error, no other host."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from app.cli_ask import PAGE
from app.ingest_paths import ingest_paths
from app.settings import Settings, child_environment
from app.web.library import SAMPLES
from retrieval.knowledge_base import KnowledgeBase

STEPS = Path(__file__).with_name("browser_steps.js")
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NODE = shutil.which("node")
# Where `npm install -g playwright-core` puts it, or any folder that NODE_PATH names.
NODE_PATH = os.pathsep.join(filter(None, (os.environ.get("NODE_PATH"), "/usr/local/lib/node_modules", "/usr/lib/node_modules")))
SECONDS_TO_START, SECONDS_FOR_STEPS = 40, 120


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[dict[str, Any]]]:
    """What the browser saw at each width."""
    missing = _missing()
    if missing:
        pytest.skip(f"the page is not tried in a browser: {missing} is absent")
    home = tmp_path_factory.mktemp("web") / "home"
    with KnowledgeBase.open(home) as knowledge_base:
        ingest_paths(knowledge_base, [SAMPLES], lambda *_: None)
        info = next(info for info in knowledge_base.documents() if info.kind == "预算")
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(PAGE), "--server.port", str(port)]
    with subprocess.Popen(command, env=child_environment(Settings(home)), cwd=home, stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            question = f"{info.organization}{info.year}年部门预算收入总计是多少？"
            yield _walk(f"http://127.0.0.1:{port}/", question, f"{info.year}年三公经费预算是多少？")
        finally:
            server.terminate()


def test_highlighted_cell_carries_the_figure_of_the_answer(seen: list[dict[str, Any]]) -> None:
    for one in seen:
        assert re.fullmatch(r"[\d,]+\.\d\d", one["figure"])
        assert one["cited"] == one["figure"]


def test_no_console_error_and_no_request_to_another_host(seen: list[dict[str, Any]]) -> None:
    for one in seen:
        assert one["errors"] == []
        assert {host.split(":")[0] for host in one["hosts"]} == {"127.0.0.1"}


def test_script_in_a_question_is_seen_as_text(seen: list[dict[str, Any]]) -> None:
    for one in seen:
        assert one["question"].startswith("<script>")
        assert one["title"] == "明账"


def test_page_is_chinese_and_fits_its_width(seen: list[dict[str, Any]]) -> None:
    for one in seen:
        assert one["language"] == "zh-CN"
        assert not one["isTooWide"]
        assert [label for label in one["labels"] if re.fullmatch(r"[ -~]+", label)] == []


def test_documents_page_lists_every_sample(seen: list[dict[str, Any]]) -> None:
    files = [path for path in SAMPLES.iterdir() if path.is_file() and path.stem != "README"]
    assert [one["documents"] for one in seen] == [len(files)] * 2


def _missing() -> str | None:
    if BROWSER is None:
        return "chromium"
    if NODE is None:
        return "node"
    found = subprocess.run([NODE, "-e", "require('playwright-core')"], env=_node_environment(), capture_output=True, check=False)
    return None if found.returncode == 0 else "playwright-core"


def _node_environment() -> dict[str, str]:
    return {**os.environ, "NODE_PATH": NODE_PATH}


def _walk(address: str, question: str, vague: str) -> list[dict[str, Any]]:
    command = [str(NODE), str(STEPS), str(BROWSER), address, question, vague]
    done = subprocess.run(command, env=_node_environment(), capture_output=True, text=True, timeout=SECONDS_FOR_STEPS, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    walked: list[dict[str, Any]] = json.loads(done.stdout)
    return walked


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(SECONDS_TO_START * 5):
        try:
            with urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the page did not start")
