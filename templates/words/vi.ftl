# What patients read, in Vietnamese. Keys are in the order of the English file.
# Plain words, short sentences, curly quotes, no blame. Say what happened, then what to do.
# Words: code = mã, question = câu hỏi, answer = câu trả lời, chance = lần trả lời, record = hồ sơ (sức khỏe),
# connect = kết nối, disconnect = ngắt kết nối, allow = cho phép, app = ứng dụng, clinic = phòng khám,
# account = tài khoản, passkey = khóa truy cập, sign in = đăng nhập, sign out = đăng xuất, letter = thư, mail = email,
# link = đường dẫn. The patient is “quý vị”. Vietnamese has one plural form, so no message chooses by number.
# This language
language-name = Tiếng Việt
language-dir = ltr

# Every page
service-name = Patient Connect
the-clinic = phòng khám
skip-to-main = Đến phần nội dung chính
title-error = Lỗi:
summary-heading = Có chỗ cần xem lại
sandbox-ribbon = Trang thử nghiệm: mọi thứ ở đây đều không có thật
brand-through = qua Patient Connect
brand-hours = Giờ làm việc:
brand-privacy = Quyền riêng tư
brand-accessibility = Trợ năng
brand-imprint = Đơn vị chịu trách nhiệm
account-nav = Tài khoản của quý vị
connections-link = Các kết nối của quý vị
sign-out = Đăng xuất
foot-help-heading = Quý vị cần giúp?
# Whom to call, and the way back
contact-phone = Điện thoại
contact-email = Email
contact-hours = Giờ mở cửa
contact-address = Địa chỉ
help-link = Cách sử dụng
language-form = Ngôn ngữ
continue = Tiếp tục
back = Quay lại
step-caption = Bước { $step } trong { $steps } bước
connecting = Quý vị đang kết nối:

# Dates and lengths of time
duration-seconds = { $count } giây
duration-minutes = { $count } phút
duration-hours = { $count } giờ
duration-days = { $count } ngày
duration-weeks = { $count } tuần

# Notices
notice-signed-out = Quý vị đã đăng xuất.
notice-signed-in-again = Quý vị đã được đăng xuất vì trang không có hoạt động nào trong { $minutes } phút. Hãy đăng nhập lại để tiếp tục từ chỗ đang làm.
notice-disconnected = Đã ngắt kết nối { $app }. Ứng dụng này không còn được dùng hồ sơ này nữa.

# Code
code-heading = Nhập mã mà phòng khám gửi cho quý vị
code-hint = Mã nằm trong thư hoặc email của quý vị: 20 chữ cái chia thành 5 nhóm, ví dụ
code-hint-typing = Gõ chữ thường cũng được. Có hay không có dấu cách và dấu gạch nối đều được.
code-next-heading = Các bước tiếp theo
code-next-question = Quý vị trả lời một câu hỏi do phòng khám chọn.
code-next-sign-in = Quý vị đăng nhập hoặc tạo tài khoản.
code-next-allow = Quý vị xem phòng khám xin phép điều gì, rồi đồng ý hoặc từ chối.
code-next-safe = Việc này mất khoảng 5 phút. Chưa có thông tin nào được chia sẻ nếu quý vị chưa đồng ý.
code-none-summary = Tôi không có mã
code-none-text = Mã do phòng khám cấp. Hãy gọi điện hoặc viết cho phòng khám để xin mã. Không có cách nào khác để có mã.
problem-identity-code-empty = Xin nhập mã của quý vị
problem-identity-code-length = Mã có 20 chữ cái. Quý vị đã nhập { $letters } chữ. Xin so lại với thư.
problem-identity-code-letter = Mã không bao giờ có chữ “{ $letter }”. Xin so lại nhóm { $group } với thư.
problem-identity-code-group = Mỗi nhóm có 4 chữ cái. Nhóm { $group } đang có { $letters } chữ. Xin so lại với thư.
problem-identity-code-slip = Có một chữ chưa đúng, hoặc hai chữ bị đổi chỗ cho nhau. Xin so lại từng nhóm với thư.
problem-identity-code-unknown = Chúng tôi không tìm thấy mã này. Xin so lại với thư. Nếu mã giống hệt trong thư, hãy xin phòng khám một mã mới.
problem-identity-code-link = Mã trong đường dẫn bị thiếu. Xin nhập mã trong thư hoặc email của quý vị.
problem-identity-code-too-long = Nội dung này quá dài. Xin chỉ nhập mã: 20 chữ cái chia thành 5 nhóm.

# Question
question-asks = Câu hỏi dành cho quý vị từ
question-by = của { $organization }
question-hint = Chữ hoa hay chữ thường đều được. Dấu cách thì phải đúng.
question-chances = Quý vị có { $left } lần trả lời.
question-chances-left = Quý vị còn { $left } lần trả lời.
question-check = Xin xem lại chính tả và dấu cách.
question-last-chance = Nếu câu trả lời này chưa đúng, mã của quý vị sẽ bị khóa. Chỉ { $organization } mới mở khóa được. Nếu không chắc, xin hỏi họ trước.
question-unknown-summary = Tôi không biết câu trả lời
question-unknown-text = { $organization } đã chọn câu trả lời cùng với câu hỏi này. Xin liên lạc với họ để hỏi:
question-unknown-free = Hỏi thì không mất lần trả lời nào. Khi quý vị quay lại, mã vẫn dùng được.
question-other-code = Dùng mã khác
question-report = Tôi không biết về việc này
problem-answer-empty = Xin nhập câu trả lời của quý vị
problem-answer-wrong = Câu trả lời này chưa đúng. Quý vị còn { $left } lần trả lời.
problem-answer-too-long = Câu trả lời này quá dài. Xin chỉ nhập câu trả lời mà phòng khám đã cho quý vị.

# Locked, expired and withdrawn codes
refusal-contact-heading = Liên lạc với ai
refusal-ask-heading = Cần nói gì
refusal-have-code = Tôi có mã mới
locked-heading = Mã của quý vị đã bị khóa
locked-what = Đã có quá nhiều lần trả lời chưa đúng. Chúng tôi khóa mã để giữ an toàn cho thông tin của quý vị.
locked-nothing = Không có thông tin nào được chia sẻ với { $organization }.
locked-nothing-new = Không có thêm thông tin nào được chia sẻ với { $organization }.
locked-before = Những kết nối mà quý vị đã cho phép bằng mã này trước đây vẫn còn.
locked-before-link = Xem các kết nối của quý vị
locked-ask = Hãy nói: “Mã của tôi bị khóa. Xin mở khóa giúp tôi.” Thư mà quý vị đang có vẫn dùng được. Hãy hỏi luôn câu trả lời cho câu hỏi của quý vị.
expired-heading = Mã của quý vị đã hết hạn
expired-what = Mỗi mã dùng được trong { $duration }. Mã của quý vị đã quá thời gian đó. Nhiều người cũng gặp việc này.
expired-nothing = Không có thông tin nào được chia sẻ với { $organization }.
expired-ask = Hãy nói: “Mã của tôi đã hết hạn. Xin gửi cho tôi mã mới.”
withdrawn-heading = Mã của quý vị không còn dùng nữa
withdrawn-what = { $organization } đã thu hồi mã này. Có thể quý vị đã nhận được một mã mới hơn.
withdrawn-nothing = Không có thông tin nào được chia sẻ qua mã này.
withdrawn-ask = Trước hết, hãy tìm xem có thư hoặc email nào mới hơn không. Nếu không có, hãy xin phòng khám một mã mới.

# I did not expect this
report-heading = Quý vị không biết về việc này?
report-what = Nếu không hiểu vì sao { $organization } gửi mã cho mình, quý vị có thể báo cho chúng tôi. Khi quý vị báo:
report-stops = Mã ngừng hoạt động ngay, với tất cả mọi người.
report-told = { $organization } được báo là quý vị không biết về việc này. Họ không được biết thêm điều gì khác.
report-undo = Nếu đây là nhầm lẫn, { $organization } có thể cho mã hoạt động trở lại.
report-button = Báo và ngừng mã này
report-cancel = Quay lại

