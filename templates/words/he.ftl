# What patients read, in Hebrew. Keys are in the order of en.ftl.
# Plain words, short sentences, the plural “you”, no gendered words, no blame. Say what happened, then what to do.
# Names ($app, $organization, …) stand behind a noun (האפליקציה, הצוות של, השירות) so that nothing has to agree with them.
# This language
language-name = עברית
language-dir = rtl

# Every page
service-name = Patient Connect
the-clinic = המרפאה
skip-to-main = מעבר לתוכן המרכזי
title-error = שגיאה:
summary-heading = יש בעיה
sandbox-ribbon = אתר לתרגול: שום דבר כאן לא אמיתי
brand-through = באמצעות Patient Connect
brand-hours = שעות פתיחה:
brand-privacy = פרטיות
brand-accessibility = נגישות
brand-imprint = פרטי האתר
account-nav = החשבון שלכם
connections-link = החיבורים שלכם
sign-out = יציאה
foot-help-heading = צריכים עזרה?
# Whom to call, and the way back
contact-phone = טלפון
contact-email = מייל
contact-hours = שעות פתיחה
contact-address = כתובת
help-link = איך זה עובד
language-form = שפה
continue = המשך
back = חזרה
step-caption = שלב { $step } מתוך { $steps }
connecting = אתם מחברים עכשיו:

# Dates and lengths of time
duration-seconds =
    { $count ->
        [one] שנייה אחת
        [two] שתי שניות
       *[other] { $count } שניות
    }
duration-minutes =
    { $count ->
        [one] דקה אחת
        [two] שתי דקות
       *[other] { $count } דקות
    }
duration-hours =
    { $count ->
        [one] שעה אחת
        [two] שעתיים
       *[other] { $count } שעות
    }
duration-days =
    { $count ->
        [one] יום אחד
        [two] יומיים
       *[other] { $count } ימים
    }
duration-weeks =
    { $count ->
        [one] שבוע אחד
        [two] שבועיים
       *[other] { $count } שבועות
    }

# Notices
notice-signed-out = יצאתם מהחשבון.
notice-signed-in-again =
    { $minutes ->
        [one] יצאתם אוטומטית מהחשבון, כי במשך דקה אחת לא קרה כלום. היכנסו שוב, ותמשיכו מאותו מקום.
        [two] יצאתם אוטומטית מהחשבון, כי במשך שתי דקות לא קרה כלום. היכנסו שוב, ותמשיכו מאותו מקום.
       *[other] יצאתם אוטומטית מהחשבון, כי במשך { $minutes } דקות לא קרה כלום. היכנסו שוב, ותמשיכו מאותו מקום.
    }
notice-disconnected = האפליקציה { $app } נותקה. היא כבר לא יכולה להשתמש בתיק הזה.

# Code
code-heading = הקלידו את הקוד מהמרפאה
code-hint = הוא כתוב במכתב או במייל: 20 אותיות באנגלית בחמש קבוצות, למשל
code-hint-typing = אפשר להקליד אותיות קטנות. רווחים ומקפים לא משנים.
code-next-heading = מה קורה אחר כך
code-next-question = עונים על שאלה שהמרפאה בחרה.
code-next-sign-in = נכנסים לחשבון, או יוצרים חשבון.
code-next-allow = רואים מה המרפאה מבקשת, ואומרים כן או לא.
code-next-safe = זה לוקח בערך 5 דקות. שום מידע לא עובר עד שתגידו כן.
code-none-summary = אין לי קוד
code-none-text = את הקוד מקבלים מהמרפאה. התקשרו או כתבו למרפאה ובקשו קוד. אין דרך אחרת לקבל קוד.
problem-identity-code-empty = הקלידו את הקוד
problem-identity-code-length = בקוד יש 20 אותיות. הקלדתם { $letters }. בדקו מול המכתב.
problem-identity-code-letter = ״{ $letter }״ לא מופיע אף פעם בקוד. בדקו מול המכתב את קבוצה { $group }.
problem-identity-code-group =
    { $letters ->
        [one] בכל קבוצה יש 4 אותיות. בקבוצה { $group } יש רק אות אחת. בדקו מול המכתב.
        [two] בכל קבוצה יש 4 אותיות. בקבוצה { $group } יש רק שתי אותיות. בדקו מול המכתב.
       *[other] בכל קבוצה יש 4 אותיות. בקבוצה { $group } יש { $letters } אותיות. בדקו מול המכתב.
    }
problem-identity-code-slip = אות אחת לא נכונה, או ששתי אותיות התחלפו. בדקו כל קבוצה מול המכתב.
problem-identity-code-unknown = הקוד הזה לא מוכר לנו. בדקו אותו מול המכתב. אם הוא זהה, בקשו מהמרפאה קוד חדש.
problem-identity-code-link = הקוד שבקישור לא שלם. הקלידו את הקוד מהמכתב או מהמייל.
problem-identity-code-too-long = יש כאן יותר מדי טקסט. הקלידו רק את הקוד: 20 אותיות בחמש קבוצות.

# Question
question-asks = השאלה שלכם מהאפליקציה
question-by = של { $organization }
question-hint = באנגלית, אין הבדל בין אותיות גדולות לקטנות. רווחים כן משנים.
question-chances =
    { $left ->
        [one] יש לכם ניסיון אחד לענות.
        [two] יש לכם שני ניסיונות לענות.
       *[other] יש לכם { $left } ניסיונות לענות.
    }
question-chances-left =
    { $left ->
        [one] נשאר לכם ניסיון אחד.
        [two] נשארו לכם שני ניסיונות.
       *[other] נשארו לכם { $left } ניסיונות.
    }
question-check = בדקו את הכתיב ואת הרווחים.
question-last-chance = אם התשובה הזאת לא תהיה נכונה, הקוד יפסיק לעבוד. רק הצוות של { $organization } יכול לפתוח אותו. לא בטוחים? שאלו קודם את הצוות.
question-unknown-summary = לא יודעים את התשובה?
question-unknown-text = הצוות של { $organization } בחר את התשובה יחד עם השאלה הזאת. בקשו אותה מהצוות:
question-unknown-free = אם תשאלו, לא תפסידו ניסיון. כשתחזרו, הקוד עדיין יעבוד.
question-other-code = שימוש בקוד אחר
question-report = לא ציפיתי לזה
problem-answer-empty = הקלידו את התשובה
problem-answer-wrong =
    { $left ->
        [one] התשובה הזאת לא מתאימה. נשאר לכם ניסיון אחד.
        [two] התשובה הזאת לא מתאימה. נשארו לכם שני ניסיונות.
       *[other] התשובה הזאת לא מתאימה. נשארו לכם { $left } ניסיונות.
    }
problem-answer-too-long = התשובה הזאת ארוכה מדי. הקלידו רק את התשובה שקיבלתם מהמרפאה.

# Locked, expired and withdrawn codes
refusal-contact-heading = למי לפנות
refusal-ask-heading = מה לבקש
refusal-have-code = יש לי קוד חדש
locked-heading = הקוד שלכם נעול
locked-what = היו יותר מדי תשובות לא נכונות לשאלה. נעלנו את הקוד כדי לשמור על המידע שלכם.
locked-nothing = לא העברנו שום מידע אל { $organization }.
locked-nothing-new = לא העברנו שום מידע חדש אל { $organization }.
locked-before = מה שאישרתם קודם עם הקוד הזה עדיין מחובר.
locked-before-link = הצגת החיבורים שלכם
locked-ask = אפשר לומר: ״הקוד שלי נעול. נא לפתוח אותו.״ אפשר להמשיך להשתמש במכתב שיש לכם. בקשו גם את התשובה לשאלה שלכם.
expired-heading = הקוד שלכם כבר לא בתוקף
expired-what = קוד עובד למשך { $duration }. הקוד שלכם ישן יותר. זה קורה להרבה אנשים.
expired-nothing = לא העברנו שום מידע אל { $organization }.
expired-ask = אפשר לומר: ״הקוד שלי כבר לא בתוקף. נא לשלוח לי קוד חדש.״
withdrawn-heading = הקוד שלכם כבר לא בשימוש
withdrawn-what = הצוות של { $organization } ביטל את הקוד הזה. אולי כבר קיבלתם קוד חדש יותר.
withdrawn-nothing = לא העברנו שום מידע בעקבות הקוד הזה.
withdrawn-ask = חפשו קודם מכתב או מייל חדש יותר. אם אין, בקשו מהמרפאה קוד חדש.

