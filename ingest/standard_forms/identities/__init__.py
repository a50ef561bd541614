"""What must hold in the prescribed forms, as data; docs/standard_forms.md explains the notation."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILES = Path(__file__).parent


@cache
def load_identities() -> dict[str, list[dict[str, Any]]]:
    """The entries of every file by their kind (rows, blocks, listed, columns, rates, scores, tables, equal, prose)."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(FILES.glob("*.toml")):
        for kind, entries in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found.setdefault(kind, []).extend(entries)
    return found
