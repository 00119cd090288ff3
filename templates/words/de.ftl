# What patients read, in German. Keys are sorted by page, in the order of en.ftl.
# Plain words, short sentences, Sie, no blame. Say what happened, then what to do.
# Words: Akte (Gesundheitsakte), Code, Frage, Antwort, Versuch, verbinden, Verbindung trennen, erlauben, Klinik, Konto,
# Passkey, anmelden, abmelden, Brief, E-Mail. Names of apps and clinics stand where no ending or article changes.
# This language
language-name = Deutsch
language-dir = ltr

# Every page
service-name = Patient Connect
the-clinic = Ihre Klinik
skip-to-main = Direkt zum Inhalt
title-error = Fehler:
summary-heading = Es gibt ein Problem
sandbox-ribbon = Testumgebung: Hier ist nichts echt
brand-through = über Patient Connect
brand-hours = Öffnungszeiten:
brand-privacy = Datenschutz
brand-accessibility = Barrierefreiheit
brand-imprint = Impressum
account-nav = Ihr Konto
connections-link = Ihre Verbindungen
sign-out = Abmelden
foot-help-heading = Brauchen Sie Hilfe?
# Whom to call, and the way back
contact-phone = Telefon
contact-email = E-Mail
contact-hours = Geöffnet
contact-address = Adresse
help-link = So funktioniert es
language-form = Sprache
continue = Weiter
back = Zurück
step-caption = Schritt { $step } von { $steps }
connecting = Sie verbinden gerade:

# Dates and lengths of time
duration-seconds =
    { $count ->
        [one] { $count } Sekunde
       *[other] { $count } Sekunden
    }
duration-minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
duration-hours =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
duration-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }
duration-weeks =
    { $count ->
        [one] { $count } Woche
       *[other] { $count } Wochen
    }

# Notices
notice-signed-out = Sie sind abgemeldet.
notice-signed-in-again =
    { $minutes ->
        [one] Wir haben Sie abgemeldet, weil { $minutes } Minute lang nichts passiert ist. Melden Sie sich wieder an. Dann geht es an derselben Stelle weiter.
       *[other] Wir haben Sie abgemeldet, weil { $minutes } Minuten lang nichts passiert ist. Melden Sie sich wieder an. Dann geht es an derselben Stelle weiter.
    }
notice-disconnected = Die Verbindung zur App { $app } ist getrennt. Die App kann diese Akte nicht mehr nutzen.

# Code
code-heading = Geben Sie den Code Ihrer Klinik ein
code-hint = Er steht in Ihrem Brief oder in Ihrer E-Mail: 20 Buchstaben in fünf Gruppen, zum Beispiel
code-hint-typing = Kleine Buchstaben gehen auch. Leerzeichen und Striche sind egal.
code-next-heading = So geht es weiter
code-next-question = Sie beantworten eine Frage, die Ihre Klinik ausgesucht hat.
code-next-sign-in = Sie melden sich an oder erstellen ein Konto.
code-next-allow = Sie sehen, was die Klinik möchte, und sagen Ja oder Nein.
code-next-safe = Das dauert etwa 5 Minuten. Ohne Ihr Ja werden keine Daten weitergegeben.
code-none-summary = Ich habe keinen Code
code-none-text = Den Code bekommen Sie von Ihrer Klinik. Rufen Sie dort an oder schreiben Sie. Bitten Sie um einen Code. Anders bekommen Sie keinen.
problem-identity-code-empty = Geben Sie Ihren Code ein
problem-identity-code-length = Ein Code hat 20 Buchstaben. Sie haben { $letters } eingegeben. Vergleichen Sie Ihren Code mit Ihrem Brief.
problem-identity-code-letter = „{ $letter }“ kommt in einem Code nie vor. Vergleichen Sie Gruppe { $group } mit Ihrem Brief.
problem-identity-code-group =
    { $letters ->
        [one] Jede Gruppe hat 4 Buchstaben. Gruppe { $group } hat nur { $letters }. Vergleichen Sie sie mit Ihrem Brief.
       *[other] Jede Gruppe hat 4 Buchstaben. Gruppe { $group } hat { $letters }. Vergleichen Sie sie mit Ihrem Brief.
    }
problem-identity-code-slip = Ein Buchstabe stimmt nicht, oder zwei Buchstaben sind vertauscht. Vergleichen Sie jede Gruppe mit Ihrem Brief.
problem-identity-code-unknown = Wir kennen diesen Code nicht. Vergleichen Sie ihn mit Ihrem Brief. Wenn er gleich ist, bitten Sie Ihre Klinik um einen neuen Code.
problem-identity-code-link = Der Code in Ihrem Link ist nicht vollständig. Geben Sie den Code aus Ihrem Brief oder Ihrer E-Mail ein.
problem-identity-code-too-long = Das ist zu viel Text. Geben Sie nur den Code ein: 20 Buchstaben in fünf Gruppen.

# Question
question-asks = Ihre Frage von
question-by = ({ $organization })
question-hint = Groß- und Kleinschreibung ist egal. Aber Leerzeichen zählen mit.
question-chances =
    { $left ->
        [one] Sie haben { $left } Versuch für Ihre Antwort.
       *[other] Sie haben { $left } Versuche für Ihre Antwort.
    }
question-chances-left =
    { $left ->
        [one] Sie haben noch { $left } Versuch.
       *[other] Sie haben noch { $left } Versuche.
    }
question-check = Prüfen Sie die Schreibweise und die Leerzeichen.
question-last-chance = Wenn diese Antwort nicht stimmt, wird Ihr Code gesperrt. Nur { $organization } kann ihn entsperren. Sind Sie nicht sicher? Dann fragen Sie vorher dort nach.
question-unknown-summary = Ich weiß die Antwort nicht
question-unknown-text = { $organization } hat die Antwort zusammen mit dieser Frage festgelegt. Fragen Sie dort nach:
question-unknown-free = Nachfragen kostet keinen Versuch. Ihr Code gilt noch, wenn Sie wiederkommen.
question-other-code = Einen anderen Code eingeben
question-report = Das habe ich nicht erwartet
problem-answer-empty = Geben Sie Ihre Antwort ein
problem-answer-wrong =
    { $left ->
        [one] Diese Antwort stimmt nicht. Sie haben noch { $left } Versuch.
       *[other] Diese Antwort stimmt nicht. Sie haben noch { $left } Versuche.
    }
problem-answer-too-long = Diese Antwort ist zu lang. Geben Sie nur die Antwort ein, die Sie von Ihrer Klinik haben.

# Locked, expired and withdrawn codes
refusal-contact-heading = Wer Ihnen helfen kann
refusal-ask-heading = Was Sie tun können
refusal-have-code = Ich habe einen neuen Code
locked-heading = Ihr Code ist gesperrt
locked-what = Die Antwort auf die Frage hat zu oft nicht gestimmt. Wir haben den Code gesperrt, um Ihre Daten zu schützen.
locked-nothing = { $organization } hat keine Daten bekommen.
locked-nothing-new = { $organization } hat keine neuen Daten bekommen.
locked-before = Was Sie mit diesem Code schon früher erlaubt haben, bleibt verbunden.
locked-before-link = Ihre Verbindungen ansehen
locked-ask = Sagen Sie: „Mein Code ist gesperrt. Bitte entsperren Sie ihn.“ Ihren Brief können Sie danach weiter benutzen. Fragen Sie auch nach der Antwort auf Ihre Frage.
expired-heading = Ihr Code ist abgelaufen
expired-what = Ein Code gilt { $duration } lang. Ihr Code ist älter. Das geht vielen so.
expired-nothing = { $organization } hat keine Daten bekommen.
expired-ask = Sagen Sie: „Mein Code ist abgelaufen. Bitte schicken Sie mir einen neuen Code.“
withdrawn-heading = Ihr Code gilt nicht mehr
withdrawn-what = { $organization } hat diesen Code zurückgenommen. Vielleicht haben Sie schon einen neueren bekommen.
withdrawn-nothing = Mit diesem Code wurden keine Daten weitergegeben.
withdrawn-ask = Suchen Sie zuerst nach einem neueren Brief oder einer neueren E-Mail. Wenn Sie nichts finden, bitten Sie Ihre Klinik um einen neuen Code.

