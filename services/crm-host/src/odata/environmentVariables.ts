import { environmentVariables as definitions, type EnvironmentVariable } from '@record-insights/domain';
import type { Row } from '../row';

const address: EnvironmentVariable = 'rin_ServiceAddress';

/** Definitions of the environment variables that the solution brings, with the values of this CRM as defaults. */
export function environmentVariables(serviceAddress: string): readonly Row[] {
  return [
    {
      environmentvariabledefinitionid: '7d0a4c1c-52f4-4bb1-8f4e-3c1b1f5a0001',
      schemaname: address,
      displayname: definitions[address].title,
      type: 100000000,
      defaultvalue: serviceAddress,
    },
  ];
}
