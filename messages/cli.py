"""Messages of the command line."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "cli.pack_near": Entry(
        "there is no file or pack `{name}`",
        "没有名为 `{name}` 的文件或规则包",
        "did you mean the pack `{near}`?",
        "是否想用规则包 `{near}`？",
    ),
    "cli.no_pack": Entry(
        "there is no file or pack `{name}`",
        "没有名为 `{name}` 的文件或规则包",
        "shipped packs: {packs}",
        "随附的规则包：{packs}",
    ),
    "cli.no_rules": Entry(
        "no rule was loaded, so nothing could be checked",
        "没有载入任何规则，无法检查",
        "name a policy file that declares rules, or leave out `--policy`",
        "用 `--policy` 指定含规则的文件，或不写该选项",
    ),
    "cli.no_rule_ran": Entry(
        "no rule ran on any document: nothing was checked",
        "没有规则在任何文件上运行，等于没有检查",
        "check the as-of date, `--side` and the periods the rules are in force",
        "检查截至日期、`--side` 和规则的施行期间",
    ),
    "cli.no_paths": Entry(
        "no contract was named",
        "没有指定合同",
        "give files, folders or globs, or `--vocabulary`",
        "请给出文件、文件夹或通配符，或使用 `--vocabulary`",
    ),
    "cli.no_examples": Entry(
        "there is no example to run",
        "没有可运行的示例",
        "add an `example` to the policy file",
        "请在政策文件中加入 `示例`",
    ),
    "cli.no_ocr": Entry(
        "text recognition isn't installed, so `--ocr force` can't be done",
        "未安装文字识别组件，无法使用 `--ocr force`",
        "`pip install 'presign[ocr]'`",
        "安装：`pip install 'presign[ocr]'`",
    ),
    "cli.ocr_progress": Entry("reading by OCR: {file}", "文字识别：{file}"),
    "cli.policy_sound": Entry("sound: {rules} rules", "检查通过：{rules} 条规则"),
}
