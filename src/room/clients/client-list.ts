import { type Client, clientKind, clientSchema } from '../../casework/clients/client.ts'
import { fileNumbersAfter } from '../../casework/clients/file-number.ts'
import type { UnitProfile } from '../../casework/unit/unit-profile.ts'
import type { ListField } from '../../exchange/client-list/list-field.ts'
import { peopleLists } from '../../exchange/client-list/people-lists.ts'
import { type ImportPlan, type PlannedRow, planImport } from '../../exchange/client-list/plan-import.ts'
import { headerOf, type ListLayout, layoutFrom } from '../../exchange/lists/find-columns.ts'
import { type ListFile, readList } from '../../exchange/lists/read-list.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Change } from '../../vault/vault.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type {
  ClientListApi,
  ImportOnShow,
  ListAnswers,
  ListOnShow,
  SheetOnShow,
} from '../contract/client-list.ts'
import { onceFor } from '../once-for.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'
import type { CaseShelf } from './case-summaries.ts'
import { clientEntries } from './client-entries.ts'
import { inSlices } from './in-slices.ts'
import { importOnShow, sheetOnShow } from './list-on-show.ts'

interface Asked {
  sheet: number
  layout: ListLayout<ListField>
}

/** A plan, and the clients it was made against. */
interface Planned {
  asked: Asked
  plan: ImportPlan
  clients: CaseShelf['clients']
}

/** What is held of a list in memory. */
interface Held {
  file: ListFile | null
  planned: Planned | null
  running: { part: number; stopped: boolean } | null
}

/** Held for whoever signed in, and gone with them. */
const heldFor = onceFor((_: Session): Held => ({ file: null, planned: null, running: null }))

const notOpen = () => refused('LIST_NOT_OPEN')

/** Lists of people: read, looked through, and registered all at once. What is read stays in memory until it is closed. */
export const clientListApi = (session: () => Session): ClientListApi => {
  const plan = async (held: Held, { sheet, layout }: Asked): Promise<Outcome<Planned>> => {
    const table = held.file?.sheets[sheet]?.table
    if (table === undefined) return notOpen()
    const { clients } = await session().cases()
    const { unit } = session()
    const { tags } = (await roomRules(session())).tags
    const setting = {
      today: today(),
      townships: townshipsOf(unit),
      tags: tags.filter(({ retired }) => !retired),
      entries: clientEntries(clients),
    }
    const run = { part: 0, stopped: false }
    held.running = run
    try {
      const made = await inSlices(planImport(table, layout, setting), {
        onProgress: (part) => {
          run.part = part
        },
        stopped: () => run.stopped,
      })
      if (made === null) return refused('LIST_STOPPED')
      return made.ok ? done({ asked: { sheet, layout }, plan: made.value, clients }) : made
    } finally {
      if (held.running === run) held.running = null
    }
  }

  /** Those who are registered by these answers; null when somebody was not asked about. */
  const chosen = ({ toAdd, alike }: ImportPlan, answers: ListAnswers): PlannedRow[] | null =>
    alike.every(({ row }) => answers[row] !== undefined)
      ? [...toAdd, ...alike.filter(({ row }) => answers[row] === 'new')].sort((a, b) => a.row - b.row)
      : null

  const forget = (held: Held) => {
    if (held.running) held.running.stopped = true
    held.file = null
    held.planned = null
  }

  return {
    clientListProgress: async () => heldFor(session()).running?.part ?? null,
    async stopClientList() {
      const { running } = heldFor(session())
      if (running) running.stopped = true
    },
    async closeClientList() {
      forget(heldFor(session()))
    },
    ...commands({
      async openClientList({ bytes }: { name: string; bytes: Uint8Array }): Promise<Outcome<ListOnShow>> {
        const held = heldFor(session())
        forget(held)
        const read = await readList(new Uint8Array(bytes), peopleLists)
        if (!read.ok) return read
        held.file = read.value
        const { format, sheets } = read.value
        return done({ format, sheets: sheets.map(({ name, table }) => ({ name, rows: table.rows.length })) })
      },
      async clientListSheet({
        sheet,
        headerRow,
      }: {
        sheet: number
        headerRow: number | null
      }): Promise<Outcome<SheetOnShow>> {
        const table = heldFor(session()).file?.sheets[sheet]?.table
        if (table === undefined) return notOpen()
        return done(
          sheetOnShow(
            table,
            headerRow === null ? headerOf(table, peopleLists) : layoutFrom(table, headerRow, peopleLists),
          ),
        )
      },
      async planClientList(asked: Asked): Promise<Outcome<ImportOnShow>> {
        const held = heldFor(session())
        held.planned = null
        const made = await plan(held, asked)
        if (!made.ok) return made
        held.planned = made.value
        return done(importOnShow(made.value.plan))
      },
      async importClientList(
        answers: ListAnswers,
      ): Promise<Outcome<{ added: number; known: number; bad: number }>> {
        const { vault, me, cases, commit } = session()
        const held = heldFor(session())
        let { planned } = held
        if (planned === null) return notOpen()
        if ((await cases()).clients !== planned.clients) {
          const again = await plan(held, planned.asked)
          if (!again.ok) return again
          if (!asksTheSame(planned.plan, again.value.plan)) return refused('LIST_PLAN_OUTDATED')
          planned = again.value
        }
        const rows = chosen(planned.plan, answers)
        if (rows === null) return refused('ANSWERS_MISSING')
        if (rows.length === 0) return refused('LIST_NOBODY')
        const numbers = fileNumbersAfter((await cases()).fileNumbers, Number(today().slice(0, 4)))
        const registered = { registeredAt: now(), registeredBy: me.id }
        const changes: Change[] = []
        for (const { row, client } of rows) {
          const value: Client = { ...client, ...registered, fileNumber: numbers.next().value }
          const checked = clientSchema.safeParse(value)
          if (!checked.success) return refused('CLIENT_INVALID', { at: String(row) })
          const id = vault.drawId()
          changes.push({ kind: clientKind, id, expectedRevision: 0, value: checked.data })
        }
        await commit(changes)
        const detail = held.file?.format === 'xlsx' ? 'xlsx' : 'csv'
        void vault.trail.note({ action: 'imported', kind: clientKind, count: rows.length, detail })
        const { alike, bad } = planned.plan
        const known = alike.filter(({ row }) => answers[row] === 'known').length
        forget(held)
        return done({ added: rows.length, known, bad: bad.length })
      },
    }),
  }
}

/** The township a room is named after, by its name: 示例县·示例镇心理咨询室. */
const townshipsOf = ({ name, code }: UnitProfile): Map<string, string> => {
  const township = /(?:^|[省市县区·\s])([^省市县区·\s]{1,12}?(?:镇|乡|街道))/.exec(name)?.[1]
  return new Map(township === undefined || code.length !== 9 ? [] : [[township, code]])
}

/** Whether nothing is to be asked by one plan that was not asked by the other. */
const asksTheSame = (before: ImportPlan, after: ImportPlan): boolean => {
  const questions = ({ alike }: ImportPlan) =>
    JSON.stringify(alike.map(({ row, registered, sameAs }) => [row, registered.map(({ id }) => id), sameAs]))
  return questions(before) === questions(after) && before.toAdd.length === after.toAdd.length
}
