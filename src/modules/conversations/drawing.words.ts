import * as m from '#words/compiled/messages.js';
import type { Ink } from './drawing.ts';

export const inkWords: Record<Ink, () => string> = {
	black: m.preparation_colour_black,
	red: m.preparation_colour_red,
	orange: m.preparation_colour_orange,
	yellow: m.preparation_colour_yellow,
	green: m.preparation_colour_green,
	blue: m.preparation_colour_blue,
	purple: m.preparation_colour_purple,
	brown: m.preparation_colour_brown
};
