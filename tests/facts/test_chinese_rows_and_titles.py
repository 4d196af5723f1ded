"""Chinese parties told by who lets the work out or stands in the next cell, and terms told by rows and titles."""

from __future__ import annotations

from decimal import Decimal

import pytest
from in_chinese import names_of, read_clause
from presign.values import Money


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        # Beside a 分包人 the 承包人 lets the work out; beside an 发包人 it does the work.
        (
            "专业分包合同\n承包人：北岭建设有限公司\n分包人：南岭机电有限公司",
            ("北岭建设有限公司", "南岭机电有限公司"),
        ),
        (
            "施工合同\n发包人：东岭置业有限公司\n承包人：北岭建设有限公司",
            ("东岭置业有限公司", "北岭建设有限公司"),
        ),
        # The label has its colon and the name a cell of its own.
        (
            "购销合同\n甲方（供货方）：\t东岭电子有限公司\t合同编号：\t7\n乙方（订货方）：\t西岭商贸有限公司\t签订地点：\t西岭",
            ("西岭商贸有限公司", "东岭电子有限公司"),
        ),
        ("购销合同\n供方：\t需方：\n地址：\t地址：", (None, None)),
        # What each side does, where no word for it is found.
        (
            "设备合同\n甲方：东岭置业有限公司\n乙方：南岭机电有限公司\n乙方迟延交付每日支付合同价0.3%违约金。",
            ("东岭置业有限公司", "南岭机电有限公司"),
        ),
        (
            "物资合同\n甲方：东岭置业有限公司\n乙方：南岭机电有限公司\n运输：乙方负责运输\n验收：按国家标准及甲方要求验收",
            ("东岭置业有限公司", "南岭机电有限公司"),
        ),
        (
            "开发合同\n甲方：东岭置业有限公司\n乙方：南岭软件有限公司\n乙方负责为甲方开发阅读应用。",
            ("东岭置业有限公司", "南岭软件有限公司"),
        ),
        (
            "许可合同\n甲方：东岭置业有限公司\n乙方：南岭软件有限公司\n乙方授权甲方使用识别组件。",
            ("东岭置业有限公司", "南岭软件有限公司"),
        ),
        # The label of the next field, or the side's letter behind the name, is no part of the name.
        ("购销合同\n供方：合同编号：\n需方：签订地点：\n供方：南岭软件有限公司", (None, "南岭软件有限公司")),
        (
            "采购合同\n采购人（全称）：东岭区教育局（甲方）\n供应商（全称）：南岭软件有限公司（乙方）",
            ("东岭区教育局", "南岭软件有限公司"),
        ),
        (
            "销售合同\n甲方：东岭置业有限公司\n乙方：南岭软件有限公司\n甲方需在5日之内预付20%的定金。",
            ("东岭置业有限公司", "南岭软件有限公司"),
        ),
        (
            "购销合同\n供方__南岭软件有限公司____\n需方__东岭置业有限公司____",
            ("东岭置业有限公司", "南岭软件有限公司"),
        ),
        # Who lends a brand may be the buyer of what is made under it.
        (
            "加工合同\n甲方：东岭置业有限公司\n乙方：南岭软件有限公司\n甲方授权乙方使用甲方商标。",
            (None, None),
        ),
        (
            "勘察合同\n发包人：东岭置业有限公司\n勘察人：南岭勘测有限公司",
            ("东岭置业有限公司", "南岭勘测有限公司"),
        ),
    ],
)
def test_the_two_sides(lines: str, names: tuple[str | None, str | None]) -> None:
    assert names_of(lines) == names


@pytest.mark.parametrize(
    ("clause", "name", "value"),
    [
        ("违约情形\t违约金\n逾期付款\t每日0.2%\n逾期交货\t每日0.4%", "remedy.late_fee_rate", "0.2/day"),
        ("违约情形\t违约金\n逾期交货\t每日0.4%", "remedy.late_fee_present", "absent"),
        ("甲方每推迟 一 天付款，应向乙方支付 0.2 %的滞纳金。", "remedy.late_fee_rate", "0.2/day"),
        ("乙方延误工期的，每延误一天支付违约金4000元。", "remedy.late_fee_present", "absent"),
        ("甲方拖欠记账费20天以上的，乙方可停止提供服务。", "remedy.suspend_right", True),
        (
            "甲方未按合同规定时间拨付勘察费，每超过一日，应偿付未付勘察费的2%逾期违约金。",
            "remedy.late_fee_rate",
            "2/day",
        ),
        ("许可费总额人民币7万元，签订后一次性支付。", "contract.amount", Money(Decimal(70000), "CNY")),
        ("付款：本工程不设预付款，验收合格后支付合同价的90%。", "payment.prepay_pct", "0"),
        ("甲方应于签订之日起2日内按总金额的15%给付履约保证金。", "security.deposit_word", "baozhengjin"),
        ("乙方应于签订之日起2日内按总金额的15%给付履约保证金。", "security.deposit_word", "absent"),
        ("甲方应在验收后2日内退还乙方支付的履约保证金。", "security.deposit_word", "absent"),
        ("乙方进场前，甲方向乙方收取保证金5000元。", "security.deposit_word", "absent"),
        (
            "签订后甲方支付货款的25%作为定金；验收后支付货款的95%扣除已付定金后的余款。",
            "security.deposit_pct",
            "25",
        ),
        ("第八条预付款、货款结算及支付方式", "security.deposit_word", "absent"),
        ("甲方提供月结账单供乙方审核。", "payment.reconciliation_clause", True),
        ("甲方应在3个工作日内完成对月结费用的核对和确认。", "acceptance.period_days", "not_applicable"),
        ("甲方逾期不付货款，乙方有权收利息（月息利息金按2%利率计算）。", "remedy.late_fee_rate", "2/month"),
        ("甲方不按合同规定支付货款，按银行的贷款利率偿付给乙方。", "remedy.late_fee_present", True),
        ("本次开发的总费用为人民币____元。", "contract.amount", "blank"),
        ("11. 通知与送达\n（此处空白）\n12. 附则", "evidence.notice_clause", "absent"),
        ("11. 通知与送达\n通知应以书面形式作出。", "evidence.notice_clause", True),
        ("付款：收货且检验合格后30天以6个月承兑汇票方式支付货款。", "payment.bill_tenor_months", "6"),
        ("付款期限：收货且检验合格后30天以6个月承兑汇票方式支付货款。", "payment.bill_tenor_months", "6"),
        ("付款：货款未清或支票未过户前，货物属于乙方。", "payment.methods", "absent"),
        ("3.1 预付款\n合同签订后7日内，甲方支付合同总价的20%。", "security.deposit_pct", "20"),
        ("3.1 预付款\n质量保证期内扣留合同总价的5%。", "security.deposit_pct", "unclear"),
        ("付款：合同签订且进场后支付10%预付款。", "payment.prepay_pct", "10"),
    ],
)
def test_rows_titles_and_days(clause: str, name: str, value: object) -> None:
    assert read_clause(name, clause) == value
