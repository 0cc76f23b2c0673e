// Tables at once, each with people who say something now and then: how long until the other device has the words. With
// `-- --json` an object as the last line.
import { cpus, loadavg } from 'node:os';
import { quantile } from './load.ts';
import { seatTables, type Seated } from './tables.ts';
import { onPostgres } from './postgres.ts';
import { serveProduction } from './server.ts';
import { cookiesOf } from './sign-in.ts';
import { openDevice, type Device } from './table-device.ts';

const tables = 30;
const seconds = 60;
/** Somebody at a table who says something new this often is quick. */
const pauseMs = 6_000;
const warmUpMs = 8_000;
const patienceMs = 10_000;

const say = (line: string) => console.error(line);

const measured = await onPostgres(async ({ owner, app }) => {
	const seated = await seatTables(owner, tables);
	const cookies = await cookiesOf(
		owner,
		seated.flatMap(({ people }) => people)
	);
	const { origin, stop } = await serveProduction(app);
	try {
		return await measure(origin, seated, cookies);
	} finally {
		await stop();
	}
});

const rows: [string, string, string][] = [
	['Tables at once', String(measured.tables), '30'],
	['People who write', String(measured.writers), '2 or 3 a table'],
	['Things said', String(measured.said), ''],
	['From saying to having, p50', `${measured.p50Ms} ms`, ''],
	['… p95', `${measured.p95Ms} ms`, '≤ 300 ms'],
	['… the slowest', `${measured.slowestMs} ms`, ''],
	['Words that did not arrive', String(measured.lost), '0']
];
console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)}`);
for (const [what, figure, aim] of rows) console.log(`${what.padEnd(28)} ${figure.padStart(9)}  ${aim}`);
if (process.argv.includes('--json')) {
	const { tables: at, writers, p95Ms, lost } = measured;
	console.log(JSON.stringify({ tables: at, writers, p95Ms, lost }));
}

async function measure(origin: string, seated: Seated[], cookies: string[]) {
	const waiting = [...cookies];
	const devices: Device[][] = [];
	for (const { talk, people } of seated) {
		const mine = waiting.splice(0, people.length);
		devices.push(await Promise.all(mine.map((cookie) => openDevice(origin, talk, cookie))));
	}
	say(`${devices.flat().length} devices listen`);
	const begin = performance.now() + warmUpMs;
	const end = begin + seconds * 1000;
	const times: number[] = [];
	let [said, lost] = [0, 0];
	await Promise.all(
		devices.flatMap((table, row) =>
			table.map(async (writer, seat) => {
				const others = table.filter((device) => device !== writer);
				for (let turn = 0; ; turn++) {
					// Nobody begins at the same moment, and everybody goes on at their own pace.
					await pause(turn ? pauseMs * (0.7 + 0.6 * Math.random()) : Math.random() * pauseMs);
					if (performance.now() > end) return;
					const words = `tafel ${row} stoel ${seat} beurt ${turn}.`;
					const at = performance.now();
					const heard = others.map((device) => device.has(words, patienceMs));
					const kept = await writer.say(words);
					for (const one of await Promise.all(heard)) {
						if (at < begin) continue;
						said++;
						if (kept && one !== undefined) times.push(one - at);
						else lost++;
					}
				}
			})
		)
	);
	for (const device of devices.flat()) device.close();
	times.sort((a, b) => a - b);
	const of = (at: number) => Math.round(quantile(times, at));
	const writers = devices.flat().length;
	return { tables, writers, said, p50Ms: of(0.5), p95Ms: of(0.95), slowestMs: of(1), lost };
}

function pause(ms: number) {
	return new Promise((wake) => setTimeout(wake, ms));
}
