import type { Caller } from '#auth/caller.ts';
import type { Audience } from '#gateway/trusted/trusted-operations.ts';

/** A post in an office is written `office.post`; what Keycloak gives everybody has no dot. */
const OFFICE_POST = /^[a-z]+\.\w+$/;
const OUTSIDERS = /^(?:party|lawyer\..+)$/;

/** Whose list counts: staff are those who hold a post and are neither party nor lawyer; everybody else has the narrower list. */
export function audienceOf(caller: Caller | null): Audience {
  const roles = [...(caller?.roles ?? [])];
  return roles.some((role) => OFFICE_POST.test(role)) && !roles.some((role) => OUTSIDERS.test(role))
    ? 'staff'
    : 'public';
}
