"""Whether a question means a budget (预算) or final accounts (决算), and how firmly it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

BUDGET_BOOK = re.compile(
    r"(?:部门|单位)预算(?:公开|报告|说明|书|草案|文件|信息)?"
    r"(?!总额|总|收|支|执行|项目|安排|金额|资金|数|单位|绩效|管理|编制|构成|改革|科目|代码|整体)"
    r"|预算(?:公开|报告|草案|书)(?!评审)|(?<=\d年)预算(?=里|中|公开|,|和决算|$)|(?<=\d年度)预算(?=里|中|公开|,|和决算|$)"
)
ACCOUNT_BOOK = re.compile(
    r"(?:部门|单位)决算(?:公开|报告|说明|信息)?(?!数|收|支|表|额|总)|决算(?:公开|报告)"
    r"|(?<=\d年)决算(?=里|中|公开|,|$)|(?<=\d年度)决算(?=里|中|公开|,|$)"
)
FINAL = re.compile(
    r"决算|实际(?:执行|支出|花|用|开支|支付)|(?<!预计)执行下来|真正花|实打实花|final account", re.IGNORECASE
)
# 一般公共预算, 预算单位, 预算绩效 … name funds and things, not a kind of document.
BUDGET = re.compile(
    r"(?<!公共)(?<!基金)(?<!经营)(?<!国库)预算(?!单位|代码|科目|绩效|外|管理|会计|级次|部门(?![^,;?。]{0,8}表)|稳定|调节|编制|评审|财政拨款)"
    r"|打算|计划花|准备花|budget",
    re.IGNORECASE,
)
# Said of the carrying out of a budget: final accounts compare with the budget themselves.
CARRIED_OUT = re.compile(
    r"完成(?:年初)?预算|超(?:没超|不超)?(?:过|出|了)*预算|预算完成|决算.*预算|预算.*决算|完成.*预算|预算.*完成|调整预算|全年预算数|全年执行数|实际(?:花|支出|完成)|执行数|预算执行率[^,;?]{0,6}(?:得|扣|丢|拿|打|满)"
)
FIRST = re.compile(r"年初的?预算数?")


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds named, those named firmly as a document, whether execution is meant, and the spans of the document words.

    `is_first` says that the budget of the beginning of the year is meant, which final accounts tell too.
    """

    named: tuple[str, ...] = ()
    books: tuple[str, ...] = ()
    is_carried_out: bool = False
    spans: tuple[tuple[int, int], ...] = ()
    is_first: bool = False


def read_kind(question: str) -> Kinds:
    """The kinds of document that a normalised question speaks of."""
    budgets, accounts = list(BUDGET_BOOK.finditer(question)), list(ACCOUNT_BOOK.finditer(question))
    books = (("预算",) if budgets else ()) + (("决算",) if accounts else ())
    named = (("预算",) if BUDGET.search(question) or budgets else ()) + (("决算",) if FINAL.search(question) else ())
    is_first = bool(FIRST.search(question)) and not BUDGET.search(FIRST.sub("", question))
    return Kinds(named, books, bool(CARRIED_OUT.search(question)), tuple(match.span() for match in (*budgets, *accounts)), is_first)
