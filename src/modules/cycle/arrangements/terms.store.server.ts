import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { ArrangementId } from './arrangement.ts';
import { forms, rhythms, type Initiative, type Terms, type Way } from './terms.ts';

type Tables = {
	'cycle.arrangement_terms': {
		school_id: SchoolId;
		arrangement_id: ArrangementId;
		number: number;
		ways: string[];
		initiative: Initiative;
		people: PersonId[];
		until_on: Day;
		wish: string;
	};
};

/** All that was ever offered in these. */
export async function termsOf(db: Db, ctx: Ctx, ids: readonly ArrangementId[]) {
	if (!ids.length) return new Map<ArrangementId, { number: number; terms: Terms }[]>();
	const rows = await db
		.withTables<Tables>()
		.selectFrom('cycle.arrangement_terms')
		.where('school_id', '=', ctx.school)
		.where('arrangement_id', '=', sql<ArrangementId>`any(${ids}::uuid[])`)
		.select(['arrangement_id', 'number', 'ways', 'initiative', 'people', 'until_on as until', 'wish'])
		.execute();
	const terms = rows.map(({ number, ways, arrangement_id: arrangement, ...more }) => ({
		...{ arrangement, number },
		terms: { ...more, ways: asWays(ways) }
	}));
	return Map.groupBy(terms, ({ arrangement }) => arrangement);
}

/** Another offer, beside those before it. */
export async function addTerms(db: Db, ctx: Ctx, id: ArrangementId, number: number, offered: Terms) {
	const { ways, initiative, people, until, wish } = offered;
	const terms = { ways: waysAsText(ways), initiative, people: [...people], until_on: until, wish };
	await db
		.withTables<Tables>()
		.insertInto('cycle.arrangement_terms')
		.values({ ...terms, school_id: ctx.school, arrangement_id: id, number })
		.execute();
}

/** As the database keeps them: `phone:weeks-6`. */
function waysAsText(ways: readonly Way[]): string[] {
	return ways.map(({ form, rhythm }) => `${form}:${rhythm}`);
}

function asWays(texts: readonly string[]): Way[] {
	return texts.flatMap((text) => {
		const [name, every] = text.split(':');
		const form = forms.find((one) => one === name);
		const rhythm = rhythms.find((one) => one === every);
		return form && rhythm ? [{ form, rhythm }] : [];
	});
}
