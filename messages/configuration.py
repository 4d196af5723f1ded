"""presign.toml, `[tool.presign]` and the environment."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "configuration.no_file": Entry(
        "{place}: there is no such file",
        "{place}：没有该文件",
        "name a file for `--config`, or leave the option out",
        "请为 `--config` 指定文件，或不用该选项",
    ),
    "configuration.too_large": Entry(
        "{place}: a configuration has {most} bytes at most", "{place}：配置文件不得超过 {most} 字节"
    ),
    "configuration.not_text": Entry("{place}: the file isn't UTF-8 text", "{place}：文件不是 UTF-8 文本"),
    "configuration.unreadable": Entry("{place}: the file can't be read: {why}", "{place}：无法读取：{why}"),
    "configuration.not_toml": Entry(
        "{place}: the file isn't sound TOML: {why}",
        "{place}：TOML 写法有误：{why}",
        'a key is written `fail-on = "high"`, a table `[compare]`',
        '键的写法是 `fail-on = "high"`，表的写法是 `[compare]`',
    ),
    "configuration.unknown": Entry(
        "{place}: there is no key `{key}`", "{place}：没有键 `{key}`", "known here: {keys}", "此处可用：{keys}"
    ),
    "configuration.unknown_near": Entry(
        "{place}: there is no key `{key}`", "{place}：没有键 `{key}`", "did you mean `{near}`?", "是否想写 `{near}`？"
    ),
    "configuration.not_yes_no": Entry(
        "{place}: `{key}` is either `true` or `false`", "{place}：`{key}` 只能是 `true` 或 `false`"
    ),
    "configuration.not_one_of": Entry(
        "{place}: `{key}` has another value than those there are",
        "{place}：`{key}` 的值不在可选范围内",
        "one of: {choices}",
        "可选：{choices}",
    ),
    "configuration.not_texts": Entry(
        "{place}: `{key}` is a list of texts",
        "{place}：`{key}` 应为文本列表",
        'write `["one", "two"]`',
        '写作 `["甲", "乙"]`',
    ),
    "configuration.not_fitting": Entry(
        "{place}: the value of `{key}` doesn't fit: {kind} is wanted", "{place}：`{key}` 的值不合适，应为 {kind}"
    ),
}
