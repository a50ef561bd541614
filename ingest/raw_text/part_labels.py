"""Parts the words of neighbouring text labels (类型, 项目名称, 项目单位), between which raw text prints nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.raw_text.raw_table import RawTable, Word, key_of

LONGEST_KIND_WORDS = 3
SHORTEST_UNIT_NAME = 4


def part_labels(run: Sequence[Word], columns: Sequence[tuple[int, str]], table: RawTable) -> Iterator[tuple[int, Sequence[Word]]]:
    """Which words of a run of text stand in which of the neighbouring text columns."""
    if len(columns) == 1 or run[0].is_digits or is_total_label(run):
        yield columns[0][0], run
        return
    kind = find_kind(run, table.form.lists.get("kinds", ()))
    rest = [(column, tag) for column, tag in columns if tag != "kind"]
    kind_column = next((column for column, tag in columns if tag == "kind"), None)
    if kind and kind_column is not None:
        yield kind_column, run[kind[0] : kind[1]]
        before, after = run[: kind[0]], run[kind[1] :]
        left = [one for one in rest if one[0] < kind_column]
        if before and left:
            yield left[0][0], before
        yield from split_names(after, [one for one in rest if one[0] > kind_column], table)
        return
    yield from split_names(run, rest, table)


def is_total_label(run: Sequence[Word]) -> bool:
    """Whether the words say 合计."""
    return key_of("".join(word.text for word in run)) in ("合计", "总计")


def find_kind(run: Sequence[Word], kinds: Sequence[str]) -> tuple[int, int] | None:
    """The first words that make up one of the prescribed 类型."""
    for start in range(len(run)):
        for end in range(start + 1, min(start + LONGEST_KIND_WORDS, len(run)) + 1):
            if "".join(word.text for word in run[start:end]) in kinds:
                return start, end
    return None


def split_names(run: Sequence[Word], columns: Sequence[tuple[int, str]], table: RawTable) -> Iterator[tuple[int, Sequence[Word]]]:
    """A project's name and its unit's: the unit is the longest piece that the document names elsewhere."""
    if not run or not columns:
        return
    name = next((column for column, tag in columns if tag == "name"), columns[0][0])
    unit = next((column for column, tag in columns if tag == "unitname"), None)
    cut = None if unit is None else find_unit(run, unit < name, table.known_names)
    if unit is None or cut is None:
        yield name, run
        return
    first, second = (unit, name) if unit < name else (name, unit)
    yield first, run[:cut]
    yield second, run[cut:]


def find_unit(run: Sequence[Word], is_first: bool, known_names: str) -> int | None:
    """Where to cut between name and unit, if a piece at that end is a known name."""
    cuts = range(len(run) - 1, 0, -1) if is_first else range(1, len(run))
    for cut in cuts:
        piece = key_of("".join(word.text for word in (run[:cut] if is_first else run[cut:])))
        if len(piece) >= SHORTEST_UNIT_NAME and f"\n{piece}\n" in known_names:
            return cut
    return None
