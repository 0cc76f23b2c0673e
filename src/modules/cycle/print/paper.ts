import type { HouseholdId, PersonId } from '#platform/ids.ts';
import type { AgreedPlace } from '#modules/cycle/offer.ts';
import { dayOf, type Day } from '#platform/time.ts';

export const paperKinds = ['teachers', 'homes', 'rooms'] as const;
/** For whom a paper is: a teacher, a family, or the door of a room. */
export type PaperKind = (typeof paperKinds)[number];

export type Guardian = { id: PersonId; name: string; household: HouseholdId | null };
/** A talk as it stands on paper: when, about whom, with whom, where. */
export type PrintedTalk = {
	startsAt: Date;
	endsAt: Date;
	callName: string;
	fullName: string;
	group: string;
	teacher: { id: PersonId; name: string };
	/** Who come of the family. */
	guardians: readonly Guardian[];
	place: AgreedPlace;
	location: string | null;
};
export type PrintedDay<Talk = PrintedTalk> = { day: Day; talks: Talk[] };
/** One sheet: whose it is, and day by day what is on it. */
export type Paper<Talk = PrintedTalk> = { title: string; days: PrintedDay<Talk>[] };

const collator = new Intl.Collator('nl');

/** A sheet for each teacher, by name. */
export function teacherPapers(talks: readonly PrintedTalk[]): Paper[] {
	return papersBy(talks, ({ teacher }) => [{ key: teacher.id, title: teacher.name }]);
}

/** A sheet for each home, with the talks about all its children; a talk with two homes stands on both. */
export function homePapers(talks: readonly PrintedTalk[]): Paper[] {
	return papersBy(talks, ({ guardians }) =>
		homesOf(guardians).map((there) => ({
			key: keyOf(there[0]!),
			title: there.map(({ name }) => name).join(' · ')
		}))
	);
}

/** The times at the door of a room: when, and with whom at school. Nothing of a child or a family. */
export type DoorTalk = Pick<PrintedTalk, 'startsAt' | 'endsAt' | 'teacher'>;

/** A sheet for each room where somebody is received. */
export function roomPapers(talks: readonly PrintedTalk[]): Paper<DoorTalk>[] {
	const atDoors = talks.filter(({ place, location }) => place === 'school' && location);
	const papers = papersBy(atDoors, ({ location }) => [{ key: location!, title: location! }]);
	const bare = ({ startsAt, endsAt, teacher }: PrintedTalk): DoorTalk => ({ startsAt, endsAt, teacher });
	return papers.map(({ title, days }) => ({
		title,
		days: days.map(({ day, talks }) => ({ day, talks: talks.map(bare) }))
	}));
}

/** By home; who has none alone. */
export function homesOf(guardians: readonly Guardian[]): Guardian[][] {
	return [...Map.groupBy(guardians, keyOf).values()];
}

function keyOf({ household, id }: Guardian): string {
	return household ?? id;
}

function papersBy(
	talks: readonly PrintedTalk[],
	sheetsOf: (talk: PrintedTalk) => { key: string; title: string }[]
): Paper[] {
	const sheets = new Map<string, { title: string; talks: PrintedTalk[] }>();
	for (const talk of talks) {
		for (const { key, title } of sheetsOf(talk)) {
			const sheet = sheets.get(key) ?? { title, talks: [] };
			// Of a home where two come to one talk and one to another, both names stand above.
			if (title.length > sheet.title.length) sheet.title = title;
			sheet.talks.push(talk);
			sheets.set(key, sheet);
		}
	}
	return [...sheets.values()]
		.map(({ title, talks: own }) => ({ title, days: daysOf(own) }))
		.sort((a, b) => collator.compare(a.title, b.title));
}

function daysOf(talks: readonly PrintedTalk[]): PrintedDay[] {
	const ordered = talks.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
	return [...Map.groupBy(ordered, ({ startsAt }) => dayOf(startsAt))].map(([day, own]) => ({ day, talks: own }));
}
