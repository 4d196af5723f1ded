"""What the linter finds in policies that are sound, and what its command says."""

from __future__ import annotations

from .entry import Entry

_BOTH = 'write it in both languages: `en "…" zh "…"`'
_BOTH_ZH = '请用两种语言写：`中 "…" 英 "…"`'
_LABEL = 'give it `label en "…" zh "…"`; a member\'s label stands right behind its name'
_LABEL_ZH = '请写 `名称 中 "…" 英 "…"`；成员的名称直接写在其后'

MESSAGES: dict[str, Entry] = {
    "L001": Entry("the {text_en} of `{rule}` has no Chinese text", "`{rule}` 的{text_zh}缺少中文", _BOTH, _BOTH_ZH),
    "L001b": Entry("the {text_en} of `{rule}` has no English text", "`{rule}` 的{text_zh}缺少英文", _BOTH, _BOTH_ZH),
    "L002": Entry(
        "the {text_en} of `{rule}` is the same in Chinese and English",
        "`{rule}` 的{text_zh}中英文完全相同",
        "translate one of the two",
        "请翻译其中一种",
    ),
    "L003": Entry(
        "the title `{title}` says too little",
        "标题 `{title}` 没有说明问题",
        "say what is wrong with the contract, and with which of its terms",
        "请写明合同的哪一项约定有什么问题",
    ),
    "L004": Entry(
        "the title `{title}` ends in a full stop",
        "标题 `{title}` 以句号结尾",
        "take the full stop away",
        "请删去句号",
    ),
    "L005": Entry(
        "rule `{rule}` has the title `{title}`, too",
        "规则 `{rule}` 也以 `{title}` 为标题",
        "say what this rule looks at that the other doesn't",
        "请写明两条规则的不同之处",
    ),
    "L006": Entry(
        "`{name}` is shown as it stands: no value is filled into a {text_en}",
        "`{name}` 会原样显示：{text_zh}中不填入值",
        "say it in the `message`, or without the value",
        "请写在 `提示` 中，或不用具体值",
    ),
    "L007": Entry("`{name}` has no label", "`{name}` 没有名称", _LABEL, _LABEL_ZH),
    "L007a": Entry("`{name}` has no Chinese label", "`{name}` 没有中文名称", _LABEL, _LABEL_ZH),
    "L007b": Entry("`{name}` has no English label", "`{name}` 没有英文名称", _LABEL, _LABEL_ZH),
    "L008": Entry(
        "the {text_en} of `{rule}` is still to be written",
        "`{rule}` 的{text_zh}有待填写",
        "write it in both languages, or remove the clause",
        "请用两种语言填写，或删去该子句",
    ),
    "L101": Entry(
        "rule `{rule}` has no `basis`",
        "规则 `{rule}` 没有 `依据`",
        "name the statute, the manual or the resolution it rests on",
        "请写明所依据的法律、制度或决议",
    ),
    "L102": Entry(
        "rule `{rule}` has no `message`",
        "规则 `{rule}` 没有 `提示`",
        'say what was read: `message en "… {{fact}} …" zh "…"`',
        '请说明读到了什么：`提示 中 "… {{事实}} …" 英 "…"`',
    ),
    "L103": Entry(
        "rule `{rule}` has no `remedy`",
        "规则 `{rule}` 没有 `补救`",
        "say what is to be changed in the contract, or who can decide otherwise",
        "请说明合同应如何修改，或由谁特批",
    ),
    "L104": Entry(
        "rule `{rule}` has no `why`",
        "规则 `{rule}` 没有 `理由`",
        "say how money is lost where the rule isn't kept",
        "请说明不遵守会怎样造成损失",
    ),
    "L105": Entry(
        "rule `{rule}` has no `clause avoid`",
        "规则 `{rule}` 没有 `避免条款`",
        "quote a wording that breaks the rule",
        "请举出违反规则的条款文字",
    ),
    "L105b": Entry(
        "rule `{rule}` has no `clause prefer`",
        "规则 `{rule}` 没有 `建议条款`",
        "give a wording that keeps the rule",
        "请给出符合规则的条款文字",
    ),
    "L106": Entry(
        "rule `{rule}` has no `owner`",
        "规则 `{rule}` 没有 `负责人`",
        "name the department that answers for it: `owner credit`",
        "请写明负责部门：`负责人 信用`",
    ),
    "L107": Entry(
        "rule `{rule}` has no `blocker`",
        "规则 `{rule}` 没有 `卡点`",
        "name the cause of loss it works against, such as `arbitrary_credit`",
        "请写明针对的坏账成因，例如 `赊欠随意`",
    ),
    "L108": Entry(
        "rule `{rule}` has no `countermeasure`",
        "规则 `{rule}` 没有 `对策`",
        "name the measure of the company's catalogue that it carries out",
        "请写明它落实的对策编号",
    ),
    "L109": Entry(
        "no example shows `{rule}` {verdicts_en}",
        "`{rule}` 缺少示例：{verdicts_zh}",
        "`presign policy new` prints a rule with all three",
        "`presign policy new` 会给出含三种示例的规则",
    ),
    "L110": Entry(
        "`{rule}` isn't of the form `PAY-01`",
        "编号 `{rule}` 不是 `PAY-01` 的形式",
        "write two to eight capital letters, a hyphen and two to four digits",
        "请写二至八个大写字母、连字符和二至四位数字",
    ),
    "L111": Entry(
        "`{rule}` stands among rules of the family `{family}`",
        "`{rule}` 与本文件的 `{family}` 系列不一致",
        "give it a number of that family, or move it to a file of its own",
        "请改用该系列的编号，或移到另一文件",
    ),
    "L201": Entry(
        "two negations cancel out",
        "两个否定相互抵消",
        "say it without them; `--fix` does so",
        "请改为肯定的写法；`--fix` 可自动修改",
    ),
    "L201b": Entry(
        "`forbids` and a negation cancel out",
        "`禁止` 与否定相互抵消",
        "say it with `requires`; `--fix` does so",
        "请改用 `要求`；`--fix` 可自动修改",
    ),
    "L202": Entry(
        "`{written}` stands in a rule, where nobody can change or date it",
        "`{written}` 直接写在规则中，无法单独调整和注明期限",
        "declare `parameter {name}: {type_en}` with the row `| {written} |`, its `source`, `in force from` and `review by`, "
        "and write `{name}` here",
        "请声明 `参数 {name}: {type_zh}`，写一行 `| {written} |`，以及 `出处`、`施行 自` 和 `复核期限`，这里改写为 `{name}`",
    ),
    "L202n": Entry(
        "`{written}` stands in a rule; the parameter `{near}` has this value",
        "`{written}` 直接写在规则中；参数 `{near}` 的值与此相同",
        "write `{near}` here if it means the same, else declare a parameter of its own",
        "如含义相同请写 `{near}`，否则请另外声明参数",
    ),
    "L203": Entry(
        "a contract without `{name}` leaves `{rule}` undecided",
        "合同未载明 `{name}` 时，`{rule}` 无法判定",
        "write `{guard}`, so that a silent contract is decided",
        "请写 `{guard}`，使未约定的合同也能判定",
    ),
    "L203b": Entry(
        "a contract without `{name}` leaves `{rule}` undecided",
        "合同未载明 `{name}` 时，`{rule}` 无法判定",
        "write `{guard}`, so that the rule doesn't apply to a silent contract, or require `{name}` in a rule of its own",
        "请写 `{guard}`，使规则不适用于未约定的合同；或另立规则要求载明 `{name}`",
    ),
    "L301": Entry(
        "a row above takes {case}, too, and gives another value",
        "上面另有一行也适用于 {case}，且值不同",
        "narrow this row and write `hit unique`, or keep it and say why: `# lint: ignore L301 because …`",
        "请收窄此行并写 `命中 唯一`，或保留并说明：`# lint: ignore L301 因为 …`",
    ),
    "L302": Entry(
        "no two rows of `{name}` take one case, so `first` is needless",
        "`{name}` 各行不会重叠，不需要 `首行`",
        "write `hit unique`; `--fix` does so",
        "请写 `命中 唯一`；`--fix` 可自动修改",
    ),
    "L303": Entry(
        "`{name}` has no `review by`",
        "`{name}` 没有 `复核期限`",
        "name the day by which somebody has to look at it again",
        "请写明必须重新审视的日期",
    ),
    "L304": Entry(
        "`{name}` has no `source`",
        "`{name}` 没有 `出处`",
        "name the statute, the manual or the resolution that sets it",
        "请写明设定它的法律、制度或决议",
    ),
    "L901": Entry(
        "the suppression gives no reason",
        "抑制注释没有说明理由",
        "write `# lint: ignore L202 because …`",
        "请写 `# lint: ignore L202 因为 …`",
    ),
    "L901b": Entry(
        "the suppression names no code",
        "抑制注释没有写代码",
        "write `# lint: ignore L202 because …`",
        "请写 `# lint: ignore L202 因为 …`",
    ),
    "L902": Entry(
        "the suppression of `{code}` meets nothing",
        "对 `{code}` 的抑制没有对应的问题",
        "remove it",
        "请删去",
    ),
    "L903": Entry(
        "no check has the code `{code}`",
        "没有代码为 `{code}` 的检查",
        "`docs/lint.md` lists all codes",
        "全部代码见 `docs/lint.md`",
    ),
    "lint.clean": Entry("nothing found in {files} files", "{files} 个文件，未发现问题"),
    "lint.count": Entry("{count} findings: {codes}", "{count} 处：{codes}"),
    "lint.fixed": Entry("{path}: {count} mended", "{path}：已修复 {count} 处"),
    "lint.not_fixed": Entry(
        "{path}: not mended: the file was changed meanwhile, can't be written, or wouldn't mean the same",
        "{path}：未修复：文件已被改动、无法写入，或修复后含义会改变",
    ),
    "lint.no_check": Entry(
        "no check is called `{name}`",
        "没有名为 `{name}` 的检查",
        "give codes (`L202`), their beginnings (`L2`) or names (`magic-number`), with commas between them",
        "请给出代码（`L202`）、代码开头（`L2`）或名称（`magic-number`），用逗号分隔",
    ),
    "lint.nothing_chosen": Entry(
        "no check is left to run",
        "没有可运行的检查",
        "leave out `--ignore`, or choose others with `--select`",
        "请去掉 `--ignore`，或用 `--select` 另选",
    ),
}
