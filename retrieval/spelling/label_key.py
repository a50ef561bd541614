"""Labels and questions in one spelling, so that a printed label and an asked word can be compared as strings."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ingest import late_re as re
from ingest.labels.row_codes import PREFIXED

DROPPED = re.compile(r"[\s“”\"'‘’《》〈〉()（）\[\]【】{}<>*_#`|·]+")
LEVEL_MARK = re.compile(r"[（(](?:类|款|项|目)[）)]")
CHINESE_NUMBER = "[一二三四五六七八九十]"
ENUMERATOR = re.compile(
    rf"^(?:第{CHINESE_NUMBER}+[部条项]分?|[（(]?{CHINESE_NUMBER}{{1,3}}[）)]?[、.．]|[（(](?:{CHINESE_NUMBER}|\d){{1,3}}[）)]|\d{{1,2}}[、.．](?!\d))\s*"
)
AMONG = re.compile(r"^其中\s*[：:、，,]?\s*")
YEAR = re.compile(r"20\d\d\s*年(?:度)?")
UNIT_NOTE = re.compile(r"[（(]\s*(?:万元|元|千元|亿元|%)\s*[）)]|%$")
TRAILING = re.compile(r"[：:，,。；;、]+$")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """The text in half width without spaces, quotation marks, brackets and (类)(款)(项) marks; separators stay."""
    folded = unicodedata.normalize("NFKC", text.replace("，", "；").replace("与", "和"))
    return DROPPED.sub("", LEVEL_MARK.sub("", folded)).lower()


# what tables write behind a body's name and its own list of units does not: 某局本级（行政）
KIND_OF_BODY = re.compile(
    r"(?<=[局委厅办院所站队校园馆级关心])\((?:行政|事业|参公|参照公务员管理|(?:公益[一二]|财政|全额|差额)[^()]{0,12})\)$"
)


@lru_cache(maxsize=65_536)
def label_key(text: str) -> str:
    """A label's key: folded, without its numbering, “其中：”, years, unit notes, the kind of a body and closing punctuation."""
    text = PREFIXED.sub("", unicodedata.normalize("NFKC", text.replace("，", "；")).strip())
    for _ in range(2):
        text = AMONG.sub("", ENUMERATOR.sub("", text))
    text = UNIT_NOTE.sub("", YEAR.sub("", text))
    return TRAILING.sub("", fold(KIND_OF_BODY.sub("", text)))


TOTAL_WORDS = "合计|总计|小计|金额|决算数|预算数|总额"
NEUTRAL_HEADER = re.compile(
    rf"(?:本年)?(?:收入|支出)?(?:{TOTAL_WORDS}|预算|决算)|项目|科目名称|收入|支出|本年支出|本年收入|项目金额|资金总额|本年拨款|数|本年|数量|资金来源|(?:政府)?(?:预算|采购|购买|合同){{1,2}}金额|账面价值"
)
NEUTRAL_LABEL = re.compile(rf"{TOTAL_WORDS}|项目|科目名称|栏次|行次|收入|支出")


def is_neutral_header(key: str) -> bool:
    """Whether a column header says nothing of its own (合计, 金额, 本年支出合计): it need not be asked for."""
    return not key or bool(NEUTRAL_HEADER.fullmatch(key))


def is_neutral_label(key: str) -> bool:
    """Whether a row label says nothing of its own (合计, 项目)."""
    return not key or bool(NEUTRAL_LABEL.fullmatch(key))


def is_total(key: str) -> bool:
    """Whether a label marks a total."""
    return key.endswith(("合计", "总计", "小计", "总额"))
