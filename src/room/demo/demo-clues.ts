import { type Clue, clueKind } from '../../casework/clues/clue.ts'
import { clueFromList } from '../../casework/clues/clue-from-list.ts'
import type { Language } from '../../casework/records/values.ts'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import type { SimulatedRoom } from '../../simulation/simulated-room.ts'
import { addDays, dayOf, instantAt } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { today } from '../clock.ts'
import { roomRules } from '../rules-in-force.ts'

const words: Record<Language, { found: string; source: string; told: string }> = {
  'zh-CN': {
    found: '示例：上门聊过，只是那阵子家里办事、休息不好，没有别的情况。',
    source: '示例：邻居',
    told: '示例：邻居说，这半个月夜里常听到走动的声音。',
  },
  en: {
    found: 'Example: visited and talked; there had been a family event and little sleep, nothing else.',
    source: 'Example: neighbour',
    told: 'Example: a neighbour says they often hear steps at night these two weeks.',
  },
}

/** Somebody looked into a clue so many days after it came. */
const lookedIntoAfter = 3

/** The clues that finished lists left, those of some time ago looked into, and one that was told in words. */
export const demoClues = async (
  vault: OpenVault,
  { clients, assessments }: Pick<SimulatedRoom, 'clients' | 'assessments'>,
  questionnaires: readonly Questionnaire[],
  language: Language,
): Promise<Change[]> => {
  const { working } = await roomRules({ vault, list: async () => ({ records: [], unreadable: 0 }) })
  const said = words[language]
  const me = vault.staff.id
  const wordingOf = (id: string) =>
    Object.fromEntries(
      questionnaires
        .filter(({ instrument }) => instrument.id === id)
        .flatMap(({ survey }) => survey.pages.flatMap(({ elements }) => elements))
        .map(({ name, title }) => [name, title['zh-cn'] ?? name]),
    )
  const left = assessments.flatMap((assessment) => {
    const clue = clueFromList(assessment, wordingOf(assessment.value.instrument), working)
    return clue === null ? [] : [clue]
  })
  const at = instantAt(addDays(today(), -1), 9 * 60)
  const [first] = clients
  const told: Clue[] =
    first === undefined
      ? []
      : [
          {
            clientId: first.id,
            assessmentId: null,
            source: said.source,
            told: said.told,
            receivedBy: me,
            receivedAt: at,
            expires: addDays(dayOf(at), working.clueExpiresAfterDays),
            outcome: null,
          },
        ]
  return [...left.map((clue) => lookedInto(clue, me, said.found)), ...told].map((value) => ({
    kind: clueKind,
    id: vault.drawId(),
    expectedRevision: 0,
    value,
  }))
}

const lookedInto = (clue: Clue, by: string, entry: string): Clue => {
  const day = addDays(dayOf(clue.receivedAt), lookedIntoAfter)
  if (day >= today()) return clue
  return { ...clue, outcome: { by, at: instantAt(day, 15 * 60), found: 'notConfirmed', entry } }
}
