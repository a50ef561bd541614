"""An invented budget with an item in three tables, indicators under odd heads and units with codes; another one beside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.assistant import Assistant
from app.library.ingest_paths import ingest_paths
from app.settings import Settings
from eval.write_samples import FOLDER
from retrieval.knowledge_base import KnowledgeBase

HERITAGE = """苇塘市文物局
2031年部门预算

第一部分 概况

一、主要职责

（一）负责全市古建筑的保护。

二、机构设置

纳入本部门2031年部门预算编制范围的单位共2个：1.苇塘市文物局本级；2.苇塘市博物馆。

第二部分 情况说明

一、国有资产占用情况

2030年末，单价50万元以上的通用设备4台（套），单价100万元（含）以上设备（不含车辆）1台（套）。2031年安排购置单价100万元（含）以上设备（不含车辆）2台（套）。

二、政府性基金预算支出情况

2031年政府性基金预算支出10.00万元，主要用于古墙维修。

第三部分 2031年部门预算表

部门支出总表

单位：万元

单位编码\t单位名称\t合计\t基本支出\t项目支出
\t合计\t200.00\t72.00\t128.00
305001\t苇塘市文物局本级\t120.00\t52.00\t68.00
305002\t苇塘市博物馆\t80.00\t20.00\t60.00

支出经济分类汇总表

单位：万元

科目编码\t科目名称\t合计\t一般公共预算\t政府性基金预算
\t合计\t200.00\t190.00\t10.00
30101\t基本工资\t60.00\t60.00\t
30201\t办公费\t8.00\t8.00\t
30211\t差旅费\t12.00\t12.00\t
30213\t维修（护）费\t40.00\t30.00\t10.00
30227\t委托业务费\t80.00\t80.00\t

一般公共预算基本支出表

单位：万元

科目编码\t科目名称\t合计\t人员经费\t公用经费
\t合计\t72.00\t60.00\t12.00
30101\t基本工资\t60.00\t60.00\t
30201\t办公费\t5.00\t\t5.00
30211\t差旅费\t4.50\t\t4.50
30213\t维修（护）费\t2.50\t\t2.50

项目支出表

单位：万元

项目名称\t单位名称\t合计
合计\t\t128.00
古塔修缮工程\t苇塘市文物局本级\t68.00
夜场讲解补贴\t苇塘市博物馆\t35.00
高龄匠人津贴\t苇塘市博物馆\t25.00

项目绩效目标表

项目名称\t一级指标\t二级指标\t三级指标\t指标目标值\t计算单位
古塔修缮工程\t产出指标\t数量指标\t修缮古塔座数\t≥3\t座
古塔修缮工程\t产出指标\t数量指标\t古塔巡查次数\t≥24\t次
古塔修缮工程\t产出指标\t时效指标\t脚手架拆除时间\t9月底前\t
夜场讲解补贴\t产出指标\t数量指标\t夜场讲解场次\t≥150\t场
夜场讲解补贴\t产出指标\t数量指标\t讲解员人数\t≥12\t人
夜场讲解补贴\t产出指标\t数量指标\t派遣工人数\t≥5\t人
夜场讲解补贴\t产出指标\t时效指标\t派遣工工资发放时间\t每月10日前\t
夜场讲解补贴\t产出指标\t时效指标\t观众平均等候时间\t≤15\t分钟
高龄匠人津贴\t产出指标\t质量指标\t80—89周岁发放标准\t200\t元/月
高龄匠人津贴\t产出指标\t质量指标\t90—99周岁发放标准\t300\t元/月
高龄匠人津贴\t产出指标\t时效指标\t津贴申请办结时限\t≤7\t个工作日

政府性基金预算支出表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
\t合计\t10.00\t\t10.00
2120899\t其他国有土地使用权出让收入安排的支出\t10.00\t\t10.00
"""
GRANARY = """芦湾县粮库管理局
2031年部门预算

第一部分 2031年部门预算表

部门支出总表

单位：万元

单位编码\t单位名称\t合计\t基本支出\t项目支出
\t合计\t90.00\t50.00\t40.00
417001\t芦湾县粮库管理局本级\t60.00\t35.00\t25.00
417002\t芦湾县粮油检测所\t30.00\t15.00\t15.00
"""


@contextmanager
def asking(folder: Path, *texts: str) -> Iterator[Assistant]:
    """An assistant over these texts, read into a folder that is empty before."""
    files = folder / "files"
    files.mkdir()
    for place, text in enumerate(texts):
        (files / f"文件{place}.txt").write_text(text, "utf-8")
    with KnowledgeBase.open(folder / "home") as knowledge_base:
        assert not ingest_paths(knowledge_base, [files], lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=folder / "home"))


@contextmanager
def asking_samples(home: Path, *names: str) -> Iterator[Assistant]:
    """An assistant over the sample documents whose file names bear one of these, read into an empty folder."""
    paths: list[Path] = [path for path in FOLDER.iterdir() if any(one in path.name for one in names)]
    with KnowledgeBase.open(home) as knowledge_base:
        assert not ingest_paths(knowledge_base, paths, lambda *_: None).has_failures
        yield Assistant(knowledge_base, Settings(home=home))


def amounts_of(assistant: Assistant, *turns: str) -> list[str]:
    """The amounts that the last of these turns is answered with; none where it is not answered."""
    *history, asked = turns
    answer = assistant.ask(asked, tuple(history))
    return [f"{value.value}{value.unit}" for value in answer.values] if answer.status == "answered" else []
