import { earliest, everyRow, isMachine, type Question, type Thing } from './counting';
import type { Rule } from './emailRules';
import type { Row } from './rows';

/** What people do themselves: neither what was sent to them nor what was done about them. */
const doings = [
  ...['EmailOpened', 'EmailClicked', 'EmailForwarded', 'EmailFeedbackLoop', 'EmailSubscriptionSubmit'],
  ...['SegmentSubscribed', 'SegmentUnsubscribed', 'SegmentRelationshipEdited'],
  ...['WebsiteVisited', 'WebsiteClicked', 'RedirectLinkClicked'],
  ...['FormVisited', 'FormSubmitted', 'LinkedInFormSubmission', 'SurveyResponse'],
  ...['EventRegistration', 'EventCheckIn', 'EventRegistrationCanceled', 'SessionRegistrationCanceled'],
  ...['ConfirmationResponse', 'CustomChannelResponse'],
];

const acts = (rows: readonly Row[], question: Question): readonly Thing[] =>
  everyRow(rows, question).filter(({ row }) => doings.includes(row.type) && !isMachine(row, question));

/** What a person did, whatever is asked about verdicts never by a machine. */
export const doingRules = {
  acts,

  /** A person who did something is one thing, at the last of what was done. */
  peopleActive: (rows, question) => {
    const done = acts(rows, question).map(({ row }) => row);
    return done.length === 0 ? [] : [{ row: last(done), times: done.length }];
  },
} as const satisfies Record<string, Rule>;

/** The latest row, of several at one instant that of the highest id. */
function last(rows: readonly Row[]): Row {
  let found = earliest(rows);
  for (const row of rows) if (row.at > found.at || (row.at === found.at && row.id > found.id)) found = row;
  return found;
}
