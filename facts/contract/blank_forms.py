"""The forms a blank takes in print: rules to write on, brackets, placeholders, masks, dates without figures."""

from __future__ import annotations

from .. import regexes as re
from ..vocabulary import alternatives, words

_HAN = r"\u3400-\u9fff"
_RULE = r"(?<![A-Za-z0-9_])_+(?![A-Za-z0-9_])|_{2,}+(?:[ ]_++)*+"
_DRAWN_RULE = r"(?<=[\u3400-\u9fff:)_ ])[\u2500\u2501\u2014]{4,}-*"
_BRACKETS = (
    r"\[[ \t]*(?:[\u25cf\u2022\u25a0\u00b7.…*_#?Xx/ ×-]{1,40}|(?:___*)[^\[\]\n]{0,60})?[ \t]*\]"
    r"|\[(?i:(?:please )?(?:insert|fill|describe|enter|specify|add below|select|to be|tbd|tba|date|name"
    r"|amount|redacted|omitted"
    r"|company|customer|supplier|buyer|seller|address|number|drafting note|● ?)\b)[^\[\]\n]{0,400}\]?"
    r"|\[(?:请?(?:填写|编写|填入|输入|录入|说明|选择|注明|列明)|待填|此处|待定|插入)[^\[\]\n]{0,60}\]"
    r"|\((?:请?填写|此处填写|待填|待定)[^()\n]{0,40}\)"
    # What a program fills in: [系统带入], [自动生成], [由ERP填写].
    r"|\[[由从自]?(?:系统|自动|后台|程序|ERP|OA|CRM)[^\[\]\n]{0,8}(?:带[入出]|生成|填[充写入]|获取|赋值|写入|读取|代入)[^\[\]\n]{0,16}\]"
    rf"|\[[{_HAN}]{{0,10}}(?:名称|姓名|编号|号码|日期|地址|地点|金额|总价|单价|数量|天数|比例|税率|型号|规格|账号|电话|代码|大写)\]"
    rf"|\[[{_HAN}/]{{0,10}}(?:仲裁机构|仲裁委员会|法院|管辖机构)(?:/[{_HAN}]{{2,8}})?\]"
    # [N]个工作日: a letter stands for the number.
    r"|\[[A-Z]\](?=[ ]?(?:个|[日天年月周%‰元次份期]|工作日|小时))"
    # [Time frame], [name of the County]; [Client.Company]: a template's field named by what belongs there.
    rf"|\[(?:[A-Za-z'-]{{1,20}}[ ]){{0,5}}(?i:{alternatives('labels', 'field_en')})\]"
    r"|\[[A-Z][A-Za-z]{0,30}(?:\.[A-Z][A-Za-z]{0,30}){1,3}\]"
    r"|\[\d{1,3}(?:/\d{1,3})+\](?=[ *-]{0,4}(?:days?|weeks?|months?|years?|business|working)\b)"
)
_PLACEHOLDER = (
    r"\{\{[^{}\n]{1,80}\}\}|\$\{[^{}\n]{1,80}\}|\{[A-Za-z\u3400-\u9fff][^{}\n]{0,60}\}"
    r"|<%=?[^%\n]{1,80}%>|\[\[[^\[\]\n]{1,60}\]\]|<<[A-Za-z_]{1,60}>>|«[^»\n]{1,60}»"
)
_MASK = (
    r"(?<![A-Za-z0-9])[Xx×]{2,}(?![A-Za-z0-9])(?!\s*(?:Mr|and)\b)"
    rf"|(?<![A-Za-z0-9×])[Xx×](?=\s*(?:[%‰]|[年月日天元](?![{_HAN}]*[Xx]射)))"
    r"|(?<!\*)\*{3,}(?!\*)|\*(?: \*){2,}|(?<=[$€£¥])\s?\*{1,2}(?!\*)"
    r"|(?<!\w)[●○]{1,}(?=\s*(?:%|年|月|日|元|days|months|per\s?cent))|(?<=[$€£¥])\s?[●○_]+"
)
# 日期: 年 月 日 with nothing written in; the figures may be begun (20__年).
_EMPTY_DATE = (
    r"(?:(?<!\d)20|(?<![\d零一二三四五六七八九〇]))[ _Xx×*-]*年[ _Xx×*-]*月(?:[ _Xx×*-]*日)"
    r"|\b[Yy]{4}[-/.年][Mm]{1,2}[-/.月][Dd]{1,2}日?|\d{4}年[ _]+月[ _]+日|(?<!\d)20_+|\d{4}年\d{1,2}月[ _]+日"
)
# A gap left before a unit: 人民币  元, 每吨  元, 在  日内, 一式 份.
_GAP_BEFORE_UNIT = (
    rf"(?<!单位:)(?<!以)(?:人民币|¥|RMB|USD|[$€£])[ ]*(?:万|亿)?元(?![{_HAN}]*(?:计价|结算|为单位|计算))"
    rf"|(?<=[{_HAN}):])[ ]{{2,}}(?=(?:[日天元%‰份]|个月|工作日|年内|小时|万元)(?![ ]*[:期]))"
    r"|一式[ ]*份|各执[ ]*份|(?<=附件)[ ]+(?=份)"
)
_EMPTY_PARENTHESES = rf"(?<=[{_HAN}:])\([ \t]*\)"
_GAP_IN_SENTENCE = (
    r"(?<=\bon) (?=, )|(?<=\bfrom) (?=and ended on\b)|(?<=\bon) (?=\. )|(?<=\bby) (?=, )|(?<=\bof) (?=, )"
)

