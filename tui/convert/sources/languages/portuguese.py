"""Portuguese, of Portugal and Brazil."""

from __future__ import annotations

from tui.convert.sources.languages import Pack, phrases, words
from tui.convert.sources.languages.place_names import DEMONYMS, PLACES
from tui.convert.sources.languages.verb_endings import PORTUGUESE, Inflections, tagged
from tui.model.article import QuoteManner

VERBS = Inflections(PORTUGUESE)
VERBS.regular("say", "afirmar explicar declarar contar acrescentar garantir destacar ressaltar salientar "
                     "sublinhar comentar lembrar alertar avisar criticar denunciar insistir responder perguntar "
                     "anunciar revelar relatar completar argumentar defender admitir confessar brincar tuitar "
                     "informar exclamar exigir queixar reclamar lamentar observar apontar avaliar indicar frisar "
                     "assegurar recordar confirmar negar prometer sussurrar enfatizar adiantar referir rebater "
                     "resumir sustentar escrever")  # fmt: skip
VERBS.regular("say", "atirar rematar ironizar reiterar enfatizar pontuar comunicar narrar justificar desabafar "
                     "disparar reforçar detalhar noticiar relembrar advogar realçar vincar afiançar alegar "
                     "ponderar cobrar recomendar rebater constatar especificar estimar expressar insinuar jurar "
                     "manifestar mencionar opinar reafirmar replicar sentenciar vaticinar")  # fmt: skip
VERBS.irregular("say", "propõe propôs propuseram descreve descreveu sustenta refuta", "proposto descrito")
VERBS.irregular("say", "diz dizem dizia diziam disse disseram dirá", "dito", "dizendo", "dizer")
VERBS.irregular("say", "reconhece reconhecem reconheceu reconheceram", "reconhecido", "reconhecendo", "reconhecer")
VERBS.irregular("say", "adverte advertem advertiu", "advertido", "advertindo", "advertir")
VERBS.irregular("say", "conclui concluem concluiu concluíram", "concluído", "concluindo", "concluir")
VERBS.irregular("say", "pede pedem pediu pediram", "pedido", "pedindo", "pedir")
VERBS.irregular("say", "sugere sugeriu", "sugerido", "sugerindo", "sugerir")
VERBS.irregular("say", "escreve escreveu escreveram", "escrito")
VERBS.irregular("say", "garantiu garante garantem refere referiu")
VERBS.regular("act", "acusar classificar elogiar comemorar")
VERBS.regular("weak", "condenar considerar contestar")
VERBS.irregular("say", "notou notaram notava notavam", "notado")
VERBS.irregular(
    "weak", "repete repetem repetiu repetiram prevê preveem previu previram supõe supôs", "repetido previsto suposto"
)
VERBS.irregular("say", "desmente desmentem desmentiu desmentiram", "desmentido")
VERBS.irregular("weak", "acha acredita pensa vê sorri ri espera teme")
VERBS.regular("show", "mostrar")
VERBS.irregular("show", "conclui revela")

