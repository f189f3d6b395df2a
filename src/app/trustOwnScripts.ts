/**
 * The page's policy (Trusted Types) lets no text become a script or markup. Addresses of scripts, of which only workers
 * have some, may be files of the page's own origin; every other attempt is an error, whoever makes it.
 */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

/** @throws TypeError later, from whatever names a script elsewhere. */
export function trustOwnScripts(scope: { readonly trustedTypes?: TrustedTypes; readonly location: Location }): void {
  const { trustedTypes, location } = scope;
  trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      if (new URL(url, location.href).origin === location.origin) return url;
      throw new TypeError(`${url} is no script of this page`);
    },
  });
}
