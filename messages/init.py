"""Messages of `presign init`."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "init.no_policy": Entry(
        "{path} isn't the name of a policy file",
        "{path} 不是政策文件名",
        "name a file that ends in `.policy`",
        "请指定以 `.policy` 结尾的文件",
    ),
    "init.there": Entry(
        "{path} is there already and stays as it is",
        "{path} 已存在，未作改动",
        "name another file, or edit this one",
        "请换一个文件名，或直接编辑该文件",
    ),
    "init.not_written": Entry("{path} can't be written: {why}", "无法写入 {path}：{why}"),
    "init.written": Entry(
        "{path} has the {count} values a company sets, at their shipped defaults",
        "{path} 已写入可由公司设定的 {count} 项数值，均为随附默认值",
        "edit them, then `presign policy check {path}` and `presign check CONTRACT --policy {path}`",
        "修改后运行 `presign policy check {path}`，再运行 `presign check 合同 --policy {path}`",
    ),
}
