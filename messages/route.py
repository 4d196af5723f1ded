"""`presign route`: who approves, why, and what is missing."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "route.basis": Entry(
        "{amount}{what}, {days} of credit, grade {grade}: {final} decides last",
        "{amount}{what}，账期{days}，{grade}级客户：由{final}最终审批",
    ),
    "route.with_exposure": Entry(" (with what is outstanding)", "（含现有敞口）"),
    "route.no_final": Entry(
        "the authority matrix gives no last approver: {facts} must be known",
        "授权矩阵无法确定最终审批人：须先确定 {facts}",
    ),
    "route.unknown": Entry("unknown", "不明"),
    "route.why_owner": Entry("answers for the deal", "对本单负责"),
    "route.why_credit": Entry("sold on credit", "属赊销"),
    "route.why_finance": Entry("credit sales are seen by finance", "赊销须经财务"),
    "route.why_legal_amount": Entry("from {from} on", "金额达到{from}"),
    "route.why_legal_text": Entry("not on the standard text", "非标准文本"),
    "route.why_final": Entry("decides last", "最终审批"),
    "route.why_joint": Entry("two sign from {from} on", "金额达到{from}须联签"),
    "route.stop": Entry("{number}. {role} ({why}): {state}", "{number}. {role}（{why}）：{state}"),
    "route.fault_missing": Entry("not approved yet", "尚未审批"),
    "route.fault_rejected": Entry("rejected", "已驳回"),
    "route.fault_own_deal": Entry("approved a deal of their own", "自批本人申请"),
    "route.fault_expired": Entry("the approval has expired", "审批已过期"),
    "route.fault_amount": Entry("beyond the limit of {limit}", "超出金额权限{limit}"),
    "route.fault_days": Entry("beyond the limit of {limit}", "超出账期权限{limit}"),
    "route.fault_early": Entry("approved before the reviews were in", "早于审核意见作出"),
    "route.fault_changed": Entry("void, the contract has changed since it was approved", "已失效，合同在审批后有变更"),
    "route.change": Entry("{term}: {before} → {after}", "{term}：{before} → {after}"),
    "route.change_field": Entry("{item}, {field}", "{item}{field}"),
    "route.change_item": Entry("{term}, no. {number}", "{term}，第{number}项"),
    "route.same_changes": Entry("- the same terms", "- 变更条款同上"),
    "route.more_changes": Entry("… and {count} more changed terms", "……另有 {count} 项条款变更"),
    "route.silent": Entry("not said", "未约定"),
    "route.unclear": Entry("can't be told", "无法确定"),
    "route.rules": Entry("rules on approval that are violated", "违反的审批规则"),
    "route.complete": Entry("approved by all who have to", "审批齐备"),
    "route.incomplete": Entry(
        "not to be signed yet: {count} of {all} approvals are missing or don't count",
        "暂不可签署：{all} 项审批中有 {count} 项缺失或无效",
    ),
}
