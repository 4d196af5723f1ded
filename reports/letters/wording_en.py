"""The shipped letters in English: blocks of a kind and a text with `{{placeholders}}`."""

from __future__ import annotations

from .wording_zh import Blocks

_TABLE = (
    "table",
    "Instalment or invoice|Due day agreed|Amount|Days late|Charge"
    "||{{row.what}}|{{row.due}}|{{row.amount}}|{{row.days_late}}|{{row.charge}}",
)
_CONTRACT = (
    "We refer to the contract “{{contract_title}}” (No. {{contract_number}}) signed on {{contract_date}} "
    "between you and us (the “Contract”). "
)
_SIGNED = (
    ("text", "Contact: {{owner}}"),
    ("right", "For {{seller}}"),
    ("right", "Signature: ____________________"),
    ("right", "{{date}}"),
)
_SUM = (
    ("text", "Charge for late payment up to {{date}}, by actual days: {{charge_equation}}."),
    ("text", "The Contract says: {{charge_clause}}"),
    ("text", "Debt and charge together: {{total}}. The charge goes on until the day of payment."),
)

EN: dict[str, Blocks] = {
    "reminder": (
        ("title", "Payment reminder"),
        ("text", "To: {{buyer}}"),
        ("text", _CONTRACT + "Thank you for doing business with us. The following falls due soon:"),
        ("table", "Instalment or invoice|Due day agreed|Amount||{{row.what}}|{{row.due}}|{{row.amount}}"),
        ("text", "Please start your payment process so that the amount arrives by {{deadline}} in this account:"),
        ("text", "{{account}}"),
        (
            "text",
            "Should an invoice or another paper be missing, please tell us at once so that payment isn't held up. "
            "If payment is on its way, please take no notice of this letter.",
        ),
        *_SIGNED,
    ),
    "statement": (
        ("title", "Statement of account"),
        ("text", "To: {{buyer}}"),
        (
            "text",
            "By the contract “{{contract_title}}” (No. {{contract_number}}) and our books, on {{date}} you owe:",
        ),
        _TABLE,
        ("text", "Amount payable in all: {{debt}} (charges for late payment not included)."),
        ("text", "Please check and confirm it by {{deadline}}, or state in writing what differs and why."),
        ("text", "{{deemed_note}}"),
        ("text", "Account: {{account}}"),
        *_SIGNED,
        ("head", "Reply"),
        ("text", "☐ Agreed.    ☐ Differs, because: ________________________________"),
        ("right", "For {{buyer}}: ____________________"),
        ("right", "Date: ________________"),
    ),
    "demand": (
        ("title", "Demand for payment"),
        ("text", "To: {{buyer}}"),
        ("text", "Address: {{buyer_address}}"),
        ("text", _CONTRACT + "The following has fallen due under the Contract and hasn't been paid:"),
        _TABLE,
        *_SUM,
        ("text", "We ask you to pay by {{deadline}} to this account:"),
        ("text", "{{account}}"),
        ("text", "If the amount isn't paid in full by then, we shall, under the Contract and the law:"),
        ("text", "{{consequence}}"),
        ("text", "{{limitation_note}}"),
        (
            "text",
            "If you have paid already, please send us the proof. If you dispute the debt, please say so in writing "
            "within that time and pay what isn't in dispute.",
        ),
        *_SIGNED,
    ),
    "lawyer_brief": (
        ("title", "Instructions for a lawyer's letter"),
        ("text", "Client (creditor): {{seller}}"),
        ("text", "Addressee (debtor): {{buyer}}, {{buyer_address}}"),
        ("text", "Guarantor: {{guarantor}}"),
        ("head", "1. Contract and debt"),
        ("text", "“{{contract_title}}”, No. {{contract_number}}, signed on {{contract_date}}, price {{price}}."),
        _TABLE,
        ("text", "Charge up to {{date}}: {{charge_equation}}; together {{total}}."),
        ("text", "Clause on late payment: {{charge_clause}}"),
        ("head", "2. What the letter asks for"),
        ("text", "(a) Payment by {{deadline}} of the debt and of the charge until payment, to: {{account}}"),
        ("text", "(b) Failing that:"),
        ("text", "{{consequence}}"),
        ("head", "3. Security and periods"),
        ("text", "Clause on the guarantee: {{guarantee_clause}}"),
        (
            "text",
            "Guarantee period ends on {{guarantee_deadline}}; limitation ends, unless interrupted, on {{limitation}}.",
        ),
        ("head", "4. Forum and law"),
        ("text", "Disputes: {{forum}}. Law: {{legal_basis}}"),
        ("head", "5. Evidence"),
        ("text", "{{evidence}}"),
        (
            "text",
            "For counsel to verify: what has been paid, defences (quality, late delivery), address for service, "
            "known assets.",
        ),
        *_SIGNED,
    ),
    "guarantor_claim": (
        ("title", "Claim under a guarantee"),
        ("text", "To: {{guarantor}}"),
        (
            "text",
            "{{buyer}} and we signed the contract “{{contract_title}}” (No. {{contract_number}}) on {{contract_date}}. "
            "You guaranteed its payment obligations:",
        ),
        ("text", "{{guarantee_clause}}"),
        ("text", "The debt has fallen due and the debtor hasn't paid:"),
        _TABLE,
        *_SUM,
        (
            "text",
            "Within the guarantee period, which ends on {{guarantee_deadline}}, we claim on you as guarantor and ask "
            "you to pay by {{deadline}} to:",
        ),
        ("text", "{{account}}"),
        ("text", "Failing that we shall sue or begin arbitration, and claim the costs of enforcement as well."),
        ("text", "Law: {{legal_basis}}"),
        *_SIGNED,
    ),
}
