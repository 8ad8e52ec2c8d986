import { Folds } from './folds.ts';
import { parentOf, rootOf } from './tree.ts';
import type { Kept } from './walk.ts';

/**
 * What of the page has to be read again. A change forgets the blocks it lies in; a change of style
 * also distrusts everything beside and below it.
 */
export class Changes {
  readonly kept = new WeakMap<Element, Kept>();
  readonly folds = new Folds();
  private stale = new Set<Node>();
  /** Forgotten while a reading was under way, which may have kept them anew from before the change. */
  private forgotten = new Set<Node>();

  /** Takes in what the page changed; false when none of it concerns the text. */
  take(records: readonly MutationRecord[], isOurs: (node: Node) => boolean): boolean {
    let concerns = false;
    for (const record of records) {
      if (record.type === 'childList' && changedNodes(record).every(isOurs)) continue;
      if (this.takeOne(record)) concerns = true;
    }
    return concerns;
  }

  /** Everything is to be read anew. */
  distrust(node: Node): void {
    this.stale.add(node);
    this.forget(node);
  }

  /** The block of this node, and all it lies in, are to be read again. */
  forget(node: Node): void {
    for (let at: Node | null = node; at && !this.forgotten.has(at); at = parentOf(at)) {
      this.forgotten.add(at);
      this.kept.delete(at as Element);
    }
  }

  /** Starts a reading: what is distrusted now is read anew by it. */
  begin(): ReadonlySet<Node> {
    const { stale } = this;
    this.stale = new Set();
    this.forgotten = new Set();
    return stale;
  }

  /** Ends a reading: what changed under it is not kept. */
  end(): void {
    for (const node of this.forgotten) this.kept.delete(node as Element);
    this.forgotten = new Set();
  }

  private takeOne(record: MutationRecord): boolean {
    const { target } = record;
    const document = target.ownerDocument ?? (target as Document);
    if (document.head?.contains(target)) {
      const named = [target, ...changedNodes(record)].map((node) => node.nodeName);
      if (named.some((name) => name === 'STYLE' || name === 'LINK')) {
        this.distrust(rootOf(document));
        return true;
      }
      return named.some((name) => name === 'TITLE' || name === '#text');
    }
    if (record.type === 'attributes') {
      // Style rules reach siblings (`.open + .panel`) and everything below.
      this.distrust(parentOf(target) ?? target);
    } else {
      this.folds.forget(target);
      this.forget(target);
    }
    return true;
  }
}

function changedNodes(record: MutationRecord): Node[] {
  return [...record.addedNodes, ...record.removedNodes];
}
