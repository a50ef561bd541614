from __future__ import annotations

from pathlib import Path

import pytest
from check_documents import read_document

from app.assistant import Assistant
from app.checks.check_ledger import check_ledger
from app.exports.export_checks import check_records
from app.settings import read_settings
from eval.invent_documents import invent_documents
from eval.write_text_layout import TABS, write_text_layout
from ingest.checks.check_between import check_between
from ingest.document import Check, Document, DocumentInfo
from ingest.parse_document import parse_document
from retrieval.knowledge_base import KnowledgeBase
from retrieval.store.pair_documents import pair_documents

SPENDING = """
科目编码 科目名称 合计 基本支出 项目支出
合计 _ {total} {basic} 8.00
213 农林水支出 {total} {basic} 8.00
21303 水利 {total} {basic} 8.00
2130301 行政运行 {basic} {basic} 0.00
2130306 水利工程运行与维护 8.00 0.00 8.00
"""
THREE = """
项目 2023年预算数 2024年预算数
合计 {before} 3.00
公务接待费 {before} 3.00
"""
THREE_BEFORE = """
项目 2022年预算数 2023年预算数
合计 5.00 4.00
公务接待费 5.00 4.00
"""
ACCOUNT = """
收入 _ 支出 _
项目 决算数 项目 决算数
一、财政拨款收入 30.00 一、农林水支出 28.00
本年收入合计 30.00 本年支出合计 28.00
年初结转和结余 {opening} 年末结转和结余 {closing}
总计 {income} 总计 {spending}
"""
PART = "三、支出预算总体情况说明"
CHANGE = "2024年支出合计30.00万元，比2023年预算增加{change}万元，增长{rate}%。"


def budget(tmp_path: Path, year: int, *, total: str, basic: str, text: str = "") -> Document:
    prose = [(PART, text)] if text else []
    return read_document(tmp_path, [(f"{year}年部门支出总体情况表", SPENDING.format(total=total, basic=basic))], prose, year=year)


def broken(checks: tuple[Check, ...]) -> list[str]:
    return [check.identity for check in checks if check.verdict == "broken"]


@pytest.mark.parametrize(
    ("change", "rate", "wrong"),
    [("5.00", "20.00", 0), ("6.00", "20.00", 1), ("5.00", "25.00", 1)],
)
def test_a_stated_change_is_the_difference_of_both_years(tmp_path: Path, change: str, rate: str, wrong: int) -> None:
    now = budget(tmp_path, 2024, total="30.00", basic="22.00", text=CHANGE.format(change=change, rate=rate))
    before = budget(tmp_path, 2023, total="25.00", basic="17.00")
    checks = check_between(now, before)
    assert (len(checks), len(broken(checks))) == (2, wrong)
    assert {term.document for check in checks for term in check.right} == {None, before.info.id}
    assert check_between(before, now) == ()


@pytest.mark.parametrize("base", ["2023年预算执行数", "2022年预算", "年初预算"])
def test_a_change_against_anything_but_last_years_budget_is_not_held_against_it(tmp_path: Path, base: str) -> None:
    text = CHANGE.format(change="9.00", rate="42.86").replace("2023年预算", base)
    assert (
        check_between(budget(tmp_path, 2024, total="30.00", basic="22.00", text=text), budget(tmp_path, 2023, total="25.00", basic="17.00"))
        == ()
    )


@pytest.mark.parametrize(("before", "verdict"), [("4.00", "holds"), ("4.50", "broken")])
def test_a_column_of_the_year_before_is_what_that_year_printed(tmp_path: Path, before: str, verdict: str) -> None:
    now = read_document(tmp_path, [("2024年“三公”经费预算表", THREE.format(before=before))])
    checks = check_between(now, read_document(tmp_path, [("2023年“三公”经费预算表", THREE_BEFORE)], year=2023))
    assert [check.verdict for check in checks] == [verdict] * 2


@pytest.mark.parametrize(("opening", "verdict"), [("2.00", "holds"), ("1.00", "broken")])
def test_an_account_begins_with_what_the_one_before_left(tmp_path: Path, opening: str, verdict: str) -> None:
    now, before = (
        read_document(tmp_path, [("收入支出决算总表", ACCOUNT.format(**parts))], kind="决算", year=year)
        for year, parts in (
            (2024, {"opening": opening, "closing": "3.00", "income": "32.00", "spending": "31.00"}),
            (2023, {"opening": "0.00", "closing": "2.00", "income": "30.00", "spending": "30.00"}),
        )
    )
    assert [check.verdict for check in check_between(now, before)] == [verdict]