PERFORMING = words("""
canta cantam cantou cantado interpreta interpretam interpretou protagoniza protagonizou publica publicou
publicado dirige dirigiu estreia estreou assina assinou expõe expôs inaugura inaugurou vence venceu ganha ganhou
""")
# Participles behind a document: "un sondage publié dimanche"
PUBLISHED = words("""
publicado publicada publicados publicadas divulgado divulgada apresentado apresentada
""")
CLOSED = {
    "D": "o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela cada vários várias "
    "alguns algumas "
    "muitos muitas todos todas outro outra outros outras dois duas três quatro nenhum nenhuma",
    "G": "meu minha meus minhas teu tua seu sua seus suas nosso nossa nossos nossas",
    "R": "eu tu ele ela nós eles elas você vocês",
    "O": "me te lhe lhes nos",
    "I": "de do da dos das em no na nos nas com por pelo pela pelos pelas para ao à aos às sem sobre entre até "
    "desde contra durante "
    "segundo após perante sob num numa conforme",
    "S": "que se quando porque embora enquanto como onde pois",
    "W": "quem qual quais cujo cuja",
    "C": "e ou mas nem porém",
    "X": "é são era eram foi foram tem têm tinha tinham há havia será serão está estão estava pode podem deve devem "
    "vai vão sido seja",
    "B": "não também já mais muito bem só sempre nunca além assim ontem hoje amanhã agora aqui ali depois então "
    "antes se ainda",
    "Y": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março "
    "abril maio junho "
    "julho agosto setembro outubro novembro dezembro",
}
TITLES = {
    **dict.fromkeys(words("sr sr. senhor dom presidente ministro rei príncipe prefeito senador padre"), "m"),
    **dict.fromkeys(words("sra sra. senhora dona presidenta ministra rainha princesa prefeita senadora"), "f"),
    **dict.fromkeys(words("dr dr. dra dra. doutor doutora juiz general coronel capitão papa"), ""),
}
MALE = words("""
pescador presidente diretor director pesquisador investigador professor ministro senador deputado prefeito autarca
advogado conselheiro porta-voz historiador economista analista sociólogo politólogo especialista médico procurador
juiz general capitão treinador jogador escritor autor jornalista editor fundador chefe responsável secretário
embaixador agricultor vizinho morador testemunha estudante aluno ator cantor músico artista engenheiro arquiteto
candidato bispo padre sindicalista ativista enfermeiro governador vereador gerente dono líder cientista biólogo físico
delegado padeiro carpinteiro pecuarista viticultor livreiro farmacêutico veterinário geólogo psicólogo químico
astrónomo astrônomo meteorologista epidemiologista virologista urbanista fotógrafo filósofo cozinheiro taxista
comerciante lojista reformado aposentado vice-presidente vice-ministro ex-ministro pedreiro mecânico apicultor
coordenador vice-diretor reitor secretário-geral
funcionário empregado trabalhador garçom motorista operário carteiro bombeiro vendedor voluntário inquilino passageiro
cliente colega amigo irmão espectador turista dirigente servidor agente
pastor mergulhador bibliotecário romancista pároco rabino imã imame socorrista nadador-salvador marinheiro barqueiro
caçador jardineiro florista cabeleireiro açougueiro talhante peixeiro pasteleiro queijeiro hoteleiro artesão
soldador encanador canalizador eletricista pintor escultor oleiro bailarino coreógrafo compositor dramaturgo poeta
cineasta produtor roteirista argumentista comediante humorista desenhista designer tradutor intérprete árbitro
nadador corredor esquiador alpinista navegador boxeador pugilista futebolista cirurgião dentista fisioterapeuta
psiquiatra cardiologista oncologista neurologista imunologista programador empreendedor empresário banqueiro
contador contabilista notário jurado queixoso coronel comandante almirante controlador ferroviário estivador
caminhoneiro camionista porteiro animador educador assistente marido pai avô filho tio primo viúvo transeunte
""")
FEMALE = words("""
presidenta presidente diretora pesquisadora investigadora professora ministra senadora deputada prefeita advogada
conselheira porta-voz historiadora economista analista socióloga especialista médica procuradora juíza capitã
treinadora jogadora escritora autora jornalista editora fundadora chefe responsável secretária embaixadora agricultora
vizinha moradora testemunha estudante aluna atriz cantora artista engenheira arquiteta candidata ativista enfermeira
governadora vereadora gerente dona líder cientista bióloga física delegada padeira pecuarista livreira farmacêutica
veterinária geóloga psicóloga química astrónoma astrônoma meteorologista epidemiologista virologista urbanista
fotógrafa filósofa cozinheira taxista comerciante lojista reformada aposentada vice-presidente vice-ministra
ex-ministra apicultora coordenadora reitora
funcionária empregada trabalhadora garçonete motorista operária vendedora voluntária inquilina passageira cliente
colega amiga irmã espectadora turista dirigente servidora agente
pastora mergulhadora bibliotecária romancista arqueóloga parteira rabina socorrista caçadora jardineira florista
cabeleireira peixeira pasteleira hoteleira artesã pintora escultora bailarina coreógrafa compositora dramaturga
poeta poetisa cineasta produtora roteirista argumentista comediante humorista desenhista designer tradutora
intérprete árbitra nadadora corredora esquiadora alpinista boxeadora futebolista cirurgiã dentista fisioterapeuta
psiquiatra cardiologista oncologista neurologista imunologista programadora empreendedora empresária banqueira
contadora contabilista notária jurada queixosa coronel comandante almirante hospedeira porteira animadora educadora
assistente esposa mãe avó filha tia prima viúva transeunte
""")
GROUPS = words("""
homem homens mulher mulheres jovem jovens rapaz rapariga fonte bombeiros
especialistas analistas críticos observadores pesquisadores investigadores cientistas economistas historiadores
autoridades vizinhos moradores testemunhas deputados senadores opositores apoiadores médicos enfermeiros professores
pais alunos estudantes trabalhadores sindicatos associações manifestantes agricultores pescadores policiais diplomatas
fontes eleitores usuários clientes governo oposição polícia empresa grupo banco partido ministério tribunal prefeitura
ativistas advogados ambientalistas familiares pessoas
família equipe equipa vítima vítimas socorristas comerciantes criadores caçadores turistas passageiros viajantes
utentes inquilinos proprietários voluntários funcionários operários grevistas aposentados reformados dirigentes
ministros magistrados procuradores juízes militares soldados rebeldes
""")
INSTITUTIONS = words("""
museu exército marinha embaixada consulado liga clube laboratório fabricante operadora fornecedora seguradora
construtora imobiliária editora petrolífera farmacêutica distribuidora parlamento assembleia diocese arquidiocese
igreja paróquia aeroporto coletivo comité região cidade município orquestra teatro festival redação emissora
administração direção presidência acusação coligação coalizão maioria instituição organismo organização consórcio
cooperativa corte semanário revista plataforma
""")
DOCUMENTS = words("""relatório estudo pesquisa análise documento documentos comunicado carta texto livro artigo vídeo
nota sentença
estatísticas números dados levantamento sondagem inquérito
relatórios estudos pesquisas sondagens análises cartas artigos livros vídeos acórdão e-mail e-mails projeto tratado
memorando dossiê ata parecer boletim balanço censo auditoria barômetro barómetro índice fatura denúncia queixa
decreto diretiva portaria estatuto manifesto petição panfleto cartaz folheto manual registro registo mensagem
mensagens tuíte gravação gravações imagens foto fotos gráfico tese ensaio editorial laudo autópsia testamento
patente resumo previsões estimativas projeções
""")
# By these things vary, "según la zona": behind a word that cites they say nothing.
MEASURES = words("""
lei leis plano planos calendário caso casos zona zonas idade época tipo necessidade necessidades horário
tamanho contrato norma normas regulamento costume tradição lenda lógica critério método dia momento
temporada ordem ritmo gosto preço nível
""")
ORGANISATIONS = words("""
proteção protecção defesa
universidade autoridade instituto ministério escola agência banco partido união sindicato associação fundação tribunal
conselho comissão comitê congresso senado sociedade grupo companhia jornal polícia prefeitura hospital centro
observatório federação confederação procuradoria câmara
""")
KNOWN = words("""Lusa Reuters AFP ONU OTAN NATO UE PT PSDB PSD PS PSOL MDB PL Kremlin Pentágono FMI OMS Petrobras
Vale Embraer IBGE
Ibama STF TSE Anvisa Fiocruz Greenpeace Globo Folha Estadão Público Planalto""")
MANNERS: dict[str, QuoteManner] = {
    **dict.fromkeys(words("comunicado nota declaração"), "statement"),
    **dict.fromkeys(words("entrevista"), "interview"),
    **dict.fromkeys(words("tuíte tuitou twitter facebook instagram"), "post"),
    **dict.fromkeys(words("relatório carta livro estudo artigo"), "document"),
    **dict.fromkeys(words("ação petição denúncia"), "filing"),
}


