import { mkdir, open as openFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { open, type RootDatabase } from 'lmdb';
import { pathEncoder } from './rowPath';
import { StoreUnavailable } from './tableStore';

/** Rows as bytes by path; the version of an entry is the number in its etag. */
export type StoreFile = RootDatabase<Buffer, string>;

/**
 * Opens `data.mdb` in the folder, making both where they are missing. A commit is on the disk before it is
 * acknowledged. Several processes may have it open at once; the map grows by itself.
 * @throws StoreUnavailable
 */
export async function openStoreFile(folder: string): Promise<StoreFile> {
  const path = join(folder, 'data.mdb');
  try {
    await makeFolder(folder);
    await checkStoreFile(path);
    return open<Buffer, string>({
      path,
      noSubdir: true,
      encoding: 'binary',
      keyEncoder: pathEncoder,
      useVersions: true,
      // Two keys of 512 characters do not fit the keys of smaller pages.
      pageSize: 8192,
      // Room beforehand: each time the map grows, the old one stays, and its pages count as memory again.
      mapSize: 2 ** 34,
      // With it a commit is acknowledged before it is on the disk.
      overlappingSync: false,
      // With it a failed commit also rejects a promise that nobody can reach, which ends the process.
      eventTurnBatching: false,
    });
  } catch (error) {
    throw await unavailable(folder, error);
  }
}

/** Folder by folder: Node's recursive way never ends where a parent refuses without saying why, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  if (await stat(folder).catch(() => undefined)) return;
  await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
}

/** What went wrong with the folder, in a sentence that says what to do; the first reason is the cause. */
export async function unavailable(folder: string, error: unknown): Promise<StoreUnavailable> {
  if (error instanceof StoreUnavailable) return error;
  const cause = await reasonOf(error);
  return new StoreUnavailable(sentenceOf(folder, cause), { cause });
}

class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
  readonly code = 'MDB_INVALID';
}

const page = { header: 24, mainRoot: 112, transaction: 128, size: 24, magic: 0xbeefc0de };

/** Milliseconds between looks at a file that seems damaged, and how many looks there are. */
const [pause, looks] = [50, 5];

/**
 * lmdb ends the process on a file that is not its own or was cut off; so its head is looked at before. One that another
 * process is making, or adding to, may look so for a moment.
 */
async function checkStoreFile(path: string, left = looks): Promise<void> {
  try {
    await checkHead(path);
  } catch (error) {
    if (!(error instanceof DamagedFile) || left <= 1) throw error;
    await pass(pause);
    await checkStoreFile(path, left - 1);
  }
}

async function checkHead(path: string): Promise<void> {
  if ((await sizeOf(path)) === 0) return;
  const file = await openFile(path, 'r');
  try {
    const metaAt = async (start: number): Promise<DataView> => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(160), 0, 160, start + page.header);
      const meta = new DataView(buffer.buffer, buffer.byteOffset, bytesRead);
      if (bytesRead < 160 || meta.getUint32(0, true) !== page.magic) throw new DamagedFile('no head of a store');
      return meta;
    };
    const first = await metaAt(0);
    const pageSize = first.getUint32(page.size, true);
    const second = await metaAt(pageSize);
    const newest = [first, second].sort((a, b) => Number(transactionOf(b) - transactionOf(a)))[0] ?? first;
    const root = newest.getBigUint64(page.mainRoot, true);
    const isEmpty = root === 2n ** 64n - 1n;
    // Looked at after the root: a process that adds to the file writes pages before it names them.
    if (!isEmpty && (root + 1n) * BigInt(pageSize) > BigInt(await sizeOf(path)))
      throw new DamagedFile('the file was cut off');
  } finally {
    await file.close();
  }
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

const transactionOf = (meta: DataView): bigint => meta.getBigUint64(page.transaction, true);

/** lmdb hands the reason of a failed commit over as a promise that rejects. */
async function reasonOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error && 'commitError' in error)) return error;
  return Promise.resolve(error.commitError).then(
    () => error,
    (reason: unknown) => reason,
  );
}

function sentenceOf(folder: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const tells = (...words: readonly string[]): boolean => words.some((word) => code === word || message.includes(word));
  if (tells('ENOSPC', 'EDQUOT', 'No space left', 'MDB_MAP_FULL', 'File too large', 'Input/output error'))
    return `The disk of the store's folder ${folder} is full or failing: free some space, then try again; nothing acknowledged is lost.`;
  if (tells('EACCES', 'EPERM', 'EROFS', 'Permission denied', 'Read-only file system'))
    return `The store's folder ${folder} cannot be written to: give the service's user the right to, or name another folder.`;
  if (tells('ENOTDIR', 'EEXIST', 'EISDIR', 'Is a directory', 'Not a directory'))
    return `The store's folder ${folder} is not a folder with a store in it: name another folder.`;
  if (tells('MDB_INVALID', 'MDB_CORRUPTED', 'MDB_PAGE_NOTFOUND', 'MDB_VERSION_MISMATCH', 'MDB_PANIC'))
    return `The file data.mdb in the store's folder ${folder} is damaged or not a store's: put a backup in its place, or move it away and import again.`;
  return `The store's folder ${folder} cannot be used (${message}): check the disk, or name another folder.`;
}
