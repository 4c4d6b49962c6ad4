import type { Stored } from '../../casework/records/record.ts'
import { type HandOverSheet, handOverStatement } from '../../casework/shifts/hand-over-sheet.ts'
import { fromHex, toHex } from '../../vault/primitives/bytes.ts'
import type { OpenVault } from '../../vault/vault.ts'
import type { SignatureState } from '../contract/shifts.ts'

const purpose = 'anxin/hand-over/1'
const signers = ['hotline', 'counsellor', 'supervisor'] as const

type Content = Omit<HandOverSheet, 'steps'>
type Given = HandOverSheet['steps'][number]

const contentOf = ({ steps: _, ...content }: HandOverSheet): Content => content

/** The signature of whoever is at work under a sheet, 128 hex digits; `given`: what who takes it on signs as well. */
export const signHandOver = async (
  vault: OpenVault,
  id: string,
  sheet: HandOverSheet | Content,
  given: Given | null,
): Promise<string> => {
  const content = 'steps' in sheet ? contentOf(sheet) : sheet
  return toHex(await vault.signAsStaff(purpose, handOverStatement(id, content, given)))
}

/** How the signatures under a sheet stand, step by step. */
export const handOverSignatures = (
  vault: OpenVault,
  { id, value }: Stored<HandOverSheet>,
): Promise<SignatureState[]> =>
  Promise.all(
    value.steps.map(async (step) => {
      if (!('signature' in step)) return 'unsigned'
      const given = step.kind === 'taken' ? (value.steps[0] ?? null) : null
      const statement = handOverStatement(id, contentOf(value), given)
      const signed = fromHex(step.signature)
      const checked = signers.map((role) => vault.signedByHolder(role, step.by, signed, purpose, statement))
      return (await Promise.all(checked)).includes(true) ? 'holds' : 'broken'
    }),
  )
