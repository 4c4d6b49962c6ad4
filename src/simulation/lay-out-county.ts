import type { ReleaseProfile } from '../casework/unit/unit-profile.ts'
import { drawWeighted, type Weighted } from './draw-weighted.ts'
import { createRandom } from './random.ts'

/** A place of a synthetic county, by its code and the unit above it. */
export interface LaidOutUnit {
  level: 'city' | 'county' | 'township' | 'room'
  code: string
  name: string
  parent: string | null
  residents: number | null
}

export interface LaidOutRoom extends LaidOutUnit {
  level: 'room'
  parent: string
  profile: ReleaseProfile
  /** How many people come new in a month, about. */
  newcomers: number
}

/** Counties and their townships, and the rooms in them. */
export interface LaidOutCounty {
  places: LaidOutUnit[]
  rooms: LaidOutRoom[]
}

const townshipsPerCounty = 27
/** A room's code is its county's and three digits. */
const mostRoomsPerCounty = 540

const profiles: Weighted<ReleaseProfile> = [
  ['small', 60],
  ['medium', 30],
  ['large', 10],
]
const newcomers: Record<ReleaseProfile, [least: number, most: number]> = {
  small: [3, 16],
  medium: [20, 50],
  large: [60, 130],
}

/**
 * Places rooms by turns in the 27 townships of a county whose code is six digits; more rooms than 540 in counties of their own, which a
 * city's desk (`330100`) then has under it.
 */
export function layOutCounty({
  seed,
  desk,
  rooms,
}: {
  seed: string
  desk: string
  rooms: number
}): LaidOutCounty {
  const random = createRandom(`${seed}/county`)
  const counties = Math.ceil(rooms / mostRoomsPerCounty)
  const codeOf = (county: number) =>
    counties === 1 ? desk : `${desk.slice(0, 4)}${String(county + 1).padStart(2, '0')}`
  const top = {
    level: counties === 1 ? 'county' : 'city',
    name: counties === 1 ? '示例县' : '示例市',
  } as const
  const laidOut: LaidOutCounty = {
    places: [{ ...top, code: desk, parent: null, residents: null }],
    rooms: [],
  }
  for (let county = 0; county < counties; county++) {
    const code = codeOf(county)
    if (counties > 1)
      laidOut.places.push({
        level: 'county',
        code,
        name: `示例${code.slice(4)}县`,
        parent: desk,
        residents: random.int(300_000, 900_000),
      })
    for (let township = 1; township <= townshipsPerCounty; township++)
      laidOut.places.push({
        level: 'township',
        code: `${code}${100 + township}`,
        name: `示例${code.slice(4)}县第${township}镇`,
        parent: code,
        residents: random.int(8_000, 60_000),
      })
  }
  for (let room = 0; room < rooms; room++) {
    const [county, number] = [room % counties, Math.floor(room / counties)]
    const profile = drawWeighted(profiles, random)
    const township = `${codeOf(county)}${101 + (number % townshipsPerCounty)}`
    laidOut.rooms.push({
      level: 'room',
      code: `${codeOf(county)}${String(number + 1).padStart(3, '0')}`,
      name: `示例${codeOf(county).slice(4)}县第${number + 1}心理咨询室`,
      parent: township,
      residents: random.int(1_000, 20_000),
      profile,
      newcomers: random.int(...newcomers[profile]),
    })
  }
  return laidOut
}
