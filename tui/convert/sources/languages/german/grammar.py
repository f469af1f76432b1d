"""German small words: function words by tag, and what joins the words of a phrase."""

from __future__ import annotations

from tui.convert.sources.languages import phrases, words
from tui.model.article import QuoteManner

CLOSED = {
    "D": "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jeder jede jedes "
    "kein keine keinen keiner keines viele vielen einige einigen mehrere mehreren manche alle allen beide beiden "
    "zwei drei vier fünf sechs sieben acht neun zehn zahlreiche zahlreichen weitere weiteren andere anderen jener "
    "jene jenes sämtliche solche etliche verschiedene verschiedenen",
    "G": "mein meine sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren "
    "unserem unserer dessen deren",
    "R": "ich du er sie es wir man",
    "O": "mich mir dich dir ihn ihm ihnen uns euch sich selbst",
    "I": "von vom in im an am auf aus bei beim mit nach zu zum zur für gegen über unter vor durch um ohne seit während "
    "wegen trotz zwischen hinter neben bis ab gegenüber laut gemäß ins ans aufs infolge aufgrund angesichts "
    "anlässlich mittels binnen entgegen nahe innerhalb außerhalb samt",
    "S": "dass daß wenn weil ob obwohl nachdem bevor damit sodass als wie falls indem sofern solange während",
    "W": "welche welcher welches welchen was wer wem wen warum wieso weshalb wann wo woher wohin wofür wogegen",
    "C": "und oder aber sondern doch sowie denn beziehungsweise bzw",
    "X": "ist sind war waren wird werden wurde wurden hat haben hatte hatten habe sei seien kann können konnte konnten "
    "muss müssen musste mussten soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte durften "
    "würde würden hätte hätten wäre wären könnte könnten müsste müssten worden gewesen geworden werde könne müsse "
    "solle wolle dürfe möge möchte möchten mag mögen",
    "B": "nicht auch noch schon nur sehr so dann da hier dort heute gestern morgen bereits jetzt immer wieder nun "
    "erneut zugleich außerdem zudem jedoch allerdings dabei daher deshalb weiter weiterhin zuvor danach später "
    "ebenfalls hinzu zurück mehr erst letztlich gegenwärtig unmittelbar offenkundig angeblich rund etwa fast "
    "knapp gleichzeitig unterdessen inzwischen indes hingegen dagegen dazu darauf darüber daraufhin hierzu dafür "
    "daran davon damals bislang bisher zunächst schließlich abschließend ausdrücklich persönlich vormals ehemals "
    "zumindest mindestens ungefähr insgesamt demnach somit lediglich bekannt fest klar voraus anschließend "
    "wiederum ferner weiters darin hierbei dennoch trotzdem wörtlich anders passend kürzlich eigens zuletzt "
    "offenbar vorerst offiziell öffentlich seinerseits ihrerseits folgendermaßen sogar vielmehr stets gerade "
    "nämlich eben",
    "Y": "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar februar märz april mai juni "
    "juli august september oktober november dezember montagabend dienstagabend mittwochabend donnerstagabend "
    "freitagabend samstagabend sonntagabend montagmorgen dienstagmorgen mittwochmorgen donnerstagmorgen "
    "freitagmorgen jänner abend nachmittag vormittag mittag nacht ende anfang mitte",
}
ABBREVIATIONS = words("""
dr prof z.b u.a d.h bzw ca nr st str usw etc mio mrd vgl hr fr dipl ing sog ggf evtl inkl abs art bspw jr s.a o.ä geb
""")
ANONYMITY = phrases("""
anonym_bleiben anonym_zu_bleiben ungenannt_bleiben ungenannt_zu_bleiben nicht_genannt_werden nicht_genannt_sein
namentlich_nicht_genannt nicht_namentlich_genannt nicht_mit_namen_genannt namen_nicht_nennen namen_nicht_in
namen_nicht_veröffentlicht namen_nicht_öffentlich unter_der_bedingung_der_anonymität bedingung_von_anonymität
um_anonymität anonymität_bat nicht_beim_namen_genannt
""")
PARTICLES = words("von van der den zu vom zum de del della di da dos das du la le al el bin ibn ben abu ter ten af")
# The articles that a subject may have; "der" before a feminine noun is none, which the noun tells.
NOMINATIVE = words("""
der die das ein eine dieser diese dieses jeder jede jedes kein keine viele einige mehrere manche alle beide zwei drei
vier fünf sechs sieben acht neun zehn zahlreiche weitere andere jener jene jenes sämtliche solche etliche verschiedene
mein meine sein seine ihr ihre unser unsere dessen deren
""")
SEVERAL = words("""
viele einige mehrere manche alle beide zwei drei vier fünf sechs sieben acht neun zehn zahlreiche weitere andere
sämtliche solche etliche verschiedene""")
GENITIVE = words("des der eines einer dieses dieser seiner ihrer seines ihres")
# "-in" of women stands behind a consonant: "der Verein" is no dative.
FEMININE_ENDINGS = (*(f"{letter}in" for letter in "bcdfghklmnprstvwxz"), "ung", "heit", "keit", "schaft", "tion", "tät",
                    "ei", "behörde", "studie",
                    "presse", "armee", "feuerwehr", "gruppe", "bahn", "stadt",
                    "union", "bank", "firma", "kirche", "justiz", "agentur", "umfrage")  # fmt: skip
MANNERS: dict[str, QuoteManner] = {
    **dict.fromkeys(words("stellungnahme mitteilung pressemitteilung erklärung statement aussendung"), "statement"),
    **dict.fromkeys(words("interview gespräch"), "interview"),
    **dict.fromkeys(words("tweet twitterte postete twitter facebook instagram blog"), "post"),
    **dict.fromkeys(words("bericht brief schreiben buch studie gutachten artikel kommentar"), "document"),
    **dict.fromkeys(words("anklageschrift klageschrift klage antrag"), "filing"),
}