# The code is frozen
frozen-heading = Mã này đã ngừng hoạt động
frozen-what = Có người đang giữ mã này báo cho chúng tôi là không biết về việc này. Vì vậy chúng tôi đã ngừng mã, và { $organization } đã được báo tin.
frozen-ask = Hãy nói: “Tôi muốn dùng mã của tôi. Xin mở khóa giúp tôi.” Khi mã được mở khóa, thư của quý vị lại dùng được.

# Sign in and create an account
sign-in-heading = Đăng nhập
sign-in-why-journey = Quý vị đã trả lời đúng. Bây giờ hãy đăng nhập, để chỉ một mình quý vị kết nối được hồ sơ của mình.
sign-in-why = Xem những gì đang kết nối với hồ sơ của quý vị, và ngắt kết nối nếu muốn.
sign-in-button = Đăng nhập
sign-in-new-heading = Quý vị mới dùng lần đầu?
sign-in-new-text = Quý vị cần một tài khoản miễn phí để kết nối hồ sơ. Việc này mất một phút.
sign-in-new-link = Tạo tài khoản
create-account-heading = Tạo tài khoản
create-account-have = Quý vị đã có tài khoản?
create-account-sign-in = Đăng nhập
create-account-button = Tạo tài khoản
name-label = Tên của quý vị
name-hint = Viết đúng như quý vị muốn chúng tôi ghi
email-label = Địa chỉ email
email-hint = Quý vị dùng địa chỉ này để đăng nhập
password-label = Mật khẩu
new-password-label = Chọn mật khẩu
new-password-hint = Ít nhất 12 ký tự. Một cách hay là ghép bốn từ bất kỳ.
password-show = Hiện
password-hide = Ẩn
password-show-label = Hiện mật khẩu
password-hide-label = Ẩn mật khẩu
problem-sign-in = Không có tài khoản nào khớp với địa chỉ email và mật khẩu này. Xin xem lại cả hai, hoặc tạo tài khoản.
problem-email-empty = Xin nhập địa chỉ email
problem-email-invalid = Xin nhập địa chỉ email theo dạng ten@example.com
problem-email-taken = Chúng tôi không tạo được tài khoản với những thông tin này. Nếu đã có tài khoản, xin đăng nhập.
problem-password-empty = Xin nhập mật khẩu
problem-password-short = Mật khẩu cần có ít nhất { $min } ký tự. Một cách hay là ghép bốn từ bất kỳ.
problem-password-common = Mật khẩu này nằm trong một danh sách mật khẩu bị đánh cắp mà ai cũng đọc được. Xin chọn mật khẩu khác. Một cách hay là ghép bốn từ bất kỳ.
problem-password-weak = Mật khẩu này dễ đoán. Xin thử ghép bốn từ bất kỳ.
problem-password-long = Mật khẩu chỉ được dài tối đa { $max } ký tự. Xin chọn mật khẩu ngắn hơn.
problem-name-empty = Xin nhập tên của quý vị
problem-name-long = Tên chỉ được dài tối đa { $max } ký tự. Xin nhập tên ngắn hơn.

# Codes from emails: a new account, and a forgotten password
sign-in-recover = Quên mật khẩu?
sign-in-no-recovery = Hãy giữ mật khẩu cẩn thận. Dịch vụ này không gửi được email, nên nếu quý vị quên mật khẩu thì không ai giúp được.
create-account-no-mail = Dịch vụ này không gửi được email. Chúng tôi không kiểm tra xem địa chỉ có phải của quý vị không. Nếu quý vị quên mật khẩu thì không ai giúp được.
email-hint-code = Chúng tôi sẽ gửi mã đến địa chỉ này. Quý vị cũng dùng địa chỉ này để đăng nhập.
email-code-label = Mã trong email
email-code-hint = Mã có { $digits } chữ số và dùng được trong { $duration }. Có dấu cách cũng được.
email-code-no-code = Email không có mã? Khi đó email sẽ chỉ quý vị cách làm.
email-code-expired = Mã mà chúng tôi đã gửi không còn dùng được vì đã quá lâu. Hãy xin mã mới ở bên dưới.
email-code-spent = Mã mà chúng tôi đã gửi không còn dùng được vì đã nhập sai quá nhiều lần. Hãy xin mã mới ở bên dưới.
email-code-none-heading = Chưa nhận được email?
email-code-none-text = Có thể phải chờ vài phút. Xin xem cả trong mục thư rác.
email-code-resend = Gửi mã mới
verify-email-heading = Xin mở email của quý vị
verify-email-sent = Chúng tôi đã gửi email đến { $email }. Hãy nhập mã trong email đó vào đây, để chúng tôi biết địa chỉ này là của quý vị.
verify-email-device = Quý vị có thể đọc email trên điện thoại hoặc máy tính khác. Xin cứ để trang này mở.
verify-email-again-text = Địa chỉ chưa đúng?
verify-email-again = Nhập lại thông tin của quý vị
recover-heading = Chọn mật khẩu mới
recover-text = Hãy nhập địa chỉ email của tài khoản. Chúng tôi sẽ gửi mã đến địa chỉ đó. Có mã, quý vị sẽ chọn được mật khẩu mới.
recover-keeps = Những gì quý vị đã kết nối vẫn được giữ nguyên.
recover-back = Về trang “Đăng nhập”
recover-code-heading = Nhập mã trong email của quý vị
recover-code-sent = Chúng tôi đã gửi email đến { $email }.
recover-code-again-text = Địa chỉ chưa đúng?
recover-code-again = Nhập địa chỉ khác
recover-password-heading = Mật khẩu mới của quý vị
recover-password-text = Mã của quý vị đúng rồi. Sau khi có mật khẩu mới, quý vị sẽ được đăng xuất ở mọi nơi. Khi đó hãy đăng nhập bằng mật khẩu mới.
recover-password-button = Lưu mật khẩu mới
notice-recovered = Quý vị đã có mật khẩu mới. Hãy đăng nhập bằng mật khẩu này.
notice-has-account = Quý vị đã có tài khoản với địa chỉ này. Hãy đăng nhập, hoặc chọn mật khẩu mới.
notice-email-sent-again = Chúng tôi đã gửi một email khác. Chỉ mã mới nhất mới dùng được.
problem-email-code-empty = Xin nhập mã trong email
problem-email-code-digits = Mã chỉ có chữ số. Xin so lại với email.
problem-email-code-length = Mã có { $digits } chữ số. Xin so lại với email.
problem-email-code-wrong = Mã này chưa đúng. Xin dùng email mới nhất. Quý vị còn thử được { $left } lần nữa.
problem-email-code-expired = Mã này không còn dùng được vì đã quá lâu. Hãy xin mã mới ở bên dưới.
problem-email-code-spent = Mã này không còn dùng được vì đã nhập sai quá nhiều lần. Hãy xin mã mới ở bên dưới.
problem-email-code-too-often = Chúng tôi đã gửi { $count } email rồi. Xin tìm email mới nhất, hoặc làm lại từ đầu.

# How long to stay signed in, below sign in and create an account
stay-keep = Duy trì đăng nhập
stay-keep-hint = Trong { $duration }, kể cả khi quý vị đóng trình duyệt. Xin đừng đánh dấu ô này nếu người khác cũng dùng máy này.
stay-shared = Đây là máy tính dùng chung
stay-shared-hint = Ví dụ ở thư viện. Chúng tôi sẽ đăng xuất cho quý vị khi làm xong.
stay-ended = Quý vị đã cho biết đây là máy tính dùng chung. Vì vậy quý vị đã được đăng xuất, và không ai khác mở được trang này.

