/**
 * Writes `world.generated.ts`: the world's countries as outlines, projected once and rounded to whole units, so that
 * the control carries neither geometry in degrees nor the code that projects it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { geoEqualEarth, geoPath } from 'd3-geo';
import countryCodes from 'i18n-iso-countries';
import { format, resolveConfig } from 'prettier';
import { feature } from 'topojson-client';

const width = 960;
const require = createRequire(import.meta.url);
/** Nobody reads mail there, and it would take a quarter of the map. */
const leftOut = 'AQ';
/** Without a number in the atlas, but with a code that browsers name. */
const codesByName = { Kosovo: 'XK' };

const countriesAt = (scale) => {
  const atlas = JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}.json`), 'utf8'));
  return feature(atlas, atlas.objects.countries).features.map((country) => ({
    ...country,
    code: codesByName[country.properties.name] ?? countryCodes.numericToAlpha2(country.id),
  }));
};

const land = countriesAt('110m').filter(({ code }) => code !== leftOut);
const projection = geoEqualEarth().fitWidth(width, { type: 'FeatureCollection', features: land });
const path = geoPath(projection);
const height = Math.ceil(path.bounds({ type: 'FeatureCollection', features: land })[1][1]);

/** Of the largest part, so that France does not stand in the Atlantic. */
function middleOf({ geometry }) {
  const parts = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
  const polygons = parts.map((coordinates) => ({ type: 'Polygon', coordinates }));
  const largest = polygons.reduce((most, one) => (path.area(one) > path.area(most) ? one : most));
  return path.centroid(largest).map(Math.round);
}

/** Steps from point to point in whole units; parts that vanish by rounding are left out, but the only one stays. */
function outlineOf(country) {
  const rings = path(country)
    .split('M')
    .slice(1)
    .map((ring) => ring.replace('Z', '').split('L'))
    .map((ring) => ring.map((point) => point.split(',').map(Number).map(Math.round)))
    .map((ring) => ring.filter(([x, y], n) => n === 0 || x !== ring[n - 1][0] || y !== ring[n - 1][1]));
  const drawn = rings.filter((ring) => ring.length > 3);
  return drawn.map(stepsOf).join('');
}

function stepsOf(ring) {
  const steps = ring.slice(1, -1).map(([x, y], n) => [x - ring[n][0], y - ring[n][1]]);
  return `M${pair(ring[0])}l${steps.map(pair).join(' ').replace(/ -/g, '-')}z`;
}

const pair = ([x, y]) => `${x}${y < 0 ? '' : ' '}${y}`;

const coded = new Map();
for (const country of land) {
  if (country.code) coded.set(country.code, [...middleOf(country), outlineOf(country)]);
}
/** Too small for the coarse atlas, or for whole units: only a place. */
for (const country of [...countriesAt('50m'), ...countriesAt('10m')]) {
  if (country.code && country.code !== leftOut && !coded.has(country.code)) coded.set(country.code, middleOf(country));
}
const entries = [...coded]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, [x, y, outline]]) => `  ${code}: [${x}, ${y}${outline ? `, '${outline}'` : ''}],`);
const others = land.filter(({ code }) => !code).map(outlineOf);

const raw = `/**
 * Made by generate.mjs from world-atlas (ISC licence; geometry of Natural Earth, in the public domain); never edited.
 */

/** Units of the outlines. */
export const worldSize = { width: ${width}, height: ${height} } as const;

/** By ISO 3166-1 code: where the country's middle is, and its outline; those too small to be drawn have none. */
export const countries: Readonly<Record<string, readonly [x: number, y: number, outline?: string]>> = {
${entries.join('\n')}
};

/** Land that has no code. */
export const otherLand = '${others.join('')}';
`;
const target = join(import.meta.dirname, 'world.generated.ts');
writeFileSync(target, await format(raw, { ...(await resolveConfig(target)), parser: 'typescript' }));
