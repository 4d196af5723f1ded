"""Ordinary and sound contracts: few findings on a form with blanks, none above low on a sound contract."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import presign
import pytest
from presign.checker.report import Report
from presign.checker.run import Request, run
from presign.policylang.core import Severity
from presign.policylang.outcome import Verdict

SAMPLES = Path(presign.__file__).with_name("samples")
DAY = date(2026, 3, 2)
MOST = 12

_FORM_ZH = """货物买卖合同

甲方（买方）：____________________
乙方（卖方）：____________________
合同编号：____________  签订日期：____年__月__日

第一条 货物
乙方向甲方出售下列货物：品名______，型号______，数量______，单价______元，合计人民币______元（大写：______），价格含税，税率__%。

第二条 交货
乙方于____年__月__日前将货物送至甲方指定地点______，运费由乙方承担，货物毁损风险自甲方签收时转移。

第三条 验收
甲方应在货物送达后__日内按产品说明书验收，逾期未提出书面异议的，视为验收合格。

第四条 付款
合同签订后__日内甲方支付合同价款的__%，余款在验收合格后__日内以银行转账方式付清。乙方收款账户：户名______，开户行______，账号______。

第五条 质量保证
质保期自验收合格之日起____个月，质保期内非因甲方原因造成的故障由乙方免费维修。

第六条 违约责任
甲方逾期付款的，每逾期一日按逾期金额的万分之五支付违约金；乙方逾期交货的，每逾期一日按未交货物金额的万分之五支付违约金。

第七条 争议解决
因本合同发生的争议，双方协商解决；协商不成的，向乙方所在地人民法院起诉。

甲方（盖章）：________________    乙方（盖章）：________________
授权代表：____________            授权代表：____________
日期：____年__月__日              日期：____年__月__日
"""
_FORM_EN = """SALE OF GOODS AGREEMENT

This Agreement is made on ____________ 20__ between ______________________ (the "Seller") and ______________________
(the "Buyer").

1. Goods. The Seller sells and the Buyer buys ______ units of ____________, model ________, at ________ each, for a
total price of ____________, plus value added tax at the rate in force.

2. Delivery. The Seller delivers the goods DAP ____________ (Incoterms 2020) by ____________. Risk passes on delivery.

3. Inspection. The Buyer shall inspect the goods within ten days of delivery. Goods not rejected in writing within
that time are deemed accepted.

4. Payment. The Buyer shall pay the price by bank transfer within thirty (30) days after delivery to the Seller's
account no. ____________ with ____________.

5. Late payment. Overdue sums bear interest at 10% per annum from the due date until payment.

6. Title. Title to the goods remains with the Seller until the price has been paid in full.

7. Warranty. The Seller repairs or replaces goods that prove defective within twelve months after delivery.

8. Notices. Notices under this Agreement are given in writing to the addresses of the parties stated above.

9. Law. This Agreement is governed by the laws of England and Wales, and the courts of England have jurisdiction.

Signed for the Seller: ____________        Signed for the Buyer: ____________
Name: ____________                         Name: ____________
Date: ____________                         Date: ____________
"""


def _above_low(path: Path, stage: str, case: Path | None = None) -> list[str]:
    report = run(Request((str(path),), case=str(case) if case else None, as_of=DAY, stage=stage))
    assert isinstance(report, Report) and len(report.documents) == 1
    return [
        finding.rule.id
        for finding in report.documents[0].findings
        if finding.outcome.verdict is Verdict.VIOLATED and finding.rule.severity is not Severity.LOW
    ]


@pytest.mark.parametrize("text", [_FORM_ZH, _FORM_EN], ids=["zh", "en"])
def test_an_ordinary_form_with_blanks_has_few_findings_as_a_draft(text: str, tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    path.write_text(text, encoding="utf-8")
    found = _above_low(path, "draft")
    assert len(found) <= MOST, found
    assert "SIG-06" not in found, "blanks are what a draft is made of"


def test_the_blanks_of_the_form_are_told_before_approval(tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    path.write_text(_FORM_ZH, encoding="utf-8")
    assert "SIG-06" in _above_low(path, "for_approval")


@pytest.mark.parametrize("stage", ["draft", "for_approval", "for_signing", "signed"])
@pytest.mark.parametrize("name", ["zh-sound-equipment-sale", "en-sound-supply"])
def test_no_rule_above_low_fires_on_a_sound_contract(name: str, stage: str) -> None:
    assert _above_low(SAMPLES / f"{name}.docx", stage, SAMPLES / "cases" / f"{name}.yaml") == []