# Too many tries at signing in to one account
too-many-sign-ins-what = Đã có quá nhiều lần thử đăng nhập bằng địa chỉ email này. Có thể là do người khác thử.
too-many-sign-ins-known = Quý vị có điện thoại hoặc máy tính nào đã từng đăng nhập không? Quý vị có thể đăng nhập ngay trên máy đó.

# Providers: signing in with an account from elsewhere
other-ways-heading = Cách đăng nhập khác
other-ways-text = Quý vị có tài khoản ở một dịch vụ khác dùng được tại đây? Nếu có, quý vị không cần mật khẩu của chúng tôi. Trong lần đầu, chúng tôi sẽ tạo tài khoản cho quý vị.
other-ways-button = Đăng nhập bằng { $provider }
provider-nameless = Người mới
provider-nothing = Không có gì thay đổi, và không có thông tin nào được chia sẻ.
provider-back-to-sign-in = Về trang đăng nhập
provider-back-to-account = Về trang “Cách đăng nhập”
provider-away-heading = { $provider } không trả lời
provider-away-what = Hiện chúng tôi không liên lạc được với { $provider }. Có thể bên đó đang bận hoặc đang sửa chữa.
provider-away-next = Xin thử lại sau vài phút, hoặc chọn cách đăng nhập khác.
provider-refused-heading = Chúng tôi không đăng nhập được cho quý vị bằng { $provider }
provider-refused-what = Thông tin mà { $provider } gửi cho chúng tôi không đúng. Chúng tôi đã dừng lại để giữ an toàn cho quý vị.
provider-refused-next = Hãy quay lại và thử thêm một lần. Nếu vẫn như vậy, hãy chọn cách đăng nhập khác.
provider-cancelled-heading = Quý vị chưa đăng nhập bằng { $provider }
provider-cancelled-what = Quý vị đã dừng lại, hoặc { $provider } không cho vào. Không sao cả.
provider-cancelled-next = Quý vị có thể thử lại, hoặc chọn cách đăng nhập khác.
provider-over-heading = Lần đăng nhập này không còn dùng được
provider-over-what = Đã quá lâu, hoặc quý vị đã bắt đầu ở một cửa sổ khác, hoặc trang này được mở hai lần.
provider-over-next = Hãy quay lại và bắt đầu lại. Với { $provider }, lần thứ hai thường nhanh hơn.
provider-known-heading = Có thể quý vị đã có tài khoản
provider-known-what = { $provider } cho chúng tôi biết địa chỉ email của quý vị. Ở đây đã có một tài khoản dùng đúng địa chỉ này. Để giữ an toàn cho hồ sơ, chúng tôi không bao giờ gộp tài khoản chỉ vì trùng địa chỉ.
provider-known-next = Nếu đó là tài khoản của quý vị, trước hết hãy đăng nhập bằng mật khẩu. Sau đó mở “Cách đăng nhập” trong tài khoản và thêm { $provider }.
provider-known-other-heading = Tài khoản đó không phải của quý vị?
provider-known-other-text = Nếu không phải, quý vị có thể tạo một tài khoản riêng. Lúc đầu tài khoản này chưa có gì.
provider-known-other-button = Tạo tài khoản mới
provider-taken-heading = Tài khoản này đã gắn với một tài khoản khác
provider-taken-what = Tài khoản { $provider } mà quý vị vừa dùng là để đăng nhập vào một tài khoản khác ở đây.
provider-taken-next = Nếu cả hai tài khoản đều là của quý vị, hãy đăng xuất rồi đăng nhập bằng { $provider } để xem tài khoản kia.
ways-heading = Cách đăng nhập
ways-text = Quý vị có thể đăng nhập bằng tài khoản có sẵn ở một dịch vụ khác. Cách này mở ra đúng tài khoản này, với cùng các hồ sơ.
way-added = Quý vị đăng nhập được bằng { $provider }.
way-not-added = Quý vị chưa đăng nhập bằng { $provider }.
way-only = Đây là cách đăng nhập duy nhất của quý vị, nên không bỏ được.
way-add = Thêm { $provider }
way-remove = Bỏ { $provider }
notice-provider-added = Đã xong. Lần sau quý vị có thể đăng nhập bằng cách này.
notice-provider-removed = Đã xong. Quý vị không còn đăng nhập bằng cách này nữa.
problem-provider-last = Đây là cách đăng nhập duy nhất của quý vị, nên không bỏ được.

# Record
record-heading = Quý vị muốn kết nối hồ sơ sức khỏe của ai?
record-hint = Hãy chọn một hồ sơ. Quý vị có thể xem lại mọi thứ trước khi đồng ý.
record-used-before = Lần trước quý vị đã chọn hồ sơ này
record-connected = Đang kết nối với { $app }
record-new = Hồ sơ mới
record-new-note = Dành cho người chưa có trong danh sách này
record-new-name-label = Tên của hồ sơ mới
record-new-name-hint = Đây là hồ sơ của ai, ví dụ: An
record-signed-in-as = Quý vị đang đăng nhập với tên { $person }.
record-not-you = Không phải quý vị? Đăng xuất
problem-record-none = Xin chọn quý vị muốn kết nối hồ sơ của ai
problem-record-unknown = Hồ sơ đó không thuộc tài khoản của quý vị. Xin chọn một hồ sơ trong danh sách.
problem-new-record-name-empty = Xin nhập tên cho hồ sơ mới
problem-new-record-name-long = Tên chỉ được dài tối đa { $max } ký tự. Xin nhập tên ngắn hơn.

# Authorize
authorize-heading = Quý vị có cho phép { $app } dùng hồ sơ này không?
authorize-who = Ai đang xin phép
authorize-by = của { $organization }
authorize-record = Hồ sơ
authorize-record-new = Mới: chúng tôi sẽ tạo khi quý vị cho phép
authorize-no-rules = { $app } muốn được kết nối. Ứng dụng này không xin xem hay sửa điều gì trong hồ sơ.
authorize-names = { $app } cũng sẽ biết tên của quý vị và tên của hồ sơ này.
authorize-required = Ứng dụng cần những gì
authorize-optional = Quý vị có thể cho phép thêm
authorize-optional-hint = Chỉ đánh dấu những gì quý vị muốn. Không có những điều này, ứng dụng vẫn hoạt động.
authorize-stays-heading = { $app } đã kết nối với:
authorize-stays-text = Kết nối đó vẫn giữ nguyên. Nếu lần trước quý vị chọn nhầm hồ sơ, hãy ngắt kết nối trong “Các kết nối của quý vị”.
authorize-mind-heading = Quý vị có thể đổi ý
authorize-mind-text = Kết nối này kéo dài cho đến khi quý vị dừng lại. Quý vị có thể dừng bất cứ lúc nào: mở “Các kết nối của quý vị” rồi chọn “Ngắt kết nối”.
authorize-allow = Cho phép { $app }
authorize-decline = Không cho phép
# What an app may do, as one sentence
# $access is a list of the four words above, such as “thêm và xem”; $types a list of kinds of information, such as
# “lần khám bệnh và kế hoạch chăm sóc”. $types always stands behind a colon.
rule-may = Ứng dụng được phép { $access } những thông tin sau đây của quý vị: { $types }.
rule-may-only = Ứng dụng được phép { $access } thông tin này.
rule-about = Thông tin liên quan của quý vị: { $types }.
access-create = thêm
access-read = xem
access-update = sửa
access-delete = xóa
problem-decision-none = Xin chọn cho phép hoặc không cho phép
problem-rule-unknown = Chúng tôi không đọc được các lựa chọn của quý vị. Xin đánh dấu lại.

