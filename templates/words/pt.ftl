# O que os pacientes leem, em português (do Brasil, fácil de entender também em Portugal). As chaves seguem a ordem das páginas.
# Palavras simples, frases curtas, tratamento por você, sem culpar ninguém. Primeiro o que aconteceu, depois o que fazer.
# Este idioma
language-name = Português
language-dir = ltr

# Todas as páginas
service-name = Patient Connect
the-clinic = a clínica
skip-to-main = Ir para o conteúdo principal
title-error = Erro:
summary-heading = Há um problema
sandbox-ribbon = Ambiente de teste: nada aqui é real
brand-through = pelo Patient Connect
brand-hours = Horário de atendimento:
brand-privacy = Privacidade
brand-accessibility = Acessibilidade
brand-imprint = Informações legais
account-nav = Sua conta
connections-link = Suas conexões
sign-out = Sair da conta
foot-help-heading = Precisa de ajuda?
# Para quem ligar, e o caminho de volta
contact-phone = Telefone
contact-email = E-mail
contact-hours = Horário de atendimento
contact-address = Endereço
help-link = Como funciona
language-form = Idioma
continue = Continuar
back = Voltar
step-caption = Passo { $step } de { $steps }
connecting = Você está conectando:

# Dates and lengths of time
duration-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
duration-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
duration-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
duration-days =
    { $count ->
        [one] { $count } dia
       *[other] { $count } dias
    }
duration-weeks =
    { $count ->
        [one] { $count } semana
       *[other] { $count } semanas
    }

# Avisos
notice-signed-out = Você saiu da conta.
notice-signed-in-again =
    { $minutes ->
        [one] Após { $minutes } minuto sem uso, você saiu da conta automaticamente. Entre de novo e continue de onde parou.
       *[other] Após { $minutes } minutos sem uso, você saiu da conta automaticamente. Entre de novo e continue de onde parou.
    }
notice-disconnected = O app { $app } foi desconectado. Ele não pode mais usar este registro.

# Código
code-heading = Digite o código da sua clínica
code-hint = Está na sua carta ou no seu e-mail: 20 letras em cinco grupos, como
code-hint-typing = Pode usar letras minúsculas. Espaços e traços não fazem diferença.
code-next-heading = O que acontece depois
code-next-question = Você responde a uma pergunta que a sua clínica escolheu.
code-next-sign-in = Você entra na sua conta ou cria uma.
code-next-allow = Você vê o que a clínica está pedindo e diz sim ou não.
code-next-safe = Leva uns 5 minutos. Nada é compartilhado até você dizer sim.
code-none-summary = Não tenho um código
code-none-text = Quem dá o código é a sua clínica. Ligue ou escreva para a clínica e peça um. Não há outro jeito de conseguir um código.
problem-identity-code-empty = Digite seu código
problem-identity-code-length = O código tem 20 letras. Você digitou { $letters }. Confira na sua carta.
problem-identity-code-letter = O código nunca tem “{ $letter }”. Confira o grupo { $group } na sua carta.
problem-identity-code-group =
    { $letters ->
        [one] Cada grupo tem 4 letras. O grupo { $group } tem só { $letters }. Confira na sua carta.
       *[other] Cada grupo tem 4 letras. O grupo { $group } tem { $letters }. Confira na sua carta.
    }
problem-identity-code-slip = Uma letra não está certa, ou duas letras trocaram de lugar. Confira cada grupo na sua carta.
problem-identity-code-unknown = Não conhecemos este código. Confira na sua carta. Se estiver igual, peça um código novo à sua clínica.
problem-identity-code-link = O código do seu link não está completo. Digite o código que está na sua carta ou no seu e-mail.
problem-identity-code-too-long = É texto demais. Digite só o código: 20 letras em cinco grupos.

# Pergunta
question-asks = Quem pergunta:
question-by = ({ $organization })
question-hint = Letras maiúsculas não fazem diferença. Espaços fazem.
question-chances =
    { $left ->
        [one] Você tem { $left } chance para responder.
       *[other] Você tem { $left } chances para responder.
    }
question-chances-left =
    { $left ->
        [one] Você ainda tem { $left } chance.
       *[other] Você ainda tem { $left } chances.
    }
question-check = Confira a ortografia e os espaços.
question-last-chance = Se esta resposta não estiver certa, seu código vai parar de funcionar. Só { $organization } pode desbloquear o código. Se tiver dúvida, pergunte antes.
question-unknown-summary = Não sei a resposta
question-unknown-text = { $organization } escolheu a resposta junto com esta pergunta. Entre em contato e peça a resposta:
question-unknown-free = Perguntar não gasta nenhuma chance. Quando você voltar, seu código ainda vai funcionar.
question-other-code = Usar outro código
question-report = Eu não esperava isto
problem-answer-empty = Digite sua resposta
problem-answer-wrong =
    { $left ->
        [one] Esta resposta não confere. Você ainda tem { $left } chance.
       *[other] Esta resposta não confere. Você ainda tem { $left } chances.
    }
problem-answer-too-long = Esta resposta é longa demais. Digite só a resposta que a sua clínica deu a você.

# Códigos bloqueados, expirados e cancelados
refusal-contact-heading = Com quem falar
refusal-ask-heading = O que pedir
refusal-have-code = Tenho um código novo
locked-heading = Seu código está bloqueado
locked-what = Houve várias respostas que não estavam certas. Bloqueamos o código para proteger suas informações.
locked-nothing = Nada foi compartilhado com { $organization }.
locked-nothing-new = Nada de novo foi compartilhado com { $organization }.
locked-before = O que você já permitiu antes com este código continua conectado.
locked-before-link = Ver suas conexões
locked-ask = Diga: “Meu código está bloqueado. Por favor, desbloqueiem o código.” A carta que você tem continua valendo. Peça também a resposta da sua pergunta.
expired-heading = Seu código expirou
expired-what = Um código funciona por { $duration }. O seu é mais antigo que isso. Acontece com muita gente.
expired-nothing = Nada foi compartilhado com { $organization }.
expired-ask = Diga: “Meu código expirou. Por favor, enviem um código novo para mim.”
withdrawn-heading = Seu código não está mais em uso
withdrawn-what = { $organization } cancelou este código. Talvez você tenha recebido um mais novo.
withdrawn-nothing = Nada foi compartilhado com este código.
withdrawn-ask = Primeiro, procure uma carta ou um e-mail mais recente. Se não encontrar, peça um código novo à sua clínica.

