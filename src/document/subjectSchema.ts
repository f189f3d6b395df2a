/** What a place or a thing is about, in the words of its museum: a donor, a dance, a colour, a legend. */
import * as z from 'zod/mini';
import { languageMap } from './fields.ts';

/** Things that share a subject are related to each other; the same words in one language are the same subject. */
export const subjects = z.array(languageMap).check(z.maxLength(50));
