import type { Channel } from '#modules/people/profile.ts';
import type { Role } from '#platform/ctx.ts';
import { addMinutes, dayOf } from '#platform/time.ts';
import { goesAt, standardManner, type Manner } from './manner.ts';

export const notificationKinds = [
	'invitation',
	'welcome',
	'talk-planned',
	'talk-moved',
	'talk-cancelled',
	'talk-led',
	'talk-reminder',
	'preparation-offered',
	'record-shared',
	'record-amended',
	'answer-wanted',
	'wording-offered',
	'kind-reminder',
	'agreement-due',
	'look-back',
	'arrangement-offered',
	'contact-due',
	'consent-asked',
	'authority-changed',
	'circle-invited',
	'information-decided',
	'claim-answered',
	'agreement-calendar',
	'how-did-it-go',
	'another-form',
	'earlier-wished',
	'repair-asked',
	'repair-made',
	'new-time',
	'time-falls-out',
	'time-stands',
	'invited-again'
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Which fact makes which message; all others are nobody's mail. A booking is heard as its talk. */
const kindOfFact: Partial<Record<string, NotificationKind>> = {
	'round.opened': 'invitation',
	'invitation.sent': 'welcome',
	'conversation.planned': 'talk-planned',
	'conversation.moved': 'talk-moved',
	'conversation.cancelled': 'talk-cancelled',
	'conversation.appointed': 'talk-led',
	'preparation.offered': 'preparation-offered',
	'conversation.recorded': 'record-shared',
	'conversation.amended': 'record-amended',
	'agreement.proposed': 'answer-wanted',
	'agreement.adapted': 'answer-wanted',
	'agreement.reminded': 'kind-reminder',
	'arrangement.proposed': 'arrangement-offered',
	'arrangement.changed': 'arrangement-offered',
	'consent.asked': 'consent-asked',
	'authority.checked': 'authority-changed',
	'guardian.restricted': 'authority-changed',
	'guardian.restriction-lifted': 'authority-changed',
	'guest.invited': 'circle-invited',
	'information.answered': 'information-decided',
	'information.refused': 'information-decided',
	'claim.extended': 'claim-answered',
	'claim.granted': 'claim-answered',
	'claim.refused': 'claim-answered',
	'agreement.put-in-calendar': 'agreement-calendar',
	'agreement.evaluated': 'agreement-calendar',
	'agreement.wished-earlier': 'earlier-wished',
	'agreement.repaired': 'repair-made',
	'booking.missed': 'new-time',
	'booking.falls-out': 'time-falls-out',
	'booking.stands': 'time-stands'
};

/** An adaptation by the owner waits for the proposer; by the proposer it is proposed to the owner again (handbook §5). */
export function kindOf(fact: { name: string; about: Record<string, string | null> }): NotificationKind | undefined {
	if (fact.name === 'agreement.adapted' && fact.about.state === 'adapted') return 'wording-offered';
	if (fact.name === 'agreement.proposed' && fact.about.state !== 'proposed') return undefined;
	// Whether it is time for another form is looked up when it is heard: it must not have worked out twice.
	if (fact.name === 'agreement.noted') return fact.about.result === 'not' ? 'another-form' : undefined;
	return kindOfFact[fact.name];
}

const aboutTrust = [
	'consent-asked',
	'authority-changed',
	'circle-invited',
	'information-decided',
	'claim-answered'
] as const;
export type TrustKind = (typeof aboutTrust)[number];

/** Who may what, and what school decided about it. */
export function isAboutTrust(kind: NotificationKind): kind is TrustKind {
	return (aboutTrust as readonly NotificationKind[]).includes(kind);
}

export const reminders: readonly NotificationKind[] = [
	...(['talk-reminder', 'agreement-due', 'look-back', 'kind-reminder'] as const),
	...(['how-did-it-go', 'repair-asked', 'contact-due', 'invited-again'] as const)
];

/**
 * A reminder comes at most once: rather none than two. Everything else comes at least once, each time under the same
 * Message-ID: rather twice than not at all.
 */
export function isReminder(kind: NotificationKind) {
	return reminders.includes(kind);
}

const aboutTimes = ['new-time', 'time-falls-out', 'time-stands', 'invited-again'] as const;
export type TimeKind = (typeof aboutTimes)[number];

/** A time of a round that did not stand, or is asked to be another. */
export function isAboutTime(kind: NotificationKind): kind is TimeKind {
	return (aboutTimes as readonly NotificationKind[]).includes(kind);
}

export function isAboutTalk(kind: NotificationKind) {
	return kind.startsWith('talk-');
}

/**
 * Which way a message goes. What a guardian wishes decides; who has no mail hears it from a person. Of school and pupils
 * nobody is called for this: who has no mail there finds it on Today.
 */
export function wayOf(
	role: Role,
	wished: Channel | '' | undefined,
	email: string | null,
	hasDevice = false
): Channel | 'push' | 'none' {
	if (role === 'guardian' && (wished === 'phone' || wished === 'paper')) return wished;
	if (email) return 'mail';
	if (hasDevice) return 'push';
	return role === 'guardian' ? 'paper' : 'none';
}

const changes: readonly NotificationKind[] = ['talk-planned', 'talk-moved', 'talk-cancelled'];
const hoursNear = 24;

/** A change to a talk of today or within a day, as it was or as it is now: who hears of it later stands before a closed door. */
export function isUrgent(kind: NotificationKind, at: Date, talks: readonly (Date | null)[] = []): boolean {
	const near = (moment: Date | null) =>
		moment !== null && (dayOf(moment) === dayOf(at) || (moment > at && moment <= addMinutes(at, hoursNear * 60)));
	return changes.includes(kind) && talks.some(near);
}

/** When it may go to who likes to hear like this; what is urgent, at once. */
export function dueFrom(
	kind: NotificationKind,
	at: Date,
	talks: readonly (Date | null)[] = [],
	manner: Manner = standardManner
): Date {
	if (isUrgent(kind, at, talks)) return at;
	return goesAt(at, manner, kind === 'talk-reminder' ? (talks[0] ?? null) : null);
}

/** Whoever sends is taken to be gone after this. */
export const minutesToSend = 5;
const backOff = [1, 5, 15, 60, 180, 360, 720, 1440];

/** When to try again after the `attempts`th time; undefined when it is time for a person to look. */
export function retryAt(attempts: number, at: Date): Date | undefined {
	const minutes = backOff[attempts - 1];
	return minutes === undefined ? undefined : addMinutes(at, minutes);
}
