import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from '../records/atomicFile';
import { formDefinition, type FormDefinition } from './formDefinition';
import { mergeForm } from './mergeForm';

/** Where forms come from. */
export interface FormFolders {
  /** One form a table, `<table>.xml`: the local CRM's own stand in for those that every organisation has. */
  readonly base: string;
  /** The same for our own tables: their forms as the solution ships them. */
  readonly own: string;
  /** Forms of the solution: `<table>.xml`, or `<table>.<anything>.xml` when several change one table's form. */
  readonly solution: string;
}

/** The main form of a table, with everything the solution adds to it. Undefined when the table has no form. */
export async function formOfTable(folders: FormFolders, table: string): Promise<FormDefinition | undefined> {
  const file = `${table}.xml`;
  const base = (await contentOf(join(folders.base, file))) ?? (await contentOf(join(folders.own, file)));
  if (base === undefined) return undefined;
  const changes = await Promise.all(
    (await solutionForms(folders.solution, table)).map((file) => readFile(file, 'utf8')),
  );
  return formDefinition(changes.reduce(mergeForm, base));
}

async function solutionForms(folder: string, table: string): Promise<readonly string[]> {
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.xml') && name.split('.')[0] === table);
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
