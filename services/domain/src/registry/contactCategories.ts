import type { CategoryDef } from './insights';
import { list, wideList } from './listPanels';

const contactOverview: CategoryDef = {
  id: 'overview',
  title: 'Overview',
  panels: [
    {
      kind: 'kpiTiles',
      id: 'headline',
      kpis: [
        'contact.interactions',
        'contact.openRate',
        'contact.clicksUnique',
        'contact.websiteVisits',
        'contact.formSubmissions',
      ],
    },
    {
      kind: 'timeline',
      id: 'timeline',
      title: 'Timeline',
      tooltip: 'Everything they did or were sent, newest first. A delivery that bounced later stays, marked so.',
      list: 'contact.interactions',
    },
    {
      kind: 'breakdown',
      id: 'breakdown',
      title: 'What they did',
      tooltip: 'The interactions of the period by type. The parts add up to the tile Interactions.',
      list: 'contact.interactions',
    },
  ],
};

const contactEmail: CategoryDef = {
  id: 'emailInteractions',
  title: 'Email interactions',
  panels: [
    {
      kind: 'kpiTiles',
      id: 'response',
      title: 'Response',
      compact: true,
      kpis: [
        'contact.opensTotal',
        'contact.opensUnique',
        'contact.clicksTotal',
        'contact.clicksUnique',
        'contact.openRate',
        'contact.clickThroughRate',
        'contact.clickToOpenRate',
        'contact.forwards',
        'contact.subscriptionSubmits',
      ],
    },
    {
      kind: 'kpiTiles',
      id: 'delivery',
      title: 'Delivery',
      compact: true,
      kpis: [
        'contact.sent',
        'contact.delivered',
        'contact.deliveryRate',
        'contact.unopened',
        'contact.blocked',
        'contact.hardBounces',
        'contact.softBounces',
        'contact.blockBounces',
        'contact.spamComplaints',
        'contact.unsubscribes',
      ],
    },
    {
      kind: 'byDay',
      id: 'byDay',
      title: 'By day',
      tooltip: 'Messages delivered, opens and clicks on each day of the period, repeats included.',
      kpis: ['contact.delivered', 'contact.opensTotal', 'contact.clicksTotal'],
    },
    list('sent', 'Sent', 'contact.sent', 'Each message sent to them.'),
    list('delivered', 'Delivered', 'contact.delivered', 'Each message that the mail server took and kept.'),
    list('unopened', 'Unopened', 'contact.unopened', 'Each message delivered in the period that was never opened.'),
    list('opened', 'Opened', 'contact.opensTotal', 'Each open, repeats included.'),
    list('clicked', 'Clicked', 'contact.clicksTotal', 'Each click with the link and where it leads.'),
    list('bounced', 'Bounced', 'contact.bounces', 'Each message that came back, with kind and category.'),
    list('blocked', 'Blocked', 'contact.blocked', 'Each message held back before sending, with the reason.'),
    list('spam', 'Marked as spam', 'contact.spamComplaints', 'Each complaint about a message.'),
    list('forwarded', 'Forwarded', 'contact.forwards', 'Each forward by the forward page of a message.'),
    list(
      'subscription',
      'Subscription submitted',
      'contact.subscriptionSubmits',
      'Each submission of the subscription center.',
    ),
  ],
};

const contactWeb: CategoryDef = {
  id: 'webInteractions',
  title: 'Web interactions',
  panels: [
    {
      kind: 'kpiTiles',
      id: 'web',
      kpis: ['contact.websiteVisits', 'contact.websiteClicks', 'contact.redirectClicks'],
    },
    wideList(
      'visited',
      'Pages visited',
      'contact.websiteVisits',
      'Each visit of a page, also from before it was known who they are. A page with one of your forms counts as visited.',
    ),
    wideList(
      'links',
      'Links clicked',
      'contact.linksClicked',
      'Each address that was clicked on a page, once, with the number of clicks and the last one.',
    ),
    wideList(
      'redirects',
      'Redirect URLs clicked',
      'contact.redirectClicks',
      'Each click on a redirect URL and where it led, also from before it was known who they are.',
    ),
  ],
};

