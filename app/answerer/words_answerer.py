"""What the documents say in words: where words are asked for, and where no figure answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answer import Answer
from app.answerer.answer_by_evidence import answer_by_evidence
from app.answerer.answer_by_quote import answer_by_quote
from app.answerer.answer_likely_row import answer_likely_row
from app.answerer.answer_text import answer_text
from app.answerer.answer_unit_cost import answer_unit_cost
from app.checks.check_scope import is_of_special_fund
from app.disclosures import Disclosures
from app.documents.answer_nothing import answer_no_figure
from app.documents.ask_back import ask_item
from app.forms.answer_form_head import answer_form_head
from app.projects.answer_grade_counts import answer_grade_counts
from app.prose.answer_duty import is_of_duties
from app.prose.answer_reason import asks_why_done
from app.prose.answer_stated import answer_stated
from app.question.follow_up import Thread, restate
from app.question.text_question import TextQuestion
from app.question_reader import QuestionReader
from app.targets.answer_asked_indicators import answer_asked_indicators
from app.targets.answer_evaluated import answer_evaluated
from app.targets.answer_targets import answer_unsaid_targets
from app.telling.passages import names_of
from app.telling.wording import FOLLOWS_ON, NO_PASSAGE
from ingest import late_re as re
from ingest.document import Document
from retrieval.facts.finding import Finding
from retrieval.query import DocumentChoice

MOST_PASSAGES = 5
YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年)")
OPENS = re.compile(r"[\W\d一二三四五六七八九十]{0,6}(?<!\d)20\d\d年")


class WordsAnswerer:
    """Answers from the text of the documents."""

    def __init__(self, disclosures: Disclosures, reader: QuestionReader) -> None:
        """Quote these documents, with what the reader has indexed of them."""
        self._disclosures = disclosures
        self._reader = reader

    def text(
        self, question: str, parts: Sequence[str], thread: Thread, documents: Sequence[Document], choice: DocumentChoice
    ) -> Answer | None:
        """What the text says, the question taken with those it follows on; None where no text is asked for."""
        if not thread.taken:
            quoted = answer_text(question, choice.rest, documents, choice, parts[:-1])
            return None if quoted is None else self._restated(quoted, thread, documents, choice)
        quoted = answer_text(thread.text, thread.text, documents, choice) if thread.kind else None
        if quoted is None or quoted.status != "answered":
            return quoted
        return replace(quoted, text=f"{quoted.text}\n{FOLLOWS_ON.format(topic=thread.taken.strip('“”'))}")

    def _restated(self, answer: Answer, thread: Thread, documents: Sequence[Document], choice: DocumentChoice) -> Answer:
        """The answer, or where no reason was found the reason for the item as the figures name it."""
        item = self._reader.item(documents[0].info.id, [choice.rest]) if answer.status == "not_found" else ""
        if asks_why_done(choice.rest) or not (restated := restate(thread, item)):
            return answer
        again = answer_text(restated, restated, documents, choice)
        return again if again is not None and again.status == "answered" else answer

    def instead_of_figures(
        self, asked: TextQuestion, findings: Sequence[Finding], refused: Answer | None, ask_document: Callable[[str, str], Answer]
    ) -> Answer:
        """Where no figure answers: what the text states in passing, else a question back or an honest no.

        `refused` is the no of a search of the text before it; `ask_document` tells one document's figure for an item.
        """
        quoted = None if refused else answer_stated(asked) or self._quote(asked.question, asked.choice)
        quoted = quoted or self._by_evidence(asked)
        quoted = None if quoted and (is_of_special_fund(quoted, asked.question) or (refused and is_of_duties(quoted, asked))) else quoted
        likely = None if quoted else answer_unsaid_targets(asked)
        likely = likely or (None if quoted else answer_asked_indicators(asked))
        likely = likely or (None if quoted or refused else answer_unit_cost(asked) or answer_likely_row(asked, ask_document))
        told = quoted or (likely if likely and likely.status == "answered" else None)
        return told or refused or likely or ask_item(findings) or answer_no_figure(findings)

    def alone(self, asked: TextQuestion, refused: Answer | None) -> Answer:
        """What the documents say in words, else an honest no: where words are asked for no amount answers."""
        told = self._by_evidence(asked)
        told = None if told and is_of_special_fund(told, asked.question) else told
        refused = refused or Answer("not_found", NO_PASSAGE.format(documents=names_of(asked.documents)), answered_by="quote")
        return told or self._quote(asked.question, asked.choice) or refused

    def of_year_before(self, asked: TextQuestion) -> Answer | None:
        """What a later year's documents say of the year asked, which is not loaded: a sentence that opens with it and names no other."""
        about = self._later(asked)
        if about.documents and (told := answer_evaluated(about) or answer_form_head(about)):
            return told
        return self._told_of_it((answer_stated(about) or self._by_evidence(about)) if about.documents else None, asked)

    def grades(self, asked: TextQuestion) -> Answer | None:
        """How many projects self-evaluation found how good; of a year that is not loaded, as a later one tells; a no where none does."""
        if asked.choice.failed is None:
            return answer_grade_counts(asked)
        about = self._later(asked)
        told = answer_grade_counts(about) if about.documents else None
        return told if told and told.status == "not_found" else self._told_of_it(told, asked)

    def _later(self, asked: TextQuestion) -> TextQuestion:
        """The question to the documents of years after the one asked, of the kinds that it names."""
        kinds, years = asked.choice.kinds, asked.choice.years
        later = tuple(
            one for one in asked.documents
            if one.info.year and years and one.info.year > max(years) and (not kinds or one.info.kind in kinds)
        )  # fmt: skip
        return replace(asked, documents=later)

    def _told_of_it(self, told: Answer | None, asked: TextQuestion) -> Answer | None:
        """An answer, where all that it quotes opens with the years asked and names no other."""
        if told is None or told.status != "answered" or not told.citations:
            return None
        years = {*asked.choice.years}
        is_of_it = all(set(map(int, YEAR.findall(one.quote))) == years and OPENS.match(one.quote) for one in told.citations)
        return told if is_of_it else None

    def _by_evidence(self, asked: TextQuestion) -> Answer | None:
        return answer_by_evidence(asked, lambda document: self._reader.evidence(document.info.id))

    def _quote(self, question: str, choice: DocumentChoice) -> Answer | None:
        """A passage that answers a question for text, found by keyword and meaning in the chosen documents."""
        return answer_by_quote(question, choice.rest, self._disclosures.search(question, choice.documents, MOST_PASSAGES))
