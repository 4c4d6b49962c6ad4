import type { Role } from '../../casework/staff.ts'
import type { Language } from '../../casework/values.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { KdfParameters } from '../../vault/key-derivation.ts'
import { passphraseStrength } from '../../vault/passphrase-strength.ts'
import { createVault, recoverVault } from '../../vault/vault.ts'
import { type InboxStanding, inboxStanding } from '../client-mode/inbox-standing.ts'
import { commands } from '../commands.ts'
import type { AccessApi, Phase, SetUp } from '../contract/access.ts'
import { createDemo, demoPassphrase } from '../demo/demo.ts'
import { recordKinds } from '../record-kinds.ts'
import { RoomError } from '../room-error.ts'
import type { Seat } from '../seat.ts'
import { currentVault, demoVault, inboxOf, realVault } from '../which-vault.ts'
import { openSeat } from './open-seat.ts'
import { RecoverySheet } from './recovery-sheet.ts'
import { firstRecords, firstRoles, unitOf } from './set-up.ts'

const sealedAnswers = (standing: InboxStanding | null) => ({
  waitingAnswers: standing?.waiting ?? 0,
  unusableAnswers: standing?.unusable ?? null,
})

const lockedPhase = async (): Promise<Phase> => {
  const vault = await currentVault()
  if (!vault) return { phase: 'new' }
  const inbox = inboxOf(vault.name)
  const standing = await inboxStanding(inbox)
  inbox.close()
  return {
    phase: 'locked',
    unit: { kind: vault.kind, name: vault.unitName },
    language: vault.language,
    staff: vault.staff.map(({ id, name }) => ({ id, name })),
    ...sealedAnswers(standing),
    clientModeOpen: standing?.sittingOpen ?? false,
    demoPassphrase: vault.kind === 'demo' ? demoPassphrase : null,
  }
}

/** Name of the vault that is there to be opened. Rejects with NO_VAULT. */
const existingVault = async (): Promise<string> => {
  const vault = await currentVault()
  if (!vault) throw new RoomError('NO_VAULT')
  return vault.name
}

/** Setting up, unlocking, recovering, and who works here. */
export const accessApi = (seat: Seat, kdf: KdfParameters): AccessApi => {
  const sheet = new RecoverySheet()

  return {
    async phase() {
      if (!seat.taken) return lockedPhase()
      const { session, inbox } = seat.taken
      const { unit, me } = session
      return { phase: 'open', unit, me, ...sealedAnswers(await inboxStanding(inbox)) }
    },
    passphraseStrength: async (passphrase) => passphraseStrength(passphrase),
    drawRecoverySheet: async (language) => sheet.draw(language),
    wordsToConfirm: async () => sheet.asked,
    listStaff: async () => seat.session().vault.listStaff(),
    keepLanguage: async (language) => seat.session().vault.keepLanguage(language),
    ...commands({
      async setUp(input: SetUp): Promise<Outcome<null>> {
        const unit = unitOf(input)
        if (!unit.ok) return unit
        const recoveryWords = sheet.confirmed(input.confirmedWords)
        if (!recoveryWords) return refused('RECOVERY_WORDS_DIFFER', { at: 'confirmedWords' })
        const { kind, name, code } = unit.value
        const { passphrase, staffName } = input
        await openSeat(seat, realVault, async () => {
          const { staffId } = await createVault({
            name: realVault,
            kinds: recordKinds,
            kind,
            unitName: name,
            language: input.language,
            first: { name: staffName, roles: firstRoles[input.kind], passphrase },
            recoveryWords,
            records: await firstRecords(unit.value, [code]),
            kdf,
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
        await openSeat(seat, await existingVault(), async () => ({ staffId, passphrase }))
        return done(null)
      },
      async recover(input: {
        words: string[]
        staffId: string
        newPassphrase: string
      }): Promise<Outcome<null>> {
        const name = await existingVault()
        const { words, staffId, newPassphrase } = input
        await openSeat(seat, name, async () => {
          await recoverVault({ name, kinds: recordKinds, words, staffId, newPassphrase, kdf })
          return { staffId, passphrase: newPassphrase }
        })
        return done(null)
      },
      async addStaff(input: {
        name: string
        roles: Role[]
        passphrase: string
      }): Promise<Outcome<{ id: string }>> {
        return done(await seat.session().vault.addStaff({ ...input, kdf }))
      },
    }),
  }
}
