"""The names that the headers of a column make together."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.spelling.label_key import is_neutral_header

THREE_PUBLICS = re.compile(r"(?:一般公共预算|财政)?(?:拨款)?(?:安排的?)?三公经费(?:支出|预算|决算)*数?")
ACCOUNT = re.compile(r"(?:一般公共预算|政府性基金|国有资本经营|财政专户管理资金|基金预算|经营预算|财政拨款|拨款)(?:预算)?$")


def names_of_headers(title: str, headers: tuple[str, ...]) -> tuple[str, ...]:
    """The headers of a column of the table with this title, and the names that they make together or with the title's side."""
    sided = (*_sided_total(title, headers), *_sided_account(title, headers))
    return (*headers, *_joined_headers(headers), *sided, *_three_publics(headers))


def _joined_headers(headers: tuple[str, ...]) -> tuple[str, ...]:
    """The names that header cells above one another make when read in one (本年支出 over 合计: 本年支出合计)."""
    return tuple(dict.fromkeys("".join(headers[start:]) for start in range(len(headers) - 1)))


def _three_publics(headers: tuple[str, ...]) -> tuple[str, ...]:
    """三公经费 for the total below a header that says of which funds it is (一般公共预算拨款安排的“三公”经费预算)."""
    named = [place for place, key in enumerate(headers) if THREE_PUBLICS.fullmatch(key)]
    return ("三公经费", "三公经费合计") if named and all(map(is_neutral_header, headers[named[-1] + 1 :])) else ()


def _sided_total(title: str, headers: tuple[str, ...]) -> tuple[str, ...]:
    """收入总计 for the column 总计 of a table that holds income only, 支出合计 for the 合计 of expenditure."""
    sides = [side for side in ("收入", "支出") if side in title]
    return (f"{sides[0]}{headers[0]}",) if len(sides) == 1 and len(headers) == 1 and headers[0] in ("总计", "合计") else ()


def _sided_account(title: str, headers: tuple[str, ...]) -> tuple[str, ...]:
    """一般公共预算收入 for the column 一般公共预算 of a table that holds income only."""
    is_income = "收入" in title and "支出" not in title
    return (f"{headers[-1]}收入",) if is_income and headers and ACCOUNT.search(headers[-1]) else ()
