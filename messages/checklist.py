"""The steps of the signing procedure."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "checklist.title": Entry(
        "signing procedure: {proven} proven, {failed} failed, {open} open",
        "签约程序：已证实 {proven} 项，未通过 {failed} 项，待办 {open} 项",
    ),
    "checklist.parties": Entry("the parties are who was approved", "当事人与获批客户一致"),
    "checklist.registration": Entry("the buyer's registration number is right", "买方统一社会信用代码无误"),
    "checklist.authority": Entry("the signatory has authority", "签字人有权签署"),
    "checklist.signatures": Entry("signatures and seals are complete", "签字盖章齐全"),
    "checklist.seal": Entry("the seal binds the company", "所用印章能约束公司"),
    "checklist.dates": Entry("signed with a date, dates in order", "签署日期完整、先后合理"),
    "checklist.blanks": Entry("no blanks are left", "没有空白待填"),
    "checklist.annexes": Entry("annexes and references are complete", "附件与引用齐全"),
    "checklist.pages": Entry("pages are held together by a seal or initials", "加盖骑缝章或逐页签字"),
    "checklist.effect": Entry("it is clear when the contract takes effect", "生效条件明确"),
    "checklist.approval": Entry("approved by those who may", "由有权人审批"),
    "checklist.order": Entry("approved before signing and sealing", "先审批、后签字用印"),
    "checklist.shipment": Entry("no shipment before signing", "签约之前未发货"),
    "checklist.status_proven": Entry("proven", "已证实"),
    "checklist.status_failed": Entry("failed", "未通过"),
    "checklist.status_open": Entry("open", "待办"),
    "checklist.nothing_shows": Entry("nothing shows it yet: {facts}", "尚无材料证明：{facts}"),
    "checklist.needs": Entry("{rules}: needs {facts}", "{rules} 待补：{facts}"),
    "checklist.agrees": Entry("the rules agree", "规则均通过"),
}
