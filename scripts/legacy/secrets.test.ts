import { expect, it } from '@jest/globals';
import { Secrets } from './secrets.ts';

it.each([
  ['as it is', (password: string) => password],
  ['in JSON', (password: string) => JSON.stringify({ password })],
  [
    'in XML',
    (password: string) => `<wsse:Password>${password.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</wsse:Password>`,
  ],
  [
    'in an attribute of XML in JSON',
    (password: string) =>
      JSON.stringify({
        x: `<P x="${password.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')}"/>`,
      }),
  ],
  [
    'in XML in JSON',
    (password: string) => JSON.stringify({ x: `<P>${password.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</P>` }),
  ],
  ['as basic authentication', (password: string) => Buffer.from(`u:${password}`).toString('base64')],
])('a password is blanked out %s', (_how, written) => {
  const secrets = new Secrets();
  for (const password of ['geheim-1', 'g"h\\e&<im']) {
    secrets.add('u', password);
    expect(secrets.blank(`before ${written(password)} after`)).toMatch(/^before [^gR]*\*\*\*[^gR]*after$/);
  }
});
