import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import type { ProblemCode } from '@record-insights/domain';
import { ProblemError } from '../service';
import { entraVariables } from './entraConfig';

const { secret, certificate, managedIdentity, clientId, tenants } = entraVariables;

/** What an administrator mends, by the number with which Entra refuses. */
const mendings: Readonly<Record<string, string>> = {
  7000215: `The secret is wrong. Set ${secret} to the value of a client secret, not to its id.`,
  7000222: `The secret has expired. Make a new one and set ${secret} to it.`,
  700027: `The certificate is not one of the application's. Upload the one in ${certificate}.`,
  700213: `The application has no federated credential for the identity in ${managedIdentity}. Add one.`,
  700016: `The tenant has no such application. Set ${clientId} to the client id of the service.`,
  500011: `The tenant knows no Dataverse of that address. Mend it in ${tenants}.`,
};

/** Refusals of Entra that are no fault of anybody. */
const passing = ['', 'temporarily_unavailable', 'server_error', 'network_error'];

/** What Entra's refusal means to who asked. Of what Entra wrote only numbers are kept: its sentences may name people. */
export function problemOf(error: unknown, tenant: string): ProblemError {
  const refused = error instanceof ServerError || error instanceof InteractionRequiredAuthError;
  const number = refused ? (error.errorNo ?? '') : '';
  const word = error instanceof AuthError ? error.errorCode : '';
  const answer = [word || 'nothing', ...(number === '' ? [] : [`AADSTS${number}`])].join(', ');
  const problem = (code: ProblemCode, detail: string): ProblemError =>
    new ProblemError(code, detail, undefined, {
      cause: new Error(`${detail} Tenant ${tenant}: Entra answered ${answer}.`),
    });
  if (refused && (number === '65001' || error.subError === 'consent_required'))
    return problem(
      'consentMissing',
      'The service has no consent to ask Dataverse for its users. Grant its registration the delegated permission user_impersonation, with admin consent.',
    );
  const mending = mendings[number];
  if (mending !== undefined) return problem('crmSignInFailed', mending);
  if (error instanceof InteractionRequiredAuthError || word === 'invalid_grant')
    return problem('notSignedIn', 'Entra wants you to sign in once more. Sign in again.');
  if (refused && !passing.includes(word))
    return problem(
      'crmSignInFailed',
      `Entra gives the service no token for Dataverse (${answer}). Look into the registration of the service.`,
    );
  return problem('crmUnavailable', 'Entra cannot be asked for your access to CRM. Try again in a moment.');
}
