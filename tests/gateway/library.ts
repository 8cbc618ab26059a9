import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { type Subgraph, startSubgraph } from '#tests/gateway/subgraph.ts';

const BOOKS = `
  type Query {
    greeting: String!
    book(id: ID!): Book
    books: [Book!]!
    members: [String!] @authenticated
    ledger: String @policy(policies: [["auditor"]])
  }
  type Mutation {
    rename(id: ID!, title: String!): Book
    burn(id: ID!): Boolean @policy(policies: [["librarian"]])
  }
  type Book @key(fields: "id") {
    id: ID!
    title: String!
    cost: Int @requiresScopes(scopes: [["costs:read", "money"]])
    sequel: Book
  }`;
const REVIEWS = `
  type Book @key(fields: "id") {
    id: ID!
    stars: Int
    reviews: [String!] @policy(policies: [["reader"], ["librarian"]])
  }`;

const SHELF = [
  { id: '1', title: '法律援助法释义', cost: 48 },
  { id: '2', title: '刑事诉讼法', cost: 30 },
];
const onShelf = (id: string) => SHELF.find((book) => book.id === id);

/** A supergraph of two subgraphs that has nothing to do with ours, with something of each protection, and one with nothing protected. */
export async function startLibrary() {
  const books = await startSubgraph(BOOKS, {
    Query: {
      greeting: () => '您好 hello',
      book: (_: unknown, { id }: { id: string }) => onShelf(id),
      books: () => SHELF,
      members: () => ['m-1', 'm-2'],
      ledger: () => 'balanced',
    },
    Mutation: {
      rename: (_: unknown, { id, title }: { id: string; title: string }) => ({ ...onShelf(id), title }),
      burn: () => true,
    },
    Book: { sequel: ({ id }: { id: string }) => onShelf(String(Number(id) + 1)) },
  });
  const reviews = await startSubgraph(REVIEWS, {
    Book: {
      __resolveReference: (book: { id: string }) => book,
      stars: ({ id }: { id: string }) => Number(id) + 3,
      reviews: () => ['清楚 clear'],
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'library-'));
  let files = 0;
  return {
    books,
    reviews,
    protectedSdl: compose({ books, reviews }),
    openSdl: compose({ books: unprotected(books), reviews: unprotected(reviews) }),
    /** A file with this text; its path. */
    async file(text: string): Promise<string> {
      files += 1;
      const path = join(folder, `超图 ${files}.graphql`);
      await writeFile(path, text);
      return path;
    },
    /** Forgets what was asked, and tells the subgraphs to be honest again. */
    reset(): void {
      for (const subgraph of [books, reviews]) {
        subgraph.requests.length = 0;
        subgraph.answer = null;
      }
    },
    async close(): Promise<void> {
      await Promise.all([books.close(), reviews.close()]);
      await rm(folder, { recursive: true });
    },
  };
}

export type Library = Awaited<ReturnType<typeof startLibrary>>;

type Composed = Pick<Subgraph, 'sdl' | 'url'>;

function compose(subgraphs: Readonly<Record<string, Composed>>): string {
  const services = Object.entries(subgraphs).map(([name, { url, sdl }]) => ({ name, url, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

function unprotected({ url, sdl }: Composed): Composed {
  return { url, sdl: sdl.replace(/(?<!")@(?:authenticated|(?:requiresScopes|policy)\([^)]*\))/g, '') };
}
