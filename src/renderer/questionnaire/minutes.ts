const secondsPerQuestion = 12

/** How long a person takes, in whole minutes, generously counted. */
export const minutesFor = (questionCount: number): number =>
  Math.max(1, Math.ceil((questionCount * secondsPerQuestion) / 60))
