import { verdictRuleIds, verdictRuleOf } from '@record-insights/domain';
import type { ImportSummary, Progress } from '../importer/importExport';
import type { Verification } from '../maintenance/verify';
import type { RulesInForce } from '../sequence/groups';

const number = (value: number): string => value.toLocaleString('en');
const perSecond = (count: number, ms: number): number => Math.round((count * 1000) / Math.max(1, ms));

/** One line that is written over itself: rows, rate, what remains. */
export function progressLine({ rows, bytes, totalBytes }: Progress, ms: number): string {
  const share = totalBytes === 0 ? 1 : bytes / totalBytes;
  const left = share > 0 ? Math.round((ms * (1 - share)) / share / 1000) : 0;
  return `\r${number(rows)} rows, ${number(perSecond(rows, ms))} a second, ${(share * 100).toFixed(0)}%, about ${left} s left   `;
}

/** What an import did, by type, with what was refused and why. */
export function importReport(summary: ImportSummary, ms: number): string {
  const types = [...summary.types]
    .sort((a, b) => b.rows - a.rows)
    .map((type) => {
      const refused = [...type.refused].map(([code, count]) => `, refused ${number(count)} (${code})`).join('');
      const other = type.otherType > 0 ? `, ${number(type.otherType)} of another type than the folder` : '';
      return `  ${type.type.padEnd(42)} ${number(type.rows).padStart(10)} rows${refused}${other}`;
    });
  const usages = [...summary.usageTypes].map(
    ([name, count]) => `  ${name.padEnd(42)} ${number(count).padStart(10)} rows`,
  );
  return [
    '',
    `${number(summary.rows)} rows from ${number(summary.files)} files in ${(ms / 1000).toFixed(1)} s (${number(perSecond(summary.rows, ms))} a second); ${number(summary.unchanged)} files had nothing new.`,
    ...types,
    ...(usages.length > 0 ? ['UsageType as met:', ...usages] : []),
    ...summary.unfinished.map((file) => `  ${file}: the last row is not whole yet; import again when it is.`),
    ...summary.failures.map((failure) => `  ${failure}`),
    '',
  ].join('\n');
}

export function verificationReport({ view, rows, people, compared, differing, differences }: Verification): string {
  return [
    '',
    `View ${view}: ${number(rows)} rows in full, ${number(people)} people, ${number(compared)} numbers compared.`,
    ...differences
      .slice(0, 20)
      .map(({ where, what, stored, recounted }) => `  ${where}: ${what} is ${stored}, recounted ${recounted}`),
    `${number(differing)} differences`,
    '',
  ].join('\n');
}

/** Which rules judge opens and clicks, and what became of the verdicts when they took over from those before. */
export function rulesReport({ version, changed }: RulesInForce): string {
  const byRule = verdictRuleIds.flatMap((id) => (changed[id] === undefined ? [] : [{ id, count: changed[id] }]));
  const total = byRule.reduce((sum, { count }) => sum + count, 0);
  return [
    '',
    `Opens and clicks are judged by version ${version} of the rules. ${total === 0 ? 'No verdict changed' : `${number(total)} verdicts changed`} when it came.`,
    ...byRule.map(({ id, count }) => `  ${id.padEnd(18)} ${number(count).padStart(10)}  ${verdictRuleOf(id).title}`),
    '',
  ].join('\n');
}
