"""Chinese terms as print templates, platforms and forms write them, each beside the near miss that says something else."""

from __future__ import annotations

from functools import partial

import pytest
from in_chinese import names_of, read_clause
from one_clause import facts_of, shown
from presign.facts.contract import price, sign_date
from presign.facts.normalise import normalise
from presign.facts.parties.read import read_parties
from presign.facts.payment import facts as payment
from presign.facts.roles import Role
from presign.values import Money, Quantity, Record
from written_contract import written

_period = partial(read_clause, "acceptance.period_days")
_deemed = partial(read_clause, "acceptance.deemed")
_setoff = partial(read_clause, "payment.setoff_by_buyer")
_statements = partial(read_clause, "payment.reconciliation_clause")
_costs = partial(read_clause, "remedy.cost_recovery")


@pytest.mark.parametrize(
    ("clause", "days"),
    [
        ("甲方应在乙方送达测试版本后八（8）个工作日内完成验收。", "8"),
        ("自乙方移交设备之日起6日内，甲方未提出异议的，即为合格。", "6"),
        ("提出异议期限为二十日。", "20"),
        ("乙方应在甲方提出异议后4日内答复并派人检验。", "absent"),
        ("乙方应在甲方付款后9日内开具发票。", "not_applicable"),
    ],
)
def test_who_acts_inside_an_event_has_no_time_to_inspect(clause: str, days: str) -> None:
    assert _period(clause) == days


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("逾期未就到货质量书面反映的，视为甲方放弃提出异议的权利。", True),
        ("超过约定时间未到场提货，视为甲方放弃该批货物。", "absent"),
    ],
)
def test_giving_up_the_complaint_is_accepting(clause: str, value: object) -> None:
    assert _deemed(clause) == value


def test_an_inspection_that_is_a_premise_of_payment_is_one() -> None:
    assert read_clause("acceptance.clause", "货款在整批货物经甲方抽检合格的前提下于月底支付。") is True


@pytest.mark.parametrize(
    ("clause", "months"),
    [
        ("乙方自上线合格之日起提供9个月的免费运维。", "9"),
        ("免费运维期：自终验合格之日起九（9）个月。", "9"),
        ("乙方提供 [N] 个月免费维护期，期满另行收费。", "blank"),
        ("运维服务期为9个月，服务费按季支付。", "absent"),
    ],
)
def test_upkeep_free_of_charge_is_a_warranty(clause: str, months: str) -> None:
    assert read_clause("aftersales.warranty_months", clause) == months


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("迟延供货一周以上的，甲方将扣该批货款的5%。", True),
        ("未按约到场的，每次扣减服务费300元。", True),
        ("推广补贴按含税销售额的1%计算，由甲方自应付货款中直接扣除。", True),
        ("每次折扣后的货款由甲方于月底支付。", "absent"),
    ],
)
def test_what_the_buyer_keeps_back(clause: str, value: object) -> None:
    assert _setoff(clause) == value


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("甲方每月6日前出具销售明细表，双方核对无误后，乙方开票。", True),
        ("甲方应于每月9日前把结算账单交由乙方核对。", True),
        ("双方核对数量无误后签收。", "absent"),
        ("开发范围包括：客户管理、订单管理、对账结算、报表中心等模块。", "absent"),
    ],
)
def test_statements_that_both_check(clause: str, value: object) -> None:
    assert _statements(clause) == value


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("违约方还应承担守约方主张权利而支出的全部开支，包括调查、公证、律师代理等开支。", True),
        ("任何一方违反约定的，应赔偿对方的损失，包括直接损失、可得利益以及为维权付出的律师费、差旅费。", True),
        ("违约一方应赔偿对方的直接损失、守约方在履行后可以获得的利益、为减少损失而支出的合理开支及律师费。", True),
        ("任何一方违反保密义务的，应赔偿对方的直接损失。", "absent"),
    ],
)
def test_costs_of_pursuing_a_claim(clause: str, value: object) -> None:
    assert _costs(clause) == value


