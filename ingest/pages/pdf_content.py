"""The operators and operands that draw a page, read with one pattern: pdfminer reads them byte by byte, which takes most of its time."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pdfminer.psparser import KWD, LIT, PSLiteral

# as pdfminer has it: what ends a name or an operator, and what a backslash before a character means
REGULAR = rb"[^#/%\[\]()<>{}\s]"
ESCAPES = {b"b": b"\b", b"t": b"\t", b"n": b"\n", b"f": b"\f", b"r": b"\r", b"(": b"(", b")": b")", b"\\": b"\\"}
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
TOKEN = re.compile(
    rb"(?P<float>[-+]?(?:\d+\.\d*|\.\d+))|(?P<int>[-+]?\d+)|(?P<operator>[A-Za-z]%b*|['\"])|(?P<string>\([^()\\]*(?:\\.[^()\\]*)*\))"
    rb"|(?P<hex><[0-9A-Fa-f\s]*>)|(?P<name>/%b*+(?!#))|(?P<open><<|\[)|(?P<close>>>|\])|(?P<blank>[\s\x00]+|%%[^\r\n]*)|(?P<odd>.)"
    % (REGULAR, REGULAR),
    re.DOTALL,
)
CONSTANTS = {b"true": True, b"false": False}
INLINE_IMAGE = b"BI"
MAX_DEPTH = 50


def read_content(content: bytes) -> list[Any] | None:
    """What pdfminer's own parser makes of the content, in order; None where it holds anything out of the ordinary."""
    found: list[Any] = []
    stack: list[tuple[bytes, list[Any]]] = []
    current = found
    for match in TOKEN.finditer(content):
        kind, text = match.lastgroup, match.group()
        if kind == "blank":
            continue
        try:
            if kind in VALUES:
                current.append(VALUES[kind](text))
            elif kind == "operator" and text in CONSTANTS:
                current.append(CONSTANTS[text])
            elif kind == "operator" and not stack and text != INLINE_IMAGE:
                current.append(KWD(text))
            elif kind == "open" and len(stack) < MAX_DEPTH:
                stack.append((text, current))
                current = []
            elif kind == "close" and stack:
                opened, outer = stack.pop()
                outer.append(_closed(opened + text, current))
                current = outer
            else:
                return None
        except ValueError:
            return None
    return None if stack else found


def _closed(brackets: bytes, items: list[Any]) -> Any:
    """The array or the dictionary of these items."""
    if brackets == b"[]":
        return items
    keys, values = items[::2], items[1::2]
    if brackets != b"<<>>" or len(keys) != len(values) or not all(isinstance(key, PSLiteral) and isinstance(key.name, str) for key in keys):
        raise ValueError(brackets)
    return {key.name: value for key, value in zip(keys, values, strict=True)}


def _string(text: bytes) -> bytes:
    return ESCAPE.sub(_escaped, text[1:-1]) if b"\\" in text else text[1:-1]


def _escaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes((int(code, 8),)) if code.isdigit() and code < b"8" else ESCAPES.get(code, b"")


def _hex(text: bytes) -> bytes:
    digits = b"".join(text[1:-1].split()).decode()
    whole = len(digits) // 2 * 2
    return bytes.fromhex(digits[:whole]) + (bytes((int(digits[whole:], 16),)) if digits[whole:] else b"")


def _name(text: bytes) -> PSLiteral:
    try:
        return LIT(text[1:].decode())
    except UnicodeDecodeError:
        return LIT(text[1:])


VALUES: dict[str | None, Callable[[bytes], Any]] = {"float": float, "int": int, "string": _string, "hex": _hex, "name": _name}
