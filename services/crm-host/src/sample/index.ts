export { notableContacts, type NotableContact, type NotableContacts } from './notable';
export { sampleUsers } from './sampleUsers';
export { simulate, type Sample } from './simulate';
export type { SampleOptions } from './world';
export { writeSample, type SampleProgress, type SampleSummary } from './writer';
