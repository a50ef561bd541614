"""Figures read without the forms that a document itself could have taught: no forms at all, or only what other documents print.

`python -m eval.leave_out_forms DOCS OUT` reads every document of a folder three times and writes the figures, in the form of
`mingzhang figures`, to OUT/all.jsonl, OUT/others.jsonl and OUT/none.jsonl, to be scored against the known ones.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.exports.export_figures import figure_records, to_jsonl
from ingest.document import Document
from ingest.parse_document import parse_document
from ingest.raw_text.raw_table import key_of
from ingest.standard_forms import Family, Form, HeaderCell, load_families

NOTATION = frozenset({"qualities", "cues", "value_cues", "blocks", "habits"})  # how to read a form, not what it prints


@dataclass(frozen=True, slots=True)
class Print:
    """What documents print of tables: their titles and all their labels and headers, compared without spaces and punctuation."""

    titles: frozenset[str]
    texts: frozenset[str]


def leave_out_forms(paths: Sequence[Path], out: Path) -> None:
    """Write the figures of all documents with all forms, with the forms that the other documents print, and with none."""
    prints = {path: print_of(parse_document(path, ())) for path in paths}
    families: dict[str, dict[Path, Sequence[Family]]] = {
        "all": {path: load_families() for path in paths},
        "others": {path: families_printed(join_prints(prints[other] for other in paths if other != path)) for path in paths},
        "none": dict.fromkeys(paths, ()),
    }
    out.mkdir(parents=True, exist_ok=True)
    for name, known in families.items():
        write_figures(known, out / f"{name}.jsonl")


def write_figures(known: Mapping[Path, Sequence[Family]], path: Path) -> None:
    """Every figure of the documents, each read with its own forms."""
    records = (record for source, families in known.items() for record in figure_records(parse_document(source, families)))
    with path.open("wb") as file:
        file.writelines(to_jsonl(records))


def print_of(document: Document) -> Print:
    """What the tables of a document print, as far as it can be read without any form."""
    texts = frozenset(key_of(cell.text) for table in document.tables for cell in table.cells)
    return Print(frozenset(key_of(table.title) for table in document.tables), texts)


def join_prints(prints: Iterable[Print]) -> Print:
    """The prints of several documents as one."""
    joined = list(prints)
    return Print(frozenset().union(*(one.titles for one in joined)), frozenset().union(*(one.texts for one in joined)))


def families_printed(known: Print) -> tuple[Family, ...]:
    """The families cut down to the forms, headers and row names that these prints show."""
    families = []
    for family in load_families():
        forms = tuple(form for whole in family.forms if (form := form_printed(whole, known)))
        families.append(replace(family, forms=forms))
    return tuple(families)


def form_printed(form: Form, known: Print) -> Form | None:
    """The form with the titles, header cells and row names that are printed, or None where too little of it is."""
    titles = tuple(title for title in form.titles if any(printed.endswith(key_of(title)) for printed in known.titles))
    header = cells_printed(form.header, known)
    if not titles or header is None:
        return None
    lists = {name: values if name in NOTATION else rows_printed(values, known) for name, values in form.lists.items()}
    return replace(form, titles=titles, header=header, lists=lists)


def cells_printed(cells: Sequence[HeaderCell], known: Print) -> tuple[HeaderCell, ...] | None:
    """The header cells under the names that are printed; None where one is missing that every print must have."""
    found = []
    for cell in cells:
        names = tuple(name for name in cell.names if key_of(name) in known.texts)
        children = cells_printed(cell.children, known)
        if names and children is not None:
            found.append(replace(cell, names=names, children=children))
        elif not cell.is_optional:
            return None
    return tuple(found)


def rows_printed(values: Sequence[str], known: Print) -> tuple[str, ...]:
    """The row names that are printed, whatever number stands before them."""
    return tuple(value for value in values if any(text.endswith(key_of(value)) for text in known.texts))


if __name__ == "__main__":
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    leave_out_forms(sorted(path for path in folder.iterdir() if path.suffix == ".txt"), target)
