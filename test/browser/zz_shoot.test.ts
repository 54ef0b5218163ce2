import { launchBrowser } from '../../scripts/lib/browser.cjs';
import { largePipeline, pipelineAnswer } from '../../pcf-controls/JourneyDesigner/testing/fakePipeline';
import { openControlPage, textsOfControl } from './controlPage';
test('shoot', async () => {
  const browser = await launchBrowser();
  const base = { texts: textsOfControl('JourneyDesigner', '1033'), locale: 'en-GB', isDark: false, savesSegments: true };
  const shots: [string, unknown, object, number, string | undefined][] = [
    ['wide', pipelineAnswer(undefined, { notOnPipeline: { count: 12, rows: '/x' } }), {}, 1318, 'Clicked the audit link?'],
    ['email', pipelineAnswer(), {}, 1318, 'Winter check reminder'],
    ['narrow', pipelineAnswer(undefined, { iterations: [{ iteration: 'a', startsAt: '2026-10-01T00:00:00Z' }, { iteration: 'b' }] }), {}, 640, 'Clicked the audit link?'],
    ['large', pipelineAnswer(largePipeline(200)), {}, 1318, undefined],
    ['dark', pipelineAnswer(), { isDark: true }, 1318, 'Clicked the audit link?'],
  ];
  for (const [name, answer, opts, width, tile] of shots) {
    const p = await openControlPage(browser, 'JourneyDesigner/testing/designerPage.tsx', { viewport: { width, height: 584 } });
    p.page.on('console', (m) => console.log(m.text().slice(0,600))); p.page.on('pageerror', (e) => console.log(name, e.message));
    await p.call('showDesigner', answer, { ...base, ...opts });
    await p.page.locator('[data-tile]').first().waitFor();
    await p.page.waitForTimeout(300);
    if (name === 'narrow' || name === 'large') await p.page.screenshot({ path: `/tmp/h/${name}0.png` });
    if (tile) await p.page.locator('[data-tile] button', { hasText: tile }).click();
    if (name === 'large') await p.page.getByRole('button', { name: 'Show all' }).click();
    await p.page.waitForTimeout(300);
    await p.page.screenshot({ path: `/tmp/h/${name}.png`, fullPage: true });
    await p.close();
  }
  await browser.close();
}, 120000);
