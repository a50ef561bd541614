"""Bodies that a list names without their suffix: 三个局(甲、乙、丙), 甲、乙、丙三家, 甲和乙局."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ingest import late_re as re
from ingest.identity.organization_words import organization_words
from retrieval.catalog import Catalog

NUMBER = r"[两二三四五六七八九十几\d]"
JOINER = re.compile(r"\s*(?:、|,|以及|还有|和|与|及|跟)\s*")
COUNTED_BEFORE = re.compile(rf"(?:{NUMBER}(?:个|家)?(?:局|委|办|单位|部门|机构)|{NUMBER}家)\s*[(:]?\s*$")
COUNTED_AFTER = re.compile(rf"(?:这|那|共|等)?{NUMBER}(?:(?:个|家)(?:局|委|办|单位|部门|机构)?|局|部门)")
MAY_BE_A_LIST = re.compile(rf"{NUMBER}(?:个|家|局|部门)|、[\u4e00-\u9fff]{{2,10}}20\d\d|(?:和|与|、|及|跟)[\u4e00-\u9fff]{{2,10}}局")
ENDS = re.compile(r"的?20\d\d|今年|去年")
APART = re.compile(r"各|分别|哪|谁|排|相差|差多少|合计|一共|总共")
SUFFIXES = ("局", "委", "办", "厅")
LONGEST_STEM = 10

Span = tuple[int, int]


def find_listed_bodies(question: str, catalog: Catalog) -> dict[int, tuple[int, tuple[int, ...]]]:
    """By start: the end of each item of such a list and the bodies it means (none: not loaded)."""
    found: dict[int, tuple[int, tuple[int, ...]]] = {}
    if not MAY_BE_A_LIST.search(question):
        return found
    start = 0
    while start < len(question):
        spans = _run(question, start, catalog)
        if len(spans) > 1 and (_is_list(question, spans) or _is_asked_apart(question, spans, catalog)):
            found |= {first: (end, _bodies(question[first:end], catalog)) for first, end in spans}
        start = spans[-1][1] if len(spans) > 1 else start + 1
    return found


def _run(question: str, start: int, catalog: Catalog) -> list[Span]:
    spans: list[Span] = []
    while end := _item_end(question, start, catalog):
        spans.append((start, end))
        joiner = JOINER.match(question, end)
        if not joiner:
            break
        start = joiner.end()
    return spans


def _item_end(question: str, start: int, catalog: Catalog) -> int | None:
    stems, known = body_stems(catalog), _known_stems()
    for end in range(min(len(question), start + LONGEST_STEM), start + 1, -1):
        text = question[start:end]
        if text in catalog.body_forms and text.endswith(SUFFIXES):
            return end
        if text in stems or text in known:
            return end + 1 if question[end : end + 1] in SUFFIXES else end
    return None


def _is_list(question: str, spans: list[Span]) -> bool:
    is_counted = COUNTED_BEFORE.search(question[: spans[0][0]]) or COUNTED_AFTER.match(question, spans[-1][1])
    # 甲和乙局: the last one lends its suffix to those before it.
    lends = question[spans[-1][1] - 1] in SUFFIXES and not any(question[end - 1] in SUFFIXES for _, end in spans[:-1])
    return bool(is_counted or lends)


def _is_asked_apart(question: str, spans: list[Span], catalog: Catalog) -> bool:
    """甲、乙、丙2024年收入各多少: nothing but loaded bodies, and something is asked of each."""
    after = question[spans[-1][1] :]
    return bool(ENDS.match(after) and APART.search(after)) and all(_bodies(question[start:end], catalog) for start, end in spans)


def _bodies(text: str, catalog: Catalog) -> tuple[int, ...]:
    return catalog.body_forms.get(text) or body_stems(catalog).get(text) or body_stems(catalog).get(text[:-1], ())


@lru_cache(maxsize=2)
def body_stems(catalog: Catalog) -> Mapping[str, tuple[int, ...]]:
    """What bodies are called but for their suffix, with the bodies."""
    found: dict[str, tuple[int, ...]] = {}
    for suffix in reversed(SUFFIXES):
        found |= {form[:-1]: numbers for form, numbers in catalog.body_forms.items() if form.endswith(suffix) and len(form) > 2}
    return found


@lru_cache(maxsize=1)
def _known_stems() -> frozenset[str]:
    words = organization_words()
    names = (*words.bodies, *(form for forms in words.bodies.values() for form in forms))
    return frozenset(name[:-1] for name in names if name.endswith(SUFFIXES) and len(name) > 2)
