/** Who did it, and the choices above a tab. */
export const verdicts = {
  'Since joining': 'Seit dem Beitritt',
  'Full history': 'Gesamte Zeit',
  All: 'Alle',
  People: 'Menschen',
  'Surely people': 'Sicher Menschen',
  'Under 5 minutes': 'Unter 5 Minuten',
  '5–15 minutes': '5–15 Minuten',
  '15–30 minutes': '15–30 Minuten',
  '30–60 minutes': '30–60 Minuten',
  '1–2 hours': '1–2 Stunden',
  '2–4 hours': '2–4 Stunden',
  '4–8 hours': '4–8 Stunden',
  '8–24 hours': '8–24 Stunden',
  '1–2 days': '1–2 Tage',
  '2–7 days': '2–7 Tage',
  'Over 7 days': 'Über 7 Tage',
  'reported as a machine’s click': 'als Klick einer Maschine gemeldet',
  'reported as a machine’s click, too': 'auch als Klick einer Maschine gemeldet',
  'found to be a machine by the sender': 'vom Absender als Maschine erkannt',
  'marked as a machine by the sender': 'vom Absender als Maschine gekennzeichnet',
  'a known scanner or program': 'ein bekannter Scanner oder ein Programm',
  'Apple Mail Privacy Protection': 'Apple Mail-Datenschutz',
  'Apple Mail at delivery': 'Apple Mail bei der Zustellung',
  'amid three or more links within 10 seconds': 'unter drei oder mehr Links innerhalb von 10 Sekunden',
  'within 10 seconds of delivery': 'innerhalb von 10 Sekunden nach der Zustellung',
  'three or more at the same instant': 'drei oder mehr im selben Augenblick',
  'went on to a page or form': 'ging weiter zu einer Seite oder einem Formular',
  'clicked after it': 'danach geklickt',
  'loaded by the mailbox’s own servers': 'von den Servern des Postfachs geladen',
  'Apple Mail may load pictures by itself': 'Apple Mail lädt Bilder vielleicht von selbst',
  'The sender’s own protection saw the click on its way and filed it under a type of its own.':
    'Der Schutz des Absenders sah den Klick unterwegs und legte ihn unter einer eigenen Art ab.',
  'The same link at the same instant is reported as a machine’s click: one click, told twice.':
    'Derselbe Link im selben Augenblick ist als Klick einer Maschine gemeldet: ein Klick, zweimal erzählt.',
  'The sender gives its reason for taking it for a machine.':
    'Der Absender nennt seinen Grund, eine Maschine anzunehmen.',
  'The sender marks it as a machine’s, by one of the columns that senders use for it.':
    'Der Absender kennzeichnet es in einer der dafür üblichen Spalten als das einer Maschine.',
  'It gives its own name, and that is a mail scanner, a link preview or a program without a reader.':
    'Es nennt sich selbst, und das ist ein Mailscanner, eine Linkvorschau oder ein Programm ohne Leser.',
  'Apple’s servers load all pictures of a message by themselves and call themselves Mozilla/5.0, no more.':
    'Apples Server laden alle Bilder einer Nachricht von selbst und nennen sich Mozilla/5.0, mehr nicht.',
  'Apple Mail that loads the pictures within 30 seconds of delivery mostly does so by itself.':
    'Wenn Apple Mail die Bilder innerhalb von 30 Sekunden nach der Zustellung lädt, tut es das meist von selbst.',
  'Scanners load the pictures of a message and try all of its links at once; nobody reads so fast.':
    'Scanner laden die Bilder einer Nachricht und probieren alle Links auf einmal; niemand liest so schnell.',
  'A message must be seen, opened and read first. A minute, as some filters take, would strike those who wait for a confirmation.':
    'Eine Nachricht muss erst gesehen, geöffnet und gelesen werden. Eine Minute, wie manche Filter sie ansetzen, träfe die, die auf eine Bestätigung warten.',
  'One person does not open or click three times in one instant.':
    'Ein Mensch öffnet oder klickt nicht dreimal in einem Augenblick.',
  'The same session or visitor saw a tracked page or sent a form of the message within 30 minutes.':
    'Dieselbe Sitzung oder derselbe Besucher sah innerhalb von 30 Minuten eine verfolgte Seite oder sandte ein Formular der Nachricht.',
  'A click that is surely a person’s came within 30 minutes of the open.':
    'Ein Klick, der sicher von einem Menschen ist, kam innerhalb von 30 Minuten nach der Öffnung.',
  'Gmail and Yahoo load pictures for their readers, mostly but not always when a message is opened.':
    'Gmail und Yahoo laden Bilder für ihre Leser, meist, aber nicht immer, wenn eine Nachricht geöffnet wird.',
  'Where its privacy protection is on, the pictures of every message are loaded, opened or not.':
    'Wo der Datenschutz an ist, werden die Bilder jeder Nachricht geladen, geöffnet oder nicht.',
  'Done by machines': 'Von Maschinen getan',
  'Test sends': 'Testsendungen',
  'In other journeys, iterations or tiles': 'In anderen Journeys, Iterationen oder Kacheln',
  'From before they joined the account': 'Aus der Zeit vor dem Beitritt zur Firma',
  'Not surely done by a person': 'Nicht sicher von einem Menschen getan',
  'Rows that take a delivery back': 'Zeilen, die eine Zustellung zurücknehmen',
  'Outside the period': 'Außerhalb des Zeitraums',
  'Bounced after delivery': 'Nach der Zustellung zurückgekommen',
  'Opened at some time': 'Irgendwann geöffnet',
  'Counted with another row of the same thing': 'Mit einer anderen Zeile derselben Sache gezählt',
  'Refused, with the reason kept': 'Abgelehnt, mit dem Grund aufbewahrt',
} as const;
