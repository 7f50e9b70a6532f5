/** A certificate for a server on this machine, made when it is asked for: none that is kept could stay valid. */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { Tls } from './front.ts';

const tag = { integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06, utf8: 0x0c, time: 0x17, sequence: 0x30, set: 0x31 };
const oid = {
  commonName: [0x55, 0x04, 0x03],
  basicConstraints: [0x55, 0x1d, 0x13],
  subjectAltName: [0x55, 0x1d, 0x11],
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
};

/** It vouches for itself, so whoever trusts it as an authority trusts the server. */
export function selfSigned(): Tls {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(tag.sequence, der(tag.oid, oid.ecdsaWithSha256));
  const name = der(
    tag.sequence,
    der(
      tag.set,
      der(tag.sequence, der(tag.oid, oid.commonName), der(tag.utf8, Buffer.from('an event store of the tests'))),
    ),
  );
  const day = 86_400_000;
  const validity = der(tag.sequence, time(Date.now() - day), time(Date.now() + day));
  const names = der(tag.sequence, der(0x82, Buffer.from('localhost')), der(0x87, [127, 0, 0, 1]));
  const body = der(
    tag.sequence,
    der(0xa0, der(tag.integer, [2])),
    der(tag.integer, [0x01, ...randomBytes(15)]),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      der(
        tag.sequence,
        extension(oid.basicConstraints, der(tag.sequence, [0x01, 0x01, 0xff])),
        extension(oid.subjectAltName, names),
      ),
    ),
  );
  const signed = der(tag.sequence, body, algorithm, der(tag.bits, [0], sign('sha256', body, privateKey)));
  const lines = signed.toString('base64').replaceAll(/.{64}/g, '$&\n');
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function extension(id: readonly number[], value: Buffer): Buffer {
  return der(tag.sequence, der(tag.oid, id), der(tag.octets, value));
}

function time(instant: number): Buffer {
  const digits = new Date(instant).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
  return der(tag.time, Buffer.from(`${digits}Z`));
}

function der(type: number, ...parts: (Uint8Array | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Uint8Array.from(part)));
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Uint8Array.from([type, ...length]), content]);
}
