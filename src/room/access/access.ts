import type { Language } from '../../casework/records/values.ts'
import type { Role } from '../../casework/staff/staff.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { passphraseStrength } from '../../vault/keys/passphrase-strength.ts'
import { checkWords } from '../../vault/keys/recovery-words.ts'
import { suggestPassphrase } from '../../vault/keys/suggest-passphrase.ts'
import { drawId } from '../../vault/primitives/random.ts'
import { checkRecoverySheet, createVault, passphraseWait, recoverVault } from '../../vault/vault.ts'
import { inboxStanding } from '../client-mode/inbox-standing.ts'
import { commands } from '../commands.ts'
import type { AccessApi, ConfirmedWord, GuardedAction, SetUp } from '../contract/access.ts'
import { createDemo, demoPassphrase } from '../demo/demo.ts'
import { placeOf } from '../place-of.ts'
import { codeOf, RoomError } from '../room-error.ts'
import type { Seat } from '../seat.ts'
import { currentVault, demoVault, realVault } from '../which-vault.ts'
import type { KdfPolicy } from './kdf-policy.ts'
import { openSeat, takeSeat } from './open-seat.ts'
import { phaseOutside, sealedAnswers } from './phase.ts'
import { RecoverySheet } from './recovery-sheet.ts'
import { firstRecords, firstRoles, unitOf } from './set-up.ts'

const wordsDiffer = refused('RECOVERY_WORDS_DIFFER', { at: 'confirmedWords' })

/** What a right passphrase ends with where keys, or what says which unit this is, were lost. */
const shutCodes = [
  'DAMAGED_VAULT',
  'NO_KEY',
  'DAMAGED_RECORD',
  'WRONG_KEY',
  'UNIT_PROFILE_MISSING',
  'UNREADABLE',
]

/** The vault that is there to be opened. Rejects with NO_VAULT. */
const existingVault = async () => {
  const vault = await currentVault()
  if (!vault) throw new RoomError('NO_VAULT')
  return vault
}

/** Setting up, unlocking, recovering, and who works here. */
export const accessApi = (seat: Seat, kdf: KdfPolicy): AccessApi => {
  const sheet = new RecoverySheet()
  const noteShut = (name: string) => (problem: unknown) => {
    if (shutCodes.includes(codeOf(problem))) seat.shut = name
    throw problem
  }

  return {
    async phase() {
      if (!seat.taken) return phaseOutside(seat)
      const { session, inbox } = seat.taken
      const { unit, me } = session
      return { phase: 'open', unit, me, ...sealedAnswers(await inboxStanding(inbox)) }
    },
    passphraseStrength: async (passphrase, known) => passphraseStrength(passphrase, known),
    suggestPassphrase: async (language) => suggestPassphrase(language),
    passphraseWait: async (staffId) => passphraseWait(await placeOf((await existingVault()).name), staffId),
    drawRecoverySheet: (language, halves) => sheet.draw(language, halves, { vaultId: drawId(), sheet: 1 }),
    drawNextRecoverySheet: async (language, halves) => {
      const { vaultId, recoverySheet } = await existingVault()
      return sheet.draw(language, halves, { vaultId, sheet: recoverySheet.sheet + 1 })
    },
    wordsToConfirm: async () => sheet.asked,
    checkRecoveryWords: async (words) => checkWords(words),
    recoverySheet: () => seat.session().vault.recoverySheet(),
    listStaff: async () => seat.session().vault.staffing.list(),
    keepLanguage: async (language) => seat.writing.session.vault.keepLanguage(language),
    ...commands({
      async setUp(input: SetUp): Promise<Outcome<null>> {
        const unit = unitOf(input)
        if (!unit.ok) return unit
        const confirmed = sheet.confirmed(input.confirmedWords)
        if (!confirmed) return wordsDiffer
        const { kind, name, code } = unit.value
        const { passphrase, staffName } = input
        await openSeat(seat, realVault, async () => {
          const { staffId } = await createVault({
            ...(await placeOf(realVault)),
            kind,
            unitName: name,
            language: input.language,
            first: { name: staffName, roles: firstRoles[input.kind], passphrase },
            vaultId: confirmed.vaultId,
            recoveryWords: confirmed.words,
            records: await firstRecords(unit.value, [code]),
            kdf: await kdf.forNew(),
          })
          sheet.forget()
          return { staffId, passphrase }
        })
        return done(null)
      },
      async tryDemo(language: Language): Promise<Outcome<{ passphrase: string }>> {
        if ((await currentVault())?.name === realVault) return refused('VAULT_EXISTS')
        await openSeat(seat, demoVault, async () => createDemo(language))
        return done({ passphrase: demoPassphrase })
      },
      async unlock(staffId: string, passphrase: string): Promise<Outcome<null>> {
        const { name } = await existingVault()
        // A demonstration guards nothing.
        const cost = name === demoVault || !kdf.kdfFor ? {} : { kdfFor: kdf.kdfFor }
        await takeSeat(seat, name, { staffId, passphrase, ...cost }).catch(noteShut(name))
        seat.shut = null
        return done(null)
      },
      async checkRecoverySheet(words: string[]): Promise<Outcome<null>> {
        await checkRecoverySheet(await placeOf((await existingVault()).name), words)
        return done(null)
      },
      async recover(input: {
        words: string[]
        staffId: string
        newPassphrase: string
        confirmedWords: ConfirmedWord[]
      }): Promise<Outcome<null>> {
        const { name } = await existingVault()
        const { words, staffId, newPassphrase } = input
        const confirmed = sheet.confirmed(input.confirmedWords)
        if (!confirmed) return wordsDiffer
        await openSeat(seat, name, async () => {
          await recoverVault({
            ...(await placeOf(name)),
            words,
            staffId,
            newPassphrase,
            newWords: confirmed.words,
            kdf: await kdf.forNew(),
          })
          sheet.forget()
          return { staffId, passphrase: newPassphrase }
        }).catch(noteShut(name))
        return done(null)
      },
      async replaceRecoverySheet(confirmedWords: ConfirmedWord[]): Promise<Outcome<null>> {
        const confirmed = sheet.confirmed(confirmedWords)
        if (!confirmed) return wordsDiffer
        await seat.writing.session.vault.replaceRecoverySheet(confirmed.words)
        sheet.forget()
        return done(null)
      },
      async changePassphrase(current: string, next: string): Promise<Outcome<null>> {
        await seat.writing.session.vault.changePassphrase({ current, next, kdf: await kdf.forNew() })
        return done(null)
      },
      async confirmMe(passphrase: string, action: GuardedAction): Promise<Outcome<null>> {
        await seat.session().vault.confirmPassphrase(passphrase)
        seat.confirmations.confirm(action)
        return done(null)
      },
      async addStaff(input: {
        name: string
        roles: Role[]
        passphrase: string
      }): Promise<Outcome<{ id: string }>> {
        return done(await seat.writing.session.vault.staffing.add({ ...input, kdf: await kdf.forNew() }))
      },
    }),
  }
}
