"""第二部分 of a 部门预算: the narrative that follows from its plan and the plan of the year before."""

from __future__ import annotations

from decimal import Decimal

from eval.explain_change import explain_change
from eval.invented import Department, Fact, InventedSection
from eval.invented_classification import ECONOMIC_NAMES, FUNCTION_NAMES
from eval.invented_ledger import FUND, GENERAL, OWN, ZERO, Ledger, Plan
from eval.invented_prose import Prose
from eval.invented_words import SAME_REASON, THREE_PUBLIC_REASONS

CARS, RECEPTION = "公务用车购置及运行费", "公务接待费"


def write_budget_text(department: Department, plan: Plan, before: Plan) -> tuple[InventedSection, ...]:
    """The nine explanations with their amounts, shares, changes and reasons."""
    part = f"第二部分 {department.organization}{plan.year}年部门预算情况说明"
    prose = Prose(department.style.decimals if department.style.unit == "万元" else 2)
    return (
        InventedSection((part,)),
        total_section(prose, department, plan, before, part),
        income_section(prose, department, plan, part),
        spending_section(prose, department, plan, part),
        grant_section(prose, plan, before, part),
        *general_sections(prose, plan, before, part),
        basic_section(prose, plan, part),
        three_public_section(prose, plan, before, part),
        fund_section(prose, plan, part),
        *other_sections(prose, department, plan, before, part),
    )


def total_section(prose: Prose, department: Department, plan: Plan, before: Plan, part: str) -> InventedSection:
    """Income and expenditure in total, with the change and its reason."""
    total = plan.ledger.total
    change, _ = prose.change("收支总计", total, before.ledger.total, f"{before.year}年预算")
    income, spending = prose.amount("收入总计", total), prose.amount("支出总计", total)
    text = f"{department.organization}{plan.year}年收入总计{income}，支出总计{spending}。"
    text += f"收、支总计{change}，主要原因是{explain_change(plan.ledger, before.ledger, plan.year)}。"
    return prose.section((part, "一、收入支出预算总体情况说明"), text)


def income_section(prose: Prose, department: Department, plan: Plan, part: str) -> InventedSection:
    """Income by source."""
    ledger = plan.ledger
    sources = (("一般公共预算收入", GENERAL), ("政府性基金预算收入", FUND), ("事业收入", OWN))
    total = prose.amount("收入合计", ledger.total)
    amounts = [(name, ledger.select(fund=fund).total) for name, fund in sources]
    parts = "；".join(
        f"{name}{prose.amount(name, amount)}{prose.share(name, amount, ledger.total, '收入合计')}" for name, amount in amounts
    )
    return prose.section((part, "二、收入预算总体情况说明"), f"{department.organization}{plan.year}年收入合计{total}，其中：{parts}。")


def spending_section(prose: Prose, department: Department, plan: Plan, part: str) -> InventedSection:
    """Expenditure by nature."""
    total = prose.amount("支出合计", plan.ledger.total)
    text = f"{department.organization}{plan.year}年支出合计{total}，其中：{natures(prose, plan.ledger, '支出合计')}。"
    return prose.section((part, "三、支出预算总体情况说明"), text)


def natures(prose: Prose, ledger: Ledger, base: str) -> str:
    """基本支出 and 项目支出 with their shares."""
    parts = (("基本支出", ledger.select(basic=True).total), ("项目支出", ledger.select(basic=False).total))
    return "；".join(f"{name}{prose.amount(name, amount)}{prose.share(name, amount, ledger.total, base)}" for name, amount in parts)


def grant_section(prose: Prose, plan: Plan, before: Plan, part: str) -> InventedSection:
    """Grants by fund, each with its change."""
    sentences = []
    for name, fund in (("一般公共预算收支预算", GENERAL), ("政府性基金收支预算", FUND)):
        now, then = (item.ledger.select(fund=fund) for item in (plan, before))
        change, direction = prose.change(name, now.total, then.total, f"{before.year}年预算")
        has_reason = fund == GENERAL and direction != "持平"
        reason = f"，主要原因是{explain_change(now, then, plan.year)}" if has_reason else ""
        sentences.append(f"{plan.year}年{name}{prose.amount(name, now.total)}，{change}{reason}。")
    sentences.append(f"{plan.year}年国有资本经营收支预算{prose.amount('国有资本经营收支预算', ZERO)}。")
    return prose.section((part, "四、财政拨款收入支出总体情况说明"), "".join(sentences))


