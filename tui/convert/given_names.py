"""Common given names with their gender, for telling people from places and "he" from "she".

Written down from general knowledge of the most given names in English-, German-, French-, Spanish-, Portuguese-,
Italian-, Slavic-, Arabic-, Turkish-, Indian- and East-Asian-speaking countries; no list was copied.
"""

from __future__ import annotations

MALE = """
per günther will ray art rich angel moises ismael israel isidro jesus noel saul abel abraham adolfo agustin alec alvin
amos angelo archie arnold arsenio barney basil bennett bert booker boyd brendan brent bryce byron calvin carlton carroll
cecil cedric chester clay clayton clyde conrad cornelius courtland cyrus damian damon darren darius demetrius dean
denzel derrick dexter dmitriy donnie donovan drake duane dudley duncan dwight eamon edmund efrain elliot elliott elmer
elton elvis emmett errol erwin everett ezekiel federico felton fidel fletcher floyd forrest franklin freddie gene geoff
geoffrey gideon gordie gus guy harlan harris harrison harvey heath hiram homer horace howie hubert humberto ike immanuel
irvin irving irwin ivo jackson jake jarrod jarvis jasper jed jefferson jeremiah jermaine jonah josef josiah jude karim
keenan kelvin kendrick kermit kurt lamont lavar layne lenny leopold leroy lex lionel lorne lou lowell lucas luther mack
marc marlon marty marvyn mattias maurice maxwell mel merle mervyn micah micheal mohamad monte monty morris murray myron
nat nate ned nelson nolan norm octavio odell omar orlando osvaldo otis percy perry pierce quentin quincy ramiro raphael
reggie reginald rex rhys richie rocco rogelio roman romeo roosevelt ross royce rudolph rufus rusty salvador sammy
sanford santos selwyn sergei seymour sherman sid silas solomon spiro sterling stewart stu sumner sylvester tad tariq
terrell thaddeus theo titus tomas tommy ulysses vaughn vern vic vinny virgil wade ward warren wes wilbur wilfred wilson
winston woody wyatt xavier yosef zack zane james john robert michael william david richard joseph thomas charles
christopher daniel matthew anthony mark donald steven stephen paul andrew joshua kenneth kevin brian george edward
ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel gregory
frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter
ethan jeremy harold keith christian roger noah gerald carl sean austin arthur lawrence jesse dylan bryan joe billy bruce
albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip johnny
bradley brad bill bob jim tom mike dan dave steve matt tony nick ben tim jeff greg ken ron don rick ted rob bernie
barack mitt newt marco mitch harry chuck joel craig derek dale glenn todd clint neil rand jeb ed fred phil doug herb max
leo oscar hugo felix simon martin hans klaus jürgen wolfgang stefan andreas markus matthias sebastian florian tobias
lukas jens uwe dieter günter gerhard heinz horst helmut manfred bernd rainer ralf dirk olaf sven lars björn karl
karl-heinz friedrich fritz otto ludwig heinrich hermann johannes jonas philipp moritz armin christoph norbert winfried
boris françois pierre jacques michel philippe alain bernard christophe nicolas laurent frédéric olivier pascal julien
antoine thierry gérard henri andré rené marcel luc yves guillaume mathieu benoît emmanuel édouard étienne jean-claude
jean-luc jean-marie jean-pierre gilles bruno didier stéphane sylvain fabrice cédric jérôme carlos luis javier miguel
manuel antonio francisco josé pedro alejandro fernando rafael sergio pablo jorge alberto diego andrés ramón roberto
eduardo ricardo enrique raúl álvaro mariano felipe gustavo hernán nicolás emilio ignacio guillermo gonzalo santiago
mateo joaquín julio césar arturo alfredo mauricio rodrigo víctor óscar adrián iván jaime joão paulo rui nuno tiago luiz
inácio gilberto marcos rogério vasco duarte henrique leandro fábio márcio renato otávio caetano bernardo flávio geraldo
jair fernão afonso giovanni giuseppe luca matteo alessandro francesco lorenzo paolo stefano mario luigi silvio massimo
enrico carlo claudio fabio giacomo gianni giorgio pietro salvatore vincenzo beppe umberto maurizio davide riccardo
antonello gennaro piero dario emanuele vladimir dmitry dmitri sergey alexei aleksandr mikhail nikolai yevgeny igor oleg
viktor andrei yuri anatoly pavel ivan konstantin volodymyr petro oleksandr vitaly jaroslaw andrzej piotr krzysztof
tomasz marek jerzy lech stanislaw vaclav milos zoran goran dragan milan slobodan nikola laszlo istvan gabor mohammed
muhammad mohammad mohamed ahmed ahmad ali hassan hussein khalid ibrahim yusuf mahmoud mustafa abdullah abdul salman
bashar hamid samir nabil faisal rashid bilal imran nawaz recep mehmet ahmet emre kemal murat hakan orhan netanyahu ariel
ehud yitzhak shimon moshe avi yair naftali narendra rahul amit arvind sanjay rajiv anil sunil vijay ravi raj deepak
ashok manoj suresh ramesh ajay arun kenji hiroshi takashi shinzo yoshihide fumio taro ichiro akira kazuo jong jae
min-jun xi jinping wei jian ming hao ban kofi cyril desmond thabo kwame uhuru raila olusegun muhammadu julius erik
anders mads soren søren ole olav magnus henrik mikael mats göran pekka juha matti jukka sadiq rishi nigel alistair
gordon gareth ian euan hamish angus callum rory liam declan conor seamus padraig graham trevor clive barry dominic giles
rupert oliver toby stuart alastair colin malcolm darrell darryl dwayne tyrone jamal malik marcus andre terrence cory
corey shawn shane travis dustin chad brett clarence leonard stanley norman melvin marvin howard earl ernest alfred
theodore teddy leon lloyd lester milton edgar herbert vernon wallace clifford cliff gilbert hector ruben cesar roland
rudy rodney jerome cody trey hunter cole chase blake garrett spencer preston grant mason evan connor isaac caleb seth
ezra eli levi miles julian lincoln wesley grady reid reed kirk kent lance lamar lyle mickey randall rodrick roderick
sheldon sherrod jörg nils timo achim adalbert albrecht alois ansgar arndt arno axel balthasar bastian bernhard berthold
bodo burkhard carsten christof claus clemens dagobert danny detlef detlev dierk dietmar dietrich eberhard eckart eckhard
egon ehrhart ekkehard elmar emil engelbert enno erhard erich eugen ewald fabian ferdinand franz fridolin friedemann
friedhelm georg gerd gereon gernot gert gisbert götz gottfried gotthard gregor gunnar gunter gunther hajo hans-christian
hans-georg hans-joachim hans-jürgen hans-peter hansjörg harald hartmut hasso heiko heiner heinz-peter helge hellmut
hendrik henning heribert hilmar hinrich holger hubertus ingo ingolf jochen joachim jost justus karl-theodor karlheinz
karsten kaspar kilian knut konrad korbinian leander lennart leonhard linus lorenz lothar ludger lutz malte marius marten
mathias maximilian meinhard mirko nico niels niklas nikolaus nikolas orkun ortwin oskar oswald otmar ottmar reiner
reinhard reinhold reto rico rolf ronny rudi rudolf rüdiger sascha siegfried siegmar sigmar sigmund sönke sören steffen
swen tankred thilo thorben thorsten tilman tino torben torsten udo ulf uli ullrich ulrich urs valentin veit veith
vinzenz volker volkmar waldemar walther wendelin werner wieland wigald wilfried wilhelm willi willy wladimir wolf-dieter
wolfram yannick hansruedi ueli peppi xaver burak cem cemal ercan erdal erkan ferhat halil hasan hüseyin metin osman ömer
selim serdar serkan süleyman tarik turgut volkan yasin yilmaz sébastien grégory damien arnaud aurélien baptiste bastien
bertrand cyrille denis éric fabien florent franck françois-xavier gaël gaëtan gérald hervé jean-baptiste jean-françois
jean-marc jean-michel jean-paul jean-philippe jean-yves jérémie joël loïc ludovic marc-andré marc-antoine matthieu
maxence maxime mickaël pierre-yves pierre-luc raphaël rémi rémy renaud romain serge tanguy théo tristan yann yohan rubén
jesús ángel borja cristóbal damián ernesto esteban eugenio fabián félix fermín gerardo héctor iker íñigo isidoro jordi
josep julián marcelo martín patricio rodolfo saúl tomás valentín vicente xabier antónio antônio alexandre armando artur
augusto caio célio cláudio diogo edson elias filipe guilherme gonçalo hélio heitor joaquim júlio luís mário mateus
maurício nélson raimundo renan romeu sebastião sérgio thiago vinícius vítor wanderley michele alessio alfonso attilio
aurelio cesare ciro corrado cosimo costantino cristian cristiano damiano daniele domenico donato edoardo egidio elio
emiliano ermanno ettore ezio fabrizio fausto ferdinando filippo flavio gaetano giampiero giancarlo gianfranco gianluca
gianluigi gianmarco gianpaolo gino giordano giulio guglielmo guido iacopo ignazio ivano jacopo leonardo livio luciano
marcello massimiliano mauro nicolò nino orazio ottavio pasquale pierluigi pino raffaele renzo ruggero samuele sandro
saverio silvano tommaso ugo valentino valerio vito vittorio
""".split()