# I did not expect this
report-heading = Haben Sie das nicht erwartet?
report-what = Sie wissen nicht, warum { $organization } Ihnen einen Code geschickt hat? Dann können Sie das melden. Das passiert dann:
report-stops = Der Code wird sofort gestoppt. Niemand kann ihn mehr benutzen.
report-told = { $organization } erfährt, dass Sie den Code nicht erwartet haben. Mehr sagen wir dort nicht.
report-undo = War es ein Versehen? Dann kann { $organization } den Code wieder entsperren.
report-button = Melden und Code stoppen
report-cancel = Nicht melden

# The code is frozen
frozen-heading = Dieser Code wurde gestoppt
frozen-what = Eine Person, die diesen Code hat, hat ihn nicht erwartet und uns das gemeldet. Darum haben wir den Code gestoppt. { $organization } weiß das.
frozen-ask = Sagen Sie: „Ich möchte meinen Code benutzen. Bitte entsperren Sie ihn.“ Danach können Sie Ihren Brief wieder benutzen.

# Sign in and create an account
sign-in-heading = Anmelden
sign-in-why-journey = Ihre Antwort war richtig. Melden Sie sich jetzt an. So können nur Sie Ihre Akte verbinden.
sign-in-why = Danach sehen Sie, was mit Ihren Akten verbunden ist, und können Verbindungen trennen.
sign-in-button = Anmelden
sign-in-new-heading = Neu hier?
sign-in-new-text = Um eine Akte zu verbinden, brauchen Sie ein Konto. Es kostet nichts und ist in einer Minute fertig.
sign-in-new-link = Konto erstellen
create-account-heading = Konto erstellen
create-account-have = Haben Sie schon ein Konto?
create-account-sign-in = Anmelden
create-account-button = Konto erstellen
name-label = Ihr Name
name-hint = So, wie wir ihn schreiben sollen
email-label = E-Mail-Adresse
email-hint = Damit melden Sie sich an
password-label = Passwort
new-password-label = Wählen Sie ein Passwort
new-password-hint = Mindestens 12 Zeichen. Gut sind drei zufällige Wörter.
password-show = Anzeigen
password-hide = Verbergen
password-show-label = Passwort anzeigen
password-hide-label = Passwort verbergen
problem-sign-in = Zu dieser E-Mail-Adresse und diesem Passwort finden wir kein Konto. Prüfen Sie beides, oder erstellen Sie ein Konto.
problem-email-empty = Geben Sie Ihre E-Mail-Adresse ein
problem-email-invalid = Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.com
problem-email-taken = Mit diesen Angaben konnten wir kein Konto erstellen. Haben Sie schon ein Konto? Dann melden Sie sich an.
problem-password-empty = Geben Sie ein Passwort ein
problem-password-short = Ihr Passwort braucht mindestens { $min } Zeichen. Gut sind drei zufällige Wörter.
problem-password-common = Dieses Passwort steht auf einer Liste gestohlener Passwörter, die alle lesen können. Wählen Sie ein anderes. Gut sind drei zufällige Wörter.
problem-password-weak = Dieses Passwort ist leicht zu erraten. Probieren Sie es mit drei zufälligen Wörtern.
problem-password-long = Ihr Passwort darf höchstens { $max } Zeichen haben. Wählen Sie ein kürzeres.
problem-name-empty = Geben Sie Ihren Namen ein
problem-name-long = Ihr Name darf hier höchstens { $max } Zeichen haben. Kürzen Sie ihn bitte.

# Codes from emails: a new account, and a forgotten password
sign-in-recover = Passwort vergessen?
sign-in-no-recovery = Merken Sie sich Ihr Passwort gut. Dieser Dienst kann keine E-Mails schicken. Wenn Sie das Passwort vergessen, kann Ihnen niemand helfen.
create-account-no-mail = Dieser Dienst kann keine E-Mails schicken. Wir prüfen nicht, ob die Adresse Ihnen gehört. Und wenn Sie Ihr Passwort vergessen, kann Ihnen niemand helfen.
email-hint-code = Wir schicken einen Code an diese Adresse. Mit ihr melden Sie sich auch an.
email-code-label = Code aus der E-Mail
email-code-hint = Er hat { $digits } Ziffern und gilt { $duration } lang. Leerzeichen sind egal.
email-code-no-code = In der E-Mail ist kein Code? Dann steht dort, was Sie tun können.
email-code-expired = Der Code, den wir geschickt haben, gilt nicht mehr: Er ist zu alt. Unten können Sie sich einen neuen schicken lassen.
email-code-spent = Der Code, den wir geschickt haben, gilt nicht mehr: Es gab zu viele falsche Eingaben. Unten können Sie sich einen neuen schicken lassen.
email-code-none-heading = Keine E-Mail bekommen?
email-code-none-text = Es kann ein paar Minuten dauern. Schauen Sie auch im Spam-Ordner nach.
email-code-resend = Neuen Code schicken
verify-email-heading = Schauen Sie in Ihre E-Mails
verify-email-sent = Wir haben eine E-Mail an { $email } geschickt. Geben Sie den Code daraus hier ein. Dann wissen wir, dass die Adresse Ihnen gehört.
verify-email-device = Sie können die E-Mail auch auf einem anderen Handy oder Computer lesen. Lassen Sie diese Seite offen.
verify-email-again-text = Ist die Adresse falsch?
verify-email-again = Angaben neu eingeben
recover-heading = Neues Passwort wählen
recover-text = Geben Sie die E-Mail-Adresse Ihres Kontos ein. Wir schicken einen Code dorthin. Mit dem Code können Sie ein neues Passwort wählen.
recover-keeps = Was Sie verbunden haben, bleibt verbunden.
recover-back = Zurück zu „Anmelden“
recover-code-heading = Geben Sie den Code aus Ihrer E-Mail ein
recover-code-sent = Wir haben eine E-Mail an { $email } geschickt.
recover-code-again-text = Ist die Adresse falsch?
recover-code-again = Andere Adresse eingeben
recover-password-heading = Ihr neues Passwort
recover-password-text = Ihr Code war richtig. Sobald Sie ein neues Passwort haben, sind Sie überall abgemeldet. Melden Sie sich dann mit dem neuen Passwort an.
recover-password-button = Neues Passwort speichern
notice-recovered = Sie haben ein neues Passwort. Melden Sie sich damit an.
notice-has-account = Sie haben mit dieser Adresse schon ein Konto. Melden Sie sich an, oder wählen Sie ein neues Passwort.
notice-email-sent-again = Wir haben noch eine E-Mail geschickt. Nur der neueste Code gilt.
problem-email-code-empty = Geben Sie den Code aus der E-Mail ein
problem-email-code-digits = Ein Code hat nur Ziffern. Vergleichen Sie ihn mit der E-Mail.
problem-email-code-length = Ein Code hat { $digits } Ziffern. Vergleichen Sie ihn mit der E-Mail.
problem-email-code-wrong =
    { $left ->
        [one] Dieser Code stimmt nicht. Nehmen Sie die neueste E-Mail. Sie können es noch { $left } Mal versuchen.
       *[other] Dieser Code stimmt nicht. Nehmen Sie die neueste E-Mail. Sie können es noch { $left } Mal versuchen.
    }
problem-email-code-expired = Dieser Code gilt nicht mehr: Er ist zu alt. Unten können Sie sich einen neuen schicken lassen.
problem-email-code-spent = Dieser Code gilt nicht mehr: Es gab zu viele falsche Eingaben. Unten können Sie sich einen neuen schicken lassen.
problem-email-code-too-often =
    { $count ->
        [one] Wir haben schon { $count } E-Mail geschickt. Suchen Sie die neueste, oder fangen Sie neu an.
       *[other] Wir haben schon { $count } E-Mails geschickt. Suchen Sie die neueste, oder fangen Sie neu an.
    }

