# What patients read, in simplified Chinese. Keys are sorted by page.
# Plain words, short sentences, curly quotes, no blame. Say what happened, then what to do.
# Words: code = 连接码 (the clinic’s 20 letters), 验证码 (the digits from a mail); record = 健康档案; connect = 连接;
# disconnect = 断开连接; passkey = 通行密钥; account = 账号; sign in = 登录; sign out = 退出登录; app = 应用.
# The names of her own pages begin with 我的, as is usual; sentences say 您.
# A space stands between Chinese and Latin letters or digits, none beside full-width signs.
# This language
language-name = 简体中文
language-dir = ltr

# Every page
service-name = Patient Connect
the-clinic = 诊所
skip-to-main = 跳到主要内容
title-error = 错误：
summary-heading = 有地方需要注意
sandbox-ribbon = 测试环境：这里的内容都不是真的
brand-through = 通过 Patient Connect 为您服务
brand-hours = 服务时间：
brand-privacy = 隐私
brand-accessibility = 无障碍
brand-imprint = 网站信息
account-nav = 我的账号
connections-link = 我的连接
sign-out = 退出登录
foot-help-heading = 需要帮助？
# Whom to call, and the way back
contact-phone = 电话
contact-email = 邮箱
contact-hours = 服务时间
contact-address = 地址
help-link = 使用说明
language-form = 语言
continue = 继续
back = 返回
step-caption = 第 { $step } 步，共 { $steps } 步
connecting = 您正在连接：

# Dates and lengths of time
duration-seconds = { $count } 秒
duration-minutes = { $count } 分钟
duration-hours = { $count } 小时
duration-days = { $count } 天
duration-weeks = { $count } 周

# Notices
notice-signed-out = 您已退出登录。
notice-signed-in-again = 因为 { $minutes } 分钟没有操作，您已退出登录。重新登录后，就能回到刚才的地方。
notice-disconnected = “{ $app }”已断开连接，不能再使用这份健康档案。

# Code
code-heading = 输入诊所给您的连接码
code-hint = 连接码在您收到的信或邮件里：共 20 个字母，分成五组，例如
code-hint-typing = 小写字母也可以。有没有空格和横线都没关系。
code-next-heading = 接下来要做什么
code-next-question = 回答诊所选的一个问题。
code-next-sign-in = 登录，或创建账号。
code-next-allow = 看看诊所想使用哪些信息，再决定同意还是不同意。
code-next-safe = 大约需要 5 分钟。您同意之前，不会共享任何信息。
code-none-summary = 我没有连接码
code-none-text = 连接码由诊所提供。请打电话或写信给您的诊所，要一个连接码。没有其他办法可以得到。
problem-identity-code-empty = 请输入连接码
problem-identity-code-length = 连接码有 20 个字母，您输入了 { $letters } 个。请对照您的信检查一下。
problem-identity-code-letter = 连接码里不会出现“{ $letter }”。请对照您的信，检查第 { $group } 组。
problem-identity-code-group = 每组有 4 个字母，但第 { $group } 组现在有 { $letters } 个。请对照您的信检查一下。
problem-identity-code-slip = 有一个字母不对，或者有两个字母前后颠倒了。请对照您的信，逐组检查。
problem-identity-code-unknown = 我们找不到这个连接码。请对照您的信检查一下。如果和信里的一样，请向诊所要一个新的连接码。
problem-identity-code-link = 链接里的连接码不完整。请输入信或邮件里的连接码。
problem-identity-code-too-long = 输入的内容太长了。请只输入连接码：20 个字母，分成五组。

# Question
question-asks = 提问的应用：
question-by = 来自 { $organization }
question-hint = 字母大写小写都可以，但空格要完全一样。
question-chances = 您有 { $left } 次机会回答。
question-chances-left = 您还有 { $left } 次机会。
question-check = 请检查有没有写错字，空格对不对。
question-last-chance = 如果这次的答案不对，您的连接码就不能用了，只有 { $organization } 能解锁。如果不确定，请先问问诊所。
question-unknown-summary = 我不知道答案
question-unknown-text = 这个问题和答案都是 { $organization } 定的。请向诊所问答案：
question-unknown-free = 询问诊所不会用掉机会。您回来时，连接码仍然可以用。
question-other-code = 换一个连接码
question-report = 我没想到会收到这个
problem-answer-empty = 请输入您的答案
problem-answer-wrong = 这个答案不对。您还有 { $left } 次机会。
problem-answer-too-long = 这个答案太长了。请只输入诊所告诉您的答案。

# Locked, expired and withdrawn codes
refusal-contact-heading = 可以联系谁
refusal-ask-heading = 可以怎么说
refusal-have-code = 我有新的连接码
locked-heading = 您的连接码已锁定
locked-what = 问题的答案有好几次不对。为了保护您的信息，我们锁定了连接码。
locked-nothing = 没有向 { $organization } 共享任何信息。
locked-nothing-new = 没有向 { $organization } 共享任何新的信息。
locked-before = 您以前用这个连接码允许的连接，都还在。
locked-before-link = 查看我的连接
locked-ask = 您可以说：“我的连接码锁定了，请帮我解锁。”您手里的信仍然有用。也请顺便问一下问题的答案。
expired-heading = 您的连接码已过期
expired-what = 连接码的有效期是 { $duration }，您的已经过了这个时间。很多人都遇到过这种情况。
expired-nothing = 没有向 { $organization } 共享任何信息。
expired-ask = 您可以说：“我的连接码过期了，请给我发一个新的。”
withdrawn-heading = 您的连接码已不再使用
withdrawn-what = { $organization } 收回了这个连接码。您可能已经收到了新的。
withdrawn-nothing = 没有通过这个连接码共享任何信息。
withdrawn-ask = 请先找一找有没有更新的信或邮件。如果没有，请向诊所要一个新的连接码。

