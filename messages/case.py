"""Messages about case files."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "case.unreadable": Entry(
        "the case file can't be read: {why}",
        "无法读取档案文件：{why}",
        "check the path after `--case`",
        "检查 `--case` 后的路径",
    ),
    "case.too_large": Entry(
        "the case file is larger than {limit} bytes",
        "档案文件超过 {limit} 字节",
        "a case file holds one customer and one deal",
        "一个档案文件只写一个客户、一笔交易",
    ),
    "case.encoding": Entry(
        "the case file isn't UTF-8 text",
        "档案文件不是 UTF-8 文本",
        "save it as UTF-8",
        "请另存为 UTF-8",
    ),
    "case.syntax": Entry(
        "the case file isn't valid YAML: {why}",
        "档案文件不是有效的 YAML：{why}",
        "write `key: value`, with the same indentation inside one section",
        "按 `键: 值` 书写，同一节内缩进一致",
    ),
    "case.not_a_mapping": Entry(
        "the case file must hold sections such as `customer:` and `deal:`",
        "档案文件应由 `customer:`、`deal:` 等节组成",
    ),
    "case.section_not_a_mapping": Entry(
        "section `{section}` must hold `key: value` lines",
        "`{section}` 一节应为 `键: 值`",
    ),
    "case.not_a_record": Entry(
        "each entry of `{section}` must hold `key: value` pairs",
        "`{section}` 的每一项应为 `键: 值`",
        "for example `- {{role: credit_manager, decision: approve}}`",
        "例如 `- {{role: credit_manager, decision: approve}}`",
    ),
    "case.unknown_key": Entry(
        "`{name}` isn't a fact of the vocabulary",
        "词汇表中没有事实 `{name}`",
        "`presign facts --vocabulary` lists all of them",
        "`presign facts --vocabulary` 列出全部事实",
    ),
    "case.unknown_key_near": Entry(
        "`{name}` isn't known here",
        "这里没有 `{name}`",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "case.read_from_contract": Entry(
        "`{name}` is read from the contract and can't be set in a case file",
        "`{name}` 由合同文本读出，不能写在档案文件里",
        "change the contract, or remove the line",
        "请修改合同，或删除此行",
    ),
    "case.twice": Entry(
        "`{name}` is given twice, first in line {first}",
        "`{name}` 写了两次，首次在第 {first} 行",
        "keep one of the two",
        "只保留一处",
    ),
    "case.not_a_value": Entry(
        "`{name}` needs one value, such as `{sample}`",
        "`{name}` 应为单个值，例如 `{sample}`",
    ),
    "case.wrong_value": Entry(
        "`{text}` can't be the value of `{name}`",
        "`{text}` 不能作为 `{name}` 的值",
        "write it as `{sample}`, with its unit",
        "写成 `{sample}`，并带单位",
    ),
    "case.not_a_list": Entry(
        "`{name}` is a list: each entry starts with `- `",
        "`{name}` 是列表，每项以 `- ` 开头",
    ),
}