# How long to stay signed in, below sign in and create an account
stay-keep = Angemeldet bleiben
stay-keep-hint = { $duration } lang, auch wenn Sie den Browser schließen. Kreuzen Sie das nicht an, wenn auch andere dieses Gerät benutzen.
stay-shared = Diesen Computer benutzen auch andere
stay-shared-hint = Zum Beispiel in einer Bücherei. Wir melden Sie ab, wenn Sie fertig sind.
stay-ended = Sie haben „Diesen Computer benutzen auch andere“ angekreuzt. Darum sind Sie jetzt abgemeldet, und niemand sonst kann diese Seite öffnen.

# Too many tries at signing in to one account
too-many-sign-ins-what = Es gab zu viele Versuche, sich mit dieser E-Mail-Adresse anzumelden. Vielleicht war das jemand anderes.
too-many-sign-ins-known = Haben Sie ein Handy oder einen Computer, mit dem Sie schon einmal angemeldet waren? Dort können Sie sich jetzt anmelden.

# Providers: signing in with an account from elsewhere
other-ways-heading = Andere Wege zum Anmelden
other-ways-text = Haben Sie ein Konto bei einem anderen Dienst, das Sie hier benutzen können? Dann brauchen Sie kein Passwort von uns. Beim ersten Mal legen wir Ihr Konto an.
other-ways-button = Mit { $provider } anmelden
provider-nameless = Neue Person
provider-nothing = Es wurde nichts geändert und nichts weitergegeben.
provider-back-to-sign-in = Zurück zum Anmelden
provider-back-to-account = Zurück zu „Wege zum Anmelden“
provider-away-heading = { $provider } antwortet nicht
provider-away-what = Wir können { $provider } gerade nicht erreichen. Vielleicht ist dort viel los, oder es wird etwas repariert.
provider-away-next = Versuchen Sie es in ein paar Minuten noch einmal, oder wählen Sie einen anderen Weg zum Anmelden.
provider-refused-heading = Die Anmeldung mit { $provider } hat nicht geklappt
provider-refused-what = Was { $provider } uns gemeldet hat, war nicht richtig. Darum haben wir zu Ihrer Sicherheit abgebrochen.
provider-refused-next = Gehen Sie zurück und versuchen Sie es noch einmal. Wenn es wieder passiert, wählen Sie einen anderen Weg zum Anmelden.
provider-cancelled-heading = Sie haben sich nicht mit { $provider } angemeldet
provider-cancelled-what = Sie haben abgebrochen, oder { $provider } hat die Anmeldung nicht zugelassen. Das ist nicht schlimm.
provider-cancelled-next = Sie können es noch einmal versuchen oder einen anderen Weg zum Anmelden wählen.
provider-over-heading = Diese Anmeldung ist vorbei
provider-over-what = Sie hat zu lange gedauert, sie wurde in einem anderen Fenster begonnen, oder diese Seite wurde zweimal geöffnet.
provider-over-next = Gehen Sie zurück und fangen Sie neu an. Mit { $provider } geht es beim zweiten Mal oft schneller.
provider-known-heading = Vielleicht haben Sie hier schon ein Konto
provider-known-what = { $provider } hat uns Ihre E-Mail-Adresse genannt. Ein Konto hier hat dieselbe Adresse. Damit alle Akten sicher sind, legen wir Konten nie nur wegen einer Adresse zusammen.
provider-known-next = Wenn es Ihr Konto ist, melden Sie sich zuerst mit dem Passwort dieses Kontos an. Öffnen Sie dann in Ihrem Konto „Wege zum Anmelden“ und fügen Sie { $provider } hinzu.
provider-known-other-heading = Gehört dieses Konto nicht Ihnen?
provider-known-other-text = Dann können Sie ein eigenes Konto haben. Am Anfang ist es leer.
provider-known-other-button = Neues Konto erstellen
provider-taken-heading = Das gehört zu einem anderen Konto
provider-taken-what = Mit dem Konto bei { $provider }, das Sie benutzt haben, meldet sich hier jemand anderes an.
provider-taken-next = Gehören beide Konten Ihnen? Dann melden Sie sich ab. Melden Sie sich danach mit { $provider } an, um das andere zu sehen.
ways-heading = Wege zum Anmelden
ways-text = Sie können sich mit einem Konto anmelden, das Sie bei einem anderen Dienst haben. Damit öffnen Sie hier dasselbe Konto mit denselben Akten.
way-added = Sie können sich mit { $provider } anmelden.
way-not-added = Mit { $provider } melden Sie sich noch nicht an.
way-only = Das ist Ihr einziger Weg zum Anmelden. Darum bleibt er.
way-add = { $provider } hinzufügen
way-remove = { $provider } entfernen
notice-provider-added = Fertig. Beim nächsten Anmelden können Sie diesen Weg benutzen.
notice-provider-removed = Fertig. Auf diesem Weg melden Sie sich nicht mehr an.
problem-provider-last = Das ist Ihr einziger Weg zum Anmelden. Darum bleibt er.

# Record
record-heading = Wessen Gesundheitsakte möchten Sie verbinden?
record-hint = Wählen Sie eine Akte. Sie können alles prüfen, bevor Sie Ja sagen.
record-used-before = Diese haben Sie schon einmal gewählt
record-connected = Zurzeit mit { $app } verbunden
record-new = Eine neue Akte
record-new-note = Für eine Person, die nicht in dieser Liste steht
record-new-name-label = Name für die neue Akte
record-new-name-hint = Für wen die Akte ist, zum Beispiel Emma
record-signed-in-as = Sie sind angemeldet als { $person }.
record-not-you = Sind Sie das nicht? Abmelden
problem-record-none = Wählen Sie, wessen Akte Sie verbinden möchten
problem-record-unknown = Diese Akte ist keine von Ihren Akten. Wählen Sie eine aus der Liste.
problem-new-record-name-empty = Geben Sie einen Namen für die neue Akte ein
problem-new-record-name-long = Der Name darf höchstens { $max } Zeichen haben. Geben Sie einen kürzeren ein.

# Authorize
authorize-heading = Darf die App { $app } diese Akte nutzen?
authorize-who = Wer fragt
authorize-by = von { $organization }
authorize-record = Akte
authorize-record-new = Neu: Wir legen sie an, wenn Sie es erlauben
authorize-no-rules = { $app } möchte verbunden werden. Die App möchte in der Akte nichts sehen und nichts ändern.
authorize-names = { $app } erfährt auch Ihren Namen und den Namen dieser Akte.
authorize-required = Was die App braucht
authorize-optional = Was Sie außerdem erlauben können
authorize-optional-hint = Kreuzen Sie nur an, was Sie möchten. Es geht auch ohne.
authorize-stays-heading = { $app } ist schon verbunden mit:
authorize-stays-text = Das bleibt so. Haben Sie früher die falsche Akte gewählt? Dann trennen Sie diese Verbindung unter „Ihre Verbindungen“.
authorize-mind-heading = Sie können es sich anders überlegen
authorize-mind-text = Die Erlaubnis gilt, bis Sie sie beenden. Das geht jederzeit: Öffnen Sie „Ihre Verbindungen“ und wählen Sie „Verbindung trennen“.
authorize-allow = { $app } erlauben
authorize-decline = Nicht erlauben
# What an app may do, as one sentence
# $access is a list of the four words above, such as “hinzufügen und lesen”; $types a list of kinds of information,
# such as “Allergien und Impfungen”, behind a colon in the nominative.
rule-may = Die App darf diese Daten { $access }: { $types }.
rule-may-only = Die App darf diese Daten { $access }.
rule-about = Es geht um diese Daten: { $types }.
access-create = hinzufügen
access-read = lesen
access-update = ändern
access-delete = löschen
problem-decision-none = Wählen Sie, ob Sie das erlauben oder nicht
problem-rule-unknown = Wir konnten Ihre Auswahl nicht lesen. Kreuzen Sie bitte noch einmal an.

