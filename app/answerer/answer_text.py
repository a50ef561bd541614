"""Questions for what a document says in words: duties, definitions, reasons, units, compositions, goals, plain statements."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.forms.answer_cell import answer_cell
from app.forms.answer_class_rows import answer_class_rows
from app.forms.answer_code import answer_code
from app.forms.answer_column import answer_column
from app.forms.answer_form_head import answer_form_head
from app.forms.answer_form_words import answer_form_words
from app.projects.answer_added import answer_added
from app.projects.answer_asset_each import answer_asset_each
from app.projects.answer_bought_cars import answer_bought_cars
from app.projects.answer_bought_of_project import answer_bought_of_project
from app.projects.answer_bought_total import answer_bought_total
from app.projects.answer_cars_kept import answer_cars_kept
from app.projects.answer_equipment import answer_equipment
from app.projects.answer_fiscal_part import answer_fiscal_part
from app.projects.answer_fund_account import answer_fund_account
from app.projects.answer_fund_projects import answer_fund_projects
from app.projects.answer_grade_counts import answer_grade_counts
from app.projects.answer_key_projects import answer_key_projects
from app.projects.answer_listed_rows import answer_next_project, answer_purchases, answer_unit_projects
from app.projects.answer_money_source import answer_money_source
from app.projects.answer_planned_cars import answer_planned_cars
from app.projects.answer_project_account import answer_project_account
from app.projects.answer_project_class import answer_project_class
from app.projects.answer_project_count import answer_project_count
from app.projects.answer_project_list import answer_project_list
from app.projects.answer_project_owner import answer_project_owner
from app.projects.answer_project_parts import answer_project_parts
from app.projects.answer_project_points import answer_project_points
from app.projects.answer_projects_called import answer_projects_called
from app.projects.answer_projects_of_account import answer_projects_of_account
from app.prose.answer_composition import answer_composition
from app.prose.answer_counted_change import answer_counted_change
from app.prose.answer_definition import answer_definition
from app.prose.answer_duty import answer_duty
from app.prose.answer_equivalent import answer_equivalent
from app.prose.answer_formula import answer_formula
from app.prose.answer_income_source import answer_income_source
from app.prose.answer_outline import answer_outline
from app.prose.answer_own_or_summed import answer_own_or_summed
from app.prose.answer_rank import answer_rank
from app.prose.answer_reason import answer_reason
from app.prose.answer_section import answer_section
from app.prose.answer_statement import answer_statement
from app.prose.answer_structure import answer_structure
from app.prose.answer_units_agree import answer_units_agree
from app.prose.compare_duties import compare_duties
from app.question.text_question import TextQuestion, narrow_documents
from app.targets.answer_chosen_project import answer_chosen_project
from app.targets.answer_deviation import answer_deviation
from app.targets.answer_evaluated import answer_evaluated
from app.targets.answer_evaluations import answer_evaluations
from app.targets.answer_execution_score import answer_execution_score
from app.targets.answer_forms import answer_forms
from app.targets.answer_goals import answer_goals
from app.targets.answer_indicator import answer_indicator
from app.targets.answer_indicator_list import answer_indicator_list
from app.targets.answer_points_lost import answer_points_lost
from app.targets.answer_project_goals import answer_project_goals
from app.targets.answer_projects_by_target import answer_projects_by_target
from app.targets.answer_remarks import answer_remarks
from app.targets.answer_standing import answer_standing
from app.targets.answer_targets import answer_targets
from app.targets.answer_task_cell import answer_task_cell
from app.targets.answer_unreached import answer_unreached
from ingest.document import Document
from retrieval.query import DocumentChoice

# The first stage that knows the question answers it: narrow questions come before wide ones.
STAGES = (
    answer_outline,
    answer_formula,
    answer_units_agree,
    answer_own_or_summed,
    answer_asset_each,
    answer_equipment,
    answer_counted_change,
    answer_planned_cars,
    answer_bought_cars,
    answer_cars_kept,
    answer_equivalent,
    answer_fiscal_part,
    answer_execution_score,
    answer_points_lost,
    answer_evaluated,
    answer_chosen_project,
    answer_projects_by_target,
    answer_standing,
    answer_evaluations,
    answer_form_head,
    answer_project_owner,
    answer_bought_total,
    answer_bought_of_project,
    answer_purchases,
    answer_project_points,
    answer_fund_account,
    answer_fund_projects,
    answer_projects_called,
    answer_income_source,
    answer_money_source,
    answer_project_account,
    answer_projects_of_account,
    answer_project_class,
    answer_code,
    answer_unit_projects,
    answer_next_project,
    answer_project_parts,
    answer_project_list,
    answer_project_goals,
    answer_forms,
    answer_unreached,
    answer_form_words,
    answer_task_cell,
    answer_indicator_list,
    answer_class_rows,
    answer_targets,
    answer_column,
    answer_deviation,
    answer_statement,
    answer_key_projects,
    answer_added,
    answer_grade_counts,
    answer_project_count,
    answer_reason,
    answer_remarks,
    answer_rank,
    compare_duties,
    answer_duty,
    answer_definition,
    answer_indicator,
    answer_goals,
    answer_structure,
    answer_composition,
    answer_section,
    answer_cell,
)


def answer_text(
    question: str, rest: str, documents: Sequence[Document], choice: DocumentChoice, earlier: Sequence[str] = ()
) -> Answer | None:
    """The quoted answer to a question for text, given the rests of the questions before it; None where it is not of that kind."""
    asked = narrow_documents(TextQuestion(question, rest, tuple(documents), choice, tuple(earlier)))
    if not asked.documents:
        return None
    return next((answer for stage in STAGES if (answer := stage(asked)) is not None), None)
