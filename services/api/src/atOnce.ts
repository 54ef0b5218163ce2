/** What becomes of the items, in their order; so many at once are worked on. After a failure no more are begun. */
export async function mapAtOnce<A, B>(most: number, items: Iterable<A>, work: (item: A) => Promise<B>): Promise<B[]> {
  const left = Array.from(items).entries();
  const results: B[] = [];
  let isBroken = false;
  async function worker(): Promise<void> {
    for (const [place, item] of left) {
      if (isBroken) return;
      try {
        results[place] = await work(item);
      } catch (error) {
        isBroken = true;
        throw error;
      }
    }
  }
  await Promise.all(Array.from({ length: most }, worker));
  return results;
}
