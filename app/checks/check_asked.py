"""Whether an answer tells all that its question asks: as many things, the sum, money and not a rate alone, by the account that is named."""

from __future__ import annotations

from app.answer import Answer
from app.checks.check_added import adds_wrongly
from app.checks.check_aimed import misses_aim
from app.checks.check_all_told import leaves_some
from app.checks.check_counted import LISTED, tells_otherwise
from app.checks.check_denied import drops_denial
from app.checks.check_kept_words import drops_word
from app.checks.check_kind_told import tells_other_kind
from app.checks.check_measure import PRINTED
from app.checks.check_outside import tells_the_part
from app.checks.check_reckoned import (
    MONEY_ASKED,
    OTHER_SCOPES,
    QUOTED,
    RATES,
    lacks_average,
    lacks_difference,
    lacks_reckoning,
    lacks_share,
    lacks_sum,
)
from app.checks.check_rows_asked import is_of_other_rows
from app.checks.check_sides import is_of_other_side
from app.checks.check_things import is_of_other_things
from app.forms.answer_code import CODE_ASKED, CODE_TOLD
from app.question.asked_words import POINTS_ASKED
from app.telling.wording import NO_PASSAGE
from ingest import late_re as re
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import load_vocabulary
from retrieval.spelling.scopes import NAMES

SEVERAL = re.compile(r"哪([二两三四五六七八九])(?:个|项|类|样|块|种|笔|家|处)")
CARS_ASKED = re.compile(r"(?:几|多少)辆")
THINGS_COUNTED = re.compile(r"(?:(?<![哪这那好])几|多少)个?(团|批|场|条(?!职)|户|座)(?![^,;?]{0,2}(?:职责|规定|措施))")
CARS_TOLD = re.compile(r"\d\s*(?:\*\*)?\s*辆|辆\D{0,8}\d|没有|无")
CLASSES_ASKED = re.compile(
    r"哪(?:几|些)?(?:个)?(?:大)?类(?!型)|(?:几|[二三四五六七八九])(?:个)?大?类(?:支出)?[,]?(?:各|每|分别)|(?:最[大多高]的?|前)[二两三四五]个?大?类"
)
ITEM_CODE = re.compile(r"\d{7}")
SIDES_ASKED = re.compile(r"预算数?(?:是|为|有)?多少[^决实]{0,3}(?:决算|实际)")
TWO_SIDES = re.compile(r"收入[^,;?支]{0,4}(?:多少|几)[^?;]{0,6}[,;?、][^,;?]{0,4}支出[^,;?]{0,4}(?:多少|几)")
BUDGET_TOLD = re.compile(r"预算数|(?:年初|全年|调整)预算|预算(?:为|是)|部门预算，")
REST_ASKED = re.compile(
    r"结转(?:到|至)?(?:下|明|次|第二)(?:一)?年(?!初)[^,;?]{0,6}(?:多少|几|$)|(?:还剩|剩下|剩余|余下|[年期][底末]剩)[^,;?]{0,6}(?:多少|几)|多少[^,;?]{0,4}没(?:有)?(?:执行|花|用|支出|完成)|没(?:有)?(?:执行|花|用)[^,;?]{0,4}多少"
)
REACHED_ASKED = re.compile(r"完成值|实际(?:完成|值|达到)|完成了?(?:多少|几)(?!个|项|预算)")
ASKS = re.compile(r"多少|(?<![的这那])几(?:个|分|次|人|条|项|家|笔|台|辆|万|元|名|件|平方)|百分之[几多]|多长时间|多久|(?:什么|啥)时候|何时")
TOLD_ROW = "一项写明"
NUMBER = re.compile(r"\d[\d,.]*")
ROUNDED = re.compile(r"相加.*尾差")
WHY = re.compile(r"为什么|为何|为啥|原因|缘故|凭什么|凭啥")
ACCOUNT = re.compile(r"按(?:照)?([^,;?。]{2,20}?)的?口径")
PART = re.compile(r"其中:?(?:来自|属于|由|从)?([^,;?。多哪是占]{4,20})")
ONE_BY_ONE = re.compile(
    r"哪(?:几|些)[^,;?]{0,8}[,]?[^,;?]{0,4}(?:各|分别)[^,;?]{0,4}多少|哪(?:几|些)[^,;?]{0,8}[,?][^,;?]{0,4}每[个项笔][^,;?]{0,4}多少"
)
BOTH_ASKED = re.compile(r"两(?:个|项|笔)(?:数|数字|金额)?[^,;?]{0,2}[都各]|[俩两]数[都各]")
INDICATORS_ASKED = re.compile(r"哪(?:些|几[个项])[^,;?]{0,10}指标|指标[^,;?]{0,6}(?:哪些|哪几[个项])")
SO_MANY = re.compile(r"(?<![第前后])([两二三四五六七八九])(?:个|项|类|笔|家|处)[^,;?]{2,14}(?:分别|各|排|从[大高多小低少])")
VACANT = re.compile(r"(?:空|缺|闲)(?:着|了)?(?:几|多少)个?编|编制?[^,;?。]{0,6}(?:空|缺|闲)(?:着|了)?(?:几|多少)")
OTHERS_ASKED = re.compile(r"(?:以外|之外)的[^,;?]{0,10}(?:多少|几)|占[^,;?]{0,6}\d[\d.]*%[,;]?其余[^,;?]{0,6}(?:多少|几)")
EACH_ASKED = re.compile(r"(?<!收)[、和与及跟][^,;?。]{1,16}(?:分别|各自?)(?:都)?(?:是|为|有|占)?(?:多少|几)")
YEARS_JOINED = re.compile(r"20\d\d年?度?(?:、|和|与|及|跟)(?=20\d\d年)")
DIGITS = "零一二三四五六七八九"
NO_ANSWER = Answer(status="not_found", text=NO_PASSAGE.format(documents="已载入的文件"))


