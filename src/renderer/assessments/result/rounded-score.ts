/** A score as it is shown: at most two decimals. */
export const roundedScore = (score: number): number => Math.round(score * 100) / 100
