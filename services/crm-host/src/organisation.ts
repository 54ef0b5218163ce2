/** The one organisation of a local CRM. */
export interface Organisation {
  readonly id: string;
  readonly businessUnit: string;
  readonly name: string;
}

export const localOrganisation: Organisation = {
  id: '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10',
  businessUnit: '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b11',
  name: 'Local CRM',
};
