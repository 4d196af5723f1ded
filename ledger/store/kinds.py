"""The kinds of file an import takes: which fields a row has, how each is read, and what makes two rows the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

from sqlalchemy import String, Table

from ...values.data_files import read_data
from . import schema


class Form(Enum):
    """How the cells of a column are read."""

    TEXT = "text"
    DAY = "day"
    MONEY = "money"
    CURRENCY = "currency"
    WHOLE = "whole"
    YES_NO = "yes_no"
    WORD = "word"
    CUSTOMER = "customer"
    NUMBER = "number"
    """A registration number."""


PRIVATE = frozenset(("uscc", "bank_account"))
"""The fields whose values are masked on a screen."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a row. `column` is where its value is kept; `words` are the values a `WORD` may have."""

    name: str
    column: str
    form: Form
    required: bool = False
    words: Mapping[str, str] | None = None
    longest: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file. `key` are the columns that name a row; `changeable` that a later file may say otherwise."""

    name: str
    table: Table
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    changeable: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns an import fills, in the order of a row's values."""
        return tuple(column.name for column in self.table.columns if column.name != "id")

    @property
    def of_customer(self) -> bool:
        """Whether each row belongs to a customer of the ledger."""
        return "customer_id" in self.table.c


def _words(**members: str) -> Mapping[str, str]:
    return {word: member for member, listed in members.items() for word in (member, *listed.split())}


_DECISIONS = _words(
    approve="approved 同意 批准 通过 已批准",
    reject="rejected 拒绝 否决 不同意 驳回",
    conditional="有条件同意 附条件同意",
)
_STATUS = _words(
    open="进行中 执行中 未完成 未结 在手 in_progress",
    closed="已完成 完成 已结 关闭 已关闭 done completed",
    cancelled="取消 已取消 作废 canceled void",
)
_ACTIONS = _words(
    first="落实先决事项 先决事项",
    reminder="到期提醒 提醒 付款提醒",
    phone="电话催款 电话 电话催收 call phone_call",
    statement="对账单 对账 发送对账单 statement_of_account",
    letter="催款函 发函 催告函 demand_letter demand",
    visit="上门催讨 上门 拜访 上门催收",
    stop_ship="停止供货 停货 停止发货 stop_supply",
    lawyer_letter="律师函 lawyer's_letter",
    suit="诉讼 起诉 仲裁 lawsuit arbitration",
    preservation="财产保全 保全",
    guarantor_claim="向保证人主张 保证人主张 claim_on_the_guarantor",
    bill_recourse="票据追索 追索 recourse_on_the_bill recourse",
)
_Told = tuple[str, str, Form] | tuple[str, str, Form, bool] | tuple[str, str, Form, bool, Mapping[str, str]]
"""A field as the table below tells it: name, column, form, required, words."""
_OWNER = (("customer", "customer", Form.CUSTOMER), ("uscc", "uscc", Form.NUMBER))
_AMOUNT: tuple[_Told, _Told] = (("amount", "amount_e4", Form.MONEY, True), ("currency", "currency", Form.CURRENCY))


def _kind(name: str, table: Table, key: str, *fields: _Told, changeable: bool = False) -> Kind:
    return Kind(name, table, tuple(_field(table, *each) for each in fields), tuple(key.split()), changeable)


def _field(
    table: Table, name: str, column: str, form: Form, required: bool = False, words: Mapping[str, str] | None = None
) -> Field:
    kept = table.c[column].type if column in table.c else String(200)
    longest = (kept.length or 0) if isinstance(kept, String) else 0
    return Field(name, column, form, required, words, longest)


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        _kind(
            "customers",
            schema.customers,
            "name_key",
            ("name", "name", Form.TEXT, True),
            ("uscc", "uscc", Form.NUMBER),
            ("grade", "grade", Form.TEXT),
            ("credit_limit", "credit_limit_e4", Form.MONEY),
            ("currency", "currency", Form.CURRENCY),
            ("limit_expiry", "limit_expiry", Form.DAY),
            ("max_days", "max_days", Form.WHOLE),
            ("on_hold", "on_hold", Form.YES_NO),
            ("established_on", "established_on", Form.DAY),
            ("bank_account", "bank_account", Form.TEXT),
            changeable=True,
        ),
        _kind(
            "invoices",
            schema.invoices,
            "customer_id number",
            *_OWNER,
            ("number", "number", Form.TEXT, True),
            ("issued_on", "issued_on", Form.DAY, True),
            ("due_on", "due_on", Form.DAY, True),
            *_AMOUNT,
            ("disputed", "disputed", Form.YES_NO),
        ),
        _kind(
            "payments",
            schema.payments,
            "customer_id reference invoice_number",
            *_OWNER,
            ("reference", "reference", Form.TEXT, True),
            ("invoice_number", "invoice_number", Form.TEXT),
            ("paid_on", "paid_on", Form.DAY, True),
            *_AMOUNT,
            ("method", "method", Form.TEXT),
        ),
        _kind(
            "orders",
            schema.orders,
            "customer_id number",
            *_OWNER,
            ("number", "number", Form.TEXT, True),
            ("ordered_on", "ordered_on", Form.DAY, True),
            *_AMOUNT,
            ("delivered", "delivered_e4", Form.MONEY),
            ("invoiced", "invoiced_e4", Form.MONEY),
            ("status", "status", Form.WORD, False, _STATUS),
            changeable=True,
        ),
        _kind(
            "approvals",
            schema.approvals,
            "contract role person decided_on decision facts_sha256",
            ("contract", "contract", Form.TEXT, True),
            ("role", "role", Form.TEXT, True),
            ("person", "person", Form.TEXT, True),
            ("decision", "decision", Form.WORD, True, _DECISIONS),
            ("decided_on", "decided_on", Form.DAY, True),
            ("amount_limit", "amount_limit_e4", Form.MONEY),
            ("currency", "currency", Form.CURRENCY),
            ("days_limit", "days_limit", Form.WHOLE),
            ("valid_until", "valid_until", Form.DAY),
            ("conditions", "conditions", Form.TEXT),
            ("facts_sha256", "facts_sha256", Form.TEXT),
        ),
        _kind(
            "steps",
            schema.steps,
            "customer_id contract instalment invoice_number action done_on",
            *_OWNER,
            ("contract", "contract", Form.TEXT),
            ("instalment", "instalment", Form.WHOLE),
            ("invoice_number", "invoice_number", Form.TEXT),
            ("action", "action", Form.WORD, True, _ACTIONS),
            ("done_on", "done_on", Form.DAY, True),
            ("person", "person", Form.TEXT),
            ("note", "note", Form.TEXT),
        ),
        _kind(
            "promises",
            schema.promises,
            "customer_id made_on promised_on",
            *_OWNER,
            ("made_on", "made_on", Form.DAY, True),
            ("promised_on", "promised_on", Form.DAY, True),
            *_AMOUNT,
        ),
        _kind(
            "returned-bills",
            schema.returned_bills,
            "customer_id number returned_on",
            *_OWNER,
            ("number", "number", Form.TEXT, True),
            ("returned_on", "returned_on", Form.DAY, True),
            *_AMOUNT,
        ),
    )
}
"""All kinds by the name the command line gives them."""


@cache
def headings(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The headings each field of a kind goes by, Chinese and English."""
    content = read_data(resources.files(__package__).joinpath("columns.yaml").read_text(encoding="utf-8"))
    return {str(field): tuple(map(str, words)) for field, words in content[kind].items()}