# Eu não esperava isto
report-heading = Você não esperava isto?
report-what = Se você não sabe por que { $organization } enviou um código, pode nos avisar. É isto que acontece:
report-stops = O código para de funcionar na hora, para todas as pessoas.
report-told = { $organization } recebe o aviso de que você não esperava o código. Não contamos mais nada.
report-undo = Se foi engano, { $organization } pode fazer o código funcionar de novo.
report-button = Avisar e suspender o código
report-cancel = Voltar

# O código está suspenso
frozen-heading = Este código está suspenso
frozen-what = Alguém que tem este código nos disse que não esperava por ele. Por isso suspendemos o código, e { $organization } já sabe.
frozen-ask = Diga: “Quero usar meu código. Por favor, desbloqueiem o código.” Se o código for desbloqueado, sua carta volta a valer.

# Entrar e criar uma conta
sign-in-heading = Entrar na sua conta
sign-in-why-journey = Sua resposta está certa. Agora entre na sua conta, para que só você possa conectar seu registro de saúde.
sign-in-why = Veja o que está conectado aos seus registros e desconecte se quiser.
sign-in-button = Entrar
sign-in-new-heading = É sua primeira vez aqui?
sign-in-new-text = Para conectar um registro, você precisa de uma conta gratuita. Leva um minuto.
sign-in-new-link = Criar uma conta
create-account-heading = Criar uma conta
create-account-have = Já tem uma conta?
create-account-sign-in = Entrar
create-account-button = Criar conta
name-label = Seu nome
name-hint = Do jeito que você quer que apareça
email-label = E-mail
email-hint = Você vai usar este e-mail para entrar
password-label = Senha
new-password-label = Escolha uma senha
new-password-hint = Pelo menos 12 caracteres. Três palavras ao acaso funcionam bem.
password-show = Mostrar
password-hide = Esconder
password-show-label = Mostrar a senha
password-hide-label = Esconder a senha
problem-sign-in = Não encontramos uma conta com este e-mail e esta senha. Confira os dois ou crie uma conta.
problem-email-empty = Digite seu e-mail
problem-email-invalid = Digite um e-mail como nome@exemplo.com
problem-email-taken = Não conseguimos criar uma conta com estes dados. Se você já tem uma conta, entre nela.
problem-password-empty = Digite uma senha
problem-password-short = Sua senha precisa ter pelo menos { $min } caracteres. Três palavras ao acaso funcionam bem.
problem-password-common = Esta senha está em uma lista de senhas roubadas que qualquer pessoa pode ler. Escolha outra. Três palavras ao acaso funcionam bem.
problem-password-weak = Esta senha é fácil de adivinhar. Tente três palavras ao acaso.
problem-password-long = Sua senha pode ter no máximo { $max } caracteres. Escolha uma mais curta.
problem-name-empty = Digite seu nome
problem-name-long = Seu nome pode ter no máximo { $max } caracteres. Digite um mais curto.

# Códigos por e-mail: conta nova e senha esquecida
sign-in-recover = Esqueceu sua senha?
sign-in-no-recovery = Guarde bem sua senha. Este serviço não consegue enviar e-mails. Se você esquecer a senha, ninguém vai poder ajudar.
create-account-no-mail = Este serviço não consegue enviar e-mails. Não conferimos se o endereço é seu e, se você esquecer a senha, ninguém vai poder ajudar.
email-hint-code = Vamos enviar um código para este e-mail. Você também vai usar este e-mail para entrar.
email-code-label = Código do e-mail
email-code-hint = Tem { $digits } números e funciona por { $duration }. Espaços não fazem diferença.
email-code-no-code = Não há um código no e-mail? Então o e-mail diz o que fazer.
email-code-expired = O código que enviamos não funciona mais: o prazo acabou. Peça um novo abaixo.
email-code-spent = O código que enviamos não funciona mais: houve muitas tentativas erradas. Peça um novo abaixo.
email-code-none-heading = O e-mail não chegou?
email-code-none-text = Pode demorar alguns minutos. Olhe também na pasta de spam.
email-code-resend = Enviar um código novo
verify-email-heading = Veja seu e-mail
verify-email-sent = Enviamos um e-mail para { $email }. Digite aqui o código que está nele, para sabermos que o endereço é seu.
verify-email-device = Você pode ler o e-mail em outro celular ou computador. Deixe esta página aberta.
verify-email-again-text = O endereço está errado?
verify-email-again = Digitar seus dados de novo
recover-heading = Escolha uma senha nova
recover-text = Digite o e-mail da sua conta. Vamos enviar um código para ele. Com o código, você pode escolher uma senha nova.
recover-keeps = O que você conectou continua conectado.
recover-back = Voltar para “Entrar na sua conta”
recover-code-heading = Digite o código do seu e-mail
recover-code-sent = Enviamos um e-mail para { $email }.
recover-code-again-text = O endereço está errado?
recover-code-again = Digitar outro endereço
recover-password-heading = Sua senha nova
recover-password-text = Seu código está certo. Quando a senha nova for salva, você sai da conta em todos os lugares. Depois, entre com a senha nova.
recover-password-button = Salvar a senha nova
notice-recovered = Você tem uma senha nova. Entre com ela.
notice-has-account = Você já tem uma conta com este endereço. Entre nela ou escolha uma senha nova.
notice-email-sent-again = Enviamos outro e-mail. Só o código mais novo funciona.
problem-email-code-empty = Digite o código do e-mail
problem-email-code-digits = O código só tem números. Confira no e-mail.
problem-email-code-length = O código tem { $digits } números. Confira no e-mail.
problem-email-code-wrong =
    { $left ->
        [one] Este código não está certo. Use o e-mail mais novo. Você pode tentar mais { $left } vez.
       *[other] Este código não está certo. Use o e-mail mais novo. Você pode tentar mais { $left } vezes.
    }
problem-email-code-expired = Este código não funciona mais: o prazo acabou. Peça um novo abaixo.
problem-email-code-spent = Este código não funciona mais: houve muitas tentativas erradas. Peça um novo abaixo.
problem-email-code-too-often =
    { $count ->
        [one] Já enviamos { $count } e-mail. Procure o mais novo ou comece de novo.
       *[other] Já enviamos { $count } e-mails. Procure o mais novo ou comece de novo.
    }

