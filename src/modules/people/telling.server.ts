import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { told, type Told } from '#platform/told.ts';
import { circleIn } from './circles.server.ts';
import { childrenIn, personsIn } from './people.server.ts';
import { fullNameOf } from './person.ts';
import { taskWords } from './person.words.ts';
import * as pupils from './pupils.server.ts';

/** The child and its circle; addresses and numbers of the reader's own home only. */
export async function tellPupil(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	const page = await pupils.get(ctx, pupil);
	if (!page.ok) return [];
	const { circle, homes } = page.value;
	const [child] = (await read(ctx, async (db) => await personsIn(db, ctx, [pupil]))).values();
	const reached = homes.flatMap(({ guardians }) =>
		guardians.map(({ name, email, mobile }) => told(name, null, { email: email ?? null, phone: mobile ?? null }))
	);
	return [
		told(child ? fullNameOf(child) : circle.callName, null, {
			name: circle.callName,
			born: circle.birthDate,
			group: circle.group?.name ?? null,
			circle: circle.members.map(({ name }) => name).join(', ')
		}),
		...reached
	];
}

/** What school holds of the reader itself. */
export async function tellOwn(ctx: Ctx): Promise<Told[]> {
	return read(ctx, async (db) => {
		const [me] = (await personsIn(db, ctx, [ctx.person.id])).values();
		if (!me) return [];
		const children = await childrenIn(db, ctx);
		const own = ctx.person.role === 'guardian' ? children : [];
		const circles = [];
		for (const { id } of own) circles.push(await circleIn(db, ctx, id));
		return [
			told(fullNameOf(me), null, {
				name: me.called,
				email: me.email,
				language: me.language,
				tasks: ctx.person.tasks.map((task) => taskWords[task]()).join(', '),
				children: circles.flatMap((circle) => circle?.callName ?? []).join(', ')
			})
		];
	});
}
