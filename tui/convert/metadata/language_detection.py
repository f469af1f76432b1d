"""The language of a text, from its script and its commonest small words.

Meant for a check on what a page declares (templates declare "en" for every edition) and for pages that
declare nothing.  It costs a few dozen microseconds and says nothing when in doubt.
"""

from __future__ import annotations

import re
from collections import Counter
from operator import itemgetter

from tui.text.late_patterns import late_pattern
from tui.text.plain_letters import spaced, spacing, without_typography

MAX_TEXT = 1_500  # characters looked at
FEW_WORDS = 25  # below so many words nothing is said
OVERRULING_WORDS = 50  # and below so many a page's own word holds: kin languages share most of their small words
SHARE = 0.09  # of words that must be small words of the language; running text has 0.2 to 0.45
LEAD = 1.35  # how many times more than the second language
OWN_LEAD = 2.0  # … of the two, counting only those that the other does not have
SCRIPT_SHARE = 0.3  # of letters in a script that speaks for itself

SMALL_WORDS = {
    "en": "the of and to in a is that for on was with as it by at from have has are be this his said not will "
    "which but an",
    "de": "der die und das den von zu mit ist im des ein eine nicht auf sich für dem auch werden es als an hat "
    "wird sie nach bei",
    "fr": "le la les de des et un une du en que est dans qui pour au sur pas par plus ce avec il sont ne se ont "
    "cette aux a été son sa elle mais nous",
    "es": "de la que el en y los del se las por un para con una su al lo como más no es fue ha sus este sobre pero",
    "pt": "de a que o e do da em um para com não uma os no se na por mais as dos como mas foi ao das à são pelo "
    "pela também",
    "it": "di che e il la un in per è una con non del si da le i sono dei alla della al nel gli ha anche come più dal",
    "nl": "de van het een en in is dat op te zijn voor met die niet aan er om ook als bij naar maar uit heeft "
    "hij wordt door",
    "sv": "och i att det som en på är av för med den till inte om ett har de var han kan från vid men så hon",
    "da": "og i at det er en til på af for med de den ikke der som har et fra var også han om kan efter men ved blev",
    "no": "og i å det er en til på av for med de ikke som har et fra var også han om kan etter men ved ble seg",
    "fi": "ja on ei että se hän oli ovat myös kun mutta joka tai sen ole kuin mukaan vuonna ollut jos",
    "is": "og að í á er sem við var til um með ekki af það en fyrir hann þá hún frá því eru hafa úr",
    "pl": "w i na z się nie do to że jest o od za jak przez po są był dla oraz ale jego które który",
    "cs": "a v se na je že s z do o to i ve pro za by jsou který od jako po podle ale jeho která byl",
    "sk": "a v sa na je že s z do o to aj vo pre za by sú ktorý od ako po podľa ale jeho ktorá bol",
    "hu": "a az és hogy nem is egy van ez azt meg már csak volt de még el vagy után szerint ki",
    "ro": "de și în a la cu o pe că din un pentru nu este mai au fost care se sunt prin sa lui ce",
    "hr": "i u je na se da za od su s a koji iz kao to o ne bi će do što sam nije",
    "lt": "ir kad yra į su iš tai bet kaip buvo apie dėl už jau ar po nuo prie taip šio",
    "lv": "un ir ar ka no par uz kā arī lai bet pēc tas to ja pie tika gan",
    "et": "ja on et ei oli see kui ka ta mis aga oma siis ning või pärast ole kes",
    "tr": "ve bir bu da de için ile olarak daha çok olan gibi en kadar sonra ise ancak dedi olduğu",
    "id": "yang dan di itu dengan untuk dari ini dalam tidak pada akan juga ke karena oleh ada bisa telah",
    "vi": "và của các là có được cho trong người không với này một đã những khi về để từ theo",
    "ca": "de la que i el en a els les per un amb una del al és ha no com més dels va aquest",
    "gl": "de a que o e en do da os un unha para con non por se no na dos máis as polo",
    "af": "die en van in is het 'n nie dat vir te op met word wat sy hy was om aan deur ook",
    "sw": "na ya wa kwa ni za la katika cha kuwa hiyo huo hii kama yake baada lakini",
    "zu": "ukuthi futhi kanye ngoba uma lapho kodwa nje ngesikhathi kusho bese lokhu",
    "xh": "ukuba kwaye okanye kunye ngokuba nokuba xa apho kodwa oku kuba le",
    "sq": "të e në dhe për me një që nga se është më si ka do nuk u i janë",
    "eu": "eta da ez ere du dute bat egin izan baina hau dira beste den",
    "cy": "y yn i a o ar yr am ei wedi mae fod gan bod ond ac oedd",
    "ga": "an na agus ar go a i is le do ag tá sé bhí san níl",
    "el": "και το να του η της με που την από για είναι στο οι τα ότι στην",
    "ru": "и в не на что с по как это к из его но за у от для же о также",
    "uk": "і в не на що з та до як це за від для його але про також є",
    "bg": "и на да в за от се е с че по не са като до но ще това",
    "sr": "и у је на се да за од су са а који из као то о не",
    "fa": "و در به از که این را با است برای آن یک های می",
    "ar": "في من على أن إلى عن التي ما هذا مع لا كان بعد",
    "ur": "کے میں کی ہے اور سے کا کو نے پر کہ ہیں",
}
WORD_TONGUES: dict[str, list[str]] = {}
for _tongue, _list in SMALL_WORDS.items():
    for _word in _list.split():
        WORD_TONGUES.setdefault(_word, []).append(_tongue)

