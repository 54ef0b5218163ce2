import { setScene, type Scene } from './scene';
import { card } from './suites/card';
import { categories } from './suites/categories';
import { emails } from './suites/emails';
import { entra } from './suites/entra';
import { filters } from './suites/filters';
import { account } from './suites/account';
import { leads } from './suites/leads';
import { looks } from './suites/looks';
import { overview } from './suites/overview';
import { recordForms } from './suites/recordForms';
import { rows } from './suites/rows';
import { sites } from './suites/sites';
import { states } from './suites/states';
import { verified } from './suites/verified';

jest.setTimeout(120_000);

let set: Scene | undefined;
const scene = (): Scene => {
  if (!set) throw new Error('The product did not start.');
  return set;
};

beforeAll(async () => {
  set = await setScene();
}, 300_000);
afterAll(() => set?.close());

describe('The Overview of a contact', () => overview(scene));
describe('The card on the Summary of a contact', () => card(scene));
describe('Every category of a contact', () => categories(scene));
describe('The tab of an account', () => account(scene));
describe('The tab of a lead', () => leads(scene));
describe('The tab of an email', () => emails(scene));
describe('The tabs of pages, forms, websites and redirect URLs', () => sites(scene));
describe('The form of every record type', () => recordForms(scene));
describe('The rows behind a number', () => rows(scene));
describe('Asking and being told', () => filters(scene));
describe('In other windows and colours', () => looks(scene));
describe('Signing in through Microsoft Entra', () => entra(scene));
describe('Being let in by Entra and Dataverse', () => verified(scene));
describe('When there is nothing to show', () => states(scene));

describe('On the way', () => {
  test('no script failed on the way, and nothing was asked of another machine', () =>
    expect(scene().visit.troubles).toEqual([]));
});
