from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import islice

import pytest

from eval.bench_sizes import COLUMNS, DEPARTMENTS, SEED, TOWNS, YEARS, Size, invented, points, write_table
from eval.draw_growth import draw_growth
from eval.invent_documents import STYLES, invent_region

SMALL = Size(10, 700, 5.0, 9.0, 250.0, 1200.0, 900.0, 200.0, 300.0, 20.0, 40.0, 5.0, 9.0, 20.0, 60.0, 15.0, 40.0, 300.0)
LARGE = Size(1000, 70_000, 500.0, 900.0, 900.0, 1300.0, 950.0, 200.0, 300.0, 22.0, 60.0, 12.0, 30.0, 25.0, 70.0, 16.0, 41.0, 400.0)


def test_the_table_has_a_row_a_size_and_a_cell_a_column() -> None:
    table = write_table([SMALL, LARGE]).splitlines()
    assert len(table) == 4
    assert all(line.count("|") == len(COLUMNS) + 1 for line in table)
    assert table[3].split(" | ")[:3] == ["| 1,000", "70,000", "2.0"]


def test_the_95_percent_point_leaves_one_in_twenty_above() -> None:
    assert points([float(number) for number in range(100)]) == (49.5, 95.0)


@pytest.mark.parametrize("values", [[1.0, 20.0, 3000.0], [5.0, 5.0, 5.0]])
def test_curves_are_drawn_inside_the_picture_with_their_names(values: list[float]) -> None:
    drawn = ET.fromstring(draw_growth([10, 100, 1000], {"一": values, "二": [value + 1 for value in values]}))
    ends = [element for element in drawn.iter() if element.tag.endswith("text") and element.get("text-anchor") == "start"]
    assert [(element.text or "")[0] for element in ends] == ["一", "二"]
    lines = [element.get("points") or "" for element in drawn.iter() if element.tag.endswith("polyline")]
    assert len(lines) == 2
    assert all(0 <= float(number) <= 760 for line in lines for pair in line.split() for number in pair.split(","))
    heights = [float(element.get("y") or 0) for element in ends]
    assert abs(heights[0] - heights[1]) >= 16


def test_a_town_has_departments_enough_and_no_two_documents_name_themselves_alike() -> None:
    names = [(one.organization, one.year, one.kind) for one in islice(invented(departments=1), 3 * 2 * len(YEARS))]
    assert len(set(names)) == len(names)
    assert len(set(TOWNS)) == len(TOWNS)
    assert len(TOWNS) * DEPARTMENTS * 2 * len(YEARS) > 10_000
    assert len(invent_region(SEED, DEPARTMENTS, YEARS[:1], (), TOWNS[-1], STYLES)) == DEPARTMENTS
