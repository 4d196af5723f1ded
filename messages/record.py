"""Messages: decisions on record."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "record.kept": Entry("on record in `{name}`: {ids}", "已记入 `{name}`：{ids}"),
    "record.not_kept": Entry(
        "the decision isn't on record",
        "决策未记录",
        "the report stands, but nobody can prove it later",
        "报告有效，但日后无法证明",
    ),
    "record.none_there": Entry(
        "`{name}` holds no decisions",
        "`{name}` 没有决策记录",
        "`presign check … --record {name}` begins the record; `--in` or $PRESIGN_RECORDS says where it is",
        "`presign check … --record {name}` 开始记录；`--in` 或 $PRESIGN_RECORDS 指明位置",
    ),
    "record.failed": Entry("`{name}`: {why}", "`{name}`：{why}"),
    "record.locked": Entry("another program is writing into `{name}`", "另一程序正在写入 `{name}`"),
    "record.cut_off": Entry(
        "record {number} was the last in `{name}` and is missing: nothing is added",
        "`{name}` 的最后一条记录 {number} 缺失：不再追加",
        "`presign record verify` says what is missing; bring it back from a backup",
        "`presign record verify` 指出缺失部分；请从备份恢复",
    ),
    # a chain
    "record.sound": Entry(
        "{count} records, all of them as they were written; the last is {number}, SHA-256 {sha256}",
        "{count} 条记录，均与写入时一致；最后一条为 {number}，SHA-256 {sha256}",
    ),
    "record.unsound": Entry("{count} records, {problems} to look at", "{count} 条记录，{problems} 处有问题"),
    "record.empty": Entry("no records yet", "尚无记录"),
    "record.missing": Entry("missing: record {numbers}", "缺失：记录 {numbers}"),
    "record.broken": Entry(
        "record {number} can't be read: it isn't what Presign writes", "记录 {number} 无法读取：不是 Presign 写入的内容"
    ),
    "record.other_format": Entry(
        "record {number} is of format {found}, which this version doesn't know",
        "记录 {number} 的格式为 {found}，本版本不支持",
    ),
    "record.edited": Entry(
        "record {number} ({id}) was edited: its id isn't the digest of its content any more",
        "记录 {number}（{id}）被改动：编号与内容摘要不符",
    ),
    "record.moved": Entry("record {number} ({id}) was written as record {own}", "记录 {number}（{id}）原为记录 {own}"),
    "record.not_following": Entry(
        "record {number} doesn't follow record {before}: one of them was changed or exchanged",
        "记录 {number} 与记录 {before} 不衔接：其一被改动或调换",
    ),
    "record.not_the_last": Entry(
        "record {number} isn't the one that was written last", "记录 {number} 不是最后写入的那一条"
    ),
    "record.no_head": Entry(
        "`{name}` doesn't say which record is the last: some may have been cut off",
        "`{name}` 没有写明最后一条记录：末尾可能被删",
    ),
    "record.not_expected": Entry("no record has the SHA-256 {sha256}", "没有 SHA-256 为 {sha256} 的记录"),
    "record.source_missing": Entry(
        "the policy `{path}` of record {number} is missing ({sha256})",
        "记录 {number} 的政策文件 `{path}` 缺失（{sha256}）",
    ),
    "record.source_edited": Entry(
        "the policy `{path}` of record {number} was edited ({sha256})",
        "记录 {number} 的政策文件 `{path}` 被改动（{sha256}）",
    ),
    # one record
    "record.no_such": Entry(
        "`{name}` has no record `{id}`",
        "`{name}` 没有记录 `{id}`",
        "`presign record list` shows them",
        "`presign record list` 列出全部记录",
    ),
    "record.many": Entry(
        "several records in `{name}` begin with `{id}`",
        "`{name}` 有多条记录以 `{id}` 开头",
        "write more of the id",
        "请多写几位",
    ),
    "record.not_facts": Entry("the facts of record {number} can't be read", "记录 {number} 的事实无法读取"),
    "record.head": Entry("record {number} ({id}) of {time}", "记录 {number}（{id}），{time}"),
    "record.contract": Entry("contract", "合同"),
    "record.customer": Entry("customer", "客户"),
    "record.as_of": Entry("judged as of", "截至日期"),
    "record.stage": Entry("stage", "阶段"),
    "record.side": Entry("side", "立场"),
    "record.program": Entry("program", "程序"),
    "record.inputs": Entry("records used", "所用档案"),
    "record.policies": Entry("policies", "政策文件"),
    "record.policy_count": Entry("{count} files, each kept by its SHA-256", "{count} 个文件，均按 SHA-256 保存"),
    "record.facts": Entry("facts", "事实"),
    "record.fact_count": Entry("{stated} stated of {count}", "{count} 项中 {stated} 项已载明"),
    "record.advice": Entry("recommendation", "建议"),
    "record.counts": Entry("verdicts", "结论"),
    "record.previous": Entry("follows", "前一条"),
    "record.waived": Entry("waived by {approver} until {until}: {reason}", "{approver}已豁免至 {until}：{reason}"),
    "record.nothing": Entry("no record fits", "没有符合条件的记录"),
    "record.row": Entry(
        "{number}  {id}  {time}  {customer}  {contract}  {advice}  violated {violated}, undecided {undecided}, waived {waived}",
        "{number}  {id}  {time}  {customer}  {contract}  {advice}  违反 {violated}，无法判定 {undecided}，已豁免 {waived}",
    ),
    # judged again
    "record.same": Entry("judged again: all {count} verdicts are the same", "重新判断：全部 {count} 项结论相同"),
    "record.differs": Entry("judged again: {count} differences", "重新判断：{count} 处不同"),
    "record.not_loaded": Entry(
        "the stored policies can't be loaded by this program any more", "本程序已无法载入所存政策"
    ),
    "record.difference": Entry("{rule}: {part} was `{then}`, is `{now}`", "{rule}：{part}原为 `{then}`，现为 `{now}`"),
    "record.part_verdict": Entry("verdict", "结论"),
    "record.part_missing": Entry("open facts", "待查事实"),
    "record.part_exception": Entry("exception", "例外"),
    "record.part_unproven": Entry("unproven exceptions", "未证明的例外"),
    "record.part_recommendation": Entry("recommendation", "建议"),
    "record.whole": Entry("the contract", "合同整体"),
    "record.none": Entry("none", "无"),
    "record.program_then": Entry("the program: {part} {then} then, {now} now", "程序：{part}当时 {then}，现在 {now}"),
    "record.why_program": Entry(
        "facts, policies and day are those of the record: what differs comes from the program",
        "事实、政策和日期均取自记录：差异来自程序",
    ),
    "record.why_unknown": Entry(
        "the program is the same: the record wasn't written by it",
        "程序相同：该记录不是由它写入的",
    ),
    "record.program_version": Entry("version", "版本"),
    "record.program_code": Entry("code", "代码"),
    "record.program_python": Entry("version of Python", "Python 版本"),
    "record.program_fingerprint_version": Entry("fingerprints", "指纹版本"),
}
