import type { Instant } from '@record-insights/domain';
import type { Dice } from './dice';
import { isLaterEdition } from './edition';
import type { Sending } from './messages';
import type { Mailbox, Person } from './people';
import type { World } from './world';

/** Why a message was held back; with a reason when the exporter writes a generic row beside the specific one. */
export interface Block {
  readonly type: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly reason?: string;
}

interface Chance {
  readonly type: string;
  readonly weight: number;
  readonly words: string;
}

const chances: readonly Chance[] = [
  { type: 'EmailBlockedDuplicateAddress', weight: 6, words: 'Duplicate recipient address' },
  { type: 'EmailBlockedMissingContactData', weight: 4, words: 'Contact data is missing' },
  { type: 'EmailBlockedMissingRelatedData', weight: 4, words: 'Related data is missing' },
  { type: 'EmailBlockedExternalConsentFailure', weight: 3, words: 'External consent could not be checked' },
  { type: 'InvalidRecipientAddress', weight: 5, words: 'Recipient address is not valid' },
  { type: 'InvalidSenderAddress', weight: 2, words: 'Sender address is not valid' },
  { type: 'InvalidReplyToAddress', weight: 2, words: 'Reply-to address is not valid' },
  { type: 'EmailContainsBlacklistedLinks', weight: 2, words: 'A link is on a block list' },
  { type: 'OutOfEmailCredits', weight: 3, words: 'No email credits are left' },
  { type: 'DomainNotOwnedByAnyone', weight: 2, words: 'Sender domain is not confirmed' },
  { type: 'DomainOwnedByDifferentOrganization', weight: 2, words: 'Sender domain belongs to others' },
  { type: 'EmailBlocked', weight: 2, words: 'Blocked for another reason' },
];
const anyBlock = 0.016;
const bothRows = 0.4;

/** Undefined when nothing stands in the way of this message. */
export function blockOf(world: World, person: Person, sending: Sending, at: Instant, dice: Dice): Block | undefined {
  if (sending.usage === 'TestSend') return undefined;
  const standing = standingBlock(world, person, sending, at);
  const chance =
    standing ?? (dice.chance(anyBlock) ? chances[dice.weighted(chances.map(({ weight }) => weight))] : undefined);
  if (!chance) return undefined;
  const cells = { BlockedReason: chance.words, BlacklistedLink: 'https://short.example/x' };
  const generic = chance.type !== 'EmailBlocked' && dice.chance(bothRows);
  return { type: chance.type, cells, ...(generic ? { reason: chance.words } : {}) };
}

type Standing = Omit<Chance, 'weight'>;

function standingBlock(world: World, person: Person, sending: Sending, at: Instant): Standing | undefined {
  const { unsubscribedAt, complainedAt, hardBounces } = person.standing;
  if (person.inactive) return { type: 'EmailBlockedInactiveContact', words: 'Contact is inactive' };
  if (hardBounces > 3 && isLaterEdition(at, world.calendar)) {
    return { type: 'EmailBounceCacheBlocked', words: 'Address is on the suppression list' };
  }
  if (sending.transactional) return undefined;
  if (person.doNotEmail) return { type: 'EmailBlockedByUser', words: 'Contact does not want bulk email' };
  const left = Math.min(unsubscribedAt ?? Infinity, complainedAt ?? Infinity);
  return left < at ? { type: 'EmailBlockedByUnsubscription', words: 'Contact unsubscribed' } : undefined;
}

export interface Bounce {
  readonly type: 'EmailHardBounced' | 'EmailSoftBounced' | 'EmailBlockBounced';
  readonly category: string;
}

const categories: Readonly<Record<Bounce['type'], readonly string[]>> = {
  EmailHardBounced: ['invalid-mailbox', 'invalid-domain', 'inactive-mailbox'],
  EmailSoftBounced: [
    'full-mailbox',
    'greylisting-issues',
    'recipient-server-error',
    'connection-error',
    'message-expired',
    'routing-issues',
  ],
  EmailBlockBounced: [
    'reputation-issues',
    'blocklisting-issues',
    'policy-related',
    'dmarc-issues',
    'relaying-issues',
    'suppression-list',
    'other',
  ],
};

/** How likely each kind is: hard, soft, block. */
const risks: Readonly<Partial<Record<Mailbox, readonly [number, number, number]>>> = {
  dead: [0.93, 0.02, 0],
  full: [0.01, 0.4, 0.01],
};
const usual = [0.002, 0.005, 0.004] as const;

export function bounceOf(person: Person, dice: Dice): Bounce | undefined {
  const [hard, soft, block] = risks[person.mailbox] ?? usual;
  const kinds = ['EmailHardBounced', 'EmailSoftBounced', 'EmailBlockBounced'] as const;
  const type = kinds[dice.weighted([hard, soft, block, 1 - hard - soft - block])];
  return type && { type, category: dice.pick(categories[type]) };
}
