"""Diagnostics of policy files: types and units (E3xx), and what the places shown with them are called."""

from __future__ import annotations

from .entry import Entry

TYPES = {
    "E301": Entry(
        "`{left_en}` and `{right_en}` can't be compared",
        "`{left_zh}` 与 `{right_zh}` 不能比较",
        "units never mix: compare values of the same unit",
        "不同单位不能混用，请比较同一单位的值",
    ),
    "E302": Entry(
        "`{left_en} {operator} {right_en}` has no meaning",
        "`{left_zh} {operator} {right_zh}` 没有意义",
        "add and subtract the same unit; multiply by a number or money by a percent; divide by a number or the same unit",
        "加减须为同一单位；乘以数，或金额乘百分比；除以数或同一单位",
    ),
    "E303": Entry(
        "money of two currencies doesn't meet",
        "两种货币的金额不能放在一起",
        "write both in one currency",
        "请用同一货币书写",
    ),
    "E304": Entry(
        "there is no `{fold}` of `{of_en}`",
        "`{of_zh}` 没有 `{fold}`",
        "sum needs quantities, max and min need an order",
        "合计须为数量，最大、最小须可排序",
    ),
    "E305": Entry(
        "`{name}` is `{is__en}`, not a list",
        "`{name}` 是 `{is__zh}`，不是列表",
        "test it directly",
        "请直接写条件",
    ),
    "E306": Entry(
        "`{name}` is a list of `{of_en}`, not of records",
        "`{name}` 是 `{of_zh}` 的列表，不是记录的列表",
        "write `{name} contains …`, or `count of {name}`",
        "请写 `{name} 包含 …` 或 `计数 {name}`",
    ),
    "E307": Entry(
        "`{name}` is a list of records (`{of_en}`)",
        "`{name}` 是记录（`{of_zh}`）的列表",
        "write `any x in {name} where …`",
        "请写 `任一 x 属于 {name} 满足 …`",
    ),
    "E308": Entry(
        "`{left_en}` has no order, so `{operator}` has no meaning",
        "`{left_zh}` 没有大小顺序，不能用 `{operator}`",
        "use `=`, `!=` or `is one of`; kinds in an order are declared as `scale`",
        "请用 `=`、`!=` 或 `属于`；有顺序的种类应声明为 `等级`",
    ),
    "E309": Entry(
        "lists and records can't be compared as a whole",
        "列表和记录不能整体比较",
        "use `contains`, `count of`, `any … in … where …`",
        "请用 `包含`、`计数`、`任一 … 属于 … 满足 …`",
    ),
    "E310": Entry(
        "only a fact or a record's field has a state",
        "只有事实或记录的字段才有状态",
        "ask the state of the facts the value is made of",
        "请对组成该值的事实判断状态",
    ),
    "E311": Entry(
        "`{text}` is a text, but a member of `{type}` is needed",
        "`{text}` 是文本，此处应为 `{type}` 的成员",
        "write the member without quotes",
        "成员不加引号",
    ),
    "E312": Entry(
        "a yes/no fact isn't compared",
        "是否类事实不用比较符号",
        "write `{name} is yes` or `{name} is no`: they say what silence means",
        "请写 `{name} 为是` 或 `{name} 为否`，它们规定了未载明时的含义",
    ),
    "E313": Entry(
        "`{number}` has no unit, but `{wanted_en}` is needed",
        "`{number}` 没有单位，此处应为 `{wanted_zh}`",
        "write the unit: `{sample_en}`",
        "请写出单位：`{sample_zh}`",
    ),
    "E324": Entry(
        "a rate and `{percent}` can't be compared: the period is missing",
        "费率不能与 `{percent}` 比较：缺少计算周期",
        "write `{percent} per day`, `per month`, `per year` or `once`",
        "请写 `每日 {percent}`、`每月 {percent}`、`每年 {percent}` 或 `一次性 {percent}`",
    ),
    "E325": Entry(
        "working days are counted by a calendar, and this file names none",
        "工作日须按日历计算，而本文件没有写明日历",
        'write `calendar CN` after `policy "…"`; calendars: {calendars}',
        '请在 `政策 "…"` 之后写 `日历 CN`；可用的日历：{calendars}',
    ),
    "E314": Entry(
        "`{name}` is `{is__en}`, not yes/no",
        "`{name}` 是 `{is__zh}`，不是是否类",
        "compare its value, or write `is present`",
        "请比较其值，或写 `存在`",
    ),
    "E315": Entry(
        "`is one of` has no meaning for `{name}`, which is `{is__en}`",
        "`{name}` 是 `{is__zh}`，不能用 `属于`",
        "a list is tested with `contains`, a yes/no fact with `is yes`",
        "列表用 `包含`，是否类用 `为是`",
    ),
    "E316": Entry(
        "`{name}` isn't a fixed value",
        "`{name}` 不是固定值",
        "list values; to compare with a fact or parameter, write `=`",
        "此处只能列出固定值；与事实或参数比较请用 `=`",
    ),
    "E317": Entry(
        "a value of `{wanted_en}` is needed, not of `{found_en}`",
        "此处应为 `{wanted_zh}`，而不是 `{found_zh}`",
    ),
    "E318": Entry(
        "only a fact that is a list can contain something",
        "只有列表类事实才能使用 `包含`",
    ),
    "E319": Entry(
        "`{name}` is a list and can't choose a parameter's row",
        "`{name}` 是列表，不能用来选择参数的行",
    ),
    "E320": Entry(
        "`{text}` isn't a value of `{wanted_en}`",
        "`{text}` 不是 `{wanted_zh}` 的值",
        "write the value with its unit; a text stands in quotes",
        "请写出带单位的值；文本须加引号",
    ),
    "E321": Entry(
        "one value of `{wanted_en}` is needed, not a list",
        "此处应为单个 `{wanted_zh}`，而不是列表",
        "write it without brackets",
        "请去掉方括号",
    ),
    "E322": Entry(
        "a list is needed",
        "此处应为列表",
        "write it in brackets: `[a, b]`",
        "请写在方括号中：`[a, b]`",
    ),
    "E323": Entry(
        "a record of `{record}` is needed",
        "此处应为 `{record}` 记录",
        "write its fields in parentheses: `(field value, field value)`",
        "请在圆括号中写字段：`(字段 值, 字段 值)`",
    ),
}

NOTES = {
    "note.error": Entry("error", "错误"),
    "note.warning": Entry("warning", "警告"),
    "note.help": Entry("help", "提示"),
    "note.first": Entry("first here", "首次在此"),
    "note.type.money": Entry("this is money", "这是金额"),
    "note.type.percent": Entry("this is a percent", "这是百分比"),
    "note.type.rate": Entry("this is a rate", "这是费率"),
    "note.type.hours": Entry("these are hours", "这是小时"),
    "note.type.days": Entry("these are days", "这是天数"),
    "note.type.working days": Entry("these are working days", "这是工作日"),
    "note.type.months": Entry("these are months", "这是月数"),
    "note.type.years": Entry("these are years", "这是年数"),
    "note.type.number": Entry("this is a number", "这是数"),
    "note.type.date": Entry("this is a date", "这是日期"),
    "note.type.text": Entry("this is a text", "这是文本"),
    "note.type.yes/no": Entry("this is yes or no", "这是是否"),
    "note.type.scale": Entry("this is a member of a scale", "这是等级的成员"),
    "note.type.kinds": Entry("this is a member of kinds", "这是种类的成员"),
    "note.type.record": Entry("this is a record", "这是记录"),
    "note.type.list": Entry("this is a list", "这是列表"),
}
