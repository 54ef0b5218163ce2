import type { OwnStatus } from '@record-insights/domain';

/** A link of an email, by the text that shows and the path on the shop's site (or a whole address). */
export interface LinkPlan {
  readonly text: string;
  readonly path: string;
  readonly gone?: boolean;
}

export interface EmailPlan {
  readonly name: string;
  readonly subject: string;
  readonly lead: string;
  readonly links: readonly LinkPlan[];
  /** Whether it is a newsletter of many columns. */
  readonly wide?: boolean;
  /** A draft is one that nobody ever got. */
  readonly state: OwnStatus;
}

const link = (text: string, path: string): LinkPlan => ({ text, path });

const plan = (name: string, subject: string, lead: string, ...links: readonly LinkPlan[]): EmailPlan => ({
  name,
  subject,
  lead,
  links: [...links, link('Kvitfoss shop', '/'), link('Call us', '/contact')],
  state: 'live',
});

/** Sent once, and no longer in use. */
const stopped = (plan: EmailPlan): EmailPlan => ({ ...plan, state: 'stopped' });

const draft = (name: string, subject: string): EmailPlan => ({
  ...plan(name, subject, 'Text to come.', link('Read more', '/catalogue')),
  state: 'draft',
});

const topics = ['Heat pumps', 'Boilers', 'Circulation pumps', 'Filters', 'Valves', 'Controls'];

/** Twenty links and more: a picture, a headline and a button a topic, some of them to one address. */
const newsletter = (name: string, subject: string): EmailPlan => ({
  name,
  subject,
  lead: 'What is new in the boiler room this month.',
  wide: true,
  state: 'live',
  links: [
    link('Read the lead story >', `/news/${name.length}`),
    ...topics.flatMap((topic) => {
      const path = `/${topic.toLowerCase().replace(' ', '-')}`;
      return [
        link(topic, path),
        link(`See all ${topic.toLowerCase()}`, path),
        link(`${topic} & prices`, `${path}/prices`),
      ];
    }),
    link('Ask for a quote', '/quote'),
    link('Help pages', 'https://help.kvitfoss.example/'),
    { text: 'Summer prices', path: '/summer', gone: true },
  ],
});

const winter = link('Book your winter check >', '/winter-check');
const quote = link('Ask for a quote', '/quote');
const tradeIn = link('What is my old pump worth?', '/trade-in');
const openHouse = link('Register for the open house', 'https://openhouse.kvitfoss.example/register');
const webinar = link('Register for the webinar', 'https://help.kvitfoss.example/webinar');
const guide = link('Download the fitting guide', 'https://help.kvitfoss.example/sludge-filter');
const safety = link('Check your valve number', 'https://help.kvitfoss.example/valves/pv-40');
const portal = link('Open the dealer portal', 'https://dealers.kvitfoss.example/');
const opinion = link('Answer three questions', 'https://dealers.kvitfoss.example/feedback');
const prices = link('See the price list', 'https://dealers.kvitfoss.example/prices');

export const emails: readonly EmailPlan[] = [
  newsletter('Pump News', 'Pump News: what is new this month'),
  newsletter('Dealer News', 'Dealer News: prices, stock and drawings'),
  newsletter('Service News', 'Service News: from the workshop'),
  plan(
    'Winter check reminder',
    'Is your boiler ready for winter?',
    'Frost is near. A check takes half an hour.',
    winter,
  ),
  plan('Winter check: last free slots', 'Last free slots before the frost', 'Only a few weeks are left.', winter),
  plan(
    'Winter check booked',
    'Thank you for booking',
    'We look forward to seeing you.',
    link('Move my booking', '/booking'),
  ),
  plan('Trade in your old heat pump', 'Your old pump is worth something', 'We take it back.', tradeIn, quote),
  plan('Trade-in: what it is worth', 'What your old pump is worth', 'A table says it all.', tradeIn, quote),
  plan('Trade-in offer ends Friday', 'Until Friday only', 'Four days are left.', tradeIn, quote),
  plan('Welcome to the dealer portal', 'Welcome on board', 'Everything for your trade in one place.', portal, prices),
  plan('Your first order, step by step', 'Your first order', 'Five steps from drawing to delivery.', portal),
  plan(
    'Meet your contact person',
    'Nice to meet you',
    'The one who knows your account.',
    link('Write to us', '/contact'),
  ),
  plan(
    'Your quote is ready',
    'Your quote is ready',
    'We reckoned it as you asked.',
    link('See my quote', '/my-quote'),
    quote,
  ),
  plan('Questions about your quote?', 'Any questions?', 'We are glad to explain.', link('See my quote', '/my-quote')),
  plan('Your quote expires soon', 'Your quote expires soon', 'Prices hold until Friday.', link('Accept', '/my-quote')),
  plan(
    'Your service contract renews soon',
    'Time to renew',
    'Nothing to do, or choose more.',
    link('My contract', '/contract'),
  ),
  plan('Service contract: new terms', 'New terms', 'What changes for you.', link('Read the terms', '/terms')),
  plan('Safety notice: pressure valve PV-40', 'Important: check your valve', 'Some valves stick.', safety),
  plan('Safety notice: second letter', 'Please check your valve', 'We have not heard from you.', safety),
  stopped(plan('Open house: invitation', 'Come and see us in Bergen', 'Pumps, coffee, waffles.', openHouse)),
  stopped(plan('Open house: programme', 'Programme and directions', 'See you on Thursday.', openHouse)),
  plan(
    'Open house: thank you',
    'Thank you for coming',
    'The pictures are here.',
    link('Pictures', '/pictures'),
    opinion,
  ),
  plan('Webinar: hydraulic balancing', 'Balancing in an hour', 'A webinar for fitters.', webinar),
  plan('Webinar starts tomorrow', 'Tomorrow at 13:00', 'Your link and the slides.', webinar),
  plan(
    'Webinar recording',
    'In case you missed it',
    'Forty minutes, with chapters.',
    link('Watch', '/recording'),
    opinion,
  ),
  plan('Spring flushing offer', 'Flush the system before summer', 'Cleaner water, lower bills.', quote),
  plan('Spring flushing: booked out soon', 'Few weeks left', 'Book while there is room.', quote),
  plan('Circulation pumps: new price list', 'New prices from the first', 'Most fall, some rise.', prices),
  plan('Price list: questions and answers', 'You asked, we answer', 'Twelve questions on prices.', prices),
  plan('New: the Silt sludge filter', 'A filter that empties itself', 'Nothing to screw.', guide, quote),
  plan('Sludge filter: fitting guide', 'Fitted in twenty minutes', 'Step by step.', guide),
  plan('Sludge filter: introductory price', 'Introductory price', 'For the first hundred.', quote),
  plan('How are we doing?', 'Three questions', 'It takes a minute.', opinion),
  plan('How are we doing? (reminder)', 'Still three questions', 'Your answer helps.', opinion),
  plan(
    'Confirm your subscription',
    'Please confirm',
    'One click and you are on the list.',
    link('Confirm', '/confirm'),
  ),
  plan('Thank you for writing to us', 'We got your message', 'Somebody will call you.', link('Help pages', '/help')),
  draft('Autumn catalogue', 'The autumn catalogue'),
  draft('Autumn catalogue: reminder', 'Have you seen the catalogue?'),
  draft('Christmas greeting', 'Thank you for this year'),
  draft('Template: two columns', 'Subject'),
];
