/** The headers every answer carries. Other hosts can copy them: `grotto serve --headers` prints them. */

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self' blob: data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "script-src-attr 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
];

/** Granted to the page itself: the headset, looking around by turning a phone, and filling the screen. */
const GRANTED = ['xr-spatial-tracking', 'gyroscope', 'accelerometer', 'fullscreen'];
const DENIED = ['camera', 'microphone', 'geolocation', 'magnetometer', 'payment', 'usb', 'serial', 'hid', 'midi'];
const PERMISSIONS_POLICY = [
  ...GRANTED.map((name) => `${name}=(self)`),
  ...DENIED.map((name) => `${name}=()`),
  'display-capture=()',
].join(', ');

/**
 * @param allowedOrigins Web origins that may show the page in a frame, next to its own; ill-formed ones are left out. `*`
 * is any.
 */
export function buildPolicyHeaders(allowedOrigins: readonly string[] = []): Readonly<Record<string, string>> {
  const ancestors = allowedOrigins.includes('*') ? '*' : ["'self'", ...allowedOrigins.filter(isOrigin)].join(' ');
  return {
    'Content-Security-Policy': [...CONTENT_SECURITY_POLICY, `frame-ancestors ${ancestors}`].join('; '),
    'Permissions-Policy': PERMISSIONS_POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** A header is built from it, so it must be an origin exactly, without anything that could start a new directive. */
function isOrigin(text: string): boolean {
  if (!/^https?:\/\/[A-Za-z0-9.:[\]-]+$/.test(text)) return false;
  return URL.canParse(text) && new URL(text).origin === text;
}
