"""The report as one self-contained HTML page that a reader who did not write it understands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from eval.compare_runs import Change, Comparison
from eval.draw_charts import Bar, draw_bars
from eval.measure_words import TYPE_NAMES, words_of
from eval.print_report import BESIDE, number, value_text
from eval.run import PRODUCT, Measure, Result, Run, Scores

STATUS_NAMES = {"answered": "作答", "not_found": "说没有", "clarify": "反问", "error": "程序出错"}
INTRODUCTION = (
    "这份报告把一批有标准答案的问题逐个提给问答程序，再由独立的判分程序核对。"
    "“答对”要求数额、单位、年度、搭配和比较方向全对；“答错数字”是最坏的结果，比说“没有找到”坏得多。"
    "每个比例后面的横线是 95% 区间：题目换一批，数值大致会落在这个范围里；题少的项目区间宽，不宜细比。"
)


def write_html(run: Run, comparison: Comparison | None) -> str:
    """The whole page."""
    style = files("eval").joinpath("report.css").read_text("utf-8")
    own = [scores for scores in run.scores if scores.system == PRODUCT]
    body = "".join((
        f"<h1>问答评测报告</h1><p>{INTRODUCTION}</p>", settings_line(run), at_a_glance(own), against_others(run.scores),
        *(section for scores in own for section in dataset_sections(scores)),
        comparison_section(comparison), meanings(own),
    ))  # fmt: skip
    head = f'<head><meta charset="utf-8"><title>问答评测报告</title><style>{style}</style></head>'
    return f'<!doctype html><html lang="zh">{head}<body>{body}</body></html>'


def settings_line(run: Run) -> str:
    """With what the run was made."""
    return f'<p class="settings">{escape("　".join(f"{name}：{value}" for name, value in run.settings.items()))}</p>'


def at_a_glance(own: Sequence[Scores]) -> str:
    """The product on every data set."""
    bars = [bar_of(scores.dataset, measure) for scores in own for key in ("right", "unchanged") if (measure := scores.measure(key))]
    wrong = [bar_of(scores.dataset, measure, is_bad=True) for scores in own if (measure := scores.measure("wrong_figure"))]
    return f"<h2>一眼看结果</h2>{draw_bars('答对（换说法的一栏：换一种说法后仍答对）', bars)}{draw_bars('答错数字（越短越好）', wrong)}"


def against_others(all_scores: Sequence[Scores]) -> str:
    """The product, the baselines and the product without its parts, on each data set."""
    parts = []
    for dataset in dict.fromkeys(scores.dataset for scores in all_scores):
        group = [scores for scores in all_scores if scores.dataset == dataset]
        if len(group) < 2:
            continue
        bars = [bar_of(scores.system, measure, is_own=scores.system == PRODUCT) for scores in group if (measure := scores.measure("right"))]
        rows = [[scores.system, *(cell(scores.measure(key)) for key in BESIDE)] for scores in group]
        parts.append(
            f"<h3>{escape(dataset)}</h3>{draw_bars('答对', bars)}{html_table(['系统', *(words_of(key).name for key in BESIDE)], rows)}"
        )
    note = "<p>基线都不用语言模型：把检索到的第一段原文当作回答。“去掉”一栏是同一程序关掉一个部分，看这个部分值多少。</p>"
    return f"<h2>与基线相比，以及每个部分的作用</h2>{note}{''.join(parts)}" if parts else ""


def dataset_sections(scores: Scores) -> Iterator[str]:
    """Everything about the product on one data set."""
    yield f"<h2>{escape(scores.dataset)}</h2>{documents_line(scores)}"
    kinds = [measure for measure in scores.measures if measure.key.startswith(("right/", "unchanged/"))]
    if kinds:
        yield draw_bars("按题型", [bar_of(short_name(measure), measure) for measure in kinds])
    by_document = document_bars(scores.results)
    if len(by_document) > 1:
        yield f"<details><summary>按文件</summary>{draw_bars('按文件', by_document)}</details>"
    rows = [
        [words_of(one.key).name, value_text(one), f"{number(one, one.low)} – {number(one, one.high)}", str(one.count)]
        for one in scores.measures
    ]
    yield f"<details><summary>全部指标</summary>{html_table(['指标', '值', '95% 区间', '题（例）数'], rows)}</details>"
    failures = sorted((one for one in scores.results if not one.is_right), key=lambda one: (not one.is_wrong_figure, one.type))
    yield f"<details><summary>未答对的 {len(failures)} 题</summary>{''.join(map(failure, failures))}</details>"


def documents_line(scores: Scores) -> str:
    """How many of the needed documents are loaded, and which are not."""
    total = len(scores.loaded) + len(scores.missing)
    missing = f"，<strong>没有载入：{escape('、'.join(scores.missing))}</strong>" if scores.missing else ""
    return f"<p>共 {len(scores.results)} 题" + (
        f"，需要 {total} 份文件，已载入 {len(scores.loaded)} 份{missing}。</p>" if total else "。</p>"
    )


def short_name(measure: Measure) -> str:
    """The type of question or the transformation alone."""
    kind = measure.key.partition("/")[2]
    return TYPE_NAMES.get(kind, kind)


def document_bars(results: Iterable[Result]) -> list[Bar]:
    """The share of right answers over the questions that each document answers."""
    from eval.measure_answers import share

    groups: dict[str, list[Result]] = {}
    for result in results:
        for name in result.documents:
            groups.setdefault(name, []).append(result)
    return [bar_of(name, share("right", group, lambda one: one.is_right)) for name, group in sorted(groups.items())]


def failure(result: Result) -> str:
    """One question that was not answered right, with what was wanted and what came."""
    history = f"<p>此前问过：{escape('；'.join(result.history))}</p>" if result.history else ""
    mark = "答错数字" if result.is_wrong_figure else STATUS_NAMES.get(result.status, result.status)
    return (
        f'<article class="{"bad" if result.is_wrong_figure else ""}">'
        f"<h4><span>{escape(mark)}</span> {escape(result.question)}</h4>{history}"
        f"<p>{escape(result.id)}　{escape(TYPE_NAMES.get(result.type, result.type))}　{escape(result.style)}</p>"
        f"<p>应有：{escape(result.wanted)}</p><p>原因：{escape('；'.join(result.reasons))}</p><pre>{escape(result.text[:1200])}</pre></article>"
    )


def comparison_section(comparison: Comparison | None) -> str:
    """What was gained and lost since the earlier run."""
    if comparison is None:
        return ""
    gains = [change for change in comparison.changes if change.is_gain]
    losses = [change for change in comparison.changes if not change.is_gain]
    complaints = "".join(f"<li>{escape(text)}</li>" for text in comparison.complaints)
    verdict = f'<p class="bad">不予通过：</p><ul>{complaints}</ul>' if complaints else "<p>没有变坏到不能接受的地方。</p>"
    return f"<h2>与上次相比</h2>{verdict}{change_table('新答对', gains)}{change_table('变差', losses)}"


def change_table(title: str, changes: Sequence[Change]) -> str:
    """The changed questions with both judgements."""
    rows = [[one.dataset, one.now.id, one.now.question, judged(one.before), judged(one.now), "；".join(one.now.reasons)] for one in changes]
    return (
        f"<h3>{title} {len(changes)} 题</h3>{html_table(['题目', '编号', '问题', '上次', '这次', '原因'], rows)}"
        if rows
        else f"<h3>{title} 0 题</h3>"
    )


def judged(result: Result) -> str:
    """The judgement in a word."""
    return "答对" if result.is_right else "答错数字" if result.is_wrong_figure else "未答对"


def meanings(own: Sequence[Scores]) -> str:
    """Every measure with its definition and source."""
    keys = dict.fromkeys(
        measure.key for scores in own for measure in scores.measures if not measure.key.startswith(("right/", "unchanged/"))
    )
    rows = [[words_of(key).name, words_of(key).meaning, words_of(key).source] for key in keys]
    return f"<h2>指标的含义</h2>{html_table(['指标', '含义', '来源'], rows)}"


def bar_of(label: str, measure: Measure, *, is_bad: bool = False, is_own: bool = True) -> Bar:
    """A measure as a bar."""
    return Bar(label, measure.value, measure.low, measure.high, measure.count, is_bad, is_own)


def cell(measure: Measure | None) -> str:
    """A measure with its interval, short enough for a table."""
    return f"{value_text(measure)}（{number(measure, measure.low)}–{number(measure, measure.high)}）" if measure and measure.count else "—"


def html_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of plain text."""
    header = "".join(f"<th>{escape(text)}</th>" for text in head)
    lines = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{header}</tr></thead><tbody>{lines}</tbody></table>"
