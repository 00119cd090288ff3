# What patients read, in French. Keys are in the order of en.ftl.
# Plain words, short sentences, curly quotes, no blame. Say what happened, then what to do.
# Words: record = dossier (de santé); connect = relier, disconnect = retirer; sign in = se connecter; letter = courrier
# (so that “lettres” are always the letters of the code); chance = essai; passkey = clé d’accès. The app is always
# “l’application X”, so that every ending fits. Nothing here may need the gender of the person who reads it.
# This language
language-name = Français
language-dir = ltr

# Every page
service-name = Patient Connect
the-clinic = la clinique
skip-to-main = Aller au contenu principal
title-error = Erreur :
summary-heading = Il y a un problème
sandbox-ribbon = Version de test : rien ici n’est réel
brand-through = via Patient Connect
brand-hours = Heures d’ouverture :
brand-privacy = Vie privée
brand-accessibility = Accessibilité
brand-imprint = Mentions légales
account-nav = Votre compte
connections-link = Vos applications reliées
sign-out = Se déconnecter
foot-help-heading = Besoin d’aide ?
# Whom to call, and the way back
contact-phone = Téléphone
contact-email = E-mail
contact-hours = Horaires
contact-address = Adresse
help-link = Comment ça marche
language-form = Langue
continue = Continuer
back = Retour
step-caption = Étape { $step } sur { $steps }
connecting = Vous reliez :

# Dates and lengths of time
duration-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
duration-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
duration-weeks =
    { $count ->
        [one] { $count } semaine
       *[other] { $count } semaines
    }

# Notices
notice-signed-out = Votre session est fermée.
notice-signed-in-again =
    { $minutes ->
        [one] Nous avons fermé votre session, car il ne s’est rien passé pendant { $minutes } minute. Reconnectez-vous : vous reprendrez là où vous en étiez.
       *[other] Nous avons fermé votre session, car il ne s’est rien passé pendant { $minutes } minutes. Reconnectez-vous : vous reprendrez là où vous en étiez.
    }
notice-disconnected = L’application { $app } est retirée. Elle ne peut plus utiliser ce dossier.

# Code
code-heading = Tapez le code de votre clinique
code-hint = Il est dans votre courrier ou votre e-mail : 20 lettres en cinq groupes, comme
code-hint-typing = Vous pouvez écrire en minuscules. Les espaces et les tirets ne comptent pas.
code-next-heading = Ce qui se passe ensuite
code-next-question = Vous répondez à une question choisie par votre clinique.
code-next-sign-in = Vous vous connectez, ou vous créez un compte.
code-next-allow = Vous voyez ce que la clinique demande, et vous dites oui ou non.
code-next-safe = Cela prend environ 5 minutes. Rien n’est partagé tant que vous n’avez pas dit oui.
code-none-summary = Je n’ai pas de code
code-none-text = C’est votre clinique qui donne les codes. Appelez-la ou écrivez-lui pour en demander un. Il n’y a pas d’autre moyen d’avoir un code.
problem-identity-code-empty = Tapez votre code
problem-identity-code-length = Un code a 20 lettres. Vous en avez tapé { $letters }. Comparez avec votre courrier.
problem-identity-code-letter = Il n’y a jamais de « { $letter } » dans un code. Comparez le groupe { $group } avec votre courrier.
problem-identity-code-group =
    { $letters ->
        [one] Chaque groupe a 4 lettres. Le groupe { $group } n’en a que { $letters }. Comparez avec votre courrier.
       *[other] Chaque groupe a 4 lettres. Le groupe { $group } en a { $letters }. Comparez avec votre courrier.
    }
problem-identity-code-slip = Une lettre n’est pas la bonne, ou deux lettres sont inversées. Comparez chaque groupe avec votre courrier.
problem-identity-code-unknown = Nous ne connaissons pas ce code. Comparez-le avec votre courrier. S’il est identique, demandez un nouveau code à votre clinique.
problem-identity-code-link = Le code dans votre lien n’est pas complet. Tapez le code qui est dans votre courrier ou votre e-mail.
problem-identity-code-too-long = Ce texte est trop long. Tapez seulement le code : 20 lettres en cinq groupes.

# Question
question-asks = Question de l’application
question-by = proposée par { $organization }
question-hint = Majuscules ou minuscules, peu importe. Mais les espaces comptent.
question-chances =
    { $left ->
        [one] Vous avez { $left } essai pour répondre.
       *[other] Vous avez { $left } essais pour répondre.
    }
question-chances-left =
    { $left ->
        [one] Il vous reste { $left } essai.
       *[other] Il vous reste { $left } essais.
    }
question-check = Vérifiez l’orthographe et les espaces.
question-last-chance = Si cette réponse n’est pas la bonne, votre code sera bloqué. Il faudra alors contacter { $organization } pour le débloquer. En cas de doute, demandez d’abord la réponse.
question-unknown-summary = Je ne connais pas la réponse
question-unknown-text = { $organization } a choisi la réponse en même temps que cette question. Demandez-la ici :
question-unknown-free = Demander ne vous coûte aucun essai. Votre code fonctionnera encore quand vous reviendrez.
question-other-code = Utiliser un autre code
question-report = Je n’attendais pas ce code
problem-answer-empty = Tapez votre réponse
problem-answer-wrong =
    { $left ->
        [one] Ce n’est pas la bonne réponse. Il vous reste { $left } essai.
       *[other] Ce n’est pas la bonne réponse. Il vous reste { $left } essais.
    }
problem-answer-too-long = Cette réponse est trop longue. Tapez seulement la réponse que votre clinique vous a donnée.

# Locked, expired and withdrawn codes
refusal-contact-heading = Qui contacter
refusal-ask-heading = Que demander
refusal-have-code = J’ai un nouveau code
locked-heading = Votre code est bloqué
locked-what = Il y a eu trop de mauvaises réponses à la question. Nous avons bloqué le code pour protéger vos informations.
locked-nothing = Rien n’a été partagé avec { $organization }.
locked-nothing-new = Rien de nouveau n’a été partagé avec { $organization }.
locked-before = Ce que vous avez déjà autorisé avec ce code reste relié.
locked-before-link = Voir vos applications reliées
locked-ask = Dites : « Mon code est bloqué. Pouvez-vous le débloquer ? » Votre courrier reste valable. Demandez aussi la réponse à votre question.
expired-heading = Votre code n’est plus valable
expired-what = Un code est valable { $duration }. Le vôtre est plus ancien. Cela arrive à beaucoup de monde.
expired-nothing = Rien n’a été partagé avec { $organization }.
expired-ask = Dites : « Mon code n’est plus valable. Pouvez-vous m’envoyer un nouveau code ? »
withdrawn-heading = Votre code a été annulé
withdrawn-what = { $organization } a annulé ce code. Vous en avez peut-être reçu un autre, plus récent.
withdrawn-nothing = Rien n’a été partagé avec ce code.
withdrawn-ask = Cherchez d’abord un courrier ou un e-mail plus récent. Si vous n’en trouvez pas, demandez un nouveau code à votre clinique.

