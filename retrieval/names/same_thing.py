"""One thing named twice in a clause: by its code and its name, by two of its names, or announced before it is named."""

from __future__ import annotations

from dataclasses import replace

from ingest import late_re as re
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention

EXPLAINS = re.compile(  # what may stand between two names of one thing
    r"[~:的]*(?:[这那][个项笔行块])?[~:,]*(?:也?就是|即|也叫|又叫|全称是?|正式(?:名称|叫法)是?)?[~:]*(?:说|指)?(?:单位|职工|个人)?(?:[缴交付]的?)?"
)
STRETCH = re.compile(r"[^\W\d_~:;,.、]{2,20}")
WITHIN = re.compile(r"[~的]*(?:里头?|里面|之?中(?!心)|当中|其中|之内)")
OF_ANY = re.compile(r"预算|决算|支出|收入|经费|费用|执行|年度|部门|单位|公共|财政|拨款|项目|情况")  # narrow no name
QUALIFIER = 2  # so many characters has a word that narrows a name
CONJUNCTION = re.compile(r"[和与跟及同比]")


def one_thing(clause: str, mentions: tuple[Mention, ...], index: FactIndex) -> tuple[Mention, ...]:
    """The mentions, those that name one thing side by side joined, and without what only announces it."""
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        one = with_word_before(clause, mention, before.end if before else 0)
        if before is not None and (both := together(clause, before, one, index)) is not None:
            joined[-1] = both
        elif before is None or before.end <= one.start:
            joined.append(with_its_words(clause, one, index))
    return tuple(with_role(clause, one) for one in joined if not announces(clause, one, joined))


def with_role(clause: str, one: Mention) -> Mention:
    """The mention, marked where it only says of what the thing named after it is a part (“资产里的房屋”)."""
    return replace(one, is_scope=True) if WITHIN.match(clause, one.end) else one


def together(clause: str, before: Mention, after: Mention, index: FactIndex) -> Mention | None:
    """Both as one mention, where nothing but explaining words stand between them and one row or column bears both."""
    is_table = before.asked.endswith("表") or after.asked.endswith("表")
    if is_table or before.is_total or after.is_total or not EXPLAINS.fullmatch(clause[before.end : after.start]):
        return None
    asked = clause[before.start : after.end]
    coded = next((one for one in (before, after) if one.code), None)
    if coded is not None:
        named = after if coded is before else before
        called = tuple(key for key in named.keys if key in names_of_code(coded.code or "", index)) if not named.code else ()
        return replace(coded, start=before.start, end=after.end, asked=asked, keys=called) if called else None
    shared = tuple(key for key in after.keys if key in before.keys)
    return replace(after, start=before.start, asked=after.asked, keys=shared) if shared and before.asked != after.asked else None


def names_of_code(code: str, index: FactIndex) -> frozenset[str]:
    """The names that stand in the rows of a code."""
    return frozenset(key for number in index.codes.get(code, ()) for key, _ in index.facts[number].labels)


def with_word_before(clause: str, one: Mention, free: int) -> Mention:
    """A name together with the word right before it that only some of its keys have (职工医疗: no 居民医疗)."""
    word = clause[max(free, one.start - QUALIFIER) : one.start]
    keys = tuple(key for key in one.keys if word in key) if len(word) == QUALIFIER and not OF_ANY.fullmatch(word) else ()
    if not keys or len(keys) == len(one.keys):
        return one
    return replace(one, start=one.start - QUALIFIER, asked=word + one.asked, keys=keys)


def with_its_words(clause: str, one: Mention, index: FactIndex) -> Mention:
    """A code together with the words behind it that shorten the name of its row (“2080199其他事务” of 其他人力资源事务)."""
    if not one.code:
        return one
    names = names_of_code(one.code, index)
    one = replace(one, keys=tuple(names)) if len(names) == 1 and not one.keys else one
    words = STRETCH.match(clause, one.end)
    stretch = CONJUNCTION.split(words[0])[0] if words else ""
    ends = (end for end in range(len(stretch), 1, -1) if any(shortens(stretch[:end], name) for name in names))
    end = one.end + next(ends, 0)
    return replace(one, end=end, asked=clause[one.start : end])


def shortens(words: str, name: str) -> bool:
    """Whether words are a name with some of its characters left out, its beginning kept."""
    left = iter(name)
    return name.startswith(words[:2]) and all(character in left for character in words)


def announces(clause: str, one: Mention, others: list[Mention]) -> bool:
    """Whether a mention only tells what kind of things follow its colon (“两笔养老:…”)."""
    kinds = {key for other in others if other.start > one.start for key in other.keys}
    return clause[one.end : one.end + 1] == ":" and bool(kinds) and bool(kinds & set(one.keys))
