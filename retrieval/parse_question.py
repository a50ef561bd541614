"""A question to tasks: for each clause which items are asked for, in which measure, and what is done with the results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from ingest import late_re as re
from retrieval.against_opening import against_opening
from retrieval.bodies_bound import set_bound_apart, with_bound
from retrieval.clause_words import (
    content,
    has_operation,
    is_known,
    named_in,
    one_total,
    operations_in,
    unknown_operand,
    without_carried_out,
    without_indicator_word,
    without_side_words,
)
from retrieval.coordinate_mentions import is_column, marked_group, with_conjunctions, with_listed_totals
from retrieval.fact import FactIndex
from retrieval.find_mentions import Mention, find_mentions, mask, unexplained
from retrieval.is_talk import is_talk
from retrieval.is_unhandled import is_unhandled
from retrieval.join_codes import join_codes
from retrieval.label_key import fold
from retrieval.left_over import left_over
from retrieval.load_vocabulary import Vocabulary
from retrieval.mend_names import mend_names
from retrieval.other_rows import set_others_apart, without_named
from retrieval.per_head import set_basis_apart, with_basis
from retrieval.plain_staff import plain_staff
from retrieval.read_balance import read_balance
from retrieval.read_clause import add_clause
from retrieval.reword import reword
from retrieval.same_thing import one_thing
from retrieval.task import Reading, State, Task, Want
from retrieval.whole_first import whole_first

CLAUSE_END = re.compile(r"[;。?!]|(?<!\d),|,(?!\d{3})")
MODIFIED = re.compile(r"[^\W~■\d]{5,}的■")  # a named thing narrowed by words that no label has
FOR_STAFF = re.compile(r"给(?:全体|所有|全[局院校镇委])*(?:干部职工|职工|员工|工作人员|同志们?|大家)")  # for all of them: the item itself
OF_PERIOD = re.compile(r"[上下]半年|(?<!\d)1?\d月(?!\d)|[一二三四1-4]季度|每[天日月周]|[日月]均")
LEFT_OUT = re.compile(
    r"(?:非|除了?|除去|扣除|剔除|不含|不包括|不算|[扣减刨去剔抛](?:掉|去|开))(?:其中:?)?~?■|除(?:了|去)?[^\W■]{1,4}■+(?:之外|以外|外)"
)
WHOLE_UNREAD = re.compile(r"(?:里头?|当?中|之中|内)$")  # “项目钱里，A占多少”: the whole that no label names
WHAT_IS_LEFT = re.compile(
    r"~*(?:那|一共|总共|还|就|最后|今年|当年|本年|实际|新)*(?:剩|余|空|结余|得(?:多少|几)|等于(?:多少|几)|差(?:多少|几)|(?:有|是|安排)(?:了)?多少[^■]{0,4}$)"
)
OWN_LEVEL = re.compile(r"本级|局机关")
TABLE_ASIDE = re.compile(r"[(（]([^()（）]{2,30}表[^()（）]{0,4})[)）]")  # “…的项目支出（支出决算表）”
IN_TABLE = re.compile(  # the table is part of what the next clause asks
    r"(表(?:格|\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3})?(?:~|中|里面?|上|内)*)[,:]"
)
OTHER_BODY = re.compile(r"[(（](?:不是|并非|而非)\s+(?:的)?(?:[那这]一?[条个笔行项家边份])?(?:的)?[)）]")  # “（不是乙中心那条）”
SAID_IN_BRACKETS = re.compile(r"[(（](?:也?就是|即|指的?是)([^()（）]{2,20})[)）]")
SAID_AGAIN = re.compile(r",(?=(?:也?就是|即|也叫)(?!说))")  # “2080101那行,就是A”: the same thing by its name
TAKEN_FIRST = re.compile(  # “扣除B，A还有多少”: A without B
    r"(?:除[了去掉开]?|扣除|扣[掉去]|刨[去掉除]|不算|去掉)(?P<taken>[^,;?~除]{2,24}?)(?:之外|以外|外|后|之后|以后)?,(?P<whole>[^,;?]{2,24}?)(?:里面?|中|当中)?"
    r"(?P<left>(?:一共|总共)?(?:还|剩|余)[^,;?多几]{0,4}(?:多少|几))"
)
SPELT_CODE = re.compile(r"(?<!\d)(\d{3})类,?(\d{2})款,?(?:(\d{2})项)?")  # 302类99款 is 30299
WHOLE_SCOPE = re.compile(  # “基本支出和项目支出都算上”, “全口径（基本加项目）”: the account is not narrowed
    r"(?:不管|不分|不论|无论)?(?:是)?基本(?:支出)?(?:、|和|与|及|加上?|还是|跟|,)项目(?:支出)?(?:全都?|都|一起|一并|合起来|加起来)*(?:算进去|算上|算在内|包括在内|计入|在内)"
    r"|\((?:中心)?(?:行政|事业)(?:人员|编制)?(?:和|与|及|、|)(?:行政|事业)(?:人员|编制)?(?:全|都|两块|两部分)*(?:算进去|算上|算在内|包括在内|计入|在内|算|有|含)?\)"
    r"|(?:按)?全口径(?:的|算|计)?(?:\(基本(?:支出)?(?:加|和|、|\+)项目(?:支出)?\))?"
)
COUNT_NOUNS = re.compile(r"(?<=[待访])(?:的|了)?批次数?(?:和|与|及|、|以及)(?:接待)?(?:来宾)?人(?:次|数)数?")  # how many of either
LED_BY_LIST = re.compile(  # “项目当中,不少于10万元的”, “项目里,金额最大的”
    r"(项目(?:当中|之中|里头|里面|里|中)),(?=[^,;?]{0,12}\d|(?:预算|金额|资金|钱|花钱|安排)*最)"
)
BY_ACCOUNT = re.compile(r"[,;?]?\(?(?:请|都|均)?按(?:照)?([^,;?()]{2,20}?)(?:的)?口径(?:来)?(?:计算|统计|算|看|说|比)?\)?(?=[,;?]|$)")
NAMES_ITEM = re.compile(r"(?:项目|工程|经费|补助|补贴|费|专项|活动)[~的]*$")
QUOTED = re.compile(r"“([^“”]{3,24})”")
ALIKE = 60
MISSPELT = 75
ASKS = re.compile(r"多[少大]")


def parse_question(parts: Sequence[str], index: FactIndex, vocabulary: Vocabulary, *, by_part: bool = False) -> Reading:
    """The tasks of the last of `parts` against one document's labels; earlier parts are the questions it follows on.

    A part is what `choose_documents` left of a question. A last part that asks nothing of its own (“乙市的呢？”) repeats the tasks before.
    `by_part` takes a word that is a part of labels for them.
    """
    state = State()
    for part in parts[:-1]:
        state = read_part(part, state, index, vocabulary)
    before = state.tasks
    state = read_part(parts[-1], replace(state, unknown=(), corrections=(), unhandled=()), index, vocabulary, by_part=by_part)
    if any(task.measure == "share" and task.denominator is None for task in state.tasks if task not in before):
        state = replace(state, unhandled=(*state.unhandled, *(one for one in state.unknown if WHOLE_UNREAD.search(one))))
    new = tuple(following(task, before, index) for task in state.tasks if task not in before)
    # “甲市的呢？” asks the same again, “食堂呢？” something that no label has
    asked = [word for word in state.unknown if not new or word.endswith("呢")]
    named = [word for word in (named_in(one, vocabulary) for one in asked) if len(word) >= 2]
    state = replace(state, unhandled=(*state.unhandled, *named, *(OWN_LEVEL.findall(parts[-1]) if not new else ())))
    return Reading(tuple(dict.fromkeys(new or before[-1:])), state.unknown, state.corrections, state.unhandled)


def following(task: Task, before: tuple[Task, ...], index: FactIndex) -> Task:
    """A task of a question that follows on others: a new row takes the old one's place, a new column keeps the old row."""
    old = {one for earlier in before for want in earlier.wants for one in (*want.mentions, *want.context)}
    rows = {one for one in old if not is_column(one, index)}
    wants = (replace(want, mentions=tuple(likest(one, rows) for one in want.mentions)) for want in task.wants)
    return replace(task, wants=tuple(replace(want, context=tuple(context_of(want, old, rows, index))) for want in wants))


