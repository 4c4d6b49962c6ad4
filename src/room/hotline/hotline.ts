import { callStanding } from '../../casework/hotline/call-standing.ts'
import { callStepsOf } from '../../casework/hotline/call-step.ts'
import { callTransferKind } from '../../casework/hotline/call-transfer.ts'
import { episodeStepsFromCall } from '../../casework/hotline/case-from-call.ts'
import { hotlineCallKind } from '../../casework/hotline/hotline-call.ts'
import { mayDoCasework } from '../../casework/records/approval-blocks.ts'
import { done } from '../../instruments/outcome.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import type { CallAlert, HotlineApi } from '../contract/hotline.ts'
import { takingHere } from '../crisis/taking.ts'
import { rulesHere } from '../rules-in-force.ts'
import type { Seat } from '../seat.ts'
import { adopters } from '../signed-by.ts'
import { staffNames } from '../staff-names.ts'
import { acrossWindows } from '../windows/across-windows.ts'
import { callOnShow } from './call-on-show.ts'
import { callGuide, callRules } from './call-rules.ts'
import { callsApi } from './calls.ts'
import { FormRevisions } from './form-revisions.ts'
import { sendingApi } from './sending.ts'
import { sitters } from './sitters.ts'
import { transfersApi } from './transfers.ts'

/** The hope hotline: a call is a record from its first second, saved as it is spoken, and looked after until nothing is left to do. */
export const hotlineApi = (seat: Seat): HotlineApi => {
  const { session } = seat
  const forms = new FormRevisions()
  return {
    async hotlineRules() {
      const { inForce, adopted } = await rulesHere(session())
      const { roles } = session().me
      return {
        rules: await callRules(session()),
        guide: callGuide,
        quickDial: inForce.quickDial,
        quickDialId: adopted.find(({ value }) => value.rules.kind === 'quickDial')?.id ?? null,
        mayChangeQuickDial: adopters.some((role) => roles.includes(role)),
      }
    },
    async callAlerts() {
      const { me, list } = session()
      if (!me.roles.includes('supervisor')) return []
      const { records } = await list(hotlineCallKind)
      const rules = await callRules(session())
      return records
        .flatMap(({ id, value }): CallAlert[] => {
          const escalated = callStepsOf(value.steps ?? [], 'escalated').at(-1)
          if (escalated === undefined || callStanding(value, rules).escalatedAt === null) return []
          const { at: since, by, because } = escalated
          const { number = '', seat = null, endedAt } = value
          return [{ callId: id, number, seat, since, by, because, running: endedAt === null }]
        })
        .sort((a, b) => Date.parse(b.since) - Date.parse(a.since))
    },
    async callTransfers() {
      const { me, list } = session()
      const { records, unreadable } = mayDoCasework(me.roles)
        ? await list(callTransferKind)
        : { records: [], unreadable: 0 }
      return {
        transfers: records
          .filter(({ value }) => value.answer === null)
          .sort((a, b) => Date.parse(a.value.sentAt) - Date.parse(b.value.sentAt))
          .map((transfer) => ({ transfer, inDanger: episodeStepsFromCall(transfer.value, '').length > 0 })),
        staffNames: staffNames(session()),
        unreadable,
      }
    },
    ...commands({
      async openCall(id: string) {
        const { me, get, vault } = session()
        const call = await get(hotlineCallKind, id)
        void vault.trail.note({ action: 'read', kind: hotlineCallKind, about: id })
        const people = {
          colleagues: sitters(session()).map(({ id: colleague, name }) => ({ id: colleague, name })),
          staffNames: staffNames(session()),
        }
        return done(callOnShow(call, me.id, takingHere(session()), await callRules(session()), now(), people))
      },
    }),
    ...commands(transfersApi(session)),
    ...acrossWindows(seat, (who) => ({ ...callsApi(who, forms), ...sendingApi(who) })),
  }
}
