import {
  isJudged,
  judgementText,
  listColumns,
  typeOf,
  typeTitle,
  type ListColumnDef,
  type ListRow,
} from '@record-insights/domain';

export const emails = {
  winter: 'aaaaaaaa-0000-4000-8000-000000000001',
  webinar: 'aaaaaaaa-0000-4000-8000-000000000002',
  spares: 'aaaaaaaa-0000-4000-8000-000000000003',
} as const;
export const journeyId = 'bbbbbbbb-0000-4000-8000-000000000001';

let made = 0;

/** A row as the service sends it; times are UTC. */
export function aRow(
  type: string,
  at: string,
  fields: Readonly<Record<string, string>> = {},
  more: Partial<ListRow> = {},
): ListRow {
  made += 1;
  const columns = { MessageId: emails.winter, CustomerJourneyId: journeyId, ...fields };
  return {
    id: `cccccccc-0000-4000-8000-${String(made).padStart(12, '0')}`,
    type,
    at: `${at}:00.000Z`,
    verdict: 'unknown',
    rows: 1,
    fields: { ...columns, ...listCells(type, columns, more) },
    ...more,
  };
}

/** What list columns show of a row, by column id. */
function listCells(
  type: string,
  columns: Readonly<Record<string, string>>,
  { verdict = 'unknown', rule }: Partial<ListRow>,
): Record<string, string> {
  const cells = Object.entries<ListColumnDef>(listColumns).flatMap(([id, def]) => {
    const { fields, typeLabel, typeTitle: titled, ofType, repeats, judgement } = def;
    if (judgement === true) return isJudged(type) ? [[id, judgementText({ verdict, rule: rule ?? '' })] as const] : [];
    const words = { label: typeOf(type).label, title: typeTitle(type), times: '1' };
    const label =
      typeLabel === true ? words.label : titled === true ? words.title : repeats === true ? words.times : undefined;
    const own = ofType && { ...typeOf(type), ...typeOf(type).sentence }[ofType];
    const names = own === undefined ? fields : [own, ...fields];
    const text = label ?? names.map((field) => columns[field]).find((value) => value !== undefined);
    return text === undefined ? [] : [[id, text] as const];
  });
  return Object.fromEntries(cells);
}

/** Some weeks of a contact, newest first. */
export function someRows(): readonly ListRow[] {
  const link = { LinkFriendlyName: 'Book a pump audit', OriginalLink: 'https://aquila-pumps.example/audit' };
  const page = {
    PageAddress: 'Audit prices',
    WebsiteId: 'dddddddd-0000-4000-8000-000000000001',
    VisitDuration: '125',
    VisitorReturningStatus: 'Returning',
  };
  const form = { FormId: 'eeeeeeee-0000-4000-8000-000000000001', ReferrerUri: 'https://aquila-pumps.example/audit' };
  const event = { EventId: '11111111-0000-4000-8000-000000000001' };
  const list = { SegmentId: '22222222-0000-4000-8000-000000000001' };
  const prices = { ...page, Link: 'https://aquila-pumps.example/prices', LinkFriendlyName: 'Prices' };
  const poster = { LinkId: '33333333-0000-4000-8000-000000000001', OriginalUrl: 'https://aquila-pumps.example/' };
  const values = [
    { label: 'Name', value: 'Marta Lindqvist' },
    { label: 'Question', value: 'The pump hums.\nIt stops at night.' },
    { label: 'Diet', value: '' },
  ];
  const webinar = { MessageId: emails.webinar };
  const spares = { MessageId: emails.spares };
  return [
    aRow('WebsiteVisited', '2026-11-23T07:15', page),
    aRow('EmailClicked', '2026-11-23T07:14', link),
    aRow('EmailOpened', '2026-11-23T07:13'),
    aRow('EmailOpened', '2026-11-23T06:52'),
    aRow('EmailDelivered', '2026-11-23T06:30'),
    aRow('EmailSent', '2026-11-23T06:30'),
    aRow('FormSubmitted', '2026-11-21T18:42', { ...form, FormSubmissionId: 's1', Result: 'Success' }, { values }),
    aRow('FormVisited', '2026-11-21T18:40', form),
    aRow('EventRegistration', '2026-11-19T11:05', event),
    aRow('EmailOpened', '2026-11-19T11:01', webinar),
    aRow('EmailOpened', '2026-11-18T20:17', webinar),
    aRow('EmailDelivered', '2026-11-18T06:30', webinar),
    aRow('EmailSent', '2026-11-18T06:30', webinar),
    aRow('EmailClicked', '2026-11-14T07:44', { ...spares, ...link, LinkFriendlyName: 'Seals & kits' }),
    aRow('EmailOpened', '2026-11-14T07:40', spares),
    aRow('EmailDelivered', '2026-11-13T06:30', spares, { takenBack: true }),
    aRow('EmailSent', '2026-11-13T06:30', spares),
    aRow('EmailFeedbackLoop', '2026-11-12T09:00', webinar),
    aRow('EmailForwarded', '2026-11-11T09:00', webinar),
    aRow('EmailSubscriptionSubmit', '2026-11-10T09:00', webinar),
    aRow('EmailBounceCacheBlocked', '2026-11-09T09:00', spares),
    aRow('EmailSoftBounced', '2026-11-02T06:31', { ...webinar, BounceCategory: 'Full mailbox' }),
    aRow('WebsiteClicked', '2026-11-01T10:09', prices),
    aRow('RedirectLinkClicked', '2026-11-01T10:08', poster),
    aRow('EventCheckIn', '2026-11-01T10:07', event),
    aRow('EventRegistrationCanceled', '2026-11-01T10:06', event),
    aRow('SegmentUnsubscribed', '2026-11-01T10:05', list),
    aRow('SegmentSubscribed', '2026-11-01T10:04', list),
    aRow('SegmentSubscribed', '2026-11-01T10:03', { SegmentId: '22222222-0000-4000-8000-000000000002' }),
    aRow('SomethingNew', '2026-10-29T06:31', { InteractionType: 'SomethingNew' }),
  ];
}
