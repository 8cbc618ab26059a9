import { composeServices } from '@apollo/composition';
import { QueryPlanner, prettyFormatQueryPlan } from '@apollo/query-planner';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { readFileSync } from 'node:fs';
const strip = process.argv[2] === 'strip';
const names = ['casework','court','legal-aid','police','procuratorate','notary'];
const services = names.map((name) => { let sdl = readFileSync(`schema/generated/${name}.graphql`,'utf8'); if (strip) sdl = sdl.replace(/(type (?:Case|Me)\n(?:  @key.*\n)*)  @extends\n/g,'$1').replace(/, ?"@extends"|"@extends", /,''); return { name, url: 'http://x', typeDefs: parse(sdl) }; });
const { supergraphSdl, errors, hints } = composeServices(services);
if (errors) { console.log(errors.map(e=>e.message).join('\n')); process.exit(1); }
console.log(hints.map(h=>h.message).join('\n'));
const sg = Supergraph.build(supergraphSdl.replace(/v0.1", for: SECURITY/g, 'v0.1"'));
const planner = new QueryPlanner(sg);
for (const q of process.argv.slice(3)) console.log(prettyFormatQueryPlan(planner.buildQueryPlan(operationFromDocument(sg.apiSchema(), parse(q)))));
