"""French."""

from __future__ import annotations

from tui.convert.sources.languages import Pack, phrases, words
from tui.convert.sources.languages.place_names import DEMONYMS, PLACES
from tui.convert.sources.languages.verb_endings import FRENCH, Inflections, tagged
from tui.model.article import QuoteManner

VERBS = Inflections(FRENCH)
VERBS.regular("say", "affirmer expliquer déclarer ajouter assurer estimer souligner noter préciser raconter "
                     "confier rappeler observer regretter déplorer insister indiquer révéler annoncer rapporter "
                     "témoigner demander répliquer rétorquer ironiser plaisanter murmurer critiquer dénoncer "
                     "marteler commenter détailler lancer résumer avancer assener clamer protester exiger "
                     "tweeter twitter poster argumenter alerter signaler constater considérer juger relater "
                     "évoquer avouer nier")  # fmt: skip
VERBS.regular("say", "confirmer lâcher glisser tonner tempérer nuancer abonder justifier enchaîner balayer "
                     "plaider prôner conseiller préconiser souhaiter informer mentionner jurer soupirer trancher "
                     "railler pointer réclamer recommander menacer argüer rassurer attester arguer certifier décréter "
                     "objecter proclamer réaffirmer remarquer spécifier")  # fmt: skip
VERBS.irregular("say", "révèle révèlent considère considèrent tempère tempèrent suggère suggèrent réitère réitèrent "
                       "concède concèdent répète répètent répétait", "répété suggéré réitéré concédé")  # fmt: skip
VERBS.irregular(
    "say", "lança lançait annonça annonçait avança avançait dénonça dénonçait jugea jugeait exigea exigeait"
)
VERBS.irregular("say", "", "", "jugeant exigeant nuançant lançant avançant dénonçant annonçant")
VERBS.irregular("say", "renchérit renchérissent", "renchéri")
VERBS.irregular("say", "prédit prédisent redit redisent", "prédit redit")
VERBS.irregular("say", "dit disent disait disaient dira", "dit", "disant", "dire")
VERBS.irregular("say", "écrit écrivent écrivait écrivit", "écrit", "écrivant", "écrire")
VERBS.irregular("say", "répond répondent répondait répondit", "répondu", "répondant", "répondre")
VERBS.irregular("say", "reconnaît reconnaissent reconnaissait", "reconnu", "reconnaissant", "reconnaître")
VERBS.irregular("say", "soutient soutiennent soutenait", "soutenu", "soutenant", "soutenir")
VERBS.irregular("say", "prévient préviennent prévenait", "prévenu", "prévenant", "prévenir")
VERBS.irregular("say", "poursuit poursuivent poursuivait", "poursuivi", "poursuivant", "poursuivre")
VERBS.irregular("say", "avertit avertissent", "averti", "avertissant", "avertir")
VERBS.irregular("say", "promet promettent promettait", "promis", "promettant", "promettre")
VERBS.irregular("say", "admet admettent admettait", "admis", "admettant", "admettre")
VERBS.irregular("say", "conclut concluent concluait", "conclu", "concluant", "conclure")
VERBS.irregular("say", "plaint plaignent plaignait", "plaint", "plaignant", "plaindre")
VERBS.irregular("say", "prétend prétendent prétendait", "prétendu", "prétendant", "prétendre")
VERBS.irregular("say", "réagit réagissent", "réagi", "réagissant", "réagir")
VERBS.irregular("say", "rappelle rappellent s'inquiète s'indigne s'exclame inquiète indigne exclame")
VERBS.regular("act", "accuser qualifier saluer")
VERBS.regular("weak", "condamner contester supposer espérer")
VERBS.irregular(
    "weak",
    "relève relèvent relevait releva prévoit prévoient prévoyait pensait pensaient craignait",
    "relevé prévu convenu pensé",
)
VERBS.irregular("say", "martèle martèlent garantit garantissent décrète décrètent", "garanti")
VERBS.irregular("weak", "déduit déduisent", "déduit")
VERBS.irregular("weak", "apprend apprennent", "appris")
VERBS.irregular("weak", "croit pense trouve sourit rit craint espère")
VERBS.regular("show", "montrer démontrer")
VERBS.irregular("show", "conclut établit")

