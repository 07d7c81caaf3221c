/** Loads the bodies and who sits in them. */
import { insertMembership } from '#lib/body/server/membership-writes.ts';
import { newId } from '#lib/database/ids.ts';
import type { Story } from './story.ts';

/** Inserts bodies with their members, and their next meetings in the contract's calendar. */
export async function loadBodies(story: Story): Promise<void> {
	const { trx, contractId } = story;
	const { bodies } = story.data;
	await trx
		.insertInto('body')
		.values(
			bodies.map((body, position) => ({
				id: story.id('body', body.key),
				contractId,
				axisId: story.maybeId('axis', body.axis),
				kind: body.kind,
				name: body.name,
				description: body.description,
				composition: body.composition,
				rhythm: `${body.rhythm}. Prochaine réunion : ${body.place}, ${inWords(body.nextTime)}.`,
				rule: body.rule ?? '',
				admission: body.admission,
				position
			}))
		)
		.execute();
	const seats = bodies.flatMap((body) => body.members.map((member) => ({ body, member })));
	const memberships = seats.map(({ body, member }) => ({
		id: newId(),
		bodyId: story.id('body', body.key),
		personId: story.id('person', member.person),
		organisationId: story.maybeId('organisation', member.organisation),
		role: member.role,
		voice: member.voice,
		state: 'active' as const,
		askedAt: story.at(body.foundedDay),
		joinedAt: story.at(body.foundedDay)
	}));
	await trx.insertInto('membership').values(memberships).execute();
	await loadApplications(story);
	seats.forEach(({ body, member }, index) => {
		story.tell({
			verb: 'body-joined',
			subjectKind: 'body',
			subjectId: story.id('body', body.key),
			person: member.person,
			at: story.at(body.foundedDay),
			detail: { membershipId: memberships[index]?.id ?? null }
		});
	});
}

/** What waits for the answer of those who lead a body. */
async function loadApplications(story: Story) {
	for (const body of story.data.bodies) {
		for (const { person, day, motivation } of body.applications) {
			const bodyId = story.id('body', body.key);
			const at = story.at(day, 18 * 60);
			const personId = story.id('person', person);
			const application = { bodyId, personId, state: 'applied', motivation, at } as const;
			const membershipId = await insertMembership(story.trx, application);
			story.tell({
				verb: 'body-applied-to',
				subjectKind: 'body',
				subjectId: bodyId,
				person,
				at,
				detail: { membershipId }
			});
		}
	}
}

function inWords(time: string): string {
	const [hours = '', minutes = ''] = time.split(':');
	return `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
}
