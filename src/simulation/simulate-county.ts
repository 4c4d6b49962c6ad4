import { DEMO_COUNTY_CODE } from '../casework/unit/unit-profile.ts'
import type { Fact } from '../statistics/fact.ts'
import { factsOfRoom } from './facts-of-room.ts'
import { createRandom } from './random.ts'
import { simulateRoom } from './simulate-room.ts'
import type { RoomSetting } from './simulated-room.ts'

/** One room of a synthetic county, and all that it would count. */
export interface SimulatedUnit {
  code: string
  name: string
  clients: number
  facts: Fact[]
}

/** A synthetic county's rooms from a seed, small and large ones, over `months` up to the day before `until`. */
export function simulateCounty(
  { seed, rooms, months, until }: { seed: string; rooms: number; months: number; until: string },
  { instruments, rules, callRules }: Pick<RoomSetting, 'instruments' | 'rules' | 'callRules'>,
): SimulatedUnit[] {
  const random = createRandom(`${seed}/county`)
  return Array.from({ length: rooms }, (_, index) => {
    const number = String(index + 1).padStart(3, '0')
    const clients = random.int(8, 48)
    const setting = {
      instruments,
      rules,
      callRules,
      counsellors: [random.hex(32)],
      hotlineWorkers: [random.hex(32)],
    } as const
    const room = simulateRoom({ seed: `${seed}/${number}`, clients, months, until }, setting)
    const pseudonymOf = (clientId: string, year: string) =>
      createRandom(`${seed}/${clientId}/${year}`).hex(64)
    return {
      code: `${DEMO_COUNTY_CODE}${number}`,
      name: `示例${number}镇心理咨询室`,
      clients,
      facts: factsOfRoom(room, pseudonymOf),
    }
  })
}
