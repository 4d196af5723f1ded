"""General clauses of a contract as yes/no facts, and its vague words."""

from __future__ import annotations

from collections.abc import Iterable

from .. import regexes as re
from ..fact import Fact, absent, stated
from ..finding import clause
from ..roles import Parties
from ..text import Text
from ..vocabulary import words

_PRECEDENCE = re.compile(
    r"(?:不一致|冲突|矛盾|歧义|抵触)[^。;\n]{0,24}以(?!中文|英文)[^。;\n]{1,30}为准|(?:优先|解释)顺序"
    r"|以[^。;\n]{1,16}为准,?但[^。;\n]{1,20}以[^。;\n]{1,16}为准|(?i:order of precedence|(?:inconsisten"
    r"|conflict)[^.;\n]{0,120}(?:shall |will )?(?:prevail|control|govern|take precedence))"
)
_ENTIRE = re.compile(
    r"(?:完整|全部|整体)(?:的)?(?:协议|合意|约定|合同)|(?:取代|替代|代替)[^。;\n]{0,16}(?:此前|之前|以前"
    r"|先前)|(?:此前|之前|以前)[^。;\n]{0,30}(?:均?(?:作为|归于|告)?(?:无效|作废|失效)|以本(?:合同"
    r"|协议)为准)|签订前达成[^。;\n]{0,60}以本(?:合同|协议)为准"
    r"|(?i:entire (?:agreement|understanding|contract)|supersedes? (?:all|any)|whole agreement)"
)
_WRITTEN = re.compile(
    r"(?:合同|协议|条款|内容|订单|未尽事宜)[^。;\n]{0,24}(?:变更|修改|修订|补充|更改"
    r"|增加)[^。;\n]{0,40}(?:书面|补充协议|补充合同)|(?:变更|修改|修订|更改)[^。;\n]{0,10}(?:本|合同"
    r"|协议)[^。;\n]{0,40}(?:书面|补充协议)|(?:书面|补充协议)[^。;\n]{0,24}(?:变更|修改"
    r"|修订)[^。;\n]{0,12}(?:合同|协议|条款)"
    r"|(?:变更|修改|解除)[^。;\n]{0,40}(?:达成|签订|签署)书面(?:协议|补充)|(?:修改"
    r"|变更)[^。;\n]{0,60}(?:书面|经双方签字)[^。;\n]{0,14}(?:有效|生效|认可)"
    r"|书面[^。;\n]{0,12}认可[^。;\n]{0,12}合同的?修改"
    r"|(?i:(?:agreement|contract|order|terms?)\b[^.;\n]{0,80}\b(?:amended|modified|varied|changed"
    r"|altered)\b[^.;\n]{0,120}(?:writing|written|signed by)"
    r"|\b(?:no|any|all|an)?\s*(?:amendments?|modifications?|variations?|additions?|changes to (?:this"
    r"|the) \w+)\b[^.;\n]{0,140}(?:in writing|written|signed by))"
)
_EXTERNAL = re.compile(
    r"(?:经|报|待|获得?|取得)[^。;\n]{0,24}(?:董事会|股东会|上级|主管部门|主管机关|政府|财政|机关|业主"
    r"|建设单位|总部|集团|甲方|买方|需方)[^。;\n]{0,14}(?:批准|审批|核准|备案|同意|签证"
    r"|鉴证)[^。;\n]{0,14}(?:之日|后|方|起)[^。;\n]{0,6}生效|自[^。;\n]{0,24}(?:机关"
    r"|部门)[^。;\n]{0,8}(?:签证|鉴证|批准|备案)之日起生效"
    r"|(?i:(?:subject to|conditional (?:up)?on|effective (?:only )?(?:upon|after))[^.;\n]{0,60}(?:approval"
    r"|consent) (?:of|by)[^.;\n]{0,40}(?:board|authorit|government|owner|third party|shareholders))"
)


def read_clauses(text: Text, parties: Parties) -> Iterable[Fact]:
    """Counterparty's terms, order of documents, entire agreement, written form, outside conditions, vague words."""
    buyer = parties.buyer
    incorporated = re.compile(
        rf"{buyer}(?:的|方)?[^。;\n]{{0,12}}(?:通用条款|标准条款|采购条款|一般条款|采购通则|供应商(?:手册"
        rf"|行为准则)|格式条款|管理(?:制度|办法|规定))[^。;\n]{{0,40}}(?:组成部分|适用|遵守|遵照|约束|附件)"
        rf"|(?:遵守|遵照|执行|适用){buyer}[^。;\n]{{0,16}}(?:通用条款|采购条款|供应商手册|管理(?:制度|办法"
        rf"|规定)|规章制度)"
        rf"|{buyer}(?:'s)?\s+(?i:(?:standard|general|purchasing"
        rf"|purchase order)?\s*terms(?: and conditions)?)[^.;\n]{{0,80}}(?i:apply|incorporated|form part"
        rf"|govern)"
    )
    denied = re.compile(r"不适用|不构成|不得|无效|排除|(?i:\bno terms\b|shall not apply|not apply|excluded|rejected)")
    yield clause("contract.counterparty_terms_incorporated", text, incorporated, denied)
    yield clause("contract.precedence_clause", text, _PRECEDENCE)
    yield clause("contract.entire_agreement", text, _ENTIRE)
    yield clause("contract.amendment_in_writing", text, _WRITTEN)
    yield clause("contract.effective_condition_external", text, _EXTERNAL)
    yield _vague(text)


def _vague(text: Text) -> Fact:
    """`contract.vague_terms`: words that fix no time, sum or duty, each once."""
    name = "contract.vague_terms"
    found: dict[str, tuple[int, int]] = {}
    vocabulary = words("vague", "zh") + words("vague", "en")
    for word in vocabulary:
        pattern = rf"(?i:\b{re.escape(word)}\b)" if word.isascii() else re.escape(word)
        if match := re.search(pattern, text.text):
            found[word] = match.span()
    if not found:
        return absent(name)
    places = sorted(found.items(), key=lambda item: item[1])
    evidence = [item for _, span in places for item in text.evidence(*_sentence(text, span), name)]
    return stated(name, tuple(word for word, _ in places), *evidence)


def _sentence(text: Text, span: tuple[int, int]) -> tuple[int, int]:
    sentence = text.sentence_at(span[0])
    return max(sentence.start, span[0] - 40), min(sentence.end, span[1] + 40)
