import { fetchJson, secureUrl } from '#auth/tokens/fetch-json.ts';

/** The algorithms of the generic gateway mode, where the issuer is any OpenID provider. */
export const DISCOVERED_ALGORITHMS = ['RS256', 'PS256', 'ES256'] as const;

export interface DiscoveredIssuer {
  readonly issuer: string;
  readonly jwksUri: string;
}

/**
 * OpenID Connect Discovery 1.0 §4: where an issuer publishes its keys. Plain http on loopback only, for the document and for the keys.
 * Throws an `Error` with a sentence when the document cannot be had or names another issuer (§4.3: they must be identical).
 */
export async function discoverIssuer(
  issuer: string,
  { timeoutMs = 5000 }: { timeoutMs?: number } = {},
): Promise<DiscoveredIssuer> {
  const url = secureUrl(issuer);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = await fetchJson(url, { timeoutMs }).catch((cause: unknown) => {
    throw unusable(issuer, '无法读取', 'cannot be read', cause);
  });
  if (document.issuer !== issuer) throw unusable(issuer, '写的是另一个签发者', 'names another issuer');
  if (typeof document.jwks_uri !== 'string') throw unusable(issuer, '没有 jwks_uri', 'has no jwks_uri');
  return { issuer, jwksUri: secureUrl(document.jwks_uri).href };
}

function unusable(issuer: string, zh: string, en: string, cause?: unknown): Error {
  return new Error(`${issuer} 的 OpenID 配置${zh} / the OpenID configuration of ${issuer} ${en}`, { cause });
}
