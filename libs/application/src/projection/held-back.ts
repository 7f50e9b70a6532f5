import type { Parked } from '#read-model';

/**
 * What a list has to tell while streams are held back, whose rows stand as they were before; nothing when none is.
 * @param where what names the streams and says why
 */
export function sayHeldBack(parked: readonly Parked[], where: string): string | undefined {
  if (parked.length === 0) return undefined;
  const items = parked.length === 1 ? 'One item holds' : `${String(parked.length)} items hold`;
  return `${items} something that this version of Minutebook can’t read, and may stand here as before it. ${where} says which.`;
}
