import {
  checkSeats,
  type HotlineSeats,
  hotlineSeatsKind,
  hotlineSeatsSchema,
} from '../../casework/shifts/hotline-seats.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { commands } from '../commands.ts'
import type { HotlineSeatsApi } from '../contract/hotline-seats.ts'
import type { Session } from '../session.ts'
import { adopters } from '../signed-by.ts'
import { seatsHere } from './seats-here.ts'

const mayChange = ({ me }: Session): boolean => adopters.some((role) => me.roles.includes(role))

const leastSeats = 2

const inUse = ({ seats }: HotlineSeats): number => seats.filter(({ retired }) => !retired).length

/** The seats of the hotline. */
export const hotlineSeatsApi = (session: () => Session): HotlineSeatsApi => ({
  async hotlineSeats() {
    const { value, revision } = await seatsHere(session())
    return { seats: value.seats, revision, mayChange: mayChange(session()) }
  },
  ...commands({
    async changeHotlineSeats({
      revision,
      seats,
    }: Parameters<HotlineSeatsApi['changeHotlineSeats']>[0]): Promise<Outcome<null>> {
      const { vault, commit } = session()
      if (!mayChange(session())) return refused('SEATS_ROLE_NEEDED')
      if (inUse({ seats }) < leastSeats) return refused('TWO_SEATS_NEEDED')
      const read = hotlineSeatsSchema.safeParse({ seats })
      if (!read.success)
        return refused('SEATS_INVALID', { at: read.error.issues[0]?.path.map(String).join('.') ?? '' })
      const before = await seatsHere(session())
      if (before.revision !== revision) return refused('CONFLICT')
      const checked = checkSeats(before.value, read.data)
      if (!checked.ok) return checked
      const id = before.id ?? vault.drawId()
      await commit([{ kind: hotlineSeatsKind, id, expectedRevision: revision, value: read.data }])
      return done(null)
    },
  }),
})
