"""How closely a stated reason belongs to the item asked about, and whether it is another item's that stands beside it."""

from __future__ import annotations

from app.prose.find_change import CHANGE, is_still
from app.question.text_question import topic_keys
from ingest import late_re as re
from retrieval.spelling.label_key import fold, label_key

ITEM_CHANGED = re.compile(
    r"\s*[^，。；：\d]{2,30}?(?:支出|收入|经费|费|补贴|资金)[^，。；：\d]{0,6}\d[\d.,]*\s*[万亿]?元?"
    r"[^；。]*?(?:增|减|降|升|持平)"
)
CHANGED = re.compile(r"([^，。；：,;]*(?:预算|支出|收支|收入|经费|费))[各均]?(?:增加|减少|增长|下降|上升|持平)")
COMPARED = re.compile(r"[比较]|^\s*(?:与|和|同)")
SHORTEST_ITEM = 6


def fit_item(subject: str, opening: str, heading: str, topic: str) -> float:
    """The closer the item stands to what the reason is about, the better."""
    said, opening, heading = label_key(subject), fold(opening), label_key(heading)
    best = 0.0
    for rank, key in enumerate(topic_keys(topic)[:8]):
        fit = 0.0
        if _is_still_before(subject, key):
            fit = 0.0
        elif opening.endswith((key, key + "支出")):
            fit = 4.0
        elif changes_other(subject, key):
            fit = 0.0
        elif key in opening or _names(said[:60], key):
            fit = 3.0 + (0.5 if said.startswith(key) else 0)
        elif _names(said, key):
            fit = 2.5
        elif heading.startswith(key) or heading.endswith(key + "情况说明"):
            fit = 2.0
        elif key in heading:
            fit = 1.5
        best = max(best, fit - 0.1 * rank if fit else 0.0)
    return best


def _before_last(subject: str, key: str) -> str:
    """What is said of an item, from its name on, in a part before the last, whose change of another item the reason is of; else empty."""
    before, _, last = subject.rpartition("；")
    if key in fold(last) or not ITEM_CHANGED.match(last):
        return ""
    return next((fold(part).partition(key)[2] for part in before.split("；") if key in fold(part)), "")


def _is_still_before(subject: str, key: str) -> bool:
    """Whether an item did not change, and the reason is another's that stands after it."""
    change = CHANGE.search(_before_last(subject, key))
    return change is not None and is_still(change[0])


def changes_other(subject: str, key: str) -> bool:
    """Whether the clause that tells the change names another item: the reason is that one's."""
    if CHANGE.search(_before_last(subject, key)):
        return True
    clauses = [found.group(1) for found in CHANGED.finditer(subject)]
    return bool(clauses) and not COMPARED.search(clauses[-1]) and key not in fold(clauses[-1]) and len(fold(clauses[-1])) >= SHORTEST_ITEM


def _names(subject: str, key: str) -> bool:
    """Whether the words name the item itself, not as one of a list of what something else pays for."""
    return any(
        "、" not in subject[max(found.start() - 1, 0) : found.start()] and not subject[found.end() :].startswith(("、", "等"))
        for found in re.finditer(re.escape(key), subject)
    )
