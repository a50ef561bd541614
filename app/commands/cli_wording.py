"""All Chinese that the command line says of itself: help, headings, reports."""

from __future__ import annotations

PROGRAM = "明账：向部门预算和决算提问，每个数字都指回它所在的单元格。全部在本机完成，不联网。"

HELP = {
    "ingest": "把文件或文件夹（PDF、Word、Excel、网页、CSV、文本）载入知识库。同一文件不会重复；旁边的 documents.csv 可更正单位、年份等。",
    "documents": "列出已载入的文件；documents set 更正读错的单位、年份等。",
    "set": "更正一份文件的单位、年份、类别、范围、网址、公布日期。",
    "remove": "从知识库取出一份文件，其余不受影响。",
    "ask": "提一个问题，得到带出处的回答。",
    "batch": "逐行回答一个 JSONL 文件里的问题（id、question、history），结果写入另一个 JSONL 文件。",
    "figures": "导出全部数据：每个单元格一条，带行列标题、单位和位置。",
    "table": "列一张表：每份文件一行，每个项目一列，每个数都有出处；没有或不明的照实写出。",
    "tables": "列出表格；写出表号、表名或序号则打印该表。",
    "checks": "勾稽：逐表列出读出的格数、相加是否成立、尾差、不一致、存疑和没有读出的地方。",
    "search": "只检索不回答：按相关程度列出原文段落。",
    "serve": "打开问答页面。",
    "rebuild": "由已存的数据重建检索索引。",
    "adapt": "用已载入的文件再训练自带的小型向量模型（不到一分钟），以后就用它检索。",
    "doctor": "检查知识库和环境，指出问题和处理办法。",
}

HOME = "知识库所在的文件夹；不写则用环境变量 MINGZHANG_HOME，再不然用系统的数据目录"
PATHS = "要载入的文件或文件夹"
DOCUMENT = "文件名或文件编号（见 documents）"
ONLY_DOCUMENT = "只看这份文件：文件名或文件编号"
AS_JSON = "输出 JSON"
QUESTION = "要问的问题"
HISTORY = "此前问过的问题，由早到晚，可写多次"
QUESTIONS_FILE = "问题文件（JSONL）"
ANSWERS_FILE = "结果文件（JSONL）"
RETRIEVAL = "只检索，不回答"
COUNT = "列出多少条"
FORMAT = "输出格式：jsonl、csv 或 xlsx"
OUTPUT = "写入这个文件；不写则输出到屏幕"
ITEMS = "要列的项目，用逗号或顿号隔开，例如 三公经费,基本支出,项目支出"
TABLE_DOCUMENTS = "列哪些文件：文件名或文件编号，用逗号隔开；不写则全部列出"
TABLE_FORMAT = "输出格式：md、csv、json 或 xlsx"
NO_ITEMS = "没有写要列的项目；例如：mingzhang table --items 三公经费,基本支出"
TABLE = "表号、表名或序号"
PORT = "页面的端口"
ORGANIZATION = "单位的正式名称"
YEAR = "预算或决算的年度，例如 2024"
KIND = "预算或决算"
SCOPE = "部门或单位"
URL = "公布该文件的网址；写“无”则撤销"
PUBLISHED = "公布日期，例如 2024-02-08；写“无”则撤销"
SUPERSEDES = "这份文件取代了哪一份：文件名或文件编号；写“无”则撤销"

OUTCOMES = {
    "added": "已载入",
    "replaced": "已载入，取代同一路径的旧内容",
    "added_beside": "已载入",
    "corrected": "内容未变，已按 documents.csv 更正",
    "unchanged": "内容未变",
    "skipped": "已跳过",
    "failed": "没有载入",
}
MARKS = {"failed": "✗", "skipped": "-"}
COUNTED = {
    "added": "新载入",
    "added_beside": "新载入并存",
    "replaced": "取代旧内容",
    "corrected": "已更正",
    "unchanged": "未变",
    "skipped": "跳过",
    "failed": "失败",
}
BESIDE = "同单位、同年度、同类别已有另一份文件，两份都保留；如果这一份是新版，请用 mingzhang documents set {id} --supersedes 旧文件 说明"
UNRELATED = "不像部门预算或决算，只按普通文字收录"
UNIDENTIFIED = "没有认出{missing}；可用 mingzhang documents set {id} 补上"
DOUBTS = "有 {count} 处没有读好：{told}"
SUMMARY = "共 {total} 个文件：{counts}。"
INGESTING = "正在载入"
PAGE = "{name} 文字识别第 {page} 页，共 {pages} 页"
ANSWERING = "正在回答"

RECOGNIZED = "由文字识别（OCR）读出"
SUPERSEDED = "已被 {name} 取代，回答时不用"
UNKNOWN = dict.fromkeys(("organization", "year", "kind", "scope"), "未认出")
EMPTY_LIBRARY = "知识库里还没有文件；请先运行 mingzhang ingest 文件夹。"
REMOVED = "已取出“{name}”。"
CORRECTED = "已更正“{name}”：{fields}。"
SUPERSEDES_ITSELF = "一份文件不能取代它自己；--supersedes 后面要写被取代的旧文件。"
NOTHING_TO_CORRECT = "没有写要更正的内容；例如：mingzhang documents set {name} --year 2024"
REBUILDING = "正在重建"
TRAINING = "正在用已载入的文件训练"
ADAPTED = (
    "已用这些文件训练好向量模型，存在知识库文件夹的 adapted_model 里，以后的检索都用它。"
    "要改回自带的模型，删去该文件夹再运行 mingzhang rebuild。"
)
OTHER_MODEL = "现在用的是 MINGZHANG_EMBEDDING 指定的模型“{model}”；adapt 训练的是自带的模型，请先去掉这个设置。"
WHERE = "知识库：{home}；Python {python}"
LIBRARY_SIZE = "已载入 {count} 份文件。"
REBUILT = "检索索引已重建。"
HEALTHY = "没有发现问题。"
NO_PASSAGE = "没有找到相关的段落。"
NO_TABLE = "没有找到表“{table}”；请写表号、表名（或其中几个字）或序号，不写则列出全部表格。"
LEDGER_HEADER = ("表", "读出的格", "成立", "尾差", "不一致", "存疑的格")
LEFT_UNREAD = "没有读出：{place} {message}"
NOTHING_UNREAD = "没有发现未读出的地方。"
NO_TABLES = "没有表格。"
XLSX_NEEDS_FILE = "xlsx 是二进制文件，请用 --output 文件名.xlsx 指定写到哪里。"
SAME_FILE = "结果文件不能就是问题文件。"
PAGE_READY = "问答页面：http://127.0.0.1:{port} （按 Ctrl+C 结束）"
PORT_TAKEN = "端口 {port} 已被占用；请用 --port 换一个端口。"
PAGE_MISSING = "这个安装里没有问答页面（{path}）；请重新安装。"
CANNOT_READ = "打不开“{path}”：{reason}"
CANNOT_WRITE = "写不了“{path}”：{reason}"
BAD_WORDS = "“{path}”写得不对（{where}）；请照 README 中的样子改正，或先把它移走。"
BAD_LINE = "第 {number} 行没有回答：{reason}"
UNEXPECTED = "程序出错（{kind}：{error}）；请把这条信息报告给开发者。"

SOURCES = "出处"
CHOICES = "可以这样问"
WARNING = "注意：{text}"
CALCULATION = "计算：{text}"
QUOTE = "原文：{text}"
