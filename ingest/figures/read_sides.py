"""What the columns of a table are: labels, values or nothing but row numbers, and which of them belong together (收入 | 支出)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.labels.table_words import CODE_PIECES, GOODS_CODE, GROUP_NAMES_WITHOUT_MEANING, fold_all, is_total, kind_of_cell, kind_of_header

LABEL_KINDS = frozenset({"label", "level1", "level2"})
SIDE_NAMES = re.compile(r"收入|支出|人员经费|公用经费")
INDICATOR = re.compile(r"(?:绩效|评价|考核|产出)?指标(?:名称|内容)?")
DECIMAL = re.compile(r".*\d\.\d+$")


@dataclass(frozen=True, slots=True)
class Side:
    """Columns that belong together: the values of a row are named by the labels of their own side."""

    labels: tuple[int, ...]
    values: tuple[int, ...]


def read_sides(paths: Mapping[int, Sequence[str]], body: Mapping[int, Sequence[str]]) -> tuple[Side, ...]:
    """The sides of a section from the header path and the printed contents of each column."""
    columns = sorted(set(paths) | set(body))
    kinds = {column: _kind_of_column(paths.get(column, ()), body.get(column, ())) for column in columns}
    if not any(kind == "label" for kind in kinds.values()):
        kinds |= _labels_by_content([column for column in columns if kinds[column] != "counter"], paths, body)
    kinds |= _texts_before_labels(columns, kinds, body) | _texts_between_labels(columns, kinds, paths, body)
    kinds |= _texts_beside_labels(columns, kinds, paths, body) | _indicators(columns, kinds, paths, body)
    kinds |= _texts_of_other_side(columns, kinds, paths, body)
    sides: list[tuple[list[int], list[int]]] = [([], [])]
    for column in columns:
        labels, values = sides[-1]
        if kinds[column] == "value":
            values.append(column)
        elif kinds[column] == "label":
            if values and _opens_side(column, columns, paths, sides, kinds):
                sides.append(([column], []))
            elif values and _leaf(paths.get(column, ())) in CODE_PIECES:
                continue  # a code of amounts that stand left of it names nothing
            else:
                (values if values else labels).append(column)
    return tuple(Side(tuple(labels), tuple(values)) for labels, values in sides)


def _kind_of_column(path: Sequence[str], body: Sequence[str]) -> str:
    if not path:
        return "label"
    kind = kind_of_header(path[-1])
    if kind == "counter":
        return "counter"
    if body and all(GOODS_CODE.match(text.strip()) or is_total(text) for text in body):
        return "label"
    amounts = sum(1 for text in body if kind_of_cell(text) in ("number", "percent") and DECIMAL.match(fold_all(text)))
    return "label" if kind in LABEL_KINDS and amounts * 2 <= len(body) else "value"


def _texts_before_labels(columns: Sequence[int], kinds: Mapping[int, str], body: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """Columns of nothing but text left of the first label (购买内容 | 项目名称 | 金额) are labels too."""
    first = next((column for column in columns if kinds[column] == "label"), None)
    before = [column for column in columns if first is not None and column < first and kinds[column] == "value"]
    is_text = all(body.get(column) and all(kind_of_cell(text) == "text" for text in body[column]) for column in before)
    return dict.fromkeys(before, "label") if is_text else {}


def _texts_between_labels(
    columns: Sequence[int], kinds: Mapping[int, str], paths: Mapping[int, Sequence[str]], body: Mapping[int, Sequence[str]]
) -> dict[int, str]:
    """Columns of nothing but names between the first labels (单位名称 | 资产类别 | 资产名称 | 数量) are labels too, unless they explain."""
    found: dict[int, str] = {}
    waiting: list[int] = []
    for column in columns:
        if kinds[column] == "label":
            found |= dict.fromkeys(waiting, "label")
            waiting = []
        elif kinds[column] == "value":
            texts = body.get(column, ())
            explains = kind_of_header(_leaf(paths[column])) != "number"
            if explains or not texts or any(kind_of_cell(text) != "text" for text in texts):
                break
            waiting.append(column)
    return found


def _texts_beside_labels(
    columns: Sequence[int], kinds: Mapping[int, str], paths: Mapping[int, Sequence[str]], body: Mapping[int, Sequence[str]]
) -> dict[int, str]:
    """A column of nothing but text right of a label and under the label's own group (项目: 类别 | 采购内容) is a label too."""
    found = {}
    for before, column in pairwise(columns):
        own, other = paths.get(column, ()), paths.get(before, ())
        is_beside = kinds[before] == "label" and kinds[column] == "value" and len(own) > 1 and own[0] == (other or [""])[0]
        if is_beside and body.get(column) and all(kind_of_cell(text) == "text" for text in body[column]):
            found[column] = "label"
    return found


