import * as React from 'react';
import { DropdownMenuItemType, type IDropdownOption } from '@fluentui/react';
import type { UsageAnswer } from '@record-insights/domain';
import { runName } from '../../shared/runs';
import { Chooser } from '../../shared/ui/Chooser';
import { useRecordNames } from '../../shared/ui/RecordLink';
import { useHost, type Host } from './host';

/** Where a message or page was used, as far as it is chosen: a journey, and in it an iteration or a tile. */
export interface Usage {
  readonly journey?: string;
  readonly iteration?: string;
  readonly tile?: string;
}

export interface UsageFilterProps {
  /** All that may be chosen. */
  readonly usages: readonly UsageAnswer[];
  readonly usage: Usage;
  readonly onChoose: (usage: Usage) => void;
}

const everywhere = '';

/** Where it was used: in which journey, and in which iteration or tile of that. Nothing where there is no choice. */
export function UsageFilter({ usages, usage, onChoose }: UsageFilterProps): React.ReactElement | null {
  const { texts } = useHost();
  const nameOf = useRecordNames('journey');
  const { journey = everywhere } = usage;
  if (journey === everywhere && !usages.some((one) => usages.length > 1 || hasParts(one))) return null;
  return (
    <>
      <Chooser
        label={texts.say('usedIn')}
        options={[
          { key: everywhere, text: texts.say('allJourneys') },
          ...usages.map((one) => ({ key: one.journey, text: nameOf(one.journey) })),
        ]}
        chosen={journey}
        onChoose={(chosen) => onChoose(chosen === everywhere ? {} : { journey: chosen })}
      />
      <PartsFilter
        usages={usages.filter((one) => one.journey === journey)}
        usage={usage}
        onChoose={(part) => onChoose({ journey, ...part })}
      />
    </>
  );
}

/** The iteration or tile of the one journey that there is. Nothing where there is no choice. */
export function PartsFilter({ usages: [only], usage, onChoose }: UsageFilterProps): React.ReactElement | null {
  const host = useHost();
  const { texts } = host;
  const parts = partsOf(only, host);
  if (parts.length === 0) return null;
  return (
    <Chooser
      label={texts.say('partsOfJourney')}
      options={[{ key: everywhere, text: texts.say('allParts') }, ...parts]}
      chosen={keyOf(usage)}
      onChoose={(_key, part) => onChoose(part ?? {})}
    />
  );
}

const hasParts = ({ iterations, tiles }: UsageAnswer): boolean => iterations.length > 1 || tiles.length > 1;

type Part = Pick<Usage, 'iteration' | 'tile'>;
type Option = IDropdownOption<Part>;

const keyOf = ({ iteration, tile }: Part): string =>
  iteration !== undefined ? `iteration ${iteration}` : tile !== undefined ? `tile ${tile}` : everywhere;

const optionOf = (part: Part, text: string): Option => ({ key: keyOf(part), text, data: part });

/** The iterations and tiles of a journey under their heads; of what there is but one, none. */
function partsOf(usage: UsageAnswer | undefined, { texts, format }: Host): readonly Option[] {
  if (!usage) return [];
  const runs = usage.iterations.map(({ iteration, startsAt }, n) =>
    optionOf({ iteration }, runName(startsAt, n, { texts, format })),
  );
  const tiles = usage.tiles.map(({ tile, name }, n) =>
    optionOf({ tile }, name ?? texts.say('tileNumbered', format.number(n + 1))),
  );
  return [...under(texts.say('runs'), runs), ...under(texts.say('tiles'), tiles)];
}

const under = (text: string, options: readonly Option[]): readonly Option[] =>
  options.length < 2 ? [] : [{ key: text, text, itemType: DropdownMenuItemType.Header }, ...options];