# Kinds of information, as they stand in that sentence
data-type-adverse-events = phản ứng xấu do điều trị
data-type-allergies = dị ứng
data-type-appointments = lịch hẹn
data-type-asthma = ghi chép về hen suyễn và thuốc hít
data-type-blood-glucose = chỉ số đường huyết
data-type-blood-oxygen = chỉ số oxy trong máu
data-type-blood-pressure = chỉ số huyết áp
data-type-body-measurements = số đo cơ thể
data-type-bills = hóa đơn
data-type-care-plans = kế hoạch chăm sóc
data-type-care-team = người trong nhóm chăm sóc
data-type-cholesterol = chỉ số cholesterol
data-type-conditions = bệnh và vấn đề sức khỏe
data-type-consents = giấy đồng ý
data-type-contacts = người liên lạc
data-type-devices = thiết bị y tế
data-type-diabetes = ghi chép về bệnh tiểu đường
data-type-diagnostic-reports = phiếu kết quả chẩn đoán
data-type-diet = ghi chép về bữa ăn và chế độ ăn
data-type-discharge-summaries = giấy xuất viện
data-type-documents = tài liệu
data-type-emergency-contacts = người liên lạc khi khẩn cấp
data-type-encounters = lần khám bệnh
data-type-exercise = ghi chép về tập thể dục
data-type-family-history = bệnh trong gia đình
data-type-files = tập tin
data-type-genetic-results = kết quả xét nghiệm gen
data-type-goals = mục tiêu sức khỏe
data-type-health-journal = nhật ký sức khỏe
data-type-heart = kết quả khám tim
data-type-heart-rate = chỉ số nhịp tim
data-type-height = số đo chiều cao
data-type-images = hình ảnh
data-type-imaging-studies = hình chụp như X-quang, CT hoặc MRI
data-type-immunizations = mũi tiêm ngừa
data-type-insulin = mũi tiêm insulin
data-type-insurance = gói bảo hiểm
data-type-lab-results = kết quả xét nghiệm
data-type-living-wills = di chúc sống về việc điều trị
data-type-lung-function = kết quả đo chức năng phổi
data-type-medication-dispenses = thuốc đã nhận ở nhà thuốc
data-type-medication-requests = toa thuốc
data-type-medications = thuốc
data-type-messages = tin nhắn
data-type-moods = ghi chép về tâm trạng
data-type-notes = ghi chú
data-type-observations = số đo và kết quả khám
data-type-orders = yêu cầu xét nghiệm và điều trị
data-type-peak-flow = chỉ số lưu lượng đỉnh khi thở ra
data-type-personal-details = thông tin cá nhân như tên và ngày sinh
data-type-pregnancies = lần mang thai
data-type-procedures = lần mổ và điều trị
data-type-questionnaire-answers = câu trả lời trong bảng câu hỏi
data-type-questionnaires = bảng câu hỏi
data-type-relatives = người thân và người chăm sóc
data-type-risk-assessments = đánh giá nguy cơ
data-type-sleep = ghi chép về giấc ngủ
data-type-specimens = mẫu xét nghiệm như mẫu máu
data-type-vision-prescriptions = toa kính đeo mắt và kính áp tròng
data-type-vital-signs = dấu hiệu sinh tồn như mạch và nhiệt độ
data-type-warnings = cảnh báo cho nhân viên y tế
data-type-weight = số đo cân nặng
data-type-menstruation = ghi chép về kinh nguyệt

# Success
success-heading = { $app } đã được kết nối
success-record = Bây giờ ứng dụng được dùng hồ sơ “{ $record }”.
success-says = Lời nhắn của { $organization }:
success-next-heading = Việc tiếp theo
success-next-app = { $organization } sẽ được báo là quý vị đã kết nối. Quý vị không cần làm gì thêm.
success-next-code = Hãy giữ lại thư. Mã của quý vị còn dùng được trong { $duration } nữa, để thêm một hồ sơ khác hoặc để kết nối lại.
success-next-stop = Quý vị có thể ngắt kết nối bất cứ lúc nào:
success-facts-heading = Thông tin để quý vị giữ lại
success-what = Quý vị đã kết nối
success-app = Ứng dụng
success-when = Ngày
success-rules-heading = Những gì quý vị đã cho phép
success-print = In trang này
return-link-leaves = Đường dẫn này mở một trang web khác.

# Declined
declined-heading = Quý vị đã không cho phép { $app }
declined-what = Quý vị đã từ chối “{ $friendly }”. Không sao cả.
declined-nothing = Không có thông tin nào được chia sẻ với { $organization }. Chúng tôi cũng không giữ lại lựa chọn nào của quý vị.
declined-mind-heading = Nếu quý vị đổi ý
declined-mind-text = Hãy dùng lại mã của quý vị. Mã vẫn dùng được cho đến khi hết hạn.
declined-again = Nhập lại mã của quý vị

# Connections and disconnecting
connections-heading = Các kết nối của quý vị
connections-intro = Những ứng dụng này đang kết nối với hồ sơ của quý vị. Quý vị có thể ngắt kết nối bất cứ ứng dụng nào.
connections-none = Không có ứng dụng nào đang kết nối với hồ sơ của quý vị.
connection-since = Kết nối từ ngày { $date }
connection-ended = Đã dừng ngày { $date }
connection-may = Ứng dụng được phép làm gì
connection-no-rules = Ứng dụng không được xem hay sửa điều gì trong hồ sơ.
connection-history = Những việc đã xảy ra
connection-history-caption = Những việc đã xảy ra, mới nhất ở trên cùng
history-when = Khi nào
history-what = Việc gì
history-authorized = Quý vị đã cho phép
history-reauthorized = Quý vị đã cho phép lại
history-disconnected = Quý vị đã ngắt kết nối
history-given-up = Ứng dụng đã dừng kết nối
connection-contact = Liên lạc:
disconnect-link = Ngắt kết nối
disconnect-link-what = { $app } khỏi hồ sơ { $record }
disconnect-heading = Ngắt kết nối { $app } khỏi hồ sơ “{ $record }”?
disconnect-what-happens = Nếu quý vị ngắt kết nối:
disconnect-stops = Từ lúc đó, { $app } không còn được dùng hồ sơ này nữa.
disconnect-copies = { $organization } vẫn giữ những bản sao đã có.
disconnect-again = Để kết nối lại sau này, hãy dùng mã của quý vị, hoặc xin { $organization } một mã mới.
disconnect-button = Có, ngắt kết nối
disconnect-cancel = Không, giữ kết nối

# The account
account-link = Tài khoản của quý vị
account-heading = Tài khoản của quý vị
account-back = Tài khoản của quý vị
account-change = Thay đổi
account-see = Xem
account-name = Tên
account-name-what = tên của quý vị
account-email = Địa chỉ email
account-email-what = địa chỉ email của quý vị
account-password = Mật khẩu
account-password-what = mật khẩu của quý vị
account-password-hidden = Chỉ một mình quý vị biết
account-ways = Cách đăng nhập
account-ways-what = cách đăng nhập của quý vị
account-ways-is = Tài khoản ở dịch vụ khác
account-language = Ngôn ngữ
account-language-what = ngôn ngữ của quý vị
account-language-browser = Theo trình duyệt của quý vị
account-records = Hồ sơ của quý vị
account-records-what = hồ sơ của quý vị
account-records-count = { $count } hồ sơ
account-sessions = Những nơi quý vị đang đăng nhập
account-sessions-what = những nơi quý vị đang đăng nhập
account-sessions-count = { $count } trình duyệt
account-history = Những việc đã xảy ra
account-history-what = những việc đã xảy ra với tài khoản của quý vị
account-history-is = Các lần đăng nhập và thay đổi
account-data-heading = Dữ liệu của quý vị
account-export-link = Xem và tải về dữ liệu của quý vị
account-delete-link = Xóa tài khoản của quý vị
browser-on = { $browser } trên { $system }
browser-unknown = Một trình duyệt mà chúng tôi không nhận ra
browser-unknown-on = Một trình duyệt trên { $system }
notice-name-changed = Đã đổi tên của quý vị.
notice-email-changed = Đã đổi địa chỉ email của quý vị. Hãy dùng địa chỉ mới để đăng nhập.
notice-language-changed = Đã đổi ngôn ngữ của quý vị.
notice-password-changed = Đã đổi mật khẩu của quý vị. Ở mọi nơi khác, quý vị đã được đăng xuất.
notice-session-ended = Đã đăng xuất trình duyệt đó.
notice-sessions-ended = Quý vị đã được đăng xuất ở mọi nơi khác.
notice-record-renamed = Hồ sơ đã có tên mới.
notice-record-deleted = Đã xóa hồ sơ.
notice-code-sent = Chúng tôi đã gửi cho quý vị mã mới. Mã cũ không còn dùng được.

