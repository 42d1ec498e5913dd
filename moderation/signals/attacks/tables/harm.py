"""Ways to announce or wish harm to somebody who is spoken of, or by nobody in particular."""

ASIDE = """
hope|hoping|espere YOU WHY? NEG
I sleep|dors|dormais|slept with|avec|ALL? one|un eye|oeil
HURT ~ cour|court|tribunal|proces|appel|argument|debat|trial
HURT ~ a|aux|au|at|en|in GAME
HURT ~ a|aux|au|at|en|in DET GAME
HURT le temps
HURT time|it|two
HURT ~ gentillesse|kindness|amour|love|bisous|calins|hugs|caresses
HURT aux|a la|les? porte|portes|mur|murs
HURT DET door|doors|wall|pillow|bag|road|ball|books
bruler|brule|burn DET? bridges|ponts|chandelle|candle|calories|etapes|encens
I GO? NEG
HE creve PAUSE DET systeme|gouvernement|dossier|loi|char|auto|machine|ordi
WEAPON ~ pour|for|to ~ CHORE
CHORE ~ avec|with DET? WEAPON
"""

# Whoever does it, it is done to somebody's body.
ANNOUNCED = """
I GO? passer|passe|aller|vais|arriver|arrive|debarquer|debarque|vas
    chez HIM|lui|elle|eux|vous|toi|YOU ~ avec|with DET? fusil|gun|batte|bat|couteau|machete|hache
I GO chez HIM|lui|elle|eux|vous|toi|YOU ~ avec|with DET? fusil|gun|batte|bat|couteau|machete|hache
YOU BE DET? homme|femme|gars mort|morte
dead man walking
I YOUO laisserai|laisse NEG ~ tranquille|paix
pay YOU DET visit
YOU GO NEG live|vivre PAUSE|to|assez|longtemps|long
YOU GO finir|end dans|in DET? sac|bag|trou|hole|ditch|box|boite
I BE? GO YOUO? put|mettre YOU? ~ GRAVE|ground|terre
YOU GO NEG walk|breathe PAUSE|again|anymore
YOU GO? NEG see|voir tomorrow|demain|morning
I YOUO souhaite de? YOUO? faire VIOL
I YOUO souhaite DET? DIE|DEAD
I hope|wish ~ VIOL YOU
I got|have people|guys|boys ~ outside|near|at|devant YOURS
HE|PERSON SHOULD DET? GANG? bullet|balle
HE|PERSON ALL? SHOULD ALL? se faire VIOL|RIP DET deux? LIMB
voir|voit|verra|see IF YOU BE ~ brave|tough|fort|forte|courageux|homme
see how|what tough|brave|strong YOU BE
I ~ KILL for|pour less|moins
YOURS PERSON|CHILD|famille|family|kids|enfants GO payer|pay pour|for YOU|ca|this|that|ce|PAUSE
next time ~ NEG ~ YOURS|YOU
prochaine fois ce|ca? BE NEG YOURS
YOU GO voir ~ faire|etre|get|getting VIOL
PAUSE GO VIOL|RIP YOU
YOU SHOULD be|etre|get ~ KILL
YOU SHOULD|GO ~ dormir|sleep ~ lumieres|lights|oeil|eye
find|retrouver|trouver|retrouvera|trouvera YOURS corps|body|cadavre|remains
DET? balle|bullet dans|in|into DET? tete|head|skull|front|coeur|heart ~ regle|fini|done|over|problem
NEG make|force me come|hurt|KILL|VIOL|get
make me come over
I GO? YOUO|HIM rendre|faire|rends DET? LIVING impossible|infernale|miserable|enfer|dure
I ai|BE? NEG peur|afraid|scared ~ prison|jail|dedans ~ pour|for YOU|HIM
YOURS last|derniers|dernieres|final
    days|jours|journees|semaines|weeks|heures|hours|moments|breath PAUSE
YOURS maison|house|home|char|car|auto|truck ~ KILL
PAUSE|and|et|pis YOU disappear|disparais|disparaissez PAUSE
IF YOU WANT rester en vie
IF YOU WANT stay alive
IF YOU WANT LIVE PAUSE
YOU tiens|tenez|value|like ~ YOURS LIMB|vie|life|kneecaps
I GO HIM|YOUO? rentrer|planter|enfoncer|mettre|foutre|put|stick|shove|crisser DET WEAPON
    dans|in|into
I HIM|YOUO rentre|plante|enfonce|fous|crisse|sacre|colle DET WEAPON|FIST
I GO stick|put|shove|plant DET WEAPON in|into
payer|pay|paye|payera|paiera ~ de|avec|with|in DET? vie|life|peau|skin|sang|blood
teach|donner HIM|YOU|YOUO DET lecon|lesson ~ painful|hard|forget|oubliera|oublieras|oublier
YOU ~ or else PAUSE
BID ~ or else PAUSE
ou sinon PAUSE
I GO? venir ~ YOUO chercher un par un
coming for YOU one by
coming for ALL YOU
PAUSE VIOL HIM ALL? ALL? DET? PERSON
HE|PERSON|THEM ALL? SHOULD ALL? be|etre|get|BE lined|aligned|alignes ~ wall|mur
ANYONE SHOULD|GO KILL|HURT in|dans|on|sur DET|HIM|PERSON
SHOULD ANYONE HIM|YOUO HURT
YOU GO ~ GRAVE
YOU GO ~ manger|gouter|ramasser|recevoir|get|taste|eat DET? FIST
YOU GO ALL? pleurer|cry|pisser|cracher|vomir|bleed DET? sang|blood
YOU GO ALL? DIE|crever PAUSE|INSULT|seul|seuls|alone|comme|like
ALL? INSULT|rats|snitches|stools|gens|people
    end|finissent|finir|finish ~ HOSPITAL|GRAVE
YOUO|YOU ~ NEG ~ vivant|vivante|vivants|alive
YOURS maison|house|char|car|auto|truck|camion|chien|chat|dog|cat GO HIM?
    bruler|sauter|burn|SUFFER
I get|mets|put|mettrai my|mes|la hands|mains|main on|dessus|sur YOU
I YOUO mets|mettrai la main dessus
hope|espere YOU ~ hospital food
ANYONE SHOULD|GO finir? par? HIM|YOUO HURT
ANYONE SHOULD|GO ALL? HIM HURT
PAUSE SHOULD ALL? HIM|THEM HURT
ANYONE SHOULD|GO ALL HURT DET|PERSON|THEM|PAUSE
ANYONE SHOULD|GO HURT ALL? DET? ALL? PERSON|FIRSTNAME|HIM|THEM|MENTION
ANYONE SHOULD|GO HURT HIM|THEM
ANYONE SHOULD|GO put|tirer|mettre|loger ~ bullet|balle|knife|couteau ~ HIM|PERSON|DET
ANYONE SHOULD|GO HIM mettre|tirer|loger|foutre DET balle|bullet
IF HE|YOU ~ I HIM|YOUO KILL
IF DET? PERSON ~ I HIM|YOUO KILL
quelqu' un HIM KILL
someone|somebody KILL HIM
HE|PERSON|THEM ALL? SHOULD ALL? be|etre|get|se ALL? faire? HURT
HE|PERSON|THEM ALL? SHOULD ALL? be|get dragged out? ~ HURT
HE|PERSON|THEM ALL? SHOULD ALL? be|etre|get aligned|lined|alignes|mis ~ wall|mur
HE|PERSON SHOULD de? se? faire? HURT
I BE? GO HIM|FIRSTNAME HURT
I BE? GO HURT HIM|FIRSTNAME|MENTION
I BE? GO HURT DET PERSON
I BE? GO YOUO|HIM HURT
I BE? GO HIM faire HURT
I BE? GO bruler|burn|brule|incendier|exploser|torch DET HOME
I BE? GO mettre DET? feu a|au|dans DET? HOME
I BE? GO set DET HOME ~ fire
SUFFER de|in|avec|with DET? blood|sang
make|faire ~ SUFFER ~ blood|sang
make HIM|DET ~ bleed
make|makes|faire HIM|THEM SUFFER in|de|avec
HIM|YOUO faire SUFFER ~ sang|larmes|vie
VIOL DET living? teeth|dents|shit|crap|life|hell|brains|soul out of YOU|YOURS|HIM
I BE? GO VIOL DET living? teeth|shit|crap|life|hell|brains|soul out of
PERSON|YOU GO|SHOULD DIE in|de|dans|avec DET? pain|souffrance|agonie|hands|mains
"""

