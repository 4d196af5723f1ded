"""The recommendation, the causes and the expected loss."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "decision.recommended": Entry("recommendation: {advice}; {ground}", "建议：{advice}；{ground}"),
    "decision.do_not_sign": Entry("do not sign", "不要签署"),
    "decision.sign_after_changes": Entry("sign after changes", "修改后再签署"),
    "decision.sign": Entry("sign", "可以签署"),
    "decision.blocked": Entry("forbidden by {rules}", "触犯禁止事项 {rules}"),
    "decision.not_judged": Entry("not everything could be read or judged", "有内容未能读取或无法判定"),
    "decision.not_judged_rules": Entry("not to be judged: {rules}", "无法判定：{rules}"),
    "decision.violated": Entry("violated: {rules}", "违反：{rules}"),
    "decision.open": Entry("undecided: {rules}", "尚未判定：{rules}"),
    "decision.clear": Entry("nothing above low is violated or open", "没有“低”以上的违反或未决事项"),
    "decision.with_waivers": Entry("{ground}; waived: {rules}", "{ground}；已豁免：{rules}"),
    "decision.and_more": Entry("{rules} and {count} more", "{rules} 等另{count}项"),
    "decision.causes": Entry("where the money is at risk", "风险主要来自"),
    "decision.cause": Entry(
        "{blocker}, score {score} ({count} violated): {title}: {message}",
        "{blocker}，{score}分（违反{count}项）：{title}，{message}",
    ),
    "decision.loss": Entry(
        "expected loss: {loss} = {probability} probability of default ({grade}) × {exposure} {basis} × {uncovered} {cover}",
        "预期损失：{loss} ＝ 违约概率{probability}（{grade}）× {basis}{exposure} × {cover}{uncovered}",
    ),
    "decision.grade": Entry("grade {grade}", "{grade}级客户"),
    "decision.grade_unknown": Entry("grade not given: best to worst", "未给客户等级，按最好至最差"),
    "decision.range": Entry("{low} to {high}", "{low}至{high}"),
    "decision.peak": Entry("peak exposure", "最大敞口"),
    "decision.price": Entry("price, taken as the exposure", "以合同价款作敞口"),
    "decision.unsecured": Entry("unsecured", "未担保比例"),
    "decision.cover_unknown": Entry("unsecured, as no security is known", "未知有担保，未担保比例按"),
    "decision.no_loss_exposure": Entry(
        "expected loss: can't be computed, the contract states no price and the case no amount",
        "预期损失：无法计算，合同未载明价款，案卷也未给金额",
    ),
    "decision.no_loss_parameter": Entry(
        "expected loss: can't be computed, no parameter `default_probability` fits",
        "预期损失：无法计算，没有适用的参数 `default_probability`",
    ),
}
