import type { CategoryDef, PipelineDef } from './insights';
import { wideList } from './listPanels';

const preset = 'months12';

const overview: CategoryDef = {
  id: 'overview',
  title: 'Overview',
  preset,
  panels: [
    {
      kind: 'kpiTiles',
      id: 'headline',
      kpis: [
        'journey.peopleReached',
        'journey.peopleActive',
        'journey.openRate',
        'journey.clickThroughRate',
        'journey.unsubscribes',
      ],
    },
    {
      kind: 'funnel',
      id: 'funnel',
      title: 'From sent to clicked',
      tooltip: 'Messages of all its emails together: sent, delivered, and those that were opened and clicked.',
      kpis: ['journey.sent', 'journey.delivered', 'journey.opensUnique', 'journey.clicksUnique'],
    },
    {
      kind: 'values',
      id: 'emails',
      title: 'By email',
      tooltip: 'How each email of the journey fared.',
      dimension: 'email',
      kpis: [
        'journey.sent',
        'journey.delivered',
        'journey.opensUnique',
        'journey.clicksUnique',
        'journey.bounces',
        'journey.blocked',
        'journey.openRate',
        'journey.clickThroughRate',
      ],
      shows: 'table',
    },
    {
      kind: 'kpiTiles',
      id: 'response',
      title: 'Response',
      compact: true,
      kpis: [
        'journey.opensTotal',
        'journey.clicksTotal',
        'journey.clickToOpenRate',
        'journey.deliveryRate',
        'journey.unsubscribeRate',
        'journey.spamComplaints',
      ],
    },
    {
      kind: 'byDay',
      id: 'byDay',
      title: 'Responses by day',
      tooltip: 'Messages delivered, opens and clicks on each day of the period, repeats included.',
      kpis: ['journey.delivered', 'journey.opensTotal', 'journey.clicksTotal'],
    },
    {
      kind: 'values',
      id: 'pages',
      title: 'Pages used',
      tooltip: 'Marketing pages that people came to from the journey.',
      dimension: 'pageRecord',
      kpis: ['journey.pageVisits', 'journey.formSubmissions'],
      shows: 'table',
    },
    {
      kind: 'values',
      id: 'forms',
      title: 'Forms used',
      tooltip: 'Marketing forms that people saw and sent from the journey.',
      dimension: 'formRecord',
      kpis: ['journey.formVisits', 'journey.formSubmissions', 'journey.formConversion'],
      shows: 'table',
    },
  ],
};

const incomplete: CategoryDef = {
  id: 'incomplete',
  title: 'Incomplete journeys',
  preset,
  panels: [
    { kind: 'kpiTiles', id: 'headline', kpis: ['journey.stopped', 'journey.blocked'] },
    {
      kind: 'results',
      id: 'stopped',
      title: 'Stopped contacts',
      tooltip: 'People who were stopped at a step, by reason. Each once a step and run.',
      results: [
        {
          counter: 'stopped',
          parts: 'types',
          always: [
            'ActivityContactBlockedSuppression',
            'ActivityContactBlockedConsent',
            'ActivityContactBlockedExternalConsent',
          ],
          inWords: 'stopReason',
        },
      ],
    },
    {
      kind: 'results',
      id: 'blocked',
      title: 'Blocked emails',
      tooltip: 'Messages held back before sending, by reason. A general and a special reason for one count once.',
      results: [
        {
          counter: 'blocked',
          parts: 'types',
          always: [
            'EmailBlockedByUser',
            'EmailBlockedDuplicateAddress',
            'InvalidRecipientAddress',
            'InvalidSenderAddress',
            'InvalidReplyToAddress',
            'EmailContainsBlacklistedLinks',
            'EmailBlockedMissingRelatedData',
            'EmailBlockedMissingContactData',
            'EmailBlockedInactiveContact',
            'OutOfEmailCredits',
          ],
        },
      ],
    },
  ],
};

const interactions: CategoryDef = {
  id: 'interactions',
  title: 'Interactions',
  preset,
  panels: [
    {
      kind: 'timeline',
      id: 'timeline',
      title: 'Timeline',
      tooltip: 'Everything that was told of the journey, newest first. A delivery that bounced later stays, marked so.',
      list: 'journey.interactions',
    },
    wideList('reached', 'People reached', 'journey.peopleReached', 'Each person, at the first message delivered.'),
    wideList('active', 'People active', 'journey.peopleActive', 'Each person, at the last thing they did.'),
    wideList('opened', 'Opened', 'journey.opensUnique', 'Each message and person, at the first open of the period.'),
    wideList(
      'clicked',
      'Clicked',
      'journey.clicksUnique',
      'Each message and person, at the first click of the period.',
    ),
    wideList('bounced', 'Bounced', 'journey.bounces', 'Each message that came back, with kind and category.'),
    wideList('submissions', 'Form submissions', 'journey.formSubmissions', 'Each submission, with what was filled in.'),
  ],
};

/** What a customer journey's tab shows. */
export const journeyCategories: readonly CategoryDef[] = [overview, incomplete, interactions];

/** What a journey's pipeline shows of its tiles. */
export const journeyPipeline: PipelineDef = {
  people: 'peopleInJourney',
  rows: 'interactions',
  kpis: [
    'journey.delivered',
    'journey.opensUnique',
    'journey.clicksUnique',
    'journey.blocked',
    'journey.bounces',
    'journey.softBounces',
    'journey.hardBounces',
    'journey.blockBounces',
  ],
  versions: ['sent', 'delivered', 'opensUnique', 'clicksUnique'],
};