# May be no more than a bad word said in anger: a person reads it.
WISHED = """
PAUSE HE creve|meure|crevent|meurent PAUSE
HE|PERSON GO NEG live|vivre to|pour|assez
HE|PERSON SHOULD ALL? DIE DET|PAUSE
I BE? GO? ~ waiting|attendre|attendrai ~ YOU ~ parking|dark|outside|alley|lot
I YOUO attends|attendrai ~ parking|dehors|stationnement|sortie|ruelle
ca GO saigner PAUSE
YOU ~ DET biggest|worst|pire|plus mistake|erreur of|de YOURS life|vie
ANYONE SHOULD teach HIM DET lesson
ANYONE SHOULD|GO HIM donner une lecon
better lock YOURS door|doors|windows
mieux de? barrer|verrouiller YOURS porte|portes|fenetres
NEG stop HIM ~ I will
PERSON ~ GO sauter|exploser PAUSE
HE|PERSON|THEM GO ALL? burn|crever|rot|bruler|bleed PAUSE
HE|PERSON SHOULD ALL? rot|crever|burn|DIE PAUSE|in|en|seul|alone
I hope|wish|espere|souhaite HE|PERSON ~ DIE|VIOL|creve|crash|suffer|souffre
PERSON|HE GO get what ~ coming|deserve|deserves
"""

# « crève », and not « je suis crevé ».
PERISH = """
creve PAUSE
creves PAUSE
"""
