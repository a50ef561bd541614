import re
from pathlib import Path

import pytest

from ingest.errors import StandardFormError
from ingest.raw_text.column_rules import all_paths, number_leaves
from ingest.raw_text.rebuild_layouts import LAYOUTS
from ingest.standard_forms import Family, Form, load_families, read_header

FAMILIES = load_families()
FORMS = [pytest.param(form, id=f"{form.number} {form.id}") for family in FAMILIES for form in family.forms]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_a_title_a_header_and_a_known_layout(form: Form) -> None:
    assert form.titles
    assert form.header
    assert form.layout in LAYOUTS
    assert re.fullmatch(r"(?:预算|公开)\d\d表", form.number)


@pytest.mark.parametrize("form", FORMS)
def test_every_written_sum_names_columns_of_its_form(form: Form) -> None:
    paths = dict(all_paths(form.header, number_leaves(form.header)))
    for text in form.sums:
        assert set(re.split(r" [=+] ", text)) <= paths.keys()


@pytest.mark.parametrize("family", [pytest.param(family, id=family.name) for family in FAMILIES])
def test_evidence_names_forms_and_tags_of_its_family(family: Family) -> None:
    forms = {form.id for form in family.forms}
    kinds = ("有无:", "等于:", "合计等于:")
    tags = {tag.split(":")[1] for form in family.forms for cell in walk(form) for tag in cell if tag.startswith(kinds)}
    assert {rule.form for rule in family.evidence} <= forms
    assert tags == {rule.tag for rule in family.evidence}


def walk(form: Form) -> list[tuple[str, ...]]:
    """The tags of every header cell."""
    cells = list(form.header)
    found = []
    while cells:
        cell = cells.pop()
        found.append(cell.tags)
        cells += cell.children
    return found


@pytest.mark.parametrize("header", ["合计\n   人员经费", "合计 人员经费", "  合计"], ids=["odd indent", "two names", "no parent"])
def test_a_header_that_cannot_be_read_is_refused(header: str) -> None:
    with pytest.raises(ValueError, match="表头"):
        read_header(header)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('layout = "rows"', 'layout = "row"'), "layout 写作 row"),
        (("金额 @rare", "金额 @rere"), "@rere"),
        (('titles = ["甲表"]', ""), "titles"),
        (("\n  金额", "\n   金额"), "缩进不对"),
    ],
)
def test_a_wrong_file_of_forms_is_named_with_its_cause(change: tuple[str, str], said: str, tmp_path: Path) -> None:
    sound = 'family = "甲"\n[[form]]\nid = "甲表"\ntitles = ["甲表"]\nlayout = "rows"\nheader = """\n科目 @name\n合计\n  金额 @rare\n"""\n'
    (tmp_path / "甲省.toml").write_text(sound.replace(*change), encoding="utf-8")
    with pytest.raises(StandardFormError, match=r"甲省\.toml") as raised:
        load_families(tmp_path)
    assert said in str(raised.value)
