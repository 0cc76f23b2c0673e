// A round is opened and everybody comes at once: what a booking takes, and whether all that was promised stands. With
// `-- --json` an object as the last line; with `-- --profile` the processor profile of the server in /tmp.
import { Agent } from 'node:http';
import { cpus, loadavg } from 'node:os';
import { SMTPServer } from 'smtp-server';
import { rowsAsOwner } from '#tests/harness/databases.ts';
import { quantile } from './load.ts';
import { onPostgres } from './postgres.ts';
import { secondsOfGroup, secondsOfPostgres } from './processor.ts';
import { comes, nothingYet, send, type Told, type Visit } from './rush-parent.ts';
import { buildRush, type Rush } from './rush-school.ts';
import { freePort, serveProduction, type Served } from './server.ts';
import { cookiesOf } from './sign-in.ts';
import { settle } from './town.ts';

const families = 1000;
const concurrent = 200;
/** A server that has been up for a while has run its code before. */
const warmUpFamilies = 150;
const otherPagesASecond = 4;

const say = (line: string) => console.error(line);

const measured = await onPostgres(async ({ owner, app }) => {
	const [before, rush] = [await buildRush(owner, 0, warmUpFamilies), await buildRush(owner, 1, families)];
	await settle(owner);
	const post = await postOffice();
	const served = await serveProduction(app, post.url);
	try {
		await run(served, owner, before);
		say('warm');
		return { ...(await run(served, owner, rush)), mails: post.count() };
	} finally {
		await served.stop();
		await post.close();
	}
});

