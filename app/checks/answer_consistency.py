"""“表里和文字说的一样吗”: the figure as it is answered, and what the checks of its document say about its other prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answer import Answer, Value
from app.checks.cite_checks import with_grounds
from app.checks.tell_checks import Library, check_words, checks_of, source_of
from app.telling.cite import cite_fact
from ingest import late_re as re
from ingest.checks.check_arithmetic import BROKEN, HOLDS, ROUNDING
from ingest.document import Check, Document
from retrieval.facts.fact import Fact

VERDICT = re.compile(
    r"(?:是否|是不是|能否|能不能|到底|都|好像|似乎|怎么)*(?:完全)?(?:对不对得上|对得上|对不上|对得起来|不?一致|不?一样|两样|相符|不符|相等|吻合|矛盾|(?:有没)?有?(?:出入|差异)"
    r"|相?差了?(?:多少|一点)|不?是同?一个数|(?:等不)?等于)(?:吗|不|么|没有|呢|$|(?=[,;?])|(?<=等于))(?:[一相]?[致样符]?)"
)
TOTAL = r"(?:合计|总计|小计|总额|总)[数额行栏]?"
PRINT = (
    r"(?:(?:各个?|下级|下面|下边|其中)*(?:分项|明细|细项|子项|各部分|各[项类行](?:得分|支出|收入|金额|科目|数)?|(?<!基本)(?<!项目)[几二两三四五六七八九十]项)目?"
    r"|之和|相加|加起来|加总|前后(?:文|几处)?|[两各几]处|各表|表(?:格|里|中)|(?<=[与和跟同、在])表|文字|正文|说明"
    r"|(?:公开|附|预算|决算)*表?[\d一二三四五六七八九十-]{1,5}表?|按[^,;?与和跟同在]{2,12}的?表"
    r"|(?<=[与和跟同在、])(?:[^,;?与和跟同的在]{1,14}(?:表|说明)|按?(?:功能|经济)(?:分类)?科目的表|(?:收支|部门)?总预算))"
)
OTHER_TABLE = r"按[^,;?与和跟同在]{2,12}的?表|[^,;?与和跟同的在]{1,14}(?:表|说明)"  # opens a clause of its own
LINK = (
    r"(?:[的中上内与和跟同及、在是所列写印说得算这那该它他其]|里面?|数字?|数据|金额|数额|口径|自己|两者|二者|之间|下级|下面|部门|预算|决算|\([^()\d]*\))"
)
PIECE = re.compile(rf"(?P<print>{PRINT})|{TOTAL}|{LINK}")
OPENING = re.compile(OTHER_TABLE)
SIDE_OF_TOTAL = re.compile(rf"(?:预算|决算)(?=数?的?{TOTAL}(?:[与和跟同及]|$))")  # belongs to the thing: 三公经费预算 | 合计与分项
ADDED = re.compile(
    r"^(?P<parts>.+?)(?:[两三四]个?[数项]?)?(?:加起来|相加|加总|之和|合起来|加在一起|一加|(?<=费)加[^,]{2,12}?)"
    r"[,]?(?:怎么)?(?:等于|等不等于|是不是等于|和|与|跟|同)(?P<whole>[^,;?]{2,14}?)(?:总数|的?合计)?$"
)
CHECK = re.compile(r"^\s*(?:请|帮我|麻烦)*(?:核对?|核实|查对|检查|对)一?下?[:,]?(?=.*?(?:一致|对|相符|差|出入|吻合|相等|一样|矛盾))")
CAUSE = re.compile(r"[,;?]?\s*(?:这?是)?(?:怎么回事|什么原因)\??|[,;?]?\s*(?:各|分别)(?:是|为)?多少\??$")
MOST_TOLD = 3
MOST_LISTED = 2
IsAbout = Callable[[Check, Document], bool]
DIFFERS = "与上数不同"  # another print is told beside the figure: then no check may call it consistent
UNDERSTOOD = "理解。"  # another name was taken for the one asked
CONSISTENT = "一致：这个数字参与的{count}项核对（表内、表间或文字与表）都相符。"


def always(_check: Check, _document: Document) -> bool:
    """Every check is about what was asked where no place is named."""
    return True


def without_consistency(question: str, rest: str = "") -> str | None:
    """The question without its asking whether the prints agree, or None where it does not ask that or asks nothing else.

    `rest` is the question with the words that chose its documents blanked out: they are kept where only the sum of a balance is left.
    """
    clauses = re.split(r"(?<=[,;?、:])(?!\d)", CHECK.sub("", question))
    for place, clause in enumerate(clauses):
        verdict = VERDICT.search(clause)
        if verdict is None:
            continue
        before = clause[: verdict.start()]
        if added := ADDED.match("".join([*clauses[max(0, place - 1) : place], before])):
            kept = "".join(one for one, left in zip(question, rest, strict=False) if left == " " != one)
            return f"{kept}{added['whole']}"
        start = start_of_prints(before, is_further=place > 0)
        if start is None:
            return None
        plain = CAUSE.sub("", "".join([*clauses[:place], before[:start], *clauses[place + 1 :]])).strip(" ,;、?:")
        return plain if len(re.sub(r"\W", "", plain)) >= 2 else None
    return None


def adds_up(question: str) -> bool:
    """Whether a sum of several amounts is held against another one."""
    clauses = re.split(r"(?<=[,;?、:])(?!\d)", CHECK.sub("", question))
    heads = (("".join(clauses[max(0, at - 1) : at]), clause, VERDICT.search(clause)) for at, clause in enumerate(clauses))
    return any(verdict and ADDED.match(f"{head}{clause[: verdict.start()]}") for head, clause, verdict in heads)


def start_of_prints(clause: str, *, is_further: bool) -> int | None:
    """Where the words begin that only say where something is printed, up to the end of the clause; None where there are none."""
    opening = OPENING.match(clause) if is_further else None
    if opening and names_prints(clause, opening.end()) is not None:
        return 0
    start = next((start for start in range(len(clause)) if names_prints(clause, start)), None)
    kept = SIDE_OF_TOTAL.match(clause, start or 0)
    return kept.end() if kept and start else start


def names_prints(clause: str, start: int) -> bool | None:
    """Whether all from here on are words for prints with a place among them; None where something else stands there."""
    has_print = False
    while start < len(clause):
        piece = PIECE.match(clause, start)
        if piece is None or not piece[0]:
            return None
        has_print = has_print or piece["print"] is not None
        start = piece.end()
    return has_print


def tell_consistency(
    answer: Answer, prints: Sequence[Fact], documents: Sequence[Document], library: Library,
    *, is_sum: bool = False, is_side: bool = False, is_about: IsAbout = always,
) -> Answer | None:
    """The answer with the verdict: each check of its figures, or of other prints of them, that does not hold, else those that hold.

    `is_sum` says that a sum was held against the figure: that other checks hold then says nothing. `is_side` says that only those
    count of which the figure is a whole side. `is_about` says whether a check compares the places that were asked about: no other one
    may call them consistent.
    """
    cited = (*answer.citations, *(cite_fact(fact) for fact in prints))
    stated = (Value(one.value, q.number, q.unit) for one in (fact.source for fact in prints) if (q := one.quantity))
    probe = replace(answer, citations=cited, values=(*answer.values, *stated))
    told = [(document, check) for document in documents for check in checks_of(probe, document, is_sum=is_sum or is_side)]
    failed = [(document, check) for document, check in told if check.verdict in (BROKEN, ROUNDING)][:MOST_TOLD]
    if not failed and DIFFERS in answer.text:
        return answer
    holding = [] if is_sum else [(document, check) for document, check in told if check.verdict == HOLDS and is_about(check, document)]
    if not failed and not holding:
        return None
    for document, check in failed:
        answer = with_grounds(with_sides(answer, check, document), check, source_of(document, library))
    lines = [check_words(check, document, library) for document, check in failed]
    agreeing = (check_words(check, document, library) for document, check in single(holding) or holding[:1])
    return replace(answer, text="\n".join([answer.text, *(lines or [CONSISTENT.format(count=len(holding)), *agreeing])]))


def single(holding: Sequence[tuple[Document, Check]]) -> list[tuple[Document, Check]]:
    """The first checks of two prints of one thing: they are told one by one."""
    return [(document, check) for document, check in holding if len(check.left) == len(check.right) == 1][:MOST_LISTED]


def with_sides(answer: Answer, check: Check, document: Document) -> Answer:
    """The answer with the two numbers that a check of single prints finds unequal among its values."""
    terms = [term for term in (*check.left, *check.right) if not term.document] if len(check.left) == len(check.right) == 1 else []
    found = [document.statements[one.statement] if one.statement is not None else document.figures[one.figure or 0] for one in terms]
    known = {(value.value, value.unit) for value in answer.values}
    added = [Value(one.value, q.number, q.unit) for one in found if (q := one.quantity) and (q.number, q.unit) not in known]
    return replace(answer, values=(*answer.values, *added))
