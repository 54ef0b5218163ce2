import type { NamedType } from './recordTypes';
import type { TileMark } from './tileMarks';

/** A kind of tile, or of what a tile depends on, as definitions of journeys name it. */
export interface TileKindDef {
  /** As the newer designer's palette has it. */
  readonly title: string;
  /** Name of the icon, as Fluent's controls use them. */
  readonly icon: string;
  /** Rows that tell that a person is done with it. */
  readonly doneBy: readonly TileMark[];
  /** Whoever comes is through at once, and no row says so. */
  readonly passes?: true;
  /** It is no tile of its own in a pipeline but where its branch begins. */
  readonly unseen?: true;
  /** People go on one of several ways, told by this column: by its branch's relationship or by the tile that follows. */
  readonly branchesBy?: 'Path' | 'NextActivityId';
  /** Those that it has wherever nothing follows on them, too. */
  readonly ways?: readonly string[];
  /** It sends a message: its numbers are those of the message there. */
  readonly isEmail?: true;
  /** Its message may expire, and people then go on without. */
  readonly mayExpire?: true;
  /** What its ItemId names. */
  readonly record?: NamedType;
}

export const tileKinds = {
  bpf_root: { title: 'Start', icon: 'BranchMerge', doneBy: [], passes: true, unseen: true },
  Segment: { title: 'Audience', icon: 'People', doneBy: ['passed'], record: 'segment' },
  SegmentItem: { title: 'Segment', icon: 'People', doneBy: ['passed'], record: 'segment' },
  Email: {
    title: 'Send an email',
    icon: 'Mail',
    doneBy: ['sent'],
    isEmail: true,
    mayExpire: true,
    record: 'email',
  },
  LandingPage: { title: 'Marketing page', icon: 'Page', doneBy: ['passed'], record: 'page' },
  MarketingForm: { title: 'Marketing form', icon: 'TextDocument', doneBy: ['passed'], record: 'form' },
  Event: { title: 'Event', icon: 'Calendar', doneBy: ['passed'], record: 'event' },
  Survey: { title: 'Customer Voice survey', icon: 'Questionnaire', doneBy: ['passed'] },
  FormsProSurvey: { title: 'Dynamics 365 Customer Voice survey', icon: 'Questionnaire', doneBy: ['passed'] },
  Trigger: {
    title: 'If/then',
    icon: 'BranchMerge',
    doneBy: ['triggered'],
    branchesBy: 'Path',
    ways: ['yesbranch', 'nobranch'],
  },
  Splitter: { title: 'Split', icon: 'Split', doneBy: ['split'], branchesBy: 'NextActivityId' },
  SplitterBranch: { title: 'Branch', icon: 'ArrowRight', doneBy: [], passes: true, unseen: true },
  Scheduler: { title: 'Wait for', icon: 'Clock', doneBy: ['waited'] },
  CreateCrmActivity: { title: 'Create activity', icon: 'TaskLogo', doneBy: ['activity'] },
  CreateLead: { title: 'Create lead', icon: 'Flag', doneBy: ['lead'] },
  InvokeWorkflow: { title: 'Run workflow', icon: 'Flow', doneBy: ['workflow'] },
  RecordUpdate: { title: 'Record updated', icon: 'Edit', doneBy: ['updated'] },
  LinkedInCampaign: { title: 'LinkedIn campaign', icon: 'Share', doneBy: ['passed'] },
  CustomChannel: { title: 'Custom channel', icon: 'Send', doneBy: ['channel'] },
} as const satisfies Record<string, TileKindDef>;

const byName = new Map<string, TileKindDef>(Object.entries(tileKinds).map(([name, def]) => [name.toLowerCase(), def]));

/** Kinds that the table does not know are told under their own name; any row of somebody being done with a tile marks it. */
const unknownKind = (kind: string): TileKindDef => ({
  title: kind,
  icon: 'Unknown',
  doneBy: ['passed', 'sent', 'triggered', 'split', 'waited', 'activity', 'lead', 'workflow', 'channel', 'updated'],
});

export const tileKindOf = (kind: string): TileKindDef => byName.get(kind.trim().toLowerCase()) ?? unknownKind(kind);

/** Ways on from a tile as definitions name them: in words, and how rows may say them, in lower case. */
export const branchNames: Readonly<Record<string, { readonly title: string; readonly said: readonly string[] }>> = {
  yesbranch: { title: 'Yes', said: ['yesbranch', 'yes', 'true'] },
  nobranch: { title: 'No', said: ['nobranch', 'no', 'false'] },
};

/** The branch that a row's Path means, in its one spelling; what means none stays as it is. */
export const branchSaid = (path: string): string =>
  Object.entries(branchNames).find(([, { said }]) => said.includes(path))?.[0] ?? path;
