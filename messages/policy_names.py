"""Diagnostics of policy files: names and words (E2xx). A key with `n` has a near name to suggest."""

from __future__ import annotations

from .entry import Entry

NAMES = {
    "E201": Entry(
        "`{name}` isn't declared",
        "`{name}` 没有声明",
        "declare it as a `fact` or a `parameter`, or put a text in quotes",
        "请声明为 `事实` 或 `参数`；若为文本请加引号",
    ),
    "E201n": Entry(
        "`{name}` isn't declared",
        "`{name}` 没有声明",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E202": Entry(
        "`{name}` isn't a member of `{type}`",
        "`{type}` 中没有成员 `{name}`",
        "its members: {members}",
        "成员有：{members}",
    ),
    "E202n": Entry(
        "`{name}` isn't a member of `{type}`",
        "`{type}` 中没有成员 `{name}`",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E203": Entry(
        "`{name}` isn't a fact, and an example gives and expects facts",
        "`{name}` 不是事实，而示例只能写事实",
        "declare the `fact`, or remove the line",
        "请先声明该 `事实`，或删除此行",
    ),
    "E203n": Entry(
        "`{name}` isn't a fact",
        "`{name}` 不是事实",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E204": Entry(
        "the record `{record}` has no field `{name}`",
        "记录 `{record}` 没有字段 `{name}`",
        "its fields: {fields}",
        "字段有：{fields}",
    ),
    "E204n": Entry(
        "the record `{record}` has no field `{name}`",
        "记录 `{record}` 没有字段 `{name}`",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E205": Entry(
        "`{name}` isn't a fact that holds a list",
        "`{name}` 不是列表类事实",
        "name a fact declared as `list of …`",
        "请写声明为 `列表 …` 的事实",
    ),
    "E205n": Entry(
        "`{name}` isn't a fact that holds a list",
        "`{name}` 不是列表类事实",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E206": Entry(
        "`{name}` isn't a type",
        "`{name}` 不是类型",
        "declare it as `scale`, `kinds` or `record`",
        "请声明为 `等级`、`种类` 或 `记录`",
    ),
    "E206n": Entry(
        "`{name}` isn't a type",
        "`{name}` 不是类型",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E207": Entry(
        "`{name}` isn't a fact, and the rows of a parameter are chosen by facts",
        "`{name}` 不是事实，而参数的行由事实选择",
    ),
    "E207n": Entry(
        "`{name}` isn't a fact",
        "`{name}` 不是事实",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E208": Entry(
        "there is no rule `{name}`",
        "没有规则 `{name}`",
        "an example needs the rule it is about",
        "示例须对应一条规则",
    ),
    "E208n": Entry(
        "there is no rule `{name}`",
        "没有规则 `{name}`",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E209": Entry(
        "a message shows facts and parameters, and `{name}` is neither",
        "提示中只能显示事实和参数，`{name}` 两者都不是",
        "write the name between the braces without anything else",
        "花括号中只写名称",
    ),
    "E209n": Entry(
        "a message shows facts and parameters, and `{name}` is neither",
        "提示中只能显示事实和参数，`{name}` 两者都不是",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E210": Entry(
        "`{name}` stands here a second time",
        "`{name}` 重复出现",
        "keep one of the two, or rename one",
        "请只保留一处，或改名",
    ),
    "E211": Entry(
        "`{name}` is a built-in type and can't be declared",
        "`{name}` 是内置类型，不能再声明",
        "choose another name",
        "请换一个名称",
    ),
    "E212": Entry(
        "the label `{label}` belongs to another member",
        "名称 `{label}` 已属于另一个成员",
        "members may be written by their Chinese label, so each needs its own",
        "成员可用中文名称书写，所以名称不能重复",
    ),
    "E213": Entry(
        "the field `{name}` can't hold a list or a record",
        "字段 `{name}` 不能是列表或记录",
    ),
    "E214": Entry(
        "a fact can't be a single record",
        "事实不能是单个记录",
        "write `list of {record}`",
        "请写 `列表 {record}`",
    ),
    "E215": Entry(
        "a parameter can't be `{is__en}`",
        "参数不能是 `{is__zh}`",
        "a parameter is one value for each row",
        "参数的每一行只有一个值",
    ),
    "E216": Entry(
        "only the innermost `{variable}` can be used here, not `{name}`",
        "此处只能使用最内层的 `{variable}`，不能使用 `{name}`",
        "put the condition on the outer record outside the inner `where`",
        "请把外层记录的条件写在内层 `满足` 之外",
    ),
}

WORDS = {
    key: Entry(
        f"`{{name}}` isn't {english}",
        f"`{{name}}` 不是{chinese}",
        "choose from: {choices}",
        "可选：{choices}",
    )
    for key, english, chinese in (
        ("E220", "a severity", "级别"),
        ("E221", "a blocker", "卡点"),
        ("E222", "a stage", "阶段"),
        ("E223", "a side", "立场"),
        ("E224", "where a fact comes from", "事实的来源"),
        ("E225", "an answer to `when undecided`", "`无法判定时` 的处理"),
        ("E226", "a verdict", "判定结果"),
        ("E227", "a hit policy", "命中方式"),
        ("E228", "a calendar of working days", "工作日历"),
    )
}
WORDS |= {
    f"{key}n": Entry(entry.en, entry.zh, "did you mean `{near}`?", "是否想写 `{near}`？")
    for key, entry in WORDS.items()
}
