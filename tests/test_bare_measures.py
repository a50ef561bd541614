"""A measure that sentences give project by project contradicts nothing."""

from __future__ import annotations

from pathlib import Path

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from retrieval.knowledge_base import KnowledgeBase

TEXT = """桐花县园艺局
2031年部门决算

第一部分 部门决算情况说明

一、项目绩效自评结果

1.苗圃看护绩效自评综述：全年预算数为40.00万元，执行数为39.00万元，完成预算的97.5%。

2.湿地巡护绩效自评综述：全年预算数为44.00万元，执行数为41.00万元，完成预算的93.2%。
"""


def test_the_amounts_of_two_projects_are_no_contradiction(tmp_path: Path) -> None:
    (tmp_path / "桐花县园艺局.txt").write_text(TEXT, encoding="utf-8")
    settings = Settings(home=tmp_path / "home")
    with KnowledgeBase.open(settings.home) as base:
        ingest_paths(base, [tmp_path / "桐花县园艺局.txt"], lambda *_: None)
        answer = Assistant(base, settings).ask("桐花县园艺局执行数多少？")
    assert "不一致" not in answer.text
