import type { OwnStatus } from '@record-insights/domain';
import { diceOf } from './dice';
import { emails, type EmailPlan } from './emailPlans';

/** A thing that a page, a form or a click can belong to. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Website extends Named {
  readonly url: string;
  readonly paths: readonly string[];
}

export interface Form extends Named {
  readonly fields: readonly string[];
  /** Whether it makes leads. */
  readonly leads: boolean;
}

export interface Page extends Named {
  readonly website: Website;
  readonly form: Form;
  readonly path: string;
  readonly state: OwnStatus;
}

export interface RedirectUrl extends Named {
  readonly originalUrl: string;
  readonly state: OwnStatus;
}

export interface ScoringModel extends Named {
  readonly threshold: number;
  readonly state: OwnStatus;
}

export interface EmailLink {
  readonly id: string;
  readonly text: string;
  readonly url: string;
  /** How often it is chosen, beside the other links. */
  readonly weight: number;
  /** Only in the version before the newest. */
  readonly gone?: boolean;
}

export interface Email extends Named {
  readonly plan: EmailPlan;
  readonly links: readonly EmailLink[];
}

export interface MarketingEvent extends Named {
  readonly surveyId: string;
  readonly sessionId: string;
}

/** Marketing records by name. */
export interface Catalogue {
  readonly websites: ReadonlyMap<string, Website>;
  readonly forms: ReadonlyMap<string, Form>;
  readonly pages: ReadonlyMap<string, Page>;
  readonly redirectUrls: ReadonlyMap<string, RedirectUrl>;
  readonly scoringModels: ReadonlyMap<string, ScoringModel>;
  readonly emails: ReadonlyMap<string, Email>;
  readonly events: ReadonlyMap<string, MarketingEvent>;
}

const websitePlans: readonly [string, string, string][] = [
  ['Kvitfoss shop', 'https://www.kvitfoss.example', '/ /heat-pumps /boilers /circulation-pumps /filters /contact'],
  ['Dealer portal', 'https://dealers.kvitfoss.example', '/ /prices /orders /drawings'],
  ['Knowledge base', 'https://help.kvitfoss.example', '/ /winter-check /balancing /valves/pv-40 /noise'],
  ['Open house microsite', 'https://openhouse.kvitfoss.example', '/ /programme /directions'],
];

const person = ['First name', 'Last name', 'Email'];
const formPlans: readonly [string, readonly string[], boolean][] = [
  ['Ask for a quote', [...person, 'Company', 'Phone', 'What is it about?'], true],
  ['Book a winter check', [...person, 'Preferred week', 'Type of boiler'], true],
  ['Subscribe to Pump News', person, false],
  ['Event registration', [...person, 'Company', 'Diet'], false],
  ['Download the fitting guide', [...person, 'Company'], true],
  ['Tell us what you think', ['Email', 'Your comment'], false],
];

const pagePlans: readonly [string, string, string, string, OwnStatus?][] = [
  ['Quote request', 'Kvitfoss shop', 'Ask for a quote', '/quote'],
  ['Winter check booking', 'Kvitfoss shop', 'Book a winter check', '/winter-check'],
  ['Pump News sign-up', 'Kvitfoss shop', 'Subscribe to Pump News', '/news'],
  ['Heat pump trade-in', 'Kvitfoss shop', 'Ask for a quote', '/trade-in'],
  ['Open house registration', 'Open house microsite', 'Event registration', '/register'],
  ['Webinar registration', 'Knowledge base', 'Event registration', '/webinar', 'stopped'],
  ['Sludge filter guide', 'Knowledge base', 'Download the fitting guide', '/sludge-filter'],
  ['Feedback', 'Dealer portal', 'Tell us what you think', '/feedback'],
  ['Autumn catalogue request (draft)', 'Kvitfoss shop', 'Ask for a quote', '/catalogue', 'draft'],
];

const redirectPlans: readonly [string, string, OwnStatus?][] = [
  ['Trade fair poster', 'https://www.kvitfoss.example/trade-in'],
  ['Van sticker', 'https://www.kvitfoss.example/'],
  ['Installer leaflet', 'https://help.kvitfoss.example/balancing'],
  ['Boiler label PV-40', 'https://help.kvitfoss.example/valves/pv-40'],
  ['Winter check flyer', 'https://www.kvitfoss.example/winter-check'],
  ['Social: heat pumps', 'https://www.kvitfoss.example/heat-pumps'],
  ['Social: open house', 'https://openhouse.kvitfoss.example/'],
  ['Dealer price list QR', 'https://dealers.kvitfoss.example/prices'],
  ['Magazine advert', 'https://www.kvitfoss.example/filters', 'stopped'],
  ['Autumn catalogue QR (draft)', 'https://www.kvitfoss.example/catalogue', 'draft'],
];

const modelPlans: readonly [string, number, OwnStatus][] = [
  ['Interest in heat pumps', 60, 'live'],
  ['Dealer potential', 80, 'stopped'],
  ['Service contract (draft)', 50, 'draft'],
];

const eventPlans = ['Open house in Bergen', 'Webinar: hydraulic balancing', 'Heating days'];

/** All marketing records; the same seed gives the same ids. */
export function catalogueOf(seed: number): Catalogue {
  const named = (kind: string, name: string): Named => ({ id: diceOf(seed, kind, name).guid(), name });
  const websites = byName(
    websitePlans.map(([name, url, paths]) => ({ ...named('website', name), url, paths: paths.split(' ') })),
  );
  const forms = byName(formPlans.map(([name, fields, leads]) => ({ ...named('form', name), fields, leads })));
  return {
    websites,
    forms,
    pages: byName(
      pagePlans.map(([name, website, form, path, state = 'live']) => ({
        ...named('page', name),
        website: itemNamed(websites, website),
        form: itemNamed(forms, form),
        path,
        state,
      })),
    ),
    redirectUrls: byName(
      redirectPlans.map(([name, originalUrl, state = 'live']) => ({ ...named('redirect', name), originalUrl, state })),
    ),
    scoringModels: byName(
      modelPlans.map(([name, threshold, state]) => ({ ...named('model', name), threshold, state })),
    ),
    emails: byName(emails.map((plan) => ({ ...named('email', plan.name), plan, links: linksOf(seed, plan) }))),
    events: byName(
      eventPlans.map((name) => ({
        ...named('event', name),
        surveyId: named('survey', name).id,
        sessionId: named('session', name).id,
      })),
    ),
  };
}

function linksOf(seed: number, plan: EmailPlan): readonly EmailLink[] {
  return plan.links.map(({ text, path, gone }, index) => ({
    id: diceOf(seed, 'link', plan.name, index).guid(),
    text,
    url: path.startsWith('https:') ? path : `https://www.kvitfoss.example${path}`,
    weight: 1 / (index + 1.5),
    ...(gone ? { gone } : {}),
  }));
}

const byName = <T extends Named>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.name, item]));

/** The record of that name; a name that nobody has is a mistake in the plans. */
export function itemNamed<T>(items: ReadonlyMap<string, T>, name: string): T {
  const item = items.get(name);
  if (!item) throw new Error(`The sample has nothing called "${name}". Known: ${[...items.keys()].join(', ')}.`);
  return item;
}
