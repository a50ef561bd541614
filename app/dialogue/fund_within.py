"""“财政拨款的呢”, “项目呢” after an expenditure: the part of it that the fund pays, or that goes to projects, not all of the fund's."""

from __future__ import annotations

from collections.abc import Sequence

from app.question_reader import QuestionReader
from ingest import late_re as re
from retrieval.spelling.normalize_question import normalize_question

FUND = r"(?P<fund>一般公共预算(?:财政)?拨款|一般公共预算|财政拨款|政府性基金(?:预算)?(?:财政拨款)?|国有资本经营预算)"
FUND_NAMED = re.compile(r"^(?:一般公共预算|财政拨款|政府性基金)(?=.{2})")
ALONE = re.compile(
    rf"(?:那|那么|其中|里面|其中的)*(?:是|使?用|来自|属于|出自)?(?:的)?(?P<own>当年)?{FUND}(?(own)(?:收入)?|)(?:资金|部分|安排)?的?(?:那块|那部分)?(?:呢|是|有|占|为)*(?:多少)?[?？。]?"
)
SPENDING = re.compile(
    r"(?P<item>(?:项目|基本)?支出|人员经费|公用经费|“?三公”?经费)(?:一共|总共|合计|总额|总数|总计|预算|决算)*(?:呢|是|有|共|花了?|用了?|安排了?)*"
    r"(?:多少)?(?:钱|万元|元)?[?？。]?$"
)
TOTAL_SAID = re.compile(r"(?<=^支出)(?:合计|总计|总额)")
LEFT = re.compile(r"(?P<end>年初|年末)?(?:财政拨款)?(?:结转|结余)(?:和?结余)?(?:呢|是|有)*(?:多少)?[?？。]?$")
BALANCE = re.compile(
    r"(?:那|那么|还有)*(?P<end>年初|年末|年底|上年)?(?P<of>结转|结余)(?:和?结余)?(?:资金)?(?:呢|是|有|了)*(?:多少)?(?:钱)?[?？。]?"
    r"|(?:那|那么)*(?P<alone>年初|年末)(?:呢)?[?？。]?"
)
GRANTS_LEFT = re.compile(r"(?<!一般公共预算)(?<!基金预算)(?<!基金)(?<!经营预算)财政拨款(?:年初|年末|年底|上年)?的?(?:结转|结余)")
HELD_APART = re.compile(
    r"一般公共预算(?:财政拨款)?|政府性基金(?:预算)?(?:财政拨款)?|国有资本经营预算(?:财政拨款)?"
    r"|[一-鿿]{0,6}(?:公益金|专项债券?)"
)
OTHER_SIDE = re.compile(r"(?:那么?)?(?:本年)?(?P<side>收入|支出)(?:呢|是|有)*(?:多少)?[?？。]?")
SPENT = "支出"
APART = re.compile(r"一般公共预算(?:财政)?(?:拨款)?|政府性基金(?:预算)?(?:财政拨款)?|国有资本经营预算")
FUND_SAID = re.compile(r"一般公共预算|政府性基金|国有资本经营预算")
SIDE = re.compile(r"(?:财政拨款)?(?:本年)?(?:收入|支出)|(?:年初|年末)?(?:结转|结余)(?:和?结余)?")
KIND = re.compile(r"(?:那|那么|其中|里面)*(?P<kind>基本|项目)(?:支出)?(?:里|中)?面?的?(?:那块|部分)?(?:呢|是|有|为)*(?:多少)?[?？。]?")
SHARE = re.compile(r"占(?!用)|比[重例]")
KIND_OF_ITEM = re.compile(r"的?(?:基本|项目)支出|^其(?![他它余])|(?:一般公共预算|财政拨款)(?=.)")
PART_OF_KIND = re.compile(r"(?:人员|公用)经费$")
BOUGHT = re.compile(rf"(?:{FUND}(?:预算拨款)?)?(?:政府)?采购(?:预算|支出)?(?:总额|总数|总计|合计|金额)?(?:预算)?")
INCOME = re.compile(r"收入|拨款|基金|资金|来源|预算|决算|总")


