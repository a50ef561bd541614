"""What a total is of, without the words that every total bears: of “本部门政府采购预算总额” 政府采购 is left, of a table's title too."""

from __future__ import annotations

from functools import lru_cache

from ingest import late_re as re
from ingest.labels.table_words import fold_all
from ingest.quantity import REMEMBERED

BRACKETED = re.compile(r"\(.*?\)")
EMPTY_WORDS = re.compile(
    r"(?:19|20)\d\d年度?|年度|全年|当年|年初|本年|财政拨款|一般公共预算|总额|金额|总计|合计|小计|总数|总(?=预算|支出)|预决算|预算|决算|支出|安排"
    r"|情况|明细|汇总|统计|信息|公开|公示|说明|经费|费用|资金|项目|其中|批复|执行|数|表|的|[“”\"·:,、\s]"
)
OWN = re.compile(r"^(?:我|本|全)?(?:部门|单位|系统|局|委|办|院|校|镇|乡|街道|中心)(?:各级|各?单位)?|^(?:我|本)(?=政府|机关|三公)")
GENERIC = re.compile(r".?|基本|收支总?|收入|其他|人员|公用|拨款|本级|上年.*|.*结转.*|.*结余.*|.*收入|.*货物|.*工程|.*服务(?<!购买服务)")
SHORTEST_BODY = 4
FUNDS = ("一般公共", "政府性基金", "国有资本", "财政专户")


@lru_cache(maxsize=REMEMBERED)
def thing_named(label: str, body: str = "") -> str:
    """The thing itself, without `body` whose it is."""
    folded = fold_all(label).replace("“", "").replace("”", "")
    folded = OWN.sub("", BRACKETED.sub("", without_body(folded, fold_all(body))))
    return EMPTY_WORDS.sub("", folded)


def without_body(label: str, body: str) -> str:
    """A label without the body's name before it, with its province or without (甲县文旅局2025年…表)."""
    own = next((body[start:] for start in range(len(body) - SHORTEST_BODY + 1) if label.startswith(body[start:])), "")
    return label.removeprefix(own)


def is_generic(thing: str) -> bool:
    """Whether what is left says nothing of its own: many totals of one document are called so."""
    return bool(GENERIC.fullmatch(thing))


def funds_named(label: str) -> set[str]:
    """The funds that a label names, of which alone it then speaks."""
    return {fund for fund in FUNDS if fund in label}
