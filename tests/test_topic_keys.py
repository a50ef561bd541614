"""The names under which a document may speak of a topic."""

from app.question.text_question import topic_keys


def test_a_short_name_before_a_word_of_money_is_the_item() -> None:
    assert "公务用车购置费" in topic_keys("购车经费")


def test_a_word_of_money_alone_stays_itself() -> None:
    assert topic_keys("经费")[:1] == ("经费",)
