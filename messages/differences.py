"""Two versions of a policy compared (`presign policy diff`)."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "diff.title": Entry(
        "what changed from {old} to {new}, judged as of {day}", "从 {old} 到 {new} 的变化（截至 {day}）"
    ),
    "diff.nothing": Entry(
        "no difference: both versions have the same rules, parameters and words",
        "没有差异：两个版本的规则、参数和词汇相同",
    ),
    "diff.rules": Entry("rules", "规则"),
    "diff.parameters": Entry("parameters and tables", "参数与决策表"),
    "diff.vocabulary": Entry("facts and types", "事实与类型"),
    "diff.added": Entry("new", "新增"),
    "diff.removed": Entry("removed", "删除"),
    "diff.changed": Entry("changed", "变更"),
    "diff.apart": Entry("judged differently", "判定不同"),
    "diff.same": Entry("judged as before", "判定不变"),
    "diff.unsure": Entry("perhaps judged differently", "判定可能不同"),
    "diff.none": Entry("none", "无"),
    "diff.uses": Entry("uses {names}, which changed", "所用 {names} 已变更"),
    "diff.used_by": Entry("rules that use it: {names}", "使用它的规则：{names}"),
    "diff.used_by_nobody": Entry("no rule uses it", "没有规则使用"),
    "diff.deal": Entry(
        "one deal the two versions judge differently: before {before}, now {after}",
        "两个版本判定不同的一笔交易：此前 {before}，现在 {after}",
    ),
    "diff.flags": Entry("one deal it now judges: {after}", "它现在判定的一笔交易：{after}"),
    "diff.flagged": Entry("one deal it judged until now: {before}", "它此前判定的一笔交易：{before}"),
    "diff.proven": Entry("no deal can tell the two versions apart", "没有任何交易能使两个版本的判定不同"),
    "diff.not_proven": Entry(
        "no deal was found that the two versions judge differently (not proven)", "未找到判定不同的交易（未经证明）"
    ),
    "diff.example_title": Entry("since the change: {verdict}", "变更后：{verdict}"),
    "diff.example_title_removed": Entry("until now: {verdict}", "此前：{verdict}"),
    "diff.summary": Entry(
        "rules: {added} new, {removed} removed, {apart} judged differently, {unsure} perhaps, {same} changed but judged as before",
        "规则：新增 {added}，删除 {removed}，判定不同 {apart}，可能不同 {unsure}，有变更但判定不变 {same}",
    ),
    "diff.section": Entry("in force from {start}", "施行 自 {start}"),
    "diff.keys": Entry("now chosen by {after}, before by {before}", "现按 {after} 取值，此前按 {before}"),
    "diff.dates": Entry("its dates: before {before}; now {after}", "施行期间：此前 {before}；现在 {after}"),
    "diff.hit": Entry("hit policy: before {before}, now {after}", "命中方式：此前 {before}，现在 {after}"),
}
