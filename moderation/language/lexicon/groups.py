"""Names of the groups that hate is aimed at, and the slurs used against them."""

NOUNS: dict[str, str] = {
    "GROUP": """
femme, homme, mere, pere, maman, papa, pauvres gens, assiste social
personne agee, itinerant, homeless, obese
""",
    "GROUP ORIGIN": """
trans, transgenre, gay, gai, homosexuel, lesbienne, bisexuel, queer, lgbt, noir, arabe, musulman
islamiste, juif, chretien, catholique, asiatique, chinois, latino, mexicain, africain, haitien
maghrebin, algerien, marocain, tunisien, syrien, pakistanais, immigrant, immigre, migrant
refugie, etranger, handicape, autiste, trisomique, sourd, aveugle, autochtone, amerindien, inuit
indien, sauvage, rom, frog, tete carree
gitan, anglophone, francophone, quebecois, francais, anglais, turc, black, white, blanc
muslim
jew, christian, asian, chinese, mexican, african, arab, refugee, foreigner, lesbian, bisexual
disabled, autistic, cripple, homosexual, transgender, syrian, moroccan, algerian, tunisian, haitian
somali, somalien, pakistani, afghan, congolais
senegalais, vietnamien, filipino, philippin, colombien, libanais, lebanese, egyptien, egyptian
iranien, irakien, iraqi, israelien, palestinien, nigerian, hindu, sikh, indian, roma, native
indigenous, jewish, feministe, feminist, quebecer, gypsy, mere monoparentale, hispanic, iranian
israeli, palestinian, blind
deaf, russe, ukrainien, bs
""",
    "DEROG": """
animal, rat, cafard, singe, chien, merde, ordure, racaille, peste, cancer, fleau, poison
sous homme, inferieur, subhuman, filth, disease, plague, inferior, savage, sauvage, criminal
criminel, rapist, violeur, terrorist, terroriste, voleur, thief, thieve, thieves, monkey, ape
evil, less than human, lazy, paresseux, violent, dangereux, dangerous, abomination, burden, leech
curse, joke, crazy, fou, folle, manipulateur, manipulatrice, profiteur, sick, malade, leeches
dogs, hysterique, nul, nulle, mauvais, shit, le diable, devil, demons, demon, erreur de la nature
fardeau, nuisance, drain on society, contre nature, unnatural, a mistake, une erreur, subhumans
pieces of shit, worst, pire, pires, sale, sales, dirty, filthy, weak, faible, invaders, invasion
bad, horrible, terrible, awful, impure, primitif, primitive, stealing, a threat, une menace
a waste, batteur de femmes, wife beater, abuseur, abuser, agresseur, freak, menteur, no good
bons a rien, vile, crime, problem, probleme, cheater, tricheur, pervers, pervert, soulon, drunks
envahisseur, barbare, barbarian, predateur, predator, crook, escroc, freeloader, moocher, greedy
fraudeur, frustre, insecte, insect, pest, roach, snob, voyou, thug, mafieux, traitre, traitor
analphabete, illiterate, malhonnete, dishonest, feignant, faineant, assiste, queteux, beggar
sournois, sneaky, vicieux, infect, monstrueux, hypocrite, mongrel, sac a poubelle, sac a ordures
bon debarras, plaie, scourge, tas de merde, macaque, primate, demeure, ingrat, ungrateful, pouilleux
voleur ne, criminel ne, incapable, uncivilised, uncivilized, sous race, deviant, deviante, malpropre
virus, vermine, cockroach, bete sauvage, bete, brute, detraque, tare, bandit, incapable, bon a rien
crosseur, arriere, backward, legume, degenere, coward, ivrogne, barbaric, sauvage, intrus
""",
    # What they are said to do, all of them.
    "LOWACT": """
volent, steal, mentent, lie, stink, puent, envahissent, invade, breed, pullulent, tuent, violent
rape, exaggerate, trichent, cheat, profitent, leech, polluent, salissent, ment, vole, pue, triche
profite, lies, steals, cheats, stinks
""",
    # What is denied to those whom one despises.
    "PRAISE": """
civilised, honnete, honest, intelligent, digne de confiance, digne, dignes de confiance, fiable
trustworthy
trusted, worthy, decent, civilise, civilized, propre, humain, human, human being, etre humain
people, normal, monde normal, intelligent being, etre intelligent
""",
    "SLUR": """
nigger, nigga, faggot, fag, kike, spic, chink, gook, wetback, raghead, towelhead, tranny, shemale
dyke, coon, pedale, tapette, tarlouze, tantouze, pede, gouine, tafiole, fiotte, fif, fifi
bougnoule, bicot, youpin, youtre, negre, negro, negresse, bamboula, raton, chinetoque, niakoue
niakwe, bounioul, boukak, sandnigger, paki, gyppo, pikey, romanichel, travelo, gogol, mongol
mongolien, triso, spastic, spaz, retard, crouille, macaque, feuj, sous race, sale race
sand nigger, kawish, sauvagesse, feminazi, rug muncher, golliwog, wop, beaner, camel jockey
jigaboo, squaw, fifure, fiffure, pd, pedoque, redskin, chintok, porch monkey, tar baby, jap
zipperhead, cunt face, homo, lesbo, shim, mudslime, muzzie
""",
}

AS_WRITTEN: dict[str, str] = {
    "COUNTRY": """
haiti, maroc, algerie, tunisie, congo, cameroun, senegal, syrie, irak, iran, chine, inde, pakistan
afrique, mexique, colombie, liban, egypte, afghanistan, vietnam, africa, mexico, china, india
syria, iraq, morocco, algeria, lebanon, nigeria, somalia, jamaica, philippines, arabie, palestine
""",
    "GROUP": """
women, woman, men, mothers, fathers, single mothers, single moms, moms, dads, those people
""",
    "GROUP ORIGIN FOLK": """
trans people, trans women, trans men, black people, white people, native people, deaf people
disabled people, gay people, gay men, asian people, people of color, people of colour
muslim people, jewish people, jewish women, muslim women, black women, black men
people with disabilities, personnes trans, personnes noires, personnes handicapees
personnes homosexuelles, personnes gaies, personnes de couleur, les trans, gens de couleur
gens handicapes, femmes trans, hommes trans
""",
    # More than one of them: « mon voisin arabe est fou » says nothing of a group.
    "FOLK": """
gays, gais, gaies, homosexuels, homosexuelles, homosexuals, lesbiennes, lesbians, trans, queers
noirs, noires, blacks, blancs, whites, arabes, arabs, musulmans, musulmanes, muslims, islamistes
juifs, juives, jews, chretiens, christians, asiatiques, asians, chinois, latinos, mexicains
mexicans, africains, africans, haitiens, maghrebins, algeriens, marocains, immigrants, immigres
migrants, refugies, refugees, etrangers, foreigners, handicapes, disabled, autistes, trisomiques
autochtones, natives, amerindiens, indiens, indians, gitans, anglophones, francophones
quebecois, quebecers, anglais, turcs, lesbiennes, musulmanes, haitiennes, gypsies, tziganes, roms
latinas, syrians, syriens, moroccans, algerians, tunisians, tunisiens, haitians, somalis, somaliens
pakistanis, afghans, vietnamiens, filipinos, philippins, colombiens, egyptiens, egyptians, iraniens
irakiens, iraqis, palestiniens, palestinians, nigerians, hindus, sikhs, iranians, russes, feministes
feminists
""",
}
