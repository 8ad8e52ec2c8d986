/**
 * What is known of a portal's pages: where the case stands, and where the facts about it. Plain
 * data, made by pointing at a page, without which everything still works on the whole page.
 */

/**
 * A place in a page. `label` is the words the portal writes beside the value, which outlives most
 * changes of its pages; `path` a CSS selector for each shadow root on the way, outermost first.
 */
export type Locator = { by: 'label'; label: string } | { by: 'path'; path: string[] };

/** Values a page shows beside the text of the case, each as the page writes it. */
export const pageFactNames = ['claimNumber', 'requestDate', 'receivedDate', 'author'] as const;
export type PageFactName = (typeof pageFactNames)[number];
export type PageFacts = Partial<Record<PageFactName, string>>;

/** Everything a profile can name a place for. */
export const placeNames = ['caseArea', ...pageFactNames, 'determination'] as const;
export type PlaceName = (typeof placeNames)[number];

/** The places of a portal's pages; those not named are not known. */
export type PortalPlaces = Partial<Record<PlaceName, Locator>>;
