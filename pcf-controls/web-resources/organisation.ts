import type { EnvironmentVariable } from '@record-insights/domain';

/** What an organisation says of its service, in variables of Dataverse's environment. Empty where it says nothing. */
export type Variables = Readonly<Record<EnvironmentVariable, string>>;

/** Reads from Dataverse's Web API as the user who has the form open. */
export type Ask = (address: string) => Promise<unknown>;

const names: readonly EnvironmentVariable[] = ['rin_ServiceAddress', 'rin_Authority', 'rin_ClientId', 'rin_Scope'];
const values = 'environmentvariabledefinition_environmentvariablevalue';

interface Definition {
  readonly schemaname: EnvironmentVariable;
  readonly defaultvalue?: string | null;
  readonly [values]?: readonly { readonly value?: string | null }[];
}

/** The values that hold: the organisation's own, else the ones that the definitions bring. */
export async function variablesOf(ask: Ask): Promise<Variables> {
  const filter = names.map((name) => `schemaname eq '${name}'`).join(' or ');
  const query = `$select=schemaname,defaultvalue&$filter=${filter}&$expand=${values}($select=value)`;
  const { value: definitions } = (await ask(`environmentvariabledefinitions?${query}`)) as {
    readonly value: readonly Definition[];
  };
  const found = definitions.map((one) => [one.schemaname, one[values]?.[0]?.value ?? one.defaultvalue ?? '']);
  return Object.fromEntries([...names.map((name) => [name, '']), ...found]) as Variables;
}

/** The name with which the user signs in; undefined where Dataverse does not tell: then Entra finds out. */
export async function userNameOf(ask: Ask): Promise<string | undefined> {
  try {
    const { UserId } = (await ask('WhoAmI')) as { readonly UserId: string };
    const user = (await ask(`systemusers(${UserId})?$select=domainname`)) as { readonly domainname?: string };
    return user.domainname || undefined;
  } catch {
    return undefined;
  }
}