# I did not expect this
report-heading = לא ציפיתם לזה?
report-what = לא ברור לכם למה קיבלתם קוד מאת { $organization }? אפשר לדווח. זה מה שיקרה:
report-stops = הקוד יפסיק לעבוד מיד, אצל כולם.
report-told = הצוות של { $organization } יקבל הודעה שלא ציפיתם לקוד. לא נמסור שום דבר אחר.
report-undo = אם זאת הייתה טעות, הצוות של { $organization } יכול להפעיל את הקוד שוב.
report-button = דיווח ועצירת הקוד
report-cancel = חזרה

# The code is frozen
frozen-heading = הקוד הזה נעצר
frozen-what = דיווחו לנו שלא ציפו לקוד הזה. לכן עצרנו אותו, והצוות של { $organization } יודע על זה.
frozen-ask = אפשר לומר: ״אני רוצה להשתמש בקוד שלי. נא לפתוח אותו.״ אחרי שיפתחו אותו, אפשר שוב להשתמש במכתב שלכם.

# Sign in and create an account
sign-in-heading = כניסה לחשבון
sign-in-why-journey = התשובה שלכם נכונה. עכשיו היכנסו לחשבון, כדי שרק אתם תוכלו לחבר את התיק שלכם.
sign-in-why = כאן רואים מה מחובר לתיקים שלכם, ואפשר גם לנתק.
sign-in-button = כניסה
sign-in-new-heading = פעם ראשונה כאן?
sign-in-new-text = כדי לחבר תיק צריך חשבון. הוא בחינם, וזה לוקח דקה.
sign-in-new-link = יצירת חשבון
create-account-heading = יצירת חשבון
create-account-have = כבר יש לכם חשבון?
create-account-sign-in = כניסה לחשבון
create-account-button = יצירת חשבון
name-label = השם שלכם
name-hint = כמו שתרצו שנכתוב אותו
email-label = כתובת מייל
email-hint = איתה נכנסים לחשבון
password-label = סיסמה
new-password-label = בחרו סיסמה
new-password-hint = לפחות 12 תווים. שלוש מילים שאין ביניהן קשר הן סיסמה טובה.
password-show = להציג
password-hide = להסתיר
password-show-label = להציג את הסיסמה
password-hide-label = להסתיר את הסיסמה
problem-sign-in = אין חשבון עם כתובת המייל והסיסמה האלה. בדקו את שתיהן, או צרו חשבון.
problem-email-empty = הקלידו את כתובת המייל שלכם
problem-email-invalid = הקלידו כתובת מייל כמו name@example.com
problem-email-taken = לא הצלחנו ליצור חשבון עם הפרטים האלה. אם כבר יש לכם חשבון, היכנסו אליו.
problem-password-empty = הקלידו סיסמה
problem-password-short = בסיסמה צריכים להיות לפחות { $min } תווים. שלוש מילים שאין ביניהן קשר הן סיסמה טובה.
problem-password-common = הסיסמה הזאת מופיעה ברשימה של סיסמאות גנובות, שכולם יכולים לקרוא. בחרו סיסמה אחרת. שלוש מילים שאין ביניהן קשר הן סיסמה טובה.
problem-password-weak = קל לנחש את הסיסמה הזאת. נסו שלוש מילים שאין ביניהן קשר.
problem-password-long = בסיסמה יכולים להיות עד { $max } תווים. בחרו סיסמה קצרה יותר.
problem-name-empty = הקלידו את השם שלכם
problem-name-long = בשם יכולים להיות עד { $max } תווים. הקלידו שם קצר יותר.

# Codes from emails: a new account, and a forgotten password
sign-in-recover = שכחתם את הסיסמה?
sign-in-no-recovery = שמרו טוב על הסיסמה. השירות הזה לא יכול לשלוח מיילים. אם תשכחו אותה, לא תהיה דרך לעזור לכם.
create-account-no-mail = השירות הזה לא יכול לשלוח מיילים. אנחנו לא בודקים שהכתובת שלכם. אם תשכחו את הסיסמה, לא תהיה דרך לעזור לכם.
email-hint-code = נשלח אליה קוד. איתה גם נכנסים לחשבון.
email-code-label = הקוד מהמייל
email-code-hint = יש בו { $digits } ספרות, והוא עובד למשך { $duration }. רווחים לא משנים.
email-code-no-code = אין קוד במייל? אז כתוב שם מה לעשות.
email-code-expired = הקוד ששלחנו כבר לא עובד: הוא ישן מדי. בקשו קוד חדש למטה.
email-code-spent = הקוד ששלחנו כבר לא עובד: היו יותר מדי ניסיונות לא נכונים. בקשו קוד חדש למטה.
email-code-none-heading = המייל לא הגיע?
email-code-none-text = זה יכול לקחת כמה דקות. בדקו גם בתיקיית הספאם.
email-code-resend = שליחת קוד חדש
verify-email-heading = בדקו את המייל שלכם
verify-email-sent = שלחנו מייל אל { $email }. הקלידו כאן את הקוד שכתוב בו, כדי שנדע שהכתובת שלכם.
verify-email-device = אפשר לקרוא את המייל בטלפון אחר או במחשב אחר. השאירו את הדף הזה פתוח.
verify-email-again-text = הכתובת לא נכונה?
verify-email-again = להקליד את הפרטים שוב
recover-heading = בחירת סיסמה חדשה
recover-text = הקלידו את כתובת המייל של החשבון שלכם. נשלח אליה קוד. עם הקוד אפשר לבחור סיסמה חדשה.
recover-keeps = מה שחיברתם נשאר מחובר.
recover-back = חזרה אל ״כניסה לחשבון״
recover-code-heading = הקלידו את הקוד מהמייל
recover-code-sent = שלחנו מייל אל { $email }.
recover-code-again-text = הכתובת לא נכונה?
recover-code-again = להקליד כתובת אחרת
recover-password-heading = הסיסמה החדשה שלכם
recover-password-text = הקוד שלכם נכון. אחרי שתשמרו סיסמה חדשה, תצאו מהחשבון בכל המקומות. אז היכנסו עם הסיסמה החדשה.
recover-password-button = שמירת הסיסמה החדשה
notice-recovered = יש לכם סיסמה חדשה. היכנסו איתה לחשבון.
notice-has-account = כבר יש לכם חשבון עם הכתובת הזאת. היכנסו לחשבון, או בחרו סיסמה חדשה.
notice-email-sent-again = שלחנו עוד מייל. רק הקוד החדש ביותר עובד.
problem-email-code-empty = הקלידו את הקוד מהמייל
problem-email-code-digits = בקוד יש רק ספרות. בדקו מול המייל.
problem-email-code-length = בקוד יש { $digits } ספרות. בדקו מול המייל.
problem-email-code-wrong =
    { $left ->
        [one] הקוד הזה לא נכון. השתמשו במייל החדש ביותר. נשאר לכם ניסיון אחד.
        [two] הקוד הזה לא נכון. השתמשו במייל החדש ביותר. נשארו לכם שני ניסיונות.
       *[other] הקוד הזה לא נכון. השתמשו במייל החדש ביותר. נשארו לכם { $left } ניסיונות.
    }
