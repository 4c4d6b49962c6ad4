import { expect, test } from 'vitest'
import { assessmentKind } from '../../../src/casework/assessments/assessment.ts'
import { clientKind } from '../../../src/casework/clients/client.ts'
import type { RecordKind } from '../../../src/casework/records/record.ts'
import { factSheetKind } from '../../../src/statistics/fact-sheet.ts'
import { notesOf } from '../../../src/vault/audit/notes.ts'
import type { Change } from '../../../src/vault/vault.ts'

const change = (kind: RecordKind<unknown>, id: string, clientId: string, expectedRevision = 0): Change => ({
  kind,
  id,
  expectedRevision,
  value: { clientId },
})

test('what is counted of a record goes with the record', () => {
  const added = [change(assessmentKind, 'a', 'one'), change(factSheetKind, 'f', 'one')]
  expect(notesOf(added)).toEqual([{ action: 'added', kind: assessmentKind, about: 'one', count: 1 }])
  expect(notesOf([change(factSheetKind, 'f', 'one')])).toMatchObject([
    { action: 'added', kind: factSheetKind },
  ])
})

test('a client is who a client’s own record is about', () => {
  const changes = [
    change(clientKind, 'one', ''),
    change(assessmentKind, 'a', 'one', 3),
    change(assessmentKind, 'b', 'two'),
  ]
  expect(notesOf(changes)).toEqual([
    { action: 'added', kind: clientKind, about: 'one', count: 1 },
    { action: 'changed', kind: assessmentKind, about: 'one', count: 1 },
    { action: 'added', kind: assessmentKind, about: 'two', count: 1 },
  ])
})

test('of several clients it is about none', () => {
  const changes = [change(assessmentKind, 'a', 'one'), change(assessmentKind, 'b', 'two')]
  expect(notesOf(changes)).toEqual([{ action: 'added', kind: assessmentKind, about: null, count: 2 }])
  expect(notesOf([])).toEqual([])
})
