"""Which rows are meant by a name and the words around it: the price of one piece, the thing that is bought, one kind of several."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ingest import late_re as re

Span = tuple[int, int]

EACH_ONE = re.compile(r"的?(?:每一?|单|一)(?:台套|台|套|件|辆|张|把|部|组|箱|份|平方米|吨|座|盏|个|棵|株|亩|公里|米)")
PRICES = ("单价", "采购单价", "购置单价", "单位成本", "成本")
BUYING = re.compile(r"^(?:购置|采购|购买|新购|添置|配备|更新|新增)(?=[一-鿿]{2})")
OF_KIND = r"(?:编制|身份)?的?(?:人员|职工|干部|人)?的?(?:那一?)?(?:部分|块)?"  # what may follow the kind: 事业人员的部分
SHORTEST_KIND = 2


def price_rows(asked: str, behind: str, names: Container[str]) -> tuple[int, tuple[str, ...]]:
    """Of “压路机一台” the rows for its price (压路机单价), and how many characters behind the name say so."""
    piece = EACH_ONE.match(behind)
    keys = tuple(key for noun in PRICES if (key := f"{asked}{noun}") in names) if piece else ()
    return (piece.end(), keys) if piece and keys else (0, ())


def bought_row(asked: str, names: Container[str]) -> tuple[str, ...]:
    """The row of the thing whose buying is named (压路机 for 购置压路机), where there is one."""
    thing = BUYING.sub("", asked)
    return (thing,) if thing != asked and thing in names else ()


def kind_apart(asked: str, keys: Sequence[str], masked: str) -> tuple[str, Span] | None:
    """Of keys that run on past the asked name the only one whose further words stand elsewhere in the question, and where."""
    kinds = {key.removeprefix(asked): key for key in keys if key.startswith(asked) and len(key) - len(asked) >= SHORTEST_KIND}
    said = [kind for kind in kinds if kind in masked]
    if len(keys) < SHORTEST_KIND or len(kinds) != len(keys) or len(said) != 1:
        return None
    place = re.search(re.escape(said[0]) + OF_KIND, masked)
    return (kinds[said[0]], place.span()) if place else None
