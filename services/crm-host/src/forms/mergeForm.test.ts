import { formDefinition } from './formDefinition';
import { mergeForm } from './mergeForm';

const base = `<form>
  <header id="{h}"><rows><row><cell id="{hc}"><labels><label description="Owner" languagecode="1033"/></labels><control id="header_ownerid" datafieldname="ownerid"/></cell></row></rows></header>
  <tabs>
    <tab name="summary" id="{A1}"><labels><label description="Summary" languagecode="1033"/></labels><columns><column width="60%"><sections>
      <section name="main" id="{B1}" columns="2"><labels><label description="Person" languagecode="1033"/></labels><rows><row>
        <cell id="{C1}"><labels><label description="Full name" languagecode="1033"/></labels><control id="fullname" datafieldname="fullname"/></cell>
        <cell id="{C2}" visible="false"><control id="secret" datafieldname="secret"/></cell>
      </row></rows></section></sections></column></columns></tab>
    <tab name="details" id="{A2}"><labels><label description="Details" languagecode="1033"/></labels><columns><column width="100%"><sections/></column></columns></tab>
  </tabs>
</form>`;

const custom = (factor: number, name = 'rin_RecordInsights.InsightsTab'): string =>
  `<customControl formFactor="${factor}" name="${name}"><parameters><anchor>fullname</anchor><recordType static="true" type="SingleLine.Text">contact</recordType></parameters></customControl>`;

const difference = `<forms type="main"><systemform><form solutionaction="Modified">
  <tabs><tab name="rin_insights" id="{T}" ordinalvalue="1" solutionaction="Added"><labels><label description="Insights" languagecode="1033"/></labels>
    <columns><column width="100%"><sections><section name="rin_main" id="{S}" showlabel="false" columns="1"><rows><row>
      <cell id="{C}" showlabel="false"><labels/><control id="fullname_insights" classid="{F9A8A302-114E-466A-B582-6771B2AE0D92}" datafieldname="fullname" uniqueid="{U}"/></cell>
    </row></rows></section></sections></column></columns></tab></tabs>
  <controlDescriptions><controlDescription forControl="{u}" solutionaction="Added">
    <customControl id="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}"><parameters><datafieldname>fullname</datafieldname></parameters></customControl>
    ${custom(0)}${custom(1)}${custom(2)}</controlDescription></controlDescriptions>
</form></systemform></forms>`;

const tabNames = (xml: string): readonly string[] => formDefinition(xml).tabs.map((tab) => tab.name);

describe('Laying a form of the solution over the base form', () => {
  test('an added tab goes in at its ordinal and keeps no mark of the layer', () => {
    const merged = mergeForm(base, difference);
    expect(tabNames(merged)).toEqual(['summary', 'rin_insights', 'details']);
    expect(merged).not.toContain('solutionaction');
  });

  test('the control of the tab is found through its unique id, whatever the case of it', () => {
    const [, insights] = formDefinition(mergeForm(base, difference)).tabs;
    expect(insights!.columns[0]!.sections[0]!.cells[0]!.control).toEqual({
      name: 'rin_RecordInsights.InsightsTab',
      parameters: [
        { name: 'anchor', type: '', text: 'fullname', bound: true },
        { name: 'recordType', type: 'SingleLine.Text', text: 'contact', bound: false },
      ],
    });
  });

  test('merging twice places the tab once', () => {
    const twice = mergeForm(mergeForm(base, difference), difference);
    expect(tabNames(twice)).toEqual(['summary', 'rin_insights', 'details']);
  });

  test('an added section inside a tab that is there goes into that tab', () => {
    const section = `<form><tabs><tab id="{a1}" solutionaction="Modified"><columns><column><sections>
      <section name="rin_card" id="{S2}" solutionaction="Added" ordinalvalue="0"><labels/><rows/></section></sections></column></columns></tab></tabs></form>`;
    const [summary] = formDefinition(mergeForm(base, section)).tabs;
    expect(summary!.columns[0]!.sections.map(({ name }) => name)).toEqual(['rin_card', 'main']);
  });

  test('what is removed goes out', () => {
    const without = '<form><tabs><tab name="details" solutionaction="Removed"/></tabs></form>';
    expect(tabNames(mergeForm(base, without))).toEqual(['summary']);
  });

  test('a source without a form is refused by name', () => {
    expect(() => mergeForm(base, '<forms/>')).toThrow('The form of the solution has no <form> element.');
    expect(() => mergeForm(base, '<form>')).toThrow('The form of the solution is not well-formed XML.');
  });
});

describe('Reading a form', () => {
  test('labels, widths and columns are the form’s, and hidden cells stay out', () => {
    const { header, tabs } = formDefinition(base);
    expect(header.map(({ label, column }) => [label, column])).toEqual([['Owner', 'ownerid']]);
    expect(tabs[0]!.columns[0]).toMatchObject({ width: '60%', sections: [{ label: 'Person', columns: 2 }] });
    expect(tabs[0]!.columns[0]!.sections[0]!.cells.map(({ column }) => column)).toEqual(['fullname']);
  });
});
