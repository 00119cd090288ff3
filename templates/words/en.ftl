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
account-nav = Your account
connections-link = Your connections
sign-out = Sign out
foot-help-heading = Need help?
help-link = How it works
language-form = Language
continue = Continue
back = Back
step-caption = Step { $step } of { $steps }
connecting = You are connecting:

# Dates and lengths of time
date =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
date-time = { $date }, { $time } UTC
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
rule-kinds = Information:
rule-access = It may:
access-create = add
access-read = read
access-update = change
access-delete = delete
problem-decision-none = Choose whether to allow this or not
problem-rule-unknown = We could not read your choices. Tick them again.

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
