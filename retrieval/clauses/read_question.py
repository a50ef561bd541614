"""A question clause by clause: those that set the scene, those that ask, and what of them nothing accounts for."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz

from ingest import late_re as re
from retrieval.clauses.against_opening import against_opening
from retrieval.clauses.bodies_bound import with_bound
from retrieval.clauses.clause_words import content, has_operation, is_known, named_in, operations_in, unknown_operand
from retrieval.clauses.fold_question import Folded, fold_question
from retrieval.clauses.is_unhandled import is_unhandled
from retrieval.clauses.left_over import left_over
from retrieval.clauses.name_clause import NamedClause, name_clause
from retrieval.clauses.other_rows import without_named
from retrieval.clauses.per_head import with_basis
from retrieval.clauses.read_balance import read_balance
from retrieval.clauses.read_clause import add_clause
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import State, Task
from retrieval.names.coordinate_mentions import marked_group
from retrieval.names.find_mentions import find_mentions
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.load_vocabulary import Vocabulary
from retrieval.spelling.unexplained import unexplained

CLAUSE_END = re.compile(r"[;。?!]|(?<!\d),|,(?!\d{3})")
MODIFIED = re.compile(r"[^\W~■\d]{5,}的■")  # a named thing narrowed by words that no label has
FOR_STAFF = re.compile(r"给(?:全体|所有|全[局院校镇委])*(?:干部职工|职工|员工|工作人员|同志们?|大家)")  # for all of them: the item itself
OF_PERIOD = re.compile(
    r"[上下]半年|(?<!\d)1?\d月(?!\d|[底末][^。?]{0,40}(?:辆|台|套|多少人|几人|编制))|[一二三四1-4]季度|每[天日月周]|[日月]均"
)
LEFT_OUT = re.compile(
    r"(?:非|除了?|除去|扣除|剔除|不含|不包括|不算|[扣减刨去剔抛](?:掉|去|开))(?:其中:?)?~?■|除(?:了|去)?[^\W■]{1,4}■+(?:之外|以外|外)"
)
NARROWER = re.compile(r"(?:项目|基本)支出")  # a part of the whole that no label names
WHAT_IS_LEFT = re.compile(
    r"~*(?:那|一共|总共|还|就|最后|今年|当年|本年|实际|新)*(?:剩|余|空|结余|得(?:多少|几)|等于(?:多少|几)|差(?:多少|几)|(?:有|是|安排)(?:了)?多少[^■]{0,4}$)"
)
NAMES_ITEM = re.compile(r"(?:项目|工程|经费|补助|补贴|费|专项|活动|[这那]一?(?:块儿?|方面|部分|摊子?|样))[~的]*$")
OF_FUNDS = re.compile(r"财政|拨款|资金|公共预算")  # says who pays, not what for
MISSPELT = 75
ASKS = re.compile(r"多[少大]")
WITHIN_LIST = re.compile(r"■(?:明细|清单)~*(?:里|中|内|上)[面头边]?~*$")  # “基本支出明细里,某某多少”: where to look, no wish for a list


def read_question(part: str, state: State, index: FactIndex, vocabulary: Vocabulary, *, by_part: bool = False) -> State:
    """The state after one more question that is of no account in particular."""
    folded = fold_question(part, index, vocabulary)
    state = replace(state, corrections=(*state.corrections, *folded.slips))
    if balance := read_balance(folded.text, index, vocabulary):
        return replace(state, tasks=(*state.tasks, balance))
    clauses = [clause for clause in CLAUSE_END.split(folded.text) if clause.strip("~、")]
    context: tuple[Mention, ...] = ()
    before = state.tasks
    for place, text in enumerate(clauses):
        if state.tasks and state.tasks[-1].reducer == "minus" and WHAT_IS_LEFT.match(text):
            continue
        clause = name_clause(text, state.tasks, context, index, vocabulary, by_part=by_part)
        state = unread(noted(state, clause, vocabulary), *what_is_open(clause, folded.quoted, vocabulary))
        if clause.mentions and place + 1 < len(clauses) and not asks(clause, vocabulary):
            named = {own.asked for own in clause.mentions}
            context = (*(one for one in context if one.asked not in named), *marked_group(clause.text, clause.mentions))
            state = unread(state, *narrowed(clause, index, vocabulary))
            continue
        if not clause.mentions and context and state.tasks == before:
            clause, context = replace(clause, text=clauses[place - 1] + clause.text, mentions=context), ()
        if place and is_item_unread(clauses[place - 1], clause.mentions, context, index, vocabulary):
            state = unread(state, clauses[place - 1])
        state = read_asking(clause, context, state, before, folded, index, vocabulary)
    if context and not state.tasks:
        return replace(state, tasks=tuple(add_clause(clauses[0], context, (), [], index, vocabulary)))
    return state


def unread(state: State, *clauses: str) -> State:
    """The state with clauses that ask for something that no task answers."""
    return replace(state, unhandled=(*state.unhandled, *clauses))


def noted(state: State, clause: NamedClause, vocabulary: Vocabulary) -> State:
    """The state with the names of a clause that were misspelt, and its words that nothing accounts for."""
    corrections = ((one.asked, one.correction) for one in clause.mentions if one.correction)
    unknown = (segment for _, segment in unexplained(clause.masked, vocabulary))
    return replace(state, corrections=(*state.corrections, *corrections), unknown=(*state.unknown, *unknown))


def what_is_open(clause: NamedClause, quoted: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The quoted names of a clause that were not found, and itself where it asks for a part or a time that no figure is of."""
    lost = [one for one in quoted if one in clause.text and not any(named_by(one, mention) for mention in clause.mentions)]
    leaves_out = LEFT_OUT.search(clause.spelt) and not takes_away(clause, vocabulary)
    is_open = OF_PERIOD.search(clause.spelt) or leaves_out or NARROWER.search(clause.masked) or unknown_operand(clause.masked, vocabulary)
    return (*lost, clause.text) if is_open else tuple(lost)


