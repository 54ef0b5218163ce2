import { earliest, everyRow, isAskedFor, isInPeriod, type Thing } from './counting';
import { doingRules } from './doings';
import { emailRules, type Rule } from './emailRules';
import { cell, type Row } from './rows';
import { siteRules } from './siteRules';

const generalStop = 'ActivityContactBlocked';
const stops = [
  generalStop,
  'ActivityContactBlockedConsent',
  'ActivityContactBlockedExternalConsent',
  'ActivityContactBlockedSuppression',
  'ActivityContactBlockedBusinessUnit',
];

/** What is counted for a journey, of each person apart. */
export const journeyRules = {
  ...emailRules,
  ...siteRules,
  peopleActive: doingRules.peopleActive,
  interactions: (rows, question) => everyRow(rows, question),

  /** A person to whom anything was delivered is one thing, at the first delivery. */
  peopleReached: (rows, question) => {
    const everybody = { ...question, from: '0001-01-01', to: '9999-12-30', journey: undefined };
    const standing = new Set(
      emailRules
        .delivered(rows, { ...everybody, iteration: undefined, tile: undefined })
        .map(({ row }) => `${cell(row, 'SendingId')} ${cell(row, 'MessageId')}`),
    );
    const reached = everyRow(rows, question)
      .map(({ row }) => row)
      .filter(
        (row) =>
          row.type === 'EmailDelivered' &&
          Number(cell(row, 'DeliveredCount') || '1') >= 0 &&
          standing.has(`${cell(row, 'SendingId')} ${cell(row, 'MessageId')}`),
      );
    return reached.length === 0 ? [] : [{ row: earliest(reached), times: reached.length }];
  },

  /** One a (iteration, tile, person); a specific reason before the general one. */
  stopped: (rows, question) => {
    const byPlace = new Map<string, Row[]>();
    for (const row of rows) {
      if (!stops.includes(row.type) || !isAskedFor(row, question)) continue;
      const place = JSON.stringify([cell(row, 'CustomerJourneyIterationId'), cell(row, 'ActivityId')]);
      byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
    }
    return [...byPlace.values()].flatMap((together): readonly Thing[] => {
      const specific = together.filter(({ type }) => type !== generalStop);
      const row = earliest(specific.length > 0 ? specific : together);
      return isInPeriod(row, question) ? [{ row, times: together.length }] : [];
    });
  },
} as const satisfies Record<string, Rule>;
