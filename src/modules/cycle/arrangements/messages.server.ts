import { wholeCircleIn } from '#modules/people/circles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import { seatsOf } from './arrangement.access.ts';
import type { ArrangementId } from './arrangement.ts';
import * as store from './arrangement.store.server.ts';
import { apartIn } from './scene.server.ts';

/** Who is asked for a yes, for who writes to them: of school those who teach the child. */
export type Asked = { pupil: PersonId; callName: string; people: PersonId[] };

/** Undefined: no such arrangement here, or nothing waits in it. */
export async function askedToAnswerIn(db: Db, ctx: Ctx, subject: string): Promise<Asked | undefined> {
	const id = asId<ArrangementId>(subject);
	const [arrangement] = id ? await store.find(db, ctx, { ids: [id] }) : [];
	const circle = arrangement?.offered && (await wholeCircleIn(db, ctx, arrangement.pupil));
	if (!arrangement || !circle) return undefined;
	const beside = await store.find(db, ctx, { pupils: [arrangement.pupil], year: arrangement.year });
	const asked = circle.members.filter(
		({ person, role, teaches }) =>
			(role !== 'staff' || teaches) && seatsOf(arrangement, circle, person, apartIn(beside)).includes('asked')
	);
	return { pupil: arrangement.pupil, callName: circle.callName, people: asked.map(({ person }) => person) };
}
