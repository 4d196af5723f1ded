"""The deal in time: instalments, what stands open, what the money costs."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "exposure.title": Entry("the deal in time", "资金时间表"),
    "exposure.peak": Entry(
        "at most {peak} open, from {day} on; {days} from delivery to cash on average",
        "敞口最高{peak}，自{day}起；自交货至回款平均{days}",
    ),
    "exposure.peak_undated": Entry("at most {peak} open, from {day} on", "敞口最高{peak}，自{day}起"),
    "exposure.cost": Entry("the money costs {cost} at {rate} a year", "按年{rate}计，资金成本{cost}"),
    "exposure.never": Entry(
        "for {never} no day of payment can be worked out: it stays open",
        "其中{never}无法算出付款日，一直处于敞口",
    ),
    "exposure.delivery": Entry("{day} {amount}", "{day}{amount}"),
    "exposure.deliveries": Entry(
        "goods go out in parts: {parts}; payment runs from the last, unless the case says `paid_per_delivery: yes`",
        "分批交货：{parts}；付款自最后一批起算，除非案件文件写明 `paid_per_delivery: yes`",
    ),
    "exposure.deliveries_apart": Entry(
        "goods go out in parts, each paid for itself: {parts}", "分批交货、按批付款：{parts}"
    ),
    "exposure.no_plan": Entry(
        "the plan of delivery doesn't fit the price: one delivery on its last day is taken instead",
        "交货计划与合同总价不符：按最后一日一次性交货计算",
    ),
    "exposure.flow": Entry(
        "{number}. {amount}, counted from {anchor}: {when}", "{number}. {amount}，自{anchor}起算：{when}"
    ),
    "exposure.due": Entry("due {due}", "{due}到期"),
    "exposure.due_later": Entry("due {due}, to be expected {expected}", "{due}到期，预计{expected}付款"),
    "exposure.due_bill": Entry(
        "due {due}, a bill to be expected {expected}, cash {cash}", "{due}到期，预计{expected}收票，{cash}兑付"
    ),
    "exposure.no_day": Entry("no day can be worked out", "无法算出到期日"),
    "exposure.milestone": Entry("{event} {day} ({basis})", "{event}{day}（{basis}）"),
    "exposure.basis_contract": Entry("contract", "合同"),
    "exposure.basis_case": Entry("records", "档案"),
    "exposure.basis_worked_out": Entry("worked out", "推算"),
    "exposure.basis_assumed": Entry("assumed", "假定"),
    "exposure.plot": Entry(
        "what stands open between {start} and {end}, at most {peak}", "{start}至{end}的敞口，最高{peak}"
    ),
    "exposure.limit": Entry("limit {limit}", "额度{limit}"),
}
