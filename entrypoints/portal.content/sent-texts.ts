/** Texts older than this many are no longer answered. */
const kept = 3;

/** The last texts that were sent: marks come back for one of them. */
export class SentTexts {
  private readonly texts = new Map<number, string>();
  private revision = 0;

  /** Keeps a text; its number goes with it, and stays the same while the text does. */
  keep(text: string): number {
    if (this.texts.get(this.revision) === text) return this.revision;
    this.revision++;
    this.texts.set(this.revision, text);
    this.texts.delete(this.revision - kept);
    return this.revision;
  }

  text(revision: number): string | undefined {
    return this.texts.get(revision);
  }
}
