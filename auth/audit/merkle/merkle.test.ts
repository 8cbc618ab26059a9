import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MerkleFrontier } from '#auth/audit/merkle/frontier.ts';
import { leafHash, nodeHash } from '#auth/audit/merkle/hashes.ts';
import { consistencyProof, inclusionProof, rootOf, subtreesOf } from '#auth/audit/merkle/tree.ts';
import { verifyConsistency, verifyInclusion } from '#auth/audit/merkle/verify.ts';

/** The eight leaves that RFC 6962's own implementation is tested with; roots and proofs over SM3 made by another program (Python, `openssl dgst -sm3`). */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => leafHash(Buffer.from(hex, 'hex')),
);
const SUBTREES = subtreesOf(LEAVES);
const begins = (hashes: readonly Buffer[]) => hashes.map((each) => each.toString('hex').slice(0, 16));

describe('SM3', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('of %s is as in GB/T 32905 appendix A', (text, digest) => {
    expect(hash('sm3', text)).toBe(digest);
  });
});

describe('the tree', () => {
  it.each([
    [0, '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b'],
    [1, '2daef60e7a0b8f5e024c81cd2ab3109f2b4f155cf83adeb2ae5532f74a157fdf'],
    [2, '0b990fe0c7ad70f1bf1a1262f2c7908ea48146b14253a6db99f2917ab1f5cc4d'],
    [3, '209ec96a210d662a964772680e8544d18cab7b88ffec3e00962220349b56ea56'],
    [4, '28e4e307ef6d2d0c62d84b11ef96e835efe490f35b93c8f024ecfe38c8dd4377'],
    [5, 'bb10c996aeebbcdc69be3715fc847344de77442d37a5ab8213da9f41785b103b'],
    [6, '8723c1ab1f82ddfba4a3733ac0c80d936d9f4c208c7dbc8cc81ca9fff8584f66'],
    [7, 'bd36c22a1ac6ff4308e0c3cc1a85bf0ffa30538ec60a55c70413ab15d45db4d2'],
    [8, 'bc48ba7a709184b5f2a631e1adeb8dc2a0d4c018c1d6cc89b5664fe154c93b38'],
  ])('of %i leaves has its root', (size, root) => {
    expect(rootOf(size, SUBTREES).toString('hex')).toBe(root);
  });

  it.each([
    [0, 1, []],
    [0, 8, ['af83a966222057ac', '2489bde054a243ba', '2064aa35c6f2961a']],
    [5, 8, ['a798bfdb4164a6c7', '155f6ed4ccfa8351', '28e4e307ef6d2d0c']],
    [2, 3, ['0b990fe0c7ad70f1']],
    [1, 5, ['2daef60e7a0b8f5e', '2489bde054a243ba', 'a798bfdb4164a6c7']],
  ])('proves that leaf %i is in %i', (index, size, proof) => {
    expect(begins(inclusionProof(index, size, SUBTREES))).toEqual(proof);
  });

  it.each([
    [0, 8, []],
    [1, 1, []],
    [1, 8, ['af83a966222057ac', '2489bde054a243ba', '2064aa35c6f2961a']],
    [6, 8, ['6f5566cd4dfab160', '155f6ed4ccfa8351', '28e4e307ef6d2d0c']],
    [2, 5, ['2489bde054a243ba', 'a798bfdb4164a6c7']],
    [3, 7, ['c93540f0356ca517', '796e7bd749551d8e', '0b990fe0c7ad70f1', '6f59d73facf20016']],
  ])('proves that %i leaves begin %i', (from, to, proof) => {
    expect(begins(consistencyProof(from, to, SUBTREES))).toEqual(proof);
  });

  it.each([
    ['a leaf behind its end', () => inclusionProof(8, 8, SUBTREES)],
    ['a leaf before its start', () => inclusionProof(-1, 8, SUBTREES)],
    ['a part of a leaf', () => inclusionProof(0.5, 8, SUBTREES)],
    ['a smaller tree', () => consistencyProof(8, 7, SUBTREES)],
    ['leaves that it has not', () => rootOf(9, SUBTREES)],
    ['a frontier with a peak too few', () => new MerkleFrontier(3, [LEAVES[0] as Buffer])],
  ])('has no proof of %s', (_what, work) => expect(work).toThrow(RangeError));
});

