# What patients read, in Arabic. Keys are sorted by page, as in en.ftl.
# Plain Modern Standard Arabic, short sentences, no blame. Nobody’s gender is guessed: verbal nouns after “يُرجى” and
# “يمكنك”, and of the verbs in “you” only past forms that are spelled alike for everyone. Names of apps and clinics
# stand after a whole word (تطبيق, من, مع, لدى, إلى), never after a joined letter, and no verb agrees with them.
# record = السجل, code = الرمز, connect = ربط, disconnect = إلغاء الربط, sign in = تسجيل الدخول,
# passkey = مفتاح المرور, letter = رسالة (ورقية), mail = رسالة إلكترونية, chance = محاولة.
# This language
language-name = العربية
language-dir = rtl

# Every page
service-name = Patient Connect
the-clinic = العيادة
skip-to-main = الانتقال إلى المحتوى الرئيسي
title-error = خطأ:
summary-heading = هناك مشكلة
sandbox-ribbon = بيئة تجريبية: لا شيء هنا حقيقي
brand-through = عبر Patient Connect
brand-hours = ساعات العمل:
brand-privacy = الخصوصية
brand-accessibility = إمكانية الوصول
brand-imprint = الجهة المسؤولة عن الموقع
account-nav = حسابك
connections-link = التطبيقات المرتبطة
sign-out = تسجيل الخروج
foot-help-heading = هل تلزمك مساعدة؟
# Whom to call, and the way back
contact-phone = الهاتف
contact-email = البريد الإلكتروني
contact-hours = أوقات العمل
contact-address = العنوان
help-link = كيف تعمل الخدمة
language-form = اللغة
continue = متابعة
back = رجوع
step-caption = الخطوة { $step } من { $steps }
connecting = يجري الآن ربط:

# These stand in the nominative: “مدة صلاحية الرمز ساعتان”. Keep such sentences around $duration.
duration-seconds =
    { $count ->
        [zero] { $count } ثانية
        [one] ثانية واحدة
        [two] ثانيتان
        [few] { $count } ثوانٍ
        [many] { $count } ثانية
       *[other] { $count } ثانية
    }
