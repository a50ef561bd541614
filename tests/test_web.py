"""The page through Streamlit's AppTest, over small invented answers and documents."""

from __future__ import annotations

import re
import runpy
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from web_answers import BACK, FIGURE, SCRIPT
from web_pages import PAGE, FakeAssistant, home, loaded, open_page, shown

from app.library.feedback_store import FeedbackStore
from app.web import ask_page, library, serve_page, show_answer
from app.web.conversation import Turn
from app.web.library import Library
from app.web.loading import LOADING
from app.web.plain_label import plain_label
from ingest.document import DocumentInfo
from retrieval.knowledge_base import KnowledgeBase

__all__ = ["home", "loaded"]
WARM_UP = library._warm_up


@pytest.mark.usefixtures("home")
def test_empty_knowledge_base_says_how_to_load(monkeypatch: pytest.MonkeyPatch) -> None:
    page, _ = open_page(monkeypatch)
    assert "知识库里还没有文件" in shown(page)
    assert "mingzhang ingest 文件夹" in shown(page)
    assert not page.chat_input


def test_home_that_cannot_be_opened_is_a_chinese_message(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("MINGZHANG_HOME", str(tmp_path / "file" / "home"))
    page, _ = open_page(monkeypatch)
    assert page.error[0].value.startswith("知识库打不开")
    assert not home.exists()


@pytest.mark.usefixtures("loaded")
def test_question_is_answered_with_figure_scope_warning_and_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    page, fake = open_page(monkeypatch, {"办公费多少": FIGURE})
    page.chat_input[0].set_value("办公费多少").run()
    html = shown(page)
    assert fake.asked[-1] == ("办公费多少", ())
    for expected in ("办公费多少", "<b>2.50</b>万元", "口径：", "⚠", "有尾差。", "仅供参考，不是法律或政策意见"):
        assert expected in html
    assert next(card.label for card in page.expander) == plain_label("[1] 《云岭市灯塔局2031年部门预算》支出表0 · 办公费 × 合计")
    assert "mz-cited" not in html  # cards are made when they are opened


@pytest.mark.usefixtures("loaded")
def test_opened_card_marks_the_cited_cell_and_the_quote(monkeypatch: pytest.MonkeyPatch) -> None:
    page, _ = open_page(monkeypatch, {"办公费多少": FIGURE})
    page.session_state["card_1_1"] = page.session_state["card_1_2"] = True
    page.chat_input[0].set_value("办公费多少").run()
    html = shown(page)
    assert re.search(r'class="mz-number-cell mz-cited">2\.50', html)
    assert "<mark>组织灯塔开放日</mark>" in html
    assert "“302 / 办公费”行 × “合计”列" in html
    assert "第 3 页" in html
    assert "第 8–9 行" in html
    assert [button.label for button in page.get("download_button")].count("下载原文件") == 2


@pytest.mark.usefixtures("loaded")
def test_earlier_questions_are_the_history_and_a_choice_asks_its_whole_question(monkeypatch: pytest.MonkeyPatch) -> None:
    page, fake = open_page(monkeypatch, {"办公费": BACK, "2031年办公费预算": FIGURE})
    page.chat_input[0].set_value("办公费").run()
    assert "请问哪一年" in shown(page)
    page.button(key="choices_1_0").click().run()
    assert fake.asked[-1] == ("2031年办公费预算", ("办公费",))
    assert "<b>2.50</b>" in shown(page)
    assert "2031年办公费预算" in page.query_params["q"]


@pytest.mark.usefixtures("loaded")
def test_question_in_the_address_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    page, fake = open_page(monkeypatch, {"办公费多少": FIGURE}, question="办公费多少")
    page.run()
    assert [question for question, _ in fake.asked] == ["办公费多少"]
    assert "<b>2.50</b>" in shown(page)


@pytest.mark.usefixtures("loaded")
def test_beginning_again_forgets_the_conversation(monkeypatch: pytest.MonkeyPatch) -> None:
    page, fake = open_page(monkeypatch, question="办公费多少")
    page.button(key="begin_again").click().run()
    assert "mz-question" not in shown(page)
    page.chat_input[0].set_value("另一个").run()
    assert fake.asked[-1] == ("另一个", ())


@pytest.mark.usefixtures("loaded")
def test_question_that_interrupts_another_leaves_both_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    page, fake = open_page(monkeypatch, {"办公费多少": FIGURE})
    page.chat_input[0].set_value("第一问").run()
    page.session_state["turns"][0].answer = None  # as an interrupted run leaves it
    page.chat_input[0].set_value("办公费多少").run()
    assert [question for question, _ in fake.asked[-2:]] == ["第一问", "办公费多少"]
    assert fake.asked[-1][1] == ("第一问",)
    assert shown(page).count('class="mz-answer"') == 2


@pytest.mark.usefixtures("loaded")
def test_new_answer_stands_before_the_earlier_ones_are_drawn_again_and_the_address_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    monkeypatch.setattr(show_answer, "show_actions", lambda turn, _: drawn.append(turn.number))
    monkeypatch.setattr(ask_page, "share_last_question", lambda: drawn.append(0))
    page, _ = open_page(monkeypatch, dict.fromkeys("甲乙", FIGURE), question="甲")
    drawn.clear()
    page.chat_input[0].set_value("乙").run()
    assert drawn == [2, 1, 0]
    assert re.findall(r'aria-label="提问">(.)<', shown(page)) == ["甲", "乙"]


@pytest.mark.usefixtures("loaded")
def test_answer_is_found_before_the_page_around_it_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[list[bool]] = []
    show_turns = ask_page.show_turns

    def note_and_show(turns: Sequence[Turn], shown_library: Library) -> None:
        drawn.append([one.answer is None for one in turns])
        show_turns(turns, shown_library)

    monkeypatch.setattr(ask_page, "show_turns", note_and_show)
    page, _ = open_page(monkeypatch, dict.fromkeys("甲乙", FIGURE), question="甲")
    page.chat_input[0].set_value("乙").run()
    assert drawn[-1] == [False, False]
    page.chat_input[0].set_value("丙").run()
    assert drawn[-1] == [False, False, False]
    assert not any(any(one) for one in drawn[1:])
    assert re.findall(r'aria-label="提问">(.)<', shown(page)) == ["甲", "乙", "丙"]


@pytest.mark.usefixtures("loaded")
def test_answer_without_choices_leaves_no_room_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    headings: list[str] = []
    monkeypatch.setattr(show_answer, "show_questions", lambda _key, heading, *_: headings.append(heading) or ())
    open_page(monkeypatch, {"办公费多少": FIGURE}, question="办公费多少")
    assert headings == ["接着问"]


@pytest.mark.usefixtures("loaded")
def test_address_asks_the_questions_that_its_question_follows_on_first(monkeypatch: pytest.MonkeyPatch) -> None:
    page, fake = open_page(monkeypatch, before=["甲", "乙"], question="丙")
    assert [one for one in fake.asked if one[0] in "甲乙丙"] == [("甲", ()), ("乙", ("甲",)), ("丙", ("甲", "乙"))]
    assert shown(page).count('class="mz-answer"') == 3


@pytest.mark.usefixtures("loaded")
def test_link_of_a_question_that_follows_on_carries_the_earlier_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    follows = replace(FIGURE, text=f"{FIGURE.text}\n沿用前面提到的单位。")
    page, _ = open_page(monkeypatch, {"那么呢": follows, "单独问": FIGURE}, question="办公费")
    page.session_state["rest_1"] = True
    page.chat_input[0].set_value("那么呢").run()
    assert "办公费" in page.query_params["before"]
    assert "那么呢" in page.query_params["q"]
    page.chat_input[0].set_value("单独问").run()
    assert "before" not in page.query_params
    shared = [parse_qs(unescape(address)) for address in re.findall(r'data-share="([^"]+)"', shown(page))]
    assert shared == [{"q": ["办公费"]}, {"before": ["办公费"], "q": ["那么呢"]}, {"q": ["单独问"]}]


def test_verdict_and_reason_are_kept_for_staff_as_one_entry(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, _ = open_page(monkeypatch, {"办公费多少": FIGURE}, question="办公费多少")
    page.button(key="wrong_1").click().run()
    page.get("button_group")[0].set_value("figure").run()
    page.text_input(key="comment_1").set_value("应为 3.00").run()
    assert "180 天后删除" in shown(page)
    (kept,) = FeedbackStore(loaded).entries()
    assert (kept.question, kept.verdict, kept.reason, kept.comment) == ("办公费多少", "wrong", "figure", "应为 3.00")
    assert "2.50万元" in kept.text


def test_unanswered_question_is_kept_for_staff_and_an_answered_one_is_not(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, _ = open_page(monkeypatch, {"办公费多少": FIGURE}, question="办公费多少")
    page.chat_input[0].set_value("天气").run()
    assert [(one.question, one.verdict) for one in FeedbackStore(loaded).entries()] == [("天气", "refused")]


@pytest.mark.usefixtures("loaded")
def test_suggested_question_is_asked_at_one_tap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(show_answer, "suggest_questions", lambda *_: iter(["去年多少"]))
    page, fake = open_page(monkeypatch, {"办公费多少": FIGURE}, question="办公费多少")
    page.button(key="suggested_1_0").click().run()
    assert fake.asked[-1] == ("去年多少", ("办公费多少",))


@pytest.mark.usefixtures("loaded")
def test_sources_of_earlier_answers_are_folded_away_until_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    page, _ = open_page(monkeypatch, dict.fromkeys("甲乙丙丁", FIGURE), before=["甲", "乙", "丙"], question="丁")
    assert not [button for button in page.button if button.key in ("wrong_1", "wrong_2")]
    assert [button for button in page.button if button.key == "wrong_3"]
    page.session_state["rest_1"] = True
    page.run()
    assert [button for button in page.button if button.key == "wrong_1"]


def test_process_that_reads_files_shows_no_page() -> None:
    assert runpy.run_path(str(PAGE), run_name="__mp_main__")["show"]


def test_server_opens_the_library_before_the_first_visitor_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = iter([False, True])
    opened: list[bool] = []
    monkeypatch.setattr("streamlit.runtime.exists", lambda: next(looks))
    monkeypatch.setattr(library, "open_library", lambda: opened.append(LOADING.locked()))
    serve_page._load_ahead()
    assert opened == [True]


def test_examples_are_found_before_a_visitor_needs_them(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "example_questions", lambda *_: iter(["灯塔有几座"]))
    frozen: list[bool] = []
    monkeypatch.setattr("gc.freeze", lambda: frozen.append(True))
    with KnowledgeBase.open(loaded) as knowledge_base:
        WARM_UP(knowledge_base, assistant := FakeAssistant({}))
    assert frozen
    assert assistant.prepared > 0
    page, fake = open_page(monkeypatch)
    assert fake.asked == []
    assert page.button(key="examples_0").label == "灯塔有几座"


@pytest.mark.usefixtures("loaded")
def test_failure_of_the_assistant_is_an_honest_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    page, _ = open_page(monkeypatch)
    page.chat_input[0].set_value("出错").run()
    assert "回答时程序出错" in shown(page)


@pytest.mark.usefixtures("loaded")
def test_script_in_a_question_comes_out_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    page, _ = open_page(monkeypatch)
    page.chat_input[0].set_value(SCRIPT).run()
    assert SCRIPT not in shown(page)
    assert "&lt;script&gt;alert(1)" in shown(page)


def test_sample_corpus_is_said_to_be_invented() -> None:
    ids = library._sample_ids(16)
    info = DocumentInfo(next(iter(ids)), "x.txt")
    assert library.has_only_samples((info,))
    assert not library.has_only_samples((info, DocumentInfo("0" * 16, "y.txt")))
    assert not library.has_only_samples(())
