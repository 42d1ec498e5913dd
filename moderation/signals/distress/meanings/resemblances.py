"""Patterns that resemble distress: sports, courts, accusations, figures of speech."""

ASIDE = """
sos violence conjugale
WEAPON|MEANS ~ pour|for|to ~ CHORE
CHORE ~ avec|with DET? WEAPON|MEANS
WEAPON|MEANS de|d' CHORE
CHORE ~ WEAPON
WEAPON ~ CHORE
HARM par|by les|the|des frais|fees|factures|bills|dettes|debts|impots|taxes|paperasse|delais
HARM ~ hug|hugs|calin|calins|bisou|bisous|bec|becs|kiss|kisses|amour|love
CHILD ~ cut|cuts|coupe|coupee ~ doigt|doigts|finger|fingers|genou|knee|knees|cheveux|hair|toe|orteil
police|cops|911 if|si HE|PERSON
police|cops|911 if|si DET? HE|PERSON|THEM
last|dernier|derniere night|day|shift|evening|soir|nuit|journee shift|in|at|before|of|de|dans
die than eat|wear|go|watch|do|see|listen|cook|clean|drink|talk|sign|move
dernier|derniere message|post|soir|nuit|journee avant|before|ici|d'|dans|de|sur|about|on
GROUP|THEM|HE WHY? NEG SHOULD a|de|d'? LIVE
stop|arrete|arretes|cesse de? HARM
stopped hurting
jamais|never|pas|not HARM DET CHILD
ask|asked|demande|demandent si|if je|i ~ ENDING
HARM|VIOL ~ cour|court|tribunal|proces|appel|argument|echecs|cartes|chess|cards|hockey
HE|PERSON HARM HOME
HARM de|with courriels|messages|textos|questions|emails|texts|calls|appels|procedures|motions
push|pushed|pushes|pushing|forced|forces|force me|us to|into|away|toward|a|de
    sign|go|pay|accept|move|sell|away|signer|vendre|payer|demenager
MARK|hurt|HARM ~ hockey|soccer|velo|bike|practice|sport|gym|school|recess|trampoline|patin|
    skating|playing|jouant|genou|genoux|knee|knees|parc|park
HARM sur toute la ligne
pousse|poussee|pousser|pushed|pushes a|vers|to|for
ENDING for|pour
HARM a|at|on|dans|sur|to DET? porte|door|horn
HE HARM DET? fond|record|score|balle|ball|rondelle|puck|budget
me HARM|toucher voir|comme|droit|beaucoup|que|profondement
touch|touches|touched me deeply|PAUSE|that|so|when
threatening|threatens|threatened|menace to|de ~
    demenager|sue|move|cour|court|poursuivre|leave|retourner|dpj|call|appeler|garde|custody|take
accuse|accused|accuses|accusing|accusation|accusations|allegue|pretend|claims|
    claimed|alleged|alleges|falsely|fausses|fausse|faussement|tort|invente|inventé|
    lied|ment|menti ~ HARM|VIOL|abuse|violence
accuse|accused|accuses|accusing ~ of|de|d' ~ HARM
NEG HARM me|mon|ma|mes|my
I BE violent
I ~ NEG ~ leve la main
NEG ~ leve la main
je|j'|i l'|la|le|les avais|ai|aurais HARM
ENDING de|d'|of rire|laughing|laughter|faim|soif|chaud|froid|ennui|boredom|honte|embarrassment|
    curiosity|impatience|soleil|fatigue
ENDING avec|with ce|cette|ces|this|these|the|la|le|les|mon|ma|mes
ENDING du|de la|from facebook|groupe|group|reseaux|picture
WANT|envie ENDING from|du|de facebook|groupe|photo
NEG ~ DESIRE de|d'|to continuer|go|keep ~
    cour|court|proces|procedure|appel|fighting|battre|combat|bataille|mediation|
    demarches|avec|with|ce|cette|this
DESIRE to LIVE for
retrouve|found|again|retrouver ~ DESIRE
LIVE ~ avec|with lui|elle|him|her|ma|mon|eux|them|my|sans
NEG ~ WANT LIVE avec|with|dans|in|a|at|chez|pour|for|the|la|le
suicide prevention|hotline|line|awareness|note
prevention du suicide
formation|colloque|film|livre|documentaire|book|movie|documentary|serie|series|ligne|song|chanson
    ~ suicide|violence conjugale|domestic violence
"""
