/** What staff sign besides what the vault itself has them sign. */
export type SignedPurpose =
  | 'anxin/library/1'
  | 'anxin/tier-rules/1'
  | 'anxin/room-rules/1'
  | 'anxin/hand-over/1'
  | 'anxin/second-seat/1'
