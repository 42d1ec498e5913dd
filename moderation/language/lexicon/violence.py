"""Verbs and expressions of killing, hurting, dying and paying for it."""

NOUNS: dict[str, str] = {
    "GRAVE": """
chaise roulante, fauteuil roulant, cercueil, morgue, tombe, cimetiere, fosse, civiere, corbillard
body bag, coffin, grave, ditch, wheelchair, cemetery, six pieds sous terre, six feet under
sac mortuaire, stretcher, intensive care, soins intensifs, obituary, funeral home, hearse
les pieds devant, fond du fleuve, fond de la riviere, bottom of the river, trunk of a car
""",
    "FIST": """
poing, fist, claque, volee, raclee, baffe, main sur la gueule, knuckle, baseball bat, batte, bat
coup de poing, coup de pied, boot, botte, balle, bullet, knuckle sandwich, mandale, gifle, beating
""",
    "LIMB": """
tete, gueule, face, dent, gorge, cou, machoire, bras, jambe, nez, oeil, yeux, crane, genou, doigt
main, langue, tripe, boyau, boyaux, entraille, guts, os, yeule, figure, visage, trachee, colonne
head, throat, neck, jaw, arm, leg
nose, eye, skull, knee, finger, teeth, tooth, tongue, bone, kneecap, spine, heart, lung, rib, lip
fucking face
""",
    "GAME": """
echecs, carte, jeu, jeux, hockey, tennis, scrabble, monopoly, cribbage, quille, soccer, ballon
ping pong, badminton, basket, basketball, baseball, volley, golf, billard, pool, bowling, dames
petanque, darts, flechettes, poker, uno, mario kart, fifa, nhl, fortnite, minecraft, xbox
playstation, chess, card, game, checkers, board games, video games, tournoi, tournament, ligue
ballon chasseur, air hockey, baby foot, trivia, quiz, ludo, domino
course, marche, natation, velo, ski, raquette
""",
    "HOSPITAL": """
hopital, hosto, morgue, cimetiere, urgence, cercueil, tombe, fosse, chaise roulante
fauteuil roulant, hospital, cemetery, coffin, grave, ditch, body bag, wheelchair, hospice
six feet under, six pieds sous terre, er, icu, sac mortuaire, trou, boite, ambulance
""",
    "BEATING": """
raclee, volee, baffe, claque, balle, droite, tarte, coup de poing, coup de couteau, rouste
fessee, branlee, bullet, punch, beating, slap, mandale, patate, derouillee, coup de pied, coup
kick, torgnole, mornifle, beigne, trempe, knife, couteau
""",
}

VERBS: dict[str, str] = {
    "HURT VIOL": """
frapper, tabasser, cogner, poignarder, egorger, etrangler, fusiller, lyncher, pendre, castrer
torturer, fouetter, tuer, buter, flinguer, assassiner, massacrer, decapiter, eventrer, etriper
defigurer, demembrer, gifler, saigner, shoot, stab, strangle, lynch, hang, whip, castrate, murder
kill, punch, torture, behead, slaughter, flog, maim, stone, assassinate, execute, drown, curb stomp
""",
    "KILL VIOL": """
tuer, buter, egorger, etrangler, massacrer, poignarder, flinguer, assassiner, executer, eliminer
exterminer, fusiller, decapiter, eventrer, noyer, lyncher, kill, murder, slaughter, strangle
stab, shoot, assassinate, execute, exterminate, eradicate, behead, lynch, annihilate, drown
eliminate, euthanize, gazer, pendre, choke, cremer, eviscerate, gas, bruler, burn, crever
desosser, descendre, abattre, trucider, zigouiller
""",
    "VIOL": """
frapper, tabasser, cogner, peter, defoncer, demolir, eclater, fracasser, planter, fumer, niquer
casser, etriper, saigner, exploser, detruire, aneantir, enterrer, torturer, violer, ecraser
ecrabouiller, claquer, gifler, fesser, etouffer, bousiller, pulveriser, sacrer, crucifier, etaler
dechirer, depecer, couper, taper, finir, carve, stomp, chopper, choper, battre, demonter
brasser, ramasser
baffer, calotter, rafaler, savater, latter, deglinguer, derouiller, aligner, fracturer, dechiqueter
eclafer
varger, poncer, demembrer, balafrer, defigurer, dezinguer, degommer, allumer, tarter, marave
enculer, massacrer, beat, punch, hurt, smash, destroy, crush, slap, torture, rape, bury, wreck
smack, end, ruin, bash, whip, maim, batter, stomp, skin, hang, dismember, attack, curb stomp
thrash, demolish, knock, clobber, injure, slit, gut, deck, clock, flog, stone, castrate, mutilate
jump, break, obliterate, hunt, snap
""",
    "RIP": """
break, rip, cut, tear, slice, arracher, trancher, fendre, ouvrir, decoller, decrocher, refaire
rearrange, exploser, snap, smash, slit, bust, pop, split, chop
""",
    # What a State, or a mob, would do with people.
    "EXPEL": """
deporter, expulser, renvoyer, enfermer, interner, bannir, emprisonner, steriliser, castrer
interdire, eliminer, exterminer, deport, expel, ban, sterilize, sterilise, jail, imprison, banish
exterminate, eradicate, silence, castrate, lock up, kick out, throw out, wipe out, send back, remove
chasser, erase, eradiquer, aneantir, effacer, punir, punish, round up, cleanse, purger, purge
""",
    "SUFFER": """
payer, regretter, souffrir, pleurer, morfler, deguster, ramasser, pourrir, saigner, payer cher
prendre cher, manger, comprendre ta douleur, en baver, y gouter, y passer, pay, regret, suffer
bleed, cry, rot, burn, hang, beg
""",
}

