"""All the Chinese that the page says of itself."""

from __future__ import annotations

NAME = "明账"
TAGLINE = "向部门预算和决算提问，每个数字都指回它所在的单元格"
DISCLAIMER = "答案依据已载入的文件自动生成，仅供参考，不是法律或政策意见；以原文件为准，有疑问请咨询公布文件的单位。"
ASK_PAGE, DOCUMENTS_PAGE, COMPARE_PAGE, STAFF_PAGE = "问答", "文档", "比较", "管理"
ASK_HERE = "请输入您的问题"
THINKING = "正在查找……"
SUGGESTING = "正在找可以接着问的问题……"
LOADING_PAGE = "正在打开……"
NEEDS_SCRIPT = "本页要在允许运行脚本（JavaScript）的浏览器里打开。"
OPENING = "正在打开知识库……"
COUNTING = "正在统计各文件的表格和数字……"
YOUR_QUESTION, ANSWER = "提问", "回答"
EXAMPLES = "可以这样问"
NEW_CONVERSATION = "重新开始"
CHOICES = "请选择"
SOURCES_AND_MORE = "出处、复制、评价"
SOURCES, MORE_SOURCES = "出处", "其余 {count} 处出处"
LARGE_TYPE = "大字"
SCOPE = "单位、年度、种类和口径"
GO_TO_SOURCE = "看出处 {number}"
OPERAND = "{printed}，看出处 {number}"
GO_ON, ASK_INSTEAD = "接着问", "可以改问"
COPY, COPIED = "复制回答", "已复制"
SHARE, LINK_COPIED = "复制链接", "链接已复制"
HELPFUL, WRONG = "有用", "有误"
WHY_WRONG, WHAT_IS_RIGHT = "哪里不对？", "正确的是什么？（可以不写；请不要写个人信息）"
THANKS, THANKS_WRONG = "谢谢，已记下。", "谢谢，已记下，管理员会查看。"
WHAT_IS_KEPT = "保存的只有问题、回答和您的评价，不含您的身份，{days} 天后删除。"
EXPORT_WORD, EXPORT_MARKDOWN, EXPORT_NAME = "导出 Word", "导出 Markdown", "明账问答记录"
CHART, CHART_NAME, NO_UNIT = "各项对比", "{title}（{unit}）", "数值"
STATUS = {"clarify": "需要您补充", "not_found": "没有找到"}

SAMPLE_TITLE = "目前载入的是样例文件"
SAMPLE = (
    "样例中的地名、单位、金额和文字都是编造的，只供试用。",
    "换成自己的文件：把 PDF、Word、Excel、网页、.txt 等文件放进一个文件夹，运行 {make}；或运行 {ingest} 后重新打开本页。",
)
EMPTY_TITLE = "知识库里还没有文件"
EMPTY = (
    "请先载入部门预算或决算文件（PDF、Word、Excel、网页、CSV、.txt 或 .md），再来提问：",
    "运行 {make}，或运行 {ingest}；完成后刷新本页。",
    "只想先试用？运行 {samples}，会载入自带的样例文件。",
)
COMMANDS = {"make": "make run DOCS=文件夹", "ingest": "mingzhang ingest 文件夹", "samples": "make run"}

CITED_TABLE, CITED_CELL, CITED_SECTION, CITED_PLACE, CITED_SOURCE = "表格", "单元格", "章节", "位置", "来源"
ROW_AND_COLUMN = "“{row}”行 × “{column}”列"
ONLY_ROW = "“{row}”行"
ONLY_COLUMN = "“{column}”列"
PAGE = "第 {page} 页"
SHEET_AND_ROW = "第 {sheet} 张工作表第 {row} 行"
LINES, ONE_LINE = "第 {first}–{last} 行", "第 {first} 行"
PUBLISHED = "{date} 公布"
UNIT = "单位：{unit}"
OMITTED_ROWS = "……略 {count} 行……"
OMITTED_PARAGRAPHS = "……"
TABLE_LEGEND = "深色框为所引单元格，浅色为其所在的行和列。"
DOWNLOAD = "下载原文件"
PAGE_IMAGE = "原文件第 {page} 页，红框处为引文"
OTHER_PAGE_IMAGE = "原文件第 {page} 页"
TABLE_RUNS_ON, PAGE_NUMBER = "这张表跨页，逐页查看", "第 {} 页"
NO_PAGE_IMAGE = "本机缺少该 PDF 所用的中文字体，无法显示页面图像；请看上面的原文，或下载原文件。"
DOCUMENT_GONE = "出处所在的文件已不在知识库中，仅存引文。"

LOOK_AT = "查看"
SEARCH_OUTLINE, SEARCH_TABLES = "在正文里找", "找含有某个词的表，例如 办公费"
NO_SUCH_TABLE, NO_SUCH_TEXT = "没有含这个词的表。", "正文里没有这个词。"
ALL_FIGURES = {"xlsx": "全部数据 Excel", "csv": "全部数据 CSV"}
THIS_TABLE = {"xlsx": "本表 Excel", "csv": "本表 CSV"}
LEDGER = "勾稽台账"
LEDGER_COLUMNS = ("表", "数字", "成立", "尾差", "不一致", "存疑")
LEDGER_NOTE = "合计与各项、表与表、正文与表、占比和增减率逐一验算。尾差是四舍五入说得通的差额；存疑是看不准在哪一列的数。"
BROKEN, ROUNDING = "不一致 {count} 处", "尾差 {count} 处"
MORE_CHECKS = "另有 {count} 处，可用 mingzhang checks 全部列出。"
SHOW_SIDES, LEFT, RIGHT = "看两边的原文", "一边", "另一边"
ALL_READ, UNREAD = "没有读取存疑之处。", "没有读好的地方"

