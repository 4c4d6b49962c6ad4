import { type Client, clientKind, clientSchema } from '../../casework/clients/client.ts'
import { nextFileNumber } from '../../casework/clients/file-number.ts'
import { crisisCourse } from '../../casework/crisis/crisis-course.ts'
import { type CrisisEpisode, crisisEpisodeKind } from '../../casework/crisis/crisis-episode.ts'
import { takeCallStep } from '../../casework/hotline/call-blocks.ts'
import { type CallTransfer, callTransferKind } from '../../casework/hotline/call-transfer.ts'
import { clientFromCall, episodeStepsFromCall } from '../../casework/hotline/case-from-call.ts'
import { hotlineCallKind } from '../../casework/hotline/hotline-call.ts'
import { mayDoCasework } from '../../casework/records/approval-blocks.ts'
import { stateAfter } from '../../casework/records/course.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Change } from '../../vault/vault.ts'
import { now, today } from '../clock.ts'
import type { HotlineApi } from '../contract/hotline.ts'
import { takingHere } from '../crisis/taking.ts'
import type { Session } from '../session.ts'
import { callRules } from './call-rules.ts'
import { nextMoment } from './calls.ts'

type TransfersApi = Pick<HotlineApi, 'takeTransfer' | 'declineTransfer'>

const shortest = 2

/** Puts calls into a file, for those who keep files. */
export const transfersApi = (session: () => Session): TransfersApi => {
  const waiting = async (id: string, revision: number): Promise<Outcome<Stored<CallTransfer>>> => {
    if (!mayDoCasework(session().me.roles)) return refused('ROLE_NEEDED')
    const transfer = await session().get(callTransferKind, id)
    if (transfer.value.answer !== null) return refused('TRANSFER_ANSWERED')
    return transfer.revision === revision ? done(transfer) : refused('CONFLICT')
  }

  const newClient = async (
    { moved }: CallTransfer,
    called: string,
  ): Promise<Outcome<{ id: string; changes: Change[] }>> => {
    const { vault, me, cases } = session()
    const { fileNumbers } = await cases()
    const from = clientFromCall(moved)
    const alias = from.alias ?? called.trim()
    const client: Client = {
      name: null,
      ...(alias === '' ? {} : { alias }),
      birthDate: null,
      sex: from.sex ?? null,
      township: null,
      phone: from.phone ?? null,
      fileNumber: nextFileNumber(fileNumbers, Number(today().slice(0, 4))),
      registeredAt: now(),
      registeredBy: me.id,
    }
    const read = clientSchema.safeParse(client)
    if (!read.success) return refused('CLIENT_INVALID', { at: read.error.issues[0]?.path.join('.') ?? '' })
    const id = vault.drawId()
    return done({
      id,
      changes: [{ kind: clientKind, id, expectedRevision: 0, value: read.data }],
    })
  }

  /** The crisis episode the danger is followed up in: one that is open already, or a new one that begins with what was found in the call. */
  const episodeFor = async (
    clientId: string,
    { value }: Stored<CallTransfer>,
    said: string,
  ): Promise<{ id: string; changes: Change[] } | null> => {
    const { vault, me, ofClient } = session()
    const steps = episodeStepsFromCall(value, said)
    if (steps.length === 0) return null
    const { records } = await ofClient(crisisEpisodeKind, clientId)
    const open = records.find((one) => stateAfter(crisisCourse, one.value.steps) !== 'closed')
    if (open !== undefined) return { id: open.id, changes: [] }
    const id = vault.drawId()
    const episode: CrisisEpisode = {
      clientId,
      openedBy: me.id,
      openedAt: value.callAt,
      from: { kind: 'call', callId: value.callId },
      steps,
    }
    return { id, changes: [{ kind: crisisEpisodeKind, id, expectedRevision: 0, value: episode }] }
  }

  /** Says in the call that the danger is followed up in a file; nothing where the call is closed, and so nothing is left to follow up. */
  const carriedOn = async (
    { id: transfer, value }: Stored<CallTransfer>,
    episode: string,
  ): Promise<Change[]> => {
    const { me, get } = session()
    const call = await get(hotlineCallKind, value.callId)
    const after = takeCallStep(
      call.value,
      { kind: 'carriedOn', by: me.id, at: nextMoment(call.value), transfer, episode },
      takingHere(session()),
      await callRules(session()),
    )
    if (!after.ok) return []
    return [{ kind: hotlineCallKind, id: call.id, expectedRevision: call.revision, value: after.value }]
  }

  return {
    async takeTransfer({ id, revision, into, said }) {
      const { me, get, commit } = session()
      const transfer = await waiting(id, revision)
      if (!transfer.ok) return transfer
      const inDanger = episodeStepsFromCall(transfer.value.value, said).length > 0
      if (inDanger && said.trim().length < shortest) return refused('ENTRY_NEEDED', { at: 'said' })
      if (into.kind === 'existing') await get(clientKind, into.clientId)
      const client =
        into.kind === 'existing'
          ? done({ id: into.clientId, changes: [] })
          : await newClient(transfer.value.value, into.called)
      if (!client.ok) return client
      const clientId = client.value.id
      const episode = await episodeFor(clientId, transfer.value, said.trim())
      const answer = { kind: 'taken', by: me.id, at: now(), clientId } as const
      await commit([
        ...client.value.changes,
        ...(episode?.changes ?? []),
        {
          kind: callTransferKind,
          id,
          expectedRevision: revision,
          value: { ...transfer.value.value, answer },
        },
        ...(episode === null ? [] : await carriedOn(transfer.value, episode.id)),
      ])
      return done({ clientId, episodeId: episode?.id ?? null })
    },
    async declineTransfer({ id, revision, because }) {
      const transfer = await waiting(id, revision)
      if (!transfer.ok) return transfer
      if (because.trim().length < shortest) return refused('REASON_NEEDED', { at: 'because' })
      const answer = { kind: 'declined', by: session().me.id, at: now(), because: because.trim() } as const
      await session().commit([
        {
          kind: callTransferKind,
          id,
          expectedRevision: revision,
          value: { ...transfer.value.value, answer },
        },
      ])
      return done(null)
    },
  }
}
