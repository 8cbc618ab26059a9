import type { SecuritySetting, UsernameToken } from '#adapters/soap/security/settings.ts';
import { type ClientTls, createClientTls } from '#adapters/soap/security/tls.ts';
import { createWsse, type SecureEnvelope } from '#adapters/soap/security/wsse.ts';

/** What a connector does for a system's security. Secrets stand in closures alone: no object of it shows one. */
export interface Security {
  readonly tls: ClientTls | undefined;
  /** Of every HTTP request. */
  httpHeaders(): Readonly<Record<string, string>>;
  /** `null` where the envelope needs nothing. */
  readonly secure: SecureEnvelope | null;
}

/** @throws Error where settings contradict each other or cannot be used; it holds nothing of them. */
export function createSecurity(settings: readonly SecuritySetting[], endpoint: URL): Security {
  const [token] = only(settings.filter(isToken));
  const [signature] = only(settings.filter((each) => each.kind === 'wsse-x509'));
  const [basic] = only(settings.filter((each) => each.kind === 'basic'));
  const [tls] = only(settings.filter((each) => each.kind === 'mtls' || each.kind === 'tls'));
  if (tls && endpoint.protocol !== 'https:') throw new Error('with a certificate of TLS the endpoint is https');
  if (basic && /:|[^\x20-\x7e]/.test(basic.user)) throw new Error('the user of basic authentication cannot be sent');
  const authorization = basic && `Basic ${Buffer.from(`${basic.user}:${basic.password}`).toString('base64')}`;
  return {
    tls: tls && createClientTls(tls),
    httpHeaders: () => (authorization === undefined ? {} : { authorization }),
    secure: createWsse(token, signature),
  };
}

function isToken(setting: SecuritySetting): setting is UsernameToken {
  return setting.kind === 'wsse-text' || setting.kind === 'wsse-digest';
}

function only<Setting>(settings: readonly Setting[]): readonly Setting[] {
  if (settings.length > 1) throw new Error('one kind of security is set twice');
  return settings;
}