# Por quanto tempo a conta fica aberta, abaixo de entrar e criar uma conta
stay-keep = Manter minha conta aberta
stay-keep-hint = Por { $duration }, mesmo se você fechar o navegador. Não marque isto onde outras pessoas possam usar o aparelho.
stay-shared = Outras pessoas usam este computador
stay-shared-hint = Por exemplo, em uma biblioteca. Quando você terminar, você sai da conta automaticamente.
stay-ended = Você disse que outras pessoas usam este computador. Por isso você já saiu da conta, e ninguém mais pode abrir esta página.

# Muitas tentativas de entrar em uma conta
too-many-sign-ins-what = Houve muitas tentativas de entrar com este e-mail. Pode ter sido outra pessoa.
too-many-sign-ins-known = Você já entrou na sua conta antes em algum celular ou computador? Nele, você pode entrar agora.

# Provedores: entrar com a conta de outro serviço
other-ways-heading = Outras formas de entrar
other-ways-text = Você tem uma conta em outro serviço que pode usar aqui? Então não precisa de uma senha nossa. Na primeira vez, criamos sua conta.
other-ways-button = Entrar com { $provider }
provider-nameless = Nova pessoa
provider-nothing = Nada foi alterado e nada foi compartilhado.
provider-back-to-sign-in = Voltar para entrar na conta
provider-back-to-account = Voltar para suas formas de entrar
provider-away-heading = { $provider } não responde
provider-away-what = Não conseguimos contato com { $provider } agora. O serviço pode estar ocupado ou em manutenção.
provider-away-next = Tente de novo em alguns minutos ou escolha outra forma de entrar.
provider-refused-heading = Não foi possível entrar com { $provider }
provider-refused-what = A informação que { $provider } nos enviou não estava certa. Paramos para proteger você.
provider-refused-next = Volte e tente mais uma vez. Se acontecer de novo, escolha outra forma de entrar.
provider-cancelled-heading = Você não entrou com { $provider }
provider-cancelled-what = Você parou, ou { $provider } não deixou você entrar. Não tem problema.
provider-cancelled-next = Você pode tentar de novo ou escolher outra forma de entrar.
provider-over-heading = Esta tentativa de entrar terminou
provider-over-what = Demorou demais, começou em outra janela ou esta página foi aberta duas vezes.
provider-over-next = Volte e comece de novo. Com { $provider }, a segunda vez costuma ser mais rápida.
provider-known-heading = Talvez você já tenha uma conta aqui
provider-known-what = { $provider } nos informou seu e-mail, e já existe aqui uma conta com o mesmo e-mail. Para proteger os registros, nunca juntamos contas só por causa do e-mail.
provider-known-next = Se a conta for sua, entre primeiro com a senha dela. Depois, abra “Formas de entrar” na sua conta e adicione { $provider }.
provider-known-other-heading = Essa conta não é sua?
provider-known-other-text = Então você pode ter sua própria conta. Ela começa vazia.
provider-known-other-button = Criar uma conta nova
provider-taken-heading = Isto pertence a outra conta
provider-taken-what = A conta { $provider } que você usou abre aqui a conta de outra pessoa.
provider-taken-next = Se as duas contas forem suas, saia desta e entre com { $provider } para ver a outra.
ways-heading = Formas de entrar
ways-text = Você pode entrar com uma conta que tem em outro serviço. Ela abre aqui a mesma conta, com os mesmos registros.
way-added = Você pode entrar com { $provider }.
way-not-added = Você ainda não entra com { $provider }.
way-only = É sua única forma de entrar, por isso não é possível remover.
way-add = Adicionar { $provider }
way-remove = Remover { $provider }
notice-provider-added = Pronto. Você pode usar esta forma na próxima vez que entrar.
notice-provider-removed = Pronto. Esta forma de entrar não vale mais.
problem-provider-last = É sua única forma de entrar, por isso não é possível remover.

# Registro
record-heading = De quem é o registro de saúde que você quer conectar?
record-hint = Escolha um. Você pode conferir tudo antes de dizer sim.
record-used-before = Você já escolheu este antes
record-connected = Conectado agora ao app { $app }
record-new = Um novo registro
record-new-note = Para alguém que não está nesta lista
record-new-name-label = Nome do novo registro
record-new-name-hint = De quem é o registro, por exemplo, Emma
record-signed-in-as = Você entrou como { $person }.
record-not-you = Não é você? Sair da conta
problem-record-none = Escolha de quem é o registro que você quer conectar
problem-record-unknown = Esse registro não é um dos seus. Escolha um registro da lista.
problem-new-record-name-empty = Digite um nome para o novo registro
problem-new-record-name-long = O nome pode ter no máximo { $max } caracteres. Digite um mais curto.

# Permitir
authorize-heading = Você permite que o app { $app } use este registro?
authorize-who = Quem está pedindo
authorize-by = Responsável: { $organization }
authorize-record = Registro
authorize-record-new = Novo: será criado quando você permitir
authorize-no-rules = O app { $app } quer se conectar. Ele não pede para ver nem mudar nada no registro.
authorize-names = O app { $app } também fica sabendo seu nome e o nome deste registro.
authorize-required = O que ele precisa
authorize-optional = O que você também pode permitir
authorize-optional-hint = Marque só o que quiser. Também funciona sem isto.
authorize-stays-heading = O app { $app } já está conectado a:
authorize-stays-text = Isso continua como está. Se antes você escolheu o registro errado, desconecte o app em “Suas conexões”.
authorize-mind-heading = Você pode mudar de ideia
authorize-mind-text = Isto vale até você desconectar. Você pode fazer isso quando quiser: abra “Suas conexões” e escolha “Desconectar”.
authorize-allow = Permitir o app { $app }
authorize-decline = Não permitir
# O que um app pode fazer, em uma frase
# $access é uma lista das quatro palavras access-…, como “adicionar e ler”; $types é uma lista de tipos de informação,
# como “atendimentos e planos de cuidados”. As duas listas ficam onde sua forma nunca muda.
rule-may = O app pode { $access } estas informações: { $types }.
rule-may-only = O app pode { $access } estas informações.
rule-about = As informações são: { $types }.
access-create = adicionar
access-read = ler
access-update = mudar
access-delete = apagar
problem-decision-none = Escolha se você permite ou não
problem-rule-unknown = Não conseguimos ler suas escolhas. Marque de novo.

