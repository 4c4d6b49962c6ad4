import { describe, expect, test } from 'vitest'
import { type Domain, domains } from '../../src/casework/record.ts'
import { roles } from '../../src/casework/staff.ts'
import { sealForDomain } from '../../src/vault/boxed-envelope.ts'
import type { GrantRow, HeaderRow, RecordRow, StaffRow } from '../../src/vault/database.ts'
import { domainKey } from '../../src/vault/domain-key.ts'
import type { Place } from '../../src/vault/envelope-header.ts'
import { grantStatement } from '../../src/vault/grant.ts'
import { kdfFloor } from '../../src/vault/key-derivation.ts'
import { signingPair } from '../../src/vault/key-pair.ts'
import { unwrapSecret } from '../../src/vault/passphrase-wrap.ts'
import { drawBytes } from '../../src/vault/random.ts'
import { staffStatement } from '../../src/vault/roster.ts'
import { openBox, sealBox } from '../../src/vault/sealed-box.ts'
import { sign } from '../../src/vault/signature.ts'
import { staffKeys } from '../../src/vault/staff-keys.ts'
import { matrix } from './matrix.ts'
import { codeOf } from './places.ts'
import { makeRoom, noteKind, onDisk, passphraseOf, planKind } from './room.ts'

const client = 'a'.repeat(32)
const note = { clientId: client, text: '示例记录' }

const stored = (name: string) =>
  onDisk(name, async (database) => ({
    header: await database.table<HeaderRow>('vault').toCollection().first(),
    staff: await database.table<StaffRow>('staff').toArray(),
    grants: await database.table<GrantRow>('grants').toArray(),
  }))

/** What a passphrase gives to someone who goes straight to the disk. */
const ownKeys = async (room: string, staffId: string, passphrase: string) => {
  const { header, staff, grants } = await stored(room)
  const row = staff.find(({ id }) => id === staffId)
  if (!header || !row) throw new Error('missing rows')
  const { vaultId } = header
  const keys = await staffKeys(await unwrapSecret(passphrase, row, { vaultId, staffId }))
  return { vaultId, header, staff, grants, row, keys }
}

/** Every domain someone can reach with a passphrase and all that is on the disk, asking none of the program's doors. */
const reachable = async (room: string, staffId: string, passphrase: string): Promise<Domain[]> => {
  const { vaultId, header, staff, grants, keys } = await ownKeys(room, staffId, passphrase)
  const reached = new Set<Domain>()
  for (const grant of grants) {
    const owner = staff.find(({ id }) => id === grant.staffId)
    for (const sealKey of new Set([keys.sealing.publicKey, owner?.sealKey ?? header.recovery.sealKey])) {
      if (!grant.sealed) continue
      const purpose = grantStatement(vaultId, { ...grant, sealKey })
      const opened = await openBox(keys.sealing, purpose, grant.sealed).catch(() => null)
      if (!opened) continue
      const key = await domainKey(grant.domain, grant.generation, opened)
      const announced = header.domains.find(({ domain }) => domain === grant.domain)?.publicKey
      expect(key.sealing.publicKey).toEqual(announced)
      reached.add(grant.domain)
    }
  }
  return domains.filter((domain) => reached.has(domain))
}