problem-email-code-expired = הקוד הזה כבר לא עובד: הוא ישן מדי. בקשו קוד חדש למטה.
problem-email-code-spent = הקוד הזה כבר לא עובד: היו יותר מדי ניסיונות לא נכונים. בקשו קוד חדש למטה.
problem-email-code-too-often =
    { $count ->
        [one] כבר שלחנו מייל אחד. חפשו אותו, או התחילו מחדש.
        [two] כבר שלחנו שני מיילים. חפשו את החדש מביניהם, או התחילו מחדש.
       *[other] כבר שלחנו { $count } מיילים. חפשו את החדש ביותר, או התחילו מחדש.
    }

# How long to stay signed in, below sign in and create an account
stay-keep = להישאר בחשבון
stay-keep-hint = למשך { $duration }, גם אחרי שסוגרים את הדפדפן. אל תסמנו את זה במכשיר שגם אנשים אחרים משתמשים בו.
stay-shared = זה מחשב משותף
stay-shared-hint = למשל בספרייה. כשתסיימו, נוציא אתכם מהחשבון.
stay-ended = סימנתם שזה מחשב משותף. לכן יצאתם עכשיו מהחשבון, ואנשים אחרים לא יכולים לפתוח את הדף הזה.

# Too many tries at signing in to one account
too-many-sign-ins-what = היו יותר מדי ניסיונות להיכנס עם כתובת המייל הזאת. ייתכן שהם לא היו שלכם.
too-many-sign-ins-known = יש לכם טלפון או מחשב שכבר נכנסתם ממנו בעבר? אפשר להיכנס ממנו עכשיו.

# Providers: signing in with an account from elsewhere
other-ways-heading = דרכים אחרות להיכנס
other-ways-text = יש לכם חשבון במקום אחר, שאפשר להשתמש בו כאן? אז לא צריך סיסמה שלנו. בפעם הראשונה ניצור לכם חשבון.
other-ways-button = כניסה עם { $provider }
provider-nameless = אדם חדש
provider-nothing = שום דבר לא השתנה, ושום מידע לא עבר.
provider-back-to-sign-in = חזרה לכניסה לחשבון
provider-back-to-account = חזרה לדרכי הכניסה שלכם
provider-away-heading = השירות { $provider } לא עונה
provider-away-what = אי אפשר להגיע כרגע אל { $provider }. אולי יש שם עומס או תיקון.
provider-away-next = נסו שוב בעוד כמה דקות, או בחרו דרך אחרת להיכנס.
provider-refused-heading = הכניסה עם { $provider } לא הצליחה
provider-refused-what = מה שקיבלנו מהשירות { $provider } לא היה נכון. עצרנו כדי לשמור עליכם.
provider-refused-next = חזרו ונסו עוד פעם אחת. אם זה קורה שוב, בחרו דרך אחרת להיכנס.
provider-cancelled-heading = לא נכנסתם עם { $provider }
provider-cancelled-what = עצרתם, או שהשירות { $provider } לא אישר את הכניסה. זה בסדר.
provider-cancelled-next = אפשר לנסות שוב, או לבחור דרך אחרת להיכנס.
provider-over-heading = הכניסה הזאת הסתיימה
provider-over-what = עבר יותר מדי זמן, או שהכניסה התחילה בחלון אחר, או שהדף הזה נפתח פעמיים.
provider-over-next = חזרו והתחילו שוב. עם { $provider }, הפעם השנייה מהירה יותר בדרך כלל.
provider-known-heading = אולי כבר יש לכם חשבון
provider-known-what = קיבלנו מהשירות { $provider } את כתובת המייל שלכם, ויש כאן חשבון עם אותה כתובת. כדי לשמור על התיקים, אנחנו אף פעם לא מאחדים חשבונות רק בגלל כתובת.
provider-known-next = אם זה החשבון שלכם, היכנסו קודם עם הסיסמה שלו. אחר כך פתחו בחשבון את ״דרכי כניסה״ והוסיפו את { $provider }.
provider-known-other-heading = החשבון הזה לא שלכם?
provider-known-other-text = אז אפשר ליצור חשבון משלכם. בהתחלה הוא ריק.
provider-known-other-button = יצירת חשבון חדש
provider-taken-heading = זה שייך לחשבון אחר
provider-taken-what = החשבון של { $provider } שהשתמשתם בו כבר פותח כאן חשבון אחר.
provider-taken-next = אם שני החשבונות שלכם, צאו מהחשבון והיכנסו עם { $provider } כדי לראות את השני.
ways-heading = דרכי כניסה
ways-text = אפשר להיכנס עם חשבון שיש לכם במקום אחר. הוא פותח כאן את אותו החשבון, עם אותם התיקים.
way-added = אפשר להיכנס עם { $provider }.
way-not-added = עדיין אי אפשר להיכנס עם { $provider }.
way-only = זאת הדרך היחידה שלכם להיכנס, ולכן היא נשארת.
way-add = הוספת { $provider }
way-remove = הסרת { $provider }
notice-provider-added = הוספנו. בפעם הבאה אפשר להיכנס כך.
notice-provider-removed = הסרנו. כבר אי אפשר להיכנס כך.
problem-provider-last = זאת הדרך היחידה שלכם להיכנס, ולכן היא נשארת.

# Record
record-heading = של מי התיק הרפואי שתרצו לחבר?
record-hint = בחרו אחד. אפשר לבדוק הכול לפני שאומרים כן.
record-used-before = כבר בחרתם בו בעבר
record-connected = מחובר עכשיו לאפליקציה { $app }
record-new = תיק חדש
record-new-note = בשביל מי שלא ברשימה הזאת
record-new-name-label = שם לתיק החדש
record-new-name-hint = של מי התיק, למשל נועם
record-signed-in-as = נכנסתם לחשבון בשם { $person }.
record-not-you = זה לא החשבון שלכם? יציאה
problem-record-none = בחרו של מי התיק שתרצו לחבר
problem-record-unknown = התיק הזה לא שלכם. בחרו תיק מהרשימה.
problem-new-record-name-empty = הקלידו שם לתיק החדש
problem-new-record-name-long = בשם יכולים להיות עד { $max } תווים. הקלידו שם קצר יותר.

# Authorize
authorize-heading = לאשר לאפליקציה { $app } להשתמש בתיק הזה?
authorize-who = ממי הבקשה
authorize-by = של { $organization }
authorize-record = תיק
authorize-record-new = חדש: ניצור אותו כשתאשרו
authorize-no-rules = האפליקציה { $app } רוצה להיות מחוברת. היא לא מבקשת לראות או לשנות שום דבר בתיק.
authorize-names = האפליקציה { $app } תקבל גם את השם שלכם ואת השם של התיק הזה.
authorize-required = מה האפליקציה צריכה
authorize-optional = מה עוד אפשר לאשר
authorize-optional-hint = סמנו רק מה שתרצו. האפליקציה תעבוד גם בלי זה.
authorize-stays-heading = האפליקציה { $app } כבר מחוברת אל:
authorize-stays-text = החיבור הזה נשאר כמו שהוא. אם בחרתם קודם תיק לא נכון, נתקו אותו בדף ״החיבורים שלכם״.
authorize-mind-heading = אפשר להתחרט
authorize-mind-text = האישור נשאר עד שתעצרו אותו. אפשר לעצור אותו בכל זמן: פותחים את ״החיבורים שלכם״ ובוחרים ״ניתוק״.
authorize-allow = לאשר את האפליקציה { $app }
authorize-decline = לא לאשר
# What an app may do, as one sentence
# $access is a list of the four words below, such as “להוסיף ולקרוא”; $types a list of kinds of information, such as
# “ביקורים ותוכניות טיפול”. The verbs stand before “את המידע הזה”, the kinds behind a colon, so that neither has to change.
rule-may = אישור { $access } את המידע הזה: { $types }.
rule-may-only = אישור { $access } את המידע הזה.
rule-about = מדובר במידע הזה: { $types }.
access-create = להוסיף
access-read = לקרוא
access-update = לשנות
access-delete = למחוק
problem-decision-none = בחרו אם לאשר את זה או לא
problem-rule-unknown = לא הצלחנו לקרוא את הבחירות שלכם. סמנו אותן שוב.

