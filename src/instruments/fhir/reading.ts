import type { z } from 'zod'
import type { Fault } from '../fault.ts'
import type { languageSchema } from '../local-text.ts'

export type Language = z.infer<typeof languageSchema>
export type Path = Fault['path']

/** What a reader of one resource finds besides what it reads. */
export interface Reading {
  /** The language of texts that name none. */
  language: Language
  /** What is left out because it is not understood. */
  leftOut: Fault[]
  /** What nothing may be read with. */
  faults: Fault[]
}
