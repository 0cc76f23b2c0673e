import { sides, type Side } from './attendance.ts';

export function parseSide(text: unknown): Side {
	return sides.find((each) => each === text) ?? 'home';
}
