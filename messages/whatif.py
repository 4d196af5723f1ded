"""`presign whatif`: the same deal on other terms."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "whatif.no_value": Entry(
        "`{setting}` sets nothing",
        "`{setting}` 未设定任何值",
        "write FACT=VALUE, such as `payment.net_days=45 days`",
        "请写 事实=值，例如 `payment.net_days=45天`",
    ),
    "whatif.no_fact": Entry(
        "there is no fact `{name}`",
        "没有事实 `{name}`",
        "`presign facts --vocabulary` lists them",
        "`presign facts --vocabulary` 可列出全部事实",
    ),
    "whatif.bad_value": Entry(
        "`{value}` isn't a value of `{name}`",
        "`{value}` 不是 `{name}` 的值",
        "write it as in a case file, with its unit: `45 days`, `30%`, `CNY 100,000`, `yes`",
        "请按案卷写法并带单位：`45天`、`30%`、`CNY 100,000`、`是`",
    ),
    "whatif.nothing": Entry(
        "nothing to change was named",
        "未指定要改动的条件",
        "give `--set FACT=VALUE`, or `--solve`",
        "请用 `--set 事实=值` 或 `--solve`",
    ),
    "whatif.changed": Entry("changed terms", "改动的条件"),
    "whatif.proposed": Entry("the least changes of terms that were found", "求得的最小条款改动"),
    "whatif.none_found": Entry(
        "no change of terms was found that would mend a violation", "没有找到能消除违反的条款改动"
    ),
    "whatif.term": Entry("{label} ({name}): {before} → {after}", "{label}（{name}）：{before} → {after}"),
    "whatif.recommendation": Entry("recommendation: {before} → {after}", "建议：{before} → {after}"),
    "whatif.peak": Entry("peak exposure: {before} → {after}", "最大敞口：{before} → {after}"),
    "whatif.days": Entry("days from delivery to cash: {before} → {after}", "自交货至回款天数：{before} → {after}"),
    "whatif.cost": Entry("cost of money: {before} → {after}", "资金成本：{before} → {after}"),
    "whatif.loss": Entry("expected loss: {before} → {after}", "预期损失：{before} → {after}"),
    "whatif.count": Entry("violated rules: {before} → {after}", "违反的规则：{before} → {after}"),
    "whatif.turned": Entry("verdicts that change", "结论有变化的规则"),
    "whatif.rule": Entry("{rule} {title}: {before} → {after}", "{rule} {title}：{before} → {after}"),
    "whatif.left": Entry("still violated, block or high", "仍违反的阻断、高级别规则"),
}
