"""Ways to announce or wish harm to somebody who is spoken of, or by nobody in particular."""

ASIDE = """
HURT ~ cour|court|tribunal|proces|appel|argument|debat|trial|game|echecs|chess|cartes|cards|
    hockey|jeu
HURT le temps
HURT time|it|two
HURT ~ gentillesse|kindness|amour|love|bisous|calins|hugs|caresses
HURT aux|a la|les? porte|portes|mur|murs
HURT DET door|doors|wall|pillow|bag|road|ball|books
bruler|brule|burn DET? bridges|ponts|chandelle|candle|calories|etapes|encens
I GO? NEG
"""

# Whoever does it, it is done to somebody's body.
ANNOUNCED = """
HE|PERSON|THEM ALL? SHOULD ALL? be|etre|get|BE lined|aligned|alignes ~ wall|mur
ANYONE SHOULD|GO KILL|HURT in|dans|on|sur DET|HIM|PERSON
SHOULD ANYONE HIM|YOUO HURT
YOU GO ~ GRAVE
YOU GO ~ manger|gouter|ramasser|recevoir|get|taste|eat DET? FIST
YOU GO ALL? pleurer|cry|pisser|cracher|vomir|bleed DET? sang|blood
YOU GO ALL? DIE|crever PAUSE|INSULT|seul|seuls|alone|comme|like
ALL? INSULT|rats|snitches|stools|gens|people end|finissent|finir|finish ~ HOSPITAL|GRAVE
YOUO|YOU ~ NEG ~ vivant|vivante|vivants|alive
YOURS maison|house|char|car|auto|truck|camion|chien|chat|dog|cat GO HIM? passer|bruler|sauter|burn
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
HE|PERSON|THEM GO ALL? burn|crever|rot|bruler|bleed PAUSE
HE|PERSON SHOULD ALL? rot|crever|burn|DIE PAUSE|in|en|seul|alone
I hope|wish|espere|souhaite HE|PERSON ~ DIE|VIOL|creve|crash|suffer|souffre
PERSON|HE GO get what ~ coming|deserve|deserves
"""
