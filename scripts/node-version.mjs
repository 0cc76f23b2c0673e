// Says in a sentence when Node is too old, before anything that an old Node cannot even read.
const needed = 24;
if (Number(process.versions.node.split('.')[0]) < needed) {
	console.error(
		`Eenlijn needs Node ${needed} or later; this is Node ${process.versions.node}. Install it from https://nodejs.org.`
	);
	process.exit(1);
}
