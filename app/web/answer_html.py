"""An answer as HTML: whatever comes from a question, a file name or a document is escaped, so that it can only be text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from html import escape

from app.answer import Answer, Citation, Value
from app.web import wording_web as words
from ingest.quantity import YUAN_PER_UNIT

BOLD = re.compile(r"\*\*(.+?)\*\*")
MARK = re.compile(r"\[(\d{1,3})\]")
NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?")
WORD_JOINER = "&#8288;"  # a citation mark never begins a line
QUOTED = ">"
LIST_ITEM = re.compile(r"^\s*[-•]\s+")
NUMBERED = re.compile(r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+(?:[、．]|[.](?!\d)))")
# A number that a calculation converts (元 to 万元) is known again by its digits, where it has so many.
DIGITS_TO_KNOW = 3
MONEY_PER_MONEY = {one / other for one in YUAN_PER_UNIT.values() for other in YUAN_PER_UNIT.values() if one != other}
LINE_CLASSES = (("计算：", "calculation"), ("注意：", "warning"), ("口径：", "scope"), ("其他口径：", "scope"))


def question_html(question: str) -> str:
    """What the visitor asked, as text."""
    return f'<div class="mz-question" role="note" aria-label="{words.YOUR_QUESTION}">{escape(question)}</div>'


def answer_html(answer: Answer, scope: Sequence[str] = (), turn: int = 0) -> str:
    """The whole answer but for its citations and choices; marks and operands lead to the cards of its turn."""
    status = words.STATUS.get(answer.status)
    parts = [f'<p class="mz-status">{status}</p>' if status else "", headline_html(answer), scope_html(scope), *_lines(answer, turn)]
    return f'<div class="mz-answer" lang="zh-CN" role="region" aria-label="{words.ANSWER}">{"".join(parts)}</div>'


def headline_html(answer: Answer) -> str:
    """The main figure, large, with its label; empty where the answer lists several of equal rank."""
    found = _main_value(answer)
    if found is None:
        return ""
    value, shown = found
    number = NUMBER.sub(lambda match: f"<b>{match[0]}</b>", escape(shown))
    return f'<div class="mz-headline"><span class="mz-label">{escape(value.label)}</span><span class="mz-number">{number}</span></div>'


def scope_html(scope: Sequence[str]) -> str:
    """Whose figures these are, of which year, kind and funds."""
    parts = "".join(f"<span>{escape(part)}</span>" for part in scope)
    return f'<p class="mz-chips" aria-label="{words.SCOPE}">{parts}</p>' if parts else ""


def inline_html(text: str, turn: int = 0, cited: Collection[int] = ()) -> str:
    """A line's bold words and the marks of what is cited; everything else is text."""
    bold = BOLD.sub(r"<strong>\1</strong>", escape(text))
    return MARK.sub(lambda mark: marked_html(turn, mark[1]) if int(mark[1]) in cited else mark[0], bold)


def marked_html(turn: int, number: int | str) -> str:
    """A citation mark as it stands behind a word."""
    return f"{WORD_JOINER}<sup>{mark_html(turn, number)}</sup>"


def calculation_html(text: str, citations: Sequence[Citation], turn: int = 0) -> str:
    """A calculation, a line each step, its operands leading to the citation that prints them."""
    printed = [set(NUMBER.findall(citation.quote.replace(",", ""))) for citation in citations]
    converted = [{Decimal(number.replace("−", "-")) for number in numbers} for numbers in printed]

    def operand(found: re.Match[str]) -> str:
        number = found[0].replace(",", "").lstrip("-−")
        source = next((place for place, numbers in enumerate(printed, 1) if number in numbers), None)
        if source is None and len(Decimal(number).normalize().as_tuple().digits) >= DIGITS_TO_KNOW:
            amounts = {Decimal(number) * per_unit for per_unit in MONEY_PER_MONEY}
            source = next((place for place, numbers in enumerate(converted, 1) if amounts & numbers), None)
        is_result = "=" in text[: found.start()].rpartition("；")[2]
        return found[0] if source is None or is_result else _operand(found[0], source, turn)

    steps = NUMBER.sub(operand, text).rstrip("。").split("；")
    return "<br>".join(step.strip() for step in steps)


