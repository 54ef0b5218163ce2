import type { CsvFile } from './insightsClient';

/** Hands a file to the browser's downloads. */
export function saveFile({ name, content }: CsvFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
