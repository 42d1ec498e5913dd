"""Words of people who want to die, to disappear or to take their life, and figures of speech."""

SUICIDE = """
suicide
suicidaire
suiside
suisside
suicyde
sucide
sewerslide
unalive
kms
euthanasie
(veux|vais|peux|prefere|pense|songe|devrais|desire) (mourir|mouri|crever|disparaitre)
(veux|vais|prefere|pense|songe|devrais) (plus que|etre) (mourir|mort|crever|disparaitre)
(envie|besoin|gout|idee|hate|pret|prefere|rien que) (mourir|crever|disparaitre)
(penser|pense|songe|songer) a la (mort|mourir)
laissez (moi|me) (mourir|crever|partir)
laisse (moi|me) (mourir|crever|partir)
(mieux|plus utile|mieux etre) (mort|mourir|crever)
mieux (que je|si je) (meure|disparaisse|mourais|sois plus la|etais plus la)
(me voir|sois|serais|etais) mort
(si je|que je) (meure|creve|disparaisse)
je me (meurs|laisse mourir|laisse aller pour de bon)
que la mort (vienne|me prenne)
(idees|pensees) (noires|sombres|morbides)
(idees|pensees|plan|pulsions) (suicide)
broie du noir ~ mourir
(envie|veux|vais|pense|decide|pret|idee|besoin|faut) en finir
en finir avec (cette|toute|) (vie|existence|souffrance|jours)
en finir (pour de bon|une fois pour toutes|ce soir|cette nuit|tout de suite|demain)
(mettre|met|mettrai) (un terme|fin) (cette |)(vie|jours|existence|souffrance|tout ca)
(enlever|oter|prendre|supprimer) vie
me (enlever|oter) la vie
(je|envie|gout|idee|besoin|pret|decide|faut|failli|essaye|tente|pensees|moyen) ~ me tuer
me tuer (serait|soir|demain|cette nuit|devant)
me (pendre|flinguer|supprimer|noyer|ouvrir les veines|immoler|empoisonner|tirer une balle)
me (tirer|tire|mettre|met) une balle
je me (tue|pends|flingue|supprime|noie)
me foutre en (l'air|lair)
me (jeter|lancer|garrocher|crisser|pitcher|tirer|jette|lance|
    crisse|pitche|garroche) (en bas|du haut|dans le vide|
    devant|sous|du pont|en face|dans le fleuve|dans la riviere|a l'eau|du balcon)
(sauter|saute) (en bas|du pont|du haut|devant le metro|devant le train|du balcon|
    dans le vide|du toit)
(foncer|fonce|rentrer|pogner) dans (un|) (poteau|mur|arbre|viaduc|camion|truck|char)
(avaler|avale|prendre|gober|pris|prends) (toutes|tous|plein|une poignee) ~ (pilules|
    medicaments|medocs|comprimes|cachets|antidepresseurs)
mes pilules ~ d'un coup
(ouvrir|trancher|taillader) veines
passer a l'acte
(veux|peux|sais) plus (vivre|etre ici|etre la|exister|etre en vie|continuer a vivre|
    de cette vie|de la vie)
(envie|gout) plus (vivre|continuer a vivre|exister|etre en vie|me reveiller|me lever demain)
(plus|aucune) (envie|gout|force|raison|courage|desir) (pour |)(vivre|la vie|exister|rester en vie)
perdu (l'envie|le gout|la force) (vivre|la vie)
(vaux|vaut) plus la peine (d'etre vecu|de vivre|d'etre la|d'exister)
(vie|existence) (vaut|sert|veux) plus (la peine|rien|de sens|de but|aucun sens)
(vie|existence) est (finie|foutue|terminee|insupportable)
plus de sens a ma vie
(a quoi) (bon|ca sert|sert) (vivre|continuer|exister|rester en vie|la vie|etre la|se lever)
en (peux) plus (vivre|la vie|cette vie|exister|etre en vie)
(tanne|fatigue|ecoeure|las|epuise|marre|plein le dos) (vivre|exister|la vie|cette vie|etre en vie)
(plus) me reveiller
me reveiller (plus|demain)
(me reveille|reveiller) plus
(dormir|m'endormir|endors|endormir|partir|m'en aller|quitter|
    disparaitre) (pour l'eternite|et plus|pour de bon|sans me reveiller)
(mieux|plus heureux|plus tranquilles|debarrasses) sans moi
(si|quand|lorsque) je (serai|suis|disparais|meurs|mourais) (plus la|mort|disparu|
    pour toujours|plus de ce monde)
si je (meurs|mourais|disparais|creve)
serai plus (de ce monde|en vie|ici|demain)
quitter (ce monde|cette terre|cette vie|la vie)
partir de ce monde
(lettre|mot|message|texto) (d'adieu|adieux)
adieu (tout le monde|a tous|la vie|vous|mes amours|mes enfants)
(faire|fasse|ferais) une (betise|connerie|niaiserie|folie|gaffe)
disparaitre (de la terre|de la surface|de la carte|de ce monde|a jamais|pour que|
    definitivement|une fois pour toutes)
me (meurs|mourir) a petit feu
finir mes jours (ici|ce soir|demain)
que tout s'arrete (pour moi|pour de bon|pour toujours)
(sais|crois|pense) (plus |)(si |)(je |)(vais |)(passer|survivre a|finir) (nuit|cette nuit)
(existais|existerai) plus
de trop (sur cette terre|ici bas|dans ce monde|pour tout le monde|pour mes enfants)
mort (serait|sera|est) (un soulagement|une liberation|une delivrance|la solution|la seule)
(soulagement|liberation|delivrance) de mourir
(rejoindre|retrouver) ~ (au ciel|au paradis|la haut|de l'autre cote)
(continuer|force de continuer|envie de continuer) plus a vivre
plus force (continuer|continuer a vivre|me battre pour vivre)
(pris|avale|prendre|prends) (trop|une bouteille|un pot|beaucoup|plein|toute) (pilules|
    medicaments|medocs|comprimes|cachets|advil|tylenol|motrin|aspirine|ativan|valium|seroquel)
(va|veut|vais|veux|parle|menace|essaye|pense|promet) (de |)se (tuer|pendre|suicider|flinguer|
    enlever la vie)
(fusil|arme|corde|lame|couteau) ~ (contre moi|sur moi|dans ma bouche|sur ma tempe)
(tentative|tente) (suicide|me suicider)
(preparer|ecrit|fait) mon testament
quand je (serai|suis) (mort|plus la|partie pour de bon)
(crisser mon camp|partir|m'en aller|disparaitre) pour (de bon|l'eternite)
(manquerai) a personne
personne ~ (si je meurs|quand je serai mort|que je meure|si je disparais|si je mourais)
(cote|etage|pont|rail|quai) ~ me jeter
(vais) (sauter|saute) (en bas|devant|) (pont|balcon|toit|metro)
(feel|feeling) like (dying|ending it|i want to die|disappearing|killing myself)
(took|taken|swallowed|take) (whole bottle|entire bottle|bottle|too many|all) (of |)(pills|meds)
(whole|entire) bottle of pills
(je|moi|c'est|autant|mieux|plutot|voudrais que) ~ mourir
(vaut|vaux) la peine de vivre
coeur (arrete|cesse|lache) de battre
(debarrasse) de moi
mes pilules ~ (regle|finir|fini)
(achete|prepare|trouve) (une |)(corde|arme|fusil|lame)
fait une tentative
plus personne ~ si je (meurs|pars)
i ~ (die|dying|suicide)
(not|any|what) ~ reason ~ (live|living)
(think|thinking|thought) ~ (driving|jumping|drive|jump) off
(plus|aucune) (raison) (rester|continuer) (sur terre|ici|en vie|a vivre)
(vie|existence) (plus|aucun) (sens|but|valeur)
(comme si je suis|comme si j'etais|deja|suis deja) (deja |)(mort) (en dedans|a l'interieur|dedans)
(comme si j'etais|je suis) deja morte
arreter (d'exister|de vivre)
que mort (m'emporte|me prenne|vienne me chercher)
derniere nuit
jusqu'a en (crever|mourir)
(want|going|wish|need|ready|rather|like|prefer|would|could|gotta) (die|dye|disappear|
    not exist|be dead|not be here|vanish|end it|not wake up|not be alive|be gone forever|
    end my life)
(want|wish) i (could |would |can |)(die|disappear|not exist|vanish|not wake up)
wish i (was|were) (dead|not here|never born|not alive|gone)
i wish i was never born
better (off |)dead
(better|happier) off (without me|if i was gone|if i were gone|if i died|if i was dead)
better without me
better off if i (died|was dead|die|was gone|were gone|disappeared)
(kill|killing|hang|hanging|shoot|drown|off|poison) (my self|myself|me self)
end myself
(end|ending|take|taking|took|ended) (my life|it all)
end it (all|tonight|now|here)
not (want|feel|see) (live|living|be alive|be here|exist|like living|like being alive|going on)
not want to wake up
not wanna be here
(want) not (be alive|be here|live|wake up)
(can not) (go on|live like this|live anymore|keep living|keep going like this)
not worth living
life (is |)not worth (it|living)
(no|any) (reason|point|will|desire|strength|purpose) (left |)(in |for |of |)(live|living|
    go on|going on|life|carry on|be alive|be here)
(lost|lose) will to live
(tired|sick|done) (of |with )(living|life|being alive|existing)
not wake up
(jump|jumping) (off|in front of|from) (bridge|roof|train|building|balcony|subway|metro)
goodbye (letter|note|forever|world|cruel world|everyone)
say goodbye forever
(overdose|swallow all|take all|took all) (on |of my |)(pills|meds|medication)
overdose
sleep forever
dark thoughts
suicidal
thoughts of (dying|death|ending)
think (about|of) (dying|death|ending it)
thinking (about|of) (dying|death|ending it|ending my life|killing)
"""

