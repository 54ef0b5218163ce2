import type { PipelineTile, VolumeId } from '@record-insights/domain';
import type { IconName } from '../../shared/icons/registerDrawings';
import type { DesignerTextKey } from '../../shared/textKeys';
import type { Designer } from '../app/designer';

export interface Mark {
  readonly id: VolumeId;
  readonly icon: IconName;
  readonly name: DesignerTextKey;
  /** Somebody there wants to be seen. */
  readonly isTrouble?: true;
}

/** What stands above each tile, from left to right. */
export const marks: readonly Mark[] = [
  { id: 'processed', icon: 'ArrowRight', name: 'mark_processed' },
  { id: 'stopped', icon: 'Blocked', name: 'mark_stopped', isTrouble: true },
  { id: 'processing', icon: 'ProgressRingDots', name: 'mark_processing' },
];

/** A tile with its numbers, as it is read. */
export function tileInWords(
  { kindTitle, name, volumes }: PipelineTile,
  { texts, format }: Pick<Designer, 'texts' | 'format'>,
): string {
  return texts.say('tileSays', kindTitle, name, ...marks.map(({ id }) => format.number(volumes[id].count)));
}