def _pack() -> Pack:
    return Pack(
        code="pt", closed=tagged(CLOSED), cues=VERBS.classes,
        ambiguous=words("conta contas nota pergunta denúncia resposta crítica aponta pedido completa"),
        present=frozenset(VERBS.present), perfect=frozenset(VERBS.perfect) | PUBLISHED, infinitive=frozenset(),
        plain=PUBLISHED | words("faz fez chegou chega trabalha dirige vive quer segue"), titles=TITLES,
        roles=MALE | FEMALE,
        role_gender={**dict.fromkeys(FEMALE - MALE, "f"), **dict.fromkeys(MALE - FEMALE, "m")}, groups=GROUPS,
        organisations=ORGANISATIONS, institutions=INSTITUTIONS, documents=DOCUMENTS,
        pronouns={"ele": "m", "ela": "f", "eles": "p", "elas": "p", "eu": "", "nós": "", "você": ""},
        according=(("segundo",), ("de", "acordo", "com"), ("conforme",),
                   *((before, word, of) for before, word in (("na", "opinião"), ("no", "entender"), ("nas", "palavras"))
                     for of in ("de", "do", "da", "dos", "das")), ("para",)),
        abbreviations=words("sr sra dr dra d eua etc av núm pág eng"),
        particles=words("de do da dos das e van von der"),
        that=frozenset(("que",)), be=words("é são foi foram era eram sido ser será"),
        agents=words("por pelo pela pelos pelas"), measures=MEASURES,
        definite=words("o a os as"), compound=True, silent=True,
        attached=("se", "lhe", "lhes", "me", "nos"),
        known_organisations=KNOWN, places=PLACES, demonyms=DEMONYMS,
        article_gender={"o": "m", "a": "f"},
        honorifics=words("sr sr. sra sra. senhor senhora dom dona dr dr. dra dra."),
        likening=(("como",), ("tal", "como"), ("assim", "como")), likening_fillers=words("nos o"),
        reporting_fillers=words("o que"),
        manners=MANNERS, outlet_links=words("com a ao à"),
        addressing=words("você seu sua tu teu"),
        articles=words("o a os as um uma"),
        indefinite=words("um uma"),
        standalone=words("muitos alguns vários todos outros"),
        counting=words("um uma dois duas três quatro cinco muitos alguns vários"),
        relative=words("que quem"),
        partitive_links=words("de dos das entre"), partitive_pronouns=words("eles elas deles delas nós"),
        held_roles=words(
            "presidente diretor diretora porta-voz secretário "
            "secretária fundador fundadora coordenador coordenadora membro"
        ),
        addressing_links=words("a à ao às aos"),
        conjunctions=words("e &"), attaching=words("de do da dos das"), head_links=words("de do da"),
        name_links=words("de do da &"), belonging=words("de do da na no em"),
        origins=words("de do da"), head_first=True,
        open_cues=True, performing=PERFORMING,
        opinion=words("para"), general_documents=words("documento texto relatório"),
        asides=(("por", "sua", "vez"), ("por", "seu", "lado"), ("no", "entanto"), ("por", "outro", "lado")),
        phrasal=dict.fromkeys(words("fez fizeram faz"), words("saber notar")),
        bare_articles=words("a o"), capital_names=words("são"),
        anonymity=phrases(
            "anonimato não_ser_identificado não_ser_identificada não_quis_se_identificar "
            "não_se_identificar não_dar_o_nome"
        ),
        reason_openers=words("por porque para pois temendo"),
        negations=words("não nunca jamais"), neither=words("nem"), answering=words("respondeu responde responderam"),
        declining=words("recusou recusaram declinou evitou"),
        wishing=words("quis quiseram quer desejou"),
        commenting=words("comentários comentário comentar responder declarações pronunciar"),
    )  # fmt: skip


PACK = _pack()
