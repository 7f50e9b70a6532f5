export async function rebuilding(_size: { recommendations: number; notes: number }): Promise<[]> {
  return [];
}
