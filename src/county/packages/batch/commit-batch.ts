import { type ImportedFile, importedFile } from './imported-file.ts'
import { inGroups } from './in-groups.ts'
import type { Keeping, StagedPackage } from './keeping.ts'

export interface Committing {
  dueDay?: number | undefined
  /** Looked at between two savings. */
  signal?: AbortSignal | undefined
  onProgress?: ((done: number) => void) | undefined
}

/**
 * Takes staged packages in, saving by saving, in their order. Whatever stops it, each package is here whole or not at all, and the
 * same files brought again complete it. Throws what the keeping throws.
 */
export async function commitBatch(
  packages: readonly StagedPackage[],
  keeping: Keeping,
  { dueDay, signal, onProgress }: Committing = {},
): Promise<ImportedFile[]> {
  const imported: ImportedFile[] = []
  for (const group of inGroups(packages, keeping.atOnce)) {
    const judgements = signal?.aborted ? null : await keeping.take(group)
    for (const [place, staged] of group.entries()) {
      const judgement = judgements?.[place] ?? null
      const file = importedFile(staged, judgement, dueDay)
      if (file.outcome === 'waiting' && !staged.waited) await keeping.hold(staged)
      if (file.outcome === 'refused') await keeping.refuse({ ...staged, ...refusalOf(file) })
      imported.push(file)
    }
    onProgress?.(imported.length)
  }
  return imported
}

const refusalOf = ({ code, unit, period, seq }: ImportedFile) => ({ code: code ?? '', unit, period, seq })