PERFORMING = words("""
chante chantent chanté interprète interprètent interprété incarne incarnent incarné joue jouent joué publie
publient publié réalise réalisé signe signé tourne tourné expose exposé inaugure inauguré remporte remporté
""")
# Participles behind a document: "un sondage publié dimanche"
PUBLISHED = words("""
publié publiée publiés publiées diffusé diffusée paru parue présenté présentée réalisé réalisée
""")
CLOSED = {
    "D": "le la les l' un une des du ce cet cette ces chaque plusieurs quelques certains certaines tous toutes tout "
    "deux trois "
    "quatre aucun aucune beaucoup",
    "G": "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs",
    "R": "je j' tu il elle on nous vous ils elles",
    "O": "me m' te t' lui eux y en",
    "I": "de d' à au aux en dans par pour sur sous avec sans chez contre entre vers depuis pendant avant après "
    "devant derrière dès "
    "selon parmi malgré",
    "S": "que qu' si quand lorsque lorsqu' parce puisque comme comment pourquoi où quoique bien",
    "W": "qui dont lequel laquelle lesquels lesquelles",
    "C": "et ou mais donc or ni car",
    "X": "est sont était étaient été a ont avait avaient aura auront sera seront peut peuvent doit doivent fait va "
    "vont ait soit "
    "serait aurait pourrait devrait",
    "B": "ne n' pas plus aussi encore déjà toujours jamais très bien se s' également ensuite puis ainsi alors hier "
    "aujourd'hui "
    "demain ici là seulement récemment toutefois cependant pourtant notamment d'abord mardi_matin",
    "Y": "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août "
    "septembre octobre "
    "novembre décembre",
}
TITLES = {
    **dict.fromkeys(words("m m. mr monsieur président ministre roi prince général maire sénateur"), "m"),
    **dict.fromkeys(words("mme mme. mlle madame présidente reine princesse sénatrice"), "f"),
    **dict.fromkeys(words("dr dr. docteur pr professeur me maître juge capitaine colonel commandant"), ""),
}
MALE = words("""
président directeur chercheur professeur ministre sénateur député maire avocat conseiller porte-parole historien
économiste analyste sociologue politologue spécialiste expert médecin procureur juge général capitaine entraîneur
joueur écrivain auteur journaliste rédacteur fondateur patron chef responsable secrétaire ambassadeur agriculteur
pêcheur habitant voisin témoin étudiant élève acteur chanteur musicien artiste réalisateur ingénieur architecte
candidat premier évêque prêtre syndicaliste militant infirmier enseignant instituteur boulanger meunier vigneron
éleveur maraîcher commerçant restaurateur libraire pharmacien vétérinaire géologue biologiste climatologue virologue
épidémiologiste psychologue urbaniste adjoint préfet retraité menuisier charpentier garagiste maçon apiculteur
photographe philosophe physicien chimiste astronome météorologue président-directeur attaquant gardien défenseur
sélectionneur commissaire inspecteur magistrat recteur doyen agent policier gendarme lieutenant sergent consultant
stratégiste associé pilote cycliste pianiste guitariste toxicologue océanographe pédiatre archéologue anthropologue
nutritionniste technicien
employé salarié fonctionnaire serveur cuisinier caissier chauffeur ouvrier facteur livreur pompier vendeur bénévole
lycéen viticulteur locataire passager client parent collègue ami frère spectateur touriste promeneur
berger plongeur bibliothécaire romancier curé pasteur imam rabbin sauveteur secouriste marin skipper batelier
chasseur randonneur jardinier fleuriste coiffeur boucher poissonnier charcutier pâtissier fromager barman hôtelier
aubergiste artisan soudeur plombier électricien couvreur peintre sculpteur potier luthier danseur chorégraphe
compositeur dramaturge poète cinéaste producteur scénariste comédien humoriste dessinateur graphiste styliste
traducteur interprète conservateur moniteur arbitre nageur coureur skieur alpiniste navigateur boxeur footballeur
cavalier chirurgien dentiste kinésithérapeute sage-femme ambulancier aide-soignant psychiatre généraliste
cardiologue oncologue neurologue immunologiste statisticien mathématicien informaticien développeur entrepreneur
négociant courtier banquier comptable notaire huissier greffier plaignant colonel commandant amiral steward
contrôleur cheminot docker taxi concierge gérant proviseur surveillant animateur éducateur assistant échevin
bourgmestre édile mari père grand-père fils oncle cousin veuf
""")
FEMALE = words("""
présidente directrice chercheuse professeure ministre sénatrice députée maire avocate conseillère historienne
économiste analyste sociologue politologue spécialiste experte médecin procureure juge générale capitaine entraîneuse
joueuse écrivaine autrice auteure journaliste rédactrice fondatrice patronne cheffe responsable secrétaire
ambassadrice agricultrice habitante voisine témoin étudiante élève actrice chanteuse musicienne artiste réalisatrice
ingénieure architecte candidate infirmière enseignante institutrice militante boulangère meunière vigneronne éleveuse
maraîchère commerçante restauratrice libraire pharmacienne vétérinaire géologue biologiste climatologue virologue
épidémiologiste psychologue urbaniste adjointe préfète retraitée apicultrice photographe philosophe physicienne
chimiste astronome météorologue attaquante gardienne sélectionneuse commissaire inspectrice magistrate rectrice
doyenne agente policière gendarme lieutenant sergent guitariste consultante stratégiste associée pilote cycliste
pianiste toxicologue océanographe pédiatre
archéologue anthropologue nutritionniste
employée salariée fonctionnaire serveuse cuisinière caissière ouvrière factrice vendeuse bénévole lycéenne
viticultrice locataire passagère cliente collègue amie sœur spectatrice touriste promeneuse
bergère plongeuse bibliothécaire romancière curé pasteure imame rabbine sauveteuse secouriste navigatrice chasseuse
randonneuse jardinière fleuriste coiffeuse bouchère poissonnière pâtissière fromagère hôtelière aubergiste artisane
potière danseuse chorégraphe compositrice dramaturge poétesse cinéaste productrice scénariste comédienne humoriste
dessinatrice graphiste styliste traductrice interprète éditrice conservatrice monitrice arbitre nageuse coureuse
skieuse alpiniste boxeuse footballeuse cavalière chirurgienne dentiste kinésithérapeute sage-femme ambulancière
aide-soignante psychiatre généraliste cardiologue oncologue neurologue immunologiste statisticienne mathématicienne
informaticienne développeuse entrepreneuse entrepreneure négociante banquière comptable notaire huissière greffière
plaignante colonelle commandante amirale hôtesse contrôleuse concierge gérante proviseure surveillante animatrice
éducatrice assistante échevine bourgmestre épouse mère grand-mère fille tante cousine veuve colonel commandant
""")
GROUPS = words("""
homme femme hommes femmes jeune riverain riveraine
experts analystes critiques observateurs chercheurs scientifiques économistes historiens autorités responsables
habitants voisins riverains témoins députés sénateurs élus opposants partisans médecins infirmiers enseignants parents
élèves étudiants salariés syndicats associations manifestants agriculteurs pêcheurs policiers enquêteurs diplomates
sources proches électeurs utilisateurs clients gouvernement opposition police parquet justice entreprise groupe
société banque parti ministère tribunal mairie préfecture gendarmerie militants avocats source personnes gens
entreprises famille équipe victime victimes secouristes pompiers soignants commerçants restaurateurs éleveurs
viticulteurs chasseurs randonneurs touristes passagers voyageurs usagers locataires propriétaires bénévoles employés
ouvriers grévistes retraités lycéens dirigeants ministres maires magistrats procureurs juges gendarmes soldats
rebelles passants passante passant
""")
INSTITUTIONS = words("""
armée marine ambassade consulat ligue club laboratoire start-up constructeur exploitant opérateur fournisseur
assureur fabricant distributeur enseigne éditeur bailleur promoteur parlement chambre diocèse église paroisse
aéroport collectif région département commune municipalité métropole ville village agglomération orchestre théâtre
festival rédaction administration direction présidence chancellerie accusation défense coalition majorité
institution organisme organisation consortium quotidien hebdomadaire magazine
""")
DOCUMENTS = words("""rapport étude sondage enquête analyse document documents communiqué lettre texte livre article
vidéo note
jugement arrêt statistiques chiffres données courriel projet loi traité
rapports études sondages enquêtes analyses lettres vidéos articles livres courrier courriels mémo dossier procès-
verbal avis bulletin compte-rendu bilan recensement audit baromètre indice facture plainte arrêté décret circulaire
directive ordonnance charte manifeste pétition tract affiche pancarte brochure manuel registre message messages mail
e-mail sms tweet enregistrement enregistrements images photo photos graphique thèse éditorial expertise autopsie
testament brevet synthèse résumé prévisions estimations projections
""")
# By these things vary, "según la zona": behind a word that cites they say nothing.
MEASURES = words("""
loi lois plan plans calendrier cas zone zones âge époque type besoin besoins horaire taille contrat norme
normes règlement règlements coutume tradition légende logique critère critères méthode jour moment saison
ordre rythme goût prix niveau
""")
ORGANISATIONS = words("""université autorité institut ministère école agence banque parti union syndicat association
fondation tribunal
conseil commission comité assemblée sénat société groupe compagnie journal gendarmerie police préfecture mairie
hôpital centre parquet musée entreprise plateforme chaîne coopérative rectorat
observatoire fédération confédération cour""")
KNOWN = words("""AFP Reuters ONU OTAN UE Élysée Matignon Kremlin Pentagone CGT CFDT FO RN LFI PS LR EDF SNCF RATP
Renault Peugeot
Airbus Total Orange Insee INSEE Greenpeace Amnesty Mediapart Libération BFMTV TF1 FMI OMS""")
MANNERS: dict[str, QuoteManner] = {
    **dict.fromkeys(words("communiqué déclaration"), "statement"),
    **dict.fromkeys(words("entretien interview"), "interview"),
    **dict.fromkeys(words("tweet tweete tweeté twitter facebook instagram post blog"), "post"),
    **dict.fromkeys(words("rapport lettre livre étude tribune article"), "document"),
    **dict.fromkeys(words("plainte requête"), "filing"),
}