# Tipos de informação, do jeito que aparecem nessa frase
data-type-adverse-events = efeitos ruins de tratamentos
data-type-allergies = alergias
data-type-appointments = consultas marcadas
data-type-asthma = dados de asma e inalador
data-type-blood-glucose = valores de açúcar no sangue
data-type-blood-oxygen = valores de oxigênio no sangue
data-type-blood-pressure = valores de pressão arterial
data-type-body-measurements = medidas do corpo
data-type-bills = faturas
data-type-care-plans = planos de cuidados
data-type-care-team = pessoas da equipe de saúde
data-type-cholesterol = valores de colesterol
data-type-conditions = doenças e problemas de saúde
data-type-consents = termos de consentimento
data-type-contacts = contatos
data-type-devices = aparelhos médicos
data-type-diabetes = dados de diabetes
data-type-diagnostic-reports = laudos de exames
data-type-diet = dados de refeições e dieta
data-type-discharge-summaries = relatórios de alta do hospital
data-type-documents = documentos
data-type-emergency-contacts = contatos de emergência
data-type-encounters = atendimentos
data-type-exercise = dados de exercícios físicos
data-type-family-history = doenças na família
data-type-files = arquivos
data-type-genetic-results = resultados de exames genéticos
data-type-goals = metas de saúde
data-type-health-journal = anotações do diário de saúde
data-type-heart = exames do coração
data-type-heart-rate = valores de batimentos do coração
data-type-height = medidas de altura
data-type-images = imagens
data-type-imaging-studies = raios X e outros exames de imagem
data-type-immunizations = vacinas
data-type-insulin = injeções de insulina
data-type-insurance = planos e seguros de saúde
data-type-lab-results = resultados de laboratório
data-type-living-wills = testamentos vitais
data-type-lung-function = exames de respiração
data-type-medication-dispenses = remédios entregues pela farmácia
data-type-medication-requests = receitas médicas
data-type-medications = remédios
data-type-messages = mensagens
data-type-moods = dados de humor
data-type-notes = anotações
data-type-observations = medições e resultados
data-type-orders = pedidos de exames e tratamentos
data-type-peak-flow = valores do teste de sopro (pico de fluxo)
data-type-personal-details = dados pessoais (como nome e data de nascimento)
data-type-pregnancies = gestações
data-type-procedures = cirurgias e tratamentos
data-type-questionnaire-answers = respostas de questionários
data-type-questionnaires = questionários
data-type-relatives = familiares e pessoas que ajudam nos cuidados
data-type-risk-assessments = avaliações de risco
data-type-sleep = dados de sono
data-type-specimens = amostras (como sangue)
data-type-vision-prescriptions = receitas de óculos e lentes
data-type-vital-signs = sinais vitais (como pulso e temperatura)
data-type-warnings = alertas para a equipe de saúde
data-type-weight = medidas de peso
data-type-menstruation = dados de menstruação

# Conexão pronta
success-heading = O app { $app } está conectado
success-record = Agora ele pode usar o registro “{ $record }”.
success-says = { $organization } diz:
success-next-heading = O que acontece agora
success-next-app = { $organization } recebe o aviso de que você conectou o app. Você não precisa fazer mais nada.
success-next-code = Guarde sua carta. Seu código funciona por mais { $duration }, para adicionar outro registro ou conectar de novo.
success-next-stop = Você pode desconectar quando quiser:
success-facts-heading = Para você guardar
success-what = Você conectou
success-app = App
success-when = Data
success-rules-heading = O que você permitiu
success-print = Imprimir esta página
return-link-leaves = Isto abre outro site.

# Não permitido
declined-heading = Você não permitiu o app { $app }
declined-what = Você disse não para “{ $friendly }”. Não tem problema.
declined-nothing = Nada foi compartilhado com { $organization }, e não guardamos nenhuma das suas escolhas.
declined-mind-heading = Se você mudar de ideia
declined-mind-text = Use seu código de novo. Ele ainda funciona até expirar.
declined-again = Digitar o código de novo

# Conexões e desconectar
connections-heading = Suas conexões
connections-intro = Estes apps estão conectados aos seus registros. Você pode desconectar qualquer um deles.
connections-none = Nenhum app está conectado aos seus registros.
connection-since = Conectado desde { $date }
connection-ended = Terminou em { $date }
connection-may = O que ele pode fazer
connection-no-rules = Ele não pode ver nem mudar nada no registro.
connection-history = O que aconteceu
connection-history-caption = O que aconteceu, do mais recente ao mais antigo
history-when = Quando
history-what = O quê
history-authorized = Você permitiu
history-reauthorized = Você permitiu de novo
history-disconnected = Você desconectou
history-given-up = O app terminou a conexão
connection-contact = Contato:
disconnect-link = Desconectar
disconnect-link-what = o app { $app } do registro { $record }
disconnect-heading = Desconectar o app { $app } do registro “{ $record }”?
disconnect-what-happens = Se você desconectar:
disconnect-stops = O app { $app } não pode mais usar este registro, a partir de agora.
disconnect-copies = As cópias que { $organization } já tem continuam lá.
disconnect-again = Para conectar de novo mais tarde, use seu código. Ou fale com { $organization } e peça um novo.
disconnect-button = Sim, desconectar
disconnect-cancel = Não, manter a conexão

# A conta
account-link = Sua conta
account-heading = Sua conta
account-back = Sua conta
account-change = Alterar
account-see = Ver
account-name = Nome
account-name-what = seu nome
account-email = E-mail
account-email-what = seu e-mail
account-password = Senha
account-password-what = sua senha
account-password-hidden = Só você sabe qual é
account-ways = Formas de entrar
account-ways-what = suas formas de entrar
account-ways-is = Contas de outros serviços
account-language = Idioma
account-language-what = seu idioma
account-language-browser = O mesmo do seu navegador
account-records = Seus registros
account-records-what = seus registros
account-records-count =
    { $count ->
        [one] { $count } registro
       *[other] { $count } registros
    }
account-sessions = Onde sua conta está aberta
account-sessions-what = onde sua conta está aberta
account-sessions-count =
    { $count ->
        [one] { $count } navegador
       *[other] { $count } navegadores
    }
account-history = O que aconteceu
account-history-what = o que aconteceu na sua conta
account-history-is = Entradas na conta e mudanças
account-data-heading = Seus dados
account-export-link = Ver e baixar seus dados
account-delete-link = Apagar sua conta
browser-on = { $browser } no { $system }
browser-unknown = Um navegador que não conhecemos
browser-unknown-on = Um navegador no { $system }
notice-name-changed = Seu nome foi alterado.
notice-email-changed = Seu e-mail foi alterado. Use o novo para entrar.
notice-language-changed = Seu idioma foi alterado.
notice-password-changed = Sua senha foi alterada. Você saiu da conta em todos os outros lugares.
notice-session-ended = Você saiu da conta nesse navegador.
notice-sessions-ended = Você saiu da conta em todos os outros lugares.
notice-record-renamed = O registro está com o nome novo.
notice-record-deleted = O registro foi apagado.
notice-code-sent = Enviamos um código novo para você. O anterior não funciona mais.