# Looked for inside other letters, when words are run together.
RUN_TOGETHER = """
veux mourir
envie de mourir
m'enlever la vie
kill myself
want to die
end my life
mettre fin a mes jours
"""

NOT_SUICIDE = """
(il|elle|ils|elles|ex|juge|avocat) devrait (mourir|crever|disparaitre)
tentative (mediation|conciliation|contact|rapprochement|reconciliation|entente|
    mediation familiale)
existe plus (a leurs yeux|pour|dans)
me noie dans (paperasse|travail|papiers|dettes|procedures|ouvrage|details)
would die for
(tu|vous) vais (mourir|crever)
(boss|patron|coach|prof|dentiste|gerant) vais me tuer
(ri|rire|drole|beau|bon|rit|riait) en (mourir|crever)
(mdr|lol|haha|hahaha|ptdr|lmao) ~ (meurs|mort)
(meurs|mort) (mdr|lol|haha|hahaha|ptdr|lmao)
(lui|personne|vous|te) veux plus (mort|mourir)
rather die than (eat|wear|go|watch|do|see|listen|cook|clean|drink|talk|sign|move)
se (tuer|tue) (au travail|ouvrage|tache|route|char|auto|expliquer|job)
suicide (assiste|socialement|politiquement|professionnellement)
suicide (squad|politique|financier|professionnel|commercial|collectif|economique)
(political|career|financial|commercial|social|professional) suicide
(prevention|semaine|colloque|formation|film|livre|journee|marche) (sur le |contre le |
    de la prevention du |en prevention du |)suicide
(mourir|crever|mort|creve|meurs|meurt) (rire|ennui|faim|soif|chaud|chaleur|froid|fatigue|
    honte|curiosite|jalousie|trouille|envie|impatience|sommeil|peur|stress|inquietude|gene|
    vieillesse)
(mourir|crever) (moins bete|vieux|vieille|dans la dignite|idiot)
mort de rire
(faire|fait|faisait|font|fais|fera) (disparaitre|mourir)
disparaitre (du groupe|de facebook|de sa vie|du paysage)
en finir avec (ce |son |ces |toute cette |toutes ces |)(procedure|proces|divorce|conflit|
    cour|guerre|chicane|dossier|avocat|bataille|situation|paperasse|saga|papiers|tribunal|
    litige|mediation|dispute|separation)
je me tue (au |lui |)(dire|repeter|travail|tache|ouvrage|expliquer|lui dire|demander|essayer)
(procedure|systeme|stress|paperasse|chaleur|job|travail|attente|avocat|frais|suspense|
    proces|cour|bruit|trafic|dos|soleil) (va |vont |est en train de |finit par |finira par |
    vas finir par )(me|nous) (tuer|achever)
me tuer (a la tache|au travail|a l'ouvrage|a lui expliquer|a repeter)
me (prendre|lancer|jeter) (dans le vide juridique|en bas de la pile)
(dying|die|died) (laughing|of laughter|of boredom|of embarrassment|of shame|of curiosity|
    of old age|of hunger)
(dying|die) to (see|know|meet|hear|hug|read|try|get|find|ask|go|hold)
dying for (some |)(coffee|beer|hug|drink|break)
(want|wish) (this |these |)(fight|pain|conflict|lies|rumours|case|war) (would |)(die|end|
    disappear)
"""
