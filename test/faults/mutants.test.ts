import { mutants, withMutant } from './mutants';
import { patience } from './runs';

jest.mock('node:zlib', () => jest.requireActual<object>('./inlineZlib'));

/** Each is found in a few schedules to some forty from where it is looked for. */
const mostSchedules = 300;

test.each(mutants)(
  'the simulation finds an engine that $title',
  async (mutant) => {
    const { simulate } = withMutant(mutant, () => jest.requireActual<typeof import('./simulation')>('./simulation'));
    const first = mutant.from ?? 1;
    let seed = first;
    while (seed < first + mostSchedules && (await holds(simulate(seed)))) seed++;
    expect(seed).toBeLessThan(first + mostSchedules);
    console.info(`${mutant.title}: found in schedule ${seed}`);
  },
  patience,
);

const holds = (simulation: Promise<unknown>): Promise<boolean> =>
  simulation.then(
    () => true,
    () => false,
  );
