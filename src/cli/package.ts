import type { Language } from '../casework/records/values.ts'
import { inspectPackage } from '../exchange/inspect-package.ts'
import { readPackage, type VerifiedPackage } from '../exchange/read-package.ts'
import { packageView } from '../exchange/views/package-view.ts'
import { type ViewFormat, viewFormats, writeView } from '../exchange/views/write-view.ts'
import { done, type Outcome } from '../instruments/outcome.ts'
import type { ReleasePlan } from '../statistics/release-plan.ts'
import { dayOf } from '../tiering/calendar.ts'
import { type ExitCode, onlyWord, refuse, WrongArguments, wordsOf } from './command.ts'
import { readDesk, readIdentity } from './package-desk.ts'
import { readFileWithin } from './read-file.ts'
import { writeNewFile } from './write-new-file.ts'

const largestPackage = 5_000_000

const options = {
  identity: { type: 'string' },
  cards: { type: 'string' },
  plan: { type: 'string' },
  to: { type: 'string' },
  language: { type: 'string' },
  out: { type: 'string' },
} as const

type Asked = Partial<Record<keyof typeof options, string>> & { file: string; identity: string }

/**
 * `package inspect|verify|convert FILE --identity FILE …`: says what a package says, unproved · proves it by the cards in a
 * folder · proves it and writes a view of it. JSON, or the view, on standard output or into a new file.
 */
export const run = async (args: string[]): Promise<ExitCode> => {
  const result = await readArguments(args)()
  return result.ok ? 0 : refuse(result.refusal)
}

const readArguments = (args: string[]): (() => Promise<Outcome<null>>) => {
  const { values, positionals } = wordsOf(args, options)
  const [action, ...files] = positionals
  const { identity, cards, to, language = 'zh-CN', out } = values
  const file = onlyWord(files)
  if (identity === undefined) throw new WrongArguments()
  const asked = { ...values, file, identity }
  const takesOnly = (...known: string[]) => Object.keys(values).every((name) => known.includes(name))
  if (action === 'inspect' && takesOnly('identity')) return () => inspect(asked)
  if (action === 'verify' && cards !== undefined && takesOnly('identity', 'cards', 'plan'))
    return () => verify(asked, cards)
  // A workbook is nothing to read on a terminal.
  const isShown = to !== 'xlsx' || out !== undefined || !process.stdout.isTTY
  if (action === 'convert' && cards !== undefined && isFormat(to) && isLanguage(language) && isShown)
    return () => convert(asked, cards, to, language)
  throw new WrongArguments()
}

const isFormat = (text: string | undefined): text is ViewFormat =>
  viewFormats.some((format) => format === text)
const isLanguage = (text: string): text is Language => text === 'zh-CN' || text === 'en'

const inspect = async ({ file, identity }: Asked): Promise<Outcome<null>> => {
  const own = await readIdentity(identity)
  if (!own.ok) return own
  const bytes = await readFileWithin(file, largestPackage)
  if (!bytes.ok) return bytes
  const read = await inspectPackage(bytes.value, own.value)
  if (!read.ok) return read
  say({ verified: false, ...read.value })
  return done(null)
}

const verify = async (asked: Asked, cards: string): Promise<Outcome<null>> => {
  const read = await verified(asked, cards)
  if (!read.ok) return read
  const { payload, sha256 } = read.value.given
  const { from, to, period, seq, previous, plan, profile, created, protection, tables, demo } = payload
  const about = { from: from.unit, to: to.unit, period, seq, previous, plan, profile, created, demo }
  say({ verified: true, sha256, ...about, tables: tables.length, protection })
  return done(null)
}

const convert = async (
  asked: Asked,
  cards: string,
  format: ViewFormat,
  language: Language,
): Promise<Outcome<null>> => {
  const read = await verified(asked, cards)
  if (!read.ok) return read
  const view = packageView(read.value.given, read.value.plan)
  const { bytes } = await writeView(view, format, language)
  if (asked.out === undefined) {
    process.stdout.write(bytes)
    return done(null)
  }
  const written = await writeNewFile(asked.out, bytes)
  if (!written.ok) return written
  say({ written: asked.out, format })
  return done(null)
}

const verified = async (
  { file, identity, plan }: Asked,
  cards: string,
): Promise<Outcome<{ given: VerifiedPackage; plan: ReleasePlan }>> => {
  const files = { identity, cards, plan: plan ?? null }
  const desk = await readDesk(files, dayOf(new Date().toISOString()))
  if (!desk.ok) return desk
  const bytes = await readFileWithin(file, largestPackage)
  if (!bytes.ok) return bytes
  const read = await readPackage(bytes.value, desk.value.desk)
  return read.ok ? done({ given: read.value, plan: desk.value.plan }) : read
}

const say = (value: object): void => console.log(JSON.stringify(value))
