"""Shapes that French, Spanish, Portuguese and Italian share: any verb beside a quotation, asides, refusals."""

from __future__ import annotations

import pytest

from tui.convert.sources import cite
from tui.model.article import Block, Source


def sources(language: str, *paragraphs: str) -> dict[str, Source]:
    return {source.name: source for source in cite([Block("paragraph", text) for text in paragraphs], language)}


BEHIND = [  # a verb that no list has stands between the quotation and its speaker
    ("fr", "« Le mur est trop bas, on le savait », bougonne Ada Moreno.", "Ada Moreno"),
    ("fr", "« Le mur est trop bas, on le savait », bougonne un éclusier.", "éclusier"),
    ("fr", "« Le mur est trop bas », lui a lancé lundi la maire, Ada Moreno.", "Ada Moreno"),
    ("fr", "« Le mur est trop bas », prévient pour sa part Ada Moreno.", "Ada Moreno"),
    ("es", "«El muro es demasiado bajo», refunfuñó Ada Moreno.", "Ada Moreno"),
    ("es", "«El muro es demasiado bajo», advirtió no obstante Ada Moreno.", "Ada Moreno"),
    ("pt", "“O muro é baixo demais”, resmungou na segunda-feira Ada Moreno.", "Ada Moreno"),
    ("pt", "“O muro é baixo demais”, explicou Ada Moreno a jornalistas.", "Ada Moreno"),
    ("it", "«Il muro è troppo basso», brontola Ada Moreno.", "Ada Moreno"),
]
INSIDE = [  # a subject, any verb, and the quotation inside the sentence
    ("fr", "L’ingénieure Ada Moreno y voit « une bombe à retardement ».", "Ada Moreno"),
    ("es", "La ingeniera Ada Moreno ve en ello «una bomba de relojería».", "Ada Moreno"),
    ("pt", "A engenheira Ada Moreno vê nisso “uma bomba-relógio”.", "Ada Moreno"),
    ("it", "L’ingegnera Ada Moreno vi legge «una bomba a orologeria».", "Ada Moreno"),
]
LIKENED = [  # what is said stands beside a clause that says who says so
    ("fr", "Comme l’explique Ada Moreno, éclusière, le mur est trop bas.", "Ada Moreno"),
    ("fr", "Le mur, comme le rappelait Ada Moreno, est trop bas.", "Ada Moreno"),
    ("fr", "À en croire Ada Moreno, le mur est trop bas.", "Ada Moreno"),
    ("fr", "De l’avis d’Ada Moreno, le mur est trop bas.", "Ada Moreno"),
    ("fr", "Le mur est trop bas, ainsi que l’indique le rapport.", "rapport"),
    ("fr", "Le mur est trop bas, comme l’a reconnu lundi la maire Ada Moreno.", "Ada Moreno"),
    ("pt", "A ponte está segura, como afirmou o presidente da câmara, Rui Moreno.", "Rui Moreno"),
    ("it", "Il muro regge, come ha ricordato ieri la sindaca Ada Moreno.", "Ada Moreno"),
    ("es", "Como explica Ada Moreno, ingeniera, el muro es demasiado bajo.", "Ada Moreno"),
    ("es", "Tal y como señaló la alcaldesa, Ada Moreno, el muro aguanta.", "Ada Moreno"),
    ("pt", "O muro é baixo demais, como explicou Ada Moreno.", "Ada Moreno"),
    ("it", "Come spiega Ada Moreno, ingegnera, il muro è troppo basso.", "Ada Moreno"),
    ("it", "Il muro è troppo basso, come ha spiegato Ada Moreno.", "Ada Moreno"),
]
UNSAID = [  # what is like somebody, and in what capacity, is said by nobody
    ("fr", "Comme Ada Moreno, le gardien du mur a quitté la ville."),
    ("fr", "Il travaille comme gardien chez Ada Moreno."),
    ("es", "Como Ada Moreno, el guarda dejó la ciudad."),
    ("pt", "Ele trabalha como guarda na casa de Ada Moreno."),
    ("it", "Come Ada Moreno, il custode ha lasciato la città."),
]
REFUSED = [
    ("fr", "Contactée, Ada Moreno n’a pas répondu.", "Ada Moreno"),
    ("fr", "La direction n’a pas souhaité faire de commentaire.", "direction"),
    ("es", "Ada Moreno no respondió a las llamadas.", "Ada Moreno"),
    ("es", "La dirección declinó hacer comentarios.", "dirección"),
    ("pt", "Procurada, Ada Moreno não respondeu.", "Ada Moreno"),
    ("pt", "A administração recusou fazer comentários.", "administração"),
    ("it", "Ada Moreno, contattata, non ha risposto.", "Ada Moreno"),
    ("it", "La direzione ha preferito non commentare.", "direzione"),
]


