"""Invented questions: every type and way of speaking, answers that the documents print, the same seed the same questions."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from eval.ask_across import amounts_of, shared_subject
from eval.fold import fold
from eval.gold import TYPES, GoldQuestion
from eval.invent_documents import invent_documents
from eval.invent_questions import invent_questions
from eval.invented import Contradiction, InventedDocument, NumberStyle
from eval.invented_library import SIZES, LibrarySize, library_documents
from eval.judge_answer import judge_answer
from eval.make_slip import make_slip
from eval.question_draft import Filed, exact_yuan, plain_label, said_subject, sections_with_facts, single_facts, yuan
from eval.read_gold import read_gold
from eval.transform_questions import TRANSFORMS
from eval.write_invented import write_invented

SEED = 7
DOCUMENTS = library_documents(SEED, LibrarySize(3, (2023, 2024), 0))
QUESTIONS = invent_questions(DOCUMENTS, SEED).questions
ORGANIZATIONS = {document.organization for document in DOCUMENTS.values()}
DOUBTFUL = library_documents(5, LibrarySize(4, (2024,), 0))


def printed(document: InventedDocument) -> str:
    cells = [cell.text for table in document.tables for cell in table.cells]
    return fold(" ".join((*cells, *(text for section in document.sections for text in section.paragraphs)))).replace(",", "")


TEXTS = {name: printed(document) for name, document in DOCUMENTS.items()}


def test_the_same_seed_gives_the_same_questions() -> None:
    assert invent_questions(DOCUMENTS, SEED).questions == QUESTIONS
    assert invent_questions(DOCUMENTS, SEED + 1).questions != QUESTIONS


def test_every_type_and_many_ways_of_speaking_occur() -> None:
    assert {question.type for question in QUESTIONS} == set(TYPES)
    styles = {question.note for question in QUESTIONS}
    assert styles >= {f"说法：{style}" for style in ("正式", "口语", "客气", "简短", "错字", "一问两事", "追问", "答不了")}


def test_every_question_has_an_id_and_words_of_its_own() -> None:
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)
    assert len({(question.question, question.history) for question in QUESTIONS}) == len(QUESTIONS)
    assert not [question.question for question in QUESTIONS if "{" in question.question or "None" in question.question]


@pytest.mark.parametrize("kind", ["lookup_table", "lookup_text", "target", "colloquial", "followup"])
def test_what_is_looked_up_stands_in_the_document_that_is_its_source(kind: str) -> None:
    asked = [question for question in QUESTIONS if question.type == kind]
    assert len(asked) >= 5
    for question in asked:
        text = "".join(TEXTS[name] for name in question.documents)
        assert all(value.value in text for value in question.expect.values), question


def test_an_answer_that_states_the_known_answer_is_right() -> None:
    for question in QUESTIONS:
        assert judge_answer(question, known_answer(question)).is_right, question


def known_answer(question: GoldQuestion) -> dict[str, str]:
    expect = question.expect
    if expect.status != "answered":
        return {"status": expect.status, "text": "没有找到。" if expect.status == "not_found" else "请问是哪一份？"}
    values = [f"{value.labels[0] if value.labels else ''}{value.value}{value.unit}" for value in expect.values]
    compared = [f"{expect.larger[0]}比{expect.smaller[0]}多"] if expect.larger else []
    return {"status": "answered", "text": "。".join((*values, *expect.must_include, *(group[0] for group in expect.any_of), *compared))}


def test_most_cells_asked_for_differ_from_their_neighbours() -> None:
    """Otherwise a column read one place too far would answer them just as well."""
    asked = [question for question in QUESTIONS if question.type == "lookup_table"]
    alike = 0
    for question in asked:
        source = question.sources[0]
        table = next(table for table in DOCUMENTS[source.doc].tables if table.title == source.section)
        cells = {figure.cell: figure.value for figure in table.figures}
        value = next(one.value for one in question.expect.values)
        ((row, column), *_) = [place for place, printed in cells.items() if printed.replace(",", "") == value]
        alike += value in {cells.get((row, column + step), "").replace(",", "") for step in (-1, 1)}
    assert alike <= len(asked) / 4


def test_a_wrong_amount_is_never_right() -> None:
    for question in QUESTIONS:
        if question.expect.status == "answered" and question.expect.values:
            answer = known_answer(question)
            for value in question.expect.values:
                answer["text"] = answer["text"].replace(value.value, str(Decimal(value.value) + Decimal("3.07")))
            assert not judge_answer(question, answer).is_right, question


def rows_of_pairs() -> list[tuple[GoldQuestion, str, tuple[str, ...], tuple[str, ...]]]:
    """Every question over two cells of one table, with the column and both rows as printed."""
    found = []
    for question in QUESTIONS:
        sources = {source.part: source for source in reversed(question.sources) if source.part in ("甲", "乙")}
        if question.type in ("derived", "compare") and len(sources) == 2:
            table = next(table for table in DOCUMENTS[sources["甲"].doc].tables if table.title == sources["甲"].section)
            first, second = (
                next(figure.row for figure in table.figures if source.row in map(plain_label, figure.row) and figure.col[-1] == source.col)
                for source in (sources["甲"], sources["乙"])
            )
            found.append((question, sources["甲"].col, first, second))
    return found


def test_nothing_is_added_to_or_compared_with_what_it_is_a_part_of() -> None:
    pairs = rows_of_pairs()
    assert len(pairs) >= 20
    for question, _, *rows in pairs:
        assert not [row for row in rows if re.search("合计|总计|结转|本年(收入|支出)$", row[-1])], question
        assert not [row for row in rows if row[-1] in {document.organization for document in DOCUMENTS.values()}], question
        first, second = sorted((re.sub(r"\D", "", row[0]) for row in rows), key=len)
        assert not first or first == second or not second.startswith(first), question


def test_nothing_is_asked_that_rests_on_an_amount_printed_in_two_ways() -> None:
    for name, document in DOUBTFUL.items():
        filed = Filed(document, name)
        asked = single_facts(filed)
        assert asked
        for planted in document.contradictions:
            named = planted.subject if not planted.column else document_subject(filed, planted)
            assert not [fact for _, fact in asked if named in (fact.subject, fact.base, f"{fact.subject}{fact.base}")], (name, named)


def test_an_amount_of_one_source_is_not_asked_for_by_a_name_that_stands_for_all_sources() -> None:
    (budget,) = (one for one in invent_documents(3, 1, (2024,), kinds=("预算",), profiles=("中学",), styles=(NumberStyle(),)))
    class_facts = {fact.value for _, fact in sections_with_facts(budget) if fact.subject == "教育（类）支出" and fact.measure == "金额"}
    totals = {figure.value.replace(",", "") for table in budget.tables[:1] for figure in table.figures if figure.row == ("五、教育",)}
    assert class_facts != totals
    asked = {(said_subject(fact), fact.measure) for _, fact in single_facts(Filed(budget, "a.txt"))}
    assert ("教育支出", "金额") not in asked
    assert ("教育支出", "占比") in asked
    assert ("卫生健康支出", "金额") in asked


def document_subject(filed: Filed, planted: Contradiction) -> str:
    """The name that the narrative gives to a total printed wrong in a table; the table's own where it states none such."""
    amount = yuan(planted.other_printed, planted.unit)
    facts = [fact for _, fact in sections_with_facts(filed.document) if fact.unit == "万元"]
    return next((fact.subject for fact in facts if abs(yuan(fact.value, fact.unit) - amount) <= 50), planted.subject)


