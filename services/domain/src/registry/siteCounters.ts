import type { CounterDef } from './counters';

const everyRow = { counts: 'every', per: [] } as const;
const registered = ['EventRegistration'];
const checkedIn = ['EventCheckIn'];
const cancelled = ['EventRegistrationCanceled', 'SessionRegistrationCanceled'];

/** What people do on websites, with forms, at events and with subscription lists. */
export const siteCounters = {
  websiteVisits: {
    ...everyRow,
    title: 'Website visits',
    oneRowIs: 'one visit of a page',
    types: ['WebsiteVisited', 'FormVisited'],
    twins: { keep: 'WebsiteVisited', drop: 'FormVisited', same: ['session', 'page'], named: true },
    columns: ['website', 'page', 'duration', 'visitor'],
    timeTitle: 'Visited',
  },
  websiteClicks: {
    ...everyRow,
    title: 'Website clicks',
    oneRowIs: 'one click on a page',
    types: ['WebsiteClicked'],
    columns: ['linkName', 'target', 'website'],
    timeTitle: 'Clicked',
  },
  linksClicked: {
    title: 'Links clicked',
    oneRowIs: 'one address, at its last click of the period',
    types: ['WebsiteClicked'],
    counts: 'distinct',
    per: ['target'],
    listedBy: 'last',
    needs: ['target'],
    columns: ['target', 'linkName', 'website'],
    timeTitle: 'Last clicked',
  },
  redirectClicks: {
    ...everyRow,
    title: 'Redirect URL clicks',
    oneRowIs: 'one click on a redirect URL',
    types: ['RedirectLinkClicked'],
    columns: ['redirectUrl', 'target'],
    timeTitle: 'Clicked',
  },
  formVisits: {
    ...everyRow,
    title: 'Form visits',
    oneRowIs: 'one visit of a form',
    types: ['FormVisited'],
    columns: ['form', 'page', 'duration', 'visitor'],
    timeTitle: 'Visited',
  },
  formSubmissions: {
    title: 'Form submissions',
    oneRowIs: 'one submission of a form',
    types: ['FormSubmitted'],
    counts: 'distinct',
    per: ['submission'],
    apart: true,
    values: 'SubmittedValues',
    columns: ['form'],
    csvColumns: ['page', 'result', 'times'],
    timeTitle: 'Submitted',
  },
  eventInteractions: {
    ...everyRow,
    title: 'Event interactions',
    oneRowIs: 'one thing done about an event or a session of it',
    types: [...registered, ...checkedIn, ...cancelled],
    columns: ['event', 'eventSession', 'journey'],
    timeTitle: 'Time',
  },
  eventRegistrations: {
    ...everyRow,
    title: 'Event registrations',
    oneRowIs: 'one registration',
    types: registered,
    columns: ['event', 'journey'],
    timeTitle: 'Registered',
  },
  eventCheckIns: {
    ...everyRow,
    title: 'Event check-ins',
    oneRowIs: 'one check-in',
    types: checkedIn,
    columns: ['event', 'journey'],
    timeTitle: 'Checked in',
  },
  eventCancellations: {
    ...everyRow,
    title: 'Event cancellations',
    oneRowIs: 'one cancellation of an event or of a session',
    types: cancelled,
    columns: ['event', 'eventSession', 'eventOrSession'],
    timeTitle: 'Cancelled',
  },
  listJoins: {
    ...everyRow,
    title: 'Lists joined',
    oneRowIs: 'one time a subscription list was joined',
    types: ['SegmentSubscribed'],
    columns: ['subscriptionList', 'email', 'journey'],
    timeTitle: 'Joined',
  },
  listLeaves: {
    ...everyRow,
    title: 'Lists left',
    oneRowIs: 'one time a subscription list was left',
    types: ['SegmentUnsubscribed'],
    columns: ['subscriptionList', 'email', 'journey'],
    timeTitle: 'Left',
  },
} as const satisfies Record<string, CounterDef>;