# I did not expect this
report-heading = 没想到会收到这个？
report-what = 如果您不知道 { $organization } 为什么给您发了连接码，可以在这里告诉我们。然后会这样：
report-stops = 连接码马上停用，谁都不能再用。
report-told = 我们会告诉 { $organization }，您没想到会收到它。别的什么都不会说。
report-undo = 如果是误会，{ $organization } 可以让连接码恢复使用。
report-button = 告诉我们，并停用连接码
report-cancel = 返回

# The code is frozen
frozen-heading = 这个连接码已停用
frozen-what = 有人收到这个连接码后告诉我们，没想到会收到它。所以我们停用了连接码，{ $organization } 也知道了。
frozen-ask = 您可以说：“我想用我的连接码，请帮我解锁。”解锁以后，您的信就又能用了。

# Sign in and create an account
sign-in-heading = 登录
sign-in-why-journey = 您答对了。现在请登录，这样只有您本人才能连接您的健康档案。
sign-in-why = 查看有哪些应用连接了您的健康档案，也可以断开连接。
sign-in-button = 登录
sign-in-new-heading = 第一次来？
sign-in-new-text = 连接健康档案需要一个账号。账号免费，一分钟就能创建好。
sign-in-new-link = 创建账号
create-account-heading = 创建账号
create-account-have = 已经有账号了？
create-account-sign-in = 登录
create-account-button = 创建账号
name-label = 您的姓名
name-hint = 您希望我们怎么写，就怎么填
email-label = 邮箱地址
email-hint = 您登录时要用
password-label = 密码
new-password-label = 设置密码
new-password-hint = 至少 12 个字符。可以把三个不相关的词（英文或拼音）连在一起。
password-show = 显示
password-hide = 隐藏
password-show-label = 显示密码
password-hide-label = 隐藏密码
problem-sign-in = 没有找到与这个邮箱地址和密码相符的账号。请检查这两项，或创建账号。
problem-email-empty = 请输入您的邮箱地址
problem-email-invalid = 请输入完整的邮箱地址，例如 name@example.com
problem-email-taken = 用这些信息无法创建账号。如果您已经有账号，请登录。
problem-password-empty = 请输入密码
problem-password-short = 密码至少要有 { $min } 个字符。可以把三个不相关的词（英文或拼音）连在一起。
problem-password-common = 这个密码在一份被盗密码的名单上，谁都能看到。请换一个。可以把三个不相关的词（英文或拼音）连在一起。
problem-password-weak = 这个密码容易被猜到。可以试试把三个不相关的词（英文或拼音）连在一起。
problem-password-long = 密码最多 { $max } 个字符。请换一个短一些的。
problem-name-empty = 请输入您的姓名
problem-name-long = 姓名最多 { $max } 个字符。请写短一些。

# Codes from emails: a new account, and a forgotten password
sign-in-recover = 忘记密码了？
sign-in-no-recovery = 请记好您的密码。本服务不能发邮件，所以如果您忘记了密码，没有人能帮您找回。
create-account-no-mail = 本服务不能发邮件。我们不会检查这个邮箱地址是不是您的。如果您忘记了密码，也没有人能帮您找回。
email-hint-code = 我们会往这个地址发一个验证码。您登录时也要用这个地址。
email-code-label = 邮件里的验证码
email-code-hint = 验证码是 { $digits } 位数字，有效期是 { $duration }。有没有空格都没关系。
email-code-no-code = 邮件里没有验证码？那么邮件里会告诉您该怎么做。
email-code-expired = 我们发给您的验证码已过期，不能用了。请在下面重新获取一个。
email-code-spent = 试的次数太多，我们发给您的验证码不能用了。请在下面重新获取一个。
email-code-none-heading = 没收到邮件？
email-code-none-text = 邮件可能要等几分钟。也请看看垃圾邮件文件夹。
email-code-resend = 发送新的验证码
verify-email-heading = 请查看您的邮箱
verify-email-sent = 我们往 { $email } 发了一封邮件。请在这里输入邮件里的验证码，让我们知道这个地址是您的。
verify-email-device = 您可以用另一部手机或电脑看邮件。请不要关闭这个页面。
verify-email-again-text = 地址写错了？
verify-email-again = 重新填写
recover-heading = 设置新密码
recover-text = 请输入您账号的邮箱地址。我们会往这个地址发一个验证码，您用它就能设置新密码。
recover-keeps = 已经连接的应用不受影响。
recover-back = 返回“登录”
recover-code-heading = 输入邮件里的验证码
recover-code-sent = 我们往 { $email } 发了一封邮件。
recover-code-again-text = 地址写错了？
recover-code-again = 换一个地址
recover-password-heading = 您的新密码
recover-password-text = 验证码正确。设好新密码后，您在所有地方都会退出登录。然后请用新密码登录。
recover-password-button = 保存新密码
notice-recovered = 新密码已设好。请用新密码登录。
notice-has-account = 您已经用这个邮箱地址创建过账号。请登录，或设置新密码。
notice-email-sent-again = 我们又发了一封邮件。只有最新的验证码有效。
problem-email-code-empty = 请输入邮件里的验证码
problem-email-code-digits = 验证码只有数字。请对照邮件检查一下。
problem-email-code-length = 验证码有 { $digits } 位数字。请对照邮件检查一下。
problem-email-code-wrong = 验证码不对。请看最新的一封邮件。您还可以试 { $left } 次。
problem-email-code-expired = 这个验证码已过期，不能用了。请在下面重新获取一个。
problem-email-code-spent = 试的次数太多，这个验证码不能用了。请在下面重新获取一个。
problem-email-code-too-often = 我们已经发了 { $count } 封邮件。请找到最新的一封，或重新开始。