# The account: name, address, language, password
account-name-heading = Đổi tên của quý vị
account-name-hint = Các ứng dụng mà quý vị đã kết nối thấy được tên này.
account-name-button = Lưu
account-email-heading = Đổi địa chỉ email của quý vị
account-email-present = Địa chỉ hiện tại: { $email }
account-email-none = Quý vị đăng nhập bằng tài khoản ở dịch vụ khác. Vì vậy chúng tôi không có địa chỉ nào để đổi.
account-email-label = Địa chỉ email mới
account-email-hint = Chúng tôi sẽ gửi mã đến địa chỉ này. Khi quý vị nhập mã, địa chỉ sẽ được đổi.
account-email-hint-now = Từ lúc đó, quý vị đăng nhập bằng địa chỉ này.
account-email-undo = Chúng tôi cũng viết đến địa chỉ cũ của quý vị. Từ email đó, quý vị có thể đổi lại như cũ trong { $days } ngày.
account-email-button = Đổi địa chỉ
account-email-code-heading = Xin mở email của quý vị
account-email-code-back = Dùng địa chỉ khác
account-email-code-sent = Chúng tôi đã gửi mã đến { $email }.
account-email-code-label = Mã trong email
account-email-code-hint = 6 chữ số. Mã dùng được trong { $minutes } phút.
account-email-code-button = Xác nhận
account-email-code-none = Chưa nhận được email?
account-email-code-spam = Có thể phải chờ vài phút. Xin xem cả trong mục thư rác.
account-email-code-resend = Gửi mã mới
account-language-heading = Chọn ngôn ngữ của quý vị
account-language-hint = Ngôn ngữ này được dùng trên mọi thiết bị mà quý vị đăng nhập, và trong email của chúng tôi.
account-language-button = Lưu
account-password-heading = Đổi mật khẩu của quý vị
account-password-ends = Sau khi đổi, quý vị vẫn đăng nhập ở đây. Ở mọi nơi khác, quý vị sẽ được đăng xuất.
account-password-none = Quý vị đăng nhập bằng tài khoản ở dịch vụ khác. Vì vậy ở đây quý vị không có mật khẩu nào để đổi.
account-password-label = Mật khẩu mới
account-password-button = Đổi mật khẩu
current-password-label = Mật khẩu hiện tại
problem-current-password = Đây không phải mật khẩu hiện tại của quý vị. Xin nhập lại.
problem-current-password-empty = Xin nhập mật khẩu của quý vị
problem-email-same = Đây đã là địa chỉ của quý vị. Xin nhập địa chỉ khác.
problem-email-not-free = Không dùng được địa chỉ này. Xin nhập địa chỉ khác.
problem-email-too-many = Quý vị đã xin nhiều mã. Xin chờ một giờ rồi thử lại.
problem-email-code-over = Mã này không còn dùng được. Hãy xin mã mới.
problem-language-none = Xin chọn một ngôn ngữ

# The account: sign-ins and history
account-sessions-heading = Những nơi quý vị đang đăng nhập
account-sessions-text = Nếu thấy nơi nào lạ, hãy đăng xuất ở nơi đó.
account-session-this = Trình duyệt này
account-session-since = Đăng nhập: { $date }
account-session-seen = Dùng lần cuối: { $date }
account-session-kept = Quý vị được duy trì đăng nhập ở đây đến { $date }
account-session-end = Đăng xuất
account-sessions-others = Đăng xuất ở mọi nơi khác
account-sessions-strange = Quý vị thấy có gì lạ?
account-sessions-password = Đổi mật khẩu của quý vị
account-history-heading = Những việc đã xảy ra với tài khoản của quý vị
account-history-none = Chưa có việc gì xảy ra.
account-history-caption = Mới nhất ở trên cùng. Chúng tôi giữ danh sách này trong { $months } tháng.
account-history-pages = Các trang
account-history-newer = Mới hơn
account-history-older = Cũ hơn
account-history-strange = Có việc nào không phải do quý vị làm?
account-event-signed-in = Quý vị đã đăng nhập
account-event-sign-in-failed = Có người nhập sai mật khẩu
account-event-times = { $count } lần
account-event-name = Tên của quý vị đã được đổi
account-event-email = Địa chỉ email của quý vị đã được đổi
account-event-email-restored = Địa chỉ email cũ của quý vị đã được dùng lại
account-event-language = Ngôn ngữ của quý vị đã được đổi
account-event-provider-added = Quý vị đã thêm một cách đăng nhập
account-event-provider-removed = Quý vị đã bỏ một cách đăng nhập
account-event-password = Mật khẩu của quý vị đã được đổi
account-event-recovered = Quý vị đã đặt mật khẩu mới qua email
account-event-passkey-added = Đã thêm một khóa truy cập
account-event-passkey-removed = Đã xóa một khóa truy cập
account-event-session = Quý vị đã đăng xuất một trình duyệt khác
account-event-others = Quý vị đã đăng xuất ở mọi nơi khác
account-event-all = Tất cả đã được đăng xuất, từ đường dẫn trong email
account-event-connected = Quý vị đã kết nối một ứng dụng
account-event-disconnected = Quý vị đã ngắt kết nối một ứng dụng
account-event-given-up = Một ứng dụng đã dừng kết nối
account-event-record-renamed = Một hồ sơ đã có tên mới
account-event-record-deleted = Quý vị đã xóa một hồ sơ
account-event-exported = Quý vị đã tải về dữ liệu của mình

# The account: records
account-records-heading = Hồ sơ của quý vị
account-records-back = Hồ sơ của quý vị
account-records-none = Quý vị chưa có hồ sơ nào. Hồ sơ được tạo khi quý vị kết nối một ứng dụng.
account-records-text = Quý vị có thể xóa một hồ sơ khi không có ứng dụng nào kết nối với hồ sơ đó.
account-record-unconnected = Không có ứng dụng nào đang kết nối
account-record-connected = { $count } ứng dụng đang kết nối
account-record-rename = Đổi tên
account-record-delete = Xóa
account-record-see = Xem các kết nối
account-record-name-heading = Đổi tên “{ $record }”
account-record-name-label = Tên mới
account-record-delete-heading = Xóa “{ $record }”?
account-record-delete-what = Hồ sơ này và lịch sử của hồ sơ sẽ bị xóa ở đây.
account-record-delete-final = Đã xóa thì không lấy lại được.
account-record-delete-button = Có, xóa
account-record-delete-cancel = Không, giữ lại
problem-record-name-empty = Xin nhập tên cho hồ sơ

