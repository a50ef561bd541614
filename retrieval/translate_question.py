"""An English question about an item that the table knows, as a Chinese one; its body keeps its English name."""

from __future__ import annotations

from collections.abc import Mapping

from ingest import late_re as re
from retrieval.load_english import load_english
from retrieval.match_english_name import find_english_names

WORDS = re.compile(r"[A-Za-z][A-Za-z'-]*")
CHINESE = re.compile(r"[\u3400-\u9fff]")
YEAR = re.compile(r"\b(20[0-4]\d)\b")
FEWEST_WORDS = 3
DOES = re.compile(r"\bwhat\s+(?:does|do)\b.*\bdo\b")
ABOUT = re.compile(r"\b(?:what|how) about\b")
DUTIES = "主要职责"
FOLLOW_UPS = ("|为什么变化", "|的原因是什么")  # “Why did it decrease?”
DEFAULT_QUESTION = "|是多少"
TEXT_ITEMS = frozenset({"主要职责", "下属单位", "内设机构"})
TEXT_QUESTION = "|是什么"


def translate_question(text: str) -> str:
    """The question in Chinese; text that is Chinese, or holds words that no table knows, stays as it is."""
    if CHINESE.search(text) or len(WORDS.findall(text)) < FEWEST_WORDS:
        return text
    names = [text[start:end] for start, end in find_english_names(text)]
    rest = text
    for name in names:
        rest = rest.replace(name, " ", 1)
    years = YEAR.findall(rest)
    rest, items = _take(YEAR.sub(" ", rest).lower(), load_english().items)
    rest, kinds = _take(rest, load_english().kinds)
    rest, forms = _take(rest, load_english().questions)
    if not items and DOES.search(rest):
        items = [DUTIES]
    if not items and names and ABOUT.search(rest):
        return f"{lead_of(names)}呢?"
    is_follow_up = not items and any(form in FOLLOW_UPS for form in forms)
    if not (items or is_follow_up) or any(word not in load_english().empty for word in WORDS.findall(rest)):
        return text
    lead = lead_of(names)
    if is_follow_up:
        return f"{lead}{next(form for form in forms if form in FOLLOW_UPS).replace('|', '')}?"
    before, after = _frame(forms, items)
    kind = kinds[0] if len(set(kinds)) == 1 and items[0] not in TEXT_ITEMS else ""
    return f"{lead}{'和'.join(f'{year}年' for year in dict.fromkeys(years))}{kind}{before}{'、'.join(dict.fromkeys(items))}{after}?"


def lead_of(names: list[str]) -> str:
    """The bodies' names before the question."""
    return " and ".join(dict.fromkeys(names)) + " " if names else ""


def _frame(forms: list[str], items: list[str]) -> tuple[str, str]:
    form = next((one for one in forms if one != DEFAULT_QUESTION), DEFAULT_QUESTION)
    if items[0] in TEXT_ITEMS and form == DEFAULT_QUESTION:
        form = TEXT_QUESTION
    before, _, after = form.partition("|")
    return before, after


def _take(text: str, table: Mapping[str, str]) -> tuple[str, list[str]]:
    """The text without the phrases of the table, and what they mean, in reading order."""
    found: dict[int, str] = {}
    for phrase, meaning in table.items():
        for match in re.finditer(rf"\b{re.escape(phrase)}\b", text):
            found[match.start()] = meaning
            text = text[: match.start()] + " " * len(phrase) + text[match.end() :]
    return text, [found[start] for start in sorted(found)]
