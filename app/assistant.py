"""Question to answer: what it refers back to, the loaded documents' answer to it, completed, checked and noted; or an honest no."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce

from app.answer import Answer
from app.answerer.question_answerer import QuestionAnswerer
from app.checks.check_answer import grounded, warned
from app.checks.check_asked import without_less
from app.dialogue.about_same import about_same
from app.dialogue.ask_the_same import ask_the_same, lacks_calculation
from app.dialogue.earlier_turns import FEWEST, Dialogue
from app.dialogue.follows_on_nothing import follows_on_nothing
from app.dialogue.loses_item import loses_item
from app.dialogue.name_left_out import in_full
from app.dialogue.own_level import loses_level
from app.dialogue.pick_place import as_which, pick_place
from app.dialogue.rank_without import rank_without
from app.dialogue.refer_back import Ask, pick_listed, picks_nth, refer_back
from app.dialogue.relate_told import relates_nothing
from app.dialogue.remember_answers import RememberedAnswers
from app.dialogue.same_document import same_document
from app.dialogue.same_project import same_project
from app.dialogue.tells_again import tells_again
from app.dialogue.told_before import ToldBefore
from app.dialogue.turn import Turn
from app.dialogue.turn_of_two import answer_both_asked, taken_in
from app.dialogue.turns_in_full import turns_in_full
from app.dialogue.unit_told import with_unit_told
from app.disclosures import Disclosures
from app.documents.account_at_place import account_at_place
from app.documents.answer_english import answer_english, in_chinese, refuse_bodies
from app.documents.answer_fixed import answer_fixed
from app.documents.answer_library import answer_library, is_courtesy
from app.documents.as_absence import as_absence
from app.documents.body_of_code import body_of_code
from app.question.as_list import as_list
from app.question.read_share_asked import is_of_unnamed, lacks_share
from app.question.without_asides import without_asides
from app.question.without_premise import without_premise
from app.question_reader import QuestionReader
from app.relations.answer_accounts_held import answer_accounts_held
from app.relations.answer_accounts_of_part import answer_accounts_of_part
from app.relations.answer_agreement import answer_agreement
from app.relations.answer_both_sides import answer_both_sides
from app.relations.answer_counts_together import answer_counts_together
from app.relations.answer_gap_of_each import answer_gap_of_each
from app.relations.answer_in_turns import answer_in_turns
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
from app.relations.tell_each_asked import tell_each_asked
from app.settings import Settings
from app.telling.cite import document_name
from app.telling.tell_left_open import tell_left_open
from app.telling.tell_understood import with_corrections, with_inherited, with_missing_years
from app.telling.wording import EMPTY_QUESTION, NOTHING_LOADED, SAMPLE_QUESTION, TOO_LONG
from app.telling.wording_told import NO_SUCH_PLACE, NOT_CALCULATED, SHARE_UNKNOWN, TOO_FEW
from retrieval.english.translate_names import translate_names
from retrieval.english.translate_question import is_english
from retrieval.knowledge_base import KnowledgeBase
from retrieval.spelling.normalize_question import normalize_question
from retrieval.spelling.reword import in_two, in_usual_words

LONGEST_QUESTION = 1000
MOST_SUPPOSED = 3  # questions that are put after those of the user to answer one: what such a one asks leads to no further ones
Rewriting = Callable[[Turn], Turn]
Judgement = Callable[[Turn, Answer], Answer | None]  # what is told instead of an answer; None where it stands


@dataclass(frozen=True, slots=True)
class Stage:
    """One way to answer a question that stands by itself; the amounts it tells need a ground unless it quotes what is loaded."""

    answer: Callable[[str, Sequence[str], QuestionAnswerer], Answer | None]
    needs_ground: bool = True


REWRITINGS: tuple[Rewriting, ...] = (
    lambda turn: turn.each(_plain) if turn.history else turn,
    lambda turn: turn.each(in_two),
    lambda turn: turn.each(as_which),
    lambda turn: turn.said(*in_full(turn.question, turn.history)),
    lambda turn: turn.said(*taken_in(turn.question, turn.history)),
    lambda turn: turn.said(*with_unit_told(turn.question, turn.history, turn.infos, turn.ask)) if turn.history else turn,
    lambda turn: turn.asking(body_of_code(turn.question, turn.history, turn.reader, turn.document_of)),
    lambda turn: turn.asking(account_at_place(turn.question, turn.history, turn.reader, turn.document_of)),
    lambda turn: turn.asking(same_document(turn.question, turn.history, turn.reader, turn.infos, turn.ask)),
    lambda turn: turn.said(*turns_in_full(turn.question, turn.history, turn.reader, turn.infos)),
)
STAGES = (
    Stage(lambda question, _, answerer: answer_library(question, answerer.disclosures.documents()), needs_ground=False),
    Stage(lambda question, history, answerer: answerer.ask_which(question, history), needs_ground=False),
    Stage(answer_gap_of_each), Stage(answer_both_sides), Stage(answer_sum_equals), Stage(answer_agreement, needs_ground=False),
    Stage(answer_over_years), Stage(answer_ranked_accounts), Stage(answer_accounts_of_part), Stage(answer_accounts_held),
    Stage(answer_vacancies), Stage(answer_posts), Stage(answer_of_body), Stage(answer_split_item), Stage(answer_of_other_body),
    Stage(answer_units_of_kind), Stage(answer_projects_of_unit), Stage(answer_unit_of_whole), Stage(answer_purchases_of_kind),
    Stage(answer_retired), Stage(answer_counts_together),
)  # fmt: skip
RESORTS: tuple[Judgement, ...] = (  # where no answer was found
    lambda turn, _: about_same(turn.question, turn.history, turn.afresh, turn.reader.left_of),
    lambda turn, _: same_project(turn.question, turn.history, turn.ask, turn.document_of),
    lambda turn, _: answer_in_turns(turn.question, turn.history, turn.ask),
    lambda turn, _: rank_without(turn.question, turn.history, turn.ask),
    lambda turn, _: answer_both_asked(turn.question, turn.history, turn.ask, turn.reader),
    lambda turn, _: as_list(turn.question, turn.history, turn.afresh),
    lambda turn, answer: as_absence(turn.question, turn.history, answer, turn.afresh),
)
LOSSES: tuple[Judgement, ...] = (  # where an answer is of something else than the dialogue is about
    lambda turn, answer: follows_on_nothing(turn.question, turn.history, answer, turn.ask, turn.reader),
    lambda turn, answer: loses_item(turn.question, turn.history, answer, turn.ask, turn.reader),
    lambda turn, answer: loses_level(turn.question, turn.history, answer, turn.reader, turn.infos),
)


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
        said = reduce(lambda turn, rewriting: rewriting(turn), REWRITINGS, typed)
        meant = said.said(*ask_the_same(said.question, said.history, said.reader))
        answer = self._follow(meant)
        if lacks_calculation(said.question, meant.question, meant.history, answer):
            return Answer("not_found", NOT_CALCULATED)
        if lost := _judged(LOSSES, meant, answer) or tells_again(typed.question, typed.history, answer, ask):
            return lost
        return tell_each_asked(typed.question, typed.history, answer, ask) or answer

    def _follow(self, turn: Turn) -> Answer:
        """The answer to a question that is asked in full but for what it points at."""
        question, history, ask = turn.question, turn.history, turn.ask
        if picked := pick_listed(question, history, ask) or pick_place(question, history, ask):
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
        return answer if answer.status == "answered" else _judged(RESORTS, whole, answer) or answer

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
        answer = without_less(self._complete(normalized, history), normalized)
        answer = with_missing_years(warned(with_corrections(answer, understood), self.disclosures), normalized, infos)
        return with_inherited(answer, self.reader.choose(normalized, history)[0]) if history else answer

    def _complete(self, question: str, history: Sequence[str]) -> Answer:
        """The answer to a normalised question, to all of its parts and to what it sets in relation."""
        for stage in STAGES:
            if told := stage.answer(question, history, self._answerer):
                return grounded(told, question) if stage.needs_ground else told
        answer = without_less(self._answerer.answer(question, history), question)
        answer = answer_part_by_part(answer, question, history, self._answerer)
        answer = tell_left_open(answer, question, self.disclosures.document)
        return grounded(answer_related(answer, question, history, self._answerer), question)


def _plain(question: str) -> str:
    """A question of a dialogue in the usual words, so that what follows on it is understood however it is said."""
    return in_usual_words(normalize_question(question))


def _judged(judgements: Sequence[Judgement], turn: Turn, answer: Answer) -> Answer | None:
    """The first of these that has something else to tell; None where the answer stands."""
    return next((told for one in judgements if (told := one(turn, answer))), None)
