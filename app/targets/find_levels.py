"""The headings of indicators (产出指标, 时效指标, 履职效益) that a question names, whatever its form calls them in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.forms.form_rows import FormRow
from app.telling.cite import plain
from ingest import late_re as re
from retrieval.spelling.label_key import label_key

END = re.compile(r"度?(?:指标)?(?:\d+分)?\d?$|情况$")
FOLLOWED = r"(?:度|情况)?(?:指标|目标|方面|类|层面)|(?=、|和|与|及|跟|[上里下])"
STANDARD = re.compile(r"((?:数量|质量|时效|(?:经济|社会|生态环境)?成本|(?:经济|社会|生态)效益|可持续影响)指标)")
SHORTEST, LONG = 2, 4


@dataclass(frozen=True, slots=True)
class Levels:
    """The headings named, innermost only, and the question without them."""

    keys: frozenset[str]
    around: str

    def hold(self, row: FormRow) -> bool:
        """Whether a row stands under one of them; any row where none is named."""
        return not self.keys or any(label_key(heading) in self.keys for heading in row.headings)

    def above(self, row: FormRow) -> str:
        """The heading named that a row stands under, else its outermost heading that is not its project."""
        headings = [heading for heading in row.headings if label_key(heading) != label_key(row.project)]
        named = (heading for heading in headings if label_key(heading) in self.keys)
        return plain(next(named, headings[0] if headings else ""))


def find_levels(text: str, rows: Sequence[FormRow], scope: Sequence[FormRow]) -> Levels:
    """The headings of rows that a text names, in full or by the words before “指标”; not those above others named in its scope."""
    own = {label_key(row.project) for row in rows}
    keys = {key for row in rows for heading in row.headings if (key := label_key(heading)) not in own}
    stems = {stem for key in keys if len(stem := END.sub("", key)) >= SHORTEST}
    absent = [one for one in STANDARD.findall(text) if END.sub("", one) not in stems]
    found: set[str] = set(absent)
    text = STANDARD.sub("~", text) if absent else text
    for stem in sorted(stems, key=len, reverse=True):
        if re.search(re.escape(stem) + ("" if len(stem) >= LONG else f"(?:{FOLLOWED})"), text):
            found |= {key for key in keys if END.sub("", key) == stem}
            text = re.sub(f"{re.escape(stem)}(?:{FOLLOWED}|情况)?", "~", text)
    outer = {label_key(one) for row in scope for one in _above(row, found)}
    return Levels(frozenset(found - outer), text)


def _above(row: FormRow, found: set[str]) -> tuple[str, ...]:
    """The headings of a row that stand above another one that is named too."""
    named = [heading for heading in row.headings if label_key(heading) in found]
    return tuple(named[:-1])
