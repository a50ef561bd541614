"""Whether what a question asks to be reckoned is told: a share, a difference, an average, a sum, whether amounts agree."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.checks.answer_consistency import DIFFERS
from app.checks.answer_contradiction import ADDED_UP
from ingest import late_re as re
from ingest.quantity import YUAN_PER_UNIT
from retrieval.spelling.label_key import fold

MONEY_ASKED = re.compile(r"金额[也都]?(?:报|说|讲|列|给|写|告诉)|(?:多少|几)(?:个)?(?:亿元|万元|元|万(?=[?。,;]|$)|钱)")
RATES = ("%", "％", "个百分点", "百分点")
ADDED = re.compile(
    r"加上|加起来|相加|加总|之和|加在一起|合起来|合在一起|^(?!.*(?:各|分别|每)).*(?:、|和|与|及).*(?:合计|一共|总共|共计)(?!的)[^,;?]{0,4}(?:多少|几)(?!辆|台|套|件|栋|人|名)"
)
THINGS_ADDED = re.compile(r"(?:和|与|及|、|跟)[^,;?]{2,24}[两二三四]个?(?:项目|科目|单位|指标)(?!的)")
GAP = re.compile(r"(?:加起来|相加|加总|之和|加在一起|合起来|一加)[^;?]{0,14}差")  # a sum is held against another amount
SHARE_ASKED = re.compile(
    r"百分之几|百分之多少|占几成|的几成(?![立为熟本])|(?:几|多少)个?百分点|占比|占(?:了|到)?多少(?![万亿]?元|钱|人|[个项名])|(?:多大|多少)(?:的)?比[重例]|比[重例](?:是|为)?多[大少]|占[^,;?]{1,20}(?:几成|比例|比重)"
)
PART_OF = re.compile(r"(?:里头|里面|里|其中|当中),?(?:花在|用于|买|购买?)?(?P<part>[^,;?占]{2,10}?)(?:的|上)?占")
EACH_SHARE = re.compile(
    r"各(?:自)?占|[和与跟及、][^,;?]{1,16}(?:分别|各)(?:是|为|有|自)?(?:多少|几)[^?]{0,6}[,;?](?:各|分别)?占[^,;?]{1,20}(?:几|多少|比例|比重)"
)
IN_WHOLE = re.compile(
    r"(?:占|是|相当于)(?:了|到)?(?:[^,;?占]{2,40}(?:20\d\d年度?|[局委厅办院会校站心])的?)?"
    r"(?P<whole>[^,;?占多几百比]{2,20}?)(?:合计|总计|总额|总数)?的?(?:百分之[几多]|几成|比例|比重|多少)"
)
OWN_SHARE = r"{whole}[^,;。占]{{0,12}}[,;][^,;。占]{{0,4}}占[^,;。%％]{{0,12}}\d[\d.]*[%％]"  # it has a share itself, of something else
INCOME_WHOLE = re.compile(r"支出[^占]*占[^占支]*收入[^占支]*的比重")
OTHER_RATE = re.compile(r"完成|执行|[增降涨减]")
BUDGET = re.compile(r"预算|[去上]年|计划|任务|目标|指标")
RATE_TOLD = re.compile(r"(?<!× )(?<![\d.])\d[\d.]*\s*(?:%|％)")
PERCENT = re.compile(r"\d\s*(?:%|％)|百分之|百分点|[一二三四五六七八九十几\d]成")
SHARE_OF_SUM = re.compile(r"(?:加起来|相加|加总|之和|加在一起|合起来|(?<!支出)(?<!收入)(?<![预决]算)合计)[,]?占")
AVERAGE_ASKED = re.compile(r"人均|平均每一?[个人名位户辆次]|平均(?:每一?|一)?(?:个|项|笔|家)(?:项目|单位|指标|部门)?|平均下来")
AVERAGE_TOLD = re.compile(r"平均|÷|均")
DIFFERENCE_ASKED = re.compile(
    r"(?:相差|差距|差额|[俩两]个?(?:项目|者)?[,]?差)(?:了|是|有)*(?:多少|几|多大)|差(?:了)?多少(?:钱|万?元)?$|超(?:没超|不超)?(?:过|出|了)*预算"
)
BOTH_SIDES = re.compile(r"预算数?(?:和|与|跟|同|比|较)决算|决算数?(?:和|与|跟|同|比|较)(?:年初|全年)?预算")
TOLD_AMOUNT = re.compile(r"\*\*[^*]*\d[^*]*\*\*")
RELATION_TOLD = re.compile(r"[−-]|相差|差额|增|减|[多少]\*\*|超|低于|高于|持平")
DIVIDEND = re.compile(r"[\d,.]+(?=[万亿]?元?\s*÷)")
DIVISOR = re.compile(r"÷\s*([\d,.]+)")
SUM = re.compile(r"\+[^=\n]*=\s*([\d,.]+)")
AGREEMENT = re.compile(
    r"(?:加起来|相加|加总|之和|加在一起|合起来|一加)[^;?]{0,20}(?:对得上|对不上|对上|相等|等于|一致|吻合|相符|符合|差)|加得(?:起来|上|拢|出来)"
)
RECKONED = re.compile(r"倒推|反推|推算|倒算|反算|(?:折|换)算成(?![亿万]?元)")
OTHER_SCOPES = re.compile(r"^其他口径：.*$", re.MULTILINE)
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
QUOTED = "\n> "
FEWEST_ADDED = 2
CHANGE_AND_RATE = re.compile(  # “增加8.80万元，增长7.59%” tells one thing
    r"((?:增加|减少|增|减)[^，,。\d]{0,4}\d[\d,.]*\s*[万亿]?元)[，,]\s*(?:增长|下降|上升|降低|增|降)[^，,。\d]{0,4}\d[\d.]*\s*[%％]"
)
QUOTED_AMOUNT = re.compile(r"\d\s*(?:[万亿]?元|%)")


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
    if any(INCOME_WHOLE.search(value.label) for value in answer.values) and "收入" not in question:
        return True  # what is spent is no part of an income
    return not has_share or bool(is_of_sum and dividends and not related & sums)


def is_share_of_another(answer: Answer, question: str) -> bool:
    """Whether the percentages that are quoted are not of the whole that is named, or no clause with one speaks of the part."""
    asked = PART_OF.search(question)
    quoted = "".join(line for line in answer.text.splitlines() if line.startswith("> "))
    clauses = [clause for clause in re.split(r"[，,；;。]", quoted) if PERCENT.search(clause)]
    whole = IN_WHOLE.search(question)
    if whole and (re.search(OWN_SHARE.format(whole=re.escape(whole["whole"])), fold(quoted)) or tells_other_rates(clauses, whole["whole"])):
        return True
    part = asked["part"] if asked else ""
    said = [part[at : at + 2] for at in range(len(part) - 1)]
    return bool(said) and bool(clauses) and not any(one in clause for one in said for clause in clauses)


def tells_other_rates(clauses: Sequence[str], whole: str) -> bool:
    """Whether all percentages that are quoted tell how far a budget was used or what changed, where a share of another whole is asked."""
    return bool(clauses) and not BUDGET.search(whole) and all(OTHER_RATE.search(clause) for clause in clauses)


def lacks_difference(answer: Answer, question: str) -> bool:
    """Whether it is asked by how much two things differ and one amount is all that is told."""
    told = len(answer.values) or len(TOLD_AMOUNT.findall(answer.text))
    is_quoted = bool(BOTH_SIDES.search(question)) and told_in_quote(answer) == 1  # one side alone
    is_one = is_quoted or (told == 1 and not answer.calculation and answer.answered_by == "rule")
    return is_one and bool(DIFFERENCE_ASKED.search(question.rstrip("?"))) and not RELATION_TOLD.search(answer.text.partition("口径")[0])


def lacks_average(answer: Answer, question: str) -> bool:
    """Whether the average of several things is asked for and they are told one by one."""
    return bool(AVERAGE_ASKED.search(question)) and bool(re.search(r"\d", answer.text)) and not AVERAGE_TOLD.search(answer.text)


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


def told_in_quote(answer: Answer) -> int:
    """How many amounts and shares the words quoted in an answer give."""
    is_quote = answer.status == "answered" and answer.answered_by == "quote"
    return len(QUOTED_AMOUNT.findall(CHANGE_AND_RATE.sub(r"\1", answer.text))) if is_quote else 0
