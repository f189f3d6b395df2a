/** Far more than the descriptions of tiles have. */
const MOST_CHARACTERS = 65_536;

/**
 * The attributes of the first element of a name, as they are written; null where there is none. Enough for the few lines
 * that describe tiles: no entities, no namespaces, and nothing that is asked for from elsewhere.
 */
export function readXmlAttributes(text: string, name: string): Record<string, string> | null {
  const element = new RegExp(`<${name}\\s([^<>]*)>`).exec(text.slice(0, MOST_CHARACTERS));
  if (!element) return null;
  const attributes: Record<string, string> = {};
  for (const [, key = '', value = ''] of (element[1] ?? '').matchAll(/([A-Za-z]+)\s*=\s*"([^"]*)"/g)) {
    attributes[key] = value;
  }
  return attributes;
}
