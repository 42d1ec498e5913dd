"""Insults, words that dismiss a person, contempt, sex."""

NOUNS: dict[str, str] = {
    "INSULT NAME": """
connard, conne, conasse, connasse, con, cons, couillon, salope, salopard, salaud, pute
putain de pute, batard, batarde, enfoire, encule, enculer, trou de cul, trou d'cul, trouduc
trou du cul, fils de pute, fdp, fils de chien, abruti, cretin, debile, debile mental, imbecile
idiot, taree, tare, attarde, attarde mental, cave, epais, niaiseux, gnochon, nono
mongol, tata, morron, moron, innocent de, epaisse, tete de noeud, ordure, dechet, raclure
pourriture, vermine, sous merde, grosse merde, sac a merde, merdeux, tas de merde, marde
tas de marde, plein de marde, mange marde, mangeux de marde, mange de marde, sous homme
chien galeux, thon, boudin, cageot, truie, cochon, porc, gros porc, grosse vache, vache, baleine
cachalot, guenon, bouffon, bolosse, tocard, tocarde, clochard, cassos, cas social, rageux
rageuse, victime de merde, pouffiasse, petasse, poufiasse, catin, garce, chienne, guidoune
plotte, trainee, crosseur, crosseuse, pas d'allure, face de rat, face de cul, gueule de con
tete de con, gros tas, sac a foutre, michto, crasseux, clown, minable, rate, loser, looser
parasite, sangsue, lache, trouillard, menteur, menteuse, hypocrite, manipulatrice, manipulateur
pedophile, pedo, pervers, monstre, psychopathe, psychopath, narcissique de merde, ivrogne, junkie
bitch, whore, slut, cunt, asshole, arsehole, bastard, dickhead, dick, prick, dumbass, jackass
dumbfuck, dipshit, shithead, fuckface, fucker, motherfucker, twat, wanker, tosser, bellend
retard, scum, scumbag, douche, douchebag, trash, garbage, pig, cow, swine, rat, creep, freak
skank, hoe, thot, piece of shit, piece of garbage, piece of trash, waste of space
waste of air, waste of oxygen, son of a bitch, sonofabitch, psycho, nutjob, nutcase, weirdo
coward, liar, monster, pervert, pathetic loser, fatass, lardass, fatso, ugly duckling, crackhead
deadbeat, cuck, incel, simp, snowflake, karen, asshat, buffoon, halfwit, dimwit, dunce, nitwit
pussy, knob, muppet, numpty, cockroach, vermin, disgrace, joke of a mother, joke of a father
embarrassment, drunk, trouble maker, sous doue, bon a rien, bonne a rien, good for nothing
moins que rien, sale gosse, tete a claques, grande gueule, fouteur de merde, fouteuse de merde
emmerdeur, emmerdeuse, casse couilles, chialeux, chialeuse, braillard, braillarde
victime professionnelle, profiteur, profiteuse, crasse, rapace, vipere, sorciere, mytho
mythomane, nounoune, noune, degenere, degenerate, linotte, tete de linotte, troll, worm
hag, wretch, lowlife, low life, wacko, imposteur, torche, bebe lala, twit, dolt
creton, insignifiant, chiure, arriere, arrieree, sans genie, sans dessein, epais, gougoune
chieux, chieuse, mange canayen, trouillarde, dinosaure, dumb cow, drama queen, skank, tramp
ducon, dugland, pauvre type, pauvre mec, pauvre con, white trash, couille molle
gogol, suceux, sans coeur, debile profond, nasty piece of work, clodo, naze, nase, waste of skin
a waste of oxygen, a waste of space, a waste of air
a waste of skin, minus, ti coune, coune
feignasse, feignant, faineant, flemmard, fayot, puceau, pucelle, chipie
sainte nitouche
pleureuse, pleurnichard, pleurnicheur, crybaby, cry baby, four eyes, snitch, mollasson
molasson, stooleux, stool pigeon, vieille peau, gros lard, gros plein de soupe, baltringue, bouseux
pouilleux, moule a gaufres, kekette, trou de balle, tete de noeud, tete de gland, gland, branleur
branleuse, blaireau, tache humaine, raclure de bidet, grognasse, morue, pleutre, larbin, sac a puces
face de rat, cornichon, quetaine, pas de classe, twerp, douchecanoe, hoser, jerk, jerkoff, jackoff
schmuck, bozo, imbecilic, cretinous, suck up, brown noser, tattletale, kiss ass, lardo, tub of lard
sleazebag, slimeball, skank ass, windbag, blowhard, hypocrite finie, bebe gate, fuckwit, tool bag
hobo, peasant, gremlin, goblin, sicko, scammer, gold digger, leech
""",
    "INSULT": """
pathetic excuse, poor excuse, sorry excuse, pietre excuse, stupide, stupid, dumb, dumbest, dumber
stupidest, ugliest, fattest, worst person, worst human, braindead, pathetic, pathetique, ridicule
moche, laid, ugly, hideux, hideous, degueulasse, degoutant, disgusting, repugnant, worthless
useless, inutile, brainless, brain dead, incompetent, ignorant, clueless, delusional, retarded
insignificant, vile, gross, repulsive, immonde, abject, puant, tebe, teube, gogole
con comme un balai, con comme tes pieds, bete a manger du foin, fucked in the head
sick in the head, malade dans la tete, malade mental, fou a lier, folle a lier, mentally ill
bon pour l'asile, dumb as a rock, thick, dense, vicious, good for nothing, plus con, plus conne
vraiment pas intelligent, twisted, spineless, despicable, insupportable, imbuvable, detestable
odieux, exasperant
unbearable, insufferable, obnoxious, loathsome, nauseating
""",
    "MILD": """
fou, folle, malade, bete, nul, nulle, beta, debile, crazy, insane, nuts, weird, joke, witch
lunatic, chien, dog, singe, monkey, animal, ane, donkey, dinde, chevre, gourde, cruche, brebis
mouton, mauviette, hystérique, hysterique, racaille, merde, shit, crap, bum, toxic, toxique
boloss, rat, snake, serpent, sheep, narcissist, narcissique, narc, egoiste, selfish, arrogant
fake, jaloux, jalouse, frustre, coincee, coince, fat, gros, grosse, obese, brat, hag, cretine
innocent, pourri, vendu, corrompu, dictateur, noob, nerd, colon, tache, nouille
mou, molle, tarte, poche, balance, intello, victime, fragile, stool, moron, wimp, crybaby
pissou, guenille, geek, dummy, fool, dwarf, nain, lopette, punk
""",
    "MEEK": """
bebe, baby, fille, bonhomme, bonne femme, femme, type, gars, guy, kid, mec, meuf, woman, women
droguee, soulon, soulonne, alcoolo, toxico
man, mere, maman, avocat, thing, chose, vieux, vieille, mess, pere, papa, moche, parent
""",
    "SEXASK": """
want to fuck, want to bang, let's fuck, down to fuck, dtf, fuck me, baise moi, suce moi
get in my pants, want to smash
""",
    "SEXPHOTO": """
nude, nudes, photo nue, photo de toi nue, photo sexy, dick pic, photo de tes seins
photo de ton cul, photo coquine, naughty pic, naughty photo, sexy pic, hot pic, spicy pic
pic coquine
""",
    "MODS": """
moderateur, moderatrice, modo, mod, admin, administrateur, administratrice, moderator
""",
    "BODY": """
seins, boobs, tits, chatte, pussy, bite, queue, cul, ass, fesses, penis, vagin, cock, dick
nichons, totons, boules, clit, foune, graine
""",
}