# A conta: nome, endereço, idioma, senha
account-name-heading = Alterar seu nome
account-name-hint = Os apps que você conectou podem ver seu nome.
account-name-button = Salvar
account-email-heading = Alterar seu e-mail
account-email-present = Seu e-mail agora: { $email }
account-email-none = Você entra com uma conta de outro serviço. Por isso não temos aqui um e-mail que você possa alterar.
account-email-label = Novo e-mail
account-email-hint = Vamos enviar um código para ele. Seu e-mail muda quando você digitar o código.
account-email-hint-now = A partir daí, você entra com ele.
account-email-undo =
    { $days ->
        [one] Também escrevemos para o seu e-mail antigo. Por ele, dá para desfazer a mudança durante { $days } dia.
       *[other] Também escrevemos para o seu e-mail antigo. Por ele, dá para desfazer a mudança durante { $days } dias.
    }
account-email-button = Alterar e-mail
account-email-code-heading = Veja seu e-mail
account-email-code-back = Usar outro endereço
account-email-code-sent = Enviamos um código para { $email }.
account-email-code-label = Código do e-mail
account-email-code-hint =
    { $minutes ->
        [one] São 6 números. O código funciona por { $minutes } minuto.
       *[other] São 6 números. O código funciona por { $minutes } minutos.
    }
account-email-code-button = Confirmar
account-email-code-none = O e-mail não chegou?
account-email-code-spam = Pode demorar alguns minutos. Olhe também na pasta de spam.
account-email-code-resend = Enviar um código novo
account-language-heading = Escolha seu idioma
account-language-hint = Ele vale em todos os aparelhos em que você entrar e também nos nossos e-mails.
account-language-button = Salvar
account-password-heading = Alterar sua senha
account-password-ends = Depois, sua conta continua aberta aqui. Nos outros lugares, você sai da conta.
account-password-none = Você entra com uma conta de outro serviço. Por isso não tem aqui uma senha que possa alterar.
account-password-label = Senha nova
account-password-button = Alterar senha
current-password-label = Sua senha atual
problem-current-password = Esta não é sua senha atual. Digite de novo.
problem-current-password-empty = Digite sua senha
problem-email-same = Este já é o seu e-mail. Digite outro.
problem-email-not-free = Este e-mail não pode ser usado. Digite outro.
problem-email-too-many = Você pediu muitos códigos. Espere uma hora e tente de novo.
problem-email-code-over = Este código não funciona mais. Peça um novo.
problem-language-none = Escolha um idioma

# A conta: onde está aberta e o que aconteceu
account-sessions-heading = Onde sua conta está aberta
account-sessions-text = Se você não conhece algum destes, saia da conta nele.
account-session-this = Este aqui
account-session-since = Conta aberta em: { $date }
account-session-seen = Último uso: { $date }
account-session-kept = Sua conta fica aberta aqui até { $date }
account-session-end = Sair da conta
account-sessions-others = Sair da conta em todos os outros lugares
account-sessions-strange = Algo parece estranho?
account-sessions-password = Alterar sua senha
account-history-heading = O que aconteceu na sua conta
account-history-none = Ainda não aconteceu nada.
account-history-caption =
    { $months ->
        [one] Do mais recente ao mais antigo. Guardamos isto por { $months } mês.
       *[other] Do mais recente ao mais antigo. Guardamos isto por { $months } meses.
    }
account-history-pages = Páginas
account-history-newer = Mais recentes
account-history-older = Mais antigos
account-history-strange = Alguma destas ações não foi sua?
account-event-signed-in = Você entrou na conta
account-event-sign-in-failed = Alguém digitou uma senha errada
account-event-times =
    { $count ->
        [one] { $count } vez
       *[other] { $count } vezes
    }
account-event-name = Seu nome foi alterado
account-event-email = Seu e-mail foi alterado
account-event-email-restored = Seu e-mail antigo voltou
account-event-language = Seu idioma foi alterado
account-event-provider-added = Você adicionou uma forma de entrar
account-event-provider-removed = Você removeu uma forma de entrar
account-event-password = Sua senha foi alterada
account-event-recovered = Você criou uma senha nova com um código por e-mail
account-event-passkey-added = Uma chave de acesso foi adicionada
account-event-passkey-removed = Uma chave de acesso foi removida
account-event-session = Você saiu da conta em outro navegador
account-event-others = Você saiu da conta em todos os outros lugares
account-event-all = Saída da conta em todos os lugares, pelo link de um e-mail
account-event-connected = Você conectou um app
account-event-disconnected = Você desconectou um app
account-event-given-up = Um app terminou a conexão
account-event-record-renamed = Um registro ganhou um nome novo
account-event-record-deleted = Você apagou um registro
account-event-exported = Você baixou seus dados

# A conta: registros
account-records-heading = Seus registros
account-records-back = Seus registros
account-records-none = Você não tem registros. Você cria um quando conecta um app.
account-records-text = Você pode apagar um registro quando nenhum app está conectado a ele.
account-record-unconnected = Nenhum app conectado
account-record-connected =
    { $count ->
        [one] { $count } app conectado
       *[other] { $count } apps conectados
    }
account-record-rename = Mudar o nome
account-record-delete = Apagar
account-record-see = Ver conexões
account-record-name-heading = Mudar o nome de “{ $record }”
account-record-name-label = Nome novo
account-record-delete-heading = Apagar “{ $record }”?
account-record-delete-what = O registro e tudo o que aconteceu nele são apagados daqui.
account-record-delete-final = Você não pode desfazer isto.
account-record-delete-button = Sim, apagar
account-record-delete-cancel = Não, manter
problem-record-name-empty = Digite um nome para o registro

# A conta: seus dados e como apagar a conta
account-export-heading = Seus dados
account-export-text = Isto é o que guardamos sobre você. O arquivo tem tudo, em um formato que outros programas conseguem ler.
account-export-apps = Apps que você conectou
account-export-apps-more = Com o que você permitiu, desde quando e o que aconteceu
account-export-mails = E-mails sobre sua conta
account-export-mails-more = Só quando escrevemos e por quê. Não guardamos o que estava escrito neles.
account-export-none = Nada
account-export-lines =
    { $count ->
        [one] { $count } linha
       *[other] { $count } linhas
    }
