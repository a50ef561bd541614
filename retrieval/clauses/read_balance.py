"""“A、B 加起来，跟合计对得上吗”: amounts that are to be added up and held against another."""

from __future__ import annotations

from decimal import Decimal

from ingest import late_re as re
from ingest.quantity import Quantity
from retrieval.clauses.clause_words import content
from retrieval.facts.fact import FactIndex
from retrieval.facts.label_mention import Mention, mask
from retrieval.facts.task import Task, Want
from retrieval.names.coordinate_mentions import coordinate, is_column, is_title
from retrieval.names.find_mentions import find_mentions
from retrieval.spelling.load_vocabulary import Vocabulary

ADDED = re.compile(r"(?:加起来|相加|加总|之和|总和|(?:[加合凑]|汇总)(?:在|到|起来)*一(?:块儿?|起)|合起来|[一再]加|加一加)")
VERDICT = re.compile(
    r"(?:能不能|是否|是不是|会不会|怎么|应该|好像|到底|正好)*"
    r"(?:对不对得上|对得上|对不上|对得?起来|对上|(?:不|是否|相)?一致|相符|不符|吻合|(?:不|是否)?相等|(?:等不)?等于|(?:不|两)?一样|[相]?差(?!旅|额补))"
)
EQUALS = re.compile(r"(?:是不是|是否|等不)?等于|是不是|(?<!不)是否就?是")
PLUS = re.compile(r"(?<![增参追附更叠施,;?。])加上?(?![班装强大快速固工总起在])(?=[^,;?。]{2})")
JOINED = re.compile(r"■+(?:~*加上?~*■+)+")
ASKING = re.compile(r"(?:合计|总计|小计)?[行栏列]?|总[数额]")
TOTAL = re.compile(r"合计|总计|总数|总额|小计|总的")
MOST_AHEAD = 2  # a row and one column are added to nothing
AMOUNT = re.compile(r"(?<![\d.差了])(\d[\d,]*(?:\.\d+)?)(亿元|万元|元|万|%)?(?![\d年表月])")
ASIDE = re.compile(
    r"我|拿计算器|自己|手工|算错|没算错|为什么|为何|为啥|怎么回事|什么原因|什么情况|咋回事|哪里?错|问题|差额|出入|尾差|四舍五入"
    r"|[一二两三四五六几](?:个)?(?:数|行|项|栏)|一点点?|一分|一毛|几分|哪边|那?[行栏列]"
)


def asks_balance(question: str) -> bool:
    """Whether a question holds a sum against another amount."""
    added = ADDED.search(question) or PLUS.search(question)
    return added is not None and bool(VERDICT.search(question, added.end()) or EQUALS.search(question, 0, added.start()))


def read_balance(text: str, index: FactIndex, vocabulary: Vocabulary) -> Task | None:
    """The task of a folded question that holds a sum against another amount; None where it does not ask that."""
    if not asks_balance(text):
        return None
    named = tuple(one for one in find_mentions(text, index, vocabulary) if not one.is_weak and not ASKING.fullmatch(one.asked))
    sides = sides_of(text, mask(text, named))
    if sides is None:
        return None
    (start, end), (first, last) = sides
    parts, shared = parts_of(text, tuple(one for one in named if start <= one.start < end), index)
    held = tuple(one for one in named if first <= one.start < last and one.asked not in {part.asked for part in parts})
    given = AMOUNT.search(text, first, last)
    if not parts or not (held or given or TOTAL.search(text, first, last)):
        return None
    shared = tuple(one for one in shared if one.asked not in {whole.asked for whole in held})
    wants = tuple(Want((*shared, one), text=text) for one in parts)
    is_of_row = all(is_column(one, index) for one in (*parts, *held))  # 甲行的A加B，和本年合计: that of the same row
    whole = Want((*(one for one in shared if is_of_row or is_title(one, index)), *held), text=text) if held else None
    count = quantity_of(given) if given else None
    unknown = unread(text, named, index, vocabulary)
    return Task("value", wants, whole, "balance", is_of_total=not held, count=count, text=text, unknown=unknown)


def sides_of(text: str, masked: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the amounts that are added up stand, and where the one that they are held against."""
    added = ADDED.search(text) or JOINED.search(masked)
    if added is None:
        return None
    verdict = VERDICT.search(text, added.end())
    equals = EQUALS.search(text, 0, added.start())
    if equals and not (verdict and re.search(r"[■合总]", masked[added.end() : verdict.end()])):
        return (equals.end(), len(text)), (0, equals.start())
    if verdict is None:
        return None
    end = min((at for mark in ",;。?!" if (at := text.find(mark, verdict.end())) >= 0), default=len(text))
    return (0, added.end()), (added.end(), end)


def unread(text: str, named: tuple[Mention, ...], index: FactIndex, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The content words that neither the names nor the words for sums and verdicts account for."""
    masked = mask(text, named)
    for pattern in (ADDED, VERDICT, TOTAL, AMOUNT, ASIDE):
        masked = pattern.sub(lambda found: "~" * len(found[0]), masked)
    return content(masked, index, vocabulary)


def parts_of(text: str, mentions: tuple[Mention, ...], index: FactIndex) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The names that are added up, and those that all of them share: several codes, else the run of names joined, else all rows."""
    codes = tuple(one for one in mentions if one.code)
    group, _ = coordinate(text, mentions)
    if len(codes) > 1:
        named = {key for one in codes for number in index.codes[one.code or ""] for key, _ in index.facts[number].labels}
        return codes, tuple(one for one in mentions if one not in codes and not set(one.keys) & named)
    rows = tuple(one for one in mentions if not is_title(one, index) and not is_column(one, index) and one.keys)
    parts = of_one_row(text, group, index) or (rows if len(rows) > 1 else mentions[-1:])
    return parts, tuple(one for one in mentions if one not in parts)


def of_one_row(text: str, group: tuple[Mention, ...], index: FactIndex) -> tuple[Mention, ...]:
    """The names joined, without the row ahead of a comma whose columns all the others are (“甲科目，A与B相加”)."""
    is_ahead = len(group) > MOST_AHEAD and text[group[0].end : group[1].start].strip("~的") == ","
    is_row = is_ahead and not is_column(group[0], index) and all(is_column(one, index) for one in group[1:])
    return group[1:] if is_row else group


def quantity_of(given: re.Match[str]) -> Quantity:
    """An amount that the question itself gives; without a unit it is one of the document's own (万元)."""
    unit = {"万": "万元", None: ""}.get(given[2], given[2])
    return Quantity(Decimal(given[1].replace(",", "")), unit or "")
