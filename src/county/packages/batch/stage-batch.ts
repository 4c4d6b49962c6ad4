import { openPackage } from '../../../exchange/open-package.ts'
import { plainName } from '../../../exchange/plain-name.ts'
import { type PackageDesk, readPackage } from '../../../exchange/read-package.ts'
import { sha256Hex } from '../../../exchange/sha256.ts'
import { type BroughtFile, type BroughtFiles, mostFileBytes } from './brought-file.ts'
import { type ImportedFile, refusedFile } from './imported-file.ts'
import type { Keeping, RefusedFile, StagedPackage } from './keeping.ts'
import { inWrittenOrder } from './written-order.ts'

/** Files that were read: packages in order in themselves, in the order they were written, and what was refused. */
export interface StagedBatch {
  packages: StagedPackage[]
  refused: ImportedFile[]
  /** How many files were looked at. */
  looked: number
}

export interface Staging {
  desk: PackageDesk
  keeping: Keeping
  /** No more is read once the packages hold so many bytes. */
  mostBytes?: number
  signal?: AbortSignal | undefined
  /** After every file. */
  onProgress?: ((looked: number) => void) | undefined
}

/**
 * Reads and verifies files one by one, once each; whatever is in one of them, the others are read. Nothing is taken in; what is refused is
 * kept at once. What waits here from the same units comes along.
 */
export async function stageBatch(files: BroughtFiles, staging: Staging): Promise<StagedBatch> {
  const { desk, keeping, mostBytes = Number.POSITIVE_INFINITY, signal, onProgress } = staging
  const packages: StagedPackage[] = []
  const refused: ImportedFile[] = []
  let [looked, held] = [0, 0]
  if (!signal?.aborted)
    for await (const file of files) {
      const staged = await stage(file, desk)
      if ('verified' in staged) {
        packages.push(staged)
        held += staged.bytes.length
      } else {
        await keeping.refuse(staged)
        refused.push(refusedFile(staged))
      }
      looked += 1
      onProgress?.(looked)
      if (signal?.aborted || held >= mostBytes) break
    }
  const units = new Set(packages.map(({ verified }) => verified.payload.from.unit))
  const brought = new Set(packages.map(({ fileSha256 }) => fileSha256))
  for await (const { name, bytes, received } of keeping.waiting(units)) {
    const staged = await stage({ name, content: bytes, received }, desk)
    if (brought.has(staged.fileSha256)) continue
    if ('verified' in staged) packages.push({ ...staged, waited: true })
    else {
      await keeping.refuse(staged)
      refused.push({ ...refusedFile(staged), waited: true })
    }
  }
  return { packages: inWrittenOrder(packages), refused, looked }
}

const stage = async (
  { name, content, ...file }: BroughtFile,
  desk: PackageDesk,
): Promise<StagedPackage | RefusedFile> => {
  const received = file.received ?? desk.today
  const shown = plainName(name).slice(-longestName) || '?'
  if (typeof content === 'string' || content.length > mostFileBytes) {
    const code = typeof content === 'string' ? content : 'PACKAGE_TOO_LARGE'
    const fileSha256 = await sha256Hex(`${code} ${name}`)
    return { name: shown, fileSha256, bytes: null, code, unit: null, period: null, seq: null, received }
  }
  const fileSha256 = await sha256Hex(content)
  const read = await readPackage(content, desk)
  if (read.ok)
    return { name: shown, bytes: content, fileSha256, verified: read.value, received, waited: false }
  const { code } = read.refusal
  const unit = await namedSender(content, desk)
  return { name: shown, fileSha256, bytes: content, code, unit, period: null, seq: null, received }
}
const longestName = 300

/** The unit whose key the file names: not proved, yet whom to call. */
const namedSender = async (bytes: Uint8Array, desk: PackageDesk): Promise<string | null> => {
  const opened = await openPackage(bytes, desk.identity)
  return (opened.ok && desk.senders.get(opened.value.signedBy)?.unit) || null
}
