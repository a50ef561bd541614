import os
from pathlib import Path

import pytest

from app.settings import OWN_CODE, Settings, child_environment, default_home, read_settings

VARIABLES = [
    ("MINGZHANG_EMBEDDING", "embedding", "/models/a"),
    ("MINGZHANG_EMBEDDING_INSTRUCTION", "embedding_instruction", "为这个问题找出处："),
    ("MINGZHANG_RERANKER", "reranker", "/models/b"),
    ("MINGZHANG_MODEL_BASE_URL", "model_base_url", "http://127.0.0.1:9/v1"),
    ("MINGZHANG_MODEL_NAME", "model_name", "some-model"),
    ("MINGZHANG_MODEL_KEY", "model_key", "k"),
    ("MINGZHANG_ADMIN_PASSWORD", "admin_password", "p"),
    ("MINGZHANG_DATABASE_URL", "database_url", "sqlite:///x"),
    ("MINGZHANG_CHROMA_URL", "chroma_url", "http://127.0.0.1:8"),
]


@pytest.mark.parametrize(("variable", "name", "value"), VARIABLES)
def test_each_variable_fills_its_setting(variable: str, name: str, value: str) -> None:
    assert getattr(read_settings({variable: value}), name) == value


@pytest.mark.parametrize(("variable", "name", "value"), VARIABLES)
def test_an_empty_variable_counts_as_absent(variable: str, name: str, value: str) -> None:
    assert value
    assert getattr(read_settings({variable: "  "}), name) is None


def test_home_is_the_given_one_then_the_variable_then_the_platforms() -> None:
    environment = {"MINGZHANG_HOME": "/somewhere"}
    assert read_settings(environment, home=Path("/given")).home == Path("/given")
    assert read_settings(environment).home == Path("/somewhere")
    assert read_settings({}).home == default_home()


def test_a_tilde_in_home_is_the_users_folder() -> None:
    assert read_settings({"MINGZHANG_HOME": "~/books"}).home == Path.home() / "books"


def test_secrets_do_not_print() -> None:
    shown = repr(Settings(home=Path("h"), model_key="geheim-1", admin_password="geheim-2", database_url="geheim-3"))
    assert "geheim" not in shown


def test_a_started_program_gets_the_absolute_home_and_sends_nothing() -> None:
    environment = child_environment(Settings(home=Path("relative")))
    assert Path(environment["MINGZHANG_HOME"]).is_absolute()
    assert environment["ANONYMIZED_TELEMETRY"] == "False"
    assert environment["LANGSMITH_TRACING"] == "false"
    assert environment["HF_HUB_OFFLINE"]


def test_a_started_program_runs_our_own_code_before_other_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    assert child_environment(Settings(home=Path("h")))["PYTHONPATH"] == os.pathsep.join([str(OWN_CODE), "/elsewhere"])
