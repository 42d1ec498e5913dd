"""Words about a child whom somebody hurts or who wants to die, and what resembles them."""

CHILD_IN_DANGER = """
(kid |)enfant ~ en (danger|grave danger)
(kid |)enfant ~ plus en securite
(kid |)enfant ~ (veut|parle de|pense a|dit vouloir|menace de) (mourir|se tuer|
    s'enlever la vie|en finir|se faire du mal|disparaitre|se pendre)
(kid |)enfant ~ se (mutile|coupe|scarifie|automutile|tuer|pendre)
(kid |)enfant ~ (s'automutile|suicide)
(kid |)enfant ~ se fait (du mal|frapper|abuser|toucher|brasser)
(kid |)enfant (bleus|ecchymoses)
(kid |)enfant ~ (couvert|plein|revient avec|arrive avec) (bleus|ecchymoses|marques|coups|brulures)
(bleus|ecchymoses|marques|brulures) sur (corps|bras|dos|jambes|cuisses|visage)
(frappe|abuse|enferme|brule|affame|terrorise|tue|tuer|kidnappe|drogue) (kid |)enfant
(frappe|abuse|enferme|brule|affame|terrorise|tue|tuer|kidnappe|drogue) sur (kid |)enfant
(kid |)enfant (ete |est |sont |s'est fait |se font |etait |se fait )(frappe|abuse|abuser|
    kidnappe|touche sexuellement)
(leve|lever) la main sur (kid |)enfant
(il|elle|pere|mere|ex|conjoint|chum|blonde) (frappe|enferme) (quand|dans|avec|chaque|devant|
    et|depuis|regulierement|pour)
peur pour (la vie|la securite|la sante|la vie et la securite) de (kid |)enfant
(crains|inquiete) pour la (vie|securite) de (kid |)enfant
(abus|agression|attouchements|sevices|violence) (sexuel|physique|) (sur|envers|
    contre) (kid |)enfant
attouchements (sur|de la part)
(abuse|abuser|agresse|touche|caresse) sexuellement (enfant|kid enfant|elle|lui)
(faire du mal|fait du mal|s'en prendre) a (kid |)enfant
(menace|essaye|tente) (tuer|kidnapper|enlever|faire du mal a) (kid |)enfant
coups (sur|de ceinture a|) (kid |)enfant
(conduit|roule|chauffe) (soul|en boisson|gele|drogue) avec (kid |)enfant
(laisse|abandonne|laissait) (kid |)enfant (tout |)(seul) (a la maison|dans|la nuit|pendant|
    toute|sans)
(kid |)enfant ~ (mange plus|rien a manger) (depuis|chez)
my kid ~ (in danger|not safe|unsafe|wants to die|bruises|is cutting|cuts|kill himself|
    kill herself|suicidal|talks about dying|about dying|hurting himself|hurting herself)
dit ~ (touche|frappe|fesse|fait mal)
(revenu|revient|arrive|rentre|revenait) (avec |plein |couvert )(bleus|ecchymoses|marques|
    coups|brulures)
(pere|mere|chum|conjoint|mari|blonde) frappe
(touche|caresse) (parties|parties intimes|parties privees|fesses|entrejambe)
(stepdad|stepfather|stepmom|father|dad|mom|mother|boyfriend|girlfriend|uncle) (is |)(hit|
    hurt|touches|touching) (him|her|them|kid)
(told|says|said) ~ (hit|hurt|touched) (him|her|them)
(cut|slit) (her|) wrists
my kid (is|was|being|is being|getting) hit
(hit|starves|drugged) (her |both |)(little |older |younger |step |)kid
(afraid|scared|fear|worried|terrified) for (her|) kid (life|safety|lives)
(kill|hurt|harm|kidnap|shoot) (her|both|) kid
(bruises|burns|marks) (on|all over) (her|) (kid|arms|back|legs|body|face)
drives drunk with
touches my kid (inappropriately|sexually|private)
"""

NOT_CHILD_IN_DANGER = """
(fausses|faux|accuse|accusation|allegation|pretend|invente|soupconne|blanchi|
    innocente) ~ (abus|attouchements|agression|violence|abuse|abuser|touche|
    frappe) (sexuels|physique|) (sur|envers|contre|) (kid |)enfant
(fausses|faux|accuse|accusation|allegation) ~ (abus|attouchements|agression|
    violence) (sexuels|physique|sur)
(ca|ce qui) (me |)touche
(false|falsely|accused|accusing|accusation|allegation|claims|made up) ~ (hit|hurt) (of |
    )(her |)kid
"""