describe('keys decide', () => {
  test('each role reaches exactly its row of the matrix, whatever it tries', async () => {
    const room = await makeRoom(['counsellor', 'administrator'])
    const first = await room.open(room.first)
    for (const role of roles) {
      const id = await room.add(first, `示例${role}`, [role])
      const expected = domains.filter((domain) => matrix[role][domain])
      expect(await reachable(room.name, id, passphraseOf(`示例${role}`)), role).toEqual(expected)
      const vault = await room.open(id)
      expect(
        domains.filter((domain) => vault.opens(domain)),
        role,
      ).toEqual(expected)
    }
  })

  test('the hotline can not open case or identity, but can put in what belongs there', async () => {
    const room = await makeRoom()
    const counsellor = await room.open(room.first)
    await counsellor.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: note }])
    const hotline = await room.open(await room.add(counsellor, '示例热线', ['hotline']))

    expect(await codeOf(hotline.list(noteKind))).toBe('NO_KEY')
    expect(await codeOf(hotline.get(noteKind, client))).toBe('NO_KEY')
    expect(await codeOf(hotline.find(noteKind, 'client', client))).toBe('NO_KEY')
    expect(await codeOf(hotline.pseudonym('case', client))).toBe('NO_KEY')
    expect(await codeOf(hotline.openSealed('case', 'x', new Uint8Array(400)))).toBe('NO_KEY')

    const id = hotline.drawId()
    await hotline.commit([{ kind: noteKind, id, expectedRevision: 0, value: note }])
    expect(await codeOf(hotline.get(noteKind, id))).toBe('NO_KEY')
    const change = { kind: noteKind, id, expectedRevision: 1, value: note }
    expect(await codeOf(hotline.commit([change]))).toBe('NO_KEY')

    // The counsellor signed in before the hotline worker was added, and again after.
    for (const vault of [counsellor, await room.open(room.first)]) {
      expect(await vault.get(noteKind, id)).toEqual({ id, revision: 1, value: note })
      expect((await vault.list(noteKind)).unreadable).toEqual([])
    }
    await counsellor.commit([{ ...change, value: { ...note, text: '改过的示例' } }])
    expect((await counsellor.get(noteKind, id))?.value.text).toBe('改过的示例')
  })

  test('what only its readers write can not come from another role, past every door and under its own true name', async () => {
    const room = await makeRoom()
    const counsellor = await room.open(room.first)
    const hotlineId = await room.add(counsellor, '示例热线', ['hotline'])
    const hotline = await room.open(hotlineId)
    const { header, keys } = await ownKeys(room.name, hotlineId, passphraseOf('示例热线'))
    const author = { id: hotlineId, privateKey: keys.signing.privateKey }
    const forge = async ({ table, domain, version }: typeof planKind, id: string, revision: number) => {
      const place: Place = { vaultId: header.vaultId, domain, table, id, index: [], version, revision }
      const envelope = await sealForDomain(counsellor.publicKey(domain), author, place, note)
      await onDisk(room.name, (database) =>
        database.table<RecordRow>(table).put({ id, domain, revision, index: [], envelope }),
      )
    }

    const id = counsellor.drawId()
    expect(await codeOf(hotline.commit([{ kind: planKind, id, expectedRevision: 0, value: note }]))).toBe(
      'NO_KEY',
    )
    await forge(planKind, id, 1)
    expect(await codeOf(counsellor.get(planKind, id))).toBe('UNKNOWN_AUTHOR')

    // A new record may come from there, a change to one never.
    await counsellor.commit([{ kind: noteKind, id, expectedRevision: 0, value: note }])
    await forge(noteKind, id, 2)
    expect(await codeOf(counsellor.get(noteKind, id))).toBe('UNKNOWN_AUTHOR')
  })

  test('what was put in without the key is found under an index all the same', async () => {
    const room = await makeRoom()
    const counsellor = await room.open(room.first)
    const hotline = await room.open(await room.add(counsellor, '示例热线', ['hotline']))
    await hotline.commit([{ kind: noteKind, id: hotline.drawId(), expectedRevision: 0, value: note }])
    expect((await counsellor.find(noteKind, 'client', client)).records).toHaveLength(1)
    expect((await counsellor.find(noteKind, 'client', 'b'.repeat(32))).records).toEqual([])
  })

  test('a record forged with the public key, under a colleague’s name, is refused', async () => {
    const room = await makeRoom()
    const counsellor = await room.open(room.first)
    const hotlineId = await room.add(counsellor, '示例热线', ['hotline'])
    const { header } = await stored(room.name)
    const id = counsellor.drawId()
    const place: Place = {
      vaultId: header?.vaultId ?? '',
      domain: 'case',
      table: 'notes',
      id,
      index: [],
      version: 1,
      revision: 1,
    }
    const { privateKey } = await signingPair(drawBytes(32))
    const author = { id: hotlineId, privateKey }
    const envelope = await sealForDomain(counsellor.publicKey('case'), author, place, note)
    await onDisk(room.name, (database) =>
      database.table('notes').put({ id, domain: 'case', revision: 1, index: [], envelope }),
    )
    expect((await counsellor.list(noteKind)).unreadable).toEqual([{ id, code: 'UNKNOWN_AUTHOR' }])
  })

  test('what somebody wrote for whom nobody vouches any more is reported', async () => {
    const room = await makeRoom()
    const counsellor = await room.open(room.first)
    const hotlineId = await room.add(counsellor, '示例热线', ['hotline'])
    const hotline = await room.open(hotlineId)
    const id = hotline.drawId()
    await hotline.commit([{ kind: noteKind, id, expectedRevision: 0, value: note }])
    await onDisk(room.name, (database) => database.table('staff').update(hotlineId, { name: '改名' }))
    const again = await room.open(room.first)
    expect((await again.list(noteKind)).unreadable).toEqual([{ id, code: 'UNKNOWN_AUTHOR' }])
  })
})

