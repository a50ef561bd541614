"""The program's settings: the only place that reads the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

PREFIX = "MINGZHANG_"
OWN_CODE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the knowledge base lives and which outside services, if any, the program may use; the secrets never print."""

    home: Path
    embedding: str | None = None
    embedding_instruction: str | None = None
    reranker: str | None = None
    model_base_url: str | None = None
    model_name: str | None = None
    model_key: str | None = field(default=None, repr=False)
    admin_password: str | None = field(default=None, repr=False)
    database_url: str | None = field(default=None, repr=False)
    chroma_url: str | None = None


def default_home() -> Path:
    """The platform's folder for a program's data."""
    return Path(platformdirs.user_data_dir("mingzhang", appauthor=False))


def read_settings(environment: Mapping[str, str] | None = None, home: Path | None = None) -> Settings:
    """The settings of the MINGZHANG_* variables; an empty variable counts as absent, and a given home outranks its variable."""
    variables = os.environ if environment is None else environment

    def value(name: str) -> str | None:
        return variables.get(PREFIX + name, "").strip() or None

    named_home = value("HOME")
    return Settings(
        home=(home or (Path(named_home) if named_home else default_home())).expanduser(),
        embedding=value("EMBEDDING"),
        embedding_instruction=value("EMBEDDING_INSTRUCTION"),
        reranker=value("RERANKER"),
        model_base_url=value("MODEL_BASE_URL"),
        model_name=value("MODEL_NAME"),
        model_key=value("MODEL_KEY"),
        admin_password=value("ADMIN_PASSWORD"),
        database_url=value("DATABASE_URL"),
        chroma_url=value("CHROMA_URL"),
    )


def child_environment(settings: Settings) -> dict[str, str]:
    """The environment for a program that we start: ours, with the same home and code and without statistics or downloads."""
    fixed = {
        PREFIX + "HOME": str(settings.home.absolute()),
        "PYTHONPATH": os.pathsep.join(filter(None, (str(OWN_CODE), os.environ.get("PYTHONPATH")))),
        "ANONYMIZED_TELEMETRY": "False",
        "LANGSMITH_TRACING": "false",
    }
    offline = {} if "HF_HUB_OFFLINE" in os.environ else {"HF_HUB_OFFLINE": "1"}
    return {**os.environ, **fixed, **offline}
