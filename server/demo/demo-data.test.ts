import { describe, expect, it } from 'vitest';
import { fidelityOf } from '#lib/lineage/lineage.ts';
import { datedDemoData, readDemoData } from './demo-data.ts';
import { dayAt } from './days.ts';

const data = readDemoData();
const now = new Date('2026-11-22T09:00:00Z');
const zone = data.territory.timeZone;
const colleges = ['resident', 'professional', 'elected'] as const;

const keysOf = (rows: readonly { key: string }[]) => rows.map((row) => row.key);
const codesOf = (rows: readonly { code: string }[]) => rows.map((row) => row.code);
const sum = (numbers: readonly (number | null)[]) =>
	numbers.reduce<number>((total, number) => total + (number ?? 0), 0);

const communes = codesOf(data.territory.communes);
const zones = codesOf(data.territory.zones);
const organisations = [
	...keysOf(data.organisations.signatories),
	...keysOf(data.organisations.partners)
];
const people = keysOf(data.people);
const bodies = keysOf(data.bodies);
const axes = codesOf(data.contract.axes);
const strategic = data.contract.axes.flatMap((axis) => axis.strategicObjectives);
const operational = strategic.flatMap((objective) => objective.operationalObjectives);
const objectives = codesOf(operational);
const themes = keysOf(data.contract.themes);
const proposals = keysOf(data.proposals);
const sheets = [...codesOf(data.sheets), ...codesOf(data.drafts)];
const meetings = keysOf(data.meetings);
const past = data.proposals.filter((proposal) => proposal.window === 'FEN-1');
const open = data.proposals.filter((proposal) => proposal.window === 'FEN-2');

function unknownIn(known: readonly string[], used: readonly (string | null | undefined)[]) {
	return used.filter((key) => typeof key === 'string' && !known.includes(key));
}

describe('the demonstration territory', () => {
	it('counts 24 communes and 38,045 inhabitants, all with codes that no real commune bears', () => {
		expect(communes).toHaveLength(24);
		expect(sum(data.territory.communes.map((commune) => commune.population))).toBe(38_045);
		expect(communes.every((code) => code.startsWith('DEMO-'))).toBe(true);
	});

	it('marks 23 communes FRR and 14 FRR+, nine of them the isolated plateau', () => {
		const zoneOf = (kind: string) => data.territory.zones.find((item) => item.kind === kind);
		expect(zoneOf('FRR')?.communes).toHaveLength(23);
		expect(zoneOf('FRR_PLUS')?.communes).toHaveLength(14);
		const plateau = zoneOf('ISOLATED_RURAL')?.communes ?? [];
		expect(plateau).toHaveLength(9);
		expect(unknownIn(zoneOf('FRR_PLUS')?.communes ?? [], plateau)).toEqual([]);
	});

	it('names communes in its zones that exist', () => {
		expect(
			unknownIn(
				communes,
				data.territory.zones.flatMap((item) => item.communes)
			)
		).toEqual([]);
		expect(communes).toContain(data.territory.centre);
	});
});