describe('adding staff', () => {
  test('is for administrators', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const counsellor = await room.open(await room.add(first, '示例咨询', ['counsellor']))
    expect(await codeOf(room.add(counsellor, '示例热线', ['hotline']))).toBe('NOT_ADMINISTRATOR')
    const weak = { name: '示例', roles: ['hotline' as const], passphrase: '1234', kdf: kdfFloor }
    expect(await codeOf(first.addStaff(weak))).toBe('WEAK_PASSPHRASE')
    expect(await codeOf(first.addStaff({ ...weak, roles: [] }))).toBe('INVALID_STAFF')
    expect(
      first
        .listStaff()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['示例咨询', '示例首位'])
  })

  test('what the administrator does not hold waits, signed, for somebody who does', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const administrator = await room.open(await room.add(first, '示例管理', ['administrator']))
    const newId = await room.add(administrator, '示例咨询', ['counsellor'])

    const before = await room.open(newId)
    expect(domains.filter((domain) => before.opens(domain))).toEqual(['schedule', 'exchange', 'config'])
    expect(await administrator.sealPendingGrants()).toEqual({ sealed: 0, refused: [] })
    expect(await reachable(room.name, newId, passphraseOf('示例咨询'))).toEqual([
      'schedule',
      'exchange',
      'config',
    ])

    expect(await first.sealPendingGrants()).toEqual({ sealed: 5, refused: [] })
    expect(await first.sealPendingGrants()).toEqual({ sealed: 0, refused: [] })
    await first.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: note }])
    const after = await room.open(newId)
    expect((await after.get(noteKind, client))?.value).toEqual(note)
    expect(domains.filter((domain) => after.opens(domain))).toEqual(
      domains.filter((domain) => matrix.counsellor[domain]),
    )
  })

  test('a grant that no administrator signed, or for what the role does not open, is not sealed', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const hotlineId = await room.add(first, '示例热线', ['hotline'])
    const { vaultId, row, keys } = await ownKeys(room.name, hotlineId, passphraseOf('示例热线'))
    const administrator = await ownKeys(room.name, room.first, passphraseOf('示例首位'))
    const own = keys.signing.privateKey
    const asking = async (domain: Domain, signedBy: string, key: CryptoKey): Promise<GrantRow> => {
      const target = { staffId: hotlineId, domain, generation: 1 }
      const statement = grantStatement(vaultId, { ...target, sealKey: keys.sealing.publicKey })
      const signature = await sign(key, statement)
      return { ...target, id: `${hotlineId}.${domain}.1`, revision: 1, sealed: null, signedBy, signature }
    }
    const certified = async (change: Partial<StaffRow>): Promise<StaffRow> => {
      const claimed = { ...row, ...change, signedBy: hotlineId }
      return { ...claimed, signature: await sign(own, staffStatement(vaultId, claimed)) }
    }
    const byAdministrator = administrator.keys.signing.privateKey
    const ownCase = await asking('case', hotlineId, own)
    const attempts: [string, GrantRow, StaffRow][] = [
      ['signed by oneself', ownCase, row],
      ["under the administrator's name", await asking('case', room.first, own), row],
      ['unsigned', { ...ownCase, signature: new Uint8Array(64) }, row],
      ['after promoting oneself', ownCase, await certified({ roles: ['counsellor', 'administrator'] })],
      ['after changing one’s roles', ownCase, { ...row, roles: ['counsellor', 'administrator'] }],
      ['of the role, signed by oneself', await asking('hotline', hotlineId, own), row],
      ['beyond the role, signed by an administrator', await asking('case', room.first, byAdministrator), row],
    ]
    for (const [attempt, grant, asStaff] of attempts) {
      await onDisk(room.name, async (database) => {
        await database.table('grants').where({ staffId: hotlineId }).delete()
        await database.table('grants').put(grant)
        await database.table('staff').put(asStaff)
      })
      expect(await first.sealPendingGrants(), attempt).toEqual({ sealed: 0, refused: [grant.id] })
      expect(await reachable(room.name, hotlineId, passphraseOf('示例热线')), attempt).toEqual([])
    }
  })

  test('an accomplice for whom only a colleague without the right vouches is no staff', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const hotlineId = await room.add(first, '示例热线', ['hotline'])
    const { vaultId, row, keys } = await ownKeys(room.name, hotlineId, passphraseOf('示例热线'))
    const accomplice = { ...row, id: 'c'.repeat(32), roles: ['counsellor' as const], signedBy: hotlineId }
    const target = { staffId: accomplice.id, domain: 'case', generation: 1 } as const
    const statement = grantStatement(vaultId, { ...target, sealKey: row.sealKey })
    const { privateKey } = keys.signing
    const signature = await sign(privateKey, staffStatement(vaultId, accomplice))
    const grantSignature = await sign(privateKey, statement)
    await onDisk(room.name, async (database) => {
      await database.table('staff').put({ ...accomplice, signature })
      await database.table('grants').put({
        ...target,
        id: `${accomplice.id}.case.1`,
        revision: 1,
        sealed: null,
        signedBy: hotlineId,
        signature: grantSignature,
      })
    })
    expect(await first.sealPendingGrants()).toEqual({ sealed: 0, refused: [`${accomplice.id}.case.1`] })
    expect(first.listStaff().map(({ id }) => id)).not.toContain(accomplice.id)
  })

  test('another’s public key in the newcomer’s place gets nothing', async () => {
    const room = await makeRoom()
    const first = await room.open(room.first)
    const administrator = await room.open(await room.add(first, '示例管理', ['administrator']))
    const newId = await room.add(administrator, '示例咨询', ['counsellor'])
    const hotlineId = await room.add(administrator, '示例热线', ['hotline'])
    await onDisk(room.name, async (database) => {
      const thief = await database.table<StaffRow>('staff').get(hotlineId)
      await database.table('staff').update(newId, { sealKey: thief?.sealKey })
    })
    const { sealed, refused } = await (await room.open(room.first)).sealPendingGrants()
    expect(refused.filter((id) => id.startsWith(newId))).toHaveLength(5)
    expect(sealed).toBe(1) // the hotline worker's own: the hotline domain
    expect(await reachable(room.name, hotlineId, passphraseOf('示例热线'))).toEqual([
      'hotline',
      'schedule',
      'config',
    ])
  })

  test('a public key of somebody’s own making is refused at unlock, also by those who only seal to it', async () => {
    const room = await makeRoom()
    const hotlineId = await room.add(await room.open(room.first), '示例热线', ['hotline'])
    const { header } = await stored(room.name)
    const swapped = header?.domains.map((entry) =>
      entry.domain === 'case' ? { ...entry, publicKey: drawBytes(32) } : entry,
    )
    await onDisk(room.name, (database) => database.table('vault').update('header', { domains: swapped }))
    expect(await codeOf(room.open(hotlineId))).toBe('DAMAGED_VAULT')
    expect(await codeOf(room.open(room.first))).toBe('DAMAGED_VAULT')
    await onDisk(room.name, (database) => database.table('vault').put(header))
    await room.open(hotlineId)
  })

  test('a domain secret that somebody else knows is refused at unlock', async () => {
    const room = await makeRoom()
    const { vaultId, row } = await ownKeys(room.name, room.first, passphraseOf('示例首位'))
    const id = `${room.first}.case.1`
    const target = { staffId: room.first, domain: 'case', generation: 1, sealKey: row.sealKey } as const
    const known = await sealBox(row.sealKey, grantStatement(vaultId, target), drawBytes(32))
    await onDisk(room.name, (database) => database.table('grants').update(id, { sealed: known }))
    expect(await codeOf(room.open(room.first))).toBe('DAMAGED_VAULT')
    const { grants } = await stored(room.name)
    const sealed = grants.find((grant) => grant.id === `${room.first}.identity.1`)?.sealed
    await onDisk(room.name, (database) => database.table('grants').update(id, { sealed }))
    expect(await codeOf(room.open(room.first))).toBe('DAMAGED_VAULT')
  })
})

describe('another passphrase', () => {
  test('wraps the same keys and touches nothing else', async () => {
    const room = await makeRoom()
    const vault = await room.open(room.first)
    await vault.commit([{ kind: noteKind, id: client, expectedRevision: 0, value: note }])
    const rows = () =>
      onDisk(room.name, async (database) => ({
        notes: await database.table<RecordRow>('notes').toArray(),
        grants: await database.table<GrantRow>('grants').toArray(),
      }))
    const before = await rows()
    const current = passphraseOf('示例首位')
    const next = '换成另一句更长的示例口令'

    expect(await codeOf(vault.changePassphrase({ current: '不是这句不是这句不是这句', next }))).toBe(
      'WRONG_PASSPHRASE',
    )
    expect(await codeOf(vault.changePassphrase({ current, next: '短' }))).toBe('WEAK_PASSPHRASE')
    await room.open(room.first)
    await vault.changePassphrase({ current, next })

    expect(await rows()).toEqual(before)
    expect(await codeOf(room.open(room.first, current))).toBe('WRONG_PASSPHRASE')
    expect((await (await room.open(room.first, next)).get(noteKind, client))?.value).toEqual(note)
  })
})
