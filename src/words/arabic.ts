/**
 * Arabic for papers: a record on paper can be read by who reads no Dutch, long before the screens speak Arabic. Words of people
 * stay as they were written; between these signs they keep their own direction (UAX #9, isolates).
 */
const own = (text: string | number) => `\u2068${text}\u2069`;

export const arabic = {
	title: (name: string) => `تقرير اللقاء بشأن ${own(name)}`,
	yours: () => 'تقرير لقائك',
	written: () => 'كُتبت أقوال الناس كما هي بلغتها، وهي غير مترجمة.',
	when: (moment: string) => `الموعد: ${moment}`,
	where: (place: string) => `المكان: ${place}`,
	who: (names: readonly string[]) => `المشاركون: ${names.map(own).join('، ')}`,
	forAdults: () => 'للبالغين',
	agreements: () => 'الاتفاقات',
	noAgreements: () => 'لم تُسجَّل اتفاقات في هذا اللقاء.',
	next: () => 'اللقاء القادم',
	nextOn: (day: string) => `يوم ${day}`,
	noneNeeded: (name: string) => `لا حاجة إلى لقاء آخر، بحسب ${own(name)}.`,
	nextOpen: () => 'لم يُحدَّد موعد بعد.',
	responses: () => 'الردود',
	acknowledged: (name: string) => `${own(name)}: هكذا كان اللقاء`,
	viewed: (name: string, view: string) => `${own(name)} – رأي خاص: ${own(view)}`,
	awaited: (name: string, day: string) => `${own(name)}: يمكن الرد حتى يوم ${day}`,
	silent: (name: string) => `${own(name)}: لا رد بعد`,
	said: () => 'ما قيل في اللقاء',
	saidBy: (name: string, text: string) => `${own(name)}: ${own(text)}`,
	version: (number: number, day: string, name: string) => `النسخة ${number}، يوم ${day}. من إعداد ${own(name)}.`,
	page: (page: number, of: number) => `الصفحة ${page} من ${of}`
};

/** An agreement in parts, each with its label: a sentence of Dutch words cannot be told in Arabic without translating them. */
export const arabicAgreement = {
	dont: 'ما لا نفعله',
	home: 'في البيت',
	goal: 'الهدف',
	when: 'متى',
	until: 'حتى',
	how: 'كيف',
	helpers: 'بمساعدة',
	states: {
		proposed: 'بانتظار الرد',
		adapted: 'بانتظار الرد على التعديل',
		agreed: 'متفق عليه',
		declined: 'لم يُقبل',
		withdrawn: 'سُحب الاقتراح',
		ended: 'انتهى'
	},
	own
} as const;

export const arabicPlaces = {
	school: 'في المدرسة',
	phone: 'عبر الهاتف',
	online: 'عبر الإنترنت',
	home: 'في البيت'
} as const;

/** What stands above words on the page of a talk. */
export const arabicSections: Readonly<Record<string, string>> = {
	aim: 'هدف اللقاء',
	expectation: 'ما يتوقعه كل طرف',
	point: 'موضوع للحديث',
	learn: 'ما يريد الطفل أن يتعلمه',
	challenge: 'التحدي',
	opportunity: 'الفرص',
	show: 'ما يحب الطفل أن يُريه',
	managed: 'ما نجح',
	unmanaged: 'ما لم ينجح بعد',
	happened: 'ما حدث',
	touched: 'ما أثّر فينا',
	hope: 'الأمل',
	estimate: 'تقدير المدرسة',
	works: 'ما ينفع',
	well: 'ما يسير جيدًا',
	hard: 'ما يصعب أو يُقلق',
	exception: 'متى لا يحدث ذلك؟',
	wish: 'ما أتمناه',
	'factor-child': 'ما يتعلق بالطفل',
	'factor-teaching': 'ما يتعلق بالتعليم',
	'factor-upbringing': 'ما يتعلق بالتربية',
	repair: 'ما نصلحه',
	'goal-child': 'هدف للطفل',
	'goal-teaching': 'هدف للتعليم',
	'goal-upbringing': 'هدف للتربية',
	need: 'ما يحتاج إليه',
	contact: 'كيف نبقى على تواصل'
};
