"""An invented final account and an invented budget, read from short texts, for the tests of questions for figures."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from ingest.document import Document
from ingest.parse_document import parse_document
from retrieval.facts.fact import FactIndex
from retrieval.facts.finding import Finding
from retrieval.facts.index_facts import index_facts
from retrieval.lookup.find_figures import find_figures
from retrieval.spelling.load_vocabulary import load_vocabulary

FINAL = """# 桐花县档案局
2031年度部门决算

# 第一部分 桐花县档案局概况

## 一、机构设置情况

桐花县档案局内设机构3个，包括：办公室、征集科、保管科。共有行政编制12名。

纳入本部门决算编制范围的单位共2个：1.桐花县档案局本级；2.桐花县档案馆。

# 第二部分 2031年度部门决算表

## 支出决算表

公开03表
金额单位：万元

项目\t\t本年支出合计\t基本支出\t项目支出
功能分类科目编码\t科目名称\t\t\t
栏次\t\t1\t2\t3
\t合计\t300.00\t220.00\t80.00
201\t一般公共服务支出\t260.00\t180.00\t80.00
20126\t档案事务\t260.00\t180.00\t80.00
2012601\t行政运行\t180.00\t180.00\t
2012604\t档案馆\t80.00\t\t80.00
221\t住房保障支出\t40.00\t40.00\t
22102\t住房改革支出\t40.00\t40.00\t
2210201\t住房公积金\t40.00\t40.00\t

## 一般公共预算财政拨款基本支出决算明细表

公开06表
金额单位：万元

人员经费\t\t\t公用经费\t\t
科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数
301\t工资福利支出\t190.00\t302\t商品和服务支出\t30.00
30101\t基本工资\t150.00\t30201\t办公费\t21.00
30113\t住房公积金\t40.00\t30208\t取暖费\t
\t\t\t30211\t差旅费\t9.00
\t人员经费合计\t190.00\t\t公用经费合计\t30.00

## 财政拨款“三公”经费支出决算表

公开09表
金额单位：万元

预算数\t\t\t\t\t\t决算数
合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费\t合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费
\t\t小计\t公务用车购置费\t公务用车运行费\t\t\t\t小计\t公务用车购置费\t公务用车运行费\t
1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12
8.00\t\t5.00\t\t5.00\t3.00\t6.00\t\t4.00\t\t4.00\t2.00

# 第三部分 2031年度部门决算情况说明

## 一、支出决算情况说明

2031年度支出合计300.00万元，其中：基本支出220.00万元，占73.33%；项目支出80.00万元，占26.67%。

## 二、“三公”经费支出决算情况说明

2031年度“三公”经费支出预算8.00万元，支出决算6.00万元，完成预算的75.00%。

公务接待费支出决算2.00万元，比2030年度减少0.50万元，下降20.00%，主要原因是来访减少。

## 三、国有资产占用情况说明

2031年末，共有车辆2辆，其中：应急保障用车1辆、其他用车1辆。

# 第四部分 名词解释

一、基本支出：为保障机构正常运转而发生的支出。
"""

BUDGET = """桐花县粮食局
2031年部门预算

第一部分 桐花县粮食局概况

一、机构设置情况

桐花县粮食局内设机构2个，包括：办公室、仓储科。

第二部分 桐花县粮食局2031年部门预算情况说明

一、支出预算总体情况说明

2031年支出合计90.00万元，其中：基本支出60.00万元，占66.67%；项目支出30.00万元，占33.33%。

二、一般公共预算支出情况说明

1.一般公共服务支出（类）粮食事务（款）行政运行（项）。2031年预算为60.00万元，比2030年预算增加4.00万元，增长7.14%。

三、“三公”经费支出预算情况说明

2031年“三公”经费预算为3.50万元，比2030年预算减少0.50万元，下降12.50%。

第三部分 桐花县粮食局2031年部门预算表

2031年部门支出总体情况表

单位：万元

科目编码\t单位（科目名称）\t合计\t基本支出\t项目支出
\t合计\t90.00\t60.00\t30.00
2220101\t行政运行\t60.00\t60.00\t
2220113\t粮食储备\t30.00\t\t30.00

2031年支出经济分类汇总表

单位：万元

部门预算经济分类\t\t政府预算经济分类\t\t总计
科目编码\t科目名称\t科目编码\t科目名称\t
\t合计\t\t\t90.00
30101\t基本工资\t50101\t工资奖金津补贴\t40.00
30101\t基本工资\t50501\t工资福利支出\t15.00
30216\t培训费\t50203\t培训费\t3.00
30216\t培训费\t50502\t商品和服务支出\t2.00
30227\t委托业务费\t50205\t委托业务费\t30.00

2031年项目支出表

单位：万元

类型\t项目名称\t项目单位\t合计
\t合计\t\t30.00
特定目标类\t粮仓修缮\t桐花县粮食局\t18.00
其他运转类\t粮情监测\t桐花县粮食局\t12.00
"""

TWO_UNITS = """桐花县粮食局
2031年部门预算

桐花县粮食局部门预算包括桐花县粮食局机关本级预算和桐花县粮库预算。

2031年政府采购汇总表

单位：万元

单位名称\t采购项目\t采购数量\t金额
合计\t\t\t21.00
桐花县粮食局\t办公用纸\t1\t2.00
桐花县粮食局\t办公家具\t3\t4.00
桐花县粮库\t办公家具\t5\t6.00
桐花县粮库\t电脑\t9\t9.00
"""


@cache
def document(text: str = FINAL) -> Document:
    """The document that is read from a text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.txt"
        path.write_text(text, "utf-8")
        return parse_document(path)


@cache
def index(text: str = FINAL) -> FactIndex:
    """The facts of that document."""
    return index_facts(document(text))


def find(*parts: str, text: str = FINAL, units: tuple[str, ...] = ()) -> Finding:
    """What that document has for a question, earlier questions before it."""
    return find_figures(index(text), parts, load_vocabulary(), units)
