/**
 * The columns of the 65 outbound interaction types, in the order of the outbound export, after the five that every
 * type begins with. Facts of the exporter's model; read real files by header name, never by position.
 */

/** The first five columns of every type. */
export const leadingColumns = [
  'InteractionType',
  'OrganizationId',
  'Timestamp',
  'InternalMarketingInteractionId',
  'Version',
] as const;

const MAIL = 'SendingId ContactId AccountId MessageId CustomerJourneyId CustomerJourneyIterationId UsageType';
const BLOCKED =
  'SendingId ContactId AccountId MessageId CustomerJourneyId UsageType CustomerJourneyIterationId ActivityId';
const TILE = 'ActivityId CustomerJourneyId ContactId AccountId WorkflowId CustomerJourneyIterationId';
const GEO = 'CountryIsoCode State City PostalCode BrowserId BrowserVersion OperatingSystemId OperatingSystemVersion';
const SEARCH = 'SearchPhrase SearchEngineName';
const VISITOR = 'VisitorId SessionId ContactId AccountId';
const ADDRESS = 'EmailDomain EmailAddressUsed';
const JOURNEY = 'CustomerJourneyId CustomerJourneyIterationId';
const RETURN = 'VisitorAnonymousStatus LeadId';

const outbound = {
  ActivityContactBlocked: `${TILE} Reason`,
  ActivityContactBlockedConsent: TILE,
  ActivityContactBlockedExternalConsent: TILE,
  ActivityContactBlockedSuppression: TILE,
  ActivityContactDispatched: TILE,
  ActivityContactProcessingFailed: TILE,
  ConfirmationRequest: `ConfirmationRequestId ContactId AccountId ChannelType ChannelMessageId RequestType RequestObjectId RequestObjectName RequestObjectValue MessageId SendingId VisitorId SessionId ${GEO} ${JOURNEY} ActivityId`,
  ConfirmationResponse: `ConfirmationRequestId ContactId AccountId ConfirmationValue MessageId SendingId VisitorId SessionId ${GEO} ${JOURNEY} ActivityId`,
  ContactDeleted: 'DeletedContactId',
  CreateCrmActivityContactProcessed: TILE,
  CreateCustomChannelActivityContactProcessed: TILE,
  CreateLeadActivityContactProcessed: TILE,
  CustomChannelResponse: `ActivityId ${JOURNEY} ContactId AccountId EntityId EntityType WorkflowId ResponseType TriggerKeyword`,
  CustomerJourneyContactRecordUpdated: `${JOURNEY} ContactId AccountId ActivityId`,
  CustomerJourneyIterationStarted: JOURNEY,
  DomainNotOwnedByAnyone: `${MAIL} BlockedReason`,
  DomainOwnedByDifferentOrganization: `${MAIL} BlockedReason`,
  EmailBlockBounced: `${MAIL} BounceCategory ActivityId`,
  EmailBlocked:
    'SendingId ContactId AccountId MessageId CustomerJourneyId UsageType BlockedReason CustomerJourneyIterationId ActivityId',
  EmailBlockedByUnsubscription: BLOCKED,
  EmailBlockedByUser: BLOCKED,
  EmailBlockedDuplicateAddress: BLOCKED,
  EmailBlockedExternalConsentFailure: BLOCKED,
  EmailBlockedInactiveContact: BLOCKED,
  EmailBlockedMissingContactData: BLOCKED,
  EmailBlockedMissingRelatedData: BLOCKED,
  EmailClicked: `LinkId ContactId AccountId LinkFriendlyName OriginalLink OriginalUrl MessageId SendingId ${ADDRESS} VisitorId SessionId ${GEO} ${JOURNEY} UsageType ActivityId ${RETURN}`,
  EmailContainsBlacklistedLinks: `SendingId BlacklistedLink ContactId AccountId MessageId ${JOURNEY} UsageType ActivityId`,
  EmailDelivered: `${MAIL} ActivityId ${ADDRESS}`,
  EmailFeedbackLoop: `${MAIL} ActivityId`,
  EmailForwarded: `MessageId SendingId ${ADDRESS} ${JOURNEY} UsageType SecondaryRecipientProfileId ${VISITOR} ${GEO} ${SEARCH} VisitorReturningStatus VisitDuration FormSubmissionId ${RETURN}`,
  EmailHardBounced: `${MAIL} BounceCategory RemoteBounce ActivityId ${ADDRESS}`,
  EmailHardRemoteBounced: `${MAIL} BounceCategory RemoteBounce ActivityId ${ADDRESS}`,
  EmailOpened: `ContactId AccountId MessageId SendingId ${ADDRESS} ${JOURNEY} UsageType VisitorId SessionId ${GEO} ActivityId ${RETURN}`,
  EmailSendingFailed: MAIL,
  EmailSent: `${MAIL} EmailAddressUsed EmailDomain ActivityId`,
  EmailSoftBounced: `${MAIL} BounceCategory RemoteBounce ActivityId ${ADDRESS}`,
  EmailSoftRemoteBounced: `${MAIL} BounceCategory RemoteBounce ActivityId ${ADDRESS}`,
  EmailSubscriptionSubmit: `${MAIL} ${GEO} DeviceType DeviceBrand DeviceModel`,
  EntityDeleted: 'DeletedEntityType DeletedEntityId',
  EventCheckIn: 'EventId EventCheckInId ContactId AccountId CustomerJourneyId',
  EventRegistration: 'EventId EventRegistrationId ContactId AccountId CustomerJourneyId',
  EventRegistrationCanceled: 'EventId ContactId AccountId',
  FormSubmitted: `MessageId PageId FormId FormName FormSubmissionId ${JOURNEY} Result ${VISITOR} ContactMatchingResult LeadMatchingResult ${GEO} ReferrerUri SendingId ${SEARCH} VisitDuration VisitorReturningStatus ContactFailureMessage LeadFailureMessage ${RETURN} SubmittedValues`,
  FormVisited: `MessageId PageId FormId CustomerJourneyId ${VISITOR} ${GEO} ReferrerUri SendingId ${SEARCH} VisitDuration VisitorReturningStatus ${RETURN}`,
  InvalidRecipientAddress: `${MAIL} BlockedReason ActivityId`,
  InvalidReplyToAddress: `${MAIL} BlockedReason ActivityId`,
  InvalidSenderAddress: `${MAIL} BlockedReason ActivityId`,
  LeadScoreBoost: `ActivityId ${JOURNEY} ContactId AccountId BoostValue`,
  LinkedInFormSubmission: 'LinkedInCampaignId LinkedInFormId ContactId AccountId',
  OutOfEmailCredits: `${MAIL} ActivityId`,
  PassThroughActivityContactProcessed: TILE,
  RedirectLinkClicked: `LinkId Link OriginalUrl ReferrerUri MessageId ${JOURNEY} SendingId ${VISITOR} ${GEO} ${SEARCH} VisitDuration VisitorReturningStatus ${RETURN}`,
  SchedulerActivityContactProcessed: `${TILE} Path`,
  SegmentMembersCountChanged: 'SegmentId MembersCount',
  SegmentRelationshipEdited: `SessionId VisitorId ContactId AccountId SendingId ${GEO} SegmentId RelationshipOperatorAction Result ${SEARCH} VisitDuration VisitorReturningStatus ${RETURN}`,
  SegmentSubscribed: `SessionId VisitorId ContactId AccountId ${JOURNEY} SendingId MessageId ${ADDRESS} ${GEO} SegmentId FormSubmissionId ${SEARCH} VisitDuration VisitorReturningStatus ${RETURN}`,
  SegmentUnsubscribed: `SessionId VisitorId ContactId AccountId ${JOURNEY} SendingId MessageId ${ADDRESS} ${GEO} SegmentId FormSubmissionId ${SEARCH} VisitDuration VisitorReturningStatus ${RETURN}`,
  SessionRegistrationCanceled: 'SessionId ContactId AccountId',
  SplitterActivityContactProcessed: `${TILE} NextActivityId`,
  SurveyResponse: 'SurveyId ContactId AccountId Score CustomerJourneyId',
  TriggerActivityContactProcessed: `${TILE} Path`,
  TriggerCrmWorkflowActivityContactProcessed: TILE,
  WebsiteClicked: `${JOURNEY} WebsiteId PageAddress PageId ReferrerUri ${SEARCH} Link LinkFriendlyName ${VISITOR} ${GEO} SendingId VisitDuration VisitorReturningStatus ${RETURN}`,
  WebsiteVisited: `${JOURNEY} MessageId WebsiteId PageAddress PageId ReferrerUri ${SEARCH} ${VISITOR} ${GEO} VisitDuration VisitorReturningStatus SendingId ${RETURN}`,
} as const;

export type OutboundType = keyof typeof outbound;

/** Columns of an outbound type, the leading five included. */
export function outboundColumns(type: OutboundType): readonly string[] {
  return [...leadingColumns, ...outbound[type].split(' ')];
}

export const outboundTypes = Object.keys(outbound) as OutboundType[];