describe('organisations, people and bodies', () => {
	it('has four core signatories, five associated ones and twenty partners', () => {
		const tiers = data.organisations.signatories.map((signatory) => signatory.tier);
		expect(tiers.filter((tier) => tier === 'CORE')).toHaveLength(4);
		expect(tiers.filter((tier) => tier === 'ASSOCIATED')).toHaveLength(5);
		expect(data.organisations.partners).toHaveLength(20);
		const candidates = data.organisations.partners.filter(
			(partner) => partner.candidateCoSignatory
		);
		expect(keysOf(candidates)).toEqual(['PAR-02']);
	});

	it('gives only telephone numbers reserved for fiction and addresses of nobody', () => {
		for (const contact of data.organisations.contacts) {
			expect(contact.phone).toMatch(/^01\u00a099\u00a000(\u00a0\d\d){2}$/);
			expect(contact.email).toMatch(/\.example$/);
		}
		for (const person of data.people) {
			if (person.email !== null) expect(person.email).toMatch(/\.example$/);
		}
	});

	it('uses every key once', () => {
		for (const keys of [communes, zones, organisations, people, bodies, proposals, sheets]) {
			expect(new Set(keys).size).toBe(keys.length);
		}
		const emails = data.people.flatMap((person) => person.email ?? []);
		expect(new Set(emails).size).toBe(emails.length);
	});

	it('places each person in a commune and an organisation that exist', () => {
		expect(
			unknownIn(
				communes,
				data.people.map((person) => person.commune)
			)
		).toEqual([]);
		expect(
			unknownIn(
				organisations,
				data.people.map((person) => person.organisation)
			)
		).toEqual([]);
		expect(
			unknownIn(
				people,
				data.organisations.contacts.map((contact) => contact.person)
			)
		).toEqual([]);
	});

	it('lets one click sign in as each person that a visitor may want to be', () => {
		const roles = data.people
			.filter((person) => person.oneClick)
			.map((person) => [person.key, person.role]);
		expect(roles).toEqual([
			['solene', null],
			['verlhac', null],
			['costes', null],
			['nadia', 'coordinator'],
			['roumieu', 'elected'],
			['samia', 'mediator'],
			['herve', 'ars_referent'],
			['odile', 'clerk'],
			['ines', 'evaluator']
		]);
	});

	it('gives an e-mail to those who sign in and a way to be answered to the others', () => {
		for (const person of data.people) {
			expect(person.email !== null).toBe(person.account);
			if (person.answerChannel === 'letter') expect(person.postalAddress).not.toBeNull();
		}
	});

	it('has nine bodies, one open to all and a citizens’ committee one can apply to', () => {
		expect(bodies).toHaveLength(9);
		const admissions = Object.fromEntries(data.bodies.map((body) => [body.key, body.admission]));
		expect(admissions['GRP-GT3']).toBe('open');
		expect(admissions['GRP-CC']).toBe('application');
	});

	it('seats in bodies people and organisations that exist, each person once', () => {
		const members = data.bodies.flatMap((body) => body.members);
		expect(
			unknownIn(
				people,
				members.map((member) => member.person)
			)
		).toEqual([]);
		expect(
			unknownIn(
				organisations,
				members.map((member) => member.organisation)
			)
		).toEqual([]);
		expect(
			unknownIn(
				axes,
				data.bodies.map((body) => body.axis)
			)
		).toEqual([]);
		for (const body of data.bodies) {
			const seated = [...body.members, ...body.applications].map((member) => member.person);
			expect(unknownIn(people, seated)).toEqual([]);
			if (body.applications.length > 0) expect(body.admission).toBe('application');
			expect(new Set(seated).size).toBe(seated.length);
		}
	});

	it('does not let the mediator of the town’s own health workshop steer the contract', () => {
		const seats = data.bodies.filter((body) =>
			body.members.some((item) => item.person === 'samia')
		);
		expect(keysOf(seats)).toEqual(['GRP-GT1']);
	});
});

describe('the contract', () => {
	it('has five axes, ten strategic and twenty operational objectives', () => {
		expect(axes).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
		expect(strategic).toHaveLength(10);
		expect(operational).toHaveLength(20);
		for (const objective of operational) {
			expect(
				strategic.some((parent) => objective.code.startsWith(parent.code.replace('OS', 'OO')))
			).toBe(true);
		}
	});

	it('is signed for five years and keeps evaluation among its six phases', () => {
		expect(dayAt(now, data.contract.signedDay, zone)).toBe('2026-03-12');
		expect(dayAt(now, data.contract.endDay, zone)).toBe('2031-03-11');
		expect(keysOf(data.contract.phases)).toContain('evaluation');
		expect(data.contract.phases).toHaveLength(6);
		expect(data.contract.phases.filter((phase) => phase.state === 'current')).toHaveLength(1);
	});

	it('answers ten questions and explains at least thirty acronyms', () => {
		expect(data.contract.questions).toHaveLength(10);
		const acronyms = data.contract.lexicon.map((entry) => entry.acronym);
		expect(acronyms.length).toBeGreaterThanOrEqual(30);
		expect(new Set(acronyms).size).toBe(acronyms.length);
		expect([...acronyms].sort()).toEqual(acronyms);
	});

	it('opens one window that began thirty days ago and closes in fifty-four', () => {
		const windows = data.contract.windows.map(({ opensDay, closesDay }) => [opensDay, closesDay]);
		expect(windows.filter(([opens, closes]) => Number(opens) <= 0 && Number(closes) >= 0)).toEqual([
			[-30, 54]
		]);
		expect(windows[0]?.[1]).toBeLessThan(-353);
	});

	it('keeps two lists of priorities, each about axes that exist', () => {
		const { arsPriorities, territoryPriorities } = data.contract;
		expect(arsPriorities.length).toBeGreaterThan(0);
		expect(territoryPriorities.length).toBeGreaterThan(0);
		const used = [...arsPriorities, ...territoryPriorities].flatMap((priority) => priority.axes);
		expect(unknownIn(axes, used)).toEqual([]);
	});

	it('prepares an amendment through bodies and proposals that exist', () => {
		const [amendment] = data.contract.amendments;
		expect(unknownIn(bodies, amendment?.circuit.map((step) => step.body) ?? [])).toEqual([]);
		expect(unknownIn(proposals, amendment?.adds.map((item) => item.proposal) ?? [])).toEqual([]);
		expect(unknownIn(objectives, amendment?.adds.map((item) => item.objective) ?? [])).toEqual([]);
		expect(
			unknownIn(organisations, amendment?.adds.map((item) => item.organisation) ?? [])
		).toEqual([]);
		const dates = amendment?.circuit.map((step) => dayAt(now, step.day, zone)) ?? [];
		expect(dates.slice(0, 4)).toEqual(['2026-11-20', '2026-12-08', '2026-12-17', '2027-01-28']);
	});
});

