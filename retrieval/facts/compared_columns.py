"""A change against a printed column, asked by the words of the two columns (“比2030年执行数增加了多少”): the columns that print it."""

from __future__ import annotations

from ingest import late_re as re
from retrieval.facts.fact import FactIndex

ASKED = re.compile(  # “预算数比2030年执行数增加了多少,增幅百分之几”
    r"(?:20\d\d年?)?(?:的)?(?:预算数?|决算数?)?[比较](?:20\d\d年?|上年|去年)(?:度)?(?:的)?(?P<base>预算数|执行数|决算数)"
    r"(?:的)?(?:是|有)?(?:增减|增加|减少|增长|下降|变动|变化|多|少)了?(?:额|金额)?(?:是|为|有)?(?:多少|几)(?:钱|万元|元)?"
    r"(?P<rate>[,、和](?:又|还)?(?:增减|增|减|升|降|变动|变化)(?:长|少)?(?:幅度?|率|比例|了)?(?:是|为|有)?(?:多少|多大|百分之几|百分之多少|几个点))?"
)
AMOUNT = re.compile(r"(?:预算数|决算数)比(预算数|执行数|决算数)增减额")


def compared_columns(text: str, index: FactIndex) -> str:
    """A folded question with such a change asked as its columns name it, where the document has one such pair of columns."""
    asked = ASKED.search(text)
    names = {name for name in index.variants if (one := AMOUNT.fullmatch(name)) and one[1] == asked["base"]} if asked else set()
    if not asked or len(names) != 1:
        return text
    (amount,) = names
    rate = f"和{amount.removesuffix('额')}率" if asked["rate"] else ""
    return f"{text[: asked.start()]}的{amount}{rate}{text[asked.end() :]}"
