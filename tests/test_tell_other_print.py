"""Two places of a document that print one thing differently."""

from __future__ import annotations

from figure_documents import BUDGET, FINAL, find

from app.figures.answer_figures import answer_figures
from app.figures.tell_other_print import tell_other_print
from app.figures.tell_variants import tell_variants
from retrieval.query import DocumentChoice


def texts(question: str, text: str) -> tuple[str, tuple[str, ...]]:
    finding = find(question, text=text)
    told = answer_figures(question, DocumentChoice(("0",), question), [finding])
    assert told is not None
    warned = tell_other_print(told, finding)
    return warned.text, tuple(f"{value.value:f}" for value in warned.values)


def test_an_amount_that_the_text_prints_otherwise_is_told_with_it() -> None:
    slipped = FINAL.replace("公务接待费支出决算2.00万元", "公务接待费全年支出决算2.30万元")
    text, values = texts("公务接待费决算是多少", slipped)
    assert "2.30万元，与上数不同" in text
    assert values == ("2.00", "2.30")


def test_equal_prints_and_other_sides_are_no_contradiction() -> None:
    assert "注意" not in texts("公务接待费决算是多少", FINAL)[0]
    assert "注意" not in texts("差旅费是多少", FINAL)[0]


def test_what_is_carried_over_in_a_row_apart_is_told_beside_the_plain_row() -> None:
    row = "特定目标类\t粮仓修缮\t桐花县粮食局\t18.00\n"
    text = BUDGET.replace(row, f"{row}特定目标类\t粮仓修缮（2030年结转）\t桐花县粮食局\t5.00\n")
    for question, values in (("粮仓修缮是多少", ["18.00", "5.00"]), ("粮情监测是多少", ["12.00"])):
        finding = find(question, text=text)
        told = answer_figures(question, DocumentChoice(("0",), question), [finding])
        assert told is not None
        assert [f"{value.value:f}" for value in tell_variants(told, finding).values] == values


def test_a_part_of_a_name_means_never_the_row_that_is_carried_over_alone() -> None:
    row = "特定目标类\t粮仓修缮加固\t桐花县粮食局\t18.00\n"
    carried = row.replace("加固", "加固（2030年结转）").replace("18", "5")
    text = BUDGET.replace("特定目标类\t粮仓修缮\t桐花县粮食局\t18.00\n", f"{row}{carried}")
    finding = find("加固项目多少钱", text=text)
    assert finding.choices == ("粮仓修缮加固", "粮仓修缮加固（2030年结转）")


def test_what_an_amount_rose_or_fell_by_is_no_other_print_of_it() -> None:
    changed = FINAL.replace("公务接待费支出决算2.00万元", "公务接待费支出决算2.00万元，比上年减少2.30万元")
    assert "注意" not in texts("公务接待费决算是多少", changed)[0]