VERBS: dict[str, str] = {
    "HATE": """
hate, detest, despise, loathe, detester, hair, mepriser, hais, hait, abhor, vomis, can not stand
can not bear, supporte pas, supporte plus, peux pas sentir, peux pas blairer, peux plus sentir
execrer, stomach, blairer, abominer
""",
    "DISGUST": "disgust, sicken, repulse, degouter, ecoeurer, repugner",
    "SEX": """
baiser, fourrer, enculer, sucer, lecher, sodomiser, doigter, lick, suck, fuck, bang, finger
ejaculer
""",
}

AS_WRITTEN: dict[str, str] = {
    "HATE": "hais, hait, haissons, hate, can't stand, have no respect for, aime pas, fed up with",
    # « j'en ai plein le cul des … »
    "FEDUP": """
plein le cul, ras le bol, ras le cul, marre, plein mon casque, plein le casque, sick of, tired of
sick and tired of, had enough of, had it with, horreur, en horreur
""",
    "FACE": """
face de cul, face de rat, tete de con, gueule de con, face de porc, tete de cul, face de marde
sale gueule, face a claques, tete a claques, punchable face, ugly face
""",
    "DISMISS": """
je t'emmerde, je vous emmerde, je te pisse dessus, tu me gonfles, fiche le camp, fichez le camp
va te faire soigner, va te laver, farme ta yeule, farme la, ferme toe la
va pleurer chez ta mere, va chialer chez ta mere, va brailler chez ta mere, chiale ailleurs
va pleurer ailleurs, va chialer ailleurs, va brailler ailleurs, braille ailleurs, pleure ailleurs
braille donc ailleurs, retourne a la cuisine, retourne dans ta cuisine, go cry to your mommy
go back to the kitchen, get back in the kitchen, go cry somewhere else, cry me a river loser
va voir ailleurs si j'y suis, vas te faire foutre, va jouer ailleurs, va chez le diable
va te faire cuire un oeuf, ferme la ta gueule, tg toi, toi tg, vtf, vtfe, nik ta mere, niktamere
nike ta mere, nique ta grand mere, nique ta famille, tes morts, go kick rocks, kick rocks
va donc chier, mange donc de la marde, gros tas, get stuffed, bite me, suck my balls, suck a dick
choke on it, up yours, screw off, bugger off, sod off, shove it, ta gueule, ferme ta gueule
ferme la, fermez la, ferme toi la, ferme ton clapet, ferme ta grande gueule, fermez vos gueules
ferme ta boite, ftg, vos gueules, tg connard, ferme ta yeule, tais toi connard, va chier
allez chier, vas chier, va te faire foutre, va te faire enculer, va te faire mettre
va te faire voir, vas te faire foutre, allez vous faire foutre, vtff, va te faire
mange de la marde, mange d'la marde, mange la marde, mangez de la marde, mange un char de marde
mange ma crotte, mange tes morts, mange de marde, casse toi, degage, degagez, fous le camp
decrisse, decalisse, crisse ton camp, sacre ton camp, fuck off, fuck you, fuckyou, fck you
fk you, fuk you, f you, eff off, piss off, screw you, go to hell, rot in hell, burn in hell
eat shit, stfu, gtfo, shut up, shut your mouth, shut it, shut your face, shut your trap
kiss my ass, suck my dick, suck my cock, suck it, suce ma bite, suce moi, lick my balls
nique ta mere, ntm, nique tes morts, nique ta race, niquetamere, nique toi, fuck your mother
va au diable, va en enfer, brule en enfer, etouffe toi, tu pues, tu pu, you stink, you reek
vous puez, tu me degoutes, you disgust me, you make me sick, vous me degoutez, tu sers a rien
vous servez a rien, tu ne sers a rien, nobody likes you, no one likes you, nobody wants you here
no one wants you here, nobody cares about you, personne te aime, personne t'aime
personne ne te aime
personne veut de toi ici, personne veut de toi, tout le monde te deteste, everyone hates you
tu me fais honte, tu fais pitie, vous faites pitie, va te cacher, va crever la bouche ouverte
get lost, get a life loser, tu vaux rien, tu ne vaux rien, tu vaux pas mieux, get fucked
go fuck yourself, fuck yourself, va te crosser, va jouer dans le trafic, go play in traffic
retourne dans ton trou, crawl back, sue toi, lache nous grosse, you are nothing, tu es rien
tu n'es rien, vous etes rien, vous n'etes rien, ferme ta bouche, ferme ta grosse gueule, ta yeule
la ferme, tes qu'une merde, t'es une merde
""",
    "BADPARENT": """
mauvaise mere, mauvais pere, mere indigne, pere indigne, bad mother, bad father, terrible mother
terrible father, horrible mother, horrible father, shitty mother, shitty father, shitty mom
shitty dad, bad mom, bad dad, terrible mom, terrible dad, awful mother, awful father
awful parent, terrible parent, bad parent, shitty parent, unfit mother, unfit father
unfit parent, mauvais parent, parent indigne, mere de merde, pere de merde, pere a marde
mere a marde, parent de merde, mere pourrie, pere pourri, mere ingrate
""",
    "EXPOSE": """
publier, publie, publierai, poster, poste, posterai, partager, diffuser, diffuse, diffuserai
envoyer, envoie, enverrai, montrer, montre, montrerai, balancer, balance, balancerai, raconter
dire, tell, send, post, share, leak, expose, show, publish, release, dirai, raconterai, forward
leaker, faire circuler, reveler, divulguer, dis, remettre
""",
    "DIRT": """
tes photos, ta photo, tes nudes, tes secrets, ton secret, tes messages, tes captures
tes screenshots, your photos, your pictures, your pics, your nudes, your messages, your secrets
your secret, your screenshots, tes videos, ta video, your video, tes conversations
ce que tu as ecrit, ce que tu as dit, what you wrote, what you said, ton dossier, ta vie privee
your texts, tes textos, ton histoire, your story, your private messages, tes messages prives
""",
}
