"""A spreadsheet's number as its cell shows it: the format code says how many decimals, which marks and signs, what stands for zero."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<general>General|G/通用格式)'
    r"|(?P<exponent>[Ee][+-]0+)|(?P<digit>[0#?])|(?P<mark>[.,%])|(?P<date>am/pm|上午/下午|[yYmMdDhHsSaAeEbB]+)|(?P<other>.)",
    re.DOTALL,
)
CURRENCY = re.compile(r"\$([^-]*)")
CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[\d.]+)")
STORED = Context(prec=15)  # what a spreadsheet keeps of a number; further digits are noise of binary fractions
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a format: its kind (text, digit, mark, exponent, date or general) and its characters."""

    kind: str
    text: str


def show_value(value: object, code: str | None) -> str:
    """What a cell of this value and format code shows."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime, date, time)):
        return _show_date(value, code or "")
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, (int, float)):
        number = STORED.create_decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        return _show_number(number, code or "") if number.is_finite() else ""
    return str(value)


def _show_number(number: Decimal, code: str) -> str:
    if not code.strip():
        return _plain(number)
    pieces, is_signed = _section(number, code)
    if any(piece.kind == "date" for piece in pieces) or any("/" in piece.text and piece.kind == "other" for piece in pieces):
        return _plain(number)
    body = _fill(abs(number), pieces).strip()
    return f"-{body}" if number < 0 and is_signed and re.search(r"[1-9]", body) else body


def _section(number: Decimal, code: str) -> tuple[list[Piece], bool]:
    """The section of the format that the number falls in, and whether a minus is still to be set before it."""
    sections = _split(code)
    read = [_read(section) for section in sections[:3]]
    conditions = [CONDITION.fullmatch(bracket) for _, brackets in read for bracket in brackets]
    if any(conditions):
        for pieces, brackets in read:
            found = [one for one in map(CONDITION.fullmatch, brackets) if one]
            if not found or _holds(number, found[0][1], Decimal(found[0][2])):
                return pieces, True
        return read[-1][0], True
    if len(read) == 1 or (number >= 0 and (number or len(read) < 3)):
        return read[0][0], True
    return (read[1][0], False) if number else (read[2][0], False)


def _holds(number: Decimal, sign: str, other: Decimal) -> bool:
    return {"<": number < other, ">": number > other, "=": number == other, "<=": number <= other, ">=": number >= other}.get(
        sign, number != other
    )


def _split(code: str) -> list[str]:
    """The sections of a format; a semicolon in quotes parts nothing."""
    return re.findall(r'(?:^|(?<=;))((?:"[^"]*"|[\\!].|\[[^\]]*\]|[^;])*)(?:;|$)', code) or [""]


def _read(section: str) -> tuple[list[Piece], list[str]]:
    """The pieces of a section and what stands in its square brackets."""
    pieces, brackets = [], []
    for found in TOKEN.finditer(section):
        kind, text = found.lastgroup, found[0]
        if kind in ("quoted", "escaped"):
            pieces.append(Piece("text", found[kind]))
        elif kind == "bracket":
            currency = CURRENCY.match(found[kind])
            brackets.append(found[kind])
            pieces += [Piece("text", currency[1])] if currency else []
        elif kind is not None:
            pieces.append(Piece(kind, text))
    return pieces, brackets


def _fill(number: Decimal, pieces: Sequence[Piece]) -> str:
    """The pieces with the digits of the number in their places."""
    if any(piece.kind == "general" or piece.text == "@" for piece in pieces):
        return "".join(_plain(number) if piece.kind == "general" or piece.text == "@" else piece.text for piece in pieces)
    digits = [place for place, piece in enumerate(pieces) if piece.kind == "digit"]
    if not digits:
        return "".join(piece.text for piece in pieces)
    first, last = digits[0], digits[-1]
    while last + 1 < len(pieces) and pieces[last + 1].text in (",", "."):
        last += 1
    inside = pieces[first : last + 1]
    tail = inside
    while tail and tail[-1].text == "," and tail[-1].kind == "mark":
        tail, number = tail[:-1], number / 1000
    percent = sum(piece.text == "%" and piece.kind == "mark" for piece in pieces)
    before, after = ("".join(piece.text for piece in part) for part in (pieces[:first], pieces[last + 1 :]))
    return before + _digits(number * 100**percent, tail) + after


def _digits(number: Decimal, pieces: Sequence[Piece]) -> str:
    """The number in the digit places of a format, literals between them kept."""
    point = next((place for place, piece in enumerate(pieces) if piece.kind == "mark" and piece.text == "."), len(pieces))
    whole, fraction = pieces[:point], pieces[point + 1 :]
    places = [piece for piece in fraction if piece.kind == "digit"]
    rounded = number.quantize(Decimal(1).scaleb(-len(places)), rounding=ROUND_HALF_UP, context=Context(prec=60))
    left, _, right = f"{rounded:f}".partition(".")
    shown = _whole_part(left, whole)
    while right and places[-1].text in "#?" and right[-1] == "0":
        right, places = right[:-1], places[:-1]
    return f"{shown}.{right}" if right or (point < len(pieces) and not fraction) else shown


def _whole_part(digits: str, pieces: Sequence[Piece]) -> str:
    """The whole number, filled in from the right; what is left of it stands before the first place."""
    places = sum(piece.kind == "digit" for piece in pieces)
    has_thousands = any(piece.kind == "mark" and piece.text == "," for piece in pieces)
    needed = sum(1 for piece in pieces if piece.kind == "digit" and piece.text == "0")
    digits = digits.lstrip("0").rjust(needed, "0")
    if all(piece.kind in ("digit", "mark") for piece in pieces):
        return f"{int(digits):,}".rjust(needed, "0") if has_thousands and digits else digits
    shown, rest = "", digits
    for piece in reversed(pieces):
        if piece.kind != "digit":
            shown = piece.text + shown if piece.kind != "mark" else shown
            continue
        places -= 1
        taken = rest[-1:] if places else rest
        rest = rest[: len(rest) - len(taken)]
        shown = taken + shown
    return shown


def _plain(number: Decimal) -> str:
    """A number without format: all its digits and no more."""
    return f"{number.normalize():f}" if number else "0"


def _show_date(value: datetime | date | time, code: str) -> str:
    pieces, _ = _read(_split(code)[0])
    if not any(piece.kind == "date" for piece in pieces):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    shown, before = "", ""
    for piece in pieces:
        key = piece.text.lower()
        if piece.kind == "date":
            is_minute = key in ("m", "mm") and (before.startswith("h") or _precedes_seconds(pieces, piece))
            shown += _date_part(value, "minute" + key if is_minute else key)
            before = key
        elif piece.text != "@":
            shown += piece.text
    return shown.strip()


def _precedes_seconds(pieces: Sequence[Piece], piece: Piece) -> bool:
    place = next(place for place, one in enumerate(pieces) if one is piece)
    following = next((one.text.lower() for one in pieces[place + 1 :] if one.kind == "date"), "")
    return following.startswith("s")


def _date_part(value: datetime | date | time, key: str) -> str:
    day = value if isinstance(value, date) else date(1900, 1, 1)
    clock = value.time() if isinstance(value, datetime) else value if isinstance(value, time) else time()
    parts = {
        "y": f"{day:%y}", "yy": f"{day:%y}", "yyy": f"{day.year:04d}", "yyyy": f"{day.year:04d}", "e": f"{day.year:04d}",
        "m": str(day.month), "mm": f"{day.month:02d}", "mmm": f"{day.month:02d}", "d": str(day.day), "dd": f"{day.day:02d}",
        "h": str(clock.hour), "hh": f"{clock.hour:02d}", "minutem": str(clock.minute), "minutemm": f"{clock.minute:02d}",
        "s": str(clock.second), "ss": f"{clock.second:02d}", "aaa": WEEKDAYS[day.weekday()], "aaaa": f"星期{WEEKDAYS[day.weekday()]}",
    }  # fmt: skip
    return parts.get(key, "")
