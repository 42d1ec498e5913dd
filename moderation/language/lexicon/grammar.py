"""Who speaks, to whom, and what turns a statement into something else."""

NOUNS: dict[str, str] = {
    "PERSON": """
ex, ex conjoint, ex mari, ex femme, ex blonde, ex chum, mari, conjoint, blonde, beau pere
belle mere, avocat, juge, intervenant, travailleur social, travailleuse sociale, voisin
policier, policiere, psychologue
procureur, social worker, caseworker, cop, officer, psychologist, mediateur, directeur, prof
cousin, neveu
husband, wife, boyfriend, girlfriend, partner, judge, lawyer, worker, neighbour, neighbor
teacher, brother, sister, mother, father, mom, dad, kid, friend, guy, dude, copain, copine, chum
frere, soeur, parent, famille, family, mere, pere
""",
}

VERBS: dict[str, str] = {
    "SAY": """
traiter, appeler, crier, repeter, hurler, insulter, raconter, affirmer, accuser, murmurer, shout
yell, scream, repeat, claim, whisper, accuse
""",
}

AS_WRITTEN: dict[str, str] = {
    "I SUBJECT": "je, on, nous, i, we",
    "YOU YOUO SUBJECT": """
tu, toi, vous, you, vous autres, vous tous, vous toutes, you all, you guys, you people, you lot
vous deux, you two, both of you, all of you, you both
""",
    "YOUO": "te",
    "YOU YOUO te": "t'",
    "YOURS": "ta, ton, tes, votre, vos, your",
    "TES": "tes, t",
    "FOREVER": """
pour toujours, forever, for good, pour de bon, a jamais, permanently, une fois pour toutes
""",
    "HE SUBJECT": "il, elle, ils, elles, he, she, they, ils elles, celui ci, celle la, lui",
    "ANYONE": """
on, nous, we, they, someone, somebody, quelqu'un, quelqu'une, i, je, one
""",
    "HIM": """
le, la, les, l', y, lui, leur, him, her, them, eux, elles, this guy, that guy, that bitch
""",
    "THEM": "les, eux, elles, them, ces gens, ces gens la, these people, those people, they, ils",
    "GO": """
vais, vas, va, vont, allons, allez, will, shall, going to, go, ll, am going to, are going to
about to, vient, viens, venir, plan to, planning to, prevois de, prepare a
""",
    "WANT": """
veux, voudrais, aimerais, want to, would like to, would love to, wish i could, love to, like to
ai envie de, ai le gout de, ai juste envie de, reve de, feel like, ai hate de, can not wait to
aurais envie de, want you to, could, pourrais, would, tempted to, envie de, need to, dream of
""",
    "SHOULD": """
should, must, ought to, need to, needs to, have to, deserve to, deserves to, deserve, deserves
devrais, devrait, devraient, devriez, dois, doit, doivent, il faut, faut, faudrait, il faudrait
faudrait que, il fallait, merite de
meriterait, meriteraient, meriterais, merites de, meritent de, meritez de, merite, merites, meritent
meriterais de, need
aurait du, aurais du, mieux de, better, let us, let's, lets
""",
    "BE": """
es, est, etes, sont, suis, sommes, are, is, be, were, was, am, etais, etait, been, being, etre
sera, seras, seront
""",
    "LOOK": """
as l'air, avez l'air, as une face, as une tete, as tout de, as vraiment l'air, look like, look
sound like, sound, act like, are acting like, smell like, smell, parles comme, ecris comme
agis comme, fais, vis comme, te comportes comme, ressembles a, ressemble a
""",
    "DET": """
un, une, le, la, les, l', des, de, du, d', a, an, the, ce, cet, cette, ces, mon, ma, mes, ton, ta
tes, son, sa, ses, leur, leurs, notre, nos, votre, vos, my, your, his, her, their, our, this
that, these, those, of
""",
    "ABOUT": """
un, une, le, la, les, l', des, ce, cet, cette, ces, mon, ma, mes, son, sa, ses, leur, leurs
notre, nos, quel, quelle, quels, quelles, a, an, the, my, his, her, their, our, this, that, what
such, some, any, no, un autre, une autre, aucun, aucune, chaque, every, another, comme, like, as
en
""",
    "ALL": """
tous, toutes, all, tous les, toutes les, every, all the, all of the, all these, all those, each
most, la plupart des, tous ces, any, les, des, ces, these, those, the, every single, every last
every last one of, every single one of, each and every, last, l', aux, more, too many, trop de
some, plus de, le, la
""",
    "GANG": """
bande de, gang de, tas de, paquet de, bunch of, pack of, bunch, pack, bande d', gang d', tas d'
petit, petite, petits, petites, little, piece of, load of, troupeau de, bon, bonne
belle, beau, vrai, vraie, real, complete, total, big, pur, pure, parfait, parfaite, absolute
ultimate, sort of, kind of, sorte de
""",
    "NEG": """
pas, jamais, not, never, aucun, aucune, rien, personne, sans, without, nobody, no, non, neither
""",
    "IF": "si, if, meme si, even if, comme si, as if, unless, whether, au cas ou",
    "WHY": """
qui, who, est ce que, do, does, did, pourquoi, why, arrete de, arretez de, stop, cesse de
""",
    "THINK": """
penses, pense, pensez, penser, crois, croire, croyez, croit, think, thinks, thinking, believe
believes, feel, feels, feeling, trouve, trouves, trouvez, trouver, convaincre, convaincu, convainc
imagine, sens
sentir, sentez, suppose, supposes, wonder, demande, demandes, dire que, telling yourself
""",
    "SAY": """
dit, dire, disait, disaient, disent, dites, dis, ecrit, ecrivait, ecrivent, texte, textait, sort
lance, sorti, lancait, balance, dise, says, say, said, told, tell, tells, telling, saying, call
called, calls, calling, wrote, writes, writing, text, texts, texted, goes, was like, heard, hear
read, message, messaged, entendu, entendre, lu, recu, recois, got, received, threatened, menace
menacait, make, makes, made, convinced, treats, treated, faire croire, fait croire, insulted
""",
    "THINK WHY": """
arrete de dire, arretez de dire, faut arreter de dire, stop saying, don't say, ne dis pas
ne dites pas, dis pas, quit saying
""",
    "REPORT": """
il parait que, selon lui, selon elle, comme quoi, according to, apparently, in his words
par exemple
""",
    "MESSAGE": """
message, phone call, texto, sms, courriel, commentaire, email, mail, text, comment, note, lettre
""",
    "BID": """
retourne, retournez, ferme, fermez, degage, degagez, va, vas, casse, tais, arrete, mange, regarde
apprends, lache, shut, go, get, stop, look, learn, reviens, continue, keep, crawl, sors, parle
viens, dis, assume, grandis, grow
""",
    "DISAPPROVE": """
raciste, racistes, racisme, sexiste, sexistes, sexisme, homophobe, homophobes, homophobie
transphobe, transphobie, antisemite, antisemitisme, islamophobe, islamophobie, racist, sexist
homophobic, transphobic, antisemitic, islamophobic, racism, sexism, misogyny, misogynist
misogynistic, bigot, bigoted, bigots, haineux, haineuse, hateful, hate speech, inacceptable
inacceptables, unacceptable, intolerable, wrong, disgusting thing to say, discours haineux
propos haineux, prejudice, prejuges, stereotype, stereotypes, cliche, cliches, offensive, not ok
not okay, pas correct, inadmissible, scandaleux, false, faux, faut arreter de dire, stop saying
arretez de dire, arrete de dire, denounce, denonce, denoncer, condamne, condemn, disagree
desaccord, reject, combattre, fight against, against, lutter, lutte, idiotic to say
ignorant to say, ridicule de dire, how dare, comment peut on, who says, who say, qui disent
qui dit, ceux qui, celles qui, people who, anyone who, quiconque, toxic, harmful, nuisible
shameful, honteux, saying, dire que, que ce soit dit, slur, slurs, insulte, insultes, insult
insults, the word, the words, the term, le mot, le terme, expression, phrase, phrases, sentence
statement, statements, comments, commentaires
""",
    "FILL": """
vraiment, tellement, such, juste, trop, tres, super, full, ben, quand meme, really, so, just
very, fully, literally, actually, honestly, still, always, toujours, carrement, franchement
completement, totalement, completely, totally, absolutely, clearly, clairement, simplement
simply, even, ne, encore, again, too, un peu, assez, pretty, quite, rather, sincerement, aussi
also, mtn, heille, heye, aye, donc, anyways, sincerely, maintenant, now, tout simplement
de merde, de marde, a marde, d'marde, mdr, mdrr, mdrrr, lol, lmao, lmfao, wsh, wesh, ptn, hey, yo
eh, rofl, haha, hahaha, ptdr, xd, vazy, bah, bon ben, oh, ah, omg, jpp, frr, frere, bro
dude, man, rien que, nothing but, que, qu', genre, like literally, probably, surement
certainement, definitely, surely, seriously, serieusement, quite frankly, decidement, vachement
grave, hyper, mega, obviously, evidemment, actuellement, finalement, finally, basically, bien
plus que, only, no more than, all just, tous juste, all so, ever, really just, en fait, evidement
apparement, anyway, then, deja, already, gonna just, fuckin
""",
    "DIRTY": """
calice, calice de, calisse de, crisse de, criss de, tabarnak de, osti de, ostie de, esti de
hostie de, osti d', esti d', crisse d', calice d', fuck, goddamn, damn, bloody, sale, sales, maudit
maudite, maudits, maudites, osti, ostie, esti, hostie, crisse, criss
calisse, tabarnak, espece de, espece d', fucking, fuckin, filthy, dirty, nasty, putain de
bande de, bande d'
""",
    # « fuck les … »: what is thrown at all of them.
    "FUCKALL": """
fuck les, fuck tous les, fuck toutes les, fuck ces, fuck all, fuck all the, fuck the, fuck these
fuck those, fuck all of the, fuck all these, screw the, screw all the, to hell with the
""",
    "KIND": "espece de, espece d', especes de",
    "CALLED": "espece de, espece d', especes de, sale, sales, maudit, maudite, maudits, maudites",
    "HARSH": """
calice, calice de, calice d', calisse de, osti de, ostie de, esti de, hostie de, osti d', esti d'
crisse d', fucking, fuckin, fking, effing, freaking, frickin, damn, damned, goddamn, bloody
motherfucking
sale, sales, maudit, maudite, maudits, maudites, osti, ostie, esti, estie, hostie, criss, crisse
crise, calisse, calis, caliss, colisse, tabarnak, tabarnac, tabarnaque, tabarouette, ciboire
viarge, simonac, simonaque, sti, stie, sties, stis, asti, astie, gros, grosse, grosses, pauvre
pauvres, vieux
vieille, vieilles, espece de, espece d', especes de, foutu, foutue, putain de, filthy, dirty
nasty, old, lousy, miserable, estifi, tabarnak de, cibole, batinse, crissement, calissement
crisses, calisses, tabarnaks, ostis, osties, esties, hosties, ciboires, criss de, crisse de
putain, hell, the fuck, fuck, the hell, literal, lil, lying
""",
}
