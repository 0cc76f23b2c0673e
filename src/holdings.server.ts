import * as agreements from '#modules/agreements/forgetting.server.ts';
import { tell as tellAgreements } from '#modules/agreements/telling.server.ts';
import * as consent from '#modules/consent/forgetting.server.ts';
import type { Chapter, ChapterKey, Subject } from '#modules/consent/export.ts';
import type { Holding } from '#modules/consent/holding.ts';
import { tellClaims, tellConsents, tellLooks } from '#modules/consent/telling.server.ts';
import * as conversations from '#modules/conversations/forgetting.server.ts';
import { tell as tellDevelopment } from '#modules/conversations/development-telling.server.ts';
import { tell as tellTalks } from '#modules/conversations/telling.server.ts';
import * as cycle from '#modules/cycle/forgetting.server.ts';
import { tell as tellTimes } from '#modules/cycle/telling.server.ts';
import { tell as tellContact } from '#modules/cycle/arrangements/telling.server.ts';
import * as notifications from '#modules/notifications/forgetting.server.ts';
import { tellOwn as tellMessages } from '#modules/notifications/telling.server.ts';
import * as child from '#modules/people/child-telling.server.ts';
import * as people from '#modules/people/forgetting.server.ts';
import * as reader from '#modules/people/own-telling.server.ts';
import { tellOwn, tellPupil } from '#modules/people/telling.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { oldFacts, sweepFacts } from '#platform/forgetting.server.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Told } from '#platform/told.ts';

/** What lets go of the dossier lets go again with the pupil itself: of a child who came back something may have come after. */
const dossierOf = (forget: NonNullable<Holding['forget']>['dossier']) => ({ dossier: forget, enrolment: forget });

type Tells = (ctx: Ctx, pupil: PersonId) => Promise<Told[]>;
type TellsOwn = (ctx: Ctx) => Promise<Told[]>;
/** A chapter about a child, or about the reader; of a child that reads about itself both. */
const chapter = (key: ChapterKey, pupil?: Tells, own?: TellsOwn) => {
	return async (ctx: Ctx, { person, isPupil }: Subject): Promise<Chapter[]> => {
		const ofChild = isPupil && pupil ? await pupil(ctx, person) : [];
		const ofReader = person === ctx.person.id && own ? await own(ctx) : [];
		return [{ key, held: [...ofChild, ...ofReader] }];
	};
};

/** What the room of people tells beside who somebody is. */
const around: Holding[] = [
	chapter('wishes', undefined, reader.tellWishes),
	chapter('circle', child.tellCircle),
	chapter('guides', child.tellGuides),
	chapter('works', child.tellWorks),
	chapter('lines', child.tellLines),
	chapter('says', child.tellSays),
	chapter('authority', reader.tellAuthority, reader.tellAuthorities),
	chapter('requests', reader.tellAnswered, reader.tellRequests),
	chapter('checks', child.tellChecks),
	chapter('invitations', undefined, reader.tellInvitations)
].map((tell) => ({ room: 'people', tell }));

/** All that the house holds about people, the rooms below first: who is about to go is named nowhere else by then. */
export const holdings: readonly Holding[] = [
	{ room: 'cycle', forget: dossierOf(cycle.forgetPupilIn), tell: chapter('bookings', tellTimes) },
	{ room: 'cycle', tell: chapter('contact', tellContact) },
	{
		room: 'conversations',
		forget: dossierOf(conversations.forgetPupilIn),
		old: { notes: conversations.oldNotes },
		tell: chapter('talks', tellTalks)
	},
	{ room: 'conversations', tell: chapter('development', tellDevelopment) },
	{ room: 'agreements', forget: dossierOf(agreements.forgetPupilIn), tell: chapter('agreements', tellAgreements) },
	{ ...consent.holding, tell: chapter('consent', tellConsents) },
	{ room: 'consent', tell: chapter('looks', tellLooks) },
	{ room: 'consent', tell: chapter('claims', undefined, tellClaims) },
	{
		room: 'people',
		forget: { dossier: people.forgetPagesIn, enrolment: people.forgetPupilIn },
		old: { staff: people.oldStaff, uploads: people.oldUploads },
		tell: chapter('person', tellPupil, tellOwn)
	},
	...around,
	{
		room: 'notifications',
		sweep: notifications.sweepIn,
		old: { messages: notifications.oldMessages },
		tell: chapter('messages', undefined, tellMessages)
	},
	{ room: 'platform', sweep: sweepFacts, old: { facts: oldFacts } }
];
