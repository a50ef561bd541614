"""A question folded for reading: codes joined, asides told apart, its names mended, the count of an average and the quoted names aside."""

from __future__ import annotations

from dataclasses import dataclass

from ingest import late_re as re
from retrieval.clauses.bodies_bound import blanked
from retrieval.clauses.other_rows import set_others_apart
from retrieval.clauses.per_head import set_basis_apart
from retrieval.facts.compared_columns import compared_columns
from retrieval.facts.fact import FactIndex
from retrieval.names.find_mentions import find_mentions
from retrieval.names.mend_names import mend_names
from retrieval.names.plain_staff import plain_staff
from retrieval.spelling.join_codes import join_codes
from retrieval.spelling.label_key import fold
from retrieval.spelling.load_vocabulary import Vocabulary
from retrieval.spelling.reword import reword
from retrieval.spelling.whole_first import whole_first

TABLE_ASIDE = re.compile(r"[(（]([^()（）]{2,30}表[^()（）]{0,4})[)）]")  # “…的项目支出（支出决算表）”
IN_TABLE = re.compile(  # the table is part of what the next clause asks
    r"(表(?:格|\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3})?(?:~|中|里面?|上|内)*)[,:]"
)
OTHER_BODY = re.compile(r"[(（](?:不是|并非|而非)\s+(?:的)?(?:[那这]一?[条个笔行项家边份])?(?:的)?[)）]")  # “（不是乙中心那条）”
SAID_IN_BRACKETS = re.compile(r"[(（](?:也?就是|即|指的?是)([^()（）]{2,20})[)）]")
SAID_AGAIN = re.compile(r",(?=(?:也?就是|即|也叫)(?!说))")  # “2080101那行,就是A”: the same thing by its name
SPELT_CODE = re.compile(r"(?<!\d)(\d{3})类,?(\d{2})款,?(?:(\d{2})项)?")  # 302类99款 is 30299
WHOLE_SCOPE = re.compile(  # “基本支出和项目支出都算上”, “全口径（基本加项目）”: the account is not narrowed
    r"(?:不管|不分|不论|无论)?(?:是)?基本(?:支出)?(?:、|和|与|及|加上?|还是|跟|,)项目(?:支出)?(?:全都?|都|一起|一并|合起来|加起来)*(?:算进去|算上|算在内|包括在内|计入|在内)"
    r"|\((?:中心)?(?:行政|事业)(?:人员|编制)?(?:和|与|及|、|)(?:行政|事业)(?:人员|编制)?(?:全|都|两块|两部分)*(?:算进去|算上|算在内|包括在内|计入|在内|算|有|含)?\)"
    r"|,?(?:不管|不论|无论|不区?分)(?:是)?(?:哪[个种类]|什么|何种)?(?:(?:政府|部门)?(?:支出|预算)?(?:经济|功能)?(?:分类)?科目|(?:资金)?来源|用途),?"
    r"|\((?:含|包含|包括|连同|算上)(?:全部|所有)?(?:下属|所属|二级|各级?|直属)(?:预算)?单位(?:在内)?\)"
    r"|,?把(?:[两三几各]|所有)个?(?:政府|部门)?(?:支出|预算)?(?:经济|功能)?(?:分类)?科目的?(?:合|加)(?:起来|在一起|一起),?"
    r"|(?:按)?全口径(?:的|算|计)?(?:\(基本(?:支出)?(?:加|和|、|\+)项目(?:支出)?\))?"
)
COUNT_NOUNS = re.compile(r"(?<=[待访])(?:的|了)?批次数?(?:和|与|及|、|以及)(?:接待)?(?:来宾)?人(?:次|数)数?")  # how many of either
LED_BY_LIST = re.compile(  # “项目当中,不少于10万元的”, “项目里,金额最大的”
    r"(项目(?:当中|之中|里头|里面|里|中)),(?=[^,;?]{0,12}\d|(?:预算|金额|资金|钱|花钱|安排)*最)"
)
QUOTED = re.compile(r"“([^“”]{3,24})”")
BETWEEN_DIGITS = re.compile(r"(?<=\d)\s(?=\d)")
LISTED_ON = re.compile(r"[;,，](?:还有|以及|和|及|再加上|另外还有)")


@dataclass(frozen=True, slots=True)
class Folded:
    """The text that is read, the words that say by which count an average is taken, names set aside and quoted, slips as (asked, meant)."""

    text: str
    basis: str
    others: tuple[str, ...]
    quoted: tuple[str, ...]
    slips: tuple[tuple[str, str], ...]


def fold_question(part: str, index: FactIndex, vocabulary: Vocabulary) -> Folded:
    """One question, as `choose_documents` left it, ready to be read clause by clause."""
    part, basis = set_basis_apart(join_codes(part, index.codes), index)
    part = without_asides(part, index, vocabulary)
    text = fold(re.sub(r"\s+", "~", BETWEEN_DIGITS.sub("", part).replace("收、支", "收支")))
    text, others = set_others_apart(text)
    quoted = tuple(mend_names(fold(one), index.windows, vocabulary)[0] for one in QUOTED.findall(part) if fold(one))
    text = in_full(LED_BY_LIST.sub(r"\1", COUNT_NOUNS.sub("多少批次,多少人次", text)), index, vocabulary)
    text = SAID_AGAIN.sub("", LISTED_ON.sub("、", reword(whole_first(text))))
    text = compared_columns(text, index)
    text, slips = mend_names(IN_TABLE.sub(r"\1", text), index.windows, vocabulary)
    return Folded(text, basis, others, quoted, tuple(slips))


def without_asides(part: str, index: FactIndex, vocabulary: Vocabulary) -> str:
    """A question without what it says of the account, of other bodies and in brackets; what these name of the document is left."""
    part = SPELT_CODE.sub(lambda one: "".join(filter(None, one.groups())), part)
    part = plain_staff(WHOLE_SCOPE.sub(blanked, part), index)
    part = SAID_IN_BRACKETS.sub(lambda one: one[0] if has_name(one[1], index, vocabulary) else blanked(one), part)
    return OTHER_BODY.sub(blanked, TABLE_ASIDE.sub(r" \1 ", part))


def in_full(text: str, index: FactIndex, vocabulary: Vocabulary) -> str:
    """A question with the short words for several names at once spelt out, where the document prints these."""
    for asked, names in vocabulary.compounds:
        text = text.replace(asked, "、".join(names)) if asked in text and is_unprinted(asked, names, text, index) else text
    return text


def is_unprinted(asked: str, names: tuple[str, ...], text: str, index: FactIndex) -> bool:
    """Whether no name that the question gives holds the short word, and the document has the full one."""
    if asked in index.variants or any(asked in name and name in text for name in index.variants):
        return False
    return len(names) > 1 or any(names[0] in name for name in index.variants)


def has_name(text: str, index: FactIndex, vocabulary: Vocabulary) -> bool:
    """Whether a text names something that the document has."""
    return any(not one.is_weak for one in find_mentions(fold(text), index, vocabulary))
