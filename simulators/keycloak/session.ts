import { randomBytes } from 'node:crypto';

/** `oidc-provider` gives JWT access tokens to resource servers only, so every token is for this one; what stands in `aud` the realm's mappers decide. */
export const RESOURCE = 'urn:zhengfa:access-token';

export const SCOPES = ['openid', 'profile'];

/** As Keycloak 26.7 makes `sid`: 24 characters of base64url. */
export const sessionId = () => randomBytes(18).toString('base64url');