account-export-mails-count =
    { $count ->
        [one] { $count } e-mail
       *[other] { $count } e-mails
    }
account-export-secrets = Sua senha não está no arquivo. Ela fica guardada de um jeito que ninguém consegue ler.
account-export-button = Baixar seus dados
account-delete-heading = Apagar sua conta?
account-delete-what = Se você apagar:
account-delete-app = O app { $app } é desconectado e recebe um aviso.
account-delete-record = O registro “{ $record }” é apagado.
account-delete-all = Seu nome, seu endereço, sua senha e o histórico da sua conta são apagados.
account-delete-copies = As cópias que uma clínica já tem continuam na clínica.
account-delete-codes = As clínicas guardam o que escreveram para os seus códigos até eles expirarem.
account-delete-final = Isto é definitivo. Ninguém pode trazer a conta de volta.
account-delete-export = Quer guardar uma cópia antes?
account-delete-label = Para confirmar, digite seu e-mail
account-delete-label-name = Para confirmar, digite seu nome
account-delete-button = Apagar minha conta para sempre
account-delete-cancel = Manter minha conta
problem-delete-empty = Digite como está escrito acima
problem-delete-other = Não está igual. Digite como está escrito acima.
account-deleted-heading = Sua conta foi apagada
account-deleted-text = Todos os seus apps foram desconectados e receberam um aviso. Você saiu da conta em todos os lugares.
account-deleted-copies = As cópias que uma clínica já tem continuam na clínica. Se tiver perguntas sobre elas, fale com a sua clínica.
account-deleted-close = Você pode fechar esta página.

# A conta: links em e-mails
not-me-heading = Sair da conta em todos os lugares?
not-me-ends = Todas as pessoas que estão na sua conta saem dela na hora.
not-me-password = Depois, você escolhe uma senha nova. Ajudamos você com isso.
not-me-stays = Suas conexões ficam como estão.
not-me-button = Sair da conta em todos os lugares
not-me-was-me = Se foi você, pode fechar esta página. Nada muda.
undo-email-heading = Voltar para o seu e-mail antigo?
undo-email-back = O e-mail da sua conta volta a ser { $email }.
undo-email-button = Voltar para o e-mail antigo
problem-undo-taken = Este e-mail agora pertence a outra conta, por isso não podemos voltar para ele. Entre nessa conta ou peça ajuda à sua clínica.
link-old-heading = Este link não funciona mais
link-old-text = Ele é muito antigo ou já foi usado. Se você acha que outra pessoa usa sua conta, escolha uma senha nova.
link-old-recover = Escolher uma senha nova

# Página não encontrada, muitas tentativas, formulário antigo
not-found-heading = Não encontramos esta página
not-found-what = Se você digitou o endereço, confira se está certo. Se você colou, confira se copiou tudo.
not-found-next = Se você tem um código da sua clínica, pode digitar aqui.
not-found-target = O link que você abriu pede algo que este serviço não tem.
not-found-target-next = Procure o código na sua carta ou no seu e-mail. Você pode digitar aqui.
not-found-link = Digitar um código
too-many-requests-heading = Espere um momento, por favor
too-many-requests-what = Houve muitas tentativas em pouco tempo vindas da sua rede.
too-many-requests-wait = Espere { $duration } e tente de novo.
too-many-requests-kept = Isto não bloqueia seu código nem gasta nenhuma chance. Volte e envie o formulário de novo.
stale-form-heading = Esta página ficou aberta por muito tempo
stale-form-what = Não conseguimos ter certeza de que isto veio de você, por isso paramos.
stale-form-nothing = Nada foi alterado.
stale-form-next = Volte, carregue a página de novo e tente mais uma vez.
problem-form-changed = Esta página mudou depois que você a abriu. Nada foi feito. Por favor, leia de novo.
problem-form-stale = A página ficou aberta por um tempo. Nada se perdeu: envie de novo.

# Falhas
try-again-later-heading = Desculpe, não conseguimos fazer isto agora
try-again-later-what = O serviço está muito ocupado ou em manutenção.
try-again-later-next = Tente de novo em alguns minutos.
try-again-later-kept = O que você já terminou está salvo. Seu código ainda funciona.

# Um passo pode ter sido salvo ou não
outcome-unknown-heading = Desculpe, não sabemos se este passo foi salvo
outcome-unknown-next = Espere alguns minutos. Depois, volte e olhe a página antes de tentar de novo.
outcome-unknown-kept = O que você terminou antes deste passo está salvo.

fault-heading = Desculpe, algo deu errado
fault-what = O erro é nosso, não seu. O que você já terminou está salvo.
fault-next = Volte e tente de novo. Se acontecer outra vez, fale com a sua clínica.
fault-reference = Informe este número à clínica:

# Ajuda
help-heading = Como funciona
help-how-heading = Conectar em cinco passos
help-how-code = Digite o código que a sua clínica enviou.
help-how-question = Responda à pergunta que a sua clínica escolheu. A resposta chegou a você de outro jeito, por exemplo, na sua consulta.
help-how-sign-in = Entre na sua conta ou crie uma.
help-how-record = Escolha de quem é o registro de saúde que você quer conectar.
help-how-allow = Leia o que a clínica está pedindo. Diga sim ou não.
help-how-stop = Você pode desconectar quando quiser em “Suas conexões”.
help-time-heading = Quanto tempo você tem
help-time-code = Um código funciona por { $duration } depois que a sua clínica o criou.
help-time-idle =
    { $minutes ->
        [one] Após { $minutes } minuto sem uso, você sai da conta automaticamente. Entre de novo e continue de onde parou.
       *[other] Após { $minutes } minutos sem uso, você sai da conta automaticamente. Entre de novo e continue de onde parou.
    }
help-time-kept = Se você marcar “Manter minha conta aberta”, ela fica aberta por { $duration }.
help-time-journey =
    { $hours ->
        [one] Guardamos seu lugar por { $hours } hora. Depois disso, digite seu código de novo.
       *[other] Guardamos seu lugar por { $hours } horas. Depois disso, digite seu código de novo.
    }
