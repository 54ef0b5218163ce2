import type { OutboundType } from './columns';
import type { InteractionTypeRow, Sentence } from './interactionTypes';

const about = (verb: string, column: string): Sentence => ({ verb, about: column });
const noSegment = { SegmentId: null } as const;

const email = (title: string, verb: string, icon = 'Mail'): InteractionTypeRow => ({
  title,
  kind: 'email',
  icon,
  sentence: about(verb, 'MessageId'),
});
const emailDone = (title: string, verb: string, icon: string): InteractionTypeRow => ({
  ...email(title, verb, icon),
  did: true,
});
const bounced = (title: string, label: string): InteractionTypeRow => ({
  title,
  kind: 'email',
  icon: 'MailAlert',
  label,
  sentence: { verb: 'Bounced', thing: 'BounceCategory', preposition: 'from', about: 'MessageId' },
});
const blocked = (title: string, label: string): InteractionTypeRow => ({
  title,
  kind: 'email',
  icon: 'Blocked',
  label,
  holdsBack: true,
  sentence: about(`Not sent, ${label.charAt(0).toLowerCase()}${label.slice(1)}:`, 'MessageId'),
});
const tile = (title: string, verb: string): InteractionTypeRow => ({
  title,
  kind: 'journeys',
  icon: 'BranchMerge',
  sentence: about(verb, 'CustomerJourneyId'),
});
const stopped = (title: string, verb: string, label: string): InteractionTypeRow => ({
  ...tile(title, verb),
  label,
  stops: true,
});
const list = (title: string, verb: string, icon: string): InteractionTypeRow => ({
  title,
  kind: 'lists',
  icon,
  did: true,
  touches: noSegment,
  names: { SegmentId: 'subscriptionList' },
  sentence: about(verb, 'SegmentId'),
});
const event = (title: string, verb: string, column = 'EventId'): InteractionTypeRow => ({
  title,
  kind: 'events',
  icon: 'Calendar',
  did: true,
  names: { EventId: 'event' },
  sentence: about(verb, column),
});