@pytest.mark.parametrize(
    ("clause", "rate"),
    [
        ("甲方应在收货后25日内完成付款，逾期按日万分之四计收违约金。", "0.04/day"),
        ("甲方不按期交纳服务费，每逾期一日按欠费的2‰支付违约金。", "0.2/day"),
        ("乙方应在25日内交货，逾期按日万分之四计收违约金。", "absent"),
    ],
)
def test_late_payment_without_its_usual_words(clause: str, rate: str) -> None:
    assert read_clause("remedy.late_fee_rate", clause) == rate


def test_what_follows_a_default_behind_a_semicolon_belongs_to_it() -> None:
    clause = "甲方逾期付款，须按合同金额6%支付违约金；且乙方有权单方面解除本合同。"
    assert read_clause("remedy.termination_for_nonpayment", clause) is True
    other = "甲方逾期收货，须承担仓储费；且甲方有权解除本合同。"
    assert read_clause("remedy.termination_for_nonpayment", other) == "absent"


@pytest.mark.parametrize(
    ("clause", "methods"),
    [
        ("付款方式：银行转账或某某商城平台支付。", ("transfer", "other")),
        ("付款方式：银行转账。", ("transfer",)),
    ],
)
def test_a_platform_is_another_method(clause: str, methods: tuple[str, ...]) -> None:
    assert read_clause("payment.methods", clause) == methods


@pytest.mark.parametrize(
    ("clause", "tenor"),
    [
        ("货款以3个月内到期的银行承兑汇票支付。", "3"),
        ("货款以电汇支付，3个月内付清。", "absent"),
    ],
)
def test_a_bill_by_when_it_falls_due(clause: str, tenor: str) -> None:
    assert read_clause("payment.bill_tenor_months", clause) == tenor


def _instalments(clause: str) -> list[tuple[str, str]]:
    fact = facts_of(payment.read, clause)["payment.instalments"]
    assert isinstance(fact.value, tuple)
    rows = [one for one in fact.value if isinstance(one, Record)]
    shares = [one.get("pct") for one in rows]
    assert all(isinstance(share, Quantity) for share in shares)
    return [
        (str(share.amount), str(one.get("anchor")))
        for share, one in zip(shares, rows, strict=True)
        if isinstance(share, Quantity)
    ]


def test_a_half_and_a_third_are_shares() -> None:
    clause = "合同签订后8日内支付合同总价的一半，设备验收合格后8日内支付剩余一半。"
    assert _instalments(clause) == [("50", "sign"), ("50", "acceptance")]
    clause = "合同签订后8日内支付总价的三分之一，设备验收合格后8日内支付总价的三分之二。"
    assert [pct for pct, _ in _instalments(clause)] == ["33.33", "66.67"]


def test_retention_that_the_warranty_clause_says_again_is_kept_once() -> None:
    clause = (
        "第三条 付款：预付款20%、到货款50%、验收款25%、质保金5%。\n"
        "第五条 质保：质保期18个月，质保金为合同总价的5%，质保期满无质量问题后7日内无息支付。"
    )
    facts = facts_of(payment.read, clause)
    assert shown(facts["payment.retention_pct"]) == "5"
    assert shown(facts["payment.retention_months"]) == "18"
    assert [pct for pct, _ in _instalments(clause)] == ["20", "50", "25", "5"]


def test_how_a_fee_is_worked_out_leaves_no_share_open() -> None:
    clause = (
        "2.1 管理费按施工费的 ___% 计算。\n"
        "3.1 合同签订后支付合同总价的40%；\n3.2 竣工验收合格后5日内支付合同总价的60%。"
    )
    assert [pct for pct, _ in _instalments(clause)] == ["40", "60"]


_GOODS = "品名\t数量\t单价\t税率\t价税合计\n"


