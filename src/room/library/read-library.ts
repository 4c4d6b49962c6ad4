import { type LibraryEntry, libraryEntryKind } from '../../casework/assessments/library-entry.ts'
import type { Stored } from '../../casework/records/record.ts'
import { type Fault, refusalOf } from '../../instruments/fault.ts'
import type { Refusal } from '../../instruments/outcome.ts'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import { baseVersion } from '../../instruments/version.ts'
import type { OpenVault } from '../../vault/vault.ts'
import type { SignedIn } from '../contract/library.ts'
import type { Shelf } from '../shelves.ts'
import { type Edition, editionOf, latestEditions, provenQuestionnaire, withWording } from './edition.ts'
import { type Offer, openEntry, type Said } from './entries.ts'
import { shippedQuestionnaires } from './shipped-questionnaires.ts'

/** Everything a room can give, or read results with. */
export interface RoomLibrary {
  /** What is given now, by instrument id. */
  given: ReadonlyMap<string, Edition>
  /** Versions that are no longer given. */
  earlier: readonly Questionnaire[]
  /** The last word on each instrument that one was said on, by its id. */
  offers: ReadonlyMap<string, Offer>
  nonCommercial: SignedIn | null
  broken: readonly Refusal[]
  /** When the last entry was signed; null when there is none. */
  lastSignedAt: string | null
}

/** Puts together what came with the program and what administrators signed in, in the order it was signed. */
export const readLibrary = async (vault: OpenVault, shelf: Shelf<LibraryEntry>): Promise<RoomLibrary> => {
  const gathered = gather()
  const entries = shelf.records.toSorted((a, b) => compare(a.value.signedAt, b.value.signedAt))
  for (const entry of entries) {
    const opened = await openEntry(vault, entry)
    if (opened.ok) gathered.take(entry, opened.value)
    else gathered.refuse(entry, opened.refusal)
  }
  const { editions, offers, broken } = gathered
  if (shelf.unreadable > 0)
    broken.push({ code: 'DAMAGED_RECORD', at: libraryEntryKind.table, detail: { count: shelf.unreadable } })
  const given = latestEditions(editions)
  const earlier = editions.flatMap((edition) =>
    given.get(edition.questionnaire.instrument.id) === edition
      ? edition.before
      : [...edition.before, edition.questionnaire],
  )
  const lastSignedAt = entries.at(-1)?.value.signedAt ?? null
  return { given, earlier, offers, nonCommercial: gathered.nonCommercial(), broken, lastSignedAt }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How an entry is called where it is reported. */
const fileOf = ({ id, value: { subject } }: Stored<LibraryEntry>): string => `${subject}-${id.slice(0, 8)}`

const gather = () => {
  const editions = shippedQuestionnaires.available.map((questionnaire) => editionOf(questionnaire, null))
  const broken: Refusal[] = [...shippedQuestionnaires.broken]
  const offers = new Map<string, Offer>()
  let nonCommercial: SignedIn | null = null
  const refuse = (entry: Stored<LibraryEntry>, faults: readonly Fault[]) => {
    broken.push(...faults.map((fault) => refusalOf(fileOf(entry), fault)))
  }

  const take = (entry: Stored<LibraryEntry>, { subject, content }: Said) => {
    const signedIn = { by: entry.value.signedBy, at: entry.value.signedAt }
    switch (subject) {
      case 'offer':
        offers.set(content.instrument, content)
        break
      case 'nonCommercial':
        nonCommercial = signedIn
        break
      case 'instrument': {
        const file = fileOf(entry)
        const proven = provenQuestionnaire(content, (part) => ({ file, path: [part] }))
        if (!proven.ok) broken.push(...proven.refusal)
        else if (editions.some(({ questionnaire }) => isSameBase(questionnaire, proven.value)))
          refuse(entry, [{ code: 'VERSION_EXISTS', path: ['instrument', 'version'] }])
        else editions.push(editionOf(proven.value, signedIn))
        break
      }
      case 'wording': {
        const place = editions.findIndex(
          ({ questionnaire: { instrument } }) =>
            instrument.id === content.instrument &&
            baseVersion(instrument.version) === content.instrumentVersion,
        )
        const edition = editions[place]
        if (!edition) {
          refuse(entry, [{ code: 'INSTRUMENT_MISSING', path: ['instrument'] }])
          break
        }
        const worded = withWording(edition, content, signedIn, fileOf(entry))
        if (worded.ok) editions[place] = worded.value
        else broken.push(...worded.refusal)
      }
    }
  }
  return { editions, offers, broken, nonCommercial: () => nonCommercial, take, refuse }
}

const isSameBase = ({ instrument: a }: Questionnaire, { instrument: b }: Questionnaire): boolean =>
  a.id === b.id && baseVersion(a.version) === b.version
