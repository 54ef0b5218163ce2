import { measure } from '../bench/measure';
import { tableOf } from '../bench/report';

test('the bench sees all its rows become visible, reads every category, survives the kill and does what admins do', async () => {
  const figures = await measure({ interactions: 1500, store: 'embedded', upkeep: true }, 'random');
  const { service, raw, upkeep } = figures;
  expect(Object.keys(service.reads)).toEqual(expect.arrayContaining(['contact.overview', 'list page']));
  const measured = [service.visiblePerSecond, service.visibleAfterKill, service.bytesPerRow ?? 0, raw.rowsPerSecond];
  expect(measured.filter((figure) => !(figure > 0))).toEqual([]);
  expect(upkeep?.erase.rows).toBe(150);
  expect(tableOf({ random: figures })).toContain('first request to all visible');
}, 120_000);
