import { type Expression, parseExpression } from './expression.ts'
import type { Extension } from './resource.ts'
import { urls } from './urls.ts'

/** Expressions by the name other expressions call them by; null for one that cannot be parsed. */
export type Variables = ReadonlyMap<string, Expression | null>

/** The variables of an item: its own, and those of everything around it. */
export const inScope = (outer: Variables, extensions: readonly Extension[] | undefined): Variables => {
  const own = (extensions ?? []).flatMap(({ url, valueExpression: { name, language, expression } = {} }) =>
    url === urls.variable && name !== undefined && expression !== undefined
      ? [[name, language === 'text/fhirpath' ? parseExpression(expression) : null] as const]
      : [],
  )
  return own.length === 0 ? outer : new Map([...outer, ...own])
}
