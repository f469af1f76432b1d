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
    ("said North Korean leader {}", "North Korean leader", None),
    ("said Saudi Arabian trade minister {}", "Saudi Arabian trade minister", None),
    ("said South African Water Board spokesman {}", "spokesman", "South African Water Board"),
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
    ("said Tidewatch’s Chief Water Scientist, {}", "Chief Water Scientist", "Tidewatch"),
    ("said Larkhill University’s Media Coordinator {}", "Media Coordinator", "Larkhill University"),
    ("said Larkhill Welders’ Council chairman {}", "chairman", "Larkhill Welders’ Council"),
    ("said Doctors for Larkhill’s executive director, {}", "executive director", "Doctors for Larkhill"),
    ("said {}, PQSC’s associate administrator of the Wind and Water Directorate",
     "associate administrator of the Wind and Water Directorate", "PQSC"),
    ("said Norway’s new foreign minister, {}", "Norway’s new foreign minister", None),
    ("said Norway’s Minister of Justice, {}", "Norway’s Minister of Justice", None),
    ("said Bo Lindqvist’s sister, {}", "Bo Lindqvist’s sister", None),
    ("said {}, Tidewatch’s founder", "founder", "Tidewatch"),
    ("said PQSC’s {}", None, "PQSC"),
    ("said {}, the Health and Harbour Services secretary", "secretary", "Health and Harbour Services"),
    ("said Harbour and Fire Commissioner {}", "Harbour and Fire Commissioner", None),
    ("said Senate Majority Leader {}", "Majority Leader", "Senate"),
    ("said NBC News Senior Investigative Correspondent {}", "Senior Investigative Correspondent", "NBC News"),
    ("said {}, Editorial Director at Altmar", "Editorial Director", "Altmar"),
    ("said {}, the White House press secretary", "press secretary", "White House"),
    ("said {}, a Harbour Police planning director", "planning director", "Harbour Police"),
    ("said {}, another top PQSC aide", "top aide", "PQSC"),
    ("said former police lieutenant {}", "former police lieutenant", None),
    ("said Orlan-winning novelist {}", "Orlan-winning novelist", None),
    ("said Springfield novelist {}", "Springfield novelist", None),
    ("said {}, a baker in Springfield", "baker", None),
    ("said {}, an expert in Sharia", "expert in Sharia", None),
    ("said {}, a baker based in Springfield", "baker", None),
    ("said {}, of Springfield, a retired baker", "retired baker", None),
    ("said {}, of Springfield, a town on the coast", None, None),
    ("said {}, a 78-year-old baker", "baker", None),
    ("said {}, MD, and founder of Altmar Homes", "founder", "Altmar Homes"),
    ("said {}, who served as deputy director of Altmar Homes", "deputy director", "Altmar Homes"),
    ("said {}, who was executive director of Altmar Homes", "executive director", "Altmar Homes"),
    ("said {}, an accountant at a booking website Altmar", "accountant", "Altmar"),
    ("said {}, a volunteer with the Finnish Civil Rescue", "volunteer", "Finnish Civil Rescue"),
    ("said {} of consulting firm Altmar", None, "Altmar"),
    ("said {}, this year", None, None),
    ("said {}, who has been Larkhill’s fire chief since 2019", "fire chief", "Larkhill"),
    ("said {}, a director from 2001 to 2013", "director", None),
    ("said {}, who heads the Centre for Water Studies", None, "Centre for Water Studies"),
    ("said {}, who teaches history at Larkhill University", None, "Larkhill University"),
    ("said {}, who was seen at Larkhill Airport", None, None),
    ("said {}, one of the study’s authors", "one of the study’s authors", None),
    ("said {}, two of the three survivors", None, None),
    ("said {} (director, Altmar Homes)", "director", "Altmar Homes"),
    ("said {} (a baker so young that nobody knew)", None, None),
    ("said {}, the MP for Larkhill East", "MP for Larkhill East", None),
    ("said {}, harbourmaster and glazier of Larkhill", "harbourmaster and glazier of Larkhill", None),
    ("said {}, the city’s first deputy manager", "first deputy manager", None),
    ("said {}, head of the centrist Water Policy Center", "head", "Water Policy Center"),
    ("said {}, a member of the Ways and Means Committee", "member", "Ways and Means Committee"),
    ("said {}, chair of the board of Altmar", "chair of the board", "Altmar"),
    ("said {}, an analyst at the Open Water think tank", "analyst", "Open Water think tank"),
    ("said {}, Director of Learning, Harbour School", "Director of Learning", "Harbour School"),
    ("said {}, Minister of Natural Resources", "Minister of Natural Resources", None),
    ("said {}, Ph.D., professor of law at Larkhill University", "professor of law", "Larkhill University"),
    ("said {} of The Tidewatch", None, "The Tidewatch"),
    ("said State Senator {}", "State Senator", None),
    ("said Rear Admiral {}", "Rear Admiral", None),
    ("said PQSC administrator {}", "administrator", "PQSC"),
    ("said Larkhill-based glazier {}", "Larkhill-based glazier", None),
    ("said head of research {}", "head of research", None),
    ("said former Secretary of State {}", "former Secretary of State", None),
    ("said co-author {}", "co-author", None),
    ("said the Honourable {}", None, None),
]  # fmt: skip
SENTENCES = [
    ("The letter came from former Harbour Council member Ada Moreno. “It held,” Ada Moreno said.", "former member",
     "Harbour Council"),
    ("Texas governor Bo Lind and former Water Board director Ada Moreno said that the wall held.", "former director",
     "Water Board"),
    ("Ada Moreno, vice president of Noll & Larkhill told us that the wall held.", "vice president", "Noll & Larkhill"),
    ("“It held,” said Ada Moreno, a sculptor whose work shows the wall.", "sculptor", None),
    ("The wall that intrigues Larkhill University biologist Ada Moreno held. “It did,” Ada Moreno said.", "biologist",
     "Larkhill University"),
    ("Ada Moreno (b. 1972, Oslo) is a sculptor. “It held,” Ada Moreno said.", "sculptor", None),
    ("At Altmar Homes, founder Ada Moreno says that the wall held.", "founder", "Altmar Homes"),
    ("Ada Moreno, chair of the Water Board told us that the wall held.", "chair", "Water Board"),
    ("Ada Moreno, who is a biologist at Larkhill University, said that the wall held.", "biologist",
     "Larkhill University"),
    ("According to Ada Moreno, RDN, a glazier at Altmar Homes, the wall held.", "glazier", "Altmar Homes"),
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
    found = {source.name: source for source in cite([Block("paragraph", sentence)], "en")}["Ada Moreno"]
    assert (found.role, found.affiliation) == (role, affiliation)


def test_what_stands_in_a_quotation_is_nobodys_role() -> None:
    text = "“She is Ada Moreno, a baker,” Bo Lind said. “It held,” Moreno said."
    found = {source.name: source for source in cite([Block("paragraph", text)], "en")}
    assert found["Bo Lind"].role is None
    assert all(source.role is None for source in found.values())


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
        ("Fire Chief Ada Moreno said no.", "Fire Chief", None),
        ("Campaign manager Ada Moreno said no.", "Campaign manager", None),
        ("Tidewater Labs co-founder and CEO Ada Moreno said no.", "co-founder and CEO", "Tidewater Labs"),
        ("Ada Moreno, whose son was there, said no.", None, None),
    ],
)
def test_a_word_that_opens_a_sentence_is_no_body(text: str, role: str | None, affiliation: str | None) -> None:
    (found,) = cite([Block("paragraph", text)], "en")
    assert (found.role, found.affiliation) == (role, affiliation)
