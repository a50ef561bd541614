"""A question that stands by itself to its whole answer: the first stage that knows its kind, else one look-up, its parts and relations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.answer import Answer
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_answer import grounded
from app.checks.check_asked import without_less
from app.documents.answer_library import answer_library
from app.relations.answer_accounts_held import answer_accounts_held
from app.relations.answer_accounts_of_part import answer_accounts_of_part
from app.relations.answer_agreement import answer_agreement
from app.relations.answer_both_sides import answer_both_sides
from app.relations.answer_counts_together import answer_counts_together
from app.relations.answer_fund_uses import answer_fund_uses
from app.relations.answer_gap_of_each import answer_gap_of_each
from app.relations.answer_of_body import answer_of_body
from app.relations.answer_of_other_body import answer_of_other_body
from app.relations.answer_over_years import answer_over_years
from app.relations.answer_part_by_part import answer_part_by_part, answer_related
from app.relations.answer_posts import answer_posts
from app.relations.answer_projects_of_unit import answer_projects_of_unit
from app.relations.answer_purchases_of_kind import answer_purchases_of_kind
from app.relations.answer_ranked_accounts import answer_ranked_accounts
from app.relations.answer_retired import answer_retired
from app.relations.answer_split_item import answer_split_item
from app.relations.answer_sum_equals import answer_sum_equals
from app.relations.answer_unit_of_whole import answer_unit_of_whole
from app.relations.answer_units_of_kind import answer_units_of_kind
from app.relations.answer_vacancies import answer_vacancies
from app.relations.relate_bodies import relate_bodies
from app.telling.tell_left_open import tell_left_open


@dataclass(frozen=True, slots=True)
class Stage:
    """One way to answer a question that stands by itself; the amounts it tells need a ground unless it quotes what is loaded."""

    answer: Callable[[str, Sequence[str], QuestionAnswerer], Answer | None]
    needs_ground: bool = True


STAGES = (
    Stage(lambda question, _, answerer: answer_library(question, answerer.disclosures.documents()), needs_ground=False),
    Stage(lambda question, history, answerer: answerer.ask_which(question, history), needs_ground=False),
    Stage(answer_gap_of_each), Stage(answer_both_sides), Stage(answer_sum_equals), Stage(answer_agreement, needs_ground=False),
    Stage(answer_over_years), Stage(answer_ranked_accounts), Stage(answer_accounts_of_part), Stage(answer_accounts_held),
    Stage(answer_vacancies), Stage(answer_posts), Stage(answer_of_body), Stage(answer_split_item), Stage(answer_of_other_body),
    Stage(answer_units_of_kind), Stage(answer_projects_of_unit), Stage(answer_unit_of_whole), Stage(answer_purchases_of_kind),
    Stage(answer_retired), Stage(answer_counts_together), Stage(answer_fund_uses),
)  # fmt: skip


def complete_answer(question: str, history: Sequence[str], answerer: QuestionAnswerer) -> Answer:
    """The answer to a normalised question, to all of its parts and to what it sets in relation."""
    for stage in STAGES:
        if told := stage.answer(question, history, answerer):
            return grounded(told, question) if stage.needs_ground else told
    answer = without_less(answerer.answer(question, history), question)
    answer = answer_part_by_part(answer, question, history, answerer)
    answer = tell_left_open(answer, question, answerer.disclosures.document)
    answer = answer_related(answer, question, history, answerer)
    return grounded(relate_bodies(answer, question, history, answerer), question)
