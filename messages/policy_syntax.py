"""Diagnostics of policy files: writing (E1xx)."""

from __future__ import annotations

from .entry import Entry

SYNTAX = {
    "E101": Entry(
        "expected {expected_en}, found `{found}`",
        "此处应为{expected_zh}，但写了 `{found}`",
    ),
    "E102": Entry(
        "the declaration ends too early: expected {expected_en}",
        "声明不完整：此处还应有{expected_zh}",
    ),
    "E103": Entry(
        "`{found}` is a word of the language and can't be a name",
        "`{found}` 是语言的保留字，不能用作名称",
        "choose another name, or a dotted one such as `deal.{found}`",
        "请换一个名称，或使用带点的名称，例如 `deal.{found}`",
    ),
    "E104": Entry(
        "`{found}` can't follow `is`",
        "`是` 之后不能写 `{found}`",
        "write `is stated`, `is absent`, `is unknown`, `is present`, `is yes`, `is no` or `is one of`; to compare a value, write `=`",
        "可写 `已载明`、`未载明`、`不明`、`存在`、`为是`、`为否` 或 `属于`；比较数值请用 `=`",
    ),
    "E105": Entry(
        "`{found}` can't follow `is`",
        "`是` 之后不能写 `{found}`",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E106": Entry(
        "a comparison can't go on with `{found}`",
        "比较之后不能再接 `{found}`",
        "join two comparisons with `and`",
        "请用 `且` 连接两个比较",
    ),
    "E107": Entry(
        "`{found}` alone is no condition",
        "只写 `{found}` 不成为条件",
        "compare it, or write `{found} is yes`, `{found} is present`",
        "请写出比较，或写 `{found} 为是`、`{found} 存在`",
    ),
    "E108": Entry(
        "`{found}` isn't a unit",
        "`{found}` 不是单位",
        "did you mean `{number} {near}`?",
        "是否想写 `{number} {near}`？",
    ),
    "E109": Entry(
        "`{found}` stands before the first declaration",
        "`{found}` 出现在第一个声明之前",
        "begin with `policy`, `fact`, `parameter`, `rule` or `example`",
        "请以 `政策`、`事实`、`参数`、`规则` 或 `示例` 开头",
    ),
    "E110": Entry(
        "expected a rule's number, found `{found}`",
        "此处应为规则编号，但写了 `{found}`",
        "capital letters, a hyphen and a number, such as `CRT-01`",
        "写成大写字母、连字符和数字，例如 `CRT-01`",
    ),
    "E111": Entry(
        "`{found}` isn't a comparison",
        "`{found}` 不是比较符号",
        "write `{right}`",
        "请写 `{right}`",
    ),
    "E112": Entry(
        "`{found}` means nothing here",
        "此处的 `{found}` 没有含义",
        "did you mean `{near}`?",
        "是否想写 `{near}`？",
    ),
    "E113": Entry(
        "`(` has no matching `)`",
        "`(` 没有对应的 `)`",
        "close it before the next clause",
        "请在下一个子句之前补上 `)`",
    ),
    "E114": Entry(
        "`)` has no matching `(`",
        "`)` 没有对应的 `(`",
        "remove it, or open a parenthesis before",
        "请删除，或在前面补上 `(`",
    ),
    "E115": Entry(
        "the text has no end",
        "文本没有结束引号",
        "close it with `{quote}` in the same line; a line break in a text is written `\\n`",
        "请在同一行用 `{quote}` 结束；文本中的换行写作 `\\n`",
    ),
    "E116": Entry(
        "`{found}` ({code}, {name}) can't stand here",
        "此处不能出现 `{found}`（{code}，{name}）",
    ),
    "E118": Entry(
        "a `{declaration}` has no clause `{found}` here",
        "`{declaration}` 在此处没有 `{found}` 子句",
        "it takes {clauses_en}",
        "可用的子句：{clauses_zh}",
    ),
    "E119": Entry(
        "`{language}` isn't a language of policies",
        "政策文件不支持语言 `{language}`",
        "write `# language: en` or `# language: zh`",
        "请写 `# language: zh` 或 `# language: en`",
    ),
    "E120": Entry(
        "a hidden character ({code}, {name}) changes the direction of writing",
        "此处有改变书写方向的隐藏字符（{code}，{name}）",
        "delete it: it makes a policy read differently from what it says",
        "请删除：它会使政策看起来与实际内容不同",
    ),
    "E121": Entry(
        "an invisible character ({code}, {name}) stands here",
        "此处有不可见字符（{code}，{name}）",
        "delete it",
        "请删除",
    ),
    "E122": Entry(
        "money is written with the code of its currency, not with `{found}`",
        "金额应写货币代码，不写 `{found}`",
        "for example `{currency} 500,000`",
        "例如 `{currency} 500,000` 或 `50万元`",
    ),
    "E123": Entry(
        "`{found}` ({code}) is the full-width form of `{right}`",
        "`{found}`（{code}）是 `{right}` 的全角形式",
        "write `{right}`; only punctuation and digits may be full-width",
        "请写 `{right}`；只有标点和数字可用全角",
    ),
    "E124": Entry(
        "`{found}` ({code}, {name}) only looks like `{right}`",
        "`{found}`（{code}，{name}）只是看起来像 `{right}`",
        "type the letter `{right}`",
        "请输入字母 `{right}`",
    ),
    "E125": Entry(
        "`{found}` doesn't begin a text",
        "`{found}` 不能作为文本的引号",
        'write texts as `"…"`, `「…」` or `“…”`',
        '文本写作 `「…」`、`“…”` 或 `"…"`',
    ),
    "E127": Entry(
        "nothing follows `{found}`",
        "`{found}` 之后缺少内容",
        "write what it is compared with, or the condition it joins",
        "请写出要比较的值或要连接的条件",
    ),
    "E128": Entry(
        "`{found}` holds the keyword `{keyword}`",
        "`{found}` 中含有关键词 `{keyword}`",
        "put a blank between: `{right}`",
        "请用空格隔开：`{right}`",
    ),
    "E129": Entry(
        "`in` doesn't test a value",
        "`in` 不能用来判断值",
        "write `is one of`",
        "请写 `属于`",
    ),
    "E130": Entry(
        "a comma is missing before `{found}`",
        "`{found}` 之前缺少逗号",
        "separate words with `,`",
        "各项之间请用 `，` 或 `、` 分隔",
    ),
    "E131": Entry(
        "a colon can't stand here",
        "此处不能写冒号",
        "it stands after a declared name, the name of an exception and `when undecided`; values follow `=`",
        "冒号只用于声明的名称、例外的名称和 `无法判定时` 之后；值写在 `=` 之后",
    ),
    "E132": Entry(
        "`{found}` needs the name of the exception",
        "`{found}` 之后应写例外的名称",
        'write `unless "secured": …`',
        "请写 `例外「有担保」：…`",
    ),
    "E133": Entry(
        "rule `{rule}` has no title",
        "规则 `{rule}` 没有标题",
        'write it after the number: `rule {rule} "…"`',
        "请在编号之后写标题：`规则 {rule}「…」`",
    ),
    "E134": Entry(
        "`{found}` can't stand between two values",
        "`{found}` 不能放在两个值之间",
        "compare with `=`, `!=`, `<`, `<=`, `>`, `>=`, or test with `is present`, `is yes`, `is one of`",
        "请用 `=`、`≠`、`<`、`≤`、`>`、`≥` 比较，或用 `存在`、`为是`、`属于` 判断",
    ),
    "E135": Entry(
        "`or` joins conditions, not values",
        "`或` 连接的是条件，不是值",
        "write `is one of {one}, {other}`",
        "请写 `属于 {one}、{other}`",
    ),
    "E136": Entry(
        "`{found}` isn't a cell",
        "`{found}` 不是单元格的值",
        "write `any` for a cell that takes everything; rows need no line under a heading",
        "不限时请写 `任一`；行之间不需要分隔线",
    ),
    "E137": Entry(
        "the name of a file or pack stands in quotes",
        "文件或规则包的名称要加引号",
        'write `use "credit-policy"`',
        "请写成 `引用「credit-policy」`",
    ),
    "E138": Entry(
        "the row above has no end",
        "上一行没有结束",
        "each row starts and ends with `|`",
        "每一行都以 `|` 开始，并以 `|` 结束",
    ),
    "E126": Entry(
        "`{text}` isn't a value",
        "`{text}` 不是有效的值",
        "a date must be in the calendar, a number has at most 30 digits, 万 and 亿 need their currency",
        "日期须存在于日历，数字最多 30 位，万、亿之后须写货币",
    ),
}