def likest(one: Mention, rows: set[Mention]) -> Mention:
    """A part of names in the name that is most like the row it takes the place of (“那基金的呢” after 一般公共预算拨款收入)."""
    if not one.is_part or not rows:
        return one
    rated = [(max(fuzz.ratio(key, old) for row in rows for old in (*row.keys, row.asked)), key) for key in one.keys]
    best = max(likeness for likeness, _ in rated)
    return replace(one, keys=tuple(key for likeness, key in rated if likeness == best)) if best >= ALIKE else one


def context_of(want: Want, old: set[Mention], rows: set[Mention], index: FactIndex) -> Iterator[Mention]:
    """What a want keeps of its context: all that its own question said, and of earlier ones what it does not replace."""
    is_row = not any(is_column(one, index) for one in want.mentions)
    for one in want.context:
        if one not in old or (bool(rows) and (one not in rows or stands_over(one, want, index)) if is_row else one in rows):
            yield one


def stands_over(one: Mention, want: Want, index: FactIndex) -> bool:
    """Whether a row that was spoken of (a project) has rows of the name that is now asked for."""
    held = {number for key in one.keys for number in index.postings.get(key, ())}
    asked = {number for mention in want.mentions for key in mention.keys for number in index.postings.get(key, ())}
    return not set(one.keys) & {key for mention in want.mentions for key in mention.keys} and bool(held & asked)