duration-minutes =
    { $count ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
duration-hours =
    { $count ->
        [zero] { $count } ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
duration-days =
    { $count ->
        [zero] { $count } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
duration-weeks =
    { $count ->
        [zero] { $count } أسبوع
        [one] أسبوع واحد
        [two] أسبوعان
        [few] { $count } أسابيع
        [many] { $count } أسبوعًا
       *[other] { $count } أسبوع
    }

# Notices
notice-signed-out = تم تسجيل خروجك.
notice-signed-in-again =
    { $minutes ->
        [zero] تم تسجيل خروجك لعدم وجود أي نشاط. يمكنك تسجيل الدخول من جديد والمتابعة من حيث توقفت.
        [one] تم تسجيل خروجك لعدم وجود أي نشاط لمدة دقيقة واحدة. يمكنك تسجيل الدخول من جديد والمتابعة من حيث توقفت.
        [two] تم تسجيل خروجك لعدم وجود أي نشاط لمدة دقيقتين. يمكنك تسجيل الدخول من جديد والمتابعة من حيث توقفت.
        [few] تم تسجيل خروجك لعدم وجود أي نشاط لمدة { $minutes } دقائق. يمكنك تسجيل الدخول من جديد والمتابعة من حيث توقفت.
        [many] تم تسجيل خروجك لعدم وجود أي نشاط لمدة { $minutes } دقيقة. يمكنك تسجيل الدخول من جديد والمتابعة من حيث توقفت.
       *[other] تم تسجيل خروجك لعدم وجود أي نشاط لمدة { $minutes } دقيقة. يمكنك تسجيل الدخول من جديد والمتابعة من حيث توقفت.
    }
notice-disconnected = تم إلغاء ربط تطبيق { $app }. لم يعد بإمكانه استخدام هذا السجل.

# Code
code-heading = إدخال الرمز الذي وصلك من عيادتك
code-hint = الرمز موجود في رسالتك الورقية أو الإلكترونية: 20 حرفًا إنجليزيًا في خمس مجموعات، مثل
code-hint-typing = يمكن كتابة الأحرف صغيرة. المسافات والشرطات لا تهم.
code-next-heading = ماذا يحدث بعد ذلك
code-next-question = الإجابة عن سؤال اختارته عيادتك.
code-next-sign-in = تسجيل الدخول، أو إنشاء حساب.
code-next-allow = قراءة ما تطلبه العيادة، ثم الموافقة أو الرفض.
code-next-safe = يستغرق ذلك نحو 5 دقائق. لا تتم مشاركة أي شيء قبل موافقتك.
code-none-summary = ليس لدي رمز
code-none-text = تأتي الرموز من العيادة. يُرجى الاتصال بعيادتك أو مراسلتها وطلب رمز. لا توجد طريقة أخرى للحصول على رمز.
problem-identity-code-empty = يُرجى إدخال الرمز
problem-identity-code-length = في الرمز 20 حرفًا. عدد الأحرف المكتوبة: { $letters }. يُرجى مقارنة الرمز برسالتك.
problem-identity-code-letter = لا يوجد «{ $letter }» في أي رمز. يُرجى مقارنة المجموعة { $group } برسالتك.
problem-identity-code-group =
    { $letters ->
        [zero] في كل مجموعة 4 أحرف. المجموعة { $group } ليس فيها أي حرف. يُرجى مقارنتها برسالتك.
        [one] في كل مجموعة 4 أحرف. المجموعة { $group } فيها حرف واحد فقط. يُرجى مقارنتها برسالتك.
        [two] في كل مجموعة 4 أحرف. المجموعة { $group } فيها حرفان فقط. يُرجى مقارنتها برسالتك.
        [few] في كل مجموعة 4 أحرف. المجموعة { $group } فيها { $letters } أحرف. يُرجى مقارنتها برسالتك.
        [many] في كل مجموعة 4 أحرف. المجموعة { $group } فيها { $letters } حرفًا. يُرجى مقارنتها برسالتك.
       *[other] في كل مجموعة 4 أحرف. المجموعة { $group } فيها { $letters } حرف. يُرجى مقارنتها برسالتك.
    }
problem-identity-code-slip = هناك حرف غير صحيح، أو حرفان كل منهما في مكان الآخر. يُرجى مقارنة كل مجموعة برسالتك.
problem-identity-code-unknown = هذا الرمز غير معروف لدينا. يُرجى مقارنته برسالتك. إذا كان هو نفسه، يُرجى طلب رمز جديد من عيادتك.
problem-identity-code-link = الرمز في الرابط غير كامل. يُرجى كتابة الرمز من رسالتك الورقية أو الإلكترونية.
problem-identity-code-too-long = النص أطول من اللازم. يُرجى إدخال الرمز فقط: 20 حرفًا في خمس مجموعات.

# Question
question-asks = السؤال من تطبيق
question-by = المقدَّم من { $organization }
question-hint = لا فرق بين الأحرف الكبيرة والصغيرة. لكن المسافات مهمة.
question-chances =
    { $left ->
        [zero] ليست لديك أي محاولة للإجابة.
        [one] لديك محاولة واحدة للإجابة.
        [two] لديك محاولتان للإجابة.
        [few] لديك { $left } محاولات للإجابة.
        [many] لديك { $left } محاولة للإجابة.
       *[other] لديك { $left } محاولة للإجابة.
    }
question-chances-left =
    { $left ->
        [zero] لم تبقَ لديك أي محاولة.
        [one] بقيت لديك محاولة واحدة.
        [two] بقيت لديك محاولتان.
        [few] بقيت لديك { $left } محاولات.
        [many] بقيت لديك { $left } محاولة.
       *[other] بقيت لديك { $left } محاولة.
    }
question-check = يُرجى التحقق من الكتابة ومن المسافات.
question-last-chance = إذا لم تكن هذه الإجابة صحيحة، يتوقف رمزك عن العمل. ولا يمكن إلغاء القفل إلا لدى { $organization }. إذا كان لديك شك، فالأفضل طلب الإجابة من { $organization } أولًا.
question-unknown-summary = لا أعرف الإجابة
question-unknown-text = السؤال وإجابته من اختيار { $organization }. يمكنك طلب الإجابة هنا:
question-unknown-free = طلب الإجابة لا يُنقص من محاولاتك. ويبقى رمزك صالحًا عند عودتك.
question-other-code = استخدام رمز آخر
question-report = لم أتوقع هذا
problem-answer-empty = يُرجى إدخال إجابتك
problem-answer-wrong =
    { $left ->
        [zero] هذه الإجابة غير مطابقة. لم تبقَ لديك أي محاولة.
        [one] هذه الإجابة غير مطابقة. بقيت لديك محاولة واحدة.
        [two] هذه الإجابة غير مطابقة. بقيت لديك محاولتان.
        [few] هذه الإجابة غير مطابقة. بقيت لديك { $left } محاولات.
        [many] هذه الإجابة غير مطابقة. بقيت لديك { $left } محاولة.
       *[other] هذه الإجابة غير مطابقة. بقيت لديك { $left } محاولة.
    }
problem-answer-too-long = هذه الإجابة أطول من اللازم. يُرجى إدخال الإجابة التي وصلتك من عيادتك فقط.

# Locked, expired and withdrawn codes
refusal-contact-heading = بمن يمكنك الاتصال
refusal-ask-heading = ما يمكنك طلبه
refusal-have-code = لدي رمز جديد
locked-heading = رمزك مقفل
locked-what = لم تكن الإجابة عن السؤال صحيحة عدة مرات. لذلك قفلنا الرمز لحماية معلوماتك.
locked-nothing = لم تتم مشاركة أي شيء مع { $organization }.
locked-nothing-new = لم تتم مشاركة أي شيء جديد مع { $organization }.
locked-before = ما سمحت به من قبل بهذا الرمز لا يزال مرتبطًا.
locked-before-link = عرض التطبيقات المرتبطة
locked-ask = يمكنك القول: «رمزي مقفل. أرجو إلغاء القفل.» تبقى رسالتك صالحة. ويمكنك أيضًا طلب إجابة السؤال.
expired-heading = انتهت صلاحية رمزك
expired-what = مدة صلاحية الرمز { $duration }، وقد مضى على رمزك وقت أطول. هذا يحدث لكثير من الناس.
expired-nothing = لم تتم مشاركة أي شيء مع { $organization }.
expired-ask = يمكنك القول: «انتهت صلاحية رمزي. أرجو إرسال رمز جديد.»
withdrawn-heading = رمزك لم يعد مستخدمًا
withdrawn-what = تم سحب هذا الرمز من جانب { $organization }. ربما وصلك رمز أحدث.
withdrawn-nothing = لم تتم مشاركة أي شيء بهذا الرمز.
withdrawn-ask = يُرجى أولًا البحث عن رسالة أحدث، ورقية أو إلكترونية. وإذا لم توجد، يُرجى طلب رمز جديد من عيادتك.

# I did not expect this
report-heading = هل كان هذا غير متوقع؟
report-what = إذا وصلك رمز من { $organization } ولا علم لك بالسبب، يمكنك الإبلاغ عنه. وهذا ما يحدث:
report-stops = يتوقف الرمز عن العمل فورًا، للجميع.
report-told = نُبلغ { $organization } بأن الرمز لم يكن متوقعًا. ولا نذكر أي شيء آخر.
report-undo = إذا كان ذلك خطأ، يمكن إعادة تشغيل الرمز لدى { $organization }.
report-button = الإبلاغ عن الرمز وإيقافه
report-cancel = رجوع

# The code is frozen
frozen-heading = تم إيقاف هذا الرمز
frozen-what = وصلنا من شخص لديه هذا الرمز أن الرمز لم يكن متوقعًا. لذلك أوقفنا الرمز، وأرسلنا إشعارًا بذلك إلى { $organization }.
frozen-ask = يمكنك القول: «أريد استخدام رمزي. أرجو إعادة تشغيله.» إذا تم ذلك، تعود رسالتك صالحة.

# Sign in and create an account
sign-in-heading = تسجيل الدخول
sign-in-why-journey = إجابتك صحيحة. الخطوة التالية هي تسجيل الدخول، حتى لا يتمكن أحد غيرك من ربط سجلك.
sign-in-why = هنا يمكنك رؤية ما هو مرتبط بسجلاتك، وإلغاء ربطه.
sign-in-button = تسجيل الدخول
sign-in-new-heading = أول مرة هنا؟
sign-in-new-text = لربط سجل يلزمك حساب مجاني. إنشاء الحساب يستغرق دقيقة واحدة.
sign-in-new-link = إنشاء حساب
create-account-heading = إنشاء حساب
create-account-have = لديك حساب بالفعل؟
create-account-sign-in = تسجيل الدخول
create-account-button = إنشاء الحساب
name-label = اسمك
name-hint = كما يناسبك أن نكتبه
email-label = عنوان البريد الإلكتروني
email-hint = يُستخدم لتسجيل الدخول
password-label = كلمة المرور
new-password-label = اختيار كلمة مرور
new-password-hint = 12 حرفًا على الأقل. ثلاث كلمات عشوائية اختيار جيد.
password-show = إظهار
password-hide = إخفاء
password-show-label = إظهار كلمة المرور
password-hide-label = إخفاء كلمة المرور
problem-sign-in = عنوان البريد الإلكتروني وكلمة المرور لا يطابقان أي حساب. يُرجى التحقق منهما، أو إنشاء حساب.
problem-email-empty = يُرجى إدخال عنوان بريدك الإلكتروني
problem-email-invalid = يُرجى إدخال عنوان بريد إلكتروني مثل name@example.com
problem-email-taken = لم نتمكن من إنشاء حساب بهذه البيانات. إذا كان لديك حساب بالفعل، يُرجى تسجيل الدخول.
problem-password-empty = يُرجى إدخال كلمة مرور
problem-password-short = أقل عدد لأحرف كلمة المرور هو { $min }. ثلاث كلمات عشوائية اختيار جيد.
problem-password-common = كلمة المرور هذه موجودة في قائمة كلمات مرور مسروقة يمكن لأي شخص قراءتها. يُرجى اختيار كلمة مرور أخرى. ثلاث كلمات عشوائية اختيار جيد.
problem-password-weak = كلمة المرور هذه سهلة التخمين. ثلاث كلمات عشوائية اختيار أفضل.
problem-password-long = أكبر عدد لأحرف كلمة المرور هو { $max }. يُرجى اختيار كلمة مرور أقصر.
problem-name-empty = يُرجى إدخال اسمك
problem-name-long = أكبر عدد لأحرف الاسم هو { $max }. يُرجى إدخال اسم أقصر.

# Codes from emails: a new account, and a forgotten password
sign-in-recover = هل نسيت كلمة المرور؟
sign-in-no-recovery = يُرجى حفظ كلمة المرور في مكان آمن. لا يمكن لهذه الخدمة إرسال رسائل إلكترونية، ولذلك لا يمكن لأحد مساعدتك إذا نسيتها.
create-account-no-mail = لا يمكن لهذه الخدمة إرسال رسائل إلكترونية. لذلك لا نتحقق من أن العنوان لك، ولا يمكن لأحد مساعدتك إذا نسيت كلمة المرور.
email-hint-code = نرسل إليه رمزًا. ويُستخدم أيضًا لتسجيل الدخول.
email-code-label = الرمز من الرسالة الإلكترونية
email-code-hint = عدد أرقامه { $digits }، ومدة صلاحيته { $duration }. المسافات لا تهم.
email-code-no-code = ليس في الرسالة الإلكترونية رمز؟ إذن فيها شرح لما يمكنك فعله.
email-code-expired = الرمز الذي أرسلناه لم يعد صالحًا، لأن مدته انتهت. يمكنك طلب رمز جديد أدناه.
email-code-spent = الرمز الذي أرسلناه لم يعد صالحًا، لأن المحاولات غير الصحيحة كثرت. يمكنك طلب رمز جديد أدناه.
email-code-none-heading = لم تصلك رسالة إلكترونية؟
email-code-none-text = قد يستغرق وصولها بضع دقائق. يُرجى البحث أيضًا في مجلد الرسائل غير المرغوب فيها.
email-code-resend = إرسال رمز جديد
verify-email-heading = يُرجى فتح بريدك الإلكتروني
verify-email-sent = أرسلنا رسالة إلكترونية إلى { $email }. يُرجى كتابة الرمز الذي فيها هنا، لنعرف أن العنوان لك.
verify-email-device = يمكنك قراءة الرسالة الإلكترونية على هاتف أو كمبيوتر آخر. يُرجى ترك هذه الصفحة مفتوحة.
verify-email-again-text = هل العنوان غير صحيح؟
verify-email-again = إدخال بياناتك من جديد
recover-heading = اختيار كلمة مرور جديدة
recover-text = يُرجى كتابة عنوان البريد الإلكتروني لحسابك. نرسل إليه رمزًا، وبهذا الرمز يمكنك اختيار كلمة مرور جديدة.
recover-keeps = كل ما ربطته يبقى مرتبطًا.
recover-back = العودة إلى «تسجيل الدخول»
recover-code-heading = إدخال الرمز من الرسالة الإلكترونية
recover-code-sent = أرسلنا رسالة إلكترونية إلى { $email }.
recover-code-again-text = هل العنوان غير صحيح؟
recover-code-again = إدخال عنوان آخر
recover-password-heading = كلمة مرورك الجديدة
recover-password-text = الرمز صحيح. بعد حفظ كلمة المرور الجديدة يتم تسجيل خروجك من كل مكان. ثم يمكنك تسجيل الدخول بها.
recover-password-button = حفظ كلمة المرور الجديدة
notice-recovered = لديك الآن كلمة مرور جديدة. يُرجى تسجيل الدخول بها.
notice-has-account = لديك حساب بهذا العنوان بالفعل. يمكنك تسجيل الدخول، أو اختيار كلمة مرور جديدة.
notice-email-sent-again = أرسلنا رسالة إلكترونية أخرى. لا يعمل إلا أحدث رمز.
problem-email-code-empty = يُرجى إدخال الرمز من الرسالة الإلكترونية
problem-email-code-digits = في الرمز أرقام فقط. يُرجى مقارنته بالرسالة الإلكترونية.
problem-email-code-length = عدد أرقام الرمز { $digits }. يُرجى مقارنته بالرسالة الإلكترونية.
problem-email-code-wrong =
    { $left ->
        [zero] هذا الرمز غير صحيح. يُرجى استخدام أحدث رسالة إلكترونية. لم تبقَ لديك أي محاولة.
        [one] هذا الرمز غير صحيح. يُرجى استخدام أحدث رسالة إلكترونية. بقيت لديك محاولة واحدة.
        [two] هذا الرمز غير صحيح. يُرجى استخدام أحدث رسالة إلكترونية. بقيت لديك محاولتان.
        [few] هذا الرمز غير صحيح. يُرجى استخدام أحدث رسالة إلكترونية. بقيت لديك { $left } محاولات.
        [many] هذا الرمز غير صحيح. يُرجى استخدام أحدث رسالة إلكترونية. بقيت لديك { $left } محاولة.
       *[other] هذا الرمز غير صحيح. يُرجى استخدام أحدث رسالة إلكترونية. بقيت لديك { $left } محاولة.
    }
problem-email-code-expired = هذا الرمز لم يعد صالحًا، لأن مدته انتهت. يمكنك طلب رمز جديد أدناه.
problem-email-code-spent = هذا الرمز لم يعد صالحًا، لأن المحاولات غير الصحيحة كثرت. يمكنك طلب رمز جديد أدناه.
problem-email-code-too-often =
    { $count ->
        [zero] أرسلنا رسائل إلكترونية من قبل. يُرجى البحث عن أحدث رسالة، أو البدء من جديد.
        [one] أرسلنا رسالة إلكترونية واحدة من قبل. يُرجى البحث عنها، أو البدء من جديد.
        [two] أرسلنا رسالتين إلكترونيتين من قبل. يُرجى البحث عن الأحدث، أو البدء من جديد.
        [few] أرسلنا { $count } رسائل إلكترونية من قبل. يُرجى البحث عن أحدث رسالة، أو البدء من جديد.
        [many] أرسلنا { $count } رسالة إلكترونية من قبل. يُرجى البحث عن أحدث رسالة، أو البدء من جديد.
       *[other] أرسلنا { $count } رسالة إلكترونية من قبل. يُرجى البحث عن أحدث رسالة، أو البدء من جديد.
    }

# How long to stay signed in, below sign in and create an account
stay-keep = تذكُّر تسجيل دخولي
stay-keep-hint = المدة { $duration }، حتى بعد إغلاق المتصفح. يُرجى عدم تحديد هذا على جهاز يستخدمه أشخاص آخرون.
stay-shared = هذا جهاز مشترك
stay-shared-hint = مثلًا في مكتبة عامة. نسجّل خروجك عند الانتهاء.
stay-ended = حسب اختيارك، هذا جهاز مشترك. لذلك تم تسجيل خروجك الآن، ولا يمكن لأحد آخر فتح هذه الصفحة.

# Too many tries at signing in to one account
too-many-sign-ins-what = كانت هناك محاولات كثيرة لتسجيل الدخول بعنوان البريد الإلكتروني هذا. وقد تكون من شخص آخر.
too-many-sign-ins-known = هل لديك هاتف أو كمبيوتر سجّلت الدخول منه من قبل؟ يمكنك تسجيل الدخول منه الآن.

# Providers: signing in with an account from elsewhere
other-ways-heading = طرق أخرى لتسجيل الدخول
other-ways-text = هل لديك حساب في خدمة أخرى يمكن استخدامه هنا؟ إذن لا تلزمك كلمة مرور لدينا. في المرة الأولى ننشئ لك الحساب.
other-ways-button = تسجيل الدخول عبر { $provider }
provider-nameless = شخص جديد
provider-nothing = لم يتغير أي شيء، ولم تتم مشاركة أي شيء.
provider-back-to-sign-in = العودة إلى تسجيل الدخول
provider-back-to-account = العودة إلى طرق تسجيل الدخول
provider-away-heading = لا يصلنا رد من { $provider }
provider-away-what = لا يمكننا الوصول إلى { $provider } الآن. قد يكون السبب ضغطًا كبيرًا أو أعمال صيانة.
provider-away-next = يُرجى المحاولة من جديد بعد بضع دقائق، أو اختيار طريقة أخرى لتسجيل الدخول.
provider-refused-heading = لم نتمكن من تسجيل دخولك عبر { $provider }
provider-refused-what = ما وصلنا من { $provider } لم يكن صحيحًا، فتوقفنا لحمايتك.
provider-refused-next = يُرجى الرجوع والمحاولة مرة أخرى. إذا تكرر ذلك، يُرجى اختيار طريقة أخرى لتسجيل الدخول.
provider-cancelled-heading = لم يتم تسجيل الدخول عبر { $provider }
provider-cancelled-what = ربما أوقفت العملية، أو لم يتم قبول الدخول لدى { $provider }. لا بأس في ذلك.
provider-cancelled-next = يمكنك المحاولة من جديد، أو اختيار طريقة أخرى لتسجيل الدخول.
provider-over-heading = انتهت محاولة تسجيل الدخول هذه
provider-over-what = استغرقت وقتًا طويلًا، أو بدأت في نافذة أخرى، أو تم فتح هذه الصفحة مرتين.
provider-over-next = يُرجى الرجوع والبدء من جديد. المرة الثانية مع { $provider } تكون أسرع في الغالب.
provider-known-heading = ربما لديك حساب هنا بالفعل
provider-known-what = وصلنا عنوان بريدك الإلكتروني من { $provider }، ويوجد هنا حساب بالعنوان نفسه. لحماية السجلات لا نجمع أبدًا بين حسابين بسبب العنوان وحده.
provider-known-next = إذا كان هذا الحساب لك، يُرجى أولًا تسجيل الدخول بكلمة مروره. بعد ذلك يمكنك فتح «طرق تسجيل الدخول» في حسابك وإضافة { $provider }.
provider-known-other-heading = أليس هذا الحساب لك؟
provider-known-other-text = إذن يمكنك إنشاء حساب خاص بك. ويكون فارغًا في البداية.
provider-known-other-button = إنشاء حساب جديد
provider-taken-heading = هذا يخص حسابًا آخر
provider-taken-what = الحساب الذي استخدمته لدى { $provider } يفتح هنا حسابًا آخر.
provider-taken-next = إذا كان الحسابان لك، يمكنك تسجيل الخروج، ثم تسجيل الدخول عبر { $provider } لرؤية الحساب الآخر.
ways-heading = طرق تسجيل الدخول
ways-text = يمكنك تسجيل الدخول بحساب لديك في خدمة أخرى. وهو يفتح الحساب نفسه هنا، مع السجلات نفسها.
way-added = يمكنك تسجيل الدخول عبر { $provider }.
way-not-added = تسجيل الدخول عبر { $provider } غير مضاف بعد.
way-only = هذه طريقتك الوحيدة لتسجيل الدخول، لذلك تبقى.
way-add = إضافة { $provider }
way-remove = إزالة { $provider }
notice-provider-added = تمت الإضافة. يمكنك استخدام هذه الطريقة عند تسجيل الدخول في المرة القادمة.
notice-provider-removed = تمت الإزالة. لم يعد تسجيل الدخول بهذه الطريقة ممكنًا.
problem-provider-last = هذه طريقتك الوحيدة لتسجيل الدخول، لذلك تبقى.

# Record
record-heading = لمن السجل الصحي المطلوب ربطه؟
record-hint = يُرجى اختيار سجل واحد. يمكنك مراجعة كل شيء قبل الموافقة.
record-used-before = اخترت هذا السجل من قبل
record-connected = مرتبط الآن بتطبيق { $app }
record-new = سجل جديد
record-new-note = لشخص غير موجود في هذه القائمة
record-new-name-label = اسم السجل الجديد
record-new-name-hint = اسم الشخص الذي يخصه السجل، مثل مريم
record-signed-in-as = تم تسجيل الدخول باسم { $person }.
record-not-you = لست أنت؟ تسجيل الخروج
problem-record-none = يُرجى اختيار السجل المطلوب ربطه
problem-record-unknown = هذا السجل ليس من سجلاتك. يُرجى اختيار سجل من القائمة.
problem-new-record-name-empty = يُرجى إدخال اسم للسجل الجديد
problem-new-record-name-long = أكبر عدد لأحرف الاسم هو { $max }. يُرجى إدخال اسم أقصر.

# Authorize
authorize-heading = السماح لتطبيق { $app } باستخدام هذا السجل؟
authorize-who = من يطلب ذلك
authorize-by = تطبيق من { $organization }
authorize-record = السجل
authorize-record-new = جديد: ننشئه عند السماح
authorize-no-rules = يطلب تطبيق { $app } الربط فقط. ولا يطلب رؤية أي شيء في السجل أو تغييره.
authorize-names = يعرف تطبيق { $app } أيضًا اسمك واسم هذا السجل.
authorize-required = ما يلزم التطبيق
authorize-optional = ما يمكنك السماح به أيضًا
authorize-optional-hint = يمكنك تحديد ما يناسبك فقط. يعمل التطبيق من دون ذلك أيضًا.
authorize-stays-heading = تطبيق { $app } مرتبط بالفعل بما يلي:
authorize-stays-text = يبقى ذلك كما هو. إذا اخترت من قبل سجلًا آخر بالخطأ، يمكنك إلغاء ربطه في «التطبيقات المرتبطة».
authorize-mind-heading = يمكنك تغيير رأيك
authorize-mind-text = يستمر هذا السماح إلى أن يتم إيقافه. ويمكنك إيقافه في أي وقت: بفتح «التطبيقات المرتبطة» واختيار «إلغاء الربط».
authorize-allow = السماح لتطبيق { $app }
authorize-decline = عدم السماح
# What an app may do, as one sentence
# $access is a list of verbal nouns without article that stands before its object: “إضافة وقراءة المعلومات التالية”.
# $types is a list of nouns without article behind a colon: “أدوية وتطعيمات”.
rule-may = يمكن للتطبيق { $access } المعلومات التالية في السجل: { $types }.
rule-may-only = يمكن للتطبيق { $access } هذه المعلومات.
rule-about = يخص ذلك المعلومات التالية في السجل: { $types }.
access-create = إضافة
access-read = قراءة
access-update = تغيير
access-delete = حذف
problem-decision-none = يُرجى اختيار السماح أو عدم السماح
problem-rule-unknown = لم نتمكن من قراءة اختياراتك. يُرجى تحديدها من جديد.

# Kinds of information, as they stand in that sentence
data-type-adverse-events = آثار ضارة للعلاج
data-type-allergies = أنواع حساسية
data-type-appointments = مواعيد
data-type-asthma = بيانات الربو والبخاخات
data-type-blood-glucose = قيم سكر الدم
data-type-blood-oxygen = قيم أكسجين الدم
data-type-blood-pressure = قيم ضغط الدم
data-type-body-measurements = قياسات الجسم
data-type-bills = فواتير
data-type-care-plans = خطط رعاية
data-type-care-team = أعضاء فريق الرعاية
data-type-cholesterol = قيم الكوليسترول
data-type-conditions = أمراض ومشكلات صحية
data-type-consents = موافقات
data-type-contacts = جهات اتصال
data-type-devices = أجهزة طبية
data-type-diabetes = بيانات السكري
data-type-diagnostic-reports = تقارير فحوصات
data-type-diet = بيانات الوجبات والتغذية
data-type-discharge-summaries = تقارير خروج من المستشفى
data-type-documents = مستندات
data-type-emergency-contacts = جهات اتصال للطوارئ
data-type-encounters = زيارات
data-type-exercise = بيانات الرياضة والحركة
data-type-family-history = أمراض في العائلة
data-type-files = ملفات
data-type-genetic-results = نتائج فحوصات وراثية
data-type-goals = أهداف صحية
data-type-health-journal = يوميات صحية
data-type-heart = فحوصات القلب
data-type-heart-rate = قيم نبض القلب
data-type-height = قياسات الطول
data-type-images = صور
data-type-imaging-studies = صور أشعة وفحوصات تصوير
data-type-immunizations = تطعيمات
data-type-insulin = حقن أنسولين
data-type-insurance = بيانات التأمين الصحي
data-type-lab-results = نتائج تحاليل
data-type-living-wills = وصايا طبية
data-type-lung-function = فحوصات التنفس
data-type-medication-dispenses = أدوية من الصيدلية
data-type-medication-requests = وصفات طبية
data-type-medications = أدوية
data-type-messages = رسائل
data-type-moods = بيانات المزاج
data-type-notes = ملاحظات
data-type-observations = قياسات ونتائج فحوصات
data-type-orders = طلبات فحوصات وعلاجات
data-type-peak-flow = قيم قوة الزفير
data-type-personal-details = بيانات شخصية (مثل الاسم وتاريخ الميلاد)
data-type-pregnancies = حالات حمل
data-type-procedures = عمليات وعلاجات
data-type-questionnaire-answers = إجابات عن استبيانات
data-type-questionnaires = استبيانات
data-type-relatives = أقارب وأشخاص يقدمون الرعاية
data-type-risk-assessments = تقييمات مخاطر صحية
data-type-sleep = بيانات النوم
data-type-specimens = عينات (مثل الدم)
data-type-vision-prescriptions = وصفات نظارات وعدسات
data-type-vital-signs = علامات حيوية (مثل النبض والحرارة)
data-type-warnings = تنبيهات للطاقم الطبي
data-type-weight = قياسات الوزن
data-type-menstruation = بيانات الدورة الشهرية

# Success
success-heading = تم ربط تطبيق { $app }
success-record = يمكن للتطبيق الآن استخدام السجل «{ $record }».
success-says = رسالة من { $organization }:
success-next-heading = ماذا يحدث بعد ذلك
success-next-app = نُبلغ { $organization } بأن الربط تم. لا يلزمك فعل أي شيء.
success-next-code = يُرجى الاحتفاظ برسالتك. المدة الباقية لصلاحية رمزك { $duration }، لإضافة سجل آخر أو للربط من جديد.
success-next-stop = يمكنك إلغاء الربط في أي وقت:
success-facts-heading = معلومات للاحتفاظ بها
success-what = ما تم ربطه
success-app = التطبيق
success-when = التاريخ
success-rules-heading = ما سمحت به
success-print = طباعة هذه الصفحة
return-link-leaves = يفتح هذا موقعًا آخر.

# Declined
declined-heading = لم يتم السماح لتطبيق { $app }
declined-what = اخترت عدم الموافقة على «{ $friendly }». لا بأس في ذلك.
declined-nothing = لم تتم مشاركة أي شيء مع { $organization }، ولا نحتفظ بأي من اختياراتك.
declined-mind-heading = إذا غيّرت رأيك
declined-mind-text = يمكنك استخدام رمزك من جديد. ويبقى صالحًا إلى أن تنتهي مدته.
declined-again = إدخال الرمز من جديد

# Connections and disconnecting
connections-heading = التطبيقات المرتبطة
connections-intro = هذه التطبيقات مرتبطة بسجلاتك. يمكنك إلغاء ربط أي منها.
connections-none = لا يوجد أي تطبيق مرتبط بسجلاتك.
connection-since = مرتبط منذ { $date }
connection-ended = انتهى الربط في { $date }
connection-may = ما يمكن للتطبيق فعله
connection-no-rules = لا يمكن للتطبيق رؤية أي شيء في السجل أو تغييره.
connection-history = ما حدث
connection-history-caption = ما حدث، الأحدث أولًا
history-when = الوقت
history-what = الحدث
history-authorized = سمحت للتطبيق
history-reauthorized = سمحت للتطبيق من جديد
history-disconnected = ألغيت الربط
history-given-up = أنهى التطبيق الربط
connection-contact = للتواصل:
disconnect-link = إلغاء الربط
disconnect-link-what = بين تطبيق { $app } والسجل «{ $record }»
disconnect-heading = إلغاء الربط بين تطبيق { $app } والسجل «{ $record }»؟
disconnect-what-happens = عند إلغاء الربط:
disconnect-stops = لا يمكن لتطبيق { $app } استخدام هذا السجل بعد الآن.
disconnect-copies = النسخ الموجودة لدى { $organization } تبقى هناك.
disconnect-again = للربط من جديد لاحقًا، يمكنك استخدام رمزك، أو طلب رمز جديد من { $organization }.
disconnect-button = نعم، إلغاء الربط
disconnect-cancel = لا، إبقاء الربط

# The account
account-link = حسابك
account-heading = حسابك
account-back = حسابك
account-change = تغيير
account-see = عرض
account-name = الاسم
account-name-what = اسمك
account-email = عنوان البريد الإلكتروني
account-email-what = عنوان بريدك الإلكتروني
account-password = كلمة المرور
account-password-what = كلمة مرورك
account-password-hidden = لا يعرفها أحد غيرك
account-ways = طرق تسجيل الدخول
account-ways-what = طرق تسجيل دخولك
account-ways-is = حسابات في خدمات أخرى
account-language = اللغة
account-language-what = لغتك
account-language-browser = حسب لغة المتصفح
account-records = سجلاتك
account-records-what = سجلاتك
account-records-count =
    { $count ->
        [zero] لا توجد سجلات
        [one] سجل واحد
        [two] سجلان
        [few] { $count } سجلات
        [many] { $count } سجلًا
       *[other] { $count } سجل
    }
account-sessions = أماكن تسجيل دخولك
account-sessions-what = أماكن تسجيل دخولك
account-sessions-count =
    { $count ->
        [zero] لا يوجد أي متصفح
        [one] متصفح واحد
        [two] متصفحان
        [few] { $count } متصفحات
        [many] { $count } متصفحًا
       *[other] { $count } متصفح
    }
account-history = ما حدث
account-history-what = ما حدث في حسابك
account-history-is = مرات تسجيل الدخول والتغييرات
account-data-heading = بياناتك
account-export-link = عرض بياناتك وتنزيلها
account-delete-link = حذف حسابك
browser-on = { $browser } على { $system }
browser-unknown = متصفح غير معروف لدينا
browser-unknown-on = متصفح على { $system }
notice-name-changed = تم تغيير اسمك.
notice-email-changed = تم تغيير عنوان بريدك الإلكتروني. يُرجى استخدام العنوان الجديد لتسجيل الدخول.
notice-language-changed = تم تغيير لغتك.
notice-password-changed = تم تغيير كلمة مرورك. وتم تسجيل خروجك من كل مكان آخر.
notice-session-ended = تم تسجيل الخروج من ذلك المتصفح.
notice-sessions-ended = تم تسجيل خروجك من كل مكان آخر.
notice-record-renamed = تم تغيير اسم السجل.
notice-record-deleted = تم حذف السجل.
notice-code-sent = أرسلنا إليك رمزًا جديدًا. لم يعد الرمز القديم يعمل.

# The account: name, address, language, password
account-name-heading = تغيير اسمك
account-name-hint = يمكن للتطبيقات التي ربطتها رؤيته.
account-name-button = حفظ
account-email-heading = تغيير عنوان بريدك الإلكتروني
account-email-present = عنوانك الحالي: { $email }
account-email-none = يتم تسجيل دخولك بحساب من خدمة أخرى. لذلك لا يوجد لدينا عنوان يمكنك تغييره.
account-email-label = عنوان البريد الإلكتروني الجديد
account-email-hint = نرسل إليه رمزًا. ويتغير عنوانك بعد كتابة الرمز.
account-email-hint-now = بعد ذلك يكون تسجيل الدخول بهذا العنوان.
account-email-undo =
    { $days ->
        [zero] نكتب أيضًا إلى عنوانك القديم.
        [one] نكتب أيضًا إلى عنوانك القديم. ومن هناك يمكن التراجع عن التغيير خلال يوم واحد.
        [two] نكتب أيضًا إلى عنوانك القديم. ومن هناك يمكن التراجع عن التغيير خلال يومين.
        [few] نكتب أيضًا إلى عنوانك القديم. ومن هناك يمكن التراجع عن التغيير خلال { $days } أيام.
        [many] نكتب أيضًا إلى عنوانك القديم. ومن هناك يمكن التراجع عن التغيير خلال { $days } يومًا.
       *[other] نكتب أيضًا إلى عنوانك القديم. ومن هناك يمكن التراجع عن التغيير خلال { $days } يوم.
    }
account-email-button = تغيير العنوان
account-email-code-heading = يُرجى فتح بريدك الإلكتروني
account-email-code-back = استخدام عنوان آخر
account-email-code-sent = أرسلنا رمزًا إلى { $email }.
account-email-code-label = الرمز من الرسالة الإلكترونية
account-email-code-hint =
    { $minutes ->
        [zero] 6 أرقام. مدة صلاحيته أقل من دقيقة.
        [one] 6 أرقام. مدة صلاحيته دقيقة واحدة.
        [two] 6 أرقام. مدة صلاحيته دقيقتان.
        [few] 6 أرقام. مدة صلاحيته { $minutes } دقائق.
        [many] 6 أرقام. مدة صلاحيته { $minutes } دقيقة.
       *[other] 6 أرقام. مدة صلاحيته { $minutes } دقيقة.
    }
account-email-code-button = تأكيد
account-email-code-none = لم تصلك رسالة إلكترونية؟
account-email-code-spam = قد يستغرق وصولها بضع دقائق. يُرجى البحث أيضًا في مجلد الرسائل غير المرغوب فيها.
account-email-code-resend = إرسال رمز جديد
account-language-heading = اختيار لغتك
account-language-hint = تُستخدم على كل جهاز بعد تسجيل دخولك، وفي رسائلنا الإلكترونية.
account-language-button = حفظ
account-password-heading = تغيير كلمة مرورك
account-password-ends = بعد ذلك يستمر تسجيل دخولك هنا. ويتم تسجيل خروجك من كل مكان آخر.
account-password-none = يتم تسجيل دخولك بحساب من خدمة أخرى. لذلك لا توجد لك لدينا كلمة مرور يمكنك تغييرها.
account-password-label = كلمة المرور الجديدة
account-password-button = تغيير كلمة المرور
current-password-label = كلمة مرورك الحالية
problem-current-password = هذه ليست كلمة مرورك الحالية. يُرجى كتابتها من جديد.
problem-current-password-empty = يُرجى إدخال كلمة مرورك
problem-email-same = هذا هو عنوانك الحالي. يُرجى إدخال عنوان آخر.
problem-email-not-free = لا يمكن استخدام هذا العنوان. يُرجى إدخال عنوان آخر.
problem-email-too-many = طلبت رموزًا كثيرة. يُرجى الانتظار ساعة، ثم المحاولة من جديد.
problem-email-code-over = هذا الرمز لم يعد صالحًا. يُرجى طلب رمز جديد.
problem-language-none = يُرجى اختيار لغة

# The account: sign-ins and history
account-sessions-heading = أماكن تسجيل دخولك
account-sessions-text = إذا كان بينها مكان غير معروف لك، يُرجى تسجيل الخروج منه.
account-session-this = هذا المتصفح
account-session-since = تسجيل الدخول: { $date }
account-session-seen = آخر استخدام: { $date }
account-session-kept = يستمر تسجيل دخولك هنا حتى { $date }
account-session-end = تسجيل الخروج
account-sessions-others = تسجيل الخروج من كل مكان آخر
account-sessions-strange = هل هناك شيء غريب؟
account-sessions-password = تغيير كلمة مرورك
account-history-heading = ما حدث في حسابك
account-history-none = لم يحدث أي شيء بعد.
account-history-caption =
    { $months ->
        [zero] الأحدث أولًا. نحتفظ بهذا لأقل من شهر.
        [one] الأحدث أولًا. نحتفظ بهذا لمدة شهر واحد.
        [two] الأحدث أولًا. نحتفظ بهذا لمدة شهرين.
        [few] الأحدث أولًا. نحتفظ بهذا لمدة { $months } أشهر.
        [many] الأحدث أولًا. نحتفظ بهذا لمدة { $months } شهرًا.
       *[other] الأحدث أولًا. نحتفظ بهذا لمدة { $months } شهر.
    }
account-history-pages = الصفحات
account-history-newer = الأحدث
account-history-older = الأقدم
account-history-strange = هل هناك شيء لم يكن منك؟
account-event-signed-in = سجّلت الدخول
account-event-sign-in-failed = تمت كتابة كلمة مرور غير صحيحة
account-event-times =
    { $count ->
        [zero] { $count } مرة
        [one] مرة واحدة
        [two] مرتان
        [few] { $count } مرات
        [many] { $count } مرة
       *[other] { $count } مرة
    }
account-event-name = تم تغيير اسمك
account-event-email = تم تغيير عنوان بريدك الإلكتروني
account-event-email-restored = تمت استعادة عنوان بريدك الإلكتروني القديم
account-event-language = تم تغيير لغتك
account-event-provider-added = أضفت طريقة لتسجيل الدخول
account-event-provider-removed = أزلت طريقة لتسجيل الدخول
account-event-password = تم تغيير كلمة مرورك
account-event-recovered = اخترت كلمة مرور جديدة برمز من رسالة إلكترونية
account-event-passkey-added = تمت إضافة مفتاح مرور
account-event-passkey-removed = تمت إزالة مفتاح مرور
account-event-session = سجّلت الخروج من متصفح آخر
account-event-others = سجّلت الخروج من كل مكان آخر
account-event-all = تم تسجيل خروج الجميع، عن طريق رسالة إلكترونية
account-event-connected = ربطت تطبيقًا
account-event-disconnected = ألغيت ربط تطبيق
account-event-given-up = أنهى أحد التطبيقات الربط
account-event-record-renamed = تم تغيير اسم سجل
account-event-record-deleted = حذفت سجلًا
account-event-exported = نزّلت بياناتك

# The account: records
account-records-heading = سجلاتك
account-records-back = سجلاتك
account-records-none = ليست لديك سجلات. يمكنك إنشاء سجل عند ربط تطبيق.
account-records-text = يمكنك حذف سجل إذا لم يكن أي تطبيق مرتبطًا به.
account-record-unconnected = لا يوجد تطبيق مرتبط
account-record-connected =
    { $count ->
        [zero] لا يوجد تطبيق مرتبط
        [one] تطبيق واحد مرتبط
        [two] تطبيقان مرتبطان
        [few] { $count } تطبيقات مرتبطة
        [many] { $count } تطبيقًا مرتبطًا
       *[other] { $count } تطبيق مرتبط
    }
account-record-rename = تغيير الاسم
account-record-delete = حذف
account-record-see = عرض التطبيقات المرتبطة
account-record-name-heading = تغيير اسم «{ $record }»
account-record-name-label = الاسم الجديد
account-record-delete-heading = حذف «{ $record }»؟
account-record-delete-what = يتم هنا حذف السجل وقائمة ما حدث فيه.
account-record-delete-final = لا يمكنك التراجع عن ذلك.
account-record-delete-button = نعم، حذف السجل
account-record-delete-cancel = لا، إبقاء السجل
problem-record-name-empty = يُرجى إدخال اسم للسجل

# The account: data and deleting
account-export-heading = بياناتك
account-export-text = هذا ما نحتفظ به عنك. وفي الملف كل ذلك، بشكل يمكن لبرامج أخرى قراءته.
account-export-apps = التطبيقات التي ربطتها
account-export-apps-more = مع ما سمحت به، ومنذ متى، وما حدث
account-export-mails = رسائل إلكترونية عن حسابك
account-export-mails-more = متى كتبناها ولماذا فقط. لا نحتفظ بما جاء فيها.
account-export-none = لا يوجد
account-export-lines =
    { $count ->
        [zero] لا توجد أسطر
        [one] سطر واحد
        [two] سطران
        [few] { $count } أسطر
        [many] { $count } سطرًا
       *[other] { $count } سطر
    }
account-export-mails-count =
    { $count ->
        [zero] لا توجد رسائل إلكترونية
        [one] رسالة إلكترونية واحدة
        [two] رسالتان إلكترونيتان
        [few] { $count } رسائل إلكترونية
        [many] { $count } رسالة إلكترونية
       *[other] { $count } رسالة إلكترونية
    }
account-export-secrets = كلمة مرورك ليست في الملف. نحن نحتفظ بها بشكل لا يمكن لأحد قراءته.
account-export-button = تنزيل بياناتك
account-delete-heading = حذف حسابك؟
account-delete-what = عند حذف الحساب:
account-delete-app = يتم إلغاء ربط تطبيق { $app }، ونُبلغ التطبيق بذلك.
account-delete-record = يتم حذف السجل «{ $record }».
account-delete-all = يتم حذف اسمك وعنوانك وكلمة مرورك وقائمة ما حدث.
account-delete-copies = النسخ الموجودة لدى عيادة تبقى لدى تلك العيادة.
account-delete-codes = تحتفظ العيادات بما كتبته من أجل رموزك إلى أن تنتهي مدتها.
account-delete-final = هذا نهائي. لا يمكن لأحد إعادة الحساب.
account-delete-export = هل تلزمك نسخة أولًا؟
account-delete-label = للتأكيد، يُرجى كتابة عنوان بريدك الإلكتروني
account-delete-label-name = للتأكيد، يُرجى كتابة اسمك
account-delete-button = حذف حسابي نهائيًا
account-delete-cancel = إبقاء حسابي
problem-delete-empty = يُرجى كتابته كما هو مكتوب أعلاه
problem-delete-other = المكتوب غير مطابق. يُرجى كتابته كما هو مكتوب أعلاه.
account-deleted-heading = تم حذف حسابك
account-deleted-text = تم إلغاء ربط كل تطبيقاتك وإبلاغها بذلك. وتم تسجيل خروجك من كل مكان.
account-deleted-copies = النسخ الموجودة لدى عيادة تبقى لدى تلك العيادة. إذا كانت لديك أسئلة عنها، يمكنك سؤال عيادتك.
account-deleted-close = يمكنك إغلاق هذه الصفحة.

# The account: links in mails
not-me-heading = تسجيل الخروج من كل مكان؟
not-me-ends = يتم فورًا تسجيل خروج كل من سجّل الدخول إلى حسابك.
not-me-password = بعد ذلك يمكنك اختيار كلمة مرور جديدة. ونحن نساعدك في ذلك.
not-me-stays = تبقى تطبيقاتك المرتبطة كما هي.
not-me-button = تسجيل الخروج من كل مكان
not-me-was-me = إذا كان ذلك منك، يمكنك إغلاق هذه الصفحة. لن يتغير أي شيء.
undo-email-heading = استعادة عنوانك القديم؟
undo-email-back = يصبح عنوان حسابك من جديد { $email }.
undo-email-button = استعادة العنوان
problem-undo-taken = أصبح لهذا العنوان الآن حساب خاص به، لذلك لا يمكننا استعادته. يمكنك تسجيل الدخول إلى ذلك الحساب، أو طلب المساعدة من عيادتك.
link-old-heading = لم يعد هذا الرابط يعمل
link-old-text = مضى عليه وقت طويل، أو سبق استخدامه. إذا كان لديك شك في أن شخصًا آخر يستخدم حسابك، يُرجى اختيار كلمة مرور جديدة.
link-old-recover = اختيار كلمة مرور جديدة

# Not found, too many requests, stale form
not-found-heading = لم نجد هذه الصفحة
not-found-what = إذا كتبت العنوان، يُرجى التحقق من صحته. وإذا لصقته، يُرجى التحقق من نسخه كاملًا.
not-found-next = إذا كان لديك رمز من عيادتك، يمكنك إدخاله هنا.
not-found-target = الرابط الذي فتحته يطلب شيئًا غير موجود في هذه الخدمة.
not-found-target-next = يُرجى البحث عن الرمز في رسالتك الورقية أو الإلكترونية. يمكنك إدخاله هنا.
not-found-link = إدخال رمز
too-many-requests-heading = يُرجى الانتظار قليلًا
too-many-requests-what = وصلتنا محاولات كثيرة من شبكتك في وقت قصير.
too-many-requests-wait = مدة الانتظار { $duration }، ثم يمكنك المحاولة من جديد.
too-many-requests-kept = رمزك لم يُقفل بسبب ذلك، ولم تنقص محاولاتك. يُرجى الرجوع، وإرسال النموذج من جديد.
stale-form-heading = بقيت هذه الصفحة مفتوحة وقتًا طويلًا
stale-form-what = لم نتأكد من أن هذا الطلب منك، لذلك توقفنا.
stale-form-nothing = لم يتغير أي شيء.
stale-form-next = يُرجى الرجوع وتحميل الصفحة من جديد، ثم المحاولة مرة أخرى.
problem-form-changed = تغيرت هذه الصفحة بعد فتحها. لم يتم تنفيذ أي شيء. يُرجى قراءتها من جديد.
problem-form-stale = بقيت الصفحة مفتوحة بعض الوقت. لم يضِع أي شيء: يُرجى إرسالها من جديد.

# Faults
try-again-later-heading = عذرًا، لا يمكننا فعل ذلك الآن
try-again-later-what = الخدمة مشغولة جدًا أو قيد الصيانة.
try-again-later-next = يُرجى المحاولة من جديد بعد بضع دقائق.
try-again-later-kept = ما أنهيته من قبل محفوظ. ورمزك لا يزال صالحًا.

# A step may have been saved, or not
outcome-unknown-heading = عذرًا، لا نعرف هل تم حفظ هذه الخطوة
outcome-unknown-next = يُرجى الانتظار بضع دقائق، ثم الرجوع ورؤية الصفحة قبل المحاولة من جديد.
outcome-unknown-kept = ما أنهيته قبل هذه الخطوة محفوظ.

fault-heading = عذرًا، حدث خطأ
fault-what = الخطأ منا، وليس منك. ما أنهيته من قبل محفوظ.
fault-next = يُرجى الرجوع والمحاولة من جديد. إذا تكرر ذلك، يُرجى الاتصال بعيادتك.
fault-reference = يُرجى ذكر هذا الرقم للعيادة:

# Help
help-heading = كيف تعمل الخدمة
help-how-heading = الربط في خمس خطوات
help-how-code = إدخال الرمز الذي وصلك من عيادتك.
help-how-question = الإجابة عن السؤال الذي اختارته عيادتك. وصلتك الإجابة بطريقة أخرى، مثلًا عند زيارتك للعيادة.
help-how-sign-in = تسجيل الدخول، أو إنشاء حساب.
help-how-record = اختيار السجل الصحي المطلوب ربطه.
help-how-allow = قراءة ما تطلبه العيادة، ثم الموافقة أو الرفض.
help-how-stop = يمكنك إلغاء الربط في أي وقت في «التطبيقات المرتبطة».
help-time-heading = كم لديك من الوقت
help-time-code = مدة صلاحية الرمز { $duration } من وقت إنشائه لدى عيادتك.
help-time-idle =
    { $minutes ->
        [zero] نسجّل خروجك عند عدم وجود أي نشاط. يمكنك تسجيل الدخول من جديد والمتابعة من حيث توقفت.
        [one] نسجّل خروجك عند عدم وجود أي نشاط لمدة دقيقة واحدة. يمكنك تسجيل الدخول من جديد والمتابعة من حيث توقفت.
        [two] نسجّل خروجك عند عدم وجود أي نشاط لمدة دقيقتين. يمكنك تسجيل الدخول من جديد والمتابعة من حيث توقفت.
        [few] نسجّل خروجك عند عدم وجود أي نشاط لمدة { $minutes } دقائق. يمكنك تسجيل الدخول من جديد والمتابعة من حيث توقفت.
        [many] نسجّل خروجك عند عدم وجود أي نشاط لمدة { $minutes } دقيقة. يمكنك تسجيل الدخول من جديد والمتابعة من حيث توقفت.
       *[other] نسجّل خروجك عند عدم وجود أي نشاط لمدة { $minutes } دقيقة. يمكنك تسجيل الدخول من جديد والمتابعة من حيث توقفت.
    }
help-time-kept = عند تحديد «تذكُّر تسجيل دخولي»، تصبح هذه المدة { $duration }.
help-time-journey =
    { $hours ->
        [zero] لا نحتفظ بمكانك. يلزم إدخال رمزك من جديد.
        [one] نحتفظ بمكانك لمدة ساعة واحدة. بعد ذلك يلزم إدخال رمزك من جديد.
        [two] نحتفظ بمكانك لمدة ساعتين. بعد ذلك يلزم إدخال رمزك من جديد.
        [few] نحتفظ بمكانك لمدة { $hours } ساعات. بعد ذلك يلزم إدخال رمزك من جديد.
        [many] نحتفظ بمكانك لمدة { $hours } ساعة. بعد ذلك يلزم إدخال رمزك من جديد.
       *[other] نحتفظ بمكانك لمدة { $hours } ساعة. بعد ذلك يلزم إدخال رمزك من جديد.
    }
help-kept-heading = ما نحتفظ به
help-kept-account = اسمك، وعنوان بريدك الإلكتروني، وأسماء سجلاتك.
help-kept-connections = التطبيقات التي سمحت لها، وما يمكنها فعله، ومتى.
help-kept-secrets = كلمة مرورك، بشكل لا يمكن لأحد قراءته. أما إجاباتك عن الأسئلة فنتحقق منها ولا نحتفظ بها.
help-cookies-heading = ملفات تعريف الارتباط (الكوكيز)
help-cookies-text = نستخدم خمسة من ملفات تعريف الارتباط، ولا يمكن للخدمة العمل بأمان من دونها. الأول يتذكر تسجيل دخولك. الثاني يتذكر مكانك. الثالث يتأكد من أن النموذج مرسل منك. الرابع يتيح لنا معرفة هذا المتصفح من جديد، حتى لا يتمكن أحد من منعك من دخول حسابك بالتخمين. الخامس يتذكر لغتك. لا توجد ملفات أخرى، لذلك لا يلزم أن نسألك عنها.
help-shared-heading = على جهاز مشترك
help-shared-text = يُرجى تحديد «هذا جهاز مشترك» عند تسجيل الدخول. عندئذ نسجّل خروجك عند الانتهاء. ويمكنك أيضًا اختيار «تسجيل الخروج».
help-access-heading = إمكانية الوصول
help-access-aim = نريد أن يتمكن الجميع من استخدام هذه الخدمة. هدفنا هو الالتزام بإرشادات إمكانية الوصول إلى محتوى الويب WCAG 2.2 عند المستوى AA.
help-access-works = يمكنك استخدام الخدمة بلوحة المفاتيح أو بقارئ الشاشة، وتكبير النص حتى 400%، واستخدامها من دون JavaScript.
help-access-known = ما نعرف أنه صعب: تلزمك إجابة السؤال الذي اختارته عيادتك. إذا كان من الصعب إيجاد الإجابة أو كتابتها، يمكن لعيادتك مساعدتك.

# Mails about accounts
mail-code-lifetime = مدة صلاحية الرمز { $duration }. لا يعمل إلا أحدث رمز. يُرجى عدم إعطائه لأي شخص.
mail-not-you-heading = ألم يكن ذلك منك؟
mail-sign-in-link = تسجيل الدخول
mail-recover-link = اختيار كلمة مرور جديدة
mail-create-account-link = إنشاء حساب
mail-confirm-address-subject = تأكيد عنوان بريدك الإلكتروني
mail-confirm-address-text = وصلنا طلب، نظن أنه منك، لاستخدام عنوان البريد الإلكتروني هذا في حساب. يُرجى كتابة هذا الرمز في الصفحة التي تطلبه:
mail-confirm-address-elsewhere-heading = هل أُغلقت تلك الصفحة؟
mail-confirm-address-elsewhere = يمكنك تسجيل الدخول بعنوان البريد الإلكتروني هذا وكلمة مرورك. عندئذ نرسل إليك رمزًا جديدًا.
mail-confirm-address-not-you = لا يلزمك فعل أي شيء. من دون الرمز لا يمكن لأحد استخدام عنوانك هنا.
mail-already-registered-subject = لديك حساب بالفعل
mail-already-registered-text = وصلنا طلب، نظن أنه منك، لإنشاء حساب بعنوان البريد الإلكتروني هذا. لديك حساب بالفعل، لذلك لم نغيّر أي شيء.
mail-already-registered-sign-in = يمكنك تسجيل الدخول بعنوان البريد الإلكتروني هذا وكلمة مرورك:
mail-already-registered-recover = إذا نسيت كلمة مرورك، يمكنك اختيار كلمة مرور جديدة:
mail-already-registered-not-you = لا يلزمك فعل أي شيء. لم يدخل أحد إلى حسابك.
mail-recovery-subject = رمزك لاختيار كلمة مرور جديدة
mail-recovery-text = وصلنا طلب، نظن أنه منك، لاختيار كلمة مرور جديدة لحسابك. يُرجى كتابة هذا الرمز في الصفحة التي تطلبه:
mail-recovery-not-you = لا يلزمك فعل أي شيء. كلمة مرورك لا تزال تعمل، ولم يدخل أحد إلى حسابك.
mail-no-account-subject = لا توجد هنا كلمة مرور لعنوان البريد الإلكتروني هذا
mail-no-account-text = وصلنا طلب، نظن أنه منك، لاختيار كلمة مرور جديدة. لكن لا يوجد هنا حساب بعنوان البريد الإلكتروني هذا وبكلمة مرور.
mail-no-account-other = ربما استخدمت عنوان بريد إلكتروني آخر. يمكنك تجربة ذلك العنوان. أو ربما يتم تسجيل دخولك عبر خدمة أخرى: عندئذ لا تلزمك كلمة مرور هنا.
mail-no-account-create = إذا لم يكن لديك حساب بعد، يمكنك إنشاء حساب:
mail-no-account-not-you = لا يلزمك فعل أي شيء. لم يتم إنشاء أي حساب.
mail-recovered-subject = تم تغيير كلمة مرورك
mail-recovered-text = تم اختيار كلمة مرور جديدة لحسابك، برمز أرسلناه إلى عنوان البريد الإلكتروني هذا.
mail-recovered-signed-out = تم تسجيل خروجك من كل مكان. وكل ما ربطته يبقى مرتبطًا.
mail-recovered-not-you = إذن يمكن لشخص آخر قراءة بريدك الإلكتروني. يُرجى أولًا تغيير كلمة مرور بريدك الإلكتروني، ثم اختيار كلمة مرور جديدة هنا:

# Mails
mail-help-heading = إذا كانت تلزمك مساعدة
mail-automatic = هذه رسالة إلكترونية تلقائية. يُرجى عدم الرد عليها.
mail-test-subject = اختبار لرسائلنا الإلكترونية
mail-test-text = إذا ظهر لك هذا النص، فإن الرسائل الإلكترونية من هذا الموقع تصل.
mail-test-link = فتح الموقع

# Mails: notices
notice-mail-new-browser = تسجيل دخول جديد إلى حسابك
notice-mail-new-browser-what = تم تسجيل الدخول إلى حسابك: { $browser }، { $date }. لم يتم تسجيل الدخول من هذا المتصفح من قبل.
notice-mail-password = تم تغيير كلمة مرورك
notice-mail-password-what = تم تغيير كلمة مرور حسابك: { $date }.
notice-mail-passkey = تمت إضافة مفتاح مرور
notice-mail-passkey-what = تمت إضافة مفتاح المرور «{ $name }» إلى حسابك: { $date }.
notice-mail-provider = تمت إضافة طريقة لتسجيل الدخول
notice-mail-provider-what = من الآن يمكن لحساب من خدمة أخرى فتح حسابك لدينا: { $date }.
notice-mail-connected = تم ربط تطبيق { $app }
notice-mail-connected-what = تم ربط تطبيق { $app } المقدَّم من { $organization } بأحد سجلاتك: { $date }.
notice-mail-disconnected = تم إلغاء ربط تطبيق { $app }
notice-mail-disconnected-what = تم إلغاء الربط بين تطبيق { $app } المقدَّم من { $organization } وأحد سجلاتك: { $date }. لم يعد بإمكان التطبيق استخدام السجل.
notice-mail-given-up = أنهى تطبيق { $app } الربط
notice-mail-given-up-what = تم إنهاء الربط بين تطبيق { $app } وأحد سجلاتك من جانب { $organization }: { $date }. لم يعد بإمكان التطبيق استخدام السجل.
notice-mail-given-up-next = لا يلزمك فعل أي شيء. إذا كانت لديك أسئلة، يمكنك التواصل مع { $organization }.
notice-mail-data-types = تطبيق { $app } يطلب الآن شيئًا آخر
notice-mail-data-types-what = تغيّر ما يطلبه تطبيق { $app }. جاء التغيير من { $organization }.
notice-mail-data-types-kept = ما سمحت به يبقى كما كان. ولا يحصل التطبيق على أي شيء جديد من دون موافقتك.
notice-mail-data-types-next = يمكنك رؤية ما سمحت به، وإلغاء ربط التطبيق، في «التطبيقات المرتبطة».
notice-mail-deleted = تم حذف حسابك
notice-mail-deleted-what = تم حذف حسابك: { $date }. وتم إلغاء ربط كل التطبيقات.
notice-mail-deleted-gone = هذه آخر رسالة إلكترونية عنه. نحن لا نحتفظ بعنوانك.
notice-mail-deleted-not-me = إذا لم يكن ذلك منك، فقد عرف شخص آخر كلمة مرورك. يُرجى تغييرها في الأماكن الأخرى التي استخدمتها فيها، وإبلاغ عيادتك.
notice-mail-connections-link = عرض التطبيقات المرتبطة
notice-mail-was-me = إذا كان ذلك منك، فلا يلزمك فعل أي شيء.
notice-mail-not-me-heading = ألم يكن ذلك منك؟
notice-mail-not-me = إذن يُرجى تسجيل خروج الجميع من حسابك، واختيار كلمة مرور جديدة. يتم ذلك بفتح هذه الصفحة:
notice-mail-not-me-link = تسجيل الخروج من كل مكان
mail-email-code-subject = رمزك للعنوان الجديد
mail-email-code-text = وصلنا طلبك لاستخدام هذا العنوان في حسابك. يُرجى كتابة هذا الرمز في الصفحة المفتوحة:
mail-email-code-time =
    { $minutes ->
        [zero] مدة صلاحية الرمز أقل من دقيقة، ويعمل مرة واحدة.
        [one] مدة صلاحية الرمز دقيقة واحدة، ويعمل مرة واحدة.
        [two] مدة صلاحية الرمز دقيقتان، ويعمل مرة واحدة.
        [few] مدة صلاحية الرمز { $minutes } دقائق، ويعمل مرة واحدة.
        [many] مدة صلاحية الرمز { $minutes } دقيقة، ويعمل مرة واحدة.
       *[other] مدة صلاحية الرمز { $minutes } دقيقة، ويعمل مرة واحدة.
    }
mail-email-code-not-me = إذا لم يكن ذلك منك، فلا يلزمك فعل أي شيء. لا يتغير أي شيء من دون الرمز.
mail-email-taken-subject = لديك حساب بهذا العنوان بالفعل
mail-email-taken-text = وصلنا طلب لاستخدام هذا العنوان في حساب آخر. لكن يوجد حساب به بالفعل.
mail-email-taken-next = إذا كان ذلك منك، يُرجى تسجيل الدخول بهذا العنوان.
mail-email-taken-link = تسجيل الدخول
mail-email-changed-subject = تم تغيير عنوان بريدك الإلكتروني
mail-email-changed-text = أصبح لحسابك عنوان بريد إلكتروني جديد ({ $date }). يتم تسجيل الدخول به من الآن. ولن نكتب إلى هذا العنوان بعد اليوم.
mail-email-changed-was-me = إذا كان ذلك منك، فلا يلزمك فعل أي شيء.
mail-email-changed-undo = يمكنك استعادة هذا العنوان حتى { $date }. وعندها يتم تسجيل خروج الجميع. يتم ذلك بفتح هذه الصفحة:
mail-email-changed-link = استعادة هذا العنوان

# Invitation, as a mail
invitation-subject = دعوة من { $organization }
reminder-subject = تذكير من { $organization }
reminder-text = كتبنا إليك من قبل، ولم يُستخدم رمزك بعد. إذا كان الربط لا يناسبك، فلا يلزمك فعل أي شيء.
invitation-link = فتح الدعوة
invitation-answer = سيُطرح عليك سؤال. وتصلك الإجابة من { $organization } بطريقة أخرى. وهي ليست في هذه الرسالة الإلكترونية.
invitation-unexpected-heading = إذا لم يكن هذا متوقعًا
invitation-unexpected = يُرجى فتح الرابط واختيار «{ $report }». عندئذ يتوقف الرمز عن العمل، ونُبلغ { $organization } بذلك.
invitation-links = تبدأ روابطنا دائمًا بالعنوان { $host }
invitation-sender = تأتي رسائلنا الإلكترونية دائمًا من { $sender }
invitation-keep = يُرجى عدم إعطاء هذه الرسالة الإلكترونية لأي شخص. الرمز لك وحدك.

# Letter
letter-subject = ربط تطبيق { $app } بسجلك الصحي
letter-why = لدى { $organization } رغبة في ربط تطبيق «{ $app }» بسجلك الصحي.
letter-you-decide = القرار لك. لا تتم مشاركة أي شيء من دون موافقتك.
letter-open = يُرجى فتح هذا الرابط:
letter-type = أو فتح { $address } وكتابة هذا الرمز:
letter-answer = سيُطرح عليك سؤال. وتصلك الإجابة من { $organization } بطريقة أخرى. وهي ليست في هذه الرسالة.
letter-chances =
    { $count ->
        [zero] ليست لديك أي محاولة للإجابة.
        [one] لديك محاولة واحدة للإجابة، فلا داعي للعجلة.
        [two] لديك محاولتان للإجابة، فلا داعي للعجلة.
        [few] لديك { $count } محاولات للإجابة، فلا داعي للعجلة.
        [many] لديك { $count } محاولة للإجابة، فلا داعي للعجلة.
       *[other] لديك { $count } محاولة للإجابة، فلا داعي للعجلة.
    }
letter-then = بعد ذلك يأتي تسجيل الدخول أو إنشاء حساب، ثم اختيار سجل، ثم الموافقة أو الرفض.
letter-until = يُرجى استخدام رمزك قبل { $date }.
letter-keep = يُرجى عدم إعطاء هذه الرسالة لأي شخص. الرمز لك وحدك.
letter-help = إذا كانت تلزمك مساعدة:

# Passkeys
account-passkeys = مفاتيح المرور
account-passkeys-what = مفاتيح المرور الخاصة بك
account-passkeys-count =
    { $count ->
        [zero] لا توجد مفاتيح مرور
        [one] مفتاح مرور واحد
        [two] مفتاحا مرور
        [few] { $count } مفاتيح مرور
        [many] { $count } مفتاح مرور
       *[other] { $count } مفتاح مرور
    }
account-passkeys-heading = مفاتيح المرور الخاصة بك
account-passkeys-text = مع مفتاح المرور يمكنك تسجيل الدخول بوجهك، أو ببصمة إصبعك، أو بالرقم السري (PIN) لهاتفك أو للكمبيوتر. لا يلزمك تذكر أي شيء، ولا يمكن لأحد تخمينه.
account-passkeys-password = تبقى طرق تسجيل دخولك الأخرى صالحة أيضًا.
account-passkeys-none = ليس لديك مفتاح مرور بعد.
account-passkeys-no-script = لا يمكن إضافة مفتاح مرور في هذه الصفحة إلا إذا كانت JavaScript تعمل في متصفحك. مفتاح المرور ليس ضروريًا: يمكنك تسجيل الدخول من دونه.
account-passkeys-unsupported = لا يمكن لهذا المتصفح استخدام مفاتيح المرور. مفتاح المرور ليس ضروريًا: يمكنك تسجيل الدخول من دونه.
account-passkeys-add-heading = إضافة مفتاح مرور
account-passkeys-prove = قبل إضافة مفتاح مرور، يُرجى كتابة كلمة المرور مرة أخرى.
account-passkeys-name-label = اسم مفتاح المرور
account-passkeys-name-hint = ليسهل عليك تمييزه، مثل «هاتفي»
account-passkeys-button = إضافة مفتاح مرور
account-passkeys-added = تاريخ الإضافة: { $date }
account-passkeys-used = آخر استخدام: { $date }
account-passkeys-never = لم يُستخدم بعد
account-passkeys-remove = إزالة
account-passkeys-remove-what = مفتاح المرور «{ $name }»
notice-passkey-added = تمت إضافة مفتاح المرور. يمكنك استخدامه عند تسجيل الدخول في المرة القادمة.
notice-passkey-removed = تمت إزالة مفتاح المرور. لم يعد تسجيل الدخول به ممكنًا.
problem-passkey-name-empty = يُرجى إدخال اسم لمفتاح المرور
problem-passkey-name-long = أكبر عدد لأحرف الاسم هو { $max }. يُرجى إدخال اسم أقصر.
problem-passkey-cancelled = لم تتم إضافة مفتاح مرور. ربما أوقفت العملية، أو استغرقت وقتًا طويلًا. يمكنك المحاولة من جديد في أي وقت.
problem-passkey-known = يوجد على هذا الهاتف أو الكمبيوتر مفتاح مرور لهذا الحساب من قبل.
problem-passkey-refused = لم نتمكن من إضافة مفتاح المرور هذا. يُرجى المحاولة من جديد، أو استخدام مفتاح آخر.
problem-passkey-too-many = عدد مفاتيح المرور لديك { $max }. يُرجى إزالة مفتاح قبل إضافة مفتاح آخر.
sign-in-passkey-button = تسجيل الدخول بمفتاح مرور
problem-passkey-sign-in = مفتاح المرور هذا لم يعمل هنا. يُرجى تجربة مفتاح آخر، أو استخدام عنوان بريدك الإلكتروني وكلمة مرورك.
success-passkey-heading = تسجيل دخول أسرع في المرة القادمة
success-passkey-text = مع مفتاح المرور يمكنك تسجيل الدخول بوجهك، أو ببصمة إصبعك، أو بالرقم السري (PIN) لهاتفك. ولا توجد كلمة مرور يمكن نسيانها.
success-passkey-link = إضافة مفتاح مرور

# The letter on paper
letter-scan = يُرجى توجيه كاميرا هاتفك إلى هذه الصورة:
letter-picture = صورة مربعة يمكن لكاميرا الهاتف قراءتها. وهي تفتح الرابط.
letter-short-address = أو فتح { $address } وكتابة هذا الرمز:
letter-spelled = الرمز حرفًا حرفًا
