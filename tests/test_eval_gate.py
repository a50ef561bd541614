"""The gate: a run no worse than the last passes, and deliberate bugs in reading and answering are caught, each by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from app import question_reader
from app.answerer import question_answerer
from app.figures import reduce_results
from app.library import ingest_paths
from eval.ask_system import ask_system
from eval.compare_best import keep_best
from eval.compare_runs import compare_runs
from eval.draw_charts import Bar, draw_bars
from eval.evaluate import Extent, Library, evaluate
from eval.gold import Expectation, GoldQuestion
from eval.libraries import invented_library
from eval.measure_answers import measure_answers
from eval.measure_words import words_of
from eval.run import TRANSFORMED, Measure, Result, Run, Scores
from eval.run_file import read_run, write_run
from eval.write_html import write_html
from ingest.document import Document, Figure
from ingest.parse_document import parse_document
from ingest.quantity import Quantity

SEED = 32  # one of its two departments prints 元, the other 万元
QUESTIONS_ALONE = Extent(with_transforms=False, with_baselines=False)


@dataclass(frozen=True)
class Small:
    """The small invented library, the knowledge base it was read into, and the run over it."""

    library: Library
    home: Path
    run: Run


def run_small(folder: Path) -> Small:
    library = invented_library(folder / "documents", SEED, "small")
    return Small(library, folder / "home", run_on(library, folder / "home"))


def run_on(library: Library, home: Path) -> Run:
    return Run(evaluate(library, home, QUESTIONS_ALONE), {"种子": str(SEED)})


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    return run_small(tmp_path_factory.mktemp("sound"))


@pytest.fixture(scope="module")
def sound(small: Small) -> Run:
    return small.run


def test_a_run_is_no_worse_than_itself(sound: Run, tmp_path: Path) -> None:
    write_run(sound, tmp_path / "run.json")
    assert read_run(tmp_path / "run.json") == sound
    assert compare_runs(read_run(tmp_path / "run.json"), sound).complaints == ()


def test_the_small_library_is_answered_well(sound: Run) -> None:
    measures = {measure.key: measure for measure in sound.scores[0].measures}
    assert measures["right"].value >= 0.7
    assert measures["wrong_figure"].value <= 0.05
    assert measures["figure_recall"].value >= 0.98
    assert measures["ungrounded"].value <= 0.05
    assert sound.scores[0].missing == ()


def shift_columns(path: Path) -> Document:
    """Every figure takes the number of its right neighbour in the row."""
    document = parse_document(path)
    after = {(one.table, one.cell[0], one.cell[1]): one for one in document.figures}

    def shifted(figure: Figure) -> Figure:
        neighbour = after.get((figure.table, figure.cell[0], figure.cell[1] + 1))
        return replace(figure, value=neighbour.value, quantity=neighbour.quantity) if neighbour else figure

    return replace(document, figures=tuple(map(shifted, document.figures)))


def read_wan_for_yuan(path: Path) -> Document:
    """元 is read as 万元."""
    document = parse_document(path)
    other = {"元": "万元"}

    def misread(figure: Figure) -> Figure:
        quantity = figure.quantity
        return replace(figure, quantity=Quantity(quantity.number, other.get(quantity.unit, quantity.unit))) if quantity else figure

    return replace(document, figures=tuple(map(misread, document.figures)))


def check_nothing(path: Path) -> Document:
    """A document is not checked."""
    return replace(parse_document(path), checks=())


def answer_for_any_year(question: str, *others: Any) -> Any:
    """A document of another year is taken where the year that was asked for is not loaded."""
    choice = CHOOSE(question, *others)
    return CHOOSE(re.sub(r"20\d\d年", "", question), *others) if choice.failed == "year" else choice


def cite_the_next_row(*arguments: Any, **named: Any) -> Any:
    """Every citation of a cell names another row."""
    answer = ANSWER(*arguments, **named)
    return answer and replace(answer, citations=tuple(replace(one, row=("别的行",)) if one.col else one for one in answer.citations))


CHOOSE, ANSWER = question_reader.choose_documents, question_answerer.answer_figures


@dataclass(frozen=True)
class Bug:
    """What is broken, with what, and what must tell: a type of question with right answers turned wrong figures, or a fallen measure."""

    module: Any
    name: str
    wrong: Callable[..., Any]
    told_by: str
    is_in_reading: bool = False


BUGS = {
    "a column shifted by one": Bug(ingest_paths, "parse_document", shift_columns, "lookup_table", is_in_reading=True),
    "元 read as 万元": Bug(ingest_paths, "parse_document", read_wan_for_yuan, "lookup_table", is_in_reading=True),
    "checks left out": Bug(ingest_paths, "parse_document", check_nothing, "contradiction_recall", is_in_reading=True),
    "a swapped comparison": Bug(reduce_results, "by_size", lambda named: sorted(named, key=reduce_results.size), "compare"),
    "a dropped refusal": Bug(question_reader, "choose_documents", answer_for_any_year, "unanswerable"),
    "a citation of another row": Bug(question_answerer, "answer_figures", cite_the_next_row, "citation_recall/cell"),
}


@pytest.mark.parametrize("name", BUGS)
def test_a_deliberate_bug_is_caught(name: str, small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bug = BUGS[name]
    monkeypatch.setattr(bug.module, bug.name, bug.wrong)
    run = run_small(tmp_path).run if bug.is_in_reading else run_on(replace(small.library, folder=None), small.home)
    comparison = compare_runs(small.run, run)
    fatal = [change for change in comparison.changes if change.is_fatal]
    assert bug.told_by in {*(change.now.type for change in fatal), *(fall.now.key for fall in comparison.falls)}
    named = [change.now.question for change in fatal] or [words_of(bug.told_by).name]
    assert any(named[0] in complaint for complaint in comparison.complaints)


def scores(value: float, result: Result) -> Run:
    measure = Measure("right", value, value - 0.1, value + 0.1, 100)
    slow = Measure("latency_p95", 5 / value, 0, 6, 100, "ms", is_higher_better=False)
    return Run((Scores("明账", "题", (result,), (measure, slow)),))


RIGHT = Result("q", "list", "有哪些项目？", "answered", "answered", True, False, (), "", 1.0)


@pytest.mark.parametrize(
    ("value", "now", "complaints"),
    [
        (0.85, RIGHT, 0), (0.75, RIGHT, 1), (0.99, RIGHT, 0),
        (0.9, replace(RIGHT, is_right=False), 0), (0.9, replace(RIGHT, is_right=False, is_wrong_figure=True), 1),
    ],
)  # fmt: skip
def test_the_gate_fails_on_new_wrong_figures_and_fallen_measures(value: float, now: Result, complaints: int) -> None:
    assert len(compare_runs(scores(0.9, RIGHT), scores(value, now)).complaints) == complaints


def test_a_question_that_breaks_the_program_is_told_and_never_passes() -> None:
    class Broken:
        name = "明账"

        def answer(self, *_: object) -> Mapping[str, Any]:
            raise ZeroDivisionError("0 / 0")

        def search(self, *_: object) -> list[Mapping[str, Any]]:
            return []

    absent = GoldQuestion("new", "有没有灯塔？", "unanswerable", Expectation("not_found"))
    (broken,) = ask_system(Broken(), [absent])
    before, now = scores(0.9, RIGHT), Run((replace(scores(0.9, RIGHT).scores[0], results=(RIGHT, broken)),))
    comparison = compare_runs(before, now)
    assert comparison.complaints == ("题 new 程序出错（ZeroDivisionError: 0 / 0）：有没有灯塔？",)
    assert "<td>2</td><td>1</td><td>0</td><td>0</td><td>1</td>" in write_html(now, comparison)
    assert next(one for one in measure_answers(now.scores[0].results) if one.key == "program_error").value == 0.5


WIDE = Measure("right", 0.9, 0.0, 1.0, 100)


def run_of(*names: str, dataset: str = "题") -> Run:
    return Run((Scores("明账", dataset, tuple(replace(RIGHT, id=name) for name in names), (WIDE,)),))


def changed(run: Run, **fields: object) -> Run:
    (scores_of,) = run.scores
    return Run((replace(scores_of, results=tuple(replace(one, **fields) for one in scores_of.results)),))


def test_a_measure_that_is_gone_does_not_pass() -> None:
    before = run_of("a")
    more = Run((replace(before.scores[0], measures=(WIDE, replace(WIDE, key="retrieval_mrr"))),))
    assert [one for one in compare_runs(more, before).complaints if "没有量" in one]
    assert not compare_runs(before, more).complaints


def test_new_easy_questions_hide_no_losses() -> None:
    measure = Measure("right", 1.0, 0.9, 1.0, 10)
    old = Run((replace(run_of(*map(str, range(10))).scores[0], measures=(measure,)),))
    lost = tuple(replace(RIGHT, id=str(at), is_right=at > 2) for at in range(10))
    easy = tuple(replace(RIGHT, id=f"new{at}") for at in range(90))
    now = Run((replace(old.scores[0], results=(*lost, *easy), measures=(replace(measure, value=0.97, count=100),)),))
    assert ["两次都问的 10 题" in one for one in compare_runs(old, now).complaints] == [True]


@pytest.mark.parametrize(
    ("before", "now", "complaints"),
    [
        (run_of("a", "b"), run_of("a", "b", "c"), 0),
        (run_of("a", "b"), run_of("a"), 1),
        (run_of("a", "b"), run_of("a", "b", dataset="别的题"), 1),
        (run_of("a", "b"), run_of("c", "d"), 1),
        (scores(0.9, RIGHT), scores(0.9, replace(RIGHT, is_right=False, is_wrong_figure=True, question="另一问")), 1),
        (run_of(*map(str, range(20))), run_of(*map(str, range(19))), 0),
        (run_of(*map(str, range(20))), run_of(*map(str, range(18))), 1),
        (run_of("a"), changed(run_of("a"), wanted="9.99万元"), 1),
        (run_of("a"), changed(run_of("a"), history=("甲局的办公费是多少？",)), 1),
        (Run(()), run_of("a"), 1),
        (Run((replace(run_of("a").scores[0], system="别的"),)), run_of("a"), 1),
        (Run((replace(run_of("a").scores[0], measures=()),)), run_of("a"), 1),
        (run_of("a", dataset=f"题{TRANSFORMED}"), run_of("a"), 0),
        (run_of("a", "b", dataset=f"题{TRANSFORMED}"), run_of("a", dataset=f"题{TRANSFORMED}"), 1),
    ],
)
def test_the_gate_fails_where_the_earlier_questions_are_not_asked_again(before: Run, now: Run, complaints: int) -> None:
    found = compare_runs(before, now).complaints
    assert len(found) == complaints
    assert all("比不出好坏" in complaint for complaint in found)


def passed_on(runs: list[Run], path: Path) -> Run:
    """The runs, each compared with the saved one before it and saved with the best of all."""
    kept = runs[0]
    for run in runs[1:]:
        assert compare_runs(kept, run).complaints == ()
        write_run(keep_best(kept, run), path)
        kept = read_run(path)
    return kept


def test_many_small_falls_are_held_against_the_best_run(tmp_path: Path) -> None:
    kept = passed_on([scores(value, RIGHT) for value in (0.80, 0.90, 0.84)], tmp_path / "run.json")
    assert compare_runs(scores(0.84, RIGHT), scores(0.78, RIGHT)).complaints == ()
    assert [one for one in compare_runs(kept, scores(0.78, RIGHT)).complaints if "历次最好的 90.00% 变为 78.00%" in one]
    assert len(compare_runs(kept, scores(0.60, RIGHT)).complaints) == 1  # below the last already: told once


def test_an_answer_that_was_right_once_becomes_no_wrong_figure_by_a_detour(tmp_path: Path) -> None:
    refused, wrong = replace(RIGHT, is_right=False), replace(RIGHT, is_right=False, is_wrong_figure=True)
    kept = passed_on([scores(0.9, RIGHT), scores(0.9, refused)], tmp_path / "run.json")
    assert compare_runs(scores(0.9, refused), scores(0.9, wrong)).complaints == ()
    assert ["曾经答对，这次答错数字" in one for one in compare_runs(kept, scores(0.9, wrong)).complaints] == [True]


def test_questions_dropped_little_by_little_are_told(tmp_path: Path) -> None:
    runs = [run_of(*map(str, range(count))) for count in (100, 97, 94)]
    kept = passed_on(runs[:2], tmp_path / "run.json")
    assert compare_runs(runs[1], runs[2]).complaints == ()
    assert ["历次共问了 100 题" in one for one in compare_runs(kept, runs[2]).complaints] == [True]


@pytest.mark.parametrize(("lost", "gained", "complaints"), [(4, 0, 0), (5, 0, 1), (6, 3, 0), (0, 6, 0), (9, 1, 1)])
@pytest.mark.parametrize("dataset", ["题", f"题{TRANSFORMED}"])
def test_right_answers_lost_one_by_one_are_told_however_wide_the_interval(lost: int, gained: int, complaints: int, dataset: str) -> None:
    before, now = (
        Run((replace(run.scores[0], results=tuple(replace(one, is_right=is_right(int(one.id))) for one in run.scores[0].results)),))
        for run, is_right in (
            (run_of(*map(str, range(20)), dataset=dataset), lambda number: number < 20 - gained),
            (run_of(*map(str, range(20)), dataset=dataset), lambda number: number >= lost),
        )
    )
    found = compare_runs(before, now).complaints
    assert [f"没有答对的有 {lost} 题" in one for one in found] == [True] * complaints


def test_other_wordings_counted_over_few_questions_do_not_pass() -> None:
    before, now = run_of("a", dataset=f"题{TRANSFORMED}"), run_of("a", dataset=f"题{TRANSFORMED}")
    many, few = (replace(WIDE, key="unchanged/错字", count=count) for count in (90, 12))
    before, now = (Run((replace(run.scores[0], measures=(measure,)),)) for run, measure in ((before, many), (now, few)))
    assert ["这次只量了 12 题" in one for one in compare_runs(before, now).complaints] == [True]


def test_the_page_stands_alone_and_tells_every_failure(sound: Run) -> None:
    bad = replace(RIGHT, is_right=False, is_wrong_figure=True, reasons=("没有说出 <b>",))
    page = write_html(Run((*sound.scores, *scores(0.9, bad).scores)), compare_runs(scores(0.9, RIGHT), scores(0.9, bad)))
    assert "http" not in page.replace("http-equiv", "")
    assert "<script" not in page
    assert "没有说出 &lt;b&gt;" in page
    assert "由答对变成答错数字" in page
    assert "不取自任何真实文件" in page
    headings = ["一眼看结果", "与上次相比", f"<h2>{sound.scores[0].dataset}</h2>", "按题型", "按说法", "按文件", "指标的含义"]
    assert [page.index(heading) for heading in headings] == sorted(page.index(heading) for heading in headings)
    failed = [one for one in sound.scores[0].results if not one.is_right]
    assert all(one.id in page for one in failed)


def test_a_chart_of_small_shares_says_how_much_a_whole_bar_is() -> None:
    chart = draw_bars("答错数字", [Bar("甲", 0.01, 0.0, 0.02, 100)], full=0.02)
    assert "整条为 2%" in chart
    assert re.findall(r'class="own" style="width:([\d.]+)%"', chart) == ["50.0"]
    assert re.findall(r'class="interval" style="left:([\d.]+)%;width:([\d.]+)%"', chart) == [("0.0", "100.0")]
