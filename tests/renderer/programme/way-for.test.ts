import { expect, it } from 'vitest'
import { wayFor } from '../../../src/renderer/programme/way-for.ts'

const self = { raters: ['self' as const], modes: ['client' as const, 'interview' as const] }
const asked = { raters: ['self' as const], modes: ['interview' as const] }
const seen = { raters: ['informant' as const, 'staff' as const], modes: ['interview' as const] }
const parent = { raters: ['informant' as const], modes: ['client' as const, 'interview' as const] }
const staff = { raters: ['staff' as const], modes: ['interview' as const] }

it.each([
  ['clientMode', [self, self]],
  ['self', [self, asked]],
  ['informantClientMode', [parent, parent]],
  ['informant', [seen]],
  ['informant', [seen, parent]],
  ['staff', [seen, staff]],
] as const)('%s when all of them can be given so', (way, instruments) => {
  expect(wayFor(instruments)).toBe(way)
})
