"""Messages: contracts given back with the findings written in them."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "marked.heading": Entry("[{severity}] {rule} {title}", "【{severity}】{rule} {title}"),
    "marked.assumed": Entry(
        "counts as violated until these are known: {facts}", "在查明以下事项之前按违反处理：{facts}"
    ),
    "marked.remedy": Entry("what to do: {text}", "处理办法：{text}"),
    "marked.prefer": Entry("proposed wording: {text}", "建议写法：{text}"),
    "marked.basis": Entry("authority: {text}", "依据：{text}"),
    "marked.find_out": Entry("find out: {facts}", "需查明：{facts}"),
    "marked.also": Entry("see also {place}: “{quote}”", "另见{place}：“{quote}”"),
    "marked.more_places": Entry("and {count} more places", "另有 {count} 处"),
    "marked.checked": Entry("checked by Presign {version} as of {day}", "Presign {version}，审查基准日 {day}"),
    "marked.advice": Entry("{advice}: {ground}", "{advice}：{ground}"),
    "marked.count": Entry("{severity} {count}", "{severity} {count}"),
    "marked.violations": Entry("violated rules, by severity: {counts}", "违反的规则（按级别）：{counts}"),
    "marked.no_violations": Entry("no rule in force is violated", "没有违反任何适用的规则"),
    "marked.open": Entry(
        "undecided rules: {count}; {shown} of them are asked at words of this contract, the report has all",
        "无法判定的规则：{count} 条；其中 {shown} 条在合同原文处提问，全部见审查报告",
    ),
    "marked.errors": Entry("rules that couldn't be judged: {rules}", "无法判断的规则：{rules}"),
    "marked.nowhere": Entry(
        "the contract has no words to point at; the note stands at its beginning",
        "合同中没有可指向的原文，批注放在开头",
    ),
    "marked.elsewhere": Entry(
        "the words stand in a {part}, where Word takes no comments: “{quote}”",
        "原文位于{part}，Word 不允许在该处批注：“{quote}”",
    ),
    "marked.inexact": Entry("the exact words couldn't be marked: “{quote}”", "无法精确标出原文：“{quote}”"),
    "marked.not_docx": Entry(
        "`{path}` isn't a Word document (.docx), so it can't be given back with Word comments",
        "`{path}` 不是 Word 文档（.docx），无法写入 Word 批注",
        "for a PDF write `--output pdf:FILE`; save an old Word, WPS, RTF or ODT file as .docx first; take a contract out of its archive or mail",
        "PDF 请用 `--output pdf:文件`；旧版 Word、WPS、RTF、ODT 请先另存为 .docx；压缩包或邮件中的合同请先取出",
    ),
    "marked.not_pdf": Entry(
        "`{path}` isn't a PDF, so it can't be given back with highlights",
        "`{path}` 不是 PDF，无法写入高亮标注",
        "for a Word document write `--output docx:FILE`; take a contract out of its archive or mail",
        "Word 文档请用 `--output docx:文件`；压缩包或邮件中的合同请先取出",
    ),
    "marked.flat": Entry(
        "`{path}` is a Word document in one XML file, which isn't written back",
        "`{path}` 是单个 XML 文件形式的 Word 文档，无法写回",
        "save it as .docx in Word and check that file",
        "请在 Word 中另存为 .docx 后再审查",
    ),
    "marked.changed": Entry(
        "`{path}` was changed while it was being checked",
        "`{path}` 在审查期间被修改",
        "check it once more",
        "请重新审查",
    ),
    "marked.pdf_locked": Entry(
        "`{path}` is encrypted and can't be written in",
        "`{path}` 已加密，无法写入标注",
        "save a copy without protection and check that",
        "请另存一份不加保护的副本后再审查",
    ),
    "marked.failed": Entry(
        "`{path}` can't be written in: {why}",
        "无法在 `{path}` 中写入批注：{why}",
        "save or print the contract to a new file and check that; every other output is as good as ever",
        "请将合同另存或打印为新文件后再审查；其他输出不受影响",
    ),
    "marked.signed": Entry(
        "`{path}` carries a digital signature; it doesn't cover the notes in the copy",
        "`{path}` 带有数字签名；副本中的批注不在签名范围内",
        "keep the signed file; the copy is for reading only",
        "请保留已签名的原件，副本仅供阅读",
    ),
    "marked.many": Entry(
        "{count} contracts can't be written to the one file `{path}`",
        "{count} 份合同无法写入同一个文件 `{path}`",
        "name a folder (`{form}:FOLDER/`) or a pattern with the contract's name in it (`{form}:{{name}}-checked.{form}`)",
        "请写文件夹（`{form}:文件夹/`），或带合同名的样式（`{form}:{{name}}-checked.{form}`）",
    ),
    "marked.same_name": Entry(
        "two contracts would both be written to `{path}`",
        "两份合同会写入同一个文件 `{path}`",
        "name a folder, which keeps them apart",
        "请改写文件夹，文件会分开存放",
    ),
    "marked.overwrites": Entry(
        "`{path}` is one of the checked contracts and isn't overwritten",
        "`{path}` 是被审查的合同之一，不会被覆盖",
        "write to another file or folder",
        "请写到其他文件或文件夹",
    ),
    "marked.none": Entry(
        "no contract was written in the `{form}` format",
        "没有任何合同以 `{form}` 格式写出",
        "only contracts read from a .{form} file can be given back as one",
        "只有从 .{form} 文件读取的合同才能以该格式返回",
    ),
    "marked.redline_alone": Entry(
        "`--redline` writes into a Word document, and none was asked for",
        "`--redline` 用于写入 Word 文档，但未要求输出 Word 文档",
        "add `--output docx:FILE`",
        "请加上 `--output docx:文件`",
    ),
}