def test_who_has_a_duty_is_asked_of_duties_that_only_one_department_can_have() -> None:
    asked = [question for question in QUESTIONS if question.type == "duty" and question.expect.must_include[0] in ORGANIZATIONS]
    assert asked
    assert not [question for question in asked if "交给的其他工作" in question.question or "本系统" in question.question]


def test_compared_amounts_differ_alike_in_texts_and_tables() -> None:
    for (first, one), (second, other) in combinations(DOCUMENTS.items(), 2):
        filed = Filed(one, first), Filed(other, second)
        subject = shared_subject(Random(1), *filed)
        if subject is not None:
            facts = [amounts_of(one)[subject] for one in filed]
            exact = [exact_yuan(one.document, fact) for one, fact in zip(filed, facts, strict=True)]
            stated = [yuan(fact.value, fact.unit) for fact in facts]
            assert abs(exact[0] - exact[1] - stated[0] + stated[1]) <= 50


def test_years_are_compared_by_the_change_that_the_later_document_states() -> None:
    differing = 0
    documents = {(one.organization, one.kind, one.year): Filed(one, name) for name, one in DOCUMENTS.items()}
    pairs = [(one, documents[name, kind, year + 1]) for (name, kind, year), one in documents.items() if year == 2023]
    for before, after in pairs:
        changes = {fact.subject: Decimal(fact.value) for _, fact in single_facts(after) if fact.measure == "增减额"}
        mine, theirs = amounts_of(before), amounts_of(after)
        gaps = {name: abs(Decimal(theirs[name].value) - Decimal(mine[name].value)) for name in mine.keys() & theirs.keys()}
        otherwise = {name for name, gap in gaps.items() if name in changes and changes[name] != gap}
        differing += len(otherwise)
        assert not {shared_subject(Random(seed), before, after) for seed in range(60)} & otherwise
    assert differing


def test_a_library_is_written_to_be_read(tmp_path: Path) -> None:
    write_invented(tmp_path, SEED, 1, [2024])
    files = {path.name for path in tmp_path.iterdir()}
    dataset = read_gold(tmp_path / "questions.jsonl")
    assert files == {*dataset.documents, "questions.jsonl", "contradictions.csv"}
    planted = list(csv.DictReader((tmp_path / "contradictions.csv").read_text("utf-8-sig").splitlines()))
    assert {one["file"] for one in planted} == {*dataset.documents}
    assert all(one["printed"] != one["other_printed"] for one in planted)


def test_a_small_library_asks_at_most_so_many_of_each_type() -> None:
    size = SIZES["small"]
    asked = invent_questions(library_documents(SEED, size), SEED, size.per_type).questions
    counts = [sum(question.type == kind for question in asked) for kind in TYPES]
    assert max(counts) == size.per_type


def test_a_slip_changes_one_word_only() -> None:
    assert make_slip(Random(1), "公务接待费是什么") in ("公物接待费是什么", "公务接侍费是什么")
    assert make_slip(Random(1), "你好") == "你好"


@pytest.mark.parametrize(
    ("name", "question", "changed"),
    [
        ("繁体字", "2031年预算是多少？", "2031年預算是多少？"),
        ("全角数字", "2031年预算是多少？", "２０３１年预算是多少？"),
        ("汉字年份", "2031年第3条预算是多少？", "二〇三一年第3条预算是多少？"),
        ("保留两位小数", "2031年预算是多少？", "2031年预算是多少？请保留两位小数。"),
        ("调换语序", "2031年灯塔局预算是多少？", "灯塔局预算是多少，2031年的"),
        ("调换语序", "灯塔局2031年预算中，办公费是多少？", "办公费是多少，我问的是灯塔局2031年预算中"),
        ("调换语序", "办公费和水费哪个大，大多少？", "办公费和水费哪个大，大多少？"),
    ],
)
def test_transformations_change_the_words_alone(name: str, question: str, changed: str) -> None:
    assert TRANSFORMS[name](Random(1), question) == changed
