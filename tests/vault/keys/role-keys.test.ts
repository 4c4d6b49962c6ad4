import { expect, test } from 'vitest'
import { domains } from '../../../src/casework/records/record.ts'
import { roles } from '../../../src/casework/staff/staff.ts'
import { openedBy } from '../../../src/vault/keys/role-keys.ts'
import { matrix } from './matrix.ts'

test.each(roles)('%s opens what the design says, no more and no less', (role) => {
  expect(openedBy([role])).toEqual(domains.filter((domain) => matrix[role][domain]))
})

test('two roles open what either opens', () => {
  expect(openedBy(['hotline', 'coordinator'])).toEqual(['hotline', 'schedule', 'exchange', 'config'])
  expect(openedBy(['counsellor', 'administrator'])).toEqual([...domains])
})
