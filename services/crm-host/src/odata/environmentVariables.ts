import type { Row } from '../row';

/** Definitions of the environment variables that the solution brings, with the values of this CRM as defaults. */
export function environmentVariables(serviceAddress: string): readonly Row[] {
  return [
    {
      environmentvariabledefinitionid: '7d0a4c1c-52f4-4bb1-8f4e-3c1b1f5a0001',
      schemaname: 'rin_ServiceAddress',
      displayname: 'Record Insights: address of the service',
      type: 100000000,
      defaultvalue: serviceAddress,
    },
  ];
}
