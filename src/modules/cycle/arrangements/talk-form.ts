import { askable, plannable, type Kind } from '#modules/conversations/kinds.ts';
import type { Form } from './terms.ts';

/** Which kind of talk a form of contact is, for who plans one or asks for one; a mail is none. */
const kinds: Record<Form, readonly Kind[]> = {
	talk: ['progress', 'informal'],
	'home-visit': ['home-visit'],
	phone: ['informal'],
	mail: [],
	'report-card': ['report-card', 'informal'],
	presentation: ['progress', 'informal']
};

export function kindOfForm(form: Form, plans: boolean): Kind | undefined {
	return kinds[form].find((kind) => (plans ? plannable : askable).includes(kind));
}
