import type { PossibleDuplicate } from '../../casework/clients/duplicates.ts'
import type { DuplicateOnShow } from '../contract/clients.ts'

/** Possible duplicates without their names, each once: who was found by two files that are read together, by the likelier one. */
export const duplicatesOnShow = (found: readonly PossibleDuplicate[]): DuplicateOnShow[] =>
  found
    .filter(({ id }, place) => found.findIndex((other) => other.id === id) === place)
    .map(({ name: _, ...shown }) => shown)