const contactEvents: CategoryDef = {
  id: 'eventInteractions',
  title: 'Event interactions',
  panels: [
    {
      kind: 'kpiTiles',
      id: 'events',
      kpis: ['contact.eventRegistrations', 'contact.eventCheckIns', 'contact.eventCancellations'],
    },
    {
      kind: 'timeline',
      id: 'timeline',
      title: 'Timeline',
      tooltip: 'Registrations, check-ins and cancellations, of events and of sessions, newest first.',
      list: 'contact.eventInteractions',
    },
    list('registrations', 'Registrations', 'contact.eventRegistrations', 'Each registration for an event.'),
    list('checkIns', 'Check-ins', 'contact.eventCheckIns', 'Each time they were checked in at an event.'),
    wideList(
      'cancellations',
      'Cancellations',
      'contact.eventCancellations',
      'Each registration that was cancelled, for an event or a session of it.',
    ),
  ],
};

const contactForms: CategoryDef = {
  id: 'marketingFormInteractions',
  title: 'Marketing form interactions',
  panels: [
    { kind: 'kpiTiles', id: 'forms', kpis: ['contact.formSubmissions', 'contact.formVisits'] },
    wideList(
      'submissions',
      'Submissions',
      'contact.formSubmissions',
      'Each form that was sent, with what was filled in. A value that is cut shows whole with all the others.',
    ),
    wideList('visits', 'Visits', 'contact.formVisits', 'Each time a form was seen, and the page it stands on.'),
  ],
};

const contactLists: CategoryDef = {
  id: 'subscriptionListInteractions',
  title: 'Subscription list interactions',
  panels: [
    { kind: 'kpiTiles', id: 'lists', kpis: ['contact.listJoins', 'contact.listLeaves'] },
    {
      kind: 'onNow',
      id: 'now',
      title: 'On now',
      tooltip:
        'The subscription lists joined and not left since, as far as interactions tell. Dates do not filter them.',
      joins: 'listJoins',
      leaves: 'listLeaves',
      record: 'subscriptionList',
    },
    list('joined', 'Joined', 'contact.listJoins', 'Each time a subscription list was joined, by what and when.'),
    list('left', 'Left', 'contact.listLeaves', 'Each time a subscription list was left, by what and when.'),
  ],
};

const contactOpenTimes: CategoryDef = {
  id: 'emailOpenTimes',
  title: 'Email open times',
  preset: 'months12',
  panels: [
    {
      kind: 'headline',
      id: 'bestTime',
      title: 'Best time to write',
      tooltip: 'The hours with the highest predicted rate of opens, of those with enough evidence.',
      headline: 'bestTime',
      onlyWhen: 'bestSendTimes',
    },
    {
      kind: 'headline',
      id: 'usualTime',
      title: 'Usually opens',
      tooltip:
        'The shortest stretch of hours, on some days of the week, with at least half of the opens of the period.',
      headline: 'usualTime',
      list: 'contact.opensTotal',
    },
    {
      kind: 'headline',
      id: 'usualWait',
      title: 'Usually waits',
      tooltip:
        'Half of the messages of the period that were opened were opened for the first time within this time after delivery.',
      headline: 'usualWait',
    },
    {
      kind: 'sendTimes',
      id: 'sendTimes',
      title: 'Predicted best send times',
      tooltip:
        'How likely a message that comes in that hour is opened by a person: (opened + 20 × the rate of everybody in that hour) ÷ (deliveries + 20). Hours with fewer than 3 deliveries are not enough evidence.',
      onlyWhen: 'bestSendTimes',
    },
    {
      kind: 'byHour',
      id: 'opens',
      title: 'When they open',
      tooltip: 'Opens of the period by weekday and hour, repeats included.',
      list: 'contact.opensTotal',
    },
    {
      kind: 'reactionTimes',
      id: 'reactions',
      title: 'How fast they open',
      tooltip:
        'For messages that came in that hour: the time within which half of those opened were opened for the first time.',
    },
  ],
};

/** What a contact's tab shows. */
export const contactCategories: readonly CategoryDef[] = [
  contactOverview,
  contactEmail,
  contactWeb,
  contactEvents,
  contactForms,
  contactLists,
  contactOpenTimes,
];
