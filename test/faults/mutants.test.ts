import { mutants, withMutant } from './mutants';
import { patience } from './runs';

jest.mock('node:zlib', () => jest.requireActual<object>('./inlineZlib'));

/** Each is found in a few schedules to some thirty. */
const mostSchedules = 300;

test.each(mutants)(
  'the simulation finds an engine that $title',
  async (mutant) => {
    const { simulate } = withMutant(mutant, () => jest.requireActual<typeof import('./simulation')>('./simulation'));
    let seed = 1;
    while (seed <= mostSchedules && (await holds(simulate(seed)))) seed++;
    expect(seed).toBeLessThanOrEqual(mostSchedules);
    console.info(`${mutant.title}: found in schedule ${seed}`);
  },
  patience,
);

const holds = (simulation: Promise<unknown>): Promise<boolean> =>
  simulation.then(
    () => true,
    () => false,
  );
