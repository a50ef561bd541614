from text_documents import ask, green, red

from app.answer_definition import answer_definition, read_glossary


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
