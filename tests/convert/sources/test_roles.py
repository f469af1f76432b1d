"""What someone is and for whom: role and affiliation beside a name, one way of saying it a line."""

from __future__ import annotations

import pytest

from tui.convert.sources import cite
from tui.model.article import Block

# The words that say it ("{}" is the name), role, affiliation.
ENGLISH = [
    ("said {}, a professor of law at the University of Larkhill", "professor of law", "University of Larkhill"),
    ("said {}, an analyst at the Centre for Research on Wind and Rain", "analyst",
     "Centre for Research on Wind and Rain"),
    ("said {}, a chemist at the University of California, Fairview", "chemist",
     "University of California, Fairview"),
    ("said {}, a chemist at the University of Oslo, Norway", "chemist", "University of Oslo"),
    ("said {}, managing director of Altmar Homes", "managing director", "Altmar Homes"),
    ("said {}, founder of Tidewatch", "founder", "Tidewatch"),
    ("said {}, mayor of Oslo", "mayor of Oslo", None),
    ("said {}, director of safety", "director of safety", None),
    ("said {}, a spokeswoman for the fishing cooperative", "spokeswoman", "fishing cooperative"),
    ("said {}, 42, a baker", "baker", None),
    ("said PQSC spokeswoman {}", "spokeswoman", "PQSC"),
    ("said Larkhill University professor {}", "professor", "Larkhill University"),
    ("said former Larkhill University professor {}", "former professor", "Larkhill University"),
    ("said Norway’s Ministry of Inland Water spokesman {}", "spokesman", "Norway’s Ministry of Inland Water"),
    ("said former University of Larkhill law professor {}", "former law professor", "University of Larkhill"),
    ("said the Board of Fairs and Markets deputy director, {}", "deputy director", "Board of Fairs and Markets"),
    ("said Tidewatch founder {}", "founder", "Tidewatch"),
    ("said Texas governor {}", "Texas governor", None),
    ("said Russian minister {}", "Russian minister", None),
    ("said Harbour Lines’ director of safety, {}", "director of safety", "Harbour Lines"),
    ("said the company’s chief engineer, {}", "chief engineer", None),
    ("said minister of mines and energy {}", "minister of mines and energy", None),
    ("said oil and gas worker {}", "oil and gas worker", None),
    ("said a friend of {}", None, None),
    ("said Dr. {}", None, None),
    ("said MP {}", None, None),
    ("said {} of the Water Board", None, "Water Board"),
    ("said {} of Oslo", None, None),
    ("said {}, of the Water Board", None, "Water Board"),
    ("said {}, director, Altmar Homes", "director", "Altmar Homes"),
    ("said {}, President Altmar North America", "President", "Altmar North America"),
    ("said {}, Head of Fair Pricing at Altmar Homes", "Head of Fair Pricing", "Altmar Homes"),
    ("said {}, manager of IT services at Altmar Homes", "manager of IT services", "Altmar Homes"),
    ("said {}, Chief Product Officer at Altmar", "Chief Product Officer", "Altmar"),
    ("said {}, M.D., RTSc, co-owner of Altmar Homes", "co-owner", "Altmar Homes"),
    ("said {}, an analyst at the Council on Wind, Rain and Snow in Oslo", "analyst", "Council on Wind, Rain and Snow"),
    ("said {}, an analyst at the Danish shipping company Altmar", "analyst", "Altmar"),
    ("said {}, an expert with the National Tide Watch", "expert", "National Tide Watch"),
    ("said {}, president of the dock workers’ union", "president", "dock workers’ union"),
    ("said {}, certified welder, Altmar", "certified welder", "Altmar"),
    ("said {}, founder of Ada Moreno Events", "founder", "Ada Moreno Events"),
    ("said US Marines project director Colonel {}", "project director", "US Marines"),
    ("said the European Union’s chief negotiator, {}", "chief negotiator", "European Union"),
    ("said White House Press Secretary {}", "Press Secretary", "White House"),
    ("said Oslo police officer {}", "Oslo police officer", None),
    ("said PQSC chemist and study co-author {}", "chemist and study co-author", "PQSC"),
]  # fmt: skip
SENTENCES = [
    ("At Altmar Homes, founder Ada Moreno says that the wall held.", "founder", "Altmar Homes"),
    ("Ada Moreno, chair of the Water Board told us that the wall held.", "chair", "Water Board"),
    ("Ada Moreno, who is a biologist at Larkhill University, said that the wall held.", "biologist",
     "Larkhill University"),
]  # fmt: skip
OTHERS = [
    ("fr", "« Il tient », dit {}, ingénieure à l’Autorité du port.", "ingénieure", "Autorité du port"),
    ("fr", "« Il tient », dit la maire, {}.", "maire", None),
    ("fr", "« Il tient », dit Mme {}.", None, None),
    ("fr", "Le capitaine du bateau Punta del Faro, {}, admet que le quai est trop court.",
     "capitaine du bateau Punta del Faro", None),
    ("es", "«Aguanta», dijo {}, ingeniera de la Autoridad Portuaria.", "ingeniera", "Autoridad Portuaria"),
    ("es", "La ministra de Asuntos Exteriores portuguesa, {}, dijo que aguanta.",
     "ministra de Asuntos Exteriores portuguesa", None),
    ("pt", "Segundo a presidente da câmara, {}, o muro está bem.", "presidente da câmara", None),
    ("it", "«Regge», ha detto {}, sottosegretaria alla Difesa.", "sottosegretaria alla Difesa", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "role", "affiliation"), ENGLISH, ids=[words for words, *_ in ENGLISH])
def test_parts_role_from_affiliation(words: str, role: str | None, affiliation: str | None) -> None:
    name = "Ada Moreno"
    text = f"“The wall held,” {words.format(name)}."
    found = {s.name: s for s in cite([Block("paragraph", text), Block("paragraph", f"“Yes,” {name} said.")], "en")}
    assert (found[name].role, found[name].affiliation) == (role, affiliation)


@pytest.mark.parametrize(("sentence", "role", "affiliation"), SENTENCES, ids=[each[0] for each in SENTENCES])
def test_finds_both_elsewhere_in_the_sentence(sentence: str, role: str, affiliation: str) -> None:
    (found,) = cite([Block("paragraph", sentence)], "en")
    assert (found.name, found.role, found.affiliation) == ("Ada Moreno", role, affiliation)


@pytest.mark.parametrize(("language", "text", "role", "affiliation"), OTHERS, ids=[f"{c[0]} {c[1]}" for c in OTHERS])
def test_does_so_in_other_languages(language: str, text: str, role: str | None, affiliation: str | None) -> None:
    found = {s.name: s for s in cite([Block("paragraph", text.format("Ana Gil"))], language)}
    assert (found["Ana Gil"].role, found["Ana Gil"].affiliation) == (role, affiliation)


@pytest.mark.parametrize(
    ("text", "role", "affiliation"),
    [
        ("Political scientist Ada Moreno said no.", "Political scientist", None),
        ("Transport Minister Ada Moreno said no.", "Transport Minister", None),
        ("Staff Sgt. Ada Moreno said no.", "Staff Sgt.", None),
        ("Tidewater Labs co-founder and CEO Ada Moreno said no.", "co-founder and CEO", "Tidewater Labs"),
        ("Ada Moreno, whose son was there, said no.", None, None),
    ],
)
def test_a_word_that_opens_a_sentence_is_no_body(text: str, role: str | None, affiliation: str | None) -> None:
    (found,) = cite([Block("paragraph", text)], "en")
    assert (found.role, found.affiliation) == (role, affiliation)
