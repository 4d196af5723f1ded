"""Contracts and cases of our own, written for the tests of plan, letters and worklist."""

from __future__ import annotations

from pathlib import Path

CONTRACT = """\
轴承买卖合同

合同编号：DH-2026-041
签订日期：2026年3月2日　签订地点：宁波市

卖方（甲方）：东海轴承有限公司
统一社会信用代码：91330200MA2TEMPQ0K
买方（乙方）：天目机械有限公司
住所：湖州市安吉县工业路18号
保证人（丙方）：北湖投资有限公司

第一条 标的与价款
1.1 甲方向乙方出售精密轴承1000套，合同总价为人民币200,000.00元（大写：人民币贰拾万元整）。
1.2 甲方应于2026年4月1日前交货。

第二条 付款
2.1 乙方应于收货后30日内支付合同总价的100%，以银行转账方式付清。
2.2 甲方收款账户：户名：东海轴承有限公司；开户行：中国农业银行宁波鄞州支行；账号：3925601040012345678。

第三条 保证
3.1 丙方对乙方的付款义务承担连带责任保证，保证期间为主债务履行期限届满之日起两年。

第四条 违约责任
4.1 乙方逾期付款的，每逾期一日，应按逾期未付金额的万分之五向甲方支付违约金。
4.2 乙方逾期付款超过10日的，甲方有权暂停供货。
4.3 乙方应承担甲方为实现债权支出的律师费。

第五条 争议解决
5.1 本合同适用中华人民共和国法律。
5.2 因本合同发生的争议，由甲方住所地人民法院管辖。

甲方（盖章）：东海轴承有限公司　　乙方（盖章）：天目机械有限公司
日期：2026年3月2日　　日期：2026年3月2日
"""
CASE = """\
customer: {name: 天目机械有限公司, grade: B}
collect: {owner: 林晓}
history: {avg_days_late: 2 days, on_time_ratio: 95%}
"""


def write(folder: Path, contract: str = CONTRACT, case: str = CASE) -> tuple[Path, Path]:
    """The contract and its case in a folder."""
    paths = folder / "bearings.txt", folder / "bearings.yaml"
    paths[0].write_text(contract, encoding="utf-8")
    paths[1].write_text(case, encoding="utf-8")
    return paths
