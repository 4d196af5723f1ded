"""Diagnostics of policy files: what a declaration needs (E4xx), files and limits (E5xx), warnings (W6xx)."""

from __future__ import annotations

from .entry import Entry

NEEDS = {
    "E401": Entry(
        "rule `{rule}` has no `severity`",
        "规则 `{rule}` 没有 `级别`",
        "add `severity block`, `high`, `medium` or `low`",
        "请写 `级别 阻断`、`高`、`中` 或 `低`",
    ),
    "E402": Entry(
        "rule `{rule}` demands nothing",
        "规则 `{rule}` 没有任何要求",
        "add `requires …` or `forbids …`",
        "请写 `要求 …` 或 `禁止 …`",
    ),
    "E403": Entry(
        "example `{title}` expects nothing",
        "示例 `{title}` 没有预期",
        "add `expect RULE violated`, or the value of a fact",
        "请写 `预期 规则编号 违反`，或写事实的值",
    ),
    "E404": Entry(
        "this clause stands here a second time",
        "此子句重复出现",
        "join the two, or remove one",
        "请合并，或删除其一",
    ),
    "E405": Entry(
        "this text gives one language twice",
        "此文本的同一语言写了两次",
        "keep one `en` and one `zh`",
        "`英`、`中` 各保留一个",
    ),
    "E406": Entry(
        "fact `{name}` doesn't say where it comes from",
        "事实 `{name}` 没有写明来源",
        "add `from contract`, `from case` or `from derived`",
        "请写 `来自 合同`、`来自 档案` 或 `来自 推算`",
    ),
    "E407": Entry(
        "only a fact from the contract can be read from its text, and `{name}` isn't one",
        "只有来自合同的事实才能从文本读取，`{name}` 不是",
        "remove `read`, or write `from contract`",
        "请删除 `读作`，或改为 `来自 合同`",
    ),
    "E408": Entry(
        "`{brace}` in this message has no partner",
        "提示中的 `{brace}` 不成对",
        "write `{{name}}` around the name of a fact or parameter",
        "请写成 `{{名称}}`",
    ),
    "E409": Entry(
        "an example can't give `{name}` in this way",
        "示例不能这样给出 `{name}`",
        "write `= value`, `is absent`, `is unknown` or `is not applicable`",
        "请写 `= 值`、`未载明`、`不明` 或 `不适用`",
    ),
    "E410": Entry(
        "the period ends on {end}, before it starts on {start}",
        "期间于 {end} 结束，早于开始日 {start}",
        "swap the two dates",
        "请调换两个日期",
    ),
    "E411": Entry(
        "parameter `{name}` has no value in this section",
        "参数 `{name}` 在此期间没有值",
        "add a row, such as `| 60 days |`",
        "请加一行，例如 `| 60 天 |`",
    ),
    "E412": Entry(
        "two sections of the parameter are in force on the same day",
        "参数的两个期间重叠",
        "end the earlier one with `until`",
        "请用 `至` 结束较早的期间",
    ),
    "E413": Entry(
        "two rows have the same keys",
        "两行的键相同",
        "keep one of them",
        "请只保留一行",
    ),
    "E414": Entry(
        "cells in this row: {found}, needed: {wanted}",
        "此行有 {found} 格，应为 {wanted} 格",
        "one cell for each key after `by`, then the value; each row ends with `|`",
        "`按` 之后的每个键一格，最后是值；每行以 `|` 结束",
    ),
    "E415": Entry(
        "a file has one `policy`",
        "一个文件只能有一个 `政策`",
        "put the second policy in a file of its own",
        "请把第二个政策放入单独的文件",
    ),
    "E416": Entry(
        "the pattern `{pattern}` doesn't say where the value stands",
        "句式 `{pattern}` 没有标出值的位置",
        "write `{{}}` for the value; only a yes/no fact needs none",
        "请用 `{{}}` 表示值；只有是否类事实可以不写",
    ),
    "E417": Entry(
        "the pattern is empty",
        "句式为空",
        "write the words to look for",
        "请写出要查找的词语",
    ),
    "E418": Entry(
        "`{bracket}` has no partner in this pattern",
        "句式中的 `{bracket}` 不成对",
        "`[…]` holds words that may be missing, `(…|…)` one or the other",
        "`[…]` 表示可省略的词，`(…|…)` 表示其中之一",
    ),
    "E419": Entry(
        "a second `{{}}` stands in this pattern",
        "句式中出现了第二个 `{{}}`",
        "a pattern reads one value; write two patterns or two facts",
        "一个句式只读取一个值，请写成两个句式或两个事实",
    ),
    "E420": Entry(
        "the pattern `{pattern}` has no word that every match holds",
        "句式 `{pattern}` 没有必定出现的词",
        "put one word outside `[…]`",
        "请至少在 `[…]` 之外写一个词",
    ),
    "E421": Entry(
        "the pattern is nested more than {limit} deep",
        "句式嵌套超过 {limit} 层",
        "write several patterns",
        "请拆成多个句式",
    ),
    "E422": Entry(
        "two rows of the table both take {case}",
        "决策表有两行都适用于 {case}",
        "narrow one of them, or write `hit first` so that the upper row counts",
        "请收窄其中一行，或写 `命中 首行`，以上面一行为准",
    ),
    "E423": Entry(
        "table `{name}` doesn't say by which facts a row is chosen",
        "决策表 `{name}` 没有写明按哪些事实选行",
        "add `given` with the facts of its columns",
        "请写 `给定` 和各列的事实",
    ),
    "E424": Entry(
        "a row of a table gives its value after `=>`",
        "决策表的行用 `=>` 给出值",
        "write `| up to 30 days => sales_manager |`",
        "请写成 `| 不超过 30 天 => 销售经理 |`",
    ),
    "E425": Entry(
        "a row of a parameter has no `=>`",
        "参数的行没有 `=>`",
        "write `| key | value |`, or declare a `table`",
        "请写成 `| 键 | 值 |`，或声明 `决策表`",
    ),
    "E426": Entry(
        "a parameter's row holds single values; ranges stand in a table",
        "参数的行只能写单个值，范围请写在决策表中",
        "declare a `table … given …` with `| up to 30 days => … |`",
        "请声明 `决策表 … 给定 …`，写成 `| 不超过 30 天 => … |`",
    ),
    "E427": Entry(
        "`{of_en}` has no order, so it has no range",
        "`{of_zh}` 没有大小之分，不能写范围",
        "list the values: `a, b`",
        "请列出各值：`甲、乙`",
    ),
    "E428": Entry(
        "both ends of this range point the same way",
        "此范围的两端方向相同",
        "write `over 30 days up to 60 days`",
        "请写成 `超过 30 天 不超过 60 天`",
    ),
    "E429": Entry(
        "no parameter or table is called `{name}`",
        "没有名为 `{name}` 的参数或决策表",
        "`use` the file or pack that declares it",
        "请先 `引用` 声明它的文件或规则包",
    ),
    "E429n": Entry(
        "no parameter or table is called `{name}`",
        "没有名为 `{name}` 的参数或决策表",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E430": Entry(
        "`{name}` is amended twice for the same day",
        "`{name}` 在同一天被修订了两次",
        "end the earlier amendment with `until`, or keep one",
        "请用 `至` 结束较早的修订，或只保留一个",
    ),
    "E431": Entry(
        "no rule is called `{name}`",
        "没有编号为 `{name}` 的规则",
        "`use` the file or pack that declares it",
        "请先 `引用` 声明它的文件或规则包",
    ),
    "E431n": Entry(
        "no rule is called `{name}`",
        "没有编号为 `{name}` 的规则",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E432": Entry(
        "rule `{rule}` is amended in two places",
        "规则 `{rule}` 在两处被修订",
        "join the two, or remove one",
        "请合并，或删除其一",
    ),
    "E433": Entry(
        "an amendment can only make rule `{rule}` stricter",
        "修订只能使规则 `{rule}` 更严格",
        'to give it up, write `switch off {rule} because "…"`; to let a case through, add an `exception`',
        '如不再适用，请写 `停用 {rule} 因为 "…"`；如只放行某种情形，请加 `特例`',
    ),
    "E434": Entry(
        "rule `{rule}` is switched off without a reason",
        "停用规则 `{rule}` 没有写明理由",
        'add `because "…"`: the reason is shown in every report',
        '请写 `因为 "…"`，每份报告都会显示该理由',
    ),
    "E435": Entry(
        "exception `{name}` doesn't say when it holds",
        "特例 `{name}` 没有写明何时成立",
        "add `when` with a condition",
        "请写 `当` 和条件",
    ),
    "E436": Entry(
        "`{name}` holds against exception `{to}` as long as that one is in force",
        "`{name}` 与它所针对的特例 `{to}` 同时施行",
        "remove `in force`, and date the exception `{to}` itself",
        "请删除 `施行`，改为给特例 `{to}` 写明期间",
    ),
    "E437": Entry(
        "rule `{rule}` has no exception `{name}`",
        "规则 `{rule}` 没有特例 `{name}`",
        "leave it out to add an exception to the rule itself",
        "不写特例名称，即为对规则本身的特例",
    ),
    "E437n": Entry(
        "rule `{rule}` has no exception `{name}`",
        "规则 `{rule}` 没有特例 `{name}`",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E438": Entry(
        "these exceptions hold against each other in a circle: {chain}",
        "这些特例互相针对，形成循环：{chain}",
        "let one of them speak of the rule itself",
        "请让其中一个针对规则本身",
    ),
    "E439": Entry(
        "more than {limit} exceptions hold against one another here",
        "此处互相针对的特例超过 {limit} 层",
        "state the case in one exception to the rule itself",
        "请用一个针对规则本身的特例说明该情形",
    ),
}