def tells_less(answer: Answer, question: str) -> bool:
    """Whether an answer with figures leaves out something that the question asks for."""
    text = fold(question)
    if (
        lacks_parts(answer, text)
        or lacks_rows(answer, text)
        or lacks_rest(answer, text)
        or lacks_code(answer, text)
        or tells_the_part(answer, text)
        or lacks_share(answer, text)
        or lacks_reckoning(answer, text)
        or lacks_reason(answer, text)
        or lacks_difference(answer, text)
        or lacks_average(answer, text)
        or lacks_classes(answer, text)
        or lacks_count(answer, text)
        or lacks_counted(answer, text)
        or is_of_other_rows(answer, text)
        or is_of_other_things(answer, text)
        or tells_otherwise(answer, text)
        or drops_word(answer, text)
        or drops_denial(answer, text)
        or is_of_other_side(answer, text)
        or adds_wrongly(answer, text)
        or misses_aim(answer, text)
        or tells_other_kind(answer, text)
        or leaves_some(answer, text)
    ):
        return True
    return bool(answer.values) and any(lacks(answer, text) for lacks in (lacks_money, lacks_things, lacks_sum, lacks_account, lacks_points))


def lacks_code(answer: Answer, question: str) -> bool:
    """Whether a code is asked for and figures are told without one."""
    return bool(answer.values) and CODE_ASKED.search(question) is not None and not CODE_TOLD.search(answer.text)


def lacks_parts(answer: Answer, question: str) -> bool:
    """Whether several questions are asked one after the other and one figure is told without a word of the document."""
    if SIDES_ASKED.search(question) and len({value.value for value in answer.values}) == 1 and not BUDGET_TOLD.search(answer.text):
        return True  # what was spent is no budget too
    labels = "".join(value.label for value in answer.values)
    if TWO_SIDES.search(question) and answer.values and not all(side in labels for side in ("收入", "支出")):
        return True
    talk = load_vocabulary().talk
    parts = [part for part in re.split(r"[?;,]|(?<=[架辆台个次场户人])、(?=[^,;?、]{0,8}(?:多少|几))", question) if ASKS.search(part)]
    if answer.answered_by == "quote" and QUOTED not in answer.text:  # one row of a form for several that are asked
        rows = [PRINTED.findall(line) for line in answer.text.splitlines() if not line.startswith("**")]
        rows = rows if any(line.startswith("- ") or TOLD_ROW in line for line in answer.text.splitlines()) else []
        return len(parts) > 1 and len(NUMBER.findall("；".join(one for row in rows for one in row))) == 1
    asked = [part for part in parts if not is_talk(part, talk)]
    return len(asked) > 1 and len(set(answer.values)) == 1 and answer.answered_by == "rule" and QUOTED not in answer.text


