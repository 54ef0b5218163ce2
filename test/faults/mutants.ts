import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The engine with one fault built in. */
export interface Mutant {
  readonly title: string;
  /** The module that has it, below services/api/src. */
  readonly module: string;
  /** What stands in the module, once, and what the mutant has in its place. */
  readonly is: string;
  readonly becomes: string;
  /** The schedule to look from, where those before it are known not to show the fault; 1 when absent. */
  readonly from?: number;
}

export const mutants: readonly Mutant[] = [
  {
    title: 'begins a half-written group anew without going back to what ids held before it',
    module: 'fold/idRows',
    is: 'groupOf(stored) === group ? heldBefore(stored.values) : heldNow(stored.values)',
    becomes: 'heldNow(stored.values)',
  },
  {
    title: 'begins a half-written group anew without going back to how full cells were before it',
    module: 'fold/cells',
    is: "groupOfHead === group ? head.values['countBefore'] : head.values['count']",
    becomes: "head.values['count']",
  },
  {
    title: 'marks a group done before its cells are written',
    module: 'fold/foldGroup',
    is: 'writeCells(context, organisation, group, placed, see).then(() => Promise.all([rates.write(), rollups.write()]))',
    becomes: 'void writeCells(context, organisation, group, placed, see).catch(() => undefined)',
  },
  {
    title: 'begins a half-written group anew without what its cells changed in the sums over everybody',
    module: 'fold/cellWrites',
    is: 'if (before && groupOf(before) === group) seePage(page, pageRecords(before));',
    becomes: '',
  },
  {
    title: 'writes mutable rows whatever their etag is',
    from: 200,
    module: 'store/writeAt',
    is: "{ kind: 'replace', row: change.row, values: stamped, etag: current.etag }",
    becomes: "{ kind: 'put', row: change.row, values: stamped }",
  },
  {
    title: 'marks a group done whatever the etag of the last one is',
    from: 90,
    module: 'sequence/groups',
    is: "{ kind: 'replace', row: doneKey, values, etag: before.etag }",
    becomes: "{ kind: 'put', row: doneKey, values }",
  },
  {
    title: 'goes on with a group that somebody finished meanwhile',
    module: 'store/writeAt',
    is: 'if (at > group) throw new Overtaken(group);',
    becomes: '',
  },
  {
    title: 'names a group anew where it has a name already',
    module: 'sequence/groups',
    is: "{ kind: 'create', row: groupKey(n)",
    becomes: "{ kind: 'put', row: groupKey(n)",
  },
  {
    title: 'tells a source that its rows are kept before they are',
    module: 'ingest/accept',
    is: 'await store(context, organisation, batch, receivedAt, content);',
    becomes: 'void store(context, organisation, batch, receivedAt, content).catch(() => undefined);',
  },
  {
    title: 'writes the header of a batch before its bytes',
    module: 'ingest/accept',
    is: 'await writeBytes(context.store, organisation, batch, content);',
    becomes:
      'await writeHeader(context.store, organisation, { batch, rows, receivedAt });\n  await writeBytes(context.store, organisation, batch, content);',
  },
];

const root = join(__dirname, '../../services/api/src');

/** Has the mutant's module stand in place of the engine's for what is loaded by `load`. */
export function withMutant<T>({ module, is, becomes }: Mutant, load: () => T): T {
  const file = join(root, `${module}.ts`);
  const source = readFileSync(file, 'utf8');
  const parts = source.split(is);
  if (parts.length !== 2) throw new Error(`${module} has ${parts.length - 1} times: ${is}`);
  const { code } = transformSync(parts.join(becomes), {
    filename: file,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  jest.doMock(file, () => evaluated(code, file));
  try {
    let loaded: { readonly value: T } | undefined;
    jest.isolateModules(() => (loaded = { value: load() }));
    if (!loaded) throw new Error('Nothing was loaded');
    return loaded.value;
  } finally {
    jest.dontMock(file);
  }
}

function evaluated(code: string, file: string): unknown {
  const module = { exports: {} };
  const near = (name: string): unknown => jest.requireActual(name.startsWith('.') ? join(dirname(file), name) : name);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the module's own text, with the mutation in it
  const run = new Function('exports', 'require', 'module', code) as (...parts: readonly unknown[]) => void;
  run(module.exports, near, module);
  return module.exports;
}
