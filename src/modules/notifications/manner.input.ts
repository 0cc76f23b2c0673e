import { asTime } from '#platform/time.ts';
import { rhythms, standardManner, type Manner } from './manner.ts';

/** How somebody says they like to hear; what the form leaves out stays as the house has it. */
export function readManner(form: FormData): Manner {
	const timeOf = (name: 'dailyAt' | 'quietFrom' | 'quietUntil') => asTime(form.get(name)) ?? standardManner[name];
	return {
		rhythm: rhythms.find((one) => one === form.get('rhythm')) ?? standardManner.rhythm,
		dailyAt: timeOf('dailyAt'),
		quietFrom: timeOf('quietFrom'),
		quietUntil: timeOf('quietUntil'),
		quietSundays: form.get('quietSundays') === 'yes'
	};
}
