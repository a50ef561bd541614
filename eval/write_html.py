"""The report as one self-contained HTML page that a reader who did not write it understands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from eval.compare_runs import Comparison
from eval.draw_charts import Bar, draw_bars
from eval.draw_tables import draw_table
from eval.libraries import INVENTED, REAL
from eval.measure_answers import share
from eval.measure_words import OUTCOMES, STATUS_NAMES, TYPE_NAMES, UNANSWERED, outcome_of, words_of
from eval.print_report import BESIDE, number, value_text
from eval.run import PRODUCT, TRANSFORMED, Measure, Result, Run, Scores
from eval.write_comparison import write_comparison

SCALES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
INTRODUCTION = (
    "这份报告把一批有标准答案的问题逐个提给问答程序，再由独立的判分程序核对。"
    "“答对”要求数额、单位、年度、搭配和比较方向全对；“答错数字”是最坏的结果，比“没有答出”（说没有、反问或答得不全）坏得多。"
    "每个比例后面的横线是 95% 区间：题目换一批，数值大致会落在这个范围里；题少的项目区间宽，不宜细比。"
)


ASKED = {
    INVENTED: "按种子现编的部门预算和决算，答案由编造的数据得出，不取自任何真实文件；其中有意埋了几处前后矛盾",
    REAL: "公开的部门预算和决算，答案由人逐条核对；程序是对照这些文件做的，分数会偏高",
}
ASKED_OTHERWISE = "把原来答对的题换一种说法再问（客气、繁体、错字等），答案不应改变"


def write_html(run: Run, comparison: Comparison | None) -> str:
    """The whole page."""
    style = files("eval").joinpath("report.css").read_text("utf-8")
    own = [scores for scores in run.scores if scores.system == PRODUCT]
    body = "".join((
        f"<h1>问答评测报告</h1><p>{INTRODUCTION}</p>", settings_line(run), at_a_glance(own), write_comparison(comparison),
        against_others(run.scores), *(section for scores in own for section in dataset_sections(scores)), meanings(own),
    ))  # fmt: skip
    metas = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    head = f'<head>{metas}<title>问答评测报告</title><style>{style}</style></head>'
    return f'<!doctype html><html lang="zh">{head}<body>{body}</body></html>'


def settings_line(run: Run) -> str:
    """With what the run was made."""
    return f'<p class="settings">{escape("　".join(f"{name}：{value}" for name, value in run.settings.items()))}</p>'


def at_a_glance(own: Sequence[Scores]) -> str:
    """The product on every data set, in counts and as bars."""
    rows = [outcome_row(scores) for scores in own]
    counts = draw_table(["题目", "题数", *OUTCOMES], rows)
    bars = [bar_of(scores.dataset, measure) for scores in own for key in ("right", "unchanged") if (measure := scores.measure(key))]
    wrong = [bar_of(scores.dataset, measure, is_bad=True) for scores in own if (measure := scores.measure("wrong_figure"))]
    charts = draw_bars("答对（换说法的一栏：换一种说法后仍答对）", bars) + draw_bars("答错数字（越短越好）", wrong, full=full_scale(wrong))
    return f"<h2>一眼看结果</h2>{''.join(map(asked_line, own))}{counts}{charts}"


def asked_line(scores: Scores) -> str:
    """What a data set asks, where it is one of the harness's own."""
    meaning = ASKED_OTHERWISE if scores.dataset.endswith(TRANSFORMED) else ASKED.get(scores.dataset)
    return f"<p><strong>{escape(scores.dataset)}</strong>：{meaning}。</p>" if meaning else ""


def outcome_row(scores: Scores) -> list[str]:
    """How the questions of a data set ended, in counts."""
    counts = Counter(outcome_of(result) for result in scores.results)
    return [scores.dataset, str(len(scores.results)), *(str(counts[name]) for name in OUTCOMES)]


def full_scale(bars: Sequence[Bar]) -> float:
    """A round share that holds all bars with their intervals, so that small ones can be told apart."""
    highest = max((bar.high for bar in bars), default=1.0)
    return next((share for share in SCALES if share >= highest), 1.0)


def against_others(all_scores: Sequence[Scores]) -> str:
    """The product, the baselines and the product without its parts, on each data set."""
    parts = []
    for dataset in dict.fromkeys(scores.dataset for scores in all_scores):
        group = [scores for scores in all_scores if scores.dataset == dataset]
        if len(group) < 2:
            continue
        charts = draw_bars("答对", system_bars(group, "right")) + draw_bars("答错数字（越短越好）", system_bars(group, "wrong_figure"))
        rows = [[scores.system, *(cell(scores.measure(key)) for key in BESIDE)] for scores in group]
        table = draw_table(["系统", *(words_of(key).name for key in BESIDE)], rows)
        parts.append(f"<h3>{escape(dataset)}</h3>{charts}{table}")
    note = "<p>基线都不用语言模型：把检索到的第一段原文当作回答。“去掉”一栏是同一程序关掉一个部分，看这个部分值多少。</p>"
    return f"<h2>与基线相比，以及每个部分的作用</h2>{note}{''.join(parts)}" if parts else ""


