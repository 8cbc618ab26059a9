import type { SecuritySetting } from '#adapters/soap/security/settings.ts';
import { readText } from './files.ts';
import type { Means } from './means.ts';
import type { SecurityName, SoapOptions } from './options.ts';
import { UsageError } from './usage.ts';

/** What `--security` names, with the account and the certificates that it needs; `--ca` alone is TLS of that authority. @throws UsageError */
export function securityOf(options: SoapOptions, means: Means): SecuritySetting[] {
  const { security, caFile } = options;
  const settings = security.map((name) => settingOf(name, options, means));
  const isOwnAuthority = caFile !== null && !security.includes('mtls');
  return isOwnAuthority ? [...settings, { kind: 'tls', authority: readText('--ca', caFile) }] : settings;
}

function settingOf(name: SecurityName, options: SoapOptions, means: Means): SecuritySetting {
  const given = (option: string, value: string | null) => {
    if (value !== null) return value;
    throw new UsageError(`--security ${name} 还需要 ${option}`, `--security ${name} needs ${option}`);
  };
  const text = (option: string, file: string | null) => readText(option, given(option, file));
  if (name === 'mtls' || name === 'wsse-x509') {
    const identity = { certificate: text('--cert', options.certFile), key: text('--key', options.keyFile) };
    return name === 'mtls'
      ? { kind: name, ...identity, authority: text('--ca', options.caFile) }
      : { kind: name, ...identity };
  }
  const user = given('--user', options.user);
  const account = { user, password: means.password(user, given('--password-file', options.passwordFile)) };
  return name === 'basic' || !options.timestamp
    ? { kind: name, ...account }
    : { kind: name, ...account, timestamp: true };
}
