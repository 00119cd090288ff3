# Harbour Clinic says some things its own way. Everything else is the portal's.
code-heading = Type the code from your Harbour letter
code-next-question = You answer the question that we agreed on at the desk.
foot-help-heading = Questions? We are here.
question-asks = A question from
success-heading = Welcome aboard: { $app } is connected