# A verb with what completes it, the verb in all its forms.
VERB_PHRASES: dict[str, str] = {
    "EXPEL": "lock up, kick out, throw out, wipe out, send back, get rid of",
    "HURT VIOL": """
casser la gueule, casser la yeule, casser la face, casser les jambes, casser les dents
casser les bras, casser les genoux, casser le nez, casser en deux, peter la gueule, peter la yeule
peter la face, peter les dents, peter le nez, peter les genoux, peter les deux genoux
crisser une volee, sacrer une volee, donner une volee, donner une raclee, mettre une raclee
crisser une claque, sacrer une claque, calisser une volee, calisser une claque, foutre une claque
mettre une claque, mettre une baffe, coller une claque, tirer une balle, mettre une balle
loger une balle, faire la peau, arracher la tete, arracher les yeux, arracher la face
arracher la langue, arracher les dents, couper la gorge, trancher la gorge, crever les yeux
couper les couilles, arracher les couilles, refaire le portrait, arranger le portrait
arranger la face, refaire la face, defoncer la gueule, exploser la gueule, exploser la tete
fendre la gueule, fendre le crane, rentrer les dents dans la gorge, mettre mon poing
mettre ma main sur la gueule, regler son compte, regler son cas, regler leur compte
crisser mon poing, crisser mon pied, planter un couteau, mettre un coup de couteau
casser la tete, peter la tete, defoncer la face, coller au mur, faire sauter la cervelle
break his legs, break her legs, break their legs, break his neck, break his jaw, break his face
break her face, break her neck, break her jaw, break every bone, smash his face, smash her face
smash his head, smash her head, smash his teeth, slit his throat, slit her throat, cut his throat
cut her throat, rip his head off, rip her head off, cut his balls off, kick his ass, kick her ass
kick his teeth in, knock his teeth out, knock her teeth out, beat the shit out of
beat the crap out of, beat the hell out of, kick the shit out of, kick the crap out of
put a bullet, curb stomp, beat senseless, beat down, beat up, throw acid, bash his head
bash her head, bash his skull, punch his face, punch her face, slap the shit out of
""",
    "VIOL": """
run over, regler ton compte, regler ton cas, regler vos comptes, regler leur cas, rentrer dedans
pourrir la vie, gacher la vie, detruire la vie, faire mal, faire du mal, faire payer
faire regretter, donner une lecon, mettre ma main, mettre mon pied, crever les pneus
tomber dessus, arranger ton cas, faire ta fete, faire vivre l'enfer, faire vivre un enfer
""",
}

