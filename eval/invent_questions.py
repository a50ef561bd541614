"""Questions over invented documents, with answers that follow from the documents' own data; the same seed gives the same questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from eval.ask_across import ask_across
from eval.ask_facts import ask_facts
from eval.ask_figures import ask_figures
from eval.ask_text import ask_text
from eval.gold import TYPES, Dataset, GoldQuestion
from eval.invented import InventedDocument
from eval.make_slip import make_slip
from eval.question_draft import Draft, Filed

SLIP_SHARE = 0.08
SLIP_STYLE = "错字"


def invent_questions(documents: Mapping[str, InventedDocument], seed: int, per_type: int = 0) -> Dataset:
    """Questions of every type for documents by their file name; `per_type` keeps at most so many of each (0 keeps all)."""
    random = Random(f"{seed}/questions")
    files = file_documents(documents)
    drafts: list[Draft] = []
    for filed in files:
        drafts += ask_figures(random, filed)
        drafts += ask_facts(random, filed)
        drafts += ask_text(random, filed, files)
    drafts += ask_across(random, files)
    drafts = [with_slip(random, draft) if random.random() < SLIP_SHARE else draft for draft in distinct(drafts)]
    chosen = [draft for kind in TYPES for draft in some(random, [one for one in drafts if one.type == kind], per_type)]
    questions = tuple(to_question(index, draft) for index, draft in enumerate(chosen, 1))
    return Dataset("invented", questions, tuple(documents))


def file_documents(documents: Mapping[str, InventedDocument]) -> list[Filed]:
    """Every document with its file and the document of the year before."""
    known = {(one.organization, one.kind, one.year): Filed(one, name) for name, one in documents.items()}
    return [replace(filed, before=known.get((name, kind, year - 1))) for (name, kind, year), filed in known.items()]


def distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Each question once; two drafts of one wording are both left out unless they agree."""
    by_words: dict[tuple[str, tuple[str, ...]], list[Draft]] = {}
    for draft in drafts:
        by_words.setdefault((draft.question, draft.history), []).append(draft)
    return [group[0] for group in by_words.values() if all(draft.expect == group[0].expect for draft in group)]


def some(random: Random, drafts: Sequence[Draft], most: int) -> list[Draft]:
    """At most so many of the drafts."""
    return list(drafts) if not most or len(drafts) <= most else random.sample(drafts, most)


def with_slip(random: Random, draft: Draft) -> Draft:
    """The draft with one character of its question typed wrongly, where that leaves its meaning plain."""
    slipped = make_slip(random, draft.question)
    return draft if slipped == draft.question else replace(draft, question=slipped, style=SLIP_STYLE)


def to_question(index: int, draft: Draft) -> GoldQuestion:
    """The draft with its id; the style stands in the note."""
    note = f"说法：{draft.style}" + (f"；{draft.note}" if draft.note else "")
    return GoldQuestion(f"invented-{index:04d}", draft.question, draft.type, draft.expect, draft.history, draft.sources, note)