def system_bars(group: Sequence[Scores], key: str) -> list[Bar]:
    """One measure of every system; a bad one is red where it is the product's own."""
    found = [(scores, measure) for scores in group if (measure := scores.measure(key))]
    return [
        bar_of(scores.system, measure, is_bad=is_own and not measure.is_higher_better, is_own=is_own)
        for scores, measure in found
        for is_own in (scores.system == PRODUCT,)
    ]


def dataset_sections(scores: Scores) -> Iterator[str]:
    """Everything about the product on one data set."""
    yield f"<h2>{escape(scores.dataset)}</h2>{documents_line(scores)}"
    kinds = [measure for measure in scores.measures if is_of_a_kind(measure)]
    if kinds:
        title = "按换法" if scores.dataset.endswith(TRANSFORMED) else "按题型"
        yield draw_bars(title, [bar_of(short_name(measure), measure) for measure in kinds])
    rows = [
        [words_of(one.key).name, value_text(one), f"{number(one, one.low)} – {number(one, one.high)}", str(one.count)]
        for one in scores.measures if not is_of_a_kind(one)
    ]  # fmt: skip
    yield draw_table(["指标", "值", "95% 区间", "题（例）数"], rows)
    for name, groups in (("按说法", by_style(scores.results)), ("按文件", by_document(scores.results))):
        bars = [bar_of(key, share("right", group, lambda one: one.is_right)) for key, group in sorted(groups.items())]
        yield f"<details><summary>{name}</summary>{draw_bars(name, bars)}</details>" if len(bars) > 1 else ""
    failures = sorted((one for one in scores.results if not one.is_right), key=lambda one: (-OUTCOMES.index(outcome_of(one)), one.type))
    if failures:
        yield f"<details><summary>未答对的 {len(failures)} 题</summary>{''.join(map(failure, failures))}</details>"


def is_of_a_kind(measure: Measure) -> bool:
    """Whether a measure is of one type of question or one transformation."""
    return measure.key.startswith(("right/", "unchanged/"))


def documents_line(scores: Scores) -> str:
    """How many of the needed documents are loaded, which are not, and which files no question is about."""
    total = len(scores.loaded) + len(scores.missing)
    needed = f"，需要 {total} 份文件，已载入 {len(scores.loaded)} 份" if total else ""
    names = escape("、".join(scores.missing))
    missing = f"，<strong>没有载入（相关的 {scores.unanswerable} 题会答不出）：{names}</strong>" if scores.missing else ""
    unasked = f"没有标准答案、不作评测的文件：{escape('、'.join(scores.unasked))}。" if scores.unasked else ""
    return f"<p>共 {len(scores.results)} 题{needed}{missing}。{unasked}</p>"


def short_name(measure: Measure) -> str:
    """The type of question or the transformation alone."""
    kind = measure.key.partition("/")[2]
    return TYPE_NAMES.get(kind, kind)


def by_style(results: Iterable[Result]) -> dict[str, list[Result]]:
    """The questions by their way of speaking, where it is known."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        if result.style:
            groups.setdefault(result.style, []).append(result)
    return groups


def by_document(results: Iterable[Result]) -> dict[str, list[Result]]:
    """The questions by the documents that answer them."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        for name in result.documents:
            groups.setdefault(name, []).append(result)
    return groups


def failure(result: Result) -> str:
    """One question that was not answered right, with what was wanted and what came."""
    history = f"<p>此前问过：{escape('；'.join(result.history))}</p>" if result.history else ""
    mark = STATUS_NAMES.get(result.status, result.status) if (outcome := outcome_of(result)) == UNANSWERED else outcome
    return (
        f'<article class="{"" if outcome == UNANSWERED else "bad"}">'
        f"<h4><span>{escape(mark)}</span> {escape(result.question)}</h4>{history}"
        f"<p>{escape(result.id)}　{escape(TYPE_NAMES.get(result.type, result.type))}　{escape(result.style)}</p>"
        f"<p>应有：{escape(result.wanted)}</p><p>原因：{escape('；'.join(result.reasons))}</p><pre>{escape(result.text[:1200])}</pre></article>"
    )


def meanings(own: Sequence[Scores]) -> str:
    """Every measure with its definition and source."""
    keys = dict.fromkeys(
        measure.key for scores in own for measure in scores.measures if not is_of_a_kind(measure)
    )
    rows = [[words_of(key).name, words_of(key).meaning, words_of(key).source] for key in keys]
    return f"<h2>指标的含义</h2>{draw_table(['指标', '含义', '来源'], rows)}"


def bar_of(label: str, measure: Measure, *, is_bad: bool = False, is_own: bool = True) -> Bar:
    """A measure as a bar."""
    return Bar(label, measure.value, measure.low, measure.high, measure.count, is_bad, is_own)


def cell(measure: Measure | None) -> str:
    """A measure with its interval in a line below."""
    return f"{value_text(measure)}\n{number(measure, measure.low)}–{number(measure, measure.high)}" if measure and measure.count else "—"