# How long to stay signed in, below sign in and create an account
stay-keep = 保持登录状态
stay-keep-hint = 可保持 { $duration }，关闭浏览器也不会退出。如果别人也能用这台设备，请不要勾选。
stay-shared = 这是公用电脑
stay-shared-hint = 例如图书馆的电脑。您办完以后，我们会让您退出登录。
stay-ended = 您说过这是公用电脑，所以现在已让您退出登录。别人打不开这个页面。

# Too many tries at signing in to one account
too-many-sign-ins-what = 用这个邮箱地址尝试登录的次数太多了。可能是别人在试。
too-many-sign-ins-known = 您以前在别的手机或电脑上登录过吗？现在可以在那里登录。

# Providers: signing in with an account from elsewhere
other-ways-heading = 其他登录方式
other-ways-text = 您有可以在这里使用的其他网站账号吗？有的话，就不用在这里设密码。第一次登录时，我们会为您创建账号。
other-ways-button = 用 { $provider } 登录
provider-nameless = 新用户
provider-nothing = 什么都没有改变，也没有共享任何信息。
provider-back-to-sign-in = 返回登录页面
provider-back-to-account = 返回登录方式
provider-away-heading = { $provider } 没有回应
provider-away-what = 我们现在连不上 { $provider }。对方可能正忙，或正在维修。
provider-away-next = 请过几分钟再试，或换一种登录方式。
provider-refused-heading = 没能用 { $provider } 登录
provider-refused-what = { $provider } 发来的信息不对。为了您的安全，我们停了下来。
provider-refused-next = 请返回再试一次。如果还是不行，请换一种登录方式。
provider-cancelled-heading = 您没有用 { $provider } 登录
provider-cancelled-what = 可能是您取消了，也可能是 { $provider } 没有让您登录。没关系。
provider-cancelled-next = 您可以再试一次，或换一种登录方式。
provider-over-heading = 这次登录已结束
provider-over-what = 可能是时间太长了，或是在另一个窗口开始的，或是这个页面打开了两次。
provider-over-next = 请返回，重新开始。第二次用 { $provider } 登录往往会快一些。
provider-known-heading = 您可能已经有账号了
provider-known-what = { $provider } 告诉了我们您的邮箱地址。这里有一个账号也用这个地址。为了保护健康档案，我们不会只因为地址相同就把账号合在一起。
provider-known-next = 如果那个账号是您的，请先用它的密码登录。然后打开账号里的“登录方式”，添加 { $provider }。
provider-known-other-heading = 那个账号不是您的？
provider-known-other-text = 那么您可以有一个自己的账号。刚开始里面是空的。
provider-known-other-button = 创建新账号
provider-taken-heading = 这已经属于另一个账号
provider-taken-what = 您刚才用的 { $provider } 账号，在这里对应的是另一个账号。
provider-taken-next = 如果两个账号都是您的，请先退出登录，再用 { $provider } 登录，就能看到另一个账号。
ways-heading = 登录方式
ways-text = 您可以用其他网站的账号登录。打开的还是这里的同一个账号，健康档案也一样。
way-added = 您可以用 { $provider } 登录。
way-not-added = 您还没有添加 { $provider }。
way-only = 这是您唯一的登录方式，所以会保留。
way-add = 添加 { $provider }
way-remove = 移除 { $provider }
notice-provider-added = 好了。下次登录时就可以用。
notice-provider-removed = 好了。以后不能再用它登录。
problem-provider-last = 这是您唯一的登录方式，所以会保留。

# Record
record-heading = 您想连接谁的健康档案？
record-hint = 请选一个。同意之前，您可以再检查一遍。
record-used-before = 您以前选过这份
record-connected = 目前已连接“{ $app }”
record-new = 新的健康档案
record-new-note = 给名单上没有的人
record-new-name-label = 新健康档案的名称
record-new-name-hint = 写明是谁的健康档案，例如“小雨”
record-signed-in-as = 您现在登录的是：{ $person }。
record-not-you = 不是您？退出登录
problem-record-none = 请选择要连接谁的健康档案
problem-record-unknown = 这份健康档案不在您的名下。请从名单里选一份。
problem-new-record-name-empty = 请输入新健康档案的名称
problem-new-record-name-long = 名称最多 { $max } 个字符。请写短一些。

# Authorize
authorize-heading = 您允许“{ $app }”使用这份健康档案吗？
authorize-who = 谁想使用
authorize-by = 来自 { $organization }
authorize-record = 健康档案
authorize-record-new = 新的：您允许后，我们就会创建
authorize-no-rules = “{ $app }”想要连接，但不要求查看或修改健康档案里的任何内容。
authorize-names = “{ $app }”还会知道您的姓名，以及这份健康档案的名称。
authorize-required = 必须用到的内容
authorize-optional = 您还可以允许的内容
authorize-optional-hint = 只勾选您愿意的。不勾选也能用。
authorize-stays-heading = “{ $app }”已经连接了：
authorize-stays-text = 这些连接不会变。如果您以前选错了健康档案，请在“我的连接”里断开连接。
authorize-mind-heading = 您可以改变主意
authorize-mind-text = 您不停止，连接就一直有效。您随时可以停止：打开“我的连接”，选择“断开连接”。
authorize-allow = 允许“{ $app }”
authorize-decline = 不允许
# What an app may do, as one sentence
# $access is a list of the four words below, such as “add and read”; $types a list of kinds of information, such as
# “visits and care plans”. The words of both are written so that they fit into the sentence.
# In Chinese: access words are verbs, kinds of information stand behind a colon.
rule-may = 这个应用可以{ $access }以下信息：{ $types }。
rule-may-only = 这个应用可以{ $access }这些信息。
rule-about = 涉及以下信息：{ $types }。
access-create = 添加
access-read = 查看
access-update = 修改
access-delete = 删除
problem-decision-none = 请选择允许还是不允许
problem-rule-unknown = 我们没能读取您的选择。请重新勾选。

