"""The form that an answer must have: the counts, money, shares, days or comparisons asked for, and whether a text gives them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.question.asked_words import asked_measures, counts
from app.question.evidence_words import kinds_asked, load_evidence_words
from ingest import late_re as re
from retrieval.spelling.label_key import fold

CLAUSE = re.compile(r"[;；:。、]|(?<!\d),|,(?!\d)")
SHARE_ASKED = re.compile(r"百分之|百分比|比例|比重|几成|率.{0,6}(?:多少|几)")
MONEY_ASKED = re.compile(
    r"(?:多少|几)(?:个)?(?:钱|万(?!人|件|亩|次|户)|元|块|亿|租金|经费|资金|费)|(?:掏|花|拨|批|列|编|安排|投入?|用|预备|准备|补助?|发)(?:掉|了|出去?|下来?)?(?:多少|几)(?![个人名次台辆套条家户项件天])"
    r"|(?:钱|费用?|经费|资金|金额|租金|投资|预算|决算|执行|支出|补贴|补助)(?:数|标准)?(?:是|为|有|要|得)?(?:多少|几)(?![个人名次台辆套条家户项件天])"
)
RATED = re.compile(
    r"最|超过|以[上下]|大于|小于|高于|低于|不到|排[名第前在]|分别|各|%|元|金额|比例|占比|预算数|决算数|什么时|啥时|哪[天日月年]"
)
AMOUNT_OF = re.compile(r"支出|收入|经费")
WORDS_ASKED = re.compile(
    r"(?:什么|啥)(?!(?:情况|水平|规模|程度|样|数|价|概念|标准|结果|变化|意思)|[?,;。~]|$)"
    r"|[在到](?:什么|啥)|的是(?:什么|啥)|哪[些里儿来]|哪[一二两三四五六七八九十]?[个家所支种类样]|谁|叫(?:什么|啥)"
)
PURPOSE_ASKED = re.compile(r"(?:干|做|有|起)(?:什么|啥|嘛|何)用|(?:用来|拿[来去]?)(?:干|做)(?!哪)|(?:用途|用处|作用)(?:是|呢|为|有|[?]|$)")
TAKEN_UP = re.compile(r"(?<!用途)(?<!用处)(?<!作用)呢[?,;]")  # “那甲呢，拿来做什么”: what was asked before is asked of it first
EXTENT = re.compile(r"多(?:高|长(?!时间)|宽|深|远|大面积)|面积(?:有|是)?多[少大]")
LENGTH = re.compile(r"多久|多长时间|(?:几|多少)(?:天|小时|分钟|日(?!常))")
AMOUNT_ASKED = re.compile(r"多少|(?<![这那前后好哪])几(?!乎|年来)|多[高长宽深远大久]")
WHEN_ASKED = re.compile(r"什么时[候间]|啥时候?|何时|哪[天日]|几月|几号")
GROUP_ASKED = re.compile(
    r"(?:哪|什么|几|啥|多少).{0,4}指标(?!值)|指标(?:都|主要|一共|共)?(?:有|包括|包含|分为?|设了?|列了?)(?:哪|什么|几|多少个)"
)
SHAPE_ASKED = re.compile(r"几[加+减横纵放]几(?:[加+减横纵放库网优](?:几|什么|啥|n)?)*")  # “几加几” asks for what is so called
NUMERAL = "[0-9a-z一二两三四五六七八九十]+"
GROUPS_ASKED = re.compile(
    r"(?:哪些|哪几[个项]?|几个|多少个)(?:[一二三]级|具体|绩效)?指标(?!值)|指标(?:都|主要|一共|共)?(?:有|包括|包含|分为?|设了?)哪"
)
LIST_ASKED = re.compile(r"哪[几些一二三四五六七八九十]?(?:[条项点些种类样]|个方面|方面)|逐[条项]|全文|[几多少]+[条项点]|念")
MONEY_SAID = re.compile(r"\d[\d,.]*\s*(?:万|亿|千)?元(?!以[上下]|\(?含|及以)")
SHARE_SAID = re.compile(r"\d\s*[%％‰]|成")
WHEN_SAID = re.compile(r"\d\s*(?:月|日|号|季度|个?工作日)|[年月]底|季度|[上下]半年|年内")
EXTENT_SAID = re.compile(r"\d\s*(?:平方|公?里|米|亩|公顷|层)")
LENGTH_SAID = re.compile(r"\d\s*(?:天|日|小时|分钟|个?月|年|个?工作日)")
NUMBER_SAID = re.compile(r"\d")
POINTS_ASKED, POINTS_SAID = re.compile(r"得分.{0,6}(?:多少|几)|(?:多少|几)分"), re.compile(r"\d\s*分(?!之|钟)")
WHICH = re.compile(r"哪几[个条项家种类样点位]")
SOME = re.compile(r"几[个条项家种类](?=.*哪[几些])")  # “新增了几个项目,哪几个” asks for no number
NAME_ASKED = re.compile(r"(?:哪|什么)(?:一?[个项些]|几[个项])|叫什么|名字")
ASKS = re.compile(r"多少|几|多[高长宽深远大久]|什么|啥|哪|谁|何|怎|咋|吗|有没有|有无|是否|是不是|归不归|为什么|逐[条项]|念|呢")
BODY_ASKED = re.compile(r"(?:哪|什么|啥)(?:一?[个家])?(?:单位|部门|机构)|(?<!跟)谁(?=.{0,6}(?:管|负责|承担|牵头|办))|归谁")
NUMBERING = re.compile(r"^(?:[(]?[\d一二三四五六七八九十]{1,3}[)、.])+")
CHANGED = re.compile(r"增加|减少|增长|下降|上升|[核调压]减|[核调]增|追加|[比较与同](?:20\d\d年?|上年|去年)")
SIDES = (("支出", "收入"), ("收入", "支出"))
CHANGE_ASKED = re.compile(r"增|减|涨|降|上年|去年|多了|少了|变化|比")


DAY = r"(?:\d{1,2}月(?:\d{1,2}日)?|(?<=月)\d{1,2}日|\d{1,2}日(?=前|以前|之前))"
DATES = re.compile(rf"(?:20\d\d年(?:度)?)?{DAY}(?:底|初|末)?(?:之?前|以前)?|20\d\d年度?|\d{{12,}}")  # count nothing
NUMBERS = (
    (EXTENT, EXTENT_SAID), (LENGTH, LENGTH_SAID), (SHARE_ASKED, SHARE_SAID), (WHEN_ASKED, WHEN_SAID), (MONEY_ASKED, MONEY_SAID),
    (POINTS_ASKED, POINTS_SAID),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """What an answer must give: the numbers, what else its words must say, the side of the accounts that it must not speak of.

    `measured` finds the counts asked for; `is_group` asks for the names of indicators, `is_groups` for all under a heading,
    `is_money` for an amount, `is_change` for how much more or less, `is_list` for several things, `is_name` for what something is
    called, `is_words` for words alone; `asks` counts the numbers asked for.
    """

    numbers: tuple[Callable[[str], bool], ...]
    measured: re.Pattern[str] | None
    words: tuple[re.Pattern[str], ...]
    other_side: str
    is_group: bool
    is_groups: bool
    is_money: bool
    is_change: bool
    is_list: bool
    is_name: bool
    is_words: bool
    asks: int


def read_form(rest: str) -> Form:
    """The form of answer that a question asks for."""
    text = WHICH.sub("哪些", SOME.sub("", fold(re.sub(r"\s+", "~", rest))))
    counted = SHAPE_ASKED.sub("什么", text)
    numbers = [_says(said) for asked, said in NUMBERS if asked.search(text)]
    measures = asked_measures(text)
    numbers += [_counts(measure) for measure in measures]
    if AMOUNT_ASKED.search(counted) and not numbers and not GROUP_ASKED.search(text):
        numbers.append(lambda stated: bool(NUMBER_SAID.search(DATES.sub("", stated))))
    words = [word.said for word in load_evidence_words().operations if word.asked.search(text)]
    words += [kind.said for kind in kinds_asked(text)]
    words += [re.compile(_shape(found[0])) for found in SHAPE_ASKED.finditer(text)]
    sides = [other for side, other in SIDES if side in text and other not in text]
    return Form(
        numbers=tuple(numbers), measured=_measured(measures), words=tuple(words), other_side=sides[0] if sides else "",
        is_group=bool(GROUP_ASKED.search(text)), is_groups=bool(GROUPS_ASKED.search(text)),
        is_money=bool(MONEY_ASKED.search(text)), is_change=bool(CHANGE_ASKED.search(text)), is_list=bool(LIST_ASKED.search(text)),
        is_name=bool(NAME_ASKED.search(text)), is_words=asks_for_words(text), asks=len(AMOUNT_ASKED.findall(counted)) + ("各" in text),
    )  # fmt: skip


def asks_for_name(rest: str) -> bool:
    """Whether only the names of things of one kind are asked for (哪些平台, 哪家公司): no amount answers."""
    text = fold(rest)
    return bool(kinds_asked(text)) and not AMOUNT_OF.search(text) and not (AMOUNT_ASKED.search(text) or RATED.search(text))


def asks_for_words(rest: str) -> bool:
    """Whether words alone are asked for (是什么车, 花在哪里): one bare amount does not answer."""
    text = fold(rest)
    return bool(WORDS_ASKED.search(text)) and not (AMOUNT_ASKED.search(text) or RATED.search(text))


def asks_for_purpose(rest: str) -> bool:
    """Whether it is only asked what something is for: no amount answers, nor several."""
    return bool(PURPOSE_ASKED.search(text := fold(rest))) and not (AMOUNT_ASKED.search(text) or TAKEN_UP.search(text))


def _shape(asked: str) -> str:
    """What a name of numbers joined looks like (几加几加什么: 1+4+n)."""
    return "".join(NUMERAL if one in "几n么啥" else "[+加]" if one in "+加" else one for one in asked if one != "什")


def gives(form: Form, kind: str, text: str) -> bool:
    """Whether a unit of this kind gives every number and word asked for."""
    if kind == "封" or (kind == "组" and not form.is_group) or (kind != "组" and form.is_groups) or (kind == "段" and form.asks < 2):
        return False
    stated = told(form, kind, text)
    return all(number(stated) for number in form.numbers) and all(word.search(text) for word in form.words)


def told(form: Form, kind: str, text: str) -> str:
    """What a unit states without its numbering and the clauses of the other side, or of changes where none is asked for."""
    text = NUMBERING.sub("", text)
    if kind in ("行", "组"):
        return text
    kept = [one for one in clauses(text) if form.is_change or not CHANGED.search(one)]
    return "；".join(one for one in kept if not (form.other_side and form.other_side in one))


def clauses(text: str) -> list[str]:
    """The clauses of a folded text; a comma between digits parts nothing."""
    return [part for part in CLAUSE.split(text) if part]


def amounts(form: Form, kind: str, text: str) -> frozenset[str]:
    """The different amounts of money that a unit states."""
    return frozenset(found[0].replace(" ", "") for found in MONEY_SAID.finditer(told(form, kind, text)))


def _measured(measures: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(\d[\d,.]*)\s*(?:{'|'.join(measures)})") if measures and "个" not in measures else None


def _says(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: bool(pattern.search(text))


def _counts(measure: str) -> Callable[[str], bool]:
    return lambda text: counts(DATES.sub("", text), measure)
