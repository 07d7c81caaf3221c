/** Loads the territory: communes, zones, organisations and how to reach them. */
import { newId } from '#lib/database/ids.ts';
import type { Story } from './story.ts';

/** Inserts the territory with its communes and zones. */
export async function loadTerritory(story: Story): Promise<void> {
	const { trx, data, territoryId } = story;
	const { territory } = data;
	await trx
		.insertInto('territory')
		.values({
			id: territoryId,
			slug: territory.slug,
			name: territory.name,
			kind: territory.kind,
			description: territory.summary,
			department: `${territory.department.name} (${territory.department.code})`,
			areaKm2: territory.areaKm2,
			timeZone: territory.timeZone,
			helpPhone: territory.helpPhone,
			helpEmail: territory.helpEmail,
			helpHours: territory.helpHours,
			postalAddress: territory.postalAddress,
			fictitious: territory.fictional,
			createdAt: story.at(data.contract.preparationDay)
		})
		.execute();
	await trx
		.insertInto('commune')
		.values(
			territory.communes.map((commune, position) => ({
				id: story.id('commune', commune.code),
				territoryId,
				code: commune.code,
				name: commune.name,
				population: commune.population,
				note: commune.note ?? '',
				townHall: `Mairie de ${commune.name}`,
				position
			}))
		)
		.execute();
	await trx
		.insertInto('zone')
		.values(
			territory.zones.map(({ code, kind, name, population }) => ({
				id: story.id('zone', code),
				territoryId,
				kind,
				name,
				code,
				population
			}))
		)
		.execute();
	await trx
		.insertInto('zoneCommune')
		.values(
			territory.zones.flatMap((zone) =>
				zone.communes.map((code) => ({
					zoneId: story.id('zone', zone.code),
					communeId: story.id('commune', code)
				}))
			)
		)
		.execute();
	story.tell({
		verb: 'territory-created',
		subjectKind: 'territory',
		subjectId: territoryId,
		person: 'nadia',
		at: story.at(data.contract.preparationDay)
	});
}

/** Inserts organisations, and the telephone numbers and addresses of « Qui contacter ». */
export async function loadOrganisations(story: Story): Promise<void> {
	const { trx, territoryId } = story;
	const { signatories, partners, contacts } = story.data.organisations;
	const descriptions = new Map([
		...signatories.map(({ key, commitment }) => [key, commitment] as const),
		...partners.map(({ key, contribution }) => [key, contribution] as const)
	]);
	await trx
		.insertInto('organisation')
		.values(
			[...signatories, ...partners].map(({ key, name, kind }) => ({
				id: story.id('organisation', key),
				territoryId,
				name,
				kind,
				description: descriptions.get(key) ?? ''
			}))
		)
		.execute();
	await trx
		.insertInto('organisationContact')
		.values(
			contacts.map((contact, position) => ({
				id: newId(),
				organisationId: story.id('organisation', contact.organisation),
				label: contact.name === null ? contact.title : `${contact.title}, ${contact.name}`,
				phone: contact.phone,
				email: contact.email,
				hours: contact.hours,
				position
			}))
		)
		.execute();
}
