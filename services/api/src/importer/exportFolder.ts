import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { typeOf } from '@record-insights/domain';

/** A file of rows as the exporter wrote it. */
export interface ExportFile {
  /** Folder, the name of the interaction type. */
  readonly type: string;
  /** Path below the export folder, with `/`. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

export interface ExportFolder {
  readonly files: readonly ExportFile[];
  /** Types that the model declares. */
  readonly declared: readonly string[];
}

/** The folder is not one that the exporter wrote. */
export class NotAnExport extends Error {
  override readonly name = 'NotAnExport';
}

/** The hand-kept copy of the model wins where there is one. */
const models = ['modelStatic.json', 'model.json'];

/**
 * Lists `csv/<Type>/<file>`, those last whose rows say that somebody was deleted: what such people did goes on counting
 * without them where it came before, and is dropped where it comes later. Folders that the model does not declare are
 * taken in, too: exports have types that their model lacks.
 * @throws NotAnExport
 */
export async function openExport(folder: string): Promise<ExportFolder> {
  const declared = await declaredTypes(folder);
  const types = await directories(join(folder, 'csv'));
  if (declared === undefined && types.length === 0) {
    throw new NotAnExport(`There is no model.json and no csv folder in ${folder}. Name the folder that holds them.`);
  }
  const files = await Promise.all(deletionsLast(types).map((type) => filesOf(folder, type)));
  return { files: files.flat(), declared: declared ?? [] };
}

const deletionsLast = (types: readonly string[]): readonly string[] => [
  ...types.filter((type) => !typeOf(type).erases),
  ...types.filter((type) => typeOf(type).erases),
];

async function declaredTypes(folder: string): Promise<readonly string[] | undefined> {
  for (const name of models) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (text !== undefined) return namesOf(text, name);
  }
  return undefined;
}

function namesOf(text: string, file: string): readonly string[] {
  try {
    const model = JSON.parse(text.replace(/^\uFEFF/, '')) as { entities?: readonly { name?: unknown }[] };
    return (model.entities ?? []).flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
  } catch (error) {
    throw new NotAnExport(`${file} is not readable as JSON. Copy it again from the export.`, { cause: error });
  }
}

async function directories(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function filesOf(folder: string, type: string): Promise<readonly ExportFile[]> {
  const entries = await readdir(join(folder, 'csv', type), { withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async ({ name }) => {
      const path = join(folder, 'csv', type, name);
      return { type, name: `csv/${type}/${name}`, path, size: (await stat(path)).size };
    });
  return (await Promise.all(files)).sort((a, b) => (a.name < b.name ? -1 : 1));
}
