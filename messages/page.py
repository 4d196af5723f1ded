"""The words of the HTML pages: facts beside the contract, and the report of a check."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "page.facts_title": Entry("facts read from {name}", "{name} 的合同要素"),
    "page.facts_of_many": Entry("facts read from {count} documents", "{count} 份文件的合同要素"),
    "page.skip": Entry("skip to the facts", "跳到合同要素"),
    "page.contract": Entry("the contract", "合同原文"),
    "page.facts": Entry("facts", "合同要素"),
    "page.unknown": Entry("unknown, with the reason", "不明及其原因"),
    "page.silent": Entry("the contract is silent on", "合同未载明"),
    "page.not_read": Entry("not read", "未能读取"),
    "page.to_words": Entry("to the words", "查看原文"),
    "page.hidden": Entry("hidden from the reader of the document", "文件中不可见的文字"),
    "page.made": Entry(
        "made by Presign {version} from a file with the SHA-256 {digest}",
        "由 Presign {version} 根据 SHA-256 为 {digest} 的文件生成",
    ),
    # the report of a check
    "page.report_title": Entry("check of {name}", "{name} 审查报告"),
    "page.report_of_many": Entry("check of {count} documents", "{count} 份文件审查报告"),
    "page.skip_findings": Entry("skip to the findings", "跳到发现的问题"),
    "page.kind": Entry("read as", "识别为"),
    "page.buyer": Entry("buyer", "买方"),
    "page.seller": Entry("seller", "卖方"),
    "page.as_of": Entry("judged as of", "截至日期"),
    "page.money": Entry("what it may cost", "可能的损失"),
    "page.compared": Entry("what was compared", "比对的数据"),
    "page.open": Entry("undecided: who can answer", "无法判定：谁能补充"),
    "page.ask_contract": Entry(
        "the contract has to say it: ask the other side or amend", "须由合同载明：与对方确认或修改合同"
    ),
    "page.ask_case": Entry("the company's records say it: put it into the case file", "公司档案可查：补入案卷"),
    "page.ask_derived": Entry("follows once what it is worked out from is known", "补齐推算所需的事实后即可得出"),
    "page.parameters": Entry("thresholds used", "所用阈值"),
    "page.parameter": Entry("threshold", "阈值"),
    "page.value": Entry("value on the day", "当日取值"),
    "page.source": Entry("source", "出处"),
    "page.packs": Entry("policies loaded", "所载规则包"),
    "page.pack": Entry("pack", "规则包"),
    "page.jurisdiction": Entry("jurisdiction", "法域"),
    # groups of facts
    "page.group_contract": Entry("contract", "合同"),
    "page.group_party": Entry("parties", "当事人"),
    "page.group_sign": Entry("signing", "签署"),
    "page.group_payment": Entry("payment", "付款"),
    "page.group_security": Entry("security", "担保"),
    "page.group_remedy": Entry("remedies", "违约救济"),
    "page.group_acceptance": Entry("acceptance", "验收"),
    "page.group_aftersales": Entry("after-sales", "售后"),
    "page.group_delivery": Entry("delivery", "交付"),
    "page.group_dispute": Entry("disputes", "争议解决"),
    "page.group_evidence": Entry("evidence", "证据"),
}
