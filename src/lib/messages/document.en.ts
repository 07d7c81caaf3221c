import { documentPages } from './document-pages.en.ts';
import { documentWriting } from './document-writing.en.ts';

/** Words of texts that people write together. */
export const document = { ...documentPages, ...documentWriting };