def fund_within(question: str, history: Sequence[str], reader: QuestionReader) -> str:
    """The question with the expenditure that was asked for before; as it is where another thing was, or it names its own."""
    asked = normalize_question(question)
    if history and (kind := KIND.fullmatch(asked)):
        return kind_within(kind["kind"], question, history, reader)
    if history and (other := OTHER_SIDE.fullmatch(asked)) and (spoken := APART.search(normalize_question(history[-1]))):
        return f"{spoken[0]}{other['side']}是多少"
    if history and (balance := BALANCE.fullmatch(asked)):
        return balance_of_fund(balance, question, history, reader)
    found = ALONE.fullmatch(asked) if history else None
    for place in reversed(range(len(history))) if found else ():
        fund = found["fund"] if found else ""
        if left := LEFT.search(normalize_question(history[place])):
            return f"{left['end'] or ''}{fund}结转和结余是多少"
        item = re.sub(r"\s", "", reader.named_item(history[place], history[:place]))
        if found and found["own"]:
            return f"{item}{found['own']}{fund}收入是多少" if item else question
        if item and not SPENDING.fullmatch(item):
            if BOUGHT.fullmatch(item):
                bodies = reader.choose(question, history)[0].organizations
                return f"{bodies[0] if len(bodies) == 1 else ''}政府采购中{fund}是多少"
            bare = as_named(FUND_NAMED.sub("", item), history[: place + 1], reader)
            return question if INCOME.search(bare) else f"{fund}{bare}是多少"
        if spending := SPENDING.search(normalize_question(history[place])):
            total = TOTAL_SAID.search(spending[0])
            return f"{fund}{spending['item']}{total[0] if total else ''}是多少"
    return question


def as_named(item: str, turns: Sequence[str], reader: QuestionReader) -> str:
    """The item that the last turn asks for as its document names it, where the turn only adds 支出 to the name (高中教育支出)."""
    choice = reader.choose(reader.read(normalize_question(turns[-1]))[0], turns[:-1])[0]
    named = reader.item(choice.documents[0], (choice.rest,)) if len(choice.documents) == 1 and item.endswith(SPENT) else ""
    return named if f"{named}{SPENT}" == item else item


def balance_of_fund(balance: re.Match[str], question: str, history: Sequence[str], reader: QuestionReader) -> str:
    """“年末结转呢” after a fund that is accounted for apart: what is left of that fund, not of everything."""
    is_asked = bool(balance["of"]) or bool(LEFT.search(normalize_question(history[-1])))
    end = (balance["end"] or balance["alone"] or "").replace("底", "末")
    grants = GRANTS_LEFT.search(normalize_question(history[-1]))
    fund = "" if grants else fund_of(history, reader)
    if grants and end:
        return f"{end}财政拨款结转和结余是多少"
    return f"{fund}{end}结转和结余是多少" if fund and is_asked else question


def fund_of(history: Sequence[str], reader: QuestionReader) -> str:
    """The fund accounted for apart of which the turns before spoke last; empty where they went on to another thing."""
    for place in reversed(range(len(history))):
        item = re.sub(r"\s", "", reader.named_item(history[place], history[:place]))
        if found := HELD_APART.search(item) or FUND_SAID.search(normalize_question(history[place])):
            return found[0]
        if item and not SIDE.fullmatch(item):
            break
    return ""


def kind_within(kind: str, question: str, history: Sequence[str], reader: QuestionReader) -> str:
    """“项目呢” after an account: its expenditure of that kind."""
    if SHARE.search(normalize_question(history[-1])):
        return f"{kind}支出占多少"  # its share, as of the other kind before
    for place in reversed(range(len(history))):
        item = KIND_OF_ITEM.sub("", reader.named_item(history[place], history[:place])).strip()
        if PART_OF_KIND.search(item):
            break  # what staff and offices cost is a part of basic expenditure
        if item and (item.endswith("支出") or not INCOME.search(item)):
            return f"{item}的{kind}支出是多少"
        if item or SPENDING.search(normalize_question(history[place])):
            break
    return question if question.endswith("支出") else f"{kind}支出是多少"
