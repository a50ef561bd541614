import pytest

from retrieval.normalize_question import normalize_question

SPELLINGS = [
    ("２０２４年甲市财政局的“三公”经费预算是多少？", "2024年甲市财政局的“三公”经费预算是多少?"),
    ("二〇二四年乙县教育局收入总计是多少", "2024年乙县教育局收入总计是多少"),
    ("二零二三年度决算", "2023年度决算"),
    ("二0二四年预算", "2024年预算"),
    ("二三年度部门决算支出", "2023年度部门决算支出"),
    ("甲市财政局24年预算", "甲市财政局2024年预算"),
    ("甲市财政局23、24年决算", "甲市财政局2023年、2024年决算"),
    ("24年和25年的支出", "2024年和2025年的支出"),
    ("甲市財政局2024年收入總計是多少？", "甲市财政局2024年收入总计是多少?"),
    ("「三公」經費與“三公”", "“三公”经费与“三公”"),
    ('"三公"经费', "“三公”经费"),
    ("<script>alert(1)</script>甲市财政局<b>2024</b>年支出", "甲市财政局2024年支出"),
    ("请问，麻烦帮我查一下甲市财政局的办公费，谢谢！", "甲市财政局的办公费"),
    ("您好，我想知道甲市财政局花了多少钱呀？谢谢您", "甲市财政局花了多少钱?"),
    ("能否告诉我甲市财政局的办公费", "甲市财政局的办公费"),
    ("乙县教育局买电脑要花多少钱啊", "乙县教育局买电脑要花多少钱"),
    ("甲市 财政局\n办 公 费", "甲市财政局办公费"),
    ("甲市林业学校的学生公寓物业，数量一栏填的多少", "甲市林业学校的学生公寓物业,数量一栏填的多少"),
    ("学生作业：请解释甲市财政局的办公费", "请解释甲市财政局的办公费"),
    ("我是市人大代表，甲市财政局的办公费是多少", "甲市财政局的办公费是多少"),
    ("审计核对：甲市财政局的办公费", "甲市财政局的办公费"),
    ("2024 年 行政运行（201 03 01）的 1,235.32 万元", "2024年行政运行(201 03 01)的 1,235.32万元"),
    ("换成乙市教育局2022年的呢？", "乙市教育局2022年的呢?"),
    ("甲市\u200b财政局\x00", "甲市财政局"),
]
UNTOUCHED = [
    "2010301行政运行",
    "甲市审计局,甲市财政局的办公费各是多少?",
    "审计费,办公费各多少?",
    "使用年限20年",
    "乙县的呢?",
    "换成万元是多少",
    "请客吃饭花了多少",
    "可以报销多少?",
    "你好",
    "谢谢",
    "乾县财政局",
    "What's the total?",
    "",
    "?",
]


@pytest.mark.parametrize(("typed", "normalised"), SPELLINGS)
def test_a_question_gets_one_spelling(typed: str, normalised: str) -> None:
    assert normalize_question(typed) == normalised


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_has_one_meaning_is_left_alone(text: str) -> None:
    assert normalize_question(text) == text


@pytest.mark.parametrize("text", [typed for typed, _ in SPELLINGS] + UNTOUCHED + ["<<b>b>x", "请问请问你好", "谢谢谢谢"])
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalize_question(text)
    assert normalize_question(once) == once
