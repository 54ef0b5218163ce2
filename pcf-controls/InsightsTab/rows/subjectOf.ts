import {
  assertNever,
  counterOf,
  leftOutOfPeople,
  type CountAnswer,
  type InsightsAnswer,
  type KpiAnswer,
  type LeftOutAnswer,
  type PanelAnswer,
  type PanelDef,
} from '@record-insights/domain';
import type { Format } from '../../shared/format';
import type { Host, Opening } from '../app/host';
import { aboutKpi } from '../panels/aboutKpi';
import { shownValue } from '../panels/delta';
import type { RowsSubject } from '../../shared/rows/rowsSubject';
import type { About } from '../../shared/ui/InfoTip';

/**
 * What was opened, looked up in the numbers as they are now, so that number and rows always belong together.
 * Undefined when the numbers no longer hold it.
 * @param nameOf what a contact is called, as far as is known by now
 */
export function subjectOf(
  opening: Opening,
  answer: InsightsAnswer,
  panels: readonly PanelDef[],
  format: Format,
  nameOf: (contact: string) => string,
  word: Host['word'],
): RowsSubject | undefined {
  if (opening.kind === 'leftOut') return ofLeftOut(answer.leftOut, format);
  const panel = answer.panels.find(({ id }) => id === opening.panel);
  const def = panels.find(({ id }) => id === opening.panel);
  if (!panel || !def) return undefined;
  switch (opening.kind) {
    case 'kpi':
      return ofKpi(
        kpisOf(panel).find(({ id }) => id === opening.kpi),
        format,
        word,
      );
    case 'parts':
      return ofParts(opening, panel, aboutPanel(def, opening.title), format);
    case 'list':
      return ofList(panel, aboutPanel(def), format);
    case 'thing':
      return ofThing(thingsOf(panel).get(opening.id), aboutPanel(def, opening.title), format);
    case 'person':
      return ofPerson(opening.contact, panel, aboutPanel(def, nameOf(opening.contact)), format);
    default:
      return assertNever(opening);
  }
}

function aboutPanel(def: PanelDef, title?: string): About {
  return { title: title ?? def.title ?? '', sentence: 'tooltip' in def ? def.tooltip : '' };
}

function kpisOf(panel: PanelAnswer): readonly KpiAnswer[] {
  if (panel.kind === 'funnel') return panel.steps;
  return panel.kind === 'kpiTiles' ? panel.kpis : [];
}

/** What a panel tells with the address of its rows, by id. */
function thingsOf(panel: PanelAnswer): ReadonlyMap<string, CountAnswer> {
  if (panel.kind === 'heatMap') return new Map(panel.links.map((link) => [link.link, link]));
  if (panel.kind !== 'values') return new Map();
  return new Map(
    panel.values.flatMap(({ value, numbers: [count], rows }) =>
      rows === undefined ? [] : [[value, { count: count ?? 0, rows }] as const],
    ),
  );
}

function ofThing(thing: CountAnswer | undefined, about: About, format: Format): RowsSubject | undefined {
  if (!thing) return undefined;
  const lists = [{ title: about.title, rows: thing.rows, total: thing.count }];
  return { title: about.title, number: format.number(thing.count), about, lists };
}

function ofKpi(kpi: KpiAnswer | undefined, format: Format, word: Host['word']): RowsSubject | undefined {
  if (!kpi) return undefined;
  const lists =
    kpi.rows === undefined
      ? kpi.inputs.map(({ title, rows, value }) => ({ title, rows, total: value }))
      : [{ title: kpi.title, rows: kpi.rows, total: kpi.value ?? 0 }];
  return {
    title: kpi.title,
    number: shownValue(kpi.value, kpi.unit, format),
    about: aboutKpi(kpi, format, word),
    ...(kpi.explain === undefined ? {} : { explain: kpi.explain }),
    lists,
  };
}

function ofParts(
  { types, title }: Extract<Opening, { readonly kind: 'parts' }>,
  panel: PanelAnswer,
  about: About,
  format: Format,
): RowsSubject | undefined {
  if (panel.kind !== 'breakdown') return undefined;
  const parts = panel.parts.filter(({ type }) => types.includes(type));
  if (parts.length === 0) return undefined;
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const lists = parts.map((part) => ({ title: part.title, rows: part.rows, total: part.count }));
  return { title, number: format.number(total), about, lists };
}

function ofList(panel: PanelAnswer, about: About, format: Format): RowsSubject | undefined {
  if (panel.kind !== 'list') return undefined;
  const lists = [{ title: about.title, rows: panel.rows, total: panel.total }];
  return { title: about.title, number: format.number(panel.total), about, lists };
}

/** What one of several people did or was sent. */
function ofPerson(contact: string, panel: PanelAnswer, about: About, format: Format): RowsSubject | undefined {
  if (panel.kind !== 'people') return undefined;
  const person = panel.people.find((one) => one.contact === contact);
  if (!person) return undefined;
  const lists = [{ title: about.title, rows: person.rows, total: person.count }];
  return { title: about.title, number: format.number(person.count), about, lists };
}

/** The opens and clicks of machines, with how many each rule found. */
function ofLeftOut(leftOut: readonly LeftOutAnswer[], format: Format): RowsSubject | undefined {
  const some = leftOut.filter(({ count }) => count > 0);
  if (some.length === 0) return undefined;
  const total = some.reduce((sum, { count }) => sum + count, 0);
  const reasons = some.flatMap(({ title, reasons: found }) => found.map((reason) => ({ ...reason, of: title })));
  const about = {
    ...leftOutOfPeople,
    notes: reasons.map(
      ({ count, of, title }) => `${title.charAt(0).toUpperCase()}${title.slice(1)} (${of}): ${format.number(count)}`,
    ),
  };
  const lists = some.map(({ counter, rows, count }) => ({ title: counterOf(counter).title, rows, total: count }));
  return { title: about.title, number: format.number(total), about, lists };
}