# I did not expect this
report-heading = Vous n’attendiez pas ce code ?
report-what = Si vous ne savez pas pourquoi { $organization } vous a envoyé un code, vous pouvez nous le signaler. Voici ce qui se passera :
report-stops = Le code cesse tout de suite de fonctionner, pour tout le monde.
report-told = { $organization } apprend que vous n’attendiez pas ce code, et rien d’autre.
report-undo = Si c’était une erreur, { $organization } peut faire fonctionner le code de nouveau.
report-button = Signaler et désactiver le code
report-cancel = Revenir en arrière

# The code is frozen
frozen-heading = Ce code a été désactivé
frozen-what = Une personne qui a ce code nous a dit qu’elle ne l’attendait pas. Nous avons donc désactivé le code, et { $organization } le sait.
frozen-ask = Dites : « Je veux utiliser mon code. Pouvez-vous le débloquer ? » Ensuite, votre courrier sera de nouveau valable.

# Sign in and create an account
sign-in-heading = Se connecter
sign-in-why-journey = Votre réponse est juste. Maintenant, connectez-vous : ainsi, personne d’autre que vous ne peut relier votre dossier.
sign-in-why = Pour voir les applications reliées à vos dossiers, et pour les retirer.
sign-in-button = Se connecter
sign-in-new-heading = C’est la première fois ?
sign-in-new-text = Pour relier un dossier, il faut un compte gratuit. Cela prend une minute.
sign-in-new-link = Créer un compte
create-account-heading = Créer un compte
create-account-have = Vous avez déjà un compte ?
create-account-sign-in = Se connecter
create-account-button = Créer le compte
name-label = Votre nom
name-hint = Comme vous voulez le voir écrit
email-label = Adresse e-mail
email-hint = Elle vous sert à vous connecter
password-label = Mot de passe
new-password-label = Choisissez un mot de passe
new-password-hint = Au moins 12 caractères. Trois mots au hasard, c’est une bonne idée.
password-show = Afficher
password-hide = Masquer
password-show-label = Afficher le mot de passe
password-hide-label = Masquer le mot de passe
problem-sign-in = Cette adresse e-mail et ce mot de passe ne correspondent à aucun compte. Vérifiez les deux, ou créez un compte.
problem-email-empty = Tapez votre adresse e-mail
problem-email-invalid = Tapez une adresse e-mail complète, comme nom@example.com
problem-email-taken = Nous n’avons pas pu créer de compte avec ces informations. Si vous avez déjà un compte, connectez-vous.
problem-password-empty = Tapez un mot de passe
problem-password-short = Votre mot de passe doit avoir au moins { $min } caractères. Trois mots au hasard, c’est une bonne idée.
problem-password-common = Ce mot de passe est dans une liste de mots de passe volés, que tout le monde peut lire. Choisissez-en un autre. Trois mots au hasard, c’est une bonne idée.
problem-password-weak = Ce mot de passe est facile à deviner. Essayez trois mots au hasard.
problem-password-long = Votre mot de passe peut avoir { $max } caractères au plus. Choisissez-en un plus court.
problem-name-empty = Tapez votre nom
problem-name-long = Votre nom peut avoir { $max } caractères au plus. Tapez un nom plus court.

# Codes from emails: a new account, and a forgotten password
sign-in-recover = Mot de passe oublié ?
sign-in-no-recovery = Gardez bien votre mot de passe. Ce service ne peut pas envoyer d’e-mails : si vous l’oubliez, personne ne pourra vous aider.
create-account-no-mail = Ce service ne peut pas envoyer d’e-mails. Nous ne vérifions pas que l’adresse est bien la vôtre, et personne ne pourra vous aider si vous oubliez votre mot de passe.
email-hint-code = Nous y envoyons un code. Elle vous sert aussi à vous connecter.
email-code-label = Code reçu par e-mail
email-code-hint = Il a { $digits } chiffres et il est valable { $duration }. Les espaces ne comptent pas.
email-code-no-code = Il n’y a pas de code dans l’e-mail ? Alors l’e-mail vous dit quoi faire.
email-code-expired = Le code que nous avons envoyé ne fonctionne plus : il est trop ancien. Demandez-en un nouveau plus bas.
email-code-spent = Le code que nous avons envoyé ne fonctionne plus : il y a eu trop d’essais. Demandez-en un nouveau plus bas.
email-code-none-heading = Pas d’e-mail ?
email-code-none-text = Cela peut prendre quelques minutes. Regardez aussi dans vos spams.
email-code-resend = Envoyer un nouveau code
verify-email-heading = Regardez vos e-mails
verify-email-sent = Nous avons envoyé un e-mail à { $email }. Tapez ici le code qu’il contient : ainsi, nous savons que l’adresse est bien la vôtre.
verify-email-device = Vous pouvez lire l’e-mail sur un autre téléphone ou ordinateur. Laissez cette page ouverte.
verify-email-again-text = L’adresse n’est pas la bonne ?
verify-email-again = Corriger vos informations
recover-heading = Choisir un nouveau mot de passe
recover-text = Tapez l’adresse e-mail de votre compte. Nous y envoyons un code. Avec ce code, vous pouvez choisir un nouveau mot de passe.
recover-keeps = Les applications que vous avez reliées restent reliées.
recover-back = Retour à « Se connecter »
recover-code-heading = Tapez le code reçu par e-mail
recover-code-sent = Nous avons envoyé un e-mail à { $email }.
recover-code-again-text = L’adresse n’est pas la bonne ?
recover-code-again = Taper une autre adresse
recover-password-heading = Votre nouveau mot de passe
recover-password-text = Votre code est bon. Quand vous aurez un nouveau mot de passe, toutes vos sessions seront fermées. Connectez-vous ensuite avec ce mot de passe.
recover-password-button = Enregistrer le nouveau mot de passe
notice-recovered = Vous avez un nouveau mot de passe. Utilisez-le pour vous connecter.
notice-has-account = Vous avez déjà un compte avec cette adresse. Connectez-vous, ou choisissez un nouveau mot de passe.
notice-email-sent-again = Nous avons envoyé un autre e-mail. Seul le code le plus récent fonctionne.
problem-email-code-empty = Tapez le code reçu par e-mail
problem-email-code-digits = Un code n’a que des chiffres. Comparez avec l’e-mail.
problem-email-code-length = Un code a { $digits } chiffres. Comparez avec l’e-mail.
problem-email-code-wrong =
    { $left ->
        [one] Ce code n’est pas le bon. Utilisez l’e-mail le plus récent. Il vous reste { $left } essai.
       *[other] Ce code n’est pas le bon. Utilisez l’e-mail le plus récent. Il vous reste { $left } essais.
    }
problem-email-code-expired = Ce code ne fonctionne plus : il est trop ancien. Demandez-en un nouveau plus bas.
problem-email-code-spent = Ce code ne fonctionne plus : il y a eu trop d’essais. Demandez-en un nouveau plus bas.
problem-email-code-too-often =
    { $count ->
        [one] Nous avons déjà envoyé { $count } e-mail. Cherchez le plus récent, ou recommencez.
       *[other] Nous avons déjà envoyé { $count } e-mails. Cherchez le plus récent, ou recommencez.
    }

