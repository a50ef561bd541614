"""Whether a question names something that neither the answer nor its evidence speaks of: something narrower than a total, or an account."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from app.answer import Answer
from ingest.labels.row_codes import row_codes
from retrieval.facts.fact import FactIndex
from retrieval.lookup.rank_bodies import KINDS
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.label_key import fold, is_total, label_key
from retrieval.spelling.load_vocabulary import Vocabulary

TOTAL = re.compile(r"(?:本年|单位|部门|预算|决算|收入|支出|收支)*(?:收入|支出|收支|预算|决算)(?:总额|合计|总计|总数)?")
LONGEST_CHATTER = 5  # characters in a row that nothing accounts for
THING = re.compile(
    r"[车房楼电水油气暖饭书药树路桥渠坝灯屋地墙狗猫马牛羊鱼粮煤衣鞋帽桌椅床笔纸买购租雇聘]"
)  # a word of one character that is bought or kept, or what is done to get it
CODE = re.compile(r"(?<!\d)\d{5,}(?!\d)")
QUOTED = re.compile(r"[“‘\"]([^“”‘’\"]{1,8})[”’\"]")
UNDERSTOOD = re.compile(r"^按“.*”理解。$", re.MULTILINE)
OPENING, CLOSING = re.compile(r"年初|期初|上年末|上年结转"), re.compile(r"年末|期末|年底|结转下年")
BODY = re.compile(r"学校|小学|中学|幼儿园|学院|医院|卫生院|中心|[支大]队|服务站|图书馆|文化馆|博物馆")
ALL_BODIES = re.compile(rf"(?:所有|全部|全[区县市局]|各|全体|整个)[个所家]?的?(?:{BODY.pattern})")
KIND_OF_BODY = r"小学|中学|幼儿园|学院|医院|卫生院|图书馆|文化馆|博物馆"
NAMED_BODY = re.compile(rf"(?:^|[\s,、;和与跟及的])([一-鿿]{{2,8}}?(?:{KIND_OF_BODY}))(?=[\s和与跟及,、]|有[多几]|在[校职编]|编制|$)")
NO_BODY = re.compile(rf"[各哪几每两三四五六七八九十]|所有|全部|公立|公办|民办|普通|中小学|城区|农村|乡镇|下属|所属|^(?:{KIND_OF_BODY})$")
SUM_ASKED = re.compile(r"一共|总共|合计|加起来|共计|总和")
REASON = re.compile(r"(?:主要)?原因(?:是|为)|主要(?:是|系)(?:由于|因为?)?|由于")
SHORTEST_ITEM = 3
SHORTEST_NARROWING = 2
ASKS = re.compile(r"多少|几")
PART_OF_PROJECT = 5
OF_PROJECTS = re.compile(r"项目支出|项目.*绩效|重点项目")


def leaves_out(
    answer: Answer, rest: str, vocabulary: Vocabulary, indexes: Sequence[FactIndex], *, is_vague: bool = False, is_by_part: bool = False,
    is_likewise: bool = False,
) -> bool:
    """Whether the question (without its document's words) names something of which neither the answer nor its evidence speaks.

    It is vague where nothing but an everyday word (花了多少) stands for what is asked: then every other word counts, as it does
    in the asking clause where a part of a name was taken for the name, and where a follow-up only names another thing (那用电呢).
    """
    above = accounts_above(answer, indexes)
    left = unaccounted(answer, rest, vocabulary, above)
    things = (run for run in left if len(run) >= SHORTEST_NARROWING or THING.search(run))
    if is_likewise and any(not is_talk(run, vocabulary.talk) for run in things):
        return True
    asking = [clause for clause in re.split(r"[,;?。]", rest) if ASKS.search(clause)] if is_by_part else []
    narrowed = [run for clause in asking[-1:] for run in unaccounted(answer, clause, vocabulary, above) if len(run) >= SHORTEST_NARROWING]
    if any(not is_talk(run, vocabulary.talk) for run in narrowed):
        return True
    if is_of_all_bodies(answer) and not ALL_BODIES.search(rest) and any(BODY.search(run) for run in left):
        return True  # “外国语学校有多少学生”: of no body that the document knows
    if SUM_ASKED.search(rest) and "+" in (answer.calculation or "") and is_by_part:
        return True  # of several that bear a part of the name, some are added up
    is_coded = CODE.search(rest) is not None  # then what else is said of the account explains it
    if (answer.status == "answered" and leaves_quoted(rest, left)) or is_of_other_end(answer, rest):
        return True
    bodies = frozenset(unit for index in indexes for unit in (*index.document.info.units, index.document.info.organization or ""))
    is_unnamed = leaves_body(answer, rest) or leaves_named(answer, left, bodies, is_vague=is_vague) or leaves_item(answer, rest, indexes)
    return is_unnamed or (not is_coded and leaves_label(answer, left, indexes))


def sums_some(answer: Answer, corrections: Sequence[tuple[str, str]], indexes: Sequence[FactIndex]) -> bool:
    """Whether only some of the rows that bear the asked part of a name are added up (采暖补贴: that of the retired).

    `corrections` are (as asked, as understood).
    """
    if "+" not in (answer.calculation or ""):
        return False
    pairs = ((label_key(asked), label_key(meant)) for asked, meant in corrections)
    names = [key for index in indexes for key in index.postings]
    return any(asked in meant and asked != meant and sum(asked in key for key in names) > 1 for asked, meant in pairs if asked)


def picks_unit(corrections: Sequence[tuple[str, str]], indexes: Sequence[FactIndex]) -> bool:
    """Whether a name that several of a document's units end with was understood as one of them.

    `corrections` are (as asked, as understood).
    """
    units = [{label_key(unit) for unit in index.document.info.units} for index in indexes]
    pairs = [(label_key(asked), label_key(meant)) for asked, meant in corrections]
    return any(meant in own and asked and sum(one.endswith(asked) for one in own) > 1 for asked, meant in pairs for own in units)


def is_of_all_bodies(answer: Answer) -> bool:
    """Whether all that is told stands in rows that only say 合计."""
    return bool(answer.citations) and all(one.row and is_total(label_key(one.row[-1])) for one in answer.citations)


def leaves_body(answer: Answer, rest: str) -> bool:
    """Whether the question (without the bodies that it is asked of) names a school or another house of which nothing is told."""
    held = fold(answer.text)
    return any(not NO_BODY.search(one) and fold(one) not in held for one in NAMED_BODY.findall(rest))


def is_of_other_end(answer: Answer, rest: str) -> bool:
    """Whether what there is at the end of the year is asked for and the figure is of its beginning, or the other way round."""
    asked = [pattern for pattern in (OPENING, CLOSING) if pattern.search(rest)]
    if len(asked) != 1 or len(answer.values) != 1:
        return False
    places = "".join((answer.values[0].label, *answer.citations[0].row, *answer.citations[0].col)) if answer.citations else ""
    other = OPENING if asked[0] is CLOSING else CLOSING
    return bool(other.search(places)) and not asked[0].search(places)


def unaccounted(answer: Answer, rest: str, vocabulary: Vocabulary, above: str = "") -> tuple[str, ...]:
    """The stretches of a question that neither words of asking nor the answer with its evidence, and the accounts above it, hold."""
    text = fold(re.sub(r"\s", "~", rest))
    told = UNDERSTOOD.sub("", answer.text)  # what was read for what was asked is no evidence of it
    cited = ("".join((one.section, one.table or "", REASON.split(one.quote)[0], *one.row, *one.col)) for one in answer.citations)
    held = fold(told + above + "".join(cited))  # why an amount is what it is does not say of what it is
    bodies = [one.label.split("·")[0] for one in answer.values]
    told_kind = [word for word, kind in KINDS.items() if bodies and all(map(kind.search, bodies))]
    ranked = [re.compile(rf"(?:最[多少高低大小]的)?[一二两三四五六七八九十几哪\d]*[所家个]?{word}|[几哪][所家]") for word in told_kind]
    spent = {at for pattern in (*ranked, vocabulary.fillers, *(one for _, one in vocabulary.operations)) for at in places(pattern, text)}
    said = [one for one in vocabulary.synonyms if one.is_total or one.is_weak or any(fold(name) in held for name in one.names)]
    spent |= {at for one in said for word in one.asked if word in text for at in places(re.compile(re.escape(word)), text)}
    spent |= {at for start in range(len(text) - 1) if text[start : start + 2] in held for at in (start, start + 1)}
    left = "".join("~" if at in spent or not re.match(r"[一-鿿]", letter) else letter for at, letter in enumerate(text))
    return tuple(run for run in left.split("~") if run)


def leaves_quoted(rest: str, left: Sequence[str]) -> bool:
    """Whether a word in quotation marks is spoken of nowhere in the answer and its evidence."""
    return any(fold(quoted) in left for quoted in QUOTED.findall(rest))


def leaves_named(answer: Answer, left: Sequence[str], bodies: Collection[str] = (), *, is_vague: bool = False) -> bool:
    """Whether all that is told are totals, of the document or of these bodies, and the question names something else at length."""
    parts = [part for value in answer.values for part in value.label.split("·")]
    are_totals = bool(parts) and all(part in bodies or TOTAL.fullmatch(part) for part in parts)
    return are_totals and any(is_vague or len(run) >= LONGEST_CHATTER or THING.search(run) for run in left)


def leaves_label(answer: Answer, left: Sequence[str], indexes: Iterable[FactIndex]) -> bool:
    """Whether figures are told and the question names a part of a row's or a column's name (质保金 of 设备质保金) that they are not of."""
    if answer.answered_by != "rule" or not answer.values:
        return False
    names = "~".join(key for index in indexes for key in index.postings)
    parts = (run[at : at + SHORTEST_ITEM] for run in left for at in range(len(run) - SHORTEST_ITEM + 1))
    return any(part in names for part in parts)


def leaves_item(answer: Answer, rest: str, indexes: Iterable[FactIndex]) -> bool:
    """Whether the question (without its document's words) names an account in full or a project for the most part, and the answer neither.

    What a table prints with one other character (综台窗口 for 综合窗口) is the project all the same.
    """
    if answer.answered_by != "rule" or not answer.citations:
        return False
    text = fold(re.sub(r"\s", "~", rest))
    cited = (part for one in answer.citations for part in (one.section, one.table or "", one.context or "", one.quote, *one.row, *one.col))
    held = "~".join((*map(label_key, (answer.text, *cited)), accounts_above(answer, indexes)))
    named = {name for index in indexes for name in (*accounts_in(text, index), *projects_in(text, index))}
    whole = {name for name in named if not any(name in other for other in named - {name})}
    return any(not stands_in(name, held) and not is_of_same_amount(name, answer, indexes) for name in whole)


def is_of_same_amount(name: str, answer: Answer, indexes: Iterable[FactIndex]) -> bool:
    """Whether a row of the name prints an amount that is cited under another of its names (公务用车运行费, 公务用车运行维护费)."""
    quoted = "~".join(one.quote for one in answer.citations)
    facts = (index.facts[number] for index in indexes for number in index.postings.get(name, ()))
    amounts = {one.source.value for one in facts if one.is_money and one.source.quantity and one.source.quantity.number}
    return any(re.search(rf"(?<![\d,.]){re.escape(amount)}(?![\d,])", quoted) for amount in amounts)


def accounts_above(answer: Answer, indexes: Iterable[FactIndex]) -> str:
    """The names of the accounts whose codes are the beginning of the codes of all rows that are cited: the answer is of a part of them."""
    cited = [codes[0] for one in answer.citations if (codes := row_codes(one.row))]
    if not cited or len(cited) < len(answer.citations):
        return ""
    names = {
        key for index in indexes for fact in index.facts for key, _ in fact.labels
        if fact.codes and all(code != fact.codes[0] and code.startswith(fact.codes[0]) for code in cited)
    }  # fmt: skip
    return "~".join(("", *sorted(names), ""))


def accounts_in(text: str, index: FactIndex) -> Iterator[str]:
    """The names of accounts that a text holds."""
    return (name for name in index.accounts if len(name) >= SHORTEST_ITEM and name in text)


def projects_in(text: str, index: FactIndex) -> Iterator[str]:
    """What a text holds of the names of projects, if it is enough of one to know it by."""
    names = {key for fact in index.facts if any(map(OF_PROJECTS.search, fact.titles)) for key, _ in fact.labels}
    for name in names:
        found = SequenceMatcher(None, text, name.removesuffix("项目"), autojunk=False).find_longest_match()
        if found.size >= PART_OF_PROJECT:
            yield text[found.a : found.a + found.size]


def stands_in(name: str, held: str) -> bool:
    """Whether a name stands in a text, one character of a longer one perhaps another."""
    if name in held or len(name) < PART_OF_PROJECT:
        return name in held
    return any(re.search(f"{re.escape(name[:at])}.{re.escape(name[at + 1 :])}", held) for at in range(len(name)))


def places(pattern: re.Pattern[str], text: str) -> frozenset[int]:
    """Where a pattern stands in a text, character by character."""
    return frozenset(at for found in pattern.finditer(text) for at in range(*found.span()))
