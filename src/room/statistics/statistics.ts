import { clientKind } from '../../casework/clients/client.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { type Fact, factKinds } from '../../statistics/fact.ts'
import { readCaseload } from '../clients/caseload.ts'
import { commands } from '../commands.ts'
import type {
  StatisticsApi,
  StatisticsCases,
  StatisticsCell,
  StatisticsQuery,
} from '../contract/statistics.ts'
import { countableFacts } from '../facts/countable-facts.ts'
import { onceFor } from '../once-for.ts'
import { releasePlan } from '../release-plan.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { codeLabels } from './code-labels.ts'
import { countFacts, factsBehind, type KnownFact, type TierOf } from './count-facts.ts'
import { addsUp, isOfClients, rowsOf, unitsOf } from './kinds.ts'
import { ownInstruments } from './own-instruments.ts'
import { type WhoIs, whoIs } from './people.ts'

/**
 * Facts of the kind and months that are asked for, with whose they are, and what they are counted by. Months before the first
 * there is anything of are no columns.
 */
const read = async (session: Session, query: StatisticsQuery) => {
  const { facts, months, within, unreadable } = await countableFacts(session)
  const [since = null] = months
  const { kind, until } = query
  const from = since !== null && since > query.from ? since : query.from
  const asked = within(from, until).filter((fact) => fact.kind === kind)
  const years = isOfClients(kind)
    ? asked.flatMap(({ person, month }) => (person === null ? [] : month.slice(0, 4)))
    : []
  const who = await whoIs(session, years)
  const caseload = await readCaseload(session)
  return {
    facts,
    since,
    query: { ...query, from },
    known: asked.map(knownBy(who)),
    caseload,
    unreadable: unreadable + caseload.unreadable,
  }
}

const kindsIn = onceFor((facts: readonly Fact[]) => new Set(facts.map(({ kind }) => kind)))

const knownBy =
  (who: WhoIs) =>
  (fact: KnownFact['fact']): KnownFact => ({
    fact,
    client: fact.person === null ? null : who(fact.person, fact.month.slice(0, 4)),
  })

type Caseload = Awaited<ReturnType<typeof readCaseload>>

const tiersIn = ({ clients, summaryOf }: Caseload): TierOf => {
  const tiers = new Map(clients.map((client) => [client.id, summaryOf(client).standing?.tier]))
  return (client) => tiers.get(client) ?? 'none'
}

/** 本室统计: counted from the facts, so that the room sees before rounding what a report is made from. */
export const statisticsApi = (session: () => Session): StatisticsApi => ({
  async roomStatistics(query) {
    const { facts, since, known, caseload, unreadable, ...asked } = await read(session(), query)
    const { rows, ...counted } = countFacts(known, asked.query, tiersIn(caseload))
    const own = query.kind === 'assessment' ? await ownInstruments(session()) : new Map()
    const labelOf = codeLabels(releasePlan, query.kind, own)
    const categories = new Set(known.map(({ fact }) => fact.category))
    const kinds = kindsIn(facts)
    return {
      ...counted,
      rows: rows.map((row) => ({ ...row, ...labelOf(query.rows, row.code) })),
      categories: [...categories].sort().map((code) => labelOf('category', code)),
      kinds: factKinds.filter((kind) => kinds.has(kind)),
      since,
      units: unitsOf(query.kind),
      rowKinds: rowsOf(query),
      addsUp: addsUp(query),
      ofClients: isOfClients(query.kind),
      unreadable,
    }
  },
  ...commands({
    async openStatisticsCases(
      query: StatisticsQuery,
      cell: StatisticsCell,
    ): Promise<Outcome<StatisticsCases>> {
      const { vault } = session()
      if (!vault.opens('identity') || !vault.opens('case')) throw new RoomError('NO_KEY')
      const { known, caseload, unreadable } = await read(session(), query)
      const behind = isOfClients(query.kind) ? [...factsBehind(known, query, cell, tiersIn(caseload))] : []
      const ids = new Set(behind.map(({ client }) => client))
      const clients = caseload.mostUrgentFirst().filter(({ id }) => ids.has(id))
      const found = new Set(clients.map(({ id }) => id))
      const gone = behind.flatMap(({ fact, client }) =>
        fact.person !== null && (client === null || !found.has(client)) ? (client ?? fact.person) : [],
      )
      void vault.trail.note({
        action: 'read',
        kind: clientKind,
        // Stands for the cell, so that each that is looked behind is entered, and no other one for it.
        about: JSON.stringify([query, cell]),
        count: clients.length,
        detail: 'counts',
      })
      return done({ clients, gone: new Set(gone).size, unreadable })
    },
  }),
})
