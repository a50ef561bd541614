"""Whether an answer tells all that its question asks: as many things, the sum, money and not a rate alone, by the account that is named."""

from __future__ import annotations

from app.answer import Answer
from app.answer_code import CODE_ASKED, CODE_TOLD
from app.answer_consistency import DIFFERS
from app.answer_contradiction import ADDED_UP
from app.asked_words import POINTS_ASKED
from app.check_added import adds_wrongly
from app.check_aimed import misses_aim
from app.check_counted import LISTED, tells_otherwise
from app.check_denied import drops_denial
from app.check_kept_words import drops_word
from app.check_kind_told import tells_other_kind
from app.check_measure import PRINTED
from app.check_outside import tells_the_part
from app.check_rows_asked import is_of_other_rows
from app.check_sides import is_of_other_side
from app.check_things import is_of_other_things
from app.wording import NO_PASSAGE
from ingest import late_re as re
from ingest.quantity import YUAN_PER_UNIT
from retrieval.is_talk import is_talk
from retrieval.label_key import fold
from retrieval.load_vocabulary import load_vocabulary
from retrieval.scopes import NAMES

MONEY_ASKED = re.compile(r"金额[也都]?(?:报|说|讲|列|给|写|告诉)|(?:多少|几)(?:个)?(?:亿元|万元|元|万(?=[?。,;]|$)|钱)")
RATES = ("%", "％", "个百分点", "百分点")
SEVERAL = re.compile(r"哪([二两三四五六七八九])(?:个|项|类|样|块|种|笔|家|处)")
ADDED = re.compile(
    r"加上|加起来|相加|加总|之和|加在一起|合起来|合在一起|^(?!.*(?:各|分别|每)).*(?:、|和|与|及).*(?:合计|一共|总共|共计)(?!的)[^,;?]{0,4}(?:多少|几)(?!辆|台|套|件|栋|人|名)"
)
THINGS_ADDED = re.compile(r"(?:和|与|及|、|跟)[^,;?]{2,24}[两二三四]个?(?:项目|科目|单位|指标)(?!的)")
GAP = re.compile(r"(?:加起来|相加|加总|之和|加在一起|合起来|一加)[^;?]{0,14}差")  # a sum is held against another amount
SHARE_ASKED = re.compile(
    r"百分之几|百分之多少|占几成|(?:几|多少)个?百分点|占比|占(?:了|到)?多少(?![万亿]?元|钱|人|[个项名])|(?:多大|多少)(?:的)?比[重例]|比[重例](?:是|为)?多[大少]|占[^,;?]{1,20}(?:几成|比例|比重)"
)
PART_OF = re.compile(r"(?:里头|里面|里|其中|当中),?(?:花在|用于|买|购买?)?(?P<part>[^,;?占]{2,10}?)(?:的|上)?占")
EACH_SHARE = re.compile(
    r"各(?:自)?占|[和与跟及、][^,;?]{1,16}(?:分别|各)(?:是|为|有|自)?(?:多少|几)[^?]{0,6}[,;?](?:各|分别)?占[^,;?]{1,20}(?:几|多少|比例|比重)"
)
RATE_TOLD = re.compile(r"(?<!× )(?<![\d.])\d[\d.]*\s*(?:%|％)")
PERCENT = re.compile(r"\d\s*(?:%|％)|百分之|百分点|[一二三四五六七八九十几\d]成")
CARS_ASKED = re.compile(r"(?:几|多少)辆")
THINGS_COUNTED = re.compile(r"(?:(?<![哪这那好])几|多少)个?(团|批|场|条(?!职)|户|座)(?![^,;?]{0,2}(?:职责|规定|措施))")
CARS_TOLD = re.compile(r"\d\s*(?:\*\*)?\s*辆|辆\D{0,8}\d|没有|无")
SHARE_OF_SUM = re.compile(r"(?:加起来|相加|加总|之和|加在一起|合起来|(?<!支出)(?<!收入)(?<![预决]算)合计)[,]?占")
AVERAGE_ASKED = re.compile(r"人均|平均每一?[个人名位户辆次]|平均(?:每一?|一)?(?:个|项|笔|家)(?:项目|单位|指标|部门)?|平均下来")
AVERAGE_TOLD = re.compile(r"平均|÷|均")
CLASSES_ASKED = re.compile(
    r"哪(?:几|些)?(?:个)?(?:大)?类(?!型)|(?:几|[二三四五六七八九])(?:个)?大?类(?:支出)?[,]?(?:各|每|分别)|(?:最[大多高]的?|前)[二两三四五]个?大?类"
)
ITEM_CODE = re.compile(r"\d{7}")
DIFFERENCE_ASKED = re.compile(
    r"(?:相差|差距|差额|[俩两]个?(?:项目|者)?[,]?差)(?:了|是|有)*(?:多少|几|多大)|差(?:了)?多少(?:钱|万?元)?$|超(?:没超|不超)?(?:过|出|了)*预算"
)
BOTH_SIDES = re.compile(r"预算数?(?:和|与|跟|同|比|较)决算|决算数?(?:和|与|跟|同|比|较)(?:年初|全年)?预算")
SIDES_ASKED = re.compile(r"预算数?(?:是|为|有)?多少[^决实]{0,3}(?:决算|实际)")
TWO_SIDES = re.compile(r"收入[^,;?支]{0,4}(?:多少|几)[^?;]{0,6}[,;?、][^,;?]{0,4}支出[^,;?]{0,4}(?:多少|几)")
BUDGET_TOLD = re.compile(r"预算数|(?:年初|全年|调整)预算|预算(?:为|是)|部门预算，")
TOLD_AMOUNT = re.compile(r"\*\*[^*]*\d[^*]*\*\*")
RELATION_TOLD = re.compile(r"[−-]|相差|差额|增|减|[多少]\*\*|超|低于|高于|持平")
DIVIDEND = re.compile(r"[\d,.]+(?=[万亿]?元?\s*÷)")
DIVISOR = re.compile(r"÷\s*([\d,.]+)")
SUM = re.compile(r"\+[^=\n]*=\s*([\d,.]+)")
AGREEMENT = re.compile(
    r"(?:加起来|相加|加总|之和|加在一起|合起来|一加)[^;?]{0,20}(?:对得上|对不上|对上|相等|等于|一致|吻合|相符|符合|差)|加得(?:起来|上|拢|出来)"
)
RECKONED = re.compile(r"倒推|反推|推算|倒算|反算|(?:折|换)算成(?![亿万]?元)")
REST_ASKED = re.compile(
    r"结转(?:到|至)?(?:下|明|次|第二)(?:一)?年(?!初)[^,;?]{0,6}(?:多少|几|$)|(?:还剩|剩下|剩余|余下|[年期][底末]剩)[^,;?]{0,6}(?:多少|几)|多少[^,;?]{0,4}没(?:有)?(?:执行|花|用|支出|完成)|没(?:有)?(?:执行|花|用)[^,;?]{0,4}多少"
)
OTHER_SCOPES = re.compile(r"^其他口径：.*$", re.MULTILINE)
REACHED_ASKED = re.compile(r"完成值|实际(?:完成|值|达到)|完成了?(?:多少|几)(?!个|项|预算)")
SAME_ASKED = re.compile(r"(?:是|不是)(?:同)?一个数|写[得的]?(?:都)?(?:一样|一致)|(?:一致|相符|吻合|对得上)[吗么不]|是否(?:一致|相符|相同)")
COMPARED = re.compile(r"不同|一致|相同|相符|相差|差额|差异|尾差")
ROUNDING_NOTE = re.compile(r"^(?:注意：)?尾差：.*$", re.MULTILINE)
TWO_SAID = re.compile(r"不同|不一致|一致|相同|相差|差额|差异|尾差|“[^”]*”[^“]*“|\n[^\n]*\n> .*\n[^\n]*\n> ", re.S)
NO_AMOUNT = re.compile(r"\[\d+\]|20\d\d年")
AMOUNT = re.compile(r"\d[\d,.]*(?=\s*[万亿]?元)")
LARGER_ASKED = re.compile(r"(?:哪[个项边家]|谁)[^,;?。]{0,4}[大多高少低小](?![于年])")
RELATED = re.compile(r"[比较与].{0,20}[多少高低大小]|最[大多高少低小]|[高低多少大小]于|超过|\d[^。\d.,]+\d", re.S)
WHETHER = re.compile(r"(?:有没有|有无|是否有)(?![^,;?。]{0,3}(?:出入|差异|不同|矛盾|错|误))")
HAS_THING = re.compile(
    r"(?:有没有|有无|是否有)(?![^,;?。]{0,4}(?:买|购|换|添))[^,;?。]{0,6}[车房楼船](?![^,;?。]{0,8}(?:费|支出|经费|预算|钱))"
)
CONSISTENT = "一致："
ASKS = re.compile(r"多少|(?<![的这那])几(?:个|分|次|人|条|项|家|笔|台|辆|万|元|名|件|平方)|百分之[几多]|多长时间|多久|(?:什么|啥)时候|何时")
QUOTED = "\n> "
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
FEWEST_ADDED = 2
CHANGE_AND_RATE = re.compile(  # “增加8.80万元，增长7.59%” tells one thing
    r"((?:增加|减少|增|减)[^，,。\d]{0,4}\d[\d,.]*\s*[万亿]?元)[，,]\s*(?:增长|下降|上升|降低|增|降)[^，,。\d]{0,4}\d[\d.]*\s*[%％]"
)
QUOTED_AMOUNT = re.compile(r"\d\s*(?:[万亿]?元|%)")
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


