/** What the tab of a customer journey says. */
export const journeys = {
  'People reached': 'Erreichte Personen',
  'People to whom at least one message was delivered in the period, each once, however many runs they were in.':
    'Personen, denen im Zeitraum mindestens eine Nachricht zugestellt wurde, jede einmal, in wie vielen Durchläufen sie auch war.',
  'one person, at the first message delivered in the period':
    'eine Person, bei der ersten im Zeitraum zugestellten Nachricht',
  'First reached': 'Zuerst erreicht',
  'People who did something in the period, as opening, clicking or sending a form, each once. Machines are left out.':
    'Personen, die im Zeitraum etwas getan haben, etwa geöffnet, geklickt oder ein Formular gesendet, jede einmal. Maschinen sind weggelassen.',
  'Messages from which somebody left at least one list, once a person.':
    'Nachrichten, aus denen jemand mindestens eine Liste verlassen hat, einmal je Person.',
  'Messages of all its emails together: sent, delivered, and those that were opened and clicked.':
    'Nachrichten aller E-Mails zusammen: gesendet, zugestellt, geöffnet und geklickt.',
  'Messages opened at least once in the period, each once a person.':
    'Nachrichten, die im Zeitraum mindestens einmal geöffnet wurden, einmal je Person.',
  'Messages in which at least one link was clicked in the period, each once a person.':
    'Nachrichten, in denen im Zeitraum mindestens ein Link geklickt wurde, einmal je Person.',
  'By email': 'Nach E-Mail',
  'How each email of the journey fared.': 'Wie es jeder E-Mail der Journey ergangen ist.',
  'Pages used': 'Genutzte Seiten',
  'Marketing pages that people came to from the journey.': 'Marketingseiten, auf die Personen aus der Journey kamen.',
  'Each time a page was loaded, by people known and not known.':
    'Jeder Aufruf einer Seite, von bekannten und unbekannten Personen.',
  'Forms sent by people whom the journey brought there, each submission once. Failed ones are included.':
    'Gesendete Formulare von Personen, die über die Journey kamen, jede Übermittlung einmal. Fehlgeschlagene zählen mit.',
  'Forms used': 'Genutzte Formulare',
  'Marketing forms that people saw and sent from the journey.':
    'Marketingformulare, die Personen aus der Journey sahen und sendeten.',
  'Times the form was seen, on whatever page, whether or not it was sent.':
    'Wie oft das Formular gesehen wurde, auf welcher Seite auch immer, gesendet oder nicht.',
  Conversion: 'Konversion',
  'Submissions of the period for each visit of the period. Passes 100% when a form is sent several times.':
    'Übermittlungen des Zeitraums je Besuch des Zeitraums. Übersteigt 100 %, wenn ein Formular mehrmals gesendet wird.',
  'Incomplete journeys': 'Unvollständige Journeys',
  Stopped: 'Gestoppt',
  'People who were stopped at a step, for whatever reason: somebody who is stopped in two runs counts twice.':
    'Personen, die an einem Schritt gestoppt wurden, aus welchem Grund auch immer: Wer in zwei Durchläufen gestoppt wird, zählt zweimal.',
  'one person who was stopped at a step, in one run':
    'eine Person, die in einem Durchlauf an einem Schritt gestoppt wurde',
  'Stopped contacts': 'Gestoppte Kontakte',
  'People who were stopped at a step, by reason. Each once a step and run.':
    'Personen, die an einem Schritt gestoppt wurden, nach Grund. Jede einmal je Schritt und Durchlauf.',
  'Blocked emails': 'Blockierte E-Mails',
  'Messages held back before sending, by reason. A general and a special reason for one count once.':
    'Vor dem Senden zurückgehaltene Nachrichten, nach Grund. Ein allgemeiner und ein besonderer Grund für eine zählen einmal.',
  'Everything that was told of the journey, newest first. A delivery that bounced later stays, marked so.':
    'Alles, was zur Journey gemeldet wurde, das Neueste zuerst. Eine Zustellung, die später zurückkam, bleibt, so gekennzeichnet.',
  'Each person, at the first message delivered.': 'Jede Person, bei der ersten zugestellten Nachricht.',
  'Each person, at the last thing they did.': 'Jede Person, bei dem, was sie zuletzt getan hat.',
  'Each message and person, at the first open of the period.':
    'Jede Nachricht und Person, bei der ersten Öffnung im Zeitraum.',
  'Each message and person, at the first click of the period.':
    'Jede Nachricht und Person, beim ersten Klick im Zeitraum.',
  'Each submission, with what was filled in.': 'Jede Übermittlung, mit dem, was ausgefüllt wurde.',
  'Lowered consent below the threshold': 'Zustimmung unter den Schwellenwert gesenkt',
  'Lowered external consent below the threshold': 'Externe Zustimmung unter den Schwellenwert gesenkt',
  'Joined the suppression segment': 'Dem Unterdrückungssegment beigetreten',
  'Belongs to another business unit': 'Gehört zu einer anderen Unternehmenseinheit',
};