# How long to stay signed in, below sign in and create an account
stay-keep = Garder ma session ouverte
stay-keep-hint = Pendant { $duration }, même si vous fermez le navigateur. Ne cochez pas cette case si d’autres personnes peuvent utiliser cet appareil.
stay-shared = C’est un ordinateur partagé
stay-shared-hint = Par exemple dans une bibliothèque. Nous fermons votre session quand vous avez fini.
stay-ended = Vous avez dit que c’est un ordinateur partagé. Votre session est donc fermée, et personne d’autre ne peut ouvrir cette page.

# Too many tries at signing in to one account
too-many-sign-ins-what = Il y a eu trop d’essais de connexion avec cette adresse e-mail. Ils viennent peut-être d’une autre personne.
too-many-sign-ins-known = Avez-vous un téléphone ou un ordinateur où vous avez déjà ouvert votre compte ? Vous pouvez vous y connecter maintenant.

# Providers: signing in with an account from elsewhere
other-ways-heading = Autres moyens de connexion
other-ways-text = Vous avez déjà un compte dans un autre service proposé ici ? Alors vous n’avez pas besoin d’un mot de passe chez nous. La première fois, nous créons votre compte.
other-ways-button = Se connecter avec { $provider }
provider-nameless = Nouvelle personne
provider-nothing = Rien n’a été modifié, et rien n’a été partagé.
provider-back-to-sign-in = Revenir à la connexion
provider-back-to-account = Revenir à vos moyens de connexion
provider-away-heading = { $provider } ne répond pas
provider-away-what = Nous n’arrivons pas à joindre { $provider } en ce moment. Le service est peut-être très demandé ou en réparation.
provider-away-next = Essayez de nouveau dans quelques minutes, ou choisissez un autre moyen de connexion.
provider-refused-heading = La connexion avec { $provider } n’a pas marché
provider-refused-what = { $provider } nous a donné une réponse qui n’était pas correcte. Nous avons tout arrêté pour vous protéger.
provider-refused-next = Revenez en arrière et essayez encore une fois. Si cela se reproduit, choisissez un autre moyen de connexion.
provider-cancelled-heading = Pas de connexion avec { $provider }
provider-cancelled-what = Vous avez arrêté, ou { $provider } n’a pas accepté la connexion. Ce n’est pas grave.
provider-cancelled-next = Vous pouvez essayer de nouveau, ou choisir un autre moyen de connexion.
provider-over-heading = Cette connexion n’est plus possible
provider-over-what = Elle a pris trop de temps, elle a commencé dans une autre fenêtre, ou cette page a été ouverte deux fois.
provider-over-next = Revenez en arrière et recommencez. Avec { $provider }, c’est souvent plus rapide la deuxième fois.
provider-known-heading = Vous avez peut-être déjà un compte
provider-known-what = { $provider } nous a donné votre adresse e-mail, et un compte ici a la même. Pour protéger les dossiers, nous ne réunissons jamais deux comptes seulement à cause d’une adresse.
provider-known-next = Si ce compte est à vous, connectez-vous d’abord avec son mot de passe. Ouvrez ensuite « Moyens de connexion » dans votre compte et ajoutez { $provider }.
provider-known-other-heading = Ce compte n’est pas à vous ?
provider-known-other-text = Vous pouvez alors avoir votre propre compte. Il sera vide au début.
provider-known-other-button = Créer un nouveau compte
provider-taken-heading = Déjà utilisé par un autre compte
provider-taken-what = Le compte que vous avez utilisé avec { $provider } ouvre ici le compte d’une autre personne.
provider-taken-next = Si les deux comptes sont à vous, déconnectez-vous, puis connectez-vous avec { $provider } pour voir l’autre.
ways-heading = Moyens de connexion
ways-text = Vous pouvez vous connecter avec un compte que vous avez dans un autre service. Il ouvre le même compte ici, avec les mêmes dossiers.
way-added = Vous pouvez vous connecter avec { $provider }.
way-not-added = Vous ne vous connectez pas encore avec { $provider }.
way-only = C’est votre seul moyen de connexion, alors nous le gardons.
way-add = Ajouter { $provider }
way-remove = Enlever { $provider }
notice-provider-added = C’est fait. Vous pourrez utiliser ce moyen de connexion la prochaine fois.
notice-provider-removed = C’est fait. Ce moyen de connexion n’ouvre plus votre compte.
problem-provider-last = C’est votre seul moyen de connexion, alors nous le gardons.

# Record
record-heading = Quel dossier de santé voulez-vous relier ?
record-hint = Choisissez-en un. Vous pourrez tout vérifier avant de dire oui.
record-used-before = Vous avez déjà choisi ce dossier
record-connected = Déjà relié à l’application { $app }
record-new = Un nouveau dossier
record-new-note = Pour une personne qui n’est pas dans cette liste
record-new-name-label = Nom du nouveau dossier
record-new-name-hint = Le nom de la personne, par exemple Emma
record-signed-in-as = Vous utilisez ce compte : { $person }.
record-not-you = Ce n’est pas vous ? Se déconnecter
problem-record-none = Choisissez le dossier que vous voulez relier
problem-record-unknown = Ce dossier n’est pas parmi les vôtres. Choisissez un dossier dans la liste.
problem-new-record-name-empty = Tapez un nom pour le nouveau dossier
problem-new-record-name-long = Le nom peut avoir { $max } caractères au plus. Tapez un nom plus court.

# Authorize
authorize-heading = Autorisez-vous l’application { $app } à utiliser ce dossier ?
authorize-who = Qui demande
authorize-by = proposée par { $organization }
authorize-record = Dossier
authorize-record-new = Nouveau : nous le créons quand vous autorisez l’application
authorize-no-rules = L’application { $app } souhaite être reliée. Elle ne demande pas à voir ni à modifier ce qui est dans le dossier.
authorize-names = L’application { $app } connaîtra aussi votre nom et le nom de ce dossier.
authorize-required = Ce dont l’application a besoin
authorize-optional = Ce que vous pouvez aussi autoriser
authorize-optional-hint = Cochez seulement ce que vous voulez. L’application marche aussi sans cela.
authorize-stays-heading = L’application { $app } est déjà reliée à :
authorize-stays-text = Cela ne change pas. Si vous aviez choisi le mauvais dossier, retirez l’application dans « Vos applications reliées ».
authorize-mind-heading = Vous pouvez changer d’avis
authorize-mind-text = Votre accord dure jusqu’à ce que vous l’arrêtiez. Vous pouvez le faire à tout moment : ouvrez « Vos applications reliées » et choisissez « Retirer ».
authorize-allow = Autoriser { $app }
authorize-decline = Ne pas autoriser
# What an app may do, as one sentence
# $access is a list of the four words below, such as “add and read”; $types a list of kinds of information, such as
# “visits and care plans”. Access words are infinitives. Kinds stand behind a colon, plural, without an article: so
# every combination is right.
rule-may = L’application peut { $access } ces informations : { $types }.
rule-may-only = L’application peut { $access } ces informations.
rule-about = Il s’agit de ces informations : { $types }.
access-create = ajouter
access-read = lire
access-update = modifier
access-delete = supprimer
problem-decision-none = Choisissez d’autoriser ou de ne pas autoriser
problem-rule-unknown = Nous n’avons pas pu lire vos choix. Cochez-les de nouveau.

