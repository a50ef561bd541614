"""What staff do over the page, in the library: uploads, corrections, words, the password, questions for the evaluation."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from web_answers import DOCUMENT

from app.library.check_password import is_password
from app.library.correct_document import correct_document, written_fields
from app.library.document_fields import FieldError
from app.library.feedback import HELPFUL, WRONG, Feedback
from app.library.feedback_questions import NOT_THERE, feedback_questions
from app.library.staff_entries import ALIAS, FIXED_ANSWER, SYNONYM, add_entry, read_entries, remove_entry
from app.library.take_uploads import FOLDER, safe_name, take_uploads
from app.web.library import SAMPLES
from eval.read_gold import to_question
from retrieval.knowledge_base import KnowledgeBase
from retrieval.spelling.load_vocabulary import load_vocabulary

ENTRY = Feedback("1", date(2031, 5, 1), "办公费多少", ("前问",), "answered", "…", WRONG)


PASSWORDS = [("密", "密", True), ("密 ", "密", False), ("", None, False), ("", "", False), ("x", None, False)]
NAMES = [("../../etc/passwd", "passwd"), (".hidden.txt", "hidden.txt"), ("a\x1bb.txt", "ab.txt"), ("..", "未命名")]


@pytest.mark.parametrize(("given", "wanted", "is_it"), PASSWORDS)
def test_only_the_password_that_is_set_opens(given: str, wanted: str | None, is_it: bool) -> None:
    assert is_password(given, wanted) is is_it


def test_broken_upload_is_told_and_a_good_one_taken_in(tmp_path: Path) -> None:
    good = next(iter(sorted(SAMPLES.glob("*.txt"))))
    with KnowledgeBase.open(tmp_path) as knowledge_base:
        told = list(take_uploads(knowledge_base, [("坏.pdf", lambda: b"%PDF-1.4 broken"), (f"C:\\表\\{good.name}", good.read_bytes)]))
        assert [(one.path.name, one.outcome) for one in told] == [("坏.pdf", "failed"), (good.name, "added")]
        assert [info.file_name for info in knowledge_base.documents()] == [good.name]
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == [good.name]


@pytest.mark.parametrize(("name", "safe"), NAMES)
def test_uploaded_name_stays_in_its_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_correction_writes_what_changed_and_empties_what_may_be_empty(tmp_path: Path) -> None:
    with KnowledgeBase.open(tmp_path) as knowledge_base:
        knowledge_base.add(replace(DOCUMENT, info=replace(DOCUMENT.info, url="https://example.invalid/a")), b"x")
        written = written_fields(knowledge_base.documents()[0])
        after = correct_document(knowledge_base, DOCUMENT.info.id, {**written, "year": "2032年", "url": ""})
        assert (after.year, after.url, after.organization) == (2032, None, DOCUMENT.info.organization)
        assert knowledge_base.documents()[0].year == 2032
        with pytest.raises(FieldError, match="年份"):
            correct_document(knowledge_base, DOCUMENT.info.id, {**written, "year": "去年"})


def test_words_are_added_at_the_end_and_read_by_the_assistant(tmp_path: Path) -> None:
    (tmp_path / "synonyms.toml").write_text('# 我们的\n[[synonym]]\nasked = ["甲"]\nnames = ["乙"]\n', "utf-8")
    add_entry(tmp_path, SYNONYM, {"asked": ['水毁"修复', "抗洪"], "names": ["防汛"]})
    assert (tmp_path / "synonyms.toml").read_text("utf-8").startswith("# 我们的")
    assert [one["asked"] for one in read_entries(tmp_path, SYNONYM)] == [["甲"], ['水毁"修复', "抗洪"]]
    assert any("抗洪" in one.asked for one in load_vocabulary(tmp_path).synonyms)
    remove_entry(tmp_path, SYNONYM, 0)
    assert [one["names"] for one in read_entries(tmp_path, SYNONYM)] == [["防汛"]]


def test_aliases_and_fixed_answers_have_files_of_their_own(tmp_path: Path) -> None:
    add_entry(tmp_path, ALIAS, {"asked": ["灯管局"], "organization": "云岭市灯塔局", "from": 2030, "until": ""})
    add_entry(tmp_path, FIXED_ANSWER, {"questions": ["电话"], "text": "请拨\n总机", "organization": ""})
    assert tomllib.loads((tmp_path / "aliases.toml").read_text("utf-8")) == {
        "alias": [{"asked": ["灯管局"], "organization": "云岭市灯塔局", "from": 2030}]
    }
    assert tomllib.loads((tmp_path / "answers.toml").read_text("utf-8")) == {"answer": [{"questions": ["电话"], "text": "请拨\n总机"}]}


def test_file_that_is_no_toml_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "synonyms.toml").write_text("[[", "utf-8")
    with pytest.raises(ValueError, match="Invalid"):
        add_entry(tmp_path, SYNONYM, {"asked": ["甲"], "names": ["乙"]})
    assert (tmp_path / "synonyms.toml").read_text("utf-8") == "[["


def test_feedback_becomes_questions_that_the_evaluation_reads() -> None:
    entries = [
        replace(ENTRY, correct="13.00万元"),
        replace(ENTRY, id="2", correct=NOT_THERE),
        replace(ENTRY, id="3", correct="每月公布"),
        replace(ENTRY, id="4", verdict=HELPFUL, values=(("2.50", "万元"),)),
        replace(ENTRY, id="5"),
    ]
    questions = [to_question(json.loads(line)) for line in feedback_questions(entries).decode().splitlines()]
    assert [question.id for question in questions] == ["feedback-1", "feedback-2", "feedback-3", "feedback-4"]
    assert [question.expect.status for question in questions] == ["answered", "not_found", "answered", "answered"]
    assert [[(one.value, one.unit) for one in question.expect.values] for question in questions] == [
        [("13.00", "万元")], [], [], [("2.50", "万元")],
    ]  # fmt: skip
    assert questions[2].expect.must_include == ("每月公布",)
    assert questions[0].history == ("前问",)
