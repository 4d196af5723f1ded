"""The words of `presign policy mutate`."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "mutation.subject": Entry(
        "{name}  {share} %  {noticed} of {counted} changes noticed",
        "{name}  {share}%  {counted} 处改动发现 {noticed} 处",
    ),
    "mutation.change": Entry("`{before}` becomes `{after}`", "`{before}` 改为 `{after}`"),
    "mutation.left_out": Entry("`{before}` is left out", "删去 `{before}`"),
    "mutation.add": Entry(
        "an example that notices it, once you agree with its verdict:", "可发现此改动的示例（请先确认其结论）："
    ),
    "mutation.again": Entry("noticed by the example `{title}` above", "上文示例 `{title}` 可发现"),
    "mutation.untold": Entry(
        "no case was found that tells the two apart: probably they say the same", "未找到能区分两者的情形，二者可能等价"
    ),
    "mutation.title": Entry("{what}: {where}", "{what}：{where}"),
    "mutation.pack": Entry(
        "{pack}: {share} %, {noticed} of {counted} noticed", "{pack}：{share}%，{counted} 处发现 {noticed} 处"
    ),
    "mutation.parameters": Entry("parameters", "参数"),
    "mutation.total": Entry(
        "the examples notice {noticed} of {counted} changes, {share} %; {equivalent} more change nothing, "
        "for {untold} no case was found",
        "{counted} 处改动中示例发现 {noticed} 处，占 {share}%；另有 {equivalent} 处并不改变结论，{untold} 处未找到可区分的情形",
    ),
    "mutation.below": Entry("below the {least} % asked for", "低于要求的 {least}%"),
    "mutation.failing": Entry(
        "{count} examples don't come out as expected and notice nothing",
        "{count} 个示例不符合预期，未计入",
        "run `presign policy test` and mend them first",
        "请先运行 `presign policy test` 并修正",
    ),
    "mutation.no_rule": Entry(
        "there is no rule `{rule}` here", "此处没有规则 `{rule}`", "the rules are: {rules}", "规则有：{rules}"
    ),
    # what is changed
    "mutation.boundary": Entry("bound taken or left out", "边界取舍"),
    "mutation.inverted": Entry("comparison turned round", "比较反向"),
    "mutation.nudged": Entry("value moved by one unit", "数值移动一个单位"),
    "mutation.scaled": Entry("value moved by a tenth", "数值移动一成"),
    "mutation.joined": Entry("and, or exchanged", "且、或互换"),
    "mutation.negated": Entry("a not more or less", "增减“非”"),
    "mutation.dropped": Entry("part left out", "删去一部分"),
    "mutation.exception": Entry("exception left out", "删去例外"),
    "mutation.applies": Entry("scope left out", "删去适用条件"),
    "mutation.member": Entry("member left out", "删去一个选项"),
    "mutation.state": Entry("state exchanged", "状态互换"),
    "mutation.demand": Entry("requires, forbids exchanged", "要求、禁止互换"),
    "mutation.quantifier": Entry("any, all exchanged", "任一、全部互换"),
    "mutation.fold": Entry("max, min exchanged", "最大、最小互换"),
    "mutation.arithmetic": Entry("plus, minus exchanged", "加减互换"),
    "mutation.rows": Entry("rows exchanged", "相邻行互换"),
    "mutation.period": Entry("start moved by a day", "起始日移动一天"),
    "mutation.undecided": Entry("undecided taken otherwise", "无法判定时的处理互换"),
}