help-kept-heading = O que guardamos
help-kept-account = Seu nome, seu e-mail e os nomes dos seus registros.
help-kept-connections = Quais apps você permitiu, o que eles podem fazer e desde quando.
help-kept-secrets = Sua senha, de um jeito que ninguém consegue ler. Suas respostas às perguntas são conferidas, mas não ficam guardadas.
help-cookies-heading = Cookies
help-cookies-text = Usamos cinco cookies, e sem eles o serviço não funciona com segurança. Um lembra que você entrou na conta. Um lembra o passo em que você está. Um confere se foi você que enviou o formulário. Um nos ajuda a reconhecer este navegador, para que ninguém impeça você de entrar na sua conta tentando adivinhar a senha. Um lembra seu idioma. Não há outros, por isso não precisamos fazer perguntas sobre cookies.
help-shared-heading = Em um computador que outras pessoas usam
help-shared-text = Marque “Outras pessoas usam este computador” ao entrar. Assim, quando você terminar, você sai da conta automaticamente. Você também pode escolher “Sair da conta”.
help-access-heading = Acessibilidade
help-access-aim = Queremos que todas as pessoas consigam usar este serviço. Nossa meta é cumprir as Diretrizes de Acessibilidade para Conteúdo Web (WCAG) 2.2, no nível AA.
help-access-works = Você pode usar o serviço com teclado ou leitor de tela, aumentar o texto até 400% e usar sem JavaScript.
help-access-known = O que sabemos que é difícil: é preciso saber a resposta da pergunta da sua clínica. Se você não encontra a resposta ou não consegue digitar, sua clínica pode ajudar.

# E-mails sobre contas
mail-code-lifetime = O código funciona por { $duration }. Só o código mais novo funciona. Não dê o código a ninguém.
mail-not-you-heading = Não foi você?
mail-sign-in-link = Entrar
mail-recover-link = Escolher uma senha nova
mail-create-account-link = Criar uma conta
mail-confirm-address-subject = Confirme seu e-mail
mail-confirm-address-text = Alguém, provavelmente você, está usando este e-mail para uma conta. Digite este código na página que pede o código:
mail-confirm-address-elsewhere-heading = Você fechou essa página?
mail-confirm-address-elsewhere = Entre com este e-mail e sua senha. Então enviamos um código novo para você.
mail-confirm-address-not-you = Você não precisa fazer nada. Sem o código, ninguém pode usar seu e-mail aqui.
mail-already-registered-subject = Você já tem uma conta
mail-already-registered-text = Alguém, provavelmente você, quis criar uma conta com este e-mail. Você já tem uma, por isso não mudamos nada.
mail-already-registered-sign-in = Entre com este e-mail e sua senha:
mail-already-registered-recover = Se você esqueceu sua senha, pode escolher uma nova:
mail-already-registered-not-you = Você não precisa fazer nada. Ninguém entrou na sua conta.
mail-recovery-subject = Seu código para uma senha nova
mail-recovery-text = Alguém, provavelmente você, quer escolher uma senha nova para sua conta. Digite este código na página que pede o código:
mail-recovery-not-you = Você não precisa fazer nada. Sua senha ainda funciona, e ninguém entrou na sua conta.
mail-no-account-subject = Este e-mail não tem senha aqui
mail-no-account-text = Alguém, provavelmente você, quis escolher uma senha nova. Mas nenhuma conta aqui tem este e-mail e uma senha.
mail-no-account-other = Talvez você tenha usado outro e-mail. Tente com ele. Ou talvez você entre com outro serviço: nesse caso, não precisa de senha aqui.
mail-no-account-create = Se você ainda não tem uma conta, pode criar uma:
mail-no-account-not-you = Você não precisa fazer nada. Nenhuma conta foi criada.
mail-recovered-subject = Sua senha foi alterada
mail-recovered-text = Uma senha nova foi escolhida para sua conta, com um código que enviamos para este e-mail.
mail-recovered-signed-out = Você saiu da conta em todos os lugares. O que você conectou continua conectado.
mail-recovered-not-you = Então outra pessoa consegue ler seus e-mails. Primeiro, mude a senha do seu e-mail. Depois, escolha uma senha nova aqui:

# E-mails
mail-help-heading = Se precisar de ajuda
mail-automatic = Este e-mail foi enviado por um computador. Por favor, não responda.
mail-test-subject = Um teste dos nossos e-mails
mail-test-text = Se você consegue ler isto, os e-mails deste portal estão chegando.
mail-test-link = Abrir o portal

# E-mails: avisos
notice-mail-new-browser = Sua conta foi aberta em um novo navegador
notice-mail-new-browser-what = Alguém entrou na sua conta: { $browser }, { $date }. Este navegador nunca tinha entrado antes.
notice-mail-password = Sua senha foi alterada
notice-mail-password-what = A senha da sua conta foi alterada: { $date }.
notice-mail-passkey = Uma chave de acesso foi adicionada
notice-mail-passkey-what = A chave de acesso “{ $name }” foi adicionada à sua conta: { $date }.
notice-mail-provider = Uma forma de entrar foi adicionada
notice-mail-provider-what = A partir de agora, uma conta de outro serviço pode abrir sua conta aqui: { $date }.
notice-mail-connected = O app { $app } está conectado
notice-mail-connected-what = O app { $app } ({ $organization }) foi conectado a um dos seus registros: { $date }.
notice-mail-disconnected = O app { $app } foi desconectado
notice-mail-disconnected-what = O app { $app } ({ $organization }) foi desconectado de um dos seus registros: { $date }. Ele não pode mais usar esse registro.
notice-mail-given-up = O app { $app } terminou a conexão
notice-mail-given-up-what = { $organization } terminou a conexão do app { $app } com um dos seus registros: { $date }. O app não pode mais usar esse registro.
notice-mail-given-up-next = Você não precisa fazer nada. Se tiver perguntas, fale com { $organization }.
notice-mail-data-types = O app { $app } agora pede outra coisa
notice-mail-data-types-what = { $organization } mudou o que o app { $app } pede.
notice-mail-data-types-kept = O que você permitiu continua como estava. O app não recebe nada novo se você não permitir.
notice-mail-data-types-next = Você pode ver o que permitiu e desconectar o app em “Suas conexões”.
notice-mail-deleted = Sua conta foi apagada
notice-mail-deleted-what = Sua conta foi apagada: { $date }. Todos os apps foram desconectados.
notice-mail-deleted-gone = Este é o último e-mail sobre ela. Não guardamos seu endereço.
notice-mail-deleted-not-me = Se não foi você, alguém sabia sua senha. Mude essa senha nos outros lugares em que você a usa e avise sua clínica.
notice-mail-connections-link = Ver suas conexões
notice-mail-was-me = Se foi você, não precisa fazer nada.
notice-mail-not-me-heading = Não foi você?
notice-mail-not-me = Então saia da conta em todos os lugares e escolha uma senha nova. Abra esta página:
notice-mail-not-me-link = Sair da conta em todos os lugares
mail-email-code-subject = Seu código para o novo e-mail
mail-email-code-text = Você quer usar este e-mail na sua conta. Digite este código na página que está aberta:
mail-email-code-time =
    { $minutes ->
        [one] O código funciona por { $minutes } minuto e só uma vez.
       *[other] O código funciona por { $minutes } minutos e só uma vez.
    }
