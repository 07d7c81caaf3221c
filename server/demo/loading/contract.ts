/** Loads the contract as configuration: phases, axes, windows, signatories, questions, words, dates. */
import { newId } from '#lib/database/ids.ts';
import type { Story } from './story.ts';

const DAY_IN_MINUTES = 24 * 60;

/** Inserts the contract with what its pages show beside the plan. */
export async function loadContract(story: Story): Promise<void> {
	const { trx, contractId, territoryId } = story;
	const { contract, organisations } = story.data;
	await trx
		.insertInto('contract')
		.values({
			id: contractId,
			territoryId,
			title: contract.title,
			generation: contract.generation,
			state: contract.state,
			startsOn: story.on(contract.startDay),
			endsOn: story.on(contract.endDay),
			signedOn: story.on(contract.signedDay),
			summary: contract.summary,
			answerDays: contract.answerWithinDays,
			createdAt: story.at(contract.preparationDay)
		})
		.execute();
	await trx
		.insertInto('contractPhase')
		.values(
			contract.phases.map((phase) => ({
				id: newId(),
				contractId,
				kind: phase.kind,
				title: phase.name,
				detail: phase.plain,
				startsOn: story.on(phase.startDay),
				endsOn: story.on(phase.endDay),
				progress: phase.state,
				position: phase.order
			}))
		)
		.execute();
	await trx
		.insertInto('theme')
		.values(
			contract.themes.map(({ key, name }, position) => ({
				id: story.id('theme', key),
				contractId,
				label: name,
				position
			}))
		)
		.execute();
	await trx
		.insertInto('priority')
		.values([
			...contract.arsPriorities.map(({ key, title }, position) => ({
				id: story.id('priority', key),
				contractId,
				side: 'ARS' as const,
				label: title,
				position
			})),
			...contract.territoryPriorities.map(({ key, title }, position) => ({
				id: story.id('priority', key),
				contractId,
				side: 'TERRITORY' as const,
				label: title,
				position
			}))
		])
		.execute();
	await trx
		.insertInto('signatory')
		.values(
			organisations.signatories.map((signatory, position) => ({
				id: newId(),
				contractId,
				organisationId: story.id('organisation', signatory.key),
				tier: signatory.tier,
				capacity: signatory.capacity,
				commitment: signatory.commitment,
				validation: signatory.validation ?? '',
				signedOn: story.on(signatory.signedDay),
				position
			}))
		)
		.execute();
	await trx
		.insertInto('partner')
		.values(
			organisations.partners.map((partner, position) => ({
				id: newId(),
				contractId,
				organisationId: story.id('organisation', partner.key),
				kind: partner.family,
				contribution: partner.contribution,
				position
			}))
		)
		.execute();
	story.tell({
		verb: 'contract-signed',
		subjectKind: 'contract',
		subjectId: contractId,
		person: 'nadia',
		at: story.at(contract.signedDay, 11 * 60)
	});
}

/** Inserts the ten questions, the lexicon and the dates of the calendar. */
export async function loadReadingPages(story: Story): Promise<void> {
	const { trx, contractId } = story;
	const { questions, lexicon, calendar } = story.data.contract;
	await trx
		.insertInto('contractQuestion')
		.values(
			questions.map(({ question, answer, order }) => ({
				id: newId(),
				contractId,
				question,
				answer,
				position: order
			}))
		)
		.execute();
	await trx
		.insertInto('lexiconEntry')
		.values(
			lexicon.map(({ acronym, expansion, plain }) => ({
				id: newId(),
				contractId,
				acronym,
				expansion,
				explanation: plain
			}))
		)
		.execute();
	await trx
		.insertInto('calendarEntry')
		.values(
			calendar.map(({ day, title, place }) => ({
				id: newId(),
				contractId,
				title,
				place,
				onDay: story.on(day)
			}))
		)
		.execute();
}

/** Inserts the axes with their strategic and operational objectives. */
export async function loadAxes(story: Story): Promise<void> {
	const { trx, contractId } = story;
	const { axes } = story.data.contract;
	await trx
		.insertInto('axis')
		.values(
			axes.map((axis) => ({
				id: story.id('axis', axis.code),
				contractId,
				code: axis.code,
				title: axis.title,
				summary: `${axis.plainTitle}. ${axis.summary}`,
				tone: axis.colour,
				position: axis.order
			}))
		)
		.execute();
	const strategic = axes.flatMap((axis) =>
		axis.strategicObjectives.map((objective, position) => ({ axis, objective, position }))
	);
	await trx
		.insertInto('strategicObjective')
		.values(
			strategic.map(({ axis, objective, position }) => ({
				id: story.id('objective', objective.code),
				axisId: story.id('axis', axis.code),
				code: objective.code,
				title: objective.title,
				position
			}))
		)
		.execute();
	await trx
		.insertInto('operationalObjective')
		.values(
			strategic.flatMap(({ objective }) =>
				objective.operationalObjectives.map(({ code, title }, position) => ({
					id: story.id('objective', code),
					strategicObjectiveId: story.id('objective', objective.code),
					code,
					title,
					position
				}))
			)
		)
		.execute();
}

/** Inserts the amendment that is being prepared, and the windows: one closed, one open. */
export async function loadWindows(story: Story): Promise<void> {
	const { trx, contractId } = story;
	const { amendments, windows } = story.data.contract;
	await trx
		.insertInto('amendment')
		.values(
			amendments.map((amendment) => ({
				id: story.id('amendment', amendment.key),
				contractId,
				number: amendment.number,
				title: amendment.title,
				purpose: `${amendment.purpose} ${amendment.reason}`,
				state: amendment.state
			}))
		)
		.execute();
	await trx
		.insertInto('contributionWindow')
		.values(
			windows.map((window) => ({
				id: story.id('window', window.key),
				contractId,
				amendmentId: story.maybeId('amendment', window.amendment),
				title: window.title,
				question: window.question,
				description: `${window.introduction} ${window.note}`,
				audience: window.audience,
				opensAt: story.at(window.opensDay, 0),
				// The last day is included: the window ends when the next one begins.
				closesAt: story.at(window.closesDay + 1, 0)
			}))
		)
		.execute();
	await trx
		.insertInto('contributionWindowAxis')
		.values(
			windows.flatMap((window) =>
				window.axes.map((code) => ({
					windowId: story.id('window', window.key),
					axisId: story.id('axis', code)
				}))
			)
		)
		.execute();
	for (const { key, circuit } of amendments) {
		for (const step of circuit.filter(({ state }) => state === 'done')) {
			story.tell({
				verb: 'amendment-advanced',
				subjectKind: 'amendment',
				subjectId: story.id('amendment', key),
				person: 'nadia',
				at: story.at(step.day, DAY_IN_MINUTES / 2),
				detail: { state: 'PROPOSED', on: story.on(step.day) }
			});
		}
	}
	for (const { key, opensDay } of windows) {
		story.tell({
			verb: 'window-opened',
			subjectKind: 'contribution-window',
			subjectId: story.id('window', key),
			person: 'nadia',
			at: story.at(opensDay, 0)
		});
	}
}
