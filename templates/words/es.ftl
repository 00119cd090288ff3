# Lo que leen los pacientes, en español. Las claves siguen el orden de las páginas.
# Palabras sencillas, frases cortas, trato de usted, sin culpar a nadie. Primero qué pasó, luego qué hacer.
# Este idioma
language-name = Español
language-dir = ltr

# Todas las páginas
service-name = Patient Connect
the-clinic = la clínica
skip-to-main = Ir al contenido principal
title-error = Error:
summary-heading = Hay un problema
sandbox-ribbon = Entorno de prueba: nada aquí es real
brand-through = a través de Patient Connect
brand-hours = Horario:
brand-privacy = Privacidad
brand-accessibility = Accesibilidad
brand-imprint = Aviso legal
account-nav = Su cuenta
connections-link = Sus conexiones
sign-out = Cerrar sesión
foot-help-heading = ¿Necesita ayuda?
# A quién llamar y el camino de vuelta
contact-phone = Teléfono
contact-email = Correo electrónico
contact-hours = Horario
contact-address = Dirección
help-link = Cómo funciona
language-form = Idioma
continue = Continuar
back = Volver
step-caption = Paso { $step } de { $steps }
connecting = Usted está conectando:

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
        [one] { $count } día
       *[other] { $count } días
    }
duration-weeks =
    { $count ->
        [one] { $count } semana
       *[other] { $count } semanas
    }

# Avisos
notice-signed-out = Su sesión está cerrada.
notice-signed-in-again =
    { $minutes ->
        [one] Cerramos su sesión porque no hubo actividad durante { $minutes } minuto. Inicie sesión de nuevo y seguirá donde estaba.
       *[other] Cerramos su sesión porque no hubo actividad durante { $minutes } minutos. Inicie sesión de nuevo y seguirá donde estaba.
    }
notice-disconnected = La aplicación { $app } está desconectada. Ya no puede usar este expediente.

# Código
code-heading = Escriba el código de su clínica
code-hint = Está en su carta o correo: 20 letras en cinco grupos, como
code-hint-typing = Puede usar minúsculas. Los espacios y los guiones no importan.
code-next-heading = Qué pasa después
code-next-question = Usted responde una pregunta que eligió su clínica.
code-next-sign-in = Inicia sesión o crea una cuenta.
code-next-allow = Ve lo que pide la clínica y dice sí o no.
code-next-safe = Son unos 5 minutos. No se comparte nada hasta que usted diga que sí.
code-none-summary = No tengo un código
code-none-text = Los códigos los da su clínica. Llame o escriba a su clínica y pida uno. No hay otra forma de obtener un código.
problem-identity-code-empty = Escriba su código
problem-identity-code-length = Un código tiene 20 letras. Usted escribió { $letters }. Compárelo con su carta.
problem-identity-code-letter = Los códigos nunca llevan «{ $letter }». Compare el grupo { $group } con su carta.
problem-identity-code-group =
    { $letters ->
        [one] Cada grupo tiene 4 letras. El grupo { $group } tiene solo { $letters }. Compárelo con su carta.
       *[other] Cada grupo tiene 4 letras. El grupo { $group } tiene { $letters }. Compárelo con su carta.
    }
problem-identity-code-slip = Una letra no es correcta, o dos letras cambiaron de lugar. Compare cada grupo con su carta.
problem-identity-code-unknown = No conocemos este código. Compárelo con su carta. Si es igual, pida un código nuevo a su clínica.
problem-identity-code-link = El código de su enlace no está completo. Escriba el código de su carta o correo.
problem-identity-code-too-long = Es demasiado texto. Escriba solo el código: 20 letras en cinco grupos.

# Pregunta
question-asks = Le pregunta
question-by = de { $organization }
question-hint = Las mayúsculas no importan. Los espacios sí.
question-chances =
    { $left ->
        [one] Tiene { $left } oportunidad para responder.
       *[other] Tiene { $left } oportunidades para responder.
    }
question-chances-left =
    { $left ->
        [one] Le queda { $left } oportunidad.
       *[other] Le quedan { $left } oportunidades.
    }
question-check = Revise la ortografía y los espacios.
question-last-chance = Si esta respuesta no es correcta, su código dejará de funcionar. Solo { $organization } puede desbloquearlo. Si tiene dudas, pregúnteles antes.
question-unknown-summary = No sé la respuesta
question-unknown-text = { $organization } eligió la respuesta junto con esta pregunta. Pídasela:
question-unknown-free = Preguntar no gasta ninguna oportunidad. Su código seguirá funcionando cuando vuelva.
question-other-code = Usar otro código
question-report = No esperaba esto
problem-answer-empty = Escriba su respuesta
problem-answer-wrong =
    { $left ->
        [one] Esta respuesta no coincide. Le queda { $left } oportunidad.
       *[other] Esta respuesta no coincide. Le quedan { $left } oportunidades.
    }
problem-answer-too-long = Esta respuesta es demasiado larga. Escriba solo la respuesta que le dio su clínica.

# Códigos bloqueados, vencidos y retirados
refusal-contact-heading = Con quién hablar
refusal-ask-heading = Qué pedir
refusal-have-code = Tengo un código nuevo
locked-heading = Su código está bloqueado
locked-what = Hubo demasiadas respuestas incorrectas. Bloqueamos el código para proteger su información.
locked-nothing = No se compartió nada con { $organization }.
locked-nothing-new = No se compartió nada nuevo con { $organization }.
locked-before = Lo que usted permitió antes con este código sigue conectado.
locked-before-link = Ver sus conexiones
locked-ask = Diga: «Mi código está bloqueado. Desbloquéenlo, por favor». La carta que usted tiene sigue sirviendo. Pida también la respuesta a su pregunta.
expired-heading = Su código venció
expired-what = Un código funciona durante { $duration }. El suyo es más antiguo. Esto le pasa a mucha gente.
expired-nothing = No se compartió nada con { $organization }.
expired-ask = Diga: «Mi código venció. Por favor, envíenme un código nuevo».
withdrawn-heading = Su código ya no se usa
withdrawn-what = { $organization } retiró este código. Es posible que usted tenga uno más nuevo.
withdrawn-nothing = No se compartió nada con este código.
withdrawn-ask = Busque primero una carta o un correo más reciente. Si no hay, pida un código nuevo a su clínica.

# No esperaba esto
report-heading = ¿No esperaba esto?
report-what = Si no sabe por qué { $organization } le envió un código, puede avisar. Esto es lo que pasa:
report-stops = El código deja de funcionar enseguida, para todo el mundo.
report-told = { $organization } se entera de que usted no lo esperaba. No se le dice nada más.
report-undo = Si fue un error, { $organization } puede hacer que el código funcione otra vez.
report-button = Avisar y detener el código
report-cancel = Volver

