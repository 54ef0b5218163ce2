/** The interaction types that are known, under what a timeline calls them. Any other type is kept, too, as `other`. */
export const typesByKind = {
  email: [
    'EmailSent',
    'EmailDelivered',
    'EmailOpened',
    'EmailClicked',
    'BotEmailLinkClicked',
    'EmailForwarded',
    'EmailFeedbackLoop',
    'EmailSubscriptionSubmit',
    'EmailHardBounced',
    'EmailHardRemoteBounced',
    'EmailSoftBounced',
    'EmailSoftRemoteBounced',
    'EmailBlockBounced',
    'EmailSendingFailed',
    'EmailBlocked',
    'EmailBlockedByUnsubscription',
    'EmailBlockedByUser',
    'EmailBlockedDuplicateAddress',
    'EmailBlockedExternalConsentFailure',
    'EmailBlockedInactiveContact',
    'EmailBlockedMissingContactData',
    'EmailBlockedMissingRelatedData',
    'EmailBlockedByActivityExpiration',
    'EmailBounceCacheBlocked',
    'EmailBlockedOtherReason',
    'EmailBlockedSuspension',
    'EmailBlockedFrequencyCapReached',
    'EmailBlockedTrialQuotaExceeded',
    'InvalidRecipientAddress',
    'InvalidSenderAddress',
    'InvalidReplyToAddress',
    'DomainNotOwnedByAnyone',
    'DomainOwnedByDifferentOrganization',
    'EmailContainsBlacklistedLinks',
    'OutOfEmailCredits',
    'ConfirmationRequest',
    'ConfirmationResponse',
  ],
  web: ['WebsiteVisited', 'WebsiteClicked', 'RedirectLinkClicked'],
  forms: ['FormVisited', 'FormSubmitted', 'LinkedInFormSubmission', 'SurveyResponse'],
  events: ['EventRegistration', 'EventCheckIn', 'EventRegistrationCanceled', 'SessionRegistrationCanceled'],
  lists: [
    'SegmentSubscribed',
    'SegmentUnsubscribed',
    'SegmentRelationshipEdited',
    'SegmentMembersCountChanged',
    'SegmentMemberAdded',
    'SegmentMemberRemoved',
  ],
  journeys: [
    'ActivityContactBlocked',
    'ActivityContactBlockedBusinessUnit',
    'ActivityContactBlockedConsent',
    'ActivityContactBlockedExternalConsent',
    'ActivityContactBlockedSuppression',
    'ActivityContactDispatched',
    'ActivityContactExpired',
    'ActivityContactProcessingFailed',
    'CreateCrmActivityContactProcessed',
    'CreateCustomChannelActivityContactProcessed',
    'CreateLeadActivityContactProcessed',
    'CustomChannelResponse',
    'CustomerJourneyContactRecordUpdated',
    'CustomerJourneyIterationStarted',
    'PassThroughActivityContactProcessed',
    'SchedulerActivityContactProcessed',
    'SplitterActivityContactProcessed',
    'TriggerActivityContactProcessed',
    'TriggerCrmWorkflowActivityContactProcessed',
  ],
  leads: ['LeadScoreBoost', 'LeadScored', 'LeadStageChanged'],
  other: ['ContactDeleted', 'EntityDeleted'],
} as const;

export type Kind = keyof typeof typesByKind;

/** Both spellings are in use. */
const otherSpellings = { EmailContainsBlockListedLinks: 'EmailContainsBlacklistedLinks' };

const kinds = new Map<string, Kind>();
const names = new Map<string, string>();
for (const [kind, types] of Object.entries(typesByKind) as [Kind, readonly string[]][]) {
  for (const type of types) {
    kinds.set(type, kind);
    names.set(type.toLowerCase(), type);
  }
}
for (const [other, type] of Object.entries(otherSpellings)) names.set(other.toLowerCase(), type);

/** The name of a type, which is the same in any case; an unknown type keeps what it is called. */
export const nameOfType = (text: string): string => names.get(text.trim().toLowerCase()) ?? text.trim();

export const kindOfType = (type: string): Kind => kinds.get(type) ?? 'other';
