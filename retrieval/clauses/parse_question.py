"""A question to tasks: for each clause which items are asked for, in which measure, and what is done with the results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest import late_re as re
from retrieval.clauses.clause_words import named_in
from retrieval.clauses.follow_on import follow_on
from retrieval.clauses.read_question import read_question
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Reading, State, Task
from retrieval.names.find_mentions import find_mentions
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import Vocabulary
from retrieval.spelling.unexplained import without_gaps

WHOLE_UNREAD = re.compile(r"(?:里头?|当?中|之中|内)$")  # “项目钱里，A占多少”: the whole that no label names
SHORTEST, LONGEST = 2, 8
ALONE = re.compile(r"^[~\s]*(?:那么?|其中|还有)?|(?:的|那|呢|吗|[~\s?？。,])*$")
SIDES = re.compile(r"(?:年初|全年|调整|部门|单位)?(?:预算|决算|执行)数?|金额|数|单位|部门|机关|全年|本年|.*[~■].*")
OWN_LEVEL = re.compile(r"本级|局机关")
BY_ACCOUNT = re.compile(r"[,;?]?\(?(?:请|都|均)?按(?:照)?([^,;?()]{2,20}?)(?:的)?口径(?:来)?(?:计算|统计|算|看|说|比)?\)?(?=[,;?]|$)")


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
    new = tuple(follow_on(task, before, index) for task in state.tasks if task not in before)
    # “甲市的呢？” asks the same again, “食堂呢？” something that no label has
    asked = [word for word in state.unknown if not new or word.endswith("呢")]
    named = [word for word in (named_in(one, vocabulary) for one in asked) if len(word) >= 2]
    named += [] if new or named or asks_again(parts[-1], before) else bare_word(parts[-1], vocabulary)
    state = replace(state, unhandled=(*state.unhandled, *named, *(OWN_LEVEL.findall(parts[-1]) if not new else ())))
    return Reading(tuple(dict.fromkeys(new or before[-1:])), state.unknown, state.corrections, state.unhandled)


def asks_again(part: str, before: Sequence[Task]) -> bool:
    """Whether a part names what the last task before it asks for (“上年事业收入多少” after “事业收入多少”)."""
    last = [one.asked for task in before[-1:] for want in task.wants for one in want.mentions]
    return bool(last) and all(name in fold(part) for name in last)


def bare_word(part: str, vocabulary: Vocabulary) -> list[str]:
    """The word that is all of a follow-up (“医疗呢”) where it neither asks, nor only talks: what it means, no label has by itself."""
    masked = fold(part)
    for pattern in (pattern for _, pattern in vocabulary.operations):
        masked = pattern.sub(without_gaps, masked)
    word = named_in(masked, vocabulary) or ALONE.sub("", masked)
    return [] if SIDES.fullmatch(word) else [word] if SHORTEST <= len(word) <= LONGEST and not is_talk(word, vocabulary.talk) else []


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
