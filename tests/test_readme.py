"""README's commands exist and do what it shows."""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from app.cli import run
from app.library.document_fields import FIELDS
from app.library.read_documents_csv import FILE_COLUMN
from app.settings import Settings
from retrieval.spelling.load_staff_words import load_staff_words
from retrieval.spelling.load_vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SAMPLES = ROOT / "app" / "sample_documents"
COMMANDS = [line for block in re.findall(r"```bash\n(.*?)```", README, re.DOTALL) for line in block.splitlines() if line.strip()]
NAMED_COMMANDS = sorted(set(re.findall(r"`(remove|rebuild|doctor)`", README)))
SHOWN_ANSWER = re.search(r"<!-- answer -->\s*```text\n\$ (mingzhang ask .+?)\n(.*?)```", README, re.DOTALL)
CHEAP = ("documents", "search", "tables", "figures")
EXAMPLE = re.search(r"```python\n(.*?)```", README, re.DOTALL)
SYNONYMS = re.search(r"```toml\n(.*?)```", README, re.DOTALL)
STAFF_FILES = dict(re.findall(r"`((?:aliases|answers)\.toml)`，[^\n]*\n\n```toml\n(.*?)```", README, re.DOTALL))


@pytest.fixture(scope="module")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not SAMPLES.is_dir():
        pytest.skip("the sample documents are not there yet")
    home = tmp_path_factory.mktemp("samples")
    assert run(["--home", str(home), "ingest", str(SAMPLES)]) == 0
    return home


def test_the_readme_shows_commands() -> None:
    assert {shlex.split(command)[0] for command in COMMANDS} == {"make", "mingzhang"}


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("make")])
def test_each_make_command_is_a_target(command: str) -> None:
    target, *variables = shlex.split(command)[1:]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    assert all(re.search(rf"^{variable.split('=')[0]} \?=", makefile, re.MULTILINE) for variable in variables)


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.startswith("mingzhang")])
def test_each_command_and_option_exists(command: str, capfd: pytest.CaptureFixture[str]) -> None:
    words = shlex.split(command)[1:]
    path = words[:2] if words[:2] == ["documents", "set"] else words[:1]
    assert run([*path, "--help"]) == 0
    told = capfd.readouterr().out
    assert all(option in told for option in words if option.startswith("--"))


@pytest.mark.parametrize("name", NAMED_COMMANDS)
def test_each_command_that_is_named_exists(name: str) -> None:
    assert run([name, "--help"]) == 0


@pytest.mark.parametrize("command", [command for command in COMMANDS if shlex.split(command)[1] in CHEAP and " set " not in command])
def test_the_cheap_commands_run_over_the_samples(command: str, sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["--home", str(sample_home), *shlex.split(command)[1:]]) == 0


def test_the_answer_shown_is_the_answer_printed(sample_home: Path, capfd: pytest.CaptureFixture[str], pytestconfig: pytest.Config) -> None:
    assert SHOWN_ANSWER
    command, shown = SHOWN_ANSWER.groups()
    capfd.readouterr()
    assert run(["--home", str(sample_home), *shlex.split(command)[1:]]) == 0
    printed = capfd.readouterr().out.strip()
    if pytestconfig.getoption("--rewrite"):
        start, end = SHOWN_ANSWER.span(2)
        (ROOT / "README.md").write_text(f"{README[:start]}{printed}\n{README[end:]}", "utf-8")
        pytest.skip("README was rewritten: look at the difference")
    assert printed == shown.strip()


def test_the_example_runs_and_prints_a_cell(
    sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert EXAMPLE
    (tmp_path / ".mingzhang").mkdir()
    (tmp_path / ".mingzhang" / "samples").symlink_to(sample_home)
    monkeypatch.chdir(tmp_path)
    exec(compile(EXAMPLE[1], "README.md", "exec"), {})
    told = capfd.readouterr().out
    assert "机关运行经费支出" in told
    assert re.search(r"行：.*防汛｜列：.*万元", told)


def test_the_synonyms_shown_are_taken(tmp_path: Path) -> None:
    assert SYNONYMS
    (tmp_path / "synonyms.toml").write_text(SYNONYMS[1], "utf-8")
    assert load_vocabulary(tmp_path).synonyms[0].asked[0] == "水毁修复"


def test_the_aliases_and_fixed_answers_shown_are_taken(tmp_path: Path) -> None:
    for name, text in STAFF_FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    words = load_staff_words(tmp_path)
    assert [(alias.since, alias.until) for alias in words.aliases] == [(2019, 2024)]
    assert [answer.organization for answer in words.answers] == ["云汐市水务局"]


def test_the_documents_csv_shown_has_the_columns_that_are_read() -> None:
    (header,) = re.findall(r"```csv\n(.*?)\n", README)
    assert header.split(",") == [FILE_COLUMN, *(field.name for field in FIELDS)]


def test_every_setting_is_named() -> None:
    assert set(re.findall(r"`MINGZHANG_(\w+)`", README)) == {setting.name.upper() for setting in fields(Settings)}
