import type { CardDef, ListId } from './insights';
import type { ListColumnId } from './listColumns';

/** The card of a record type by its list of interactions. @param who column that names who did it, where that is not the record */
const cardOf = (list: ListId, who?: ListColumnId): CardDef => ({
  id: 'card',
  panels: [
    { kind: 'weeks', id: 'weeks', list, weeks: 12, headline: 4 },
    { kind: 'latest', id: 'latest', list, lines: 5, ...(who === undefined ? {} : { who }) },
  ],
});

export const contactCard = cardOf('contact.interactions');
export const accountCard = cardOf('account.interactions', 'person');
/** A lead has the card of what it is read through: of an account it says who, of a contact there is nobody else. */
export const leadCard = cardOf('contact.interactions', 'person');