describe('proposals', () => {
	it('has fifteen answered ones and six of the open window without an answer', () => {
		expect(past).toHaveLength(15);
		expect(open).toHaveLength(6);
		expect(past.every((proposal) => proposal.state === 'answered' && proposal.answer)).toBe(true);
		expect(open.every((proposal) => proposal.answer === null)).toBe(true);
		expect(open.map((proposal) => proposal.state)).toEqual([
			'published',
			'published',
			'published',
			'held',
			'received',
			'received'
		]);
	});

	it('points only to what exists', () => {
		for (const proposal of data.proposals) {
			const actors = [
				proposal.author,
				proposal.enteredBy,
				proposal.moderation?.by,
				proposal.answer?.preparedBy,
				...proposal.supporters.map((support) => support.person),
				...proposal.comments.map((comment) => comment.person)
			];
			expect(unknownIn(people, actors)).toEqual([]);
			expect(unknownIn(axes, [proposal.axis])).toEqual([]);
			expect(unknownIn(themes, proposal.themes)).toEqual([]);
			expect(unknownIn(communes, [proposal.commune])).toEqual([]);
			expect(unknownIn(bodies, [proposal.body, proposal.answer?.decidedBy])).toEqual([]);
			expect(unknownIn(proposals, [...proposal.overlaps, proposal.groupedWith])).toEqual([]);
			expect(unknownIn(objectives, [proposal.objective, proposal.answer?.objective])).toEqual([]);
			expect(unknownIn(sheets, [proposal.answer?.sheet])).toEqual([]);
			expect(unknownIn(meetings, [proposal.answer?.decidedAt])).toEqual([]);
		}
	});

	it('lets nobody support twice, support their own, or act before publication or after today', () => {
		for (const proposal of data.proposals) {
			const supporters = proposal.supporters.map((support) => support.person);
			expect(new Set(supporters).size).toBe(supporters.length);
			expect(supporters).not.toContain(proposal.author);
			const days = [...proposal.supporters, ...proposal.comments].map((act) => act.day);
			const published = proposal.publishedDay;
			if (published === null) expect(days).toEqual([]);
			else expect(days.every((day) => day >= published && day < 0)).toBe(true);
		}
	});

	it('threads comments under a comment that came before', () => {
		for (const { comments } of data.proposals) {
			for (const comment of comments.filter((item) => item.replyTo !== null)) {
				const parent = comments.find((item) => item.key === comment.replyTo);
				expect(parent?.day).toBeLessThanOrEqual(comment.day);
			}
		}
	});

	it('quotes what the author wrote and lands in a sentence of the sheet', () => {
		for (const proposal of data.proposals) {
			const { what, forWhom, where } = proposal.published ?? proposal.received;
			const written = [what, forWhom, where].join('\n');
			for (const edge of proposal.lineage) {
				const sheet = [...data.sheets, ...data.drafts].find((item) => item.code === edge.sheet);
				expect(written).toContain(edge.quote);
				expect(sheet?.[edge.field].join('\n')).toContain(edge.passage);
				const verbatim = fidelityOf(edge.quote, edge.passage) === 'verbatim';
				if (edge.relation === 'verbatim') expect(verbatim).toBe(true);
			}
		}
	});

	it('feeds every sheet from the proposals that the sheet names as its origin', () => {
		for (const sheet of data.sheets) {
			const feeding = data.proposals.filter((item) => item.answer?.sheet === sheet.code);
			expect(keysOf(feeding).sort()).toEqual([...sheet.origin.proposals].sort());
		}
	});

	it('decides by the steering committee, and by the coordination only what is off the subject', () => {
		for (const { answer, key } of past) {
			if (key === 'P08')
				expect(answer).toMatchObject({ decidedBy: 'GRP-SECR', outcome: 'redirected' });
			else
				expect(answer).toMatchObject({
					decidedBy: 'GRP-COPIL',
					decidedAt: 'COPIL-3',
					decidedDay: -353
				});
		}
		expect(past.find((proposal) => proposal.key === 'P13')?.answer?.outcome).toBe('postponed');
		expect(past.find((proposal) => proposal.key === 'P14')?.answer?.outcome).toBe('merged');
	});

	it('never publishes the off-topic one, nor the names in the health stories', () => {
		const byKey = new Map(data.proposals.map((proposal) => [proposal.key, proposal]));
		expect(byKey.get('P08')?.publishedDay).toBeNull();
		expect(byKey.get('N04')?.publishedDay).toBeNull();
		const family = byKey.get('P07');
		expect(JSON.stringify(family?.published)).not.toMatch(/Théo|Lagarrigue|Castan|sertraline/);
		expect(family?.moderation?.originalErasedDay).toBe((family?.day ?? 0) + 32);
	});

	it('keeps the chronology of the year it tells when loaded on 22 November 2026', () => {
		const dates = past.map((proposal) => dayAt(now, proposal.day, zone));
		expect(dates[0]).toBe('2025-03-11');
		expect(dates.at(-1)).toBe('2025-07-08');
		expect([...dates].sort()).toEqual(dates);
		for (const proposal of past) {
			expect(proposal.answer?.sentDay).toBeGreaterThanOrEqual(proposal.answer?.decidedDay ?? 0);
			expect(proposal.answer?.decidedDay).toBeGreaterThan(proposal.day);
		}
	});
});