const { double, lost, p99Ms } = measured;
const rows: [string, string, string][] = [
	['Families, each with one talk to book', String(families), ''],
	['At once', String(concurrent), ''],
	['Opening the round', `${measured.openingMs} ms`, ''],
	['Booked', String(measured.booked), String(families)],
	['Two at one time of a teacher, room or child', String(double), '0'],
	['Promised and not there, or the reverse', String(lost), '0'],
	['A booking, p50', `${measured.p50Ms} ms`, ''],
	['… p99', `${p99Ms} ms`, '< 1,000 ms'],
	['… the slowest', `${measured.slowestMs} ms`, ''],
	['The page, p50', `${measured.pageP50Ms} ms`, ''],
	['… p99', `${measured.pageP99Ms} ms`, ''],
	['Too late for a time', String(measured.late), ''],
	['… without a sentence and another time', String(measured.unhelped), '0'],
	['Signed out', String(measured.signedOut), '0'],
	['Not answered', String(measured.failed), '0'],
	['Meanwhile: Today and a talk, p99', `${measured.othersP99Ms} ms`, '< 1,000 ms'],
	['… not answered', String(measured.othersFailed), '0'],
	['All of it', `${measured.seconds.toFixed(1)} s`, ''],
	['Processor of server and PostgreSQL, an answer', sayCost(measured.cost), ''],
	['Mails that went meanwhile', String(measured.mails), '']
];
console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)}`);
for (const [what, figure, aim] of rows) console.log(`${what.padEnd(46)} ${figure.padStart(13)}  ${aim}`);
if (process.argv.includes('--json')) console.log(JSON.stringify({ families, concurrent, double, lost, p99Ms }));

async function run({ origin, group }: Served, owner: string, rush: Rush) {
	const person = ({ school, person }: Rush['office']) => ({ school, person: person.id });
	const [office, chair] = await cookiesOf(owner, [person(rush.office), person(rush.talk.chair)]);
	const cookies = await cookiesOf(
		owner,
		rush.families.map(({ school, guardian }) => ({ school, person: guardian }))
	);
	const agent = new Agent({ keepAlive: true, maxSockets: concurrent });

	const spent = async () => ({ server: secondsOfGroup(group), postgres: await secondsOfPostgres(owner) });
	const costOf = async (work: () => Promise<number>) => {
		const before = await spent();
		const answers = await work();
		const after = await spent();
		const each = (of: keyof typeof after) => ((after[of] - before[of]) * 1000) / answers;
		return { server: each('server'), postgres: each('postgres') };
	};
	const began = performance.now();
	await send(`${origin}/planner/${rush.round}?/open`, agent, office!, new URLSearchParams());
	const openingMs = Math.round(performance.now() - began);

	const others = askOthers(origin, chair!, [`/vandaag`, `/gesprekken/${rush.talk.id}`]);
	const { round, evening } = rush;
	const parents = rush.families.map(({ pupil }, at) => ({
		visit: { origin, agent, cookie: cookies[at]!, round, pupil, evening } satisfies Visit,
		told: nothingYet(pupil)
	}));
	const told = parents.map((one) => one.told);
	const cost = await costOf(async () => {
		await atOnce(parents, (one) => comes(one.visit, one.told));
		return told.flatMap(({ pages, presses }) => [...pages, ...presses]).length;
	});
	const seconds = (performance.now() - began) / 1000;
	const meanwhile = await others.stop();
	agent.destroy();

	const sum = (of: (one: Told) => number) => told.reduce((total, one) => total + of(one), 0);
	const [presses, pages] = [inOrder(told.flatMap((one) => one.presses)), inOrder(told.flatMap((one) => one.pages))];
	return {
		...{ openingMs, seconds, double: await doubleIn(owner, rush), lost: await lostIn(owner, rush, told) },
		booked: sum(({ booked }) => (booked ? 1 : 0)),
		p50Ms: Math.round(quantile(presses, 0.5)),
		p99Ms: Math.round(quantile(presses, 0.99)),
		slowestMs: Math.round(quantile(presses, 1)),
		pageP50Ms: Math.round(quantile(pages, 0.5)),
		pageP99Ms: Math.round(quantile(pages, 0.99)),
		late: sum(({ late }) => late),
		unhelped: sum(({ unhelped }) => unhelped),
		signedOut: sum(({ signedOut }) => signedOut),
		failed: sum(({ failed }) => failed),
		othersP99Ms: Math.round(quantile(meanwhile.times, 0.99)),
		othersFailed: meanwhile.failed,
		cost
	};
}

/** The rest of the product, asked for at its own pace however slow the answers are. */
function askOthers(origin: string, cookie: string, paths: string[]) {
	const agent = new Agent({ keepAlive: true });
	const [times, running]: [number[], Promise<void>[]] = [[], []];
	let [turn, failed] = [0, 0];
	const timer = setInterval(() => {
		const at = performance.now();
		const asked = send(origin + paths[turn++ % paths.length]!, agent, cookie);
		running.push(
			asked.then(
				({ status }) => void (status === 200 ? times.push(performance.now() - at) : failed++),
				() => void failed++
			)
		);
	}, 1000 / otherPagesASecond);
	return {
		async stop() {
			clearInterval(timer);
			await Promise.all(running);
			agent.destroy();
			return { times: inOrder(times), failed };
		}
	};
}

/** Pairs of talks of this round that share a teacher, a room or a child at one time, and children with more than one. */
async function doubleIn(owner: string, { round }: Rush) {
	const [row] = await rowsAsOwner<{ count: number }>(
		owner,
		`select count(*)::int as count
		   from cycle.booking a
		   join cycle.booking b on b.school_id = a.school_id and b.round_id = a.round_id and b.id > a.id and b.state = 'booked'
		  where a.round_id = '${round}' and a.state = 'booked'
		    and (a.pupil_id = b.pupil_id
		         or ((a.teacher_id = b.teacher_id or a.location_id = b.location_id or a.guardian_id = b.guardian_id)
		             and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)))`
	);
	return row!.count;
}

/** What was answered as booked and does not stand for that child, and what stands without having been answered. */
async function lostIn(owner: string, { round }: Rush, told: Told[]) {
	const rows = await rowsAsOwner<{ id: string; pupil: string }>(
		owner,
		`select id, pupil_id as pupil from cycle.booking where round_id = '${round}' and state = 'booked'`
	);
	const standing = new Set(rows.map(({ id, pupil }) => `${id} ${pupil}`));
	const promised = new Set(told.flatMap(({ booked, pupil }) => (booked ? [`${booked} ${pupil}`] : [])));
	return standing.symmetricDifference(promised).size;
}

/** A mail server that takes everything. */
async function postOffice() {
	let taken = 0;
	const port = await freePort();
	const server = new SMTPServer({
		...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
		onData(stream, _session, done) {
			stream.resume().on('end', () => {
				taken++;
				done();
			});
		}
	});
	// The product ends its connections when it stops, some in the middle of a word.
	server.on('error', () => {});
	await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
	const close = () => new Promise<void>((closed) => server.close(() => closed()));
	return { url: `smtp://127.0.0.1:${port}`, count: () => taken, close };
}

async function atOnce<T>(all: T[], work: (one: T) => Promise<void>) {
	const waiting = mixed(all);
	const worker = async () => {
		for (let one = waiting.pop(); one; one = waiting.pop()) await work(one);
	};
	await Promise.all(Array.from({ length: concurrent }, worker));
}

function sayCost({ server, postgres }: { server: number; postgres: number }) {
	return `${server.toFixed(1)} + ${postgres.toFixed(1)} ms`;
}

/** Not class by class; the same order each time. */
function mixed<T>(all: T[]): T[] {
	const step = 617;
	return all.map((_, at) => all[(at * step) % all.length]!);
}

function inOrder(times: number[]) {
	return times.toSorted((a, b) => a - b);
}
