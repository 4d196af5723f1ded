"""Messages: waivers and the baseline."""

from __future__ import annotations

from .entry import Entry

_ENTRY = "rule, fingerprint, reason, approver, requested_by, created, until; file and role if wanted"
_ENTRY_ZH = "rule、fingerprint、reason、approver、requested_by、created、until；可另写 file、role"

MESSAGES: dict[str, Entry] = {
    # reports
    "waivers.waived_by": Entry(
        "waived by {approver}{role} until {until}, asked for by {requested_by} on {created}: {reason}",
        "{approver}{role}已豁免至 {until}（{requested_by}于 {created} 申请）：{reason}",
    ),
    "waivers.role": Entry(" ({role})", "（{role}）"),
    "waivers.waived": Entry("waived: {count}", "已豁免：{count} 项"),
    "waivers.file": Entry(
        "waivers `{name}`, as of {day}: {count} to look at", "豁免文件 `{name}`，截至 {day}：{count} 项待处理"
    ),
    "waivers.fingerprint": Entry("fingerprint", "指纹"),
    "waivers.title": Entry("a waiver that doesn't hold", "豁免不成立"),
    "waivers.expired": Entry(
        "the waiver of {rule} for {file} ended on {until}",
        "{file}的 {rule} 豁免已于 {until} 到期",
        "mend the contract, or ask again: `presign waive` with a new day and reason",
        "请修改合同，或重新申请：用 `presign waive` 写明新期限和理由",
    ),
    "waivers.unused": Entry(
        "the waiver of {rule} for {file} fits no finding: the words have changed, or the finding is gone",
        "{file}的 {rule} 豁免没有对应的问题：条款文字已变，或问题已消除",
        "take the entry out of the file; if the finding is there with other words, it has to be approved anew",
        "请从文件中删除该条；若条款改写后问题仍在，须重新批准",
    ),
    "waivers.unknown_rule": Entry(
        "the waiver of {rule} for {file} names a rule that doesn't exist",
        "{file}的豁免所写规则 {rule} 不存在",
        "`presign rules` lists the rules",
        "`presign rules` 列出全部规则",
    ),
    "waivers.self_approved": Entry(
        "the waiver of {rule} for {file} was approved by {approver}, who asked for it",
        "{file}的 {rule} 豁免由申请人 {approver} 自己批准",
        "somebody else has to approve it",
        "须由他人批准",
    ),
    "waivers.too_broad": Entry(
        "the waiver of {rule} for {file} names no single finding",
        "{file}的 {rule} 豁免没有指明具体问题",
        "a waiver names the rule, the fingerprint of one finding, and no pattern that fits any file",
        "豁免须写明规则和某一问题的指纹，不得使用适合任何文件的通配符",
    ),
    "waivers.too_long": Entry(
        "the waiver of {rule} for {file} holds from {created} to {until}, longer than {days} days",
        "{file}的 {rule} 豁免自 {created} 至 {until}，超过 {days} 天",
        "the company's policy sets `waiver_max_days`",
        "期限上限由公司政策的 `waiver_max_days` 规定",
    ),
    "waivers.wrong_role": Entry(
        "the waiver of {rule} for {file} needs the role {wanted}",
        "{file}的 {rule} 豁免须由{wanted}批准",
        "rules that block are waived by that role only; the company's policy sets `waiver_role`",
        "阻断级规则只能由该角色豁免，由公司政策的 `waiver_role` 规定",
    ),
    "waivers.not_yet": Entry(
        "the waiver of {rule} for {file} is of {created}, after the day of the check",
        "{file}的 {rule} 豁免写于 {created}，晚于检查截至日期",
        "a check as of an earlier day takes only the waivers there were",
        "以较早日期检查时，只采用当时已有的豁免",
    ),
    "waivers.any_rule": Entry("any rule", "任何规则"),
    "waivers.any_file": Entry("any contract", "任何合同"),
    "waivers.not_in_rows": Entry(
        "rows of many files make no baseline and leave no record",
        "逐行输出不生成基线，也不留决策记录",
        "leave out `--write-baseline` and `--record`, or jsonl, parquet, `--resume` and `--scheduler`",
        "请不要使用 `--write-baseline` 和 `--record`，或不使用 jsonl、parquet、`--resume` 和 `--scheduler`",
    ),
    # mistakes in the file
    "waivers.place": Entry("{path}:{line}: ", "{path}:{line}："),
    "waivers.unreadable": Entry("the waivers can't be read: {why}", "无法读取豁免文件：{why}"),
    "waivers.too_large": Entry("the file of waivers is larger than {limit} bytes", "豁免文件超过 {limit} 字节"),
    "waivers.encoding": Entry("the file of waivers isn't UTF-8", "豁免文件不是 UTF-8 编码"),
    "waivers.syntax": Entry(
        "this isn't YAML: {why}", "不是有效的 YAML：{why}", "nothing is waived", "没有任何豁免生效"
    ),
    "waivers.not_a_list": Entry(
        "waivers are a list under `waivers:`", "豁免须写成 `waivers:` 下的列表", "nothing is waived", "没有任何豁免生效"
    ),
    "waivers.unknown_section": Entry(
        "`{name}` isn't a section of a file of waivers",
        "豁免文件没有 `{name}` 这一节",
        "write `waivers:`",
        "请写 `waivers:`",
    ),
    "waivers.not_an_entry": Entry(
        "a waiver is made of `key: value` lines", "豁免由 `键: 值` 各行组成", _ENTRY, _ENTRY_ZH
    ),
    "waivers.missing": Entry("a waiver without `{name}`", "豁免缺少 `{name}`", _ENTRY, _ENTRY_ZH),
    "waivers.empty": Entry("`{name}` is empty", "`{name}` 为空", _ENTRY, _ENTRY_ZH),
    "waivers.twice": Entry("`{name}` is written twice", "`{name}` 重复", _ENTRY, _ENTRY_ZH),
    "waivers.not_text": Entry("`{name}` isn't one value", "`{name}` 不是单个值", _ENTRY, _ENTRY_ZH),
    "waivers.unknown_key": Entry("`{name}` isn't known of a waiver", "豁免没有 `{name}` 这一项", _ENTRY, _ENTRY_ZH),
    "waivers.unknown_key_near": Entry(
        "`{name}` isn't known of a waiver", "豁免没有 `{name}` 这一项", "did you mean `{near}`?", "是否想写 `{near}`？"
    ),
    "waivers.no_fingerprint": Entry(
        "`{text}` isn't a fingerprint",
        "`{text}` 不是指纹",
        "16 digits and letters a to f, as the report shows them",
        "16 位数字和字母 a 至 f，见报告",
    ),
    "waivers.no_day": Entry(
        "`{name}` isn't a day: `{text}`", "`{name}` 不是日期：`{text}`", "write 2026-03-31", "请写 2026-03-31"
    ),
    "waivers.ends_first": Entry(
        "the waiver ends on {until}, before it begins on {created}", "豁免止于 {until}，早于开始日 {created}"
    ),
    # another revision
    "waivers.none_there": Entry(
        "there are no waivers at `{name}`: nothing is waived", "`{name}` 没有豁免文件：没有任何豁免生效"
    ),
    "waivers.bad_reference": Entry(
        "`{reference}` can't be a revision",
        "`{reference}` 不能作为版本",
        "write a branch, a tag or a commit",
        "请写分支、标签或提交",
    ),
    "waivers.no_reference": Entry(
        "the repository has no revision `{reference}`",
        "仓库没有版本 `{reference}`",
        "in CI, fetch the base branch first: `git fetch origin main`, then `--waivers-from origin/main`",
        "在 CI 中请先获取基础分支：`git fetch origin main`，再用 `--waivers-from origin/main`",
    ),
    "waivers.no_repository": Entry("`{folder}` isn't in a git repository: {why}", "`{folder}` 不在 git 仓库中：{why}"),
    "waivers.no_git": Entry(
        "git isn't installed here",
        "此处没有安装 git",
        "`--waivers-from` asks git for the file",
        "`--waivers-from` 需要 git",
    ),
    "waivers.git_slow": Entry("git didn't answer in time", "git 未在限定时间内响应"),
    "waivers.git_failed": Entry("git can't give the file: {why}", "git 无法取得文件：{why}"),
    # presign waive
    "waivers.written": Entry("waived until {until}: {rule} in `{path}`", "已写入 `{path}`：{rule} 豁免至 {until}"),
    "waivers.no_rule": Entry(
        "`{text}` doesn't say which rule it is of",
        "`{text}` 没有写明规则",
        "take the fingerprint with its rule from the report, as in `CRT-01@1a2b3c4d5e6f7788`, or add `--rule`",
        "请连同规则一起抄写报告中的指纹，如 `CRT-01@1a2b3c4d5e6f7788`，或加 `--rule`",
    ),
    "waivers.refused_broad": Entry(
        "a waiver is for one finding: a rule without a fingerprint isn't waived",
        "豁免只针对某一问题：不能豁免没有指纹的规则",
        "to stop running a rule, the company's policy says `switch off RULE because …`",
        "如要停用规则，请在公司政策中写 `switch off 规则 because …`",
    ),
    "waivers.refused_pattern": Entry(
        "`{pattern}` fits any contract", "`{pattern}` 适合任何合同", "name the contract's file", "请写明合同文件名"
    ),
    "waivers.refused_rule": Entry(
        "there is no rule `{rule}`",
        "没有规则 `{rule}`",
        "`presign rules` lists the rules",
        "`presign rules` 列出全部规则",
    ),
    "waivers.refused_empty": Entry("`{name}` is empty", "`{name}` 为空", "say who, and why", "请写明何人、何故"),
    "waivers.refused_self": Entry(
        "{person} asks for the waiver and can't approve it",
        "{person} 是申请人，不能批准",
        "`--requested-by` says who asks; by default it is the user of git or of this computer",
        "`--requested-by` 写明申请人；默认为 git 或本机用户",
    ),
    "waivers.refused_past": Entry(
        "a waiver until {until} has ended on {today}",
        "至 {until} 的豁免在 {today} 已到期",
        "give a later day",
        "请写较晚的日期",
    ),
    "waivers.refused_long": Entry(
        "until {until} is longer than the {days} days the company allows",
        "至 {until} 超过公司允许的 {days} 天",
        "the company's policy sets `waiver_max_days`",
        "由公司政策的 `waiver_max_days` 规定",
    ),
    "waivers.refused_no_role": Entry(
        "`{role}` isn't a role", "没有角色 `{role}`", "choose from: {roles}", "可选：{roles}"
    ),
    "waivers.refused_role": Entry(
        "{rule} blocks: only the role {wanted} may waive it",
        "{rule} 为阻断级：只有{wanted}可以豁免",
        "say `--role {wanted}` where the approver has it",
        "批准人具有该角色时请写 `--role {wanted}`",
    ),
    "waivers.already": Entry("it is waived until {until} already", "已豁免至 {until}"),
    "waivers.in_brackets": Entry(
        "the list of waivers is written in brackets, nothing can be added to it",
        "豁免列表写在方括号中，无法追加",
        "write one entry below the other",
        "请逐条分行书写",
    ),
    "waivers.not_added": Entry(
        "the entry can't be added to `waivers:`",
        "无法在 `waivers:` 中追加",
        "let the list stand at the end of the file",
        "请让列表位于文件末尾",
    ),
    "waivers.not_written": Entry("`{path}` can't be written: {why}", "无法写入 `{path}`：{why}"),
    # the baseline
    "baseline.new": Entry("new", "新增"),
    "baseline.unchanged": Entry("unchanged", "未变"),
    "baseline.gone": Entry("gone", "已消除"),
    "baseline.counts": Entry(
        "since the baseline `{name}`: {new} new, {unchanged} unchanged, {gone} gone; only new ones count",
        "与基线 `{name}` 相比：新增 {new} 项，未变 {unchanged} 项，已消除 {gone} 项；只计新增",
    ),
    "baseline.gone_message": Entry("gone since the baseline: {title}", "自基线以来已消除：{title}"),
    "baseline.unreadable": Entry("the baseline `{path}` can't be read: {why}", "无法读取基线 `{path}`：{why}"),
    "baseline.not_one": Entry(
        "`{path}` isn't a baseline",
        "`{path}` 不是基线文件",
        "take a JSON report of `presign check`, or what `--write-baseline` wrote",
        "请用 `presign check` 的 JSON 报告，或 `--write-baseline` 写出的文件",
    ),
    "baseline.other_version": Entry(
        "`{path}` has fingerprints of another version of Presign",
        "`{path}` 的指纹出自 Presign 的其他版本",
        "make it anew with `--write-baseline` from the state to compare with",
        "请在要比较的状态下用 `--write-baseline` 重新生成",
    ),
}
