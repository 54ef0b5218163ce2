import type { JourneyPlan } from './journeyPlans';
import { email, segment, step, trigger, wait } from './tiles';

const page = (name: string) => ({ nested: [{ kind: 'LandingPage', name }] }) as const;
const survey = (name: string) => ({ nested: [{ kind: 'Survey', name }] }) as const;
const call = step('CreateCrmActivity', 'Phone call by the sales desk');

/** Journeys that come again, that never end, or that never began. */
export const standingJourneys: readonly JourneyPlan[] = [
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