def _pack() -> Pack:
    return Pack(
        code="fr", closed=tagged(CLOSED), cues=VERBS.classes,
        ambiguous=words("note juge demande critique rapporte poste lance remarque"),
        present=frozenset(VERBS.present), perfect=frozenset(VERBS.perfect) | PUBLISHED, infinitive=frozenset(),
        plain=PUBLISHED | words("prend vient part reste tient met voit fait donne travaille dirige habite"),
        titles=TITLES, roles=MALE | FEMALE,
        role_gender={**dict.fromkeys(FEMALE - MALE, "f"), **dict.fromkeys(MALE - FEMALE, "m")}, groups=GROUPS,
        organisations=ORGANISATIONS, institutions=INSTITUTIONS, documents=DOCUMENTS,
        pronouns={"il": "m", "elle": "f", "ils": "p", "elles": "p", "on": "", "je": "", "nous": "", "vous": ""},
        according=(("selon",), ("d'", "après"), ("à", "en", "croire"), ("à", "entendre"),
                   ("de", "l'", "avis", "de"), ("de", "l'", "avis", "d'"),
                   ("aux", "yeux", "de"), ("pour",)),
        abbreviations=words("m mm mme mlle dr pr me st ste etc p.s av bd n"),
        particles=words("de du des d' la le von van der ben el"),
        that=frozenset(("que", "qu'")), be=words("est sont été était étaient fut furent sera"),
        agents=words("par"), measures=MEASURES,
        definite=words("le la les l'"),
        elided=("l", "d", "qu", "n", "s", "j", "c", "m", "t", "lorsqu", "puisqu", "jusqu"),
        attached=("il", "elle", "ils", "elles", "on", "je", "nous", "vous"), compound=True,
        known_organisations=KNOWN, places=PLACES, demonyms=DEMONYMS,
        article_gender={"le": "m", "la": "f"},
        honorifics=words("m m. mm mr monsieur mme mme. mlle madame dr dr. docteur me maître pr"),
        likening=(("comme",), ("ainsi", "que"), ("tel", "que")), likening_fillers=words("l' le nous vous"),
        reporting_fillers=words("ce que qu'"),
        manners=MANNERS, outlet_links=words("avec à au"),
        addressing=words("vous votre vos tu ton tes"),
        articles=words("le la les l' un une des"),
        indefinite=words("un une"),
        standalone=words("certains certaines plusieurs tous toutes beaucoup"),
        counting=words("un une deux trois quatre cinq plusieurs certains certaines beaucoup"),
        relative=words("qui"),
        partitive_links=words("de d' des entre"), partitive_pronouns=words("eux elles nous"),
        held_roles=words(
            "porte-parole directeur directrice président présidente fondateur fondatrice "
            "secrétaire coordonnateur coordinateur coordinatrice responsable membre délégué déléguée analyste "
            "économiste stratégiste associé associée"
        ),
        addressing_links=words("à au aux"),
        conjunctions=words("et &"), attaching=words("de du des"), head_links=words("de des du"),
        name_links=words("de du des & la"), belonging=words("à au aux en de du des"),
        origins=words("de du"), head_first=True,
        open_cues=True, performing=PERFORMING, opinion=words("pour"), general_documents=words("document texte rapport"),
        asides=(("pour", "sa", "part"), ("de", "son", "côté"), ("en", "revanche"), ("quant", "à", "lui"),
                ("quant", "à", "elle"), ("tout", "de", "même"), ("dans", "un", "communiqué")),
        phrasal={
            **dict.fromkeys(words("fait font faisait fit"), words("valoir savoir remarquer observer")),
            **dict.fromkeys(words("appelle appellent appelait appelé"), words("à au aux")),
        },
        anonymity=phrases(
            "anonymat rester_anonyme ne_pas_être_cité ne_pas_être_citée ne_pas_être_nommé "
            "ne_pas_être_nommée ne_pas_donner_son_nom"
        ),
        reason_openers=words("par car parce pour craignant puisque"),
        negations=words("pas jamais ne n’ n'"), neither=words("ni"),
        answering=words("répondu répond répondait réagi donné_suite"),
        declining=words("refuse refusé décline décliné"),
        wishing=words("souhaité souhaite voulu veut souhaitait voulait désiré"),
        commenting=words("commentaire commentaires commenter répondre exprimer déclaration réagir"),
    )  # fmt: skip


PACK = _pack()
