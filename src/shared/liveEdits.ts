/** What a server that watches an exhibition's folder and the page that it serves say to each other. */

/** Stands in the page where edits are told. */
export const LIVE_META = 'grotto-live';
/** Where they are told, beside the page: server-sent events. */
export const LIVE_EVENTS = 'grotto-live';
/** The folder holds another exhibition now, and it can be shown; no data. */
export const EDIT = 'edit';
/** The document holds errors; data: the report of `grotto check` as a text in JSON. */
export const FAULTS = 'faults';
