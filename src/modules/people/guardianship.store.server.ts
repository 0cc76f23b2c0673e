import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Day } from '#platform/time.ts';

/**
 * The columns authority, informed, invited and bars of `people.guardianship g` on a day: what `authority.ts` asks. One text
 * for every query that decides who is in a circle, so that none of them forgets what a judge forbids.
 */
export function standing({ school }: Pick<Ctx, 'school'>, day: Day): RawBuilder<unknown> {
	return sql`g.authority, g.informed,
		g.invited_by is not null and (g.invited_until is null or g.invited_until > ${day}) as invited,
		array(select r.kind from people.restriction r
		       where r.school_id = ${school} and r.pupil_id = g.pupil_id and r.guardian_id = g.guardian_id
		         and r.starts_on <= ${day} and (r.ends_on is null or r.ends_on > ${day})) as bars`;
}
