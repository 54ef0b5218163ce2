import type { Calendar } from './calendar';
import { diceOf } from './dice';
import { email, placed, segment, split, step, trigger, wait, type Tile, type TilePlan } from './tiles';

/** When a journey begins: so many days before the end, on a date of the year, or on a day of the sample. */
type Start = { readonly ago: number } | { readonly month: number; readonly date: number } | { readonly day: number };

interface JourneyPlan {
  readonly name: string;
  readonly mode: 'once' | 'recurring' | 'continuous' | 'draft';
  readonly start: Start;
  readonly every?: number;
  /** Messages that come whether subscribed or not. */
  readonly transactional?: true;
  /** Stopped by hand after so many days. */
  readonly stopsAfter?: number;
  readonly tiles: TilePlan;
}

export interface Journey extends Omit<JourneyPlan, 'tiles' | 'start'> {
  readonly id: string;
  readonly startDay: number;
  readonly root: Tile;
  /** Name of the segment it begins with. */
  readonly audience: string;
}

const page = (name: string) => ({ nested: [{ kind: 'LandingPage', name }] }) as const;
const event = (name: string) => ({ nested: [{ kind: 'Event', name }] }) as const;
const survey = (name: string) => ({ nested: [{ kind: 'Survey', name }] }) as const;
const call = step('CreateCrmActivity', 'Phone call by the sales desk');

const plans: readonly JourneyPlan[] = [
  {
    name: 'Pump News, monthly',
    mode: 'recurring',
    start: { day: 6 },
    every: 30,
    tiles: segment('Pump News readers', email('Pump News', {})),
  },
  {
    name: 'Dealer News',
    mode: 'recurring',
    start: { day: 20 },
    every: 60,
    tiles: segment('Dealers', email('Dealer News', {})),
  },
  {
    name: 'Service News',
    mode: 'recurring',
    start: { day: 41 },
    every: 75,
    tiles: segment('Service reminders', email('Service News', {})),
  },
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
    name: 'Dealer welcome',
    mode: 'continuous',
    start: { day: 10 },
    tiles: segment(
      'Dealers',
      email(
        'Welcome to the dealer portal',
        {},
        wait(3, email('Your first order, step by step', {}, wait(7, email('Meet your contact person', {})))),
      ),
    ),
  },
  {
    name: 'Quote follow-up',
    mode: 'continuous',
    start: { day: 3 },
    tiles: segment(
      'Open quotes',
      email(
        'Your quote is ready',
        page('Quote request'),
        trigger(
          'Looked at the quote?',
          'clickedAt',
          5,
          [step('CreateLead', 'New lead', call)],
          [email('Questions about your quote?', {}, wait(6, email('Your quote expires soon', {})))],
        ),
      ),
    ),
  },
  {
    name: 'Service contract renewal',
    mode: 'continuous',
    start: { day: 30 },
    tiles: segment(
      'Service contracts ending soon',
      email(
        'Your service contract renews soon',
        {},
        wait(14, step('InvokeWorkflow', 'Tell the service desk', email('Service contract: new terms', {}))),
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
        wait(9, email('Spring flushing: booked out soon', {})),
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
  {
    name: 'How are we doing?',
    mode: 'recurring',
    start: { day: 60 },
    every: 182,
    tiles: segment(
      'Service reminders',
      email(
        'How are we doing?',
        survey('Heating days'),
        trigger('Answered?', 'clickedAt', 7, [], [email('How are we doing? (reminder)', {})]),
      ),
    ),
  },
  {
    name: 'Autumn catalogue (draft)',
    mode: 'draft',
    start: { ago: 5 },
    tiles: segment(
      'Autumn catalogue readers (draft)',
      email('Autumn catalogue', {}, wait(7, email('Autumn catalogue: reminder', {}))),
    ),
  },
];

/** All journeys, their tiles numbered and their first day found. */
export function journeysOf(seed: number, calendar: Calendar): readonly Journey[] {
  return plans.map(({ tiles, start, ...plan }) => ({
    ...plan,
    id: diceOf(seed, 'journey', plan.name).guid(),
    startDay: startDayOf(start, calendar),
    root: placed(tiles),
    audience: tiles.name,
  }));
}

function startDayOf(start: Start, calendar: Calendar): number {
  if ('ago' in start) return calendar.days - start.ago;
  return 'day' in start ? start.day : calendar.next(start.month, start.date);
}
