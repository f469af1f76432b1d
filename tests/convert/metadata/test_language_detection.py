"""The language of a page."""

from __future__ import annotations

import pytest

from tui.convert.metadata.language_detection import SMALL_WORDS, detect, settle

ENGLISH = "The town will raise the wall before the winter and the council said that it was for the people there. " * 3
GERMAN = "Die Stadt will die Mauer vor dem Winter erhöhen und der Rat sagt, dass es für die Menschen ist. " * 3
FRENCH = "La ville va relever le mur avant les premiers froids et le conseil a dit que ce sera pour les gens. " * 3
JAPANESE = "町は冬までに防波堤を高くすることを決めた。議会は火曜日にそう述べた。" * 3


@pytest.mark.parametrize(
    ("text", "language"), [(ENGLISH, "en"), (GERMAN, "de"), (FRENCH, "fr"), (JAPANESE, "ja"), ("Wall", None)]
)
def test_a_text_shows_its_language(text: str, language: str | None) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("en-US", ENGLISH, "en-US"),
        ("en_us", ENGLISH, "en-US"),
        ("de", GERMAN, "de"),
        ("zh-Hant-TW", "", "zh-TW"),
        ("en", GERMAN, "de"),
        (None, GERMAN, "de"),
        ("nonsense value", GERMAN, "de"),
        ("nb-NO", "", "nb-NO"),
        (None, "", None),
    ],
)
def test_what_is_declared_holds_unless_the_text_says_no(declared: str | None, text: str, language: str | None) -> None:
    assert settle(declared, text) == language


@pytest.mark.parametrize("words", SMALL_WORDS.values(), ids=SMALL_WORDS)
def test_no_language_counts_a_word_twice(words: str) -> None:
    assert len(set(words.split())) == len(words.split())


def test_few_words_overrule_no_declared_language() -> None:
    catalan = (
        "La alcaldesa va a inaugurar la plaza del mercat. «Es una plaza per a tots», dijo Marta. Va costar dos euros."
    )
    words = f"{catalan} {catalan} {catalan}".split()
    few, many = " ".join(words[:49]), " ".join(words[:50])
    assert detect(few) == detect(many) == "ca"
    assert (settle("es", few), settle("es", many), settle(None, few)) == ("es", "ca", "ca")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "« Nous attendons », a déclaré Odile Ferrand, porte-parole du port. « C'est faux », a dit Anne Morel, "
            "porte-parole de la mairie. « Peut-être », a répondu le maire du village.",
            "fr",
        ),
        (
            "«Esperamos una respuesta», dijo Nuria Salas, portavoz del puerto. Según la alcaldesa, la obra se hará "
            "en mayo y costará dos millones de euros a la ciudad de Larkhill.",
            "es",
        ),
    ],
)
def test_words_that_kin_languages_share_hide_none_of_them(text: str, language: str) -> None:
    assert detect(text) == language


def test_a_text_of_two_languages_in_equal_parts_has_none() -> None:
    assert detect(FRENCH + GERMAN) is None


def test_a_quotation_in_another_language_does_not_make_the_text_s() -> None:
    assert detect(GERMAN + ENGLISH[:97]) == "de"


