"""“培训费呢” after a calculation: the question before it, the item or unit that is named now in the place of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.answer import Answer
from app.question_reader import QuestionReader
from ingest import late_re as re
from retrieval.normalize_question import normalize_question
from retrieval.query import DocumentChoice

MUCH = r"(?:多少|几|百分之)"
SIDE = r"(?:年初|全年|当年|调整|追加)*(?:预算|决算|执行|实际|支出)+数?"
EARLIER = r"(?:上年度?|去年|上一年度?|往年)"
TAIL = (
    rf"(?:的|支出)?(?:{SIDE}(?:和|与|跟|同|比|较){SIDE}|(?:比|较|和|与|跟)(?:{SIDE}|{EARLIER}|~+))[^,;?]*(?:{MUCH}|差距?)",
    rf"(?:比|较|和|与|跟)(?:{SIDE}|{EARLIER})[^,;?]*(?:增|减|降|变化|差)",
    rf"(?:还|一共)*(?:没(?:有)?[花用支执行]+完|剩下?|结余|节约|节省|省|超支?)[了出下]*{MUCH}",
    rf"(?:增加|增长|减少|下降|上升|涨|降|变化)[了]?{MUCH}",
    r"(?:的)?(?:预算)?(?:执行率|完成率|支出率|执行进度|增长率|增幅|降幅)",
    rf"完成了?(?:年初|调整|全年)*预算数?的?{MUCH}",
    rf"占(?!地|用)[^,;?]*(?:{MUCH}|比例|比重|百分比)|的?占比",
    rf"(?:平均)?每一?[^\s,;?\d年月]{{1,2}}(?:是|要|花)?{MUCH}|的?单价",
)
FRAME = re.compile(
    rf"(?P<head>(?:局?机关(?!运行)|局?本级|[^,;?]{{2,10}}[中里](?!心))?(?:平均)?(?:人均|每人)?的?)(?P<item>[^,;?~]{{2,}}?)(?P<tail>(?:{'|'.join(TAIL)}).*)"
)
PER_HEAD = re.compile(rf"(?P<head>(?:平均)?(?:人均|每人)的?)(?P<item>[^,;?~]{{2,}}?)(?P<tail>(?:是|有|花)?(?:{MUCH}.*|[?]?$))")
LIKEWISE = re.compile(r"(?:那么?|还有|再看看?|至于|[,，])*(?P<thing>[^,;?]{1,16}?)(?:这一?[项块个]|那一?[项块个])?(?:的)?(?:呢|怎么样)[?]?")
OWN_CALCULATION = re.compile(r"占|比|率|每|均|差|增|减|加|合计|总共|一共|剩|其[他它余]|[它这那俩]|哪|谁|什么|多少|几|原因|目标|指标|^[预决]算|去年|上年")
AGAINST = re.compile(r"[比和与跟同较]$")
YEAR = re.compile(r"20\d\d年?度?")
SHORT = {"车": "公务用车", "车辆": "公务用车", "用车": "公务用车", "公用": "公用经费", "人员": "人员经费", "接待": "公务接待费"}
CALCULATED = re.compile(r"计算：|=|[%％]|÷|相差|平均|比.{1,40}[多少]\*\*|增加|减少|增长|下降|持平|没有变化")
SHORTEST_UNIT = 3  # characters: 图书馆


@dataclass(frozen=True, slots=True)
class _Said:
    """A question of a dialogue as it is read, with what is left of it where its body and year are blanked."""

    text: str
    choice: DocumentChoice

    @property
    def rest(self) -> str:
        return re.sub(r"\s", "~", self.choice.rest)


def ask_the_same(question: str, history: Sequence[str], reader: QuestionReader) -> tuple[str, tuple[str, ...]]:
    """The question and those before it, each that only names another item or unit asked in the words of the one before it."""
    said: tuple[str, ...] = ()
    for one in (*history, question):
        said = (*said, (_in_full(one, said[-1], reader) if said else "") or one)
    return said[-1], said[:-1]


def lacks_calculation(question: str, answer: Answer) -> bool:
    """Whether a calculation was asked for and a bare amount is told."""
    is_asked = FRAME.search(question) or PER_HEAD.search(question)
    return bool(is_asked) and answer.status == "answered" and not CALCULATED.search(answer.text)


def _in_full(question: str, last: str, reader: QuestionReader) -> str:
    """The question in the words of the last one; empty where it is no such question or the last calculates nothing."""
    named = LIKEWISE.fullmatch(normalize_question(question))
    if named is None or OWN_CALCULATION.search(named["thing"]):
        return ""
    before, now = _read(last, reader), _read(question, reader)
    if len(before.rest) != len(before.text) or now.choice.years or now.choice.failed:
        return ""
    if now.choice.organizations:
        return _of_unit(before, now) if now.choice.units and not now.rest.strip("~的呢?那") else ""
    thing = named["thing"]
    return _of_other_unit(before, thing, reader) or _of_item(before, SHORT.get(thing, thing))


def _read(question: str, reader: QuestionReader) -> _Said:
    text = reader.read(normalize_question(question))[0]
    return _Said(text, reader.choose(text)[0])


def _start(rest: str) -> int:
    """Where a question begins to speak of its item: behind the body and the year that it names."""
    runs = [one for one in re.finditer("~+", rest) if not AGAINST.search(rest[: one.start()])]
    return runs[-1].end() if runs else 0


def _frame(before: _Said) -> re.Match[str] | None:
    """The item of a question that calculates, and the words around it; None where it calculates nothing."""
    start = _start(before.rest)
    return PER_HEAD.match(before.rest[start:]) or FRAME.match(before.rest[start:])


def _of_item(before: _Said, thing: str) -> str:
    frame, start = _frame(before), _start(before.rest)
    if frame is None:
        return ""
    return f"{before.text[: start + frame.start('item')]}{thing}{before.text[start + frame.end('item') :]}"


def _of_unit(before: _Said, now: _Said) -> str:
    """The last question of another unit, without a year of which the new one has no document."""
    start = _start(before.rest)
    item = before.text[start:]
    if "~" in before.rest[start:] or (_frame(before) is None and before.choice.organizations):
        return ""
    is_loaded = set(before.choice.documents) & set(now.choice.documents)
    years = YEAR.findall(before.text[:start]) if is_loaded else []
    return f"{now.choice.units[0]}{''.join(years)}{item}"


def _of_other_unit(before: _Said, thing: str, reader: QuestionReader) -> str:
    """The last question with a unit of the same department in the place of the unit that it names by the end of its name."""
    units = {unit for one in reader.catalog.documents if one.id in before.choice.documents for unit in one.units}
    meant = [unit for unit in units if len(thing) >= SHORTEST_UNIT and unit.endswith(thing)]
    if len(meant) != 1:
        return ""
    for unit in sorted(units - set(meant), key=len, reverse=True):
        for length in range(len(unit), SHORTEST_UNIT - 1, -1):
            if before.text.startswith(unit[-length:]):
                return f"{meant[0]}{before.text[length:]}"
    return ""
