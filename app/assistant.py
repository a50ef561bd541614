"""Question to answer: what it refers back to, the loaded documents' answer to it, completed, checked and noted; or an honest no."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answer import Answer
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_answer import grounded, warned
from app.checks.check_asked import without_less
from app.dialogue.ask_the_same import ask_the_same, lacks_calculation
from app.dialogue.earlier_turns import FEWEST, Dialogue
from app.dialogue.kept_project import kept_project
from app.dialogue.lost_in_turn import lost_in_turn
from app.dialogue.named_together import lacks_named
from app.dialogue.pick_place import pick_place
from app.dialogue.reason_told import reason_told
from app.dialogue.refer_back import Ask, pick_listed, picks_nth, refer_back
from app.dialogue.relate_told import relates_nothing
from app.dialogue.remember_answers import RememberedAnswers
from app.dialogue.rewrite_turn import rewrite_turn
from app.dialogue.tells_again import tells_again
from app.dialogue.told_before import ToldBefore
from app.dialogue.turn import Turn
from app.disclosures import Disclosures
from app.documents.answer_english import answer_english, in_chinese, refuse_bodies
from app.documents.answer_fixed import answer_fixed
from app.documents.answer_library import is_courtesy
from app.question.read_share_asked import is_of_unnamed, lacks_share
from app.question.without_asides import without_asides
from app.question.without_premise import without_premise
from app.question_reader import QuestionReader
from app.relations.ask_as_share import ask_as_share
from app.relations.complete_answer import complete_answer
from app.relations.last_resort import last_resort
from app.relations.tell_each_asked import tell_each_asked
from app.settings import Settings
from app.telling.cite import document_name
from app.telling.tell_understood import with_corrections, with_inherited, with_missing_years
from app.telling.wording import EMPTY_QUESTION, NOTHING_LOADED, SAMPLE_QUESTION, TOO_LONG
from app.telling.wording_told import NO_SUCH_PLACE, NOT_CALCULATED, SHARE_UNKNOWN, TOO_FEW
from retrieval.english.translate_names import translate_names
from retrieval.english.translate_question import is_english
from retrieval.knowledge_base import KnowledgeBase
from retrieval.spelling.normalize_question import normalize_question

LONGEST_QUESTION = 1000
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
        library = self.disclosures
        typed = Turn(question, tuple(history), self.reader, library.documents(), library.document, ask, self._answer)
        said = rewrite_turn(typed)
        meant = said.said(*ask_the_same(said.question, said.history, said.reader))
        answer = self._follow(meant)
        if of_project := kept_project(meant, answer):
            return of_project
        if lacks_named(typed.question, typed.history, answer, ask):
            return Answer("not_found", TOO_FEW.format(count=FEWEST))
        if lacks_calculation(said.question, meant.question, meant.history, answer):
            return Answer("not_found", NOT_CALCULATED)
        if lost := lost_in_turn(meant, answer) or tells_again(typed.question, typed.history, answer, ask):
            return lost
        return tell_each_asked(typed.question, typed.history, answer, ask) or answer

    def _follow(self, turn: Turn) -> Answer:
        """The answer to a question that is asked in full but for what it points at."""
        question, history, ask = turn.question, turn.history, turn.ask
        if picked := pick_listed(question, history, ask) or pick_place(question, history, ask) or reason_told(turn):
            return picked
        reader = self.reader
        dialogue = Dialogue(ask, reader.named_item, reader.held_against, reader.is_bare, reader.named_documents)
        before = ToldBefore(dialogue, lambda one: turn.document_of(one).info)
        if told := before.answer(question, history):
            return warned(grounded(told, question), self.disclosures)
        whole = turn.said(*refer_back(question, history, ask, lambda one: document_name(turn.document_of(one).info), before.left_of))
        if whole.question != question and (told := before.answer(whole.question, whole.history)):
            return warned(grounded(told, whole.question), self.disclosures)
        answer = self._answer(whole.question, whole.history)
        if history and (told := self._told_instead(question, history, answer, before)):
            return told
        return answer if answer.status == "answered" else last_resort(whole, answer) or answer

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
        fixed = answer_fixed(self.reader.choose(normalized, history)[0], self.reader.staff_words.answers)
        if fixed is not None:
            return fixed
        answer = without_less(complete_answer(normalized, history, self._answerer), normalized)
        answer = ask_as_share(answer, normalized, lambda said: without_less(complete_answer(said, history, self._answerer), said))
        answer = with_missing_years(warned(with_corrections(answer, understood), self.disclosures), normalized, infos)
        return with_inherited(answer, self.reader.choose(normalized, history)[0]) if history else answer
