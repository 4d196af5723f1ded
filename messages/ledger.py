"""Messages about the ledger and its imports."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "ledger.ready": Entry("the ledger is ready: `{name}`", "台账已就绪：`{name}`"),
    "ledger.missing": Entry(
        "there is no ledger at `{name}`",
        "`{name}` 处没有台账",
        "make one with `presign ledger init`, or name another with `--db`",
        "用 `presign ledger init` 新建，或用 `--db` 指定",
    ),
    "ledger.unreadable": Entry("`{name}` can't be read: {why}", "无法读取 `{name}`：{why}"),
    "ledger.not_written": Entry("`{name}` can't be written: {why}", "无法写入 `{name}`：{why}"),
    "ledger.not_a_ledger": Entry(
        "`{name}` is a database, but not a ledger",
        "`{name}` 是数据库，但不是台账",
        "`presign ledger init` makes one in an empty database",
        "在空数据库中用 `presign ledger init` 新建",
    ),
    "ledger.damaged": Entry(
        "`{name}` is damaged, or not a database at all",
        "`{name}` 已损坏，或根本不是数据库",
        "bring back the last copy of the file; the imports after it can be run again",
        "请恢复最近的备份，之后的文件可重新导入",
    ),
    "ledger.disk_full": Entry(
        "the disk is full: nothing was changed in `{name}`",
        "磁盘已满：`{name}` 没有任何改动",
        "make room and run the command again",
        "腾出空间后重新运行",
    ),
    "ledger.locked": Entry(
        "another program has held `{name}` for {seconds} seconds: nothing was changed",
        "另一程序占用 `{name}` 超过 {seconds} 秒：没有任何改动",
        "wait until it is done and run the command again",
        "待其结束后重新运行",
    ),
    "ledger.database": Entry("the database `{name}` fails: {why}", "数据库 `{name}` 出错：{why}"),
    "ledger.dialect": Entry(
        "`{name}` isn't a database the ledger can stand in",
        "台账不支持数据库 `{name}`",
        "name a file, or a URL that starts with `postgresql://`",
        "请指定文件，或以 `postgresql://` 开头的地址",
    ),
    "ledger.url": Entry(
        "the address of the database can't be read",
        "无法识别数据库地址",
        "write it as `postgresql://user:password@host/database`",
        "写作 `postgresql://用户:密码@主机/数据库`",
    ),
    "ledger.no_driver": Entry(
        "the program that speaks to PostgreSQL isn't installed",
        "未安装 PostgreSQL 驱动",
        "install `presign[postgres]`",
        "请安装 `presign[postgres]`",
    ),
    "ledger.older": Entry(
        "the ledger `{name}` is of the older revision {found}; this program works with {known}",
        "台账 `{name}` 为较旧版本 {found}，本程序使用 {known}",
        "`presign ledger init` brings it up to date; its data stay",
        "用 `presign ledger init` 升级，数据保留",
    ),
    "ledger.newer": Entry(
        "the ledger `{name}` is of revision {found}, which this program doesn't know: it works with {known}",
        "台账 `{name}` 的版本 {found} 为本程序所不识，本程序使用 {known}",
        "install a newer Presign",
        "请安装较新的 Presign",
    ),
    "ledger.empty": Entry("`{name}` is empty", "`{name}` 是空文件"),
    "ledger.no_rows": Entry("`{name}` has a heading but no rows", "`{name}` 只有表头，没有数据行"),
    "ledger.too_big": Entry(
        "`{name}` is larger than {limit} MB",
        "`{name}` 超过 {limit} MB",
        "split it; the parts can be imported one after the other",
        "请拆分后逐个导入",
    ),
    "ledger.too_long": Entry(
        "the file has more than {limit} rows",
        "文件超过 {limit} 行",
        "split it; the parts can be imported one after the other",
        "请拆分后逐个导入",
    ),
    "ledger.too_wide": Entry(
        "`{name}` has more than {limit} columns, or a line longer than any ledger's",
        "`{name}` 超过 {limit} 列，或某行过长",
        "export the columns that are needed",
        "只导出需要的列",
    ),
    "ledger.not_text": Entry(
        "`{name}` isn't a text file",
        "`{name}` 不是文本文件",
        "save it as CSV or XLSX",
        "请另存为 CSV 或 XLSX",
    ),
    "ledger.bad_csv": Entry(
        "`{name}` can't be read as a table: a cell or a line has no end",
        "`{name}` 无法按表格读取：有单元格或行没有结束",
        "look for a quotation mark that isn't closed",
        "检查是否有未闭合的引号",
    ),
    "ledger.encoding": Entry(
        "`{name}` is neither UTF-8 nor GB18030 throughout: line {line} differs",
        "`{name}` 并非全文 UTF-8 或 GB18030：第 {line} 行不同",
        "save it in one encoding, best as `CSV UTF-8`",
        "请以单一编码另存，最好选 `CSV UTF-8`",
    ),
    "ledger.workbook_entities": Entry(
        "`{name}` declares entities, which no spreadsheet does: it isn't opened",
        "`{name}` 声明了实体，正常表格不会如此，未打开",
    ),
    "ledger.no_sheet": Entry(
        "`{name}` has no sheet (of at most {limit} columns)", "`{name}` 没有工作表（至多 {limit} 列）"
    ),
    "ledger.no_heading": Entry(
        "`{name}` has no heading row for {kind}",
        "`{name}` 中找不到 {kind} 的表头",
        "the first rows should name the columns; a mapping file can say which is which",
        "前几行应为列名，也可用映射文件指明",
    ),
    "ledger.no_column": Entry(
        "no column of {kind} is recognised as: {fields}",
        "{kind} 缺少可识别的列：{fields}",
        "found {columns}; say which is which with `--map`, a file of `field: column` lines",
        "现有 {columns}；可用 `--map` 指定 `字段: 列名`",
    ),
    "ledger.column_twice": Entry(
        "the columns `{first}` and `{second}` both mean `{field}`",
        "`{first}` 与 `{second}` 两列都表示 `{field}`",
        "name the right one in a mapping file: `{field}: {first}`",
        "请在映射文件中写明：`{field}: {first}`",
    ),
    "ledger.bad_map": Entry(
        "the mapping file `{name}` doesn't hold `field: column` lines",
        "映射文件 `{name}` 应为 `字段: 列名` 各行",
    ),
    "ledger.map_no_field": Entry(
        "the mapping file `{name}` names `{field}`, which isn't a field",
        "映射文件 `{name}` 中的 `{field}` 不是字段",
        "did you mean: {near}",
        "是否想写：{near}",
    ),
    "ledger.map_no_column": Entry(
        "the mapping file gives `{field}` the column `{heading}`, which isn't there",
        "映射文件为 `{field}` 指定的列 `{heading}` 不存在",
        "found {columns}",
        "现有 {columns}",
    ),
    "ledger.heading_line": Entry("line", "行号"),
    "ledger.heading_reason": Entry("reason", "原因"),
    "ledger.bad_day": Entry("`{text}` isn't a date such as 2026-03-02", "`{text}` 不是日期，应如 2026-03-02"),
    "ledger.two_days": Entry(
        "`{text}` may be {first} or {second}: write the year first",
        "`{text}` 可能是 {first} 或 {second}：请先写年份",
    ),
    "ledger.bad_amount": Entry("`{text}` isn't an amount such as 1,234.56", "`{text}` 不是金额，应如 1,234.56"),
    "ledger.too_large": Entry("`{text}` is more than a ledger can hold", "`{text}` 超出台账可存的金额"),
    "ledger.too_fine": Entry(
        "`{text}` is more than a ledger can hold, or has more than four decimals",
        "`{text}` 超出台账可存的金额，或小数超过四位",
    ),
    "ledger.formula": Entry("`{text}` is a formula: save the file with its values", "`{text}` 是公式：请以数值另存"),
    "ledger.bad_days": Entry("`{text}` isn't a whole number of days", "`{text}` 不是整数天数"),
    "ledger.bad_yes_no": Entry("`{text}` is neither yes nor no", "`{text}` 既非是也非否"),
    "ledger.bad_word": Entry("`{text}` isn't a word this column knows", "`{text}` 不是此列可用的词"),
    "ledger.bad_currency": Entry("`{text}` isn't a currency such as CNY", "`{text}` 不是币种，应如 CNY"),
    "ledger.too_long_text": Entry("`{text}` is longer than {limit} characters", "`{text}` 超过 {limit} 个字符"),
    "ledger.cut_number": Entry(
        "`{text}` has lost its last digits in a spreadsheet: export the column as text",
        "`{text}` 在电子表格中丢失了末几位：请将该列按文本导出",
    ),
    "ledger.two_currencies": Entry(
        "`{text}` is marked with another currency than {other}", "`{text}` 的币种与 {other} 不符"
    ),
    "ledger.empty_cell": Entry("`{field}` is empty", "`{field}` 为空"),
    "ledger.row_too_wide": Entry(
        "the row has {cells} cells, the heading {columns}: an amount with a comma needs quotation marks around it",
        "本行有 {cells} 个单元格，表头只有 {columns} 列：含逗号的金额须加引号",
    ),
    "ledger.no_owner": Entry("the row names no customer", "本行没有客户"),
    "ledger.no_object": Entry("the row names neither a contract nor an invoice", "本行既没有合同也没有发票"),
    "ledger.no_customer": Entry(
        "`{text}` isn't a customer of the ledger: import the customers first",
        "台账中没有客户 `{text}`：请先导入客户",
    ),
    "ledger.two_customers": Entry(
        "the name `{text}` and the number `{number}` are two customers", "名称 `{text}` 与号码 `{number}` 属于两个客户"
    ),
    "ledger.no_invoice": Entry(
        "the customer has no invoice `{text}`: import the invoices first", "该客户没有发票 `{text}`：请先导入发票"
    ),
    "ledger.due_before": Entry("due on {due}, before it was issued on {issued}", "到期日 {due} 早于开票日 {issued}"),
    "ledger.promise_before": Entry(
        "promised for `{text}`, before the promise was made", "承诺付款日 `{text}` 早于承诺日"
    ),
    "ledger.contradiction": Entry(
        "`{field}` is {text} here and {stored} in the ledger", "`{field}` 此处为 {text}，台账中为 {stored}"
    ),
    "ledger.imported": Entry(
        "{added} rows added, {changed} changed, {unchanged} known already, {rejected} rejected",
        "新增 {added} 行，更改 {changed} 行，已有 {unchanged} 行，拒绝 {rejected} 行",
    ),
    "ledger.rejected": Entry("rejected rows, each with its reason: `{path}`", "被拒行及原因见：`{path}`"),
    "ledger.row": Entry("line {line}: {why}", "第 {line} 行：{why}"),
    "ledger.more_rows": Entry("… and {count} more", "……另有 {count} 行"),
    "ledger.formulas": Entry(
        "cells that look like formulas, taken as text: {count}", "疑似公式、已按文本处理的单元格：{count} 个"
    ),
    "ledger.reading": Entry("importing", "导入中"),
    "ledger.customer_not_found": Entry(
        "the ledger has no customer {name}, by number or exact name",
        "台账中按号码和全称均找不到客户 {name}",
        "name the customer as the ledger has it with `--customer`",
        "用 `--customer` 写出台账中的客户",
    ),
    "ledger.customer_alike": Entry(
        "the ledger has no customer {name}, by number or exact name, but has {alike}",
        "台账中按号码和全称均找不到客户 {name}，但有 {alike}",
        "if it is one of these, name it as the ledger has it (a check takes it by `--customer`)",
        "如为其中之一，请按台账写法指定（检查时用 `--customer`）",
    ),
    "ledger.customer_contradicts": Entry(
        "the number {number} and the name `{name}` are two customers of the ledger: {alike}",
        "号码 {number} 与名称 `{name}` 在台账中属于两个客户：{alike}",
        "find out who signs, and name the customer with `--customer`",
        "查明签约方后用 `--customer` 指定客户",
    ),
    "ledger.differs": Entry(
        "`{fact}` is `{said}` in {origin} and `{kept}` in the ledger: the case file stands",
        "`{fact}` 在 {origin} 中为 `{said}`，台账中为 `{kept}`：以案件文件为准",
        "correct or leave out the line of the case file if the ledger is right",
        "若台账正确，请更正或删去案件文件中的该行",
    ),
    "ledger.converted": Entry(
        "amounts in {currency} are in the figures at {rate} {into}, by the company's table `exchange_rate`",
        "{currency} 金额按公司汇率表 `exchange_rate` 以 {rate} {into} 折算计入",
    ),
    "ledger.converted_on": Entry(
        "amounts in {currency} are in the figures at {rate} {into}, the case's rate of {on}",
        "{currency} 金额按案件文件{on}的汇率 {rate} {into} 折算计入",
    ),
    "ledger.no_rate": Entry(
        "the customer's figures aren't told: there is no rate for {currencies} into {into} on the day",
        "无法得出该客户的各项数额：当日没有 {currencies} 兑 {into} 的汇率",
        "give one in the company's policy (`exchange_rate`) or in the case file (`deal: {{exchange_rates: …}}`)",
        "请在公司政策（`exchange_rate`）或案件文件（`deal: {{exchange_rates: …}}`）中给出",
    ),
    "ledger.crossed": Entry(
        "the customer's figures aren't told: money of one currency went to invoices of another ({currencies})",
        "无法得出该客户的各项数额：收款与所核销发票的币种不同（{currencies}）",
        "allocate such money in the invoice's own currency",
        "请按发票币种登记该笔核销",
    ),
    "ledger.two_amounts": Entry(
        "`{text}` may be {first} or {second}: write it with two decimals",
        "`{text}` 可能是 {first} 或 {second}：请写两位小数",
    ),
    "ledger.customer_unknown": Entry(
        "the ledger has no customer {name}, by number or exact name",
        "台账中按号码和全称均找不到客户 {name}",
        "give the registration number, or the name exactly as in the ledger",
        "请写登记号，或与台账完全一致的名称",
    ),
    "ledger.no_buyer": Entry(
        "the contract names no buyer to look for in the ledger",
        "合同没有写明买方，无法在台账中查找",
        "name the customer with `--customer`",
        "用 `--customer` 指定客户",
    ),
    "ledger.kind_customers": Entry("customers", "客户"),
    "ledger.kind_invoices": Entry("invoices", "发票"),
    "ledger.kind_payments": Entry("payments", "收款"),
    "ledger.kind_orders": Entry("orders", "订单"),
    "ledger.kind_approvals": Entry("approvals", "审批"),
    "ledger.kind_promises": Entry("promises to pay", "付款承诺"),
    "ledger.kind_steps": Entry("steps of collection", "催收步骤"),
    "ledger.kind_returned_bills": Entry("returned bills", "退票"),
    "ledger.past_import": Entry(
        "{at} UTC  {kind} from `{file}`: {added} added, {changed} changed, {rejected} rejected",
        "{at} UTC  {kind}，文件 `{file}`：新增 {added}，更改 {changed}，拒绝 {rejected}",
    ),
    "ledger.as_of": Entry("as of {day}:", "截至 {day}："),
    "ledger.days": Entry("days", "天"),
    "ledger.not_due": Entry("not due", "未到期"),
    "ledger.pair": Entry("{label}: {value}", "{label}：{value}"),
    "ledger.bracketed": Entry("{text} ({more})", "{text}（{more}）"),
    "ledger.not_told": Entry(
        "can't be told, since the ledger lacks what they need: {figures}", "台账缺少所需记录，无法得出：{figures}"
    ),
    "ledger.customer_uscc": Entry("registration number", "统一社会信用代码"),
    "ledger.customer_grade": Entry("grade", "等级"),
    "ledger.customer_limit": Entry("credit limit", "信用额度"),
    "ledger.customer_limit_expiry": Entry("limit valid until", "额度有效期"),
    "ledger.customer_max_days": Entry("longest credit", "最长账期"),
    "ledger.customer_on_hold": Entry("on credit hold", "信用冻结"),
    "ledger.customer_established_on": Entry("established on", "成立日期"),
    "ledger.customer_bank_account": Entry("bank account", "银行账号"),
    "ledger.figure_receivables": Entry("receivables", "应收账款"),
    "ledger.figure_delivered_not_invoiced": Entry("delivered, not invoiced", "已发货未开票"),
    "ledger.figure_open_orders": Entry("open orders", "在手订单"),
    "ledger.figure_exposure": Entry("exposure (the three together)", "敞口（以上三项合计）"),
    "ledger.figure_advance": Entry("paid in advance", "预收款"),
    "ledger.figure_overdue": Entry("overdue", "逾期金额"),
    "ledger.figure_overdue_max_days": Entry("oldest overdue", "最长逾期"),
    "ledger.figure_ageing": Entry("ageing by days past due", "账龄（逾期天数）"),
    "ledger.figure_average_days_late": Entry("average days late, 12 months", "近 12 月平均逾期"),
    "ledger.figure_on_time_percent": Entry("paid on time, 12 months", "近 12 月按时付款率"),
    "ledger.figure_trend_days": Entry("days late, last 6 months against the 6 before", "逾期天数：近 6 月较前 6 月"),
    "ledger.figure_dso": Entry("days sales outstanding", "应收账款周转天数 (DSO)"),
    "ledger.figure_best_possible_dso": Entry("best possible days sales outstanding", "最佳可能 DSO"),
    "ledger.figure_average_days_delinquent": Entry("average days delinquent", "平均拖欠天数 (ADD)"),
    "ledger.figure_broken_promises": Entry("broken promises, 12 months", "近 12 月承诺未付"),
    "ledger.figure_returned_bills": Entry("returned bills, 12 months", "近 12 月退票"),
    "ledger.figure_average_monthly_sales": Entry("average monthly sales, 12 months", "近 12 月月均销售额"),
    "ledger.figure_largest_order": Entry("largest order", "最大订单"),
    "ledger.figure_receivables_share": Entry("share of all receivables", "占全部应收比例"),
    "ledger.figure_open_disputes": Entry("invoices in dispute", "争议发票"),
    "ledger.figure_is_new": Entry("new customer", "新客户"),
}
