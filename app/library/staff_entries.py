"""The words that staff add to their knowledge base, in the TOML files that the assistant reads: synonyms, aliases, fixed answers."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EntryKind:
    """One kind of entry: its file, the name of its tables, and the fields that hold several words."""

    file_name: str
    table: str
    lists: tuple[str, ...]


SYNONYM = EntryKind("synonyms.toml", "synonym", ("asked", "names"))
ALIAS = EntryKind("aliases.toml", "alias", ("asked",))
FIXED_ANSWER = EntryKind("answers.toml", "answer", ("questions",))


def read_entries(home: Path, kind: EntryKind) -> list[dict[str, Any]]:
    """The entries of a kind in their order; raises ValueError where the file is no TOML."""
    path = home / kind.file_name
    entries: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8")).get(kind.table, []) if path.is_file() else []
    return entries


def add_entry(home: Path, kind: EntryKind, entry: Entry) -> None:
    """Write an entry at the end of its file; what stands there before is left as it is."""
    read_entries(home, kind)
    path = home / kind.file_name
    before = path.read_text("utf-8") if path.is_file() else ""
    _write(path, f"{before.rstrip()}\n\n{_to_toml(kind, entry)}".lstrip())


def remove_entry(home: Path, kind: EntryKind, number: int) -> None:
    """Write the file anew without one of its entries."""
    entries = read_entries(home, kind)
    del entries[number]
    _write(home / kind.file_name, "\n".join(_to_toml(kind, entry) for entry in entries))


def _to_toml(kind: EntryKind, entry: Entry) -> str:
    """An entry; JSON's texts, numbers and lists are TOML's."""
    given = {name: value for name, value in entry.items() if value not in (None, "", [])}
    return "\n".join([f"[[{kind.table}]]", *(f"{name} = {_value(value)}" for name, value in given.items())]) + "\n"


def _value(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write(path: Path, text: str) -> None:
    tomllib.loads(text)
    draft = path.with_suffix(".new")
    draft.write_text(text, "utf-8")
    draft.replace(path)