/** The 65 types of the outbound export; their columns are in `columns.ts`. */
export const outboundRows: Readonly<Record<OutboundType, InteractionTypeRow>> = {
  EmailSent: email('Email sent', 'Sent', 'Send'),
  EmailDelivered: {
    ...email('Email delivered', 'Delivered'),
    foldsWith: { type: 'EmailSent', verb: 'Sent and delivered:' },
  },
  EmailOpened: { ...email('Email opened', 'Opened', 'Read'), looked: true },
  EmailClicked: {
    ...emailDone('Email clicked', 'Clicked', 'TouchPointer'),
    sentence: { verb: 'Clicked', thing: 'LinkFriendlyName', preposition: 'in', about: 'MessageId' },
  },
  EmailForwarded: emailDone('Email forwarded', 'Forwarded', 'Forward'),
  EmailFeedbackLoop: emailDone('Email marked as spam', 'Marked as spam', 'ReportHacked'),
  EmailSubscriptionSubmit: emailDone(
    'Subscription submitted',
    'Submitted the subscription center from',
    'TextDocument',
  ),
  EmailHardBounced: bounced('Email hard bounced', 'Hard'),
  EmailHardRemoteBounced: bounced('Email hard bounced later', 'Hard, after delivery'),
  EmailSoftBounced: bounced('Email soft bounced', 'Soft'),
  EmailSoftRemoteBounced: bounced('Email soft bounced later', 'Soft, after delivery'),
  EmailBlockBounced: bounced('Email block bounced', 'Block'),
  EmailSendingFailed: email('Email sending failed', 'Sending failed:', 'MailAlert'),
  EmailBlocked: blocked('Email blocked', 'Blocked'),
  EmailBlockedByUnsubscription: blocked('Email blocked: unsubscribed', 'Unsubscribed'),
  EmailBlockedByUser: blocked('Email blocked: do not email', 'Do not email is set'),
  EmailBlockedDuplicateAddress: blocked('Email blocked: duplicate address', 'Address got it already'),
  EmailBlockedExternalConsentFailure: blocked('Email blocked: external consent', 'External consent is missing'),
  EmailBlockedInactiveContact: blocked('Email blocked: inactive contact', 'Contact is inactive'),
  EmailBlockedMissingContactData: blocked('Email blocked: contact deleted', 'Contact data is missing'),
  EmailBlockedMissingRelatedData: blocked('Email blocked: missing fields', 'Required fields are missing'),
  InvalidRecipientAddress: blocked('Email blocked: recipient address', 'Recipient address is invalid'),
  InvalidSenderAddress: blocked('Email blocked: sender address', 'Sender address is invalid'),
  InvalidReplyToAddress: blocked('Email blocked: reply-to address', 'Reply-to address is invalid'),
  DomainNotOwnedByAnyone: blocked('Email blocked: domain not owned', 'Sending domain is not confirmed'),
  DomainOwnedByDifferentOrganization: blocked('Email blocked: domain of others', 'Sending domain belongs to others'),
  EmailContainsBlacklistedLinks: {
    ...blocked('Email blocked: block-listed links', 'Block-listed links'),
    aliases: ['EmailContainsBlockListedLinks'],
  },
  OutOfEmailCredits: blocked('Email blocked: no credits', 'No email credits left'),
  SegmentSubscribed: list('Subscription list joined', 'Joined', 'AddToShoppingList'),
  SegmentUnsubscribed: list('Subscription list left', 'Left', 'Remove'),
  SegmentRelationshipEdited: list('List relationship changed', 'Changed the membership of', 'Edit'),
  SegmentMembersCountChanged: {
    title: 'Segment size changed',
    kind: 'lists',
    icon: 'People',
    sentence: { verb: 'Size changed to', thing: 'MembersCount', preposition: 'in', about: 'SegmentId' },
  },
  FormVisited: {
    title: 'Form visited',
    kind: 'forms',
    icon: 'TextDocument',
    looked: true,
    page: 'ReferrerUri',
    sentence: about('Saw form', 'FormId'),
  },
  FormSubmitted: {
    title: 'Form submitted',
    kind: 'forms',
    icon: 'TextDocument',
    did: true,
    page: 'ReferrerUri',
    sentence: about('Submitted', 'FormId'),
  },
  LinkedInFormSubmission: {
    title: 'LinkedIn form submitted',
    kind: 'forms',
    icon: 'TextDocument',
    did: true,
    sentence: { verb: 'Submitted a LinkedIn form' },
  },
  WebsiteVisited: {
    title: 'Website visited',
    kind: 'web',
    icon: 'Globe',
    looked: true,
    page: 'PageAddress',
    sentence: { verb: 'Visited', thing: 'PageAddress', preposition: 'on', about: 'WebsiteId' },
  },
  WebsiteClicked: {
    title: 'Website clicked',
    kind: 'web',
    icon: 'TouchPointer',
    did: true,
    page: 'PageAddress',
    target: 'Link',
    sentence: { verb: 'Clicked', thing: 'LinkFriendlyName', preposition: 'on', about: 'WebsiteId' },
  },
  RedirectLinkClicked: {
    title: 'Redirect URL clicked',
    kind: 'web',
    icon: 'Link',
    did: true,
    touches: { LinkId: 'redirectUrl' },
    target: 'OriginalUrl',
    sentence: about('Clicked', 'LinkId'),
  },
  EventRegistration: event('Event registered', 'Registered for'),
  EventCheckIn: event('Event checked in', 'Checked in at'),
  EventRegistrationCanceled: { ...event('Event cancelled', 'Cancelled'), label: 'Event' },
  SessionRegistrationCanceled: {
    ...event('Session cancelled', 'Cancelled session', 'SessionId'),
    names: { EventId: 'event', SessionId: 'eventSession' },
    label: 'Session',
  },
  SurveyResponse: {
    title: 'Survey answered',
    kind: 'forms',
    icon: 'TextDocument',
    did: true,
    sentence: { verb: 'Answered a survey' },
  },
  LeadScoreBoost: {
    title: 'Lead score boosted',
    kind: 'leads',
    icon: 'FavoriteStar',
    sentence: { verb: 'Score boosted by', thing: 'BoostValue', preposition: 'in', about: 'CustomerJourneyId' },
  },
  ConfirmationRequest: email('Confirmation requested', 'Asked to confirm:'),
  ConfirmationResponse: emailDone('Confirmation answered', 'Confirmed', 'Accept'),
  ActivityContactBlocked: stopped('Stopped in journey', 'Stopped in', 'Other reason'),
  ActivityContactBlockedConsent: stopped(
    'Stopped: consent lowered',
    'Stopped, consent lowered, in',
    'Lowered consent below the threshold',
  ),
  ActivityContactBlockedExternalConsent: stopped(
    'Stopped: external consent',
    'Stopped, external consent lowered, in',
    'Lowered external consent below the threshold',
  ),
  ActivityContactBlockedSuppression: stopped(
    'Stopped: suppression segment',
    'Stopped, suppression segment joined, in',
    'Joined the suppression segment',
  ),
  ActivityContactDispatched: tile('Handed to email', 'Handed to an email in'),
  ActivityContactProcessingFailed: tile('Journey step failed', 'Failed at a step of'),
  CreateCrmActivityContactProcessed: tile('Activity created', 'Activity created in'),
  CreateCustomChannelActivityContactProcessed: tile('Custom channel used', 'Reached by a custom channel in'),
  CreateLeadActivityContactProcessed: tile('Lead created', 'Lead created in'),
  CustomChannelResponse: { ...tile('Custom channel answered', 'Answered a custom channel in'), did: true },
  CustomerJourneyContactRecordUpdated: tile('Record updated', 'Record updated in'),
  CustomerJourneyIterationStarted: tile('Journey iteration started', 'Iteration started in'),
  PassThroughActivityContactProcessed: tile('Journey step passed', 'Passed a step of'),
  SchedulerActivityContactProcessed: tile('Journey wait passed', 'Waited in'),
  SplitterActivityContactProcessed: tile('Journey split passed', 'Passed a split in'),
  TriggerActivityContactProcessed: tile('Journey trigger passed', 'Passed a trigger in'),
  TriggerCrmWorkflowActivityContactProcessed: tile('Workflow run', 'Workflow run in'),
  ContactDeleted: {
    title: 'Contact deleted',
    kind: 'other',
    icon: 'Delete',
    sentence: { verb: 'Contact deleted' },
    erases: { column: 'DeletedContactId', where: {} },
  },
  EntityDeleted: {
    title: 'Record deleted',
    kind: 'other',
    icon: 'Delete',
    sentence: { verb: 'Record deleted' },
    erases: { column: 'DeletedEntityId', where: { DeletedEntityType: 'contact' } },
  },
};

