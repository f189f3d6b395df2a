/** The build on other web servers, with the very headers that `grotto serve` sends. */
import { FOREVER, HASHED_NAME, REVALIDATE } from '#pipeline/serve/caching.ts';
import { mediaTypeTable } from '#pipeline/serve/mediaTypes.ts';

type Headers = Readonly<Record<string, string>>;

/** As regular expressions of other programs have it, for what follows the folder of the site. */
const HASHED = HASHED_NAME.source.replace(/^\^/, '').replaceAll('\\/', '/');
const HASHED_FILE = HASHED.replace('app/', '');

/** @param path Where on the site it lies, with slashes at both ends. */
export function nginxConfig(headers: Headers, path: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `    add_header ${name} ${quote(value)} always;`);
  const types = mediaTypeTable().map(([type, endings]) => `        ${type} ${endings.join(' ')};`);
  return `# Into http { }: what has the hash of its content in its name never changes.
map $uri $grotto_caching {
    default ${quote(REVALIDATE)};
    "~^${escapeRegExp(path)}${HASHED}" ${quote(FOREVER)};
}

# Into server { }: put what is in dist/ into the folder of that name below its root. An add_header in a location of its
# own would take the place of all of these, so let there be none.
location ${path} {
    index index.html;
    charset utf-8;
    types {
${types.join('\n')}
    }
${lines.join('\n')}
    add_header Cache-Control $grotto_caching;
    # What is missing is missing, never the page.
    try_files $uri $uri/ =404;
}
`;
}

export function apacheConfig(headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `Header always set ${name} ${quote(value)}`);
  const types = mediaTypeTable().map(
    ([type, endings]) => `AddType ${type} ${endings.map((one) => `.${one}`).join(' ')}`,
  );
  return `# Beside index.html as .htaccess, or into a <Directory>; needs mod_headers, mod_mime and mod_dir.
Options -Indexes
DirectoryIndex index.html
AddDefaultCharset utf-8
${types.join('\n')}
${lines.join('\n')}
Header set Cache-Control ${quote(REVALIDATE)}
# The name of a file alone: what the viewer does not name so is asked for again, which costs a question.
<FilesMatch "^${HASHED_FILE}">
    Header set Cache-Control ${quote(FOREVER)}
</FilesMatch>
`;
}

/** The `_headers` file that static hosts read. */
export function headersFile(headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, `  Cache-Control: ${REVALIDATE}`, ''].join('\n');
}

/** For a distribution in front of a bucket: `aws cloudfront create-response-headers-policy`. */
export function bucketHeaders(headers: Headers): string {
  const Items = Object.entries(headers).map(([Header, Value]) => ({ Header, Value, Override: true }));
  const policy = { Name: 'grotto', CustomHeadersConfig: { Quantity: Items.length, Items } };
  return `${JSON.stringify(policy, null, 2)}\n`;
}

function quote(value: string): string {
  if (/["\\$\n]/.test(value)) throw new Error(`a header that would end its own quotation: ${value}`);
  return `"${value}"`;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
}
