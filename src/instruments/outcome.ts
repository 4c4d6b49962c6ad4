/** Why something asked for was not done. `code` is stable and is what the sentence on the screen is chosen by. */
export interface Refusal {
  code: string
  /** Where it went wrong: a file, a path inside it, a field. */
  at?: string
  /** Figures and names for the sentence; never a client's data. */
  detail?: Record<string, string | number>
}

/** The result of asking for something that may be refused without anything being broken. */
export type Outcome<T, R = Refusal> = { ok: true; value: T } | { ok: false; refusal: R }

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refused = (code: string, more: Omit<Refusal, 'code'> = {}): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...more },
})
