"""`presign approve`, and what is told of approvals on record."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "approved.void": Entry(
        "the approval by {person} (`{role}`, {on}) is void, the contract has changed since: {terms}",
        "{person}（`{role}`，{on}）的审批已失效，合同在审批后有变更：{terms}",
        "have the changed terms approved anew with `presign approve`, or go back to what was approved",
        "请用 `presign approve` 就变更后的条款重新审批，或恢复已批准的条款",
    ),
    "approved.untold": Entry(
        "the approval by {person} (`{role}`, {on}) is void: it was given for other terms, and which isn't on record",
        "{person}（`{role}`，{on}）的审批已失效：所批准的条款与现合同不同，差异未留存",
        "have the contract approved anew with `presign approve`, which keeps the terms",
        "请用 `presign approve` 重新审批，条款将一并留存",
    ),
    "approved.no_role": Entry(
        "an approval by {person} doesn't count: the policy has no role `{role}`",
        "{person}的审批不计入：政策中没有岗位 `{role}`",
        "correct the role where the approvals come from, and import them again",
        "请在审批来源中更正岗位后重新导入",
    ),
    "approved.recorded": Entry(
        "on record: {role} {person}, {decision}, {on}, for {contract}",
        "已登记：{role}{person}，{decision}，{on}，合同{contract}",
    ),
    "approved.terms": Entry("approved terms ({sha256}):", "所批准的条款（{sha256}）："),
    "approved.term": Entry("{term}: {value}", "{term}：{value}"),
    "approved.known": Entry(
        "this approval of the same terms is on record already: nothing was added", "同一条款的该项审批已有登记：未新增"
    ),
    "approved.bad_role": Entry("the policy has no role `{role}`: {roles}", "政策中没有岗位 `{role}`：{roles}"),
    "approved.bad_amount": Entry(
        "`{text}` isn't an amount such as `CNY 500,000`", "`{text}` 不是金额，应如 `CNY 500,000`"
    ),
    "approved.no_contract": Entry("`{path}` isn't a contract that could be approved", "`{path}` 不是可供审批的合同"),
    "approved.no_condition": Entry(
        "a conditional approval needs its condition",
        "附条件同意须写明条件",
        "give it with `--condition`",
        "请用 `--condition` 写明",
    ),
}
