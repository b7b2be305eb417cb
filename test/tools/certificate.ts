import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** A key and its certificate, and what a browser is told so that it takes that key and no other. */
export interface Certificate {
  key: string;
  cert: string;
  /** SHA-256 of the public key, for `--ignore-certificate-errors-spki-list`. */
  pin: string;
}

/** Makes a certificate for these hosts that is thrown away with the test: it lasts a day, and nobody but its maker has its key. */
export function makeCertificate(hosts: readonly string[]): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = '01';
  const day = 24 * 60 * 60 * 1000;
  certificate.validity.notBefore = new Date(Date.now() - day);
  certificate.validity.notAfter = new Date(Date.now() + day);
  const name = [{ name: 'commonName', value: 'A test of Goldthread' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }]);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  const der = createPublicKey(publicKey).export({ type: 'spki', format: 'der' });
  return {
    key: privateKey,
    cert: forge.pki.certificateToPem(certificate),
    pin: createHash('sha256').update(der).digest('base64'),
  };
}
