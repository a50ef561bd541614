"""The row that a question means by what it counts in (几分钟, 多少人) and by some of its words, where its name is not said in full."""

from __future__ import annotations

from collections.abc import Sequence

from app.forms.form_rows import FormRow, load_form_words
from app.forms.match_rows import bare
from app.forms.read_row_asks import COUNTED, RowAsk, strip
from app.question.topics import Rarity, pairs
from ingest import late_re as re
from retrieval.spelling.count_alike import OF_ROWS, count_alike
from retrieval.spelling.label_key import fold

LASTS, LARGE, PERCENT = ("分钟", "小时", "天", "日", "工作日", "秒"), ("平方米", "亩", "公顷"), ("%", "％")
PIECES = (*count_alike("个", OF_ROWS), *count_alike("台", OF_ROWS), "条", "张", "支")
SAID_OTHERWISE = (
    (re.compile(r"多久|多长时间|多快|多少时间"), LASTS), (re.compile(r"多大|面积"), LARGE),
    (re.compile(r"百分之[几多]|多高"), PERCENT), (re.compile(r"(?:多少|几)个"), PIECES),
)  # fmt: skip
UNIT = re.compile(r"\d\s*([^\d\s.,，。;；（(以之内前后]+)")
GENERIC = re.compile(r"(?:人数|次数|条数|件数|户数|台数|数量|个数|总数|时间|时限|时长|数|量)$")
ASKS = re.compile(r"多少|几|多[大长久快高]|百分之|什么|哪|谁|吗|啥")
TIMES = (*LASTS, *PERCENT)
PERIOD, WHOLE_PERIOD = re.compile(r"每个?(工作日|天|日|月|周|季度)"), re.compile(r"一年|全年|每年|一个?月|每个?月|一天|每天")
LONGEST_THING, ENDING = 6, 3
LONG_NAME, LONGEST_UNKNOWN, MOST_UNKNOWN, MARGIN, ENOUGH, ENOUGH_ALONE = 5, 1, 3, 1.5, 0.3, 0.12
FEWEST_SHARED = 2


def measured_row(ask: RowAsk, rows: Sequence[FormRow], role: str) -> FormRow | None:
    """The only row that a part names within other words, or that is counted in what it asks for and holds its words best.

    None where another row comes near or words are left that no row has.
    """
    named = [row for row in rows if len(bare(row.name)) >= LONG_NAME and bare(row.name) in bare(ask.words)]
    if len(named) == 1 and not _unknown(ask, rows):
        return named[0]
    measures = _measures(ask)
    fitting = [row for row in rows if _unit(row.shown(role)) in measures]
    rarity, words = Rarity([_name(row) for row in rows]), bare(ask.text)
    rated = sorted(((rarity.cover(_name(row), words), place) for place, row in enumerate(fitting)), reverse=True)
    if len(rated) == 1 and rated[0][0] < ENOUGH_ALONE and not _shares_letters(ask, fitting[0], rows):
        return None
    if not rated or (len(rated) > 1 and rated[0][0] < max(ENOUGH, MARGIN * rated[1][0])):
        return None
    best = fitting[rated[0][1]]
    is_of_thing = measures[0] in TIMES or _counts_thing(ask, best)
    return best if is_of_thing and is_of_period(ask, best) and _is_explained(ask, best, rows) else None


def _counts_thing(ask: RowAsk, row: FormRow) -> bool:
    """Whether what stands after the number asked for (几个村) is what the row counts: a word of its name or how its name ends."""
    asked = COUNTED.search(ask.text)
    after = ask.text[asked.end() :] if asked else ""
    thing = bare(strip(load_form_words().spoken.sub("~", after)))[:LONGEST_THING]
    return not thing or bool(pairs(thing) & pairs(row.name)) or bool(set(thing) & set(_name(row)[-ENDING:]))


def is_of_period(ask: RowAsk, row: FormRow) -> bool:
    """Whether a row that counts by the day or month is asked for so."""
    period = PERIOD.search(row.name)
    return not period or period[1] in ask.text or not WHOLE_PERIOD.search(ask.text)


def _shares_letters(ask: RowAsk, row: FormRow, rows: Sequence[FormRow]) -> bool:
    """Whether the only row of one project that counts so has several characters of the part (办多少件案子: 办结案件)."""
    shared = set(bare(ask.text)) & set(_name(row)) - set(ask.measure)
    return bool(row.project) and len({one.project for one in rows}) == 1 and len(shared) >= FEWEST_SHARED


def says_only_where(ask: RowAsk, rows: Sequence[FormRow]) -> bool:
    """Whether a part asks for nothing and only says where or for whom (政务大厅按目标值): its words stand in the rows."""
    return not ASKS.search(ask.text) and not _unknown(ask, rows)


def _measures(ask: RowAsk) -> tuple[str, ...]:
    """The units that answer a part: the one it counts in and those alike, else those of how long, how large or what share it asks."""
    own = COUNTED.search(ask.text)
    otherwise = next((units for words, units in SAID_OTHERWISE if words.search(ask.text)), ())
    if otherwise and not (own and own[1]):
        return otherwise
    measure = ask.measure or ask.hint
    return count_alike(measure, OF_ROWS) if measure else ()


def _unit(shown: str) -> str:
    found = UNIT.search(shown)
    unit = found[1].lstrip("万亿") if found else ""
    return unit.removeprefix("个") if unit.removeprefix("个") in LASTS else unit


def _name(row: FormRow) -> str:
    return GENERIC.sub("", bare(row.name))


def _is_explained(ask: RowAsk, row: FormRow, rows: Sequence[FormRow]) -> bool:
    """Whether of the words only single characters (a verb, a typing error) are in no word of the row, and few of them."""
    unknown = _unknown(ask, [row, *(one for one in rows if one.project == row.project)])
    return all(len(run) <= LONGEST_UNKNOWN for run in unknown) and len(unknown) <= MOST_UNKNOWN


def _unknown(ask: RowAsk, rows: Sequence[FormRow]) -> list[str]:
    """The runs of characters of a part that stand in none of the rows and say nothing by themselves."""
    labels = (label for row in rows for label in (row.name, row.project, *row.headings, row.document.info.organization or ""))
    known = set("".join(map(fold, labels)))
    words = bare(load_form_words().spoken.sub("", ask.words))
    return "".join(one if one not in known else " " for one in words).split()
