"""The spellings under which the keys of a document's labels may be asked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from retrieval.spelling.label_key import is_neutral_label
from retrieval.spelling.load_vocabulary import load_vocabulary

TITLE_WORDS = re.compile(
    r"^(?:本级)?部门(?:单位)?|本级|年度|公开|总体|情况|汇总|明细|(?:预算|决算)?(?:总表|表)$|(?<!公共)(?<!经营)(?<!基金)预算|决算|一览|财务"
)
TITLE_SCOPE = re.compile(r"^(?:一般公共预算(?:财政拨款)?|部门|单位|财政拨款)")
TITLE_FUNDS = re.compile(r"(?:一般公共预算|财政拨款|支出)+$")
GRANT, LONG_GRANT = "金支出", 8  # 最低生活保障金支出 is called 最低生活保障支出
ENDINGS = (
    "支出", "收入", "专项资金", "资金", "专项经费", "工作经费", "经费", "缴费", "费用", "费",
    "项目", "情况", "表", "总额", "预算数", "决算数", "预算", "决算", "人数", "数量", "次数", "个数", GRANT,
)  # fmt: skip
OPENINGS = ("机关", "部门", "单位", "各单位", "各部门", "全部", "预算", "国内")
SHORT_NAME = 3
CARS_FOR = re.compile(r"(?<=[一-鿿]{2})(?<!公务)(?:专用|用)车辆?$")  # 殡仪专用车, 业务用车: 殡仪车, 业务车辆
AND = re.compile(r"(?<=[\u4e00-\u9fff])(?:以及|及|和|与)(?=[\u4e00-\u9fff])")
FUNDS_LEFT = "财政拨款结转"  # 年末财政拨款结转和结余 is 年末结转和结余 of that account
FORMULA = re.compile(r"[\da-d]+$")  # 项目名称1, 年初目标值（A）
ONLY_SIDES = re.compile(r"(?:收入|支出|收支|财政拨款|预算|决算|表|总)*")
KINDS = frozenset({"预算", "决算", "执行"})  # what every figure of a document is of


def spell_variants(
    postings: Mapping[str, object], region: str, accounts: frozenset[str], rows: frozenset[str]
) -> dict[str, frozenset[str]]:
    """Spellings under which each key may be asked for: as it is, or without what need not be said.

    That is a closing 支出, 费用 or number, an opening 部门 or 单位, and the name of the document's own region.
    Of an account its 支出 may be said, unless the row of another account is called so.
    """
    standard = load_vocabulary().functional_names
    openings = tuple(filter(None, (*OPENINGS, region)))
    variants: dict[str, set[str]] = defaultdict(set)
    for key in postings:
        variants[key].add(key)
        is_account = key in accounts and not key.endswith(ENDINGS) and f"{key}支出" not in rows
        if is_account or key.endswith("经费"):
            variants[f"{key}支出"].add(key)
        for ending in ENDINGS if key.endswith(ENDINGS) else ():
            if key.endswith(ending) and not key.endswith("总表") and (len(key) - len(ending) >= 4 or key in standard):
                variants[key[: -len(ending)]].add(key)
            elif key.endswith(ending) and len(key) - len(ending) == SHORT_NAME and key[: -len(ending)] in postings:
                variants[key[: -len(ending)]].add(key)  # 培训费支出 beside a row 培训费
        if key.endswith(GRANT) and len(key) >= LONG_GRANT:
            variants[f"{key.removesuffix(GRANT)}支出"].add(key)
        for opening in openings if key.startswith(openings) else ():
            if key.startswith(opening) and len(key) - len(opening) >= (5 if opening == region else 3):
                variants[key[len(opening) :]].add(key)
        if (cars := CARS_FOR.sub("", key)) != key:
            variants[f"{cars}车"].add(key)
            variants[f"{cars}车辆"].add(key)
        if FUNDS_LEFT in key:
            variants[key.replace(FUNDS_LEFT, FUNDS_LEFT[-2:])].add(key)
        for joined in [AND.sub(word, key) for word in ("和", "及", "与", "、") if word not in key] if AND.search(key) else ():
            variants[joined].add(key)
        if "、" in key:
            variants[key.replace("、", "")].add(key)
        stripped = FORMULA.sub("", key)
        if len(stripped) >= 4:
            variants[stripped].add(key)
        if key.endswith("表"):
            core = TITLE_WORDS.sub("", key)
            shorter = (core.removesuffix("支出"), TITLE_FUNDS.sub("", core), TITLE_SCOPE.sub("", core), TITLE_SCOPE.sub("", key))
            for spelling in (core, *shorter):
                if not ONLY_SIDES.fullmatch(spelling):
                    variants[spelling].add(key)
    return {
        spelling: frozenset(keys)
        for spelling, keys in variants.items()
        if not is_neutral_label(spelling) and spelling not in KINDS and len(spelling) > 1
    }
