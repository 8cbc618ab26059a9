import { expect, it } from '@jest/globals';
import { openDatabases } from '#demo/databases.ts';
import { readSettings } from '#demo/settings.ts';

it.each([
  ['postgres://postgres:secret@127.0.0.1:1/registry', 'ECONNREFUSED'],
  ['the secret database', 'ERR_INVALID_URL'],
])('says that DATABASE_URL is no good, and not what it is: %s', async (url, code) => {
  const opening = openDatabases(readSettings({ DATABASE_URL: url }));
  await expect(opening).rejects.toMatchObject({
    message: expect.stringMatching(new RegExp(`^DATABASE_URL (?!.*secret).*${code}`)),
  });
});