# Kinds of information, as they stand in that sentence
data-type-adverse-events = effets indésirables de traitements
data-type-allergies = allergies
data-type-appointments = rendez-vous
data-type-asthma = notes sur l’asthme et l’inhalateur
data-type-blood-glucose = taux de sucre dans le sang
data-type-blood-oxygen = taux d’oxygène dans le sang
data-type-blood-pressure = mesures de la tension
data-type-body-measurements = mesures du corps
data-type-bills = factures
data-type-care-plans = plans de soins
data-type-care-team = membres de l’équipe de soins
data-type-cholesterol = taux de cholestérol
data-type-conditions = maladies et problèmes de santé
data-type-consents = consentements
data-type-contacts = contacts
data-type-devices = appareils médicaux
data-type-diabetes = notes sur le diabète
data-type-diagnostic-reports = comptes rendus d’examens
data-type-diet = repas et notes sur l’alimentation
data-type-discharge-summaries = lettres de sortie d’hôpital
data-type-documents = documents
data-type-emergency-contacts = personnes à prévenir en cas d’urgence
data-type-encounters = visites et consultations
data-type-exercise = notes sur l’activité physique
data-type-family-history = maladies dans la famille
data-type-files = fichiers
data-type-genetic-results = résultats de tests génétiques
data-type-goals = objectifs de santé
data-type-health-journal = notes du journal de santé
data-type-heart = examens du cœur
data-type-heart-rate = mesures du rythme du cœur
data-type-height = mesures de la taille
data-type-images = photos et images
data-type-imaging-studies = radios et scanners
data-type-immunizations = vaccins
data-type-insulin = injections d’insuline
data-type-insurance = assurances santé
data-type-lab-results = résultats d’analyses
data-type-living-wills = directives anticipées
data-type-lung-function = tests du souffle
data-type-medication-dispenses = médicaments remis par la pharmacie
data-type-medication-requests = ordonnances
data-type-medications = médicaments
data-type-messages = messages
data-type-moods = notes sur l’humeur
data-type-notes = notes
data-type-observations = mesures et observations
data-type-orders = demandes d’examens et de traitements
data-type-peak-flow = mesures du débit de pointe (peak flow)
data-type-personal-details = données personnelles comme le nom et la date de naissance
data-type-pregnancies = grossesses
data-type-procedures = opérations et traitements
data-type-questionnaire-answers = réponses à des questionnaires
data-type-questionnaires = questionnaires
data-type-relatives = proches et personnes aidantes
data-type-risk-assessments = évaluations des risques
data-type-sleep = notes sur le sommeil
data-type-specimens = prélèvements comme une prise de sang
data-type-vision-prescriptions = ordonnances de lunettes et de lentilles
data-type-vital-signs = signes vitaux comme le pouls et la température
data-type-warnings = alertes pour l’équipe de soins
data-type-weight = mesures du poids
data-type-menstruation = notes sur les règles

# Success
success-heading = L’application { $app } est reliée
success-record = Elle peut maintenant utiliser le dossier « { $record } ».
success-says = { $organization } vous dit :
success-next-heading = Ce qui se passe ensuite
success-next-app = { $organization } sait maintenant que votre dossier est relié. Vous n’avez rien à faire.
success-next-code = Gardez votre courrier. Votre code fonctionne encore { $duration }, pour relier un autre dossier, ou celui-ci de nouveau.
success-next-stop = Vous pouvez retirer l’application à tout moment :
success-facts-heading = À garder
success-what = Vous avez relié
success-app = Application
success-when = Date
success-rules-heading = Ce que vous avez autorisé
success-print = Imprimer cette page
return-link-leaves = Ce lien ouvre un autre site.

# Declined
declined-heading = Vous n’avez pas autorisé l’application { $app }
declined-what = Vous avez dit non pour « { $friendly } ». Ce n’est pas un problème.
declined-nothing = Rien n’a été partagé avec { $organization }, et nous ne gardons aucun de vos choix.
declined-mind-heading = Si vous changez d’avis
declined-mind-text = Utilisez votre code de nouveau. Il fonctionne encore, jusqu’à sa date limite.
declined-again = Taper votre code de nouveau

# Connections and disconnecting
connections-heading = Vos applications reliées
connections-intro = Ces applications sont reliées à vos dossiers. Vous pouvez retirer celles que vous voulez.
connections-none = Aucune application n’est reliée à vos dossiers.
connection-since = Reliée depuis le { $date }
connection-ended = N’est plus reliée depuis le { $date }
connection-may = Ce que l’application peut faire
connection-no-rules = L’application ne peut rien voir ni modifier dans le dossier.
connection-history = Ce qui s’est passé
connection-history-caption = Ce qui s’est passé, le plus récent en premier
history-when = Quand
history-what = Événement
history-authorized = Vous l’avez autorisée
history-reauthorized = Vous l’avez autorisée de nouveau
history-disconnected = Vous l’avez retirée
history-given-up = L’application s’est retirée
connection-contact = Contact :
disconnect-link = Retirer
disconnect-link-what = l’application { $app } du dossier « { $record } »
disconnect-heading = Retirer l’application { $app } du dossier « { $record } » ?
disconnect-what-happens = Si vous la retirez :
disconnect-stops = À partir de maintenant, l’application { $app } ne pourra plus utiliser ce dossier.
disconnect-copies = { $organization } garde les copies déjà reçues.
disconnect-again = Pour relier l’application de nouveau plus tard, utilisez votre code, ou contactez { $organization } pour en avoir un nouveau.
disconnect-button = Oui, la retirer
disconnect-cancel = Non, la garder

# The account
account-link = Votre compte
account-heading = Votre compte
account-back = Votre compte
account-change = Modifier
account-see = Voir
account-name = Nom
account-name-what = votre nom
account-email = Adresse e-mail
account-email-what = votre adresse e-mail
account-password = Mot de passe
account-password-what = votre mot de passe
account-password-hidden = Personne d’autre que vous ne le connaît
account-ways = Moyens de connexion
account-ways-what = vos moyens de connexion
account-ways-is = Comptes d’autres services
account-language = Langue
account-language-what = votre langue
account-language-browser = Celle de votre navigateur
account-records = Vos dossiers
account-records-what = vos dossiers
account-records-count =
    { $count ->
        [one] { $count } dossier
       *[other] { $count } dossiers
    }
account-sessions = Vos sessions ouvertes
account-sessions-what = vos sessions ouvertes
account-sessions-count =
    { $count ->
        [one] { $count } navigateur
       *[other] { $count } navigateurs
    }
account-history = Ce qui s’est passé
account-history-what = ce qui s’est passé dans votre compte
account-history-is = Connexions et changements
account-data-heading = Vos données
account-export-link = Voir et télécharger vos données
account-delete-link = Supprimer votre compte
browser-on = { $browser } sur { $system }
browser-unknown = Un navigateur que nous ne connaissons pas
browser-unknown-on = Un navigateur sur { $system }
notice-name-changed = Votre nom est modifié.
notice-email-changed = Votre adresse e-mail est modifiée. Utilisez la nouvelle pour vous connecter.
notice-language-changed = Votre langue est modifiée.
notice-password-changed = Votre mot de passe est modifié. Toutes vos autres sessions sont fermées.
notice-session-ended = La session de ce navigateur est fermée.
notice-sessions-ended = Toutes vos autres sessions sont fermées.
notice-record-renamed = Le dossier a son nouveau nom.
notice-record-deleted = Le dossier est supprimé.
notice-code-sent = Nous vous avons envoyé un nouveau code. L’ancien ne fonctionne plus.

