"""“涨了百分之几” after one thing was told of two years: the change from the earlier of them to the later, whichever was asked first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.answer import Answer, Citation, Value
from app.dialogue.earlier_turns import Dialogue, Turn, earlier_turns
from app.dialogue.told_things import Amount, Told, common_unit
from app.telling.cite import document_name
from app.telling.tell_change import tell_change
from app.telling.wording_told import CHANGE, ROW, TOLD_BEFORE
from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.spelling.normalize_question import normalize_question

PAIR = 2
WAY = r"(?:增长|增加|增减|减少|下降|上升|上涨|变动|变化|改变|[增涨降升减变])"
HOW_FAR = r"(?:多少|几|多大|百分之(?:几|多少)|几成|几个点|如何|怎么样|怎样)(?:个?百分点|钱|万元|元)?"
ASKED = re.compile(
    rf"(?:那么?|所以|这两年|两年|一共|总共|同比|之间|相比|比起来|(?:比|较|和|与|跟|同)(?:去年|上年度?|上一年|前一年)(?:相?比)?|[,、])*"
    rf"(?:{WAY}[了的]?(?:金?额|幅度?|率|比例|百分比)?(?:是|有|为)?(?:{HOW_FAR})?|[增涨降变]幅(?:是|有|为)?(?:{HOW_FAR})?|[多少][了出]?{HOW_FAR}|变化|同比)呢?[?？]?"
)
WHY = re.compile(
    r"(?:那么?|这是|请问)*(?:为什么|为何|为啥|怎么回事|(?:是)?(?:什么|啥)?原因)"
    r"(?:会?(?:变化|增加|减少|增长|下降|[增减多少涨降])了?(?:这么多)?)?(?:呢|是什么|是啥)?[?？]?"
)
WHY_CHANGED = "{document}，{label}比上年变化的原因是什么"
InfoOf = Callable[[str], DocumentInfo]


def change_told(question: str, history: Sequence[str], dialogue: Dialogue, info_of: InfoOf) -> Answer | None:
    """The change of what was told last between two years, or its reason; None where neither is asked for or no such pair was told."""
    asked = normalize_question(question)
    if not history or not (ASKED.fullmatch(asked) or WHY.fullmatch(asked)):
        return None
    pair = pair_told(earlier_turns(history, dialogue), info_of)
    if pair and WHY.fullmatch(asked):
        document = document_name(info_of(pair[-1].document_id))
        return dialogue.ask(WHY_CHANGED.format(document=document, label=pair[-1].amounts[0].label.partition("·")[0]), ())
    unit = common_unit(pair) if pair else None
    amounts = [amount for one in pair if unit and (amount := one.of_unit(unit))]
    return _tell(pair, amounts, [info_of(one.document_id) for one in pair]) if amounts else None


def pair_told(turns: Sequence[Turn], info_of: InfoOf) -> tuple[Told, ...]:
    """The same thing of two years' documents of one body and kind, the earlier year first; empty where something else was told last."""
    latest = [*turns[-1].told] if turns and turns[-1].is_list else [one for turn in turns[-PAIR:] for one in turn.told]
    if len(latest) != PAIR or len({one.item for one in latest}) > 1:
        return ()
    infos = [info_of(one.document_id) for one in latest]
    if len({(info.organization, info.kind, info.scope) for info in infos}) > 1 or len({info.year for info in infos}) < PAIR:
        return ()
    return tuple(sorted(latest, key=lambda one: info_of(one.document_id).year or 0))


def _tell(pair: Sequence[Told], amounts: Sequence[Amount], infos: Sequence[DocumentInfo]) -> Answer:
    """The answer with a line for each year."""
    (before, now), (earlier, later) = amounts, infos
    change = tell_change(now.quantity, before.quantity)
    label = CHANGE.format(label=now.label, year=later.year, before=earlier.year)
    lines = [f"{later.organization}，{label}：**{change.text}**。", f"计算：{change.formula}。"]
    citations: list[Citation] = []
    for one, amount, info in zip(pair, amounts, infos, strict=True):
        citations += [cited for cited in one.citations if cited not in citations]
        marks = "".join(f"[{citations.index(cited) + 1}]" for cited in one.citations)
        lines.append(ROW.format(label=f"{document_name(info)}，{amount.label}", text=amount.text, marks=marks))
    lines.append(TOLD_BEFORE.format(count=PAIR))
    found = [(label, one) for one in (change.amount, change.rate) if one]
    values = [Value(name, one.number, one.unit) for name, one in (*found, *((one.label, one.quantity) for one in amounts))]
    return Answer("answered", "\n".join(lines), tuple(values), change.formula, tuple(citations))
