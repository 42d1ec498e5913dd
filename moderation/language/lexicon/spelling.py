"""Hurried spellings and spoken forms, with the words that they are read as."""

# Words that a form or a doubled letter would take for a rude one.
INNOCENT = """
ville villes cone cones pose poses posee posees poser tard clone clones
proces process dispute disputes infecte infection fraude fraudes demeure demeures demeurent
monter montre prince price prices pesant crepe crepes
"""

# Several words at once: the spoken future of Québec. ``_`` is the last word said.
SPOKEN = """
me a|as toute|tout|toutes te|t'|vous = je vais _
y meriterait|devrait|devraient|merite|meritent = il _
me a|as te|t'|t|vous|y|le|la|les|lui|leur|l' = je vais _
ma|mas te|t'|vous|y|le|les|lui|l' = je vais _
me en va|vais|vas = je vais
jmen|men va|vais|vas = je vais
you are mouth|teeth|face|throat|neck|legs|house|car|door|back|skull|jaw = your _
ill kick|kill|find|break|beat|smash|punch|get|make|shut|hurt|cut|slap = i will _
ill end|ruin|destroy|come|send|show|burn|rip|stab|shoot|knock|tell|leak|post = i will _
y va|vont te|me|nous|lui|l' = il va _
"""

READ_AS = """
j = je
don = donc
bin = ben
jsuis chui chuis jsui chu = je suis
jvais jvai jva jve jvas jvay mva = je vais
jveux jveu jvx = je veux
jvoudrais jvoudrai = je voudrais
jte jt = je te
jle = je le
jla = je la
jles = je les
jvous = je vous
jpense = je pense
jdis = je dis
jai ge = je ai
jtai = je te ai
jme = je me
jta = je te ai
jsais jsai = je sais
jespere = je espere
jcrois = je crois
sui = suis
vai = vais
veu = veux
voir voire = voir
tu ti = tu
tas = tu as
tt = tout
tlm = tout le monde
toe toua twa toue = toi
moe moue mwa = moi
kelle = que elle
ki = qui
ke k = que
koi kwa = quoi
pck parske pcq psk = parce que
c = ce est
cest cet'un = ce est
ct = ce etait
etait = etait
s'ta sta = ce
pa po = pas
vou = vous
mem = meme
tjr tjrs = toujours
bcp = beaucoup
ossi = aussi
tro = trop
tete tet = tete
yeule geule gueul = gueule
cv = ca va
dla = de la
dmain 2main = demain
im ima = i am
imma = i will
youre yr yure = you are
ur = you are
u ya yu yew = you
r = are
youll = you will
youve = you have
theyre = they are
theyll = they will
hes = he is
shes = she is
its = it is
thats = that is
ive = i have
dont = do not
doesnt = does not
didnt = did not
cant cannot = can not
wont = will not
isnt = is not
arent = are not
wasnt = was not
wouldnt = would not
shouldnt = should not
havent = have not
aint = is not
gonna gona gunna = going to
wanna = want to
gotta = have to
tryna = trying to
lemme = let me
ppl = people
btch biatch = bitch
h8 = hate
plz pls = please
bc cuz coz cause = because
wat wut = what
da = the
n = and
yourself urself yaself = yourself
everyones = everyone is
yall = you all
'em em = them
"""
