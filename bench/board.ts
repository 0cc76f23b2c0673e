// The board of 1,500 pupils and 90 teachers, and beside it that of 400 and 16: how long until it stands, and how it
// scrolls. With `-- --json` an object as the last line.
import { cpus, loadavg } from 'node:os';
import { look, spots } from '#modules/cycle/board/boards.server.ts';
import { publish } from '#modules/cycle/board/publications.server.ts';
import { endOf, plan } from '#modules/cycle/board/runs.server.ts';
import { midway } from '#modules/cycle/board/board.ts';
import { openBrowser } from '#tests/harness/browser.ts';
import { value } from '#seeds/start-round.ts';
import { boardSchool, type BoardSchool } from './board-school.ts';
import { quantile } from './load.ts';
import { onPostgres, type Opened } from './postgres.ts';
import { serveProduction } from './server.ts';
import { cookiesOf } from './sign-in.ts';

const say = (line: string) => console.error(line);
const times = 15;

type Measured = {
	talks: number;
	lookMs: number;
	spotsMs: number;
	kilobytes: number;
	openMs: number;
	frameMs: number;
	publishMs: number;
};

const measured = await onPostgres(async (database) => {
	const small = await boardSchool(database.owner, '01BD', 400, 16, 1);
	const large = await boardSchool(database.owner, '02BD', 1500, 90, 3);
	for (const { office, round } of [small, large]) await endOf(value(await plan(office, round, 0, midway)));
	const served = await serveProduction(database.app);
	try {
		return {
			small: await measure(database, small, served.origin),
			large: await measure(database, large, served.origin)
		};
	} finally {
		await served.stop();
	}
});

const rows: [string, keyof Measured, string][] = [
	['Talks on the board', 'talks', ''],
	['Looked up, p95', 'lookMs', 'ms'],
	['Places of a talk, p95', 'spotsMs', 'ms'],
	['Data of the page', 'kilobytes', 'kB'],
	['Opened until it is a board, median', 'openMs', 'ms (≤ 1500)'],
	['Longest frame while scrolling', 'frameMs', 'ms (≤ 50)'],
	['Published', 'publishMs', 'ms']
];
console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)}`);
console.log(`${''.padEnd(36)} ${'400 × 16'.padStart(10)} ${'1500 × 90'.padStart(10)}`);
for (const [what, key, unit] of rows) {
	const [a, b] = [measured.small, measured.large].map((one) => one[key].toFixed(0).padStart(10));
	console.log(`${what.padEnd(36)} ${a} ${b}  ${unit}`);
}
if (process.argv.includes('--json')) console.log(JSON.stringify(measured));

async function measure({ owner }: Opened, { office, round, school }: BoardSchool, origin: string): Promise<Measured> {
	const board = value(await look(office, round));
	say(`${board.figures.honoured} of ${board.figures.asked} talks have a time`);
	const lookMs = await timed(async () => void value(await look(office, round)));
	const someTalks = board.rows.flatMap(({ talks }) => talks).slice(0, times);
	const spotsMs = await timed(async (i) => void value(await spots(office, round, someTalks[i % someTalks.length]!.id)));
	const [cookie] = await cookiesOf(owner, [{ school, person: office.person.id }]);
	const inBrowser = await opened(origin, `/planner/${round}/bord`, cookie!);
	const from = performance.now();
	value(await publish(office, round, board.version));
	return {
		talks: board.figures.honoured,
		lookMs,
		spotsMs,
		kilobytes: JSON.stringify(board).length / 1024,
		...inBrowser,
		publishMs: performance.now() - from
	};
}

async function timed(work: (i: number) => Promise<void>) {
	const taken: number[] = [];
	for (let i = 0; i < times; i++) {
		const from = performance.now();
		await work(i);
		taken.push(performance.now() - from);
	}
	return quantile(taken, 0.95);
}

/** As somebody sees it: from the address to talks that can be taken up; then all rows scrolled through. */
async function opened(origin: string, path: string, cookie: string) {
	const browser = await openBrowser();
	try {
		const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } });
		const [name, ...rest] = cookie.split('=');
		await context.addCookies([{ name: name!, value: rest.join('='), url: origin }]);
		const page = await context.newPage();
		const taken: number[] = [];
		for (let i = 0; i < 5; i++) {
			await page.goto('about:blank');
			const from = performance.now();
			await page.goto(path, { waitUntil: 'commit' });
			await page.locator('.laid [data-line] a').first().waitFor();
			taken.push(performance.now() - from);
		}
		const frameMs = await page.evaluate(async () => {
			const rows = document.querySelector('.laid .rows')!;
			rows.scrollIntoView();
			let longest = 0;
			let last = performance.now();
			for (let at = 0; at < rows.scrollHeight; at += 60) {
				rows.scrollTop = at;
				await new Promise(requestAnimationFrame);
				longest = Math.max(longest, performance.now() - last);
				last = performance.now();
			}
			return longest;
		});
		return { openMs: quantile(taken, 0.5), frameMs };
	} finally {
		await browser.close();
	}
}
