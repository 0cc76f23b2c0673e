let offset = 0;

/** The moment it is in this house. The trial and the tests may stand at another moment than the world. */
export function now() {
	return new Date(Date.now() + offset);
}

/** Put the clock at `moment`; it goes on ticking from there. `undefined` returns it to the world's time. */
export function setClock(moment: Date | undefined) {
	offset = moment ? moment.getTime() - Date.now() : 0;
}

/** The moment it is in the world, wherever the clock of this house stands: what an app on somebody's phone goes by. */
export function worldTime() {
	return new Date();
}
