import { signedStatement } from '../records/signed-statement.ts'
import type { AdoptedRules } from './adopted-rules.ts'

/** What whoever adopts a rule set signs. */
export const adoptionStatement = ({
  ruleSet,
  replaces,
  adoptedBy,
  adoptedAt,
  because,
  moves,
}: Omit<AdoptedRules, 'signature'>): string =>
  signedStatement('anxin: tier rules adopted, 1', { ruleSet, replaces, adoptedBy, adoptedAt, because, moves })
