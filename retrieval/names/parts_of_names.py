"""Words of a question that are a part of names alone (满意度 of 群众满意度, 质保金 of 设备项目质保金)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retrieval.facts.fact import FactIndex
from retrieval.spelling.load_vocabulary import Vocabulary

RUN = re.compile(r"[^\W\d_a-z■]{2,}")
MOST_NAMES = 40
LONGEST_NAME = 40
REST = "其他"
INCOME = "收入"
ACCOUNT = re.compile(r"一般公共|政府性基金|国有资本经营")  # what 预算 follows: the name of a budget, no part of an item's
EVERYWHERE = frozenset(("财政", "政府", "部门", "单位", "资金", "财务", "经费", "费用"))  # words of so many names that they mean none
KINDS_OF_STAFF = ("行政", "事业", "参公", "退休", "离休", "领导")
OF_NO_MONEY = re.compile(r"(?:满意度|率|比例|占比|人数|人次|次数|个数|数量|质量|时间)\d*$")
OF_NO_STAFF = re.compile(r"(?:[局委办院校馆站所队车]|中心|用车(?:数量)?)$")  # 事业编制 is none of 社会保险事业中心
STAFF = re.compile(r"(?:行政|事业)(?:编制)?(?:的)?(?:人员|职工|干部)")
SHORTEST_SPLIT = 4  # so long a word may stand in a name in two pieces (山道养护: 山道日常养护)

Part = tuple[int, int, str, tuple[str, ...]]


def parts_of_names(masked: str, text: str, index: FactIndex, vocabulary: Vocabulary) -> Iterator[Part]:
    """Each word of a masked text that names hold and that is none itself: start, end, the word, the keys that hold it."""
    for pattern in (pattern for _, pattern in vocabulary.operations):
        masked = pattern.sub(lambda found: "~" * len(found[0]), masked)
    for run in RUN.finditer(vocabulary.long_fillers.sub(lambda found: "~" * len(found[0]), masked)):
        start, end = trimmed(run, vocabulary)
        word = masked[start:end]
        is_telling = len(word) >= 2 and word not in EVERYWHERE and not ACCOUNT.fullmatch(word)
        keys = tuple(key for key in (names_with(word, index) if is_telling else ()) if is_of_side(key, text[end : end + len(INCOME)]))
        keys = tuple(key for key in keys if not OF_NO_MONEY.search(key)) if text.startswith("金额", end) else keys
        if keys:
            yield start, end, word, keys


def is_of_side(key: str, behind: str) -> bool:
    """Whether a name is one of income, where 收入 stands behind the word that it holds (医疗收入 is no 医疗支出)."""
    return behind != INCOME or INCOME in key


def trimmed(run: re.Match[str], vocabulary: Vocabulary) -> tuple[int, int]:
    """The span of a run without the words at its ends that say nothing."""
    start, end = run.span()
    while start < end and vocabulary.fillers.fullmatch(run[0][start - run.start()]):
        start += 1
    while start < end and vocabulary.fillers.fullmatch(run[0][end - 1 - run.start()]):
        end -= 1
    return start, end


def names_with(word: str, index: FactIndex) -> tuple[str, ...]:
    """The keys of rows and columns that hold a word, or of amounts that hold it in two pieces; none where too many do.

    What is left over (其他资产) is no part of the thing itself (资产).
    """
    names = {key for fact in index.facts for key in (*(key for key, _ in fact.labels), *fact.columns) if len(key) <= LONGEST_NAME}
    held = sorted(key for key in names if word in key and not (key.startswith(REST) and not word.startswith(REST)))
    held = [key for key in held if not (word in KINDS_OF_STAFF and OF_NO_STAFF.search(key))]
    if STAFF.fullmatch(word):
        return ()  # of the item named before: its row for that kind of staff (…（行政）), not another that begins so
    if not held and len(word) >= SHORTEST_SPLIT:
        pieces = [(word[:cut], word[cut:]) for cut in range(2, len(word) - 1)]
        split = re.compile("|".join(f"{re.escape(first)}.*{re.escape(second)}" for first, second in pieces))
        held = sorted({key for fact in index.facts if fact.is_money for key, _ in fact.labels if key in names and split.search(key)})
    return tuple(held) if len(held) <= MOST_NAMES else ()