# The account: name, address, language, password
account-name-heading = Modifier votre nom
account-name-hint = Les applications que vous avez reliées peuvent le voir.
account-name-button = Enregistrer
account-email-heading = Modifier votre adresse e-mail
account-email-present = Votre adresse actuelle : { $email }
account-email-none = Vous vous connectez avec le compte d’un autre service. Vous n’avez donc pas d’adresse à modifier chez nous.
account-email-label = Nouvelle adresse e-mail
account-email-hint = Nous y envoyons un code. Votre adresse change quand vous tapez ce code.
account-email-hint-now = Elle vous servira ensuite à vous connecter.
account-email-undo =
    { $days ->
        [one] Nous écrivons aussi à votre ancienne adresse. Depuis cet e-mail, vous pourrez annuler le changement pendant { $days } jour.
       *[other] Nous écrivons aussi à votre ancienne adresse. Depuis cet e-mail, vous pourrez annuler le changement pendant { $days } jours.
    }
account-email-button = Modifier l’adresse
account-email-code-heading = Regardez vos e-mails
account-email-code-back = Utiliser une autre adresse
account-email-code-sent = Nous avons envoyé un code à { $email }.
account-email-code-label = Code reçu par e-mail
account-email-code-hint =
    { $minutes ->
        [one] 6 chiffres. Il est valable { $minutes } minute.
       *[other] 6 chiffres. Il est valable { $minutes } minutes.
    }
account-email-code-button = Confirmer
account-email-code-none = Pas d’e-mail ?
account-email-code-spam = Cela peut prendre quelques minutes. Regardez aussi dans vos spams.
account-email-code-resend = Envoyer un nouveau code
account-language-heading = Choisissez votre langue
account-language-hint = Elle est utilisée sur tous les appareils où vous vous connectez, et dans nos e-mails.
account-language-button = Enregistrer
account-password-heading = Modifier votre mot de passe
account-password-ends = Ensuite, votre session reste ouverte ici. Toutes vos autres sessions seront fermées.
account-password-none = Vous vous connectez avec le compte d’un autre service. Vous n’avez donc pas de mot de passe à modifier chez nous.
account-password-label = Nouveau mot de passe
account-password-button = Modifier le mot de passe
current-password-label = Votre mot de passe actuel
problem-current-password = Ce n’est pas votre mot de passe actuel. Tapez-le de nouveau.
problem-current-password-empty = Tapez votre mot de passe
problem-email-same = C’est déjà votre adresse. Tapez-en une autre.
problem-email-not-free = Cette adresse ne peut pas être utilisée. Tapez-en une autre.
problem-email-too-many = Vous avez demandé beaucoup de codes. Attendez une heure, puis essayez de nouveau.
problem-email-code-over = Ce code ne fonctionne plus. Demandez-en un nouveau.
problem-language-none = Choisissez une langue

# The account: sign-ins and history
account-sessions-heading = Vos sessions ouvertes
account-sessions-text = Si vous voyez une session que vous ne connaissez pas, fermez-la.
account-session-this = Celle-ci
account-session-since = Ouverte le { $date }
account-session-seen = Dernière utilisation le { $date }
account-session-kept = Reste ouverte ici jusqu’au { $date }
account-session-end = Fermer la session
account-sessions-others = Fermer toutes les autres sessions
account-sessions-strange = Quelque chose ne va pas ?
account-sessions-password = Modifier votre mot de passe
account-history-heading = Ce qui s’est passé dans votre compte
account-history-none = Il ne s’est encore rien passé.
account-history-caption =
    { $months ->
        [one] Le plus récent en premier. Nous gardons ces informations { $months } mois.
       *[other] Le plus récent en premier. Nous gardons ces informations { $months } mois.
    }
account-history-pages = Pages de la liste
account-history-newer = Plus récent
account-history-older = Plus ancien
account-history-strange = Quelque chose ne vient pas de vous ?
account-event-signed-in = Connexion à votre compte
account-event-sign-in-failed = Un mauvais mot de passe a été tapé
account-event-times =
    { $count ->
        [one] { $count } fois
       *[other] { $count } fois
    }
account-event-name = Votre nom a été modifié
account-event-email = Votre adresse e-mail a été modifiée
account-event-email-restored = Votre ancienne adresse e-mail a été remise
account-event-language = Votre langue a été modifiée
account-event-provider-added = Vous avez ajouté un moyen de connexion
account-event-provider-removed = Vous avez enlevé un moyen de connexion
account-event-password = Votre mot de passe a été modifié
account-event-recovered = Vous avez choisi un nouveau mot de passe avec un code reçu par e-mail
account-event-passkey-added = Une clé d’accès a été ajoutée
account-event-passkey-removed = Une clé d’accès a été supprimée
account-event-session = Vous avez fermé la session d’un autre navigateur
account-event-others = Vous avez fermé toutes les autres sessions
account-event-all = Toutes les sessions ont été fermées, depuis un e-mail
account-event-connected = Vous avez relié une application
account-event-disconnected = Vous avez retiré une application
account-event-given-up = Une application s’est retirée
account-event-record-renamed = Un dossier a reçu un nouveau nom
account-event-record-deleted = Vous avez supprimé un dossier
account-event-exported = Vous avez téléchargé vos données

# The account: records
account-records-heading = Vos dossiers
account-records-back = Vos dossiers
account-records-none = Vous n’avez pas de dossier. Vous en créez un quand vous reliez une application.
account-records-text = Vous pouvez supprimer un dossier quand aucune application n’y est reliée.
account-record-unconnected = Aucune application n’est reliée
account-record-connected =
    { $count ->
        [one] { $count } application est reliée
       *[other] { $count } applications sont reliées
    }
account-record-rename = Renommer
account-record-delete = Supprimer
account-record-see = Voir les applications reliées
account-record-name-heading = Renommer « { $record } »
account-record-name-label = Nouveau nom
account-record-delete-heading = Supprimer le dossier « { $record } » ?
account-record-delete-what = Le dossier et tout ce qui s’y est passé seront supprimés ici.
account-record-delete-final = Vous ne pourrez pas revenir en arrière.
account-record-delete-button = Oui, le supprimer
account-record-delete-cancel = Non, le garder
problem-record-name-empty = Tapez un nom pour le dossier

