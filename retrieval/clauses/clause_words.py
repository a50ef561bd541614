"""What the words of a clause other than names say: operations, sides, bounds, how many of them, and what nothing accounts for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest import late_re as re
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention
from retrieval.facts.task import Want
from retrieval.spelling.bound import OF_MONEY
from retrieval.spelling.is_talk import is_talk
from retrieval.spelling.label_key import is_neutral_header
from retrieval.spelling.load_vocabulary import RowList, Vocabulary
from retrieval.spelling.unexplained import unexplained

BUDGET_SIDE = re.compile(
    r"年初(?:批|定|报|编|核|下|拨|打|安排|计划|准备)|年初预算|全年预算|预算数|(?<!完成)(?<!公共)(?<!部门)(?<!经营)预算(?!执行|管理|绩效|财政|单位|调整|编制|公开|支出$)"
)
FINAL_SIDE = re.compile(r"决算|执行数|实际(?!完成)|(?<!可)执行(?:了|掉)?多少")
SPENT = re.compile(r"(?:花|用|支|执行)(?:了|掉|去|出去)+(?:多少|几)|开销(?:多少|几)")
TOP = re.compile(
    r"前([一二两三四五六七八九十]|\d{1,2})(?!年|期)|最(?:大|多|高|贵|小|少|低)的(?:前)?([二三四五六七八九十两]|\d{1,2})(?:个|项|类|笔|样|块|所|家|位|名(?!义))"
)
LONGEST_CHAT = 4
ADDEND = re.compile(r"(?:和|与|及|以及|、|加上?).*(?:合计|一共|总共|共计|之和|加起来)")  # “差旅费和机票合计占…”
NOUN_ENDS = "用款"  # with another character before them they are words of their own: 食用, 捐款
RECIPIENT = re.compile(r"给([^\W\d_a-z■]{2,6}?)(?:发|拨|补|奖|付|买|配|的(?=■))")
EVERYBODY = re.compile(r"职工|干部|员工|(?:^|工作|在职|退休|全体|所有|单位|机关|在编|本局)人员|同志|退休|在职|单位|部门|大[家伙]|我们|咱")
SOME_OF_STAFF = re.compile(  # “那几个合同工的劳务费”: not all of it
    r"(合同工|合同制(?:人员|职工)|临时工|临聘人员|编外人员|外聘人员|聘用人员|保安|保洁员|司机|厨师|门卫|实习生|志愿者)们?的?(?=■)"
)
QUALIFIER = re.compile(r"(?<![^\W_])[^\W\d_a-z■]{2}(?=■)")
KIND_OF_ROW = re.compile(r"(?:指标|目标|项目)$")
OPERAND = re.compile(r"(?:■|的)(?:的)?([^\W\d_a-z■]{2,8})(?:和|及|以及|、)■(?=.*(?:分别|各))")
# “食堂项目的满意度”: of another project it is another figure
OF_THING = re.compile(r"([\u4e00-\u9fff]{2,14})(?:项目|工程|专项|活动)的?(?=■)")
# “下属单位的办公费”: a part of the body, of which no label tells
OF_PART = re.compile(r"((?:下属|所属|下设|直属|二级)(?:预算|事业)?(?:单位|机构))(?:的)?(?=■)")
OF_BODY = re.compile(r"■([站所队馆校院])(?=$|[的呢?~])")  # 农村供水|站: a body, and no account of that name
OF_SCOPE = re.compile(
    r"预算|基金|国有资本|拨款|专户|基本|项目|人员|公用|三公|采购|部门|单位|[本全当上]年|年度|总|专项|运转|特定目标|资金|^.{1,2}$"
)
ALTOGETHER = re.compile(r"总共|一共|共计|加起来|合起来|合在一起")
TOTALLED = re.compile(r"(?:合计|总计|总和|总额)(?:要|应|共|得|起来|~)*(?:发|花|用|安排|支出|是|为|有)?(?:了)?多少")
ENDS_TOTALLED = re.compile(r"合计呢?[~?]?$")
NAMED_ONE_BY_ONE = re.compile(r"■~*(?:[、和与及跟]|以及)~*■[■~]*(?:这|那)?(?:[两二三四五六七八九]|\d+)个")


def unknown_operand(masked: str, vocabulary: Vocabulary) -> bool:
    """Whether a list of things asked for begins with a word that nothing accounts for (“…的净值和■各多少”)."""
    for pattern in (pattern for _, pattern in vocabulary.operations):
        masked = pattern.sub(lambda found: "~" * len(found[0]), masked)
    return any(vocabulary.fillers.sub("", KIND_OF_ROW.sub("", found[1])).strip("~") for found in OPERAND.finditer(masked))


def has_operation(masked: str, vocabulary: Vocabulary) -> bool:
    """Whether a clause asks for something by an operation word or a question word."""
    return bool(operations_in(masked, vocabulary)) or bool(re.search(r"多少|(?<![的这那])几|哪|什么|吗|呢", masked))


def operations_in(masked: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The operations that a clause names, in order of priority."""
    return tuple(name for name, pattern in vocabulary.operations if pattern.search(masked))


