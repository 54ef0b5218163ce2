import { emailKpis, formKpis, pageKpis, redirectKpis, websiteKpis } from './channelKpis';
import type { KpiDef } from './kpiRows';
import { journeyKpis } from './journeyKpis';
import { accountKpis, listKpis, personKpis } from './personKpis';
import type { RecordType } from './recordTypes';

type Prefixed<Type extends RecordType, Rows> = { [Name in keyof Rows & string as `${Type}.${Name}`]: KpiDef };

function kpisOf<Type extends RecordType, Rows extends Record<string, KpiDef>>(
  type: Type,
  rows: Rows,
): Prefixed<Type, Rows> {
  return Object.fromEntries(Object.entries(rows).map(([name, def]) => [`${type}.${name}`, def])) as Prefixed<
    Type,
    Rows
  >;
}

/** All KPIs by id, `recordType.camelName`; an id is never used again for something else. */
export const kpis = {
  ...kpisOf('contact', { ...personKpis, ...listKpis }),
  ...kpisOf('account', { ...accountKpis, ...personKpis }),
  ...kpisOf('email', emailKpis),
  ...kpisOf('page', pageKpis),
  ...kpisOf('form', formKpis),
  ...kpisOf('website', websiteKpis),
  ...kpisOf('redirectUrl', redirectKpis),
  ...kpisOf('journey', journeyKpis),
};

export type KpiId = keyof typeof kpis;

export const kpiIds = Object.keys(kpis) as KpiId[];

export function kpiOf(id: KpiId): KpiDef {
  return kpis[id];
}

export function isKpi(text: string): text is KpiId {
  return Object.hasOwn(kpis, text);
}
