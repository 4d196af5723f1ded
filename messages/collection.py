"""`presign plan` and `presign worklist`: the steps, what they rest on, the deadlines, what comes first."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "collection.no_paths": Entry(
        "no contract was named", "没有指定合同", "give files, folders or globs", "请给出文件、文件夹或通配符"
    ),
    "collection.head": Entry(
        "{customer}: ladder of grade {used}, as of {day}; working days: {calendar}",
        "{customer}：采用{used}级催款阶梯，截至{day}；工作日：{calendar}",
    ),
    "collection.somebody": Entry("customer not named", "客户名称不明"),
    "collection.grade_assumed": Entry(
        "the customer's grade isn't known: grade {used} is assumed, the strictest that buys on credit",
        "客户等级不明：按可赊销的最严等级{used}级假定",
    ),
    "collection.habit": Entry(
        "a habitual late payer ({fact} {value}, limit {limit}): the ladder of grade {used} instead of {grade}",
        "习惯性拖欠（{fact}{value}，界限{limit}）：由{grade}级改用{used}级阶梯",
    ),
    "collection.habit_ungraded": Entry(
        "a habitual late payer ({fact} {value}, limit {limit})", "习惯性拖欠（{fact}{value}，界限{limit}）"
    ),
    "collection.lead": Entry(
        "the customer's payment process takes {days}: the reminder comes that early at least",
        "客户付款流程需{days}：到期提醒至少提前这些天",
    ),
    "collection.weekdays": Entry("weekdays", "周一至周五"),
    "collection.beyond": Entry(
        "the holidays from {day} on aren't published yet: from there on only weekends are taken off",
        "{day}起的节假日安排尚未公布：此后仅扣除周末",
    ),
    "collection.law_assumed": Entry(
        "the contract names no law: Chinese law is assumed", "合同未约定准据法：按中国法假定"
    ),
    "collection.other_law": Entry(
        "not under Chinese law: limitation and the statutory periods are for counsel to say",
        "不适用中国法：诉讼时效及法定期间须由当地律师确认",
    ),
    "collection.no_schedule": Entry(
        "no price or no payment schedule that can be laid on the calendar: nothing can be dated",
        "没有价款或可排期的付款安排：无法排定催款日期",
        "say the price and each instalment with its share, event and days; open invoices of a ledger are in `presign worklist`",
        "请写明价款及各期比例、起算事件和天数；台账中的未收发票见 `presign worklist`",
    ),
    "collection.no_owner": Entry(
        "nobody answers for the collection: name one as `collect: {{owner: …}}` in the case file",
        "无回款责任人：请在案件文件中写明 `collect: {{owner: …}}`",
    ),
    "collection.ahead": Entry(
        "{number}. {amount}: before the goods go out ({when}); no money, no goods",
        "{number}. {amount}：发货前收取（{when}）；款到发货",
    ),
    "collection.nothing_on_credit": Entry(
        "nothing is sold on credit: no ladder is needed", "没有赊销的款项：无须催款阶梯"
    ),
    "collection.instalment": Entry("instalment {number}: {amount}, {when}", "第{number}期：{amount}，{when}"),
    "collection.basis_day": Entry("{when} (the day is {basis})", "{when}（日期为{basis}）"),
    "collection.retention": Entry("retention money", "质保金"),
    "collection.payable": Entry("payable until {day}, since the due day is a holiday", "到期日为休假日，顺延至{day}"),
    "collection.bill": Entry("paid by a bill that matures {day}", "以票据支付，{day}到期"),
    "collection.bill_undated": Entry("paid by a bill of unknown tenor", "以票据支付，期限不明"),
    "collection.first": Entry("first, {day}: {what}", "先决事项，{day}：{what}"),
    "collection.with_basis": Entry("{what} ({basis})", "{what}（{basis}）"),
    "collection.first_delivery": Entry(
        "have the delivery note signed by whom the contract names", "取得合同指定人员签字的送货单"
    ),
    "collection.first_receipt": Entry(
        "have the receipt of the goods signed by whom the contract names", "取得合同指定人员签字的签收单"
    ),
    "collection.first_acceptance": Entry(
        "have the acceptance certificate signed, or prove that the inspection period ran out",
        "取得验收单，或留存验收期届满的证据",
    ),
    "collection.first_invoice_date": Entry("issue the invoice and prove that it arrived", "开具发票并留存送达凭证"),
    "collection.first_invoice_receipt": Entry("send the invoice and have its receipt signed", "寄送发票并取得签收凭证"),
    "collection.first_statement": Entry("have the statement of account signed", "取得盖章确认的对账单"),
    "collection.first_bl_date": Entry("present the bill of lading and the documents", "提交提单及单据"),
    "collection.first_warranty_end": Entry(
        "have the end of the warranty confirmed: no open defect, retention released",
        "取得质保期满确认：无未决缺陷，质保金可返还",
    ),
    "collection.first_third_party_payment": Entry(
        "find out whether and when the third party has paid, and ask for payment in writing",
        "查明第三方是否及何时付款，并书面催告付款",
    ),
    "collection.first_buyer_approval": Entry(
        "ask in writing for the buyer's approval, with a day by which silence counts",
        "书面催请买方审批，并限定答复日期",
    ),
    "collection.first_audit": Entry(
        "ask in writing for the audit to be finished, with the documents handed over listed",
        "书面催请完成审计，并列明已交资料",
    ),
    "collection.first_sight": Entry("present the documents", "提示单据"),
    "collection.first_undefined": Entry(
        "agree on a day of payment in writing; failing that, demand payment within a reasonable time",
        "书面约定付款日；不成则催告在合理期限内付款",
    ),
    "collection.step": Entry("{day}  {action} ({who})", "{day}  {action}（{who}）"),
    "collection.who_channel": Entry("{owner}, {channel}", "{owner}，{channel}"),
    "collection.nobody": Entry("nobody named", "未指定责任人"),
    "collection.done": Entry("done {day}", "已于{day}完成"),
    "collection.done_by": Entry("done {day} by {who}", "{who}已于{day}完成"),
    "collection.done_note": Entry("{done}: {note}", "{done}：{note}"),
    "collection.also": Entry("{action}: {done}", "{action}：{done}"),
    "collection.passed_over": Entry("not done; a later step was", "未做，其后步骤已完成"),
    "collection.standing_overdue": Entry("overdue: not on record as done", "已过期：无完成记录"),
    "collection.standing_today": Entry("to be done today", "今日应办"),
    "collection.standing_next": Entry("comes next", "下一步"),
    "collection.step_recorded": Entry(
        "on record: {action}, {day}, {contract} instalment {number}",
        "已登记：{action}，{day}，{contract}第{number}期",
    ),
    "collection.step_known": Entry("this step is on record already: nothing was added", "该步骤已有登记：未新增"),
    "collection.bad_step": Entry("`{step}` is no step: {steps}", "`{step}` 不是催收步骤：{steps}"),
    "collection.which_instalment": Entry(
        "say for which instalment with `--instalment`: {numbers}", "请用 `--instalment` 指明期次：{numbers}"
    ),
    "collection.one_contract": Entry(
        "a step is put on record for one contract at a time", "每次只能为一份合同登记步骤"
    ),
    "collection.done_alone": Entry(
        "`--on`, `--by`, `--note`, `--instalment` and `--promised` go with `--done`",
        "`--on`、`--by`、`--note`、`--instalment`、`--promised` 须与 `--done` 同用",
    ),
    "collection.past": Entry("the day is over", "日期已过"),
    "collection.moved": Entry("moved from {planned}, not a working day", "原为{planned}，非工作日，已调整"),
    "collection.waits": Entry(
        "the ladder says {planned}; the contract gives the right only then", "阶梯为{planned}；合同约定的权利此时方产生"
    ),
    "collection.rests_on": Entry("rests on {basis}", "依据：{basis}"),
    "collection.by_arbitration": Entry("by arbitration, as agreed", "依约定为仲裁"),
    "collection.proof": Entry(
        "send it by courier with its title on the slip, and keep the receipt: only a demand that provably arrived counts",
        "以快递寄送并在面单注明函件名称，保存签收回执：可证明送达的催告方有效",
    ),
    "collection.talk": Entry("to say:", "沟通要点："),
    "collection.talk_above": Entry("to say: as above", "沟通要点：同上"),
    "collection.topic_late_charge": Entry("late payment costs a charge", "逾期须付违约金"),
    "collection.topic_acceleration": Entry("all the rest may fall due at once", "剩余价款可加速到期"),
    "collection.topic_suspension": Entry("supply may be suspended", "可暂停供货"),
    "collection.topic_termination": Entry("the contract may be ended", "可解除合同"),
    "collection.topic_title": Entry("the goods are still ours and may be taken back", "货物所有权保留，可取回"),
    "collection.topic_guarantor": Entry("the guarantor will be claimed on", "将向保证人主张"),
    "collection.topic_costs": Entry("the costs of collection are the customer's", "实现债权费用由客户承担"),
    "collection.topic_statement": Entry("a statement not contested counts as agreed", "对账单逾期未复视为确认"),
    "collection.topic_undisputed": Entry("what isn't disputed is to be paid on time", "无争议部分须按期支付"),
    "collection.topic_account": Entry("the account to pay to", "收款账户"),
    "collection.known_blockers": Entry("known to hold the customer's payment up:", "已知付款障碍："),
    "collection.history": Entry("on record: {facts}", "档案：{facts}"),
    "collection.deadline": Entry(
        "by {last}  {what}; reminder {remind} ({basis})", "最迟{last}  {what}；提醒日{remind}（{basis}）"
    ),
    "collection.by_contract": Entry("contract", "合同约定"),
    "collection.by_statute": Entry(
        "the contract's period is missing or void, six months by law", "合同未有效约定期间，依法为六个月"
    ),
    "collection.end_guarantee_claim": Entry(
        "claim on the guarantor in writing, within the guarantee period", "保证期间内书面向保证人主张"
    ),
    "collection.end_guarantee_suit": Entry(
        "sue the debtor within the guarantee period, or the general guarantee is gone",
        "保证期间内对债务人起诉或仲裁，否则一般保证人免责",
    ),
    "collection.end_bank_guarantee": Entry("claim under the bank guarantee before it expires", "保函到期前索偿"),
    "collection.end_limitation": Entry(
        "limitation runs out unless a demand that provably arrived began it anew",
        "诉讼时效届满，除非已有可证明送达的催告使其中断",
    ),
    "collection.end_bill_acceptance": Entry(
        "present the bill for acceptance, if it isn't accepted yet", "尚未承兑的，提示承兑"
    ),
    "collection.end_bill_presentment": Entry("present the bill for payment", "提示付款"),
    "collection.end_bill_recourse": Entry(
        "recourse against endorsers, six months from the dishonour", "对前手追索，自被拒付之日起六个月内"
    ),
    "collection.late_step": Entry(
        "too late: {action} is planned for {day}, the right ends {last}: take the step before",
        "过晚：{action}排在{day}，而权利于{last}消灭：须提前",
    ),
    "collection.late_missing": Entry(
        "no step before {last}: the ladder has no {action}, which that deadline needs",
        "{last}前无对应步骤：阶梯中没有该期限所需的{action}",
    ),
    "collection.run_out": Entry("run out on {last}", "已于{last}届满"),
    "collection.left_out": Entry("left out: {action}, {why}", "不采用：{action}，{why}"),
    "collection.why_no_suspension": Entry(
        "the contract gives no right to suspend; only the defences of the law are left: later performance may wait for "
        "what is due first, or stop on firm proof that the customer can't pay, with notice at once",
        "合同未约定暂停供货权；仅可依法抗辩：先到期款项未付可拒绝后续履行，或有确切证据证明客户丧失履约能力并立即通知",
    ),
    "collection.why_suspension_unknown": Entry(
        "whether the contract gives a right to suspend isn't clear", "合同是否约定暂停供货权不明"
    ),
    "collection.why_no_guarantee": Entry("there is no guarantor", "没有保证人"),
    "collection.why_guarantee_unknown": Entry("whether there is a guarantee isn't clear", "是否有保证不明"),
    "collection.why_general_guarantee": Entry(
        "the guarantee is general: the debtor has to be sued and enforced against first",
        "为一般保证：须先对债务人起诉并强制执行",
    ),
    "collection.why_no_bill": Entry("no bill is given in payment", "未以票据支付"),
    "collection.why_bill_undated": Entry("the bill's maturity isn't known", "票据到期日不明"),
    "collection.statute": Entry("{title} art. {parts}", "{title}第{parts}条"),
    "collection.to_be_confirmed": Entry("{part} (to be confirmed)", "{part}（待核实）"),
    "collection.sound": Entry("every step has its day and its owner", "各步骤均有日期和责任人"),
    "collection.open": Entry("the plan has gaps: see the lines with !", "计划存在缺口：见标 ! 的各行"),
    "collection.calendar_name": Entry("collection {contract}", "回款计划 {contract}"),
    "collection.event": Entry("{action}: {customer}, {amount}", "{action}：{customer}，{amount}"),
    "collection.event_what": Entry("{contract}, instalment {number}, due {due}", "{contract}，第{number}期，{due}到期"),
    "collection.no_due": Entry("no day yet", "尚无到期日"),
    "collection.action_first": Entry("bring about", "落实先决事项"),
    "collection.letters_written": Entry(
        "letters written: {count}, in `{folder}`", "已生成函件 {count} 份，位于 `{folder}`"
    ),
    "collection.templates_written": Entry("templates written to `{folder}`", "模板已写入 `{folder}`"),
    "collection.cannot_write": Entry("`{path}` can't be written: {why}", "无法写入 `{path}`：{why}"),
    "collection.template_missing": Entry(
        "`{path}` holds no template: name files KIND.LANGUAGE.docx, one of {names}",
        "`{path}` 中没有模板：文件名应为 种类.语言.docx，可用 {names}",
        "`presign plan --write-templates FOLDER` writes the shipped ones to start from",
        "`presign plan --write-templates 文件夹` 可导出内置模板供修改",
    ),
    "collection.template_broken": Entry(
        "`{path}` isn't a Word document that can be read", "`{path}` 不是可读取的 Word 文档"
    ),
    "collection.template_placeholder": Entry(
        "`{path}` has a placeholder nobody fills: `{name}`",
        "`{path}` 含无法填写的占位符：`{name}`",
        "known are {known}",
        "可用的有 {known}",
    ),
    "collection.work_title": Entry("to be done by {day}", "截至{day}待办"),
    "collection.work_nothing": Entry("nothing is to be done", "没有待办事项"),
    "collection.work_customer": Entry(
        "{customer}: {amount}, {days} late at most", "{customer}：{amount}，最长逾期{days}"
    ),
    "collection.work_not_late": Entry("{customer}: {amount}, nothing overdue", "{customer}：{amount}，无逾期"),
    "collection.work_line": Entry(
        "{action} {day} ({state}): {what}, {amount}, {lateness}; {who}",
        "{action} {day}（{state}）：{what}，{amount}，{lateness}；{who}",
    ),
    "collection.work_what": Entry("{contract} instalment {number}", "{contract}第{number}期"),
    "collection.work_invoice": Entry("invoice {number}", "发票{number}"),
    "collection.state_today": Entry("today", "今日"),
    "collection.state_overdue": Entry("overdue", "已过期"),
    "collection.state_deadline": Entry("deadline", "法定或约定期限"),
    "collection.state_next": Entry("next step", "下一步"),
    "collection.state_end": Entry("end of the ladder, nothing further is planned", "阶梯已走完，无后续步骤"),
    "collection.work_done": Entry("done: {steps}", "已完成：{steps}"),
    "collection.work_step": Entry("{action} {done}", "{action}（{done}）"),
    "collection.work_broken": Entry("promises broken in 12 months: {count}", "近12个月承诺未付次数：{count}"),
    "collection.state_gone": Entry("run out", "已届满"),
    "collection.lateness": Entry("{days} late", "逾期{days}"),
    "collection.not_due": Entry("due {day}", "{day}到期"),
    "collection.before": Entry("before that, if not done: {actions}", "此前如未做：{actions}"),
    "collection.disputed": Entry(
        "in dispute: settle that first, and ask for the part that isn't disputed",
        "存在争议：先解决争议，并催收无争议部分",
    ),
    "collection.nothing_open": Entry(
        "the ledger has nothing open of this customer: paid, or not invoiced", "台账中该客户无未收款：已付或尚未开票"
    ),
    "collection.work_held": Entry(
        "invoices without a contract at hand: no stop of supply, no claim on a guarantor, no recourse on a bill",
        "仅有发票而未提供合同：不列停止供货、向保证人主张及票据追索",
    ),
    "collection.column_customer": Entry("customer", "客户"),
    "collection.column_what": Entry("what for", "事项"),
    "collection.column_due": Entry("due", "到期日"),
    "collection.column_days_late": Entry("days late", "逾期天数"),
    "collection.column_amount": Entry("amount", "金额"),
    "collection.column_currency": Entry("currency", "币种"),
    "collection.column_action": Entry("action", "动作"),
    "collection.column_day": Entry("day of the step", "步骤日期"),
    "collection.column_state": Entry("state", "状态"),
    "collection.column_owner": Entry("owner", "责任人"),
    "collection.column_note": Entry("note", "备注"),
    "collection.column_path": Entry("contract file", "合同文件"),
    "collection.case_missing": Entry(
        "`{path}` has no case file `{case}`: judged without", "`{path}` 没有对应的案件文件 `{case}`：未使用案件文件"
    ),
}
