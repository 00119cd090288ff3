# Lo que Harbour Clinic dice a su manera.
code-heading = Escriba el código de su carta de Harbour
code-next-question = Usted responde la pregunta que acordamos en la recepción.
foot-help-heading = ¿Preguntas? Aquí estamos.
question-asks = Una pregunta de
success-heading = Bienvenida a bordo: { $app } está conectada