def takes_away(clause: NamedClause, vocabulary: Vocabulary) -> bool:
    """Whether a clause takes one amount from another."""
    return "minus" in operations_in(clause.masked, vocabulary)


def asks(clause: NamedClause, vocabulary: Vocabulary) -> bool:
    """Whether a clause asks for something, and does not only set the scene."""
    if WITHIN_LIST.search(clause.masked):
        return False
    return has_operation(clause.masked, vocabulary) or any(one.is_total and ASKS.search(one.asked) for one in clause.mentions)


def narrowed(clause: NamedClause, index: FactIndex, vocabulary: Vocabulary) -> tuple[str, ...]:
    """A clause that sets the scene where words narrow what it names that no label has, and those of its words that labels know."""
    is_modified = any(not is_talk(FOR_STAFF.sub("", one[0]), vocabulary.talk) for one in MODIFIED.finditer(clause.masked))
    words = content(clause.masked, index, vocabulary) if "■" in clause.masked.rstrip("~中里内的上") else ()
    known = (word for word in words if is_known(word, index, vocabulary))
    return (*((clause.text,) if is_modified else ()), *known)


def read_asking(
    clause: NamedClause, context: tuple[Mention, ...], state: State, before: tuple[Task, ...], folded: Folded, index: FactIndex,
    vocabulary: Vocabulary,
) -> State:  # fmt: skip
    """The state after a clause that asks; `before` are the tasks of the questions before its own."""
    own = [task for task in state.tasks if task not in before]
    left = left_over(clause.text, clause.masked, own) if not clause.mentions else None
    asked = [*state.tasks, left] if left else add_clause(clause.text, clause.mentions, context, list(state.tasks), index, vocabulary)
    added = [task if task in state.tasks else against_opening(task, clause.text, index) for task in asked]
    bounded = (task if task in before else with_bound(with_basis(task, folded.basis, index), clause.bound) for task in added)
    tasks = tuple(task if task in before else without_named(task, folded.others) for task in bounded)
    keeps_all = takes_away(clause, vocabulary) and LEFT_OUT.search(clause.spelt) and not any(task.reducer == "minus" for task in tasks)
    is_open = keeps_all or is_unhandled(clause.masked, tasks, state.tasks, vocabulary)
    after = replace(state, tasks=tasks)
    return unread(after, clause.text) if is_open else after


def is_item_unread(
    clause: str, asked: tuple[Mention, ...], context: tuple[Mention, ...], index: FactIndex, vocabulary: Vocabulary
) -> bool:
    """Whether the clause before names an item that no label has (“服装项目，花了多少”): then the whole budget is not meant."""
    names_nothing = all(one.is_total or OF_FUNDS.search(one.asked) for one in asked)
    if context or not asked or not names_nothing or not NAMES_ITEM.search(clause):
        return False
    strong = [one for one in find_mentions(clause, index, vocabulary) if not one.is_weak]
    return not strong and bool(named_in(NAMES_ITEM.sub("", clause), vocabulary))


def named_by(quoted: str, mention: Mention) -> bool:
    """Whether a mention stands for what the question puts in quotation marks."""
    is_misspelt = mention.correction is not None and fuzz.ratio(quoted, mention.correction) >= MISSPELT
    return mention.asked in quoted or quoted in mention.asked or is_misspelt
