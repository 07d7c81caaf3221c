/** The demonstration territory « Val d’Orsente », entirely fictitious: its files, read and checked. */
import * as v from 'valibot';
import actionSheets from './action-sheets.json' with { type: 'json' };
import bodies from './bodies.json' with { type: 'json' };
import contract from './contract.json' with { type: 'json' };
import coordination from './coordination.json' with { type: 'json' };
import diagnosis from './diagnosis.json' with { type: 'json' };
import funding from './funding.json' with { type: 'json' };
import indicators from './indicators.json' with { type: 'json' };
import inventory from './inventory.json' with { type: 'json' };
import meetings from './meetings.json' with { type: 'json' };
import organisations from './organisations.json' with { type: 'json' };
import people from './people.json' with { type: 'json' };
import proposals from './proposals.json' with { type: 'json' };
import territory from './territory.json' with { type: 'json' };
import votes from './votes.json' with { type: 'json' };
import {
	contractShape,
	coordinationShape,
	diagnosisShape,
	inventoryShape,
	meetingsShape
} from './contract-shape.ts';
import { datedIn } from './days.ts';
import { proposalsShape } from './proposal-shape.ts';
import { actionSheetsShape, fundingShape, indicatorsShape } from './sheet-shape.ts';
import { bodiesShape, organisationsShape, peopleShape, territoryShape } from './territory-shape.ts';
import { votesShape } from './vote-shape.ts';

const demoShape = v.strictObject({
	territory: territoryShape,
	organisations: organisationsShape,
	people: peopleShape.entries.people,
	bodies: bodiesShape.entries.bodies,
	contract: contractShape,
	meetings: meetingsShape.entries.meetings,
	diagnosis: diagnosisShape,
	inventory: inventoryShape.entries.items,
	coordination: coordinationShape,
	proposals: proposalsShape.entries.proposals,
	sheets: actionSheetsShape.entries.sheets,
	drafts: actionSheetsShape.entries.drafts,
	funding: fundingShape,
	indicators: indicatorsShape.entries.indicators,
	votes: votesShape
});

export type DemoData = v.InferOutput<typeof demoShape>;

/** Everything the demonstration holds, with the dates inside its sentences still to be filled in. */
export function readDemoData(): DemoData {
	return v.parse(demoShape, {
		territory,
		organisations,
		people: people.people,
		bodies: bodies.bodies,
		contract,
		meetings: meetings.meetings,
		diagnosis,
		inventory: inventory.items,
		coordination,
		proposals: proposals.proposals,
		sheets: actionSheets.sheets,
		drafts: actionSheets.drafts,
		funding,
		indicators: indicators.indicators,
		votes
	});
}

/**
 * The demonstration as it reads on the day of `now`: sentences carry their dates, while `day` fields
 * stay offsets in days from that day (see `days.ts`).
 */
export function datedDemoData(now: Date): DemoData {
	const data = readDemoData();
	return v.parse(demoShape, datedIn(data, now, data.territory.timeZone));
}
