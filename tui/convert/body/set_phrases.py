"""The set words of comment sections and of boxes that ask for something, in the languages of the papers read.

Each is what templates of many makers say on a button or in a box; all in lower case.
"""

from __future__ import annotations

import re

from tui.convert.links import PLACE_SIGNS

AROUND = " \t\n\r\xa0↩↪➦»›·•|-–—:.!()[]<>←→▸+0123456789"

# On the way to answer a comment, and to report it to the editors.
ANSWERS = frozenset(
    (
        "reply|reply to this|reply to comment|reply to this comment|respond|antworten|auf kommentar antworten|"
        "kommentar beantworten|répondre|répondre à ce commentaire|responder|contestar|rispondi|beantwoorden|reageer|"
        "reageren|reageer op dit bericht|svar|svara|vastaa|odpowiedz|odpovědět|odpovedať|ответить|відповісти|отговор|"
        "odgovori|válasz|răspunde|răspunde la|απάντηση|yanıtla|cevapla|trả lời|"
        "balas|返信|返信する|答える|답글|댓글쓰기|回复|回覆|"
        "回應|رد|الرد|پاسخ|הגב|השב|जवाब दें|ตอบกลับ|atsakyti|atbildēt|vasta|svara á|respon"
    ).split("|")
)
REPORTS = frozenset(
    (
        "report|report abuse|report comment|report this|flag|flag as inappropriate|melden|kommentar melden|"
        "beitrag melden|verstoß melden|missbrauch melden|signaler|signaler un abus|denunciar|reportar|segnala|"
        "rapporteren|meld misbruik|anmäl|anmeld|rapporter|ilmoita|zgłoś|zgłoś nadużycie|nahlásit|пожаловаться|"
        "поскаржитися|şikayet et|違反報告|通報|신고|举报|檢舉"
    ).split("|")
)
# The label over a comment section, with its count.
COMMENTS_NAMES = (
    "comments?|responses|replies|thoughts on .*|discussion|join the discussion|kommentare?|diskussion|"
    "commentaires?|réactions|comentarios?|respuestas|comentários?|respostas|commenti|reacties|kommentarer|"
    "kommentit|komentarze|komentáře|komentari|комментарии|коментарі|коментари|hozzászólások|comentarii|σχόλια|"
    "yorumlar|bình luận|komentar|コメント|댓글|评论|評論|留言|التعليقات|نظرات|תגובות"
)
COMMENTS = re.compile(
    r"(?:\d[\d.,]*\s+|the\s+|all\s+|alle\s+)?(?:reader'?s?\s+|leser)?"
    rf"(?:{COMMENTS_NAMES})\s*(?:\(?\s*\d[\d.,]*\s*\)?)?\s*:?",
    re.I,
)
# How it begins, if not with a digit; the pattern is slow to say that a line is none.
BEGINNING = 2
COMMENTS_BEGINNINGS = {name[:BEGINNING] for name in ("the", "all", "reader", "leser", *COMMENTS_NAMES.split("|"))}
DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d\d|"
    r"\b\d{1,2}\s?(?:s|m|h|d|w|min|mins|hrs?|hours?|minutes?|days?|weeks?|months?|years?|mo|yr)\b(?:\s+ago)?|"
    r"\bago\b|\bvor \d|\bil y a\b|\bhace \d|\bhá \d|\d \w{1,15} fa\b|\bgeleden\b|\bsiden\b|\bsedan\b|\bsitten\b|"
    r"\btemu\b|назад|önce|trước|\d\s?[年月日時分前]|전$",
    re.I,
)
# Of a day without a digit; the pattern is slow to say that a text shows none.
AGO = ("ago", "il y a", "geleden", "siden", "sedan", "sitten", "temu", "назад", "önce", "trước", "전")

# On links in headings: to change the section, or to its own address.
MARKED_LINKS = frozenset(
    (
        "edit|edit source|edit section|bearbeiten|quelltext bearbeiten|modifier|modifier le code|editar|editar código|"
        "modifica|modifica wikitesto|bewerken|brontekst bewerken|redigera|redigera wikitext|rediger|rediger kilde|"
        "muokkaa|edytuj|edytuj kod|editovat|upravit|szerkesztés|править|править код|редагувати|編集|编辑|編輯|편집|"
        "sửa|düzenle|ویرایش|עריכה|permalink|copy link|link|link to this section|link to this heading|anchor|"
        "direct link"
    ).split("|")
).union(PLACE_SIGNS)

