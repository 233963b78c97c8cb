/** The store of the photos does not answer, is full or says no; whoever sent may send the same key again. */
export class StoreAway extends Error {}
