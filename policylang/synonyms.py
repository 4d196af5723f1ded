"""Words an author may write for a word of the language, in either language, with the word that is meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from .keywords import Keyword

MEANT = {
    "import": "use",
    "include": "use",
    "disable": "switch off",
    "deactivate": "switch off",
    "amend": "amend rule",
    "override": "amend rule",
    "change": "amend rule",
    "when": "applies when",
    "if": "applies when",
    "must": "requires",
    "require": "requires",
    "forbid": "forbids",
    "prohibits": "forbids",
    "except": "unless",
    "reason": "because",
    "for": "to",
    "above": "over",
    "below": "under",
    "else": "any",
    "otherwise": "any",
    "表": "决策表",
    "表格": "决策表",
    "判定表": "决策表",
    "引入": "引用",
    "导入": "引用",
    "包含文件": "引用",
    "禁用": "停用",
    "关闭": "停用",
    "修改": "修订 规则",
    "修订": "修订 规则",
    "调整": "修订 规则",
    "豁免": "特例",
    "例外情形": "特例",
    "原因": "因为",
    "条件": "适用于",
    "应当": "要求",
    "必须": "要求",
    "不得": "禁止",
    "除非": "例外",
    "整改": "补救",
    "严重程度": "级别",
    "风险等级": "级别",
    "高于": "超过",
    "低于": "不足",
    "至多": "不超过",
    "至少": "不低于",
    "任意": "任一",
    "其他": "任一",
    "其余": "任一",
}


def meant(written: str, words: Iterable[Keyword]) -> str:
    """The keyword among some that a word is nearest to or stands for; empty when there is none."""
    spelled = [each for word in words for each in (word.en, word.zh)]
    synonym = MEANT.get(written.lower(), "")
    if synonym in spelled:
        return synonym
    near = get_close_matches(written, spelled, n=1, cutoff=0.7)
    near = near or [each for each in spelled if each.startswith(written + " ")]
    return near[0] if near else ""
