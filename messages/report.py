"""The words of reports."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    # places
    "report.page": Entry("page {page}", "第{page}页"),
    "report.clause": Entry("clause {clause}", "条款{clause}"),
    "report.cell": Entry("table {table} row {row} column {column}", "表{table}第{row}行第{column}列"),
    "report.line": Entry("line {line}", "第{line}行"),
    "report.paragraph": Entry("paragraph {paragraph}", "第{paragraph}段"),
    "report.comma": Entry(", ", "，"),
    "report.part_header": Entry("header", "页眉"),
    "report.part_footer": Entry("footer", "页脚"),
    "report.part_footnote": Entry("footnote", "脚注"),
    "report.part_endnote": Entry("endnote", "尾注"),
    "report.part_text_box": Entry("text box", "文本框"),
    "report.part_comment": Entry("comment", "批注"),
    # blocks
    "report.kind_heading": Entry("heading", "标题"),
    "report.kind_cell": Entry("cell", "单元格"),
    "report.kind_furniture": Entry("running head or foot", "页眉页脚"),
    "report.hidden": Entry("partly hidden", "含隐藏文字"),
    "report.changed": Entry("tracked change", "含修订"),
    "report.recognised": Entry("read by OCR, {percent} %", "文字识别，置信度 {percent}%"),
    # states
    "report.state_stated": Entry("stated", "已载明"),
    "report.state_absent": Entry("absent", "未载明"),
    "report.state_unknown": Entry("unknown", "不明"),
    "report.state_not_applicable": Entry("not applicable", "不适用"),
    "report.reason_blank": Entry("left blank", "留空"),
    "report.reason_contradiction": Entry("the contract contradicts itself", "前后矛盾"),
    "report.reason_unreadable": Entry("a part of the document can't be read", "文件有无法读取的部分"),
    "report.reason_unclear": Entry("the words fix no value", "用语不能确定数值"),
    "report.reason_not_computable": Entry("can't be computed", "无法计算"),
    "report.reason_no_reader": Entry("nothing reads it yet", "尚无读取方法"),
    "report.reason_no_record": Entry("no record was given", "未提供档案"),
    # yes/no fields of an instalment
    "report.field_cumulative": Entry("cumulative", "累计"),
    "report.field_balance": Entry("balance", "余款"),
    "report.field_retention": Entry("retention", "质保金"),
    "report.field_prepay": Entry("in advance", "预付"),
    "report.field_back_to_back": Entry("pay-when-paid", "背靠背"),
    "report.field_buyer_controlled": Entry("in the buyer's hands", "买方控制"),
    # severities and verdicts
    "report.severity_block": Entry("block", "阻断"),
    "report.severity_high": Entry("high", "高"),
    "report.severity_medium": Entry("medium", "中"),
    "report.severity_low": Entry("low", "低"),
    "report.verdict_violated": Entry("violated", "违反"),
    "report.verdict_satisfied": Entry("satisfied", "满足"),
    "report.verdict_not_applicable": Entry("not applicable", "不适用"),
    "report.verdict_undecided": Entry("undecided", "无法判定"),
    "report.verdict_excepted": Entry("excepted", "例外成立"),
    "report.verdict_waived": Entry("waived", "已豁免"),
    "report.verdict_error": Entry("error", "出错"),
    # blockers
    "report.blocker_weak_control": Entry("weak internal control", "组织内控乏力"),
    "report.blocker_collection_skill": Entry("lack of sales and collection skill", "销售能力缺失"),
    "report.blocker_arbitrary_credit": Entry("arbitrary credit", "赊欠随意性强"),
    "report.blocker_process_mismatch": Entry("customer's payment process out of step", "客户付款流程不同步"),
    "report.blocker_weak_trust": Entry("weak brand pull and trust", "缺乏品牌感召力"),
    "report.blocker_uniform_dunning": Entry("one dunning strategy for all customers", "不同客户催款策略不一"),
    # the text report
    "report.read_as": Entry(
        "read as: {kind}; buyer: {buyer}; seller: {seller}; judged as of {as_of}",
        "识别为：{kind}；买方：{buyer}；卖方：{seller}；截至日期：{as_of}",
    ),
    "report.kind_sale": Entry("sale", "买卖合同"),
    "report.kind_framework": Entry("framework agreement", "框架合同"),
    "report.kind_service": Entry("service contract", "服务合同"),
    "report.kind_works": Entry("works contract", "工程合同"),
    "report.kind_lease": Entry("lease", "租赁合同"),
    "report.kind_loan": Entry("loan", "借款合同"),
    "report.kind_processing": Entry("processing contract", "承揽合同"),
    "report.kind_other": Entry("other contract", "其他合同"),
    "report.kind_not_a_contract": Entry("not a contract", "不是合同"),
    "report.not_a_contract": Entry(
        "this document isn't a contract: nothing is called missing in it",
        "此文件不是合同，不报告缺失条款",
    ),
    "report.findings": Entry("findings: {count}", "发现问题：{count} 项"),
    "report.no_findings": Entry("no finding", "未发现问题"),
    "report.quote": Entry("quote", "原文"),
    "report.why": Entry("why it loses money", "为何亏钱"),
    "report.remedy": Entry("what to do", "如何补救"),
    "report.prefer": Entry("write instead", "建议条款"),
    "report.basis": Entry("authority", "依据"),
    "report.unproven": Entry("exception not proven", "例外未证明"),
    "report.assumed": Entry("assumed violated until decided by", "在以下事实查明前按违反处理"),
    "report.from_record": Entry("record {origin}", "档案 {origin}"),
    "report.undecided": Entry("undecided: {count}", "无法判定：{count} 项"),
    "report.decides": Entry("{fact} ({name}): {why} → {rules}", "{fact}（{name}）：{why} → {rules}"),
    "report.rule_error": Entry(
        "{rule} couldn't be judged: {facts} has a value of another type", "{rule} 无法判断：{facts} 的值类型不符"
    ),
    "report.excepted": Entry("excused: {count}", "例外成立：{count} 项"),
    "report.switched_off": Entry("switched off by the company: {count}", "公司停用的规则：{count} 条"),
    "report.packs": Entry("rule packs", "规则包"),
    "report.pack_ran": Entry("ran: {packs}", "已运行：{packs}"),
    "report.pack_idle": Entry("did not run: {packs} ({why})", "未运行：{packs}（{why}）"),
    "report.pack_any_law": Entry("holds under any law", "不限法域"),
    "report.pack_its_law": Entry("the contract is governed by its law", "合同适用该法域法律"),
    "report.pack_chinese_text": Entry("the text is Chinese and names no law", "中文合同且未约定准据法"),
    "report.pack_unsure": Entry("the contract contradicts itself about the law", "合同对准据法约定矛盾"),
    "report.pack_other_law": Entry("another law governs the contract", "合同适用其他法律"),
    "report.pack_not_in_force": Entry("not in force on the day of the check", "检查基准日尚未施行或已失效"),
    "report.pack_no_law": Entry(
        "the contract names no law; `--policy` runs packs by name", "合同未约定准据法；可用 `--policy` 指定规则包"
    ),
    "report.blockers": Entry("by cause", "按成因"),
    "report.blocker_line": Entry(
        "{blocker}: {violated} violated, {undecided} undecided, worst {worst}",
        "{blocker}：违反 {violated} 项，无法判定 {undecided} 项，最高级别 {worst}",
    ),
    "report.blocker_clear": Entry(
        "{blocker}: nothing violated, {undecided} undecided", "{blocker}：无违反，无法判定 {undecided} 项"
    ),
    "report.gaps": Entry("not read: nothing that needs it is called absent", "未能读取的部分；相关内容不报告缺失"),
    "report.total": Entry(
        "{documents} documents checked with {rules} rules, {unreadable} not readable: {violated} violated, "
        "{undecided} undecided, {excepted} excused",
        "以 {rules} 条规则检查了 {documents} 份文件，{unreadable} 份无法读取：违反 {violated} 项，"
        "无法判定 {undecided} 项，例外成立 {excepted} 项",
    ),
    "report.examples": Entry("{passed} of {count} examples as expected", "{count} 个示例中 {passed} 个符合预期"),
    "report.example_failed": Entry(
        "example `{title}` of {rule}: {what} is {got}, expected {wanted}",
        "{rule} 的示例 `{title}`：{what} 为 {got}，预期 {wanted}",
    ),
    "report.unknown": Entry("unknown", "不明"),
    "report.yes": Entry("yes", "是"),
    "report.no": Entry("no", "否"),
    "report.facts_head": Entry("facts: {stated} stated of {count}", "事实：{count} 项中 {stated} 项已载明"),
}