# The account: data and deleting
account-export-heading = Dữ liệu của quý vị
account-export-text = Đây là những gì chúng tôi lưu giữ về quý vị. Tập tin tải về có đầy đủ tất cả, ở dạng mà các chương trình khác đọc được.
account-export-apps = Ứng dụng quý vị đã kết nối
account-export-apps-more = Kèm theo những gì quý vị đã cho phép, từ khi nào, và những việc đã xảy ra
account-export-mails = Email về tài khoản của quý vị
account-export-mails-more = Chỉ có thời gian gửi và lý do. Chúng tôi không giữ nội dung email.
account-export-none = Không có
account-export-lines = { $count } dòng
account-export-mails-count = { $count } email
account-export-secrets = Tập tin không có mật khẩu của quý vị. Chúng tôi chỉ giữ mật khẩu ở dạng mà không ai đọc được.
account-export-button = Tải về dữ liệu của quý vị
account-delete-heading = Xóa tài khoản của quý vị?
account-delete-what = Nếu quý vị xóa:
account-delete-app = { $app } sẽ bị ngắt kết nối và được báo tin.
account-delete-record = Hồ sơ “{ $record }” sẽ bị xóa.
account-delete-all = Tên, địa chỉ, mật khẩu và lịch sử của quý vị sẽ bị xóa.
account-delete-copies = Phòng khám vẫn giữ những bản sao đã có.
account-delete-codes = Phòng khám vẫn giữ những gì họ đã ghi cho các mã của quý vị, cho đến khi mã hết hạn.
account-delete-final = Đã xóa là xóa hẳn. Không ai lấy lại được.
account-delete-export = Quý vị có muốn giữ lại một bản sao trước không?
account-delete-label = Để xác nhận, hãy nhập địa chỉ email của quý vị
account-delete-label-name = Để xác nhận, hãy nhập tên của quý vị
account-delete-button = Xóa hẳn tài khoản của tôi
account-delete-cancel = Giữ tài khoản của tôi
problem-delete-empty = Xin nhập đúng như dòng ở trên
problem-delete-other = Chưa giống. Xin nhập đúng như dòng ở trên.
account-deleted-heading = Tài khoản của quý vị đã được xóa
account-deleted-text = Tất cả ứng dụng của quý vị đã được ngắt kết nối và được báo tin. Quý vị đã được đăng xuất ở mọi nơi.
account-deleted-copies = Phòng khám vẫn giữ những bản sao đã có. Nếu có thắc mắc, xin hỏi phòng khám của quý vị.
account-deleted-close = Quý vị có thể đóng trang này.

# The account: links in mails
not-me-heading = Đăng xuất ở mọi nơi?
not-me-ends = Tất cả những ai đang đăng nhập vào tài khoản của quý vị sẽ bị đăng xuất ngay.
not-me-password = Sau đó quý vị chọn mật khẩu mới. Chúng tôi sẽ hướng dẫn quý vị.
not-me-stays = Các kết nối của quý vị vẫn giữ nguyên.
not-me-button = Đăng xuất ở mọi nơi
not-me-was-me = Nếu đó là quý vị, quý vị có thể đóng trang này. Không có gì thay đổi.
undo-email-heading = Dùng lại địa chỉ cũ của quý vị?
undo-email-back = Tài khoản của quý vị sẽ dùng lại địa chỉ { $email }.
undo-email-button = Dùng lại địa chỉ cũ
problem-undo-taken = Địa chỉ này bây giờ đã có tài khoản riêng, nên chúng tôi không đổi lại được. Hãy đăng nhập vào tài khoản đó, hoặc nhờ phòng khám giúp.
link-old-heading = Đường dẫn này không còn dùng được
link-old-text = Đường dẫn đã quá cũ, hoặc đã được dùng rồi. Nếu quý vị nghĩ có người khác đang dùng tài khoản của mình, hãy chọn mật khẩu mới.
link-old-recover = Chọn mật khẩu mới

# Not found, too many requests, stale form
not-found-heading = Chúng tôi không tìm thấy trang này
not-found-what = Nếu quý vị tự gõ địa chỉ, xin xem lại có đúng không. Nếu quý vị dán địa chỉ, xin xem đã sao chép đủ chưa.
not-found-next = Nếu có mã của phòng khám, quý vị có thể nhập mã ở đây.
not-found-target = Đường dẫn quý vị vừa mở dẫn đến một phần mà dịch vụ này không có.
not-found-target-next = Hãy tìm mã trong thư hoặc email của quý vị. Quý vị có thể nhập mã ở đây.
not-found-link = Nhập mã
too-many-requests-heading = Xin chờ một chút
too-many-requests-what = Từ mạng của quý vị đã có quá nhiều lần thử trong một thời gian ngắn.
too-many-requests-wait = Xin chờ { $duration } rồi thử lại.
too-many-requests-kept = Mã của quý vị không bị khóa vì việc này, và không mất lần trả lời nào. Hãy quay lại rồi gửi lại.
stale-form-heading = Trang này đã mở quá lâu
stale-form-what = Chúng tôi không chắc yêu cầu này là do quý vị gửi, nên đã dừng lại.
stale-form-nothing = Không có gì thay đổi.
stale-form-next = Hãy quay lại, tải lại trang, rồi thử thêm một lần.
problem-form-changed = Trang này đã thay đổi từ lúc quý vị mở. Chưa có việc gì được thực hiện. Xin đọc lại.
problem-form-stale = Trang này đã mở khá lâu. Không mất gì cả: xin gửi lại.

# Faults
try-again-later-heading = Xin lỗi, hiện chúng tôi chưa làm được việc này
try-again-later-what = Dịch vụ đang rất bận hoặc đang được sửa chữa.
try-again-later-next = Xin thử lại sau vài phút.
try-again-later-kept = Những gì quý vị đã làm xong trước đó đều được lưu. Mã của quý vị vẫn dùng được.

# A step may have been saved, or not
outcome-unknown-heading = Xin lỗi, chúng tôi không biết bước này đã được lưu hay chưa
outcome-unknown-next = Xin chờ vài phút. Sau đó quay lại và xem trang trước khi thử lại.
outcome-unknown-kept = Những gì quý vị đã làm xong trước bước này đều được lưu.

fault-heading = Xin lỗi, đã có trục trặc
fault-what = Đây là lỗi của chúng tôi, không phải của quý vị. Những gì quý vị đã làm xong trước đó đều được lưu.
fault-next = Hãy quay lại và thử lại. Nếu vẫn như vậy, xin liên lạc với phòng khám của quý vị.
fault-reference = Xin cho phòng khám biết số này:

# Help
help-heading = Cách sử dụng
help-how-heading = Kết nối qua 5 bước
help-how-code = Nhập mã mà phòng khám đã gửi cho quý vị.
help-how-question = Trả lời câu hỏi do phòng khám chọn. Quý vị nhận câu trả lời bằng cách khác, ví dụ trong lần khám bệnh.
help-how-sign-in = Đăng nhập hoặc tạo tài khoản.
help-how-record = Chọn xem quý vị muốn kết nối hồ sơ sức khỏe của ai.
help-how-allow = Đọc xem phòng khám xin phép điều gì. Đồng ý hoặc từ chối.
help-how-stop = Quý vị có thể ngắt kết nối bất cứ lúc nào trong “Các kết nối của quý vị”.
help-time-heading = Quý vị có bao nhiêu thời gian
help-time-code = Mã dùng được trong { $duration } kể từ khi phòng khám tạo mã.
help-time-idle = Chúng tôi đăng xuất cho quý vị khi trang không có hoạt động nào trong { $minutes } phút. Hãy đăng nhập lại để tiếp tục từ chỗ đang làm.
help-time-kept = Nếu quý vị đánh dấu “Duy trì đăng nhập”, quý vị sẽ được duy trì đăng nhập trong { $duration }.
help-time-journey = Chúng tôi giữ chỗ quý vị đang làm trong { $hours } giờ. Sau đó, xin nhập lại mã.
help-kept-heading = Chúng tôi lưu giữ những gì
help-kept-account = Tên, địa chỉ email và tên các hồ sơ của quý vị.
help-kept-connections = Quý vị đã cho phép ứng dụng nào, ứng dụng được làm gì, và từ khi nào.
help-kept-secrets = Mật khẩu của quý vị, chỉ ở dạng mà không ai đọc được. Câu trả lời của quý vị chỉ được kiểm tra, không được giữ lại.
help-cookies-heading = Cookie
help-cookies-text = Chúng tôi dùng 5 cookie. Thiếu chúng, dịch vụ không thể hoạt động an toàn. Một cookie nhớ rằng quý vị đã đăng nhập. Một cookie nhớ chỗ quý vị đang làm. Một cookie bảo đảm biểu mẫu là do quý vị gửi. Một cookie giúp chúng tôi nhận ra trình duyệt này, để không ai chặn quý vị vào tài khoản bằng cách đoán mật khẩu nhiều lần. Một cookie nhớ ngôn ngữ của quý vị. Không còn cookie nào khác, nên chúng tôi không cần xin phép quý vị về cookie.
help-shared-heading = Khi dùng máy tính chung
help-shared-text = Hãy đánh dấu “Đây là máy tính dùng chung” khi đăng nhập. Khi quý vị làm xong, chúng tôi sẽ đăng xuất cho quý vị. Quý vị cũng có thể chọn “Đăng xuất”.
help-access-heading = Trợ năng
help-access-aim = Chúng tôi muốn ai cũng dùng được dịch vụ này. Chúng tôi cố gắng theo đúng hướng dẫn Web Content Accessibility Guidelines (WCAG) 2.2, mức AA.
help-access-works = Quý vị có thể dùng bàn phím hoặc trình đọc màn hình, phóng to chữ đến 400%, và dùng mà không cần JavaScript.
help-access-known = Điều chúng tôi biết là khó: quý vị cần biết câu trả lời cho câu hỏi của phòng khám. Nếu không tìm ra hoặc không gõ được câu trả lời, phòng khám có thể giúp quý vị.