def mark_html(turn: int | str, number: int | str) -> str:
    """A citation mark that opens its card."""
    name = words.GO_TO_SOURCE.format(number=number)
    return f'<a class="mz-mark" href="#card_{turn}_{number}" data-card="{turn}_{number}" aria-label="{name}">[{number}]</a>'


def _operand(printed: str, source: int, turn: int) -> str:
    name = words.OPERAND.format(printed=printed, number=source)
    return f'<a class="mz-operand" href="#card_{turn}_{source}" data-card="{turn}_{source}" aria-label="{name}">{printed}</a>'


def _main_value(answer: Answer) -> tuple[Value, str] | None:
    """The value that the answer's own sentence puts in bold, in the words it uses (减少2.82万元, ≤100%); else the only value."""
    is_only = len(answer.values) == 1
    sentences = [line for line in answer.text.splitlines() if is_only or not LIST_ITEM.match(line)]
    for shown in (match[1] for line in sentences for match in BOLD.finditer(line)):
        number = NUMBER.search(shown)
        value = next((one for one in answer.values if number and _is_printed(one, number[0])), None)
        if value is not None:
            return value, shown
    if is_only:
        return answer.values[0], f"{answer.values[0].value:,f}{answer.values[0].unit}"
    return None


def _is_printed(value: Value, number: str) -> bool:
    digits = number.replace(",", "").lstrip("-−")
    return digits == format(abs(value.value), "f")


def _lines(answer: Answer, turn: int) -> list[str]:
    """The text's lines by their kind; calculation and warnings that the text does not tell follow it."""
    labels = {choice.label for choice in answer.choices}
    lines = [line for line in answer.text.splitlines() if line.strip() and LIST_ITEM.sub("", line).strip() not in labels]
    if answer.calculation and not any(line.startswith("计算：") for line in lines):
        lines.append(f"计算：{answer.calculation}")
    lines += [f"注意：{warning}" for warning in answer.warnings if not any(warning in line for line in lines)]
    cited = range(1, len(answer.citations) + 1)
    html: list[str] = []
    items: list[str] = []
    for line in lines:
        if LIST_ITEM.match(line):
            items.append(_item(LIST_ITEM.sub("", line), turn, cited))
            continue
        html += _list(items)
        items = []
        html.append(_line(line, answer.citations, turn))
    return [*html, *_list(items), _all_marks(answer, turn)]


def _all_marks(answer: Answer, turn: int) -> str:
    """The marks of an answer that has none in its lines."""
    cited = range(1, len(answer.citations) + 1)
    if not cited or any(int(mark) in cited for mark in MARK.findall(answer.text)):
        return ""
    marks = "".join(marked_html(turn, number) for number in cited)
    return f'<p class="mz-scope"><span class="mz-kind">{words.SOURCES}</span>{marks}</p>'


def _item(text: str, turn: int, cited: Collection[int]) -> str:
    """An item of a list; one with a number of its own needs no dot before it."""
    numbered = ' class="mz-numbered"' if NUMBERED.match(text) else ""
    return f"<li{numbered}>{inline_html(text, turn, cited)}</li>"


def _list(items: list[str]) -> list[str]:
    return [f"<ul>{''.join(items)}</ul>"] if items else []


def _line(line: str, citations: Sequence[Citation], turn: int) -> str:
    cited = range(1, len(citations) + 1)
    if line.startswith(QUOTED):
        return f"<blockquote class='mz-section'><p>{inline_html(line.removeprefix(QUOTED).strip(), turn, cited)}</p></blockquote>"
    for prefix, name in LINE_CLASSES:
        if line.startswith(prefix):
            sign = "⚠ " if name == "warning" else ""
            rest = line.removeprefix(prefix)
            told = calculation_html(escape(rest), citations, turn) if name == "calculation" else inline_html(rest, turn, cited)
            return f'<p class="mz-{name}"><span class="mz-kind">{sign}{prefix}</span>{told}</p>'
    return f"<p>{inline_html(line, turn, cited)}</p>"
