/** Reads the answer to the first question; fails unless court record, legal aid and parties are filled and nothing went wrong. */
import { text } from 'node:stream/consumers';

const answer = await text(process.stdin);
console.log(answer);
const { data, errors } = JSON.parse(answer);
const empty = ['courtCases', 'legalAidCases', 'parties'].filter((name) => !(data?.case?.[name]?.length > 0));
if (errors) console.error(`${errors.length} errors`);
for (const name of empty) console.error(`${name} is not filled`);
process.exitCode = errors || empty.length > 0 ? 1 : 0;
