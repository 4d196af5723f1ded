"""The words of the language in both spellings: one table, from which lexer, printer and messages are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Keyword:
    """A terminal of the grammar with its two spellings; `value` tells apart words that share a terminal."""

    terminal: str
    en: str
    zh: str
    value: str = ""

    def spelled(self, language: str) -> str:
        """The word in a language."""
        return self.zh if language == "zh" else self.en


DECLARATIONS = (
    Keyword("POLICY", "policy", "政策"),
    Keyword("USE", "use", "引用"),
    Keyword("SCALE", "scale", "等级"),
    Keyword("KINDS", "kinds", "种类"),
    Keyword("RECORD", "record", "记录"),
    Keyword("FACT", "fact", "事实"),
    Keyword("PARAMETER", "parameter", "参数"),
    Keyword("TABLE", "table", "决策表"),
    Keyword("RULE", "rule", "规则"),
    Keyword("EXCEPTION", "exception", "特例"),
    Keyword("AMEND_PARAMETER", "amend parameter", "修订 参数"),
    Keyword("AMEND_RULE", "amend rule", "修订 规则"),
    Keyword("SWITCH_OFF", "switch off", "停用"),
    Keyword("EXAMPLE", "example", "示例"),
)

CLAUSES = (
    Keyword("VERSION", "version", "版本"),
    Keyword("OWNER", "owner", "负责人"),
    Keyword("SOURCE", "source", "出处"),
    Keyword("JURISDICTION", "jurisdiction", "法域"),
    Keyword("SIDE", "side", "立场"),
    Keyword("CALENDAR", "calendar", "日历"),
    Keyword("LABEL", "label", "名称"),
    Keyword("ALIAS", "alias", "别名"),
    Keyword("FROM", "from", "来自"),
    Keyword("READ", "read", "读作"),
    Keyword("BY", "by", "按"),
    Keyword("HIT", "hit", "命中"),
    Keyword("TO", "to", "针对"),
    Keyword("WHEN", "when", "当"),
    Keyword("BECAUSE", "because", "因为"),
    Keyword("IN_FORCE_FROM", "in force from", "施行 自"),
    Keyword("IN_FORCE_UNTIL", "in force until", "施行 至"),
    Keyword("UNTIL", "until", "至"),
    Keyword("REVIEW_BY", "review by", "复核期限"),
    Keyword("SEVERITY", "severity", "级别"),
    Keyword("BLOCKER", "blocker", "卡点"),
    Keyword("COUNTERMEASURE", "countermeasure", "对策"),
    Keyword("STAGE", "stage", "阶段"),
    Keyword("APPLIES", "applies when", "适用于"),
    Keyword("REQUIRES", "requires", "要求"),
    Keyword("FORBIDS", "forbids", "禁止"),
    Keyword("UNLESS", "unless", "例外"),
    Keyword("UNDECIDED", "when undecided", "无法判定时"),
    Keyword("MESSAGE", "message", "提示"),
    Keyword("WHY", "why", "理由"),
    Keyword("REMEDY", "remedy", "补救"),
    Keyword("AVOID", "clause avoid", "避免条款"),
    Keyword("PREFER", "clause prefer", "建议条款"),
    Keyword("BASIS", "basis", "依据"),
    Keyword("GIVEN", "given", "给定"),
    Keyword("TEXT", "text", "文本"),
    Keyword("AS_OF", "as of", "截至"),
    Keyword("EXPECT", "expect", "预期"),
    Keyword("EN", "en", "英"),
    Keyword("ZH", "zh", "中"),
)

OPERATORS = (
    Keyword("AND", "and", "且"),
    Keyword("OR", "or", "或"),
    Keyword("NOT", "not", "非"),
    Keyword("ANY", "any", "任一"),
    Keyword("ALL", "all", "全部"),
    # one Chinese word for two English ones: which is meant is told by where it stands
    Keyword("BELONGS", "属于", "属于", "one of"),
    Keyword("IN", "in", "属于"),
    Keyword("WHERE", "where", "满足"),
    Keyword("CONTAINS", "contains", "包含"),
    Keyword("ONE_OF", "is one of", "属于", "one of"),
    Keyword("ONE_OF", "is not one of", "不属于", "not one of"),
    Keyword("STATE", "is stated", "已载明", "stated"),
    Keyword("STATE", "is not stated", "并非 已载明", "not stated"),
    Keyword("STATE", "is absent", "未载明", "absent"),
    Keyword("STATE", "is not absent", "并非 未载明", "not absent"),
    Keyword("STATE", "is unknown", "不明", "unknown"),
    Keyword("STATE", "is not unknown", "并非 不明", "not unknown"),
    Keyword("STATE", "is not applicable", "不适用", "inapplicable"),
    Keyword("STATE", "is not not applicable", "并非 不适用", "not inapplicable"),
    Keyword("STATE", "is present", "存在", "present"),
    Keyword("STATE", "is not present", "不存在", "not present"),
    Keyword("STATE", "is yes", "为是", "yes"),
    Keyword("STATE", "is not yes", "并非 为是", "not yes"),
    Keyword("STATE", "is no", "为否", "no"),
    Keyword("STATE", "is not no", "并非 为否", "not no"),
    Keyword("FOLD", "count of", "计数", "count"),
    Keyword("FOLD", "sum of", "合计", "sum"),
    Keyword("FOLD", "max of", "最大", "max"),
    Keyword("FOLD", "min of", "最小", "min"),
    Keyword("UP_TO", "up to", "不超过"),
    Keyword("ABOVE", "over", "超过"),
    Keyword("BELOW", "under", "不足"),
    Keyword("AT_LEAST", "at least", "不低于"),
    Keyword("YES_NO", "yes", "是", "yes"),
    Keyword("YES_NO", "no", "否", "no"),
    Keyword("NOT_APPLICABLE", "not applicable", "不适用", "not_applicable"),
)

TYPES = (
    Keyword("TYPE", "money", "金额", "money"),
    Keyword("TYPE", "percent", "百分比", "percent"),
    Keyword("TYPE", "rate", "费率", "rate"),
    Keyword("TYPE", "hours", "小时", "hours"),
    Keyword("TYPE", "days", "天", "days"),
    Keyword("TYPE", "working days", "工作日", "working days"),
    Keyword("TYPE", "months", "月", "months"),
    Keyword("TYPE", "years", "年", "years"),
    Keyword("TYPE", "number", "数", "number"),
    Keyword("TYPE", "date", "日期", "date"),
    Keyword("TYPE", "yes/no", "是否", "yes/no"),
    Keyword("LIST_OF", "list of", "列表"),
)
"""`text` is a type too, but shares its word with the clause of an example."""

TYPE_NAMES = {spelling: word.value for word in TYPES if word.value for spelling in (word.en, word.zh)}
TYPE_NAMES |= {"text": "text", "文本": "text"}
"""The built-in types by their names in both languages."""

KEYWORDS = (*DECLARATIONS, *CLAUSES, *OPERATORS, *TYPES)

PUNCTUATION = {
    "=": "EQ",
    "!=": "NE",
    "≠": "NE",
    "<": "LT",
    "<=": "LE",
    "≤": "LE",
    ">": "GT",
    ">=": "GE",
    "≥": "GE",
    "+": "PLUS",
    "-": "MINUS",
    "−": "MINUS",
    "*": "TIMES",
    "×": "TIMES",
    "/": "OVER",
    "÷": "OVER",
    "(": "LPAR",
    ")": "RPAR",
    "[": "LSQB",
    "]": "RSQB",
    ":": "COLON",
    ",": "COMMA",
    "|": "BAR",
    "=>": "ARROW",
}

# Words that are only looked at in one clause; the key is the English word (the value in the checked program).
WORDS: dict[str, dict[str, str]] = {
    "severity": {"block": "阻断", "high": "高", "medium": "中", "low": "低"},
    "blocker": {
        "weak_control": "内控乏力",
        "collection_skill": "销售能力缺失",
        "arbitrary_credit": "赊欠随意",
        "process_mismatch": "流程不同步",
        "weak_trust": "缺乏感召力",
        "uniform_dunning": "催款单一",
    },
    "stage": {
        "template": "模板",
        "draft": "起草",
        "for_approval": "送审",
        "for_signing": "待签",
        "signed": "已签",
    },
    "side": {"seller": "卖方", "buyer": "买方", "both": "双方"},
    "from": {"contract": "合同", "case": "档案", "derived": "推算"},
    "undecided": {"review": "复核", "violated": "违反"},
    "hit": {"unique": "唯一", "first": "首行"},
    "verdict": {
        "violated": "违反",
        "satisfied": "满足",
        "undecided": "无法判定",
        "not_applicable": "不适用",
        "excepted": "例外成立",
    },
}

TABLES = {
    "SEVERITY": "severity",
    "BLOCKER": "blocker",
    "STAGE": "stage",
    "SIDE": "side",
    "FROM": "from",
    "UNDECIDED": "undecided",
    "HIT": "hit",
}
"""Which of these tables a clause's words are looked up in."""

_BY_TERMINAL = {(word.terminal, word.value): word for word in KEYWORDS}


def spell(terminal: str, language: str, value: str = "") -> str:
    """A keyword as it is written in a language."""
    return _BY_TERMINAL[terminal, value].spelled(language)


def spell_word(clause: str, word: str, language: str) -> str:
    """A word of one clause (`high`, `weak_control`) as it is written in a language."""
    if language == "zh":
        return WORDS[clause].get(word, word)
    return word.replace("_", " ") if clause == "verdict" else word


def word_of(clause: str, written: str) -> str | None:
    """The word a clause's text stands for, in either spelling."""
    table = WORDS[clause]
    if written in table:
        return written
    return next((en for en, zh in table.items() if zh == written), None)


def lookup(words: Iterable[Keyword] = KEYWORDS) -> dict[str, Keyword]:
    """Keywords by their spelling in both languages. Where two share a Chinese word, the first counts."""
    found: dict[str, Keyword] = {}
    for word in words:
        found.setdefault(word.en, word)
        found.setdefault(word.zh, word)
    return found