/** MTH(D[n]) word for word (RFC 6962 §2.1). */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (first === undefined) return hash('sm3', '', 'buffer');
  if (leaves.length === 1) return first;
  const half = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return nodeHash(naiveRoot(leaves.slice(0, half)), naiveRoot(leaves.slice(half)));
}

const MANY = Array.from({ length: 70 }, (_, index) => leafHash(String(index)));
const ROOTS = Array.from({ length: MANY.length + 1 }, (_, size) => naiveRoot(MANY.slice(0, size)));
const many = subtreesOf(MANY);
const root = (size: number) => ROOTS[size] as Buffer;
/** Two sizes, the smaller first. */
const sizes = fc
  .tuple(fc.nat(MANY.length), fc.nat(MANY.length))
  .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
/** A proof with one hash changed, one less or one more. */
const spoilt = (proof: readonly Buffer[], how: number): Buffer[] => {
  if (how % 4 === 0) return [...proof, leafHash('more')];
  if (how % 4 === 1) return [leafHash('more'), ...proof];
  if (how % 4 === 2) return proof.slice(1);
  return proof.map((each, index) => (index === how % proof.length ? nodeHash(each, each) : each));
};

describe('of any size', () => {
  it('roots are those of the definition, computed whole or leaf by leaf', () => {
    const frontier = new MerkleFrontier();
    for (let size = 0; size <= MANY.length; size += 1) {
      expect([size, rootOf(size, many), frontier.root(), MerkleFrontier.of(size, many).root()]).toEqual([
        size,
        root(size),
        root(size),
        root(size),
      ]);
      const leaf = MANY[size];
      if (leaf) frontier.append(leaf);
    }
  });

  it('every leaf is proved to be where it is, and nowhere else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MANY.length }), fc.nat(), fc.nat(), (size, at, elsewhere) => {
        const index = at % size;
        const leaf = MANY[index] as Buffer;
        const proof = inclusionProof(index, size, many);
        expect(verifyInclusion(leaf, index, size, proof, root(size))).toBe(true);
        const other = elsewhere % size;
        if (other !== index) expect(verifyInclusion(leaf, other, size, proof, root(size))).toBe(false);
        expect(verifyInclusion(leafHash('other'), index, size, proof, root(size))).toBe(false);
      }),
    );
  });

  it('every tree is proved to begin with every smaller one', () => {
    fc.assert(
      fc.property(sizes, ([from, to]) => {
        const proof = consistencyProof(from, to, many);
        expect(verifyConsistency(from, root(from), to, root(to), proof)).toBe(true);
        if (from > 0) expect(verifyConsistency(from, leafHash('other'), to, root(to), proof)).toBe(false);
        if (0 < from && from < to)
          expect(verifyConsistency(from, root(from), to, leafHash('other'), proof)).toBe(false);
      }),
    );
  });

  it('a proof that was changed proves nothing', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), ([from, to], how) => {
        fc.pre(0 < from && from < to);
        const consistency = consistencyProof(from, to, many);
        expect(verifyConsistency(from, root(from), to, root(to), spoilt(consistency, how))).toBe(false);
        const inclusion = inclusionProof(from, to, many);
        expect(verifyInclusion(MANY[from] as Buffer, from, to, spoilt(inclusion, how), root(to))).toBe(false);
      }),
    );
  });

  it('hashes of another length, and sizes that are none, are refused', () => {
    expect(verifyInclusion(LEAVES[0] as Buffer, 0, 2, [Buffer.alloc(31)], root(2))).toBe(false);
    expect(verifyInclusion(LEAVES[0] as Buffer, 0, Number.NaN, [], root(1))).toBe(false);
    expect(verifyConsistency(2, root(2), 1, root(1), [])).toBe(false);
    expect(verifyConsistency(0, leafHash('other'), 1, root(1), [])).toBe(false);
  });
});
