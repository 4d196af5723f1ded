"""`presign customer`: who the customer is, grade and why, limit and days, exposure, ageing, payments."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "assessment.nobody": Entry(
        "no customer is named",
        "没有指定客户",
        "name one by registration number or exact name, or give a case file that names one",
        "请写明登记号或全称，或提供写明客户的档案文件",
    ),
    "assessment.other_case": Entry(
        "the case file is about `{case}`, not `{name}`",
        "档案文件写的是 `{case}`，不是 `{name}`",
        "take the customer's own case file, or leave `--case` away",
        "请使用该客户自己的档案文件，或不用 `--case`",
    ),
    "assessment.no_grade": Entry(
        "no grade: no score table is in force, or `grade_of_score` doesn't cover the score",
        "无法评级：没有有效的评分表，或 `grade_of_score` 未覆盖该评分",
    ),
    "assessment.title": Entry("customer file: {name}", "客户档案：{name}"),
    "assessment.computed": Entry("computed", "计算得出"),
    "assessment.from_ledger": Entry("ledger", "台账"),
    "assessment.as_of": Entry("as of {day}", "截至 {day}"),
    "assessment.day": Entry("as of", "截至"),
    "assessment.account": Entry("bank account", "开户账号"),
    "assessment.grade": Entry("grade {grade}", "{grade} 级"),
    "assessment.grade_range": Entry("grade {worst} to {best}, not settled", "{worst} 至 {best} 级，尚未确定"),
    "assessment.score": Entry("{score} of 100 points", "得分 {score}（满分 100）"),
    "assessment.score_range": Entry(
        "{low} points are certain, {high} of 100 can be reached", "已确定 {low} 分，最高可达 {high} 分（满分 100）"
    ),
    "assessment.by_score": Entry("the score alone gives {grade}", "仅按评分为 {grade}"),
    "assessment.to": Entry("{worst} to {best}", "{worst} 至 {best}"),
    "assessment.capped": Entry("{fact}: no better than {grade}", "{fact}：最高 {grade} 级"),
    "assessment.may_cap": Entry(
        "not known, and each may leave no better than {grade}: {facts}",
        "尚不明，任一项都可能使等级最高只有 {grade} 级：{facts}",
    ),
    "assessment.settle": Entry("to settle the grade, find out: {facts}", "要确定等级，须查明：{facts}"),
    "assessment.terms": Entry("proposed and on record", "建议与现行"),
    "assessment.what": Entry("what", "项目"),
    "assessment.proposed": Entry("proposed", "建议"),
    "assessment.recorded": Entry("on record", "现行"),
    "assessment.remark": Entry("remark", "说明"),
    "assessment.row_grade": Entry("grade", "等级"),
    "assessment.row_limit": Entry("credit limit", "信用额度"),
    "assessment.row_days": Entry("longest credit", "最长账期"),
    "assessment.higher": Entry("higher than proposed", "高于建议"),
    "assessment.lower": Entry("lower than proposed", "低于建议"),
    "assessment.same": Entry("as proposed", "与建议一致"),
    "assessment.expired": Entry("expired on {day}", "已于 {day} 到期"),
    "assessment.on_hold": Entry("on credit hold", "信用冻结"),
    "assessment.formula": Entry(
        "limit of grade {grade}: {sales} a month × {days} ÷ 30 × {factor} = {limit}",
        "{grade} 级额度：月均销售额 {sales} × {days} ÷ 30 × {factor} = {limit}",
    ),
    "assessment.no_limit": Entry(
        "the limit can't be worked out: {facts} must be known", "无法计算额度：须先查明 {facts}"
    ),
    "assessment.criteria": Entry("why: each criterion with its points", "评分明细"),
    "assessment.criterion": Entry("criterion", "指标"),
    "assessment.value": Entry("value", "数值"),
    "assessment.points": Entry("points", "得分"),
    "assessment.source": Entry("source", "来源"),
    "assessment.of": Entry("{points} of {maximum}", "{points} / {maximum}"),
    "assessment.of_range": Entry("{low} to {high} of {maximum}", "{low} 至 {high} / {maximum}"),
    "assessment.uncovered": Entry("no row of the table takes it", "评分表没有对应的行"),
    "assessment.knock_outs": Entry("knock-outs", "一票否决项"),
    "assessment.effect": Entry("best grade left", "可评最高等级"),
    "assessment.exposure": Entry("exposure against the limit", "敞口与额度"),
    "assessment.exposure_sum": Entry("exposure {exposure}", "敞口 {exposure}"),
    "assessment.used": Entry("{percent} of the limit of {limit}", "占额度 {limit} 的 {percent}"),
    "assessment.over": Entry("over the limit of {limit} by {over}", "超出额度 {limit} 达 {over}"),
    "assessment.curve": Entry("owed, the last 12 months", "近 12 个月应收余额"),
    "assessment.curve_says": Entry(
        "what the customer owed from {start} to {end}, {peak} at most", "{start} 至 {end} 应收余额，最高 {peak}"
    ),
    "assessment.limit_line": Entry("limit {limit}", "额度 {limit}"),
    "assessment.ageing": Entry("receivables by days past due", "应收账款账龄"),
    "assessment.bucket": Entry("days past due", "逾期天数"),
    "assessment.amount": Entry("amount", "金额"),
    "assessment.share": Entry("share", "占比"),
    "assessment.payments": Entry(
        "payments: {count} invoices, {late} of them late", "付款记录：发票 {count} 张，逾期 {late} 张"
    ),
    "assessment.latest": Entry("the latest {count} are shown", "仅列最近 {count} 张"),
    "assessment.payments_says": Entry(
        "days each invoice was paid before or after its due day, the worst {worst} late",
        "各发票付款早于或晚于到期日的天数，最长逾期 {worst}",
    ),
    "assessment.paid_late": Entry("{days} late", "逾期 {days}"),
    "assessment.paid_early": Entry("{days} early", "提前 {days}"),
    "assessment.paid_on_day": Entry("on the day", "当天付清"),
    "assessment.open_late": Entry("{open} open, {days} overdue", "未付 {open}，已逾期 {days}"),
    "assessment.open_not_due": Entry("{open} open, due in {days}", "未付 {open}，{days}后到期"),
    "assessment.disputed": Entry("in dispute", "有争议"),
    "assessment.invoice": Entry("invoice", "发票"),
    "assessment.due": Entry("due on", "到期日"),
    "assessment.paid": Entry("paid", "付款"),
    "assessment.axis_late": Entry("days late", "逾期天数"),
    "assessment.axis_due": Entry("due day", "到期日"),
    "assessment.key_paid": Entry("paid late", "逾期付清"),
    "assessment.key_early": Entry("paid in time", "按时付清"),
    "assessment.key_open": Entry("open and overdue", "逾期未付"),
    "assessment.habits": Entry("promises and returned bills", "承诺与退票"),
    "assessment.promise": Entry("promised on {made}: {amount} by {until}", "{made} 承诺：{until} 前付 {amount}"),
    "assessment.returned": Entry("a bill came back on {day}", "{day} 退票"),
    "assessment.no_payments": Entry(
        "how invoices were paid can't be told: the ledger has no invoices or no payments, or several currencies",
        "无法判断付款情况：台账中没有发票或收款，或涉及多种货币",
    ),
    "assessment.no_ledger": Entry(
        "payments and ageing stand in the ledger: name it with `--ledger`",
        "付款记录与账龄来自台账：请用 `--ledger` 指定",
    ),
}
