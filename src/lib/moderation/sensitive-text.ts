/**
 * Signs of personal or health details in a text: a hint to whoever reads or sends it, never a refusal.
 * Found here, on this machine: nothing leaves. Pure. RGPD art. 9 (health data), art. 4 (identifiable).
 */

export type SensitiveKind =
	'email' | 'phone' | 'professional_name' | 'family_name' | 'medicine' | 'diagnosis' | 'school';

export interface SensitiveHint {
	kind: SensitiveKind;
	/** The words that look sensitive, as written. */
	excerpt: string;
	/** Where they start, in UTF-16 units. */
	at: number;
}

/** Longest text that is looked through; what is beyond is for people to read. */
const READ_AT_MOST = 50_000;

const NAME = String.raw`\p{Lu}[\p{L}’'-]+`;

const PATTERNS: readonly (readonly [SensitiveKind, RegExp])[] = [
	['email', /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/gu],
	['phone', /(?<!\d)(?:(?:\+|00)33[ .-]?[1-9]|0[1-9])(?:[ .\u00a0\u202f-]?\d{2}){4}(?!\d)/gu],
	[
		'professional_name',
		new RegExp(
			String.raw`(?<![\p{L}])(?:Dr\.?|Docteure?|Pr\.?|Professeure?|Mme|Madame|M\.|Monsieur|Mlle|Maître)[ \u00a0]${NAME}`,
			'gu'
		)
	],
	[
		'family_name',
		new RegExp(
			String.raw`(?<![\p{L}])(?:[Mm]on|[Mm]a|[Ss]on|[Ss]a|[Nn]otre|[Mm]es)[ \u00a0](?:fils|fille|mari|femme|époux|épouse|conjointe?|compagnon|compagne|père|mère|frère|sœur|soeur|oncle|tante|voisine?|grand-mère|grand-père|petit-fils|petite-fille|collègue|amie?|bébé)[ \u00a0]${NAME}`,
			'gu'
		)
	],
	[
		'medicine',
		/(?<![\p{L}])(?:sertraline|fluox[ée]tine|parox[ée]tine|escitalopram|venlafaxine|prozac|zoloft|deroxat|lithium|d[ée]pakine|valproate|risp[ée]ridone|olanzapine|abilify|aripiprazole|clozapine|hald?ol|xanax|alprazolam|lexomil|bromaz[ée]pam|valium|diaz[ée]pam|lysanxia|seresta|stilnox|zolpidem|imovane|zopiclone|ritaline|m[ée]thylph[ée]nidate|m[ée]thadone|subutex|bupr[ée]norphine|morphine|tramadol|oxycodone|skenan|l[ée]vothyrox|insuline|metformine|m[ée]thotrexate|humira|truvada|descovy|biktarvy|baclof[èe]ne)(?![\p{L}])/giu
	],
	[
		'diagnosis',
		/(?<![\p{L}])(?:schizophr[èée]n(?:ie|e)s?|bipolaires?|d[ée]pressions?|anorexi(?:e|que)s?|boulimi(?:e|que)s?|autis(?:me|te)s?|alzheimer|parkinson|cancers?|leuc[ée]mie|tumeurs?|chimioth[ée]rapie|vih|sida|s[ée]ropositi(?:f|ve)s?|h[ée]patite|diab[ée]tiques?|diab[èe]te|[ée]pileps(?:ie|ies)|[ée]pileptiques?|scl[ée]rose|endom[ée]triose|ivg|avortement|tentatives? de suicide|suicid(?:e|aire)s?|alcooliques?|toxicomanes?)(?![\p{L}])/giu
	],
	[
		'school',
		/(?<![\p{L}])en (?:petite section|moyenne section|grande section|cp|ce1|ce2|cm1|cm2|6e|6ème|5e|5ème|4e|4ème|3e|3ème|seconde|premi[èe]re|terminale)(?: [A-F\d])?[ ,]{1,2}(?:à|au|a|chez|dans)[ \u00a0](?:la |le |l’|l'|l’)?[\p{L}’'-]+/giu
	]
];

/** The signs found, in the order of the text, `max` at most. */
export function findSensitive(text: string, max = 20): SensitiveHint[] {
	const read = text.slice(0, READ_AT_MOST);
	const hints = PATTERNS.flatMap(([kind, pattern]) =>
		[...read.matchAll(pattern)].map((match) => ({ kind, excerpt: match[0], at: match.index }))
	);
	return hints.sort((one, other) => one.at - other.at).slice(0, max);
}

/** The kinds of signs found, each once, in the order of the text. */
export function sensitiveKinds(text: string): SensitiveKind[] {
	return [...new Set(findSensitive(text, 200).map(({ kind }) => kind))];
}
