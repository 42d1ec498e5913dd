"""Patterns of children who are hurt, marked, locked in, left alone, or want to die."""

CHILD_IN_DANGER = """
HE|PERSON ~ enferme|locks|lock|locked mon|ma|my|our|mes CHILD
CHILD ~ MARK ~ dos|bras|jambes|corps|visage|cou|fesses|back|arms|legs|body|face|neck|partout|
    over|arm|cuisses
CHILD ~ revient|arrive|rentre|comes|came|returned ~ MARK
CHILD ~ SAY ~ HE|PERSON|GROUP|daddy|papi|oncle|uncle|grandpa|papa|chum|boyfriend|beau ~ HARM
CHILD ~ SAY ~ PERSON|GROUP|daddy|papi|oncle ~ fait ~ choses|mal|secret|bobo
CHILD ~ SAY ~ rentre|entre|vient|comes|goes ~ chambre|lit|room|bed ~ nuit|night
rentre|entre|vient|comes|goes|into dans|in|into? sa|her|his chambre|lit|room|bed|bedroom ~
    nuit|night
hurt|hurts|touche|touches|touched|mal|bobo ~ down there|private|privates|parties|zizi|culotte
CHILD ~ BE locked|enferme|enfermes|enfermee|attache|attaches|tied ~
HE|PERSON|GROUP ~ enferme|attache|locks|locked|drogue|affame|starves|drugs|ties|shakes|secoue
    CHILD|les|mon|ma|my|the|them
HE|PERSON|GROUP HARM CHILD
HE|PERSON|GROUP HARM mon|ma|mes|my|our|the|le|la|les|notre CHILD
HE|PERSON|GROUP ~ HARM mon|ma|mes|my|our|notre CHILD
mon|ma|mes|my|our|notre CHILD ~ BE HARM par|by
CHILD ~ se fait|font HARM
HE hits|beats|slaps|kicks|punches|spanks|starves|locks him|her|them
HE les|la|l'|lui a|ont?
    frappe|frappes|bat|battu|battus|gifle|cogne|fesse|tabasse|secoue|brule|enferme
CHILD ~ BE|ete|been|got|getting HARM par|by
CHILD ~ ouvert|cut|coupe|slit|taillade ~ veines|wrists|poignets|veins
CHILD ~ MARK on|sur|around|autour|in|au|aux
CHILD|him|her|them|les seul|alone|seuls ~ night|nuit|home|maison|voiture|car
CHILD ~ scared|peur ~ go|aller|retourner|back ~ chez|with|to|her|his
CHILD ~ SAY|veut|wants|parle|talks|talking|ecrit|wrote|voulait|wanted ~ ENDING
CHILD ~ SAY|veut|voulait|wants|wanted ~ NEG|plus ~ LIVE
CHILD ~ tente|essaye|tried|attempted ENDING|to
CHILD ~ se coupe|mutile|scarifie|cutting
CHILD ~ cutting|harming|hurting himself|herself|themselves
CHILD ~ BE NEG safe
CHILD ~ en danger
CHILD ~ in danger
CHILD ~ petrified|terrified|terrorise|terrifie ~ de|of lui|him|elle|son|her|his|daddy|papa
drunk|soul|saoul|boisson|gele|drogue|high ~ avec|with ~ CHILD ~ auto|char|car|voiture|volant
drives|conduit|drove ~ drunk|soul|saoul|boisson|gele ~ CHILD
CHILD ~ NEG mange|mangent|eaten|fed ~ jours|days
laisse|leaves|left ~ CHILD ~ seul|seuls|seule|alone ~
"""
