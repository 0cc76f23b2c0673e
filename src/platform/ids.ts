declare const brand: unique symbol;
type Branded<Name> = string & { readonly [brand]: Name };

export type SchoolId = Branded<'school'>;
export type AccountId = Branded<'account'>;
export type PersonId = Branded<'person'>;
export type HouseholdId = Branded<'household'>;
export type GroupId = Branded<'group'>;
export type FactId = Branded<'fact'>;
export type AgreementId = Branded<'agreement'>;
export type ConversationId = Branded<'conversation'>;
export type RoundId = Branded<'round'>;
export type BookingId = Branded<'booking'>;
export type InvitationId = Branded<'invitation'>;
export type MessageId = Branded<'message'>;
export type FileId = Branded<'file'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id from outside (URL, form): the branded id, or undefined when it has not the shape of one. */
export function asId<Id extends string>(text: unknown): Id | undefined {
	return typeof text === 'string' && uuid.test(text) ? (text as Id) : undefined;
}
