"""The Chinese of the page for staff."""

from __future__ import annotations

PASSWORD, ENTER, LEAVE = "管理密码", "进入", "退出管理"
WRONG_PASSWORD = "密码不对。"
STAFF_UPLOAD, STAFF_DOCUMENTS, STAFF_FEEDBACK, STAFF_WORDS = "载入文件", "更正与取出", "反馈与未答", "用语"

UPLOAD = "选择文件"
UPLOAD_NOTE = "可以一次选多份：{types}。同一内容再载入不会重复；同名文件的新内容取代旧的。"
TAKE_IN = "载入 {count} 份文件"
TAKING_IN = "正在载入：{name}（{done}/{total}）"
TAKEN_AS = "认作“{document}”"

CORRECT_NOTE = "类别写“预算”或“决算”，范围写“部门”或“单位”；取代一栏写旧文件的编号或文件名。网址、公布日期和取代可以清空。"
SAVE, SAVED = "保存更正", "已更正：{document}。"
SURE_TO_REMOVE = "确定要把《{document}》从知识库取出"
REMOVE, REMOVED = "取出这份文件", "已取出：{document}。"

MARKED_WRONG, REFUSED, MARKED_HELPFUL = "说有误的", "没有答出的", "说有用的"
NO_FEEDBACK, NOTHING_TO_SETTLE = "还没有反馈，也没有未答的问题。", "没有待处理的。"
WITH_SETTLED = "连已处理的一起看"
VISITOR_SAYS, ASKED_BEFORE, RIGHT_ANSWER = "访客说：", "此前问过：", "正确答案"
RIGHT_ANSWER_HINT = "正确答案（如 12.50万元；文件里没有就写“{nothing}”；不写则不用于评测）"
SETTLE, FORGET = "已处理", "删除"
EXPORT_NOTE = "有正确答案的 {count} 条可以导出为评测题目，用 mingzhang eval --questions 评测。"
EXPORT_QUESTIONS, QUESTIONS_FILE = "导出评测题目", "反馈题目.jsonl"

SYNONYM, ALIAS, FIXED_ANSWER = "近义说法", "单位别名", "固定答案"
WORD_FIELDS = {
    "synonym": {"asked": "大家怎么问", "names": "文件里怎么写"},
    "alias": {"asked": "别名", "organization": "单位正式名称", "from": "从哪一年起", "until": "到哪一年为止"},
    "answer": {"questions": "哪些问法", "text": "答案", "organization": "只限哪个单位", "source": "依据"},
}
WORDS_NEEDED = {"synonym": ("asked", "names"), "alias": ("asked", "organization"), "answer": ("questions", "text")}
WORD_NOTES = {
    "synonym": "几种说法用顿号或逗号隔开；文件里的写法把最可能的放在前面。",
    "alias": "几个别名用顿号或逗号隔开；机构改革前后含义不同的别名写明年份，不写则不限。",
    "answer": "几种问法用顿号或逗号隔开；问题去掉单位和年度后与其中一种相同，就照写的回答。",
}
ADD, ADDED, DELETE = "添加", "已添加，再提问时采用。", "删除"
UNKNOWN_BODY = "不过知识库里没有“{name}”的文件，请核对单位名称。"
FIELDS_MISSING = "还没有写：{names}。"
YEAR_WANTED = "年份要写四位数字。"
BAD_FILE = "{path} 的写法有错，请先用 mingzhang doctor 查看并改正。"
