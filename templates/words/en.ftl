# What patients read, in English. Keys are sorted by page.
# Plain words, short sentences, curly quotes, no blame. Say what happened, then what to do.

# This language
language-name = English
language-dir = ltr

# Every page
service-name = Patient Connect
the-clinic = the clinic
skip-to-main = Skip to main content
title-error = Error:
summary-heading = There is a problem
sandbox-ribbon = Sandbox: nothing here is real
brand-through = through Patient Connect
brand-hours = Opening hours:
brand-privacy = Privacy
brand-accessibility = Accessibility
brand-imprint = Imprint
account-nav = Your account
connections-link = Your connections
sign-out = Sign out
foot-help-heading = Need help?
contact-phone = Phone
contact-email = Email
contact-hours = Open
contact-address = Address
help-link = How it works
language-form = Language
continue = Continue
back = Back
step-caption = Step { $step } of { $steps }
connecting = You are connecting:

# Dates and lengths of time
duration-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
duration-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
duration-weeks =
    { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }

# Notices
notice-signed-out = You are signed out.
notice-signed-in-again =
    { $minutes ->
        [one] You were signed out because nothing happened for { $minutes } minute. Sign in again and you are back where you were.
       *[other] You were signed out because nothing happened for { $minutes } minutes. Sign in again and you are back where you were.
    }
notice-disconnected = { $app } is disconnected. It can no longer use this record.

# Code
code-heading = Enter the code from your clinic
code-hint = It is in your letter or email: 20 letters in five groups, like
code-hint-typing = Small letters are fine. Spaces and dashes do not matter.
code-next-heading = What happens next
code-next-question = You answer a question that your clinic chose.
code-next-sign-in = You sign in, or create an account.
code-next-allow = You see what the clinic asks for, and say yes or no.
code-next-safe = It takes about 5 minutes. Nothing is shared until you say yes.
code-none-summary = I do not have a code
code-none-text = Codes come from your clinic. Call or write to your clinic and ask for one. There is no other way to get a code.
problem-identity-code-empty = Enter your code
problem-identity-code-length = A code has 20 letters. You typed { $letters }. Check it against your letter.
problem-identity-code-letter = Codes never contain “{ $letter }”. Check group { $group } against your letter.
problem-identity-code-group =
    { $letters ->
        [one] Each group has 4 letters. Group { $group } has only { $letters }. Check it against your letter.
       *[other] Each group has 4 letters. Group { $group } has { $letters }. Check it against your letter.
    }
problem-identity-code-slip = One letter is not right, or two letters have changed places. Check each group against your letter.
problem-identity-code-unknown = We do not know this code. Check it against your letter. If it is the same, ask your clinic for a new code.
problem-identity-code-link = The code in your link is not complete. Type the code from your letter or email.
problem-identity-code-too-long = That is too much text. Enter only the code: 20 letters in five groups.

# Question
question-asks = Your question from
question-by = by { $organization }
question-hint = Capital letters do not matter. Spaces do.
question-chances =
    { $left ->
        [one] You have { $left } chance to answer.
       *[other] You have { $left } chances to answer.
    }
question-chances-left =
    { $left ->
        [one] You have { $left } chance left.
       *[other] You have { $left } chances left.
    }
question-check = Check the spelling and the spaces.
question-last-chance = If this answer is not right, your code stops working. Only { $organization } can unlock it. If you are not sure, ask them first.
question-unknown-summary = I do not know the answer
question-unknown-text = { $organization } chose the answer together with this question. Ask them for it:
question-unknown-free = Asking does not use up a chance. Your code will still work when you come back.
question-other-code = Use a different code
question-report = I did not expect this
problem-answer-empty = Enter your answer
problem-answer-wrong =
    { $left ->
        [one] This answer does not match. You have { $left } chance left.
       *[other] This answer does not match. You have { $left } chances left.
    }
problem-answer-too-long = This answer is too long. Enter only the answer that your clinic gave you.

# Locked, expired and withdrawn codes
refusal-contact-heading = Whom to contact
refusal-ask-heading = What to ask for
refusal-have-code = I have a new code
locked-heading = Your code is locked
locked-what = The answer to the question was not right too many times. We locked the code to keep your information safe.
locked-nothing = Nothing was shared with { $organization }.
locked-nothing-new = Nothing new was shared with { $organization }.
locked-before = What you allowed with this code before is still connected.
locked-before-link = See your connections
locked-ask = Say: “My code is locked. Please unlock it.” The letter that you have stays good. Ask for the answer to your question, too.
expired-heading = Your code has expired
expired-what = A code works for { $duration }. Yours is older than that. This happens to many people.
expired-nothing = Nothing was shared with { $organization }.
expired-ask = Say: “My code has expired. Please send me a new code.”
withdrawn-heading = Your code is no longer in use
withdrawn-what = { $organization } has taken this code back. You may have got a newer one.
withdrawn-nothing = Nothing was shared with this code.
withdrawn-ask = Look for a newer letter or email first. If there is none, ask your clinic for a new code.