# Kinds of information, as they stand in that sentence
data-type-adverse-events = תופעות לוואי של טיפולים
data-type-allergies = אלרגיות
data-type-appointments = תורים
data-type-asthma = רישומי אסתמה ומשאפים
data-type-blood-glucose = ערכי סוכר בדם
data-type-blood-oxygen = ערכי חמצן בדם
data-type-blood-pressure = ערכי לחץ דם
data-type-body-measurements = מידות גוף
data-type-bills = חשבוניות
data-type-care-plans = תוכניות טיפול
data-type-care-team = אנשי הצוות המטפל
data-type-cholesterol = ערכי כולסטרול
data-type-conditions = מחלות ובעיות בריאות
data-type-consents = טופסי הסכמה
data-type-contacts = אנשי קשר
data-type-devices = מכשירים רפואיים
data-type-diabetes = רישומי סוכרת
data-type-diagnostic-reports = דוחות של בדיקות
data-type-diet = רישומי ארוחות ותזונה
data-type-discharge-summaries = מכתבי שחרור מבית חולים
data-type-documents = מסמכים
data-type-emergency-contacts = אנשי קשר לשעת חירום
data-type-encounters = ביקורים
data-type-exercise = רישומי פעילות גופנית
data-type-family-history = מחלות במשפחה
data-type-files = קבצים
data-type-genetic-results = תוצאות של בדיקות גנטיות
data-type-goals = יעדי בריאות
data-type-health-journal = רישומי יומן בריאות
data-type-heart = בדיקות לב
data-type-heart-rate = ערכי דופק
data-type-height = מדידות גובה
data-type-images = תמונות
data-type-imaging-studies = צילומי רנטגן וסריקות
data-type-immunizations = חיסונים
data-type-insulin = זריקות אינסולין
data-type-insurance = ביטוחי בריאות
data-type-lab-results = תוצאות מעבדה
data-type-living-wills = הנחיות רפואיות מקדימות
data-type-lung-function = בדיקות נשימה
data-type-medication-dispenses = תרופות מבית המרקחת
data-type-medication-requests = מרשמים
data-type-medications = תרופות
data-type-messages = הודעות
data-type-moods = רישומי מצב רוח
data-type-notes = הערות
data-type-observations = מדידות וממצאים
data-type-orders = הפניות לבדיקות ולטיפולים
data-type-peak-flow = מדידות זרימת שיא בנשיפה
data-type-personal-details = שם, תאריך לידה ופרטים אישיים אחרים
data-type-pregnancies = היריונות
data-type-procedures = ניתוחים וטיפולים
data-type-questionnaire-answers = תשובות לשאלונים
data-type-questionnaires = שאלונים
data-type-relatives = קרובי משפחה ומטפלים
data-type-risk-assessments = הערכות סיכון
data-type-sleep = רישומי שינה
data-type-specimens = דגימות דם ודגימות אחרות
data-type-vision-prescriptions = מרשמים למשקפיים ולעדשות
data-type-vital-signs = דופק, חום ומדדים חיוניים אחרים
data-type-warnings = אזהרות לצוות
data-type-weight = מדידות משקל
data-type-menstruation = רישומי מחזור חודשי

# Success
success-heading = האפליקציה { $app } מחוברת
success-record = עכשיו היא יכולה להשתמש בתיק ״{ $record }״.
success-says = הודעה מאת { $organization }:
success-next-heading = מה קורה אחר כך
success-next-app = הצוות של { $organization } מקבל הודעה שחיברתם את האפליקציה. לא צריך לעשות כלום.
success-next-code = שמרו את המכתב. הקוד יעבוד עוד { $duration }, כדי להוסיף עוד תיק או לחבר שוב.
success-next-stop = אפשר לנתק בכל זמן:
success-facts-heading = פרטים לשמירה
success-what = חיברתם
success-app = אפליקציה
success-when = תאריך
success-rules-heading = מה אישרתם
success-print = הדפסת הדף
return-link-leaves = זה פותח אתר אחר.

# Declined
declined-heading = לא אישרתם את האפליקציה { $app }
declined-what = אמרתם לא לבקשה ״{ $friendly }״. זה בסדר.
declined-nothing = לא העברנו שום מידע אל { $organization }, ואנחנו לא שומרים את הבחירות שלכם.
declined-mind-heading = אם תשנו את דעתכם
declined-mind-text = השתמשו שוב בקוד. הוא עובד כל עוד הוא בתוקף.
declined-again = להקליד את הקוד שוב

# Connections and disconnecting
connections-heading = החיבורים שלכם
connections-intro = האפליקציות האלה מחוברות לתיקים שלכם. אפשר לנתק כל אחת מהן.
connections-none = אין אפליקציה שמחוברת לתיקים שלכם.
connection-since = מחוברת מתאריך { $date }
connection-ended = החיבור הסתיים בתאריך { $date }
connection-may = מה מותר לה
connection-no-rules = אין לה אישור לראות או לשנות משהו בתיק.
connection-history = מה קרה
connection-history-caption = מה קרה, מהחדש לישן
history-when = מתי
history-what = מה
history-authorized = אישרתם
history-reauthorized = אישרתם שוב
history-disconnected = ניתקתם
history-given-up = האפליקציה סיימה את החיבור
connection-contact = יצירת קשר:
disconnect-link = ניתוק
disconnect-link-what = האפליקציה { $app } מהתיק { $record }
disconnect-heading = לנתק את האפליקציה { $app } מהתיק ״{ $record }״?
disconnect-what-happens = אם תנתקו:
disconnect-stops = מעכשיו האפליקציה { $app } לא תוכל להשתמש בתיק הזה.
disconnect-copies = עותקים שכבר יש אצל { $organization } נשארים שם.
disconnect-again = כדי לחבר שוב אחר כך, השתמשו בקוד, או בקשו קוד חדש מהצוות של { $organization }.
disconnect-button = כן, לנתק
disconnect-cancel = לא, להשאיר את החיבור

# The account
account-link = החשבון שלכם
account-heading = החשבון שלכם
account-back = החשבון שלכם
account-change = שינוי
account-see = פירוט
account-name = שם
account-name-what = השם שלכם
account-email = כתובת מייל
account-email-what = כתובת המייל שלכם
account-password = סיסמה
account-password-what = הסיסמה שלכם
account-password-hidden = רק אתם יודעים אותה
account-ways = דרכי כניסה
account-ways-what = דרכי הכניסה שלכם
account-ways-is = חשבונות ממקומות אחרים
account-language = שפה
account-language-what = השפה שלכם
account-language-browser = לפי הדפדפן שלכם
account-records = התיקים שלכם
account-records-what = התיקים שלכם
account-records-count =
    { $count ->
        [one] תיק אחד
        [two] שני תיקים
       *[other] { $count } תיקים
    }
account-sessions = מאיפה נכנסתם לחשבון
account-sessions-what = המקומות שנכנסתם מהם לחשבון
account-sessions-count =
    { $count ->
        [one] דפדפן אחד
        [two] שני דפדפנים
       *[other] { $count } דפדפנים
    }
account-history = מה קרה
account-history-what = מה שקרה בחשבון שלכם
account-history-is = כניסות ושינויים
account-data-heading = המידע שלכם
account-export-link = הצגת המידע שלכם והורדתו
account-delete-link = מחיקת החשבון שלכם
browser-on = { $browser } במערכת { $system }
browser-unknown = דפדפן שלא מוכר לנו
browser-unknown-on = דפדפן במערכת { $system }
notice-name-changed = השם שלכם השתנה.
notice-email-changed = כתובת המייל שלכם השתנתה. היכנסו עם הכתובת החדשה.
notice-language-changed = השפה שלכם השתנתה.
notice-password-changed = הסיסמה שלכם השתנתה. יצאתם מהחשבון בכל שאר המקומות.
notice-session-ended = יצאתם מהחשבון בדפדפן ההוא.
notice-sessions-ended = יצאתם מהחשבון בכל שאר המקומות.
notice-record-renamed = לתיק יש עכשיו שם חדש.
notice-record-deleted = התיק נמחק.
notice-code-sent = שלחנו לכם קוד חדש. הקוד הישן כבר לא עובד.

