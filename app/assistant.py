"""Question to answer: what it refers back to, the loaded documents' answer to it, completed, checked and noted; or an honest no."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.about_same import about_same
from app.account_at_place import account_at_place
from app.answer import Answer
from app.answer_accounts_held import answer_accounts_held
from app.answer_accounts_of_part import answer_accounts_of_part
from app.answer_agreement import answer_agreement
from app.answer_both_sides import answer_both_sides
from app.answer_english import answer_english, in_chinese, refuse_bodies
from app.answer_fixed import answer_fixed
from app.answer_gap_of_each import answer_gap_of_each
from app.answer_in_turns import answer_in_turns
from app.answer_library import answer_library, is_courtesy
from app.answer_of_body import answer_of_body
from app.answer_of_other_body import answer_of_other_body
from app.answer_over_years import answer_over_years
from app.answer_part_by_part import answer_part_by_part, answer_related
from app.answer_projects_of_unit import answer_projects_of_unit
from app.answer_purchases_of_kind import answer_purchases_of_kind
from app.answer_ranked_accounts import answer_ranked_accounts
from app.answer_retired import answer_retired
from app.answer_split_item import answer_split_item
from app.answer_sum_equals import answer_sum_equals
from app.answer_unit_of_whole import answer_unit_of_whole
from app.answer_units_of_kind import answer_units_of_kind
from app.answer_vacancies import answer_vacancies
from app.as_absence import as_absence
from app.as_list import as_list
from app.ask_the_same import ask_the_same, lacks_calculation
from app.body_of_code import body_of_code
from app.check_answer import grounded, warned
from app.check_asked import without_less
from app.cite import document_name
from app.disclosures import Disclosures
from app.earlier_turns import FEWEST, Dialogue
from app.follows_on_nothing import follows_on_nothing
from app.loses_item import loses_item
from app.name_left_out import in_full
from app.named_together import lacks_named, named_together
from app.own_level import loses_level
from app.pick_place import as_which, pick_place
from app.question_answerer import QuestionAnswerer, too_many
from app.question_reader import QuestionReader
from app.rank_without import rank_without
from app.read_share_asked import is_of_unnamed, lacks_share
from app.refer_back import Ask, pick_listed, picks_nth, refer_back
from app.relate_told import relates_nothing
from app.remember_answers import RememberedAnswers
from app.same_document import same_document
from app.same_project import same_project
from app.settings import Settings
from app.tell_left_open import tell_left_open
from app.tell_understood import with_corrections, with_inherited, with_missing_years
from app.tells_again import tells_again
from app.told_before import ToldBefore
from app.turn_of_two import answer_both_asked, taken_in
from app.turns_in_full import turns_in_full
from app.unit_told import with_unit_told
from app.without_asides import without_asides
from app.without_premise import without_premise
from app.wording import EMPTY_QUESTION, NOTHING_LOADED, SAMPLE_QUESTION, TOO_LONG
from app.wording_told import NO_SUCH_PLACE, NOT_CALCULATED, SHARE_UNKNOWN, TOO_FEW
from retrieval.knowledge_base import KnowledgeBase
from retrieval.normalize_question import normalize_question
from retrieval.reword import in_two, in_usual_words
from retrieval.translate_names import translate_names
from retrieval.translate_question import is_english

LONGEST_QUESTION = 1000
STAGES = (
    answer_over_years, answer_ranked_accounts, answer_accounts_of_part, answer_accounts_held, answer_vacancies, answer_of_body,
    answer_split_item, answer_of_other_body, answer_units_of_kind,
    answer_projects_of_unit, answer_unit_of_whole, answer_purchases_of_kind, answer_retired,
)  # fmt: skip
MOST_SUPPOSED = 3  # questions that are put after those of the user to answer one: what such a one asks leads to no further ones


class Assistant:
    """Answers questions over one knowledge base; what its reader has indexed is kept."""

    def __init__(self, knowledge_base: KnowledgeBase, settings: Settings) -> None:
        """Answer over this knowledge base with these settings."""
        self.knowledge_base = knowledge_base
        self.settings = settings
        self.disclosures = Disclosures(knowledge_base)
        self.reader = QuestionReader(self.disclosures, settings.home)
        self._answerer = QuestionAnswerer(self.disclosures, self.reader)
        self._answered = RememberedAnswers()

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question, given the user's earlier questions, oldest first; to one in English in both languages."""
        with self.knowledge_base.one_state():
            history = in_chinese([self.reader.in_characters(one) or one for one in history], self.reader.catalog)
            if written := self.reader.in_characters(question):
                return with_corrections(self._led_back(written, history), [written])
            if is_english(question) and len(question) <= LONGEST_QUESTION:
                return answer_english(question, self.reader.catalog, self.disclosures.documents(), lambda one: self._led_back(one, history))
            question, unknown = translate_names(question, self.reader.catalog)
            return refuse_bodies(unknown, self.disclosures.documents()) if unknown else self._led_back(question, history)

    def _led_back(self, question: str, history: Sequence[str]) -> Answer:
        return self.disclosures.lead_back(self._asked(question, history))

    def ask_document(self, document_id: str, item: str) -> Answer:
        """One document's figure for an item named in a few words, ready to be shown."""
        return self.disclosures.lead_back(warned(self._answerer.of_item(document_id, item), self.disclosures))

    def prepare(self, most: int) -> None:
        """Index what can be quoted of so many documents, for which the first question that quotes would else wait."""
        for info in self.disclosures.documents()[:most]:
            self.reader.evidence(info.id)

    def _asked(self, question: str, history: Sequence[str]) -> Answer:
        """The answer to the question now, and kept for those that follow on it; each of those before it is asked once."""
        kept = self._answered.of((self.disclosures.documents(), self.reader.vocabulary), self.reader.staff_words)

        def ask(earlier: str, before: Sequence[str]) -> Answer:
            key = (earlier, tuple(before))
            if key in asking or len(before) > len(history) + MOST_SUPPOSED:
                return Answer("not_found", SHARE_UNKNOWN)  # it would be answered by itself
            if key not in kept:
                asking.add(key)
                kept[key] = self._ask(earlier, before, ask)
                asking.discard(key)
            return kept[key]

        asking = {(question, tuple(history))}
        answer = kept[question, tuple(history)] = self._ask(question, history, ask)
        return answer

    def _ask(self, question: str, history: Sequence[str], ask: Ask) -> Answer:
        if len(question) > LONGEST_QUESTION:
            return Answer(status="clarify", text=TOO_LONG.format(length=len(question), most=LONGEST_QUESTION))
        typed, before = question, history
        if history:
            question, history = _plain(question), tuple(map(_plain, history))
        question, history = in_two(question), tuple(map(in_two, history))
        question, history = taken_in(*in_full(as_which(question), tuple(map(as_which, history))))
        infos = self.disclosures.documents()
        question, history = with_unit_told(question, history, infos, ask) if history else (question, history)
        question = named_together(question, history, ask)
        question = body_of_code(question, history, self.reader, self.disclosures.document)
        question = account_at_place(question, history, self.reader, self.disclosures.document)
        question = same_document(question, history, self.reader, infos, ask)
        question, history = turns_in_full(question, history, self.reader, infos)
        whole, said = ask_the_same(question, history, self.reader)
        answer = self._follow(whole, said, ask)
        if lacks_named(typed, before, answer, ask):
            return Answer("not_found", TOO_FEW.format(count=FEWEST))
        if lacks_calculation(question, whole, said, answer):
            return Answer("not_found", NOT_CALCULATED)
        lost = follows_on_nothing(whole, said, answer, ask, self.reader) or loses_item(whole, said, answer, ask, self.reader)
        lost = lost or loses_level(whole, said, answer, self.reader, infos)
        return lost or tells_again(typed, before, answer, ask) or answer

    def _follow(self, question: str, history: Sequence[str], ask: Ask) -> Answer:
        """The answer to a question that is asked in full but for what it points at."""
        if picked := pick_listed(question, history, ask) or pick_place(question, history, ask):
            return picked
        reader = self.reader
        dialogue = Dialogue(ask, reader.named_item, reader.held_against, reader.is_bare, reader.named_documents)
        before = ToldBefore(dialogue, lambda one: self.disclosures.document(one).info)
        if told := before.answer(question, history):
            return warned(grounded(told, question), self.disclosures)
        whole, earlier = refer_back(question, history, ask, lambda one: document_name(self.disclosures.document(one).info), before.left_of)
        if whole != question and (told := before.answer(whole, earlier)):
            return warned(grounded(told, whole), self.disclosures)
        answer = self._answer(whole, earlier)
        if history and (told := self._told_instead(question, history, answer, before)):
            return told
        if answer.status == "answered":
            return answer
        told = about_same(whole, earlier, self._answer, self.reader.left_of)
        told = told or same_project(whole, earlier, ask, self.disclosures.document) or answer_in_turns(whole, earlier, ask)
        told = told or rank_without(whole, earlier, ask) or answer_both_asked(whole, earlier, ask, self.reader)
        return told or as_list(whole, earlier, self._answer) or as_absence(whole, earlier, answer, self._answer) or answer

    def _told_instead(self, question: str, history: Sequence[str], answer: Answer, before: ToldBefore) -> Answer | None:
        """What is told of a follow-up instead of an answer that is none to it, or is of something else; None where nothing is."""
        if picks_nth(question, answer):
            return Answer("not_found", NO_SUCH_PLACE)
        if relates_nothing(question, answer):
            return Answer("not_found", TOO_FEW.format(count=FEWEST))
        is_beside = lacks_share(question, answer) or before.is_share_of_another(question, history, answer)
        share = before.share(question, history) if answer.status != "answered" or is_beside or is_of_unnamed(answer) else None
        if share and not (answer.values and share.values[:1] and share.values[0].value == answer.values[0].value):
            return warned(grounded(share, question), self.disclosures)
        return Answer("not_found", SHARE_UNKNOWN) if is_beside else None

    def _answer(self, question: str, history: Sequence[str]) -> Answer:
        """The answer to a question that no longer points back at what was told."""
        normalized, understood = self.reader.read(without_premise(without_asides(self.reader.without_remark(normalize_question(question)))))
        if len(re.sub(r"\W", "", normalized)) < 2 and not is_courtesy(normalized):
            return Answer(status="clarify", text=EMPTY_QUESTION.format(example=SAMPLE_QUESTION))
        infos = self.disclosures.documents()
        if not infos:
            return Answer(status="not_found", text=NOTHING_LOADED)
        choice = self.reader.choose(normalized, history)[0]
        if told := answer_fixed(choice, self.reader.staff_words.answers) or answer_library(normalized, infos) or too_many(choice):
            return told
        answer = without_less(self._complete(normalized, history), normalized)
        answer = with_missing_years(warned(with_corrections(answer, understood), self.disclosures), normalized, infos)
        return with_inherited(answer, choice) if history else answer

    def _complete(self, question: str, history: Sequence[str]) -> Answer:
        """The answer to a normalised question, to all of its parts and to what it sets in relation."""
        if both := answer_gap_of_each(question, history, self._answerer) or answer_both_sides(question, history, self._answerer):
            return grounded(both, question)
        if equal := answer_sum_equals(question, history, self._answerer):
            return grounded(equal, question)
        if agreement := answer_agreement(question, history, self._answerer):
            return agreement
        for stage in STAGES:
            if told := stage(question, history, self._answerer):
                return grounded(told, question)
        answer = without_less(self._answerer.answer(question, history), question)
        answer = answer_part_by_part(answer, question, history, self._answerer)
        answer = tell_left_open(answer, question, self.disclosures.document)
        return grounded(answer_related(answer, question, history, self._answerer), question)


def _plain(question: str) -> str:
    """A question of a dialogue in the usual words, so that what follows on it is understood however it is said."""
    return in_usual_words(normalize_question(question))
