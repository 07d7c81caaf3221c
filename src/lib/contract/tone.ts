/** Accents that an axis may bear, always beside its name. */
export const AXIS_TONES = ['pine', 'plum', 'sky', 'gorse', 'brick', 'neutral'] as const;

export type Tone = (typeof AXIS_TONES)[number];