@pytest.mark.parametrize(("language", "text", "name"), LIKENED)
def test_who_says_so_is_read_from_a_clause_that_likens_it(language: str, text: str, name: str) -> None:
    assert list(sources(language, text)) == [name]


@pytest.mark.parametrize(("language", "text"), UNSAID)
def test_whom_something_is_likened_to_says_nothing(language: str, text: str) -> None:
    assert not sources(language, text)


def test_behind_such_a_clause_no_role_is_read_from_what_is_said() -> None:
    found = sources("es", "Tal y como señaló la alcaldesa, Ada Moreno, el muro aguanta.")
    assert found["Ada Moreno"].role == "alcaldesa"


@pytest.mark.parametrize(("language", "text", "speaker"), [*BEHIND, *INSIDE], ids=lambda value: value[:48])
def test_a_verb_beside_a_quotation_need_not_be_known(language: str, text: str, speaker: str) -> None:
    found = sources(language, text)
    assert list(found) == [speaker]
    assert len(found[speaker].quotes) == 1


NAMES = [  # what a thing is called, or a work is, stands in quotation marks, too
    ("fr", "Jean Moreno a remporté le prix « Plume d’or de la ville » pour son premier roman."),
    ("fr", "L’association « Les Amis du vieux canal » organise une vente."),
    ("fr", "Ada Moreno incarne « la gardienne du phare » dans ce drame."),
    ("es", "La obra «El jardín de las sombras» llega al teatro. Ana Gil entra con ella en la sala."),
    ("es", "Pedro Gil ganó el premio «Pluma de oro de la ciudad» con su novela."),
    ("pt", "Luísa Reis canta “Quando a primavera voltar outra vez” no concerto."),
    ("it", "Fiat presenta la campagna «Meno strada, più città domani» in Europa."),
]
VARYING = [  # a body that speaks is cited where marks part it from what hangs on it
    ("fr", "Les prix varient selon {} de la saison.", "Selon {}, le mur tiendra.", "la région"),
    ("es", "Los precios varían según {} de la temporada.", "Según {}, el muro aguantará.", "la región"),
    ("it", "I prezzi variano secondo {} della stagione.", "Secondo {}, il muro reggerà.", "la regione"),
    ("pt", "Os preços variam segundo {} da época.", "Segundo {}, o muro aguentará.", "a região"),
]
SAID_OF_A_NOUN = [  # … but small words behind a noun are what somebody calls it
    ("fr", "Ada Moreno dénonce un mur « trop bas pour l’hiver ».", "Ada Moreno"),
    ("es", "Ada Moreno ve un muro «demasiado bajo para el invierno».", "Ada Moreno"),
]


@pytest.mark.parametrize(("language", "text"), NAMES, ids=lambda value: value[:48])
def test_the_name_of_a_thing_or_a_work_is_nobodys_words(language: str, text: str) -> None:
    assert [source.name for source in sources(language, text).values() if source.quotes] == []


@pytest.mark.parametrize(("language", "text", "speaker"), SAID_OF_A_NOUN, ids=lambda value: value[:48])
def test_small_words_behind_a_noun_are_said_of_it(language: str, text: str, speaker: str) -> None:
    found = sources(language, text)
    assert [name for name, source in found.items() if source.quotes] == [speaker]


@pytest.mark.parametrize(("language", "text", "name"), REFUSED, ids=lambda value: value[:48])
def test_who_was_asked_and_would_not_speak_stands_apart(language: str, text: str, name: str) -> None:
    found = sources(language, text)
    assert {each: (source.answered, source.quotes) for each, source in found.items()} == {name: (False, ())}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le maire, Julien Gil, a annoncé lundi la fermeture du quai. « Le mur est trop bas », a-t-il dit."),
        ("es", "El alcalde, Julio Gil, anunció el lunes el cierre del muelle. «El muro es bajo», dijo Julio Gil."),
    ],
)
def test_what_is_announced_does_not_speak(language: str, text: str) -> None:
    assert [source.kind for source in sources(language, text).values()] == ["person"]