type WithColumns = InteractionTypeRow & { readonly columns: string };

const mail =
  'SendingId ContactId AccountId MessageId CustomerJourneyId CustomerJourneyIterationId UsageType ActivityId';
const tileColumns = 'ActivityId CustomerJourneyId ContactId AccountId WorkflowId CustomerJourneyIterationId';

/** Types that later editions of the same exporter added. */
export const laterTypes = {
  BotEmailLinkClicked: {
    ...email('Email clicked by a machine', 'A machine clicked', 'Robot'),
    sentence: { verb: 'A machine clicked', thing: 'LinkFriendlyName', preposition: 'in', about: 'MessageId' },
    columns: `${mail} LinkId LinkFriendlyName OriginalUrl BotDetectionReason IpAddress UserAgent`,
  },
  ActivityContactExpired: { ...tile('Email expired in journey', 'Email expired in'), columns: tileColumns },
  ActivityContactBlockedBusinessUnit: {
    ...stopped('Stopped: business unit', 'Stopped, business unit, in', 'Belongs to another business unit'),
    columns: tileColumns,
  },
  EmailBlockedByActivityExpiration: { ...blocked('Email blocked: expired', 'Email had expired'), columns: mail },
  EmailBounceCacheBlocked: { ...blocked('Email blocked: suppression list', 'On the suppression list'), columns: mail },
  EmailBlockedOtherReason: {
    ...blocked('Email blocked: other reason', 'Other reason'),
    columns: `${mail} BlockedReason`,
  },
  EmailBlockedSuspension: { ...blocked('Email blocked: suspended', 'Sending is suspended'), columns: mail },
  EmailBlockedFrequencyCapReached: {
    ...blocked('Email blocked: frequency cap', 'Frequency cap reached'),
    columns: mail,
  },
  EmailBlockedTrialQuotaExceeded: { ...blocked('Email blocked: trial quota', 'Trial quota used up'), columns: mail },
} as const satisfies Record<string, WithColumns>;

/** Our own additions. */
export const ownTypes = {
  LeadScored: {
    title: 'Lead scored',
    kind: 'leads',
    icon: 'FavoriteStar',
    sentence: { verb: 'Scored', thing: 'Score', preposition: 'by', about: 'ScoringModelId' },
    score: { model: 'ScoringModelId', score: 'Score', grade: 'Grade', salesReady: 'SalesReady' },
    columns: 'ScoringModelId LeadId Score Grade SalesReady ContactId AccountId',
  },
  LeadStageChanged: {
    title: 'Lead stage changed',
    kind: 'leads',
    icon: 'Flag',
    sentence: { verb: 'Moved to stage', thing: 'Stage' },
    stage: { now: 'Stage', previous: 'PreviousStage' },
    columns: 'LeadId Stage PreviousStage ContactId AccountId',
  },
  SegmentMemberAdded: {
    title: 'Segment joined',
    kind: 'lists',
    icon: 'People',
    sentence: about('Joined segment', 'SegmentId'),
    columns: 'SegmentId ContactId AccountId',
  },
  SegmentMemberRemoved: {
    title: 'Segment left',
    kind: 'lists',
    icon: 'People',
    sentence: about('Left segment', 'SegmentId'),
    columns: 'SegmentId ContactId AccountId',
  },
} as const satisfies Record<string, WithColumns>;