FEMALE = """
may rosie ada adele agatha agnes aimee alana alexa alisa alma althea alyssa amelia anastasia angelica angelina anika
annabel annette annika antonia ariana arlene astrid athena aurora ava barbra beatrix belinda bella bernadette bertha
bessie bethany bettina betsy bianca billie blanche bonita bree brianna briana britney brittney callie candice cara carla
carly carole caroline cassandra cassie cathy celeste celia chelsea cherie cherry cheyenne claudette clementine constance
cora cordelia corinne cristina cynthia dahlia daphne darlene deanna dee deirdre delia della delores denice desiree diana
dina dolly dora doreen dorothea dottie ebony eleanor eliza elisabeth eloise elsa elsie emilia enid erika erma estelle
ethel etta eva evangeline faith fannie farah faye felicia fern flora fran frances frankie frida geneva genevieve georgia
georgina geraldine germaine gertrude gilda ginger ginny giselle gladys glenda glenna goldie greta gretchen harriet
hattie hazel heidi henrietta hilda hilary holly ida ilana imogen ina ingrid iris isla ivy jacinda jackie janelle janette
janine jasmine jayne jeannine jenna jenny jillian joann jocelyn joelle johanna josie joy joyce juanita judi juliana
juliet julianne justine karin karla kathie kathryn katy kay kaye kendra kimberley kirstie kristi kristine krista krystal
lana lara latoya laurel laurie lea leanne leigh lenore leona leonora leticia lidia liliana lillian lillie liza lola
lorena lorna louise lourdes luann luna lupe lydia mabel madeline madeleine mae maia malia mandy marcella margarita margo
margot mariah mariam marian marianne maribel marilyn marina maris marissa martina maryann matilda maude maura maureen
mavis maya melinda mercedes meredith mildred millie mindy minnie miranda misty moira mona myra myrna myrtle nadine nan
nannette natasha nell nellie nettie nina noelle nola odette olive opal paige patrice patsy paulette pauline pearl petra
phoebe polly portia prudence rachael ramona regan rena renee rhoda rhonda rochelle rosalie rosalind rosanna rose
roseanne rosemary roxanne ruby sabrina sadie sandi sasha savannah selena selma serena shana shari sharron shelby sherri
sherry sheryl sondra stella stephany sybil tabitha tamara tamika tania tanya tasha tatum terri tess tessa thea thelma
theodora toni tonya tori tracey tricia trina trisha trudy ursula valarie velma vicki vicky viola violet willa wilma
winifred yesenia yvette zelda zoey mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy
betty margaret sandra kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura
kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet
catherine maria heather diane ruth julie olivia virginia victoria lauren christina joan evelyn judith megan cheryl
hannah jacqueline martha gloria teresa ann anne sara madison janice abigail alice julia judy sophia grace denise amber
doris danielle beverly isabella theresa natalie brittany charlotte marie kayla alexis lori hillary ivanka melania nikki
kellyanne condoleezza debbie dianne barb kate katie kathy beth liz sue peggy jill tina wendy jane erin paula annie
connie bonnie claire clara ella lucy chloe zoe mia lily molly ellie sophie alison allison gillian fiona nicola priti
annalena annegret sabine monika renate heike birgit gabriele susanne claudia silke katrin katja anja christiane ulrike
franziska lena svenja sahra manuela brigitte ségolène marine nathalie isabelle sylvie véronique valérie françoise
martine monique hélène céline aurélie émilie camille élisabeth anne-marie marie-claude najat rachida cécile sandrine
maría carmen ana isabel dolores pilar rosa marta elena lucía sofía beatriz alejandra gabriela verónica daniela valeria
natalia fernanda silvia yolanda begoña inés irene esperanza guadalupe francisca soledad joana mariana catarina inês rita
dilma benedita luísa graça fátima helena leonor marisa tereza giulia chiara francesca elisa federica valentina giorgia
paola alessandra roberta maria-elena mariastella beatrice lucia antonella ilaria stefania olga natalya svetlana irina
tatiana ekaterina yulia ludmila galina oksana kateryna yelena ewa agnieszka katarzyna magdalena beata malgorzata jana
zuzana ivana fatima aisha layla leila noor amina huma zeynep ayse elif emine hanan rania yasmin nadia samira malala
benazir priya indira sonia sunita anita kamala deepika nirmala kavita meera lakshmi yuki yoko naomi akiko sakura mei
li-na xiu ling sun-hee geun-hye aung ellen lynne loretta sylvia joanne joanna jeanne jeannette susana suzanne tammy tara
valerie vanessa veronica vera vivian yvonne wanda sheila sally regina phyllis penny patty norma nora monica miriam
melanie marsha marjorie maggie lucille lorraine lois leah kristen kristin kirsten june josephine jodi jodie jo jeannie
hope gwen gina gail florence esther erica elaine eileen edith daisy crystal courtney colleen cindy christy cecilia
carrie candace brooke bridget bernice becky audrey april antoinette alicia adrienne abby tulsi kirstjen elise mazie
ilhan rashida ayanna alexandria maxine marcia shelley adelheid agathe alexandra alina almut anette angelika anke
anna-lena anneliese annelie annemarie antje bärbel beate berit birgitta birte britta brunhilde carina carola christa
christel constanze corinna cornelia dagmar dorothee edeltraud elfriede elke elsbeth elvira eva-maria franka frauke
friederike gabi gerda gerlinde gertrud gesa gesine gisela gitta gudrun gundula hanna hannelore hedwig heidemarie heidrun
helene helga henriette herta hildegard hilde ilka ilona ilse imke inga inge ingeborg inka irmgard isabell isolde ivonne
janina jasmin josefine juliane jutta karola karoline katarina katharina käthe kathrin kerstin klara kornelia kristina
larissa leni leonie lieselotte lina lore lotte louisa luise magda maike maja malu manja mareike mareile margarete
margarethe margit margret margrit maren mariele marie-luise marita maritta marlene marlies mathilde mechthild meike
mirjam nadja natascha nele pia regine regula reinhild ricarda rosemarie rosi rosmarie roswitha saskia sibylle sieglinde
siegrid sigrid sina sofia sonja stefanie steffi susann susanna svea swantje tabea tanja tatjana theresia traude traudl
trudi ulla ursel ursina uschi ute verena veronika waltraud wiebke wilhelmine zita sevgi ayşe aylin aynur canan ceren
ebru fatma gülay hatice hülya meral nuray özlem pinar selin serap sevim songül yasemin zehra geneviève dominique
delphine séverine stéphanie virginie sylviane yolande adèle agnès amandine amélie anaïs andrée anne-sophie annick
apolline ariane aude béatrice bénédicte blandine capucine chantal charlène chloé christelle claudine clémence clémentine
clotilde coralie danièle édith élise élodie éloïse émeline emmanuelle eugénie fabienne fanny frédérique gabrielle gaëlle
ghislaine gisèle gwendoline héloïse hortense huguette inès joëlle josiane joséphine josette juliette karine laetitia
laëtitia laure laurence léa liliane lise lucie ludivine magali maëlle manon marcelle margaux marguerite marie-france
marie-hélène marie-josée marie-laure marie-pier marie-pierre marielle marlène maryse maud mélanie mélissa michèle
micheline mireille morgane muriel myriam nadège natacha noémie océane odile ophélie pascale perrine quitterie régine
renée rolande romane roxane ainhoa almudena amparo ángela araceli ariadna azucena belén carlota carolina catalina
cayetana concepción consuelo encarna estefanía eugenia eulalia idoia inmaculada itziar jimena josefa juana laia luisa
macarena maite mariona marisol maruja mireia mónica montserrat nerea noelia nuria pepa raquel rebeca rocío rosalía
vanesa violeta lígia adriana aline amélia antónia bárbara bruna camila cecília célia cíntia clarice cláudia cristiane
débora eliana elisângela érica fabiana filipa flávia gisele isabela ivone júlia jussara letícia lídia lília lúcia
luciana madalena mafalda marcela márcia margarida matilde mônica natália neusa núbia patrícia renata rosana rosângela
sílvia sónia sônia tânia teresinha verônica viviane zélia ornella ambra annalisa arianna assunta benedetta camilla
carlotta carmela caterina cinzia concetta costanza debora donata donatella eleonora elisabetta emanuela enrica fiorella
flavia gaia giada gianna ginevra giovanna giuliana giuseppina graziella imma katia letizia licia lorella lorenza
loredana lucrezia maddalena mara margherita mariangela mariella marinella michela milena mirella nicoletta noemi
ombretta ottavia patrizia raffaella rosalba rosaria rossana rossella sabina silvana simona sveva tiziana vanda viviana
""".split()

GENDERS: dict[str, str] = {**dict.fromkeys(MALE, "m"), **dict.fromkeys(FEMALE, "f")}
# Names given to both, or that are a family name or a word as often: they make a person likelier but tell no gender.
BOTH = """
jordan taylor morgan casey robin jamie jessie kelly dana leslie tracy kim pat sam alex chris terry jean andrea simone
jan lee ashley kerry marion kit lynn sandy sidney stacy shannon quinn riley avery cameron drew reese skyler rowan
""".split()
GENDERS.update(dict.fromkeys(BOTH, ""))
