import type { Role } from '../casework/staff.ts'
import type { Language } from '../casework/values.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { passphraseStrength } from '../vault/passphrase-strength.ts'
import { createVault, recoverVault } from '../vault/vault.ts'
import { waitingAnswers } from './client-answers.ts'
import { commands } from './commands.ts'
import type { AccessApi, Phase, SetUp } from './contract/access.ts'
import { demoPassphrase, makeDemo } from './demo.ts'
import { asWriter, openSeat } from './open-seat.ts'
import { recordKinds } from './record-kinds.ts'
import { RecoverySheet } from './recovery-sheet.ts'
import { RoomError } from './room-error.ts'
import type { Seat } from './seat.ts'
import { firstRecords, firstRoles, unitOf } from './set-up.ts'
import { currentVault, demoVault, inboxOf, realVault } from './which-vault.ts'

/** Setting up, unlocking, recovering, and who works here. */
export const accessApi = (seat: Seat): AccessApi => {
  const sheet = new RecoverySheet()

  const lockedPhase = async (): Promise<Phase> => {
    const vault = await currentVault()
    if (!vault) return { phase: 'new' }
    const inbox = inboxOf(vault.name)
    const { answers, sittingOpen } = await waitingAnswers(inbox)
    inbox.close()
    return {
      phase: 'locked',
      unit: { kind: vault.kind, name: vault.unitName },
      staff: vault.staff.map(({ id, name }) => ({ id, name })),
      waitingAnswers: answers,
      clientModeOpen: sittingOpen,
      demoPassphrase: vault.kind === 'demo' ? demoPassphrase : null,
    }
  }

  const existingVault = async () => {
    const vault = await currentVault()
    if (!vault) throw new RoomError('NO_VAULT')
    return vault
  }

  return {
    async phase() {
      if (!seat.taken) return lockedPhase()
      const { unit, me } = seat.taken.session
      return { phase: 'open', unit, me }
    },
    passphraseStrength: async (passphrase) => passphraseStrength(passphrase),
    drawRecoverySheet: async (language) => sheet.draw(language),
    wordsToConfirm: async () => sheet.asked,
    listStaff: async () => seat.session().vault.listStaff(),
    ...commands({
      async setUp(input: SetUp): Promise<Outcome<null>> {
        const unit = unitOf(input)
        if (!unit.ok) return unit
        const recoveryWords = sheet.confirmed(input.confirmedWords)
        if (!recoveryWords) return refused('RECOVERY_WORDS_DIFFER', { at: 'confirmedWords' })
        const { kind, name, code } = unit.value
        const { passphrase, staffName } = input
        await asWriter(realVault, async (release) => {
          const { staffId } = await createVault({
            name: realVault,
            kinds: recordKinds,
            kind,
            unitName: name,
            first: { name: staffName, roles: firstRoles[input.kind], passphrase },
            recoveryWords,
            records: await firstRecords(unit.value, [code]),
          })
          sheet.forget()
          await openSeat(seat, { name: realVault, staffId, passphrase }, release)
        })
        return done(null)
      },
      async tryDemo(language: Language): Promise<Outcome<{ passphrase: string }>> {
        await asWriter(demoVault, async (release) => {
          const { staffId } = await makeDemo(language)
          await openSeat(seat, { name: demoVault, staffId, passphrase: demoPassphrase }, release)
        })
        return done({ passphrase: demoPassphrase })
      },
      async unlock(staffId: string, passphrase: string): Promise<Outcome<null>> {
        const { name } = await existingVault()
        await asWriter(name, (release) => openSeat(seat, { name, staffId, passphrase }, release))
        return done(null)
      },
      async recover(input: {
        words: string[]
        staffId: string
        newPassphrase: string
      }): Promise<Outcome<null>> {
        const { name } = await existingVault()
        const { words, staffId, newPassphrase } = input
        await asWriter(name, async (release) => {
          await recoverVault({ name, kinds: recordKinds, words, staffId, newPassphrase })
          await openSeat(seat, { name, staffId, passphrase: newPassphrase }, release)
        })
        return done(null)
      },
      async addStaff(input: {
        name: string
        roles: Role[]
        passphrase: string
      }): Promise<Outcome<{ id: string }>> {
        return done(await seat.session().vault.addStaff(input))
      },
    }),
  }
}