# On links that let a reader in.
ENTRIES = frozenset(
    (
        "log in|login|sign in|register|sign up|subscribe|subscribe now|join|join now|create account|anmelden|"
        "einloggen|registrieren|jetzt registrieren|abonnieren|jetzt abonnieren|"
        "jetzt testen|se connecter|connectez-vous|"
        "s'abonner|je m'abonne|s'inscrire|iniciar sesión|inicia sesión|suscríbete|suscribirse|regístrate|entrar|assine|"
        "assine já|accedi|abbonati|registrati|inloggen|aanmelden|abonneren|logg inn|logga in|log ind|kirjaudu|zaloguj|"
        "zaloguj się|přihlásit|войти|подписаться|увійти|giriş yap|abone ol|"
        "đăng nhập|ログイン|会員登録|로그인|登录|登入|"
        "accept|accept all|i accept|ok|agree|i agree|got it|akzeptieren|alle akzeptieren|zustimmen|accepter|"
        "tout accepter|aceptar|aceptar todo|aceitar|accetta|accepteren|akkoord|godta|godkänn|accepter alle|hyväksy|"
        "akceptuję|souhlasím|принять|同意する|동의"
    ).split("|")
)
# What a label is for, by its words; none of them begins or ends with a sign of AROUND.
SAID = {**dict.fromkeys(ENTRIES, "entry"), **dict.fromkeys(REPORTS, "report"), **dict.fromkeys(ANSWERS, "answer")}
# What boxes say that ask for consent, and those that ask for a login, money or an address.
CONSENT = tuple(
    (
        "cookie|consent|privacy|personal data|partners|gdpr|zustimm|einwillig|datenschutz|personenbezogen|"
        "unsere partner|confidentialité|données personnelles|partenaires|privacidad|"
        "datos personales|privacidade|dados pessoais|consenso|dati personali|toestemming|"
        "persoonsgegevens|samtykke|samtycke|personvern|integritet|personuppgifter|evästeet|tietosuoja|ciasteczk|"
        "prywatności|danych osobowych|souhlas|osobních údajů|персональных данных|çerez|kişisel veri|"
        "クッキー|個人情報|쿠키|개인정보"
    ).split("|")
)
ASKED = tuple(
    (
        "already a member|already have an account|already subscribed|already a subscriber|free article|"
        "cancel at any time|cancel any time|cancel anytime|cancel whenever|terms of service|terms of use|"
        "privacy policy|your e-mail|your email|your inbox|your mailbox|newsletter|create a free account|"
        "create an account|create your account|log in to|sign in to|register to|subscribe to|subscribers only|"
        "subscriber only|for subscribers|become a member|support our|support independent|datenschutzerklärung|"
        "bereits abonnent|schon abonnent|schon registriert|jetzt testen|jederzeit kündbar|jederzeit abbestell|"
        "jederzeit widerruf|um weiterzulesen|nutzungsbedingungen|déjà abonné|réservé aux abonnés|sans engagement|"
        "politique de confidentialité|ya eres suscriptor|ya soy suscriptor|solo para suscriptores|"
        "política de privacida|já é assinante|exclusivo para assinantes|sei già abbonato|"
        "informativa sulla privacy|al abonnee|privacybeleid|nieuwsbrief|allerede abonnent|redan prenumerant|"
        "nyhetsbrev|nyhedsbrev|uutiskirje|zaloguj się, aby|polityka prywatności|polityki prywatności|"
        "обработку персональных|会員限定|無料会員"
    ).split("|")
)
# Those among them that may stand in a text of plain letters.
PLAIN_CONSENT, PLAIN_ASKED = (tuple(filter(str.isascii, phrases)) for phrases in (CONSENT, ASKED))


def shows_date(text: str) -> bool:
    """Whether a text shows a day, or how long ago something was."""
    lowered = text.lower()
    may_show = any(map(str.isdecimal, text)) or any(word in lowered for word in AGO)
    return may_show and DATE.search(text) is not None
