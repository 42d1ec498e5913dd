"""What lures are made of: subjects, promises, ways to call somebody."""

NOUNS: dict[str, str] = {
    "TRADE": """
crypto, cryptomonnaie, cryptocurrency, bitcoin, btc, ethereum, eth, usdt, forex, trading, trader
binary option, option binaire, nft, airdrop, token, altcoin, solana, dogecoin, casino, jackpot
betting, pari sportif, lottery, loterie, giveaway, trading platform, investment plan
dropshipping, e commerce, amazon fba, copy trading, staking, robot de trading, stablecoin
investment platform, plan d'investissement, presale, memecoin, binance, mlm
""",
    "PROFIT": """
profit, return, gain, income, revenu, rendement, payout, roi, earning, benefice, commission
bonus, dividend, cashback, revenu complementaire, complement de revenu
extra income, side income, source de revenu
""",
    "PERIOD": """
daily, weekly, per day, per week, a day, a week, every day, every week, per month, par jour
par semaine, par mois, in 24 hours, in a week, en 24h, en une semaine, monthly, a month
par heure, per hour, an hour
""",
    "MONEY": """
$, €, dollar, euro, piasse, buck, money, cash, usd, k, 000, argent, eur, million, thousand
""",
    "SALE": """
je vends, je vend, i sell, we sell, nous vendons, mon programme, ma formation, mes services
nos services, my services, our services, our service, mon coaching, mes forfaits, nos forfaits
nos tarifs, mes tarifs, my rates, our rates, my course, my program, mon livre, mon ebook, my ebook
my coaching, our products, mes produits, nos produits, mon produit, my products, vente privee
vente flash, flash sale
nos produits, mes produits, followers, likes, achetez maintenant, buy real, en promotion
en rabais, code promo, promo code, discount code
""",
    "COURSE": """
formation gratuite, formation en ligne, free training, masterclass, webinaire gratuit, free webinar
coaching gratuit, free coaching, free course
""",
    "JOB": """
travail a domicile, travail a la maison, work from home, remote job, remote work, job offer
offre d'emploi, emploi a domicile, teletravail paye, side hustle, part time job, now hiring
we are hiring, nous recrutons, on recrute
""",
    "PROMISE": """
garanti, guaranteed, instantane, instant, sans tracas, no paperwork, aucun frais, no fee, rembourse
money back, miracle, free shipping, legit, sans frais, code promo, no risk, sans risque, approved
paiement apres resultat, paiement apres resultats, pay after results, pay after result, paiement au
succes, aucun frais si on perd, no win no fee, approval in, approved in, approbation en
reponse en 24h, preuve garantie, proof guaranteed, resultat garanti
zero risque, rembourse, remboursee, fast results, resultats rapides, resultats garantis
first reading free,
reponse rapide, fast approval, satisfait ou rembourse, free, gratuit, sans enquete, no credit check
""",
    "DATING": """
celibataire, single, femmes celibataires, single women, single men, rencontres, plan cul
singles near you, dating site, site de rencontre
""",
    "PRODUCT": """
creme, cream, tisane, the minceur, huile essentielle, essential oil, potion, pilule miracle, patch
supplement, detox, produit naturel, serum, perte de poids, weight loss, huile de cbd, gummies
pounds in a month, pounds in a week, pounds in weeks, kg en un mois, kilos en un mois
kg en une semaine, kilos en une semaine, livres en un mois, kg en deux semaines
bruleur de graisse, anti age, anti aging, fat burner, complement alimentaire, cote de credit
credit score
""",
    "LOAN": """
loan, pret, credit, cash advance, payday loan
financement, financing, microcredit, pret d'argent, pret personnel
personal loan, mortgage, pret rapide
""",
    "WIZARD": """
voyant, voyante, medium, marabout, guerisseur, guerisseuse, psychic, spell caster, healer
fortune teller, tarologue, clairvoyant, cartomancienne, tireuse de cartes, seer, maitre marabout
spiritual healer, envouteur, magicien, occultiste, grand maitre, exorciste, spiritualist
witch doctor
""",
    "SERVICE": """
tirage de tarot, tirage personnalise, retour d'affection, retour d'amour, voyance, tirage de cartes
tarot, loan
pret d'argent, credit, trading, forex, signaux
investissement, hacker, spell, desenvoutement, rituel, marabout, psychic reading, carte clonee
cloned card, escort, massage, placement, love spell, love ritual, ritual, rituel d'amour
numerologie
detective prive, private investigator, private detective, enqueteur prive, phone hacking
piratage, spy app, logiciel espion
""",
    "AGENCY": """
cabinet, law firm, legal team, equipe d'avocats
team of lawyers
huissier, bureau juridique, firm, bureau d'avocats, etude d'avocats, agence, agency, company
entreprise
service, equipe, team
""",
    # What is sold, or how it is priced: nothing by itself, a lure with a call to the author.
    "DEAL": """
tarif special, rabais, discount, promo, forfait, package, en stock, in stock, livraison, shipping
expedition, catalogue, abonnement, subscription, gains illimites, unlimited earnings, minceur
slimming, vendeuse, vendeur, brand rep, distributeur, client, clients, investisseur, investor
placement, rendement, agence d'enquete, detective agency, premiere question, first question
first reading, premiere consultation, sans ordonnance, without prescription, no prescription
bot, expert, specialiste, specialist, offre, offer, opportunite, opportunity, business, affaire
carte cadeau, gift card, lien en commentaire, link in comments, link in bio, echantillon
""",
    "REFERRAL": """
code de parrainage, lien de parrainage, referral code, referral link, code d'affiliation
lien d'affiliation, affiliate link, affiliate code, code de reference, code parrain, code ami
""",
    "FIRM": """
cabinet juridique, cabinet d'avocats, legal team, law firm, equipe d'avocats, team of lawyers
bureau juridique, avocats specialises, expert en garde, custody expert
""",
    "CHANNEL": """
canal, channel, groupe, group, chaine, serveur, server, page, communaute, community, whatsapp
telegram, discord, mouvement, movement, collectif, forum, reseau, network, chat, webinaire, webinar
newsletter
""",
    "PILLS": """
viagra, cialis, tramadol, xanax, oxycodone, adderall, pills, weed, drugs, steroid, cbd
""",
    "LINKED": "http, https, www, link, lien, bio, ici, here",
}