def lacks_share(answer: Answer, question: str) -> bool:
    """Whether a share is asked for and amounts are all that is told, or of several things together and that of one of them is told."""
    if not SHARE_ASKED.search(question) or not (answer.values or re.search(r"\d", answer.text)):
        return False
    dividends, sums = set(DIVIDEND.findall(answer.text)), set(SUM.findall(answer.text))
    has_share = PERCENT.search(answer.text) or any(value.unit in RATES for value in answer.values)
    if QUOTED in answer.text and "÷" not in answer.text and is_share_of_another(answer, question):
        return True
    if EACH_SHARE.search(question) and len(set(RATE_TOLD.findall(OTHER_SCOPES.sub("", answer.text)))) < FEWEST_ADDED:
        return True  # the share of one of several
    is_of_sum = SHARE_OF_SUM.search(question) or ADDED.search(question)
    related = dividends if SHARE_OF_SUM.search(question) else dividends | set(DIVISOR.findall(answer.text))
    return not has_share or bool(is_of_sum and dividends and not related & sums)


def is_share_of_another(answer: Answer, question: str) -> bool:
    """Whether a part is named whose share is asked for and no clause that is quoted with a percentage speaks of it."""
    asked = PART_OF.search(question)
    quoted = "".join(line for line in answer.text.splitlines() if line.startswith("> "))
    clauses = [clause for clause in re.split(r"[，,；;。]", quoted) if PERCENT.search(clause)]
    part = asked["part"] if asked else ""
    said = [part[at : at + 2] for at in range(len(part) - 1)]
    return bool(said) and bool(clauses) and not any(one in clause for one in said for clause in clauses)


