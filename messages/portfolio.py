"""Messages of jobs on many files, and of judging what they stored."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "portfolio.progress": Entry("{done} files · {rate} files/s", "已完成 {done} 份 · 每秒 {rate} 份"),
    "portfolio.progress_left": Entry(
        "{done} of {total} files · {rate} files/s · {left} left",
        "已完成 {done} / {total} 份 · 每秒 {rate} 份 · 还需{left}",
    ),
    "portfolio.seconds": Entry("{count} s", "{count} 秒"),
    "portfolio.minutes": Entry("{count} min", "{count} 分钟"),
    "portfolio.hours": Entry("{count} h", "{count} 小时"),
    "portfolio.done": Entry(
        "{files} files: {refused} with violations from {severity} upwards, {open} that couldn't be judged whole, "
        "{unreadable} that couldn't be read",
        "共 {files} 份：{refused} 份有“{severity}”及以上的违规，{open} 份未能完整判断，{unreadable} 份无法读取",
    ),
    "portfolio.spared": Entry(
        "{kept} unchanged files came from the cache, {resumed} rows stood already",
        "{kept} 份未变动的文件取自缓存，{resumed} 行此前已写入",
    ),
    "portfolio.accepted": Entry(
        "{waived} findings are waived, {known} were there before", "{waived} 项结论已获豁免，{known} 项此前已有"
    ),
    "portfolio.interrupted": Entry(
        "stopped; {done} files have their rows",
        "已停止；{done} 份文件的结果已写入",
        "the same command with `--resume` goes on from here",
        "同一命令加上 `--resume` 即可继续",
    ),
    "portfolio.exists": Entry(
        "`{path}` holds rows of an earlier job",
        "`{path}` 中已有此前任务的结果",
        "`--resume` goes on with that job; for a new one, name another place or delete it",
        "用 `--resume` 继续该任务；新任务请另指定位置，或先删除它",
    ),
    "portfolio.other_job": Entry(
        "the rows in `{path}` were made with other policies, options or another version",
        "`{path}` 中的结果是用另外的政策、选项或版本得出的",
        "rows of one job are judged alike: begin a new one in another place",
        "同一任务的结果须按同样的标准判断：请在别处开始新任务",
    ),
    "portfolio.not_rows": Entry("`{path}` holds something else than rows of a check", "`{path}` 的内容不是检查结果"),
    "portfolio.in_use": Entry("another job is writing `{path}`", "另一个任务正在写 `{path}`"),
    "portfolio.whole_format": Entry(
        "`{name}` needs all contracts at once and can't be had while rows stream",
        "`{name}` 需要全部合同的结果，不能与逐行输出同时使用",
        "ask for it in a run of its own, without jsonl, parquet, `--resume` and `--scheduler`",
        "请另外运行一次，不使用 jsonl、parquet、`--resume` 和 `--scheduler`",
    ),
    "portfolio.nowhere": Entry(
        "there is no place to write the rows to",
        "没有指定结果写到哪里",
        "`--output jsonl:FILE` or `--output parquet:FOLDER`",
        "请用 `--output jsonl:文件` 或 `--output parquet:文件夹`",
    ),
    "portfolio.no_polars": Entry(
        "data sets need the extra `portfolio`, which isn't installed",
        "数据集需要 `portfolio` 组件，尚未安装",
        "`pip install 'presign[portfolio]'`",
        "安装：`pip install 'presign[portfolio]'`",
    ),
    "portfolio.no_cluster": Entry(
        "`--scheduler` needs the extra `cluster`, which isn't installed",
        "`--scheduler` 需要 `cluster` 组件，尚未安装",
        "`pip install 'presign[cluster]'`",
        "安装：`pip install 'presign[cluster]'`",
    ),
    "portfolio.no_scheduler": Entry(
        "no scheduler answers at `{address}`",
        "`{address}` 处没有调度器应答",
        "start one with `dask scheduler`, and workers with `dask worker {address}`",
        "用 `dask scheduler` 启动调度器，用 `dask worker {address}` 启动工作进程",
    ),
    "portfolio.not_laid_out": Entry(
        "`{path}` isn't laid out as a check writes it",
        "`{path}` 的结构与检查写出的不同",
        "judge the data set as it was written; tables made from it have another order",
        "请使用检查直接写出的数据集；由它另行生成的表顺序不同",
    ),
    "recheck.counts": Entry(
        "{contracts} contracts: {refused_before} were refused, {refused_after} would be; {newly_refused} that passed "
        "would be refused, {newly_passed} that were refused would pass; verdicts change in {changed}",
        "共 {contracts} 份合同：原先拒绝 {refused_before} 份，按新政策拒绝 {refused_after} 份；原先通过而将被拒绝 {newly_refused} 份，"
        "原先被拒绝而将通过 {newly_passed} 份；有 {changed} 份的结论发生变化",
    ),
    "recheck.policy": Entry("judged by: {packs}", "判断依据：{packs}"),
    "recheck.policy_by_law": Entry(
        "judged by the shipped packs, each where it fits the contract's law",
        "判断依据：随附规则包，各按合同适用的法律取用",
    ),
    "recheck.refused": Entry("would be refused", "将被拒绝"),
    "recheck.passed": Entry("would pass", "将通过"),
    "recheck.no_rule": Entry("no such rule", "无此规则"),
    "recheck.more": Entry(
        "{count} more contracts turn; `--format csv` names all", "另有 {count} 份合同改变结果；`--format csv` 列出全部"
    ),
    "recheck.rules": Entry("changed verdicts by rule", "各规则结论变化的合同数"),
    "recheck.new_facts": Entry(
        "facts the policy asks for that were never read, so they are unknown: {facts}",
        "政策用到但当时未读取的事实，按未知处理：{facts}",
    ),
    "recheck.how": Entry(
        "judged by columns; {asked} different cases of conditions over lists and arithmetic were judged one by one, "
        "{odd} contracts as a whole",
        "按列判断；列表与运算条件的 {asked} 种不同情形逐一判断，{odd} 份合同整份判断",
    ),
    "portfolio.no_data_set": Entry(
        "`{path}` is no data set of checks",
        "`{path}` 不是检查结果的数据集",
        "`presign check FOLDER --output parquet:{path}` makes one",
        "用 `presign check 文件夹 --output parquet:{path}` 生成",
    ),
}
