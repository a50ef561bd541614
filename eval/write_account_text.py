"""第三部分 of a 部门决算: the narrative that follows from its accounts, its budget and the accounts of the year before."""

from __future__ import annotations

from decimal import Decimal

from eval.explain_change import explain_change
from eval.explain_execution import explain_execution
from eval.invented import Department, Fact, InventedSection
from eval.invented_classification import ECONOMIC_NAMES, FUNCTION_NAMES, function_path
from eval.invented_ledger import FUND, GENERAL, OWN, ZERO, Accounts, Ledger, Plan
from eval.invented_prose import Prose
from eval.invented_words import CARRIED_REASONS, THRIFT_REASON


def write_account_text(department: Department, plan: Plan, accounts: Accounts, before: Accounts) -> tuple[InventedSection, ...]:
    """The thirteen explanations with their amounts, shares, changes and reasons."""
    part = f"第三部分 {accounts.year}年度部门决算情况说明"
    prose = Prose(department.style.decimals if department.style.unit == "万元" else 2)
    return (
        InventedSection((part,)),
        total_section(prose, accounts, before, part),
        income_section(prose, accounts, part),
        prose.section((part, "三、支出决算情况说明"), spending_words(prose, accounts)),
        grant_section(prose, accounts, before, part),
        *general_sections(prose, plan, accounts, before, part),
        basic_section(prose, accounts, part),
        fund_section(prose, accounts, part),
        prose.section((part, "八、国有资本经营预算财政拨款支出决算情况说明"), f"{accounts.year}年度没有国有资本经营预算财政拨款支出。"),
        *three_public_sections(prose, plan, accounts, part),
        *other_sections(prose, department, accounts, before, part),
    )


def change_reason(now: Ledger, before: Ledger, direction: str, year: int) -> str:
    """Why spending and what is left of it are larger or smaller than the year before: the spending, unless that went the other way."""
    spending = "增加" if now.total > before.total else "减少"
    return explain_change(now, before, year) if direction in ("持平", spending) else CARRIED_REASONS[direction]


def total_section(prose: Prose, accounts: Accounts, before: Accounts, part: str) -> InventedSection:
    """Income and expenditure in total, with the change and its reason."""
    now, then = (item.ledger.total + item.closing for item in (accounts, before))
    change, direction = prose.change("收支总计", now, then, f"{before.year}年度")
    amount = prose.amount("收支总计", now)
    reason = change_reason(accounts.ledger, before.ledger, direction, accounts.year)
    return prose.section(
        (part, "一、收入支出决算总体情况说明"), f"{accounts.year}年度收入总计和支出总计均为{amount}，{change}，主要原因是{reason}。"
    )


def income_section(prose: Prose, accounts: Accounts, part: str) -> InventedSection:
    """Income by source."""
    own = accounts.ledger.select(fund=OWN).total
    total = accounts.income
    parts = "；".join(
        f"{name}{prose.amount(name, amount)}{prose.share(name, amount, total, '收入合计')}"
        for name, amount in (("财政拨款收入", total - own), ("事业收入", own))
        if amount
    )
    return prose.section((part, "二、收入决算情况说明"), f"{accounts.year}年度收入合计{prose.amount('收入合计', total)}，其中：{parts}。")


def spending_words(prose: Prose, accounts: Accounts) -> str:
    """Expenditure by nature."""
    ledger = accounts.ledger
    parts = "；".join(
        f"{name}{prose.amount(name, amount)}{prose.share(name, amount, ledger.total, '支出合计')}"
        for name, amount in (("基本支出", ledger.select(basic=True).total), ("项目支出", ledger.select(basic=False).total))
    )
    return f"{accounts.year}年度支出合计{prose.amount('支出合计', ledger.total)}，其中：{parts}。"


def grant_section(prose: Prose, accounts: Accounts, before: Accounts, part: str) -> InventedSection:
    """Grants in total, with the change."""
    spent, spent_before = (Ledger(tuple(entry for entry in item.ledger.entries if entry.fund != OWN)) for item in (accounts, before))
    now, then = spent.total + accounts.closing, spent_before.total + before.closing
    change, direction = prose.change("财政拨款收支总计", now, then, f"{before.year}年度")
    reason = change_reason(spent, spent_before, direction, accounts.year)
    text = f"{accounts.year}年度财政拨款收、支总计均为{prose.amount('财政拨款收支总计', now)}，{change}，主要原因是{reason}。"
    return prose.section((part, "四、财政拨款收入支出决算总体情况说明"), text)