FORMS = re.compile(
    "|".join(
        (
            _PLACEHOLDER,
            _BRACKETS,
            _EMPTY_DATE,
            _RULE,
            _DRAWN_RULE,
            _MASK,
            _GAP_BEFORE_UNIT,
            _EMPTY_PARENTHESES,
            _GAP_IN_SENTENCE,
        )
    )
)


def _spaced(word: str) -> str:
    # 地    址: forms spread a short label over its column.
    return r"[ ]*".join(re.escape(character) for character in word)


LABEL_ZH = "(?:" + "|".join(_spaced(w) for w in sorted(words("labels", "form_zh"), key=len, reverse=True)) + ")"
LABEL_EN = r"(?i:" + alternatives("labels", "form_en") + ")"
# A label whose place is empty: the line, the cell or the table column ends, or the next label begins.
EMPTY_LABEL = re.compile(
    rf"(?:^|(?<=[\s│|,;]))(?P<label>(?:[甲乙丙]方|[买卖供需]方)?{LABEL_ZH}|{LABEL_EN}(?:[ ]?\([^()\n]{{1,20}}\))?)[ ]*:"
    rf"(?P<gap>[ ]*)(?=$|[\t│|]|{LABEL_ZH}[ ]*(?::|$)|[ ]{LABEL_EN}[ ]*:|(?i:The )?(?i:seller|buyer)[ ]*:"
    rf"|[ ]{{3,}}(?=$|[^\s:]{{1,16}}[ ]?:|[\t│|]))",
    re.MULTILINE,
)
# The same in a table: the label fills one cell, the next cell is empty.
EMPTY_CELL = re.compile(
    rf"(?:^|(?<=[\t│|]))(?P<label>[ ]*(?:[甲乙丙]方|[买卖供需]方)?{LABEL_ZH}|[ ]*{LABEL_EN})[ :]*[\t│"
    rf"|](?P<gap>[ ]*)(?=$|[\t│|])",
    re.MULTILINE,
)
# A clause of a form that was never written: a heading, then nothing but rules.
EMPTY_CLAUSE = re.compile(r"^[ ]*(?P<gap>[\u2500_][\u2500_ ]{4,})$", re.MULTILINE)
FORM_LABEL = re.compile(rf"(?:{LABEL_ZH}|{LABEL_EN})[ .:]*$")
TICK = re.compile(r"\[[ ]*[xX√✓][ ]*\]")
