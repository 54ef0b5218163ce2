import { readFile } from 'node:fs/promises';

/** Most memory of a process, in MiB; null where the system does not tell. */
export interface Peaks {
  /** As the system counts it, with the pages of the store's file that are mapped and shared. */
  readonly peakMiB: number | null;
  /** Its own alone, looked at ten times a second. */
  readonly ownPeakMiB: number | null;
}

const lookEvery = 100;

/** Watches a process until it is told to stop. Linux tells by `/proc`. */
export function watchMemory(pid: number | undefined): { stop(): Promise<Peaks> } {
  let own: number | null = null;
  const look = async (): Promise<number | null> => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    own = largest(own, mebibytesIn(status, 'RssAnon'));
    return mebibytesIn(status, 'VmHWM');
  };
  const timer = setInterval(() => void look(), lookEvery);
  return {
    async stop() {
      clearInterval(timer);
      const peakMiB = await look();
      return { peakMiB, ownPeakMiB: own };
    },
  };
}

const largest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

function mebibytesIn(status: string, name: string): number | null {
  const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  return kibibytes === undefined ? null : Math.round(Number(kibibytes) / 1024);
}
