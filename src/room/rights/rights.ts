import { type Client, clientKind } from '../../casework/clients/client.ts'
import { disclosureKind } from '../../casework/disclosures/disclosure.ts'
import {
  answerBlocks,
  answerDue,
  checksNeeded,
  requestStanding,
  restrictedSince,
} from '../../casework/privacy/rights-register.ts'
import {
  type RightsRequest,
  rightsRequestKind,
  rightsRequestSchema,
} from '../../casework/privacy/rights-request.ts'
import { unlessBlocked } from '../../casework/records/block.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Change } from '../../vault/vault.ts'
import { now, today } from '../clock.ts'
import { commands } from '../commands.ts'
import type { OwnCopy, RightsAnswer, RightsApi, RightsRequestOnShow } from '../contract/rights.ts'
import { accounted } from '../disclosures/accounted.ts'
import { RoomError } from '../room-error.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Seat } from '../seat.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { processingOfClient } from './client-processing.ts'
import { eraseFile } from './erasing.ts'
import { keptByLaw } from './kept-by-law.ts'
import { ownCopy } from './own-copy.ts'

type Asked<Name extends keyof RightsApi> = Parameters<RightsApi[Name]>[0]

const toAnswerFirst = ({ request: { value } }: RightsRequestOnShow): string =>
  value.answer === null ? `0 ${value.answerBy}` : '1'
const inOrder = (a: RightsRequestOnShow, b: RightsRequestOnShow): number =>
  toAnswerFirst(a).localeCompare(toAnswerFirst(b)) ||
  b.request.value.askedOn.localeCompare(a.request.value.askedOn)

const onShow = async (
  session: Session,
  requests: readonly Stored<RightsRequest>[],
): Promise<RightsRequestOnShow[]> => {
  const { privacy } = await roomRules(session)
  return requests
    .map((request): RightsRequestOnShow => {
      const seen = request.value.checks.map(({ what }) => what)
      return {
        request,
        standing: requestStanding(request.value, today(), privacy),
        missing: checksNeeded(request.value).filter((check) => !seen.includes(check)),
      }
    })
    .toSorted(inOrder)
}

const checked = (request: RightsRequest): Outcome<RightsRequest> => {
  const read = rightsRequestSchema.safeParse(request)
  return read.success
    ? done(read.data)
    : refused('REQUEST_INVALID', { at: String(read.error.issues[0]?.path.at(-1) ?? '') })
}

/** The request with its answer, where nothing stands in the way of it. */
const answeredWith = async (
  session: Session,
  request: RightsRequest,
  { done: how, entry }: Pick<RightsAnswer, 'done' | 'entry'>,
  disclosure: string | null = null,
): Promise<Outcome<RightsRequest>> => {
  const answer = { by: session.me.id, at: now(), done: how, entry: entry.trim(), disclosure }
  const { clientId } = request
  const kept = clientId === null ? null : await keptByLaw(session, clientId)
  const free = unlessBlocked(answerBlocks(request, answer, kept?.until ?? null), () => null)
  return free.ok ? checked({ ...request, answer }) : free
}

/** What makes the client's own record say whether the file is only kept, as it follows from their requests. */
const restriction = async (
  { get, ofClient, me }: Session,
  changed: Stored<RightsRequest>,
  because: string,
): Promise<Change[]> => {
  const { clientId } = changed.value
  if (clientId === null) return []
  const { records } = await ofClient(rightsRequestKind, clientId)
  const before = restrictedSince(records.map(({ value }) => value))
  const since = restrictedSince(records.map(({ id, value }) => (id === changed.id ? changed.value : value)))
  // Only what changes with this request: the file may be restricted for another reason too.
  if ((before === null) === (since === null)) return []
  const { id, revision, value } = await get(clientKind, clientId)
  const { restricted, ...free } = value
  if ((since === null) === (restricted === undefined)) return []
  const after: Client =
    since === null ? free : { ...free, restricted: { by: me.id, at: since, because: because.padEnd(2, '·') } }
  return [{ kind: clientKind, id, expectedRevision: revision, value: after }]
}