# Kinds of information, as they stand in that sentence
data-type-adverse-events = 治疗引起的不良反应
data-type-allergies = 过敏情况
data-type-appointments = 预约
data-type-asthma = 哮喘和吸入器使用记录
data-type-blood-glucose = 血糖值
data-type-blood-oxygen = 血氧值
data-type-blood-pressure = 血压值
data-type-body-measurements = 身体测量数据
data-type-bills = 账单
data-type-care-plans = 护理计划
data-type-care-team = 医护团队成员
data-type-cholesterol = 胆固醇值
data-type-conditions = 疾病和健康问题
data-type-consents = 同意书
data-type-contacts = 联系人
data-type-devices = 医疗设备
data-type-diabetes = 糖尿病记录
data-type-diagnostic-reports = 检查报告
data-type-diet = 饮食记录
data-type-discharge-summaries = 出院小结
data-type-documents = 文档
data-type-emergency-contacts = 紧急联系人
data-type-encounters = 就诊记录
data-type-exercise = 运动记录
data-type-family-history = 家族病史
data-type-files = 文件
data-type-genetic-results = 基因检测结果
data-type-goals = 健康目标
data-type-health-journal = 健康日记
data-type-heart = 心脏检查
data-type-heart-rate = 心率值
data-type-height = 身高记录
data-type-images = 图片
data-type-imaging-studies = 影像检查（如 X 光和 CT）
data-type-immunizations = 疫苗接种记录
data-type-insulin = 胰岛素注射记录
data-type-insurance = 医疗保险
data-type-lab-results = 化验结果
data-type-living-wills = 生前预嘱
data-type-lung-function = 肺功能检查
data-type-medication-dispenses = 药房配的药
data-type-medication-requests = 处方
data-type-medications = 用药情况
data-type-messages = 消息
data-type-moods = 心情记录
data-type-notes = 备注
data-type-observations = 测量和检查结果
data-type-orders = 检查和治疗的医嘱
data-type-peak-flow = 呼气峰流速值
data-type-personal-details = 个人信息（如姓名和生日）
data-type-pregnancies = 怀孕情况
data-type-procedures = 手术和治疗
data-type-questionnaire-answers = 问卷答案
data-type-questionnaires = 问卷
data-type-relatives = 亲属和照顾者
data-type-risk-assessments = 风险评估
data-type-sleep = 睡眠记录
data-type-specimens = 样本（如血液）
data-type-vision-prescriptions = 眼镜和隐形眼镜处方
data-type-vital-signs = 生命体征（如脉搏和体温）
data-type-warnings = 给医护人员的提醒
data-type-weight = 体重记录
data-type-menstruation = 月经记录

# Success
success-heading = “{ $app }”已连接
success-record = 现在可以使用健康档案“{ $record }”。
success-says = { $organization } 告诉您：
success-next-heading = 接下来会怎样
success-next-app = 我们会告诉 { $organization }，您已连接。您什么都不用做。
success-next-code = 请把信收好。您的连接码还可以用 { $duration }：您可以再添加一份健康档案，或重新连接。
success-next-stop = 您随时可以断开连接：
success-facts-heading = 供您留存
success-what = 您连接了
success-app = 应用
success-when = 日期
success-rules-heading = 您允许的内容
success-print = 打印这个页面
return-link-leaves = 这会打开另一个网站。

# Declined
declined-heading = 您没有允许“{ $app }”
declined-what = 您没有同意“{ $friendly }”。没关系。
declined-nothing = 没有向 { $organization } 共享任何信息。您刚才的选择，我们也不会保留。
declined-mind-heading = 如果您改变主意
declined-mind-text = 请再用一次您的连接码。过期之前，它都可以用。
declined-again = 再次输入连接码

# Connections and disconnecting
connections-heading = 我的连接
connections-intro = 这些应用连接了您的健康档案。您可以断开其中任何一个。
connections-none = 没有应用连接您的健康档案。
connection-since = 连接时间：{ $date }
connection-ended = 结束时间：{ $date }
connection-may = 这个应用可以做什么
connection-no-rules = 这个应用不能查看或修改健康档案里的任何内容。
connection-history = 历史记录
connection-history-caption = 历史记录，最新的在最前面
history-when = 时间
history-what = 内容
history-authorized = 您允许了
history-reauthorized = 您再次允许了
history-disconnected = 您断开了连接
history-given-up = 应用结束了连接
connection-contact = 联系方式：
disconnect-link = 断开连接
disconnect-link-what = 应用“{ $app }”，健康档案“{ $record }”
disconnect-heading = 要断开“{ $app }”与“{ $record }”的连接吗？
disconnect-what-happens = 如果断开连接：
disconnect-stops = 从现在起，“{ $app }”不能再使用这份健康档案。
disconnect-copies = { $organization } 已经得到的资料，会继续留在那里。
disconnect-again = 以后想重新连接，可以用您的连接码，或向 { $organization } 要一个新的。
disconnect-button = 是，断开连接
disconnect-cancel = 不，保持连接