AS_WRITTEN: dict[str, str] = {
    "HURT VIOL": """
shot, hung, hanged, stabbed, beaten, lynched, tortured, castrated, whipped, flogged, strangled
drowned, gassed, executed, put down like a dog, put down, strung up, run over, beat up, beat down
beat senseless, beat the shit out of, beat the crap out of, kick the shit out of, curb stomped
battu, battue, battus, pendu, pendue, pendus, lynche, lynches, fouette, gaze, gazes, tabasse
casser la gueule, casser la yeule, peter la gueule, peter la yeule, casser les jambes
casser les dents, casser les bras, casser les genoux, peter les dents, peter les genoux
crisser une volee, sacrer une volee, donner une volee, donner une raclee, mettre une raclee
crisser une claque, tirer une balle, mettre une balle, loger une balle, faire la peau
arracher la tete, arracher les yeux, couper la gorge, trancher la gorge, crever les yeux
couper les couilles, arracher les couilles, refaire le portrait, arranger le portrait
casser en deux, peter la face, casser la face, defoncer la gueule, exploser la gueule
break his legs, break her legs, break their legs, break his neck, break his jaw, break his face
break her face, break her neck, break her jaw, smash his face, smash her face, slit his throat
slit her throat, cut his throat, cut her throat, rip his head off, rip her head off
cut his balls off, kick his ass, beat his ass, kick his teeth in, knock his teeth out
""",
    "YOURHURT": """
mess you up, fuck you up, make you pay, make you suffer, make you regret, make you cry
make your life hell, ruin your life, destroy your life, hunt you down, track you down
break your legs, break your neck, break your face, break your jaw, smash your face
smash your head, punch your face, punch your teeth, bash your head, bash your skull
rearrange your face, cut you, slit your throat, snap your neck, rip your head off
rip your heart out, skin you alive, burn your house, burn your house down, run you over
blow your brains out, blow your head off, hurt you, fuck your shit up, kick your ass
whoop your ass, beat your ass, cut your throat, end your life, take you out, have you killed
kick your teeth in, beat you up, knock you out, knock your teeth
""",
    "DIE": """
die, dye, mourir, crever, creve, creves, crevent, meurs, meurt, meurent, mourrir, perish, clamser
drop dead, disparaitre, rot, burn, pourrir, hang, bruler
""",
    "DEAD": """
mort, morte, morts, mortes, dead, dead meat, a dead man, a dead woman, dead man, dead woman
finished, done for, fini, finie, foutu, foutue, cuit, cuite, toast
""",
    "KILL VIOL HURT": """
faire la peau, wiped out, wipe out, put down, put to death, shot, hung, hanged, stabbed
faire tuer, get rid of, trancher la gorge, couper la gorge, slit, mettre une balle
mettre une balle dans, tirer une balle, foutre une balle, loger une balle, put a bullet
arracher la tete, couper la tete, faire descendre, crever la gueule
""",
    "VIOL": """
battu, battus, hung, shot, beaten, burnt, run over, crushed, hospitalised, tue, killed, stabbed
wiped out, hurt, shooting, struck, broken, put down, put to death, hit,
faire mal, faire du mal, faire payer, faire regretter, peter la gueule, peter les dents
peter le nez, casser la gueule, casser les jambes, casser les dents, casser en deux
casser la face, casser le nez, arracher les yeux, arracher la langue, arracher les cheveux
arracher la face, peter la face, crisser une volee, crisser une claque, sacrer une volee
sacrer une claque, donner une volee, donner une lecon, donner une raclee, mettre une raclee
mettre une claque, mettre une baffe, mettre ma main, mettre mon poing, mettre mon pied
foutre une claque, foutre une raclee, coller une claque, coller une baffe, calisser une volee
crever les yeux, crever les pneus, tomber dessus, faire la fete, regler ton compte
regler ton cas, regler son compte, regler son cas, rentrer dedans, pourrir la vie, gacher la vie
detruire la vie, faire vivre l'enfer, faire vivre un enfer, faire passer, fuck up, mess up
beat up, beat the shit out of, beat the crap out of, kick the shit out of, whoop
kick the crap out of, knock out, hunt down, come after, get back at, take down, burn down
come for, break every bone, throw acid
""",
}
