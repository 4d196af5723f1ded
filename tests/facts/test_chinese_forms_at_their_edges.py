"""Chinese forms at their edges: boxes, columns, dates left open, money first or goods first, each with a near miss."""

from __future__ import annotations

from decimal import Decimal

import pytest
from in_chinese import names_of, read_clause
from one_clause import shown
from presign.facts.disputes import resolution
from presign.facts.parties.read import read_parties
from presign.values import Money
from written_contract import written

_SUM = Money(Decimal(7200), "CNY")


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("双方约定的争议解决机构为武汉仲裁委员会。", "arbitration"),
        ("协商不成的，可申请仲裁裁决，也可向原告所在地法院起诉。", "both"),
        ("协商不成的，向原告所在地法院起诉；此前作出的仲裁裁决书不受影响。", "court"),
    ],
)
def test_where_disputes_go_in_other_words(clause: str, value: str) -> None:
    assert read_clause("dispute.mode", clause) == value


def test_a_contract_that_goes_on_is_no_silence_about_goods() -> None:
    assert read_clause("acceptance.clause", "到期前任何一方未提出书面异议的，本合同自动续期一年。") == "absent"
    assert read_clause("acceptance.clause", "到货后三日内未提出书面异议的，视为货物合格。") is True


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("双方于每月8日前对上月数据进行核对。", True),
        ("乙方应对上月上报的设备参数逐项核对。", "absent"),
    ],
)
def test_figures_of_the_month_are_checked_together(clause: str, value: object) -> None:
    assert read_clause("payment.reconciliation_clause", clause) == value


def test_a_short_line_that_ends_open_goes_on() -> None:
    text = "销售合同\n甲方：远卓公司\n乙方：东岭公司\n协商不成的，向合同签订地有管辖权的\n人民法院提起诉讼。"
    facts = {fact.name: shown(fact) for fact in resolution.read(written(text), read_parties(written(text)))}
    assert facts["dispute.forum"] == "合同签订地有管辖权的人民法院"


@pytest.mark.parametrize(
    ("clause", "prepaid", "days"),
    [
        ("付款：甲方应在2031年5月6日前全额支付货款，先款后货。", "100", "0"),
        ("付款：甲方应在____年__月__日前付清全部货款，先款后货。", "100", "0"),
        ("付款：甲方应在{{payDate}}前支付全部货款。", "absent", "blank"),
        ("付款：合同签订后2日内款到乙方账户。", "100", "0"),
        ("付款：合同签订预付25%，余款到货后12日内付清。", "25", "12"),
        ("付款：全部货款到货后45日内付清。", "absent", "45"),
        ("付款：甲方在本合同签署后 ${days} 日内支付服务费。", "100", "blank"),
    ],
)
def test_money_first_or_goods_first(clause: str, prepaid: str, days: str) -> None:
    assert read_clause("payment.prepay_pct", clause) == prepaid
    assert read_clause("payment.net_days", clause) == days


def test_what_others_pay_ahead_is_no_share() -> None:
    clause = "付款：合同签订后甲方预付45%，验收合格后付55%。预付款高于同行（通常为20%），因产品为定制。"
    assert read_clause("payment.prepay_pct", clause) == "45"


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("乙方应按双方另行约定的方式将货物送达甲方。", "absent"),
        ("双方确认首页所列邮箱为通知送达地址，货物送达另行通知。", True),
    ],
)
def test_goods_that_arrive_are_no_notice(clause: str, value: object) -> None:
    assert read_clause("evidence.notice_clause", clause) == value


@pytest.mark.parametrize(
    ("clause", "days"),
    [
        ("甲方收到乙方产品后，如有不符，须在48小时内提出异议。", "2"),
        ("乙方产品到货后6日内，乙方应书面通知甲方验收。", "absent"),
    ],
)
def test_the_sellers_goods_are_not_the_seller(clause: str, days: str) -> None:
    assert read_clause("acceptance.period_days", clause) == days


def test_goods_count_as_good_some_days_after_they_arrive() -> None:
    assert read_clause("acceptance.deemed", "到货9日后视为验收合格。") is True
    assert read_clause("acceptance.deemed", "到货9日后安排验收，验收合格后付款。") == "absent"


@pytest.mark.parametrize(
    ("clause", "name", "value"),
    [
        ("合计人民币大写（☑13%增值税；□3%增值税）：柒仟贰佰元整", "contract.amount_words", _SUM),
        ("合计人民币大写（☑13%增值税；□3%增值税）：柒仟贰佰元整", "contract.tax_rate", "13"),
        ("开票：□13%增值税；□3%增值税", "contract.tax_rate", "blank"),
        ("总金额\n7200\n合计人民币大写：柒仟贰佰元整", "contract.amount", _SUM),
        ("总金额\n7300\n合计人民币大写：柒仟贰佰元整", "contract.amount", "absent"),
        ("□30%预付；□货到付款", "contract.tax_rate", "absent"),
        ("品名\t数量\t金额\n轴承\t3\t7200\n合计\t7200\n大写\t柒仟贰佰元整", "contract.amount", _SUM),
        ("名称\t数量\t单价（元）\t总价（元）\n轴承\t3\t2400\t7200", "contract.amount", _SUM),
        ("名称\t数量\t单价（元）\t总价（元）\n轴承\t3\t\t", "contract.amount", "blank"),
    ],
)
def test_totals_in_columns_boxes_and_words(clause: str, name: str, value: object) -> None:
    assert read_clause(name, clause) == value


