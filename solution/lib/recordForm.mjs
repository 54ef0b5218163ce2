import { idOf } from './ids.mjs';
import { described, named, tag, textTags, words } from './xml.mjs';

/** The native controls by what a column holds, as forms name them. */
const classes = {
  text: '{4273EDBD-AC1D-40D3-9FB2-095C621B552D}',
  email: '{ADA2203E-B4CD-49BE-9DDF-234642B43B52}',
  url: '{71716B6C-711E-476C-8AB8-5D11542BFB47}',
  longText: '{E0DECE4B-6FC8-4A8F-A065-082708572369}',
  number: '{C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F}',
  date: '{5B773807-9FB2-42DB-97C3-7A91EFF8ADFF}',
  yesNo: '{67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED}',
  choice: '{3EF39988-22BB-4F0B-BBBE-64B5A3748AEE}',
  status: '{5D68B988-0661-4DB2-BC3E-17598AD3BE6C}',
  lookup: '{270BD3DB-D9AF-4782-9025-509E298DEC0A}',
};
const codeComponent = '{F9A8A302-114E-466A-B582-6771B2AE0D92}';

/** Tabs that a control of ours has to itself. Another control's tab is a row here and a word in the table's `tabs`. */
const controlTabs = {
  designer: { name: 'rin_designer', title: 'Designer', control: 'RecordInsights.JourneyDesigner', rows: 20 },
  insights: { name: 'rin_insights', title: 'Insights', control: 'RecordInsights.InsightsTab', rows: 20 },
};

/** What every record has. */
const owner = { name: 'ownerid', title: 'Owner', kind: 'lookup' };
const status = { name: 'statuscode', title: 'Status', kind: 'status' };
const times = [
  { name: 'createdon', title: 'Created', kind: 'date', readOnly: true },
  { name: 'modifiedon', title: 'Modified', kind: 'date', readOnly: true },
];

/**
 * A main form: a Summary with the fields, and a tab for each control.
 * @param {{ table: string, title: string, recordTitle: string, about: string,
 *   fields: { name: string, title: string, kind: keyof classes, readOnly?: boolean }[],
 *   tabs: (keyof controlTabs)[], anchor: string, prefix: string, isFallback: boolean }} form
 *   `anchor` is the column in whose place the controls stand
 * @returns a `systemform` as text
 */
export function recordForm({ table, title, recordTitle, about, fields, tabs, anchor, prefix, isFallback }) {
  const controls = tabs.map((tab) => ({ ...controlTabs[tab], table, anchor, prefix }));
  const summary = [
    { width: '60%', section: 'general', title: recordTitle, fields },
    { width: '40%', section: 'record', title: 'Record', fields: [owner, status, ...times] },
  ];
  return tag(
    'systemform',
    {},
    textTags({
      formid: idOf(`form:${table}`),
      IntroducedVersion: '0.1.0.0',
      FormPresentation: 1,
      FormActivationState: 1,
    }),
    tag(
      'form',
      {},
      header(table),
      tag('tabs', {}, summaryTab(table, summary), controls.map(controlTab)),
      controls.length > 0 ? tag('controlDescriptions', {}, controls.map(controlDescription)) : '',
      tag('DisplayConditions', { Order: isFallback ? 0 : undefined, FallbackForm: isFallback }, tag('Everyone')),
    ),
    textTags({ IsCustomizable: 1, CanBeDeleted: 1 }),
    named(title),
    described(about),
  );
}

const section = { celllabelalignment: 'Left', celllabelposition: 'Left', columns: 1, labelwidth: 115 };
const labels = (text) => words('labels', 'label', text);

function header(table) {
  const cells = [owner, status].map((field) => cell(table, '', 'header', { ...field, readOnly: true }));
  return tag(
    'header',
    { id: idOf(`header:${table}`), ...section, columns: 11, celllabelposition: 'Top' },
    tag('rows', {}, tag('row', {}, cells)),
  );
}

/** @param within where the cell is, as the path of its id has it: `summary/general/` */
function cell(table, within, place, { name, title, kind, readOnly = false }) {
  const control = `${place}_${name}`;
  return tag(
    'cell',
    { id: idOf(`cell:${table}/${within}${control}`) },
    labels(title),
    tag('control', { id: control, classid: classes[kind], datafieldname: name, disabled: readOnly }),
  );
}

function tab(table, { name, title }, columns) {
  const all = { IsUserDefined: 0, locklevel: 0, showlabel: true, expanded: true };
  return tag('tab', { name, id: idOf(`tab:${table}/${name}`), ...all }, labels(title), tag('columns', {}, columns));
}

function summaryTab(table, columns) {
  return tab(
    table,
    { name: 'summary', title: 'Summary' },
    columns.map(({ width, section: name, title, fields }) => {
      const rows = fields.map((field) => tag('row', {}, cell(table, `summary/${name}/`, name, field)));
      const id = idOf(`section:${table}/summary/${name}`);
      const shown = { showlabel: true, showbar: false };
      return tag(
        'column',
        { width },
        tag('sections', {}, tag('section', { name, id, ...shown, ...section }, labels(title), tag('rows', {}, rows))),
      );
    }),
  );
}

/** Where a control stands: the names on the path of its ids. */
function placeOf({ table, name, anchor }) {
  const main = `${name}_main`;
  const control = `${name}_${anchor}`;
  return { main, control, path: `${table}/${name}/${main}/${control}`, section: `${table}/${name}/${main}` };
}

function controlTab(placed) {
  const { table, name, title, anchor, rows } = placed;
  const place = placeOf(placed);
  const cellOf = tag(
    'cell',
    { id: idOf(`cell:${place.path}`), showlabel: false, locklevel: 0, colspan: 1, rowspan: rows, auto: false },
    labels(title),
    tag('control', {
      id: place.control,
      classid: codeComponent,
      datafieldname: anchor,
      disabled: false,
      uniqueid: idOf(`control:${place.path}`),
    }),
  );
  const spanned = Array.from({ length: rows - 1 }, () => tag('row'));
  const hidden = { IsUserDefined: 0, locklevel: 0, showlabel: false, showbar: false, layout: 'varwidth' };
  const only = tag(
    'section',
    { name: place.main, id: idOf(`section:${place.section}`), ...hidden, ...section },
    labels(title),
    tag('rows', {}, tag('row', {}, cellOf), spanned),
  );
  return tab(table, { name, title }, tag('column', { width: '100%' }, tag('sections', {}, only)));
}

/** The control for each form factor, and the native one that it stands in for. */
function controlDescription(placed) {
  const { control, anchor, prefix } = placed;
  const ours = tag('parameters', {}, tag('anchor', {}, anchor));
  return tag(
    'controlDescription',
    { forControl: idOf(`control:${placeOf(placed).path}`) },
    tag('customControl', { id: classes.text }, tag('parameters', {}, tag('datafieldname', {}, anchor))),
    [0, 1, 2].map((formFactor) => tag('customControl', { formFactor, name: `${prefix}_${control}` }, ours)),
  );
}
