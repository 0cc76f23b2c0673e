import type { PersonId } from '#platform/ids.ts';
import type { Slot } from '#modules/cycle/offer.ts';

export type AbsenceId = string & { readonly __absence: never };

/** When a teacher cannot be there. Why is nobody's business and stands nowhere. */
export type Absence = Slot & { id: AbsenceId; teacher: PersonId };
