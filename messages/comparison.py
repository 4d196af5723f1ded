"""Templates, and contracts beside the template they were made from."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "comparison.waiting": Entry(
        "rules that can be judged only when the template is filled in: {count}", "须待模板填写后才能判断的规则：{count}"
    ),
    "comparison.advice_do_not_sign": Entry("do not use this template", "不要使用该模板"),
    "comparison.advice_sign_after_changes": Entry("use after changes", "修改后再使用"),
    "comparison.advice_sign": Entry("fit for use", "可以使用"),
    "comparison.line": Entry("{name}: {value}", "{name}：{value}"),
    "comparison.title": Entry("contract and template", "合同与模板对照"),
    "comparison.template": Entry("template", "模板"),
    "comparison.contract": Entry("contract", "合同"),
    "comparison.day": Entry("judged as of", "判断日期"),
    "comparison.counts": Entry(
        "paragraphs and table rows: {unchanged} unchanged, {filled} filled, {moved} moved, {changed} changed, "
        "{added} added, {removed} removed",
        "段落与表格行：未变 {unchanged}，已填写 {filled}，移动 {moved}，改动 {changed}，增加 {added}，删除 {removed}",
    ),
    "comparison.verdict_counts": Entry("verdicts: {worse} worse, {better} better", "结论：变差 {worse}，变好 {better}"),
    "comparison.same": Entry("the contract is the template as filled in", "合同与填写后的模板一致"),
    "comparison.deviations": Entry("deviations", "偏离之处"),
    "comparison.filled_in": Entry("filled in", "已填写"),
    "comparison.still_open": Entry("blanks that are still open: {count}", "尚未填写的空白：{count}"),
    "comparison.turned": Entry("verdicts that turned", "有变化的结论"),
    "comparison.better_ones": Entry("verdicts that got better", "变好的结论"),
    "comparison.elsewhere": Entry("no single place turned them", "未能归于某一处的结论"),
    "comparison.clause": Entry("clause", "条款"),
    "comparison.words": Entry("words", "文字"),
    "comparison.effect": Entry("what it does to the verdicts", "对结论的影响"),
    "comparison.no_effect": Entry("no verdict turns", "不影响结论"),
    "comparison.blank": Entry("blank", "空白"),
    "comparison.value": Entry("filled with", "填写内容"),
    "comparison.rule": Entry("rule", "规则"),
    "comparison.turn": Entry(
        "{severity} {rule} {title}: {before} → {after}", "{severity} {rule} {title}：{before} → {after}"
    ),
    "comparison.of_template": Entry("{place} of the template", "模板{place}"),
    "comparison.unchanged": Entry("unchanged", "未变"),
    "comparison.filled": Entry("filled", "已填写"),
    "comparison.moved": Entry("moved", "移动"),
    "comparison.changed": Entry("changed", "改动"),
    "comparison.added": Entry("added", "增加"),
    "comparison.removed": Entry("removed", "删除"),
    "comparison.and_moved": Entry("{status} and moved", "{status}并移动"),
    "comparison.worse": Entry("worse", "变差"),
    "comparison.better": Entry("better", "变好"),
    "comparison.not_one": Entry(
        "`{path}` is not one document",
        "`{path}` 不是单个文件",
        "name one template and one contract",
        "请各指定一份模板和一份合同",
    ),
    "comparison.over_itself": Entry(
        "`{path}` is one of the files that are compared",
        "`{path}` 就是被对照的文件",
        "name another file for the output",
        "请为输出另指定文件",
    ),
    "comparison.legend": Entry(
        "struck: taken out; underlined: put in; boxed or bold: filled in",
        "删除线：删去；下划线：新增；方框或粗体：已填写",
    ),
}
