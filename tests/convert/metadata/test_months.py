"""Days whose month is written out, in the languages of the papers that are read."""

from __future__ import annotations

import pytest

from tui.convert.metadata.page_dates import iso

# January to December, as they stand in a date of the language; "listopada" is November in Polish, October in Croatian.
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "de-AT": "Jänner Feber März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου "
    "Δεκεμβρίου",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga prosinca",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "ca": "gener febrer març - maig juny juliol agost setembre - novembre desembre",
    "gl": "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "lv": "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "eu": "urtarrilaren otsailaren martxoaren apirilaren maiatzaren ekainaren uztailaren abuztuaren irailaren urriaren "
    "azaroaren abenduaren",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "mk": "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    "sr, Cyrillic": "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "sr": "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "sl, nominative": "januar februar marec april maj junij julij avgust september oktober november december",
    "sk, nominative": "január február marec apríl máj jún júl august september október november december",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "hu, short": "jan febr márc ápr máj jún júl aug szept okt nov dec",
    "be": "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка - снежня",
    "ms": "Januari Februari Mac April Mei Jun Julai Ogos September Oktober November Disember",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "he, in": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "cy": "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
    "ga": "Eanáir Feabhra Márta Aibreán Bealtaine Meitheamh Iúil Lúnasa - - Samhain Nollaig",
    "sw": "Januari Februari Machi Aprili Mei Juni Julai Agosti Septemba Oktoba Novemba Desemba",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "mt": "Jannar Frar Marzu April Mejju Ġunju Lulju Awwissu Settembru Ottubru Novembru Diċembru",
    "af": "Januarie Februarie Maart April Mei Junie Julie Augustus September Oktober November Desember",
    "ka": "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
    "hy": "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի",
    "hy, nominative": "հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "uz": "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "tl": "Enero Pebrero Marso Abril Mayo Hunyo Hulyo Agosto Setyembre Oktubre Nobyembre Disyembre",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "fa": "ژانویه فوریه مارس آوریل - ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "de, shorter": "- - Mrz - - - - - Sept - - -",
    "nl, short": "- - mrt - - - - - - - - -",
    "fi, nominative": "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu "
    "elokuu syyskuu lokakuu marraskuu joulukuu",
    "pl, short": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "tr, short": "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
    "pt, short": "jan fev mar abr mai jun jul ago set out nov dez",
    "sv, short": "jan feb mar apr maj jun jul aug sep okt nov dec",
    "uk, short": "січ лют бер кві тра чер лип сер вер жов лис гру",
    "id, short": "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des",
    "ru, nominative": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "el, nominative": "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος "
    "Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος",
    "el, short": "Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ",
    "de, short": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "ru, short": "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "en, short": "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    "fr, short": "janv févr mars avr mai juin juil août sept oct nov déc",
    "es, short": "ene feb mar abr may jun jul ago sep oct nov dic",
    "it, short": "gen feb mar apr mag giu lug ago set ott nov dic",
}


@pytest.mark.parametrize("language", MONTHS)
def test_a_month_is_known_by_its_word(language: str) -> None:
    written = {month: word for month, word in enumerate(MONTHS[language].split(), 1) if word != "-"}
    days = {word: iso(f"12 {word} 2026") for word in written.values()}
    assert days == {word: f"2026-{month:02}-12" for month, word in written.items()}
