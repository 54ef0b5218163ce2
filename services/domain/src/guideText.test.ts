import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { guideCategories, guideText } from './guideText';

const docs = join(__dirname, '../../../docs');
const pictures = join(docs, 'pictures', 'guide');
const guide = readFileSync(join(docs, 'user-guide.md'), 'utf8');
const pictured = guideCategories.filter(({ picture }) => existsSync(join(pictures, picture)));
const fix = 'run npm run guide -- --words, and npm run guide where a picture is missing';

const toldInFull = ['contact', 'account', 'lead', 'email', 'page', 'form', 'website', 'redirectUrl'] as const;

test.each(toldInFull)('the user guide has a picture of every category of a record of type %s', (type) => {
  const own = guideCategories.filter(({ recordType }) => recordType === type);
  expect(own).not.toEqual([]);
  const missing = own.filter((one) => !pictured.includes(one)).map(({ picture }) => picture);
  expect([fix, ...missing]).toEqual([fix]);
});

test.each(pictured.map((one) => [`${one.recordType}, ${one.category.title}`, one] as const))(
  'of %s the user guide says what the registry says',
  (_name, one) => expect([fix, guide.includes(guideText(one))]).toEqual([fix, true]),
);

test('pictures are small, and each belongs to a category', () => {
  const names = new Set(pictured.map(({ picture }) => picture));
  const files = readdirSync(pictures);
  expect(files.filter((file) => !names.has(file))).toEqual([]);
  expect(files.filter((file) => statSync(join(pictures, file)).size > 150_000)).toEqual([]);
});
