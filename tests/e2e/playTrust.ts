/** Imported by pages that start workers under the policy, as the viewer's own entry does it. */
import { trustOwnScripts } from '#app/trustOwnScripts.ts';

trustOwnScripts(window);