# Mails about accounts
mail-code-lifetime = Mã dùng được trong { $duration }. Chỉ mã mới nhất mới dùng được. Xin đừng đưa mã cho ai.
mail-not-you-heading = Không phải quý vị?
mail-sign-in-link = Đăng nhập
mail-recover-link = Chọn mật khẩu mới
mail-create-account-link = Tạo tài khoản
mail-confirm-address-subject = Xác nhận địa chỉ email của quý vị
mail-confirm-address-text = Có người đang dùng địa chỉ email này cho một tài khoản. Chúng tôi nghĩ đó là quý vị. Hãy nhập mã này vào trang đang hỏi mã:
mail-confirm-address-elsewhere-heading = Trang đó đã đóng?
mail-confirm-address-elsewhere = Hãy đăng nhập bằng địa chỉ email này và mật khẩu của quý vị. Khi đó chúng tôi sẽ gửi mã mới cho quý vị.
mail-confirm-address-not-you = Quý vị không cần làm gì. Không có mã thì không ai dùng được địa chỉ của quý vị ở đây.
mail-already-registered-subject = Quý vị đã có tài khoản
mail-already-registered-text = Có người muốn tạo tài khoản bằng địa chỉ email này. Chúng tôi nghĩ đó là quý vị. Quý vị đã có tài khoản, nên chúng tôi không thay đổi gì.
mail-already-registered-sign-in = Hãy đăng nhập bằng địa chỉ email này và mật khẩu của quý vị:
mail-already-registered-recover = Nếu quên mật khẩu, quý vị có thể chọn mật khẩu mới:
mail-already-registered-not-you = Quý vị không cần làm gì. Không ai vào được tài khoản của quý vị.
mail-recovery-subject = Mã để quý vị đặt mật khẩu mới
mail-recovery-text = Có người muốn chọn mật khẩu mới cho tài khoản của quý vị. Chúng tôi nghĩ đó là quý vị. Hãy nhập mã này vào trang đang hỏi mã:
mail-recovery-not-you = Quý vị không cần làm gì. Mật khẩu của quý vị vẫn dùng được, và không ai vào được tài khoản của quý vị.
mail-no-account-subject = Địa chỉ email này không có mật khẩu ở đây
mail-no-account-text = Có người muốn chọn mật khẩu mới. Chúng tôi nghĩ đó là quý vị. Nhưng ở đây không có tài khoản nào dùng địa chỉ email này với một mật khẩu.
mail-no-account-other = Có thể quý vị đã dùng một địa chỉ email khác. Hãy thử địa chỉ đó. Hoặc quý vị đăng nhập bằng dịch vụ khác: khi đó quý vị không cần mật khẩu ở đây.
mail-no-account-create = Nếu chưa có tài khoản, quý vị có thể tạo:
mail-no-account-not-you = Quý vị không cần làm gì. Không có tài khoản nào được tạo.
mail-recovered-subject = Mật khẩu của quý vị đã được đổi
mail-recovered-text = Tài khoản của quý vị đã có mật khẩu mới. Mật khẩu này được đặt bằng mã mà chúng tôi gửi đến địa chỉ email này.
mail-recovered-signed-out = Quý vị đã được đăng xuất ở mọi nơi. Những gì quý vị đã kết nối vẫn được giữ nguyên.
mail-recovered-not-you = Nếu vậy, có người khác đọc được email của quý vị. Trước hết hãy đổi mật khẩu email. Sau đó chọn mật khẩu mới ở đây:

# Mails
mail-help-heading = Nếu quý vị cần giúp
mail-automatic = Email này do máy tính gửi. Xin đừng trả lời.
mail-test-subject = Thử gửi email của chúng tôi
mail-test-text = Nếu quý vị đọc được dòng này, email từ trang web này đã đến nơi.
mail-test-link = Mở trang web

# Mails: notices
notice-mail-new-browser = Có lần đăng nhập mới vào tài khoản của quý vị
notice-mail-new-browser-what = Có người đã đăng nhập vào tài khoản của quý vị: { $browser }, ngày { $date }. Trước đây trình duyệt này chưa từng đăng nhập.
notice-mail-password = Mật khẩu của quý vị đã được đổi
notice-mail-password-what = Mật khẩu tài khoản của quý vị đã được đổi ngày { $date }.
notice-mail-passkey = Đã thêm một khóa truy cập
notice-mail-passkey-what = Khóa truy cập “{ $name }” đã được thêm vào tài khoản của quý vị ngày { $date }.
notice-mail-provider = Đã thêm một cách đăng nhập
notice-mail-provider-what = Từ nay, một tài khoản ở dịch vụ khác có thể mở tài khoản của quý vị ở đây. Ngày thêm: { $date }.
notice-mail-connected = { $app } đã được kết nối
notice-mail-connected-what = { $app } của { $organization } đã được kết nối với một hồ sơ của quý vị ngày { $date }.
notice-mail-disconnected = { $app } đã được ngắt kết nối
notice-mail-disconnected-what = { $app } của { $organization } đã được ngắt kết nối khỏi một hồ sơ của quý vị ngày { $date }. Ứng dụng không còn được dùng hồ sơ đó nữa.
notice-mail-given-up = { $app } đã dừng kết nối
notice-mail-given-up-what = { $organization } đã dừng kết nối của { $app } với một hồ sơ của quý vị ngày { $date }. Ứng dụng không còn được dùng hồ sơ đó nữa.
notice-mail-given-up-next = Quý vị không cần làm gì. Nếu có thắc mắc, xin hỏi { $organization }.
notice-mail-data-types = { $app } nay xin phép những điều khác
notice-mail-data-types-what = { $organization } đã thay đổi những điều mà { $app } xin phép.
notice-mail-data-types-kept = Những gì quý vị đã cho phép vẫn giữ nguyên. Ứng dụng không nhận thêm điều gì mới nếu quý vị không cho phép.
notice-mail-data-types-next = Quý vị có thể xem những gì mình đã cho phép, và ngắt kết nối ứng dụng, trong “Các kết nối của quý vị”.
notice-mail-deleted = Tài khoản của quý vị đã được xóa
notice-mail-deleted-what = Tài khoản của quý vị đã được xóa ngày { $date }. Tất cả ứng dụng đã được ngắt kết nối.
notice-mail-deleted-gone = Đây là email cuối cùng về tài khoản này. Chúng tôi không giữ địa chỉ của quý vị.
notice-mail-deleted-not-me = Nếu không phải quý vị đã xóa, thì có người biết mật khẩu của quý vị. Hãy đổi mật khẩu đó ở những nơi khác mà quý vị đang dùng, và báo cho phòng khám.
notice-mail-connections-link = Xem các kết nối của quý vị
notice-mail-was-me = Nếu đó là quý vị, quý vị không cần làm gì.
notice-mail-not-me-heading = Không phải quý vị?
notice-mail-not-me = Nếu không phải, hãy đăng xuất tất cả mọi người khỏi tài khoản của quý vị, và chọn mật khẩu mới. Hãy mở trang này:
notice-mail-not-me-link = Đăng xuất ở mọi nơi
mail-email-code-subject = Mã cho địa chỉ mới của quý vị
mail-email-code-text = Quý vị muốn dùng địa chỉ này cho tài khoản của mình. Hãy nhập mã này vào trang đang mở:
mail-email-code-time = Mã dùng được trong { $minutes } phút, và chỉ một lần.
mail-email-code-not-me = Nếu không phải quý vị, quý vị không cần làm gì. Không có mã thì không có gì thay đổi.
mail-email-taken-subject = Quý vị đã có tài khoản với địa chỉ này
mail-email-taken-text = Có người muốn dùng địa chỉ này cho một tài khoản khác. Nhưng đã có một tài khoản dùng địa chỉ này rồi.
mail-email-taken-next = Nếu đó là quý vị, hãy đăng nhập bằng địa chỉ này.
mail-email-taken-link = Đăng nhập
mail-email-changed-subject = Địa chỉ email của quý vị đã được đổi
mail-email-changed-text = Tài khoản của quý vị có địa chỉ email mới từ ngày { $date }. Bây giờ quý vị đăng nhập bằng địa chỉ mới. Chúng tôi sẽ không viết đến địa chỉ này nữa.
mail-email-changed-was-me = Nếu đó là quý vị, quý vị không cần làm gì.
mail-email-changed-undo = Quý vị có thể dùng lại địa chỉ này cho đến ngày { $date }. Khi đó tất cả mọi người sẽ bị đăng xuất. Hãy mở trang này:
mail-email-changed-link = Dùng lại địa chỉ này