describe('action sheets, money and indicators', () => {
	it('has six complete sheets, and four that are still to be written', () => {
		expect(data.sheets).toHaveLength(6);
		expect(data.drafts).toHaveLength(4);
		expect(data.drafts.filter((draft) => draft.amendment)).toHaveLength(2);
	});

	it('points only to what exists', () => {
		const axisOf = (code: string) => `A${code.slice(3, 4)}`;
		for (const sheet of data.sheets) {
			expect(sheet.axis).toBe(axisOf(sheet.code));
			expect(unknownIn(codesOf(strategic), [sheet.strategicObjective])).toEqual([]);
			expect(unknownIn(objectives, sheet.operationalObjectives)).toEqual([]);
			expect(unknownIn(communes, sheet.communes)).toEqual([]);
			expect(unknownIn(zones, sheet.zones)).toEqual([]);
			expect(unknownIn(themes, sheet.themes)).toEqual([]);
			expect(unknownIn(bodies, sheet.followUpBodies)).toEqual([]);
			expect(unknownIn(keysOf(data.inventory), sheet.inventory)).toEqual([]);
			expect(unknownIn(codesOf(data.diagnosis.indicators), sheet.origin.indicators)).toEqual([]);
			expect(unknownIn(keysOf(data.diagnosis.testimonies), sheet.origin.testimonies)).toEqual([]);
			expect(unknownIn(keysOf(data.contract.arsPriorities), sheet.priorities.ars)).toEqual([]);
			expect(
				unknownIn(keysOf(data.contract.territoryPriorities), sheet.priorities.territory)
			).toEqual([]);
			const used = [sheet.lead, sheet.coLead, ...sheet.partners].map((item) => item.organisation);
			expect(unknownIn(organisations, [...used, ...sheet.signatories])).toEqual([]);
			const voices = [...sheet.comments, ...sheet.suggestions, ...sheet.history];
			expect(
				unknownIn(people, [...voices.map((voice) => voice.person), sheet.electedSponsor.person])
			).toEqual([]);
		}
		for (const draft of data.drafts) {
			expect(unknownIn(objectives, draft.operationalObjectives)).toEqual([]);
			expect(unknownIn(proposals, draft.proposals)).toEqual([]);
			expect(unknownIn(organisations, [draft.lead.organisation])).toEqual([]);
		}
	});

	it('crosses one priority of each side in every sheet', () => {
		for (const { priorities } of data.sheets) {
			expect(priorities.ars.length).toBeGreaterThan(0);
			expect(priorities.territory.length).toBeGreaterThan(0);
		}
	});

	it('numbers operational objectives under their specific one', () => {
		for (const { objectives: tree } of data.sheets) {
			for (const specific of tree.specific) {
				for (const item of specific.operational) {
					expect(item.number.startsWith(`${specific.number}.`)).toBe(true);
				}
			}
		}
	});

	it('adds up to 459,500 € asked, 261,500 € granted and 111,850 € spent over twenty lines', () => {
		const { lines, totals } = data.funding;
		expect(lines).toHaveLength(20);
		expect(sum(lines.map((line) => line.requestedCents))).toBe(45_950_000);
		expect(sum(lines.map((line) => line.grantedCents))).toBe(26_150_000);
		expect(sum(lines.map((line) => line.spentCents))).toBe(11_185_000);
		expect(totals).toMatchObject({
			requestedCents: 45_950_000,
			grantedCents: 26_150_000,
			spentCents: 11_185_000
		});
	});

	it('counts two lines without a decision as pending, not refused', () => {
		const pending = data.funding.lines.filter((line) => line.grantedCents === null);
		expect(pending).toHaveLength(2);
		expect(sum(pending.map((line) => line.requestedCents))).toBe(data.funding.totals.pendingCents);
	});

	it('attaches money and fifteen indicators to sheets and funders that exist', () => {
		expect(
			unknownIn(
				codesOf(data.sheets),
				data.funding.lines.map((line) => line.sheet)
			)
		).toEqual([]);
		expect(
			unknownIn(
				organisations,
				data.funding.lines.map((line) => line.funder)
			)
		).toEqual([]);
		expect(data.indicators).toHaveLength(15);
		expect(
			unknownIn(
				codesOf(data.sheets),
				data.indicators.map((item) => item.sheet)
			)
		).toEqual([]);
	});

	it('shares the coordinator’s post equally, up to the agency’s cap', () => {
		for (const year of data.coordination.years) {
			const half = year.costCents / 2;
			expect(year.arsCents).toBe(Math.min(half, data.coordination.arsCapCents));
			expect((year.arsCents ?? 0) + (year.bearerCents ?? 0)).toBe(year.costCents);
			expect(year.capReached).toBe(half > data.coordination.arsCapCents);
		}
	});
});

