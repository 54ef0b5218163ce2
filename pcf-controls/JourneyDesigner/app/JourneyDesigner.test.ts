import { fireEvent, screen, within } from '@testing-library/react';
import { insights, kpiOf, tileKinds, volumeIds, tileKindOf, type PipelineAnswer } from '@record-insights/domain';
import { choose, press, settled } from '../../InsightsTab/testing/pressing';
import { answered, refused, type Answer, type ClientError } from '../../shared/answer';
import { isDrawn } from '../../shared/icons/registerDrawings';
import { aTile, pipelineAnswer, pumpOwners, volumesOf } from '../testing/fakePipeline';
import { clientWith, openDesigner, tileNamed } from '../testing/openDesigner';

const question = 'Clicked the audit link?';
const withPumps = (changes: Parameters<typeof pipelineAnswer>[1] = {}) => ({
  client: clientWith(pipelineAnswer(pumpOwners, changes)),
});
const panelOf = (name: string): HTMLElement => screen.getByRole('region', { name });
const numberOf = (place: HTMLElement, name: RegExp): HTMLElement => within(place).getByRole('button', { name });

test('every kind of tile has a drawing, one that is not known too', () => {
  const icons = [...Object.keys(tileKinds), 'WhoKnows'].map((kind) => tileKindOf(kind).icon);
  expect(icons.filter((icon) => !isDrawn(icon))).toEqual([]);
});

