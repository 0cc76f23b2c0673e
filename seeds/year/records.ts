/** What teachers wrote down after a start talk: for the adults, and a sentence or two for everyone, the child included. */
export const records = [
	{
		adults:
			'We hebben kennisgemaakt. {naam} heeft het naar de zin en moet nog wennen aan de langere ochtenden. Thuis valt op dat {naam} na school even rust nodig heeft. We houden allebei in de gaten of dat minder wordt.',
		circle: 'Fijn dat je erbij was, {naam}. Je vertelde goed wat je leuk vindt. Thuis en school zijn samen trots op je.'
	},
	{
		adults:
			'Het gesprek ging vooral over lezen. Thuis wordt er veel voorgelezen, ook in de eigen taal, en dat is precies goed. Ik laat {naam} op school zelf boeken kiezen.',
		circle: '{naam} mag op school zelf boeken kiezen. Thuis lezen jullie samen, in welke taal je maar wilt.'
	},
	{
		adults:
			'Er is deze zomer veel gebeurd in het gezin. Dank dat jullie dat vertelden. Ik geef {naam} ruimte om erover te praten en vraag er niet uit mezelf naar.',
		circle: 'Op school is altijd iemand om mee te praten, {naam}. Je mag zelf kiezen wanneer.'
	},
	{
		adults:
			'{naam} wil graag moeilijker rekenwerk. Ik zoek dat uit en laat het binnen twee weken weten. Thuis speelt {naam} veel schaak, daar kan ik iets mee.',
		circle: 'Je wilt graag puzzels die je echt moet uitzoeken. De leerkracht gaat ze voor je zoeken.'
	},
	{
		adults:
			'We spraken over vriendschap. {naam} speelt thuis veel met buurkinderen en zoekt in de groep nog een plek. Ik maak groepjes waarin dat makkelijker gaat.',
		circle: 'We hadden het over samen spelen. {naam} noemde zelf twee kinderen om vaker mee te werken. Goed idee.'
	},
	{
		adults:
			'Een kort en vrolijk gesprek. Er zijn geen bijzonderheden, en ook dat is goed om te weten. We hoeven nu niets extra af te spreken.',
		circle: 'Het gaat goed met {naam}. Dat zien we thuis en op school.'
	}
] as const;