def _texts_of_other_side(
    columns: Sequence[int], kinds: Mapping[int, str], paths: Mapping[int, Sequence[str]], body: Mapping[int, Sequence[str]]
) -> dict[int, str]:
    """The first column under 支出, of nothing but text before amounts, names them whatever its own header is, as 收入 has its names."""
    groups = {column: fold_all(paths[column][0]) for column in columns if len(paths.get(column, ())) > 1}
    first = next((groups.get(column, "") for column in columns if kinds[column] == "label"), "")
    found = {}
    for before, column, after in zip(columns, columns[1:], columns[2:], strict=False):
        group = groups.get(column, "")
        opens = SIDE_NAMES.fullmatch(group) and SIDE_NAMES.fullmatch(first) and group != first and groups.get(before) != group
        is_named = opens and kinds[column] == kinds[after] == "value" and groups.get(after) == group
        if is_named and body.get(column) and all(kind_of_cell(text) == "text" for text in body[column]):
            found[column] = "label"
    return found


def _indicators(
    columns: Sequence[int], kinds: Mapping[int, str], paths: Mapping[int, Sequence[str]], body: Mapping[int, Sequence[str]]
) -> dict[int, str]:
    """A column of nothing but the names of indicators names what stands right of it (年度预算数 | 绩效指标 | 评价标准: 优, 良)."""
    last = max((column for column in columns if kinds[column] == "value"), default=-1)
    named = (column for column in columns if column < last and INDICATOR.fullmatch(_leaf(paths.get(column, ()))))
    return {one: "label" for one in named if body.get(one) and all(kind_of_cell(text) == "text" for text in body[one])}


def _labels_by_content(columns: Sequence[int], paths: Mapping[int, Sequence[str]], body: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """Without a header that says so, the columns of text on the left are the labels, up to one of explanations (主要内容)."""
    found: dict[int, str] = {}
    for column in columns:
        texts = body.get(column, ())
        is_explanation = bool(found) and bool(paths.get(column)) and kind_of_header(paths[column][-1]) == "text"
        if is_explanation or not texts or any(kind_of_cell(text) != "text" for text in texts):
            break
        found[column] = "label"
    if len(found) < len(columns):
        named = {_leaf(paths.get(column, ())) for column in found} - {""}
        again = [column for column in columns if column not in found and _leaf(paths.get(column, ())) in named]
        return found | {one: "label" for one in again if all(kind_of_cell(text) == "text" for text in body.get(one, ()))}
    return {}


def _opens_side(
    column: int,
    columns: Sequence[int],
    paths: Mapping[int, Sequence[str]],
    sides: Sequence[tuple[list[int], list[int]]],
    kinds: Mapping[int, str],
) -> bool:
    """Another side repeats the label header of one before, or the header of its amounts; levels of indicators always make a side."""
    if paths.get(column) and (kind_of_header(paths[column][-1]) == "level1" or INDICATOR.fullmatch(_leaf(paths[column]))):
        return True
    if not any(kinds[other] == "label" and _leaf(paths.get(other, ())) not in CODE_PIECES for other in columns if other >= column):
        return False  # codes (类|款) without a name after them only classify the row
    following = next((other for other in columns if other > column and kinds[other] == "value"), None)
    if following is None or not paths.get(column):
        return False
    group, first = fold_all(paths[column][0]), next((other for other in sides[-1][0] if paths.get(other)), None)
    if len(paths[column]) > 1 and SIDE_NAMES.fullmatch(group) and first is not None and fold_all(paths[first][0]) != group:
        return True  # 收入 over the names before, 支出 over these
    labels = {_key(paths[other]) for other in columns if other != column and kinds[other] == "label" and paths.get(other)}
    values = {_leaf(paths[other]) for _, before in sides for other in before if paths.get(other)}
    return _key(paths[column]) in labels or _leaf(paths[following]) in values or bool(SIDE_NAMES.fullmatch(_leaf(paths[column])))


def _leaf(path: Sequence[str]) -> str:
    return fold_all(path[-1]) if path else ""


def _key(path: Sequence[str]) -> str:
    return re.sub(r"收入|支出|\(.*\)", "", _leaf(path))


def join_codes(labels: Sequence[tuple[Sequence[str], str]]) -> tuple[str, ...]:
    """Row labels left to right, the pieces of one code under 类, 款, 项 joined with spaces."""
    joined: list[str] = []
    is_open = False
    for path, text in labels:
        is_piece = _leaf(path) in CODE_PIECES and not is_total(text) and kind_of_cell(text) == "number"
        if is_piece and is_open:
            joined[-1] += f" {text}"
        elif text not in GROUP_NAMES_WITHOUT_MEANING:
            joined.append(text)
        is_open = is_piece
    return tuple(joined)
