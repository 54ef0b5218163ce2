import { join } from 'node:path';
import { rowsPerRequest, writeBodies } from './bodies';
import { share, type Figures, type RawFigures } from './figures';
import { measureRawWrites } from './rawStore';
import { measureService } from './measureService';
import { measureUpkeep } from './measureUpkeep';
import { openMix, shuffled } from './mix';
import type { Order } from './report';
import { openStage, type StoreKind } from './stage';

/** What is measured. */
export interface Asked {
  readonly interactions: number;
  readonly store: StoreKind;
  /** Folder for a CPU profile of the service. */
  readonly profile?: string | undefined;
  /** Whether what admins do is measured, too. */
  readonly upkeep?: boolean | undefined;
}

/** Measures the store by itself and then the service, both with the same number of rows of the same size. */
export async function measure(asked: Asked, order: Order): Promise<Figures> {
  const { interactions } = asked;
  const mix = openMix(interactions + rowsPerRequest, Date.now());
  const numbers = order === 'time' ? Uint32Array.from({ length: interactions }, (_, n) => n) : shuffled(interactions);
  const stage = await openStage(asked.store);
  try {
    const bodies = await writeBodies(join(stage.folder, 'bodies'), mix, numbers);
    const last = await writeBodies(
      join(stage.folder, 'last'),
      mix,
      Uint32Array.from({ length: rowsPerRequest }, (_, n) => interactions + n),
    );
    const raw = await measureRaw(asked.store, numbers, Math.round(bodies.bytes / bodies.rows));
    const run = { stage, mix, bodies, lastBody: last.files[0] ?? '', profile: asked.profile };
    const service = await measureService(run);
    const upkeep = asked.upkeep ? { upkeep: await measureUpkeep(run) } : {};
    return { service, ...upkeep, raw, ofRaw: share(service.visiblePerSecond, raw.rowsPerSecond) };
  } finally {
    await stage.remove();
  }
}

async function measureRaw(kind: StoreKind, order: Uint32Array, bytesPerRow: number): Promise<RawFigures> {
  const stage = await openStage(kind);
  const store = await stage.open();
  try {
    return await measureRawWrites(store, { order, bytesPerRow });
  } finally {
    await store.close();
    await stage.remove();
  }
}
