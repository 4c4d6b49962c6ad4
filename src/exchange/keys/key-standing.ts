import type { KeyEvent } from './key-event.ts'

/** How many days after a change of keys a package may still arrive that was signed before it. */
const daysOnTheWay = 31

/** A unit's key, and from when to when it counts. Days are `YYYY-MM-DD`. */
export interface KeyStanding {
  unit: string
  /** Ed25519 public key: `x` of its JWK. */
  signing: string
  /** Thumbprint of the unit's first key: one that took another's place goes on with its chain of packages. */
  chain: string
  /** The last day for which it may have signed, once the unit signs with another. */
  lastDay: string | null
  /** The last day on which what it signed is still taken. */
  lastArrival: string | null
  /** The day from which nothing signed with it is taken, whenever it says it was signed. */
  revoked: string | null
}

/** The standing of every accepted key, by thumbprint. */
export function keyStandings(
  cards: readonly { kid: string; card: { unit: string; signing: string } }[],
  events: readonly KeyEvent[],
): Map<string, KeyStanding> {
  const predecessors = new Map(
    events.flatMap((event) => (event.event === 'replaced' ? [[event.successor, event.kid]] : [])),
  )
  return new Map(
    cards.map(({ kid, card: { unit, signing } }) => {
      const lastDay = earliest(events, kid, 'replaced')
      const standing = {
        unit,
        signing,
        chain: firstOf(kid, predecessors),
        lastDay,
        lastArrival: lastDay && daysAfter(lastDay, daysOnTheWay),
        revoked: earliest(events, kid, 'revoked'),
      }
      return [kid, standing]
    }),
  )
}

/** May the unit still sign with it, for all this desk knows? */
export const isInForce = ({ lastDay, revoked }: KeyStanding): boolean => lastDay === null && revoked === null

const earliest = (events: readonly KeyEvent[], kid: string, event: KeyEvent['event']): string | null =>
  events
    .filter((entry) => entry.kid === kid && entry.event === event)
    .map(({ on }) => on)
    .sort()[0] ?? null

function firstOf(kid: string, predecessors: ReadonlyMap<string, string>): string {
  const seen = new Set([kid])
  let first = kid
  for (
    let earlier = predecessors.get(first);
    earlier && !seen.has(earlier);
    earlier = predecessors.get(first)
  ) {
    seen.add(earlier)
    first = earlier
  }
  return first
}

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
