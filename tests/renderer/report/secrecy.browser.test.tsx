import { Chart } from 'chart.js'
import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { clueKind } from '../../../src/casework/clues/clue.ts'
import { followUpKind } from '../../../src/casework/follow-ups/follow-up.ts'
import { rightsRequestKind } from '../../../src/casework/privacy/rights-request.ts'
import { setupLocale } from '../../../src/renderer/locale/locale.ts'
import { CheckNumbers } from '../../../src/renderer/report/check-numbers.tsx'
import { WhatLeaves } from '../../../src/renderer/report/what-leaves.tsx'
import { SessionProvider } from '../../../src/renderer/room/session.tsx'
import type { ReportPreview } from '../../../src/room/contract/report.ts'
import type { RoomApi } from '../../../src/room/contract/room-api.ts'
import type { Change } from '../../../src/vault/vault.ts'
import { clueOf, followUpOf, rightsRequestOf } from '../../casework/file-records.ts'
import { clientWhoAgreed } from '../../room/casework.ts'
import { countyCode, setUp, unlock } from '../../room/set-up.ts'
import { vaultHere } from '../../room/vault-here.ts'
import { emptyStorage, openWindowHere } from '../../room/windows.ts'
import { given, makeUnit } from '../../support/exchange.ts'

const quarter = '2026-Q4'
const written = ['log', 'info', 'warn', 'error', 'debug'] as const

/** How often each of these is counted of one single person: numbers that stand for nothing else here. */
const canaries = { followUps: 337, clues: 419, rightsRequests: 523 }

let root: Root
let log: string[]
beforeEach(async () => {
  await emptyStorage()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-20T02:00:00Z') })
  log = []
  for (const how of written)
    vi.spyOn(console, how).mockImplementation((...said) => void log.push(said.map(String).join(' ')))
  setupLocale()
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** A room with a county, and one person of whom much is counted. */
async function openedRoom(): Promise<RoomApi> {
  const first = openWindowHere()
  await setUp(first.room)
  given(await first.room.enrolCard((await makeUnit(countyCode)).file))
  const clientId = await clientWhoAgreed(first.room)
  await first.close()
  const vault = await vaultHere()
  const many = <T,>(count: number, kind: Change['kind'], value: T): Change[] =>
    Array.from({ length: count }, () => ({ kind, id: vault.drawId(), expectedRevision: 0, value }))
  let waiting = [
    ...many(canaries.followUps, followUpKind, followUpOf({ clientId })),
    ...many(canaries.clues, clueKind, clueOf({ clientId })),
    ...many(canaries.rightsRequests, rightsRequestKind, rightsRequestOf({ clientId })),
  ]
  // The trail tells how many records were stored at once: never so many as are counted here.
  for (; waiting.length > 0; waiting = waiting.slice(97)) await vault.commit(waiting.slice(0, 97))
  const { room } = openWindowHere()
  await unlock(room)
  given(await room.rebuildFacts())
  return room
}

const numbersIn = (text: string): Set<string> => new Set(text.match(/\d+/g))

/** Counts that stand in withheld cells and in none that leaves. */
const secretsOf = ({ counted, leaving }: ReportPreview): string[] => {
  const shown = new Set(leaving.flatMap(({ cells }) => cells))
  const hidden = leaving.flatMap(({ cells }, table) =>
    (counted[table]?.cells ?? []).filter((_, cell) => cells[cell] === null),
  )
  // Small numbers stand for a hundred other things.
  return [...new Set(hidden)].filter((count) => (count ?? 0) > 100 && !shown.has(count)).map(String)
}

/** What is on the clipboard when everything on the page was copied: as text, pasted again, and as the markup that goes with it. */
async function copied(): Promise<{ text: string; markup: string }> {
  const selection = document.getSelection() ?? expect.fail('no selection')
  selection.selectAllChildren(document.body)
  const markup = document.createElement('div')
  markup.append(selection.getRangeAt(0).cloneContents())
  await userEvent.copy()
  const paper = document.body.appendChild(document.createElement('textarea'))
  paper.focus()
  await userEvent.paste()
  const text = paper.value
  paper.remove()
  return { text, markup: markup.innerHTML }
}

/** Shows a page, and waits for what only that page has. */
async function show(room: RoomApi, page: ReactNode, mark: string): Promise<void> {
  const phase = await room.phase()
  if (phase.phase !== 'open') throw new Error(phase.phase)
  root.render(<SessionProvider value={{ unit: phase.unit, me: phase.me }}>{page}</SessionProvider>)
  await vi.waitFor(() => expect(document.querySelector(mark)).not.toBeNull())
}

test('what only a withheld cell says is on no screen of what leaves, in no copy, chart, file, name or log', async () => {
  const room = await openedRoom()
  const preview = given(await room.previewReport(quarter))
  const secrets = secretsOf(preview)
  expect(secrets).toEqual(expect.arrayContaining(Object.values(canaries).map(String)))
  const tellsNothing = (place: string, text: string) =>
    expect(
      secrets.filter((secret) => numbersIn(text).has(secret)),
      place,
    ).toEqual([])

  await show(room, <WhatLeaves preview={preview} />, '.report-raw')
  tellsNothing('what leaves', document.documentElement.outerHTML)
  const copy = await copied()
  expect(copy.text).toContain(preview.payload)
  tellsNothing('clipboard', `${copy.text}\n${copy.markup}`)

  // Beside the room's own counts, what leaves has a bar of its own in every chart: none where a cell is withheld.
  await show(room, <CheckNumbers preview={preview} />, 'canvas')
  expect(numbersIn((await copied()).text)).toContain(secrets[0])
  const charts = [...document.querySelectorAll('canvas')].map((canvas) => Chart.getChart(canvas))
  expect(charts.length).toBeGreaterThan(2)
  const bars = charts.flatMap((chart) => chart?.data.datasets.slice(1).flatMap(({ data }) => data) ?? [])
  expect(bars).toContain(null)
  tellsNothing('bars of what leaves', JSON.stringify(bars))

  const { file } = given(await room.writeReport(quarter))
  const names = [file.name]
  for (const format of ['csv', 'fhir', 'dhis2', 'sdmx'] as const) {
    const view = given(await room.viewOfReport(quarter, format, 'zh-CN'))
    names.push(view.name)
    const text = new TextDecoder().decode(view.bytes)
    tellsNothing(format, text.replace(/[0-9a-f]{64}/g, ''))
  }
  tellsNothing('names', names.join())
  const all = { from: null, to: null, actor: null, action: null, object: null }
  const headings = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
  const trail = given(await room.exportAudit(all, { headings, words: {} }))
  const exported = new TextDecoder().decode(trail.bytes)
  expect(exported).toContain('sentPackages')
  tellsNothing('trail', exported)
  tellsNothing('console', log.join('\n'))
})