FILES = {
    "E501": Entry(
        "the file has {size} characters, more than {limit}",
        "文件有 {size} 个字符，超过 {limit}",
        "split it",
        "请拆分",
    ),
    "E501b": Entry(
        "the file has {size} bytes, more than {limit}",
        "文件有 {size} 字节，超过 {limit}",
        "split it",
        "请拆分",
    ),
    "E502": Entry(
        "the text has {size} characters, more than {limit}",
        "文本有 {size} 个字符，超过 {limit}",
        "keep long texts outside the policy",
        "长文本请放在政策之外",
    ),
    "E503": Entry(
        "the condition is nested more than {limit} deep",
        "条件嵌套超过 {limit} 层",
        "split the rule, or join parts with `and`",
        "请拆分规则，或用 `且` 连接各部分",
    ),
    "E504": Entry(
        "the declaration has more than {limit} words and signs",
        "声明超过 {limit} 个词和符号",
        "split it",
        "请拆分",
    ),
    "E505": Entry(
        "the condition has more than {limit} words and signs",
        "条件超过 {limit} 个词和符号",
        "split it into several `requires` or rules",
        "请拆分为多个 `要求` 或多条规则",
    ),
    "E513": Entry(
        "the calculation has more than {limit} signs",
        "算式超过 {limit} 个运算符",
        "have the value computed as a fact of its own",
        "请把该值作为单独的事实计算",
    ),
    "E506": Entry(
        "the file has more than {limit} declarations",
        "文件超过 {limit} 个声明",
        "split it",
        "请拆分",
    ),
    "E507": Entry(
        "folder `{path}` has more than {limit} policy files",
        "文件夹 `{path}` 中的政策文件超过 {limit} 个",
    ),
    "E508": Entry(
        "there is no file `{path}`",
        "没有文件 `{path}`",
        "check the spelling of the path",
        "请检查路径",
    ),
    "E509": Entry(
        "`{path}` isn't UTF-8 text (byte {offset})",
        "`{path}` 不是 UTF-8 文本（第 {offset} 字节）",
        "save it as UTF-8",
        "请另存为 UTF-8",
    ),
    "E510": Entry(
        "`{path}` can't be read: {why}",
        "无法读取 `{path}`：{why}",
    ),
    "E511": Entry(
        "folder `{path}` has no `.policy` file",
        "文件夹 `{path}` 中没有 `.policy` 文件",
    ),
    "E512": Entry(
        "`{path}` isn't a regular file",
        "`{path}` 不是普通文件",
    ),
    "E514": Entry(
        "there is no policy file or shipped pack `{target}`",
        "没有名为 `{target}` 的政策文件或随附规则包",
        "name a file by its path from this one, or a pack that `presign rules` shows",
        "请写文件相对于本文件的路径，或 `presign rules` 所列的规则包",
    ),
    "E514n": Entry(
        "there is no policy file or shipped pack `{target}`",
        "没有名为 `{target}` 的政策文件或随附规则包",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
}

WARNINGS = {
    "W601": Entry(
        "`{name}` has no row for {missing}",
        "`{name}` 缺少 {missing} 的行",
        "without a row the value is unknown, and rules that use it stay undecided",
        "没有对应的行时值为不明，使用它的规则将无法判定",
    ),
    "W602": Entry(
        "`{name}` has no value in force from {from} to {to}",
        "`{name}` 自 {from} 至 {to} 没有施行中的值",
        "let the sections follow each other day by day",
        "请让各期间逐日衔接",
    ),
    "W603": Entry(
        "the rows of `{name}` interleave too much to be judged for gaps and overlaps",
        "`{name}` 的各行交错过多，无法检查遗漏和重叠",
        "split the table, or use fewer ranges",
        "请拆分决策表，或减少范围",
    ),
    "W604": Entry(
        "two rows of the table both take {case} and give the same value",
        "决策表有两行都适用于 {case}，且值相同",
        "narrow one of them, or remove it",
        "请收窄或删除其中一行",
    ),
}