# The account
account-link = 我的账号
account-heading = 我的账号
account-back = 我的账号
account-change = 修改
account-see = 查看
account-name = 姓名
account-name-what = 您的姓名
account-email = 邮箱地址
account-email-what = 您的邮箱地址
account-password = 密码
account-password-what = 您的密码
account-password-hidden = 只有您知道
account-ways = 登录方式
account-ways-what = 您的登录方式
account-ways-is = 其他网站的账号
account-language = 语言
account-language-what = 您的语言
account-language-browser = 与浏览器相同
account-records = 我的健康档案
account-records-what = 您的健康档案
account-records-count = { $count } 份健康档案
account-sessions = 已登录的浏览器
account-sessions-what = 已登录的浏览器
account-sessions-count = { $count } 个浏览器
account-history = 历史记录
account-history-what = 您账号的历史记录
account-history-is = 登录和修改
account-data-heading = 我的数据
account-export-link = 查看和下载我的数据
account-delete-link = 删除我的账号
browser-on = { $system } 上的 { $browser }
browser-unknown = 我们不认识的浏览器
browser-unknown-on = { $system } 上的浏览器
notice-name-changed = 您的姓名已修改。
notice-email-changed = 您的邮箱地址已修改。请用新地址登录。
notice-language-changed = 语言设置已修改。
notice-password-changed = 您的密码已修改。您在其他地方都已退出登录。
notice-session-ended = 那个浏览器已退出登录。
notice-sessions-ended = 您在其他地方都已退出登录。
notice-record-renamed = 健康档案已改用新名称。
notice-record-deleted = 健康档案已删除。
notice-code-sent = 我们给您发了新的验证码。旧的不能用了。

# The account: name, address, language, password
account-name-heading = 修改您的姓名
account-name-hint = 您连接的应用能看到它。
account-name-button = 保存
account-email-heading = 修改您的邮箱地址
account-email-present = 您现在的地址：{ $email }
account-email-none = 您是用其他网站的账号登录的，所以这里没有可以修改的邮箱地址。
account-email-label = 新的邮箱地址
account-email-hint = 我们会往新地址发一个验证码。您输入验证码后，地址就改好了。
account-email-hint-now = 以后您就用它登录。
account-email-undo = 我们也会往旧地址发邮件。{ $days } 天之内，可以通过那封邮件改回来。
account-email-button = 修改地址
account-email-code-heading = 请查看您的邮箱
account-email-code-back = 换一个地址
account-email-code-sent = 我们往 { $email } 发了一个验证码。
account-email-code-label = 邮件里的验证码
account-email-code-hint = 6 位数字，{ $minutes } 分钟内有效。
account-email-code-button = 确认
account-email-code-none = 没收到邮件？
account-email-code-spam = 邮件可能要等几分钟。也请看看垃圾邮件文件夹。
account-email-code-resend = 发送新的验证码
account-language-heading = 选择您的语言
account-language-hint = 您在哪台设备上登录，都用这种语言。我们的邮件也用它。
account-language-button = 保存
account-password-heading = 修改您的密码
account-password-ends = 修改后，您在这里保持登录，在其他地方都会退出登录。
account-password-none = 您是用其他网站的账号登录的，所以这里没有可以修改的密码。
account-password-label = 新密码
account-password-button = 修改密码
current-password-label = 您现在的密码
problem-current-password = 这不是您现在的密码。请重新输入。
problem-current-password-empty = 请输入您的密码
problem-email-same = 这就是您现在的地址。请输入另一个。
problem-email-not-free = 这个地址不能用。请输入另一个。
problem-email-too-many = 您已经要了很多次验证码。请等一小时再试。
problem-email-code-over = 这个验证码不能用了。请重新获取一个。
problem-language-none = 请选择一种语言

# The account: sign-ins and history
account-sessions-heading = 已登录的浏览器
account-sessions-text = 如果有您不认识的，请让它退出登录。
account-session-this = 就是这个
account-session-since = 登录时间：{ $date }
account-session-seen = 上次使用：{ $date }
account-session-kept = 在这里保持登录到：{ $date }
account-session-end = 退出登录
account-sessions-others = 在其他地方都退出登录
account-sessions-strange = 觉得哪里不对？
account-sessions-password = 修改您的密码
account-history-heading = 您账号的历史记录
account-history-none = 还没有任何记录。
account-history-caption = 最新的在最前面。记录会保留 { $months } 个月。
account-history-pages = 翻页
account-history-newer = 较新的
account-history-older = 较早的
account-history-strange = 其中有不是您本人做的吗？
account-event-signed-in = 您登录了
account-event-sign-in-failed = 有人输错了密码
account-event-times = { $count } 次
account-event-name = 您的姓名已修改
account-event-email = 您的邮箱地址已修改
account-event-email-restored = 已改回您的旧邮箱地址
account-event-language = 语言设置已修改
account-event-provider-added = 您添加了一种登录方式
account-event-provider-removed = 您移除了一种登录方式
account-event-password = 您的密码已修改
account-event-recovered = 您通过邮件设置了新密码
account-event-passkey-added = 添加了一个通行密钥
account-event-passkey-removed = 移除了一个通行密钥
account-event-session = 您让另一个浏览器退出了登录
account-event-others = 您在其他地方都退出了登录
account-event-all = 通过邮件，让所有人退出了登录
account-event-connected = 您连接了一个应用
account-event-disconnected = 您断开了一个应用的连接
account-event-given-up = 一个应用结束了连接
account-event-record-renamed = 一份健康档案改了名称
account-event-record-deleted = 您删除了一份健康档案
account-event-exported = 您下载了自己的数据

# The account: records
account-records-heading = 我的健康档案
account-records-back = 我的健康档案
account-records-none = 您还没有健康档案。连接应用时会创建一份。
account-records-text = 没有连接任何应用的健康档案，可以删除。
account-record-unconnected = 没有连接应用
account-record-connected = 已连接 { $count } 个应用
account-record-rename = 改名
account-record-delete = 删除
account-record-see = 查看连接
account-record-name-heading = 给“{ $record }”改名
account-record-name-label = 新名称
account-record-delete-heading = 要删除“{ $record }”吗？
account-record-delete-what = 这里的健康档案和它的历史记录都会被删除。
account-record-delete-final = 删除后不能恢复。
account-record-delete-button = 是，删除
account-record-delete-cancel = 不，保留
problem-record-name-empty = 请输入健康档案的名称