@pytest.mark.parametrize(("stated", "verdict"), [("12.00", "holds"), ("13.00", "broken")])
def test_the_opening_budget_of_an_account_is_that_of_the_budget(tmp_path: Path, stated: str, verdict: str) -> None:
    item = "1.农林水支出（类）水利（款）行政运行（项）。"
    text = f"{item}年初预算为{stated}万元，支出决算为11.00万元，完成年初预算的91.67%。"
    heading = "（三）一般公共预算财政拨款支出决算具体情况"
    title = "2024年一般公共预算支出情况表"
    plan = read_document(tmp_path, [(title, SPENDING.format(total="20.00", basic="12.00"))])
    assert [check.verdict for check in check_between(read_document(tmp_path, [], [(heading, text)], kind="决算"), plan)] == [verdict]


def test_invented_documents_of_several_years_agree_with_each_other(tmp_path: Path) -> None:
    read = {}
    for one in invent_documents(23, 2, (2023, 2024)):
        path = tmp_path / "文件.txt"
        path.write_text(write_text_layout(one, TABS), encoding="utf-8")
        read[one.organization, one.year, one.kind] = parse_document(path)
    pairs = [
        (document, read[other])
        for (name, year, kind), document in read.items()
        for other in ((name, year - 1, kind), *([(name, year, "预算")] if kind == "决算" else []))
        if other in read
    ]
    found = [check for pair in pairs for check in check_between(*pair)]
    assert len(pairs) == 8
    assert len(found) > 100
    assert [check.identity for check in found if check.verdict != "holds"] == []


def info(name: str, year: int, kind: str, supersedes: str | None = None) -> DocumentInfo:
    return DocumentInfo(id=name, file_name=f"{name}.txt", year=year, kind=kind, supersedes=supersedes)


def test_documents_are_paired_by_year_and_kind_and_never_where_two_are_alike() -> None:
    own = info("own", 2024, "决算")
    kin = [info("plan", 2024, "预算"), info("before", 2023, "决算"), info("after", 2025, "决算"), info("far", 2020, "决算")]
    pairs = {(later.id, earlier.id) for later, earlier in pair_documents(own, kin)}
    assert pairs == {("own", "plan"), ("own", "before"), ("after", "own")}
    twin = info("twin", 2023, "决算")
    assert {(one.id, other.id) for one, other in pair_documents(own, [*kin, twin])} == {("own", "plan"), ("after", "own")}
    newer = info("newer", 2023, "决算", supersedes="before")
    assert ("own", "newer") in {(one.id, other.id) for one, other in pair_documents(own, [*kin, newer])}
    assert pair_documents(own, [*kin, info("second", 2024, "决算")]) == ()


@pytest.mark.parametrize("is_later_first", [False, True])
def test_checks_between_documents_come_and_go_with_them(tmp_path: Path, is_later_first: bool) -> None:
    now = budget(tmp_path, 2024, total="30.00", basic="22.00", text=CHANGE.format(change="6.00", rate="20.00"))
    before = budget(tmp_path, 2023, total="25.00", basic="17.00")
    with KnowledgeBase.open(tmp_path / "home") as base:
        for document in (now, before) if is_later_first else (before, now):
            base.add(document, b"x")
        kept = base.document(now.info.id).checks
        assert kept == (*now.checks, *check_between(now, before))
        ledger = check_ledger(base.document(now.info.id), base.document)
        told = "不一致：正文“支出预算总体情况说明”中支出合计增加额为6.00万元，"
        assert any(
            line.startswith(told) and "云州市水务局2023年部门预算的《" in line and line.endswith("相差1万元。") for line in ledger.broken
        )
        records = list(check_records(base.document(now.info.id), base.document))
        assert {term["document"] for record in records for term in record["right"]} >= {before.info.file_name, now.info.file_name}
        answer = Assistant(base, read_settings(home=tmp_path / "home")).ask("云州市水务局2024年部门预算支出合计比上年增加多少？")
        assert any("不一致" in warning and "2023年部门预算" in warning for warning in answer.warnings)
        base.update_info(before.info.id, year=2019)
        assert base.document(now.info.id).checks == now.checks
        base.update_info(before.info.id, year=2023)
        assert base.document(now.info.id).checks == kept
        base.remove(before.info.id)
        assert base.document(now.info.id).checks == now.checks
