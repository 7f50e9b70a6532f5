export async function reading(_size: object): Promise<[]> {
  return [];
}
