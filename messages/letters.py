"""The words that fill a letter: what is left open, the sum of the charge, what follows when nothing is paid."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "letters.blank": Entry("[to be filled in: {what}]", "【待填：{what}】"),
    "letters.what_seller": Entry("the seller's name", "卖方名称"),
    "letters.what_buyer": Entry("the buyer's name", "买方名称"),
    "letters.what_buyer_address": Entry("the buyer's address", "买方地址"),
    "letters.what_guarantor": Entry("the guarantor's name", "保证人名称"),
    "letters.what_contract_title": Entry("the contract's title", "合同名称"),
    "letters.what_contract_number": Entry("the contract's number", "合同编号"),
    "letters.what_contract_date": Entry("the day of signing", "签订日期"),
    "letters.what_price": Entry("the price", "合同总价"),
    "letters.what_account": Entry("account holder, bank and account number", "户名、开户行、账号"),
    "letters.what_owner": Entry("who answers for the collection", "回款责任人"),
    "letters.what_deadline": Entry("the day to pay by", "付款期限"),
    "letters.what_charge": Entry("the charge for late payment", "逾期付款违约金"),
    "letters.what_total": Entry("debt and charge together", "本金与违约金合计"),
    "letters.what_charge_clause": Entry("the clause on late payment", "逾期付款条款"),
    "letters.what_forum": Entry("the court or arbitral institution", "管辖法院或仲裁机构"),
    "letters.what_guarantee_clause": Entry("the clause on the guarantee", "保证条款"),
    "letters.what_guarantee_deadline": Entry("the end of the guarantee period", "保证期间届满日"),
    "letters.what_limitation": Entry("the end of the limitation period", "诉讼时效届满日"),
    "letters.instalment": Entry("no. {number}", "第{number}期"),
    "letters.instalment_retention": Entry("no. {number} (retention money)", "第{number}期（质保金）"),
    "letters.invoice": Entry("invoice {number}", "发票{number}"),
    "letters.equation": Entry("{base} × {rate}{time} = {amount}", "{base} × {rate}{time} = {amount}"),
    "letters.time_day": Entry(" × {days} days", " × {days}日"),
    "letters.time_month": Entry(" × 12 ÷ {year} × {days} days", " × 12 ÷ {year} × {days}日"),
    "letters.time_year": Entry(" ÷ {year} × {days} days", " ÷ {year} × {days}日"),
    "letters.capped": Entry(
        "{equation}, no more than the agreed {pct}%: {cap}", "{equation}，以约定上限{pct}%为限：{cap}"
    ),
    "letters.unnamed_base": Entry(
        "{equation} (the clause names no base: the overdue amount is taken)",
        "{equation}（条款未写明计算基数，按逾期金额计）",
    ),
    "letters.no_clause": Entry("nothing about a charge for late payment", "未约定逾期付款违约金"),
    "letters.uncharged_none": Entry(
        "the contract sets no charge; interest is claimed by law and has to be worked out",
        "合同未约定违约金；逾期付款损失依法主张，金额须另行计算",
    ),
    "letters.uncharged_waived": Entry(
        "the contract gives up any charge for late payment", "合同免除逾期付款责任，不计违约金"
    ),
    "letters.uncharged_rate_open": Entry(
        "the contract's rate isn't a figure; the charge has to be worked out", "合同利率不是确定数值，违约金须另行计算"
    ),
    "letters.uncharged_grace": Entry(
        "the charge begins only after some days; it has to be worked out by the clause",
        "违约金自约定宽限后起算，须按条款计算",
    ),
    "letters.uncharged_cap_open": Entry(
        "the charge has a cap whose base isn't clear; it has to be worked out", "违约金上限的基数不明，须另行计算"
    ),
    "letters.uncharged_price_open": Entry(
        "the charge is on the contract price, which isn't known", "违约金以合同总价为基数，而总价不明"
    ),
    "letters.item": Entry("({number}) {text}", "{number}. {text}"),
    "letters.clause": Entry(" (clause {clause})", "（合同{clause}）"),
    "letters.clause_number": Entry("{number}", "第{number}条"),
    "letters.then_late_charge": Entry("claim the late charge until the day of payment", "继续计收违约金至实际付清之日"),
    "letters.then_acceleration": Entry(
        "demand the rest of the price at once, as far as the conditions agreed are met",
        "在符合约定条件时要求立即付清全部剩余价款",
    ),
    "letters.then_suspension": Entry("suspend supply and services", "暂停供货和服务"),
    "letters.then_termination": Entry("terminate the contract under the conditions agreed", "依约定条件解除合同"),
    "letters.then_title": Entry("take back the goods, which are still ours", "取回所有权仍属我方的货物"),
    "letters.then_guarantor": Entry("claim on the guarantor", "向保证人主张权利"),
    "letters.then_suit": Entry("sue at {forum} and apply for preservation of assets", "向{forum}起诉并申请财产保全"),
    "letters.then_arbitration": Entry(
        "begin arbitration at {forum} and apply for preservation of assets", "向{forum}申请仲裁并申请财产保全"
    ),
    "letters.then_costs": Entry("claim the costs of collection, counsel's fees included", "主张律师费等实现债权的费用"),
    "letters.limitation_note": Entry(
        "this letter is a demand for the debt above: limitation begins anew when it arrives ({basis})",
        "本函为对上述债务的书面催告，诉讼时效自本函到达时中断并重新计算（{basis}）",
    ),
    "letters.deemed_note": Entry(
        "a statement not contested within the agreed time counts as agreed: {quote}",
        "逾期未提出异议的，依合同视为确认：{quote}",
    ),
    "letters.other_law": Entry("by the law that governs the contract", "依合同准据法"),
    "letters.evidence": Entry(
        "contract and annexes; delivery notes and receipts; acceptance certificate; invoices and proof that they arrived; "
        "statements of account; demand letters with courier receipts; bank records of what was paid",
        "合同及附件；送货单、签收单；验收单；发票及送达凭证；对账单；催款函及快递回执；已付款银行回单",
    ),
}
