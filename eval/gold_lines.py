"""Known answers from a file of JSON lines, each line with its place; what is no JSON comes as its error."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from eval.gold import GoldError

BRACKETS, STRINGS = re.compile(r"[\[\]{}]"), re.compile(r'"(?:[^"\\]|\\.)*"')
DEEPEST, TOO_DEEP = 50, "括号套得太深，不是一题；每行写完整的一题"


def read_lines(file: Path) -> Iterator[tuple[str, object]]:
    """Every line that is not empty, as its object or its error, with where it stands."""
    for number, line in enumerate(text_of(file).split("\n"), 1):
        if line.strip():
            yield f"第 {number} 行", json_of(line)


def depth_of(line: str) -> int:
    """How deep brackets are nested outside the strings of a line of JSON."""
    deepest = depth = 0
    for bracket in BRACKETS.findall(STRINGS.sub("", line)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def json_of(line: str) -> object:
    """The object of one line, or the error that says why there is none."""
    if depth_of(line) > DEEPEST:  # Python's reader of JSON would overflow its stack where a program has raised the limit of recursion
        return GoldError(TOO_DEEP)
    try:
        record = json.loads(line)
        json.dumps(record, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return GoldError("含有残缺的字符（只有一半的 \\ud800 之类），请重新写这一行")
    except ValueError:
        return GoldError("不是 JSON；每行写完整的一题")
    return record


def text_of(file: Path) -> str:
    """The text of a file in UTF-8."""
    try:
        return file.read_text("utf-8-sig")
    except OSError as error:
        raise GoldError(f"打不开“{file}”。") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"“{file}”不是 UTF-8 文本。") from error
