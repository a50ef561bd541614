"""All Chinese that the command `mingzhang eval` says of itself."""

from __future__ import annotations

EVAL = "评测：用有标准答案的问题检查问答程序，给出带区间的指标、与基线的比较和一页 HTML 报告。"
INIT = "从自己的文件出一份题目初稿（XLSX），人工核对后用来评测。"
RETRIEVAL = "把检索的几种做法（常规做法、仅关键词、仅向量、混合、先定文件……）在同一批题上比较，打印一张表。"
QUESTIONS = (
    "题目文件（.jsonl 或核对过的 .xlsx，可写多次）；写了就用知识库里已载入的文件来答，"
    "不写则评测虚构文件，以及旁边 ../shared 里的真实文件（如果有）"
)
SEED = "虚构文件和题目的种子；同一种子出同样的题"
SIZE = "虚构文件的多少：small 或 full"
SHARED = "真实文件和标准答案所在的文件夹"
BASELINES = "是否同时评测基线和去掉一部分的自己"
TRANSFORMS = "是否同时评测换一种说法的问题"
AGAINST = "与这次保存的结果、也与其中记着的历次最好的结果比较；有题由答对变成答错数字，或有指标掉出区间，就以状态 1 结束"
SAVE = "把结果存成 JSON，供以后比较"
HTML = "把报告写成一页 HTML"
AS_JSON = "把结果以 JSON 输出到屏幕，不打印表格"
DOCUMENTS = "自己的文件或文件夹（PDF、Word、Excel、网页、CSV、.txt、.md，凡是 mingzhang ingest 读得了的）"
OUTPUT = "写入这个 XLSX 文件"

NO_SHARED = "--shared 指的文件夹里没有真实文件和题目（documents、eval）：{folder}。请改成放着它们的文件夹，或不写这个选项。"
NOT_WITH_QUESTIONS = "写了 --questions 就用知识库里的文件来答，{option} 在这里没有作用；请去掉其中一个。"
ASKING = "正在评测"
NEEDS = "{name}：需要 {total} 份文件，已载入 {loaded} 份。"
NOTHING_LOADED = "知识库里没有文件；请先运行 mingzhang ingest 文件夹。"
WRITTEN = "已写入 {path}。"
DRAFTED = "已写入 {path}：{count} 道题的初稿。请打开它，逐行核对并在“核对”一栏写“对”，然后运行：mingzhang eval --questions {path}"
NO_QUESTIONS = "“{path}”里没有题。"
NO_CHECKED = "“{path}”里没有核对过的题（“核对”一栏写“对”的行）。"
KEPT = "这次没有通过，“{path}”保留上次的结果，没有改写。"
PASSED = "与上次相比没有变坏到不能接受的地方。"
CANNOT_WRITE = "写不了“{path}”：{reason}"
SETTINGS = {"seed": "种子", "size": "规模", "questions": "题目", "date": "日期"}
