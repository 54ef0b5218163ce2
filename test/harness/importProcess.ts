import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { serverFile } from './serviceProcess';

/** `import` of the built command line as a process of its own. */
export interface ImportProcess {
  readonly process: ChildProcess;
  /** Resolves when it ended. @throws with what it said when it ended with a code other than 0 */
  readonly ended: Promise<Ended>;
}

interface Ended {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly report: string;
  /** `residentMiB` at its most, looked at a few times a second. */
  readonly peakMiB: number;
}

export interface ImportOptions {
  readonly folder: string;
  readonly data: string;
  readonly organisation: string;
  /** Told each time the command says how far it is. */
  readonly onProgress?: (line: string) => void;
  readonly nodeOptions?: readonly string[];
}

const script = join(dirname(serverFile), 'commands/main.js');
const lookEvery = 200;

export function startImport({
  folder,
  data,
  organisation,
  onProgress,
  nodeOptions = [],
}: ImportOptions): ImportProcess {
  const words = [...nodeOptions, script, 'import', folder, '--data', data, '--organisation', organisation];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [report, said, peakMiB] = ['', '', 0];
  const look = setInterval(
    () => void residentMiB(child.pid).then((now) => (peakMiB = Math.max(peakMiB, now))),
    lookEvery,
  );
  child.stdout.on('data', (text: Buffer) => (report += text.toString()));
  child.stderr.on('data', (text: Buffer) => {
    said = text.toString();
    onProgress?.(said);
  });
  async function end(): Promise<Ended> {
    const [code] = (await once(child, 'close')) as [number | null];
    clearInterval(look);
    if (code !== 0 && code !== null) throw new Error(`The import ended with ${code}: ${said}`);
    return { code, report, peakMiB };
  }
  return { process: child, ended: end() };
}

/**
 * Memory that a process has, in MiB, without the mapped pages of the store's file: they are the system's cache, and it
 * takes them back when it needs the room. 0 where the system does not tell, or the process has ended.
 */
async function residentMiB(pid: number | undefined): Promise<number> {
  const maps = await readFile(`/proc/${pid}/smaps`, 'utf8').catch(() => '');
  const kibibytes = maps
    .split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
    .filter((map) => !/^.*\/data\.mdb$/m.test(map))
    .map((map) => Number(/^Rss:\s+(\d+) kB$/m.exec(map)?.[1] ?? 0));
  return kibibytes.reduce((sum, one) => sum + one, 0) / 1024;
}
