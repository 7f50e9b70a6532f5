export async function starting(_size: object): Promise<[]> {
  return [];
}
