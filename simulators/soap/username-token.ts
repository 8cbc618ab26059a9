import { createHash, timingSafeEqual } from 'node:crypto';
import type { Element } from '@xmldom/xmldom';
import { SoapFault } from '#simulators/soap/fault.ts';
import { childrenNamed, childText } from '#simulators/soap/xml.ts';

const WSS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const WSSE = `${WSS}-wssecurity-secext-1.0.xsd`;
const WSU = `${WSS}-wssecurity-utility-1.0.xsd`;
const PASSWORD_DIGEST = `${WSS}-username-token-profile-1.0#PasswordDigest`;

export interface UsernameTokenOptions {
  readonly user: string;
  readonly password: string;
  /** How old a token may be. @default 300 s, the least that the profile recommends for the nonce cache */
  readonly maxAgeMs?: number;
  /** How far the sender's clock may be ahead. @default 60 s */
  readonly maxSkewMs?: number;
  /** @default the real clock: security time is never the demo's */
  readonly now?: () => number;
}

/**
 * Checks the UsernameToken of a request (WSS UsernameToken Profile 1.0 §3.1): the digest is Base64(SHA-1(nonce + created +
 * password)), the token is fresh, and its nonce has not been seen within its life.
 * @throws SoapFault with the code of SOAP Message Security 1.1 §12 that fits.
 */
export function usernameTokenCheck(options: UsernameTokenOptions): (header: Element | undefined) => void {
  const { user, password, maxAgeMs = 300_000, maxSkewMs = 60_000, now = Date.now } = options;
  const seen = new Map<string, number>();

  return (header) => {
    const { username, digest, nonce, created } = readToken(header);
    const expected = createHash('sha1')
      .update(Buffer.from(nonce, 'base64'))
      .update(created + password)
      .digest();
    const given = Buffer.from(digest, 'base64');
    if (username !== user || given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new SoapFault('wsse:FailedAuthentication', '用户名或口令错误');
    }
    const age = now() - Date.parse(created);
    if (!(age <= maxAgeMs && age >= -maxSkewMs)) throw new SoapFault('wsse:MessageExpired', '时间戳已过期或尚未生效');
    for (const [old, expires] of seen) if (expires < now()) seen.delete(old);
    if (seen.has(nonce)) throw new SoapFault('wsse:InvalidSecurityToken', '随机数已被使用');
    seen.set(nonce, now() + maxAgeMs + maxSkewMs);
  };
}

function readToken(header: Element | undefined) {
  const [security] = header ? childrenNamed(header, WSSE, 'Security') : [];
  const [token] = security ? childrenNamed(security, WSSE, 'UsernameToken') : [];
  if (token === undefined) throw new SoapFault('wsse:InvalidSecurity', '缺少 WS-Security 用户名令牌');
  const username = childText(token, WSSE, 'Username');
  const digest = childText(token, WSSE, 'Password');
  const nonce = childText(token, WSSE, 'Nonce');
  const created = childText(token, WSU, 'Created');
  const [type] = childrenNamed(token, WSSE, 'Password').map((element) => element.getAttribute('Type'));
  if (!username || !digest || !nonce || !created || type !== PASSWORD_DIGEST) {
    throw new SoapFault('wsse:InvalidSecurity', '用户名令牌须含口令摘要、随机数和创建时间');
  }
  return { username, digest, nonce, created };
}
