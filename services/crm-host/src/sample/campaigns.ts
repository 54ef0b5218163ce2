import type { JourneyPlan } from './journeyPlans';
import { email, segment, split, step, trigger, wait } from './tiles';

const page = (name: string) => ({ nested: [{ kind: 'LandingPage', name }] }) as const;
const event = (name: string) => ({ nested: [{ kind: 'Event', name }] }) as const;
const survey = (name: string) => ({ nested: [{ kind: 'Survey', name }] }) as const;
const call = step('CreateCrmActivity', 'Phone call by the sales desk');

/** Journeys that take everybody in on one day. */
export const campaigns: readonly JourneyPlan[] = [
  {
    name: 'Winter check reminder',
    mode: 'once',
    start: { month: 10, date: 7 },
    tiles: segment(
      'Boiler owners',
      email(
        'Winter check reminder',
        page('Winter check booking'),
        trigger(
          'Booked within nine days?',
          'submittedAt',
          9,
          [email('Winter check booked', {}, step('RecordUpdate', 'Set the check date'))],
          [email('Winter check: last free slots', { expires: true })],
        ),
      ),
    ),
  },
  {
    name: 'Heat pump trade-in',
    mode: 'once',
    start: { ago: 200 },
    tiles: segment(
      'Heat pump owners',
      split(
        'Two ways to begin',
        [
          50,
          email(
            'Trade in your old heat pump',
            page('Heat pump trade-in'),
            wait(6, email('Trade-in offer ends Friday', { expires: true })),
          ),
        ],
        [50, email('Trade-in: what it is worth', {}, step('CustomChannel', 'Text message', call))],
      ),
    ),
  },
  {
    name: 'Safety notice PV-40',
    mode: 'once',
    start: { ago: 300 },
    transactional: true,
    tiles: segment(
      'All customers we may write to',
      email(
        'Safety notice: pressure valve PV-40',
        {},
        trigger('Opened?', 'openedAt', 7, [], [email('Safety notice: second letter', {})]),
      ),
    ),
  },
  {
    name: 'Open house in Bergen',
    mode: 'once',
    start: { ago: 130 },
    tiles: segment(
      'Courses and events',
      email(
        'Open house: invitation',
        event('Open house in Bergen'),
        step(
          'Event',
          'Open house in Bergen',
          wait(
            12,
            email(
              'Open house: programme',
              {},
              wait(10, email('Open house: thank you', survey('Open house in Bergen'))),
            ),
          ),
        ),
      ),
    ),
  },
  {
    name: 'Webinar: hydraulic balancing',
    mode: 'once',
    start: { ago: 45 },
    tiles: segment(
      'Courses and events',
      email(
        'Webinar: hydraulic balancing',
        event('Webinar: hydraulic balancing'),
        trigger(
          'Registered?',
          'clickedAt',
          10,
          [email('Webinar starts tomorrow', {})],
          [email('Webinar recording', {})],
        ),
      ),
    ),
  },
  {
    name: 'Spring flushing offer',
    mode: 'once',
    start: { ago: 24 },
    tiles: segment(
      'Boiler owners',
      email(
        'Spring flushing offer',
        { test: { a: 20, b: 20, winner: 'B', metric: 'Click-through rate' } },
        wait(9, email('Spring flushing: booked out soon', { expires: true })),
      ),
    ),
  },
  {
    name: 'Circulation pump price list',
    mode: 'once',
    start: { ago: 390 },
    tiles: segment(
      'Installers and fitters',
      email(
        'Circulation pumps: new price list',
        { test: { a: 10, b: 10, winner: 'A', metric: 'Open rate' } },
        wait(8, email('Price list: questions and answers', {})),
      ),
    ),
  },
  {
    name: 'Sludge filter launch',
    mode: 'once',
    start: { ago: 78 },
    stopsAfter: 40,
    tiles: segment(
      'Installers and fitters',
      step('LinkedInCampaign', 'Sludge filter on LinkedIn'),
      email(
        'New: the Silt sludge filter',
        {
          nested: [
            { kind: 'LandingPage', name: 'Sludge filter guide' },
            { kind: 'MarketingForm', name: 'Download the fitting guide' },
          ],
        },
        trigger(
          'Wants the guide?',
          'clickedAt',
          6,
          [email('Sludge filter: fitting guide', {})],
          [email('Sludge filter: introductory price', {})],
        ),
      ),
    ),
  },
];