def general_sections(prose: Prose, plan: Plan, before: Plan, part: str) -> tuple[InventedSection, ...]:
    """General budget expenditure: its structure by class and, one by one, every 项 with its change."""
    ledger = plan.ledger.select(fund=GENERAL)
    heading = "五、一般公共预算支出情况说明"
    classes = sorted({code[:3] for code in ledger.functions})
    parts = "；".join(class_words(prose, ledger, code) for code in classes)
    structure = f"{plan.year}年一般公共预算支出年初预算为{prose.amount('一般公共预算支出', ledger.total)}，用于以下方面：{parts}。"
    first = prose.section((part, heading, "（一）结构情况"), structure)
    lines = []
    for index, code in enumerate(ledger.functions, 1):
        now, then = ledger.select(function=code).total, before.ledger.select(function=code, fund=GENERAL).total
        name = f"{FUNCTION_NAMES[code[:3]]}（类）{FUNCTION_NAMES[code[:5]]}（款）{FUNCTION_NAMES[code]}（项）"
        change, _ = prose.change(name, now, then, f"{before.year}年预算")
        lines.append(f"{index}.{name}。{plan.year}年预算为{prose.amount(name, now)}，{change}。")
    return InventedSection((part, heading)), first, prose.section((part, heading, "（二）具体情况"), *lines)


def class_words(prose: Prose, ledger: Ledger, code: str) -> str:
    """One class with its amount and share."""
    name = FUNCTION_NAMES[code].removesuffix("支出") + "（类）支出"
    amount = ledger.select(function=code).total
    return f"{name}{prose.amount(name, amount)}{prose.share(name, amount, ledger.total, '一般公共预算支出')}"


def basic_section(prose: Prose, plan: Plan, part: str) -> InventedSection:
    """Basic expenditure divided into personnel and office costs, with what they consist of."""
    ledger = plan.ledger.select(fund=GENERAL, basic=True)
    total = f"{plan.year}年一般公共预算基本支出为{prose.amount('一般公共预算基本支出', ledger.total)}。其中："
    lines = [basic_line(prose, ledger, name, prefixes) for name, prefixes in (("人员经费", ("301", "303")), ("公用经费", ("302", "310")))]
    return prose.section((part, "六、一般公共预算基本支出情况说明"), total, *lines)


def basic_line(prose: Prose, ledger: Ledger, name: str, prefixes: tuple[str, ...]) -> str:
    """One half of the basic expenditure."""
    part = Ledger(tuple(entry for entry in ledger.entries if entry.economic[:3] in prefixes))
    items = "、".join(ECONOMIC_NAMES[code] for code in sorted({entry.economic for entry in part.entries}))
    share = prose.share(name, part.total, ledger.total, "一般公共预算基本支出")
    return f"{name}{prose.amount(name, part.total)}{share}，主要包括：{items}。"


def three_public_section(prose: Prose, plan: Plan, before: Plan, part: str) -> InventedSection:
    """The 三公 budget, its parts and their changes."""
    now, then = plan.ledger.three_public, before.ledger.three_public
    base = f"{before.year}年预算"
    change, direction = prose.change("“三公”经费", now[0], then[0], base)
    first = f"{plan.year}年“三公”经费预算为{prose.amount('“三公”经费', now[0])}，{change}，"
    cause = CARS if abs(now[2] - then[2]) >= abs(now[5] - then[5]) else RECEPTION
    first += f"主要原因是{THREE_PUBLIC_REASONS.get((direction, cause), SAME_REASON)}。具体如下："
    lines = [first]
    for numeral, (name, index) in zip("一二三", (("因公出国（境）费", 1), (CARS, 2), (RECEPTION, 5)), strict=True):
        change, _ = prose.change(name, now[index], then[index], base)
        amount = prose.amount(name, now[index])
        detail = (
            f"其中，公务用车购置费{prose.amount('公务用车购置费', now[3])}，公务用车运行费{prose.amount('公务用车运行费', now[4])}，"
            if index == 2
            else ""
        )
        lines.append(f"（{numeral}）{name}{amount}，{detail}{change}。")
    return prose.section((part, "七、“三公”经费支出预算情况说明"), *lines)