def read_part(part: str, state: State, index: FactIndex, vocabulary: Vocabulary, *, by_part: bool = False) -> State:
    """The state after one more question; the account by which it wants its figures (“按…口径”) is asked of each of them."""
    account = BY_ACCOUNT.search(part)
    named = tuple(one for one in find_mentions(fold(account[1]), index, vocabulary) if not one.is_weak) if account else ()
    if account is None or not named:
        return read_question(part, state, index, vocabulary, by_part=by_part)
    after = read_question(f"{part[: account.start()]}{part[account.end() :]}", state, index, vocabulary, by_part=by_part)
    return replace(after, tasks=tuple(task if task in state.tasks else of_account(task, named) for task in after.tasks))


def of_account(task: Task, named: tuple[Mention, ...]) -> Task:
    """A task whose figures must all be of an account."""
    return replace(task, wants=tuple(replace(want, mentions=(*named, *want.mentions)) for want in task.wants))


def read_question(part: str, state: State, index: FactIndex, vocabulary: Vocabulary, *, by_part: bool = False) -> State:
    """The state after one more question that is of no account in particular."""
    part, basis = set_basis_apart(join_codes(part, index.codes), index)
    part = WHOLE_SCOPE.sub(lambda found: "~" * len(found[0]), SPELT_CODE.sub(lambda one: "".join(filter(None, one.groups())), part))
    part = plain_staff(part, index)
    part = SAID_IN_BRACKETS.sub(lambda one: one[0] if has_name(one[1], index, vocabulary) else "~" * len(one[0]), part)
    part = OTHER_BODY.sub(lambda one: "~" * len(one[0]), TABLE_ASIDE.sub(r" \1 ", part))
    text = fold(re.sub(r"\s+", "~", re.sub(r"(?<=\d)\s(?=\d)", "", part).replace("收、支", "收支")))
    text, others = set_others_apart(text)
    quoted = tuple(mend_names(fold(one), index.windows, vocabulary)[0] for one in QUOTED.findall(part) if fold(one))
    text = LED_BY_LIST.sub(r"\1", COUNT_NOUNS.sub("多少批次,多少人次", text))
    for asked, names in vocabulary.compounds:
        text = text.replace(asked, "、".join(names)) if asked in text and is_unprinted(asked, names, text, index) else text
    text = SAID_AGAIN.sub("", re.sub(r"[;,，](?:还有|以及|和|及|再加上|另外还有)", "、", reword(whole_first(text))))
    text, slips = mend_names(IN_TABLE.sub(r"\1", text), index.windows, vocabulary)
    state = replace(state, corrections=(*state.corrections, *slips))
    if balance := read_balance(text, index, vocabulary):
        return replace(state, tasks=(*state.tasks, balance))
    clauses = [clause for clause in CLAUSE_END.split(text) if clause.strip("~、")]
    context: tuple[Mention, ...] = ()
    before = state.tasks
    for place, clause in enumerate(clauses):
        if state.tasks and state.tasks[-1].reducer == "minus" and WHAT_IS_LEFT.match(clause):
            continue
        clause, bound = set_bound_apart(clause)
        mentions = find_mentions(clause, index, vocabulary, parts=by_part)
        if (listed := with_conjunctions(clause, mentions, index)) != clause:
            clause, mentions = listed, find_mentions(listed, index, vocabulary, parts=by_part)
        if any(not one.is_weak for one in mentions) or state.tasks or context:
            mentions = tuple(one for one in mentions if not one.is_weak)
        mentions = without_side_words(clause, without_indicator_word(clause, one_total(mentions)))
        mentions = with_listed_totals(clause, without_carried_out(clause, one_thing(clause, mentions, index), state.tasks), index)
        masked = mask(clause, mentions)
        state = replace(
            state,
            corrections=(*state.corrections, *((one.asked, one.correction) for one in mentions if one.correction)),
            unknown=(*state.unknown, *(segment for _, segment in unexplained(masked, vocabulary))),
        )
        lost = [one for one in quoted if one in clause and not any(named_by(one, mention) for mention in mentions)]
        state = replace(state, unhandled=(*state.unhandled, *lost))
        spelt = mask(clause, tuple(one for one in mentions if not one.correction))
        is_taken = "minus" in operations_in(masked, vocabulary)
        if OF_PERIOD.search(spelt) or (LEFT_OUT.search(spelt) and not is_taken) or unknown_operand(masked, vocabulary):
            state = replace(state, unhandled=(*state.unhandled, clause))
        asks = has_operation(masked, vocabulary) or any(one.is_total and ASKS.search(one.asked) for one in mentions)
        if mentions and place + 1 < len(clauses) and not asks:
            context = (*(one for one in context if one.asked not in {own.asked for own in mentions}), *marked_group(clause, mentions))
            if any(not is_talk(FOR_STAFF.sub("", one[0]), vocabulary.talk) for one in MODIFIED.finditer(masked)):
                state = replace(state, unhandled=(*state.unhandled, clause))
            if content(masked, index, vocabulary) and "■" in masked.rstrip("~中里内的上"):
                known = (word for word in content(masked, index, vocabulary) if is_known(word, index, vocabulary))
                state = replace(state, unhandled=(*state.unhandled, *known))
            continue
        if not mentions and context and state.tasks == before:
            mentions, clause, context = context, clauses[place - 1] + clause, ()
        left = left_over(clause, masked, [task for task in state.tasks if task not in before]) if not mentions else None
        added = [*state.tasks, left] if left else add_clause(clause, mentions, context, list(state.tasks), index, vocabulary)
        if place and is_item_unread(clauses[place - 1], mentions, context, index, vocabulary):
            state = replace(state, unhandled=(*state.unhandled, clauses[place - 1]))
        added = [task if task in state.tasks else against_opening(task, clause, index) for task in added]
        bounded = (task if task in before else with_bound(with_basis(task, basis, index), bound) for task in added)
        tasks = tuple(task if task in before else without_named(task, others) for task in bounded)
        is_open = is_unhandled(masked, tasks, state.tasks, vocabulary)
        is_open = is_open or (is_taken and bool(LEFT_OUT.search(spelt)) and not any(task.reducer == "minus" for task in tasks))
        state = replace(state, tasks=tasks, unhandled=(*state.unhandled, clause) if is_open else state.unhandled)
    if context and not state.tasks:
        return replace(state, tasks=tuple(add_clause(clauses[0], context, (), [], index, vocabulary)))
    return state