describe('votes', () => {
	const { majorityJudgement: judgement, openApproval, closedApproval } = data.votes;

	it('counts as many voices of each college for every action of the past vote', () => {
		expect(judgement.options).toHaveLength(8);
		for (const option of judgement.options) {
			for (const college of colleges) {
				expect(sum(option.tallies[college])).toBe(judgement.participation[college]);
			}
		}
	});

	it('publishes the weighted majority mention that its tallies give', () => {
		for (const option of judgement.options) {
			const shares = judgement.mentions.map((_, grade) =>
				sum(
					colleges.map(
						(college) =>
							(judgement.weights[college] * (option.tallies[college][grade] ?? 0)) /
							judgement.participation[college]
					)
				)
			);
			const grade = judgement.mentions.indexOf(option.published.mention);
			expect(sum(shares.slice(0, grade))).toBeCloseTo(option.published.abovePercent, 1);
			expect(sum(shares.slice(grade + 1))).toBeCloseTo(option.published.belowPercent, 1);
			expect(sum(shares.slice(0, grade + 1))).toBeGreaterThanOrEqual(50);
			expect(sum(shares.slice(grade))).toBeGreaterThanOrEqual(50);
		}
		expect(judgement.options.map((option) => option.published.rank).sort()).toEqual([
			1, 2, 3, 4, 5, 6, 7, 8
		]);
	});

	it('scores actions as the experts’ grid says', () => {
		for (const { experts } of judgement.options) {
			const score = (experts.size + experts.seriousness) * experts.effectiveness * experts.feasible;
			expect(score).toBeCloseTo(experts.score, 1);
		}
	});

	it('gives approvals that the ballots make, with no more choices than allowed', () => {
		for (const poll of [openApproval, closedApproval]) {
			const options = keysOf(poll.options);
			for (const ballot of poll.ballots) {
				expect(ballot.choices.length).toBeLessThanOrEqual(poll.maxChoices);
				expect(unknownIn(options, ballot.choices)).toEqual([]);
			}
			for (const college of colleges) {
				const ofCollege = poll.ballots.filter((ballot) => ballot.college === college);
				expect(sum(ofCollege.map((ballot) => ballot.count))).toBe(poll.participation[college]);
				for (const option of poll.options) {
					const chosen = ofCollege.filter((ballot) => ballot.choices.includes(option.key));
					expect(sum(chosen.map((ballot) => ballot.count))).toBe(option.approvals[college]);
				}
			}
		}
	});

	it('keeps one consultation open for twenty days more, on six actions', () => {
		expect([openApproval.opensDay, openApproval.closesDay]).toEqual([-10, 20]);
		expect(openApproval.options).toHaveLength(6);
		expect(sum(Object.values(openApproval.participation))).toBe(40);
		expect(closedApproval.closesDay).toBeLessThan(0);
		expect(closedApproval.outcome).not.toBeNull();
	});
});

