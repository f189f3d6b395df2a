import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCertificate } from '#pipeline/serve/certificate.ts';
import { listen } from '#pipeline/serve/listen.ts';
import { openSite } from '#pipeline/serve/site.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-tls-'));
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!--title-head--><!--/title-head--><!--title-card--><!--/title-card-->',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('TLS', () => {
  const names = ['localhost', '127.0.0.1', '::1', '2001:db8::7:1', 'my-laptop.local'];

  it('is served with a certificate that a client verifies, for every name and address', async () => {
    const certificate = createCertificate(names, new Date());
    const site = await openSite({ root: folder });
    const secure = await listen(site, { port: 0, portsToTry: 1, host: '127.0.0.1', certificate });
    const status = await new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: secure.port, path: '/', ca: certificate.cert, agent: false };
      httpsRequest(options, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    await secure.close();
    expect(status).toBe(200);
    const parsed = new X509Certificate(certificate.cert);
    for (const name of ['localhost', 'my-laptop.local']) expect(parsed.checkHost(name)).toBe(name);
    for (const address of ['127.0.0.1', '::1', '2001:db8::7:1']) expect(parsed.checkIP(address)).toBe(address);
    expect(parsed.checkHost('elsewhere.example')).toBeUndefined();
  });

  it('is valid from a day before to ninety days after', () => {
    const parsed = new X509Certificate(createCertificate(names, new Date('2049-12-01T12:34:56Z')).cert);
    expect(parsed.validFromDate.toISOString()).toBe('2049-11-30T12:34:56.000Z');
    expect(parsed.validToDate.toISOString()).toBe('2050-03-01T12:34:56.000Z');
    expect(parsed.verify(parsed.publicKey)).toBe(true);
  });
});