# El código está detenido
frozen-heading = Este código se detuvo
frozen-what = Alguien que tiene este código nos dijo que no lo esperaba. Por eso lo detuvimos, y { $organization } lo sabe.
frozen-ask = Diga: «Quiero usar mi código. Desbloquéenlo, por favor». Si lo hacen, su carta vuelve a servir.

# Iniciar sesión y crear una cuenta
sign-in-heading = Inicie sesión
sign-in-why-journey = Su respuesta es correcta. Ahora inicie sesión, para que solo usted pueda conectar su expediente.
sign-in-why = Vea qué está conectado a sus expedientes y desconéctelo si quiere.
sign-in-button = Iniciar sesión
sign-in-new-heading = ¿Es su primera vez?
sign-in-new-text = Necesita una cuenta gratuita para conectar un expediente. Se crea en un minuto.
sign-in-new-link = Crear una cuenta
create-account-heading = Cree una cuenta
create-account-have = ¿Ya tiene una cuenta?
create-account-sign-in = Inicie sesión
create-account-button = Crear cuenta
name-label = Su nombre
name-hint = Como quiere que lo escribamos
email-label = Correo electrónico
email-hint = Lo usará para iniciar sesión
password-label = Contraseña
new-password-label = Elija una contraseña
new-password-hint = Al menos 12 caracteres. Tres palabras al azar funcionan bien.
password-show = Mostrar
password-hide = Ocultar
password-show-label = Mostrar contraseña
password-hide-label = Ocultar contraseña
problem-sign-in = Este correo electrónico y esta contraseña no corresponden a ninguna cuenta. Revise los dos o cree una cuenta.
problem-email-empty = Escriba su correo electrónico
problem-email-invalid = Escriba un correo electrónico como nombre@ejemplo.com
problem-email-taken = No pudimos crear una cuenta con estos datos. Si ya tiene una cuenta, inicie sesión.
problem-password-empty = Escriba una contraseña
problem-password-short = Su contraseña necesita al menos { $min } caracteres. Tres palabras al azar funcionan bien.
problem-password-common = Esta contraseña está en una lista de contraseñas robadas que cualquiera puede leer. Elija otra. Tres palabras al azar funcionan bien.
problem-password-weak = Esta contraseña es fácil de adivinar. Pruebe con tres palabras al azar.
problem-password-long = Su contraseña puede tener hasta { $max } caracteres. Elija una más corta.
problem-name-empty = Escriba su nombre
problem-name-long = Su nombre puede tener hasta { $max } caracteres. Escriba uno más corto.

# Códigos por correo: una cuenta nueva y una contraseña olvidada
sign-in-recover = ¿Olvidó su contraseña?
sign-in-no-recovery = Guarde bien su contraseña. Este servicio no puede enviar correos, así que nadie puede ayudarle si la olvida.
create-account-no-mail = Este servicio no puede enviar correos. No comprobamos que la dirección sea suya, y nadie puede ayudarle si olvida su contraseña.
email-hint-code = Le enviamos un código. También lo usará para iniciar sesión.
email-code-label = Código del correo
email-code-hint = Tiene { $digits } cifras y funciona durante { $duration }. Los espacios no importan.
email-code-no-code = ¿No hay ningún código en el correo? Entonces el correo dice qué hacer.
email-code-expired = El código que enviamos ya no funciona: es demasiado antiguo. Pida uno nuevo más abajo.
email-code-spent = El código que enviamos ya no funciona: hubo demasiados intentos incorrectos. Pida uno nuevo más abajo.
email-code-none-heading = ¿No llegó el correo?
email-code-none-text = Puede tardar unos minutos. Mire también en la carpeta de correo no deseado.
email-code-resend = Enviar un código nuevo
verify-email-heading = Revise su correo
verify-email-sent = Enviamos un correo a { $email }. Escriba aquí el código que trae, para que sepamos que la dirección es suya.
verify-email-device = Puede leer el correo en otro teléfono u otra computadora. Deje esta página abierta.
verify-email-again-text = ¿La dirección no es correcta?
verify-email-again = Escribir sus datos otra vez
recover-heading = Elija una contraseña nueva
recover-text = Escriba el correo electrónico de su cuenta. Le enviamos un código. Con el código puede elegir una contraseña nueva.
recover-keeps = Lo que usted conectó sigue conectado.
recover-back = Volver a «Iniciar sesión»
recover-code-heading = Escriba el código de su correo
recover-code-sent = Enviamos un correo a { $email }.
recover-code-again-text = ¿La dirección no es correcta?
recover-code-again = Escribir otra dirección
recover-password-heading = Su contraseña nueva
recover-password-text = Su código es correcto. Cuando tenga una contraseña nueva, se cierran todas sus sesiones. Después inicie sesión con ella.
recover-password-button = Guardar la contraseña nueva
notice-recovered = Ya tiene una contraseña nueva. Inicie sesión con ella.
notice-has-account = Usted ya tiene una cuenta con esta dirección. Inicie sesión o elija una contraseña nueva.
notice-email-sent-again = Enviamos otro correo. Solo funciona el código más nuevo.
problem-email-code-empty = Escriba el código del correo
problem-email-code-digits = Un código solo tiene cifras. Compárelo con el correo.
problem-email-code-length = Un código tiene { $digits } cifras. Compárelo con el correo.
problem-email-code-wrong =
    { $left ->
        [one] Este código no es correcto. Use el correo más nuevo. Puede intentarlo { $left } vez más.
       *[other] Este código no es correcto. Use el correo más nuevo. Puede intentarlo { $left } veces más.
    }
problem-email-code-expired = Este código ya no funciona: es demasiado antiguo. Pida uno nuevo más abajo.
problem-email-code-spent = Este código ya no funciona: hubo demasiados intentos incorrectos. Pida uno nuevo más abajo.
problem-email-code-too-often =
    { $count ->
        [one] Ya enviamos { $count } correo. Busque el más nuevo o empiece de nuevo.
       *[other] Ya enviamos { $count } correos. Busque el más nuevo o empiece de nuevo.
    }

# Cuánto tiempo seguir con la sesión abierta, debajo de iniciar sesión y crear una cuenta
stay-keep = Mantener mi sesión abierta
stay-keep-hint = Durante { $duration }, aunque cierre el navegador. No lo marque donde otras personas puedan entrar.
stay-shared = Esta computadora es compartida
stay-shared-hint = Por ejemplo, en una biblioteca. Cerramos su sesión cuando termine.
stay-ended = Usted dijo que esta computadora es compartida. Por eso su sesión ya está cerrada y nadie más puede abrir esta página.