# Invitation, as a mail
invitation-subject = Lời mời từ { $organization }
reminder-subject = Lời nhắc từ { $organization }
reminder-text = Chúng tôi đã viết cho quý vị trước đây, và mã của quý vị vẫn chưa được dùng. Nếu không muốn kết nối, quý vị không cần làm gì.
invitation-link = Mở lời mời của quý vị
invitation-answer = Trang web sẽ hỏi quý vị một câu hỏi. { $organization } cho quý vị biết câu trả lời bằng cách khác. Câu trả lời không có trong email này.
invitation-unexpected-heading = Nếu quý vị không biết về việc này
invitation-unexpected = Hãy mở đường dẫn và chọn “{ $report }”. Khi đó mã ngừng hoạt động, và { $organization } được báo tin.
invitation-links = Đường dẫn của chúng tôi luôn bắt đầu bằng { $host }
invitation-sender = Email của chúng tôi luôn được gửi từ { $sender }
invitation-keep = Xin giữ kín email này. Mã chỉ dành cho quý vị.

# Letter
letter-subject = Kết nối { $app } với hồ sơ sức khỏe của quý vị
letter-why = { $organization } mong được kết nối ứng dụng “{ $app }” của mình với hồ sơ sức khỏe của quý vị.
letter-you-decide = Quý vị là người quyết định. Không có thông tin nào được chia sẻ nếu quý vị không đồng ý.
letter-open = Hãy mở đường dẫn này:
letter-type = Hoặc mở { $address } và nhập mã này:
letter-answer = Trang web sẽ hỏi quý vị một câu hỏi. { $organization } cho quý vị biết câu trả lời bằng cách khác. Câu trả lời không có trong thư này.
letter-chances = Quý vị có { $count } lần trả lời, nên xin cứ thong thả.
letter-then = Sau đó hãy đăng nhập hoặc tạo tài khoản, chọn một hồ sơ, rồi đồng ý hoặc từ chối.
letter-until = Xin dùng mã trước ngày { $date }.
letter-keep = Xin giữ kín thư này. Mã chỉ dành cho quý vị.
letter-help = Nếu quý vị cần giúp:

# Passkeys
account-passkeys = Khóa truy cập
account-passkeys-what = khóa truy cập của quý vị
account-passkeys-count = { $count } khóa truy cập
account-passkeys-heading = Khóa truy cập của quý vị
account-passkeys-text = Với khóa truy cập (passkey), quý vị đăng nhập bằng khuôn mặt, vân tay hoặc mã PIN của điện thoại hay máy tính. Quý vị không phải nhớ gì, và không ai đoán được.
account-passkeys-password = Các cách đăng nhập khác của quý vị vẫn dùng được.
account-passkeys-none = Quý vị chưa có khóa truy cập.
account-passkeys-no-script = Trang này chỉ thêm được khóa truy cập khi trình duyệt của quý vị bật JavaScript. Quý vị không bắt buộc phải có khóa truy cập: không có vẫn đăng nhập được.
account-passkeys-unsupported = Trình duyệt này không dùng được khóa truy cập. Quý vị không bắt buộc phải có: không có vẫn đăng nhập được.
account-passkeys-add-heading = Thêm khóa truy cập
account-passkeys-prove = Trước khi thêm, xin nhập lại mật khẩu của quý vị một lần nữa.
account-passkeys-name-label = Tên của khóa truy cập
account-passkeys-name-hint = Để sau này quý vị nhận ra, ví dụ “Điện thoại của tôi”
account-passkeys-button = Thêm khóa truy cập
account-passkeys-added = Đã thêm: { $date }
account-passkeys-used = Dùng lần cuối: { $date }
account-passkeys-never = Chưa dùng lần nào
account-passkeys-remove = Xóa
account-passkeys-remove-what = khóa truy cập “{ $name }”
notice-passkey-added = Đã thêm khóa truy cập. Lần sau quý vị có thể dùng để đăng nhập.
notice-passkey-removed = Đã xóa khóa truy cập. Quý vị không còn đăng nhập bằng khóa này nữa.
problem-passkey-name-empty = Xin nhập tên cho khóa truy cập
problem-passkey-name-long = Tên chỉ được dài tối đa { $max } ký tự. Xin nhập tên ngắn hơn.
problem-passkey-cancelled = Chưa thêm khóa truy cập nào. Quý vị đã dừng lại, hoặc đã quá lâu. Khi nào muốn, xin thử lại.
problem-passkey-known = Điện thoại hoặc máy tính này đã có khóa truy cập cho tài khoản này.
problem-passkey-refused = Chúng tôi không thêm được khóa truy cập này. Xin thử lại, hoặc dùng khóa khác.
problem-passkey-too-many = Quý vị đã có { $max } khóa truy cập. Xin xóa một khóa trước khi thêm khóa khác.
sign-in-passkey-button = Đăng nhập bằng khóa truy cập
problem-passkey-sign-in = Khóa truy cập này không dùng được ở đây. Xin thử khóa khác, hoặc dùng địa chỉ email và mật khẩu của quý vị.
success-passkey-heading = Lần sau đăng nhập nhanh hơn
success-passkey-text = Với khóa truy cập (passkey), quý vị đăng nhập bằng khuôn mặt, vân tay hoặc mã PIN của điện thoại. Không có mật khẩu nào để quên.
success-passkey-link = Thêm khóa truy cập

# The letter on paper
letter-scan = Hãy hướng máy ảnh của điện thoại vào hình này:
letter-picture = Hình vuông mà máy ảnh của điện thoại đọc được. Hình này mở đường dẫn.
letter-short-address = Hoặc mở { $address } và nhập mã này:
letter-spelled = Mã đọc theo từng chữ cái
