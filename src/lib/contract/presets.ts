/** Ready-made starting points that a coordinator may take and then change entirely. */
import type { Tone } from './tone.ts';

export interface PresetAxis {
	code: string;
	title: string;
	summary: string;
	tone: Tone;
}

/**
 * The five axes that the regional health agency asks every contract of Occitanie to consider.
 * Source: ARS Occitanie, « Le contrat local de santé, mode d’emploi ».
 */
export const OCCITANIE_AXES: readonly PresetAxis[] = [
	{
		code: 'A1',
		title: 'Prévention et promotion de la santé',
		summary: 'Agir avant la maladie : à l’école, au travail, dans les villages et à domicile.',
		tone: 'pine'
	},
	{
		code: 'A2',
		title: 'Attractivité et accès aux soins',
		summary: 'Faire venir des soignants, et permettre à chacun d’arriver jusqu’à eux.',
		tone: 'plum'
	},
	{
		code: 'A3',
		title: 'Santé environnementale',
		summary: 'Un logement, un air, une eau et une alimentation qui protègent la santé.',
		tone: 'sky'
	},
	{
		code: 'A4',
		title: 'Santé mentale',
		summary: 'Pouvoir parler plus tôt, à tout âge, et être accompagné près de chez soi.',
		tone: 'brick'
	},
	{
		code: 'A5',
		title: 'Mobilisation citoyenne',
		summary: 'Décider avec les habitants, surtout ceux que l’on entend le moins.',
		tone: 'gorse'
	}
];