# Demasiados intentos de iniciar sesión en una cuenta
too-many-sign-ins-what = Hubo demasiados intentos de iniciar sesión con este correo electrónico. Tal vez los hizo otra persona.
too-many-sign-ins-known = ¿Tiene un teléfono o una computadora donde ya inició sesión antes? Ahí puede iniciar sesión ahora.

# Proveedores: iniciar sesión con una cuenta de otro sitio
other-ways-heading = Otras formas de iniciar sesión
other-ways-text = ¿Tiene en otro sitio una cuenta que puede usar aquí? Entonces no necesita una contraseña nuestra. La primera vez, creamos su cuenta.
other-ways-button = Iniciar sesión con { $provider }
provider-nameless = Persona nueva
provider-nothing = No se cambió ni se compartió nada.
provider-back-to-sign-in = Volver a iniciar sesión
provider-back-to-account = Volver a sus formas de iniciar sesión
provider-away-heading = { $provider } no responde
provider-away-what = Ahora no podemos comunicarnos con { $provider }. Tal vez atiende a mucha gente o está en reparación.
provider-away-next = Inténtelo de nuevo en unos minutos o elija otra forma de iniciar sesión.
provider-refused-heading = No pudimos iniciar su sesión con { $provider }
provider-refused-what = Lo que nos dijo { $provider } no era correcto, así que nos detuvimos para protegerle.
provider-refused-next = Vuelva e inténtelo una vez más. Si pasa de nuevo, elija otra forma de iniciar sesión.
provider-cancelled-heading = Usted no inició sesión con { $provider }
provider-cancelled-what = Usted canceló, o { $provider } no le dejó entrar. No hay problema.
provider-cancelled-next = Puede intentarlo de nuevo o elegir otra forma de iniciar sesión.
provider-over-heading = Este inicio de sesión terminó
provider-over-what = Tardó demasiado, empezó en otra ventana, o esta página se abrió dos veces.
provider-over-next = Vuelva y empiece de nuevo. Con { $provider } la segunda vez suele ser más rápida.
provider-known-heading = Quizás usted ya tiene una cuenta
provider-known-what = { $provider } nos dijo su correo electrónico, y una cuenta de aquí tiene el mismo. Para proteger los expedientes, nunca unimos cuentas solo por la dirección.
provider-known-next = Si es suya, primero inicie sesión con su contraseña. Luego abra «Formas de iniciar sesión» en su cuenta y agregue { $provider }.
provider-known-other-heading = ¿Esa cuenta no es suya?
provider-known-other-text = Entonces puede tener una cuenta propia. Empieza vacía.
provider-known-other-button = Crear una cuenta nueva
provider-taken-heading = Esto pertenece a otra cuenta
provider-taken-what = La cuenta de { $provider } que usó ya abre otra cuenta aquí.
provider-taken-next = Si las dos cuentas son suyas, cierre sesión e inicie sesión con { $provider } para ver la otra.
ways-heading = Formas de iniciar sesión
ways-text = Puede iniciar sesión con una cuenta que tiene en otro sitio. Abre aquí la misma cuenta, con los mismos expedientes.
way-added = Puede iniciar sesión con { $provider }.
way-not-added = Todavía no inicia sesión con { $provider }.
way-only = Es su única forma de iniciar sesión, así que se queda.
way-add = Agregar { $provider }
way-remove = Quitar { $provider }
notice-provider-added = Listo. Puede usarlo la próxima vez que inicie sesión.
notice-provider-removed = Listo. Ya no puede iniciar sesión de esa forma.
problem-provider-last = Es su única forma de iniciar sesión, así que se queda.

# Expediente
record-heading = ¿De quién es el expediente médico que quiere conectar?
record-hint = Elija uno. Podrá revisar todo antes de decir que sí.
record-used-before = Usted eligió este antes
record-connected = Conectado ahora a { $app }
record-new = Un expediente nuevo
record-new-note = Para alguien que no está en esta lista
record-new-name-label = Nombre del expediente nuevo
record-new-name-hint = De quién es, por ejemplo Emma
record-signed-in-as = Inició sesión como { $person }.
record-not-you = ¿No es usted? Cierre sesión
problem-record-none = Elija de quién es el expediente que quiere conectar
problem-record-unknown = Ese expediente no es uno de los suyos. Elija uno de la lista.
problem-new-record-name-empty = Escriba un nombre para el expediente nuevo
problem-new-record-name-long = El nombre puede tener hasta { $max } caracteres. Escriba uno más corto.

# Autorizar
authorize-heading = ¿Permite que { $app } use este expediente?
authorize-who = Quién lo pide
authorize-by = de { $organization }
authorize-record = Expediente
authorize-record-new = Nuevo: lo crearemos si usted lo permite
authorize-no-rules = { $app } quiere conectarse. No pide ver ni cambiar nada en el expediente.
authorize-names = { $app } también conocerá su nombre y el nombre de este expediente.
authorize-required = Lo que necesita la aplicación
authorize-optional = Lo que también puede permitir
authorize-optional-hint = Marque solo lo que quiera. También funciona sin esto.
authorize-stays-heading = La aplicación { $app } ya está conectada a:
authorize-stays-text = Eso queda como está. Si antes eligió el expediente equivocado, desconéctelo en «Sus conexiones».
authorize-mind-heading = Puede cambiar de opinión
authorize-mind-text = Esto dura hasta que usted lo detenga. Puede hacerlo en cualquier momento: abra «Sus conexiones» y elija «Desconectar».
authorize-allow = Permitir { $app }
authorize-decline = No permitir
# Lo que puede hacer una aplicación, en una sola frase
# $access es una lista de las cuatro palabras access-…, como «agregar y leer»; $types es una lista de tipos de
# información, como «visitas médicas y planes de cuidados». Ningún tipo empieza con el sonido «i», para que «y» sea
# siempre correcto. La frase nombra a la aplicación: «Puede leer» solo se entendería como «usted puede leer».
rule-may = La aplicación puede { $access } esta información: { $types }.
rule-may-only = La aplicación puede { $access } esta información.
rule-about = Se trata de esta información: { $types }.
access-create = agregar
access-read = leer
access-update = cambiar
access-delete = eliminar
problem-decision-none = Elija si lo permite o no
problem-rule-unknown = No pudimos leer lo que marcó. Márquelo de nuevo.