def lacks_difference(answer: Answer, question: str) -> bool:
    """Whether it is asked by how much two things differ and one amount is all that is told."""
    told = len(answer.values) or len(TOLD_AMOUNT.findall(answer.text))
    is_quoted = bool(BOTH_SIDES.search(question)) and told_in_quote(answer) == 1  # one side alone
    is_one = is_quoted or (told == 1 and not answer.calculation and answer.answered_by == "rule")
    return is_one and bool(DIFFERENCE_ASKED.search(question.rstrip("?"))) and not RELATION_TOLD.search(answer.text.partition("口径")[0])


def lacks_average(answer: Answer, question: str) -> bool:
    """Whether the average of several things is asked for and they are told one by one."""
    return bool(AVERAGE_ASKED.search(question)) and bool(re.search(r"\d", answer.text)) and not AVERAGE_TOLD.search(answer.text)


def lacks_classes(answer: Answer, question: str) -> bool:
    """Whether classes (类) of expenditure are asked for and their items (项, by their codes) are told."""
    codes = [code for one in answer.citations for part in one.row if (code := re.sub(r"\s", "", part)).isdigit()]
    return bool(CLASSES_ASKED.search(question)) and len(answer.values) > 1 and bool(codes) and all(map(ITEM_CODE.fullmatch, codes))