# Kinds of information, as they stand in that sentence
data-type-adverse-events = Nebenwirkungen von Behandlungen
data-type-allergies = Allergien
data-type-appointments = Termine
data-type-asthma = Einträge zu Asthma und Asthmaspray
data-type-blood-glucose = Blutzuckerwerte
data-type-blood-oxygen = Sauerstoffwerte im Blut
data-type-blood-pressure = Blutdruckwerte
data-type-body-measurements = Körpermaße
data-type-bills = Rechnungen
data-type-care-plans = Behandlungspläne
data-type-care-team = Personen im Behandlungsteam
data-type-cholesterol = Cholesterinwerte
data-type-conditions = Krankheiten und Beschwerden
data-type-consents = Einwilligungen
data-type-contacts = Kontakte
data-type-devices = medizinische Geräte
data-type-diabetes = Einträge zu Diabetes
data-type-diagnostic-reports = Berichte über Untersuchungen
data-type-diet = Einträge zu Mahlzeiten und Ernährung
data-type-discharge-summaries = Entlassungsbriefe aus dem Krankenhaus
data-type-documents = Dokumente
data-type-emergency-contacts = Notfallkontakte
data-type-encounters = Besuche in der Klinik
data-type-exercise = Einträge zu Sport und Bewegung
data-type-family-history = Krankheiten in der Familie
data-type-files = Dateien
data-type-genetic-results = Ergebnisse von Gentests
data-type-goals = Gesundheitsziele
data-type-health-journal = Einträge im Gesundheitstagebuch
data-type-heart = Herzuntersuchungen
data-type-heart-rate = Pulswerte
data-type-height = Angaben zur Körpergröße
data-type-images = Bilder
data-type-imaging-studies = Röntgenbilder und andere Aufnahmen
data-type-immunizations = Impfungen
data-type-insulin = Einträge zum Insulinspritzen
data-type-insurance = Krankenversicherungen
data-type-lab-results = Laborwerte
data-type-living-wills = Patientenverfügungen
data-type-lung-function = Lungenfunktionstests
data-type-medication-dispenses = Medikamente aus der Apotheke
data-type-medication-requests = Rezepte
data-type-medications = Medikamente
data-type-messages = Nachrichten
data-type-moods = Einträge zur Stimmung
data-type-notes = Notizen
data-type-observations = Messwerte und Befunde
data-type-orders = verordnete Untersuchungen und Behandlungen
data-type-peak-flow = Peak-Flow-Werte
data-type-personal-details = persönliche Angaben wie Name und Geburtstag
data-type-pregnancies = Schwangerschaften
data-type-procedures = Operationen und Behandlungen
data-type-questionnaire-answers = Antworten auf Fragebögen
data-type-questionnaires = Fragebögen
data-type-relatives = Angehörige und Pflegepersonen
data-type-risk-assessments = Risikoeinschätzungen
data-type-sleep = Einträge zum Schlaf
data-type-specimens = Proben wie Blut
data-type-vision-prescriptions = Rezepte für Brillen und Kontaktlinsen
data-type-vital-signs = Vitalwerte wie Puls und Temperatur
data-type-warnings = Warnhinweise für das Personal
data-type-weight = Angaben zum Gewicht
data-type-menstruation = Einträge zur Periode

# Success
success-heading = { $app } ist verbunden
success-record = Die App kann jetzt die Akte „{ $record }“ nutzen.
success-says = { $organization } sagt:
success-next-heading = So geht es weiter
success-next-app = { $organization } erfährt, dass Sie verbunden sind. Sie müssen nichts tun.
success-next-code = Behalten Sie Ihren Brief. Ihr Code gilt noch { $duration }. Damit können Sie noch eine Akte verbinden oder diese Akte noch einmal.
success-next-stop = Sie können die Verbindung jederzeit trennen:
success-facts-heading = Für Ihre Unterlagen
success-what = Das haben Sie verbunden
success-app = App
success-when = Datum
success-rules-heading = Das haben Sie erlaubt
success-print = Diese Seite drucken
return-link-leaves = Damit öffnen Sie eine andere Website.

# Declined
declined-heading = Sie haben { $app } nicht erlaubt
declined-what = Sie haben Nein gesagt zu „{ $friendly }“. Das ist in Ordnung.
declined-nothing = { $organization } hat keine Daten bekommen. Und wir speichern nicht, was Sie gewählt haben.
declined-mind-heading = Wenn Sie es sich anders überlegen
declined-mind-text = Dann benutzen Sie Ihren Code noch einmal. Das geht, bis er abläuft.
declined-again = Code noch einmal eingeben

# Connections and disconnecting
connections-heading = Ihre Verbindungen
connections-intro = Diese Apps sind mit Ihren Akten verbunden. Sie können jede Verbindung trennen.
connections-none = Mit Ihren Akten ist keine App verbunden.
connection-since = Verbunden seit dem { $date }
connection-ended = Beendet am { $date }
connection-may = Was die App darf
connection-no-rules = Die App darf in der Akte nichts sehen und nichts ändern.
connection-history = Was passiert ist
connection-history-caption = Was passiert ist, das Neueste zuerst
history-when = Wann
history-what = Was
history-authorized = Sie haben es erlaubt
history-reauthorized = Sie haben es noch einmal erlaubt
history-disconnected = Sie haben die Verbindung getrennt
history-given-up = Die App hat die Verbindung beendet
connection-contact = Kontakt:
disconnect-link = Verbindung trennen
disconnect-link-what = (App { $app }, Akte „{ $record }“)
disconnect-heading = Verbindung zwischen { $app } und „{ $record }“ trennen?
disconnect-what-happens = Wenn Sie die Verbindung trennen:
disconnect-stops = { $app } kann diese Akte ab sofort nicht mehr nutzen.
disconnect-copies = Kopien, die { $organization } schon hat, bleiben dort.
disconnect-again = Möchten Sie später wieder verbinden? Dann benutzen Sie Ihren Code. Oder { $organization } gibt Ihnen einen neuen.
disconnect-button = Ja, Verbindung trennen
disconnect-cancel = Nein, verbunden lassen

# The account
account-link = Ihr Konto
account-heading = Ihr Konto
account-back = Ihr Konto
account-change = Ändern
account-see = Ansehen
account-name = Name
account-name-what = (Ihr Name)
account-email = E-Mail-Adresse
account-email-what = (Ihre E-Mail-Adresse)
account-password = Passwort
account-password-what = (Ihr Passwort)
account-password-hidden = Das kennen nur Sie
account-ways = Wege zum Anmelden
account-ways-what = (Ihre Wege zum Anmelden)
account-ways-is = Konten bei anderen Diensten
account-language = Sprache
account-language-what = (Ihre Sprache)
account-language-browser = Wie in Ihrem Browser
account-records = Ihre Akten
account-records-what = (Ihre Akten)
account-records-count =
    { $count ->
        [one] { $count } Akte
       *[other] { $count } Akten
    }
account-sessions = Wo Sie angemeldet sind
account-sessions-what = (wo Sie angemeldet sind)
account-sessions-count =
    { $count ->
        [one] { $count } Browser
       *[other] { $count } Browser
    }
account-history = Was passiert ist
account-history-what = (was in Ihrem Konto passiert ist)
account-history-is = Anmeldungen und Änderungen
account-data-heading = Ihre Daten
account-export-link = Ihre Daten ansehen und herunterladen
account-delete-link = Ihr Konto löschen
browser-on = { $browser } auf { $system }
browser-unknown = Ein Browser, den wir nicht kennen
browser-unknown-on = Ein Browser auf { $system }
notice-name-changed = Ihr Name ist geändert.
notice-email-changed = Ihre E-Mail-Adresse ist geändert. Melden Sie sich ab jetzt mit der neuen an.
notice-language-changed = Ihre Sprache ist geändert.
notice-password-changed = Ihr Passwort ist geändert. Überall sonst sind Sie jetzt abgemeldet.
notice-session-ended = Der Browser ist abgemeldet.
notice-sessions-ended = Überall sonst sind Sie jetzt abgemeldet.
notice-record-renamed = Die Akte hat jetzt den neuen Namen.
notice-record-deleted = Die Akte ist gelöscht.
notice-code-sent = Wir haben Ihnen einen neuen Code geschickt. Der alte gilt nicht mehr.

