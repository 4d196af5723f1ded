"""Messages: formats for machines and tables."""

from __future__ import annotations

from .entry import Entry

_COLUMNS = {
    "path": ("file", "文件"),
    "severity": ("severity", "级别"),
    "verdict": ("verdict", "结论"),
    "rule": ("rule", "规则"),
    "title": ("title", "标题"),
    "message": ("finding", "发现"),
    "place": ("place", "位置"),
    "quote": ("quote", "原文"),
    "remedy": ("what to do", "处理办法"),
    "clause": ("write instead", "建议写法"),
    "basis": ("authority", "依据"),
    "fingerprint": ("fingerprint", "指纹"),
    "waiver": ("waiver", "豁免"),
    "since": ("since the baseline", "与基线相比"),
}

MESSAGES: dict[str, Entry] = {
    "ci.undecided": Entry("`{title}` can't be decided: find out {facts}", "`{title}` 无法判定：需查明{facts}"),
    "ci.waived": Entry("{message} ({waiver})", "{message}（{waiver}）"),
    "ci.undecided_severity": Entry("{severity}, undecided", "{severity}，无法判定"),
    "ci.unreadable_title": Entry("a file couldn't be read", "文件无法读取"),
    "ci.unreadable_help": Entry(
        "what isn't read isn't checked: mend or replace the file", "未读取的内容未经审查：请修复或更换文件"
    ),
    "ci.gap_title": Entry("a part of the document couldn't be read", "文件的一部分无法读取"),
    "ci.error_title": Entry("a rule couldn't be judged", "规则无法判断"),
    "ci.verdict_violated": Entry("violated", "违反"),
    "ci.verdict_undecided": Entry("undecided", "无法判定"),
    "ci.verdict_waived": Entry("waived", "已豁免"),
    "ci.verdict_gone": Entry("gone", "已消除"),
    "ci.verdict_error": Entry("error", "出错"),
    "ci.verdict_unreadable": Entry("unread", "未读取"),
    "ci.unknown_format": Entry(
        "`{name}` isn't a format",
        "没有名为 `{name}` 的格式",
        "choose from: {formats}",
        "可选：{formats}",
    ),
    "ci.bad_output": Entry(
        "`{value}` doesn't name a format and a file",
        "`{value}` 没有写明格式和文件",
        "write `--output sarif:FILE`, as often as you like",
        "请写 `--output sarif:文件`，可重复",
    ),
    "ci.cannot_write": Entry(
        "`{path}` can't be written: {why}",
        "无法写入 `{path}`：{why}",
        "check that its folder exists and may be written to",
        "请确认文件夹存在且可写",
    ),
}
MESSAGES |= {f"ci.column_{name}": Entry(en, zh) for name, (en, zh) in _COLUMNS.items()}
