import { memberOf, type Circle, type Member } from '#modules/people/circle.ts';
import { onlyReads } from '#modules/people/say.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import type { Conversation } from './conversation.ts';
import { openedIn } from './conversations.server.ts';
import { mayHelpChild, mayPrepare, mayTakeDown } from './preparation.access.ts';
import { questionsFor, type AnyQuestion, type Preparer } from './preparation.ts';

/**
 * `own`: the reader's answers (a pupil's are the child's three); `child`: the child's, filled in with the reader; a guardian:
 * what that guardian says on the phone, while the reader types.
 */
export type Whose = 'own' | 'child' | { guardian: PersonId };

export type Preparing = {
	talk: Conversation;
	circle: Circle;
	child: Member;
	reader: Member;
	/** Who speaks: the reader, the child beside the reader, or the guardian on the phone. */
	speaker: Member;
	preparer: Preparer;
	isChild: boolean;
	questions: readonly AnyQuestion[];
};

export async function preparingIn(db: Db, ctx: Ctx, id: ConversationId, whose: Whose): Promise<Preparing | undefined> {
	const opened = await openedIn(db, ctx, id, whose === 'child' ? mayHelpChild : mayPrepare);
	if (!opened) return undefined;
	const { talk, circle, reader } = opened;
	if (onlyReads(circle, reader.person)) return undefined;
	const child = memberOf(circle, talk.pupil)!;
	const isChild = whose === 'child' || (whose === 'own' && reader.role === 'pupil');
	const speaker = typeof whose === 'object' ? memberOf(circle, whose.guardian) : isChild ? child : reader;
	if (!speaker || (typeof whose === 'object' && !mayTakeDown(talk, reader, speaker))) return undefined;
	return {
		...{ talk, circle, child, reader, speaker, isChild },
		preparer: { conversation: id, person: speaker.person, helper: reader.person },
		questions: questionsFor(talk.kind, isChild)
	};
}
