"""Question to answer: choose the documents, find text or figures in them, tell them with their source, or honestly say no."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from app.answer import Answer
from app.answer_by_evidence import answer_by_evidence
from app.answer_by_quote import answer_by_quote
from app.answer_consistency import adds_up, tell_consistency, without_consistency
from app.answer_contradiction import answer_contradiction, compares_places
from app.answer_counts import answer_counts
from app.answer_duty import is_of_duties
from app.answer_english import answer_english, in_chinese, refuse_bodies
from app.answer_figures import answer_figures
from app.answer_fixed import answer_fixed
from app.answer_library import answer_library, is_courtesy
from app.answer_likely_row import answer_likely_row
from app.answer_nothing import answer_no_document, answer_no_figure, exists
from app.answer_other_years import between_years, previous, year_before
from app.answer_reason import is_unexplained
from app.answer_shares import answer_shares
from app.answer_stated import answer_stated
from app.answer_statement import asks_whether_managed, tell_absence
from app.answer_text import answer_text
from app.answer_total_check import answer_total_check
from app.answer_two_rates import answer_two_rates
from app.answer_unit_cost import answer_unit_cost
from app.ask_back import ask_item
from app.ask_whose_year import ask_whose_year
from app.asked_prints import asked_prints
from app.check_asked import NO_ANSWER, told_in_quote, without_less
from app.check_grounding import check_grounding
from app.check_measure import is_of_another_measure
from app.check_named import leaves_out
from app.check_scope import is_of_government, is_of_special_fund
from app.check_year import is_of_another_year
from app.cite import document_name
from app.compare_places import compare_places
from app.disclosures import Disclosures
from app.distribute_question import distribute_question
from app.evidence_form import asks_for_name, asks_for_words
from app.finding_words import has_bound, is_understood, is_vague, only_item
from app.follow_up import Thread, follow_up, restate
from app.join_answers import complete, follows, join_answers
from app.passages import names_of
from app.pick_place import as_which, pick_place
from app.question_reader import QuestionReader
from app.refer_back import pick_listed, refer_back
from app.relate_parts import lacks_relation, read_relation, relate_parts
from app.settings import Settings
from app.split_question import split_question
from app.tell_amounts import asks_what, tell_amounts
from app.tell_checks import warn_of_checks
from app.tell_other_print import tell_other_print
from app.tell_understood import noted, with_corrections, with_inherited, with_missing_years
from app.tell_variants import tell_variants
from app.text_question import TextQuestion
from app.without_asides import without_asides
from app.without_premise import without_premise
from app.wording import (
    EMPTY_QUESTION,
    FOLLOWS_ON,
    NO_PASSAGE,
    NOTHING_LOADED,
    OUT_OF_SCOPE,
    SAMPLE_QUESTION,
    TOO_LONG,
    TOO_MANY,
)
from ingest.document import Document, DocumentInfo
from retrieval.choose_documents import choose_documents
from retrieval.find_figures import Finding
from retrieval.knowledge_base import KnowledgeBase
from retrieval.mend_slips import mend_slips
from retrieval.normalize_question import normalize_question
from retrieval.other_rows import set_others_apart
from retrieval.query import DocumentChoice
from retrieval.read_balance import asks_balance
from retrieval.translate_names import translate_names
from retrieval.translate_question import is_english

LONGEST_QUESTION = 1000
MOST_DOCUMENTS = 24
MOST_PASSAGES = 5
EMPTY = Answer(status="answered", text="")
logger = logging.getLogger(__name__)


class Assistant:
    """Answers questions over one knowledge base; what its reader has indexed is kept."""

    def __init__(self, knowledge_base: KnowledgeBase, settings: Settings) -> None:
        """Answer over this knowledge base with these settings."""
        self.knowledge_base = knowledge_base
        self.settings = settings
        self.disclosures = Disclosures(knowledge_base)
        self.reader = QuestionReader(self.disclosures, settings.home)

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question, given the user's earlier questions, oldest first; to one in English in both languages."""
        with self.knowledge_base.one_state():
            history = in_chinese(history, self.reader.catalog)
            if is_english(question) and len(question) <= LONGEST_QUESTION:
                return answer_english(question, self.reader.catalog, self.disclosures.documents(), lambda one: self._ask_back(one, history))
            question, unknown = translate_names(question, self.reader.catalog)
            return refuse_bodies(unknown, self.disclosures.documents()) if unknown else self._ask_back(question, history)

    def _ask_back(self, question: str, history: Sequence[str]) -> Answer:
        return self.disclosures.lead_back(self._ask(question, history))

    def _ask(self, question: str, history: Sequence[str]) -> Answer:
        if len(question) > LONGEST_QUESTION:
            return Answer(status="clarify", text=TOO_LONG.format(length=len(question), most=LONGEST_QUESTION))
        question, history = as_which(question), tuple(map(as_which, history))
        if picked := pick_listed(question, history, self._ask) or pick_place(question, history, self._ask):
            return picked
        question, history = refer_back(question, history, self._ask, lambda one: document_name(self.disclosures.document(one).info))
        normalized, understood = self.reader.read(without_premise(without_asides(self.reader.without_remark(normalize_question(question)))))
        if len(re.sub(r"\W", "", normalized)) < 2 and not is_courtesy(normalized):
            return Answer(status="clarify", text=EMPTY_QUESTION.format(example=SAMPLE_QUESTION))
        infos = self.disclosures.documents()
        if not infos:
            return Answer(status="not_found", text=NOTHING_LOADED)
        fixed = answer_fixed(self.reader.choose(normalized, history)[0], self.reader.staff_words.answers)
        if fixed is not None:
            return fixed
        answer = answer_library(normalized, infos) or self._agreement(normalized, history, infos)
        if answer is None:
            answer = without_less(self._answer(normalized, history, infos), normalized)
            answer = self._related(self._part_by_part(answer, normalized, history, infos), normalized, history, infos)
            answer = self._checked(answer, normalized)
        answer = without_less(answer, normalized)
        answer = with_missing_years(self._warned(with_corrections(answer, understood)), normalized, infos)
        return with_inherited(answer, self.reader.choose(normalized, history)[0]) if history else answer

    def _part_by_part(self, whole: Answer, question: str, history: Sequence[str], infos: Sequence[DocumentInfo]) -> Answer:
        """The answer to a question of several things, where it was refused or tells fewer of them: each part after those before it."""
        whole, parts = NO_ANSWER if is_of_another_year(whole, question, infos) else whole, split_question(question)
        choice = self.reader.choose(question, history)[0]
        if len(parts) == 1 and len(choice.units) < 2 and not choice.is_each:
            parts = distribute_question(question, choice.rest) or parts
        if whole.status == "clarify" or len(parts) == 1 or max(len(whole.values), told_in_quote(whole)) >= len(parts):
            return whole
        answers: list[Answer] = []
        for place, part in enumerate(parts):
            answer = self._checked(self._answer(part, (*history, *parts[:place]), infos), part)
            if answers and is_unexplained(answer):  # the change is told, and that the text gives no reason for it
                answers.append(replace(answer, status="answered"))
                continue
            if answer.status != "answered" or (answers and answer.values and not follows(answer, answers, part)):
                return whole
            answers.append(answer)
        return join_answers(answers) if whole.status == "not_found" else complete(whole, answers)

    def _related(self, whole: Answer, question: str, history: Sequence[str], infos: Sequence[DocumentInfo]) -> Answer:
        """The answer, or where it was refused what the single things come to that the question sets in relation."""
        related = read_relation(question, self.reader.choose(question, history)[0].rest) if lacks_relation(whole, question) else None

        def ask(part: str, before: tuple[str, ...]) -> Answer:
            return self._checked(self._answer(part, (*history, *before), infos), part)

        return (relate_parts(related, ask) if related else None) or whole

    def prepare(self, most: int) -> None:
        """Index what can be quoted of so many documents, for which the first question that quotes would else wait."""
        for info in self.disclosures.documents()[:most]:
            self.reader.evidence(info.id)

    def ask_document(self, document_id: str, item: str) -> Answer:
        """One document's figure for an item named in a few words, ready to be shown."""
        return self.disclosures.lead_back(self._warned(self._asked_of(document_id, item)))

    def _asked_of(self, document_id: str, item: str) -> Answer:
        """One document's figure for an item named in a few words."""
        info = self.disclosures.document(document_id).info
        normalized, _ = mend_slips(normalize_question(f"{item}是多少"))
        chosen = choose_documents(f"{document_name(info)}:{normalized}", self.reader.catalog, [])
        choice = replace(chosen, documents=(document_id,), rest=chosen.rest.rpartition(":")[2], failed=None, is_each=False)
        findings = [self.reader.find(document_id, normalized, (choice.rest,), choice)]
        answer = answer_figures(normalized, choice, findings) if is_understood(choice.rest, findings[0], self.reader.vocabulary) else None
        return self._checked(tell_variants(answer, findings[0]) if answer else answer_no_figure(findings), normalized)

    def _answer(self, question: str, history: Sequence[str], infos: Sequence[DocumentInfo]) -> Answer:
        choice, parts = self.reader.choose(question, history)
        if not choice.documents:
            return answer_no_document(choice, infos)
        if len(choice.documents) > MOST_DOCUMENTS and not choice.is_each:
            return Answer(status="clarify", text=TOO_MANY.format(count=len(choice.documents)))
        if whose := ask_whose_year(question, choice, infos):
            return whose
        documents = [self.disclosures.document(one) for one in choice.documents]
        choice = replace(choice, rest=self.reader.mended(documents[0].info.id, choice.rest)) if len(documents) == 1 else choice
        thread = follow_up(parts, choice, lambda earlier: self.reader.item(choice.documents[0], earlier))
        listed, others = set_others_apart(parts[-1])
        quoted = self._text(question, parts, thread, documents, choice) if choice.failed is None and not others else None
        if quoted is not None and (quoted.status != "not_found" or thread.is_final):
            return noted(quoted, choice, ())
        findings = [self.reader.find(one, question, parts, choice) for one in choice.documents]
        if choice.failed is not None:
            return previous(question, choice, findings, infos)
        if is_of_government(question, choice, documents[0].info.region):
            return Answer(status="not_found", text=f"{OUT_OF_SCOPE}{exists(infos)}")
        indexes = [finding.index for finding in findings]
        is_of_money = not asks_whether_managed(choice.rest)
        answer = year_before(self.reader, infos, question, parts, choice, findings)
        answer = answer or (answer_figures(question, choice, findings) if is_of_money else None)
        asked = TextQuestion(question, choice.rest, tuple(documents), choice, tuple(parts[:-1]))
        if answer and not has_bound(findings) and (asks_for_name(choice.rest) or (asks_for_words(choice.rest) and len(answer.values) == 1)):
            return self._words_alone(asked, quoted)
        left_out = partial(leaves_out, rest=listed, vocabulary=self.reader.vocabulary, indexes=indexes, is_vague=is_vague(findings))
        if answer and (is_of_another_measure(answer, question) or left_out(answer, is_by_part=findings[0].is_by_part)):
            answer = answer_stated(asked)
        answer = tell_absence(asked, answer or between_years(self.reader, infos, question, parts, choice, findings), only_item(findings[0]))
        if answer is None or (asks_what(question) and not has_bound(findings)):
            told = EMPTY if has_bound(findings) or others else tell_amounts(question, EMPTY, indexes)
            if told.values or answer is None:
                return told if told.values else self._in_words(asked, findings, answer_no_figure(findings) if others else quoted)
        answer = tell_variants(tell_other_print(answer, findings[0]), findings[0]) if len(findings) == 1 else answer
        answer = answer if has_bound(findings) else tell_amounts(question, answer, indexes)
        return noted(answer, choice, tuple(pair for finding in findings[:1] for pair in finding.reading.corrections))

    def _text(
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
        item = self.reader.item(documents[0].info.id, [choice.rest]) if answer.status == "not_found" else ""
        if not (restated := restate(thread, item)):
            return answer
        again = answer_text(restated, restated, documents, choice)
        return again if again is not None and again.status == "answered" else answer

    def _in_words(self, asked: TextQuestion, findings: Sequence[Finding], refused: Answer | None) -> Answer:
        """Where no figure answers: what the text states in passing, else a question back or an honest no."""
        quoted = None if refused else answer_stated(asked) or self._quote(asked.question, asked.choice)
        quoted = quoted or answer_by_evidence(asked, lambda document: self.reader.evidence(document.info.id))
        quoted = None if quoted and (is_of_special_fund(quoted, asked.question) or (refused and is_of_duties(quoted, asked))) else quoted
        likely = None if quoted or refused else answer_unit_cost(asked) or answer_likely_row(asked, self._asked_of)
        return quoted or refused or likely or ask_item(findings) or answer_no_figure(findings)

    def _words_alone(self, asked: TextQuestion, refused: Answer | None) -> Answer:
        """What the documents say in words, else an honest no: where words are asked for no amount answers."""
        told = answer_by_evidence(asked, lambda document: self.reader.evidence(document.info.id))
        told = None if told and is_of_special_fund(told, asked.question) else told
        refused = refused or Answer("not_found", NO_PASSAGE.format(documents=names_of(asked.documents)), answered_by="quote")
        return told or self._quote(asked.question, asked.choice) or refused

    def _quote(self, question: str, choice: DocumentChoice) -> Answer | None:
        """A passage that answers a question for text, found by keyword and meaning in the chosen documents."""
        return answer_by_quote(question, choice.rest, self.disclosures.search(question, choice.documents, MOST_PASSAGES))

    def _balanced(self, question: str, history: Sequence[str], infos: Sequence[DocumentInfo]) -> Answer | None:
        """A sum that the question holds against another amount; None where it does not, or its figures do not belong together."""
        answer = self._answer(question, history, infos) if asks_balance(question) else NO_ANSWER
        return answer if "+" in (answer.calculation or "") else None

    def _compared(self, question: str, history: Sequence[str], infos: Sequence[DocumentInfo]) -> Answer | None:
        """A figure that was asked for with what the checks say of its other prints; None where nothing of that is asked or known."""
        rest = self.reader.choose(question, history)[0].rest
        plain, asked = without_consistency(question, rest), asked_prints(question, rest)
        if plain is None:
            return None
        checked = self._checked(self._answer(plain, history, infos), plain)
        if checked.status != "answered" or not checked.values:
            return None
        choice, parts = self.reader.choose(plain, history)
        facts = [fact for one in choice.documents for found in self.reader.find(one, plain, parts, choice).tasks for fact in found.prints]
        cited = dict.fromkeys(citation.document_id for citation in checked.citations)
        library = self.disclosures.document
        is_sum = adds_up(question) or asks_balance(question)
        documents = [library(one) for one in cited]
        return tell_consistency(checked, facts, documents, library, is_sum=is_sum, is_about=partial(compares_places, asked))

    def _agreement(self, question: str, history: Sequence[str], infos: Sequence[DocumentInfo]) -> Answer | None:
        """Whether prints of one document agree: shares, a sum, the prints of a figure, else the check that is about what was asked."""
        choice = self.reader.choose(question, history)[0]
        documents = [self.disclosures.document(one) for one in choice.documents] if len(choice.documents) == 1 and not choice.failed else []
        asked = asked_prints(question, choice.rest, choice.units) if documents else None
        answer = answer_two_rates(question, documents)
        if not answer and not choice.units:
            answer = answer_total_check(question, choice.rest, documents, self.disclosures.document)
        answer = answer or (answer_shares(asked, question, documents) if asked else None)
        answer = answer or self._balanced(question, history, infos)
        told = answer_contradiction(asked, question, documents, self.disclosures.document) if asked and not answer else None
        if placed := compare_places(asked, choice.rest, documents) if not answer else None:
            return told or placed
        answer = answer or (told if asked and asked.is_sum else None) or self._compared(question, history, infos) or told
        return answer or (answer_counts(asked, question, documents) if asked else None)

    def _checked(self, answer: Answer, question: str) -> Answer:
        """The answer, or an honest no where an amount in it has no ground."""
        stray = check_grounding(answer, question) if answer.status == "answered" else ()
        if not stray and not (answer.status == "answered" and is_of_another_measure(answer, question)):
            return answer
        if stray:
            logger.error("ungrounded amounts %s in the answer to %r", stray, question)
        return NO_ANSWER

    def _warned(self, answer: Answer) -> Answer:
        """The answer with a warning where the documents contradict a figure that it states."""
        if answer.status != "answered" or not answer.values:
            return answer
        cited = dict.fromkeys(citation.document_id for citation in answer.citations)
        return warn_of_checks(answer, map(self.disclosures.document, cited), self.disclosures.document)
