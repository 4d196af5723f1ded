"""How Chinese a text looks: the share of everyday characters in it, which a wrong decoding doesn't have."""

from __future__ import annotations

import re

# The most frequent characters of running Chinese and those every contract has, simplified and traditional.
_COMMON = frozenset(
    "的一是不在有人这這了中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產"
    "种種面而方后後多定行学學法所民得经經十三之进進等部度家电電力里裡如水化高自二理起小物现現实實加量都两兩体體制製机機当當使点點从從"
    "业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内內数數正心反明看原又么麼利比"
    "或但质質气氣第向道命此变變条條只没沒结結解问問意建月公无無系係很情者最立代想已通并並提直题題程展五果料象员員位入常文总總次品式活"
    "设設及管特件长長求基资資边邊流路级級少图圖统統接知较較将將组組见見计計别別手角期根论論运運指几幾九区區强強放决決西被做必先回则則"
    "任取据據处處给給光门門即保治北造百规規领領七海口东東导導器压壓世金增争爭济濟极極交受联聯认認六共权權收证證改清己美再采採转轉更单"
    "單风風切打白教速带帶安场場身车車例真务務具万萬每目至达達走积積示议議报報完类類八离離华華名确確才科张張信节節整空元今集传傳许許步"
    "广廣记記需段研界林律且究观觀越装裝算低持书書布复復容须須际際商非验驗连連断斷深难難近千周週委素技备備半办辦省列约約支般便团團往历"
    "歷市何除消构構府称稱准準精值号號率维維划劃选選标標写寫存候效院查江型王按格易置层層始却卻专專状狀属屬圆圓包住调調满滿局照参參细細"
    "引听聽该該价價严嚴甲乙丙买買卖賣付款项項货貨签簽订訂章违違约責责仲裁诉訴讼訟赔賠偿償损損失逾担擔租赁賃借贷貸息税稅票银銀账帳户戶"
    "额額总币幣人民壹贰叁肆伍陆柒捌玖拾佰仟圆整供需协協履终終止解释釋适適用管辖轄附录錄双雙依照若未免履盖蓋地址电话話传真交运運输輸"
)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
# Chinese punctuation is common; wrong decodings are full of private characters and the letters of other scripts.
_MARKS = re.compile(r"[，。、；：？！（）《》“”‘’【】％￥·—…　]")
_STRANGE = re.compile(
    r"[\u0080-\u00b6\u00b8-\u2013\u2500-\u257f\u3041-\u312f\uac00-\ud7af\ue000-\uf8ff\U00010000-\U0010ffff]"
)


def likeness(text: str) -> float:
    """The share of common characters among those beyond ASCII, from 0 to 1; 0 for a text without Chinese."""
    han = _HAN.findall(text)
    marks = len(_MARKS.findall(text))
    seen = len(han) + marks + len(_STRANGE.findall(text))
    return (sum(each in _COMMON for each in han) + marks) / seen if han else 0.0
