/** Titles and tips of categories and panels. */
export const panels = {
  Overview: 'Überblick',
  Timeline: 'Zeitachse',
  'Everything they did or were sent, newest first. A delivery that bounced later stays, marked so.':
    'Alles, was die Person getan oder bekommen hat, das Neueste zuerst. Eine Zustellung, die später zurückkam, bleibt und ist so gekennzeichnet.',
  'What they did': 'Was getan wurde',
  'The interactions of the period by type. The parts add up to the tile Interactions.':
    'Die Interaktionen des Zeitraums nach Art. Die Teile ergeben zusammen die Kachel Interaktionen.',
  'Email interactions': 'E-Mail-Interaktionen',
  Response: 'Reaktionen',
  Delivery: 'Zustellung',
  'By day': 'Nach Tag',
  'Messages delivered, opens and clicks on each day of the period, repeats included.':
    'Zugestellte Nachrichten, Öffnungen und Klicks an jedem Tag des Zeitraums, auch wiederholte.',
  'Each message sent to them.': 'Jede Nachricht, die gesendet wurde.',
  'Each message that the mail server took and kept.': 'Jede Nachricht, die der Mailserver annahm und behielt.',
  'Each message delivered in the period that was never opened.':
    'Jede im Zeitraum zugestellte Nachricht, die nie geöffnet wurde.',
  'Each open, repeats included.': 'Jede Öffnung, auch wiederholte.',
  'Each click with the link and where it leads.': 'Jeder Klick mit dem Link und wohin er führt.',
  'Each message that came back, with kind and category.': 'Jede Nachricht, die zurückkam, mit Art und Kategorie.',
  'Each message held back before sending, with the reason.':
    'Jede vor dem Senden zurückgehaltene Nachricht mit dem Grund.',
  'Marked as spam': 'Als Spam gemeldet',
  'Each complaint about a message.': 'Jede Beschwerde über eine Nachricht.',
  'Each forward by the forward page of a message.': 'Jede Weiterleitung über die Weiterleitungsseite einer Nachricht.',
  'Subscription submitted': 'Abonnementcenter übermittelt',
  'Each submission of the subscription center.': 'Jede Übermittlung des Abonnementcenters.',
  'Web interactions': 'Web-Interaktionen',
  'Pages visited': 'Besuchte Seiten',
  'Each visit of a page, also from before it was known who they are. A page with one of your forms counts as visited.':
    'Jeder Besuch einer Seite, auch bevor die Person bekannt war. Eine Seite mit einem Ihrer Formulare gilt als besucht.',
  'Links clicked': 'Geklickte Links',
  'Each address that was clicked on a page, once, with the number of clicks and the last one.':
    'Jede Adresse, die auf einer Seite geklickt wurde, einmal, mit der Zahl der Klicks und dem letzten.',
  'Redirect URLs clicked': 'Geklickte Umleitungs-URLs',
  'Each click on a redirect URL and where it led, also from before it was known who they are.':
    'Jeder Klick auf eine Umleitungs-URL und wohin er führte, auch bevor die Person bekannt war.',
  'Event interactions': 'Veranstaltungs-Interaktionen',
  'Registrations, check-ins and cancellations, of events and of sessions, newest first.':
    'Anmeldungen, Check-ins und Stornierungen, von Veranstaltungen und von Sitzungen, das Neueste zuerst.',
  Registrations: 'Anmeldungen',
  'Each registration for an event.': 'Jede Anmeldung zu einer Veranstaltung.',
  'Check-ins': 'Check-ins',
  'Each time they were checked in at an event.': 'Jedes Einchecken bei einer Veranstaltung.',
  Cancellations: 'Stornierungen',
  'Each registration that was cancelled, for an event or a session of it.':
    'Jede stornierte Anmeldung zu einer Veranstaltung oder einer ihrer Sitzungen.',
  'Marketing form interactions': 'Formular-Interaktionen',
  Submissions: 'Übermittlungen',
  'Each form that was sent, with what was filled in. A value that is cut shows whole with all the others.':
    'Jedes gesendete Formular mit dem, was ausgefüllt wurde. Ein gekürzter Wert zeigt sich mit allen anderen ganz.',
  Visits: 'Besuche',
  'Each time a form was seen, and the page it stands on.':
    'Jedes Mal, dass ein Formular gesehen wurde, und die Seite, auf der es steht.',
  'Subscription list interactions': 'Abonnementlisten-Interaktionen',
  'On now': 'Zurzeit auf',
  'The subscription lists joined and not left since, as far as interactions tell. Dates do not filter them.':
    'Die Abonnementlisten, denen beigetreten und die seither nicht verlassen wurden, soweit Interaktionen es sagen. Der Zeitraum filtert sie nicht.',
  'Each time a subscription list was joined, by what and when.':
    'Jeder Beitritt zu einer Abonnementliste, wodurch und wann.',
  'Each time a subscription list was left, by what and when.':
    'Jedes Verlassen einer Abonnementliste, wodurch und wann.',
  'Email open times': 'Öffnungszeiten von E-Mails',
  'Best time to write': 'Beste Zeit zu schreiben',
  'The hours with the highest predicted rate of opens, of those with enough evidence.':
    'Die Stunden mit der höchsten vorhergesagten Öffnungsrate unter denen mit genug Anhaltspunkten.',
  'Usually opens': 'Öffnet meist',
  'The shortest stretch of hours, on some days of the week, with at least half of the opens of the period.':
    'Die kürzeste Spanne von Stunden an einigen Tagen der Woche mit mindestens der Hälfte der Öffnungen des Zeitraums.',
  'Usually waits': 'Wartet meist',
  'Half of the messages of the period that were opened were opened for the first time within this time after delivery.':
    'Die Hälfte der geöffneten Nachrichten des Zeitraums wurde innerhalb dieser Zeit nach der Zustellung zum ersten Mal geöffnet.',
  'Predicted best send times': 'Vorhergesagte beste Sendezeiten',
  'How likely a message that comes in that hour is opened by a person: (opened + 20 × the rate of everybody in that hour) ÷ (deliveries + 20). Hours with fewer than 3 deliveries are not enough evidence.':
    'Wie wahrscheinlich eine Nachricht, die in dieser Stunde kommt, von einem Menschen geöffnet wird: (geöffnet + 20 × die Rate aller in dieser Stunde) ÷ (Zustellungen + 20). Stunden mit weniger als 3 Zustellungen geben zu wenig Anhaltspunkte.',
  'When they open': 'Wann geöffnet wird',
  'Opens of the period by weekday and hour, repeats included.':
    'Öffnungen des Zeitraums nach Wochentag und Stunde, auch wiederholte.',
  'How fast they open': 'Wie schnell geöffnet wird',
  'For messages that came in that hour: the time within which half of those opened were opened for the first time.':
    'Für Nachrichten, die in dieser Stunde kamen: die Zeit, innerhalb deren die Hälfte der geöffneten zum ersten Mal geöffnet wurde.',
  Progress: 'Fortschritt',
  'The stages that this lead went through and the days it spent in each, its stays in a stage together, with its scores below on the same time axis. All time: dates do not filter it.':
    'Die Phasen, die dieser Lead durchlief, und die Tage in jeder, Aufenthalte in einer Phase zusammen, darunter auf derselben Zeitachse seine Bewertungen. Die gesamte Zeit: Der Zeitraum filtert es nicht.',
  'Score now': 'Bewertung jetzt',
  'The last score and grade that each scoring model gave this lead, and whether it calls it ready for sales.':
    'Die letzte Bewertung und Note, die jedes Bewertungsmodell diesem Lead gab, und ob es ihn bereit für den Vertrieb nennt.',
  'Whom to call': 'Wen anrufen',
  'The contacts of the account, first those who did most themselves in the period. The numbers add up to Interactions.':
    'Die Kontakte der Firma, zuerst die, die im Zeitraum selbst am meisten taten. Die Zahlen ergeben zusammen die Interaktionen.',
  'From sent to clicked': 'Vom Senden zum Klick',
  'Messages sent and delivered, then people who opened and who clicked. Opens and clicks of a message that came before the period count, too.':
    'Gesendete und zugestellte Nachrichten, dann Personen, die öffneten und die klickten. Öffnungen und Klicks einer Nachricht, die vor dem Zeitraum kam, zählen mit.',
  'Responses by day': 'Reaktionen nach Tag',
  'Top 10 links': 'Die 10 häufigsten Links',
  'The links that most people clicked, over all time: dates do not filter them.':
    'Die Links, die die meisten Personen geklickt haben, über die gesamte Zeit: Der Zeitraum filtert sie nicht.',
  Where: 'Wo',
  'Opens and clicks by country. Mail services that fetch pictures for their users hide where those are.':
    'Öffnungen und Klicks nach Land. Maildienste, die Bilder für ihre Nutzer holen, verbergen, wo diese sind.',
  Devices: 'Geräte',
  'Opens and clicks by kind of device, as the operating system tells it.':
    'Öffnungen und Klicks nach Art des Geräts, wie das Betriebssystem es verrät.',
  'Browsers and mail programs': 'Browser und Mailprogramme',
  'Opens and clicks by browser or mail program. Some mail services hide it.':
    'Öffnungen und Klicks nach Browser oder Mailprogramm. Manche Maildienste verbergen es.',
  'Operating systems': 'Betriebssysteme',
  'Opens and clicks by operating system. Some mail services hide it.':
    'Öffnungen und Klicks nach Betriebssystem. Manche Maildienste verbergen es.',
  'Messages sent, delivered, blocked and bounced on each day of the period.':
    'Gesendete, zugestellte, blockierte und zurückgekommene Nachrichten an jedem Tag des Zeitraums.',
  'What became of them': 'Was aus ihnen wurde',
  'Each result with its reasons. A number opens the people it counts.':
    'Jedes Ergebnis mit seinen Gründen. Eine Zahl öffnet die Personen, die sie zählt.',
  'By mail domain': 'Nach Maildomäne',
  'Mail domain': 'Maildomäne',
  Browser: 'Browser',
  System: 'System',
  Device: 'Gerät',
  'How messages to each mail domain fared.': 'Wie es Nachrichten an jede Maildomäne erging.',
  Links: 'Links',
  'The message as it looked, and how often each of its links was clicked, over all time.':
    'Die Nachricht, wie sie aussah, und wie oft jeder ihrer Links geklickt wurde, über die gesamte Zeit.',
  'Everything that was told of the message, newest first. A delivery that bounced later stays, marked so.':
    'Alles, was zu der Nachricht gemeldet wurde, das Neueste zuerst. Eine Zustellung, die später zurückkam, bleibt und ist so gekennzeichnet.',
  'What happened': 'Was geschah',
  'The interactions of the period by type.': 'Die Interaktionen des Zeitraums nach Art.',
  'Each person to whom it was sent.': 'Jede Person, an die sie gesendet wurde.',
  'Each person who opened it, at the first open of the period.':
    'Jede Person, die sie öffnete, bei der ersten Öffnung im Zeitraum.',
  'Each person who clicked, at the first click of the period.':
    'Jede Person, die klickte, beim ersten Klick im Zeitraum.',
  Clicks: 'Klicks',
  'Each complaint about the message.': 'Jede Beschwerde über die Nachricht.',
  'Each forward by the forward page of the message.': 'Jede Weiterleitung über die Weiterleitungsseite der Nachricht.',
  'Each person who left a list from the message.': 'Jede Person, die über die Nachricht eine Liste verließ.',
  'Each submission that made a new lead.': 'Jede Übermittlung, die einen neuen Lead anlegte.',
} as const;
