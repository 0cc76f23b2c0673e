import type { Language, Role } from '#platform/ctx.ts';
import type { GroupId, HouseholdId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Say } from './say.ts';

/** Whose voice something is: each has a colour, a shape and a word (look.md). */
export const voices = ['child', 'home', 'school', 'other'] as const;
export type Voice = (typeof voices)[number];

export const authorities = ['yes', 'no', 'unknown', 'guardianship'] as const;
/** *Gezag*: the law's word for who decides on a child (handbook §2, standards §5.4). */
export type Authority = (typeof authorities)[number];

export type Member = {
	person: PersonId;
	role: Role;
	name: string;
	language: Language;
	/** Guardians only: the home of the child where they live. */
	household: HouseholdId | null;
	authority: Authority | null;
	/** A judge forbids this guardian to take part in the child's talks. */
	outsideTalks?: true;
	/** Works with the child's group; other staff is tied to the child itself. */
	teaches?: true;
};

/** Those around one child who share its pages: the pupil, guardians, staff tied to it now, who was let in (handbook §2). */
export type Circle = {
	pupil: PersonId;
	callName: string;
	birthDate: Day | null;
	/** How far the pupil's own say reaches today. */
	say: Say;
	group: { id: GroupId; name: string } | null;
	members: Member[];
	/** Who reads here today for a reason given, and is not of the circle: no member, and nobody hears of them here. */
	visitor?: Member;
};

const voiceOfRole: Record<Role, Voice> = {
	pupil: 'child',
	guardian: 'home',
	staff: 'school',
	professional: 'other',
	other: 'other'
};

export function voiceOf({ role }: Pick<Member, 'role'>): Voice {
	return voiceOfRole[role];
}

export function memberOf(circle: Circle, person: PersonId): Member | undefined {
	return circle.members.find((member) => member.person === person);
}

/** Who reads: a member, or the visitor of today. Only for reading; what somebody may do, only members may. */
export function readerOf(circle: Circle, person: PersonId): Member | undefined {
	return memberOf(circle, person) ?? (circle.visitor?.person === person ? circle.visitor : undefined);
}

export function guardiansOf(circle: Circle): Member[] {
	return circle.members.filter(({ role }) => role === 'guardian');
}

/** Guardians who may sit at the child's talks and read of them. */
export function talkersOf(circle: Circle): Member[] {
	return guardiansOf(circle).filter(({ outsideTalks }) => !outsideTalks);
}

/** The homes of this child, each with the guardians who live there; parents apart each have their own. */
export function householdsOf(circle: Circle): { household: HouseholdId; guardians: Member[] }[] {
	const homes = new Map<HouseholdId, Member[]>();
	for (const guardian of guardiansOf(circle)) {
		if (guardian.household) homes.set(guardian.household, [...(homes.get(guardian.household) ?? []), guardian]);
	}
	return [...homes].map(([household, guardians]) => ({ household, guardians }));
}