# The account: name, address, language, password
account-name-heading = שינוי השם שלכם
account-name-hint = אפליקציות שחיברתם יכולות לראות אותו.
account-name-button = שמירה
account-email-heading = שינוי כתובת המייל שלכם
account-email-present = הכתובת שלכם עכשיו: { $email }
account-email-none = אתם נכנסים עם חשבון ממקום אחר. לכן אין אצלנו כתובת שאפשר לשנות.
account-email-label = כתובת מייל חדשה
account-email-hint = נשלח אליה קוד. הכתובת תשתנה כשתקלידו את הקוד.
account-email-hint-now = אחרי השינוי נכנסים איתה לחשבון.
account-email-undo =
    { $days ->
        [one] נכתוב גם לכתובת הישנה. משם אפשר לבטל את השינוי במשך יום אחד.
        [two] נכתוב גם לכתובת הישנה. משם אפשר לבטל את השינוי במשך יומיים.
       *[other] נכתוב גם לכתובת הישנה. משם אפשר לבטל את השינוי במשך { $days } ימים.
    }
account-email-button = שינוי הכתובת
account-email-code-heading = בדקו את המייל שלכם
account-email-code-back = שימוש בכתובת אחרת
account-email-code-sent = שלחנו קוד אל { $email }.
account-email-code-label = הקוד מהמייל
account-email-code-hint =
    { $minutes ->
        [one] 6 ספרות. הקוד עובד למשך דקה אחת.
        [two] 6 ספרות. הקוד עובד למשך שתי דקות.
       *[other] 6 ספרות. הקוד עובד למשך { $minutes } דקות.
    }
account-email-code-button = אישור
account-email-code-none = המייל לא הגיע?
account-email-code-spam = זה יכול לקחת כמה דקות. בדקו גם בתיקיית הספאם.
account-email-code-resend = שליחת קוד חדש
account-language-heading = בחירת שפה
account-language-hint = זאת תהיה השפה בכל מכשיר שתיכנסו ממנו, וגם במיילים שלנו.
account-language-button = שמירה
account-password-heading = שינוי הסיסמה שלכם
account-password-ends = אחרי השינוי תישארו בחשבון כאן. בכל שאר המקומות תצאו ממנו.
account-password-none = אתם נכנסים עם חשבון ממקום אחר. לכן אין לכם אצלנו סיסמה שאפשר לשנות.
account-password-label = סיסמה חדשה
account-password-button = שינוי הסיסמה
current-password-label = הסיסמה שלכם עכשיו
problem-current-password = זאת לא הסיסמה שלכם עכשיו. הקלידו אותה שוב.
problem-current-password-empty = הקלידו את הסיסמה שלכם
problem-email-same = זאת כבר הכתובת שלכם. הקלידו כתובת אחרת.
problem-email-not-free = אי אפשר להשתמש בכתובת הזאת. הקלידו כתובת אחרת.
problem-email-too-many = ביקשתם הרבה קודים. חכו שעה, ואז נסו שוב.
problem-email-code-over = הקוד הזה כבר לא עובד. בקשו קוד חדש.
problem-language-none = בחרו שפה

# The account: sign-ins and history
account-sessions-heading = מאיפה נכנסתם לחשבון
account-sessions-text = אם יש כאן מקום שאתם לא מכירים, צאו שם מהחשבון.
account-session-this = הדפדפן הזה
account-session-since = כניסה: { $date }
account-session-seen = שימוש אחרון: { $date }
account-session-kept = תישארו בחשבון כאן עד { $date }
account-session-end = יציאה
account-sessions-others = יציאה מכל שאר המקומות
account-sessions-strange = משהו נראה לא נכון?
account-sessions-password = שינוי הסיסמה שלכם
account-history-heading = מה קרה בחשבון שלכם
account-history-none = עדיין לא קרה כלום.
account-history-caption =
    { $months ->
        [one] מהחדש לישן. אנחנו שומרים את זה למשך חודש אחד.
        [two] מהחדש לישן. אנחנו שומרים את זה למשך חודשיים.
       *[other] מהחדש לישן. אנחנו שומרים את זה למשך { $months } חודשים.
    }
account-history-pages = דפים
account-history-newer = חדש יותר
account-history-older = ישן יותר
account-history-strange = יש כאן משהו שלא אתם עשיתם?
account-event-signed-in = נכנסתם לחשבון
account-event-sign-in-failed = הוקלדה סיסמה לא נכונה
account-event-times =
    { $count ->
        [one] פעם אחת
        [two] פעמיים
       *[other] { $count } פעמים
    }
account-event-name = השם שלכם השתנה
account-event-email = כתובת המייל שלכם השתנתה
account-event-email-restored = כתובת המייל הקודמת שלכם הוחזרה
account-event-language = השפה שלכם השתנתה
account-event-provider-added = הוספתם דרך כניסה
account-event-provider-removed = הסרתם דרך כניסה
account-event-password = הסיסמה שלכם השתנתה
account-event-recovered = בחרתם סיסמה חדשה עם קוד מהמייל
account-event-passkey-added = נוסף מפתח גישה
account-event-passkey-removed = הוסר מפתח גישה
account-event-session = יצאתם מהחשבון בדפדפן אחר
account-event-others = יצאתם מהחשבון בכל שאר המקומות
account-event-all = כולם הוצאו מהחשבון, דרך מייל
account-event-connected = חיברתם אפליקציה
account-event-disconnected = ניתקתם אפליקציה
account-event-given-up = אפליקציה סיימה את החיבור שלה
account-event-record-renamed = תיק קיבל שם חדש
account-event-record-deleted = מחקתם תיק
account-event-exported = הורדתם את המידע שלכם

# The account: records
account-records-heading = התיקים שלכם
account-records-back = התיקים שלכם
account-records-none = אין לכם תיקים. תיק נוצר כשמחברים אפליקציה.
account-records-text = אפשר למחוק תיק כשאין אפליקציה שמחוברת אליו.
account-record-unconnected = אין אפליקציה מחוברת
account-record-connected =
    { $count ->
        [one] אפליקציה אחת מחוברת
        [two] שתי אפליקציות מחוברות
       *[other] { $count } אפליקציות מחוברות
    }
account-record-rename = שינוי השם
account-record-delete = מחיקה
account-record-see = הצגת החיבורים
account-record-name-heading = שינוי השם של התיק ״{ $record }״
account-record-name-label = שם חדש
account-record-delete-heading = למחוק את התיק ״{ $record }״?
account-record-delete-what = התיק וההיסטוריה שלו יימחקו מכאן.
account-record-delete-final = אי אפשר לבטל את זה.
account-record-delete-button = כן, למחוק
account-record-delete-cancel = לא, להשאיר
problem-record-name-empty = הקלידו שם לתיק

# The account: data and deleting
account-export-heading = המידע שלכם
account-export-text = זה המידע שיש לנו עליכם. בקובץ נמצא הכול, בצורה שגם תוכנות אחרות יכולות לקרוא.
account-export-apps = אפליקציות שחיברתם
account-export-apps-more = עם מה שאישרתם, מאיזה תאריך, ומה קרה
account-export-mails = מיילים על החשבון שלכם
account-export-mails-more = רק מתי כתבנו אותם ולמה. אנחנו לא שומרים מה היה כתוב בהם.
account-export-none = אין
account-export-lines =
    { $count ->
        [one] שורה אחת
        [two] שתי שורות
       *[other] { $count } שורות
    }
account-export-mails-count =
    { $count ->
        [one] מייל אחד
        [two] שני מיילים
       *[other] { $count } מיילים
    }