def lacks_reason(answer: Answer, question: str) -> bool:
    """Whether a reason is asked for and figures are told without a word of the document; of a sum that is not met rounding is one."""
    is_told = answer.answered_by != "rule" or bool(ROUNDED.search(answer.text))
    return bool(WHY.search(question)) and bool(answer.values) and not is_told


def lacks_reckoning(answer: Answer, question: str) -> bool:
    """Whether it is asked if amounts added up agree with another or if there is any, and what is told adds up nothing or says how much."""
    if answer.values and CONSISTENT in answer.text and WHETHER.search(question):
        return True  # whether there is any is no amount whose prints agree
    if answer.values and HAS_THING.search(question) and all(value.unit in YUAN_PER_UNIT for value in answer.values):
        return True  # whether there is a car is not what cars cost
    if answer.answered_by == "quote" and SAME_ASKED.search(question) and not TWO_SAID.search(answer.text):
        return True  # what one place says is no comparison of two
    is_of_sum = bool(AGREEMENT.search(question))
    is_single = len(answer.values) == 1 and not COMPARED.search(ROUNDING_NOTE.sub("", answer.text))
    if is_single and SAME_ASKED.search(question) and not is_of_sum:
        return True  # one of two prints that are held against each other
    if answer.answered_by == "quote" and LARGER_ASKED.search(question) and not RELATED.search(NO_AMOUNT.sub("", answer.text)):
        return True
    if answer.values and RECKONED.search(question) and not answer.calculation:
        return True
    is_one_amount = not answer.values and len(set(AMOUNT.findall(answer.text))) == 1
    if ADDED.search(question) and is_one_amount and not re.search("合计|[总共]", answer.text):
        return True
    return is_of_sum and DIFFERS not in answer.text and not re.search(r"[+＋]|相加", answer.text)


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


def lacks_sum(answer: Answer, question: str) -> bool:
    """Whether figures are told one by one that are asked for together too."""
    amounts = [value for value in answer.values if value.unit in YUAN_PER_UNIT]
    if ADDED.search(question) and MONEY_ASKED.search(question) and amounts and len(amounts) < len(answer.values) and not answer.calculation:
        return True  # persons and money, side by side
    if ADDED.search(question) and THINGS_ADDED.search(question) and len(answer.values) == 1 and not answer.calculation:
        return answer.answered_by == "rule"  # one of two that are named
    if not ADDED.search(question) or DIFFERS in answer.text or len(amounts) < FEWEST_ADDED or answer.answered_by != "rule":
        return False
    if any(value.label == ADDED_UP for value in answer.values):
        return False  # a check tells what its parts come to
    return not answer.calculation or (bool(GAP.search(question)) and "+" not in answer.calculation)


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


def told_in_quote(answer: Answer) -> int:
    """How many amounts and shares the words quoted in an answer give."""
    is_quote = answer.status == "answered" and answer.answered_by == "quote"
    return len(QUOTED_AMOUNT.findall(CHANGE_AND_RATE.sub(r"\1", answer.text))) if is_quote else 0
