"""The share of a thing in the total that was told before, computed from both amounts where no document states it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.answer import Answer, Value
from app.checks.check_added import BODY
from app.dialogue.earlier_turns import Dialogue, earlier_turns
from app.dialogue.told_things import MONEY, Told, told_sum, told_things
from app.question.read_share_asked import read_share_asked
from app.telling import calculation
from app.telling.cite import document_name
from app.telling.join_answers import join_answers
from app.telling.wording_told import OF_TOLD, SHARE_LABEL, SHARE_TOLD, WHOLE_TOLD
from ingest import late_re as re
from ingest.document import DocumentInfo
from ingest.quantity import convert_money
from retrieval.spelling.label_key import fold, label_key

AMOUNT_OF = "{thing}多少"
TOTAL_WORDS = re.compile(r"合计|总计|总额|小计|总|本年度?|全年|部门|单位|财政拨款|一般公共预算|收入|支出|预算|决算|数|的|经费")
TOTAL = re.compile(r"合计|总计|总额|总|^(?:收入|支出)$")
YEAR = re.compile(r"20\d\d年")
INCOME = re.compile(r"收入")


def share_told(
    question: str, history: Sequence[str], dialogue: Dialogue, info_of: Callable[[str], DocumentInfo], of_share: str = ""
) -> Answer | None:
    """The share of a thing in the total told before; None where no share is asked, or that total is not known to hold the thing.

    `of_share` names the whole of the share told just before, empty where none was: “那办公费呢” then asks for one of the same whole.
    """
    asked = read_share_asked(question, is_after_share=bool(of_share)) if history else None
    if asked is None:
        return None
    if asked.thing and not asked.whole and (added_up := _of_addend(asked.thing, dialogue.ask(history[-1], history[:-1]), info_of)):
        return added_up
    history = (*history, AMOUNT_OF.format(thing=asked.thing)) if asked.thing else history
    turns = earlier_turns(history, dialogue)
    told = turns[-1].told if turns else ()
    added = None if asked.thing else told_sum(dialogue.ask(history[-1], history[:-1]))
    if not added and len(told) > 1 and asked.whole and not asked.thing:
        return _of_each(told, asked.whole, dialogue, info_of)
    if not added and len(told) != 1:
        return None
    part = added or told[0]
    if asked.whole:
        own = [turn.told[0] for turn in turns[:-1] if len(turn.told) == 1 and _is_owner(turn.told[0], part)]
        if own and not TOTAL_WORDS.sub("", asked.whole):
            return _tell(part, own[-1], info_of)
        named = earlier_turns((*history, AMOUNT_OF.format(thing=asked.whole)), dialogue)[-1:]
        wholes = [turn.told[0] for turn in named if len(turn.told) == 1 and _is_larger(turn.told[0], part)]
        wholes = [one for one in wholes if TOTAL_WORDS.sub("", asked.whole) or TOTAL.search(one.item)]  # “占总支出”: of no other item
        wholes = wholes or [one for one in _asked_anew(asked.whole, info_of(part.document_id), dialogue) if _is_larger(one, part)]
    else:
        wholes = [turn.told[0] for turn in reversed(turns[:-1]) if len(turn.told) == 1 and _holds(turn.told[0], part, of_share)]
    return _tell(part, wholes[0], info_of) if wholes else None


def _of_each(
    told: Sequence[Told], whole: str, dialogue: Dialogue, info_of: Callable[[str], DocumentInfo]
) -> Answer | None:
    """The share of each of the things told in one whole that is named; None where one of them may not be a part of it."""
    wholes = _asked_anew(whole, info_of(told[0].document_id), dialogue)  # after what was told it would be a part's
    larger = [one for one in wholes if all(_is_larger(one, part) for part in told)]
    shares = [share for part in told if (share := _tell(part, larger[0], info_of))] if larger else []
    return join_answers(shares) if shares and len(shares) == len(told) else None


def _of_addend(thing: str, last: Answer, info_of: Callable[[str], DocumentInfo]) -> Answer | None:
    """The share of one of the things that were just added up in their sum; None where none of them is called so, or several are."""
    added, name = told_sum(last), label_key(thing)
    parts = [one for one in told_things(last) if name in label_key(one.amounts[0].label)] if added else []
    return _tell(parts[0], added, info_of) if added and len(parts) == 1 else None


def _asked_anew(whole: str, info: DocumentInfo, dialogue: Dialogue) -> tuple[Told, ...]:
    """The whole asked of the document itself, where after what was told before it would be a part's (“它占整个部门收入的几成”)."""
    told = told_things(dialogue.ask(f"{info.organization}{info.year}年{info.kind or ''}{AMOUNT_OF.format(thing=whole)}", ()))
    return told if len(told) == 1 else ()


