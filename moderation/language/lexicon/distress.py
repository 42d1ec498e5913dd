"""What distress is made of: living, dying, means, children, those who hurt them."""

NOUNS: dict[str, str] = {
    "CHILD": """
little one, mon petit, ma petite, fils, fille, enfant, gars, garcon, bebe, petit, petite, ado
fillette, kid, son, daughter, boy, girl, baby, child, children, teen, teenager, toddler
petit fils, petite fille, plus vieux, plus vieille, plus jeune, plus grand, plus grande, ainee
aine, cadet, cadette, mousse, coco, bout de chou, neveu, niece, grandson, granddaughter
""",
    "MEANS": """
noeud coulant
pilule, medicament, medoc, comprime, cachet, corde, pont, arme, rasoir, lame, train, metro
viaduc, balcon, fusil, carabine, somnifere, antidepresseur, tylenol, pill, med, rope, bridge, gun
razor, blade, rifle, shotgun, noose, sleeping pill, overdose, antifreeze, veine, poignet, wrist
vein, toit, falaise, rail, fleuve
""",
    "BURDEN": "fardeau, poids, boulet, burden, dead weight, nuisance, poids mort, embarras",
    "MARK": """
bleu, marque, ecchymose, brulure, coup, bruise, mark, burn, welt, scar, morsure, black eye
oeil au beurre noir, lacerations, trace, egratignure
""",
    "WEAPON": """
9mm, rifle, shotgun, kalash, pompe, schlass, revolver, glock, calibre, barre de fer, crowbar
tronconneuse, chainsaw, machette, acide, taser
couteau, arme, fusil, gun, hache, knife, machete, carabine, pistolet, bat, batte, marteau, hammer
axe, weapon, baseball bat, ceinture, belt
""",
    # What knives, rifles and ropes are for, day after day.
    "CHORE": """
chasse, hunting, chasser, orignal, chevreuil, moose, deer, canard, duck, perdrix, peche, fishing
dinde, turkey, gateau, cake, pain, bread, legume, vegetable, viande, roti, roast, jambon, ham
poulet
chicken, fromage, cheese, oignon, onion, citrouille, pumpkin, buche, bois de chauffage, bois
firewood, wood, sapin, branche
camping, jardin, garden, escalade, climbing, tir a la cible, target practice, range, homard
lobster, poisson, pomme, apple, patate, potato, boite, box, carton, cardboard, ficelle
corde a linge
""",
    "PLACE": """
bureau, palais de justice, palais, tribunal, cour, dpj, clsc, centre, batisse, edifice, building
office, courthouse, courtroom, agency, poste de police, ecole, school, cabinet, hopital, ciusss
centre jeunesse, salle de cour
""",
    "HOME": """
maison, appart, appartement, house, home, apartment, porte, door, logement, cour, driveway
entree, bloc, window, fenetre, job, travail, work, chambre, bedroom, room
""",
}

VERBS: dict[str, str] = {
    "HARM": """
tordre, pin, twist, plaquer, projeter, garrocher, frapper, cogner, etrangler, etouffer, gifler
pousser, brasser, secouer, battre, tabasser, violer, bousculer, varger, serrer, bruler, mordre
menacer, agresser, forcer, pogner, poigner, sequestrer, maltraiter, hit, punch, kick, choke, slap
push, shove, strangle, beat, rape, stab, threaten, assault, molest, burn, bite, grab, throw, drag
abuse, force, stalk, attack, smack, whip, spank, torture, etampe, crisser, pitcher, fesser, taper
harceler, terroriser, shake, hurt, sodomiser, toucher, touch, caresser, fondle, grope, enfermer
lock
""",
}

AS_WRITTEN: dict[str, str] = {
    "LIVE": """
vivre, exister, etre la, etre ici, etre en vie, rester en vie, continuer, live, exist, be here
be alive, keep going, go on, wake up, me lever, me reveiller, me lever le matin, getting up
get up, get out of bed, living, existing, being here, being alive, going on, carry on
vivre comme ca, continuer comme ca, stay alive, staying alive, continue, respirer, breathe
breathing, be around, be on this earth, me battre pour vivre, keep living, wake up tomorrow
voir demain, see tomorrow, etre de ce monde, etre vivant, etre vivante, keep on living
faire partie de ce monde
""",
    "LIVING": "vie, existence, life, jours, ma vie, my life, this life, cette vie, la vie",
    "DESIRE": """
envie, gout, force, raison, raisons, courage, desir, energie, desire, reason, reasons, will
energy, point, strength, purpose, interet, motif, volonte, motivation, capable, utilite
""",
    "NOMORE": """
plus, pas, pu, aucune, aucun, aucunement, no, not, never, jamais, zero, rien, nothing, any, sans
without, perdu, lost, much
""",
    "ENDING": """
en finir, me tuer, mourir, crever, disparaitre, me suicider, die, end it, end things
ending things, ending it, kill myself, killing myself, me pendre, m'enlever la vie, m'oter la vie
suicide, jump, dying, me noyer, me jeter, sauter en bas, not exist, disappear, overdose
mettre fin a mes jours, mettre fin a ma vie, partir pour de bon, partir pour toujours
m'en aller pour toujours, quitter ce monde, tout arreter, end everything, end my life
take my life, passer a l'acte, faire une connerie, faire une betise, faire une gaffe
arreter de vivre, arreter d'exister, plus etre la, plus exister, plus etre ici, not be here
not be alive, crisser mon camp pour de bon
""",
    "OTHERS": """
tout le monde, everyone, everybody, mes enfants, mes filles, mes fils, ma famille, my kids
my family, my children, my son, my daughter, mon fils, ma fille, le monde, eux, them, they, ils
elles, les autres, people, mes proches, mon entourage, les enfants, the kids, ceux que j'aime
mes parents, my parents, ma mere, my friends, mes amis
""",
    # Whom somebody is cut off from, other than their children.
    "CIRCLE": """
ma famille, mes parents, ma mere, mes amis, mes proches, mon entourage, tout le monde, les autres
my family, my parents, my friends, everyone, everybody, people
""",
    "FAREWELL": "adieu, goodbye, bye, farewell, au revoir, so long, ciao",
}