def general_sections(prose: Prose, plan: Plan, accounts: Accounts, before: Accounts, part: str) -> tuple[InventedSection, ...]:
    """General budget expenditure: total, structure, and every 项 against its budget."""
    path = (part, "五、一般公共预算财政拨款支出决算情况说明")
    name, ledger = "一般公共预算财政拨款支出", accounts.ledger.select(fund=GENERAL)
    change, _ = prose.change(name, ledger.total, before.ledger.select(fund=GENERAL).total, f"{before.year}年度")
    share = prose.share(name, ledger.total, accounts.ledger.total, "支出合计", "占支出合计的")
    first = f"{accounts.year}年度{name}{prose.amount(name, ledger.total)}{share}。该项支出{change}。"
    total = prose.section((*path, "（一）总体情况"), first)
    classes = "；".join(class_words(prose, ledger, code) for code in sorted({code[:3] for code in ledger.functions}))
    structure = prose.section((*path, "（二）结构情况"), f"{accounts.year}年度{name}主要用于以下方面：{classes}。")
    planned = plan.ledger.select(fund=GENERAL)
    lines = [f"{accounts.year}年度{name}{against_plan(prose, name, planned.total, ledger.total)}。其中："]
    for index, code in enumerate(sorted({*planned.functions, *ledger.functions}), 1):
        lines.append(f"{index}.{function_words(prose, code, planned, ledger, index)}")
    return InventedSection(path), total, structure, prose.section((*path, "（三）具体情况"), *lines)


def class_words(prose: Prose, ledger: Ledger, code: str) -> str:
    """One class with its amount and share."""
    name = FUNCTION_NAMES[code].removesuffix("支出") + "（类）支出"
    amount = ledger.select(function=code).total
    return f"{name}{prose.amount(name, amount)}{prose.share(name, amount, ledger.total, '一般公共预算财政拨款支出')}"


def against_plan(prose: Prose, name: str, planned: Decimal, spent: Decimal) -> str:
    """Budget, accounts and how much of the budget was carried out."""
    budget = prose.amount(f"{name}年初预算", planned)
    rate = prose.share(name, spent, planned, "年初预算", "完成年初预算的")
    return f"年初预算为{budget}，支出决算为{prose.amount(f'{name}支出决算', spent)}{rate}"


def function_words(prose: Prose, code: str, planned: Ledger, ledger: Ledger, index: int) -> str:
    """One 项 against its budget, with the reason of the difference."""
    before, after = planned.select(function=code), ledger.select(function=code)
    text = against_plan(prose, function_path(code), before.total, after.total)
    if before.total == after.total:
        return f"{function_path(code)}。{text}，决算数与预算数相同。"
    return f"{function_path(code)}。{text}。决算数与年初预算数存在差异的主要原因是{explain_execution(before, after, index)}。"


def basic_section(prose: Prose, accounts: Accounts, part: str) -> InventedSection:
    """Basic expenditure divided into personnel and office costs."""
    ledger = accounts.ledger.select(fund=GENERAL, basic=True)
    text = f"{accounts.year}年度一般公共预算财政拨款基本支出{prose.amount('一般公共预算财政拨款基本支出', ledger.total)}。其中："
    halves = []
    for name, prefixes in (("人员经费", ("301", "303")), ("公用经费", ("302", "310"))):
        half = Ledger(tuple(entry for entry in ledger.entries if entry.economic[:3] in prefixes))
        items = "、".join(ECONOMIC_NAMES[code] for code in sorted({entry.economic for entry in half.entries}))
        halves.append(f"{name}{prose.amount(name, half.total)}，主要包括：{items}")
    return prose.section((part, "六、一般公共预算财政拨款基本支出决算情况说明"), text + "；".join(halves) + "。")


def fund_section(prose: Prose, accounts: Accounts, part: str) -> InventedSection:
    """Government funds, or that there are none."""
    ledger = accounts.ledger.select(fund=FUND)
    text = f"{accounts.year}年度没有政府性基金预算财政拨款的收入和支出。"
    if ledger.entries:
        projects = "、".join(dict.fromkeys(entry.project for entry in ledger.entries))
        text = f"{accounts.year}年度政府性基金预算财政拨款支出{prose.amount('政府性基金预算财政拨款支出', ledger.total)}，用于{projects}。"
    return prose.section((part, "七、政府性基金预算财政拨款支出决算情况说明"), text)


