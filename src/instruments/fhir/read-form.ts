import type { ItemNode } from './item-node.ts'
import type { LocalText } from './local-texts.ts'
import type { ReadAnswer } from './read-answers.ts'
import type { Variables } from './read-variables.ts'
import type { Path } from './reading.ts'
import type { EnableWhen } from './resource.ts'

/** When an item is enabled: any, or all, of `enableWhen`. */
export interface Enabling {
  enableWhen: EnableWhen[]
  all: boolean
  path: Path
}

export interface ReadQuestion {
  linkId: string
  path: Path
  text: LocalText
  description: LocalText | null
  answers: ReadAnswer[]
  required: boolean
  loinc: string | null
  enabling: Enabling | null
}

/** An item whose value is calculated. */
export interface ReadScore {
  path: Path
  linkId: string
  text: LocalText | null
  loinc: string | null
  expression: string
  variables: Variables
}

export interface ReadItems {
  instructions: LocalText | null
  questions: ReadQuestion[]
  scores: ReadScore[]
  tree: ItemNode[]
}
