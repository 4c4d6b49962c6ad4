import { done, type Outcome, type Refusal, refused } from '../../instruments/outcome.ts'
import { now, nowAfter } from '../clock.ts'
import { commands } from '../commands.ts'
import type { ImportOnTrial, LibraryApi } from '../contract/library.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { type Said, signedEntry } from './entries.ts'
import { importOnTrial } from './import-on-trial.ts'
import { heldBackFrom, libraryOf } from './room-library.ts'

type Import = Parameters<LibraryApi['signInImport']>[0]
type Trial = Outcome<ImportOnTrial, Refusal[]>

/** The instruments of this room: those that came with the program, and those an administrator signed in. */
export const libraryApi = (session: () => Session): LibraryApi => {
  const isAdministrator = () => session().me.roles.includes('administrator')

  /** Signs something in, after everything that was signed before. */
  const signIn = async (said: Said): Promise<void> => {
    const { lastSignedAt } = await libraryOf(session())
    const signedAt = lastSignedAt === null ? now() : nowAfter(lastSignedAt)
    await session().commit([await signedEntry(session().vault, said, signedAt)])
  }

  const { signInTried, ...single } = commands({
    async offerInstrument(offer: Parameters<LibraryApi['offerInstrument']>[0]): Promise<Outcome<null>> {
      if (!isAdministrator()) return refused('NOT_ADMINISTRATOR')
      const { given } = await libraryOf(session())
      const edition = given.get(offer.instrument)
      if (!edition) return refused('INSTRUMENT_MISSING', { at: offer.instrument })
      const staff = session()
        .vault.staffing.list()
        .map(({ id }) => id)
      if (offer.qualified.some((id) => !staff.includes(id)))
        return refused('UNKNOWN_STAFF', { at: 'qualified' })
      const needed = edition.questionnaire.instrument.qualification !== null
      const qualified = needed ? [...new Set(offer.qualified)] : []
      await signIn({ subject: 'offer', content: { ...offer, qualified } })
      return done(null)
    },
    async confirmNonCommercial(): Promise<Outcome<null>> {
      if (!isAdministrator()) return refused('NOT_ADMINISTRATOR')
      await signIn({ subject: 'nonCommercial', content: { confirmed: true } })
      return done(null)
    },
    async signInTried(input: Import): Promise<Outcome<Trial>> {
      if (!isAdministrator()) return refused('NOT_ADMINISTRATOR')
      const trial = await importOnTrial(await libraryOf(session()), input)
      if (trial.ok)
        await signIn(
          trial.value.kind === 'wording'
            ? { subject: 'wording', content: trial.value.pack }
            : { subject: 'instrument', content: trial.value.questionnaire },
        )
      return done(trial)
    },
  })

  return {
    async questionnaires() {
      const library = await libraryOf(session())
      const { given, earlier, offers, nonCommercial, broken } = library
      const entries = [...given].map(([id, { questionnaire, signedIn, wordings }]) => ({
        questionnaire,
        signedIn,
        wordings,
        heldBack: heldBackFrom(session().me.id, questionnaire.instrument, library),
        qualified: offers.get(id)?.qualified ?? [],
      }))
      return {
        entries: entries.sort((a, b) =>
          a.questionnaire.instrument.id < b.questionnaire.instrument.id ? -1 : 1,
        ),
        earlier: [...earlier],
        broken: [...broken],
        nonCommercial,
        staffNames: staffNames(session()),
      }
    },
    tryImport: async (input) => importOnTrial(await libraryOf(session()), input),
    ...single,
    async signInImport(input) {
      const tried = await signInTried(input)
      return tried.ok ? tried.value : { ok: false, refusal: [tried.refusal] }
    },
  }
}