# The account: data and deleting
account-export-heading = 我的数据
account-export-text = 这是我们保存的与您有关的信息。文件里包含全部内容，其他程序也能读取。
account-export-apps = 您连接的应用
account-export-apps-more = 包括您允许了什么、从什么时候开始、发生过什么
account-export-mails = 与您账号有关的邮件
account-export-mails-more = 只有发送的时间和原因。我们不保留邮件的内容。
account-export-none = 没有
account-export-lines = { $count } 行
account-export-mails-count = { $count } 封邮件
account-export-secrets = 文件里没有您的密码。我们保存的密码，谁都读不出来。
account-export-button = 下载我的数据
account-delete-heading = 要删除您的账号吗？
account-delete-what = 如果删除：
account-delete-app = “{ $app }”会断开连接，并收到我们的通知。
account-delete-record = 健康档案“{ $record }”会被删除。
account-delete-all = 您的姓名、邮箱地址、密码和历史记录都会被删除。
account-delete-copies = 诊所已经得到的资料，会继续留在诊所。
account-delete-codes = 诊所为您的连接码填写的内容，会保留到连接码过期为止。
account-delete-final = 删除后不能反悔，谁都无法恢复。
account-delete-export = 想先保存一份吗？
account-delete-label = 请输入您的邮箱地址来确认
account-delete-label-name = 请输入您的姓名来确认
account-delete-button = 永久删除我的账号
account-delete-cancel = 保留我的账号
problem-delete-empty = 请照上面的样子输入
problem-delete-other = 和上面的不一样。请照上面的样子输入。
account-deleted-heading = 您的账号已删除
account-deleted-text = 您的所有应用都已断开连接，也都收到了通知。您在所有地方都已退出登录。
account-deleted-copies = 诊所已经得到的资料，会继续留在诊所。如果有疑问，请问您的诊所。
account-deleted-close = 您可以关闭这个页面了。

# The account: links in mails
not-me-heading = 要在所有地方退出登录吗？
not-me-ends = 所有登录了您账号的人，都会马上退出登录。
not-me-password = 然后请设置新密码。我们会一步步带您做。
not-me-stays = 您的连接不受影响。
not-me-button = 在所有地方退出登录
not-me-was-me = 如果是您本人，可以关闭这个页面。什么都不会改变。
undo-email-heading = 要改回旧地址吗？
undo-email-back = 您账号的邮箱地址会改回 { $email }。
undo-email-button = 改回旧地址
problem-undo-taken = 这个地址现在已用于另一个账号，所以不能改回来。请用这个地址登录，或请诊所帮忙。
link-old-heading = 这个链接不能用了
link-old-text = 链接太旧，或已经用过了。如果您觉得有人在用您的账号，请设置新密码。
link-old-recover = 设置新密码

# Not found, too many requests, stale form
not-found-heading = 找不到这个页面
not-found-what = 如果网址是您输入的，请检查是否正确。如果是粘贴的，请检查是否复制完整。
not-found-next = 如果您有诊所给的连接码，可以在这里输入。
not-found-target = 您打开的链接想找的内容，这里没有。
not-found-target-next = 请在信或邮件里找到连接码，然后在这里输入。
not-found-link = 输入连接码
too-many-requests-heading = 请稍等一下
too-many-requests-what = 短时间内，您所在的网络上尝试的次数太多了。
too-many-requests-wait = 请等 { $duration }，然后再试。
too-many-requests-kept = 您的连接码没有因此锁定，也没有用掉机会。请返回，再提交一次。
stale-form-heading = 这个页面打开的时间太长了
stale-form-what = 我们不能确定这是您本人提交的，所以停了下来。
stale-form-nothing = 什么都没有改变。
stale-form-next = 请返回，刷新页面，再试一次。
problem-form-changed = 您打开这个页面以后，内容有变化。刚才的操作没有生效。请再看一遍。
problem-form-stale = 这个页面打开了一段时间。内容都还在，请再提交一次。

# Faults
try-again-later-heading = 对不起，现在暂时办不了
try-again-later-what = 服务现在很忙，或正在维修。
try-again-later-next = 请过几分钟再试。
try-again-later-kept = 您之前完成的都已保存。您的连接码仍然可以用。

# A step may have been saved, or not
outcome-unknown-heading = 对不起，我们不知道这一步有没有保存
outcome-unknown-next = 请等几分钟，然后返回看看页面，再决定要不要重试。
outcome-unknown-kept = 这一步之前完成的都已保存。

fault-heading = 对不起，出错了
fault-what = 这是我们的错，不是您的错。您之前完成的都已保存。
fault-next = 请返回再试一次。如果还是不行，请联系您的诊所。
fault-reference = 请告诉诊所这个编号：

# Help
help-heading = 使用说明
help-how-heading = 五步完成连接
help-how-code = 输入诊所发给您的连接码。
help-how-question = 回答诊所选的问题。答案是用另一种方式告诉您的，例如在您就诊的时候。
help-how-sign-in = 登录，或创建账号。
help-how-record = 选择要连接谁的健康档案。
help-how-allow = 看看诊所想使用哪些信息，然后同意或不同意。
help-how-stop = 您随时可以在“我的连接”里断开连接。
help-time-heading = 您有多少时间
help-time-code = 从诊所创建那天算起，连接码的有效期是 { $duration }。
help-time-idle = 如果 { $minutes } 分钟没有操作，我们会让您退出登录。重新登录后，就能回到刚才的地方。
help-time-kept = 如果您勾选“保持登录状态”，就会保持登录 { $duration }。
help-time-journey = 您的进度会保留 { $hours } 小时。过了这个时间，请重新输入连接码。
help-kept-heading = 我们保存什么
help-kept-account = 您的姓名、邮箱地址，以及您的健康档案的名称。
help-kept-connections = 您允许了哪些应用、它们可以做什么、什么时候允许的。
help-kept-secrets = 您的密码，但谁都读不出来。您对问题的答案只用来核对，不会保存。
help-cookies-heading = 关于 Cookie
help-cookies-text = 我们用五个 Cookie。没有它们，服务就不能安全运行。第一个记住您已登录。第二个记住您的进度。第三个确认表单是您提交的。第四个让我们认出这个浏览器，这样别人乱猜密码时，您也不会被挡在账号外面。第五个记住您的语言。除此之外没有别的，所以不需要请您同意使用 Cookie。
help-shared-heading = 使用公用电脑时
help-shared-text = 登录时请勾选“这是公用电脑”。您办完以后，我们会让您退出登录。您也可以自己选择“退出登录”。
help-access-heading = 无障碍
help-access-aim = 我们希望每个人都能使用这项服务。我们的目标是达到《网页内容无障碍指南》（WCAG）2.2 的 AA 级。
help-access-works = 您可以用键盘或读屏软件操作，可以把文字放大到 400%，不开 JavaScript 也能用。
help-access-known = 我们知道有一点不容易：您需要知道答案，才能回答诊所的问题。如果您找不到答案，或者输入有困难，诊所可以帮您。

