"""An answer as it may be told: an honest no where it has no ground, a warning where the documents contradict it."""

from __future__ import annotations

import logging

from app.answer import Answer
from app.checks.check_asked import NO_ANSWER
from app.checks.check_grounding import check_grounding
from app.checks.check_measure import is_of_another_measure
from app.checks.check_scope import is_of_other_scope
from app.checks.check_year import is_not_reckoned_back
from app.checks.tell_checks import warn_of_checks
from app.disclosures import Disclosures

logger = logging.getLogger(__name__)


def grounded(answer: Answer, question: str) -> Answer:
    """The answer, or an honest no where an amount in it has no ground."""
    stray = check_grounding(answer, question) if answer.status == "answered" else ()
    checks = (is_of_another_measure, is_of_other_scope, is_not_reckoned_back)
    is_of_another = answer.status == "answered" and any(check(answer, question) for check in checks)
    if not stray and not is_of_another:
        return answer
    if stray:
        logger.error("ungrounded amounts %s in the answer to %r", stray, question)
    return NO_ANSWER


def warned(answer: Answer, disclosures: Disclosures) -> Answer:
    """The answer with a warning where the documents contradict a figure that it states."""
    if answer.status != "answered" or not answer.citations:
        return answer
    cited = dict.fromkeys(citation.document_id for citation in answer.citations)
    return warn_of_checks(answer, map(disclosures.document, cited), disclosures.document)
