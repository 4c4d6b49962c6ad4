import type { GuardedAction } from '../../src/room/contract/access.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'

/** The passphrase by which these commands let somebody in. */
const typedAt: Partial<Record<keyof RoomApi, (args: unknown[], outcome: unknown) => unknown>> = {
  setUp: ([input]) => field(input, 'passphrase'),
  unlock: ([, passphrase]) => passphrase,
  recover: ([input]) => field(input, 'newPassphrase'),
  tryDemo: (_, outcome) => field(field(outcome, 'value'), 'passphrase'),
}

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined

/** The kind of action a command was refused for; null when it was not refused so. */
const askedFor = (outcome: unknown): GuardedAction | null => {
  const refusal = field(outcome, 'refusal')
  const first = Array.isArray(refusal) ? refusal[0] : refusal
  return field(first, 'code') === 'PASSPHRASE_NEEDED' ? (field(first, 'at') as GuardedAction) : null
}

/** A room in front of which somebody sits who types their passphrase whenever it is asked for again. */
export const attended = (room: RoomApi): RoomApi => {
  let passphrase = ''
  return new Proxy(room, {
    get(target, name) {
      const command = Reflect.get(target, name)
      if (typeof command !== 'function') return command
      return async (...args: unknown[]) => {
        const outcome = await command(...args)
        const typed = typedAt[name as keyof RoomApi]?.(args, outcome)
        if (typeof typed === 'string') passphrase = typed
        const action = askedFor(outcome)
        if (action === null) return outcome
        await room.confirmMe(passphrase, action)
        return command(...args)
      }
    },
  })
}
