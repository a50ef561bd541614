"""The sections that a budget and final accounts share: duties, organisation and definitions."""

from __future__ import annotations

from collections.abc import Mapping

from eval.invented import Department, InventedSection
from eval.invented_classification import NUMERALS
from eval.invented_words import DEFINITIONS


def write_overview(department: Department, kind: str) -> tuple[InventedSection, ...]:
    """第一部分: the duties, numbered, and the offices and units."""
    part = f"第一部分 {department.organization}概况"
    duties = tuple(f"（{numeral}）{duty}" for numeral, duty in zip(NUMERALS, department.duties, strict=False))
    return (
        InventedSection((part,)),
        InventedSection((part, "一、主要职责"), duties),
        InventedSection((part, "二、机构设置情况"), organization_paragraphs(department, kind)),
    )


def organization_paragraphs(department: Department, kind: str) -> tuple[str, ...]:
    """Offices, staff and subordinate units."""
    own, *others = department.units
    post = "行政编制" if own.is_administrative else "事业编制"
    offices = "、".join(department.offices)
    first = f"{own.name}内设机构{len(department.offices)}个，包括：{offices}。"
    staff = f"共有{post}{own.posts}名，年初实有在职人员{own.staff}名，退休人员{own.retired}名。"
    if not others:
        return first, staff, f"从{kind}单位构成看，本单位{kind}只包括本级{kind}，没有下属单位。"
    names = "；".join(f"{index}.{unit.name}" for index, unit in enumerate(others, 2))
    lines = tuple(f"{unit.name}有事业编制{unit.posts}名，实有在职人员{unit.staff}名，退休人员{unit.retired}名。" for unit in others)
    units = f"纳入本部门{kind}编制范围的单位共{len(department.units)}个：1.{own.name}本级；{names}。"
    return first, staff, *lines, units


def definitions_of(department: Department) -> Mapping[str, str]:
    """Every term that the document explains."""
    return {term: text.format(level=department.level.replace("街道", "区")) for term, text in (*DEFINITIONS, *department.terms)}


def write_definitions(department: Department) -> tuple[InventedSection, ...]:
    """第三部分 or 第四部分: a numbered line per term (the part's own number is given by the composer)."""
    lines = tuple(f"{numeral}、{term}：{text}" for numeral, (term, text) in zip(NUMERALS, definitions_of(department).items(), strict=False))
    return (InventedSection(("名词解释",), lines),)
