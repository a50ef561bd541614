"""“公车这块，甲局24年花了多少”: a question that names its body behind its topic, with the body first, as most are asked."""

from __future__ import annotations

from collections.abc import Callable

from ingest import late_re as re
from retrieval.query import DocumentChoice

TOPIC = re.compile(
    r"(?P<topic>[^,?;:。\d]{2,24}?)(?:(?:的)?(?:这|那)一?(?:块儿?|项|个|笔|头|块钱|方面)|方面|的(?:事|情况|钱))?[,](?P<asked>[^;。]{6,})"
)
# What is no topic: a question, an aside on who asks, a condition, what only leads in.
NO_TOPIC = re.compile(
    r"多少|几|什么|啥|哪|谁|吗|怎|咋|为何|是不是|有没有|有无|是否|请|想|听|据|说|我|咱|你|您|问|查|帮|算|比|跟|如果|要是|已知|根据|按|照|经|看|对|关于|加|减|了$|的$|好$"
)
SCOPE_BEHIND = re.compile(  # “质保金留了多少？我说的是甲局24年预算里乙项目的”
    r"(?P<asked>[^?]{4,}?[?,])(?:我(?:问|说|指|想问|要查)的?是|(?:就是)?说的是|指的是)(?P<scope>[^,?;。]{4,})[?。]?"
)
SCOPE_BEFORE = re.compile(
    r"^(?:拿|照着?|按照?|从|就|依|翻开)(?P<scope>[^,?;]{4,40}?)(?:来说|来看|来讲|上面?写的|上面?说的|上看|里看|看)[,]"
)
REST_OPENS = re.compile(r"^(?:的|这一?[项块个笔]|那一?[项块个笔]|在这(?:上面?|方面)|为这个|为此|,)+")
BLANK = re.compile(r"[\s的]*(?=\S)")


def body_first(question: str, choose: Callable[[str], DocumentChoice]) -> str:
    """A normalised question that opens with a topic, or closes with its scope, put in the usual order; any other as it is.

    `choose` tells the documents that words speak of, and what of the words is left besides their names.
    """
    question = SCOPE_BEFORE.sub(r"\g<scope>,", question)
    if behind := SCOPE_BEHIND.fullmatch(question):
        scope, asked = behind["scope"].removesuffix("的"), behind["asked"].rstrip(",")
        return f"{scope}的{asked}" if names_body(choose(scope)) and not names_body(choose(asked)) else question
    found = TOPIC.fullmatch(question)
    if found is None or NO_TOPIC.search(found["topic"]):
        return question
    about, asked = choose(found["topic"]), found["asked"]
    chosen = choose(asked)
    if names_body(about) or about.years or about.failed or not names_body(chosen) or chosen.failed:
        return question
    named = BLANK.match(chosen.rest)
    start = named.end() if named else 0
    if not start or chosen.rest[:1].strip():
        return question
    return f"{asked[:start].removesuffix('的')}{found['topic']}{REST_OPENS.sub('', asked[start:])}"


def names_body(choice: DocumentChoice) -> bool:
    """Whether words name a body themselves."""
    return bool(choice.organizations) and "organization" not in choice.inherited
