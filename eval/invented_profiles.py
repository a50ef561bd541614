"""What invented departments are like: the shape of a profile and every profile there is."""

from __future__ import annotations

from dataclasses import dataclass

Indicator = tuple[str, str, str]  # group (成本指标 产出指标 效益指标 满意度指标), name, target; "{cost}" is the project's budget


@dataclass(frozen=True, slots=True)
class UnitProfile:
    """A subordinate unit: name pattern, the functional code of its running costs, how many posts it may have."""

    pattern: str
    running: str
    posts: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ProjectProfile:
    """A project: its functional code, economic codes, usual size in 万元, purpose and indicators; `fund` money goes to 政府性基金."""

    name: str
    function: str
    economics: tuple[str, ...]
    size: tuple[int, int]
    purpose: str
    indicators: tuple[Indicator, ...]
    is_recurring: bool = True
    is_fund: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """A kind of department; `places` says at which level it may stand, `terms` are its own 名词解释."""

    name: str
    pattern: str
    places: tuple[str, ...]
    is_administrative: bool
    running: str
    posts: tuple[int, int]
    offices: tuple[str, ...]
    duties: tuple[str, ...]
    units: tuple[UnitProfile, ...]
    projects: tuple[ProjectProfile, ...]
    terms: tuple[tuple[str, str], ...]


GENERAL_DUTIES = (
    "管理本系统的经费和固定资产，按时公开预算和决算，接受审计和社会监督。",
    "推进本系统的法治建设，审核本领域的文件草案，办理行政复议和应诉事项。",
    "组织本领域的统计、信息发布和宣传工作，回应群众关切。",
    "培养本系统的干部和专业人才，做好教育培训、考核和职称工作。",
    "承担本系统的安全生产、保密和信访工作，及时处置突发情况。",
    "办好{superior}交给的其他工作。",
)
CITIES = ("云汐市", "澜浦市", "栖岚市", "苍砚市", "梧汀市", "霁川市", "棠浦市", "鹭汀市")
DISTRICTS = ("望澜区", "栖梧区", "青砚区", "松棹区", "禾渡县", "芦汀县", "霜林区", "月湾县")
STREETS = ("砚池", "棠桥", "柳汀", "石榴巷", "春渡", "云麓坊")
SCHOOL_NUMBERS = ("第二", "第三", "第五", "第七", "第九")