mail-email-code-not-me = Se não foi você, não precisa fazer nada. Sem o código, nada muda.
mail-email-taken-subject = Você já tem uma conta com este e-mail
mail-email-taken-text = Alguém quer usar este e-mail em outra conta. Mas já existe uma conta com ele.
mail-email-taken-next = Se foi você, entre com este e-mail.
mail-email-taken-link = Entrar
mail-email-changed-subject = Seu e-mail foi alterado
mail-email-changed-text = Sua conta tem um novo e-mail: { $date }. Agora você entra com ele. Não escrevemos mais para este aqui.
mail-email-changed-was-me = Se foi você, não precisa fazer nada.
mail-email-changed-undo = Você pode voltar para este e-mail até { $date }. Nesse caso, todas as pessoas saem da conta. Abra esta página:
mail-email-changed-link = Voltar para este e-mail

# Convite, como e-mail
invitation-subject = { $organization } enviou um convite para você
reminder-subject = Lembrete: { $organization } enviou um convite para você
reminder-text = Já escrevemos para você antes, e seu código ainda não foi usado. Se você não quiser conectar, não precisa fazer nada.
invitation-link = Abrir seu convite
invitation-answer = Você vai responder a uma pergunta. A resposta não está neste e-mail: { $organization } dá a resposta de outro jeito.
invitation-unexpected-heading = Se você não esperava isto
invitation-unexpected = Abra o link e escolha “{ $report }”. Então o código para de funcionar, e { $organization } recebe um aviso.
invitation-links = Nossos links sempre começam com { $host }
invitation-sender = Nossos e-mails sempre vêm de { $sender }
invitation-keep = Guarde este e-mail só para você. O código é só seu.

# Carta
letter-subject = Conecte o app { $app } ao seu registro de saúde
letter-why = { $organization } gostaria de conectar o app “{ $app }” ao seu registro de saúde.
letter-you-decide = Quem decide é você. Nada é compartilhado se você não disser sim.
letter-open = Abra este link:
letter-type = Ou abra { $address } e digite este código:
letter-answer = Você vai responder a uma pergunta. A resposta não está nesta carta: { $organization } dá a resposta de outro jeito.
letter-chances =
    { $count ->
        [one] Você tem { $count } chance para responder. Responda com calma.
       *[other] Você tem { $count } chances para responder. Responda com calma.
    }
letter-then = Depois, entre na sua conta ou crie uma, escolha um registro e diga sim ou não.
letter-until = Use seu código antes de { $date }.
letter-keep = Guarde esta carta só para você. O código é só seu.
letter-help = Se precisar de ajuda:

# Chaves de acesso
account-passkeys = Chaves de acesso
account-passkeys-what = suas chaves de acesso
account-passkeys-count =
    { $count ->
        [one] { $count } chave de acesso
       *[other] { $count } chaves de acesso
    }
account-passkeys-heading = Suas chaves de acesso
account-passkeys-text = Com uma chave de acesso, você entra usando o rosto, a impressão digital ou o PIN do seu celular ou computador. Não há nada para lembrar, e ninguém consegue adivinhar.
account-passkeys-password = Suas outras formas de entrar também continuam funcionando.
account-passkeys-none = Você ainda não tem uma chave de acesso.
account-passkeys-no-script = Para adicionar uma chave de acesso nesta página, o JavaScript precisa estar ligado no seu navegador. Você não precisa de uma chave de acesso: pode entrar sem ela.
account-passkeys-unsupported = Este navegador não consegue usar chaves de acesso. Você não precisa de uma: pode entrar sem ela.
account-passkeys-add-heading = Adicionar uma chave de acesso
account-passkeys-prove = Antes de adicionar uma, digite sua senha mais uma vez.
account-passkeys-name-label = Nome da chave de acesso
account-passkeys-name-hint = Para você reconhecer depois, por exemplo, “Meu celular”
account-passkeys-button = Adicionar uma chave de acesso
account-passkeys-added = Adicionada: { $date }
account-passkeys-used = Último uso: { $date }
account-passkeys-never = Ainda não usada
account-passkeys-remove = Remover
account-passkeys-remove-what = a chave de acesso “{ $name }”
notice-passkey-added = A chave de acesso foi adicionada. Você pode usá-la na próxima vez que entrar.
notice-passkey-removed = A chave de acesso foi removida. Ela não serve mais para entrar.
problem-passkey-name-empty = Digite um nome para a chave de acesso
problem-passkey-name-long = O nome pode ter no máximo { $max } caracteres. Digite um mais curto.
problem-passkey-cancelled = Nenhuma chave de acesso foi adicionada. Você parou, ou demorou demais. Tente de novo quando quiser.
problem-passkey-known = Este celular ou computador já tem uma chave de acesso para esta conta.
problem-passkey-refused = Não conseguimos adicionar esta chave de acesso. Tente de novo ou use outra.
problem-passkey-too-many = Você tem { $max } chaves de acesso. Remova uma antes de adicionar outra.
sign-in-passkey-button = Entrar com uma chave de acesso
problem-passkey-sign-in = Esta chave de acesso não funcionou aqui. Tente outra ou use seu e-mail e sua senha.
success-passkey-heading = Entre mais rápido na próxima vez
success-passkey-text = Com uma chave de acesso, você entra usando o rosto, a impressão digital ou o PIN do seu celular. Não há senha para esquecer.
success-passkey-link = Adicionar uma chave de acesso

# The letter on paper
letter-scan = Aponte a câmera do celular para esta imagem:
letter-picture = Uma imagem quadrada que a câmera de um celular consegue ler. Ela abre o link.
letter-short-address = Ou abra { $address } e digite este código:
letter-spelled = O código letra por letra
