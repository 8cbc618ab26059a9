import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { createClientTls, tlsFailure } from '#adapters/soap/security/tls.ts';

const failed = (code: string) => tlsFailure(Object.assign(new Error(code), { code }));

describe('tlsFailure', () => {
  it.each([
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'INVALID_PURPOSE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('takes %s for a system that we do not trust', (code) => {
    expect(failed(code)).toMatchObject({
      code: 'DEPARTMENT_UNAVAILABLE',
      retryable: false,
      message: `the system's certificate is not trusted: ${code}`,
    });
  });

  it.each([
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    'ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED',
    'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  ])('takes %s for a system that does not trust us', (code) => {
    expect(failed(code)).toMatchObject({
      code: 'DEPARTMENT_UNAVAILABLE',
      retryable: false,
      message: `the system refuses our certificate or TLS: ${code}`,
    });
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET', 'ERR_SSL_WRONG_VERSION_NUMBER', ''])(
    'leaves %s to others',
    (code) => {
      expect(failed(code)).toBeUndefined();
    },
  );
});

describe('createClientTls', () => {
  it('refuses what is no certificate or key, without repeating it', () => {
    const texts = { certificate: 'c3RvbGVu', key: 'c2VjcmV0', authority: 'eHl6' };
    let refused: unknown;
    try {
      createClientTls(texts);
    } catch (error) {
      refused = error;
    }
    expect(String(refused)).toContain('cannot be read');
    expect(inspect(refused, { depth: null, showHidden: true })).not.toMatch(/c3RvbGVu|c2VjcmV0|eHl6/);
  });
});