VERBS: dict[str, str] = {}

AS_WRITTEN: dict[str, str] = {
    "CALL": """
dm me, inbox me, pm me, message me, text me, contact me, contact us, contact him, contact her
whatsapp, reach me, reach out to me, add me, send me a dm, hit me up, write me, email me
click here, click the link, click on, click this, clique ici, cliquez, cliquez ici, clique sur
cliquez sur, contactez moi, contactez nous, contactez, ecrivez moi, ecrivez nous, appelez moi
ecris moi en prive, ecris moi en mp, venez en mp, viens en mp, mp moi, envoyez moi un message
mp pour info, mp pour infos, mp moi, en mp, en inbox, message prive, ecrivez moi en prive
dm for info
dm for infos, ecris moi en pv, viens pv, en pv, link in bio, lien en bio, lien dans ma bio
dans ma bio, in my bio, sign up, register
inscrivez vous, inscris toi, inscription, apply now, postulez, reply yes, call now, order now
textez moi, texte moi, demandez moi comment, ask me how, apply here, inscription gratuite, text him
text her, email him, email her, devenir client, demandez moi, appelez pour, commande, profitez en
commandez, buy now, achetez, swipe, contact, dm for, inbox, join now, subscribe, abonnez vous
abonne toi, reply, claim, act now, profitez en, hurry, visit, visitez, check out, interesse
interested, interessees, interesses, interessee, for more info, pour plus d'info
pour plus d'infos, pour plus d'informations, text stop, tarifs en prive, tarifs en mp, prix en prive
prix en mp, rates in dm, prices in dm, price in dm
infos en mp, infos en prive, info en prive, infos en dm, en dm, link in dm, lien en prive
lien en mp
ajoutez moi, add me on, par whatsapp, via whatsapp, par telegram, via telegram, dispo en mp
order yours, commandez le votre, in dm, call my office, call our office, appelez mon cabinet
appelez nous, appelez maintenant, call us, dispo en prive, disponible en prive, reservez
reservez votre place, book now, book your spot, inbox, inbox moi, verify here, verifiez ici
come see
viens voir mes, tap here, on telegram, sur telegram, sur whatsapp
""",
}
