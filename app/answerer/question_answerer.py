"""One question to its answer, as it is asked: choose the documents, find text or figures in them, tell them or say no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.answer import Answer
from app.answerer.ask_whose_year import ask_whose_year
from app.answerer.derive_stated import derive_stated
from app.answerer.evidence_form import asks_for_name, asks_for_purpose, asks_for_words
from app.answerer.finding_words import has_bound, is_understood, is_vague, only_item
from app.answerer.refuse_lacking_bodies import refuse_lacking_bodies
from app.answerer.refuse_partial_list import refuse_partial_list
from app.answerer.words_answerer import WordsAnswerer
from app.checks.check_answer import grounded
from app.checks.check_measure import is_of_another_measure
from app.checks.check_named import leaves_out, picks_unit, sums_some
from app.checks.check_scope import is_of_government, is_of_other_scope
from app.checks.is_of_joined import is_of_joined
from app.disclosures import Disclosures
from app.documents.answer_nothing import answer_no_document, answer_no_figure, exists
from app.documents.ask_back import ask_which_of_many
from app.documents.only_body_of import only_body_of
from app.documents.refuse_lacking_years import refuse_lacking_years, with_lacking_years
from app.figures.answer_figures import answer_figures
from app.figures.answer_other_years import between_years, previous, year_before
from app.figures.answer_whole_change import answer_whole_change
from app.figures.ask_which_project import ask_which_project
from app.figures.tell_amounts import asks_what, tell_amounts
from app.figures.tell_other_print import tell_other_print
from app.figures.tell_variants import tell_variants
from app.prose.answer_stated import answer_stated
from app.prose.answer_statement import asks_whether_managed, tell_absence
from app.question.follow_up import follow_up
from app.question.narrow_choice import is_too_many
from app.question.text_question import TextQuestion
from app.question_reader import QuestionReader
from app.telling.cite import document_name
from app.telling.tell_understood import noted
from app.telling.wording import OUT_OF_SCOPE
from ingest import late_re as re
from ingest.document import DocumentInfo
from retrieval.bodies.choose_documents import choose_documents
from retrieval.bodies.units_asked import units_asked, units_of_dialogue
from retrieval.clauses.other_rows import set_others_apart
from retrieval.facts.finding import Finding
from retrieval.query import DocumentChoice

UNIT_NAMED_BY = 4  # characters: 房产服务中心 ends as the unit's name does
FEWEST_UNITS = 2
OWN_LEVEL_NAMED = re.compile(r"本级|机关\d|机关[:(]")
LIKEWISE = re.compile(r"(?:那么?|还有|再看看?|至于|[,，~\s])*[^,;?\s~]{1,16}?(?:(?:这|那)一?[项块个])?的?(?:呢|怎么样|如何)[?？~\s]*")
EMPTY = Answer(status="answered", text="")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with what each of its documents has for it; `listed` is its rest without `others`, the names it sets aside."""

    text: TextQuestion
    parts: Sequence[str]
    findings: Sequence[Finding]
    listed: str
    others: tuple[str, ...]

    @property
    def has_bound(self) -> bool:
        return has_bound(self.findings)


