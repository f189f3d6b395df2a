import process from 'node:process';

/** Where the page is published, for whoever does not write it into the document: GROTTO_SITE, such as `https://museum.example/caves/`. */
export function toldSite(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { GROTTO_SITE: told } = env;
  return told === '' ? undefined : told;
}
