import * as v from 'valibot';
import { expect, test } from 'vitest';
import { EditSheetFormSchema } from './action-sheet-form.ts';
import { readDetails } from './details.ts';
import { sheetValues } from './sheet-values.ts';

const ID = '01a203aa-ee59-7af7-967d-2b5be5def7f6';

test('a form sent back as it was shown changes nothing of the sheet', () => {
	const details = readDetails({
		generalObjective: 'Mieux',
		specificObjectives: ['un', 'deux'],
		targetPublics: ['75 ans et plus'],
		beneficiaries: 120,
		legalDomains: ['care', 'prevention'],
		environmentPercent: 80,
		equity: { universalOffer: 'tous', indicator: '60 %' },
		participation: 'co_construction',
		calendar: ['06/2027'],
		priorityIds: [ID]
	});
	const sheet = {
		title: 'Bus',
		plainSummary: 'Un bus.',
		kind: 'NEW',
		priority: 'high',
		leadOrganisationId: ID,
		leadLabel: '',
		electedSponsor: 'Présidente',
		versionLabel: 'v3',
		startsOn: '2027-01-01',
		endsOn: null,
		objectives: [{ id: ID }],
		communes: [],
		partners: [{ id: ID }],
		details
	};
	const parsed = v.parse(EditSheetFormSchema, {
		sheet: ID,
		knownUpdate: '5',
		...sheetValues(sheet)
	});
	expect(parsed).toEqual({
		sheetId: ID,
		knownUpdate: 5,
		title: 'Bus',
		plainSummary: 'Un bus.',
		kind: 'NEW',
		priority: 'high',
		leadOrganisationId: ID,
		leadLabel: '',
		electedSponsor: 'Présidente',
		versionLabel: 'v3',
		startsOn: '2027-01-01',
		endsOn: null,
		objectiveIds: [ID],
		communeIds: [],
		partnerIds: [ID],
		details
	});
});

test('numbers and dates that are not ones are refused by field', () => {
	const values = {
		...sheetValues({
			title: '',
			plainSummary: 'x'.repeat(401),
			kind: 'NEW',
			priority: 'high',
			leadOrganisationId: null,
			leadLabel: '',
			electedSponsor: '',
			versionLabel: '',
			startsOn: 'demain',
			endsOn: null,
			objectives: [],
			communes: [],
			partners: [],
			details: readDetails({})
		}),
		beneficiaries: 'beaucoup',
		environmentPercent: '120'
	};
	const parsed = v.safeParse(EditSheetFormSchema, { sheet: ID, knownUpdate: '5', ...values });
	expect(parsed.issues?.map((issue) => issue.path?.[0]?.key).sort()).toEqual([
		'beneficiaries',
		'environmentPercent',
		'plainSummary',
		'startsOn',
		'title'
	]);
});
