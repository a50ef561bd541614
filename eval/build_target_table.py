"""The table of performance targets of a 部门预算."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from eval.invented import Department, InventedCell, InventedFigure, InventedProject, InventedTable
from eval.invented_form import Form, Side, Value, fill_form
from eval.invented_ledger import ZERO, Plan

INDICATOR_GROUPS = ("成本指标", "产出指标", "效益指标", "满意度指标")


def build_target_table(department: Department, plan: Plan, heading_path: tuple[str, ...]) -> InventedTable:
    """The performance targets: a project spans the rows of its indicators, which stand in four groups side by side."""
    money = f"项目金额（{department.style.unit}）"
    columns = [("单位编码（项目编码）",), ("项目单位（项目名称）",), (money, "资金总额"), (money, "政府预算资金"), (money, "单位资金")]
    columns += [("绩效目标", group, leaf) for group in INDICATOR_GROUPS for leaf in ("三级指标", "指标值")]
    form = Form(f"{plan.year}年部门预算项目绩效目标表", "预算12表", tuple(columns), (Side(((0,), (1,)), (2, 3, 4)),))
    projects = plan.ledger.select(basic=False)
    rows: list[list[Value]] = [[department.units[0].code[:3], department.organization, projects.total, projects.total, ZERO, *[""] * 8]]
    spans: list[int] = [1]
    for name in dict.fromkeys(entry.project for entry in projects.entries):
        block = target_rows(department.project(name), name, projects.select(project=name).total, department)
        rows += block
        spans += [len(block), *[0] * (len(block) - 1)]
    table = fill_form(form, rows, department.style, department.organization, heading_path)
    return with_indicators(table, spans)


def target_rows(project: InventedProject, name: str, amount: Decimal, department: Department) -> list[list[Value]]:
    """The rows of one project, as many as its longest group of indicators."""
    cost = f"{amount / 10_000:.{department.style.decimals if department.style.unit == '万元' else 2}f}"
    groups = [
        [(label, target.replace("{cost}", cost)) for group, label, target in project.indicators if group == wanted]
        for wanted in INDICATOR_GROUPS
    ]
    rows: list[list[Value]] = []
    for pairs in zip_longest(*groups, fillvalue=("", "")):
        money: list[Value] = [project.code, name, amount, amount, ZERO] if not rows else ["", "", None, None, None]
        rows.append([*money, *(text for pair in pairs for text in pair)])
    return rows


def with_indicators(table: InventedTable, spans: list[int]) -> InventedTable:
    """The table with merged project cells and the figures of its indicators."""
    cells: list[InventedCell] = []
    figures = list(table.figures)
    owner: tuple[str, ...] = ()
    grid = {(cell.row, cell.column): cell.text for cell in table.cells}
    for cell in table.cells:
        span = 1 if cell.is_header else spans[cell.row - table.header_rows]
        if cell.is_header or cell.column >= 5:
            cells.append(cell)
        elif span:
            cells.append(replace(cell, row_span=span))
        if not cell.is_header and span and cell.column == 0:
            owner = (cell.text, grid[cell.row, 1])
        if not cell.is_header and cell.column >= 6 and cell.column % 2 == 0 and cell.text:
            group = INDICATOR_GROUPS[(cell.column - 5) // 2]
            label = grid[cell.row, cell.column - 1]
            figures.append(InventedFigure((*owner, group, label), ("指标值",), cell.text, "", (cell.row, cell.column)))
    return replace(table, cells=tuple(cells), figures=tuple(figures))
