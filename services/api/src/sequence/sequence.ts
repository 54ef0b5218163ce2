import { contactToErase, rulesVersion } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { askForErasure } from '../erase/order';
import { foldGroup } from '../fold/foldGroup';
import { readBytes, removeBatches, waitingBatches, type BatchContent, type BatchHeader } from '../ingest/batches';
import { ordered } from '../keys';
import { sumOf, verdictChanges } from '../maintenance/verdictChanges';
import { Overtaken } from '../store/writeAt';
import { commands, shardMadeBy, type CommandStep } from './commands';
import { nameGroup, readDone, readGroup, writeDone, type Done, type Group, type VerdictChanges } from './groups';
import type { RecentRows } from './recentRows';

/** What a group takes at most; a batch is never split. */
const rowsPerGroup = 12_500;
const charactersPerGroup = 12 * 1024 * 1024;
const batchesPerGroup = 500;

/** Drives the one sequence of groups of an organisation. Any instance may, several at once too. */
export interface Sequence {
  /** Takes the next group to its end; false when nothing waits. */
  step(): Promise<boolean>;
}

export function openSequence(context: EngineContext, organisation: string, recent: RecentRows): Sequence {
  const { store } = context;
  /** Groups up to this one are known to be swept. */
  let swept = -1;

  async function sweep(done: Done): Promise<void> {
    if (swept >= done.n) return;
    const group = await readGroup(store, organisation, done.n);
    await context.onStep('sweep');
    if (group) await removeBatches(store, organisation, group.batches);
    if (group?.command && !done.command) await removeBatches(store, organisation, [group.command.name]);
    swept = done.n;
  }

  async function nextGroup(done: Done): Promise<Group | undefined> {
    const named = await readGroup(store, organisation, done.n + 1);
    if (named) return named;
    const waiting = await waitingBatches(store, organisation);
    recent.keepOnly(organisation, new Set(waiting.map(({ batch }) => batch)));
    const takes = await takesOf(done, waiting);
    if (!takes) return undefined;
    await context.onStep('group.name');
    return nameGroup(store, organisation, { n: done.n + 1, ...takes });
  }

  /** Rows and the steps of a command take turns, so that neither waits for the other's end. */
  async function takesOf(done: Done, waiting: readonly BatchHeader[]): Promise<Omit<Group, 'n'> | undefined> {
    const rows = waiting.filter(({ command }) => command === undefined);
    const command = done.command ?? firstStep(waiting);
    const last = command === undefined ? undefined : await readGroup(store, organisation, done.n);
    const rowsFirst = last?.command !== undefined && rows.length > 0;
    if (command !== undefined && !rowsFirst) return { batches: [], command };
    return rows.length === 0 ? undefined : { batches: upToSize(rows) };
  }

  async function drive(done: Done, group: Group): Promise<void> {
    const contents = await contentsOf(group);
    const totals = group.command
      ? await commands[group.command.kind].drive(context, organisation, group.n, group.command, done.totals)
      : await foldGroup(context, organisation, group.n, contents, done.totals);
    const changed = await changesOf(done, group);
    await eraseDeleted(group.n, contents);
    await context.onStep('done');
    await writeDone(store, organisation, done, { n: group.n, totals, ...commandAfter(done, group, changed) });
  }

  /** How the verdicts of the person shard that the group makes again change with the rules. */
  async function changesOf({ rules }: Done, { n, command }: Group): Promise<VerdictChanges> {
    if (command?.rules === undefined || command.rules === rules.version) return {};
    const shard = shardMadeBy(command);
    if (shard === undefined) return {};
    return verdictChanges(store, organisation, n - 1, shard, rules.version, command.rules);
  }

  /** Contacts that rows of the group say CRM has deleted are erased next. */
  async function eraseDeleted(group: number, contents: readonly BatchContent[]): Promise<void> {
    const deleted = contents.flatMap(({ interactions }) =>
      interactions.map(contactToErase).filter((contact) => contact !== undefined),
    );
    if (deleted.length > 0) await askForErasure(context, organisation, deleted, `erase-${ordered(group)}`);
  }

  /**
   * What the group's batches hold. One that is not in the store was folded and swept: by another driver, who finished
   * the group, or with an earlier group, and only its header came back, since whoever wrote it had no answer and sent
   * it again. Such a one holds nothing.
   * @throws Overtaken
   */
  async function contentsOf({ n, batches }: Group): Promise<readonly BatchContent[]> {
    const found = await Promise.all(
      batches.map(
        async (batch) => recent.contentOf(organisation, batch) ?? (await readBytes(store, organisation, batch)),
      ),
    );
    const contents = found.filter((content) => content !== undefined);
    if (contents.length < batches.length && (await readDone(store, organisation)).n >= n) throw new Overtaken(n);
    return contents;
  }

  return {
    async step() {
      const done = await readDone(store, organisation);
      await sweep(done);
      const group = await nextGroup(done);
      if (!group) return false;
      try {
        await drive(done, group);
      } catch (error) {
        if (!(await isFinished(error, group))) throw error;
      }
      return true;
    },
  };

  /** A driver that was overtaken has nothing left to do. */
  async function isFinished(error: unknown, group: Group): Promise<boolean> {
    return error instanceof Overtaken && (await readDone(store, organisation)).n >= group.n;
  }
}

function upToSize(waiting: readonly BatchHeader[]): readonly string[] {
  const taken: string[] = [];
  let [rows, characters] = [0, 0];
  for (const header of waiting) {
    rows += header.rows;
    characters += header.characters ?? 0;
    const isFull = rows > rowsPerGroup || characters > charactersPerGroup || taken.length >= batchesPerGroup;
    if (taken.length > 0 && isFull) break;
    taken.push(header.batch);
  }
  return taken;
}

/** The first step of the command that waits longest. */
function firstStep(waiting: readonly BatchHeader[]): CommandStep | undefined {
  const [first] = waiting.flatMap(({ batch, command: kind }) => (kind ? [{ kind, name: batch, step: 0 }] : []));
  return first && { ...first, ...(commands[first.kind].judges ? { rules: rulesVersion } : {}) };
}

type AfterCommand = Pick<Done, 'command' | 'viewsFrom' | 'rules'>;

/** At the end of a command that judges, its rules are in force: until then every read goes by those before. */
function commandAfter({ command, viewsFrom, rules }: Done, group: Group, now: VerdictChanges): AfterCommand {
  if (!group.command) return { viewsFrom, rules, ...(command ? { command } : {}) };
  const { kind, rules: version = rules.version } = group.command;
  const { steps, expiresViewsAt } = commands[kind];
  const step = group.command.step + 1;
  const changed = sumOf(group.command.changed ?? {}, now);
  const readable = group.command.step >= expiresViewsAt ? group.n : viewsFrom;
  if (step < steps) return { viewsFrom: readable, rules, command: { ...group.command, step, changed } };
  if (version !== rules.version) return { viewsFrom: group.n, rules: { version, changed } };
  return { viewsFrom: readable, rules };
}
