"""The shipped letters in Chinese: blocks of a kind and a text with `{{placeholders}}`."""

from __future__ import annotations

Blocks = tuple[tuple[str, str], ...]
"""`title`, `text`, `right`, `head`, or `table` (heads and cells of the row that is repeated, `|` between them)."""

_TABLE = (
    "table",
    "款项|约定到期日|金额|逾期天数|违约金||{{row.what}}|{{row.due}}|{{row.amount}}|{{row.days_late}}|{{row.charge}}",
)
_CONTRACT = "贵我双方于{{contract_date}}签订《{{contract_title}}》（合同编号：{{contract_number}}，以下称“合同”）。"
_SIGNED = (("text", "联系人：{{owner}}"), ("right", "{{seller}}（盖章）"), ("right", "{{date}}"))
_SUM = (
    ("text", "违约金截至{{date}}按实际天数计算：{{charge_equation}}。"),
    ("text", "合同约定：{{charge_clause}}"),
    ("text", "本金与违约金合计：{{total}}。此后的违约金计算至实际付清之日。"),
)

ZH: dict[str, Blocks] = {
    "reminder": (
        ("title", "付款提示函"),
        ("text", "致：{{buyer}}"),
        ("text", _CONTRACT + "感谢贵方的合作。下列款项即将到期："),
        ("table", "款项|约定到期日|金额||{{row.what}}|{{row.due}}|{{row.amount}}"),
        ("text", "请贵方安排付款流程，于{{deadline}}前付至以下账户："),
        ("text", "{{account}}"),
        ("text", "发票或其他付款资料如有缺漏，请即告知，以免影响按期付款。如已安排付款，请忽略本函。"),
        *_SIGNED,
    ),
    "statement": (
        ("title", "对账单"),
        ("text", "致：{{buyer}}"),
        (
            "text",
            "依据《{{contract_title}}》（合同编号：{{contract_number}}）及我方账面记录，截至{{date}}贵方应付款项如下：",
        ),
        _TABLE,
        ("text", "应付金额合计：{{debt}}（未含违约金）。"),
        ("text", "请核对并于{{deadline}}前盖章确认，或书面说明差异及理由。"),
        ("text", "{{deemed_note}}"),
        ("text", "收款账户：{{account}}"),
        *_SIGNED,
        ("head", "回执"),
        ("text", "□ 经核对无误。　　□ 有差异，说明：________________________________"),
        ("right", "{{buyer}}（盖章）"),
        ("right", "日期：________________"),
    ),
    "demand": (
        ("title", "催款函"),
        ("text", "致：{{buyer}}"),
        ("text", "地址：{{buyer_address}}"),
        ("text", _CONTRACT + "依合同约定，下列款项已届履行期限，贵方至今尚未支付："),
        _TABLE,
        *_SUM,
        ("text", "请贵方于{{deadline}}前将上述款项付至以下账户："),
        ("text", "{{account}}"),
        ("text", "逾期仍未付清的，我方将依合同及法律采取下列措施："),
        ("text", "{{consequence}}"),
        ("text", "{{limitation_note}}"),
        ("text", "如贵方已付款，请将付款凭证发送我方；对债务有异议的，请在上述期限内书面提出并支付无争议部分。"),
        *_SIGNED,
    ),
    "lawyer_brief": (
        ("title", "律师函委托要点"),
        ("text", "委托人（债权人）：{{seller}}"),
        ("text", "相对人（债务人）：{{buyer}}，地址：{{buyer_address}}"),
        ("text", "保证人：{{guarantor}}"),
        ("head", "一、合同与债务"),
        ("text", "《{{contract_title}}》，合同编号{{contract_number}}，{{contract_date}}签订，合同总价{{price}}。"),
        _TABLE,
        ("text", "违约金截至{{date}}：{{charge_equation}}；本息合计{{total}}。"),
        ("text", "违约金条款：{{charge_clause}}"),
        ("head", "二、函件请求"),
        ("text", "1. 于{{deadline}}前付清本金及至付清之日的违约金，付至：{{account}}"),
        ("text", "2. 逾期未付的后果："),
        ("text", "{{consequence}}"),
        ("head", "三、担保与期间"),
        ("text", "保证条款：{{guarantee_clause}}"),
        ("text", "保证期间届满日：{{guarantee_deadline}}；诉讼时效届满日（未计中断）：{{limitation}}。"),
        ("head", "四、管辖与依据"),
        ("text", "争议解决：{{forum}}。法律依据：{{legal_basis}}"),
        ("head", "五、证据清单"),
        ("text", "{{evidence}}"),
        ("text", "须请律师核实：已付款项、抗辩（质量、逾期交货）、送达地址、财产线索。"),
        *_SIGNED,
    ),
    "guarantor_claim": (
        ("title", "要求承担保证责任通知书"),
        ("text", "致：{{guarantor}}"),
        (
            "text",
            "{{buyer}}与我方于{{contract_date}}签订《{{contract_title}}》（合同编号：{{contract_number}}），贵方为其付款义务提供保证：",
        ),
        ("text", "{{guarantee_clause}}"),
        ("text", "主债务已届履行期限，债务人至今尚未履行："),
        _TABLE,
        *_SUM,
        (
            "text",
            "现于保证期间内（届满日{{guarantee_deadline}}）要求贵方承担保证责任，于{{deadline}}前将上述款项付至：",
        ),
        ("text", "{{account}}"),
        ("text", "贵方逾期不履行的，我方将依法起诉或申请仲裁，一并主张实现债权的费用。"),
        ("text", "法律依据：{{legal_basis}}"),
        *_SIGNED,
    ),
}