# Tipos de información, como aparecen en esa frase
data-type-adverse-events = efectos no deseados de tratamientos
data-type-allergies = alergias
data-type-appointments = citas
data-type-asthma = anotaciones sobre asma e inhaladores
data-type-blood-glucose = valores de azúcar en la sangre
data-type-blood-oxygen = valores de oxígeno en la sangre
data-type-blood-pressure = valores de presión arterial
data-type-body-measurements = medidas del cuerpo
data-type-bills = facturas
data-type-care-plans = planes de cuidados
data-type-care-team = personas del equipo de salud
data-type-cholesterol = valores de colesterol
data-type-conditions = enfermedades y problemas de salud
data-type-consents = consentimientos
data-type-contacts = contactos
data-type-devices = aparatos médicos
data-type-diabetes = anotaciones sobre la diabetes
data-type-diagnostic-reports = resultados de pruebas médicas
data-type-diet = anotaciones sobre comidas y dieta
data-type-discharge-summaries = documentos de alta del hospital
data-type-documents = documentos
data-type-emergency-contacts = contactos de emergencia
data-type-encounters = visitas médicas
data-type-exercise = anotaciones sobre ejercicio
data-type-family-history = enfermedades de la familia
data-type-files = archivos
data-type-genetic-results = resultados de pruebas genéticas
data-type-goals = metas de salud
data-type-health-journal = anotaciones del diario de salud
data-type-heart = pruebas del corazón
data-type-heart-rate = valores del pulso
data-type-height = medidas de estatura
data-type-images = fotos
data-type-imaging-studies = radiografías y otras imágenes médicas
data-type-immunizations = vacunas
data-type-insulin = dosis de insulina
data-type-insurance = seguros médicos
data-type-lab-results = resultados de laboratorio
data-type-living-wills = voluntades anticipadas
data-type-lung-function = pruebas de respiración
data-type-medication-dispenses = medicinas de la farmacia
data-type-medication-requests = recetas de medicinas
data-type-medications = medicinas
data-type-messages = mensajes
data-type-moods = anotaciones sobre el estado de ánimo
data-type-notes = notas
data-type-observations = mediciones y observaciones
data-type-orders = solicitudes de pruebas y tratamientos
data-type-peak-flow = valores de flujo máximo al soplar
data-type-personal-details = datos personales, como nombre y fecha de nacimiento
data-type-pregnancies = embarazos
data-type-procedures = operaciones y tratamientos
data-type-questionnaire-answers = respuestas a cuestionarios
data-type-questionnaires = cuestionarios
data-type-relatives = familiares y personas cuidadoras
data-type-risk-assessments = evaluaciones de riesgos
data-type-sleep = anotaciones sobre el sueño
data-type-specimens = muestras, como sangre
data-type-vision-prescriptions = recetas de gafas y lentes
data-type-vital-signs = signos vitales, como pulso y temperatura
data-type-warnings = avisos para el personal de salud
data-type-weight = medidas de peso
data-type-menstruation = anotaciones sobre la menstruación

# Conexión lograda
success-heading = La aplicación { $app } está conectada
success-record = Ahora la aplicación puede usar el expediente «{ $record }».
success-says = { $organization } dice:
success-next-heading = Qué pasa ahora
success-next-app = { $organization } recibe el aviso de su conexión. Usted no tiene que hacer nada más.
success-next-code = Guarde su carta. Su código funciona { $duration } más, para agregar otro expediente o conectar de nuevo.
success-next-stop = Puede desconectar en cualquier momento:
success-facts-heading = Para sus archivos
success-what = Usted conectó
success-app = Aplicación
success-when = Fecha
success-rules-heading = Lo que usted permitió
success-print = Imprimir esta página
return-link-leaves = Esto abre otro sitio web.

# No permitido
declined-heading = Usted no permitió { $app }
declined-what = Dijo que no a «{ $friendly }». Está bien.
declined-nothing = No se compartió nada con { $organization } y no guardamos lo que eligió.
declined-mind-heading = Si cambia de opinión
declined-mind-text = Use su código otra vez. Sigue funcionando hasta que venza.
declined-again = Escribir el código otra vez

# Conexiones y desconectar
connections-heading = Sus conexiones
connections-intro = Estas aplicaciones están conectadas a sus expedientes. Puede desconectar cualquiera.
connections-none = Ninguna aplicación está conectada a sus expedientes.
connection-since = Conexión desde el { $date }
connection-ended = Terminó el { $date }
connection-may = Qué puede hacer la aplicación
connection-no-rules = La aplicación no puede ver ni cambiar nada en el expediente.
connection-history = Qué pasó
connection-history-caption = Qué pasó, lo más reciente primero
history-when = Cuándo
history-what = Qué
history-authorized = Usted la permitió
history-reauthorized = Usted la permitió de nuevo
history-disconnected = Usted la desconectó
history-given-up = La aplicación la terminó
connection-contact = Contacto:
disconnect-link = Desconectar
disconnect-link-what = { $app } de { $record }
disconnect-heading = ¿Desconectar { $app } de «{ $record }»?
disconnect-what-happens = Si desconecta:
disconnect-stops = { $app } ya no podrá usar este expediente, desde este momento.
disconnect-copies = Las copias que { $organization } ya tiene se quedan allí.
disconnect-again = Para conectar de nuevo más adelante, use su código o pida uno nuevo a { $organization }.
disconnect-button = Sí, desconectar
disconnect-cancel = No, mantener la conexión

# La cuenta
account-link = Su cuenta
account-heading = Su cuenta
account-back = Su cuenta
account-change = Cambiar
account-see = Ver
account-name = Nombre
account-name-what = su nombre
account-email = Correo electrónico
account-email-what = su correo electrónico
account-password = Contraseña
account-password-what = su contraseña
account-password-hidden = Solo usted la sabe
account-ways = Formas de iniciar sesión
account-ways-what = sus formas de iniciar sesión
account-ways-is = Cuentas de otros sitios
account-language = Idioma
account-language-what = su idioma
account-language-browser = El que dice su navegador
account-records = Sus expedientes
account-records-what = sus expedientes
account-records-count =
    { $count ->
        [one] { $count } expediente
       *[other] { $count } expedientes
    }
account-sessions = Dónde tiene la sesión abierta
account-sessions-what = dónde tiene la sesión abierta
account-sessions-count =
    { $count ->
        [one] { $count } navegador
       *[other] { $count } navegadores
    }
