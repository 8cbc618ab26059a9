import { describe, expect, it } from '@jest/globals';
import { composeProblems } from './check.ts';

const GOOD = `
services:
  keycloak:
    image: quay.io/keycloak/keycloak:26.7.5
    ports: ['127.0.0.1:\${KEYCLOAK_PORT:-8280}:8080']
    volumes: ['./realm.json:/import/realm.json:ro']
    healthcheck: { test: [CMD, 'true'] }
  postgres:
    image: postgres:18.4
    ports: ['127.0.0.1:\${POSTGRES_PORT:-54320}:5432']
    volumes: ['data:/var/lib/postgresql']
    healthcheck: { test: [CMD, 'true'] }
  oracle:
    image: registry.example:5000/database/free:23.8.0.0
    ports: ['127.0.0.1:\${LEGAL_AID_ORACLE_PORT:-15210}:1521']
    healthcheck: { test: [CMD, 'true'] }
volumes:
  data:
`;

function problems(text: string): string[] {
  return composeProblems(text, (path) => path === './realm.json');
}

describe('compose:check', () => {
  it('accepts what is right', () => {
    expect(problems(GOOD)).toEqual([]);
  });

  it.each([
    ['a service that is missing', 'oracle:', 'db2:', /^oracle: is missing$/],
    ['a service that is not ours', 'oracle:', 'db2:', /^db2: is no service of ours$/],
    ['a tag that moves', 'postgres:18.4', 'postgres:18', /^postgres: image postgres:18 has no exact version$/],
    [
      'a registry’s port for a tag',
      ':5000/database/free:23.8.0.0',
      ':5000/free',
      /^oracle: image .* has no exact version$/,
    ],
    ['another port than the demo’s', '-54320', '-5432', /^postgres: ports .*POSTGRES_PORT:-54320/],
    ['a port for the whole network', '127.0.0.1:${KEYCLOAK', '${KEYCLOAK', /^keycloak: ports .*127\.0\.0\.1/],
    ['a mounted file that is not there', './realm.json', './gone.json', /^keycloak: mounts \.\/gone\.json/],
    ['a volume that nobody declared', '  data:\n', '  other:\n', /^postgres: volume data is not declared$/],
    [
      'a service without a healthcheck',
      "    healthcheck: { test: [CMD, 'true'] }\n  oracle",
      '  oracle',
      /^postgres: has no healthcheck$/,
    ],
  ])('finds %s', (_what, right, wrong, problem) => {
    expect(GOOD).toContain(right);
    expect(problems(GOOD.replace(right, wrong))).toContainEqual(expect.stringMatching(problem));
  });

  it('throws where it is no YAML', () => {
    expect(() => problems('services: [')).toThrow(/at line 1/);
  });
});
