import { expect, it } from 'vitest'
import shipped from '../../../resources/population-tags.json' with { type: 'json' }
import { readPopulationTags } from '../../../src/casework/clients/population-tags.ts'
import { peopleLists } from '../../../src/exchange/client-list/people-lists.ts'
import { planImport } from '../../../src/exchange/client-list/plan-import.ts'
import { headerOf } from '../../../src/exchange/lists/find-columns.ts'
import { columnLetters } from '../../../src/exchange/lists/list-table.ts'
import { readList } from '../../../src/exchange/lists/read-list.ts'
import { csvOf, listOfPeople } from '../../support/list-of-people.ts'
import { given } from '../../support/outcome.ts'

it.each([
  { people: 1_000, bad: 30 },
  { people: 5_000, bad: 0 },
])('$people people of whom $bad rows are bad are read just so', async ({ people, bad }) => {
  const { rows, faults } = listOfPeople({ people, bad })
  expect(faults).toHaveLength(bad)
  const table = given(await readList(csvOf(rows), peopleLists)).sheets[0]?.table
  if (!table) throw new Error('no sheet')
  const planning = planImport(table, headerOf(table, peopleLists), {
    today: '2026-11-22',
    townships: new Map(),
    tags: given(readPopulationTags(shipped)).tags,
    entries: [],
  })
  let step = planning.next()
  while (!step.done) step = planning.next()
  const plan = given(step.value)
  expect(plan.alike).toEqual([])
  expect(plan.toAdd).toHaveLength(people - bad)
  expect(
    plan.bad.flatMap(({ faults: found }) =>
      found.map(({ row, column, code }) => ({ row, column: columnLetters(column ?? 0), code })),
    ),
  ).toEqual(faults)
})
