import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { RecordKind, Stored } from '../../src/casework/records/record.ts'
import { Shelves } from '../../src/room/shelves.ts'
import type { Change, Listing, OpenVault } from '../../src/vault/vault.ts'

const kind: RecordKind<string> = {
  table: 'notes',
  domain: 'case',
  version: 1,
  schema: z.string().trim(),
  clientOf: () => null,
}

const change = (id: string, expectedRevision: number, value: string): Change => ({
  kind,
  id,
  expectedRevision,
  value,
})

/** A vault that gives what it is told to, when it is told to. */
const vaultAnswering = (answers: Promise<Listing<unknown>>[]) => {
  let asked = 0
  const vault = vaultReading(() => answers[asked++] ?? Promise.reject(new Error('asked too often')))
  return { vault, asked: () => asked }
}

const vaultReading = (read: () => Promise<Listing<unknown>>): Pick<OpenVault, 'list'> => ({
  list: async <T>() => (await read()) as Listing<T>,
})

const listing = (...records: Stored<string>[]): Listing<string> => ({ records, unreadable: [] })

describe('a shelf', () => {
  test('is read once, and keeps what was saved as the vault keeps it', async () => {
    const { vault, asked } = vaultAnswering([Promise.resolve(listing({ id: 'a', revision: 1, value: '一' }))])
    const shelves = new Shelves(vault)
    const before = await shelves.of(kind)
    shelves.put([change('a', 1, ' 二 '), change('b', 0, '三')])
    const after = await shelves.of(kind)
    expect(after.records).toEqual([
      { id: 'a', revision: 2, value: '二' },
      { id: 'b', revision: 1, value: '三' },
    ])
    expect(before.records).toEqual([{ id: 'a', revision: 1, value: '一' }])
    expect(asked()).toBe(1)
  })

  test('counts what the vault could not read', async () => {
    const unreadable = [{ id: 'x', code: 'DAMAGED_RECORD' as const }]
    const { vault } = vaultAnswering([Promise.resolve({ records: [], unreadable })])
    const shelves = new Shelves(vault)
    shelves.put([change('a', 0, '一')])
    expect(await shelves.of(kind)).toEqual({ records: [], unreadable: 1 })
    shelves.put([change('a', 0, '一')])
    expect(await shelves.of(kind)).toMatchObject({ unreadable: 1 })
  })

  test('that could not be read is read again, also when something was saved meanwhile', async () => {
    const { vault, asked } = vaultAnswering([
      Promise.reject(new Error('no')),
      Promise.reject(new Error('no')),
      Promise.resolve(listing({ id: 'a', revision: 1, value: '一' })),
    ])
    const shelves = new Shelves(vault)
    await expect(shelves.of(kind)).rejects.toThrow('no')
    const second = shelves.of(kind)
    shelves.put([change('a', 0, '一')])
    await expect(second).rejects.toThrow('no')
    expect((await shelves.of(kind)).records).toHaveLength(1)
    expect(asked()).toBe(3)
  })
})

test('whenever it is read and whenever things are saved, the shelf ends as the vault does', async () => {
  const step = fc.oneof(
    fc.constant({ do: 'list' as const }),
    fc.record({ do: fc.constant('save' as const), id: fc.constantFrom('a', 'b', 'c') }),
  )
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(step, { maxLength: 12 }), async (scheduler, steps) => {
      const stored = new Map<string, Stored<string>>([['a', { id: 'a', revision: 1, value: '0' }]])
      // Reads what is stored at one moment and hands it over at another, as a transaction does.
      const read = scheduler.scheduleFunction(async () => [...stored.values()])
      const vault = vaultReading(async () => {
        const records = await read()
        await scheduler.schedule(Promise.resolve())
        return listing(...records)
      })
      const shelves = new Shelves(vault)
      const save = async (id: string, number: number) => {
        await scheduler.schedule(Promise.resolve())
        const revision = (stored.get(id)?.revision ?? 0) + 1
        stored.set(id, { id, revision, value: String(number) })
        await scheduler.schedule(Promise.resolve())
        shelves.put([change(id, revision - 1, String(number))])
      }
      const under = steps.map((one, number) =>
        one.do === 'list' ? shelves.of(kind).then(() => undefined) : save(one.id, number),
      )
      await scheduler.waitFor(Promise.all(under))
      const { records } = await scheduler.waitFor(shelves.of(kind))
      expect(new Map(records.map((record) => [record.id, record]))).toEqual(stored)
    }),
    { numRuns: 300 },
  )
})