def test_a_dealer_beside_who_orders_is_the_seller() -> None:
    lines = "订货单\n甲方（需方）：东岭公司\n乙方（经销商）：远卓公司\n乙方安排生产。"
    assert names_of(lines) == ("东岭公司", "远卓公司")
    lines = "经销协议\n甲方（厂家）：东岭公司\n乙方（经销商）：远卓公司\n乙方向甲方付款提货。"
    assert names_of(lines) == ("远卓公司", "东岭公司")


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (
            "购销合同\n甲方（采购方）\n名称：武汉东岭机电有限公司\n地址：汉阳\n乙方（供货方）\n公司名称：{{seller}}\n地址：宜昌",
            ("武汉东岭机电有限公司", None),
        ),
        (
            "租赁合同\n出租方[以下简称甲方]：宜昌远卓租赁有限公司\n承租方【以下简称乙方】：武汉东岭机电有限公司\n乙方按月付租金。",
            ("武汉东岭机电有限公司", "宜昌远卓租赁有限公司"),
        ),
        (
            "代购合同\n甲方：武汉东岭机电有限公司\n乙方：宜昌远卓贸易有限公司\n第一条 定义\n1. 甲方：指直接客户。\n2. 供货商：指产品的"
            "生产企业。\n甲方应向乙方付清货款。",
            ("武汉东岭机电有限公司", "宜昌远卓贸易有限公司"),
        ),
    ],
)
def test_names_below_titles_in_brackets_and_beside_definitions(
    lines: str, names: tuple[str | None, str | None]
) -> None:
    assert names_of(lines) == names


@pytest.mark.parametrize(
    ("clause", "name", "value"),
    [
        ("甲方收到其客户货款后与乙方结算货款。", "payment.back_to_back", True),
        ("付款：甲方在收到PT Sumber Logam付款后5日内向乙方支付货款。", "payment.back_to_back", True),
        ("付款：乙方收到甲方货款后5日内发货。", "payment.back_to_back", "absent"),
        ("甲方每逾期一日，乙方有权按应交款总额的0.4%收取滞纳金。", "remedy.late_fee_rate", "0.4/day"),
        ("任一方逾期履行本合同义务，逾期部分按日0.2%计算违约金。", "remedy.late_fee_rate", "0.2/day"),
        ("乙方每逾期一日交货，按货款的0.4%支付违约金。", "remedy.late_fee_present", "absent"),
        ("甲方应按月提供银行回单及对账单。", "payment.reconciliation_clause", "absent"),
        ("凭增值税专用发票（13%）转账结清。", "contract.tax_rate", "13"),
        ("合计金额\t¥ 7,200.00\n大写金额\t柒仟贰佰元整", "contract.amount_words", _SUM),
    ],
)
def test_terms_of_orders_and_leases(clause: str, name: str, value: object) -> None:
    assert read_clause(name, clause) == value


@pytest.mark.parametrize(
    ("clause", "name", "value"),
    [
        ("开发完成后6个工作日内提交成果并申请验收；甲方应在收到通知后9日内组织验收。", "acceptance.period_days", "9"),
        ("甲方应在收货后4个工作日内完成外观检查，逾期视为验收合格。", "acceptance.period_days", "4"),
        ("甲方在收货后4日内验收，不合格产品可退货。", "acceptance.period_days", "4"),
        ("逾期交货或付款，每日按合同总价的0.2%支付违约金。", "remedy.late_fee_rate", "0.2/day"),
        ("逾期交货，每日按合同总价的0.2%支付违约金。", "remedy.late_fee_present", "absent"),
        ("甲方逾期归还借款本息的，每日按借款的0.2%付违约金。", "remedy.late_fee_rate", "0.2/day"),
        ("争议由甲方所在地法院管辖。甲方放弃向任何仲裁机构申请仲裁的权利。", "dispute.mode", "court"),
        (
            "争议管辖\t乙方所在地法院\n发生争议的，由乙方所在地有管辖权的人民法院管辖。",
            "dispute.forum",
            "乙方所在地有管辖权的人民法院",
        ),
        ("争议由甲方所在地法院管辖。发生争议的，由乙方所在地法院管辖。", "dispute.forum", "contradiction"),
    ],
)
def test_terms_of_short_contracts(clause: str, name: str, value: object) -> None:
    assert read_clause(name, clause) == value


@pytest.mark.parametrize(
    ("clause", "name", "value"),
    [
        ("补货：12小时内确认订单，36小时内送达。", "evidence.notice_clause", "absent"),
        ("双方确认本合同所列邮箱可用于送达文书。", "evidence.notice_clause", True),
        ("付款：质量不合格的，甲方有权不支付任何剩余货款。", "payment.instalments", "absent"),
    ],
)
def test_words_of_arrival_and_refusal(clause: str, name: str, value: object) -> None:
    assert read_clause(name, clause) == value


def test_who_tells_the_seller_is_the_buyer() -> None:
    clause = "乙方对质量负责的期限：有质量异议的，在甲方收货后8个工作日内通知乙方。"
    assert read_clause("acceptance.period_days", clause) == "8"
    assert read_clause("acceptance.period_days", "乙方应在完工后8日内通知甲方验收。") == "absent"