def test_of_two_languages_that_are_nearly_one_the_better_is_said() -> None:
    danish = "Byen vil hæve muren før vinteren og rådet siger at det er for de mennesker der bor ved havnen. " * 3
    assert detect(danish) in ("da", "no")
    assert settle("nb", danish) == "nb"


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        (
            "La ciudad subirá el muro antes de que llegue el invierno. Los vecinos dijeron que no se van por miedo, "
            "pero sí quieren más ayuda del gobierno.",
            "es",
        ),
        ("A cidade vai levantar o muro antes do inverno e o conselho disse que é para as pessoas que não saem.", "pt"),
        ("La città alzerà il muro prima che arrivi l'inverno e il consiglio ha detto che è per la gente di qui.", "it"),
        ("De stad zal de muur voor de winter verhogen en de raad zei dat het is voor de mensen die er wonen.", "nl"),
        ("Staden ska höja muren före vintern och rådet sade att det är för de människor som bor vid hamnen.", "sv"),
        ("Kaupunki korottaa muuria ennen talvea ja neuvosto sanoi että se on niiden asia jotka ovat satamassa.", "fi"),
        (
            "Miasto podniesie mur przed zimą i rada mówi że to jest dla ludzi którzy nie chcą się bać o swoje domy.",
            "pl",
        ),
        ("Město zvýší zeď před zimou a rada řekla že to je pro lidi kteří se bojí o své domy v přístavu.", "cs"),
        ("A város megemeli a falat a tél előtt és a tanács azt mondta hogy ez az emberek miatt van így.", "hu"),
        ("Orașul va ridica zidul înainte de iarnă și consiliul a spus că este pentru oamenii care sunt aici.", "ro"),
        ("Город поднимет стену до зимы и совет сказал что это для людей которые не могут уехать из порта.", "ru"),
        ("Місто підніме стіну до зими і рада сказала що це для людей які не можуть поїхати з порту та моря.", "uk"),
        ("Kent kıştan önce duvarı yükseltecek ve meclis bunun burada olan insanlar için bir adım olarak dedi.", "tr"),
        ("Kota itu akan meninggikan tembok dan dewan mengatakan bahwa ini untuk orang yang ada di pelabuhan.", "id"),
        ("Η πόλη θα υψώσει το τείχος πριν από τον χειμώνα και το συμβούλιο είπε ότι είναι για τους ανθρώπους.", "el"),
        ("도시는 겨울이 오기 전에 방파제를 높이기로 했다고 의회가 화요일에 말했다.", "ko"),
        ("市议会星期二说，这座城市将在冬天到来之前加高海堤，以保护港口居民。", "zh"),
        ("เมืองจะยกกำแพงให้สูงขึ้นก่อนฤดูหนาวตามที่สภากล่าวเมื่อวันอังคาร", "th"),
        ("העיר תגביה את החומה לפני החורף כך אמרה המועצה ביום שלישי לתושבים", "he"),
        ("शहर सर्दियों से पहले दीवार ऊंची करेगा परिषद ने मंगलवार को कहा", "hi"),
        ("قال المجلس إن المدينة ستبني جدارا على الميناء من أجل الناس في هذا الحي بعد أن كان مهددا.", "ar"),
    ],
)
def test_each_language_is_known_from_a_few_sentences(sentence: str, language: str) -> None:
    assert detect(f"{sentence} " * 2) == language


def test_a_few_words_show_no_language() -> None:
    assert detect(" ".join(ENGLISH.split()[:24])) is None
    assert detect(" ".join(ENGLISH.split()[:30])) == "en"


@pytest.mark.parametrize("signs", ["→\u2009", "\u2620\ufe0f \U0001f440", "™•", "o\u0308"])
def test_signs_of_no_letter_say_nothing(signs: str) -> None:
    assert detect(f"{signs} {ENGLISH}") == detect(f"{ENGLISH}{signs}") == "en"
    assert detect(f"{signs} {JAPANESE}") == "ja"


@pytest.mark.parametrize("sign", ["→", "\u2009", "\u0308", "\u200d", "\u2620"])
def test_a_sign_beyond_latin_parts_words(sign: str) -> None:
    assert detect(ENGLISH.replace(" ", sign)) == "en"


def test_a_name_in_another_script_is_no_language() -> None:
    assert detect(ENGLISH + "海岸 新聞") == "en"


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("nn", "", "nn"),
        ("iw", "העיר תגביה את החומה לפני החורף כך אמרה המועצה ביום שלישי לתושבים", "iw"),
        (
            "ms",
            "Kota itu akan meninggikan tembok dan dewan mengatakan bahwa ini untuk orang yang ada di sini. " * 2,
            "ms",
        ),
        ("tl", ENGLISH, "tl"),  # of a language that the small words do not know nothing can be said
        ("en", JAPANESE, "ja"),
        ("ja-JP", JAPANESE, "ja-JP"),
        ("es-419", "", "es-419"),
        ("de_AT.UTF-8", "", "de-AT"),
    ],
)
def test_a_declared_language_is_believed_as_far_as_the_text_allows(declared: str, text: str, language: str) -> None:
    assert settle(declared, text) == language


@pytest.mark.parametrize("sign", ["☢", "👀", "\u2009"])
def test_signs_outside_latin_1_part_words_as_spaces_do(sign: str) -> None:
    words = "the harbour of the town and the ferry that is in it was not for sale by the end of the year"
    assert detect(f"{words} {words}".replace(" ", sign)) == "en"