def _is_owner(whole: Told, part: Told) -> bool:
    """Whether an amount is all that the unit has whose part is told (某某中心 for 某某中心·专项经费)."""
    owner, _, item = part.amounts[0].label.partition("·")
    return bool(item) and whole.amounts[0].label == owner and _is_larger(whole, part)


def _is_larger(whole: Told, part: Told) -> bool:
    """Whether an amount is of the same document as another thing, and no smaller."""
    amounts = whole.of_unit(MONEY), part.of_unit(MONEY)
    if whole.document_id != part.document_id or whole.item == part.item or not amounts[0] or not amounts[1]:
        return False
    if {(one.table_index, one.cell) for one in whole.citations if one.cell} & {(one.table_index, one.cell) for one in part.citations}:
        return False  # the very same amount under another name
    if _are_of_two_bodies(whole, part) or _years(whole) != _years(part):
        return False  # of one year, what is told of another is no part
    larger, smaller = (convert_money(one.quantity, "元").number for one in amounts if one)
    return larger >= smaller > 0


def _are_of_two_bodies(whole: Told, part: Told) -> bool:
    """Whether both stand in rows of one table that begin with the names of different bodies: then neither is a part of the other."""
    rows = [
        {(one.table_index, one.row[0]) for one in told.citations if len(one.row) > 1 and BODY.search(one.row[0])} for told in (whole, part)
    ]
    tables = [{table for table, _ in found} for found in rows]
    return bool(tables[0] & tables[1]) and not rows[0] & rows[1]


def _years(told: Told) -> set[str]:
    """The years that the names of amounts bear, where they are of another than their document's."""
    own = {year for one in told.citations for year in YEAR.findall(one.title)}
    return {year for amount in told.amounts for year in YEAR.findall(amount.label)} - own


def _holds(whole: Told, part: Told, of_share: str) -> bool:
    """Whether an amount is the total of the body or of what the part stands under, no smaller, and the whole of the share before."""
    stem, cited = TOTAL_WORDS.sub("", whole.item), part.citations[0]
    place = fold("".join((cited.table or "", cited.section, *cited.row, *cited.col, part.item)))
    is_of_side = not INCOME.search(whole.item) or bool(INCOME.search(place))
    is_under = stem in place if stem else bool(TOTAL.search(whole.item))
    is_same = not of_share or TOTAL_WORDS.sub("", label_key(of_share)) == stem
    return _is_larger(whole, part) and is_of_side and is_under and is_same


def _tell(part: Told, whole: Told, info_of: Callable[[str], DocumentInfo]) -> Answer | None:
    """The share with its formula, both amounts cited."""
    of_part, of_whole = part.of_unit(MONEY), whole.of_unit(MONEY)
    found = calculation.share(of_part.quantity, of_whole.quantity) if of_part and of_whole else None
    if found is None or of_part is None or of_whole is None:
        return None
    cited = tuple(dict.fromkeys((*part.citations, *whole.citations)))
    marks = "".join(f"[{at}]" for at in range(1, len(cited) + 1))
    label = SHARE_LABEL.format(part=of_part.label, whole=of_whole.label)
    text = SHARE_TOLD.format(
        document=document_name(info_of(part.document_id)), label=label, share=f"{found.result.number:f}%", amount=of_part.text,
        formula=found.formula, marks=marks,
    )  # fmt: skip
    text += f"\n{OF_TOLD}{WHOLE_TOLD.format(label=of_whole.label, text=of_whole.text)}"
    values = (Value(label, found.result.number, "%"), Value(label, of_part.quantity.number, of_part.quantity.unit))
    formula = "；".join(one for one in (part.formula, whole.formula, found.formula) if one)
    return Answer("answered", text, values, formula, cited)