# I did not expect this
report-heading = Did you not expect this?
report-what = If you do not know why { $organization } sent you a code, you can report it. Here is what happens:
report-stops = The code stops working at once, for everyone.
report-told = { $organization } is told that you did not expect it. They are not told anything else.
report-undo = If it was a mistake, { $organization } can make the code work again.
report-button = Report and stop the code
report-cancel = Go back

# The code is frozen
frozen-heading = This code was stopped
frozen-what = Someone who has this code told us that they did not expect it. So we stopped the code, and { $organization } knows about it.
frozen-ask = Say: “I want to use my code. Please unlock it.” If they do, your letter is good again.

# Sign in and create an account
sign-in-heading = Sign in
sign-in-why-journey = Your answer was right. Now sign in, so that only you can connect your record.
sign-in-why = See what is connected to your records, and disconnect it.
sign-in-button = Sign in
sign-in-new-heading = New here?
sign-in-new-text = You need a free account to connect a record. It takes one minute.
sign-in-new-link = Create an account
create-account-heading = Create an account
create-account-have = Already have an account?
create-account-sign-in = Sign in
create-account-button = Create account
name-label = Your name
name-hint = As you want us to write it
email-label = Email address
email-hint = You use it to sign in
password-label = Password
new-password-label = Choose a password
new-password-hint = At least 12 characters. Three random words work well.
password-show = Show
password-hide = Hide
password-show-label = Show password
password-hide-label = Hide password
problem-sign-in = This email address and password do not match an account. Check both, or create an account.
problem-email-empty = Enter your email address
problem-email-invalid = Enter an email address like name@example.com
problem-email-taken = We could not create an account with these details. If you already have an account, sign in.
problem-password-empty = Enter a password
problem-password-short = Your password needs at least { $min } characters. Three random words work well.
problem-password-common = This password is on a list of stolen passwords that anyone can read. Choose another one. Three random words work well.
problem-password-weak = This password is easy to guess. Try three random words.
problem-password-long = Your password can have up to { $max } characters. Choose a shorter one.
problem-name-empty = Enter your name
problem-name-long = Your name can have up to { $max } characters. Enter a shorter one.

# Codes from emails: a new account, and a forgotten password
sign-in-recover = Forgot your password?
sign-in-no-recovery = Keep your password safe. This service cannot send emails, so nobody can help you if you forget it.
create-account-no-mail = This service cannot send emails. We do not check that the address is yours, and nobody can help you if you forget your password.
email-hint-code = We send a code to it. You also use it to sign in.
email-code-label = Code from the email
email-code-hint = It has { $digits } digits and works for { $duration }. Spaces do not matter.
email-code-no-code = Is there no code in the email? Then it says what to do.
email-code-expired = The code that we sent no longer works: it is too old. Ask for a new one below.
email-code-spent = The code that we sent no longer works: there were too many wrong tries. Ask for a new one below.
email-code-none-heading = No email?
email-code-none-text = It can take a few minutes. Look in your spam folder, too.
email-code-resend = Send a new code
verify-email-heading = Check your email
verify-email-sent = We sent an email to { $email }. Type the code from it here, so that we know the address is yours.
verify-email-device = You can read the email on another phone or computer. Leave this page open.
verify-email-again-text = Is the address wrong?
verify-email-again = Enter your details again
recover-heading = Choose a new password
recover-text = Type the email address of your account. We send a code to it. With the code you can choose a new password.
recover-keeps = What you have connected stays connected.
recover-back = Back to “Sign in”
recover-code-heading = Enter the code from your email
recover-code-sent = We sent an email to { $email }.
recover-code-again-text = Is the address wrong?
recover-code-again = Enter another address
recover-password-heading = Your new password
recover-password-text = Your code was right. When you have a new password, you are signed out everywhere. Then sign in with it.
recover-password-button = Save the new password
notice-recovered = You have a new password. Sign in with it.
notice-has-account = You already have an account with this address. Sign in, or choose a new password.
notice-email-sent-again = We sent another email. Only the newest code works.
problem-email-code-empty = Enter the code from the email
problem-email-code-digits = A code has only digits. Check it against the email.
problem-email-code-length = A code has { $digits } digits. Check it against the email.
problem-email-code-wrong =
    { $left ->
        [one] This code is not right. Use the newest email. You can try { $left } more time.
       *[other] This code is not right. Use the newest email. You can try { $left } more times.
    }
problem-email-code-expired = This code no longer works: it is too old. Ask for a new one below.
problem-email-code-spent = This code no longer works: there were too many wrong tries. Ask for a new one below.
problem-email-code-too-often =
    { $count ->
        [one] We have sent { $count } email already. Look for the newest one, or start again.
       *[other] We have sent { $count } emails already. Look for the newest one, or start again.
    }

# How long to stay signed in, below sign in and create an account
stay-keep = Keep me signed in
stay-keep-hint = For { $duration }, also when you close the browser. Do not tick this where other people can use it.
stay-shared = This is a shared computer
stay-shared-hint = For example in a library. We sign you out when you are done.
stay-ended = You said that this is a shared computer. So you are signed out now, and no one else can open this page.

