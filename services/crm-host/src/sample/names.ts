/** Invented people and firms of the Nordic pump and boiler trade; cities are real so that maps have something to show. */

const words = (text: string): readonly string[] => text.split(' ');

export const firstNames = words(
  'Astrid Birk Camilla Dag Ebba Eskil Frida Gaute Hedda Iver Jorunn Kasper Linnea Mads Nora Oskar Pernille Rasmus ' +
    'Saga Tarjei Ulrika Vidar Ylva Åse Aino Eero Helmi Ilkka Kaisa Lauri Minna Onni Päivi Risto Satu Timo Sigrún Hrafn ' +
    'Katla Orri Bodil Claus Dorthe Esben Gitte Henrik Inge Jette Karsten Lone Mette Niels Signe Torben Maja Anton',
);

export const lastNames = words(
  'Almås Bakkerud Dalgaard Eikrem Fosshaug Granli Haugstad Isaksrud Jernberg Kvernmo Lindfors Myrvang Nystuen Orrestad ' +
    'Prestlien Ravnsborg Skogheim Tveiten Ulvestad Viken Westergren Åkerholm Øverland Aaltola Heikkala Jokela Koskimaa ' +
    'Lahtela Mäkisalo Niemelin Rautio Salmivaara Tuomela Vainikka Bech Damsgaard Elkjær Frandsholt Grønvig Hedelund ' +
    'Kjærby Lindegård Munkholm Rosendal Stenbæk Thybo Vestergren Hallsson Ketilsson Sturlason Björkman Ekdahl Forsgren ' +
    'Hagström Karlberg Lundvik Norrby Rydholm Sandell Wallin',
);

export interface Place {
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly country: string;
  readonly dial: string;
}

const place = (text: string): Place => {
  const [city = '', state = '', postalCode = '', country = '', dial = ''] = text.split('|');
  return { city, state, postalCode, country, dial };
};

/** More often named first: most of the trade is in Norway and Sweden. */
export const places: readonly Place[] = [
  'Oslo|Oslo|0255|NO|+47',
  'Bergen|Vestland|5014|NO|+47',
  'Trondheim|Trøndelag|7013|NO|+47',
  'Göteborg|Västra Götaland|411 05|SE|+46',
  'Stavanger|Rogaland|4006|NO|+47',
  'Stockholm|Stockholm|111 20|SE|+46',
  'København|Hovedstaden|1057|DK|+45',
  'Tampere|Pirkanmaa|33100|FI|+358',
  'Tromsø|Troms|9008|NO|+47',
  'Malmö|Skåne|211 20|SE|+46',
  'Aarhus|Midtjylland|8000|DK|+45',
  'Helsinki|Uusimaa|00100|FI|+358',
  'Luleå|Norrbotten|972 31|SE|+46',
  'Reykjavík|Höfuðborgarsvæðið|101|IS|+354',
  'Odense|Syddanmark|5000|DK|+45',
  'Hamburg|Hamburg|20095|DE|+49',
  'Gdańsk|Pomorskie|80-001|PL|+48',
].map(place);

export const firmStems = words(
  'Havdal Tindvik Myrskog Brattlia Sølvhei Granvoll Kvernlia Steinsholt Rimfoss Elgtjern Svartberg Torsvik Vindås ' +
    'Askelund Furudal Ishavn Klippehus Lyngbakke Nordlyng Raudfjell Skarvnes Tjernmo Ulvsund Vargdal Ørnefoss',
);

export const firmTrades = [
  'Varme',
  'Pumpeservice',
  'Rør & Varme',
  'Boiler Works',
  'VVS',
  'Energi',
  'Kedelservice',
  'Industri',
  'Borettslag',
  'Fjernvarme',
] as const;

export const legalForms: Readonly<Record<string, string>> = {
  NO: 'AS',
  SE: 'AB',
  DK: 'ApS',
  FI: 'Oy',
  IS: 'ehf.',
  DE: 'GmbH',
  PL: 'Sp. z o.o.',
};

export const jobTitles = [
  'Heating fitter',
  'Purchasing manager',
  'Service coordinator',
  'Plumber',
  'Managing director',
  'Project engineer',
  'Caretaker',
  'Operations manager',
  'Shop manager',
  'Technical buyer',
  'Energy adviser',
  'Accountant',
] as const;

/** Mail providers of those who write from home. */
export const homeDomains = ['postkassen.example', 'fjordmail.example', 'hjemme.example'] as const;

const plain: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ð: 'd', þ: 'th', ł: 'l' };

/** Text as it may stand in an address: ASCII letters, digits and dashes. */
export function addressPart(text: string): string {
  return text
    .toLowerCase()
    .replace(/[øæðþł]/g, (letter) => plain[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
