"""Amounts that the question itself names: what each of them is in the documents (“到底是A还是B”, “X万元是什么”)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.answer import Answer, Value
from app.question.asked_amounts import asked_amounts
from app.telling.cite import cite_fact, document_name, fact_label, printed, scope, show_quantity, within_quotes
from ingest.quantity import YUAN_PER_UNIT, Quantity, rounds_to
from retrieval.facts.fact import Fact, FactIndex

ALTERNATIVES = re.compile(r"到底|究竟|还是|是不是|对吗|吗\??$|哪|是什么|指什么|什么钱|是啥|干嘛|干什么|什么用|买了什么|做什么|花在")
REVERSE = re.compile(r"哪|是什么|指什么|什么钱|是啥|干嘛|干什么|什么用|买了什么|做什么|花在")
REASON = re.compile(r"原因|理由|解释|为什么|为何|为啥")  # why an amount is so is not what else is so much
MOST_FACTS = 2
NO_SUCH_AMOUNT = "- 没有找到{amount}这个数"


def tell_amounts(question: str, answer: Answer, indexes: Sequence[FactIndex]) -> Answer:
    """The answer with a line for each amount that the question names and asks about; the same answer where it names none."""
    amounts = asked_amounts(question)
    if not amounts or not ALTERNATIVES.search(question) or REASON.search(question):
        return answer
    lines, citations, values = [], list(answer.citations), list(answer.values)
    unknown = []
    for amount in amounts:
        facts = facts_with(amount, indexes)
        unknown += [] if facts else [NO_SUCH_AMOUNT.format(amount=show_quantity(amount))]
        for fact in facts:
            citations.append(cite_fact(fact))
            whose = f"{document_name(fact.evidence.document)}的“{within_quotes(fact_label(fact))}”"
            lines.append(f"- {printed(fact)}是{whose}（{scope(fact)}）[{len(citations)}]")
        values.extend(Value(fact_label(fact), amount.number, amount.unit) for fact in facts[:1])
    if not lines:
        return answer
    head = "这几个数不是同一口径，各指：" if len(amounts) > 1 and not unknown else "问句中的数在文件里是："
    text = "\n".join([*filter(None, [answer.text]), head, *lines, *unknown])
    return replace(answer, text=text, citations=tuple(citations), values=tuple(values))


def asks_what(question: str) -> bool:
    """Whether the question gives an amount and asks what it is."""
    return bool(REVERSE.search(question)) and not REASON.search(question) and len(asked_amounts(question)) == 1


def facts_with(amount: Quantity, indexes: Sequence[FactIndex]) -> list[Fact]:
    """The broadest facts that print an amount, each with another label."""
    found = [fact for index in indexes for fact in index.facts if fact.measure == "金额" and equals(fact.source.quantity, amount)]
    labelled = {fact_label(fact): fact for fact in sorted(found, key=lambda fact: -fact.depth)}
    return sorted(labelled.values(), key=lambda fact: (fact.depth, len(fact.labels)))[:MOST_FACTS]


def equals(quantity: Quantity | None, amount: Quantity) -> bool:
    """Whether two amounts of money are the same, whatever their units."""
    if quantity is None or not quantity.is_money or (quantity.number == 0 != amount.number):
        return False
    exact = quantity.number * YUAN_PER_UNIT[quantity.unit] == amount.number * YUAN_PER_UNIT[amount.unit]
    return exact or rounds_to(quantity, amount)
