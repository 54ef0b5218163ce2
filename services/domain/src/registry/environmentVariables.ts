/** What an organisation sets once for all its Insights, in variables of Dataverse's environment. None is a secret. */
export const environmentVariables = {
  rin_ServiceAddress: {
    title: 'Record Insights: address of the service',
    about: 'https address without a path, as https://insights.example.com.',
  },
  rin_Authority: {
    title: 'Record Insights: authority',
    about: 'Who signs users in: https://login.microsoftonline.com/ and the id of the tenant.',
  },
  rin_ClientId: {
    title: 'Record Insights: client id',
    about: 'Application (client) id of the app registration for the controls.',
  },
  rin_Scope: {
    title: 'Record Insights: scope',
    about:
      'The right that the controls ask for: api:// and the id of the app registration for the service, and /access_as_user.',
  },
} as const satisfies Record<string, { readonly title: string; readonly about: string }>;

export type EnvironmentVariable = keyof typeof environmentVariables;