# The account: data and deleting
account-export-heading = Vos données
account-export-text = Voici ce que nous gardons sur vous. Le fichier contient tout, sous une forme que d’autres programmes peuvent lire.
account-export-apps = Applications que vous avez reliées
account-export-apps-more = Avec ce que vous avez autorisé, depuis quand, et ce qui s’est passé
account-export-mails = E-mails sur votre compte
account-export-mails-more = Seulement quand et pourquoi nous les avons écrits. Nous ne gardons pas leur texte.
account-export-none = Rien pour l’instant
account-export-lines =
    { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
account-export-mails-count =
    { $count ->
        [one] { $count } e-mail
       *[other] { $count } e-mails
    }
account-export-secrets = Votre mot de passe n’y est pas. Nous le gardons seulement sous une forme que personne ne peut lire.
account-export-button = Télécharger vos données
account-delete-heading = Supprimer votre compte ?
account-delete-what = Si vous le supprimez :
account-delete-app = L’application { $app } sera retirée, et nous la préviendrons.
account-delete-record = Le dossier « { $record } » sera supprimé.
account-delete-all = Votre nom, votre adresse, votre mot de passe et tout ce qui s’est passé dans votre compte seront supprimés.
account-delete-copies = Si une clinique a déjà des copies, elle les garde.
account-delete-codes = Les cliniques gardent ce qu’elles ont écrit pour vos codes, jusqu’à la date limite de ces codes.
account-delete-final = C’est définitif. Personne ne pourra récupérer votre compte.
account-delete-export = Voulez-vous d’abord garder une copie ?
account-delete-label = Pour confirmer, tapez votre adresse e-mail
account-delete-label-name = Pour confirmer, tapez votre nom
account-delete-button = Supprimer mon compte pour toujours
account-delete-cancel = Garder mon compte
problem-delete-empty = Recopiez le texte affiché plus haut
problem-delete-other = Ce n’est pas le même texte. Recopiez celui qui est affiché plus haut.
account-deleted-heading = Votre compte est supprimé
account-deleted-text = Toutes vos applications sont retirées, et nous les avons prévenues. Toutes vos sessions sont fermées.
account-deleted-copies = Si une clinique a déjà des copies, elle les garde. Posez vos questions à votre clinique.
account-deleted-close = Vous pouvez fermer cette page.

# The account: links in mails
not-me-heading = Fermer toutes les sessions ?
not-me-ends = Toutes les sessions ouvertes dans votre compte sont fermées tout de suite, sur tous les appareils.
not-me-password = Ensuite, vous choisissez un nouveau mot de passe. Nous vous aidons.
not-me-stays = Vos applications restent reliées.
not-me-button = Fermer toutes les sessions
not-me-was-me = Si c’était vous, vous pouvez fermer cette page. Rien ne change.
undo-email-heading = Remettre votre ancienne adresse ?
undo-email-back = Votre compte reprend l’adresse { $email }.
undo-email-button = Remettre l’ancienne adresse
problem-undo-taken = Cette adresse a maintenant son propre compte. Nous ne pouvons donc pas la remettre. Connectez-vous à ce compte, ou demandez de l’aide à votre clinique.
link-old-heading = Ce lien ne fonctionne plus
link-old-text = Il est trop ancien, ou il a déjà servi. Si vous pensez qu’une autre personne utilise votre compte, choisissez un nouveau mot de passe.
link-old-recover = Choisir un nouveau mot de passe

# Not found, too many requests, stale form
not-found-heading = Nous ne trouvons pas cette page
not-found-what = Si vous avez tapé l’adresse, vérifiez qu’elle est juste. Si vous l’avez collée, vérifiez que vous l’avez copiée en entier.
not-found-next = Si vous avez un code de votre clinique, vous pouvez le taper ici.
not-found-target = Le lien que vous avez ouvert demande quelque chose que ce service n’a pas.
not-found-target-next = Cherchez le code dans votre courrier ou votre e-mail. Vous pouvez le taper ici.
not-found-link = Taper un code
too-many-requests-heading = Attendez un moment, s’il vous plaît
too-many-requests-what = Il y a eu trop d’essais en peu de temps depuis votre réseau.
too-many-requests-wait = Attendez { $duration }, puis essayez de nouveau.
too-many-requests-kept = Cela ne bloque pas votre code, et vous n’avez perdu aucun essai. Revenez en arrière et envoyez le formulaire de nouveau.
stale-form-heading = Cette page est restée ouverte trop longtemps
stale-form-what = Nous ne pouvions pas vérifier que cela venait de vous. Nous avons donc tout arrêté.
stale-form-nothing = Rien n’a été modifié.
stale-form-next = Revenez en arrière, rechargez la page et essayez encore une fois.
problem-form-changed = Cette page a changé depuis que vous l’avez ouverte. Rien n’a été fait. Relisez-la, s’il vous plaît.
problem-form-stale = La page est restée ouverte longtemps. Rien n’est perdu : envoyez le formulaire de nouveau.

# Faults
try-again-later-heading = Toutes nos excuses : ce n’est pas possible en ce moment
try-again-later-what = Le service est très demandé ou en réparation.
try-again-later-next = Essayez de nouveau dans quelques minutes.
try-again-later-kept = Ce que vous avez terminé avant est enregistré. Votre code fonctionne encore.

# A step may have been saved, or not
outcome-unknown-heading = Toutes nos excuses : nous ne savons pas si cette étape est enregistrée
outcome-unknown-next = Attendez quelques minutes. Puis revenez en arrière et regardez la page avant d’essayer de nouveau.
outcome-unknown-kept = Ce que vous avez terminé avant cette étape est enregistré.

fault-heading = Toutes nos excuses : quelque chose n’a pas marché
fault-what = C’est notre faute, pas la vôtre. Ce que vous avez terminé avant est enregistré.
fault-next = Revenez en arrière et essayez de nouveau. Si cela se reproduit, contactez votre clinique.
fault-reference = Donnez-lui ce numéro :

# Help
help-heading = Comment ça marche
help-how-heading = Relier une application en cinq étapes
help-how-code = Tapez le code que votre clinique vous a envoyé.
help-how-question = Répondez à la question choisie par votre clinique. Vous avez eu la réponse par un autre moyen, par exemple à votre rendez-vous.
help-how-sign-in = Connectez-vous, ou créez un compte.
help-how-record = Choisissez le dossier de santé que vous voulez relier.
help-how-allow = Lisez ce que la clinique demande. Dites oui ou non.
help-how-stop = Vous pouvez retirer l’application à tout moment dans « Vos applications reliées ».
help-time-heading = Combien de temps vous avez
help-time-code = Un code est valable { $duration } à partir du jour où votre clinique l’a créé.
help-time-idle =
    { $minutes ->
        [one] Nous fermons votre session quand il ne se passe rien pendant { $minutes } minute. Reconnectez-vous : vous reprendrez là où vous en étiez.
       *[other] Nous fermons votre session quand il ne se passe rien pendant { $minutes } minutes. Reconnectez-vous : vous reprendrez là où vous en étiez.
    }
help-time-kept = Si vous cochez « Garder ma session ouverte », elle reste ouverte { $duration }.
help-time-journey =
    { $hours ->
        [one] Vous pouvez reprendre au même endroit pendant { $hours } heure. Après, tapez votre code de nouveau.
       *[other] Vous pouvez reprendre au même endroit pendant { $hours } heures. Après, tapez votre code de nouveau.
    }
help-kept-heading = Ce que nous gardons
help-kept-account = Votre nom, votre adresse e-mail et les noms de vos dossiers.
help-kept-connections = Les applications que vous avez autorisées, ce qu’elles peuvent faire, et depuis quand.
help-kept-secrets = Votre mot de passe, seulement sous une forme que personne ne peut lire. Vos réponses aux questions sont vérifiées, mais pas gardées.
help-cookies-heading = Cookies
help-cookies-text = Nous utilisons cinq cookies. Sans eux, le service ne peut pas fonctionner en sécurité. Le premier retient que votre session est ouverte. Le deuxième retient où vous en êtes. Le troisième vérifie qu’un formulaire vient bien de vous. Le quatrième reconnaît ce navigateur : ainsi, une personne qui devine des mots de passe ne peut pas vous empêcher d’ouvrir votre compte. Le cinquième retient votre langue. Il n’y en a pas d’autres. Nous n’avons donc pas besoin de votre accord pour les cookies.
help-shared-heading = Sur un ordinateur partagé
help-shared-text = Cochez « C’est un ordinateur partagé » quand vous vous connectez. Nous fermons alors votre session quand vous avez fini. Vous pouvez aussi choisir « Se déconnecter ».
help-access-heading = Accessibilité
help-access-aim = Nous voulons que tout le monde puisse utiliser ce service. Notre but est de suivre les règles internationales d’accessibilité du web (WCAG) 2.2, niveau AA.
help-access-works = Vous pouvez l’utiliser avec un clavier ou un lecteur d’écran, agrandir le texte jusqu’à 400 %, et l’utiliser sans JavaScript.
help-access-known = Ce qui peut être difficile : il faut connaître la réponse à la question de votre clinique. Si vous ne pouvez pas la trouver ou la taper, votre clinique peut vous aider.

# Mails about accounts
mail-code-lifetime = Le code est valable { $duration }. Seul le code le plus récent fonctionne. Ne le donnez à personne.
mail-not-you-heading = Ce n’était pas vous ?
mail-sign-in-link = Se connecter
mail-recover-link = Choisir un nouveau mot de passe
mail-create-account-link = Créer un compte
mail-confirm-address-subject = Confirmez votre adresse e-mail
mail-confirm-address-text = Une personne, sans doute vous, utilise cette adresse e-mail pour un compte. Tapez ce code sur la page qui le demande :
mail-confirm-address-elsewhere-heading = Vous avez fermé cette page ?
mail-confirm-address-elsewhere = Connectez-vous avec cette adresse e-mail et votre mot de passe. Nous vous enverrons alors un nouveau code.
mail-confirm-address-not-you = Vous n’avez rien à faire. Sans le code, personne ne peut utiliser votre adresse ici.
mail-already-registered-subject = Vous avez déjà un compte
mail-already-registered-text = Une personne, sans doute vous, a voulu créer un compte avec cette adresse e-mail. Vous en avez déjà un. Nous n’avons donc rien changé.
mail-already-registered-sign-in = Connectez-vous avec cette adresse e-mail et votre mot de passe :
mail-already-registered-recover = Si vous avez oublié votre mot de passe, vous pouvez en choisir un nouveau :
mail-already-registered-not-you = Vous n’avez rien à faire. Personne n’est entré dans votre compte.
mail-recovery-subject = Votre code pour un nouveau mot de passe
mail-recovery-text = Une personne, sans doute vous, veut choisir un nouveau mot de passe pour votre compte. Tapez ce code sur la page qui le demande :
mail-recovery-not-you = Vous n’avez rien à faire. Votre mot de passe fonctionne toujours, et personne n’est entré dans votre compte.
mail-no-account-subject = Cette adresse e-mail n’a pas de mot de passe ici
mail-no-account-text = Une personne, sans doute vous, a voulu choisir un nouveau mot de passe. Mais ici, aucun compte avec un mot de passe n’a cette adresse e-mail.
mail-no-account-other = Vous avez peut-être utilisé une autre adresse e-mail. Essayez avec celle-là. Ou bien vous vous connectez avec un autre service : alors vous n’avez pas besoin de mot de passe ici.
mail-no-account-create = Si vous n’avez pas encore de compte, vous pouvez en créer un :
mail-no-account-not-you = Vous n’avez rien à faire. Aucun compte n’a été créé.
mail-recovered-subject = Votre mot de passe a été modifié
mail-recovered-text = Un nouveau mot de passe a été choisi pour votre compte, avec un code envoyé à cette adresse e-mail.
mail-recovered-signed-out = Toutes vos sessions ont été fermées. Les applications que vous avez reliées restent reliées.
mail-recovered-not-you = Alors une autre personne peut lire vos e-mails. Changez d’abord le mot de passe de votre boîte mail. Puis choisissez ici un nouveau mot de passe :

# Mails
mail-help-heading = Si vous avez besoin d’aide
mail-automatic = Cet e-mail a été envoyé par un ordinateur. Merci de ne pas y répondre.
mail-test-subject = Un test de nos e-mails
mail-test-text = Si vous pouvez lire ceci, les e-mails de ce portail arrivent bien.
mail-test-link = Ouvrir le portail

# Mails: notices
notice-mail-new-browser = Une nouvelle connexion à votre compte
notice-mail-new-browser-what = Une personne s’est connectée à votre compte : { $browser }, le { $date }. C’est la première fois avec ce navigateur.
notice-mail-password = Votre mot de passe a été modifié
notice-mail-password-what = Le mot de passe de votre compte a été modifié le { $date }.
notice-mail-passkey = Une clé d’accès a été ajoutée
notice-mail-passkey-what = La clé d’accès « { $name } » a été ajoutée à votre compte le { $date }.
notice-mail-provider = Un moyen de connexion a été ajouté
notice-mail-provider-what = Depuis le { $date }, le compte d’un autre service peut ouvrir votre compte chez nous.
notice-mail-connected = L’application { $app } est reliée
notice-mail-connected-what = L’application { $app }, proposée par { $organization }, a été reliée à l’un de vos dossiers le { $date }.
notice-mail-disconnected = L’application { $app } est retirée
notice-mail-disconnected-what = L’application { $app }, proposée par { $organization }, a été retirée de l’un de vos dossiers le { $date }. Elle ne peut plus utiliser ce dossier.
notice-mail-given-up = L’application { $app } s’est retirée
notice-mail-given-up-what = Le { $date }, { $organization } a retiré l’application { $app } de l’un de vos dossiers. L’application ne peut plus utiliser ce dossier.
notice-mail-given-up-next = Vous n’avez rien à faire. Si vous avez des questions, contactez { $organization }.
notice-mail-data-types = L’application { $app } demande maintenant autre chose
notice-mail-data-types-what = { $organization } a changé ce que demande l’application { $app }.
notice-mail-data-types-kept = Ce que vous avez autorisé ne change pas. L’application ne reçoit rien de plus sans votre autorisation.
notice-mail-data-types-next = Dans « Vos applications reliées », vous pouvez voir ce que vous avez autorisé, et retirer l’application.
notice-mail-deleted = Votre compte est supprimé
notice-mail-deleted-what = Votre compte a été supprimé le { $date }. Toutes les applications ont été retirées.
notice-mail-deleted-gone = C’est notre dernier e-mail sur ce compte. Nous ne gardons pas votre adresse.
notice-mail-deleted-not-me = Si ce n’était pas vous, une personne connaissait votre mot de passe. Changez-le partout où vous l’utilisez, et prévenez votre clinique.
notice-mail-connections-link = Voir vos applications reliées
notice-mail-was-me = Si c’était vous, vous n’avez rien à faire.
notice-mail-not-me-heading = Ce n’était pas vous ?
notice-mail-not-me = Alors fermez toutes les sessions de votre compte, et choisissez un nouveau mot de passe. Ouvrez cette page :
notice-mail-not-me-link = Fermer toutes les sessions
mail-email-code-subject = Votre code pour la nouvelle adresse
mail-email-code-text = Vous voulez utiliser cette adresse pour votre compte. Tapez ce code sur la page qui est ouverte :
mail-email-code-time =
    { $minutes ->
        [one] Le code est valable { $minutes } minute, et une seule fois.
       *[other] Le code est valable { $minutes } minutes, et une seule fois.
    }
mail-email-code-not-me = Si ce n’était pas vous, vous n’avez rien à faire. Sans le code, rien ne change.
mail-email-taken-subject = Vous avez déjà un compte avec cette adresse
mail-email-taken-text = Une personne veut utiliser cette adresse pour un autre compte. Mais cette adresse a déjà un compte.
mail-email-taken-next = Si c’était vous, connectez-vous avec cette adresse.
mail-email-taken-link = Se connecter
mail-email-changed-subject = Votre adresse e-mail a été modifiée
mail-email-changed-text = Votre compte a une nouvelle adresse e-mail depuis le { $date }. C’est elle qui vous sert maintenant à vous connecter. Nous n’écrivons plus à votre ancienne adresse.
mail-email-changed-was-me = Si c’était vous, vous n’avez rien à faire.
mail-email-changed-undo = Vous pouvez remettre votre ancienne adresse jusqu’au { $date }. Toutes les sessions seront alors fermées. Ouvrez cette page :
mail-email-changed-link = Remettre l’ancienne adresse

# Invitation, as a mail
invitation-subject = { $organization } vous envoie une invitation
reminder-subject = { $organization } vous envoie un rappel
reminder-text = Nous vous avons déjà écrit, et votre code n’a pas encore servi. Si vous ne voulez pas relier l’application, vous n’avez rien à faire.
invitation-link = Ouvrir votre invitation
invitation-answer = Nous vous poserons une question. { $organization } vous donne la réponse par un autre moyen. Elle n’est pas dans cet e-mail.
invitation-unexpected-heading = Si vous n’attendiez pas ce code
invitation-unexpected = Ouvrez le lien et choisissez « { $report } ». Le code cesse alors de fonctionner, et nous prévenons { $organization }.
invitation-links = Nos liens commencent toujours par { $host }
invitation-sender = Nos e-mails viennent toujours de cette adresse : { $sender }
invitation-keep = Gardez cet e-mail pour vous. Le code est seulement pour vous.

# Letter
letter-subject = Relier l’application { $app } à votre dossier de santé
letter-why = { $organization } souhaite relier son application « { $app } » à votre dossier de santé.
letter-you-decide = C’est vous qui décidez. Rien n’est partagé si vous ne dites pas oui.
letter-open = Ouvrez ce lien :
letter-type = Ou ouvrez { $address } et tapez ce code :
letter-answer = Nous vous poserons une question. { $organization } vous donne la réponse par un autre moyen. Elle n’est pas dans ce courrier.
letter-chances =
    { $count ->
        [one] Vous avez { $count } essai pour répondre. Prenez votre temps.
       *[other] Vous avez { $count } essais pour répondre. Prenez votre temps.
    }
letter-then = Ensuite, connectez-vous ou créez un compte, choisissez un dossier, et dites oui ou non.
letter-until = Utilisez votre code avant le { $date }.
letter-keep = Gardez ce courrier pour vous. Le code est seulement pour vous.
letter-help = Si vous avez besoin d’aide :

# Passkeys
account-passkeys = Clés d’accès
account-passkeys-what = vos clés d’accès
account-passkeys-count =
    { $count ->
        [one] { $count } clé d’accès
       *[other] { $count } clés d’accès
    }
account-passkeys-heading = Vos clés d’accès
account-passkeys-text = Avec une clé d’accès, vous vous connectez avec votre visage, votre empreinte ou le code PIN de votre téléphone ou de votre ordinateur. Il n’y a rien à retenir, et personne ne peut la deviner.
account-passkeys-password = Vos autres moyens de connexion fonctionnent toujours.
account-passkeys-none = Vous n’avez pas encore de clé d’accès.
account-passkeys-no-script = Cette page peut ajouter une clé d’accès seulement si JavaScript est activé dans votre navigateur. Une clé d’accès n’est pas obligatoire : vous pouvez vous connecter sans elle.
account-passkeys-unsupported = Ce navigateur ne peut pas utiliser de clés d’accès. Ce n’est pas obligatoire : vous pouvez vous connecter sans elles.
account-passkeys-add-heading = Ajouter une clé d’accès
account-passkeys-prove = Avant d’en ajouter une, tapez encore une fois votre mot de passe.
account-passkeys-name-label = Nom de la clé d’accès
account-passkeys-name-hint = Pour la reconnaître plus tard, par exemple « Mon téléphone »
account-passkeys-button = Ajouter une clé d’accès
account-passkeys-added = Ajoutée le { $date }
account-passkeys-used = Dernière utilisation le { $date }
account-passkeys-never = Pas encore utilisée
account-passkeys-remove = Supprimer
account-passkeys-remove-what = la clé d’accès « { $name } »
notice-passkey-added = La clé d’accès est ajoutée. Vous pourrez l’utiliser à votre prochaine connexion.
notice-passkey-removed = La clé d’accès est supprimée. Elle ne peut plus ouvrir votre compte.
problem-passkey-name-empty = Tapez un nom pour la clé d’accès
problem-passkey-name-long = Le nom peut avoir { $max } caractères au plus. Tapez un nom plus court.
problem-passkey-cancelled = Aucune clé d’accès n’a été ajoutée. Vous avez arrêté, ou cela a pris trop de temps. Essayez de nouveau quand vous voulez.
problem-passkey-known = Ce téléphone ou cet ordinateur a déjà une clé d’accès pour ce compte.
problem-passkey-refused = Nous n’avons pas pu ajouter cette clé d’accès. Essayez de nouveau, ou utilisez-en une autre.
problem-passkey-too-many = Vous avez { $max } clés d’accès. Supprimez-en une avant d’en ajouter une autre.
sign-in-passkey-button = Se connecter avec une clé d’accès
problem-passkey-sign-in = Cette clé d’accès n’a pas fonctionné ici. Essayez-en une autre, ou utilisez votre adresse e-mail et votre mot de passe.
success-passkey-heading = Connectez-vous plus vite la prochaine fois
success-passkey-text = Avec une clé d’accès, vous vous connectez avec votre visage, votre empreinte ou le code PIN de votre téléphone. Il n’y a pas de mot de passe à retenir.
success-passkey-link = Ajouter une clé d’accès

# The letter on paper
letter-scan = Pointez l’appareil photo de votre téléphone sur cette image :
letter-picture = Une image carrée que l’appareil photo d’un téléphone peut lire. Elle ouvre le lien.
letter-short-address = Ou ouvrez { $address } et tapez ce code :
letter-spelled = Le code, lettre par lettre
