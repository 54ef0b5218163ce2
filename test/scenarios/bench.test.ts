import { measure } from '../bench/measure';
import { tableOf } from '../bench/report';

test('the bench sees all its rows become visible, reads every category and survives the kill', async () => {
  const figures = await measure({ interactions: 1500, store: 'embedded' }, 'random');
  const { service, raw } = figures;
  expect(Object.keys(service.reads)).toEqual(expect.arrayContaining(['contact.overview', 'list page']));
  const measured = [service.visiblePerSecond, service.visibleAfterKill, service.bytesPerRow ?? 0, raw.rowsPerSecond];
  expect(measured.filter((figure) => !(figure > 0))).toEqual([]);
  expect(tableOf({ random: figures })).toContain('first request to all visible');
}, 120_000);