account-history = Qué pasó
account-history-what = qué pasó en su cuenta
account-history-is = Inicios de sesión y cambios
account-data-heading = Sus datos
account-export-link = Ver y descargar sus datos
account-delete-link = Eliminar su cuenta
browser-on = { $browser } en { $system }
browser-unknown = Un navegador que no conocemos
browser-unknown-on = Un navegador en { $system }
notice-name-changed = Hemos cambiado su nombre.
notice-email-changed = Hemos cambiado su correo electrónico. Use el nuevo para iniciar sesión.
notice-language-changed = Hemos cambiado su idioma.
notice-password-changed = Hemos cambiado su contraseña. En los demás lugares hemos cerrado su sesión.
notice-session-ended = Hemos cerrado la sesión en ese navegador.
notice-sessions-ended = Hemos cerrado su sesión en todos los demás lugares.
notice-record-renamed = El expediente tiene su nuevo nombre.
notice-record-deleted = Hemos eliminado el expediente.
notice-code-sent = Le hemos enviado un código nuevo. El anterior ya no funciona.

# La cuenta: nombre, correo electrónico, idioma, contraseña
account-name-heading = Cambie su nombre
account-name-hint = Lo ven las aplicaciones que usted conectó.
account-name-button = Guardar
account-email-heading = Cambie su correo electrónico
account-email-present = Su dirección actual: { $email }
account-email-none = Usted inicia sesión con una cuenta de otro sitio. Por eso no hay aquí una dirección que pueda cambiar.
account-email-label = Correo electrónico nuevo
account-email-hint = Le enviamos un código. Su dirección cambia cuando usted escribe el código.
account-email-hint-now = Desde entonces inicia sesión con él.
account-email-undo =
    { $days ->
        [one] También escribimos a su dirección anterior. Desde allí se puede deshacer el cambio durante { $days } día.
       *[other] También escribimos a su dirección anterior. Desde allí se puede deshacer el cambio durante { $days } días.
    }
account-email-button = Cambiar dirección
account-email-code-heading = Revise su correo
account-email-code-back = Usar otra dirección
account-email-code-sent = Hemos enviado un código a { $email }.
account-email-code-label = Código del correo
account-email-code-hint =
    { $minutes ->
        [one] 6 cifras. Funciona durante { $minutes } minuto.
       *[other] 6 cifras. Funciona durante { $minutes } minutos.
    }
account-email-code-button = Confirmar
account-email-code-none = ¿No llegó el correo?
account-email-code-spam = Puede tardar unos minutos. Mire también en la carpeta de correo no deseado.
account-email-code-resend = Enviar un código nuevo
account-language-heading = Elija su idioma
account-language-hint = Lo usamos en todos los dispositivos en los que inicie sesión y en nuestros correos.
account-language-button = Guardar
account-password-heading = Cambie su contraseña
account-password-ends = Después, aquí sigue con la sesión abierta. En los demás lugares se cierra.
account-password-none = Usted inicia sesión con una cuenta de otro sitio. Por eso no tiene aquí una contraseña que pueda cambiar.
account-password-label = Contraseña nueva
account-password-button = Cambiar contraseña
current-password-label = Su contraseña actual
problem-current-password = Esta no es su contraseña actual. Escríbala otra vez.
problem-current-password-empty = Escriba su contraseña
problem-email-same = Esta ya es su dirección. Escriba otra.
problem-email-not-free = Esta dirección no se puede usar. Escriba otra.
problem-email-too-many = Ha pedido muchos códigos. Espere una hora e inténtelo de nuevo.
problem-email-code-over = Este código ya no funciona. Pida uno nuevo.
problem-language-none = Elija un idioma

# La cuenta: sesiones e historial
account-sessions-heading = Dónde tiene la sesión abierta
account-sessions-text = Si hay algún navegador que no conoce, cierre su sesión allí.
account-session-this = Este
account-session-since = Sesión abierta: { $date }
account-session-seen = Último uso: { $date }
account-session-kept = Aquí sigue con la sesión abierta hasta: { $date }
account-session-end = Cerrar sesión
account-sessions-others = Cerrar sesión en todos los demás
account-sessions-strange = ¿Algo le parece raro?
account-sessions-password = Cambie su contraseña
account-history-heading = Qué pasó en su cuenta
account-history-none = Todavía no ha pasado nada.
account-history-caption =
    { $months ->
        [one] Primero lo más nuevo. Lo guardamos { $months } mes.
       *[other] Primero lo más nuevo. Lo guardamos { $months } meses.
    }
account-history-pages = Páginas
account-history-newer = Más nuevo
account-history-older = Más antiguo
account-history-strange = ¿Hay algo que no hizo usted?
account-event-signed-in = Usted inició sesión
account-event-sign-in-failed = Alguien escribió una contraseña incorrecta
account-event-times =
    { $count ->
        [one] { $count } vez
       *[other] { $count } veces
    }
account-event-name = Se cambió su nombre
account-event-email = Se cambió su correo electrónico
account-event-email-restored = Se volvió a su dirección anterior
account-event-language = Se cambió su idioma
account-event-provider-added = Usted agregó una forma de iniciar sesión
account-event-provider-removed = Usted quitó una forma de iniciar sesión
account-event-password = Se cambió su contraseña
account-event-recovered = Usted eligió una contraseña nueva con un código por correo
account-event-passkey-added = Se agregó una llave de acceso
account-event-passkey-removed = Se quitó una llave de acceso
account-event-session = Usted cerró la sesión de otro navegador
account-event-others = Usted cerró su sesión en los demás lugares
account-event-all = Se cerraron todas las sesiones desde un correo
account-event-connected = Usted conectó una aplicación
account-event-disconnected = Usted desconectó una aplicación
account-event-given-up = Una aplicación terminó su conexión
account-event-record-renamed = Un expediente cambió de nombre
account-event-record-deleted = Usted eliminó un expediente
account-event-exported = Usted descargó sus datos

# La cuenta: expedientes
account-records-heading = Sus expedientes
account-records-back = Sus expedientes
account-records-none = No tiene expedientes. Se crea uno cuando conecta una aplicación.
account-records-text = Puede eliminar un expediente cuando ninguna aplicación está conectada a él.
account-record-unconnected = Ninguna aplicación conectada
account-record-connected =
    { $count ->
        [one] { $count } aplicación conectada
       *[other] { $count } aplicaciones conectadas
    }
account-record-rename = Cambiar nombre
account-record-delete = Eliminar
account-record-see = Ver conexiones
account-record-name-heading = Cambie el nombre de «{ $record }»
account-record-name-label = Nombre nuevo
account-record-delete-heading = ¿Eliminar «{ $record }»?
account-record-delete-what = Aquí se eliminan el expediente y su historial.
account-record-delete-final = No se puede deshacer.
account-record-delete-button = Sí, eliminarlo
account-record-delete-cancel = No, conservarlo
problem-record-name-empty = Escriba un nombre para el expediente

