"""Which fiscal years a question names, and in what part: as the document's, as a comparison's, or in a project's name."""

from __future__ import annotations

from dataclasses import dataclass

from ingest import late_re as re

YEAR = re.compile(r"(?<!\d)(?<!\d[.,])(20[0-4]\d)(?![\d.,]\d|\d)(?:财年|年度|年)?(?!\s*(?:万|元|个|项|箱|台|人|辆|次|%))")
# A year that ends the sentence "比2023年…" or dates a stock ("2023年期末") says what is compared, not whose document is meant.
COMPARED_BEFORE = re.compile(r"(?:比较?|相?较于?|对比|相比于?|比起|超过|低于|高于)\s*$")
COMPARED_AROUND = re.compile(r"(?:与|和|跟|同|及)\s*$")
COMPARED_AFTER = re.compile(
    r"[^,。?;和与、\d]{0,12}?"
    r"(?:相比|对比|比较|来比|相差|差(?:多少|了|几)|比(?:是|起|怎|有|增|减|多|少|省|节|变|下?降|上?升|上?涨|,|\?|$))"
)
STOCK = re.compile(r"(?:期末|年末|年底|末|底|初|期初|年初(?!预算)|12月(?:31日)?[底末]?(?!份?(?:的|支出|开支)))")
BY_DAY = re.compile(r"(?:截[至止](?:到)?|截止至)\s*$")  # “截至2024年8月底”: of a stock too, whichever month it is
DAY = re.compile(r"(?:[1-9]|1[0-2])月(?:份|\d{1,2}[日号])?[底末]?")
SOURCE = re.compile(r"(?:根据|按照|依据|按|从)[^,。?]{0,20}$")
SOURCE_AFTER = re.compile(r"(?:的)?(?:部门|单位)?(?:预算|决算)")
PREVIOUS_IN_BRACKETS = re.compile(r"(?:上一?年|去年|上年度|前一年)\($")
RANGE = re.compile(r"(20[0-4]\d)\s*(?:年)?\s*(?:-|—|~|至|到)+\s*$")
RELATIVE = (
    (0, re.compile(r"今年度?|本年度?(?!收入|支出|收支|预算数|决算数|实际|合计|发生|度)|这一年|本财年|最新一?年")),
    (-1, re.compile(r"去年度?|上一年度?|前一年|上年度?")),
    (-2, re.compile(r"前年")),
    (1, re.compile(r"明年|下一?年度?(?!结转)")),
)
COUNTS = dict(zip("两二三四五六七八九十", (2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
ALL_LOADED = 99
LATEST = re.compile(  # “近三年”, “历年”: the latest so many years that are loaded, or all of them
    r"(?:(?:最近|近|过去|这)([两二三四五六七八九十]|[2-9])个?(?:财)?年度?(?:以?来|间|里)?|(?:最?近|这|过去)几年(?:以?来|间|里)?|历年|近年来)"
    r"(?!行动|规划|计划|期|制|级|结转|结余|累计|滚存|内)"
)
AGO = re.compile(r"(?:比较?|相?较于?|与|和|跟|同)(?:(大?前)年|([两二三四五六七八九十]|[2-9])年(?:之|以)?前)")  # “比前年”, “比两年前”
BEFORE_LAST = {"前": 2, "大前": 3}
NOT_RELATIVE_BEFORE = re.compile(
    r"(?:比|较|与|同|跟|和|相比|以|对比|相较于?|(?:结转|结余|结存|留|转)(?:下来?)?(?:到|至|入|给)?|及)\s*$"
)
NOT_RELATIVE_AFTER = re.compile(r"度?被|期末|末|底|结转|结余|数|相比|同期|比|度?(?:结转|结余)|初|决算数|预算数|\(20|及以前|执行数|完成数")
PROJECT_IN_QUOTES = re.compile(r"“(?!“)$")


@dataclass(frozen=True, slots=True)
class Years:
    """Years by their part in the question; `relative` counts from the latest loaded year; `spans` are those of named years.

    `latest` is how many of the latest loaded years are meant, `relative_span` where the words for either stand.
    """

    named: tuple[int, ...] = ()
    references: tuple[int, ...] = ()
    stocks: tuple[int, ...] = ()
    in_names: tuple[int, ...] = ()
    relative: int | None = None
    latest: int | None = None
    spans: tuple[tuple[int, tuple[int, int]], ...] = ()
    relative_span: tuple[int, int] | None = None
    has_source: bool = False


def read_year(question: str) -> Years:
    """The years of a normalised question."""
    parts: dict[str, list[tuple[int, tuple[int, int]]]] = {part: [] for part in ("named", "reference", "stock", "name", "source")}
    matches = list(YEAR.finditer(question))
    for match in matches:
        year, span = int(match[1]), match.span()
        if joined := RANGE.search(question[: match.start()]):
            parts["named"] += [(between, span) for between in range(int(joined[1]) + 1, year)]
        parts[_part(question, match, len(matches) > 1)].append((year, span))
    if parts["source"]:
        parts["reference"] += [item for item in parts["named"] if item[0] not in {year for year, _ in parts["source"]}]
        parts["named"] = parts["source"]
    if parts["named"] and (ago := years_ago(question)):
        parts["reference"].append((parts["named"][0][0] - ago, (0, 0)))
    relative, relative_span = _relative(question)
    latest = LATEST.search(question) if relative is None else None
    return Years(
        _years(parts["named"]), _years(parts["reference"]), _years(parts["stock"]), _years(parts["name"]),
        relative, _count(latest) if latest else None,
        tuple(parts["named"]), latest.span() if latest else relative_span, bool(parts["source"]),
    )


def years_ago(question: str) -> int:
    """How many years before the year spoken of another one lies that is compared with it (比前年: 2); 0 where none is."""
    found = AGO.search(question)
    if found is None:
        return 0
    return BEFORE_LAST[found[1]] if found[1] else int(COUNTS.get(found[2], found[2]))


def _part(question: str, match: re.Match[str], has_others: bool) -> str:
    before, after = question[: match.start()], question[match.end() :]
    if PROJECT_IN_QUOTES.search(before) and not re.match(r"(?:部门|单位)?(?:预算|决算)|[“”]", after):
        return "name"
    if STOCK.match(after) or (BY_DAY.search(before) and DAY.match(after)):
        return "stock"
    is_around = COMPARED_AROUND.search(before) and COMPARED_AFTER.match(after)
    if is_around or COMPARED_BEFORE.search(before) or PREVIOUS_IN_BRACKETS.search(before):
        return "reference"
    if has_others and SOURCE.search(before) and SOURCE_AFTER.match(after):
        return "source"
    return "named"


def _relative(question: str) -> tuple[int | None, tuple[int, int] | None]:
    for offset, pattern in RELATIVE:
        for match in pattern.finditer(question):
            if not NOT_RELATIVE_BEFORE.search(question[: match.start()]) and not NOT_RELATIVE_AFTER.match(question, match.end()):
                return offset, match.span()
    return None, None


def _count(latest: re.Match[str]) -> int:
    return ALL_LOADED if latest[1] is None else int(COUNTS.get(latest[1], latest[1]))


def _years(items: list[tuple[int, tuple[int, int]]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(year for year, _ in items))
