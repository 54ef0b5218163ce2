import { journeys } from './journeys';
import { numbers } from './numbers';
import { panels } from './panels';
import { sites } from './sites';
import { types } from './types';
import { verdicts } from './verdicts';

/** German for texts of the registry, by the English ones. */
export const german: Readonly<Record<string, string>> = {
  ...panels,
  ...journeys,
  ...sites,
  ...numbers,
  ...types,
  ...verdicts,
};
