import type { IncomingHttpHeaders } from 'node:http';
import { GraphError } from '#schema/errors/graph-error.ts';
import { caseUid } from '#schema/identifiers/case-uid.ts';
import { requireIdentifier } from '#schema/identifiers/require-identifier.ts';
import { type Purpose, parsePurpose } from '#schema/purposes.ts';

/** The purpose that the request states, or null where it states none that exists. Node joins a header sent twice, which then is none. */
export function purposeOf(headers: IncomingHttpHeaders): Purpose | null {
  return parsePurpose(single(headers['x-purpose']));
}

/** The only case that exists for the request. @throws GraphError BAD_USER_INPUT for anything but a caseUid. */
export function onlyCaseOf(headers: IncomingHttpHeaders): string | null {
  const given = single(headers['x-case']);
  return given === undefined ? null : requireIdentifier(caseUid, given, 'x-case');
}

function single(value: string | string[] | undefined): string | undefined {
  if (Array.isArray(value))
    throw new GraphError('BAD_USER_INPUT', { zh: '请求头重复。', en: 'A header was sent twice.' });
  return value;
}