# Mails about accounts
mail-code-lifetime = 验证码的有效期是 { $duration }。只有最新的验证码有效。请不要告诉任何人。
mail-not-you-heading = 不是您本人？
mail-sign-in-link = 登录
mail-recover-link = 设置新密码
mail-create-account-link = 创建账号
mail-confirm-address-subject = 请确认您的邮箱地址
mail-confirm-address-text = 有人（我们想应该是您）把这个邮箱地址用于账号。请在要求输入验证码的页面上，输入这个验证码：
mail-confirm-address-elsewhere-heading = 那个页面已经关了？
mail-confirm-address-elsewhere = 请用这个邮箱地址和您的密码登录。我们会再给您发一个新的验证码。
mail-confirm-address-not-you = 您什么都不用做。没有验证码，谁都不能在这里使用您的地址。
mail-already-registered-subject = 您已经有账号了
mail-already-registered-text = 有人（我们想应该是您）想用这个邮箱地址创建账号。您已经有账号了，所以我们什么都没有改。
mail-already-registered-sign-in = 请用这个邮箱地址和您的密码登录：
mail-already-registered-recover = 如果忘记了密码，可以设置一个新的：
mail-already-registered-not-you = 您什么都不用做。没有人进入您的账号。
mail-recovery-subject = 用来设置新密码的验证码
mail-recovery-text = 有人（我们想应该是您）想为您的账号设置新密码。请在要求输入验证码的页面上，输入这个验证码：
mail-recovery-not-you = 您什么都不用做。您的密码仍然有效，没有人进入您的账号。
mail-no-account-subject = 这个邮箱地址在这里没有密码
mail-no-account-text = 有人（我们想应该是您）想设置新密码。但是这里没有哪个账号同时有这个邮箱地址和密码。
mail-no-account-other = 您可能用的是另一个邮箱地址，请试试那一个。您也可能是用其他网站的账号登录的，那样在这里就不需要密码。
mail-no-account-create = 如果您还没有账号，可以创建一个：
mail-no-account-not-you = 您什么都不用做。没有创建任何账号。
mail-recovered-subject = 您的密码已修改
mail-recovered-text = 有人用我们发到这个邮箱地址的验证码，为您的账号设置了新密码。
mail-recovered-signed-out = 您在所有地方都已退出登录。已经连接的应用不受影响。
mail-recovered-not-you = 那就说明有别人能看到您的邮件。请先修改邮箱的密码，再来这里设置新密码：

# Mails
mail-help-heading = 如果需要帮助
mail-automatic = 这封邮件由电脑自动发出，请不要回复。
mail-test-subject = 测试邮件
mail-test-text = 如果您能看到这封邮件，就说明本网站的邮件能送到。
mail-test-link = 打开网站

# Mails: notices
notice-mail-new-browser = 您的账号有新的登录
notice-mail-new-browser-what = 有人登录了您的账号：{ $browser }，{ $date }。这个浏览器以前没有登录过。
notice-mail-password = 您的密码已修改
notice-mail-password-what = 您账号的密码已修改：{ $date }。
notice-mail-passkey = 添加了一个通行密钥
notice-mail-passkey-what = 您的账号添加了通行密钥“{ $name }”：{ $date }。
notice-mail-provider = 添加了一种登录方式
notice-mail-provider-what = 从现在起，可以用其他网站的一个账号打开您在这里的账号：{ $date }。
notice-mail-connected = “{ $app }”已连接
notice-mail-connected-what = { $organization } 的“{ $app }”连接了您的一份健康档案：{ $date }。
notice-mail-disconnected = “{ $app }”已断开连接
notice-mail-disconnected-what = { $organization } 的“{ $app }”与您的一份健康档案断开了连接：{ $date }。这个应用不能再使用那份健康档案。
notice-mail-given-up = “{ $app }”结束了连接
notice-mail-given-up-what = { $organization } 结束了“{ $app }”与您的一份健康档案的连接：{ $date }。这个应用不能再使用那份健康档案。
notice-mail-given-up-next = 您什么都不用做。如果有疑问，请问 { $organization }。
notice-mail-data-types = “{ $app }”想使用的内容有变化
notice-mail-data-types-what = { $organization } 修改了“{ $app }”想使用的内容。
notice-mail-data-types-kept = 您以前允许的内容不变。除非您允许，这个应用不会得到新的内容。
notice-mail-data-types-next = 您可以在“我的连接”里查看您允许的内容，也可以断开连接。
notice-mail-deleted = 您的账号已删除
notice-mail-deleted-what = 您的账号已删除：{ $date }。所有应用都已断开连接。
notice-mail-deleted-gone = 这是关于账号的最后一封邮件。我们不会保留您的地址。
notice-mail-deleted-not-me = 如果不是您本人删除的，就是有人知道您的密码。如果您在别处也用这个密码，请在那里修改。也请告诉您的诊所。
notice-mail-connections-link = 查看我的连接
notice-mail-was-me = 如果是您本人，什么都不用做。
notice-mail-not-me-heading = 不是您本人？
notice-mail-not-me = 那么请让所有人退出您的账号，再设置新密码。请打开这个页面：
notice-mail-not-me-link = 在所有地方退出登录
mail-email-code-subject = 用来确认新地址的验证码
mail-email-code-text = 您想把这个地址用于您的账号。请在打开的页面上输入这个验证码：
mail-email-code-time = 验证码在 { $minutes } 分钟内有效，只能用一次。
mail-email-code-not-me = 如果不是您本人，什么都不用做。没有验证码，什么都不会改变。
mail-email-taken-subject = 您已经用这个地址创建过账号
mail-email-taken-text = 有人想把这个地址用于另一个账号。但是已经有账号在用这个地址。
mail-email-taken-next = 如果是您本人，请用这个地址登录。
mail-email-taken-link = 登录
mail-email-changed-subject = 您的邮箱地址已修改
mail-email-changed-text = 您的账号有了新的邮箱地址：{ $date }。现在请用新地址登录。我们以后不再往这个地址发邮件。
mail-email-changed-was-me = 如果是您本人，什么都不用做。
mail-email-changed-undo = 您可以改回这个地址，最晚到：{ $date }。改回时，所有人都会退出登录。请打开这个页面：
mail-email-changed-link = 改回这个地址