describe('The pipeline', () => {
  test('reads each tile with its kind, name and numbers', async () => {
    await openDesigner(withPumps());
    expect(
      screen
        .getAllByRole('button', { name: / still processing$/ })
        .map((one) => one.ariaLabel ?? one.getAttribute('aria-label')),
    ).toEqual([
      'Audience: Pump owners, Nordics. 12,480 processed, 0 stopped, 0 still processing',
      'Send an email: Winter check reminder. 12,021 processed, 171 stopped, 288 still processing',
      'If/then: Clicked the audit link?. 9,436 processed, 64 stopped, 2,521 still processing',
      'Create lead: Audit lead. 983 processed, 0 stopped, 5 still processing',
      'Phone call: Offer an audit slot. 744 processed, 0 stopped, 239 still processing',
      'Wait for: 3 days. 6,330 processed, 12 stopped, 2,106 still processing',
      'Send an email: Last audit slots. 6,242 processed, 31 stopped, 57 still processing',
    ]);
  });

  test('opens the record that a tile depends on, by its name', async () => {
    const { openRecord } = await openDesigner(withPumps());
    const [link] = screen.getAllByText('Book a pump audit');
    fireEvent.click(link!);
    expect(openRecord).toHaveBeenCalledWith('rin_marketingpage', '5a5f0c3d-9e11-4c9e-8a57-2b6f0c3d9e13');
  });

  test('is one tab stop, gone through by arrows', async () => {
    await openDesigner(withPumps());
    const group = screen.getByRole('group', { name: 'Pipeline' });
    const stops = (): readonly Element[] => [...group.querySelectorAll('[tabindex="0"]')];
    expect(stops()).toEqual([tileNamed('Pump owners, Nordics')]);
    fireEvent.focus(tileNamed('Pump owners, Nordics'));
    fireEvent.keyDown(tileNamed('Pump owners, Nordics'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(tileNamed('Winter check reminder'));
    fireEvent.keyDown(tileNamed('Winter check reminder'), { key: 'End' });
    expect(document.activeElement).toBe(tileNamed('Last audit slots'));
    expect(stops()).toEqual([tileNamed('Last audit slots')]);
  });

  test('gets larger and smaller, by buttons and keys', async () => {
    await openDesigner(withPumps());
    const scale = (): string | null => screen.getByLabelText(/^Zoom: /).textContent;
    const before = scale();
    await press(screen.getByRole('button', { name: 'Zoom in' }));
    expect(scale()).not.toBe(before);
    fireEvent.keyDown(screen.getByRole('group', { name: 'Pipeline' }), { key: '-' });
    expect(scale()).toBe(before);
  });

  test('is a table, too, sorted by any column', async () => {
    await openDesigner(withPumps());
    await press(screen.getByRole('button', { name: 'Table' }));
    const names = (): readonly (string | undefined)[] =>
      screen
        .getAllByRole('row')
        .slice(1)
        .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent ?? undefined);
    expect(names()).toEqual(pumpOwners.map(({ name }) => name));
    await press(screen.getByText('Stopped'));
    expect(names().slice(0, 2)).toEqual(['Winter check reminder', question]);
    await press(screen.getByText(question));
    expect(panelOf(question)).toBeTruthy();
  });

  test('tells how many rows are of no tile, and opens them', async () => {
    await openDesigner(
      withPumps({ notOnPipeline: { count: 12, rows: '/v1/records/contact/x/lists/contact.interactions' } }),
    );
    await press(screen.getByText('12 rows not on this pipeline'));
    expect(screen.getByRole('heading', { name: 'Not on this pipeline: 12' })).toBe(document.activeElement);
  });
});

describe('The data of a tile', () => {
  test('are those of the answer, each with its share of the total', async () => {
    await openDesigner(withPumps());
    await press(tileNamed(question));
    const { volumes } = pumpOwners[2]!;
    const panel = panelOf(question);
    for (const id of volumeIds.filter((one) => one !== 'total')) {
      const row = panel.querySelector(`[data-number="${id}"]`)!;
      const share = id === 'inflow' ? '' : `${((100 * volumes[id].count) / volumes.total.count).toFixed(1)}%`;
      expect(row.textContent).toBe(`${volumes[id].title}${volumes[id].count.toLocaleString('en-GB')}${share}`);
    }
    expect(within(panel).getByRole('img', { name: /^12,309 total, Processed 9,436 \(76\.7%\), / })).toBeTruthy();
    expect(within(panel).getByRole('button', { name: 'No, 8,448, 89.5%' })).toBeTruthy();
  });

  test('take the focus on their title, and give it back to the tile with Esc', async () => {
    await openDesigner(withPumps());
    await press(tileNamed(question));
    expect(tileNamed(question).getAttribute('aria-expanded')).toBe('true');
    const title = screen.getByRole('heading', { name: question });
    expect(document.activeElement).toBe(title);
    fireEvent.keyDown(title, { key: 'Escape' });
    expect(screen.queryByRole('heading', { name: question })).toBeNull();
    expect(document.activeElement).toBe(tileNamed(question));
  });

  test('open the rows of each number', async () => {
    const rows = jest.fn(() => Promise.resolve(refused({ kind: 'unreachable' } as const)));
    await openDesigner({ client: clientWith(pipelineAnswer(), { rows }) });
    await press(tileNamed(question));
    await press(numberOf(panelOf(question), /^Stopped/));
    expect(screen.getByRole('heading', { name: 'Stopped: 64' })).toBe(document.activeElement);
    expect(rows).toHaveBeenCalledWith(pumpOwners[2]!.volumes.stopped.rows, expect.anything());
    expect(screen.getByText(/^Kept from going on here/)).toBeTruthy();
  });

  test('are a table, too', async () => {
    await openDesigner(withPumps());
    await press(tileNamed(question));
    const panel = panelOf(question);
    await press(within(panel).getByRole('button', { name: 'Table' }));
    const counts = within(panel)
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent);
    expect(counts[0]).toBe('Total12,309100.0%');
    expect(counts).toHaveLength(volumeIds.length);
  });

  test('of an email are its results in percent of inflow, its test, and what it depends on', async () => {
    const { openRecord } = await openDesigner(withPumps());
    await press(tileNamed('Winter check reminder'));
    const panel = panelOf('Winter check reminder');
    expect(numberOf(panel, /^Hard bounces/).textContent).toBe('Hard bounces380.3%');
    expect(
      within(panel).getByRole('img', { name: 'Shares: 10% to A, 10% to B, 80% to the winner or default' }),
    ).toBeTruthy();
    expect(within(panel).getByRole('button', { name: 'Version B: Unique clicks: 156' })).toBeTruthy();
    expect(
      within(panel).getByText('Version B won · Won by click-through rate · 96.4% sure that the versions differ'),
    ).toBeTruthy();
    await press(within(panel).getByText('View details'));
    await press(within(panel).getByText('Audit request'));
    expect((openRecord as jest.Mock).mock.calls.map(([table]: string[]) => table)).toEqual([
      'rin_marketingemail',
      'rin_marketingform',
    ]);
  });

  test('say where an export does not tell versions apart', async () => {
    const tiles = pumpOwners.map((tile) =>
      tile.abTest ? { ...tile, abTest: { state: 'draft' as const, shares: { a: 50, b: 50, rest: 0 } } } : tile,
    );
    await openDesigner({ client: clientWith(pipelineAnswer(tiles)) });
    await press(tileNamed('Winter check reminder'));
    expect(screen.getByText('This export does not tell versions apart.')).toBeTruthy();
  });

  test('have no share where nobody is there', async () => {
    await openDesigner({ client: clientWith(pipelineAnswer([aTile('0', { name: 'Alone' })])) });
    await press(tileNamed('Alone'));
    expect(numberOf(panelOf('Alone'), /^Processed/).textContent).toBe('Processed0–');
  });

  test('change with the numbers', async () => {
    const later = pumpOwners.map((tile) => ({ ...tile, volumes: volumesOf(tile.id, { processed: 7 }) }));
    const pipeline = jest
      .fn<Promise<Answer<PipelineAnswer>>, []>()
      .mockResolvedValueOnce(answered(pipelineAnswer()))
      .mockResolvedValue(answered(pipelineAnswer(later)));
    const rows = () => Promise.resolve(refused({ kind: 'viewExpired' } as const));
    await openDesigner({ client: clientWith(pipelineAnswer(), { pipeline, rows }) });
    await press(tileNamed(question));
    await press(numberOf(panelOf(question), /^Processed/));
    await settled();
    expect(screen.getByRole('heading', { name: 'Processed: 7' })).toBeTruthy();
  });
});

