"""The words of conclusion and signature: what makes a contract binding, seals, who signs, on what."""

from __future__ import annotations

from .. import regexes as re

EFFECT = re.compile(r"生效|成立|(?i:effective|binding|comes? into (?:force|effect))")
FORMALITY = re.compile(r"签[字名章署]|盖章|加盖|印章|(?i:sign|execut|seal|stamp)")
AND = re.compile(
    r"签[字名署][ ]*(?:并|且|和|及|同时|以及|后)[ ]*(?:加盖|盖|用印)|盖章(?:并|且|和|及)签[字名]"
    r"|(?i:signed and (?:sealed|stamped)|signature and (?:seal|stamp))"
)
OR = re.compile(
    r"签[字名署][ ]*(?:或者?|/)[ ]*(?:加盖|盖)|盖章(?:或者?|/)签[字名]|(?i:signed or (?:sealed|stamped)"
    r"|signature or (?:seal|stamp))"
)
BOTH_UNCLEAR = re.compile(
    r"签[字名署][ ]*[、,]?[ ]*盖章|签章|盖章[、,]?签[字名]"
    r"|(?i:sign(?:ature|ed|ing)[ ]?/[ ]?(?:seal|stamp|chop)(?:ed|ing)?|signature[ ]?,[ ]?seal)"
)
# Whether a sentence speaks of this contract's own taking effect.
OF_CONTRACT = (
    re.compile(
        r"(?:合同|协议|订单|确认书|本约)[^。;\n]{0,30}(?:生效|成立)|(?:签[字名章署]"
        r"|盖章)[^。;\n]{0,16}(?:之日起|后|时)[^。;\n]{0,6}(?:生效|成立)"
    ),
    re.compile(r"(?i)(?:agreement|contract)[^.;\n]{0,60}(?:effective|binding|into force)[^.;\n]{0,50}(?:sign|execut)"),
    re.compile(r"(?i)^\W*(?:effective|binding|comes? into (?:force|effect)) (?:up)?on (?:the )?sign"),
)
SEALS = (
    ("finance", re.compile(r"财务(?:专用)?章|(?i:finance (?:department )?(?:seal|stamp|chop))")),
    ("invoice", re.compile(r"发票专用章|(?i:invoice (?:seal|stamp|chop))")),
    ("technical", re.compile(r"技术(?:资料|文件|资料往来)?专用章|(?i:technical (?:documents?|papers|files?) only)")),
    (
        "project",
        re.compile(r"项目(?:经理)?部(?:专用|印|公)?章|(?i:project dep(?:artment|t\.?)[^.;\n]{0,12}(?:seal|stamp))"),
    ),
    ("department", re.compile(r"部门(?:印|专用)?章|业务(?:专用)?章|采购(?:专用)?章")),
    ("contract", re.compile(r"合同(?:专用)?章|(?i:contract (?:seal|stamp|chop))")),
    ("company", re.compile(r"公章|(?i:company (?:seal|stamp|chop)|common seal|corporate seal)")),
)
# The print of a seal as a copyist gives it: (盖章) A公司合同专用章; Stamped: "A Ltd - Technical Documents Only".
STAMPED = re.compile(
    r"(?:\((?:公|盖|签)章\)[ ]*:?[ ]*(?=[^\n\t。;,_:]{4,60}?章)"
    r"|\bStamped(?:[ ]?:|[ ]with\b))(?P<print>[^\n\t。;_]{4,120})"
)
CAPACITIES = (
    ("legal_rep", re.compile(r"法定代表人|法人代表|(?i:legal representative)")),
    (
        "agent",
        re.compile(
            r"授权代表|委托代理人|授权代理人|代理人|授权签字人|(?i:authori[sz]ed (?:representative|signatory"
            r"|signature|agent)|attorney-in-fact)"
        ),
    ),
    ("employee", re.compile(r"经办人|业务员|采购员|项目经理")),
)
# For the Buyer: Mr Li; 甲方代表(签字):李某: somebody signs, and nothing tells what he is.
SIGNED_BY_SOMEBODY = re.compile(
    r"^[ ]*(?:[甲乙买卖供需]方代表[ ]*(?:\([^()\n]{1,6}\))?[ ]*:[ ]*[\u3400-\u9fff]{2,4}(?=$|[\s(,。])"
    r"|(?:For|FOR)(?: and on behalf of)? (?:the |The )?[A-Z][A-Za-z]+[ ]?:[ ]*(?:Mr|Ms|Mrs|Mme|Dr)\.?[ ][A-Z]\w+)",
    re.MULTILINE,
)
POA = re.compile(
    r"(?:附|提供|出具|提交|持有|凭|见)[^。;\n]{0,14}授权委托书|授权委托书[^。;\n]{0,10}(?:附|作为|复印件"
    r"|原件)|(?i:power of attorney[^.;\n]{0,40}(?:attached|annexed|enclosed)|(?:attached"
    r"|annexed) power of attorney)"
)
NO_POA = re.compile(
    r"(?:未|没有?|无|尚未)[^。;,\n]{0,10}授权委托书|授权委托书[^。;,\n]{0,6}(?:未|没有|尚未|暂缺|待补)"
    r"|(?i:\b(?:no|without(?: an?)?|lacking an?) (?:written |signed |valid )?power of attorney"
    r"|power of attorney[^.;\n]{0,20}\bnot\b[^.;\n]{0,12}(?:attached|annexed|enclosed))"
)
CROSS_PAGE = re.compile(
    r"骑缝章|骑缝[^。;\n]{0,8}(?:盖|签|印章)|逐页(?:签字|签署|盖章|加盖)|每页[^。;\n]{0,8}(?:签字|签署|盖章|加盖)"
    r"|(?i:initial(?:led|ed)? (?:on )?(?:each|every) page"
    r"|(?:each|every)(?: page)?(?: (?:is|to be|shall be))? initial(?:l?ed)"
    r"|cross-page (?:seal|stamp)|seal(?:ed)? across (?:the|its) pages)"
)
NO_CROSS_PAGE = re.compile(
    r"(?:未|没有?|无(?!论)|不|免)[^。;,、\n]{0,8}(?:骑缝|逐页|每页)|(?:骑缝章?|逐页|每页)[^。;,、\n]{0,4}(?:未|没有)"
    r"|(?i:\b(?:no|without(?: an?)?|not) (?:initial|cross-page)|(?:each|every) page (?:is|was|has|need) not)"
)
_SHOWN_IMAGE = (
    r"(?:微信|QQ|钉钉|邮件|电子邮件|短信|聊天)[^。;\n]{0,20}(?:图片|照片|影像|截图)"
    r"|(?:图片|照片|影像件|截图)[^。;\n]{0,14}(?:有效|同等|效力|原件)"
)
METHODS = (
    (
        "esign_reliable",
        re.compile(
            r"可靠的?电子签[名章]|电子签名法|数字证书|CA(?:证书|认证)"
            r"|(?i:digital certificates?|qualified electronic signature"
            r"|advanced electronic signature)"
        ),
    ),
    (
        "esign_simple",
        re.compile(r"电子签[名章字]|电子合同|(?i:electronic signatures?|electronically signed|docusign|e-sign)"),
    ),
    (
        "fax",
        re.compile(
            r"传真(?:件|签署|签字)[^。;\n]{0,14}(?:有效|同等|效力)|(?i:facsimile (?:signature|cop(?:y|ies))"
            r"|by facsimile)"
        ),
    ),
    (
        "scan",
        re.compile(
            r"扫描件[^。;\n]{0,14}(?:有效|同等|效力|原件)|(?i:scanned (?:signature|cop(?:y|ies))|\.?pdf signature)|"
            + _SHOWN_IMAGE
            + r"|(?i:\b(?:jpe?g|image|photo(?:graph)?|picture|screenshot)s?\b[^.;\n]{0,80}"
            + r"(?:original|same effect|binding))"
        ),
    ),
    (
        "wet",
        re.compile(
            r"(?:以|采用|用)(?:纸质|书面纸质|纸面)(?:形式|方式|文本|版本)?[^。;\n]{0,8}(?:签[署订字]|盖章)"
            r"|(?i:(?:signed|executed) in (?:wet )?ink|wet[- ]ink|wet signature)"
        ),
    ),
)
