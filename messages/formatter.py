"""Messages of the formatter of policy files."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "formatter.written": Entry(
        "laid out anew: {changed}; already in order: {same}",
        "已整理 {changed} 个文件，{same} 个无需改动",
    ),
    "formatter.checked": Entry(
        "to be laid out anew: {changed}; in order: {same}",
        "待整理 {changed} 个文件，{same} 个无需改动",
        "`presign policy fmt` lays them out",
        "用 `presign policy fmt` 整理",
    ),
    "formatter.would_change": Entry("`{path}` would be laid out anew", "`{path}` 需要整理"),
    "formatter.line_ends": Entry(
        "only the ends of its lines or the byte order mark differ",
        "仅换行符或字节顺序标记不同",
    ),
    "formatter.more": Entry("… and {count} more lines of the comparison", "……对比另有 {count} 行"),
    "formatter.not_proved": Entry(
        "`{path}` is left as it was: laid out anew it would not have said the same",
        "`{path}` 未改动：整理后的内容无法确认与原文一致",
        "this is a mistake in Presign; please report it with the file",
        "这是 Presign 的错误，请连同该文件一并报告",
    ),
    "formatter.not_written": Entry(
        "`{path}` can't be written: {why}",
        "无法写入 `{path}`：{why}",
        "the file is as it was; check who may write it and its folder",
        "文件未改动；请检查该文件及其文件夹的写入权限",
    ),
}
