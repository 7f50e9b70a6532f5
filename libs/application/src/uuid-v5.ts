import { hash } from 'node:crypto';

/**
 * A UUID that follows from a name within a namespace (RFC 9562, version 5): the same two give the same id for ever.
 * Each event and each item has one, so it is made without detours.
 * @throws {TypeError} the namespace is not a UUID
 */
export function uuidV5(name: string, namespace: string): string {
  const bytes = Buffer.allocUnsafe(16 + Buffer.byteLength(name));
  if (bytes.write(namespace.replaceAll('-', ''), 0, 16, 'hex') !== 16 || namespace.length !== 36) {
    throw new TypeError(`“${namespace}” is not a UUID.`);
  }
  bytes.write(name, 16);
  const hex = hash('sha1', bytes);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
