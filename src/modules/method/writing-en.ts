import type { Vocabulary } from './writing.ts';

const other =
	'(?:he|she|they|you|(?:his|her|the|our|your) (?:school|teacher|mentor|mother|father|mum|mom|dad|parents?|son|daughter))';
const be = "(?:is|was|were|are|'s|'re|has been|have been)";
const very = '(?:(?:so|very|really|always|just|too|such an?|quite|being) )*';
const person =
	'(?:child|kid|children|kids|boy|girl|pupil|pupils|student|students|parent|parents|mother|father|family|class|person|people)';
const school = '(?:school|teacher|mentor|colleague|upbringing|influence|attitude)';
const few = '(?:[^\\s.,;:!?]+ ){0,4}?';
const amount = '(?:\\d+|one|two|three|four|five|ten|fifteen|twenty|thirty)';

/** English: the same as the Dutch. */
export const en: Vocabulary = {
	small:
		"the a an i you he she they we and or but that not no of for with on in to is was are were has have had am my me your his her our their be been do does did don't doesn't want wants can could would will when if feel feels i'm it as at".split(
			' '
		),
	not: ['not', "isn't", "wasn't", "aren't", "weren't", 'no', 'without', 'never'],
	feel: `(?<!\\p{L}|not |n't )(?:feel|feels|felt|feeling)\\s+${few}`,
	alone: `^\\s*|[.,;:!?\\n]\\s*|(?<![\\p{L}])(?:and|or|but|very|so|also|really|i am|i'm|i was|you are|you're|i get|being)\\s+`,
	patterns: [
		{
			hint: 'label',
			words: [
				'laz(?:y|ier|iest|iness)|slack(?:er|ers)',
				'rude(?:r|ly|ness)?|cheeky|impolite|insolent|disrespectful',
				'selfish|self-centred|self-centered|antisocial|asocial',
				'aggressive|unmanageable|out of control|spoil(?:ed|t)|brat(?:s)?|drama queen',
				'stupid|idiot(?:s|ic)?|moron(?:s)?|dumb|retarded',
				'irresponsible|negligent|neglectful|careless|indifferent|uninterested|unmotivated|disinterested',
				'unreliable|dishonest|sneaky|manipulative|liars?',
				'unreasonable|hysterical|overprotective|oversensitive|childish|immature|lame',
				'interfering|meddling|meddlesome|nosy|arrogant|stubborn|pig-headed|bossy',
				'ridiculous|outrageous|disgraceful|shameful|useless|worthless|nonsense|incompetent|unprofessional|ungrateful|pathetic',
				`(?:an? )?(?:difficult|bad|annoying|weird|mean|weak|impossible|horrible|terrible|awful|problem) ${person}`,
				`(?:an? )?(?:bad|weird|mean|weak|terrible|awful|horrible) ${school}`,
				`${other}(?: )?${be} ${very}(?:difficult|annoying|mean|weird|bad|impossible|horrible|terrible)(?! (?:to reach|to hear|to understand|to read|at))`
			]
		},
		{
			hint: 'always',
			words: [
				`${other}(?:'re|'s)? (?:${be} )?(?:[\\p{L}]+ )?(?:always|never|constantly|continually|all the time)(?! (?:liked|likes|enjoy|enjoys|enjoyed|loves|loved|been (?:to|kind|on time)|happy|welcome|cheerful|kind|friendly|before))`,
				'(?:every single time|as usual|yet again|for the umpteenth time)',
				'(?:everybody|everyone|nobody|no one) (?:thinks|knows|says|wants|cares)'
			]
		},
		{
			hint: 'intent',
			words: [
				'on purpose|deliberately|intentionally',
				`${other} (?:just |simply )?(?:don't|doesn't|do not|does not|didn't|won't) (?:even |really )?(?:care|try|bother|want to (?:listen|learn|work|help|cooperate)|make (?:an|any) effort)`,
				`${other} (?:couldn't|could not|can't) care less`,
				`${other} (?:just |only )?(?:wants?|wanted) (?:attention|to annoy|to get (?:his|her|their|your) way)`,
				`${other} (?:ignores?|ignored|manipulates?|manipulated|whines?|nags?|nagged|shows? off)`,
				'out of spite|to get attention|to annoy (?:me|us)|to spite (?:me|us)'
			]
		},
		{
			hint: 'thought',
			words: [
				"(?:feel|feels|felt|feeling) that (?!(?:i am|i'm) (?:sad|angry|scared|tired|happy|calm|getting))[^\\s.,;:!?]+",
				"(?:feel|feels|felt|feeling) (?:like|as if|as though) (?:you|he|she|they|it|nobody|no one|everybody|everyone|i|i'm|we|we're|school|the (?:school|teacher))(?![\\p{L}'])"
			]
		},
		{
			hint: 'doing',
			words: [
				"(?:don't|do not|doesn't|does not|didn't|did not|never) feel (?:really |very )?(?:heard|seen|appreciated|valued|understood|welcome|included|respected|trusted|taken seriously)"
			]
		},
		{
			hint: 'who',
			in: ['need'],
			words: [
				`(?:need|needs|want|wants) (?:you|him|her|them|school|the (?:school|teacher|mentor)) to`,
				`(?:that|for) ${other} (?:to )?[\\p{L}]+`,
				'(?:from|by) (?:you|him|her|them|school|the (?:school|teacher|mentor))'
			]
		},
		{
			hint: 'means',
			in: ['need'],
			words: [
				'(?:an? |the |his |her |more )?(?:tablet|iPad|laptop|phone|calculator|headphones|tutor(?:ing)?|extra lessons|homework club|speech therapy|medication|medicines?|pills|ritalin|diagnosis|test|assessment|reward(?:s| chart)?|sticker(?:s| chart)?|punishment|detention|consequences|e-?mails?|text message|phone call|timetable|schedule|time-?out|suspension)',
				'(?:an? )?(?:another|other|different|smaller|new) (?:class|group|school|teacher|mentor)',
				'(?:an? )?(?:weekly|daily|monthly|extra|fixed) (?:talks?|meetings?|mails?|calls?|hours?|lessons?)'
			]
		},
		{
			hint: 'amount',
			in: ['need'],
			words: [
				`${amount} (?:minutes?|hours?|times|days?)(?: (?:a|per|each|every) (?:day|week|month))?`,
				'(?:every|each) (?:day|evening|morning|night|week|month|monday|tuesday|wednesday|thursday|friday)',
				'(?:by|before) (?:monday|tuesday|wednesday|thursday|friday|tomorrow|the weekend|the holidays?)'
			]
		},
		{
			hint: 'must',
			in: ['request', 'need'],
			words: [
				`${other} (?:must|should|ought to|have to|has to|need to|needs to|had better|are supposed to|is supposed to)`,
				`i (?:demand|insist|expect|require)(?: that)?`,
				'i want (?:you|him|her|them|school|the (?:school|teacher)) to',
				"(?:is|are|you're) (?:legally )?(?:obliged|required) to|end of story|no discussion|full stop"
			]
		},
		{
			hint: 'threat',
			in: ['request'],
			words: [
				"(?:or|otherwise|or else) (?:i|we)(?:'ll| will|'m going to| am going to| shall) [\\p{L}]+",
				'or else|for the last time|last warning|last chance'
			]
		},
		{
			hint: 'order',
			in: ['request'],
			words: [
				'immediately|right now|at once|once and for all|for once',
				"(?<=^\\s*|[.!;\\n]\\s*)(?:make sure|see to it|stop|quit|listen(?! to you)|behave|give (?:him|her|me)|take (?:him|her|me|us)|sort (?:it|this|that)|explain (?:it|this|that|to)|call (?:me|us)|don't)(?![^.!\\n]*(?:\\?|please))"
			]
		}
	],
	doing: [
		{ words: 'ignored|overlooked|passed over|forgotten|invisible', feelings: ['sad', 'lonely'], need: 'seen' },
		{ words: 'not seen|unseen|pushed aside|put aside', feelings: ['sad', 'disappointed'], need: 'seen' },
		{ words: 'not heard|unheard|fobbed off|dismissed|brushed off', feelings: ['disappointed', 'sad'], need: 'heard' },
		{
			words: 'not taken seriously|patronised|patronized|belittled|talked down to|disrespected',
			feelings: ['frustrated', 'unsure'],
			need: 'respect'
		},
		{
			words: 'not understood|misunderstood|misjudged|judged|labelled|labeled',
			feelings: ['sad', 'lonely'],
			need: 'understanding'
		},
		{
			words: 'attacked|criticised|criticized|accused|blamed|cornered|targeted',
			feelings: ['scared', 'tense'],
			need: 'safety'
		},
		{
			words: 'rejected|excluded|left out|unwanted|unwelcome|not welcome|not included|not involved',
			feelings: ['sad', 'lonely'],
			need: 'belonging'
		},
		{
			words: 'not appreciated|unappreciated|undervalued|taken for granted|used|unimportant',
			feelings: ['disappointed', 'tired'],
			need: 'appreciation'
		},
		{
			words: 'betrayed|cheated|lied to|deceived|manipulated|misled|tricked',
			feelings: ['angry', 'sad'],
			need: 'honesty'
		},
		{ words: 'distrusted|not trusted|mistrusted|controlled|watched', feelings: ['sad', 'tense'], need: 'trust' },
		{
			words: 'let down|abandoned|deserted|left alone with (?:it|this)',
			feelings: ['lonely', 'scared'],
			need: 'support'
		},
		{
			words: 'pressured|pressurised|forced|coerced|rushed|overruled|put on the spot',
			feelings: ['tense', 'powerless'],
			need: 'freedom'
		},
		{ words: 'humiliated|made fun of|shown up|ridiculed', feelings: ['ashamed', 'angry'], need: 'respect' },
		{ words: 'opposed|thwarted|sabotaged|worked against', feelings: ['frustrated', 'powerless'], need: 'togetherness' },
		{ words: 'ambushed|sent from pillar to post', feelings: ['startled', 'confused'], need: 'clarity' },
		{
			words: '(?:like )?(?:an? )?(?:bad|terrible) (?:parent|mother|father|mum|mom|teacher)|a failure',
			feelings: ['unsure', 'sad'],
			need: 'appreciation'
		},
		{ words: 'stupid|dumb|useless|worthless', feelings: ['unsure', 'ashamed'], need: 'growth' }
	]
};