def is_unprinted(asked: str, names: tuple[str, ...], text: str, index: FactIndex) -> bool:
    """Whether no name that the question gives holds the short word, and the document has the full one."""
    if asked in index.variants or any(asked in name and name in text for name in index.variants):
        return False
    return len(names) > 1 or any(names[0] in name for name in index.variants)


def has_name(text: str, index: FactIndex, vocabulary: Vocabulary) -> bool:
    """Whether a text names something that the document has."""
    return any(not one.is_weak for one in find_mentions(fold(text), index, vocabulary))


def is_item_unread(
    clause: str, asked: tuple[Mention, ...], context: tuple[Mention, ...], index: FactIndex, vocabulary: Vocabulary
) -> bool:
    """Whether the clause before names an item that no label has (“服装项目，花了多少”): then the whole budget is not meant."""
    if context or not asked or not all(one.is_total for one in asked) or not NAMES_ITEM.search(clause):
        return False
    strong = [one for one in find_mentions(clause, index, vocabulary) if not one.is_weak]
    return not strong and bool(named_in(NAMES_ITEM.sub("", clause), vocabulary))


def named_by(quoted: str, mention: Mention) -> bool:
    """Whether a mention stands for what the question puts in quotation marks."""
    is_misspelt = mention.correction is not None and fuzz.ratio(quoted, mention.correction) >= MISSPELT
    return mention.asked in quoted or quoted in mention.asked or is_misspelt
