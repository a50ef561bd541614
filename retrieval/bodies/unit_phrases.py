"""Data: how a question names a department's units all at once, and how it leaves the department's own level out."""

from __future__ import annotations

from ingest import late_re as re

MANY = r"(?P<count>[两二三四五六七八九十]|\d{1,2}|几|各|每|所有|全部|这些|那些|这几|那几)(?:的)?(?:个|家)?(?:的)?"
BELOW = r"(?:下属|所属|下面|底下|下边|直属|二级|下设)"
UNIT = r"(?:二级|下属|所属|预算|基层|事业|系统|独立核算|\s)*(?:单位|机构)"
BEHIND = r"(?:之间|里头|里面|里|当中|之中|中间)?"
ALL_UNITS = re.compile(
    rf"(?:全系统|全局|局里|局系统|系统)?(?:内|里)?的?(?P<below>{BELOW}(?:的)?)?{MANY}(?P<below_too>{BELOW}(?:的)?)?{UNIT}{BEHIND}"
    rf"|(?P<only_below>{BELOW})(?:的)?{UNIT}{BEHIND}"
    r"|(?:全系统|局系统|系统)(?:内|里)?的?(?P<family>[两二三四五六七八九十几各]|\d{1,2})家"
    r"|(?P<house>各家|每家|[两二三四五六七八九]家)(?=分别|各|谁|哪|的|合|加|一共|总共)"
)
# one by one, ordered or added up: “下属单位” alone may be a word of anything
RELATED = re.compile(r"哪|谁|最|各|每|分别|排|加|合计|合起来|一共|总共|共计|之和|依次|相差|差多少|平均")
OF_KIND = re.compile(r"(?<!前)(?P<count>[两二三四五六七八九十几各]|\d{1,2}|所有|全部)(?:的)?(?:家|所|个)(?P<kind>[\u4e00-\u9fff]{2,14})")
BY_COUNT = re.compile(r"最[\u4e00-\u9fff]的?$")
NOT_OWN = re.compile(
    r"\(?(?:不算上?|不含|不包括|不包含|不计|不带|除去?了?|扣除|剔除|刨去)(?:局|委|院|厅|会)?(?:机关)?(?:本级|机关|本部)(?!运行|服务|事务)(?:之外|以外|外)?\)?"
)
APART = re.compile(r"(?:不算上?|不含|不包括|不包含|除去?了?|扣除|剔除|刨去)其?的?$|\d{3}$")  # left out, or named by their codes before
JOINED = re.compile(r"(?:及|和|与|跟|以及|加上?|连同|、)(?:其|它的?)?的?$")  # 本级及所属单位
ONE_BY_ONE = re.compile(r"各|分别|哪|谁|排|依次|最")
BARE_SIDE = re.compile(r"(?<=[\s的谁家里,])(收入|支出)(?=[\s最谁哪从各分排多少高低大小,?])")  # “谁的支出最多”
AGREEMENT = re.compile(r"对得上|对不上|等于|相等|一致|相符|吻合|一样")
MORE_OF = re.compile(r"(?<!最)多(?:出来|出)?的(?:部分|钱|那些?)?(?:都)?(?:是|在|属于|归)")  # after two totals: “多的是哪两家单位的”