# La cuenta: datos y eliminarla
account-export-heading = Sus datos
account-export-text = Esto es lo que guardamos sobre usted. El archivo lo contiene todo, de forma que otros programas lo puedan leer.
account-export-apps = Aplicaciones que conectó
account-export-apps-more = Con lo que permitió, desde cuándo y qué pasó
account-export-mails = Correos sobre su cuenta
account-export-mails-more = Solo cuándo los escribimos y por qué. No guardamos lo que decían.
account-export-none = No hay
account-export-lines =
    { $count ->
        [one] { $count } línea
       *[other] { $count } líneas
    }
account-export-mails-count =
    { $count ->
        [one] { $count } correo
       *[other] { $count } correos
    }
account-export-secrets = Su contraseña no está en él. Solo la guardamos de una forma que nadie puede leer.
account-export-button = Descargar sus datos
account-delete-heading = ¿Eliminar su cuenta?
account-delete-what = Si la elimina:
account-delete-app = La aplicación { $app } se desconecta y recibe un aviso.
account-delete-record = Se elimina el expediente «{ $record }».
account-delete-all = Se eliminan su nombre, su correo electrónico, su contraseña y su historial.
account-delete-copies = Las copias que una clínica ya tiene se quedan en la clínica.
account-delete-codes = Las clínicas conservan lo que escribieron para sus códigos hasta que esos códigos venzan.
account-delete-final = Es definitivo. Nadie puede recuperarla.
account-delete-export = ¿Quiere guardar antes una copia?
account-delete-label = Para confirmar, escriba su correo electrónico
account-delete-label-name = Para confirmar, escriba su nombre
account-delete-button = Eliminar mi cuenta para siempre
account-delete-cancel = Conservar mi cuenta
problem-delete-empty = Escríbalo tal como está arriba
problem-delete-other = No es lo mismo. Escríbalo tal como está arriba.
account-deleted-heading = Hemos eliminado su cuenta
account-deleted-text = Todas sus aplicaciones están desconectadas y se les avisó. Su sesión está cerrada en todas partes.
account-deleted-copies = Las copias que una clínica ya tiene se quedan en la clínica. Si tiene preguntas sobre ellas, hable con su clínica.
account-deleted-close = Puede cerrar esta página.

# La cuenta: enlaces de los correos
not-me-heading = ¿Cerrar sesión en todas partes?
not-me-ends = Se cierra enseguida la sesión de todas las personas que han entrado en su cuenta.
not-me-password = Después usted elige una contraseña nueva. Le ayudamos.
not-me-stays = Sus conexiones siguen como están.
not-me-button = Cerrar sesión en todas partes
not-me-was-me = Si fue usted, puede cerrar esta página. No cambia nada.
undo-email-heading = ¿Volver a su dirección anterior?
undo-email-back = Su cuenta vuelve a tener la dirección { $email }.
undo-email-button = Volver a la anterior
problem-undo-taken = Esta dirección ya tiene una cuenta propia, así que no podemos volver a ella. Inicie sesión allí o pida ayuda a su clínica.
link-old-heading = Este enlace ya no funciona
link-old-text = Es demasiado antiguo o ya se usó. Si cree que otra persona usa su cuenta, elija una contraseña nueva.
link-old-recover = Elegir una contraseña nueva

# Página no encontrada, demasiados intentos, formulario antiguo
not-found-heading = No encontramos esta página
not-found-what = Si escribió la dirección, revise que sea correcta. Si la pegó, revise que la copió completa.
not-found-next = Si tiene un código de su clínica, puede escribirlo aquí.
not-found-target = El enlace que siguió pide algo que este servicio no tiene.
not-found-target-next = Busque el código en su carta o correo. Puede escribirlo aquí.
not-found-link = Escribir un código
too-many-requests-heading = Espere un momento, por favor
too-many-requests-what = Hubo demasiados intentos en poco tiempo desde su red.
too-many-requests-wait = Espere { $duration } y vuelva a intentarlo.
too-many-requests-kept = Esto no bloquea su código ni gasta oportunidades. Vuelva atrás y envíe el formulario de nuevo.
stale-form-heading = Esta página estuvo abierta demasiado tiempo
stale-form-what = No pudimos confirmar que esto venía de usted, así que nos detuvimos.
stale-form-nothing = No se cambió nada.
stale-form-next = Vuelva atrás, cargue la página otra vez e inténtelo de nuevo.
problem-form-changed = Esta página cambió desde que la abrió. No se hizo nada. Léala de nuevo, por favor.
problem-form-stale = La página estuvo abierta un buen rato. No se perdió nada: envíela de nuevo.

# Fallas
try-again-later-heading = Lo sentimos, ahora no es posible
try-again-later-what = El servicio está muy ocupado o en reparación.
try-again-later-next = Vuelva a intentarlo en unos minutos.
try-again-later-kept = Lo que ya terminó está guardado. Su código sigue funcionando.

# Un paso quizá se guardó, o quizá no
outcome-unknown-heading = Lo sentimos, no sabemos si este paso se guardó
outcome-unknown-next = Espere unos minutos. Después vuelva atrás y mire la página antes de intentarlo de nuevo.
outcome-unknown-kept = Lo que terminó antes de este paso está guardado.

fault-heading = Lo sentimos, algo salió mal
fault-what = El error es nuestro, no suyo. Lo que ya terminó está guardado.
fault-next = Vuelva atrás e inténtelo de nuevo. Si vuelve a pasar, hable con su clínica.
fault-reference = Dígales este número:

# Ayuda
help-heading = Cómo funciona
help-how-heading = Conectar en cinco pasos
help-how-code = Escriba el código que le envió su clínica.
help-how-question = Responda la pregunta que eligió su clínica. La respuesta se la dieron por otro medio, por ejemplo en su visita.
help-how-sign-in = Inicie sesión o cree una cuenta.
help-how-record = Elija de quién es el expediente médico que quiere conectar.
help-how-allow = Lea lo que pide la clínica. Diga sí o no.
help-how-stop = Puede desconectar en cualquier momento en «Sus conexiones».
help-time-heading = Cuánto tiempo tiene
help-time-code = Un código funciona durante { $duration } desde que su clínica lo creó.
help-time-idle =
    { $minutes ->
        [one] Cerramos su sesión si no hay actividad durante { $minutes } minuto. Inicie sesión de nuevo y seguirá donde estaba.
       *[other] Cerramos su sesión si no hay actividad durante { $minutes } minutos. Inicie sesión de nuevo y seguirá donde estaba.
    }
help-time-kept = Si marca «Mantener mi sesión abierta», su sesión sigue abierta durante { $duration }.
help-time-journey =
    { $hours ->
        [one] Guardamos su lugar durante { $hours } hora. Después, escriba su código otra vez.
       *[other] Guardamos su lugar durante { $hours } horas. Después, escriba su código otra vez.
    }