def test_a_clause_that_ends_with_who_said_it() -> None:
    found = sources("fr", "Une enquête a été ouverte, a indiqué le parquet de Nîmes.")
    assert [quote.text for quote in found["parquet de Nîmes"].quotes] == ["Une enquête a été ouverte"]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("fr", "Odile Besson regarde l’eau.", "« Le mur est trop bas », raconte la retraitée."),
        ("es", "Remedios Bueno mira el agua.", "«El muro es demasiado bajo», cuenta la jubilada."),
        ("it", "Odilia Bossi guarda l’acqua.", "«Il muro è troppo basso», racconta la pensionata."),
    ],
)
def test_a_description_means_the_only_one_named_before(language: str, first: str, second: str) -> None:
    (source,) = sources(language, f"{first} {second}").values()
    assert (source.kind, len(source.quotes)) == ("person", 1)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("L’association Bronze et Ciel a affirmé que le mur était trop bas.", {"Bronze et Ciel"}),
        ("« Le mur est trop bas », a regretté l’association Bronze et Ciel.", {"Bronze et Ciel"}),
        ("Selon l’association Bronze et Ciel, le mur est trop bas.", {"Bronze et Ciel"}),
        ("L’association Bronze et Marie Dupont ont affirmé que le mur était trop bas.", {"Bronze", "Marie Dupont"}),
        ("L’association Bronze et Airbus ont affirmé que le mur était trop bas.", {"Bronze", "Airbus"}),
    ],
)
def test_and_parts_the_name_behind_the_noun_for_a_body_only_before_who_is_known(text: str, speakers: set[str]) -> None:
    assert sources("fr", text).keys() == speakers


def test_the_document_is_the_one_cited_before() -> None:
    found = sources(
        "fr", "Selon le rapport de la Cour des comptes, le mur est trop bas. Le document critique la ville."
    )
    assert len(found) == 1


def test_a_short_title_in_quotation_marks_is_nobodys_words() -> None:
    assert not sources("fr", "La romancière Ada Moreno publie « Le Mur ».")


@pytest.mark.parametrize(
    ("language", "capital"), [("fr", "Séoul"), ("es", "Teherán"), ("it", "Varsavia"), ("pt", "Tóquio")]
)
def test_a_capital_speaks_for_a_government(language: str, capital: str) -> None:
    said = {"fr": "affirme", "es": "afirma", "it": "afferma", "pt": "afirma"}[language]
    assert sources(language, f"« Rien ne change », {said} {capital}.")[capital].kind == "organisation"


@pytest.mark.parametrize(
    ("language", "text", "role", "affiliation"),
    [
        ("fr", "Pour la maire Ada Moreno, la piste « n’est pas exclue ».", "maire", None),
        ("es", "La portavoz socialista, Ada Moreno, dijo que el muro es bajo.", "portavoz socialista", None),
        ("es", "“El muro es bajo”, dijo a la agencia EFE la alcaldesa de Lugo, Ada Moreno.", "alcaldesa de Lugo", None),
        ("fr", "La ministre des Transports du Québec, Ada Moreno, dit que le mur est bas.",
         "ministre des Transports du Québec", None),
        ("it", "«Il muro è basso», attacca Ada Moreno, segretaria generale della Fiom.", "segretaria generale", "Fiom"),
        ("fr", "« Le mur est bas », a dit Ada Moreno, porte-parole du ministère des Affaires étrangères.",
         "porte-parole", "ministère des Affaires étrangères"),
        ("fr", "« Le mur est bas », a répondu la porte-parole du ministère de l'Intérieur, Ada Moreno.",
         "porte-parole", "ministère de l'Intérieur"),
        ("it", "«Il muro è basso», ha detto Ada Moreno, ricercatrice dell'università di Pisa.",
         "ricercatrice", "università di Pisa"),
        ("pt", "“O muro é baixo”, disse Ada Moreno, presidente da associação Redes Unidas.",
         "presidente", "Redes Unidas"),
        ("fr", "« Le mur est bas », affirme le ministre de la Défense Ada Moreno.", "ministre de la Défense", None),
        ("es", "«El muro es bajo», dijo la presidenta del Senado Ada Moreno.", "presidenta", "Senado"),
        ("it", "Secondo il ministro degli Esteri Ada Moreno, il muro è basso.", "ministro degli Esteri", None),
    ],
)  # fmt: skip
def test_says_what_a_cited_person_is(language: str, text: str, role: str, affiliation: str | None) -> None:
    source = sources(language, text)["Ada Moreno"]
    assert (source.role, source.affiliation) == (role, affiliation)


@pytest.mark.parametrize(
    ("role", "pronoun", "speakers"), [("le capitaine", "il", ["Joan Moreno"]), ("la capitaine", "il", [])]
)
def test_the_article_of_a_role_tells_what_a_first_name_does_not(role: str, pronoun: str, speakers: list[str]) -> None:
    text = f"Au port, {role} du bateau, Joan Moreno, attend. « Il tient », déclare-t-{pronoun}."
    assert [name for name, source in sources("fr", text).items() if source.quotes] == speakers


@pytest.mark.parametrize(("language", "varying", "citing", "body"), VARYING)
def test_what_varies_by_a_body_is_not_cited_from_it(language: str, varying: str, citing: str, body: str) -> None:
    assert not cite([Block("paragraph", varying.format(body))], language)
    assert [source.name for source in cite([Block("paragraph", citing.format(body))], language)] == [body.split()[-1]]