def three_public_sections(prose: Prose, plan: Plan, accounts: Accounts, part: str) -> tuple[InventedSection, ...]:
    """The 三公 accounts against their budget, and each part with its counts."""
    path = (part, "九、财政拨款“三公”经费支出决算情况说明")
    now, planned = accounts.ledger.three_public, plan.ledger.three_public
    rate = prose.share("“三公”经费", now[0], planned[0], "预算", "完成预算的")
    budget, spent = prose.amount("“三公”经费支出预算", planned[0]), prose.amount("“三公”经费支出决算", now[0])
    text = f"{accounts.year}年度“三公”经费支出预算为{budget}，支出决算为{spent}{rate}。决算数小于预算数的主要原因是{THRIFT_REASON}。"
    total = prose.section((*path, "（一）总体情况"), text)
    vehicles = sum(accounts.assets.vehicles.values())
    prose.facts.append(Fact("公务用车保有量", "数量", str(vehicles), "辆"))
    prose.facts.append(Fact("国内公务接待", "数量", str(accounts.reception_groups), "批次"))
    lines = (
        f"1.因公出国（境）费支出决算{prose.amount('因公出国（境）费', now[1])}，全年没有安排出国团组。",
        f"2.公务用车购置及运行费支出决算{prose.amount('公务用车购置及运行费', now[2])}，"
        f"其中：购置支出{prose.amount('公务用车购置费', now[3])}，"
        f"运行支出{prose.amount('公务用车运行费', now[4])}。{accounts.year}年末公务用车保有量为{vehicles}辆。",
        f"3.公务接待费支出决算{prose.amount('公务接待费', now[5])}。"
        f"全年国内公务接待{accounts.reception_groups}批次、{accounts.reception_visitors}人次。",
    )
    return InventedSection(path), total, prose.section((*path, "（二）具体情况"), *lines)


def other_sections(prose: Prose, department: Department, accounts: Accounts, before: Accounts, part: str) -> tuple[InventedSection, ...]:
    """Running costs, procurement, assets and performance."""
    return (
        prose.section((part, "十、机关运行经费支出情况说明"), running_words(prose, department, accounts, before)),
        prose.section((part, "十一、政府采购支出情况说明"), purchase_words(prose, accounts)),
        prose.section((part, "十二、国有资产占用情况说明"), asset_words(prose, accounts)),
        prose.section((part, "十三、预算绩效情况说明"), *performance_words(prose, accounts)),
    )


def running_words(prose: Prose, department: Department, accounts: Accounts, before: Accounts) -> str:
    """Running costs of the administrative units."""
    names = [unit.name for unit in department.units if unit.is_administrative]
    if not names:
        return "本单位属于事业单位，没有机关运行经费支出。"
    now, then = accounts.ledger.running_costs(names), before.ledger.running_costs(names)
    change, _ = prose.change("机关运行经费", now.total, then.total, f"{before.year}年度")
    reason = explain_change(now, then, accounts.year)
    return f"{accounts.year}年度机关运行经费支出{prose.amount('机关运行经费', now.total)}，{change}，主要原因是{reason}。"


def purchase_words(prose: Prose, accounts: Accounts) -> str:
    """Procurement in total, by category, and what went to small business."""
    parts = [
        (f"政府采购{kind}支出", sum((row.amount for row in accounts.purchases if row.category == kind), ZERO))
        for kind in ("货物", "工程", "服务")
    ]
    total = sum((amount for _, amount in parts), Decimal(0))
    words = "、".join(f"{name}{prose.amount(name, amount)}" for name, amount in parts)
    small, micro = accounts.small_business_amount, accounts.micro_business_amount
    names = ("授予中小企业合同金额", "授予小微企业合同金额")
    small_words = (
        f"{names[0]}{prose.amount(names[0], small)}{prose.share(names[0], small, total, '政府采购支出总额', '占政府采购支出总额的')}"
    )
    micro_words = f"{names[1]}{prose.amount(names[1], micro)}{prose.share(names[1], micro, small, names[0], '占授予中小企业合同金额的')}"
    return (
        f"{accounts.year}年度政府采购支出总额{prose.amount('政府采购支出总额', total)}，其中：{words}。{small_words}，其中：{micro_words}。"
    )


def asset_words(prose: Prose, accounts: Accounts) -> str:
    """Vehicles and equipment at the end of the year."""
    assets = accounts.assets
    count = sum(assets.vehicles.values())
    prose.facts.append(Fact("车辆", "数量", str(count), "辆"))
    uses = "、".join(f"{use}{number}辆" for use, number in assets.vehicles.items())
    equipment = f"单价50万元以上的通用设备{assets.general_equipment}台（套），单价100万元以上的专用设备{assets.special_equipment}台（套）"
    return f"{accounts.year}年末，共有车辆{count}辆，其中：{uses}；{equipment}。"


def performance_words(prose: Prose, accounts: Accounts) -> tuple[str, ...]:
    """How many projects were evaluated and what money they had."""
    ledger = accounts.ledger.select(basic=False)
    count = len({entry.project for entry in ledger.entries})
    prose.facts.append(Fact("绩效自评项目", "数量", str(count), "个"))
    first = (
        f"{accounts.year}年度对{count}个项目开展了绩效自评，涉及资金{prose.amount('绩效自评项目资金', ledger.total)}，自评覆盖率达到100%。"
    )
    return first, "自评结果显示，各项目资金使用规范，预定的数量和质量目标大多完成，个别项目付款进度偏慢，下一步将提前安排招标。"
