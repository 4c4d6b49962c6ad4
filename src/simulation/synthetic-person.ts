import type { Client } from '../casework/clients/client.ts'
import { DEMO_UNIT_CODE } from '../casework/unit/unit-profile.ts'
import type { ClientPlan } from './client-plan.ts'
import type { Random } from './random.ts'

const firstCharacters = [...'安春夏秋雨晨晓云思明若书家心玉海青文']
const secondCharacters = [...'宁燕荷实霖曦峰舟远然冰涵梅阳兰涛和']

/** Nobody is called 示例 (example): a name that cannot be taken for a real person's. Different for every number. */
export function syntheticName(number: number): string {
  const pairs = firstCharacters.length * secondCharacters.length
  const first = firstCharacters[number % firstCharacters.length] ?? ''
  const second = secondCharacters[number % secondCharacters.length] ?? ''
  return `示例${first}${second}${number < pairs ? '' : Math.floor(number / pairs) + 1}`
}

/** Area code 000 does not exist. */
const syntheticPhone = (number: number): string => `000-0000-${String(number + 1).padStart(4, '0')}`

export const adultFrom = 18
export const elderFrom = 60

/**
 * What is known of a synthetic person: minors, adults and elders, here and there something not said. Whoever is to
 * answer a critical item is an adult, for it is adults that PHQ-9 is made for.
 */
export function syntheticPerson(
  number: number,
  { registeredOn, endsWithOpenAlert }: Pick<ClientPlan, 'registeredOn' | 'endsWithOpenAlert'>,
  random: Random,
): Pick<Client, 'name' | 'birthDate' | 'sex' | 'township' | 'phone'> {
  const isMinor = random.chance(0.12) && !endsWithOpenAlert
  const [youngest, oldest] = isMinor ? [12, 16] : random.chance(0.3) ? [elderFrom, 82] : [adultFrom, 59]
  const year = Number(registeredOn.slice(0, 4)) - random.int(youngest, oldest) - 1
  const birthDate = `${year}-${twoDigits(random.int(1, 12))}-${twoDigits(random.int(1, 28))}`
  return {
    name: syntheticName(number),
    birthDate: random.chance(0.94) ? birthDate : null,
    sex: random.chance(0.96) ? random.pick(['female', 'female', 'female', 'male', 'male']) : null,
    township: DEMO_UNIT_CODE,
    phone: random.chance(0.85) ? syntheticPhone(number) : null,
  }
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
