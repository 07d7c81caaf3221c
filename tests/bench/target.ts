// npm run bench:target: a throw-away Parvis with so many documents, for any load generator with a stock
// Yjs client. One line of JSON on stdout says how to reach it; it ends with SIGTERM or Ctrl+C.
//   npm run --silent bench:target -- --documents 100
//   npm run --silent bench:target -- --data /tmp/kept   killed and started again, it has the same documents
import { parseArgs } from 'node:util';
import { startTarget } from './target-process.ts';

const { values } = parseArgs({
	options: { documents: { type: 'string' }, data: { type: 'string' } }
});
const documents = values.documents === undefined ? undefined : Number(values.documents);
if (documents !== undefined && !(Number.isInteger(documents) && documents > 0)) {
	process.stderr.write('--documents wants a number of documents, from 1 on.\n');
	process.exit(2);
}

// Asked to end while it starts, it starts, so that nothing is left behind, and ends.
const asked = new Promise<void>((resolve) => {
	for (const moment of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(moment, () => resolve());
});
const target = await startTarget({
	...(documents !== undefined && { documents }),
	...(values.data !== undefined && { data: values.data })
});
process.stdout.write(`${JSON.stringify(target.description)}\n`);
// Killed or failed, it takes its database along too.
const end = await Promise.race([asked.then(() => 'asked'), target.ended]);
await target.stop();
process.exit(end === 'asked' ? 0 : 1);