/** What people ask of their own data, and what was done about it. */
export const rightsApi = (seat: Seat): RightsApi => {
  const { session } = seat
  const request = async (id: string, revision: number): Promise<Stored<RightsRequest>> => {
    const found = await session().get(rightsRequestKind, id)
    if (found.revision !== revision) throw new RoomError('CONFLICT')
    return found
  }
  const saved = ({ id, revision }: Stored<RightsRequest>, value: RightsRequest): Change => ({
    kind: rightsRequestKind,
    id,
    expectedRevision: revision,
    value,
  })

  return {
    async rightsRequests() {
      const { records, unreadable } = await session().list(rightsRequestKind)
      return { requests: await onShow(session(), records), unreadable, staffNames: staffNames(session()) }
    },
    async rightsOf(clientId) {
      const { records } = await session().ofClient(rightsRequestKind, clientId)
      const { privacy } = await roomRules(session())
      return {
        requests: await onShow(session(), records),
        eraseBlocked: await keptByLaw(session(), clientId),
        processing: await processingOfClient(session(), clientId),
        answerWithinDays: privacy.answerWithinDays,
        staffNames: staffNames(session()),
      }
    },
    ...commands({
      async registerRequest({
        clientId,
        ...asked
      }: Asked<'registerRequest'>): Promise<Outcome<{ id: string }>> {
        const { vault, me, get, commit } = session()
        const { fileNumber } = (await get(clientKind, clientId)).value
        const { privacy } = await roomRules(session())
        if (asked.askedOn > today()) return refused('REQUEST_AHEAD', { at: 'askedOn' })
        const read = checked({
          ...asked,
          clientId,
          fileNumber,
          answerBy: answerDue(asked.asked, asked.askedOn, privacy),
          recordedBy: me.id,
          recordedAt: now(),
          checks: [],
          answer: null,
          lifted: null,
        })
        if (!read.ok) return read
        const id = vault.drawId()
        await commit([{ kind: rightsRequestKind, id, expectedRevision: 0, value: read.value }])
        return done({ id })
      },
      async noteCheck({ id, revision, what, note }: Asked<'noteCheck'>): Promise<Outcome<null>> {
        const { me, commit } = session()
        const held = await request(id, revision)
        if (held.value.answer !== null) return refused('REQUEST_ANSWERED')
        const read = checked({
          ...held.value,
          checks: [...held.value.checks, { what, by: me.id, at: now(), note: note.trim() }],
        })
        if (!read.ok) return read
        await commit([saved(held, read.value)])
        return done(null)
      },
      async answerRequest({ id, revision, ...answer }: RightsAnswer): Promise<Outcome<null>> {
        const held = await request(id, revision)
        // Erasing is the answer to itself.
        if (held.value.asked === 'erase' && answer.done === 'met' && held.value.clientId !== null)
          return refused('REQUEST_INVALID', { at: 'done' })
        const read = await answeredWith(session(), held.value, answer)
        if (!read.ok) return read
        const because = answer.entry.trim() === '' ? held.value.words : answer.entry
        await session().commit([
          saved(held, read.value),
          ...(await restriction(session(), { ...held, value: read.value }, because.trim())),
        ])
        return done(null)
      },
      async handOverCopy({
        id,
        revision,
        recipient,
        ...answer
      }: Asked<'handOverCopy'>): Promise<Outcome<{ disclosure: string }>> {
        const { vault, me, commit } = session()
        const held = await request(id, revision)
        const { clientId, asked, words } = held.value
        if (asked !== 'copy' || clientId === null) return refused('REQUEST_INVALID', { at: 'asked' })
        const { privacy } = await roomRules(session())
        const handed = accounted(
          {
            recipient,
            basis: 'clientCopy',
            purpose: words.trim().length < 2 ? recipient : words.slice(0, 2000),
            authorised: { kind: 'self' },
            telling: { state: 'told', note: '' },
            moreBecause: '',
          },
          {
            clientId,
            what: { kind: 'file' },
            fileHash: null,
            consent: null,
            fields: privacy.disclosures.clientCopy.fields,
            disclosedBy: me.id,
            disclosedAt: now(),
          },
          privacy,
        )
        if (!handed.ok) return handed
        const disclosure = vault.drawId()
        const read = await answeredWith(session(), held.value, answer, disclosure)
        if (!read.ok) return read
        await commit([
          saved(held, read.value),
          { kind: disclosureKind, id: disclosure, expectedRevision: 0, value: handed.value },
        ])
        void vault.trail.note({ action: 'exported', kind: clientKind, about: clientId })
        void vault.trail.sign().catch(() => undefined)
        return done({ disclosure })
      },
      async openOwnCopy(requestId: string): Promise<Outcome<OwnCopy>> {
        const held = await session().get(rightsRequestKind, requestId)
        const { clientId, answer } = held.value
        if (clientId === null || !answer?.disclosure) return refused('REQUEST_COPY_MISSING')
        void session().vault.trail.note({ action: 'read', kind: clientKind, about: clientId })
        return done(await ownCopy(session(), held, clientId))
      },
      async eraseOnRequest({
        id,
        revision,
        entry,
      }: Asked<'eraseOnRequest'>): Promise<Outcome<{ records: number }>> {
        const { session: writing } = seat.writing
        const held = await request(id, revision)
        const { clientId, asked } = held.value
        if (asked !== 'erase' || clientId === null) return refused('REQUEST_INVALID', { at: 'asked' })
        const read = await answeredWith(writing, held.value, { done: 'met', entry })
        if (!read.ok) return read
        return done(await eraseFile(writing, clientId, { id, value: read.value }))
      },
      async liftRestriction({ id, revision, because }: Asked<'liftRestriction'>): Promise<Outcome<null>> {
        const { me, commit } = session()
        const held = await request(id, revision)
        if (restrictedSince([held.value]) === null) return refused('REQUEST_INVALID', { at: 'lifted' })
        const read = checked({ ...held.value, lifted: { by: me.id, at: now(), because: because.trim() } })
        if (!read.ok) return read
        await commit([
          saved(held, read.value),
          ...(await restriction(session(), { ...held, value: read.value }, because.trim())),
        ])
        return done(null)
      },
    }),
  }
}
