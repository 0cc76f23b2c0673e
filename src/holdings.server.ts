import * as agreements from '#modules/agreements/forgetting.server.ts';
import { tell as tellAgreements } from '#modules/agreements/telling.server.ts';
import * as consent from '#modules/consent/forgetting.server.ts';
import type { Chapter, ChapterKey, Subject } from '#modules/consent/export.ts';
import type { Holding } from '#modules/consent/holding.ts';
import { tellClaims, tellConsents, tellLooks } from '#modules/consent/telling.server.ts';
import * as conversations from '#modules/conversations/forgetting.server.ts';
import { tell as tellTalks } from '#modules/conversations/telling.server.ts';
import * as cycle from '#modules/cycle/forgetting.server.ts';
import * as notifications from '#modules/notifications/forgetting.server.ts';
import { tellOwn as tellMessages } from '#modules/notifications/telling.server.ts';
import * as people from '#modules/people/forgetting.server.ts';
import { tellOwn, tellPupil } from '#modules/people/telling.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { oldFacts, sweepFacts } from '#platform/forgetting.server.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Told } from '#platform/told.ts';

/** What lets go of the dossier lets go again with the pupil itself: of a child who came back something may have come after. */
const dossierOf = (forget: NonNullable<Holding['forget']>['dossier']) => ({ dossier: forget, enrolment: forget });

type Tells = (ctx: Ctx, pupil: PersonId) => Promise<Told[]>;
/** A chapter about a child, or, with `own`, one about the reader. */
const chapter = (key: ChapterKey, pupil?: Tells, own?: (ctx: Ctx) => Promise<Told[]>) => {
	return async (ctx: Ctx, about: Subject): Promise<Chapter[]> => [
		{ key, held: (await (about.isPupil ? pupil?.(ctx, about.person) : own?.(ctx))) ?? [] }
	];
};

/** All that the house holds about people, the rooms below first: who is about to go is named nowhere else by then. */
export const holdings: readonly Holding[] = [
	{ room: 'cycle', forget: dossierOf(cycle.forgetPupilIn) },
	{ room: 'conversations', forget: dossierOf(conversations.forgetPupilIn), tell: chapter('talks', tellTalks) },
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
	{
		room: 'notifications',
		sweep: notifications.sweepIn,
		old: { messages: notifications.oldMessages },
		tell: chapter('messages', undefined, tellMessages)
	},
	{ room: 'platform', sweep: sweepFacts, old: { facts: oldFacts } }
];
