import { beforeEach, expect, test } from 'vitest'
import type { Outcome, Refusal } from '../../src/instruments/outcome.ts'
import { openRoom } from '../../src/room/room.ts'
import { codeOf as codeOfProblem } from '../../src/room/room-error.ts'
import { kdfFloor } from '../../src/vault/keys/key-derivation.ts'
import { clientWhoAgreed } from './casework.ts'
import { setUp } from './set-up.ts'
import { storedBytes } from './stored-bytes.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

/** What may be asked at the locked door: about the door itself, the machine, a sheet still to be drawn, or what came with the program. */
const answeredAtTheDoor = [
  'phase',
  'windowStanding',
  'signOut',
  'passphraseStrength',
  'suggestPassphrase',
  'passphraseWait',
  'drawRecoverySheet',
  'drawNextRecoverySheet',
  'wordsToConfirm',
  'checkRecoveryWords',
  'readCard',
  'constructs',
  'scoreForms',
  'trySurvey',
  'auditChecked',
  'backupProgress',
  'backupsHere',
  'discardRestored',
]

/** What is done at the locked door, and not with these arguments. */
const refusedAtTheDoor = [
  'setUp',
  'tryDemo',
  'unlock',
  'checkRecoverySheet',
  'recover',
  'replaceRecoverySheet',
  'recoverRecords',
  'inspectBackup',
  'prepareRestore',
  'switchToRestored',
]

/** How a method answers to arguments that mean nothing: its refusal's code, or what it rejects with. */
const answerOf = async (method: (...args: unknown[]) => Promise<unknown>): Promise<string> => {
  try {
    const answer = (await method('示例', '示例', '示例')) as
      | Partial<Outcome<unknown, Refusal | Refusal[]>>
      | null
      | undefined
    return answer?.ok === false ? ([answer.refusal].flat()[0]?.code ?? '') : 'ACCEPTED'
  } catch (problem) {
    return codeOfProblem(problem)
  }
}

/** That somebody tried a wrong passphrase is counted, and owed to the audit trail. */
const countedTries = ['anxin/attempts', 'anxin/owed']

test('case 72: while it is locked every command is rejected and every stored byte stays as it was', async () => {
  const window = openWindowHere()
  await setUp(window.room)
  await clientWhoAgreed(window.room)
  await window.close()

  const locked = openRoom(kdfFloor)
  const before = await storedBytes(countedTries)
  expect(Object.keys(before).length).toBeGreaterThan(10)
  const answers: Record<string, string> = {}
  for (const [name, method] of Object.entries(locked))
    if (name !== 'windowStanding') answers[name] = await answerOf(method)
  const open = Object.keys(answers).filter((name) => answers[name] !== 'LOCKED')
  expect(open.filter((name) => ![...answeredAtTheDoor, ...refusedAtTheDoor].includes(name))).toEqual([])
  expect(refusedAtTheDoor.filter((name) => answers[name] === 'ACCEPTED')).toEqual([])
  expect(await storedBytes(countedTries)).toEqual(before)
})
