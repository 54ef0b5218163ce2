/** What the tabs of marketing pages, forms, websites and redirect URLs say. */
export const sites = {
  Visitors: 'Besucher',
  'Contacts who came, and browsers of people who are not known. Somebody who was known on some visits only counts as both.':
    'Kontakte, die kamen, und Browser von Personen, die nicht bekannt sind. Wer nur bei manchen Besuchen bekannt war, zählt als beides.',
  'one person, or one browser of somebody not known, at the first visit of the period':
    'eine Person oder ein Browser von jemandem, der nicht bekannt ist, beim ersten Besuch im Zeitraum',
  'Forms sent from the page, each submission once. Failed ones are included.':
    'Von der Seite gesendete Formulare, jede Übermittlung einmal. Fehlgeschlagene zählen mit.',
  'Visits and submissions on each day of the period.': 'Besuche und Übermittlungen an jedem Tag des Zeitraums.',
  'New and returning': 'Neu und wiederkehrend',
  'Visits of new visitors': 'Besuche neuer Besucher',
  'Visits of people who had not been on the site before.':
    'Besuche von Personen, die noch nicht auf der Website waren.',
  'one visit of somebody who was new to the site': 'ein Besuch von jemandem, der neu auf der Website war',
  'Visits of returning visitors': 'Besuche wiederkehrender Besucher',
  'Visits of people who had been on the site before.': 'Besuche von Personen, die schon auf der Website waren.',
  'one visit of somebody who had been there before': 'ein Besuch von jemandem, der schon dort war',
  'Visits by country.': 'Besuche nach Land.',
  'Each form sent from the page, with what was filled in. A value that is cut shows whole with all the others.':
    'Jedes von der Seite gesendete Formular mit dem, was ausgefüllt wurde. Ein gekürzter Wert zeigt sich mit allen anderen ganz.',
  'Each visit, by whom where that is known.': 'Jeder Besuch, und von wem, wo das bekannt ist.',
  'Submissions, each once, however often it was processed. Failed ones are included.':
    'Übermittlungen, jede einmal, wie oft sie auch verarbeitet wurde. Fehlgeschlagene zählen mit.',
  'Failed submissions': 'Fehlgeschlagene Übermittlungen',
  'Submissions that could not be processed; the list says why.':
    'Übermittlungen, die nicht verarbeitet werden konnten; die Liste sagt, warum.',
  'one submission that could not be processed': 'eine Übermittlung, die nicht verarbeitet werden konnte',
  Message: 'Meldung',
  'What came of submissions': 'Was aus Übermittlungen wurde',
  'Contacts created': 'Angelegte Kontakte',
  'Submissions that made a new contact.': 'Übermittlungen, die einen neuen Kontakt anlegten.',
  'one submission that made a new contact': 'eine Übermittlung, die einen neuen Kontakt anlegte',
  'Contacts updated': 'Aktualisierte Kontakte',
  'Submissions that changed a contact who was there before.':
    'Übermittlungen, die einen Kontakt änderten, den es schon gab.',
  'one submission that changed a contact': 'eine Übermittlung, die einen Kontakt änderte',
  'Leads created': 'Angelegte Leads',
  'Submissions that made a new lead.': 'Übermittlungen, die einen neuen Lead anlegten.',
  'one submission that made a new lead': 'eine Übermittlung, die einen neuen Lead anlegte',
  'Leads updated': 'Aktualisierte Leads',
  'Submissions that changed a lead that was there before.':
    'Übermittlungen, die einen Lead änderten, den es schon gab.',
  'one submission that changed a lead': 'eine Übermittlung, die einen Lead änderte',
  'By page': 'Nach Seite',
  'The pages on which it stands, with what was done there.':
    'Die Seiten, auf denen es steht, mit dem, was dort geschah.',
  'Why submissions failed': 'Warum Übermittlungen fehlschlugen',
  'Submissions that could not be processed, by the message that says why.':
    'Übermittlungen, die nicht verarbeitet werden konnten, nach der Meldung, die den Grund nennt.',
  'Each submission, with what was filled in. A value that is cut shows whole with all the others.':
    'Jede Übermittlung mit dem, was ausgefüllt wurde. Ein gekürzter Wert zeigt sich mit allen anderen ganz.',
  'Each time the form was seen, and the page it stands on.':
    'Jedes Mal, dass das Formular gesehen wurde, und die Seite, auf der es steht.',
  Sessions: 'Sitzungen',
  'Stretches of visits in one browser, as the tracking script tells them. Visits without one are in none.':
    'Zusammenhängende Besuche in einem Browser, wie das Verfolgungsskript sie meldet. Besuche ohne eine gehören zu keiner.',
  'one session, at its first page of the period': 'eine Sitzung, bei ihrer ersten Seite im Zeitraum',
  'Clicks on links of its pages, repeats included.': 'Klicks auf Links ihrer Seiten, auch wiederholte.',
  'Visits and clicks on each day of the period.': 'Besuche und Klicks an jedem Tag des Zeitraums.',
  'Most popular pages': 'Beliebteste Seiten',
  'Pages by their visits.': 'Seiten nach ihren Besuchen.',
  Referrer: 'Verweisende Seite',
  Referrers: 'Verweisende Seiten',
  'Where visitors came from, as their browsers tell it.': 'Woher Besucher kamen, wie ihre Browser es melden.',
  'Search phrase': 'Suchbegriff',
  'Search phrases': 'Suchbegriffe',
  'What visitors searched for before they came, where search engines tell it.':
    'Wonach Besucher suchten, bevor sie kamen, wo Suchmaschinen es melden.',
  'Each visit of a page, by whom where that is known.': 'Jeder Besuch einer Seite, und von wem, wo das bekannt ist.',
  'Each click on a link of its pages.': 'Jeder Klick auf einen Link ihrer Seiten.',
  'Clicks on the redirect URL, repeats included, by people known and not known.':
    'Klicks auf die Umleitungs-URL, auch wiederholte, von bekannten und unbekannten Personen.',
  'People who clicked': 'Personen, die klickten',
  'Contacts who clicked, and browsers of people who are not known. Somebody who was known on some clicks only counts as both.':
    'Kontakte, die klickten, und Browser von Personen, die nicht bekannt sind. Wer nur bei manchen Klicks bekannt war, zählt als beides.',
  'one person, or one browser of somebody not known, at the first click of the period':
    'eine Person oder ein Browser von jemandem, der nicht bekannt ist, beim ersten Klick im Zeitraum',
  'Clicks on each day of the period, repeats included.': 'Klicks an jedem Tag des Zeitraums, auch wiederholte.',
  'Clicks by country.': 'Klicks nach Land.',
  'Where those who clicked came from, as their browsers tell it.':
    'Woher die kamen, die klickten, wie ihre Browser es melden.',
  'Each click, by whom where that is known.': 'Jeder Klick, und von wem, wo das bekannt ist.',
};