def fund_section(prose: Prose, plan: Plan, part: str) -> InventedSection:
    """Government funds, or that there are none."""
    ledger = plan.ledger.select(fund=FUND)
    text = f"{plan.year}年没有使用政府性基金预算拨款安排的支出。"
    if ledger.entries:
        projects = "、".join(dict.fromkeys(entry.project for entry in ledger.entries))
        text = f"{plan.year}年政府性基金预算支出{prose.amount('政府性基金预算支出', ledger.total)}，用于{projects}。"
    return prose.section((part, "八、政府性基金预算支出情况说明"), text)


def other_sections(prose: Prose, department: Department, plan: Plan, before: Plan, part: str) -> tuple[InventedSection, ...]:
    """Running costs, procurement, performance, assets and transfers."""
    path = (part, "九、其他重要事项的情况说明")
    return (
        InventedSection(path),
        prose.section((*path, "（一）机关运行经费情况"), running_words(prose, department, plan, before)),
        prose.section((*path, "（二）政府采购情况"), purchase_words(prose, plan)),
        prose.section((*path, "（三）预算绩效情况"), *performance_words(prose, department, plan)),
        prose.section((*path, "（四）国有资产占用情况"), asset_words(prose, plan)),
        prose.section((*path, "（五）专项转移支付情况"), f"{plan.year}年没有负责管理的专项转移支付项目。"),
    )


def running_words(prose: Prose, department: Department, plan: Plan, before: Plan) -> str:
    """Running costs of the administrative units."""
    if not department.units[0].is_administrative:
        return "本单位属于事业单位，没有机关运行经费。"
    names = [unit.name for unit in department.units if unit.is_administrative]
    now, then = plan.ledger.running_costs(names), before.ledger.running_costs(names)
    change, _ = prose.change("机关运行经费", now.total, then.total, f"{before.year}年预算")
    amount, reason = prose.amount("机关运行经费", now.total), explain_change(now, then, plan.year)
    return f"{plan.year}年机关运行经费预算{amount}，用于办公、水电、差旅等日常开支，{change}，主要原因是{reason}。"


def purchase_words(prose: Prose, plan: Plan) -> str:
    """Procurement in total and by category."""
    parts = [
        (f"政府采购{category}预算", sum((row.amount for row in plan.purchases if row.category == category), ZERO))
        for category in ("货物", "工程", "服务")
    ]
    total = sum((amount for _, amount in parts), Decimal(0))
    words = "、".join(f"{name}{prose.amount(name, amount)}" for name, amount in parts)
    return f"{plan.year}年政府采购预算共{prose.amount('政府采购预算', total)}，其中：{words}。"


def performance_words(prose: Prose, department: Department, plan: Plan) -> tuple[str, ...]:
    """How many projects have targets, and the largest one."""
    ledger = plan.ledger.select(basic=False)
    names = list(dict.fromkeys(entry.project for entry in ledger.entries))
    prose.facts.append(Fact("绩效目标管理项目", "数量", str(len(names)), "个"))
    first = f"{plan.year}年编制绩效目标的项目共{len(names)}个，涉及资金{prose.amount('绩效目标管理项目资金', ledger.total)}。"
    largest = max(names, key=lambda name: ledger.select(project=name).total)
    purpose = next(project.purpose for project in department.projects if largest.endswith(project.name))
    return first, f"重点项目：{largest}，安排{prose.amount(largest, ledger.select(project=largest).total)}，主要用于{purpose}。"


def asset_words(prose: Prose, plan: Plan) -> str:
    """Vehicles and equipment at the end of the year before."""
    vehicles = plan.assets.vehicles
    prose.facts.append(Fact("车辆", "数量", str(sum(vehicles.values())), "辆"))
    uses = "、".join(f"{use}{count}辆" for use, count in vehicles.items())
    equipment = (
        f"单价50万元以上的通用设备{plan.assets.general_equipment}台（套），单价100万元以上的专用设备{plan.assets.special_equipment}台（套）"
    )
    return f"{plan.year - 1}年末，共有车辆{sum(vehicles.values())}辆，其中：{uses}；{equipment}。"
