import { circleIn } from '#modules/people/circles.server.ts';
import { memberOf } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { mayNote, maySee } from './arrangement.access.ts';
import type { ArrangementId } from './arrangement.ts';
import * as arrangements from './arrangement.store.server.ts';
import { momentsOf } from './moment.ts';
import * as store from './moment.store.server.ts';
import type { Form } from './terms.ts';
import { yearIn } from './years.server.ts';

type Asked = { id: ArrangementId; form: Form; fallsOn: Day };
type Reason = 'missing' | 'refused';

/** It has been: one tap of either side, and nothing asks any more. */
export function note(ctx: Ctx, pupil: PersonId, asked: Asked): Promise<Outcome<undefined, Reason>> {
	return press(ctx, pupil, asked, store.note, 'contact.noted');
}

/** Said by mistake. */
export function takeBack(ctx: Ctx, pupil: PersonId, asked: Asked): Promise<Outcome<undefined, Reason>> {
	return press(ctx, pupil, asked, store.takeBack, 'contact.taken-back');
}

function press(ctx: Ctx, pupil: PersonId, { id, form, fallsOn }: Asked, write: typeof store.note, fact: string) {
	return change<undefined, Reason>(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const member = circle && memberOf(circle, ctx.person.id);
		const [arrangement] = await arrangements.find(db, ctx, { ids: [id], pupils: [pupil] });
		if (!circle || !member || !arrangement || !maySee(arrangement, member)) return no('missing');
		if (!mayNote(arrangement, circle, member)) return no('refused');
		const moments = momentsOf(arrangement, await yearIn(db, ctx));
		if (!moments.some((moment) => moment.form === form && moment.fallsOn === fallsOn)) return no('missing');
		// The other side was there first: it has been all the same.
		if (await write(db, ctx, id, form, fallsOn)) recordFact(db, ctx, fact, id, { pupil, form });
		return ok(undefined);
	});
}