describe('meetings and diagnosis', () => {
	it('keeps 22 indicators, four testimonies, three findings and twelve existing actions', () => {
		expect(data.diagnosis.indicators).toHaveLength(22);
		expect(data.diagnosis.testimonies).toHaveLength(4);
		expect(data.diagnosis.findings).toHaveLength(3);
		expect(data.inventory).toHaveLength(12);
		expect(
			unknownIn(
				codesOf(data.sheets),
				data.inventory.map((item) => item.sheet)
			)
		).toEqual([]);
		const indicators = codesOf(data.diagnosis.indicators);
		const used = data.diagnosis.findings.flatMap((finding) => finding.indicators);
		expect(unknownIn(indicators, used)).toEqual([]);
	});

	it('keeps a withheld figure distinct from a missing one and from zero', () => {
		const byCode = new Map(data.diagnosis.indicators.map((item) => [item.code, item]));
		expect(byCode.get('D12')?.qpv).toEqual({ value: null, text: null, secret: true });
		expect(byCode.get('D10')?.qpv?.value).toBe(0);
		expect(byCode.get('D18')?.qpv).toBeNull();
	});

	it('records decisions about proposals and sheets that exist, and every answer cites one', () => {
		const decisions = data.meetings
			.flatMap((meeting) => meeting.items)
			.flatMap((item) => item.decisions);
		expect(
			unknownIn(
				proposals,
				decisions.flatMap((decision) => decision.proposals)
			)
		).toEqual([]);
		expect(
			unknownIn(
				sheets,
				decisions.flatMap((decision) => decision.sheets)
			)
		).toEqual([]);
		for (const { key, answer } of past) {
			const cited = decisions.find((decision) => decision.key === answer?.decision);
			if (key !== 'P08') expect(cited?.proposals).toContain(key);
		}
	});
});

describe('sentences of the demonstration', () => {
	it('carry the dates of the day of loading, none left unfilled', () => {
		const dated = datedDemoData(now);
		expect(JSON.stringify(dated)).not.toMatch(/\{(day|month|year):/);
		expect(dated.contract.title).toBe('Contrat local de santé du Val d’Orsente 2026-2031');
		expect(dated.proposals.find((proposal) => proposal.key === 'P13')?.answer?.text).toContain(
			'4\u00a0décembre\u00a02025'
		);
	});

	it('are written with French typography', () => {
		expect(JSON.stringify(data)).not.toMatch(/ [;?!»]|« |\w'\w/);
	});
});
