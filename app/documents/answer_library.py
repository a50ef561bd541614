"""Questions about the library and the assistant itself, and what is no question at all."""

from __future__ import annotations

from collections.abc import Sequence

from app.answer import Answer
from app.documents.answer_nothing import exists
from app.telling.cite import document_name
from app.telling.wording import GREETING, OUT_OF_SCOPE
from ingest import late_re as re
from ingest.document import DocumentInfo

LIBRARY = re.compile(
    r"(?:有|载入|收录|加载|上传|能查|可以查|能看|包含)(?:了)?(?:哪些|什么|哪几份|几份|多少份|几个|多少个)(?:单位的|部门的)?(?:文件|文档|资料|材料|数据|报告)"
    r"|(?:哪些|什么|几份|多少份|几个|多少个)(?:单位的?|部门的?)?(?:文件|文档|资料|材料|报告)(?:可以|能|可)?(?:查|看|载入|加载|收录)"
    r"|知识库|(?:文件|文档)(?:清单|列表|目录)$|有(?:哪些|几份|多少份)(?:文件|文档|资料)"
)
OF_TABLE = re.compile(r"表(?:格)?(?:里|中|上|内)?(?:面|头|边)?(?:都|还)?(?:有|列|是)(?:了|着)?(?:没有)?(?:哪些|什么|几个|多少)")
ABILITY = re.compile(r"你(?:能|会|可以)(?:回答|做|干|查|帮)|你是(?:谁|什么)|怎么(?:用|使用)|使用说明|能问(?:什么|哪些)")
GREETINGS = re.compile(
    r"^(?:(?:你好|您好|嗨|hi|hello|早上好|下午好|晚上好|谢谢|谢了|多谢|感谢|再见|拜拜|在吗|辛苦|麻烦|行|好的?|可以|嗯+|哦+|噢|ok|知道|明白|懂|清楚|收到|了解|没事|不用|没问题)"
    r"(?:你|您|们|大家)*[了啊呀啦哈吧嘛呢!,。~\s]*)+$",
    re.IGNORECASE,
)
INJECTION = re.compile(
    r"(?:忽略|忘掉|忘记|无视)(?:以上|之前|前面|所有).{0,6}(?:指令|提示|要求|规则)"
    r"|系统提示|提示词|system prompt|ignore (?:all|the|previous)|你的(?:指令|设定)",
    re.IGNORECASE,
)
# Opinions, advice, forecasts, small talk: no document answers them, and no figure beside them does.
OF_A_PERSON = re.compile(  # what somebody in office earns, is called or can be reached by
    r"(?:[局处科厅院校县市区镇乡所站队馆]长(?![期效远廊城途江者])|书记|(?<!党组)主任|领导)(?:个人|本人)?(?:们)?(?:的)?(?:一年|每月|一个月|今年)?"
    r"(?:工资|收入|年薪|月薪|待遇|奖金|名字|是谁|叫|姓|电话|联系方式)"
    r"|一(?:个|名|位)(?:普通|新)?(?:科员|公务员|职工|员工|干部|工作人员|教师|老师|医生|辅警|人)(?:的)?(?:一年|每年|每月|一个月)?(?:的)?(?:能|可以)?(?:工资|收入|年薪|拿|挣)"
)
BEYOND = re.compile(
    r"你(?:觉得|认为|怎么看)|(?:请|帮我?|能否)?(?:预测|预计一下|估计一下)|^(?:给|提|有什么|请)?.{0,4}建议|(?:怎么|如何)(?:压缩|削减|优化|省钱)|(?:合理|值得|划算|公平)(?:吗|不|么)|该不该|好不好(?!转)"
    r"|你(?:吃|喝|睡|累|下班|高兴|开心|生气|结婚|是男|是女)|天气(?:怎么样|如何|好)|(?:讲|说)(?:个|一个)(?:笑话|故事)|^(?:帮我|请)?(?:写|作|翻译|画)(?:一[份篇首张段]|首|个)"
)


def answer_library(question: str, infos: Sequence[DocumentInfo]) -> Answer | None:
    """The list of documents, what the assistant can do, or a courteous word; None where something of the documents is asked."""
    if INJECTION.search(question):
        return Answer(status="not_found", text=f"{OUT_OF_SCOPE}{GREETING}")
    if BEYOND.search(question) and not re.search("多少|几", question):
        return Answer(status="not_found", text=f"{OUT_OF_SCOPE}{exists(infos)}")
    if OF_A_PERSON.search(question):
        return Answer(status="not_found", text=f"{OUT_OF_SCOPE}{exists(infos)}")
    if is_courtesy(question):
        return Answer(status="not_found", text=GREETING)
    if ABILITY.search(question):
        return Answer(status="answered", text=f"{GREETING}\n\n{listed(infos)}")
    return Answer(status="answered", text=listed(infos)) if LIBRARY.search(question) and not OF_TABLE.search(question) else None


def is_courtesy(question: str) -> bool:
    """Whether a message greets, thanks or says that something is understood, and asks nothing."""
    return bool(GREETINGS.match(question))


def listed(infos: Sequence[DocumentInfo]) -> str:
    """The loaded documents, a line each."""
    lines = [f"- {document_name(info)}（{info.file_name}）" for info in infos]
    return f"已载入{len(infos)}份文件：\n" + "\n".join(lines)
