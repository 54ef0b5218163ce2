import { join } from 'node:path';
import { readResx } from '../../shared/testing/resx';
import { textsOf } from '../../shared/texts';

/** The control's English texts by key, as they stand in its resx. */
export const resx: ReadonlyMap<string, string> = readResx(join(__dirname, '../strings/InsightsTab.1033.resx'));

/** The control's words, as the platform gives them to it. */
export const texts = textsOf((key) => resx.get(key) ?? key);
