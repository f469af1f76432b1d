"""What anybody says or prints in the same words: proverbs, prayers, oaths, slogans, the phrases of press offices."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tui.compare.alignment import shingles
from tui.compare.common_words import weight
from tui.compare.compared_words import words

# One a line, in lower case; the parts that occasions change are left away.
PHRASES = """
our thoughts and prayers are with the families of the victims and everyone affected
our hearts go out to the family and friends of
we offer our deepest condolences to the family and friends
we are deeply saddened by the tragic loss of life
did not immediately respond to a request for comment
declined to comment on the matter
could not be reached for comment
spoke on condition of anonymity because they were not authorized to speak publicly about the matter
we do not comment on ongoing investigations or pending litigation
we do not comment on personnel matters
we can neither confirm nor deny the report
we take these allegations very seriously and are cooperating fully with the investigation
the safety and security of our customers and employees is our top priority
the safety of our passengers and crew is our first priority
we are aware of the incident and are investigating the matter
we apologize for any inconvenience this may have caused
we look forward to working with our partners
we are committed to the highest standards of integrity
we are pleased to announce that we have entered into an agreement
this material may not be published broadcast rewritten or redistributed
all rights reserved terms and conditions apply
the views expressed are those of the author and do not necessarily reflect the views of
this is a developing story and will be updated as more information becomes available
anyone with information is asked to call the police
presumed innocent until proven guilty in a court of law
you have the right to remain silent anything you say can and will be used against you in a court of law
do you swear to tell the truth the whole truth and nothing but the truth so help you god
i do solemnly swear that i will faithfully execute the office and will to the best of my ability preserve protect and
defend the constitution of the united states
i pledge allegiance to the flag of the united states of america and to the republic for which it stands one nation
under god indivisible with liberty and justice for all
we the people of the united states in order to form a more perfect union
we hold these truths to be self evident that all men are created equal
life liberty and the pursuit of happiness
government of the people by the people for the people shall not perish from the earth
make america great again
god bless you and god bless the united states of america
may god bless you and your family
ask not what your country can do for you ask what you can do for your country
the only thing we have to fear is fear itself
our father who art in heaven hallowed be thy name thy kingdom come thy will be done on earth as it is in heaven give us
this day our daily bread and forgive us our trespasses as we forgive those who trespass against us and lead us not into
temptation but deliver us from evil for thine is the kingdom and the power and the glory for ever and ever amen
hail mary full of grace the lord is with thee blessed art thou among women and blessed is the fruit of thy womb jesus
holy mary mother of god pray for us sinners now and at the hour of our death
glory be to the father and to the son and to the holy spirit as it was in the beginning is now and ever shall be
in the name of the father and of the son and of the holy spirit
lamb of god you take away the sins of the world have mercy on us
the lord is my shepherd i shall not want he maketh me to lie down in green pastures
he leadeth me beside the still waters he restoreth my soul
yea though i walk through the valley of the shadow of death i will fear no evil for thou art with me
earth to earth ashes to ashes dust to dust
in the beginning god created the heaven and the earth
for god so loved the world that he gave his only begotten son
blessed are the peacemakers for they shall be called the children of god
blessed are the meek for they shall inherit the earth
love thy neighbour as thyself
do unto others as you would have them do unto you
let him who is without sin cast the first stone
the lord bless you and keep you the lord make his face shine upon you
may he rest in peace and rise in glory may perpetual light shine upon them
eternal rest grant unto them o lord
peace be with you and also with you
to have and to hold from this day forward for better for worse for richer for poorer in sickness and in health to love
and to cherish till death us do part
with this ring i thee wed
god grant me the serenity to accept the things i cannot change courage to change the things i can and wisdom to know the
difference
there is no god but god and muhammad is his messenger
hear o israel the lord our god the lord is one
to every thing there is a season and a time to every purpose under the heaven
they shall grow not old as we that are left grow old age shall not weary them nor the years condemn
at the going down of the sun and in the morning we will remember them
a bird in the hand is worth two in the bush
the early bird catches the worm but the second mouse gets the cheese
a stitch in time saves nine
actions speak louder than words
all that glitters is not gold
all is fair in love and war
an apple a day keeps the doctor away
absence makes the heart grow fonder
better late than never
better safe than sorry
beggars cannot be choosers
birds of a feather flock together
blood is thicker than water
do not count your chickens before they are hatched
do not put all your eggs in one basket
do not judge a book by its cover
do not look a gift horse in the mouth
do not bite the hand that feeds you
early to bed and early to rise makes a man healthy wealthy and wise
every cloud has a silver lining
fool me once shame on you fool me twice shame on me
give a man a fish and you feed him for a day teach a man to fish and you feed him for a lifetime
give them an inch and they will take a mile
good things come to those who wait
great minds think alike and fools seldom differ
half a loaf is better than none
history does not repeat itself but it often rhymes
those who cannot remember the past are condemned to repeat it
hope for the best and prepare for the worst
if at first you do not succeed try try again
if it ain't broke do not fix it
if you can't stand the heat get out of the kitchen
if you can't beat them join them
it takes a village to raise a child
it takes two to tango
it is no use crying over spilt milk
it is always darkest before the dawn
keep your friends close and your enemies closer
laughter is the best medicine
let sleeping dogs lie
lightning never strikes twice in the same place
look before you leap
many hands make light work but too many cooks spoil the broth
money is the root of all evil
necessity is the mother of invention
no man is an island entire of itself
no news is good news
one man's trash is another man's treasure
people who live in glass houses should not throw stones
power corrupts and absolute power corrupts absolutely
practice what you preach
practice makes perfect
rome was not built in a day
slow and steady wins the race
strike while the iron is hot
the apple does not fall far from the tree
the arc of the moral universe is long but it bends toward justice
the best things in life are free
the enemy of my enemy is my friend
the grass is always greener on the other side of the fence
the journey of a thousand miles begins with a single step
the pen is mightier than the sword
the proof of the pudding is in the eating
the road to hell is paved with good intentions
the squeaky wheel gets the grease
the whole is greater than the sum of its parts
there is no place like home
there is no such thing as a free lunch
there is no smoke without fire
there are plenty more fish in the sea
time and tide wait for no man
time heals all wounds
to err is human to forgive divine
two heads are better than one
two wrongs do not make a right
united we stand divided we fall
what does not kill you makes you stronger
what goes around comes around
when in rome do as the romans do
when life gives you lemons make lemonade
when the going gets tough the tough get going
where there is a will there is a way
where there's smoke there's fire
you can lead a horse to water but you cannot make it drink
you can't have your cake and eat it too
you can't make an omelette without breaking eggs
you can't teach an old dog new tricks
you cannot please all of the people all of the time
you reap what you sow
you miss one hundred percent of the shots you do not take
never again never forget
black lives matter all lives matter
no justice no peace no racist police
the people united will never be defeated
hands up do not shoot
si se puede yes we can
build that wall lock her up drain the swamp
power to the people
from the river to the sea palestine will be free
what do we want when do we want it
hey hey ho ho has got to go
stronger together i'm with her
trust but verify
it is what it is at the end of the day
time will tell only time will tell what happens next
we will take it one game at a time
we gave it a hundred and ten percent out there tonight
we are not out of the woods yet
we have to let the process play out
no stone will be left unturned
those responsible will be held to account and brought to justice
we will not rest until justice is done
"""
RUN = 3  # words in a row by which a phrase of small words is known
MOSTLY = 0.6  # share of a quotation's runs that are of stock phrases
TELLING = 0.75  # share of its telling words that are of one phrase
PAIRS = 2  # words next to each other that it shares with that phrase


@cache
def _phrases() -> list[tuple[set[str], set[tuple[str, ...]]]]:
    """The words of each phrase, and its pairs of words."""
    found = [words(line) for line in PHRASES.strip().splitlines()]
    return [(set(one), shingles(one, 2)) for one in found]


@cache
def _runs() -> set[tuple[str, ...]]:
    return {run for line in PHRASES.strip().splitlines() for run in shingles(words(line), RUN)}


def is_stock_phrase(found: Sequence[str]) -> bool:
    """Whether most of the words are of such a phrase, reworded or not, or several of them."""
    runs = shingles(found, RUN)
    if len(runs & _runs()) >= MOSTLY * len(runs):
        return True
    telling, pairs = {word for word in found if weight(word)}, shingles(found, 2)
    return bool(telling) and any(
        len(telling & phrase) >= TELLING * len(telling) and len(pairs & pairs_of_it) >= PAIRS
        for phrase, pairs_of_it in _phrases()
    )
