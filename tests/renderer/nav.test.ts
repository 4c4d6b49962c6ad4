import { expect, test } from 'vitest'
import type { Role } from '../../src/casework/staff/staff.ts'
import type { UnitProfile } from '../../src/casework/unit/unit-profile.ts'
import { entryAt, openEntries } from '../../src/renderer/app/nav.ts'

const opened = (kind: UnitProfile['kind'], ...roles: Role[]) =>
  openEntries({
    unit: { kind, name: '示例单位', code: '000000000', releaseProfile: 'small' },
    me: { id: '0'.repeat(32), name: '示例甲', roles },
  }).map(({ key }) => key)

test('a room shows each role what its keys open', () => {
  expect(opened('room', 'counsellor')).toEqual([
    'today',
    'clients',
    'appointments',
    'hotline',
    'activities',
    'catalogue',
    'surveys',
    'statistics',
    'report',
    'settings',
  ])
  expect(opened('room', 'hotline')).toEqual([
    'today',
    'appointments',
    'hotline',
    'activities',
    'catalogue',
    'settings',
  ])
  expect(opened('room', 'administrator')).toEqual([
    'appointments',
    'activities',
    'catalogue',
    'surveys',
    'report',
    'settings',
  ])
})

test('several roles open what each of them opens, once', () => {
  expect(opened('room', 'administrator', 'hotline')).toEqual([
    'today',
    'appointments',
    'hotline',
    'activities',
    'catalogue',
    'surveys',
    'report',
    'settings',
  ])
})

test('a county desk shows nothing of a room', () => {
  expect(opened('county', 'administrator', 'coordinator')).toEqual(['county', 'settings'])
})

test('the demonstration shows a room and a county desk', () => {
  expect(opened('demo', 'counsellor', 'administrator', 'coordinator')).toEqual([
    'today',
    'clients',
    'appointments',
    'hotline',
    'activities',
    'catalogue',
    'surveys',
    'statistics',
    'report',
    'county',
    'settings',
  ])
})

test('a page belongs to the entry its address begins with', () => {
  expect(entryAt('/clients/0f3a')?.key).toBe('clients')
  expect(entryAt('/nowhere')).toBeUndefined()
})