# Too many tries at signing in to one account
too-many-sign-ins-what = There were too many tries to sign in with this email address. They may have come from someone else.
too-many-sign-ins-known = Do you have a phone or computer where you signed in before? You can sign in there now.

# Providers: signing in with an account from elsewhere
other-ways-heading = Other ways to sign in
other-ways-text = Do you have an account somewhere else that you can use here? Then you need no password of ours. The first time, we make your account.
other-ways-button = Sign in with { $provider }
provider-nameless = New person
provider-nothing = Nothing was changed, and nothing was shared.
provider-back-to-sign-in = Go back to sign in
provider-back-to-account = Go back to your ways to sign in
provider-away-heading = { $provider } does not answer
provider-away-what = We cannot reach { $provider } right now. It may be busy or under repair.
provider-away-next = Try again in a few minutes, or choose another way to sign in.
provider-refused-heading = We could not sign you in with { $provider }
provider-refused-what = What { $provider } told us was not right, so we stopped to keep you safe.
provider-refused-next = Go back and try once more. If it happens again, choose another way to sign in.
provider-cancelled-heading = You did not sign in with { $provider }
provider-cancelled-what = You stopped, or { $provider } did not let you in. That is fine.
provider-cancelled-next = You can try again, or choose another way to sign in.
provider-over-heading = This sign-in is over
provider-over-what = It took too long, was started in another window, or this page was opened twice.
provider-over-next = Go back and start again. With { $provider } it is often faster the second time.
provider-known-heading = There may be an account of yours already
provider-known-what = { $provider } told us your email address, and an account here has the same one. To keep records safe, we never join accounts only because of an address.
provider-known-next = If it is yours, sign in with its password first. Then open “Ways to sign in” in your account and add { $provider }.
provider-known-other-heading = Is that account not yours?
provider-known-other-text = Then you can have an account of your own. It starts empty.
provider-known-other-button = Make a new account
provider-taken-heading = This belongs to another account
provider-taken-what = The account at { $provider } that you used signs somebody else in here.
provider-taken-next = If both accounts are yours, sign out, and sign in with { $provider } to see the other one.
ways-heading = Ways to sign in
ways-text = You can sign in with an account that you have somewhere else. It opens the same account here, with the same records.
way-added = You can sign in with { $provider }.
way-not-added = You do not sign in with { $provider } yet.
way-only = It is your only way to sign in, so it stays.
way-add = Add { $provider }
way-remove = Take { $provider } away
notice-provider-added = Done. You can use it the next time you sign in.
notice-provider-removed = Done. It does not sign you in any more.
problem-provider-last = This is your only way to sign in, so it stays.

# Record
record-heading = Whose health record do you want to connect?
record-hint = Choose one. You can check everything before you say yes.
record-used-before = You chose this one before
record-connected = Connected to { $app } now
record-new = A new record
record-new-note = For someone who is not in this list
record-new-name-label = Name for the new record
record-new-name-hint = Whose record it is, for example Emma
record-signed-in-as = You are signed in as { $person }.
record-not-you = Not you? Sign out
problem-record-none = Choose whose record you want to connect
problem-record-unknown = That record is not one of yours. Choose a record from the list.
problem-new-record-name-empty = Enter a name for the new record
problem-new-record-name-long = The name can have up to { $max } characters. Enter a shorter one.

# Authorize
authorize-heading = Do you allow { $app } to use this record?
authorize-who = Who is asking
authorize-by = by { $organization }
authorize-record = Record
authorize-record-new = New: we make it when you allow
authorize-no-rules = { $app } wants to be connected. It does not ask to see or change anything in the record.
authorize-names = { $app } is also told your name and the name of this record.
authorize-required = What it needs
authorize-optional = What you can also allow
authorize-optional-hint = Tick only what you want. It works without these too.
authorize-stays-heading = { $app } is already connected to:
authorize-stays-text = That stays as it is. If you chose the wrong record before, disconnect it in “Your connections”.
authorize-mind-heading = You can change your mind
authorize-mind-text = This lasts until you stop it. You can stop it at any time: open “Your connections” and choose “Disconnect”.
authorize-allow = Allow { $app }
authorize-decline = Do not allow
# $access is a list of the four words below, such as “add and read”; $types a list of kinds of information, such as
# “visits and care plans”. The words of both are written so that they fit into the sentence.
rule-may = It may { $access } your { $types }.
rule-may-only = It may { $access } this information.
rule-about = It is about your { $types }.
access-create = add
access-read = read
access-update = change
access-delete = delete
problem-decision-none = Choose whether to allow this or not
problem-rule-unknown = We could not read your choices. Tick them again.

