/** An item with those below it, as expressions walk them. */
export interface ItemNode {
  linkId: string
  children: ItemNode[]
  /** What its answers score; null when it has none, or none that could be read. */
  values: readonly number[] | null
  /** Its answers are plain numbers, not codes that stand for numbers. */
  plainNumbers: boolean
  /** A choice that is left out. */
  unread: boolean
}
