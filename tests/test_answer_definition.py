import pytest
from text_documents import GLOSSARY, ask, document, green, red

from app.prose.answer_definition import answer_definition
from app.prose.read_glossary import read_glossary


def test_definitions_that_differ_are_both_quoted() -> None:
    answer = answer_definition(ask("“三公”经费是指什么?", green(), red()))
    assert answer is not None
    assert "解释文字不同" in answer.text
    assert "出国、用车和接待三项费用" in answer.text
    assert [citation.document for citation in answer.citations] == ["green.txt", "red.txt"]


def test_definitions_that_agree_are_quoted_once() -> None:
    answer = answer_definition(ask("基本支出是什么意思?", green(), green()))
    assert answer is not None
    assert answer.text.count("保障机构运转") == 1


def test_two_terms_are_both_explained() -> None:
    answer = answer_definition(ask("基本支出和森林培育分别是什么意思?", green()))
    assert answer is not None
    assert "保障机构运转" in answer.text
    assert "造林方面" in answer.text


def test_an_item_of_an_account_goes_by_its_last_name() -> None:
    assert [entry.names[-1] for entry in read_glossary(green())] == ["基本支出", "三公经费", "森林培育"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("苗木：指幼树。", "“林长制”：是指各级林长负责的制度。", "碳汇：森林吸收的二氧化碳。"),
        ("苗木是指移栽用的幼树。", "林长制是指各级林长负责的制度。", "碳汇，指森林吸收的二氧化碳。"),
        ("1)苗木:指幼树。", "2)林长制:是指各级林长负责的制度。", "3)碳汇：森林吸收的二氧化碳。"),
        ("● 苗木：指幼树。", "● 林长制：指各级林长负责的制度。", "● 碳汇：指森林吸收的二氧化碳。"),
        ("①苗木：指幼树。", "②林长制：指各级林长负责的制度。", "③碳汇：指森林吸收的二氧化碳。"),
        ("苗木（2130205）反映育苗的支出。", "林长制(Forest Chief)：指各级林长负责的制度。", "碳汇指为减缓变暖而吸收的二氧化碳。"),
        ("苗木", "指幼树。", "林长制", "是指各级林长负责的制度。", "碳汇", "指森林吸收的二氧化碳。"),
        ("苗木：指幼树。", "主要包括：松、杉。", "其中：松为主。", "林长制：指林长负责的制度。", "该制度已推行。", "碳汇：指气体。"),
    ],
)
def test_every_term_of_a_glossary_is_found_however_it_is_set_apart(paragraphs: tuple[str, ...]) -> None:
    found = read_glossary(document("blue", "青田市林业局", ((GLOSSARY, paragraphs),)))
    assert [entry.names[0] for entry in found] == ["苗木", "林长制", "碳汇"]
    assert "".join(entry.text for entry in found).replace("：", "") == "".join(paragraphs).replace("：", "")


def test_what_stands_within_a_numbered_term_is_a_term_of_its_own_too() -> None:
    paragraphs = ("一、三公经费：指三项费用。", "公务接待费：指接待来宾的费用。", "二、林长制：指各级林长负责的制度。")
    first, within, last = read_glossary(document("blue", "青田市林业局", ((GLOSSARY, paragraphs),)))
    assert (first.text, within.is_part) == ("一、三公经费：指三项费用。公务接待费：指接待来宾的费用。", True)
    assert (within.label, last.label) == ("公务接待费", "林长制")


@pytest.mark.parametrize(
    "question",
    [
        "预算里老提“森林培育”，这是个什么事?",
        "预算里老提森林培育，这是个什么制度?",
        "预算里说的森林培育是啥意思",
        "决算公开里反复出现的森林培育是一种什么做法?",
        "森林培育是个什么概念",
        "书里常讲“森林培育”，到底是什么服务?",
    ],
)
def test_a_term_is_explained_whatever_it_is_taken_for(question: str) -> None:
    answer = answer_definition(ask(question, green()))
    assert answer is not None
    assert "造林方面" in answer.text


@pytest.mark.parametrize("question", ["林业局是个什么机构?", "植树节是个什么活动?", "造林补贴是一种什么政策?"])
def test_what_no_glossary_holds_is_left_to_the_text(question: str) -> None:
    assert answer_definition(ask(question, green())) is None