COMPARE_ORGANIZATIONS, COMPARE_ITEMS = "单位", "项目（可以自己写，例如 会议费）"
CHOOSE, CHOOSE_OR_WRITE = "请选择", "请选择，或写一个项目后按回车"
COMPARE_HINT = "请选择至少一个单位和一个项目。"
COMPARE_NOTE = "每个数都按单独提问作答，下面的小字是文件中的名称；名称不同的项目口径可能不同，不宜直接相比。"
COMPARED_DOCUMENT, NOT_TOLD, HAS_WARNING = "文件", "没有列出", "有提醒，见出处"
COMPARING = "正在逐份查找……"
SOURCES_OF_ALL = "各数的出处（{count} 处）"

LIBRARY_TITLE = "已载入的文件"
LIBRARY_COUNT = "共 {documents} 份文件，{tables} 张表格，{figures} 个数字。"
COLUMNS = ("单位", "年度", "种类", "表格", "数字", "文件")
UNKNOWN = "未认出"
CHOOSE_REGION, FIND_DOCUMENT = "地区", "按单位、标题或文件名查找"
NOT_OF_YEAR_AND_KIND = "所选年度和类别里没有{names}的文件，表中不列；可在上面改选年度或类别。"
ONLY_FIRST = "符合条件的有 {count} 份，下面列出前 {shown} 份；请再缩小范围。"
CHOOSE_YEAR, CHOOSE_KIND, CHOOSE_DOCUMENT, CHOOSE_TABLE = "年度", "种类", "查看一份文件", "查看一张表格"
NOTHING_FITS = "没有符合条件的文件。"
OUTLINE, TABLES = "正文", "表格"
SIDES = (OUTLINE, TABLES, LEDGER)
NO_OUTLINE, NO_TABLES = "这份文件没有分章节的正文。", "这份文件没有表格。"
FIELDS = (
    ("organization", "单位"), ("region", "地区"), ("year", "年度"), ("kind", "种类"), ("scope", "范围"), ("published", "公布日期"),
    ("file_name", "文件名"),
)  # fmt: skip
UNITS = "所属单位"
OFFICIAL_PAGE = "官方网页"
PARAGRAPHS = "{count} 段"
PROBLEMS, DOUBT_AT = "读取存疑 {count} 处", "（{place}）"

FAILED = "回答时程序出错，没有得到结果。请换一种问法再试；如仍出错，请把问题告诉管理员。"
PAGE_FAILED = "页面出错了。请刷新再试；如仍出错，请把时间和操作告诉管理员。"
CANNOT_OPEN = "知识库打不开：{reason}"

# What Streamlit itself says in English, word for word, and what the page says instead.
STREAMLIT_WORDS = {
    "Send message": "发送",
    "Skip to main content": "跳到正文",
    "Connection error": "连接中断",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": (
        "问答程序可能已经停止，请重新运行："
    ),
    "Streamlit server is not responding. Are you connected to the internet?": "问答程序没有回应；请检查它是否在运行、网络是否连通。",
    "streamlit run yourscript.py": "mingzhang serve",
    "No results": "没有结果",
    "Upload": "选择文件",
    "Add files": "再选文件",
    "add icon": "再选文件",
    "Error:": "出错：",
    "Drag and drop files here": "把文件拖到这里",
    "Drag and drop a file here": "把文件拖到这里",
    "Show password": "显示密码",
    "Hide password": "隐藏密码",
    "Multiselect options": "可选的各项",
    "Selectbox options": "可选的各项",
    "Press Enter to apply": "按回车确定",
    "Press Enter to submit form": "按回车提交",
    "Clear all": "全部清除",
    "Clear value": "清除",
    "Choose an option": "请选择",
    "Choose options": "请选择",
    "Selected values": "已选",
    "Open": "展开",
    "Close": "关闭",
    "Dismiss": "关闭",
    "Running...": "正在运行……",
    "Stop script": "停止",
    "Upload files": "选择文件",
    "Select all": "全选",
}
STREAMLIT_PATTERNS = (
    ("^(\\d+)([KMG]B) per file(?: • (.*))?$", "每个文件不超过 $1$2　$3"),
    ("^(?:file upload|Upload .*)$", "选择文件"),
    ("^Remove (.*)$", "去掉 $1"),
    ("^(\\d+) options? available\\.$", "有 $1 项可选。"),
    ("^Add: (.*)$", "加上：$1"),
    ("^You can only select up to (\\d+) .*$", "最多选 $1 个，请先去掉一个。"),
    ("^.* files are not allowed\\.$", "不能上传这种文件。"),
    ("^File must be (.*) or smaller\\.$", "文件不能超过 $1"),
)