# Kinds of information, as they stand in that sentence
data-type-adverse-events = bad effects of treatments
data-type-allergies = allergies
data-type-appointments = appointments
data-type-asthma = asthma and inhaler entries
data-type-blood-glucose = blood sugar values
data-type-blood-oxygen = blood oxygen values
data-type-blood-pressure = blood pressure values
data-type-body-measurements = body measurements
data-type-bills = bills
data-type-care-plans = care plans
data-type-care-team = care team members
data-type-cholesterol = cholesterol values
data-type-conditions = illnesses and health problems
data-type-consents = consents
data-type-contacts = contacts
data-type-devices = medical devices
data-type-diabetes = diabetes entries
data-type-diagnostic-reports = test reports
data-type-diet = meals and diet entries
data-type-discharge-summaries = hospital discharge letters
data-type-documents = documents
data-type-emergency-contacts = emergency contacts
data-type-encounters = visits
data-type-exercise = exercise entries
data-type-family-history = illnesses in your family
data-type-files = files
data-type-genetic-results = genetic test results
data-type-goals = health goals
data-type-health-journal = health diary entries
data-type-heart = heart examinations
data-type-heart-rate = heart rate values
data-type-height = height measurements
data-type-images = pictures
data-type-imaging-studies = X-rays and scans
data-type-immunizations = vaccinations
data-type-insulin = insulin injections
data-type-insurance = insurance plans
data-type-lab-results = lab results
data-type-living-wills = living wills
data-type-lung-function = breathing tests
data-type-medication-dispenses = medicines from the pharmacy
data-type-medication-requests = prescriptions
data-type-medications = medicines
data-type-messages = messages
data-type-moods = mood entries
data-type-notes = notes
data-type-observations = measurements and findings
data-type-orders = orders for tests and treatments
data-type-peak-flow = peak flow values
data-type-personal-details = personal details, such as name and birthday
data-type-pregnancies = pregnancies
data-type-procedures = operations and treatments
data-type-questionnaire-answers = answers to questionnaires
data-type-questionnaires = questionnaires
data-type-relatives = relatives and caregivers
data-type-risk-assessments = risk assessments
data-type-sleep = sleep entries
data-type-specimens = samples, such as blood
data-type-vision-prescriptions = glasses and lens prescriptions
data-type-vital-signs = vital signs, such as pulse and temperature
data-type-warnings = warnings for staff
data-type-weight = weight measurements
data-type-menstruation = period entries

# Success
success-heading = { $app } is connected
success-record = It can now use the record “{ $record }”.
success-says = { $organization } says:
success-next-heading = What happens next
success-next-app = { $organization } is told that you are connected. You do not need to do anything.
success-next-code = Keep your letter. Your code works for { $duration } more, to add another record or to connect again.
success-next-stop = You can disconnect at any time:
success-facts-heading = For your records
success-what = You connected
success-app = App
success-when = Date
success-rules-heading = What you allowed
success-print = Print this page
return-link-leaves = This opens another website.

# Declined
declined-heading = You did not allow { $app }
declined-what = You said no to “{ $friendly }”. That is fine.
declined-nothing = Nothing was shared with { $organization }, and we keep none of your choices.
declined-mind-heading = If you change your mind
declined-mind-text = Use your code again. It still works until it expires.
declined-again = Enter your code again

# Connections and disconnecting
connections-heading = Your connections
connections-intro = These apps are connected to your records. You can disconnect any of them.
connections-none = No app is connected to your records.
connection-since = Connected since { $date }
connection-ended = Ended on { $date }
connection-may = What it may do
connection-no-rules = It may not see or change anything in the record.
connection-history = What happened
connection-history-caption = What happened, newest first
history-when = When
history-what = What
history-authorized = You allowed it
history-reauthorized = You allowed it again
history-disconnected = You disconnected it
history-given-up = The app ended it
connection-contact = Contact:
disconnect-link = Disconnect
disconnect-link-what = { $app } from { $record }
disconnect-heading = Disconnect { $app } from “{ $record }”?
disconnect-what-happens = If you disconnect:
disconnect-stops = { $app } can no longer use this record, from now on.
disconnect-copies = Copies that { $organization } already has stay with them.
disconnect-again = To connect again later, use your code, or ask { $organization } for a new one.
disconnect-button = Yes, disconnect
disconnect-cancel = No, keep it connected

