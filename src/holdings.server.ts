import * as agreements from '#modules/agreements/forgetting.server.ts';
import * as consent from '#modules/consent/forgetting.server.ts';
import type { Holding } from '#modules/consent/holding.ts';
import * as conversations from '#modules/conversations/forgetting.server.ts';
import * as cycle from '#modules/cycle/forgetting.server.ts';
import * as notifications from '#modules/notifications/forgetting.server.ts';
import * as people from '#modules/people/forgetting.server.ts';
import { oldFacts, sweepFacts } from '#platform/forgetting.server.ts';

/** What lets go of the dossier lets go again with the pupil itself: of a child who came back something may have come after. */
const dossierOf = (forget: NonNullable<Holding['forget']>['dossier']) => ({ dossier: forget, enrolment: forget });

/** All that the house holds about people, the rooms below first: who is about to go is named nowhere else by then. */
export const holdings: readonly Holding[] = [
	{ room: 'cycle', forget: dossierOf(cycle.forgetPupilIn) },
	{ room: 'conversations', forget: dossierOf(conversations.forgetPupilIn) },
	{ room: 'agreements', forget: dossierOf(agreements.forgetPupilIn) },
	consent.holding,
	{
		room: 'people',
		forget: { dossier: people.forgetPagesIn, enrolment: people.forgetPupilIn },
		old: { staff: people.oldStaff, uploads: people.oldUploads }
	},
	{ room: 'notifications', sweep: notifications.sweepIn, old: { messages: notifications.oldMessages } },
	{ room: 'platform', sweep: sweepFacts, old: { facts: oldFacts } }
];
