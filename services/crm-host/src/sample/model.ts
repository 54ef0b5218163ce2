import { interactionTypes, leadingColumns } from '@record-insights/domain';
import type { ExportedType } from './exportFiles';

const dataTypes: Readonly<Record<string, string>> = {
  Timestamp: 'dateTimeOffset',
  Version: 'int64',
  BoostValue: 'int64',
  MembersCount: 'int64',
  Score: 'double',
};
const fileFormatSettings = {
  $type: 'CsvFormatSettings',
  columnHeaders: true,
  delimiter: ',',
  quoteStyle: 'QuoteStyle.Csv',
  csvStyle: 'CsvStyle.QuoteAlways',
  encoding: 65001,
};
const container = 'https://kvitfoss.blob.storage.example:443/interactions';

/** The exporter's list of types and their files; a type without rows has no files. */
export function modelOf(exported: readonly ExportedType[]): unknown {
  const files = new Map(exported.map((type) => [type.type, type.files]));
  const names = [...new Set([...Object.keys(interactionTypes), ...files.keys()])].sort();
  return {
    name: 'MarketingInteractionModel',
    description: 'Interactions of the sample organisation',
    version: '1.0',
    entities: names.map((name) => ({
      $type: 'LocalEntity',
      name,
      attributes: attributesOf(name),
      ...(files.has(name) ? { partitions: (files.get(name) ?? []).map((file) => partition(name, file)) } : {}),
    })),
  };
}

function attributesOf(type: string): unknown {
  const columns = interactionTypes[type]?.columns ?? leadingColumns;
  return columns.map((name) => ({ name, dataType: typeOfColumn(type, name) }));
}

/** A survey's score is a number; a lead's is text, as everything else. */
function typeOfColumn(type: string, column: string): string {
  return column === 'Score' && type !== 'SurveyResponse' ? 'string' : (dataTypes[column] ?? 'string');
}

const partition = (type: string, name: string): unknown => ({
  name,
  location: `${container}/csv/${type}/${name}`,
  fileFormatSettings,
});