help-kept-heading = Qué guardamos
help-kept-account = Su nombre, su correo electrónico y los nombres de sus expedientes.
help-kept-connections = Qué aplicaciones permitió, qué pueden hacer y desde cuándo.
help-kept-secrets = Su contraseña, solo en una forma que nadie puede leer. Sus respuestas a las preguntas se comprueban, no se guardan.
help-cookies-heading = Cookies
help-cookies-text = Usamos cinco cookies, y el servicio no es seguro sin ellas. Una recuerda que inició sesión. Otra recuerda su lugar. Otra comprueba que el formulario lo envió usted. Otra nos permite reconocer este navegador, para que nadie le impida entrar en su cuenta probando contraseñas. Otra recuerda su idioma. No hay más, así que no necesitamos preguntarle por las cookies.
help-shared-heading = En una computadora compartida
help-shared-text = Marque «Esta computadora es compartida» al iniciar sesión. Así cerramos su sesión cuando termine. También puede elegir «Cerrar sesión».
help-access-heading = Accesibilidad
help-access-aim = Queremos que todas las personas puedan usar este servicio. Nuestra meta es cumplir las Pautas de Accesibilidad para el Contenido Web (WCAG) 2.2, nivel AA.
help-access-works = Puede usarlo con teclado o con lector de pantalla, ampliar el texto hasta 400 % y usarlo sin JavaScript.
help-access-known = Lo que sabemos que es difícil: hay que saber la respuesta a la pregunta de su clínica. Si no la encuentra o no puede escribirla, su clínica puede ayudarle.

# Correos sobre la cuenta
mail-code-lifetime = El código funciona durante { $duration }. Solo funciona el código más nuevo. No se lo dé a nadie.
mail-not-you-heading = ¿No fue usted?
mail-sign-in-link = Iniciar sesión
mail-recover-link = Elegir una contraseña nueva
mail-create-account-link = Crear una cuenta
mail-confirm-address-subject = Confirme su correo electrónico
mail-confirm-address-text = Alguien, creemos que usted, usa este correo electrónico para una cuenta. Escriba este código en la página que lo pide:
mail-confirm-address-elsewhere-heading = ¿Cerró esa página?
mail-confirm-address-elsewhere = Inicie sesión con este correo electrónico y su contraseña. Entonces le enviamos un código nuevo.
mail-confirm-address-not-you = No tiene que hacer nada. Sin el código nadie puede usar su dirección aquí.
mail-already-registered-subject = Usted ya tiene una cuenta
mail-already-registered-text = Alguien, creemos que usted, quiso crear una cuenta con este correo electrónico. Usted ya tiene una, así que no cambiamos nada.
mail-already-registered-sign-in = Inicie sesión con este correo electrónico y su contraseña:
mail-already-registered-recover = Si olvidó su contraseña, puede elegir una nueva:
mail-already-registered-not-you = No tiene que hacer nada. Nadie entró en su cuenta.
mail-recovery-subject = Su código para una contraseña nueva
mail-recovery-text = Alguien, creemos que usted, quiere elegir una contraseña nueva para su cuenta. Escriba este código en la página que lo pide:
mail-recovery-not-you = No tiene que hacer nada. Su contraseña sigue funcionando y nadie entró en su cuenta.
mail-no-account-subject = Este correo electrónico no tiene contraseña aquí
mail-no-account-text = Alguien, creemos que usted, quiso elegir una contraseña nueva. Pero aquí no hay ninguna cuenta con este correo electrónico y una contraseña.
mail-no-account-other = Quizá usó otro correo electrónico. Pruebe con ese. O inicia sesión con otro servicio: entonces no necesita ninguna contraseña aquí.
mail-no-account-create = Si todavía no tiene una cuenta, puede crearla:
mail-no-account-not-you = No tiene que hacer nada. No se creó ninguna cuenta.
mail-recovered-subject = Se cambió su contraseña
mail-recovered-text = Se eligió una contraseña nueva para su cuenta, con un código que enviamos a este correo electrónico.
mail-recovered-signed-out = Se cerraron todas sus sesiones. Lo que usted conectó sigue conectado.
mail-recovered-not-you = Entonces otra persona puede leer su correo. Cambie primero la contraseña de su correo. Después elija aquí una contraseña nueva:

# Correos
mail-help-heading = Si necesita ayuda
mail-automatic = Este correo lo envió una computadora. Por favor, no lo responda.
mail-test-subject = Una prueba de nuestros correos
mail-test-text = Si puede leer esto, los correos de este portal llegan.
mail-test-link = Abrir el portal

# Correos: avisos
notice-mail-new-browser = Un nuevo inicio de sesión en su cuenta
notice-mail-new-browser-what = Alguien inició sesión en su cuenta: { $browser }, { $date }. Este navegador no había entrado antes.
notice-mail-password = Se cambió su contraseña
notice-mail-password-what = Se cambió la contraseña de su cuenta: { $date }.
notice-mail-passkey = Se agregó una llave de acceso
notice-mail-passkey-what = Se agregó la llave de acceso «{ $name }» a su cuenta: { $date }.
notice-mail-provider = Se agregó una forma de iniciar sesión
notice-mail-provider-what = Desde ahora también se puede entrar en su cuenta de aquí con una cuenta de otro sitio: { $date }.
notice-mail-connected = La aplicación { $app } está conectada
notice-mail-connected-what = { $app }, de { $organization }, se conectó a uno de sus expedientes: { $date }.
notice-mail-disconnected = La aplicación { $app } está desconectada
notice-mail-disconnected-what = { $app }, de { $organization }, se desconectó de uno de sus expedientes: { $date }. Ya no puede usarlo.
notice-mail-given-up = { $app } terminó su conexión
notice-mail-given-up-what = { $organization } terminó la conexión de { $app } con uno de sus expedientes: { $date }. Ya no puede usarlo.
notice-mail-given-up-next = No tiene que hacer nada. Si tiene preguntas, hable con { $organization }.
notice-mail-data-types = { $app } pide ahora otra cosa
notice-mail-data-types-what = { $organization } ha cambiado lo que pide { $app }.
notice-mail-data-types-kept = Lo que usted permitió sigue igual. La aplicación no recibe nada nuevo si usted no lo permite.
notice-mail-data-types-next = Puede ver lo que permitió, y desconectar la aplicación, en «Sus conexiones».
notice-mail-deleted = Hemos eliminado su cuenta
notice-mail-deleted-what = Su cuenta se eliminó: { $date }. Todas las aplicaciones se desconectaron.
notice-mail-deleted-gone = Este es el último correo sobre ella. No guardamos su dirección.
notice-mail-deleted-not-me = Si no fue usted, alguien sabía su contraseña. Cámbiela en los demás lugares donde la usa y avise a su clínica.
notice-mail-connections-link = Ver sus conexiones
notice-mail-was-me = Si fue usted, no tiene que hacer nada.
notice-mail-not-me-heading = ¿No fue usted?
notice-mail-not-me = Entonces cierre todas las sesiones de su cuenta y elija una contraseña nueva. Abra esta página:
notice-mail-not-me-link = Cerrar sesión en todas partes
mail-email-code-subject = Su código para la dirección nueva
mail-email-code-text = Usted quiere usar esta dirección para su cuenta. Escriba este código en la página que tiene abierta:
mail-email-code-time =
    { $minutes ->
        [one] El código funciona durante { $minutes } minuto y una sola vez.
       *[other] El código funciona durante { $minutes } minutos y una sola vez.
    }