# The account
account-link = Your account
account-heading = Your account
account-back = Your account
account-change = Change
account-see = See
account-name = Name
account-name-what = your name
account-email = Email address
account-email-what = your email address
account-password = Password
account-password-what = your password
account-password-hidden = Only you know it
account-ways = Ways to sign in
account-ways-what = your ways to sign in
account-ways-is = Accounts from elsewhere
account-language = Language
account-language-what = your language
account-language-browser = As your browser says
account-records = Your records
account-records-what = your records
account-records-count =
    { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
account-sessions = Where you are signed in
account-sessions-what = where you are signed in
account-sessions-count =
    { $count ->
        [one] { $count } browser
       *[other] { $count } browsers
    }
account-history = What happened
account-history-what = what happened to your account
account-history-is = Sign-ins and changes
account-data-heading = Your data
account-export-link = See and download your data
account-delete-link = Delete your account
browser-on = { $browser } on { $system }
browser-unknown = A browser that we do not know
browser-unknown-on = A browser on { $system }
notice-name-changed = Your name is changed.
notice-email-changed = Your email address is changed. Use the new one to sign in.
notice-language-changed = Your language is changed.
notice-password-changed = Your password is changed. You are signed out everywhere else.
notice-session-ended = That browser is signed out.
notice-sessions-ended = You are signed out everywhere else.
notice-record-renamed = The record has its new name.
notice-record-deleted = The record is deleted.
notice-code-sent = We sent you a new code. The old one no longer works.

# The account: name, address, language, password
account-name-heading = Change your name
account-name-hint = Apps that you connected can see it.
account-name-button = Save
account-email-heading = Change your email address
account-email-present = Your address now: { $email }
account-email-none = You sign in with an account from elsewhere. So there is no address with us that you could change.
account-email-label = New email address
account-email-hint = We send a code to it. Your address changes when you type the code.
account-email-hint-now = You sign in with it from then on.
account-email-undo =
    { $days ->
        [one] We also write to your old address. From there the change can be undone for { $days } day.
       *[other] We also write to your old address. From there the change can be undone for { $days } days.
    }
account-email-button = Change address
account-email-code-heading = Check your mail
account-email-code-back = Use a different address
account-email-code-sent = We sent a code to { $email }.
account-email-code-label = Code from the mail
account-email-code-hint =
    { $minutes ->
        [one] 6 digits. It works for { $minutes } minute.
       *[other] 6 digits. It works for { $minutes } minutes.
    }
account-email-code-button = Confirm
account-email-code-none = No mail?
account-email-code-spam = It can take a few minutes. Look in your spam folder, too.
account-email-code-resend = Send a new code
account-language-heading = Choose your language
account-language-hint = It is used on every device where you sign in, and in our mails.
account-language-button = Save
account-password-heading = Change your password
account-password-ends = Afterwards you stay signed in here. Everywhere else you are signed out.
account-password-none = You sign in with an account from elsewhere. So you have no password with us that you could change.
account-password-label = New password
account-password-button = Change password
current-password-label = Your password now
problem-current-password = This is not your password now. Type it again.
problem-current-password-empty = Enter your password
problem-email-same = This is your address already. Enter a different one.
problem-email-not-free = This address cannot be used. Enter a different one.
problem-email-too-many = You asked for many codes. Wait an hour, then try again.
problem-email-code-over = This code no longer works. Ask for a new one.
problem-language-none = Choose a language

# The account: sign-ins and history
account-sessions-heading = Where you are signed in
account-sessions-text = If there is one that you do not know, sign out there.
account-session-this = This one
account-session-since = Signed in: { $date }
account-session-seen = Last used: { $date }
account-session-kept = You stay signed in here until { $date }
account-session-end = Sign out
account-sessions-others = Sign out everywhere else
account-sessions-strange = Something looks wrong?
account-sessions-password = Change your password
account-history-heading = What happened to your account
account-history-none = Nothing has happened yet.
account-history-caption =
    { $months ->
        [one] Newest first. We keep this for { $months } month.
       *[other] Newest first. We keep this for { $months } months.
    }
account-history-pages = Pages
account-history-newer = Newer
account-history-older = Older
account-history-strange = Was one of these not you?
account-event-signed-in = You signed in
account-event-sign-in-failed = Someone typed a wrong password
account-event-times =
    { $count ->
        [one] { $count } time
       *[other] { $count } times
    }
account-event-name = Your name was changed
account-event-email = Your email address was changed
account-event-email-restored = Your old email address was put back
account-event-language = Your language was changed
account-event-provider-added = You added a way to sign in
account-event-provider-removed = You took a way to sign in away
account-event-password = Your password was changed
account-event-recovered = You got a new password by mail
account-event-passkey-added = A passkey was added
account-event-passkey-removed = A passkey was removed
account-event-session = You signed out another browser
account-event-others = You signed out everywhere else
account-event-all = Everyone was signed out, from a mail
account-event-connected = You connected an app
account-event-disconnected = You disconnected an app
account-event-given-up = An app ended its connection
account-event-record-renamed = A record got a new name
account-event-record-deleted = You deleted a record
account-event-exported = You downloaded your data

# The account: records
account-records-heading = Your records
account-records-back = Your records
account-records-none = You have no records. You make one when you connect an app.
account-records-text = You can delete a record when no app is connected to it.
account-record-unconnected = No app is connected
account-record-connected =
    { $count ->
        [one] { $count } app is connected
       *[other] { $count } apps are connected
    }
account-record-rename = Rename
account-record-delete = Delete
account-record-see = See connections
account-record-name-heading = Rename “{ $record }”
account-record-name-label = New name
account-record-delete-heading = Delete “{ $record }”?
account-record-delete-what = The record and its history are deleted here.
account-record-delete-final = You cannot undo this.
account-record-delete-button = Yes, delete it
account-record-delete-cancel = No, keep it
problem-record-name-empty = Enter a name for the record

# The account: data and deleting
account-export-heading = Your data
account-export-text = This is what we keep about you. The file holds all of it, in a form that other programs can read.
account-export-apps = Apps you connected
account-export-apps-more = With what you allowed, since when, and what happened
account-export-mails = Mails about your account
account-export-mails-more = Only when we wrote them and why. We do not keep what they said.
account-export-none = None
account-export-lines =
    { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
account-export-mails-count =
    { $count ->
        [one] { $count } mail
       *[other] { $count } mails
    }
account-export-secrets = Your password is not in it. We keep it only in a form that nobody can read.
account-export-button = Download your data
account-delete-heading = Delete your account?
account-delete-what = If you delete it:
account-delete-app = { $app } is disconnected, and is told so.
account-delete-record = The record “{ $record }” is deleted.
account-delete-all = Your name, your address, your password and your history are deleted.
account-delete-copies = Copies that a clinic already has stay with the clinic.
account-delete-codes = Clinics keep what they wrote for your codes until those run out.
account-delete-final = This is final. Nobody can bring it back.
account-delete-export = Do you want to keep a copy first?
account-delete-label = To confirm, type your email address
account-delete-label-name = To confirm, type your name
account-delete-button = Delete my account for good
account-delete-cancel = Keep my account
problem-delete-empty = Type it as it stands above
problem-delete-other = This is not the same. Type it as it stands above.
account-deleted-heading = Your account is deleted
account-deleted-text = All your apps are disconnected and were told so. You are signed out everywhere.
account-deleted-copies = Copies that a clinic already has stay with the clinic. Ask your clinic if you have questions about them.
account-deleted-close = You can close this page.

# The account: links in mails
not-me-heading = Sign out everywhere?
not-me-ends = Everyone who is signed in to your account is signed out at once.
not-me-password = Then you choose a new password. We help you with it.
not-me-stays = Your connections stay as they are.
not-me-button = Sign out everywhere
not-me-was-me = If it was you, you can close this page. Nothing changes.
undo-email-heading = Put your old address back?
undo-email-back = Your account has the address { $email } again.
undo-email-button = Put it back
problem-undo-taken = This address has an account of its own now, so we cannot put it back. Sign in there, or ask your clinic for help.
link-old-heading = This link no longer works
link-old-text = It is too old, or it was used already. If you think that someone else uses your account, choose a new password.
link-old-recover = Choose a new password

# Not found, too many requests, stale form
not-found-heading = We cannot find this page
not-found-what = If you typed the address, check that it is right. If you pasted it, check that you copied all of it.
not-found-next = If you have a code from your clinic, you can enter it here.
not-found-target = The link you followed asks for something that this service does not have.
not-found-target-next = Look for the code in your letter or email. You can enter it here.
not-found-link = Enter a code
too-many-requests-heading = Please wait a moment
too-many-requests-what = There were too many tries in a short time from your network.
too-many-requests-wait = Wait { $duration }, then try again.
too-many-requests-kept = Your code is not locked by this, and no chance was used up. Go back, and send the form again.
stale-form-heading = This page was open too long
stale-form-what = We could not be sure that this came from you, so we stopped.
stale-form-nothing = Nothing was changed.
stale-form-next = Go back, load the page again, and try once more.
problem-form-changed = This page has changed since you opened it. Nothing was done. Please read it again.
problem-form-stale = The page was open for a while. Nothing is lost: send it again.

# Faults
try-again-later-heading = Sorry, we cannot do this right now
try-again-later-what = The service is very busy or is being repaired.
try-again-later-next = Try again in a few minutes.
try-again-later-kept = What you finished before is saved. Your code still works.

# A step may have been saved, or not
outcome-unknown-heading = Sorry, we do not know if this step was saved
outcome-unknown-next = Wait a few minutes. Then go back and look at the page before you try again.
outcome-unknown-kept = What you finished before this step is saved.

fault-heading = Sorry, something went wrong
fault-what = This is our mistake, not yours. What you finished before is saved.
fault-next = Go back and try again. If it happens again, contact your clinic.
fault-reference = Tell them this number:

# Help
help-heading = How it works
help-how-heading = Connecting in five steps
help-how-code = Enter the code that your clinic sent you.
help-how-question = Answer the question that your clinic chose. The answer came to you in another way, for example at your visit.
help-how-sign-in = Sign in, or create an account.
help-how-record = Choose whose health record you want to connect.
help-how-allow = Read what the clinic asks for. Say yes or no.
help-how-stop = You can disconnect at any time in “Your connections”.
help-time-heading = How much time you have
help-time-code = A code works for { $duration } after your clinic made it.
help-time-idle =
    { $minutes ->
        [one] We sign you out when nothing happens for { $minutes } minute. Sign in again and you are back where you were.
       *[other] We sign you out when nothing happens for { $minutes } minutes. Sign in again and you are back where you were.
    }
help-time-kept = If you tick “Keep me signed in”, you stay signed in for { $duration } instead.
help-time-journey =
    { $hours ->
        [one] We keep your place for { $hours } hour. After that, enter your code again.
       *[other] We keep your place for { $hours } hours. After that, enter your code again.
    }
help-kept-heading = What we keep
help-kept-account = Your name, your email address and the names of your records.
help-kept-connections = Which apps you allowed, what they may do, and when.
help-kept-secrets = Your password, only in a form that nobody can read. Your answers to questions are checked, not kept.
help-cookies-heading = Cookies
help-cookies-text = We use five cookies, and the service cannot work safely without them. One remembers that you signed in. One remembers your place. One makes sure that a form was sent by you. One lets us know this browser again, so that nobody can keep you out of your account by guessing. One remembers your language. There are no others, so we do not need to ask you about cookies.
help-shared-heading = On a shared computer
help-shared-text = Tick “This is a shared computer” when you sign in. We then sign you out when you are done. You can also choose “Sign out”.
help-access-heading = Accessibility
help-access-aim = We want everyone to be able to use this service. We aim to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA.
help-access-works = You can use it with a keyboard or a screen reader, enlarge the text up to 400 %, and use it without JavaScript.
help-access-known = What we know is hard: you need to know the answer to your clinic’s question. If you cannot find or type it, your clinic can help you.

# Mails about accounts
mail-code-lifetime = The code works for { $duration }. Only the newest code works. Do not give it to anyone.
mail-not-you-heading = Was it not you?
mail-sign-in-link = Sign in
mail-recover-link = Choose a new password
mail-create-account-link = Create an account
mail-confirm-address-subject = Confirm your email address
mail-confirm-address-text = Someone, we think it is you, uses this email address for an account. Type this code on the page that asks for it:
mail-confirm-address-elsewhere-heading = Is that page closed?
mail-confirm-address-elsewhere = Sign in with this email address and your password. We send you a new code then.
mail-confirm-address-not-you = You do not need to do anything. Without the code nobody can use your address here.
mail-already-registered-subject = You already have an account
mail-already-registered-text = Someone, we think it is you, wanted to create an account with this email address. You already have one, so we changed nothing.
mail-already-registered-sign-in = Sign in with this email address and your password:
mail-already-registered-recover = If you have forgotten your password, you can choose a new one:
mail-already-registered-not-you = You do not need to do anything. Nobody got into your account.
mail-recovery-subject = Your code for a new password
mail-recovery-text = Someone, we think it is you, wants to choose a new password for your account. Type this code on the page that asks for it:
mail-recovery-not-you = You do not need to do anything. Your password still works, and nobody got into your account.
mail-no-account-subject = This email address has no password here
mail-no-account-text = Someone, we think it is you, wanted to choose a new password. But no account here has this email address and a password.
mail-no-account-other = Perhaps you have used another email address. Try that one. Or you sign in with another service: then you need no password here.
mail-no-account-create = If you have no account yet, you can create one:
mail-no-account-not-you = You do not need to do anything. No account was made.
mail-recovered-subject = Your password was changed
mail-recovered-text = A new password was chosen for your account, with a code that we sent to this email address.
mail-recovered-signed-out = You were signed out everywhere. What you have connected stays connected.
mail-recovered-not-you = Then someone else can read your email. Change the password of your email first. Then choose a new password here:

# Mails

mail-help-heading = If you need help
mail-automatic = A computer sent this mail. Please do not answer it.
mail-test-subject = A test of our mails
mail-test-text = If you can read this, mails from this portal arrive.
mail-test-link = Open the portal

# Mails: notices
notice-mail-new-browser = A new sign-in to your account
notice-mail-new-browser-what = Someone signed in to your account: { $browser }, { $date }. This browser has not signed in before.
notice-mail-password = Your password was changed
notice-mail-password-what = The password of your account was changed: { $date }.
notice-mail-passkey = A passkey was added
notice-mail-passkey-what = The passkey “{ $name }” was added to your account: { $date }.
notice-mail-provider = A way to sign in was added
notice-mail-provider-what = An account from elsewhere can open your account with us from now on: { $date }.
notice-mail-connected = { $app } is connected
notice-mail-connected-what = { $app } by { $organization } was connected to one of your records: { $date }.
notice-mail-disconnected = { $app } is disconnected
notice-mail-disconnected-what = { $app } by { $organization } was disconnected from one of your records: { $date }. It can no longer use it.
notice-mail-given-up = { $app } ended its connection
notice-mail-given-up-what = { $organization } ended the connection of { $app } to one of your records: { $date }. It can no longer use it.
notice-mail-given-up-next = You do not need to do anything. If you have questions, ask { $organization }.
notice-mail-data-types = { $app } asks for something else now
notice-mail-data-types-what = { $organization } has changed what { $app } asks for.
notice-mail-data-types-kept = What you allowed stays as it was. The app gets nothing new unless you allow it.
notice-mail-data-types-next = You can see what you allowed, and disconnect the app, in “Your connections”.
notice-mail-deleted = Your account is deleted
notice-mail-deleted-what = Your account was deleted: { $date }. All apps were disconnected.
notice-mail-deleted-gone = This is the last mail about it. We do not keep your address.
notice-mail-deleted-not-me = If it was not you, someone knew your password. Change it in other places where you use it, and tell your clinic.
notice-mail-connections-link = See your connections
notice-mail-was-me = If it was you, you do not need to do anything.
notice-mail-not-me-heading = It was not you?
notice-mail-not-me = Then sign out everyone from your account, and choose a new password. Open this page:
notice-mail-not-me-link = Sign out everywhere
mail-email-code-subject = Your code for the new address
mail-email-code-text = You want to use this address for your account. Type this code on the page that is open:
mail-email-code-time =
    { $minutes ->
        [one] The code works for { $minutes } minute, and once.
       *[other] The code works for { $minutes } minutes, and once.
    }
mail-email-code-not-me = If it was not you, you do not need to do anything. Nothing changes without the code.
mail-email-taken-subject = You already have an account with this address
mail-email-taken-text = Someone wants to use this address for another account. But there is an account with it already.
mail-email-taken-next = If it was you, sign in with this address.
mail-email-taken-link = Sign in
mail-email-changed-subject = Your email address was changed
mail-email-changed-text = Your account has a new email address: { $date }. You sign in with it now. We no longer write to this one.
mail-email-changed-was-me = If it was you, you do not need to do anything.
mail-email-changed-undo = You can put this address back until { $date }. Everyone is signed out then. Open this page:
mail-email-changed-link = Put this address back
# Invitation, as a mail

invitation-subject = An invitation from { $organization }
reminder-subject = A reminder from { $organization }
reminder-text = We wrote to you before, and your code has not been used yet. If you do not want to connect, you do not need to do anything.
invitation-link = Open your invitation
invitation-answer = You will be asked a question. { $organization } gives you the answer in another way. It is not in this mail.
invitation-unexpected-heading = If you did not expect this
invitation-unexpected = Open the link and choose “{ $report }”. Then the code stops working, and { $organization } is told.
invitation-links = Our links always begin with { $host }
invitation-sender = Our mails always come from { $sender }
invitation-keep = Keep this mail to yourself. The code is only for you.

# Letter
letter-subject = Connect { $app } to your health record
letter-why = { $organization } would like to connect its app “{ $app }” to your health record.
letter-you-decide = You decide. Nothing is shared unless you say yes.
letter-open = Open this link:
letter-type = Or open { $address } and type this code:
letter-answer = You will be asked a question. { $organization } gives you the answer in another way. It is not in this letter.
letter-chances =
    { $count ->
        [one] You have { $count } chance to answer, so take your time.
       *[other] You have { $count } chances to answer, so take your time.
    }
letter-then = Then sign in or create an account, choose a record, and say yes or no.
letter-until = Use your code before { $date }.
letter-keep = Keep this letter to yourself. The code is only for you.
letter-help = If you need help:

# Passkeys
account-passkeys = Passkeys
account-passkeys-what = your passkeys
account-passkeys-count =
    { $count ->
        [one] { $count } passkey
       *[other] { $count } passkeys
    }
account-passkeys-heading = Your passkeys
account-passkeys-text = With a passkey you sign in with your face, your finger or the PIN of your phone or computer. There is nothing to remember, and nobody can guess it.
account-passkeys-password = Your other ways to sign in still work, too.
account-passkeys-none = You have no passkey yet.
account-passkeys-no-script = This page can add a passkey only when JavaScript is on in your browser. You do not need a passkey: you can sign in without it.
account-passkeys-unsupported = This browser cannot use passkeys. You do not need one: you can sign in without it.
account-passkeys-add-heading = Add a passkey
account-passkeys-prove = Before you add one, type your password once more.
account-passkeys-name-label = Name of the passkey
account-passkeys-name-hint = So that you know it again, for example “My phone”
account-passkeys-button = Add a passkey
account-passkeys-added = Added: { $date }
account-passkeys-used = Last used: { $date }
account-passkeys-never = Not used yet
account-passkeys-remove = Remove
account-passkeys-remove-what = the passkey “{ $name }”
notice-passkey-added = The passkey is added. You can use it the next time you sign in.
notice-passkey-removed = The passkey is removed. It does not sign you in any more.
problem-passkey-name-empty = Enter a name for the passkey
problem-passkey-name-long = The name can have up to { $max } characters. Enter a shorter one.
problem-passkey-cancelled = No passkey was added. You stopped, or it took too long. Try again when you want to.
problem-passkey-known = This phone or computer has a passkey for this account already.
problem-passkey-refused = We could not add this passkey. Try again, or use another one.
problem-passkey-too-many = You have { $max } passkeys. Remove one before you add another.
sign-in-passkey-button = Sign in with a passkey
problem-passkey-sign-in = This passkey did not work here. Try another one, or use your email address and password.
success-passkey-heading = Sign in faster next time
success-passkey-text = With a passkey you sign in with your face, your finger or the PIN of your phone. There is no password to forget.
success-passkey-link = Add a passkey

# The letter on paper
letter-scan = Point the camera of your phone at this picture:
letter-picture = A square picture that the camera of a phone can read. It opens the link.
letter-short-address = Or open { $address } and type this code:
letter-spelled = The code letter by letter