def lacks_rows(answer: Answer, question: str) -> bool:
    """Whether several indicators are asked for and one figure of the tables is told."""
    is_list = LISTED.search(answer.text) or len({value.label for value in answer.values}) > 1
    return answer.answered_by == "rule" and bool(INDICATORS_ASKED.search(question)) and not is_list


def lacks_rest(answer: Answer, question: str) -> bool:
    """Whether what is left over or what was reached is asked for and other amounts are told."""
    if not re.search(r"\d", answer.text):
        return False
    told = OTHER_SCOPES.sub("", answer.text)
    lacks_left = REST_ASKED.search(question) and not re.search(r"\d(?:万元)? [-−] \d|结余|结转|剩|节约|未", told)
    return bool(lacks_left) or bool(REACHED_ASKED.search(question) and not re.search(r"完成|实际|达到", told))


def lacks_classes(answer: Answer, question: str) -> bool:
    """Whether classes (类) of expenditure are asked for and their items (项, by their codes) are told."""
    codes = [code for one in answer.citations for part in one.row if (code := re.sub(r"\s", "", part)).isdigit()]
    return bool(CLASSES_ASKED.search(question)) and len(answer.values) > 1 and bool(codes) and all(map(ITEM_CODE.fullmatch, codes))


def lacks_reason(answer: Answer, question: str) -> bool:
    """Whether a reason is asked for and figures are told without a word of the document; of a sum that is not met rounding is one."""
    is_told = answer.answered_by != "rule" or bool(ROUNDED.search(answer.text))
    return bool(WHY.search(question)) and bool(answer.values) and not is_told


def lacks_money(answer: Answer, question: str) -> bool:
    """Whether an amount of money is asked for and rates are all that is told."""
    return bool(MONEY_ASKED.search(question)) and all(value.unit in RATES for value in answer.values)


def lacks_count(answer: Answer, question: str) -> bool:
    """Whether it is asked how many cars there are and no number of cars is told."""
    return bool(CARS_ASKED.search(question)) and bool(re.search(r"\d", answer.text)) and not CARS_TOLD.search(answer.text)


def lacks_counted(answer: Answer, question: str) -> bool:
    """Whether it is asked how many of something there are (派了几个团) and what is quoted counts none of them."""
    counted = THINGS_COUNTED.findall(question) if answer.answered_by == "quote" else []
    return any(not re.search(rf"\d\**\s*(?:个|万)?[^，。；\d]{{0,4}}{one}|{one}[^，。；\d]{{0,3}}\**\d", answer.text) for one in counted)


def lacks_points(answer: Answer, question: str) -> bool:
    """Whether it is asked how many points were lost and points that were got are told."""
    return bool(POINTS_ASKED.search(question)) and not re.search("扣|满分", answer.text)


def lacks_things(answer: Answer, question: str) -> bool:
    """Whether so many things (“哪四类”) are asked for by number and fewer figures are told."""
    if found := SEVERAL.search(question):
        return len(answer.values) < DIGITS.index(found[1].replace("两", "二"))
    if (asked := SO_MANY.search(question)) and (told := LISTED.search(answer.text)):
        return int(told[1]) != DIGITS.index(asked[1].replace("两", "二"))
    if BOTH_ASKED.search(question) and len(answer.values) == 1:
        return True
    if OTHERS_ASKED.search(question) and not answer.calculation and QUOTED not in answer.text:
        return True
    if VACANT.search(question) and not answer.calculation:
        return True
    if EACH_ASKED.search(YEARS_JOINED.sub("", question)) and len(set(answer.values)) == 1:
        return answer.answered_by == "rule" and QUOTED not in answer.text
    return bool(ONE_BY_ONE.search(question)) and len(answer.values) == 1 and not LISTED.search(answer.text)


def lacks_account(answer: Answer, question: str) -> bool:
    """Whether the question names an account (“按一般公共预算财政拨款口径”, “其中财政拨款”) that no figure told stands in."""
    places = [fold("".join((one.section, one.table or "", one.quote))) for one in answer.citations]
    basis = {name for found in ACCOUNT.findall(question) for name in NAMES.findall(found)}
    part = {name for found in PART.findall(question) for name in NAMES.findall(found)}
    told = fold("".join((*places, *(value.label for value in answer.values))))
    return not (all(name in "".join(places[:1]) for name in basis) and all(name in told for name in part))


def without_less(answer: Answer, question: str) -> Answer:
    """The answer, or an honest no where it tells less than is asked for."""
    return NO_ANSWER if answer.status == "answered" and tells_less(answer, question) else answer