account-export-secrets = הסיסמה שלכם לא נמצאת בקובץ. אנחנו שומרים אותה רק בצורה שאי אפשר לקרוא.
account-export-button = הורדת המידע שלכם
account-delete-heading = למחוק את החשבון שלכם?
account-delete-what = אם תמחקו אותו:
account-delete-app = האפליקציה { $app } תנותק, ותקבל על זה הודעה.
account-delete-record = התיק ״{ $record }״ יימחק.
account-delete-all = השם, הכתובת, הסיסמה וההיסטוריה שלכם יימחקו.
account-delete-copies = עותקים שכבר יש במרפאה נשארים במרפאה.
account-delete-codes = מה שהמרפאות כתבו בשביל הקודים שלכם נשאר אצלן כל עוד הקודים בתוקף.
account-delete-final = זה סופי. אי אפשר להחזיר את החשבון.
account-delete-export = תרצו לשמור קודם עותק?
account-delete-label = כדי למחוק, הקלידו את כתובת המייל שלכם
account-delete-label-name = כדי למחוק, הקלידו את השם שלכם
account-delete-button = מחיקת החשבון שלי לתמיד
account-delete-cancel = להשאיר את החשבון שלי
problem-delete-empty = הקלידו בדיוק כמו שכתוב למעלה
problem-delete-other = זה לא אותו דבר. הקלידו בדיוק כמו שכתוב למעלה.
account-deleted-heading = החשבון שלכם נמחק
account-deleted-text = כל האפליקציות שלכם נותקו וקיבלו על זה הודעה. יצאתם מהשירות בכל המקומות.
account-deleted-copies = עותקים שכבר יש במרפאה נשארים במרפאה. אם יש לכם שאלות עליהם, פנו למרפאה.
account-deleted-close = אפשר לסגור את הדף הזה.

# The account: links in mails
not-me-heading = לצאת מהחשבון בכל המקומות?
not-me-ends = כל מי שנמצאים עכשיו בתוך החשבון שלכם ייצאו ממנו מיד.
not-me-password = אחר כך תבחרו סיסמה חדשה. אנחנו נעזור לכם.
not-me-stays = החיבורים שלכם נשארים כמו שהם.
not-me-button = יציאה מכל המקומות
not-me-was-me = אם אלה הייתם אתם, אפשר לסגור את הדף הזה. שום דבר לא ישתנה.
undo-email-heading = להחזיר את הכתובת הקודמת שלכם?
undo-email-back = הכתובת של החשבון שלכם תהיה שוב { $email }.
undo-email-button = להחזיר את הכתובת
problem-undo-taken = לכתובת הזאת כבר יש חשבון משלה, ולכן אי אפשר להחזיר אותה. היכנסו לחשבון ההוא, או בקשו עזרה מהמרפאה.
link-old-heading = הקישור הזה כבר לא עובד
link-old-text = הוא ישן מדי, או שכבר השתמשו בו. אם נראה לכם שאנשים אחרים משתמשים בחשבון שלכם, בחרו סיסמה חדשה.
link-old-recover = בחירת סיסמה חדשה

# Not found, too many requests, stale form
not-found-heading = לא מצאנו את הדף הזה
not-found-what = אם הקלדתם את הכתובת, בדקו שהיא נכונה. אם הדבקתם אותה, בדקו שהעתקתם את כולה.
not-found-next = אם יש לכם קוד מהמרפאה, אפשר להקליד אותו כאן.
not-found-target = הקישור שפתחתם מבקש משהו שאין בשירות הזה.
not-found-target-next = חפשו את הקוד במכתב או במייל. אפשר להקליד אותו כאן.
not-found-link = להקליד קוד
too-many-requests-heading = רק רגע, בבקשה
too-many-requests-what = היו יותר מדי ניסיונות בזמן קצר מהרשת שלכם.
too-many-requests-wait = חכו { $duration }, ואז נסו שוב.
too-many-requests-kept = הקוד שלכם לא ננעל בגלל זה, ולא הפסדתם ניסיון. חזרו אחורה ושלחו את הטופס שוב.
stale-form-heading = הדף הזה היה פתוח יותר מדי זמן
stale-form-what = לא היינו בטוחים שזה הגיע מכם, ולכן עצרנו.
stale-form-nothing = שום דבר לא השתנה.
stale-form-next = חזרו אחורה, רעננו את הדף, ונסו עוד פעם.
problem-form-changed = הדף הזה השתנה מאז שפתחתם אותו. לא עשינו כלום. קראו אותו שוב, בבקשה.
problem-form-stale = הדף היה פתוח הרבה זמן. שום דבר לא הלך לאיבוד: שלחו שוב.

# Faults
try-again-later-heading = סליחה, אי אפשר לעשות את זה כרגע
try-again-later-what = יש עומס גדול בשירות, או שמתקנים אותו.
try-again-later-next = נסו שוב בעוד כמה דקות.
try-again-later-kept = מה שסיימתם קודם נשמר. הקוד שלכם עדיין עובד.

# A step may have been saved, or not
outcome-unknown-heading = סליחה, אנחנו לא יודעים אם השלב הזה נשמר
outcome-unknown-next = חכו כמה דקות. אחר כך חזרו ובדקו את הדף, לפני שתנסו שוב.
outcome-unknown-kept = מה שסיימתם לפני השלב הזה נשמר.

fault-heading = סליחה, משהו השתבש
fault-what = זאת טעות שלנו, לא שלכם. מה שסיימתם קודם נשמר.
fault-next = חזרו ונסו שוב. אם זה קורה שוב, פנו למרפאה.
fault-reference = מסרו למרפאה את המספר הזה:

# Help
help-heading = איך זה עובד
help-how-heading = חיבור בחמישה שלבים
help-how-code = הקלידו את הקוד שקיבלתם מהמרפאה.
help-how-question = ענו על השאלה שהמרפאה בחרה. את התשובה קיבלתם בדרך אחרת, למשל בביקור שלכם.
help-how-sign-in = היכנסו לחשבון, או צרו חשבון.
help-how-record = בחרו של מי התיק הרפואי שתרצו לחבר.
help-how-allow = קראו מה המרפאה מבקשת. אמרו כן או לא.
help-how-stop = אפשר לנתק בכל זמן בדף ״החיבורים שלכם״.
help-time-heading = כמה זמן יש לכם
help-time-code = קוד עובד למשך { $duration } מהיום שהמרפאה יצרה אותו.
help-time-idle =
    { $minutes ->
        [one] אם במשך דקה אחת לא קורה כלום, תצאו אוטומטית מהחשבון. היכנסו שוב, ותמשיכו מאותו מקום.
        [two] אם במשך שתי דקות לא קורה כלום, תצאו אוטומטית מהחשבון. היכנסו שוב, ותמשיכו מאותו מקום.
       *[other] אם במשך { $minutes } דקות לא קורה כלום, תצאו אוטומטית מהחשבון. היכנסו שוב, ותמשיכו מאותו מקום.
    }
help-time-kept = אם תסמנו ״להישאר בחשבון״, תישארו בו למשך { $duration }.
help-time-journey =
    { $hours ->
        [one] אנחנו שומרים את המקום שלכם למשך שעה אחת. אחרי זה, הקלידו את הקוד שוב.
        [two] אנחנו שומרים את המקום שלכם למשך שעתיים. אחרי זה, הקלידו את הקוד שוב.
       *[other] אנחנו שומרים את המקום שלכם למשך { $hours } שעות. אחרי זה, הקלידו את הקוד שוב.
    }