def content(masked: str, index: FactIndex, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The content words of a masked clause that nothing accounts for.

    After its last name all of them count; before it those that labels hold too and those that run straight on into a name.
    """
    last = masked.rfind("■")
    words = []
    for start, segment in unexplained(masked, vocabulary):
        word = named_in(segment, vocabulary)
        end = start + len(segment)
        runs_on = masked[end : end + 1] == "■" and segment[-2:] == vocabulary.long_fillers.sub("", segment)[-2:]
        is_chat = len(word) <= LONGEST_CHAT and is_talk(word, vocabulary.talk)
        runs_on = runs_on or bool(masked[start - 1 : start] == "■" and ADDEND.match(segment))
        if len(word) >= 2 and not is_chat and (start > last or runs_on or is_known(word, index, vocabulary)):
            words.append(word)
    words += [thing for thing in things_of(masked, vocabulary) if not any(thing in one for one in words)]
    words += OF_PART.findall(masked)
    words += OF_BODY.findall(masked)
    words += [found[1] for found in SOME_OF_STAFF.finditer(masked) if not any(found[1] in one for one in words)]
    words += [found[1] for found in RECIPIENT.finditer(masked) if not (is_talk(found[1], vocabulary.talk) or EVERYBODY.search(found[1]))]
    return (*words, *(word for word in qualifiers(masked, vocabulary) if not any(word in one for one in words)))


def things_of(masked: str, vocabulary: Vocabulary) -> Iterator[str]:
    """What a project or the like is called of which a name is asked, where the words are no talk (“各项目的■”)."""
    for found in OF_THING.finditer(masked):
        named = named_in(found[1], vocabulary)
        if len(named) >= 2 and not is_talk(named, vocabulary.talk):
            yield found[1]


def named_in(segment: str, vocabulary: Vocabulary) -> str:
    """What a stretch may name: its words without those that say nothing, single characters (改 in 准备改多少户) among them."""
    pieces = re.split(r"[\W\d_a-z]+", vocabulary.long_fillers.sub("~", segment))
    words = (vocabulary.fillers.sub("", piece) for piece in pieces)
    return "".join(word for word in words if len(word) >= 2)


def qualifiers(masked: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Short words that stand right before a name and narrow it (编外■, 食堂■), where no filler accounts for them."""
    runs = (run[0] for run in QUALIFIER.finditer(masked))
    found = (run if run[1] in NOUN_ENDS and not vocabulary.fillers.search(run[0]) else vocabulary.fillers.sub("~", run) for run in runs)
    found = (re.sub(r"[\W\d_a-z■]", "", word) for word in found)
    return tuple(word for word in found if len(word) >= 2)


def is_known(word: str, index: FactIndex, vocabulary: Vocabulary) -> bool:
    """Whether a word, or a part of it, is a name of its own in the document or in the classification of accounts."""
    parts = {word[at:end] for at in range(len(word)) for end in range(at + 2, len(word) + 1)}
    return not parts.isdisjoint(index.variants.keys()) or not parts.isdisjoint(vocabulary.standard_names)


def is_altogether(clause: str) -> bool:
    """Whether the amounts of several items or units are asked for as one."""
    return bool(ALTOGETHER.search(clause)) and not re.search(r"各|分别|每", clause)


def is_each_altogether(clause: str, count: int) -> bool:
    """Whether so many items are each asked for as one of all the units (“在职的一共多少、退休的一共多少”)."""
    return count > 1 and len(ALTOGETHER.findall(clause)) >= count


def are_totalled(clause: str, *, are_named: bool = False) -> bool:
    """Whether the sum of several items is asked for (“A、B合计多少”, of `are_named` ones “A、B合计”); of one item 合计 is its column."""
    is_asked = bool(TOTALLED.search(clause)) or (are_named and bool(ENDS_TOTALLED.search(clause)))
    return is_altogether(clause) or (is_asked and not re.search(r"各|分别|每", clause))


def is_scope(one: Mention) -> bool:
    """Whether a mention only says of what the list is (一般公共预算支出, 项目支出), and is no item of it (教育支出)."""
    return bool(OF_SCOPE.search(one.asked)) and one.asked.endswith(("支出", "预算", "经费", "采购", "项目")) and len(one.asked) <= 12


def is_amount(one: Mention) -> bool:
    """Whether a mention only names the column of the amounts (项目金额)."""
    return is_neutral_header(one.asked) and one.asked.endswith(("金额", "总额"))


def top_in(clause: str) -> int | None:
    """“前三”, “最大的三个” as 3; None where a clause names no number of them."""
    found = TOP.search(clause)
    digits = (found[1] or found[2]).replace("两", "二") if found else ""
    return (int(digits) if digits.isdigit() else "零一二三四五六七八九十".find(digits)) if digits else None


def sides_in(masked: str, index: FactIndex) -> tuple[str, ...]:
    """Which sides a clause names, in its order; only final accounts have both."""
    if index.document.info.kind != "决算":
        return ()
    found = [(match.start(), side) for pattern, side in ((BUDGET_SIDE, "预算"), (FINAL_SIDE, "决算")) if (match := pattern.search(masked))]
    return tuple(side for _, side in sorted(found))


def is_plain_list(masked: str, mentions: tuple[Mention, ...], vocabulary: Vocabulary) -> bool:
    """Whether nothing but the list (with a bound and a scope) is asked for; “甲和乙两个项目” are two that are named, and no list."""
    if NAMED_ONE_BY_ONE.search(masked):
        return False
    tables = tuple(one for one in mentions if one.asked.endswith("表") and any(list_table(one, row) for row in vocabulary.lists))
    mentions = tuple(one for one in mentions if one not in tables)
    patterns = [one.pattern for one in vocabulary.lists]
    # The words of a list may take a part of its bound, and the other way round.
    orders = ([OF_MONEY, *patterns], [*patterns, OF_MONEY])
    rest = all(any(True for _ in unexplained(without(masked, order), vocabulary)) for order in orders)
    return not rest and all(one.is_weak or one.is_total or is_scope(one) or is_amount(one) or one.asked.endswith("类") for one in mentions)


def without(text: str, patterns: Sequence[re.Pattern[str]]) -> str:
    """A text with what the patterns find taken out, one after the other."""
    for pattern in patterns:
        text = pattern.sub("~", text)
    return text


def list_table(one: Mention, row: RowList) -> bool:
    """Whether a mention names a table in which such rows are listed."""
    return bool(one.keys) and all(any(re.search(title, key) for title in row.titles) for key in one.keys)


def kinds_of_rows(mentions: tuple[Mention, ...]) -> tuple[Want, ...]:
    """The kinds (特定目标类, 特定目标类项目) that the listed rows must be of."""
    plain = ((one, one.asked.removesuffix("项目")) for one in mentions)
    kinds = tuple(replace(one, keys=tuple(dict.fromkeys((*one.keys, kind)))) for one, kind in plain if kind.endswith("类"))
    return (Want(kinds),) if kinds else ()
