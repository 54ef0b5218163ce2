import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentVariables, problems } from '@record-insights/domain';
import { elementsOf, solutionNames } from './pack.builder';

const root = join(__dirname, '..');
const guide = readFileSync(join(root, 'docs', 'admin-guide.md'), 'utf8');
const roles = readFileSync(join(__dirname, 'lib', 'roles.mjs'), 'utf8');

describe('The admin guide', () => {
  const names = [...roles.matchAll(/name: '([^']+)'/g)].map(([, name]) => name!);

  test.each([...solutionNames, ...names, ...Object.keys(environmentVariables)])('names %s', (name) => {
    expect(names.length).toBe(6);
    expect(guide).toContain(name);
  });

  test('tells causes only of what the controls and the service do say', () => {
    const resx = readFileSync(join(root, 'pcf-controls/InsightsTab/strings/InsightsTab.1033.resx'), 'utf8');
    const texts = elementsOf(resx, 'value').map((value) => (value.textContent ?? '').replace('{0}', 'contact'));
    const said = [...texts, ...Object.values(problems).map(({ title }) => title)];
    const [, table = ''] = guide.split('## 10. What a tab says, and why');
    const rows = table.split('\n').filter((line) => line.startsWith('| '));
    const quoted = rows.slice(2).map((line) => line.split('|')[1]!.trim());
    expect(quoted.length).toBeGreaterThan(4);
    expect(quoted.filter((words) => !said.some((text) => text.startsWith(words)))).toEqual([]);
  });
});