help-kept-heading = מה אנחנו שומרים
help-kept-account = השם שלכם, כתובת המייל שלכם והשמות של התיקים שלכם.
help-kept-connections = אילו אפליקציות אישרתם, מה מותר להן, ומתי אישרתם.
help-kept-secrets = הסיסמה שלכם, רק בצורה שאי אפשר לקרוא. את התשובות שלכם לשאלות אנחנו בודקים, לא שומרים.
help-cookies-heading = עוגיות (cookies)
help-cookies-text = אנחנו משתמשים בחמש עוגיות. בלעדיהן השירות לא יכול לעבוד בבטחה. אחת זוכרת שנכנסתם לחשבון. אחת זוכרת את המקום שלכם. אחת מוודאת שאתם שלחתם את הטופס. אחת עוזרת לנו להכיר את הדפדפן הזה בפעם הבאה, כדי שניחושים של אחרים לא יחסמו אתכם מהחשבון שלכם. אחת זוכרת את השפה שלכם. אין עוגיות אחרות, ולכן לא צריך לשאול אתכם עליהן.
help-shared-heading = במחשב משותף
help-shared-text = סמנו ״זה מחשב משותף״ כשאתם נכנסים. כשתסיימו, נוציא אתכם מהחשבון. אפשר גם לבחור ״יציאה״.
help-access-heading = נגישות
help-access-aim = אנחנו רוצים שכולם יוכלו להשתמש בשירות הזה. המטרה שלנו היא לעמוד בהנחיות לנגישות תכנים באינטרנט (WCAG) 2.2 ברמה AA.
help-access-works = אפשר להשתמש בו עם מקלדת או עם קורא מסך, להגדיל את הטקסט עד 400%, ולהשתמש בו בלי JavaScript.
help-access-known = אנחנו יודעים שדבר אחד קשה: צריך לדעת את התשובה לשאלה של המרפאה. אם אתם לא מוצאים אותה או לא יכולים להקליד אותה, המרפאה יכולה לעזור לכם.

# Mails about accounts
mail-code-lifetime = הקוד עובד למשך { $duration }. רק הקוד החדש ביותר עובד. אל תמסרו אותו לאחרים.
mail-not-you-heading = אלה לא הייתם אתם?
mail-sign-in-link = כניסה לחשבון
mail-recover-link = בחירת סיסמה חדשה
mail-create-account-link = יצירת חשבון
mail-confirm-address-subject = אשרו את כתובת המייל שלכם
mail-confirm-address-text = קיבלנו בקשה, כנראה מכם, להשתמש בכתובת המייל הזאת בשביל חשבון. הקלידו את הקוד הזה בדף שמבקש אותו:
mail-confirm-address-elsewhere-heading = הדף ההוא סגור?
mail-confirm-address-elsewhere = היכנסו עם כתובת המייל הזאת ועם הסיסמה שלכם. אז נשלח לכם קוד חדש.
mail-confirm-address-not-you = לא צריך לעשות כלום. בלי הקוד אי אפשר להשתמש כאן בכתובת שלכם.
mail-already-registered-subject = כבר יש לכם חשבון
mail-already-registered-text = קיבלנו בקשה, כנראה מכם, ליצור חשבון עם כתובת המייל הזאת. כבר יש לכם חשבון, ולכן לא שינינו כלום.
mail-already-registered-sign-in = היכנסו עם כתובת המייל הזאת ועם הסיסמה שלכם:
mail-already-registered-recover = אם שכחתם את הסיסמה, אפשר לבחור סיסמה חדשה:
mail-already-registered-not-you = לא צריך לעשות כלום. לא הייתה כניסה לחשבון שלכם.
mail-recovery-subject = הקוד שלכם לסיסמה חדשה
mail-recovery-text = קיבלנו בקשה, כנראה מכם, לבחור סיסמה חדשה לחשבון שלכם. הקלידו את הקוד הזה בדף שמבקש אותו:
mail-recovery-not-you = לא צריך לעשות כלום. הסיסמה שלכם עדיין עובדת, ולא הייתה כניסה לחשבון שלכם.
mail-no-account-subject = לכתובת המייל הזאת אין כאן סיסמה
mail-no-account-text = קיבלנו בקשה, כנראה מכם, לבחור סיסמה חדשה. אבל אין כאן חשבון עם כתובת המייל הזאת ועם סיסמה.
mail-no-account-other = אולי השתמשתם בכתובת מייל אחרת. נסו אותה. או שאתם נכנסים עם שירות אחר: אז לא צריך כאן סיסמה.
mail-no-account-create = אם עדיין אין לכם חשבון, אפשר ליצור חשבון:
mail-no-account-not-you = לא צריך לעשות כלום. לא נוצר חשבון.
mail-recovered-subject = הסיסמה שלכם השתנתה
mail-recovered-text = נבחרה סיסמה חדשה לחשבון שלכם, עם קוד ששלחנו לכתובת המייל הזאת.
mail-recovered-signed-out = יצאתם מהחשבון בכל המקומות. מה שחיברתם נשאר מחובר.
mail-recovered-not-you = אז אנשים אחרים יכולים לקרוא את המיילים שלכם. שנו קודם את הסיסמה של המייל. אחר כך בחרו כאן סיסמה חדשה:

# Mails
mail-help-heading = אם צריך עזרה
mail-automatic = המייל הזה נשלח ממחשב. נא לא להשיב עליו.
mail-test-subject = בדיקה של המיילים שלנו
mail-test-text = אם אתם קוראים את זה, המיילים מהאתר הזה מגיעים.
mail-test-link = פתיחת האתר

# Mails: notices
notice-mail-new-browser = כניסה חדשה לחשבון שלכם
notice-mail-new-browser-what = הייתה כניסה לחשבון שלכם: { $browser }, { $date }. מהדפדפן הזה לא נכנסו בעבר.
notice-mail-password = הסיסמה שלכם השתנתה
notice-mail-password-what = הסיסמה של החשבון שלכם השתנתה: { $date }.
notice-mail-passkey = נוסף מפתח גישה
notice-mail-passkey-what = מפתח הגישה ״{ $name }״ נוסף לחשבון שלכם: { $date }.
notice-mail-provider = נוספה דרך כניסה
notice-mail-provider-what = מעכשיו, חשבון ממקום אחר יכול לפתוח את החשבון שלכם אצלנו: { $date }.
notice-mail-connected = האפליקציה { $app } מחוברת
notice-mail-connected-what = האפליקציה { $app } של { $organization } חוברה לאחד התיקים שלכם: { $date }.
notice-mail-disconnected = האפליקציה { $app } נותקה
notice-mail-disconnected-what = האפליקציה { $app } של { $organization } נותקה מאחד התיקים שלכם: { $date }. היא כבר לא יכולה להשתמש בו.
notice-mail-given-up = האפליקציה { $app } סיימה את החיבור שלה
notice-mail-given-up-what = הצוות של { $organization } סיים את החיבור של האפליקציה { $app } לאחד התיקים שלכם: { $date }. היא כבר לא יכולה להשתמש בו.
notice-mail-given-up-next = לא צריך לעשות כלום. אם יש לכם שאלות, פנו לצוות של { $organization }.
notice-mail-data-types = האפליקציה { $app } מבקשת עכשיו משהו אחר
notice-mail-data-types-what = הצוות של { $organization } שינה את מה שהאפליקציה { $app } מבקשת.
notice-mail-data-types-kept = מה שאישרתם נשאר כמו שהיה. האפליקציה לא מקבלת שום דבר חדש אם לא תאשרו.
notice-mail-data-types-next = בדף ״החיבורים שלכם״ אפשר לראות מה אישרתם, וגם לנתק את האפליקציה.
notice-mail-deleted = החשבון שלכם נמחק
notice-mail-deleted-what = החשבון שלכם נמחק: { $date }. כל האפליקציות נותקו.
notice-mail-deleted-gone = זה המייל האחרון על החשבון. אנחנו לא שומרים את הכתובת שלכם.
notice-mail-deleted-not-me = אם אלה לא הייתם אתם, אנשים אחרים ידעו את הסיסמה שלכם. שנו אותה במקומות אחרים שאתם משתמשים בה, וספרו למרפאה.
notice-mail-connections-link = הצגת החיבורים שלכם
notice-mail-was-me = אם אלה הייתם אתם, לא צריך לעשות כלום.
notice-mail-not-me-heading = אלה לא הייתם אתם?
notice-mail-not-me = אז הוציאו את כולם מהחשבון שלכם, ובחרו סיסמה חדשה. פתחו את הדף הזה:
notice-mail-not-me-link = יציאה מכל המקומות
mail-email-code-subject = הקוד שלכם לכתובת החדשה
mail-email-code-text = ביקשתם להשתמש בכתובת הזאת בחשבון שלכם. הקלידו את הקוד הזה בדף הפתוח:
mail-email-code-time =
    { $minutes ->
        [one] הקוד עובד למשך דקה אחת, ורק פעם אחת.
        [two] הקוד עובד למשך שתי דקות, ורק פעם אחת.
       *[other] הקוד עובד למשך { $minutes } דקות, ורק פעם אחת.
    }
