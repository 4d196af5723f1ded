"""The words of `presign policy test --coverage`."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "coverage.rule": Entry("{rule}  {share} %  {shown} of {points}", "{rule}  {share}%  {points} 项中 {shown} 项"),
    "coverage.never": Entry("no example ends {verdict}", "没有结果为“{verdict}”的示例"),
    "coverage.never_assumed": Entry(
        "no example is assumed violated while a fact is missing", "没有因事实不明而按违反处理的示例"
    ),
    "coverage.never_true": Entry("no example makes it true: `{condition}`", "没有使 `{condition}` 成立的示例"),
    "coverage.never_false": Entry("no example makes it false: `{condition}`", "没有使 `{condition}` 不成立的示例"),
    "coverage.never_proven": Entry("no example proves the exception `{name}`", "没有证明例外 `{name}` 的示例"),
    "coverage.never_unproven": Entry(
        "no example is violated although there is the exception `{name}`", "没有虽有例外 `{name}` 仍属违反的示例"
    ),
    "coverage.always": Entry(
        "whatever a contract says, `{condition}` is true", "无论合同如何约定，`{condition}` 总成立"
    ),
    "coverage.always_not": Entry(
        "whatever a contract says, `{condition}` is false", "无论合同如何约定，`{condition}` 总不成立"
    ),
    "coverage.add": Entry("such an example, once you agree with its verdict:", "可补充如下示例（请先确认其结论）："),
    "coverage.none_found": Entry("no case was found that shows it", "未找到能说明这一点的情形"),
    "coverage.impossible": Entry("{gap}; no case can, so it doesn't count", "{gap}；任何情形都做不到，不计入"),
    "coverage.title_ends": Entry("is {verdict}", "结果为{verdict}"),
    "coverage.title_true": Entry("with {condition}", "{condition} 成立"),
    "coverage.title_false": Entry("without {condition}", "{condition} 不成立"),
    "coverage.title_proven": Entry("excused: {name}", "例外成立：{name}"),
    "coverage.title_unproven": Entry("not excused: {name}", "例外不成立：{name}"),
    "coverage.total": Entry(
        "the examples show {share} % of what there is to show: {shown} of {points} points of {rules} rules",
        "示例覆盖 {share}%：{rules} 条规则共 {points} 项，已覆盖 {shown} 项",
    ),
    "coverage.below": Entry("below the {least} % asked for", "低于要求的 {least}%"),
}