# The account: name, address, language, password
account-name-heading = Ihren Namen ändern
account-name-hint = Apps, die Sie verbunden haben, können ihn sehen.
account-name-button = Speichern
account-email-heading = Ihre E-Mail-Adresse ändern
account-email-present = Ihre Adresse jetzt: { $email }
account-email-none = Sie melden sich mit einem Konto bei einem anderen Dienst an. Darum gibt es bei uns keine Adresse, die Sie ändern könnten.
account-email-label = Neue E-Mail-Adresse
account-email-hint = Wir schicken einen Code an diese Adresse. Wenn Sie den Code eingeben, wird Ihre Adresse geändert.
account-email-hint-now = Ab dann melden Sie sich damit an.
account-email-undo =
    { $days ->
        [one] Wir schreiben auch an Ihre alte Adresse. Von dort aus können Sie die Änderung { $days } Tag lang rückgängig machen.
       *[other] Wir schreiben auch an Ihre alte Adresse. Von dort aus können Sie die Änderung { $days } Tage lang rückgängig machen.
    }
account-email-button = Adresse ändern
account-email-code-heading = Schauen Sie in Ihre E-Mails
account-email-code-back = Eine andere Adresse benutzen
account-email-code-sent = Wir haben einen Code an { $email } geschickt.
account-email-code-label = Code aus der E-Mail
account-email-code-hint =
    { $minutes ->
        [one] Der Code hat 6 Ziffern. Er gilt { $minutes } Minute lang.
       *[other] Der Code hat 6 Ziffern. Er gilt { $minutes } Minuten lang.
    }
account-email-code-button = Bestätigen
account-email-code-none = Keine E-Mail bekommen?
account-email-code-spam = Es kann ein paar Minuten dauern. Schauen Sie auch im Spam-Ordner nach.
account-email-code-resend = Neuen Code schicken
account-language-heading = Wählen Sie Ihre Sprache
account-language-hint = Sie gilt auf jedem Gerät, auf dem Sie sich anmelden, und in unseren E-Mails.
account-language-button = Speichern
account-password-heading = Ihr Passwort ändern
account-password-ends = Danach bleiben Sie hier angemeldet. Überall sonst werden Sie abgemeldet.
account-password-none = Sie melden sich mit einem Konto bei einem anderen Dienst an. Darum haben Sie bei uns kein Passwort, das Sie ändern könnten.
account-password-label = Neues Passwort
account-password-button = Passwort ändern
current-password-label = Ihr jetziges Passwort
problem-current-password = Das ist nicht Ihr jetziges Passwort. Geben Sie es noch einmal ein.
problem-current-password-empty = Geben Sie Ihr Passwort ein
problem-email-same = Das ist schon Ihre Adresse. Geben Sie eine andere ein.
problem-email-not-free = Diese Adresse können Sie hier nicht benutzen. Geben Sie eine andere ein.
problem-email-too-many = Wir haben Ihnen schon viele Codes geschickt. Warten Sie eine Stunde und versuchen Sie es dann noch einmal.
problem-email-code-over = Dieser Code gilt nicht mehr. Lassen Sie sich einen neuen schicken.
problem-language-none = Wählen Sie eine Sprache

# The account: sign-ins and history
account-sessions-heading = Wo Sie angemeldet sind
account-sessions-text = Ist etwas dabei, das Sie nicht kennen? Dann melden Sie sich dort ab.
account-session-this = Dieser Browser
account-session-since = Angemeldet: { $date }
account-session-seen = Zuletzt benutzt: { $date }
account-session-kept = Hier bleiben Sie angemeldet bis zum { $date }
account-session-end = Abmelden
account-sessions-others = Überall sonst abmelden
account-sessions-strange = Stimmt etwas nicht?
account-sessions-password = Ihr Passwort ändern
account-history-heading = Was in Ihrem Konto passiert ist
account-history-none = Bis jetzt ist nichts passiert.
account-history-caption =
    { $months ->
        [one] Das Neueste zuerst. Wir speichern das { $months } Monat lang.
       *[other] Das Neueste zuerst. Wir speichern das { $months } Monate lang.
    }
account-history-pages = Seiten
account-history-newer = Neuere
account-history-older = Ältere
account-history-strange = Ist etwas dabei, das nicht von Ihnen war?
account-event-signed-in = Sie haben sich angemeldet
account-event-sign-in-failed = Jemand hat ein falsches Passwort eingegeben
account-event-times =
    { $count ->
        [one] { $count } Mal
       *[other] { $count } Mal
    }
account-event-name = Ihr Name wurde geändert
account-event-email = Ihre E-Mail-Adresse wurde geändert
account-event-email-restored = Ihre alte E-Mail-Adresse gilt wieder
account-event-language = Ihre Sprache wurde geändert
account-event-provider-added = Sie haben einen Weg zum Anmelden hinzugefügt
account-event-provider-removed = Sie haben einen Weg zum Anmelden entfernt
account-event-password = Ihr Passwort wurde geändert
account-event-recovered = Sie haben mit einem Code aus einer E-Mail ein neues Passwort gewählt
account-event-passkey-added = Ein Passkey wurde hinzugefügt
account-event-passkey-removed = Ein Passkey wurde entfernt
account-event-session = Sie haben einen anderen Browser abgemeldet
account-event-others = Sie haben sich überall sonst abgemeldet
account-event-all = Über eine E-Mail wurden alle abgemeldet
account-event-connected = Sie haben eine App verbunden
account-event-disconnected = Sie haben die Verbindung zu einer App getrennt
account-event-given-up = Eine App hat ihre Verbindung beendet
account-event-record-renamed = Eine Akte hat einen neuen Namen bekommen
account-event-record-deleted = Sie haben eine Akte gelöscht
account-event-exported = Sie haben Ihre Daten heruntergeladen

# The account: records
account-records-heading = Ihre Akten
account-records-back = Ihre Akten
account-records-none = Sie haben keine Akten. Eine Akte entsteht, wenn Sie eine App verbinden.
account-records-text = Sie können eine Akte löschen, wenn keine App mit ihr verbunden ist.
account-record-unconnected = Keine App ist verbunden
account-record-connected =
    { $count ->
        [one] { $count } App ist verbunden
       *[other] { $count } Apps sind verbunden
    }
account-record-rename = Umbenennen
account-record-delete = Löschen
account-record-see = Verbindungen ansehen
account-record-name-heading = „{ $record }“ umbenennen
account-record-name-label = Neuer Name
account-record-delete-heading = „{ $record }“ löschen?
account-record-delete-what = Die Akte und ihr Verlauf werden hier gelöscht.
account-record-delete-final = Das können Sie nicht rückgängig machen.
account-record-delete-button = Ja, löschen
account-record-delete-cancel = Nein, behalten
problem-record-name-empty = Geben Sie einen Namen für die Akte ein

