import type { Instant } from '@record-insights/domain';
import type { Calendar } from './calendar';

/** How many stretches the export is cut into; with each, the exporter begins new files. */
export const stretches = 5;
/** From this stretch on the exporter writes columns and types of its later edition. */
export const laterStretch = 3;

/** Columns that files of the later edition have beside the first edition's. */
export const laterColumns: Readonly<Record<string, readonly string[]>> = {
  EmailDelivered: ['DeliveredCount', 'WasRemoteBounced', 'Reason', 'BounceCategory', 'MessageVariationName'],
  EmailSent: ['MessageVariationName'],
  EmailOpened: ['EmailClientId', 'MessageVariationName'],
  EmailClicked: ['MessageVariationName'],
};

/** Which stretch an instant of export falls in, 0 to 4. */
export function stretchOf(at: Instant, { start, until }: Calendar): number {
  const share = (at - start) / (until - start + 1);
  return Math.min(stretches - 1, Math.max(0, Math.floor(share * stretches)));
}

export function isLaterEdition(at: Instant, calendar: Calendar): boolean {
  return stretchOf(at, calendar) >= laterStretch;
}
