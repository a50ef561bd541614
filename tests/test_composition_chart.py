"""What a figure is made of is drawn from the sums that hold in its own table, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from knowledge_documents import invented_document

from app.answer import Answer, Citation, Value
from app.exports.composition_chart import composition_chart
from ingest.document import Check, Document, Figure, Place, Term
from ingest.quantity import Quantity

CELLS = (
    (("合计",), ("支出", "合计"), "9.00"),
    (("合计",), ("支出", "基本支出", "小计"), "6.00"),
    (("合计",), ("支出", "项目支出", "小计"), "3.00"),
    (("一、修灯",), ("支出", "合计"), "5.00"),
    (("二、修钟",), ("支出", "合计"), "4.00"),
    (("三、修路",), ("支出", "合计"), "0.00"),
)
COLUMNS, ROWS = (Term(1), Term(2)), (Term(3), Term(4), Term(5))


def document(*checks: tuple[tuple[Term, ...], str]) -> Document:
    figures = tuple(
        Figure(0, row, column, value, Quantity(Decimal(value), "万元"), Place(3), (number, 2))
        for number, (row, column, value) in enumerate(CELLS)
    )
    sums = tuple(Check("合计等于各项之和", "表内", (Term(0),), parts, Quantity(Decimal(0), "万元"), verdict) for parts, verdict in checks)
    return replace(invented_document(), figures=figures, checks=sums)


def told(of: Document, **changes: object) -> Answer:
    cited = Citation("x.pdf", of.info.id, "甲", "三", "合计 | 9.00", table="支出表0", table_index=0, cell=(0, 2))
    answer = Answer("answered", "合计：**9.00万元**[1]。", values=(Value("支出合计", Decimal("9.00"), "万元"),), citations=(cited,))
    return replace(answer, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parts", "bars"),
    [
        (ROWS, [("修灯", "5.00"), ("修钟", "4.00")]),
        (COLUMNS, [("基本支出", "6.00"), ("项目支出", "3.00")]),
    ],
)
def test_parts_are_called_by_what_tells_them_apart(parts: tuple[Term, ...], bars: list[tuple[str, str]]) -> None:
    of = document((parts, "holds"))
    chart = composition_chart(told(of), lambda _: of)
    assert chart is not None
    assert (chart.title, chart.unit) == ("支出合计的构成", "万元")
    assert [(bar.label, bar.printed) for bar in chart.bars] == bars


@pytest.mark.parametrize(
    "checks",
    [
        ((ROWS, "broken"),),
        (((Term(1), Term(2, sign=-1)), "holds"),),
        (((Term(3), Term(5)), "holds"),),
        (((Term(3), Term(4, document="other")), "holds"),),
        (),
    ],
)
def test_without_a_sound_sum_of_several_parts_nothing_is_drawn(checks: tuple[tuple[tuple[Term, ...], str], ...]) -> None:
    of = document(*checks)
    assert composition_chart(told(of), lambda _: of) is None


def test_parts_of_one_name_are_not_drawn_where_others_tell_more() -> None:
    of = document((ROWS, "holds"), (COLUMNS, "holds"))
    figures = tuple(replace(one, row=("修灯",), col=("支出", "合计")) if one.cell[0] in (3, 4) else one for one in of.figures)
    alike = replace(of, figures=figures)
    chart = composition_chart(told(alike), lambda _: alike)
    assert chart is not None
    assert [bar.label for bar in chart.bars] == ["基本支出", "项目支出"]


def test_the_citation_that_prints_the_figure_as_a_sum_is_taken() -> None:
    of = document((ROWS, "holds"))
    cited = told(of).citations[0]
    prose, other = replace(cited, table_index=None, cell=None), replace(cited, cell=(1, 2))
    assert composition_chart(told(of, citations=(prose, other, cited)), lambda _: of) is not None
    assert composition_chart(told(of, citations=(prose, other)), lambda _: of) is None


@pytest.mark.parametrize("changes", [{"status": "not_found"}, {"calculation": "6.00 + 3.00 = 9.00"}, {"citations": ()}])
def test_a_figure_that_is_no_single_cell_has_no_parts(changes: dict[str, object]) -> None:
    of = document((ROWS, "holds"))
    assert composition_chart(told(of, **changes), lambda _: of) is None
