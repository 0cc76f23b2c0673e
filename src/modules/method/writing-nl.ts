import type { Vocabulary } from './writing.ts';

const other =
	'(?:hij|zij|ze|je|jij|jullie|u|die|school|zijn (?:vader|moeder)|haar (?:vader|moeder)|(?:de|die|onze) (?:juf|meester|leerkracht|mentor|school|ouders?|moeder|vader))';
const be = '(?:is|was|waren|zijn|ben|bent|blijf|blijft|bleef|doet|deed|doe|doen)';
const very = '(?:(?:zo|heel|erg|best|gewoon|echt|altijd|weer|veel te|te) )*';
const person =
	'(?:kind|kinderen|jongen|jongens|meisje|leerling|leerlingen|ouder|ouders|moeder|vader|mens|mensen|man|vrouw|klas|gezin)';
const school = '(?:school|juf|meester|leerkracht|docent|mentor|collega|opvoeding|invloed|karakter)';
const few = '(?:[^\\s.,;:!?]+ ){0,4}?';
const amount = '(?:\\d+|één|een|twee|drie|vier|vijf|tien|vijftien|twintig|dertig)';

/** Dutch: judgements of a person, guesses at intentions, what another does, means, and demands. */
export const nl: Vocabulary = {
	small:
		'de het een ik je jij jullie hij zij ze wij we u en of maar dat die niet geen van voor met op in te is was heb heeft hebben ben bent zijn word wordt wil wilt zou kan kun mij me mijn zich ons onze haar hem hun naar als er ook nog voel voelt moet moeten'.split(
			' '
		),
	not: ['niet', 'geen', 'nooit', 'zonder'],
	feel: `(?<!\\p{L})(?:voel|voelt|voelen|voelde|voelden|gevoeld)\\s+${few}`,
	alone: `^\\s*|[.,;:!?\\n]\\s*|(?<![\\p{L}])(?:en|of|maar|heel|erg|zo|ook|me|mij|ik ben|ik word|ik werd|ben je|word je|je bent|je wordt)\\s+`,
	patterns: [
		{
			hint: 'label',
			words: [
				'lui(?:e|er|ste|aard)?|gemakzuchtig(?:e|er)?',
				'brutaa?l(?:e|er|ste)?',
				'onbeschoft(?:e|er|ste)?|onbeleefd(?:e|er)?|onfatsoenlijk(?:e)?',
				'asociaa?l(?:e|er)?|egoïst(?:en|isch|ische)?|egoist(?:en|isch|ische)?',
				'agressie(?:f|ve)',
				'onhandelbaar|onhandelbare|onopgevoed(?:e)?',
				'verwend(?:e)?|aansteller(?:s|ig|ige)?|aanstellerij|zeurpiet|zeurkous|druktemaker',
				'achterlijk(?:e)?|debiel(?:e)?|idio(?:ot|ten|te)|sukkel(?:s)?',
				'onverantwoord(?:e|elijk|elijke)?|nalatig(?:e)?',
				'onverschillig(?:e|er|heid)?|ongeïnteresseerd(?:e)?|ongeinteresseerd(?:e)?|ongemotiveerd(?:e)?|laks(?:e|er)?',
				'onbetrouwbaar|onbetrouwbare|oneerlijk(?:e)?|achterbaks(?:e)?|manipulatie(?:f|ve)|leugenaars?',
				'onredelijk(?:e)?|hysterisch(?:e)?|overbezorgd(?:e)?|overgevoelig(?:e)?|kinderachtig(?:e)?',
				'bemoeizuchtig(?:e)?|bemoeial(?:len)?|arrogant(?:e)?|koppig(?:e|er)?|eigenwijs|eigenwijze',
				'belachelijk(?:e)?|schandalig(?:e)?|schandelijk(?:e)?|waardeloos|waardeloze|onzin|onbekwaam|onbekwame|incompetent(?:e)?|ondankbaar|ondankbare',
				`(?:een |zo'n )?(?:moeilijke?|lastige?|slechte?|vervelende?|rare|domme|gemene|zwakke|onmogelijke) ${person}`,
				`(?:een |zo'n )?(?:slechte|domme|gemene|rare|zwakke) ${school}`,
				`${other} ${be} ${very}(?:lastig|vervelend|dom|gemeen|raar|slecht|onmogelijk)(?! (?:bereikbaar|verstaanbaar|ter been|te [\\p{L}]+))`
			]
		},
		{
			hint: 'always',
			words: [
				`${other} (?:[^\\s.,;:!?]+ )?(?:altijd|nooit|steeds weer|telkens weer|voortdurend|constant|de hele tijd)(?! (?:graag|welkom|blij|vrolijk|lief|aardig|goed|eerder|ergens|al))`,
				`(?:altijd|nooit|steeds|voortdurend|constant) ${be.replace('ben|', '')} (?:hij|zij|ze|jij|jullie)`,
				'(?:weer eens|zoals gewoonlijk|voor de zoveelste keer)',
				'(?:iedereen|niemand) (?:vindt|weet|zegt|wil)'
			]
		},
		{
			hint: 'intent',
			words: [
				'expres|opzettelijk|met opzet',
				`${other} (?:wil|willen|wilt) (?:gewoon |echt )?(?:niet (?:luisteren|leren|werken|meewerken|meedenken|helpen)|alleen maar aandacht)`,
				`${other} (?:heeft|hebben|hebt|heb) (?:gewoon |echt )?(?:geen zin|geen interesse|schijt|lak)`,
				`${other} (?:doet|doen|deed) (?:gewoon |echt )?(?:zijn|haar|hun|je|jullie) best niet`,
				`(?:kan|kunnen|kon) (?:hem|haar|hen|ze|jou|jullie|school|het) (?:allemaal )?(?:niets|niks|geen bal) schelen`,
				`(?:het )?(?:kan|zal) (?:hem|haar|jou|jullie|school) (?:een zorg|worst|allemaal een worst) (?:zijn|wezen)`,
				`${other} (?:negeert|negeren|negeerde|manipuleert|manipuleren|dramt|drammen|zeurt|zeuren|stelt zich aan)`,
				'uit pure onwil|om aandacht te (?:trekken|krijgen)|om (?:me|mij|ons) te (?:pesten|treiteren|dwarsbomen)'
			]
		},
		{
			hint: 'thought',
			words: [
				'(?:het )?gevoel dat (?!ik (?:verdrietig|boos|bang|moe|blij|rustig|trots))(?:[^\\s.,;:!?]+)',
				'gevoel alsof [^\\s.,;:!?]+',
				'(?:voel|voelt|voelde)(?: (?:me|mij|het))? alsof [^\\s.,;:!?]+',
				'(?:voel|voelde) dat (?!ik )[^\\s.,;:!?]+'
			]
		},
		{
			hint: 'who',
			in: ['need'],
			words: [
				`dat ${other}`,
				'dat [A-Z][\\p{L}]+ (?:me|mij|ons|hem|haar|beter|meer|minder|eens)',
				'(?:van|door) (?:jou|jullie|u|hem|haar|school|de (?:juf|meester|leerkracht|school|mentor))'
			]
		},
		{
			hint: 'means',
			in: ['need'],
			words: [
				'(?:een |de |zijn |haar |meer )?(?:tablet|iPad|laptop|telefoon|rekenmachine|koptelefoon|bijles(?:sen)?|huiswerkbegeleiding|rt|remedial teach(?:er|ing)|logopedie|medicijnen|medicatie|pillen|ritalin|diagnose|test|toets|onderzoek|rugzakje|arrangement|beloning|beloningssysteem|sticker(?:s|kaart)?|straf|strafwerk|consequenties|mail(?:tje)?|e-mail|app(?:je)?|telefoontje|rooster|schema|time-?out|schorsing)',
				'(?:een )?(?:andere|kleinere|nieuwe) (?:klas|groep|school|juf|meester|leerkracht|mentor)',
				'(?:een )?(?:wekelijks|dagelijks|maandelijks|extra|vast) (?:gesprek|overleg|mailtje|belletje|uur|uurtje)(?:en)?'
			]
		},
		{
			hint: 'amount',
			in: ['need'],
			words: [
				`${amount} (?:minuten|minuut|kwartier|uur|uren|keer|dagen|dag)(?: (?:per|in de|elke) (?:dag|week|maand))?`,
				'(?:elke|iedere) (?:dag|avond|ochtend|week|maand|maandag|dinsdag|woensdag|donderdag|vrijdag)',
				'voor (?:maandag|dinsdag|woensdag|donderdag|vrijdag|het weekend|de vakantie|morgen)'
			]
		},
		{
			hint: 'must',
			in: ['request', 'need'],
			words: [
				`${other} (?:moet|moeten|moest|dient|dienen|hoort|horen|behoort)(?= )`,
				`(?:moet|moeten|dient|dienen|hoor|hoort|behoort) (?:hij|zij|ze|je|jij|jullie|u|school|de (?:school|juf|meester|leerkracht))`,
				'ik (?:eis|verwacht|sta erop|wens)(?: dat)?',
				'ik wil dat (?:hij|zij|ze|je|jij|jullie|u|school|de (?:school|juf|meester|leerkracht))',
				'(?:is|zijn|bent) (?:wettelijk )?verplicht|geen discussie|en daarmee uit|punt uit'
			]
		},
		{
			hint: 'threat',
			in: ['request'],
			words: [
				'(?:want )?anders (?:stap|ga|dien|bel|meld|haal|schakel|kom|moet|zal|krijg|stappen|gaan|bellen)(?: [\\p{L}]+)?',
				'of (?:ik|we|wij) (?:stap|stappen|dien|dienen|bel|bellen|haal|halen|schakel|schakelen)(?: [\\p{L}]+)?',
				'voor de laatste keer|laatste waarschuwing|dan zwaait er wat'
			]
		},
		{
			hint: 'order',
			in: ['request'],
			words: [
				'onmiddellijk|per direct|en wel nu|nu eindelijk|eindelijk eens|eens een keer',
				'(?<=^\\s*|[.!;\\n]\\s*)(?:zorg (?:er(?:voor)? |nou |nu )*dat|stop (?:met|daarmee)|hou(?:d)? (?:op|rekening|je|daarmee)|luister(?! je| jij)|regel (?:het|dit|dat)|doe (?:eens |nou )?(?:normaal|je|iets)|geef (?:hem|haar|mij|me)|neem (?:hem|haar|mij|me|ons)|leg (?:het|dit|dat|eens)|bel (?:me|mij|ons)(?! (?:je|jij|jullie|u)))(?![^.!\\n]*(?:\\?|graag|alsjeblieft|alstublieft|a\\.u\\.b))'
			]
		}
	],
	doing: [
		{ words: 'genegeerd|doodgezwegen|gepasseerd|overgeslagen|vergeten', feelings: ['sad', 'lonely'], need: 'seen' },
		{ words: '(?:niet|nooit) gezien|opzij ?gezet|aan de kant gezet', feelings: ['sad', 'disappointed'], need: 'seen' },
		{
			words: '(?:niet|nooit) gehoord|afgewimpeld|afgescheept|weggestuurd',
			feelings: ['disappointed', 'sad'],
			need: 'heard'
		},
		{
			words: '(?:niet|nooit) serieus genomen|(?:niet|nooit) voor vol aangezien|weggezet|betutteld|bevoogd',
			feelings: ['frustrated', 'unsure'],
			need: 'respect'
		},
		{
			words: '(?:niet|nooit) begrepen|onbegrepen|verkeerd begrepen|verkeerd beoordeeld|veroordeeld|beoordeeld',
			feelings: ['sad', 'lonely'],
			need: 'understanding'
		},
		{
			words: 'aangevallen|afgekraakt|bekritiseerd|de grond in geboord|beschuldigd|in de hoek gezet|klem ?gezet',
			feelings: ['scared', 'tense'],
			need: 'safety'
		},
		{
			words: 'afgewezen|buitengesloten|ongewenst|overbodig|(?:niet|nooit) welkom|(?:niet|nooit) betrokken',
			feelings: ['sad', 'lonely'],
			need: 'belonging'
		},
		{
			words: '(?:niet|nooit) gewaardeerd|ondergewaardeerd|gebruikt|uitgebuit|onbelangrijk',
			feelings: ['disappointed', 'tired'],
			need: 'appreciation'
		},
		{
			words: 'bedrogen|belazerd|voorgelogen|verraden|gemanipuleerd|voor de gek gehouden|misleid',
			feelings: ['angry', 'sad'],
			need: 'honesty'
		},
		{ words: 'gewantrouwd|(?:niet|nooit) vertrouwd|gecontroleerd', feelings: ['sad', 'tense'], need: 'trust' },
		{
			words: 'in de steek gelaten|verlaten|aan (?:mijn|ons) lot overgelaten',
			feelings: ['lonely', 'scared'],
			need: 'support'
		},
		{
			words: 'onder druk gezet|gedwongen|opgejaagd|overruled|voor het blok gezet',
			feelings: ['tense', 'powerless'],
			need: 'freedom'
		},
		{
			words: 'gekleineerd|vernederd|voor schut gezet|te kijk gezet|belachelijk gemaakt',
			feelings: ['ashamed', 'angry'],
			need: 'respect'
		},
		{
			words: 'tegengewerkt|gedwarsboomd|gesaboteerd|tegengehouden',
			feelings: ['frustrated', 'powerless'],
			need: 'togetherness'
		},
		{ words: 'overvallen|van het kastje naar de muur gestuurd', feelings: ['startled', 'confused'], need: 'clarity' },
		{
			words: '(?:een )?(?:slechte|waardeloze) (?:ouder|moeder|vader|juf|meester|leerkracht)|mislukt',
			feelings: ['unsure', 'sad'],
			need: 'appreciation'
		},
		{ words: 'dom|stom|achterlijk|waardeloos', feelings: ['unsure', 'ashamed'], need: 'growth' }
	]
};
