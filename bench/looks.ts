// What it costs a page to know who may read it, and to keep who did: queries, and milliseconds of its middle.
import { pathToFileURL } from 'node:url';
import * as agreements from '#modules/agreements/agreements.server.ts';
import { keepLooks, looksKept } from '#modules/consent/looks.server.ts';
import * as summaries from '#modules/conversations/summaries.server.ts';
import { circleIn } from '#modules/people/circles.server.ts';
import { namesIn } from '#modules/people/people.server.ts';
import * as pupils from '#modules/people/pupils.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, watchQueries } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { readTogether } from '#platform/together.server.ts';
import { as } from '#seeds/cast.ts';
import { plantClasses } from '#seeds/classes.ts';
import { plantCast } from '#seeds/families.ts';
import { rowsAsOwner } from '#tests/harness/databases.ts';
import { onPostgres } from './postgres.ts';

const rounds = 1500;
const warmUp = 200;

export type LooksMeasured = {
	/** Queries of the check itself on the page of a child; and behind the page, for who looked. */
	checkQueries: number;
	lookQueries: number;
	/** Of the page of a child: its middle without looks kept, and with. */
	pageP50: number;
	withLooksP50: number;
	/** What the check adds to the barest read of the same child. */
	checkP50: number;
};

/** Turn by turn on one PostgreSQL, so that a busy machine hinders all of it alike. */
export function measureLooks(): Promise<LooksMeasured> {
	return onPostgres(async ({ owner }) => {
		await plantCast();
		const [one] = await plantClasses(4, 25);
		await rowsAsOwner(owner, 'vacuum analyze');
		const { teacher, families } = one!;
		const turns = Array.from({ length: rounds + warmUp }, (_, at) => families[at % families.length]!.pupil);
		const times = { bare: [], checked: [], page: [], looked: [] } as Record<string, number[]>;
		const timed = async (name: string, work: () => Promise<unknown>) => {
			const from = performance.now();
			await work();
			times[name]!.push(performance.now() - from);
		};
		for (const pupil of turns) {
			const ctx = as(teacher);
			await timed('bare', () => read(ctx, (db) => namesIn(db, ctx, [pupil])));
			await timed('checked', () =>
				read(ctx, async (db) => [await circleIn(db, ctx, pupil), await namesIn(db, ctx, [pupil])])
			);
			await timed('page', () => pageOf(ctx, pupil));
			const seen: Ctx = { ...ctx, opened: new Set() };
			await timed('looked', async () => {
				await pageOf(seen, pupil);
				keepLooks(seen, 'bench');
			});
			if (await looksKept()) throw new Error('A look was lost.');
		}
		const ctx = { ...as(teacher), opened: new Set<PersonId>() };
		return {
			checkQueries: await queriesOf(/union all/, () => pageOf(ctx, turns[0]!)),
			lookQueries: await queriesOf(/./, async () => {
				keepLooks(ctx, 'bench');
				await looksKept();
			}),
			pageP50: middleOf(times.page!),
			withLooksP50: middleOf(times.looked!),
			checkP50: middleOf(times.checked!) - middleOf(times.bare!)
		};
	});
}

/** What the door of `/leerlingen/[id]` asks. */
function pageOf(ctx: Ctx, pupil: PersonId) {
	return readTogether(ctx, (ctx) =>
		Promise.all([pupils.get(ctx, pupil), summaries.ofPupil(ctx, pupil), agreements.agreementsOf(ctx, { pupil })])
	);
}

async function queriesOf(which: RegExp, work: () => Promise<unknown>): Promise<number> {
	let count = 0;
	watchQueries((sql) => {
		if (which.test(sql)) count++;
	});
	await work();
	watchQueries(undefined);
	return count;
}

function middleOf(times: number[]) {
	return times.slice(warmUp).toSorted((a, b) => a - b)[Math.floor((times.length - warmUp) / 2)]!;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const { checkQueries, lookQueries, pageP50, withLooksP50, checkP50 } = await measureLooks();
	console.log(
		`the check: ${checkQueries} query, ${checkP50.toFixed(2)} ms; a look: ${lookQueries} statements behind the page`
	);
	console.log(
		`page ${pageP50.toFixed(2)} ms, with looks ${withLooksP50.toFixed(2)} ms: ${(withLooksP50 / pageP50).toFixed(2)} ×`
	);
}