class QuestionAnswerer:
    """Answers one question after others; its answers are not yet checked."""

    def __init__(self, disclosures: Disclosures, reader: QuestionReader) -> None:
        """Answer over these documents, read by this reader."""
        self.disclosures = disclosures
        self.reader = reader
        self._words = WordsAnswerer(disclosures, reader)

    def answer(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a normalised question, given those before it."""
        infos = self.disclosures.documents()
        choice, parts = self.reader.choose(question, history)
        if not choice.documents:
            return answer_no_document(choice, infos)
        if is_too_many(choice):
            return ask_which_of_many(question, [info for info in infos if info.id in choice.documents])
        documents = tuple(map(self.disclosures.document, choice.documents))
        if whose := ask_whose_year(question, choice, infos):
            body = only_body_of(choice.rest, documents)
            return self.answer(f"{body}{question}", history) if body and not history else whose
        if refused := refuse_lacking_years(question, choice, documents, infos) or refuse_lacking_bodies(choice, documents, infos):
            return refused
        choice = replace(choice, rest=self.reader.mended(documents[0].info.id, choice.rest)) if len(documents) == 1 else choice
        thread = follow_up(parts, choice, lambda earlier: self.reader.item(choice.documents[0], earlier))
        listed, others = set_others_apart(parts[-1])
        quoted = self._words.text(question, parts, thread, documents, choice) if choice.failed is None and not others else None
        if quoted is not None and (quoted.status != "not_found" or thread.is_final):
            return noted(quoted, choice, ())
        findings = [self.reader.find(one, question, parts, choice) for one in choice.documents]
        text = TextQuestion(question, choice.rest, documents, choice, tuple(parts[:-1]))
        asked = _Asked(text, parts, findings, listed, others)
        is_refused = choice.failed == "year" or (quoted is not None and choice.failed is None)
        if is_refused and (graded := self._words.grades(text)):
            return graded
        if choice.failed is not None:
            told = previous(question, choice, findings, infos)
            told = answer_no_document(choice, infos) if told.status == "answered" and self._leaves_out(told, asked) else told
            if choice.failed == "year" and told.status == "not_found":
                return self._words.of_year_before(text) or derive_stated(text, findings) or told
            return told
        if is_of_government(question, choice, documents[0].info.region):
            return Answer(status="not_found", text=f"{OUT_OF_SCOPE}{exists(infos)}")
        answer = self._from_figures(asked, quoted, infos)
        return with_lacking_years(answer, question, documents)

    def ask_which(self, question: str, history: Sequence[str] = ()) -> Answer | None:
        """The question back which document is meant, where more are chosen than are read to answer one question."""
        return self.answer(question, history) if is_too_many(self.reader.choose(question, history)[0]) else None

    def checked(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a normalised question, or an honest no where an amount in it has no ground."""
        return grounded(self.answer(question, history), question)

    def of_item(self, document_id: str, item: str) -> Answer:
        """One document's figure for an item named in a few words."""
        info = self.disclosures.document(document_id).info
        normalized = self.reader.question_for(item)
        chosen = choose_documents(f"{document_name(info)}:{normalized}", self.reader.catalog, [])
        choice = replace(chosen, documents=(document_id,), rest=chosen.rest.rpartition(":")[2], failed=None, is_each=False)
        findings = [self.reader.find(document_id, normalized, (choice.rest,), choice)]
        answer = answer_figures(normalized, choice, findings) if is_understood(choice.rest, findings[0], self.reader.vocabulary) else None
        return grounded(tell_variants(answer, findings[0]) if answer else answer_no_figure(findings), normalized)

    def _from_figures(self, asked: _Asked, quoted: Answer | None, infos: Sequence[DocumentInfo]) -> Answer:
        """The answer from figures, else from words; `quoted` is the no of a search of the text."""
        question, choice, findings = asked.text.question, asked.text.choice, asked.findings
        indexes = [finding.index for finding in findings]
        answer = self._figures(asked, infos)
        if answer and not asked.has_bound and wants_words(choice, answer):
            return self._words.alone(asked.text, quoted)
        if answer and self._is_of_another(answer, asked):
            answer = answer_stated(asked.text)
        if answer is None and (told := between_years(self.reader, infos, question, asked.parts, choice, findings)):
            answer = None if is_of_another_measure(told, question) else told
        answer = answer or answer_whole_change(findings)
        answer = tell_absence(asked.text, answer, only_item(findings[0]))
        if answer is None or (asks_what(question) and not asked.has_bound):
            told = EMPTY if asked.has_bound or asked.others else tell_amounts(question, EMPTY, indexes)
            if told.values:
                return told
            if answer is None:
                refused = answer_no_figure(findings) if asked.others else quoted
                said = self._words.instead_of_figures(asked.text, findings, refused, self.of_item)
                return answer_no_figure(findings) if is_of_all_units(said, question, asked.parts, findings) else said
        if len(findings) == 1:
            answer = ask_which_project(answer, findings[0], asked.text)
            if answer.status == "clarify":
                return answer
            answer = tell_variants(tell_other_print(answer, findings[0]), findings[0])
        answer = answer if asked.has_bound else tell_amounts(question, answer, indexes)
        return noted(answer, choice, tuple(pair for finding in findings[:1] for pair in finding.reading.corrections))

    def _figures(self, asked: _Asked, infos: Sequence[DocumentInfo]) -> Answer | None:
        """The figures that answer, of the year before where that is meant; none where it is asked whether something is managed."""
        question, choice, findings = asked.text.question, asked.text.choice, asked.findings
        told = year_before(self.reader, infos, question, asked.parts, choice, findings)
        told = told or (None if asks_whether_managed(choice.rest) else answer_figures(question, choice, findings))
        return refuse_partial_list(told, question, findings[0].index) if told is not None and len(findings) == 1 else told

    def _is_of_another(self, answer: Answer, asked: _Asked) -> bool:
        """Whether an answer tells another measure than is asked for, or leaves out something that the question names."""
        if is_of_another_measure(answer, asked.text.question) or is_of_other_scope(answer, asked.text.question):
            return True
        if is_of_joined(answer, asked.text.question):
            return True
        finding = asked.findings[0]
        corrections = finding.reading.corrections
        if sums_some(answer, corrections, [finding.index]) or picks_unit(corrections, [finding.index]):
            return True
        return self._leaves_out(answer, asked)

    def _leaves_out(self, answer: Answer, asked: _Asked) -> bool:
        indexes = [finding.index for finding in asked.findings]
        units = units_asked(asked.text.question, asked.listed, indexes[0].document.info) if len(indexes) == 1 else None
        return leaves_out(
            answer, rest=units.rest if units else asked.listed, vocabulary=self.reader.vocabulary, indexes=indexes,
            is_vague=is_vague(asked.findings), is_by_part=asked.findings[0].is_by_part,
            is_likewise=len(asked.parts) > 1 and LIKEWISE.fullmatch(asked.listed.strip()) is not None,
        )  # fmt: skip


def is_of_all_units(answer: Answer, question: str, parts: Sequence[str], findings: Sequence[Finding]) -> bool:
    """Whether units are asked for one by one and the words that are quoted speak of the department alone."""
    info = findings[0].index.document.info
    asked = units_of_dialogue(question, parts, info) if len(findings) == 1 and findings[0].tasks else None
    if asked is None or answer.status != "answered":
        return False
    return sum(unit[-UNIT_NAMED_BY:] in answer.text for unit in asked.units) < FEWEST_UNITS and not OWN_LEVEL_NAMED.search(answer.text)


def wants_words(choice: DocumentChoice, answer: Answer) -> bool:
    """Whether a question asks for a name or a purpose, or for words where one amount was found."""
    return asks_for_name(choice.rest) or asks_for_purpose(choice.rest) or (asks_for_words(choice.rest) and len(answer.values) == 1)
