"""Leaving forms out removes only what the other documents do not print."""

from __future__ import annotations

import json
from pathlib import Path

from eval.invent_documents import invent_documents
from eval.leave_out_forms import Print, families_printed, leave_out_forms
from eval.write_raw_layout import write_raw_layout
from eval.write_text_layout import TABS, write_text_layout


def test_without_prints_no_form_is_left() -> None:
    assert all(not family.forms for family in families_printed(Print(frozenset(), frozenset())))


def test_a_document_that_needs_forms_is_read_with_those_that_others_print(tmp_path: Path) -> None:
    one, other = invent_documents(7, 2, (2024,), ("预算",), profiles=("人民法院", "水务局"))
    paths = [tmp_path / "raw.txt", tmp_path / "tabs.txt"]
    paths[0].write_text(write_raw_layout(one), encoding="utf-8")
    paths[1].write_text(write_text_layout(other, TABS), encoding="utf-8")
    leave_out_forms(paths, tmp_path / "out")
    count = {name: figures_of(tmp_path / "out" / f"{name}.jsonl") for name in ("all", "others", "none")}
    assert count["none"]["raw.txt"] == 0
    assert 0 < count["others"]["raw.txt"] <= count["all"]["raw.txt"]
    assert count["none"]["tabs.txt"] == count["others"]["tabs.txt"] == count["all"]["tabs.txt"] > 0


def figures_of(path: Path) -> dict[str, int]:
    names = [json.loads(line)["document"] for line in path.read_text(encoding="utf-8").splitlines()]
    return {name: names.count(name) for name in ("raw.txt", "tabs.txt")}
