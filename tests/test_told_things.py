"""What an answer tells of, as later questions of the dialogue take it up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.answer import Answer, Citation, Value
from app.dialogue.told_things import told_sum, told_things


def cited(name: str) -> Citation:
    at = {"table": "三公经费支出表", "row": (name,), "col": ("决算数", "小计", name), "table_index": 1, "cell": (1, 3)}
    return Citation("a.txt", "d", "决算", "表", name, **at)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("**30.00万元**[1]（《三公经费支出表》“合计”行“决算数 > 小计 > 航标船”列）", 1),
        ("目标值**≥30.00万元**[1]", 0),
        ("**不低于30.00万元**[1]", 0),
    ],
)
def test_the_path_of_a_header_bounds_no_amount(shown: str, told: int) -> None:
    value = Value("航标船（决算）", Decimal("30.00"), "万元")
    answer = Answer("answered", f"灯塔局2031年部门决算：\n- 航标船（决算）：{shown}", (value,), citations=(cited("航标船"),))
    assert len(told_things(answer)) == told


def test_what_rows_without_marks_come_to_is_one_thing() -> None:
    values = (Value("合计", Decimal(30), "万元"), Value("架桥·执行数", Decimal(20), "万元"), Value("疏浚·执行数", Decimal(10), "万元"))
    text = "2个项目的执行数合计**30万元**（20 + 10 = 30万元）。\n- 架桥：执行数**20万元**\n- 疏浚：执行数**10万元**"
    added = told_sum(Answer("answered", text, values, "20 + 10 = 30万元", (cited("架桥"), cited("疏浚"))))
    assert added is not None
    assert added.amounts[0].quantity.number == Decimal(30)
    assert len(added.citations) == 2
