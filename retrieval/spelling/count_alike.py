"""Units that count alike: what is asked for in one (几名) may be printed in another (人)."""

from __future__ import annotations

from collections.abc import Sequence

PERSONS = ("人", "名", "位")
# Of any figure that counts something; the first group that has a unit is its own.
OF_FIGURES = (PERSONS, ("批次", "批"), ("个", "家", "项", "台", "套", "件"), ("辆", "台"), ("人", "人次"))
# Of the rows of one form, which are told apart by what they count in: a house is no piece of equipment.
OF_ROWS = (PERSONS, tuple("个家户项处所座支"), tuple("次场期回"), tuple("天日"), tuple("台套件部"))


def count_alike(unit: str, groups: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The units that count what this one does; itself alone where no group has it."""
    return next((group for group in groups if unit in group), (unit,))
