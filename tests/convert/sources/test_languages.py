"""Ten constructions in each language beside English."""

from __future__ import annotations

import pytest

from tui.convert.sources import cite
from tui.model.article import Block

# language, text, speaker, how a quotation of theirs begins, a part of role and affiliation
CASES: list[tuple[str, str, str, str, str]] = [
    ("de", "„Die Mauer hält“, sagte Ada Moreno, Ingenieurin bei der Hafenbehörde.",
     "Ada Moreno", "Die Mauer hält", "Ingenieurin"),
    ("de", "Ada Moreno sagte: „Die Mauer hält.“", "Ada Moreno", "Die Mauer hält.", ""),
    ("de", "»Die Mauer hält«, erklärte Innenminister Karl Brandt.", "Karl Brandt", "Die Mauer hält", "Innenminister"),
    ("de", "Ada Moreno betonte, dass die Mauer hält.", "Ada Moreno", "die Mauer hält", ""),
    ("de", "Die Mauer sei zu niedrig, warnte Ada Moreno am Montag.", "Ada Moreno", "Die Mauer sei zu niedrig", ""),
    ("de", "Laut Ada Moreno fehlt das Geld für die Mauer.", "Ada Moreno", "fehlt das Geld für die Mauer", ""),
    ("de", "„Es wird teuer“, so Ada Moreno.", "Ada Moreno", "Es wird teuer", ""),
    ("de", "Ada Moreno kam früh. „Es wird teuer“, sagte sie.", "Ada Moreno", "Es wird teuer", ""),
    ("de", "„Es wird teuer“, hat Ada Moreno am Montag in Berlin gesagt.", "Ada Moreno", "Es wird teuer", ""),
    ("de", "Experten zufolge dauert der Bau drei Jahre.", "Experten", "dauert der Bau drei Jahre", ""),
    ("fr", "« Le mur tient », a déclaré Ada Moreno, ingénieure à l’Autorité du port.",
     "Ada Moreno", "Le mur tient", "Autorité du port"),
    ("fr", "« Le mur tient », explique Ada Moreno.", "Ada Moreno", "Le mur tient", ""),
    ("fr", "Ada Moreno affirme que le mur est trop bas.", "Ada Moreno", "le mur est trop bas", ""),
    ("fr", "Selon Ada Moreno, le mur est trop bas.", "Ada Moreno", "le mur est trop bas", ""),
    ("fr", "D’après Ada Moreno, le mur est trop bas.", "Ada Moreno", "le mur est trop bas", ""),
    ("fr", "Ada Moreno est venue tôt. « Le mur tient », dit-elle.", "Ada Moreno", "Le mur tient", ""),
    ("fr", "Ada Moreno est venue tôt. « Le mur tient », a-t-elle assuré.", "Ada Moreno", "Le mur tient", ""),
    ("fr", "Le maire, Paul Girard, a reconnu que le mur est trop bas.", "Paul Girard", "le mur est trop bas", "maire"),
    ("fr", "Ada Moreno se plaint que le mur est trop bas.", "Ada Moreno", "le mur est trop bas", ""),
    ("fr", "Des experts estiment que l’argent manque.", "experts", "l’argent manque", ""),
    ("es", "«El muro aguanta», dijo Ada Moreno, ingeniera de la Autoridad Portuaria.",
     "Ada Moreno", "El muro aguanta", "Autoridad Portuaria"),
    ("es", "“El muro aguanta”, ha explicado Ada Moreno.", "Ada Moreno", "El muro aguanta", ""),
    ("es", "—El muro aguanta —dijo Ada Moreno—. Por ahora.", "Ada Moreno", "Por ahora.", ""),
    ("es", "Ada Moreno aseguró que el muro es demasiado bajo.", "Ada Moreno", "el muro es demasiado bajo", ""),
    ("es", "Según Ada Moreno, el muro es demasiado bajo.", "Ada Moreno", "el muro es demasiado bajo", ""),
    ("es", "De acuerdo con Ada Moreno, el muro es demasiado bajo.", "Ada Moreno", "el muro es demasiado bajo", ""),
    ("es", "Ada Moreno llegó temprano. “El muro aguanta”, afirmó ella.", "Ada Moreno", "El muro aguanta", ""),
    ("es", "“El muro aguanta”, dijo Ada Moreno. “Por ahora”, añadió.", "Ada Moreno", "Por ahora", ""),
    ("es", "El alcalde, Pedro Gil, se queja de que falta dinero.", "Pedro Gil", "falta dinero", "alcalde"),
    ("es", "Los expertos advierten que falta dinero.", "expertos", "falta dinero", ""),
    ("pt", "“O muro aguenta”, disse Ada Moreno, engenheira da Autoridade Portuária.",
     "Ada Moreno", "O muro aguenta", "Autoridade Portuária"),
    ("pt", "«O muro aguenta», explica Ada Moreno.", "Ada Moreno", "O muro aguenta", ""),
    ("pt", "— O muro aguenta — disse Ada Moreno.", "Ada Moreno", "O muro aguenta", ""),
    ("pt", "Ada Moreno afirmou que o muro é baixo demais.", "Ada Moreno", "o muro é baixo demais", ""),
    ("pt", "Segundo Ada Moreno, o muro é baixo demais.", "Ada Moreno", "o muro é baixo demais", ""),
    ("pt", "De acordo com Ada Moreno, o muro é baixo demais.", "Ada Moreno", "o muro é baixo demais", ""),
    ("pt", "Ada Moreno chegou cedo. “O muro aguenta”, garantiu ela.", "Ada Moreno", "O muro aguenta", ""),
    ("pt", "“O muro aguenta”, disse Ada Moreno. “Por enquanto”, acrescentou.", "Ada Moreno", "Por enquanto", ""),
    ("pt", "O prefeito, Pedro Gil, queixa-se de que falta dinheiro.", "Pedro Gil", "falta dinheiro", "prefeito"),
    ("pt", "Especialistas alertam que falta dinheiro.", "Especialistas", "falta dinheiro", ""),
    ("it", "«Il muro regge», ha detto Ada Moreno, ingegnere dell’Autorità portuale.",
     "Ada Moreno", "Il muro regge", "Autorità portuale"),
    ("it", "“Il muro regge”, spiega Ada Moreno.", "Ada Moreno", "Il muro regge", ""),
    ("it", "Ada Moreno ha dichiarato che il muro è troppo basso.", "Ada Moreno", "il muro è troppo basso", ""),
    ("it", "Secondo Ada Moreno, il muro è troppo basso.", "Ada Moreno", "il muro è troppo basso", ""),
    ("it", "Il muro è troppo basso, avverte Ada Moreno.", "Ada Moreno", "Il muro è troppo basso", ""),
    ("it", "Ada Moreno è arrivata presto. «Il muro regge», ha detto lei.", "Ada Moreno", "Il muro regge", ""),
    ("it", "«Il muro regge», ha detto Ada Moreno. «Per ora», ha aggiunto.", "Ada Moreno", "Per ora", ""),
    ("it", "Il sindaco, Pietro Gallo, si lamenta che mancano i soldi.", "Pietro Gallo", "mancano i soldi", "sindaco"),
    ("it", "«Il muro regge»: così la portavoce Ada Moreno ha risposto ai giornalisti.",
     "Ada Moreno", "Il muro regge", "portavoce"),
    ("it", "Gli esperti avvertono che mancano i soldi.", "esperti", "mancano i soldi", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "speaker", "words", "role"), CASES, ids=[f"{c[0]} {c[1][:40]}" for c in CASES]
)
def test_finds_who_said_what(language: str, text: str, speaker: str, words: str, role: str) -> None:
    found = {s.name: s for s in cite([Block("paragraph", text)], language)}
    assert set(found) == {speaker}
    source = found[speaker]
    assert words in [q.text[: len(words)] for q in source.quotes]
    for word in role.split():
        assert word in f"{source.role} {source.affiliation}"


@pytest.mark.parametrize(
    ("article", "names"), [("la", {"Ada Moreno"}), ("le", {"Ada Moreno", "syndicaliste"})], ids=["hers", "another's"]
)
def test_an_article_tells_whom_a_role_of_women_and_men_means(article: str, names: set[str]) -> None:
    text = f"Ada Moreno, ingénieure du port, est venue tôt. Pour {article} syndicaliste, le mur est trop bas."
    text += " « Le mur tient », dit-elle."
    assert {s.name for s in cite([Block("paragraph", text)], "fr")} == names


def test_an_article_inside_a_german_title_is_no_name() -> None:
    text = "„Das reicht nicht“, sagte der Präsident der Vereinigten Inseln. Der Rat der Stadt und der Hafen schwiegen."
    (source,) = cite([Block("paragraph", text)], "de")
    assert source.kind == "unnamed"
    assert [text[m.start : m.end] for m in source.mentions] == ["der Präsident"]