describe('Saving as a segment', () => {
  const saves = { name: / as segment$/ };

  test('is offered at the people who are done or stopped, who opened, clicked, and whose message came back', async () => {
    const saveAsSegment = jest.fn();
    await openDesigner({ ...withPumps(), saveAsSegment });
    await press(tileNamed('Winter check reminder'));
    expect(screen.getAllByRole('button', saves).map((one) => one.getAttribute('aria-label'))).toEqual([
      'Save Processed as segment',
      'Save Stopped as segment',
      'Save Opened, unique as segment',
      'Save Hard bounces as segment',
    ]);
    await press(screen.getByRole('button', { name: 'Save Stopped as segment' }));
    const { rows } = pumpOwners[1]!.volumes.stopped;
    expect(saveAsSegment).toHaveBeenCalledWith({ title: 'Stopped', count: 171, rows });
  });

  test('is not offered where it cannot be done', async () => {
    await openDesigner(withPumps());
    await press(tileNamed('Winter check reminder'));
    expect(screen.queryAllByRole('button', saves)).toEqual([]);
  });

  test('is known of opens, clicks and each bounce kind', () => {
    const shown = insights.journey?.pipeline?.kpis ?? [];
    expect(shown.filter((id) => kpiOf(id).savable)).toEqual([
      'journey.opensUnique',
      'journey.clicksUnique',
      'journey.softBounces',
      'journey.hardBounces',
      'journey.blockBounces',
    ]);
  });
});

describe('Runs of a recurring journey', () => {
  const iterations = [{ iteration: 'a', startsAt: '2026-10-01T06:00:00Z' }, { iteration: 'b' }];

  test('are chosen one at a time, or all together', async () => {
    const pipeline = jest.fn(() => Promise.resolve(answered(pipelineAnswer(pumpOwners, { iterations }))));
    await openDesigner({ client: clientWith(pipelineAnswer(), { pipeline }) });
    await choose('Run', 'Run from 1 Oct 2026');
    await choose('Run', 'Run 2');
    await choose('Run', 'All runs');
    expect((pipeline.mock.calls as unknown as string[][]).map((call) => call[2])).toEqual([
      undefined,
      'a',
      'b',
      undefined,
    ]);
  });

  test('are no choice where there is but one', async () => {
    await openDesigner(withPumps({ iterations: iterations.slice(0, 1) }));
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});

describe('Where there is nothing to draw', () => {
  const refuse = (error: ClientError) => ({
    client: clientWith(pipelineAnswer(), { pipeline: () => Promise.resolve(refused(error)) }),
  });

  test.each<[string, ClientError]>([
    ['Sign-in is needed', { kind: 'signInNeeded' }],
    ['Insights is not set up here yet', { kind: 'notConfigured' }],
    ['You cannot see this customer journey’s interactions', { kind: 'noRight' }],
    ['This panel could not be loaded', { kind: 'problem', title: 'Too busy', detail: '' }],
  ])('it says: %s', async (words, error) => {
    await openDesigner(refuse(error));
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('Retry asks again', async () => {
    const pipeline = jest
      .fn<Promise<Answer<PipelineAnswer>>, []>()
      .mockResolvedValueOnce(refused({ kind: 'unreachable' }))
      .mockResolvedValue(answered(pipelineAnswer()));
    await openDesigner({ client: clientWith(pipelineAnswer(), { pipeline }) });
    await press(screen.getByRole('button', { name: 'Retry' }));
    expect(tileNamed(question)).toBeTruthy();
  });

  test('it says that no definition is told', async () => {
    await openDesigner({ client: clientWith(pipelineAnswer([])) });
    expect(screen.getByText('No pipeline is known')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Zoom in' })).toBeNull();
  });

  test('it says that a journey was never live, and shows its pipeline', async () => {
    await openDesigner({ client: clientWith(pipelineAnswer([aTile('0', { name: 'Alone' })], { live: 'neverLive' })) });
    expect(screen.getByText('Customer journey: never live')).toBeTruthy();
    expect(tileNamed('Alone')).toBeTruthy();
  });

  test('it says how far counting is behind', async () => {
    const freshness = { countedUntil: '2026-11-23T12:47:00.000Z', waiting: 1_200 };
    await openDesigner(withPumps({ freshness }));
    expect(screen.getByText('Still counting: about 1,200 to go.')).toBeTruthy();
  });

  test('it tells by when the numbers were received', async () => {
    await openDesigner(withPumps());
    expect(screen.getByText('Received by 13:47, Oslo time')).toBeTruthy();
  });
});
