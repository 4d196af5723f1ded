"""Messages of `presign policy new`."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "new.ill_formed": Entry(
        "`{id}` isn't the id of a rule",
        "`{id}` 不是规则编号",
        "write two to eight capital letters, a hyphen and two to four digits, such as `{near}`",
        "请写二至八个大写字母、连字符和二至四位数字，例如 `{near}`",
    ),
    "new.taken": Entry(
        "a shipped pack has a rule `{id}` already",
        "随附的规则包中已有规则 `{id}`",
        "the next free number is `{near}`",
        "下一个可用编号是 `{near}`",
    ),
    "new.in_file": Entry(
        "{path} has a rule `{id}` already",
        "{path} 中已有规则 `{id}`",
        "the next free number is `{near}`",
        "下一个可用编号是 `{near}`",
    ),
    "new.not_written": Entry("{path} can't be written: {why}", "无法写入 {path}：{why}"),
    "new.no_file": Entry(
        "{path} isn't a policy file",
        "{path} 不是政策文件",
        "name a file that ends in `.policy`; it is created if it isn't there",
        "请指定以 `.policy` 结尾的文件；不存在时会新建",
    ),
    "new.unsound": Entry(
        "rule `{id}` doesn't go together with what {path} declares",
        "规则 `{id}` 与 {path} 的声明冲突",
        "write it to a file of its own, or print it without `--into`",
        "请写入另一个文件，或不用 `--into` 直接显示",
    ),
    "new.written": Entry(
        "rule `{id}` stands in {path} now",
        "规则 `{id}` 已写入 {path}",
        "`presign policy lint {path}` lists what you have to fill in",
        "`presign policy lint {path}` 会列出需要填写的内容",
    ),
}