SCRIPTS = (
    ("ja", ("\u3040", "\u30ff"), 0.08),  # Japanese mixes kana with Han
    ("ko", ("\uac00", "\ud7a3"), SCRIPT_SHARE),
    ("zh", ("\u4e00", "\u9fff"), SCRIPT_SHARE),
    ("th", ("\u0e00", "\u0e7f"), SCRIPT_SHARE),
    ("he", ("\u0590", "\u05ff"), SCRIPT_SHARE),
    ("hi", ("\u0900", "\u097f"), SCRIPT_SHARE),
    ("bn", ("\u0980", "\u09ff"), SCRIPT_SHARE),
    ("ta", ("\u0b80", "\u0bff"), SCRIPT_SHARE),
    ("te", ("\u0c00", "\u0c7f"), SCRIPT_SHARE),
    ("ml", ("\u0d00", "\u0d7f"), SCRIPT_SHARE),
    ("ka", ("\u10a0", "\u10ff"), SCRIPT_SHARE),
    ("hy", ("\u0530", "\u058f"), SCRIPT_SHARE),
    ("am", ("\u1200", "\u137f"), SCRIPT_SHARE),
    ("km", ("\u1780", "\u17ff"), SCRIPT_SHARE),
    ("my", ("\u1000", "\u109f"), SCRIPT_SHARE),
)
SCRIPT_TONGUES = frozenset(tongue for tongue, _, _ in SCRIPTS)
WORD = re.compile(r"'?[^\W\d_]+")
# The same in Latin-1, but for what an apostrophe begins.
PLAIN_WORDS = spacing("'" + "".join(filter(WORD.fullmatch, map(chr, range(256)))))
OUTSIDE = late_pattern(r"[^\0-\xff]+")  # Latin-1
FAR = "\u0530"  # from here on are the letters of all scripts that speak for themselves
KIN = {
    "nb": "no",
    "nn": "no",
    "bs": "hr",
    "sh": "hr",
    "iw": "he",
    "in": "id",
    "ms": "id",
    "cmn": "zh",
    "yue": "zh",
    "fil": "tl",
    "mr": "hi",
    "ne": "hi",
}
CLOSE = frozenset(
    (
        frozenset(("da", "no")),
        frozenset(("cs", "sk")),
        frozenset(("gl", "pt")),
        frozenset(("zu", "xh")),
        frozenset(("hr", "sr")),
    )
)
TAG = re.compile(r"\A([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.@].*)?\Z")


def detect(text: str) -> str | None:
    """The language of a text as a two-letter code; None when the text is short or it is not clear."""
    text = without_typography(text[:MAX_TEXT])
    try:
        words = _plain_words(text)
    except UnicodeEncodeError:
        if not WORD.search("".join(OUTSIDE.findall(text))):  # but signs and spaces
            words = _plain_words(OUTSIDE.sub(" ", text))
        elif tongue := _told_by_script(text):
            return tongue
        else:
            words = WORD.findall(text.casefold())
    number = len(words) - words.count("'")
    if number < FEW_WORDS:
        return None
    small_words = Counter(filter(WORD_TONGUES.__contains__, words))
    told = [(WORD_TONGUES[word], count) for word, count in small_words.items()]
    counted: dict[str, int] = {}
    for tongues, count in told:
        for tongue in tongues:
            counted[tongue] = counted.get(tongue, 0) + count
    ranked = sorted(counted.items(), key=itemgetter(1), reverse=True)[:2]
    if not ranked or ranked[0][1] < SHARE * number:
        return None
    if len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]:
        return _closer(ranked[0][0], ranked[1][0], told)
    return ranked[0][0]


def _plain_words(text: str) -> list[str]:
    """The words of a text in Latin-1, a tenth of what a pattern takes; else UnicodeEncodeError."""
    return spaced(text, PLAIN_WORDS).replace("'", " '").split()


def _told_by_script(text: str) -> str | None:
    """The language whose script so many of the letters are in that it speaks for itself."""
    counted = Counter(text)
    far = {letter: count for letter, count in counted.items() if letter >= FAR}
    letters = sum(count for letter, count in counted.items() if letter.isalpha())
    if far and letters > FEW_WORDS:
        for tongue, (first, last), share in SCRIPTS:
            if sum(count for letter, count in far.items() if first <= letter <= last) > share * letters:
                return tongue
    return None


def _closer(first: str, second: str, told: list[tuple[list[str], int]]) -> str | None:
    """Of two languages the better one: where they are nearly one, or where all but a few words of the other are its.

    Nothing for a text that has both.
    """
    if frozenset((first, second)) in CLOSE:
        return first
    own = Counter[str]()
    for tongues, count in told:
        if (first in tongues) != (second in tongues):
            own[first if first in tongues else second] += count
    best, other = (first, second) if own[first] >= own[second] else (second, first)
    return best if own[best] >= OWN_LEAD * max(1, own[other]) else None


def settle(declared: str | None, text: str) -> str | None:
    """The declared BCP 47 tag as language and region ("en", "pt-BR"), unless the text is clearly in another: of its
    words that are not few, or by its script."""
    tag = TAG.match((declared or "").strip())
    found = detect(text)
    if not tag:
        return found
    language = tag[1].lower()
    family = KIN.get(language, language)
    if (
        found
        and family != found
        and frozenset((family, found)) not in CLOSE
        and family in (*SMALL_WORDS, *SCRIPT_TONGUES)
        and (found in SCRIPT_TONGUES or len(text.split()) >= OVERRULING_WORDS)
    ):
        return found
    return f"{language}-{tag[3].upper()}" if tag[3] else language
