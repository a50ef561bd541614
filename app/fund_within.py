"""“财政拨款的呢” after an expenditure: the part of it that the fund pays, not the fund's own income; “其他” after incomes: other income."""

from __future__ import annotations

from collections.abc import Sequence

from app.question_reader import QuestionReader
from ingest import late_re as re
from retrieval.normalize_question import normalize_question

FUND = r"(?P<fund>一般公共预算(?:财政)?拨款|一般公共预算|财政拨款|政府性基金(?:预算)?(?:财政拨款)?|国有资本经营预算)"
FUND_NAMED = re.compile(r"^(?:一般公共预算|财政拨款|政府性基金)(?=.{2})")
ALONE = re.compile(rf"(?:那|那么|其中|里面|其中的)*{FUND}(?:资金|部分|安排)?的?(?:那块|那部分)?(?:呢|是|有|占|为)*(?:多少)?[?？。]?")
SPENDING = re.compile(
    r"(?P<item>(?:项目|基本)?支出|人员经费|公用经费|“?三公”?经费)(?:一共|总共|合计|总额|总数|总计|预算|决算)*(?:呢|是|有|共|花了?|用了?|安排了?)*"
    r"(?:多少)?(?:钱|万元|元)?[?？。]?$"
)
LEFT = re.compile(r"(?P<end>年初|年末)?(?:财政拨款)?(?:结转|结余)(?:和?结余)?(?:呢|是|有)*(?:多少)?[?？。]?$")
KIND = re.compile(r"(?:那|那么|其中|里面)*(?P<kind>基本|项目)(?:支出)?的?(?:那块|部分)?(?:呢|是|有|占|为)*(?:多少)?[?？。]?")
KIND_OF_ITEM = re.compile(r"的?(?:基本|项目)支出|^其|(?:一般公共预算|财政拨款)(?=.)")
END = re.compile(r"(?:那|那么|其中)?(?P<end>年初|年末|年底)的?(?:呢|是|有)*(?:多少)?[?？。]?")
REMAINS = re.compile(
    r"(?:那么?|最后|年底|到底|还|钱|一共)*(?:剩(?:下|余)?了?多少(?:钱)?(?:(?:没|未)有?(?:花|用)完)?的?|(?:没|未)有?(?:花|用)完的?(?:钱)?(?:有|还有|是)?(?:多少)?)(?:呢)?[?？。]?"
)
WHOLE = re.compile(r"(?:支出|花|用)[了掉出去]*(?:一共|总共|共)?(?:多少|几)?|收入|决算|预算")
LEFT_OF = re.compile(r"(?P<of>财政拨款)?(?:结转|结余)")
COUNT = re.compile(
    r"(?:那|那么|其中|一共)?(?:接待|来|开|办)?了?(?:多少|几)?(?P<count>人数|人次|次数|批次|批|人|次)(?:呢|是|有)*(?:多少)?[?？。]?"
)
COUNTED = re.compile(r"接待|请客|招待|会议|开会|培训|出国")
ASKED_AS = {
    "人数": "多少人", "人": "多少人", "人次": "多少人次", "次数": "多少次", "次": "多少次", "批次": "多少批次", "批": "多少批次",
}  # fmt: skip
COUNTED_AS = {"接待": "公务接待", "请客": "公务接待", "招待": "公务接待", "开会": "会议", "出国": "因公出国"}
OTHERS = re.compile(r"(?:那|那么|还有)?其[他它](?:的)?(?:呢|是|有)*(?:多少)?[?？。]?")
SIDE = re.compile(r"收入|财政拨款|支出|开支|花|经费|费")
INCOME = re.compile(r"收入|拨款|基金|资金|来源|预算|决算|总")
LATELY = 3  # turns: a bare count is of what was spoken of just before
INCOMES = ("收入", "财政拨款")


def fund_within(question: str, history: Sequence[str], reader: QuestionReader) -> str:
    """The question with the expenditure that was asked for before; as it is where another thing was, or it names its own."""
    if not history:
        return question
    asked = normalize_question(question)
    found = ALONE.fullmatch(asked)
    if OTHERS.fullmatch(asked):
        sides = [side[0] for one in reversed(history) if (side := SIDE.search(one))]
        return "其他收入是多少" if sides and sides[0] in INCOMES else question
    if counted := COUNT.fullmatch(asked):
        things = [found[0] for one in reversed(history[-LATELY:]) if (found := COUNTED.search(one))]
        return f"{COUNTED_AS.get(things[0], things[0])}{ASKED_AS[counted['count']]}" if things else question
    is_of_all = WHOLE.search(normalize_question(history[-1])) and not reader.named_item(history[-1], history[:-1]).strip()
    if is_of_all and REMAINS.fullmatch(asked):
        return "年末结转和结余是多少"
    if end := END.fullmatch(asked):
        lefts = [left for one in reversed(history[-2:]) if (left := LEFT_OF.search(normalize_question(one)))]
        return f"{end['end'].replace('底', '末')}{lefts[0]['of'] or ''}结转和结余是多少" if lefts else question
    if kind := KIND.fullmatch(asked):
        return kind_within(kind["kind"], question, history, reader)
    if found is None:
        return question
    for place in reversed(range(len(history))):
        if left := LEFT.search(normalize_question(history[place])):
            return f"{left['end'] or ''}{found['fund']}结转和结余是多少"
        item = re.sub(r"\s", "", reader.named_item(history[place], history[:place]))
        if item and not SPENDING.fullmatch(item):
            return question if INCOME.search(FUND_NAMED.sub("", item)) else f"{found['fund']}{FUND_NAMED.sub('', item)}是多少"
        if spending := SPENDING.search(normalize_question(history[place])):
            return f"{found['fund']}{spending['item']}是多少"
    return question


def kind_within(kind: str, question: str, history: Sequence[str], reader: QuestionReader) -> str:
    """“项目呢” after an account: its expenditure of that kind."""
    for place in reversed(range(len(history))):
        item = KIND_OF_ITEM.sub("", reader.named_item(history[place], history[:place])).strip()
        if item and not INCOME.search(item):
            return f"{item}的{kind}支出是多少"
        if item or SPENDING.search(normalize_question(history[place])):
            break
    return question if question.endswith("支出") else f"{kind}支出是多少"
