import type { PersonId, SchoolId } from './ids.ts';

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** What a person is to this school; `other` is somebody in a child's life who was invited. Who is both parent and teacher has two persons and one account. */
export type Role = 'guardian' | 'pupil' | 'staff' | 'professional' | 'other';

/** What a member of staff does here. It opens doors, never a child's pages: those open by circle. */
export const tasks = ['teacher', 'support', 'office', 'leadership'] as const;
export type Task = (typeof tasks)[number];

/** Who is asking, for which school, at what moment, in which language. Made once per request. */
export type Ctx = {
	school: SchoolId;
	person: { id: PersonId; role: Role; tasks: readonly Task[] };
	now: Date;
	language: Language;
	/** Children whose pages this request opened for staff or a professional; the porch keeps who looked. */
	opened?: Set<PersonId>;
	/** Children outside the circle of `person`, who said today why they look in. It opens reading, never a change. */
	visits?: ReadonlySet<PersonId>;
};

/** Who works with children of others, at school or from outside: for them a mailbox alone opens nothing (standards §3). */
export function owesSecondStep({ role }: Ctx['person']) {
	return role === 'staff' || role === 'professional';
}

export function isStaff(ctx: Ctx, task?: Task) {
	return ctx.person.role === 'staff' && (!task || ctx.person.tasks.includes(task));
}
