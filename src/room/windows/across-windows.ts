import type { StaffMember } from '../../casework/staff/staff.ts'
import { type Outcome, refused } from '../../instruments/outcome.ts'
import { openedBy } from '../../vault/keys/role-keys.ts'
import { type Bytes, textOf, utf8 } from '../../vault/primitives/bytes.ts'
import { sealBox } from '../../vault/primitives/sealed-box.ts'
import type { OpenVault } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type { Seat } from '../seat.ts'
import type { Session } from '../session.ts'

type Command = (...args: never[]) => Promise<Outcome<unknown>>

/** What somebody in a window that follows wants done by the one that writes. `token` is drawn for it, and stands in the answer. */
interface Asked {
  token: string
  staffId: string
  at: string
  command: string
  args: unknown[]
}

const askPurpose = 'anxin/second-seat/1'
const answerPurpose = 'anxin/second-seat-answer/1'
/** Milliseconds after which nothing is done any more that was asked for. */
const stale = 30_000

const seal = (vault: OpenVault, purpose: string, content: unknown): Promise<Bytes> =>
  sealBox(vault.publicKey('hotline'), purpose, utf8(JSON.stringify(content)))

/** What another window sealed; it holds the same key as this one, and wrote it with `seal`. */
const opened = async <T>(vault: OpenVault, purpose: string, sealed: Bytes): Promise<T> =>
  JSON.parse(textOf(await vault.openSealed('hotline', purpose, sealed))) as T

/** Who asks, when they are on the roster now in a role of the hotline's, and signed exactly this a moment ago. */
async function signerOf(vault: OpenVault, asked: string, signature: string): Promise<StaffMember | null> {
  const { staffId, at } = JSON.parse(asked) as Asked
  const staff = vault.staffing.list().find(({ id }) => id === staffId)
  if (staff === undefined || Math.abs(Date.parse(now()) - Date.parse(at)) > stale) return null
  const signed = Uint8Array.from(atob(signature), (letter) => letter.charCodeAt(0))
  const roles = staff.roles.filter((role) => openedBy([role]).includes('hotline'))
  const held = roles.map((role) => vault.signedByHolder(role, staffId, signed, askPurpose, asked))
  return (await Promise.all(held)).includes(true) ? staff : null
}

/**
 * Commands that two people at two windows of one machine give at the same time, of the hotline's domain alone. They run one after the other in the
 * window that writes; one that follows sends what is asked there, sealed for the domain and signed by whoever sits at it, and is done
 * in their name. Refused with READ_ONLY_WINDOW where nobody answers.
 */
export const acrossWindows = <Set extends Record<string, Command>>(
  seat: Seat,
  make: (session: () => Session) => Set,
): Set => {
  const own = make(seat.session)
  const known = new Set<string>()

  const runFor = async (staff: StaffMember, { command, args }: Asked): Promise<Outcome<unknown>> => {
    const theirs = make(() => ({ ...seat.session(), me: staff }))
    return Reflect.apply(Reflect.get(theirs, command), theirs, args)
  }
  const { runFor: inTurnFor, ...inTurn } = commands({ ...own, runFor })

  seat.answers(async (sealed) => {
    const { vault } = seat.session()
    const { asked, signature } = await opened<{ asked: string; signature: string }>(vault, askPurpose, sealed)
    const what = JSON.parse(asked) as Asked
    if (!Object.hasOwn(own, what.command) || known.has(what.token)) return null
    known.add(what.token)
    const staff = await signerOf(vault, asked, signature)
    const outcome = staff === null ? refused('READ_ONLY_WINDOW') : await inTurnFor(staff, what)
    return seal(vault, answerPurpose, { token: what.token, outcome })
  })

  const ask = async (command: string, args: unknown[]): Promise<Outcome<unknown>> => {
    const { session, place } = seat.open
    const { vault, me } = session
    const what: Asked = { token: vault.drawId(), staffId: me.id, at: now(), command, args }
    const asked = JSON.stringify(what)
    const signed = await vault.signAsStaff(askPurpose, asked)
    const signature = btoa(String.fromCharCode(...signed))
    const sealed = await place.ask(await seal(vault, askPurpose, { asked, signature }))
    if (sealed === null) return refused('READ_ONLY_WINDOW')
    const answer = await opened<{ token: string; outcome: Outcome<unknown> }>(vault, answerPurpose, sealed)
    return answer.token === what.token ? answer.outcome : refused('READ_ONLY_WINDOW')
  }
  const { asked: askInTurn } = commands({
    asked: (command: string, args: unknown[]) => ask(command, args),
  })

  return Object.fromEntries(
    Object.keys(own).map((name) => [
      name,
      (...args: never[]): Promise<Outcome<unknown>> =>
        seat.taken !== null && !seat.taken.place.writes
          ? askInTurn(name, args)
          : Reflect.apply(Reflect.get(inTurn, name), inTurn, args),
    ]),
  ) as Set
}