mail-email-code-not-me = Si no fue usted, no tiene que hacer nada. Sin el código no cambia nada.
mail-email-taken-subject = Usted ya tiene una cuenta con esta dirección
mail-email-taken-text = Alguien quiere usar esta dirección para otra cuenta. Pero ya hay una cuenta con ella.
mail-email-taken-next = Si fue usted, inicie sesión con esta dirección.
mail-email-taken-link = Iniciar sesión
mail-email-changed-subject = Se cambió su correo electrónico
mail-email-changed-text = Su cuenta tiene un correo electrónico nuevo desde el { $date }. Ahora inicia sesión con él. Ya no escribimos a esta dirección.
mail-email-changed-was-me = Si fue usted, no tiene que hacer nada.
mail-email-changed-undo = Puede volver a esta dirección hasta el { $date }. Entonces se cierran todas las sesiones. Abra esta página:
mail-email-changed-link = Volver a esta dirección

# Invitación, por correo
invitation-subject = Una invitación de { $organization }
reminder-subject = Un recordatorio de { $organization }
reminder-text = Ya le escribimos antes, y nadie ha usado su código todavía. Si no quiere conectarse, no tiene que hacer nada.
invitation-link = Abrir su invitación
invitation-answer = Le haremos una pregunta. { $organization } le da la respuesta por otro medio. No está en este correo.
invitation-unexpected-heading = Si usted no esperaba esto
invitation-unexpected = Abra el enlace y elija «{ $report }». Entonces el código deja de funcionar, y se avisa a { $organization }.
invitation-links = Nuestros enlaces siempre empiezan por { $host }
invitation-sender = Nuestros correos siempre vienen de { $sender }
invitation-keep = No comparta este correo con nadie. El código es solo suyo.

# Carta
letter-subject = Conecte { $app } con su expediente médico
letter-why = { $organization } quiere conectar su aplicación «{ $app }» con su expediente médico.
letter-you-decide = Usted decide. No se comparte nada si usted no dice que sí.
letter-open = Abra este enlace:
letter-type = O abra { $address } y escriba este código:
letter-answer = Le haremos una pregunta. { $organization } le da la respuesta por otro medio. No está en esta carta.
letter-chances =
    { $count ->
        [one] Tiene { $count } oportunidad para responder; tómese su tiempo.
       *[other] Tiene { $count } oportunidades para responder; tómese su tiempo.
    }
letter-then = Después inicie sesión o cree una cuenta, elija un expediente y diga sí o no.
letter-until = Use su código antes del { $date }.
letter-keep = No comparta esta carta con nadie. El código es solo suyo.
letter-help = Si necesita ayuda:

# Llaves de acceso
account-passkeys = Llaves de acceso
account-passkeys-what = sus llaves de acceso
account-passkeys-count =
    { $count ->
        [one] { $count } llave de acceso
       *[other] { $count } llaves de acceso
    }
account-passkeys-heading = Sus llaves de acceso
account-passkeys-text = Con una llave de acceso, usted inicia sesión con la cara, la huella o el PIN de su teléfono o computadora. No tiene que recordar nada y nadie puede adivinarla.
account-passkeys-password = Sus otras formas de iniciar sesión también siguen funcionando.
account-passkeys-none = Todavía no tiene ninguna llave de acceso.
account-passkeys-no-script = En esta página solo se puede agregar una llave de acceso si su navegador tiene JavaScript activado. No necesita una llave de acceso: puede iniciar sesión sin ella.
account-passkeys-unsupported = Este navegador no puede usar llaves de acceso. No necesita ninguna: puede iniciar sesión sin ella.
account-passkeys-add-heading = Agregue una llave de acceso
account-passkeys-prove = Antes de agregar una, escriba su contraseña una vez más.
account-passkeys-name-label = Nombre de la llave de acceso
account-passkeys-name-hint = Para que la reconozca después, por ejemplo «Mi teléfono»
account-passkeys-button = Agregar una llave de acceso
account-passkeys-added = Agregada: { $date }
account-passkeys-used = Último uso: { $date }
account-passkeys-never = Todavía sin usar
account-passkeys-remove = Quitar
account-passkeys-remove-what = la llave de acceso «{ $name }»
notice-passkey-added = Hemos agregado la llave de acceso. Puede usarla la próxima vez que inicie sesión.
notice-passkey-removed = Hemos quitado la llave de acceso. Ya no puede iniciar sesión con ella.
problem-passkey-name-empty = Escriba un nombre para la llave de acceso
problem-passkey-name-long = El nombre puede tener hasta { $max } caracteres. Escriba uno más corto.
problem-passkey-cancelled = No se agregó ninguna llave de acceso. Usted canceló, o pasó demasiado tiempo. Inténtelo de nuevo cuando quiera.
problem-passkey-known = Este teléfono o esta computadora ya tiene una llave de acceso para esta cuenta.
problem-passkey-refused = No pudimos agregar esta llave de acceso. Inténtelo de nuevo o use otra.
problem-passkey-too-many = Usted tiene { $max } llaves de acceso. Quite una antes de agregar otra.
sign-in-passkey-button = Iniciar sesión con una llave de acceso
problem-passkey-sign-in = Esta llave de acceso no funcionó aquí. Pruebe con otra o use su correo electrónico y su contraseña.
success-passkey-heading = Inicie sesión más rápido la próxima vez
success-passkey-text = Con una llave de acceso, usted inicia sesión con la cara, la huella o el PIN de su teléfono. Así no hay contraseña que olvidar.
success-passkey-link = Agregar una llave de acceso

# The letter on paper
letter-scan = Apunte con la cámara de su teléfono a esta imagen:
letter-picture = Una imagen cuadrada que la cámara de un teléfono puede leer. Abre el enlace.
letter-short-address = O abra { $address } y escriba este código:
letter-spelled = El código, letra por letra