mail-email-code-not-me = אם אלה לא הייתם אתם, לא צריך לעשות כלום. בלי הקוד שום דבר לא משתנה.
mail-email-taken-subject = כבר יש לכם חשבון עם הכתובת הזאת
mail-email-taken-text = קיבלנו בקשה להשתמש בכתובת הזאת בחשבון אחר. אבל כבר יש חשבון עם הכתובת הזאת.
mail-email-taken-next = אם אלה הייתם אתם, היכנסו עם הכתובת הזאת.
mail-email-taken-link = כניסה לחשבון
mail-email-changed-subject = כתובת המייל שלכם השתנתה
mail-email-changed-text = לחשבון שלכם יש כתובת מייל חדשה: { $date }. עכשיו נכנסים איתה. לכתובת הזאת כבר לא נכתוב.
mail-email-changed-was-me = אם אלה הייתם אתם, לא צריך לעשות כלום.
mail-email-changed-undo = אפשר להחזיר את הכתובת הזאת עד { $date }. אז כולם ייצאו מהחשבון. פתחו את הדף הזה:
mail-email-changed-link = להחזיר את הכתובת הזאת

# Invitation, as a mail
invitation-subject = הזמנה מאת { $organization }
reminder-subject = תזכורת מאת { $organization }
reminder-text = כבר כתבנו לכם, ועדיין לא השתמשתם בקוד שלכם. אם אתם לא רוצים לחבר, לא צריך לעשות כלום.
invitation-link = פתיחת ההזמנה שלכם
invitation-answer = נשאל אתכם שאלה. את התשובה תקבלו מהצוות של { $organization } בדרך אחרת. היא לא כתובה במייל הזה.
invitation-unexpected-heading = אם לא ציפיתם לזה
invitation-unexpected = פתחו את הקישור ובחרו ״{ $report }״. אז הקוד יפסיק לעבוד, והצוות של { $organization } יקבל הודעה.
invitation-links = הקישורים שלנו מתחילים תמיד כך: { $host }
invitation-sender = המיילים שלנו מגיעים תמיד מהכתובת { $sender }
invitation-keep = אל תעבירו את המייל הזה לאחרים. הקוד הוא רק בשבילכם.

# Letter
letter-subject = חיבור האפליקציה { $app } לתיק הרפואי שלכם
letter-why = הצוות של { $organization } רוצה לחבר את האפליקציה ״{ $app }״ לתיק הרפואי שלכם.
letter-you-decide = ההחלטה שלכם. שום מידע לא עובר אם לא תגידו כן.
letter-open = פתחו את הקישור הזה:
letter-type = או פתחו את הכתובת { $address } והקלידו את הקוד הזה:
letter-answer = נשאל אתכם שאלה. את התשובה תקבלו מהצוות של { $organization } בדרך אחרת. היא לא כתובה במכתב הזה.
letter-chances =
    { $count ->
        [one] יש לכם ניסיון אחד לענות, אז קחו את הזמן.
        [two] יש לכם שני ניסיונות לענות, אז קחו את הזמן.
       *[other] יש לכם { $count } ניסיונות לענות, אז קחו את הזמן.
    }
letter-then = אחר כך היכנסו לחשבון או צרו חשבון, בחרו תיק, ואמרו כן או לא.
letter-until = השתמשו בקוד לפני { $date }.
letter-keep = אל תעבירו את המכתב הזה לאחרים. הקוד הוא רק בשבילכם.
letter-help = אם צריך עזרה:

# Passkeys
account-passkeys = מפתחות גישה
account-passkeys-what = מפתחות הגישה שלכם
account-passkeys-count =
    { $count ->
        [one] מפתח גישה אחד
        [two] שני מפתחות גישה
       *[other] { $count } מפתחות גישה
    }
account-passkeys-heading = מפתחות הגישה שלכם
account-passkeys-text = עם מפתח גישה נכנסים לחשבון בעזרת הפנים, האצבע או קוד הנעילה של הטלפון או המחשב. לא צריך לזכור כלום, ואי אפשר לנחש אותו.
account-passkeys-password = גם דרכי הכניסה האחרות שלכם עדיין עובדות.
account-passkeys-none = עדיין אין לכם מפתח גישה.
account-passkeys-no-script = בדף הזה אפשר להוסיף מפתח גישה רק אם JavaScript פועל בדפדפן שלכם. לא חייבים מפתח גישה: אפשר להיכנס גם בלעדיו.
account-passkeys-unsupported = הדפדפן הזה לא יכול להשתמש במפתחות גישה. לא חייבים מפתח גישה: אפשר להיכנס גם בלעדיו.
account-passkeys-add-heading = הוספת מפתח גישה
account-passkeys-prove = לפני שמוסיפים מפתח גישה, הקלידו את הסיסמה פעם נוספת.
account-passkeys-name-label = השם של מפתח הגישה
account-passkeys-name-hint = כדי שתזהו אותו אחר כך, למשל ״הטלפון שלי״
account-passkeys-button = הוספת מפתח גישה
account-passkeys-added = נוסף: { $date }
account-passkeys-used = שימוש אחרון: { $date }
account-passkeys-never = עדיין לא היה בשימוש
account-passkeys-remove = הסרה
account-passkeys-remove-what = של מפתח הגישה ״{ $name }״
notice-passkey-added = מפתח הגישה נוסף. אפשר להשתמש בו בכניסה הבאה.
notice-passkey-removed = מפתח הגישה הוסר. כבר אי אפשר להיכנס איתו.
problem-passkey-name-empty = הקלידו שם למפתח הגישה
problem-passkey-name-long = בשם יכולים להיות עד { $max } תווים. הקלידו שם קצר יותר.
problem-passkey-cancelled = לא נוסף מפתח גישה. עצרתם, או שעבר יותר מדי זמן. אפשר לנסות שוב מתי שתרצו.
problem-passkey-known = בטלפון או במחשב הזה כבר יש מפתח גישה לחשבון הזה.
problem-passkey-refused = לא הצלחנו להוסיף את מפתח הגישה הזה. נסו שוב, או השתמשו במפתח גישה אחר.
problem-passkey-too-many = יש לכם { $max } מפתחות גישה. הסירו אחד לפני שתוסיפו עוד אחד.
sign-in-passkey-button = כניסה עם מפתח גישה
problem-passkey-sign-in = מפתח הגישה הזה לא עבד כאן. נסו מפתח גישה אחר, או היכנסו עם כתובת המייל והסיסמה שלכם.
success-passkey-heading = בפעם הבאה אפשר להיכנס מהר יותר
success-passkey-text = עם מפתח גישה נכנסים לחשבון בעזרת הפנים, האצבע או קוד הנעילה של הטלפון. אין סיסמה שאפשר לשכוח.
success-passkey-link = הוספת מפתח גישה

# The letter on paper
letter-scan = כוונו את המצלמה של הטלפון אל התמונה הזאת:
letter-picture = תמונה מרובעת שמצלמה של טלפון יכולה לקרוא. היא פותחת את הקישור.
letter-short-address = או פתחו את הכתובת { $address } והקלידו את הקוד הזה:
letter-spelled = הקוד אות אחרי אות
