/** How heavy things are for a synthetic person, 0 (light) to 1, some weeks after the first visit. */
export type Course = (weeks: number) => number

/** The courses that people take; each makes another picture of a score over time. */
export const courses = {
  steady: () => 0.16,
  recovering: (weeks) => 0.12 + 0.58 * Math.exp(-weeks / 9),
  persistent: () => 0.58,
  worsening: (weeks) => Math.min(0.2 + weeks * 0.018, 0.6),
  fluctuating: (weeks) => 0.38 + 0.24 * Math.sin(weeks / 3),
  crisis: (weeks) => 0.15 + 0.68 * Math.exp(-weeks / 6),
} satisfies Record<string, Course>