# Invitation, as a mail
invitation-subject = { $organization } 给您的邀请
reminder-subject = { $organization } 给您的提醒
reminder-text = 我们以前联系过您，您的连接码还没有用过。如果您不想连接，什么都不用做。
invitation-link = 打开您的邀请
invitation-answer = 您会看到一个问题。{ $organization } 会用另一种方式告诉您答案。答案不在这封邮件里。
invitation-unexpected-heading = 如果您没想到会收到这个
invitation-unexpected = 请打开链接，选择“{ $report }”。连接码就会停用，我们也会告诉 { $organization }。
invitation-links = 我们的链接开头总是：{ $host }
invitation-sender = 我们的邮件总是来自：{ $sender }
invitation-keep = 请不要把这封邮件给别人看。连接码只给您一个人用。

# Letter
letter-subject = 把“{ $app }”连接到您的健康档案
letter-why = { $organization } 想把应用“{ $app }”连接到您的健康档案。
letter-you-decide = 由您决定。您不同意，就不会共享任何信息。
letter-open = 请打开这个链接：
letter-type = 或者打开 { $address }，输入这个连接码：
letter-answer = 您会看到一个问题。{ $organization } 会用另一种方式告诉您答案。答案不在这封信里。
letter-chances = 您有 { $count } 次机会回答，请慢慢来，不用着急。
letter-then = 然后登录或创建账号，选择一份健康档案，再决定同意还是不同意。
letter-until = 请在 { $date }之前使用您的连接码。
letter-keep = 请不要把这封信给别人看。连接码只给您一个人用。
letter-help = 如果需要帮助：

# Passkeys
account-passkeys = 通行密钥
account-passkeys-what = 您的通行密钥
account-passkeys-count = { $count } 个通行密钥
account-passkeys-heading = 我的通行密钥
account-passkeys-text = 有了通行密钥，您可以刷脸、按指纹，或用手机、电脑的锁屏密码来登录。不用另外记密码，别人也猜不到。
account-passkeys-password = 您的其他登录方式仍然可以用。
account-passkeys-none = 您还没有通行密钥。
account-passkeys-no-script = 浏览器打开 JavaScript 后，才能在这个页面添加通行密钥。没有通行密钥也没关系，您一样可以登录。
account-passkeys-unsupported = 这个浏览器不能用通行密钥。没有通行密钥也没关系，您一样可以登录。
account-passkeys-add-heading = 添加通行密钥
account-passkeys-prove = 添加之前，请再输入一次您的密码。
account-passkeys-name-label = 通行密钥的名称
account-passkeys-name-hint = 方便您以后认出它，例如“我的手机”
account-passkeys-button = 添加通行密钥
account-passkeys-added = 添加时间：{ $date }
account-passkeys-used = 上次使用：{ $date }
account-passkeys-never = 还没有用过
account-passkeys-remove = 移除
account-passkeys-remove-what = 通行密钥“{ $name }”
notice-passkey-added = 通行密钥已添加。下次登录时就可以用。
notice-passkey-removed = 通行密钥已移除。以后不能再用它登录。
problem-passkey-name-empty = 请输入通行密钥的名称
problem-passkey-name-long = 名称最多 { $max } 个字符。请写短一些。
problem-passkey-cancelled = 没有添加通行密钥。可能是您取消了，或时间太长了。您想添加时，可以再试。
problem-passkey-known = 这部手机或这台电脑里已经有这个账号的通行密钥了。
problem-passkey-refused = 没能添加这个通行密钥。请再试一次，或换一个。
problem-passkey-too-many = 您已有 { $max } 个通行密钥。请先移除一个，再添加新的。
sign-in-passkey-button = 用通行密钥登录
problem-passkey-sign-in = 这个通行密钥在这里不能用。请换一个试试，或用邮箱地址和密码登录。
success-passkey-heading = 下次登录更快
success-passkey-text = 有了通行密钥，您可以刷脸、按指纹，或用手机的锁屏密码来登录。不用再怕忘记密码。
success-passkey-link = 添加通行密钥

# The letter on paper
letter-scan = 用手机扫描这个二维码：
letter-picture = 二维码。用手机扫描，就能打开链接。
letter-short-address = 或者打开 { $address }，输入这个连接码：
letter-spelled = 连接码的每一个字母
