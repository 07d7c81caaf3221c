import { documentPages } from './document-pages.fr.ts';
import { documentWriting } from './document-writing.fr.ts';

/** Words of texts that people write together. */
export const document = { ...documentPages, ...documentWriting };
