import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/vault/drafts.ts'
import { makeRoom, onDisk } from './room.ts'

const draft = (form: string, reason: string): Draft => ({
  form,
  content: { tier: 'watch', reason },
  keptAt: '2026-11-22T04:00:00.000Z',
})

interface Row {
  id: string
  sealed: Uint8Array<ArrayBuffer>
}

/** The rows as they lie on the disk. */
const rowsIn = (name: string): Promise<Row[]> => onDisk(name, (disk) => disk.table<Row>('drafts').toArray())

describe('drafts', () => {
  test('case 71: what was kept is there after the lock, the newest of each form', async () => {
    const room = await makeRoom()
    const vault = await room.open(room.first)
    await vault.drafts.keep(draft('tierDecision:1', '示例理由'))
    await vault.drafts.keep(draft('tierDecision:1', '示例理由，写长了一些'))
    await vault.drafts.keep(draft('newClient', '另一份'))
    vault.lock()

    const again = await room.open(room.first)
    const kept = await again.drafts.list()
    expect(kept.sort((a, b) => b.form.localeCompare(a.form))).toEqual([
      draft('tierDecision:1', '示例理由，写长了一些'),
      draft('newClient', '另一份'),
    ])
    await again.drafts.forget('newClient')
    await again.drafts.forget('never kept')
    expect(await again.drafts.list()).toEqual([draft('tierDecision:1', '示例理由，写长了一些')])
    again.lock()
  })

  test('a colleague sees none of them, and keeps their own of the same form beside', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const colleague = await room.add(first, '示例同事', ['counsellor'])
    await first.drafts.keep(draft('newClient', '一'))
    first.lock()
    const second = await room.open(colleague)
    expect(await second.drafts.list()).toEqual([])
    await second.drafts.keep(draft('newClient', '二'))
    await second.drafts.forget('newClient')
    await second.drafts.keep(draft('newClient', '三'))
    second.lock()
    const again = await room.open(room.first)
    expect(await again.drafts.list()).toEqual([draft('newClient', '一')])
    again.lock()
  })

  test('the disk tells neither whose, nor which form, nor what', async () => {
    const room = await makeRoom()
    const vault = await room.open(room.first)
    await vault.drafts.keep(draft('tierDecision:1', '示例理由'))
    await vault.drafts.keep(draft('tierDecision:2', '示例理由'))
    const rows = await rowsIn(room.name)
    vault.lock()
    expect(rows.map((row) => Object.keys(row))).toEqual([
      ['id', 'sealed'],
      ['id', 'sealed'],
    ])
    expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1)
    const seen = rows.map(({ id, sealed }) => id + new TextDecoder('latin1').decode(sealed)).join()
    for (const telling of ['tierDecision', 'watch', room.first]) expect(seen).not.toContain(telling)
  })

  test('a row that was changed, moved or put there by somebody else is none of them', async () => {
    const room = await makeRoom()
    const vault = await room.open(room.first)
    await vault.drafts.keep(draft('tierDecision:1', '一'))
    await vault.drafts.keep(draft('tierDecision:2', '二'))
    const [first, second] = await rowsIn(room.name)
    if (!first || !second) throw new Error('no rows')
    const flipped = first.sealed.slice()
    flipped[20] = (flipped[20] ?? 0) ^ 1
    await onDisk(room.name, async (disk) => {
      await disk.table('drafts').clear()
      await disk.table('drafts').bulkPut([
        { id: first.id, sealed: flipped },
        { id: '0'.repeat(32), sealed: second.sealed },
        { id: '1'.repeat(32), sealed: new Uint8Array(3) },
        { id: '2'.repeat(32), sealed: 'plain' },
      ])
    })
    expect(await vault.drafts.list()).toEqual([])
    vault.lock()
  })
})
