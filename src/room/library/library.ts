import { refused } from '../../instruments/outcome.ts'
import { commands } from '../commands.ts'
import type { LibraryApi } from '../contract/library.ts'
import { questionnaires } from '../questionnaires.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

/** The instruments of this room: those that came with the program, and those an administrator signed in. */
export const libraryApi = (session: () => Session): LibraryApi => ({
  questionnaires: async () => ({
    entries: questionnaires.available.map((questionnaire) => ({
      questionnaire,
      signedIn: null,
      wordings: [],
      heldBack: null,
      qualified: [],
    })),
    earlier: [],
    broken: questionnaires.broken,
    nonCommercial: null,
    staffNames: staffNames(session()),
  }),
  tryImport: async () => ({ ok: false, refusal: [] }),
  ...commands({
    offerInstrument: async () => refused('NOT_FOUND'),
    confirmNonCommercial: async () => refused('NOT_FOUND'),
  }),
  signInImport: async () => ({ ok: false, refusal: [] }),
})
