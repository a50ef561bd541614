"""All the Chinese that the page says of itself."""

from __future__ import annotations

NAME = "明账"
TAGLINE = "向部门预算和决算提问，每个数字都指回它所在的单元格"
DISCLAIMER = "本页答案依据已载入文件自动生成，仅供参考，以原文件为准。"
ASK_PAGE, DOCUMENTS_PAGE = "问答", "文件"
ASK_HERE = "请输入问题，例如某单位某年的三公经费"
THINKING = "正在查找……"
OPENING = "正在打开知识库……"
COUNTING = "正在统计各文件的表格和数字……"
YOUR_QUESTION, ANSWER = "提问", "回答"
EXAMPLES = "可以这样问"
NEW_CONVERSATION = "重新开始"
CHOICES = "请选择"
SOURCES = "出处"
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
NO_PAGE_IMAGE = "本机缺少该 PDF 所用的中文字体，无法显示页面图像；请看上面的原文，或下载原文件。"
DOCUMENT_GONE = "出处所在的文件已不在知识库中，仅存引文。"

LIBRARY_TITLE = "已载入的文件"
LIBRARY_COUNT = "共 {documents} 份文件，{tables} 张表格，{figures} 个数字。"
COLUMNS = ("单位", "年度", "种类", "表格", "数字", "文件")
UNKNOWN = "未认出"
CHOOSE_YEAR, CHOOSE_KIND, CHOOSE_DOCUMENT, CHOOSE_TABLE = "年度", "种类", "查看一份文件", "查看一张表格"
NOTHING_FITS = "没有符合条件的文件。"
OUTLINE, TABLES, ABOUT = "目录", "表格", "基本情况"
NO_OUTLINE, NO_TABLES = "这份文件没有分章节的正文。", "这份文件没有表格。"
FIELDS = (
    ("organization", "单位"), ("region", "地区"), ("year", "年度"), ("kind", "种类"), ("scope", "范围"), ("published", "公布日期"),
    ("file_name", "文件名"),
)  # fmt: skip
UNITS = "所属单位"
OFFICIAL_PAGE = "官方网页"
PARAGRAPHS = "{count} 段"
PROBLEMS = "读取存疑 {count} 处"

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
}