# The account: data and deleting
account-export-heading = Ihre Daten
account-export-text = Das haben wir über Sie gespeichert. In der Datei steht alles, und zwar so, dass andere Programme es lesen können.
account-export-apps = Apps, die Sie verbunden haben
account-export-apps-more = Mit dem, was Sie erlaubt haben, seit wann und was passiert ist
account-export-mails = E-Mails zu Ihrem Konto
account-export-mails-more = Nur wann und warum wir geschrieben haben. Was darin stand, speichern wir nicht.
account-export-none = Keine
account-export-lines =
    { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
account-export-mails-count =
    { $count ->
        [one] { $count } E-Mail
       *[other] { $count } E-Mails
    }
account-export-secrets = Ihr Passwort ist nicht dabei. Wir speichern es nur so, dass niemand es lesen kann.
account-export-button = Ihre Daten herunterladen
account-delete-heading = Ihr Konto löschen?
account-delete-what = Wenn Sie es löschen:
account-delete-app = Die Verbindung zur App { $app } wird getrennt. Die App erfährt das.
account-delete-record = Die Akte „{ $record }“ wird gelöscht.
account-delete-all = Ihr Name, Ihre Adresse, Ihr Passwort und Ihr Verlauf werden gelöscht.
account-delete-copies = Kopien, die eine Klinik schon hat, bleiben in der Klinik.
account-delete-codes = Was Kliniken zu Ihren Codes geschrieben haben, bleibt dort, bis die Codes ablaufen.
account-delete-final = Das ist endgültig. Niemand kann das Konto zurückholen.
account-delete-export = Möchten Sie vorher eine Kopie behalten?
account-delete-label = Geben Sie zur Bestätigung Ihre E-Mail-Adresse ein
account-delete-label-name = Geben Sie zur Bestätigung Ihren Namen ein
account-delete-button = Mein Konto endgültig löschen
account-delete-cancel = Mein Konto behalten
problem-delete-empty = Schreiben Sie es so, wie es oben steht
problem-delete-other = Das ist nicht dasselbe. Schreiben Sie es so, wie es oben steht.
account-deleted-heading = Ihr Konto ist gelöscht
account-deleted-text = Alle Verbindungen zu Apps sind getrennt, und die Apps haben das erfahren. Sie sind überall abgemeldet.
account-deleted-copies = Kopien, die eine Klinik schon hat, bleiben in der Klinik. Wenn Sie dazu Fragen haben, fragen Sie Ihre Klinik.
account-deleted-close = Sie können diese Seite schließen.

# The account: links in mails
not-me-heading = Überall abmelden?
not-me-ends = Alle, die in Ihrem Konto angemeldet sind, werden sofort abgemeldet.
not-me-password = Danach wählen Sie ein neues Passwort. Wir helfen Ihnen dabei.
not-me-stays = Ihre Verbindungen bleiben, wie sie sind.
not-me-button = Überall abmelden
not-me-was-me = Wenn Sie das waren, können Sie diese Seite schließen. Dann ändert sich nichts.
undo-email-heading = Alte Adresse zurückholen?
undo-email-back = Ihr Konto hat dann wieder die Adresse { $email }.
undo-email-button = Zurückholen
problem-undo-taken = Zu dieser Adresse gehört jetzt ein eigenes Konto. Darum können wir sie nicht zurückholen. Melden Sie sich damit an, oder bitten Sie Ihre Klinik um Hilfe.
link-old-heading = Dieser Link gilt nicht mehr
link-old-text = Er ist zu alt, oder er wurde schon benutzt. Glauben Sie, dass jemand anderes Ihr Konto benutzt? Dann wählen Sie ein neues Passwort.
link-old-recover = Neues Passwort wählen

# Not found, too many requests, stale form
not-found-heading = Wir finden diese Seite nicht
not-found-what = Haben Sie die Adresse getippt? Dann prüfen Sie, ob sie stimmt. Haben Sie sie kopiert? Dann prüfen Sie, ob sie vollständig ist.
not-found-next = Wenn Sie einen Code von Ihrer Klinik haben, können Sie ihn hier eingeben.
not-found-target = Der Link führt zu etwas, das es bei diesem Dienst nicht gibt.
not-found-target-next = Suchen Sie den Code in Ihrem Brief oder Ihrer E-Mail. Sie können ihn hier eingeben.
not-found-link = Code eingeben
too-many-requests-heading = Bitte warten Sie einen Moment
too-many-requests-what = Aus Ihrem Netzwerk kamen in kurzer Zeit zu viele Versuche.
too-many-requests-wait = Warten Sie { $duration } und versuchen Sie es dann noch einmal.
too-many-requests-kept = Ihr Code ist dadurch nicht gesperrt, und Sie haben keinen Versuch verloren. Gehen Sie zurück und schicken Sie das Formular noch einmal ab.
stale-form-heading = Diese Seite war zu lange offen
stale-form-what = Wir konnten nicht sicher sein, dass das von Ihnen kam. Darum haben wir abgebrochen.
stale-form-nothing = Es wurde nichts geändert.
stale-form-next = Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.
problem-form-changed = Diese Seite hat sich geändert, seit Sie sie geöffnet haben. Es ist noch nichts passiert. Bitte lesen Sie die Seite noch einmal.
problem-form-stale = Die Seite war eine Weile offen. Nichts ist verloren: Schicken Sie sie einfach noch einmal ab.

# Faults
try-again-later-heading = Das geht im Moment leider nicht
try-again-later-what = Der Dienst hat gerade sehr viel zu tun oder wird repariert.
try-again-later-next = Versuchen Sie es in ein paar Minuten noch einmal.
try-again-later-kept = Was Sie vorher fertig gemacht haben, ist gespeichert. Ihr Code gilt noch.

# A step may have been saved, or not
outcome-unknown-heading = Wir wissen leider nicht, ob dieser Schritt gespeichert wurde
outcome-unknown-next = Warten Sie ein paar Minuten. Gehen Sie dann zurück und sehen Sie sich die Seite an, bevor Sie es noch einmal versuchen.
outcome-unknown-kept = Was Sie vor diesem Schritt fertig gemacht haben, ist gespeichert.

fault-heading = Leider hat etwas nicht geklappt
fault-what = Das ist unser Fehler, nicht Ihrer. Was Sie vorher fertig gemacht haben, ist gespeichert.
fault-next = Gehen Sie zurück und versuchen Sie es noch einmal. Wenn es wieder passiert, bitten Sie Ihre Klinik um Hilfe.
fault-reference = Nennen Sie dort diese Nummer:

# Help
help-heading = So funktioniert es
help-how-heading = Verbinden in fünf Schritten
help-how-code = Geben Sie den Code ein, den Ihre Klinik Ihnen geschickt hat.
help-how-question = Beantworten Sie die Frage, die Ihre Klinik ausgesucht hat. Die Antwort haben Sie auf einem anderen Weg bekommen, zum Beispiel bei Ihrem Besuch.
help-how-sign-in = Melden Sie sich an, oder erstellen Sie ein Konto.
help-how-record = Wählen Sie, wessen Gesundheitsakte Sie verbinden möchten.
help-how-allow = Lesen Sie, was die Klinik möchte. Sagen Sie Ja oder Nein.
help-how-stop = Unter „Ihre Verbindungen“ können Sie jede Verbindung jederzeit trennen.
help-time-heading = Wie viel Zeit Sie haben
help-time-code = Ein Code gilt { $duration } lang, sobald Ihre Klinik ihn erstellt hat.
help-time-idle =
    { $minutes ->
        [one] Wir melden Sie ab, wenn { $minutes } Minute lang nichts passiert. Melden Sie sich wieder an. Dann geht es an derselben Stelle weiter.
       *[other] Wir melden Sie ab, wenn { $minutes } Minuten lang nichts passiert. Melden Sie sich wieder an. Dann geht es an derselben Stelle weiter.
    }
help-time-kept = Wenn Sie „Angemeldet bleiben“ ankreuzen, bleiben Sie stattdessen { $duration } lang angemeldet.
help-time-journey =
    { $hours ->
        [one] Wir merken uns { $hours } Stunde lang, wo Sie waren. Danach geben Sie Ihren Code noch einmal ein.
       *[other] Wir merken uns { $hours } Stunden lang, wo Sie waren. Danach geben Sie Ihren Code noch einmal ein.
    }
help-kept-heading = Was wir speichern
help-kept-account = Ihren Namen, Ihre E-Mail-Adresse und die Namen Ihrer Akten.
help-kept-connections = Welche Apps Sie erlaubt haben, was diese dürfen und seit wann.
help-kept-secrets = Ihr Passwort, aber nur so, dass niemand es lesen kann. Ihre Antworten auf Fragen prüfen wir, aber wir speichern sie nicht.
help-cookies-heading = Cookies
help-cookies-text = Wir benutzen fünf Cookies. Ohne sie kann der Dienst nicht sicher arbeiten. Eines merkt sich, dass Sie angemeldet sind. Eines merkt sich, wo Sie gerade sind. Eines prüft, dass ein Formular wirklich von Ihnen kommt. An einem erkennen wir diesen Browser wieder. So kann niemand Sie mit falschen Passwörtern aus Ihrem Konto aussperren. Eines merkt sich Ihre Sprache. Andere gibt es nicht. Darum müssen wir Sie nicht nach Cookies fragen.
help-shared-heading = An einem Computer, den auch andere benutzen
help-shared-text = Kreuzen Sie beim Anmelden „Diesen Computer benutzen auch andere“ an. Dann melden wir Sie ab, wenn Sie fertig sind. Sie können auch „Abmelden“ wählen.
help-access-heading = Barrierefreiheit
help-access-aim = Wir möchten, dass alle diesen Dienst benutzen können. Unser Ziel sind die Richtlinien für barrierefreie Webinhalte (WCAG) 2.2, Stufe AA.
help-access-works = Sie können den Dienst mit der Tastatur oder einem Vorleseprogramm benutzen. Sie können den Text auf bis zu 400 % vergrößern. Und es geht auch ohne JavaScript.
help-access-known = Was schwer sein kann: Sie müssen die Antwort auf die Frage Ihrer Klinik wissen. Wenn Sie die Antwort nicht finden oder nicht eingeben können, hilft Ihnen Ihre Klinik.

# Mails about accounts
mail-code-lifetime = Der Code gilt { $duration } lang. Nur der neueste Code gilt. Geben Sie ihn an niemanden weiter.
mail-not-you-heading = Waren Sie das nicht?
mail-sign-in-link = Anmelden
mail-recover-link = Neues Passwort wählen
mail-create-account-link = Konto erstellen
mail-confirm-address-subject = Bestätigen Sie Ihre E-Mail-Adresse
mail-confirm-address-text = Jemand benutzt diese E-Mail-Adresse für ein Konto. Wir denken, das sind Sie. Geben Sie diesen Code auf der Seite ein, die danach fragt:
mail-confirm-address-elsewhere-heading = Ist die Seite nicht mehr offen?
mail-confirm-address-elsewhere = Melden Sie sich mit dieser E-Mail-Adresse und Ihrem Passwort an. Dann schicken wir Ihnen einen neuen Code.
mail-confirm-address-not-you = Dann müssen Sie nichts tun. Ohne den Code kann niemand Ihre Adresse hier benutzen.
mail-already-registered-subject = Sie haben schon ein Konto
mail-already-registered-text = Jemand wollte mit dieser E-Mail-Adresse ein Konto erstellen. Wir denken, das waren Sie. Sie haben schon ein Konto. Darum haben wir nichts geändert.
mail-already-registered-sign-in = Melden Sie sich mit dieser E-Mail-Adresse und Ihrem Passwort an:
mail-already-registered-recover = Wenn Sie Ihr Passwort vergessen haben, können Sie ein neues wählen:
mail-already-registered-not-you = Dann müssen Sie nichts tun. Niemand ist in Ihr Konto gekommen.
mail-recovery-subject = Ihr Code für ein neues Passwort
mail-recovery-text = Jemand möchte für Ihr Konto ein neues Passwort wählen. Wir denken, das sind Sie. Geben Sie diesen Code auf der Seite ein, die danach fragt:
mail-recovery-not-you = Dann müssen Sie nichts tun. Ihr Passwort gilt noch, und niemand ist in Ihr Konto gekommen.
mail-no-account-subject = Zu dieser E-Mail-Adresse gibt es hier kein Passwort
mail-no-account-text = Jemand wollte ein neues Passwort wählen. Wir denken, das waren Sie. Aber zu dieser E-Mail-Adresse gibt es hier kein Konto mit Passwort.
mail-no-account-other = Vielleicht haben Sie eine andere E-Mail-Adresse benutzt. Versuchen Sie es mit ihr. Oder Sie melden sich mit einem anderen Dienst an: Dann brauchen Sie hier kein Passwort.
mail-no-account-create = Wenn Sie noch kein Konto haben, können Sie eines erstellen:
mail-no-account-not-you = Dann müssen Sie nichts tun. Es wurde kein Konto erstellt.
mail-recovered-subject = Ihr Passwort wurde geändert
mail-recovered-text = Für Ihr Konto wurde ein neues Passwort gewählt, mit einem Code, den wir an diese E-Mail-Adresse geschickt haben.
mail-recovered-signed-out = Sie wurden überall abgemeldet. Was Sie verbunden haben, bleibt verbunden.
mail-recovered-not-you = Dann kann jemand anderes Ihre E-Mails lesen. Ändern Sie zuerst das Passwort für Ihre E-Mails. Wählen Sie danach hier ein neues Passwort:

# Mails
mail-help-heading = Wenn Sie Hilfe brauchen
mail-automatic = Diese E-Mail hat ein Computer geschickt. Bitte antworten Sie nicht darauf.
mail-test-subject = Ein Test unserer E-Mails
mail-test-text = Wenn Sie das lesen können, kommen E-Mails von diesem Portal an.
mail-test-link = Portal öffnen

# Mails: notices
notice-mail-new-browser = Eine neue Anmeldung in Ihrem Konto
notice-mail-new-browser-what = Jemand hat sich in Ihrem Konto angemeldet: { $browser }, { $date }. Dieser Browser war vorher noch nie angemeldet.
notice-mail-password = Ihr Passwort wurde geändert
notice-mail-password-what = Das Passwort Ihres Kontos wurde geändert: { $date }.
notice-mail-passkey = Ein Passkey wurde hinzugefügt
notice-mail-passkey-what = Zu Ihrem Konto wurde der Passkey „{ $name }“ hinzugefügt: { $date }.
notice-mail-provider = Ein Weg zum Anmelden wurde hinzugefügt
notice-mail-provider-what = Ab jetzt lässt sich Ihr Konto auch mit einem Konto bei einem anderen Dienst öffnen: { $date }.
notice-mail-connected = { $app } ist verbunden
notice-mail-connected-what = Die App { $app } ({ $organization }) wurde mit einer Ihrer Akten verbunden: { $date }.
notice-mail-disconnected = Die Verbindung zur App { $app } ist getrennt
notice-mail-disconnected-what = Die Verbindung der App { $app } ({ $organization }) mit einer Ihrer Akten wurde getrennt: { $date }. Die App kann die Akte nicht mehr nutzen.
notice-mail-given-up = { $app } hat die Verbindung beendet
notice-mail-given-up-what = { $organization } hat die Verbindung der App { $app } mit einer Ihrer Akten beendet: { $date }. Die App kann die Akte nicht mehr nutzen.
notice-mail-given-up-next = Sie müssen nichts tun. Wenn Sie Fragen haben, hilft Ihnen { $organization }.
notice-mail-data-types = { $app } fragt jetzt nach etwas anderem
notice-mail-data-types-what = { $organization } hat geändert, wonach die App { $app } fragt.
notice-mail-data-types-kept = Was Sie erlaubt haben, bleibt, wie es war. Die App bekommt nur dann etwas Neues, wenn Sie es erlauben.
notice-mail-data-types-next = Unter „Ihre Verbindungen“ können Sie sehen, was Sie erlaubt haben. Dort können Sie die Verbindung auch trennen.
notice-mail-deleted = Ihr Konto ist gelöscht
notice-mail-deleted-what = Ihr Konto wurde gelöscht: { $date }. Alle Verbindungen zu Apps wurden getrennt.
notice-mail-deleted-gone = Das ist die letzte E-Mail dazu. Wir speichern Ihre Adresse nicht.
notice-mail-deleted-not-me = Wenn Sie das nicht waren, hat jemand Ihr Passwort gekannt. Ändern Sie es überall, wo Sie es sonst benutzen, und sagen Sie Ihrer Klinik Bescheid.
notice-mail-connections-link = Ihre Verbindungen ansehen
notice-mail-was-me = Wenn Sie das waren, müssen Sie nichts tun.
notice-mail-not-me-heading = Waren Sie das nicht?
notice-mail-not-me = Dann melden Sie alle aus Ihrem Konto ab und wählen Sie ein neues Passwort. Öffnen Sie diese Seite:
notice-mail-not-me-link = Überall abmelden
mail-email-code-subject = Ihr Code für die neue Adresse
mail-email-code-text = Sie möchten diese Adresse für Ihr Konto benutzen. Geben Sie diesen Code auf der Seite ein, die gerade offen ist:
mail-email-code-time =
    { $minutes ->
        [one] Der Code gilt { $minutes } Minute lang und nur einmal.
       *[other] Der Code gilt { $minutes } Minuten lang und nur einmal.
    }
mail-email-code-not-me = Wenn Sie das nicht waren, müssen Sie nichts tun. Ohne den Code ändert sich nichts.
mail-email-taken-subject = Sie haben mit dieser Adresse schon ein Konto
mail-email-taken-text = Jemand möchte diese Adresse für ein anderes Konto benutzen. Aber mit dieser Adresse gibt es schon ein Konto.
mail-email-taken-next = Wenn Sie das waren, melden Sie sich mit dieser Adresse an.
mail-email-taken-link = Anmelden
mail-email-changed-subject = Ihre E-Mail-Adresse wurde geändert
mail-email-changed-text = Die E-Mail-Adresse Ihres Kontos wurde geändert: { $date }. Sie melden sich jetzt mit der neuen an. An diese Adresse schreiben wir nicht mehr.
mail-email-changed-was-me = Wenn Sie das waren, müssen Sie nichts tun.
mail-email-changed-undo = Bis zum { $date } können Sie diese Adresse zurückholen. Dann werden alle abgemeldet. Öffnen Sie diese Seite:
mail-email-changed-link = Diese Adresse zurückholen

# Invitation, as a mail
invitation-subject = { $organization } hat eine Einladung für Sie
reminder-subject = { $organization } möchte Sie erinnern
reminder-text = Wir haben Ihnen schon einmal geschrieben. Ihr Code wurde noch nicht benutzt. Wenn Sie nichts verbinden möchten, müssen Sie nichts tun.
invitation-link = Einladung öffnen
invitation-answer = Wir stellen Ihnen eine Frage. Die Antwort gibt Ihnen { $organization } auf einem anderen Weg. Sie steht nicht in dieser E-Mail.
invitation-unexpected-heading = Wenn Sie das nicht erwartet haben
invitation-unexpected = Öffnen Sie den Link und wählen Sie „{ $report }“. Dann wird der Code gestoppt, und { $organization } erfährt davon.
invitation-links = Unsere Links beginnen immer mit { $host }
invitation-sender = Unsere E-Mails kommen immer von { $sender }
invitation-keep = Behalten Sie diese E-Mail für sich. Der Code ist nur für Sie.

# Letter
letter-subject = Verbinden Sie { $app } mit Ihrer Gesundheitsakte
letter-why = { $organization } möchte die App „{ $app }“ mit Ihrer Gesundheitsakte verbinden.
letter-you-decide = Sie entscheiden. Ohne Ihr Ja werden keine Daten weitergegeben.
letter-open = Öffnen Sie diesen Link:
letter-type = Oder öffnen Sie { $address } und geben Sie diesen Code ein:
letter-answer = Wir stellen Ihnen eine Frage. Die Antwort gibt Ihnen { $organization } auf einem anderen Weg. Sie steht nicht in diesem Brief.
letter-chances =
    { $count ->
        [one] Sie haben { $count } Versuch für Ihre Antwort. Lassen Sie sich also Zeit.
       *[other] Sie haben { $count } Versuche für Ihre Antwort. Lassen Sie sich also Zeit.
    }
letter-then = Danach melden Sie sich an oder erstellen ein Konto. Dann wählen Sie eine Akte und sagen Ja oder Nein.
letter-until = Benutzen Sie Ihren Code vor dem { $date }.
letter-keep = Behalten Sie diesen Brief für sich. Der Code ist nur für Sie.
letter-help = Wenn Sie Hilfe brauchen:

# Passkeys
account-passkeys = Passkeys
account-passkeys-what = (Ihre Passkeys)
account-passkeys-count =
    { $count ->
        [one] { $count } Passkey
       *[other] { $count } Passkeys
    }
account-passkeys-heading = Ihre Passkeys
account-passkeys-text = Mit einem Passkey melden Sie sich mit Ihrem Gesicht, Ihrem Finger oder der PIN von Ihrem Handy oder Computer an. Sie müssen sich nichts merken, und niemand kann ihn erraten.
account-passkeys-password = Ihre anderen Wege zum Anmelden gelten weiter.
account-passkeys-none = Sie haben noch keinen Passkey.
account-passkeys-no-script = Auf dieser Seite können Sie nur dann einen Passkey hinzufügen, wenn JavaScript in Ihrem Browser eingeschaltet ist. Sie brauchen keinen Passkey: Sie können sich auch ohne anmelden.
account-passkeys-unsupported = Dieser Browser kann keine Passkeys benutzen. Sie brauchen auch keinen: Sie können sich ohne anmelden.
account-passkeys-add-heading = Passkey hinzufügen
account-passkeys-prove = Bevor Sie einen hinzufügen, geben Sie bitte noch einmal Ihr Passwort ein.
account-passkeys-name-label = Name des Passkeys
account-passkeys-name-hint = Damit Sie ihn wiedererkennen, zum Beispiel „Mein Handy“
account-passkeys-button = Passkey hinzufügen
account-passkeys-added = Hinzugefügt: { $date }
account-passkeys-used = Zuletzt benutzt: { $date }
account-passkeys-never = Noch nicht benutzt
account-passkeys-remove = Entfernen
account-passkeys-remove-what = (Passkey „{ $name }“)
notice-passkey-added = Der Passkey ist hinzugefügt. Beim nächsten Anmelden können Sie ihn benutzen.
notice-passkey-removed = Der Passkey ist entfernt. Damit können Sie sich nicht mehr anmelden.
problem-passkey-name-empty = Geben Sie einen Namen für den Passkey ein
problem-passkey-name-long = Der Name darf höchstens { $max } Zeichen haben. Geben Sie einen kürzeren ein.
problem-passkey-cancelled = Es wurde kein Passkey hinzugefügt. Sie haben abgebrochen, oder es hat zu lange gedauert. Versuchen Sie es noch einmal, wenn Sie möchten.
problem-passkey-known = Dieses Handy oder dieser Computer hat schon einen Passkey für dieses Konto.
problem-passkey-refused = Wir konnten diesen Passkey nicht hinzufügen. Versuchen Sie es noch einmal, oder nehmen Sie einen anderen.
problem-passkey-too-many = Sie haben { $max } Passkeys. Entfernen Sie einen, bevor Sie einen neuen hinzufügen.
sign-in-passkey-button = Mit Passkey anmelden
problem-passkey-sign-in = Dieser Passkey hat hier nicht funktioniert. Versuchen Sie es mit einem anderen, oder benutzen Sie Ihre E-Mail-Adresse und Ihr Passwort.
success-passkey-heading = Nächstes Mal schneller anmelden
success-passkey-text = Mit einem Passkey melden Sie sich mit Ihrem Gesicht, Ihrem Finger oder der PIN von Ihrem Handy an. Es gibt kein Passwort, das Sie vergessen können.
success-passkey-link = Passkey hinzufügen

# The letter on paper
letter-scan = Halten Sie die Kamera Ihres Handys auf dieses Bild:
letter-picture = Ein quadratisches Bild, das eine Handykamera lesen kann. Es öffnet den Link.
letter-short-address = Oder öffnen Sie { $address } und geben Sie diesen Code ein:
letter-spelled = Der Code, Buchstabe für Buchstabe
