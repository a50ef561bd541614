"""A program that starts loads only what the command needs: libraries cost seconds."""

from __future__ import annotations

import gc
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from knowledge_documents import invented_document

import app
import ingest
import retrieval
from ingest import late_re
from retrieval.knowledge_base import KnowledgeBase

ROOT = Path(__file__).resolve().parent.parent
SEARCHING = ("bm25s", "numpy", "safetensors", "scipy")
HEAVY = (
    "chromadb", "docx", "huggingface_hub", "langchain_core", "lxml", "opencc", "openpyxl", "pandas", "pdfplumber", "pypdfium2",
    "sentence_transformers", "streamlit", "tokenizers", "torch", "transformers",
)  # fmt: skip
FIGURE_ASKED, PROSE_ASKED = "云岭市灯塔局2031年预算公务接待费是多少", "云岭市灯塔局2031年预算中灯塔开放日谁组织"
LOADED = "print('loaded', *{name.partition('.')[0] for name in sys.modules})"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    with KnowledgeBase.open(folder) as knowledge_base:
        knowledge_base.add(invented_document(), b"")
    return folder


def run(program: str) -> tuple[str, set[str]]:
    """What a Python program prints, and the libraries that it loads."""
    ran = subprocess.run([sys.executable, "-c", f"import sys; {program}; {LOADED}"], cwd=ROOT, capture_output=True, text=True, check=True)
    printed, _, loaded = ran.stdout.rpartition("loaded ")
    return printed, set(loaded.split())


@pytest.mark.parametrize(
    ("command", "told", "needed", "not_needed"),
    [
        (("ask", FIGURE_ASKED), "万元", (), (*HEAVY, *SEARCHING)),
        (("ask", PROSE_ASKED), "组织灯塔开放日", SEARCHING, HEAVY),
        (("search", "灯塔开放日"), "组织灯塔开放日", SEARCHING, HEAVY),
        (("documents",), "云岭市灯塔局", (), (*HEAVY, *SEARCHING)),
    ],
)
def test_a_command_loads_only_the_libraries_that_it_needs(
    command: tuple[str, ...], told: str, needed: tuple[str, ...], not_needed: tuple[str, ...], home: Path
) -> None:
    printed, loaded = run(f"from app.cli import run; run({['--home', str(home), *command]})")
    assert told in printed
    assert set(needed) <= loaded
    assert not loaded & set(not_needed)


def test_help_needs_no_database_either() -> None:
    printed, loaded = run("from app.cli import run; run(['--help'])")
    assert "rebuild" in printed
    assert not loaded & {"sqlalchemy", *HEAVY, *SEARCHING}


def test_an_answer_needs_neither_pages_of_help_nor_the_tables_that_sounds_are_made_from(home: Path) -> None:
    _, loaded = run(f"from app.cli import run; run({['--home', str(home), 'ask', FIGURE_ASKED]})")
    assert not loaded & {"markdown_it", "pygments", "pypinyin", "eval"}


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    late = late_re.compile("灯.")
    assert "search" not in vars(late)
    assert late.search("看灯塔")[0] == "灯塔"
    assert "search" in vars(late)
    assert late.sub("岸", "看灯塔") == "看岸"


def test_every_pattern_of_the_program_compiles() -> None:
    for package in (ingest, retrieval, app):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.startswith("app.web."):  # its pages run when they are imported
                import_module(module.name)
    patterns = [one for one in gc.get_objects() if type(one) is late_re.LatePattern]
    assert len(patterns) > 500
    for one in patterns:
        assert one.groups >= 0
