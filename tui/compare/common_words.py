"""Words that say little about what a sentence is of: two sentences that share only these share nothing."""

from __future__ import annotations

# Function words, and the everyday verbs, adverbs and nouns of speech that any quotation may have.
ENGLISH = """
a about above across actually after again against ago all almost along already also although always am among an and
another any anybody anyone anything are arent around as ask asked at away back be became because become been before
begin behind being believe best better between big bit both bring but by call came can cannot cant come comes coming
could couldnt course day days did didnt different do does doesnt doing done dont down during each either else end
enough even ever every everybody everyone everything fact far feel few find first for forward found from gave get gets
getting give go goes going gone gonna good got great had happen happened happening happens hard has hasnt have havent
having he hell help her here hers herself hes hi high him himself his how however i id if ill im important in indeed
instead into is isnt it itd its itself ive just keep kind knew know known last later least left less let lets life like
likely little ll long look looking lot made make makes making man many matter may maybe me mean means might mine moment
more most much must my myself need never new next no nobody none nor not nothing now number of off often oh ok old on
once one ones only onto or other others our ours ourselves out over own part people perhaps person place point possible
probably put quite rather re real really right s said same saw say saying says second see seem seems seen set shall she
shes should shouldnt show since so some somebody someone something sometimes soon still stop such sure t take taken
talk talking tell than thank thanks that thats the their theirs them themselves then there theres these they theyre
theyve thing things think thinking this those though thought three through time times to today together told tomorrow
tonight too took toward trying try turn two under until up upon us use used ve very want wanted wants was wasnt way we
well went were werent weve what whatever whats when where whether which while who whole whom whos whose why will with
within without wont word words work world would wouldnt year years yes yet you youd youll your youre yours youve
"""
OTHERS = """
aber alle als am an auch auf aus bei bin bis da das dass daß dem den der des die dies diese dieser doch du durch ein
eine einem einen einer er es fur für hat haben habe hatte ich ihr ihre im in ist ja kann man mehr mit muss nach nicht
noch nur oder schon sehr sein seine sich sie sind so uber über um und uns unser von vor war waren was wenn werden wie
wir wird wo zu zum zur
ai au aux avec avons bien c ce ces cela cest cette comme d dans de des deux dit du elle en est et etait être etre fait
faut il ils j je l la le les leur lui m ma mais me meme même mes moi mon n ne nos notre nous on ont ou où par pas plus
pour qu que qui s sa sans se ses si son sont sur ta te tout tous tres très tu un une va votre vous y
al como con cuando de del desde donde dos e el ella en entre era es esa ese eso esta está este esto ha han hay la las le
les lo los mas más me mi muy no nos nuestra nuestro o para pero por porque puede que se sea ser si sin sobre son su sus
también tambien tan te tiene todo todos un una uno unos y ya yo
alla anche che chi ci come con cosa da dal dalla degli dei del della delle di e ed gli ha hanno ho i il in io la le lei
lo loro lui ma mi nel nella noi non o per piu più quando quella quello questa questo se sei si sia siamo sono sua suo su
tra tutti tutto un una uno vi
aan als bij dat de deze die dit door een en er geen had hebben heeft het hij hun ik in is je kan maar me meer met mijn
moet naar niet nog nu of om onze ook op over te tot uit van veel voor want was wat we wel werd wij wordt worden ze zich
zijn zo zou
ao aos as com da das do dos ela ele eles em entre era essa esse esta este eu foi há isso isto já mais mas me mesmo meu
muito na nao não nas no nos nossa nosso o os ou para pela pelo por quando que quem se sem ser seu seus sua também tem
tudo um uma você
att av den det de efter en ett för från han har hon i inte jag kan man med men mycket när och om på sig ska skulle som
så till under upp var vi vill är
i na nie w z że to jest się do o jak ale co tak za po od ma są był było przez dla
"""
COMMON = frozenset(f"{ENGLISH} {OTHERS}".split())
SHORT_WORD = 3  # letters of a word of which little is left when it is changed
LITTLE, HALF, WHOLE = 0.1, 0.5, 1.0


def weight(word: str) -> float:
    """How much it says (0–1) that two sentences share a folded word."""
    if word in COMMON:
        return 0.0
    return HALF if len(word) <= SHORT_WORD and word.isalpha() and word.isascii() else WHOLE


def in_row(word: str) -> float:
    """The same where it stands in a row that two sentences share: many small words in one order say something too."""
    return weight(word) or LITTLE
