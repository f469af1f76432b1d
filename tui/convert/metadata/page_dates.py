"""Dates as pages write them, to ISO 8601: with the offset where one is given, else local time or a bare day.

Accepted: ISO 8601 and its sloppy kin, RFC 2822, seconds or milliseconds since 1970, numeric dates in any
order, "24 June 2024", "June 24th, 2024", "24. Juni 2024", "24 de junio de 2024", "2024年6月24日" …
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from tui.text.late_patterns import late_pattern

YEARS = (1990, 2100)
MAX_TEXT = 400  # characters looked at

MONTH_WORDS = {
    1: "january januar jan janvier enero gennaio janeiro januari tammikuu tammikuuta stycznia leden ledna января "
    "янв січня ocak januára ianuarie ιανουαρίου januára január jänner janv ene gen sausio janvāris siječnja "
    "januarja януари يناير gener xaneiro jaanuar janúar urtarrilaren јануари јануар студзеня ינואר בינואר "
    "ionawr eanáir janar jannar januarie იანვარი հունվարի հունվար yanvar қаңтар جنوری ژانویه sty oca січ январь "
    "ιανουάριοσ ιαν",
    2: "february februar feb février fevrier febrero febbraio fevereiro februari helmikuu helmikuuta lutego února "
    "февраля фев лютого şubat februarie φεβρουαρίου február februára févr fév vasario veljače februarja feber "
    "فبراير شباط febrer febreiro veebruar februāris februārī febrúar otsailaren февруари фебруар febr лютага "
    "פברואר בפברואר chwefror feabhra shkurt frar თებერვალი փետրվարի փետրվար fevral ақпан pebrero فروری فوریه "
    "lut şub fev лют февраль φεβρουάριοσ φεβ",
    3: "march märz mar mär mars marzo março maart maaliskuu maaliskuuta marca března марта мар березня mart martie "
    "μαρτίου marts március maret kovo ožujka مارس آذار març märts martā martxoaren март marec márc сакавіка mac "
    "מרץ במרץ mawrth márta machi marzu მარტი մարտի մարտ наурыз marso مارچ mrz mrt бер μάρτιοσ μαρ",
    4: "april apr avril abril aprile huhtikuu huhtikuuta kwietnia dubna апреля апр квітня nisan aprilie απριλίου "
    "április avr abr balandžio apríla travnja aprila أبريل ابريل نيسان aprill aprīlis aprīlī apríl apirilaren "
    "април ápr красавіка אפריל באפריל ebrill aibreán aprili prill აპრილი ապրիլի ապրիլ aprel сәуір اپریل آوریل "
    "kwi nis кві апрель απρίλιοσ απρ",
    5: "may mai mayo maggio maio mei maj toukokuu maja května мая травня mayıs μαΐου május mag gegužės mája "
    "svibnja toukokuuta مايو أيار maig maijs maijā maí maiatzaren май мај máj מאי במאי bealtaine mejju მაისი "
    "մայիսի մայիս мамыр مئی тра μάιοσ μαΐ",
    6: "june juni jun juin junio giugno junho kesäkuu kesäkuuta czerwca června июня июн червня haziran iunie "
    "ιουνίου június giu birželio júna lipnja junija يونيو حزيران juny xuño juuni jūnijs jūnijā júní ekainaren "
    "юни јуни јун junij jún чэрвеня יוני ביוני mehefin meitheamh qershor ġunju junie ივნისი հունիսի հունիս iyun "
    "маусым hunyo جون ژوئن cze haz чер июнь ιούνιοσ ιουν",
    7: "july juli jul juillet julio luglio julho heinäkuu lipca července июля июл липня temmuz iulie ιουλίου "
    "heinäkuuta július juil lug liepos júla srpnja julija يوليو تموز juliol xullo juuli jūlijs jūlijā júlí "
    "uztailaren юли јули јул julij júl ліпеня julai יולי ביולי gorffennaf iúil korrik lulju julie ივლისი "
    "հուլիսի հուլիս iyul шілде hulyo جولائی ژوئیه lip tem лип июль ιούλιοσ ιουλ",
    8: "august aug août aout agosto elokuu elokuuta sierpnia srpna августа авг серпня ağustos augusti augustus "
    "αυγούστου augusztus ago rugpjūčio augusta kolovoza avgusta agustus أغسطس اغسطس agost augusts augustā ágúst "
    "abuztuaren август avgust жніўня ogos אוגוסט באוגוסט awst lúnasa agosti gusht awwissu აგვისტო օգոստոսի "
    "օգոստոս avqust тамыз اگست اوت sie ağu сер agu αύγουστοσ αυγ",
    9: "september sep sept septembre septiembre settembre setembro syyskuu syyskuuta września září сентября сен "
    "вересня eylül septembrie σεπτεμβρίου szeptember set rugsėjo septembra rujna سبتمبر أيلول setembre "
    "septembris septembrī irailaren септември септембар septembar szept верасня ספטמבר בספטמבר medi septemba "
    "shtator settembru სექტემბერი սեպտեմբերի սեպտեմբեր sentyabr sentabr қыркүйек setyembre ستمبر سپتامبر wrz "
    "eyl вер сентябрь σεπτέμβριοσ σεπ",
    10: "october oktober okt oct octobre octubre ottobre outubro lokakuu lokakuuta października října октября окт "
    "жовтня ekim octombrie οκτωβρίου október ott out spalio októbra oktobra أكتوبر اكتوبر oktoober oktobris "
    "oktobrī urriaren октомври октобар oktobar кастрычніка אוקטובר באוקטובר hydref oktoba tetor ottubru "
    "ოქტომბერი հոկտեմբերի հոկտեմբեր oktyabr oktabr қазан oktubre اکتوبر اکتبر paź eki жов октябрь οκτώβριοσ οκτ",
    11: "november nov novembre noviembre novembro marraskuu marraskuuta listopad listopadu ноября ноя листопада "
    "kasım noiembrie νοεμβρίου lapkričio novembra listopada studenoga نوفمبر novembris novembrī nóvember "
    "azaroaren ноември новембар novembar נובמבר בנובמבר tachwedd samhain novemba nëntor novembru ნოემბერი "
    "նոյեմբերի նոյեմբեր noyabr қараша nobyembre نومبر نوامبر lis kas лис ноябрь νοέμβριοσ νοε",
    12: "december dezember dez dec décembre decembre diciembre dicembre dezembro joulukuu joulukuuta grudnia "
    "prosince декабря дек грудня aralık decembrie δεκεμβρίου desember déc dic gruodžio decembra prosinca ديسمبر "
    "desembre decembro detsember decembris decembrī abenduaren декември децембар decembar снежня disember דצמבר "
    "בדצמבר rhagfyr nollaig desemba dhjetor diċembru დეკემბერი դեկտեմբերի դեկտեմբեր dekabr желтоқсан disyembre "
    "دسمبر دسامبر gru ara гру des декабрь δεκέμβριοσ δεκ",
}
MONTHS = {word.casefold(): month for month, words in MONTH_WORDS.items() for word in words.split()}
ZONES = {"z": 0, "utc": 0, "gmt": 0, "bst": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120, "eet": 120, "eest": 180}
ZONES |= {"est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420}
ZONES |= {"jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "sast": 120, "et": -300, "msk": 180}

ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s,]{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?"
    r"\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?",
    re.I,
)
EPOCH = re.compile(r"\A\s*(\d{10})(\d{3})?(?:\.\d+)?\s*\Z")
COMPACT = late_pattern(
    r"(?<!\d)(20\d{2}|19\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[./]\s?(\d{1,2})[./]\s?(\d{1,2})(?!\d)")
HAN = late_pattern(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]")
NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})([./·-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d])")
DAY_MONTH = late_pattern(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?\.?[\s-]{1,2}(?:de\s|del\s|of\s|d[ie]\s|ta'\s|d['’])?([^\W\d_]{3,14})\.?[,،]?[\s-]{1,2}(?:de\s|del\s)?(\d{4})(?!\d)",
    re.I,
)
MONTH_DAY = late_pattern(r"(?<!\w)([^\W\d_]{3,14})\.?\s(\d{1,2})(?:st|nd|rd|th)?[,.]?\s{1,2}(\d{4})(?!\d)", re.I)
# "Wed Oct  2 09:00:00 UTC 2024", as C's asctime writes it, and so archives of mailing lists
CLOCK_WITHIN = late_pattern(
    r"(?<!\w)([^\W\d_]{3})\s{1,2}(\d{1,2})\s(\d{1,2}):(\d{2}):(\d{2})\s"
    r"(?:([A-Z]{1,5})\s|([+-]\d{4})\s)?(\d{4})(?!\d)"
)
# "2026. március 3.", "2026 m. kovo 3 d.", "2026ko martxoaren 3a"
YEAR_MONTH_DAY = re.compile(r"(?<!\d)(\d{4})(?:\.|\sm\.|e?ko)?[\s-]([^\W\d_]{3,14})\.?[\s-](\d{1,2})(?!\d)")
LATVIAN_YEAR = " gada "
LATVIAN = late_pattern(r"(?<!\d)(\d{4})\.\sgada\s(\d{1,2})\.\s?([^\W\d_]{3,14})")
VIETNAMESE = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})", re.I)
CLOCK = late_pattern(
    r"(?<!\d)(\d{1,2})[:.h時时시](\d{2})(?::(\d{2}))?\s{0,2}(?:(a\.?m\.?|p\.?m\.?)(?!\w))?\s{0,2}(?:(?:GMT|UTC)?([+-]\d{2}:?\d{2})|\(?([A-Z]{1,5})\)?(?!\w))?",
    re.I,
)
CLOCK_REACH = 40  # characters after (or 24 before) a day in which its time stands
IN_ADDRESS = late_pattern(
    r"/(20[0-3]\d|199\d)[/-]?(0[1-9]|1[0-2]|[1-9](?=[/-]))[/-]?(0[1-9]|[12]\d|3[01]|[1-9])(?=[/_.-]|\b)"
)


FOUR_DIGITS = re.compile(r"\d\D*\d\D*\d\D*\d")  # what has fewer is no date


def iso(text: str | None, month_first: bool = False) -> str | None:
    """The first date in a text, as ISO 8601; None if there is none between 1990 and 2100.

    ``month_first``: read 6/7/2024 as June 7 (the United States' way).
    """
    if not text or not FOUR_DIGITS.search(text, 0, MAX_TEXT):
        return None
    text = text[:MAX_TEXT]
    epoch = EPOCH.match(text)
    if epoch:
        return _since_1970(int(epoch[1]))
    match = ISO.search(text)
    if match:
        return _stamp(match[1], match[2], match[3], match[4], match[5], match[6], match[7])
    match = COMPACT.search(text)
    if match:
        return _stamp(*match.groups())
    found = _day(text, month_first)
    if not found:
        return _around_clock(text) if text.count(":") > 1 else None
    year, month, day, start, end = found
    return _with_clock(text, str(year), str(month), str(day), start, end)


def in_address(address: str | None) -> str | None:
    """The day in an address such as /2024/06/24/…, if any."""
    match = IN_ADDRESS.search(address or "")
    return _stamp(match[1], match[2], match[3]) if match else None


def is_before(date: str, other: str) -> bool:
    """Whether one date lies before another by more than clocks and zones can make of it."""
    return datetime.fromisoformat(other[:10]) - datetime.fromisoformat(date[:10]) > timedelta(days=1)


Found = tuple[int, int, int, int, int]  # year, month, day and the date's place in the text
# Patterns with the groups that hold year, month and day; a month in words is looked up.
FORMS = (
    (HAN, (1, 2, 3)),
    (YEAR_FIRST, (1, 2, 3)),
    (VIETNAMESE, (3, 2, 1)),
    (DAY_MONTH, (3, 2, 1)),
    (MONTH_DAY, (3, 1, 2)),
    (YEAR_MONTH_DAY, (1, 2, 3)),
)
FORMS_IN_ASCII = tuple(form for form in FORMS if form[0] not in (HAN, VIETNAMESE))


def _day(text: str, month_first: bool) -> Found | None:
    """The earliest date in the text."""
    forms = FORMS_IN_ASCII if text.isascii() else FORMS
    if LATVIAN_YEAR in text:
        forms = (*forms, (LATVIAN, (1, 3, 2)))
    dates = [_first_of_form(text, pattern, groups) for pattern, groups in forms]
    dates.append(_first_numeric(text, month_first))
    valid = [date for date in dates if date and _is_day(*date[:3])]
    return min(valid, key=lambda date: date[3]) if valid else None


def _first_of_form(text: str, pattern: re.Pattern[str], groups: tuple[int, int, int]) -> Found | None:
    for match in pattern.finditer(text):
        year, month, day = (match[group] for group in groups)
        number = int(month) if month.isdigit() else MONTHS.get(month.casefold())
        if number:
            return int(year), number, int(day), match.start(), match.end()
    return None


def _first_numeric(text: str, month_first: bool) -> Found | None:
    """The first date like 6/7/2024, which is June 7 or July 6."""
    for match in NUMERIC.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        year += 2000 if year < 100 else 0
        is_month_first = first <= 12 and (second > 12 or (month_first and match[2] != "."))
        month, day = (first, second) if is_month_first else (second, first)
        if 1 <= month <= 12:
            return year, month, day, match.start(), match.end()
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        datetime(year, month, day)
    except ValueError:
        return False
    return YEARS[0] <= year <= YEARS[1]


def _with_clock(text: str, year: str, month: str, day: str, start: int, end: int) -> str | None:
    after = CLOCK.search(text[end : end + CLOCK_REACH])
    before = None if after else CLOCK.search(text[max(0, start - 24) : start])
    clock = after or before
    if not clock:
        return _stamp(year, month, day)
    hour = int(clock[1])
    half = (clock[4] or "").casefold()[:1]
    if half and not 1 <= hour <= 12:
        half = ""
    hour = hour % 12 + 12 if half == "p" else 0 if half == "a" and hour == 12 else hour
    zone = (clock[6] or "").casefold()
    offset = _offset(ZONES[zone]) if zone in ZONES else clock[5]
    return _stamp(year, month, day, str(hour), clock[2], clock[3], offset) or _stamp(year, month, day)


def _around_clock(text: str) -> str | None:
    """The first day that stands around its time."""
    match = CLOCK_WITHIN.search(text)
    month = MONTHS.get(match[1].casefold()) if match else None
    if match is None or month is None:
        return None
    _, day, hour, minute, second, zone, offset, year = match.groups()
    zone = (zone or "").casefold()
    return _stamp(year, str(month), day, hour, minute, second, _offset(ZONES[zone]) if zone in ZONES else offset)


def _offset(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _stamp(
    year: str,
    month: str,
    day: str,
    hour: str | None = None,
    minute: str | None = None,
    second: str | None = None,
    zone: str | None = None,
) -> str | None:
    if not YEARS[0] <= int(year) <= YEARS[1]:
        return None
    try:
        if hour is None or minute is None:
            return datetime(int(year), int(month), int(day)).date().isoformat()
        when = datetime(
            int(year), int(month), int(day), int(hour) % 24, int(minute), int(second or 0), tzinfo=_zone(zone)
        )
    except ValueError:
        return None
    return when.isoformat()


@lru_cache(maxsize=64)
def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:]) if len(text) > 3 else 0
    if hours > 14 or minutes > 59:
        return None
    return timezone((1 if text[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))


def _since_1970(seconds: int) -> str | None:
    when = datetime.fromtimestamp(seconds, UTC)
    return when.isoformat() if YEARS[0] <= when.year <= YEARS[1] else None
