import type { AuthParameter } from '#simulators/oracle/auth/key-agreement.ts';
import { createVerifier, type Verifier, type VerifierKind } from '#simulators/oracle/auth/verifier.ts';
import { OracleError } from '#simulators/oracle/engine.ts';
import type { LogonRequest } from '#simulators/oracle/messages/logon.ts';

export interface LogonOptions {
  readonly verifier: VerifierKind;
  /** @param user in capitals @returns `undefined` for a user that does not exist */
  passwordOf(user: string): string | undefined;
}

/** The two phases of a log-on: a challenge, and one answer to it. */
export class Logon {
  readonly #options: LogonOptions;
  #pending: { user: string; verifier: Verifier } | undefined;

  constructor(options: LogonOptions) {
    this.#options = options;
  }

  /** Succeeds for unknown users too, so that nobody learns who exists. */
  async challenge({ user }: LogonRequest): Promise<readonly AuthParameter[]> {
    const name = user.replace(/^"(.*)"$/, '$1').toUpperCase();
    const verifier = await createVerifier(this.#options.verifier, this.#options.passwordOf(name));
    this.#pending = { user: name, verifier };
    return verifier.challenge;
  }

  /** @returns who logged on, and the proof that the server knows the password too @throws {OracleError} ORA-01017 */
  async verify({ parameters }: LogonRequest): Promise<{ user: string; serverResponse: string }> {
    const pending = this.#pending;
    this.#pending = undefined;
    const clientKey = parameters.get('AUTH_SESSKEY') ?? '';
    const serverResponse = await pending?.verifier.verify(clientKey, parameters.get('AUTH_PASSWORD') ?? '');
    if (!pending || !serverResponse) throw new OracleError(1017, 'invalid username/password; logon denied');
    return { user: pending.user, serverResponse };
  }
}
