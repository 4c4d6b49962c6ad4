import { keyEventKind } from '../../exchange/keys/key-event.ts'
import { writeKeyList } from '../../exchange/keys/key-list.ts'
import { isInForce } from '../../exchange/keys/key-standing.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now, today } from '../clock.ts'
import type { CountyDeskApi } from '../contract/county-desk.ts'
import type { OutgoingFile } from '../contract/exchange.ts'
import { acceptedKeys } from '../exchange.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
import { roomKeys } from './package-desk.ts'
import { receiptFor } from './receipts-for.ts'

/** What a county desk says under its own signature: what it received, and whose keys count. */
export const countyStatements = (
  session: () => Session,
): Pick<CountyDeskApi, 'receiptFor' | 'keyList' | 'revokeKey'> => ({
  receiptFor: (unit: string) => receiptFor(session(), unit),
  async keyList(): Promise<Outcome<{ file: OutgoingFile }>> {
    const { code, keys } = await identityAs('county', session())
    const list = { county: code, issued: today(), keys: await roomKeys(session()) }
    return done({ file: await writeKeyList(list, keys) })
  },
  async revokeKey(unit: string): Promise<Outcome<'revoked'>> {
    await identityAs('county', session())
    const { vault, me, commit } = session()
    const inForce = [...(await acceptedKeys(session()))].filter(
      ([, standing]) => standing.unit === unit && isInForce(standing),
    )
    if (inForce.length === 0) return refused('UNKNOWN_SENDER', { at: unit })
    const entry = { event: 'revoked' as const, unit, on: today(), enteredAt: now(), enteredBy: me.id }
    await commit(
      inForce.map(([kid]) => ({
        kind: keyEventKind,
        id: vault.drawId(),
        expectedRevision: 0,
        value: { ...entry, kid },
      })),
    )
    return done('revoked')
  },
})
