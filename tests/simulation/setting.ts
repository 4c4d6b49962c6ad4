import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Instrument, instrumentSchema } from '../../src/instruments/instrument.ts'
import type { RoomSetting } from '../../src/simulation/simulated-room.ts'
import { callRules } from '../casework/call-records.ts'
import { shippedRules } from '../tiering/shipped-rules.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const instruments: Instrument[] = globSync('questionnaires/*/instrument.json', { cwd: root }).map((path) =>
  instrumentSchema.parse(JSON.parse(readFileSync(`${root}/${path}`, 'utf8'))),
)

export const setting: RoomSetting = {
  instruments,
  rules: shippedRules,
  counsellors: ['a'.repeat(32), 'b'.repeat(32)],
  hotlineWorkers: ['c'.repeat(32)],
  callRules,
}
