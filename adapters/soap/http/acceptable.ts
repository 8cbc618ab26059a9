import { accountRefused, type LegacyFailure, unavailable, unreadable } from '#adapters/connector/failures.ts';
import type { SoapVersion } from '#adapters/soap/soap-version.ts';

/** Long enough for every media type that is one; a header may hold anything. */
const MEDIA_TYPE = /^[\w.+-]{1,40}\/[\w.+-]{1,60}$/;

/**
 * Whether status and media type are those of an envelope: an answer comes with 200, a fault with a status of its own, both in the version's
 * media type. Anything else can be none: an error page, a login page, a redirect. Where nothing need come back (WS-I Basic Profile R2714)
 * what comes with success is looked at, whatever it is.
 * @returns why not, or `null` where it may be one
 */
export function whyRefused(
  version: SoapVersion,
  status: number,
  contentType: string,
  isOneWay: boolean,
): LegacyFailure | null {
  const mediaType = contentType.split(';', 1).join('').trim().toLowerCase();
  const isXml = version.mediaTypes.has(mediaType);
  const facts = { status, mediaType: MEDIA_TYPE.test(mediaType) ? mediaType : 'none that is one' };
  if (isXml && version.faultStatuses.has(status)) return null;
  if (status >= 500) return unavailable('the server failed', true, facts);
  if (status === 401) return accountRefused('the server refuses our account', facts);
  if (status === 429) return unavailable('the server says that we call too often', true, facts);
  if (status >= 400) return unavailable('the server turned the request away', false, facts);
  if (status >= 300) return unavailable('the server redirects, which is not followed', false, facts);
  if (isOneWay || isXml) return null;
  return unreadable('the reply is not XML', facts);
}
