"""What analysis finds in a policy without running it (`presign policy analyse`)."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "analysis.never_applies": Entry(
        "rule `{rule}` never applies: no deal meets its `applies when`",
        "规则 `{rule}` 永远不适用：没有交易能满足其 `适用于`",
        "change one of the conditions that can't hold together, or delete the rule",
        "修改不能同时成立的条件，或删除该规则",
    ),
    "analysis.never_violated": Entry(
        "rule `{rule}` can never be violated: whatever the deal, it is satisfied or stays undecided",
        "规则 `{rule}` 永远不会被违反：任何交易都满足它，或无法判定",
        "a rule that stops nothing controls nothing: tighten what it asks for, or delete it",
        "拦不住任何交易的规则不起控制作用：请收紧要求，或删除该规则",
    ),
    "analysis.always_violated": Entry(
        "rule `{rule}` is violated whenever it applies: no deal satisfies it",
        "规则 `{rule}` 一旦适用就必然违反：没有交易能满足它",
        "loosen what it asks for, or say in `applies when` which deals it forbids altogether",
        "请放宽要求，或在 `适用于` 中写明完全禁止哪些交易",
    ),
    "analysis.contradiction": Entry(
        "rules `{rule}` and `{other}` contradict each other: where both apply, no deal satisfies both",
        "规则 `{rule}` 与 `{other}` 互相矛盾：两者都适用时，没有交易能同时满足",
        "let one of them apply only where the other doesn't, or bring their thresholds together",
        "让其中一条只在另一条不适用时适用，或统一两者的门槛",
    ),
    "analysis.implied": Entry(
        "whenever rule `{rule}` is violated, `{other}` is violated too",
        "凡违反规则 `{rule}` 的交易，也必然违反 `{other}`",
        "keep both if they are steps of one escalation; else `{rule}` says nothing new",
        "若两者是逐级升级，可都保留；否则 `{rule}` 没有新内容",
    ),
    "analysis.same": Entry(
        "rules `{rule}` and `{other}` are violated by the same deals",
        "违反规则 `{rule}` 与违反 `{other}` 的交易完全相同",
        "keep one of them: a deal that breaks both is counted twice",
        "只保留一条：同一交易会被重复计入",
    ),
    "analysis.exception_never": Entry(
        "exception `{name}` of rule `{rule}` can never excuse a violation",
        "规则 `{rule}` 的例外 `{name}` 永远不能使违反成为例外",
        "its condition doesn't hold in any deal that violates the rule: correct it, or delete it",
        "违反该规则的交易都不满足它的条件：请更正或删除",
    ),
    "analysis.exception_always": Entry(
        "exception `{name}` of rule `{rule}` excuses every violation for which it can be decided",
        "规则 `{rule}` 的例外 `{name}` 凡能判定，总使违反成为例外",
        "an exception that always holds switches the rule off: narrow it",
        "总成立的例外等于关闭了规则：请收窄其条件",
    ),
    "analysis.exception_covered": Entry(
        "exception `{name}` of rule `{rule}` adds nothing: wherever it holds, `{other}` holds too",
        "规则 `{rule}` 的例外 `{name}` 没有作用：凡它成立时，`{other}` 也成立",
        "delete it, or make it say what `{other}` doesn't",
        "请删除，或改写为 `{other}` 未涵盖的情形",
    ),
    "analysis.period_over": Entry(
        "rule `{rule}` is no longer in force: its period ended on {end}",
        "规则 `{rule}` 已不再施行：施行期间止于 {end}",
        "prolong the period, or delete the rule",
        "请延长施行期间，或删除该规则",
    ),
    "analysis.exception_over": Entry(
        "exception `{name}` of rule `{rule}` is no longer in force: its period ended on {end}",
        "规则 `{rule}` 的例外 `{name}` 已不再施行：施行期间止于 {end}",
        "prolong the period, or delete the exception",
        "请延长施行期间，或删除该例外",
    ),
    "analysis.switch_over": Entry(
        "rule `{rule}` runs again: it was switched off until {end}",
        "规则 `{rule}` 已恢复执行：停用止于 {end}",
        "delete the `switch off`, or decide anew",
        "请删除该 `停用`，或重新决定",
    ),
    "analysis.hole": Entry(
        "`{name}` has no value from {first} to {last}: rules that use it are undecided on these days",
        "`{name}` 在 {first} 至 {last} 期间没有值：使用它的规则在这些日子无法判定",
        "let the sections follow each other without a gap",
        "让各施行期间首尾相接",
    ),
    "analysis.none_in_force": Entry(
        "`{name}` has no value on {day}, so these rules can't be decided: {rules}",
        "`{name}` 在 {day} 没有值，下列规则因此无法判定：{rules}",
        "add a section that is in force on that day",
        "请增加在该日施行的一段",
    ),
    "analysis.review_overdue": Entry(
        "`{name}` was due for review by {day}",
        "`{name}` 应在 {day} 前复核，已逾期",
        "review the value and give it a new `review by`",
        "请复核该值，并写明新的 `复核期限`",
    ),
    "analysis.unused_parameter": Entry(
        "nobody uses `{name}`",
        "没有规则使用 `{name}`",
        "use it in a rule, or delete it",
        "请在规则中使用，或删除",
    ),
    "analysis.unused_fact": Entry(
        "no rule asks about `{name}`",
        "没有规则用到事实 `{name}`",
        "use it in a rule, or delete it",
        "请在规则中使用，或删除",
    ),
    "analysis.gap": Entry(
        "`{name}` has no row for some deals: {count}",
        "`{name}` 有交易找不到对应的行：{count} 类",
        "add a row, or `any` where the column doesn't matter; until then rules are undecided for these deals",
        "请补一行，或在无关的列写 `任一`；否则规则对这些交易无法判定",
    ),
    "analysis.row_unreachable": Entry(
        "row {row} of `{name}` is never reached: the rows above it take every deal it would take",
        "`{name}` 的第 {row} 行永远不会用到：上面的行已涵盖其全部情形",
        "move the row up, or delete it",
        "请上移该行，或删除",
    ),
    "analysis.column_idle": Entry(
        "the column `{key}` of `{name}` decides nothing: the value is the same whatever stands there",
        "`{name}` 的 `{key}` 列不起作用：无论填什么，结果都一样",
        "leave the column out, or tell its rows apart",
        "请去掉该列，或让各行有所区别",
    ),
    "analysis.row_redundant": Entry(
        "row {row} of `{name}` may go: another row gives the same value for all it takes",
        "`{name}` 的第 {row} 行可以删去：其全部情形由其他行给出相同的值",
        "delete it, or change its value",
        "请删除，或修改其值",
    ),
    "analysis.example": Entry("for example:", "例如："),
    "analysis.together": Entry("can't hold together:", "不能同时成立："),
    "analysis.see": Entry("see", "参见"),
    "analysis.nothing": Entry(
        "nothing found: {rules} rules looked at as of {day} in {seconds} s",
        "未发现问题：截至 {day}，检查 {rules} 条规则，用时 {seconds} 秒",
    ),
    "analysis.found": Entry(
        "findings: {count} ({rules} rules looked at as of {day} in {seconds} s)",
        "发现 {count} 项（截至 {day}，检查 {rules} 条规则，用时 {seconds} 秒）",
    ),
    "analysis.unsure": Entry(
        "questions about sums of lists or hard arithmetic that stay open, so that nothing is said of them: {count}",
        "涉及列表合计或复杂计算、未能判明因而不作结论的问题：{count} 个",
    ),
}