@pytest.mark.parametrize(
    ("rows", "rate"),
    [
        ("母线槽\t6\t900\t13%\t6102\n支架\t4\t100\t13%\t452", "13"),
        ("母线槽\t6\t900\t13%\t6102\n安装\t1\t500\t9%\t545", "unclear"),
        ("母线槽\t6\t900\t____\t", "blank"),
    ],
)
def test_a_column_of_tax_rates(rows: str, rate: str) -> None:
    assert read_clause("contract.tax_rate", _GOODS + rows) == rate


def _amount(clause: str) -> str:
    fact = facts_of(price.read, clause)["contract.amount"]
    return str(fact.value.amount) if isinstance(fact.value, Money) else str(fact.reason or fact.state)


@pytest.mark.parametrize(
    ("clause", "amount"),
    [
        ("价款：7300 元", "7300"),
        ("年度服务费人民币54,000元。", "54000"),
        ("金额总计：{{total}}", "blank"),
        ("服务费人民币500元/次。", "absent"),
    ],
)
def test_a_price_under_plain_words(clause: str, amount: str) -> None:
    assert _amount(clause) == amount


def test_a_placeholder_behind_the_label_of_a_date() -> None:
    text = written("采购合同\n甲方（盖章）：__________\n日期：{签订日期}\n乙方（盖章）：__________\n日期：{签订日期}")
    assert sign_date.sign_date(text).reason == "blank"


@pytest.mark.parametrize(
    ("clause", "mode"),
    [
        ("因本合同发生的争议，协商不成的，提交{管辖机构}。", "blank"),
        ("因本合同发生的争议，协商不成的，提交 [仲裁机构/法院] 解决。", "blank"),
        ("因本合同发生的争议，协商不成的，提交宜昌仲裁委员会仲裁。", "arbitration"),
    ],
)
def test_a_body_that_was_left_open(clause: str, mode: str) -> None:
    assert read_clause("dispute.mode", clause) == mode


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("托运时间、装货地点、联系人、货物名称以每次的有效运单为准。", "absent"),
        ("双方联系人、联系地址如有变更，应书面告知对方。", True),
    ],
)
def test_particulars_of_a_load_are_no_notice_clause(clause: str, value: object) -> None:
    assert read_clause("evidence.notice_clause", clause) == value


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (
            "销售合同\n需方（甲方）\t{{buyer}}\t供方（乙方）\t宜昌远卓涂料有限公司\n需方收货后付款给供方。",
            (None, "宜昌远卓涂料有限公司"),
        ),
        (
            "定作合同\n定作方（甲方）\t承揽方（乙方）\n定作方：{{name}}\t单位名称：宜昌远卓电梯有限公司\n甲方向乙方付款。",
            (None, "宜昌远卓电梯有限公司"),
        ),
        (
            "服务协议\n您（以下简称“乙方”）同意并与远卓（宜昌）科技有限公司（以下简称“甲方”）签署本协议。\n"
            "甲方向乙方提供服务，收费见页面。乙方应向甲方支付服务费。",
            (None, "远卓(宜昌)科技有限公司"),
        ),
    ],
)
def test_names_in_forms_and_prose(lines: str, names: tuple[str | None, str | None]) -> None:
    assert names_of(lines) == names


def test_one_word_for_a_party_stands_for_its_sister() -> None:
    lines = "租赁合同\n出租人：宜昌远卓租赁有限公司\n承租人：武汉东岭建设有限公司\n承租方逾期不交租费的，每日付1‰。"
    buyer = read_parties(written(lines)).first(Role.BUYER)
    assert buyer is not None and "承租方" in buyer.words


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("**甲方（买方）**：远卓公司", "甲方(买方):远卓公司"),
        ("单价为[**]元，数量[**]件", "单价为[**]元,数量[**]件"),
        ("Price $** and **Seller**", "Price $** and **Seller**"),
    ],
)
def test_words_set_in_bold_are_plain_words(printed: str, plain: str) -> None:
    text, back = normalise(printed)
    assert text == plain
    assert len(back) == len(text) + 1
