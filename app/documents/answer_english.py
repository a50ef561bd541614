"""A question in English: asked in Chinese and answered in both languages, or refused in both where not all of it was understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answer import Answer
from app.documents.answer_nothing import exists
from app.telling import wording_english as wording
from app.telling.name_in_english import name_document
from app.telling.tell_in_english import tell_in_english
from ingest.document import DocumentInfo
from retrieval.catalog import Catalog
from retrieval.english.translate_names import translate_names
from retrieval.english.translate_question import Translation, is_english, translate_question

MOST_NAMES = 6


def answer_english(question: str, catalog: Catalog, infos: Sequence[DocumentInfo], ask: Callable[[str], Answer]) -> Answer:
    """The answer to an English question, given what answers a Chinese one."""
    asked = translate_question(question, catalog)
    if not asked.chinese:
        return _not_understood(asked, infos)
    answer = ask(asked.chinese)
    if asked.is_talk and not answer.citations:
        return replace(answer, text=f"{answer.text}\n\n{wording.IN_ENGLISH}{wording.GREETING}{_loaded(infos)}")
    answer = tell_in_english(answer, infos)
    read = "；".join(wording.READ_AS.format(typed=typed, meant=meant) for typed, meant in asked.slips)
    return replace(answer, text=f"{answer.text}\n{wording.UNDERSTOOD.format(chinese=asked.chinese, read=f'（{read}）' if read else '')}")


def in_chinese(history: Sequence[str], catalog: Catalog) -> tuple[str, ...]:
    """Earlier questions, those in English translated; one that was not understood is left out."""
    asked = (translate_question(one, catalog).chinese if is_english(one) else translate_names(one, catalog)[0] for one in history)
    return tuple(filter(None, asked))


def refuse_bodies(names: Sequence[str], infos: Sequence[DocumentInfo]) -> Answer:
    """An honest no to a Chinese question with English names of bodies that are not loaded."""
    return Answer("not_found", f"{wording.NO_BODY_CHINESE.format(names='”“'.join(names))}{exists(infos)}")


def _not_understood(asked: Translation, infos: Sequence[DocumentInfo]) -> Answer:
    if asked.bodies and not asked.unknown:
        names = "”“".join(asked.bodies)
        chinese, english = wording.NO_BODY_CHINESE.format(names=names), wording.NO_BODY.format(names=names)
    elif asked.unknown:
        words = "”“".join(asked.unknown)
        chinese, english = wording.UNKNOWN_CHINESE.format(words=words), wording.UNKNOWN.format(words=words)
    else:
        chinese, english = wording.UNREAD_CHINESE, wording.UNREAD
    return Answer(status="not_found", text=f"{chinese}{exists(infos)}\n\n{wording.IN_ENGLISH} {english}{_loaded(infos)}")


def _loaded(infos: Sequence[DocumentInfo]) -> str:
    names = "; ".join(name_document(info) for info in infos[:MOST_NAMES])
    return f" {wording.LOADED.format(names=names)}" if names else ""
