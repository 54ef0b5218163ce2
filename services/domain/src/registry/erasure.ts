/**
 * What is left of an erased person's rows: what happened, when, to which record, in which country, and what told a
 * machine from a person. Every column that
 * is in neither list goes, those that nobody has thought of included.
 */
export const keptWhenErased: ReadonlySet<string> = new Set(
  [
    'InteractionType OrganizationId Timestamp InternalMarketingInteractionId Version',
    'MessageId SendingId CustomerJourneyId CustomerJourneyIterationId ActivityId WorkflowId UsageType',
    'LinkId SegmentId PageId FormId WebsiteId EventId SurveyId ScoringModelId LinkedInCampaignId LinkedInFormId',
    'BounceCategory RemoteBounce BlockedReason DeliveredCount Path NextActivityId Result BotDetectionReason',
    'ContactMatchingResult LeadMatchingResult VisitorReturningStatus CountryIsoCode DeletedEntityType',
    'MessageVariationName',
  ].flatMap((columns) => columns.split(' ')),
);

/** Our own column of rows that are no longer what came: `person` when theirs was erased, `mention` when somebody named in it was. */
export const erasedColumn = 'Erased';

/** Ids of the person's own doings: replaced by ids that lead nowhere, equal where they were equal, so that counts stay. */
export const replacedWhenErased: ReadonlySet<string> = new Set(
  'ContactId SessionId FormSubmissionId EventRegistrationId EventCheckInId ConfirmationRequestId'.split(' '),
);
