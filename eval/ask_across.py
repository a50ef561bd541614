"""Questions over several documents or none: comparisons, dialogues, what is not clear and what is not there."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from eval.amounts_across import is_comparable, is_next_year
from eval.ask_absent import ask_absent
from eval.ask_compare import ask_compare, ask_rank, ask_years
from eval.ask_unclear import ask_follow_up, ask_vague
from eval.question_draft import Draft, Filed


def ask_across(random: Random, files: Sequence[Filed]) -> list[Draft]:
    """Questions of every kind over all the documents."""
    drafts: list[Draft] = []
    for filed in files:
        same_kind = [one for one in files if is_comparable(one, filed) and one.document.organization > filed.document.organization]
        drafts += [draft for other in same_kind[:2] for draft in ask_compare(random, filed, other)]
        later = [one for one in files if is_next_year(one, filed)]
        drafts += [draft for other in later for draft in ask_years(random, filed, other)]
        drafts += ask_follow_up(random, filed, files)
        drafts += ask_absent(random, filed, files)
    return [*drafts, *ask_rank(random, files), *ask_vague(random, files)]
