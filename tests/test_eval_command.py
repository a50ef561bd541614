"""The command `mingzhang eval`: found by its entry point, own questions, exit status, starting set."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from app.cli import COMMANDS_OF_OTHERS, command_line, run
from app.commands.cli_chinese import chinese_typer
from eval.evaluate import read_library
from eval.gold import GoldError
from eval.run import Measure, Result, Run, Scores
from eval.run_file import read_run, write_run
from retrieval.knowledge_base import KnowledgeBase
from tests.test_read_gold import checked

ROOT = Path(__file__).resolve().parent.parent
TEXT = """云岭市灯塔局2031年部门预算

第一部分 概况
一、主要职责
（一）负责灯塔的修建和看护。

第二部分 2031年部门预算情况说明
一、收入支出预算总体情况说明
云岭市灯塔局2031年收入总计120.00万元，支出总计120.00万元。收、支总计比2030年预算增加20.00万元，主要原因是新建了两座灯塔。

第三部分 2031年部门预算表
部门支出总体情况表

单位：万元

科目名称\t合计\t基本支出\t项目支出
合计\t120.00\t80.00\t40.00
灯塔维护\t90.00\t60.00\t30.00
灯塔看护\t30.00\t20.00\t10.00
"""


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command as an installation registers it, wherever these tests run from."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"][COMMANDS_OF_OTHERS]
    known = {group.name for group in command_line.registered_groups}
    fresh = [*command_line.registered_groups]
    monkeypatch.setattr(command_line, "registered_groups", fresh)
    for name, value in declared.items():
        if name not in known:
            command_line.add_typer(EntryPoint(name, value, COMMANDS_OF_OTHERS).load(), name=name)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "lighthouse.txt").write_text(TEXT, "utf-8")
    return folder


def own_run(home: Path, questions: Path, *options: str) -> int:
    return run(["--home", str(home), "eval", "--questions", str(questions), "--no-baselines", "--no-transforms", *options])


def test_own_questions_from_the_first_draft_to_the_gate(documents: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    questions, home, saved = tmp_path / "own.xlsx", tmp_path / "home", tmp_path / "run.json"
    assert run(["eval", "init", str(documents), "-o", str(questions)]) == 0
    assert "道题的初稿" in capfd.readouterr().out
    assert run(["--home", str(home), "ingest", str(documents)]) == 0
    assert own_run(home, questions) == 1
    assert "没有核对过的题" in capfd.readouterr().err
    checked(questions)
    assert own_run(home, questions, "--save", str(saved), "--html", str(tmp_path / "report.html")) == 0
    assert "已载入 1 份" in capfd.readouterr().out
    found = read_run(saved)
    right = found.scores[0].measure("right")
    assert right is not None
    assert right.value == 1.0
    assert own_run(home, questions, "--against", str(saved)) == 0
    assert "没有变坏" in capfd.readouterr().out


def test_a_document_that_is_not_loaded_is_named(documents: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (documents / "other.txt").write_text(TEXT.replace("灯塔", "码头"), "utf-8")
    questions = tmp_path / "own.jsonl"
    record = {
        "id": "a",
        "question": "云岭市渔业局2031年预算是多少？",
        "type": "unanswerable",
        "expect": {"status": "not_found"},
        "sources": [{"doc": "渔业局.pdf"}],
    }
    questions.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    run(["--home", str(tmp_path / "home"), "ingest", str(documents)])
    assert own_run(tmp_path / "home", questions) == 0
    out = capfd.readouterr().out
    assert "没有载入（相关的 1 题会答不出）：渔业局.pdf" in out
    assert "没有标准答案、不作评测的文件：lighthouse.txt、other.txt" in out


def test_files_of_one_name_are_two_data_sets(documents: Path, tmp_path: Path) -> None:
    record = {"id": "a", "question": "今天下雨吗？", "type": "unanswerable", "expect": {"status": "not_found"}}
    files = [tmp_path / folder / "own.jsonl" for folder in ("one", "two")]
    for file in files:
        file.parent.mkdir()
        file.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    home, saved = tmp_path / "home", tmp_path / "run.json"
    run(["--home", str(home), "ingest", str(documents)])
    assert own_run(home, files[0], "--questions", str(files[1]), "--save", str(saved)) == 0
    assert len({scores.dataset for scores in read_run(saved).scores}) == 2


def test_a_file_without_questions_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "own.jsonl").write_text("\n", "utf-8")
    assert own_run(tmp_path / "home", tmp_path / "own.jsonl") == 1
    assert "里没有题" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("command", "option"), [((), "--seed"), ((), "--size"), ((), "--shared"), (("retrieval",), "--seed")]
)
def test_options_without_effect_on_own_questions_are_refused(
    command: tuple[str, ...], option: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    given = {"--seed": "7", "--size": "small", "--shared": str(tmp_path)}[option]
    questions = ["--questions", str(tmp_path / "own.jsonl")]
    assert run(["--home", str(tmp_path / "home"), "eval", *command, *questions, option, given]) == 1
    assert f"{option} 在这里没有作用" in capfd.readouterr().err


def test_a_worse_run_fails(documents: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    questions, home, saved = tmp_path / "own.jsonl", tmp_path / "home", tmp_path / "run.json"
    record = {
        "id": "a", "question": "云岭市灯塔局2031年预算支出总计是多少？", "type": "lookup_text",
        "expect": {"status": "answered", "values": [{"value": "121.00", "unit": "万元"}]}, "sources": [],
    }  # fmt: skip
    questions.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    run(["--home", str(home), "ingest", str(documents)])
    assert own_run(home, questions, "--save", str(saved)) == 0
    earlier = read_run(saved)
    better = [{**vars_of(one), "is_right": True, "is_wrong_figure": False} for one in earlier.scores[0].results]
    data = json.loads(saved.read_text("utf-8"))
    data["scores"][0]["results"] = better
    saved.write_text(json.dumps(data), "utf-8")
    assert own_run(home, questions, "--against", str(saved)) == 1
    assert "由答对变成答错数字" in capfd.readouterr().out
    assert own_run(home, questions, "--against", str(saved), "--save", str(saved)) == 1
    assert "保留上次的结果" in capfd.readouterr().err
    assert read_run(saved).scores[0].results[0].is_right  # not what this run found


@pytest.mark.parametrize(
    "change",
    [
        lambda scores: scores["results"][0].update(is_right="nein"),
        lambda scores: scores["results"][0].update(citations=[1]),
        lambda scores: scores["results"][0].update(question=None),
        lambda scores: scores["results"][0].update(elapsed_ms="1"),
        lambda scores: scores["measures"][0].update(low="1"),
        lambda scores: scores["measures"][0].update(value=float("nan")),
    ],
)
def test_a_run_with_what_does_not_belong_there_is_none(tmp_path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    result = Result("a", "list", "有哪些？", "answered", "answered", True, False, (), "", 1.0)
    write_run(Run((Scores("明账", "题", (result,), (Measure("right", 1.0, 0.2, 1.0, 1),)),)), tmp_path / "run.json")
    data = json.loads((tmp_path / "run.json").read_text("utf-8"))
    change(data["scores"][0])
    (tmp_path / "run.json").write_text(json.dumps(data), "utf-8")
    with pytest.raises(GoldError, match="不是评测结果"):
        read_run(tmp_path / "run.json")


def vars_of(result: object) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(result)  # type: ignore[call-overload, no-any-return]


def test_what_is_no_run_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "run.json").write_text("{}", "utf-8")
    assert run(["eval", "--against", str(tmp_path / "run.json")]) == 1
    assert "不是评测结果" in capfd.readouterr().err
    (tmp_path / "run.json").write_text('{"format": 1, "settings": {}, "scores": ' + "[" * 20_000, "utf-8")
    with pytest.raises(GoldError, match="不是评测结果"):
        read_run(tmp_path / "run.json")
    (tmp_path / "run.json").write_text('{"format": 1, "settings": [], "scores": []}', "utf-8")
    with pytest.raises(GoldError, match="不是评测结果"):
        read_run(tmp_path / "run.json")
    (tmp_path / "run.json").write_text('{"format": 0, "scores": [], "settings": {}}', "utf-8")
    assert run(["eval", "--against", str(tmp_path / "run.json")]) == 1
    assert "另一版本" in capfd.readouterr().err
    write_run(Run(()), tmp_path / "run.json")
    assert read_run(tmp_path / "run.json") == Run(())


def test_help_is_chinese(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "--help"]) == 0
    assert "用法：mingzhang eval" in capfd.readouterr().out
    assert chinese_typer() is not None


def test_every_file_that_can_be_read_is_evaluated(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b.html").write_text(f"<html><body><pre>{TEXT.replace('灯塔局', '码头局')}</pre></body></html>", "utf-8")
    (folder / "README.md").write_text("说明", "utf-8")
    with KnowledgeBase.open(tmp_path / "home") as knowledge_base:
        read_library(knowledge_base, folder)
        assert [info.file_name for info in knowledge_base.documents()] == ["a.txt", "b.html"]


def test_a_folder_without_real_documents_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", "--size", "small", "--shared", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err
