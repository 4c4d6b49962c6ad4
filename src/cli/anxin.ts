import { systemCode } from '../host/file-system.ts'
import { type Command, refuse, reportRefusals, WrongArguments } from './command.ts'
import { hideAddresses } from './hide-addresses.ts'

interface Known {
  takes: string
  does: string
  load: () => Promise<Command>
}

/** Every command, with the words it takes; its file is loaded only when it is asked for. */
const commands: Record<string, Known> = {
  start: {
    takes: '',
    does: 'builds what is not built and opens the program',
    load: () => import('./start.ts'),
  },
  serve: {
    takes: '[--port N]',
    does: 'serves the browser edition on 127.0.0.1 until it is stopped',
    load: () => import('./serve.ts'),
  },
  score: {
    takes: '<instrument> < answers.jsonl',
    does: 'a line of answers in, a line with the scores out',
    load: () => import('./score.ts'),
  },
  suggest: {
    takes: '<rules> [--today YYYY-MM-DD] < evidence.jsonl',
    does: "a line with one client's evidence in, a line with the suggested tier out",
    load: () => import('./suggest.ts'),
  },
  audit: {
    takes: '<tables.json> [--all] [--seconds N]',
    does: 'attacks tables and says what could be worked out; 0 when nothing can',
    load: () => import('./audit.ts'),
  },
  protect: {
    takes: '<tables.json> [--key FILE] [--seconds N]',
    does: 'withholds what has to be withheld, then attacks the result',
    load: () => import('./protect.ts'),
  },
  'tau-argus': {
    takes: '<tables.json> --out FOLDER',
    does: 'writes the TRUE counts for a statistician to check with tau-ARGUS',
    load: () => import('./tau-argus.ts'),
  },
  package: {
    takes:
      'inspect|verify|convert FILE --identity FILE [--cards DIR] [--plan FILE] [--to csv|xlsx|fhir|dhis2|sdmx] [--language zh-CN|en] [--out FILE]',
    does: 'says what a package says · proves it by cards · proves it and writes a view of it',
    load: () => import('./package.ts'),
  },
  county: {
    takes:
      'import FOLDER|FILE… --identity FILE --cards DIR [--received DAY] [--due-day N] | totals [--table T] [--period P] [--by desk|county|township|room] [--format json|csv] | completeness [--period P] | units [LIST] | move --from S --to S; each but move with --store FOLDER|ADDRESS or --store-file FILE, each but import with --county CODE',
    does: 'the county desk without a screen: takes packages in, adds them up, says who has reported, keeps the list of units, moves to another store',
    load: () => import('./county.ts'),
  },
  simulate: {
    takes:
      '--clients N --months M [--profile small|medium|large] [--as tables|sets|facts|records] | --rooms N --months M --out FOLDER [--for CARD] [--seed TEXT] [--until YYYY-MM-DD]',
    does: "a made-up room on standard output, or the files of a made-up county's rooms in a new folder; nobody in it exists",
    load: () => import('./simulate.ts'),
  },
}

const usageOf = (name: string, { takes }: Known): string => `anxin ${name} ${takes}`.trimEnd()

/** Whoever reads the output has gone: the rest of it would go nowhere. A server goes on without anybody reading. */
const endWithReader = (name: string): void => {
  if (name === 'start' || name === 'serve') return
  process.stdout.on('error', (error) => {
    if (systemCode(error) !== 'EPIPE') throw error
    process.exit(refuse({ code: 'OUTPUT_CLOSED', at: name }))
  })
}

const answer = async (name: string, args: string[], known: Known): Promise<number> => {
  try {
    const { run } = await known.load()
    return await run(args)
  } catch (error) {
    if (error instanceof WrongArguments) {
      const at = hideAddresses(args.join(' '), args)
      reportRefusals([{ code: error.code, at, detail: { usage: usageOf(name, known) } }])
      return 2
    }
    const cause = hideAddresses(String(error), args)
    return refuse({ code: systemCode(error) || 'UNEXPECTED', at: name, detail: { cause } })
  }
}

const [name = '', ...args] = process.argv.slice(2)
const known = Object.hasOwn(commands, name) ? commands[name] : undefined
const asksForHelp = [name, ...(known ? args : [])].some((word) => word === '--help' || word === '-h')
if (asksForHelp) {
  const shown = known ? [[name, known] as const] : Object.entries(commands)
  for (const [each, about] of shown) console.log(`${usageOf(each, about)}\n    ${about.does}`)
} else if (known === undefined) {
  console.error('Usage: anxin <command>')
  for (const [each, about] of Object.entries(commands)) console.error(`  ${usageOf(each, about).slice(6)}`)
  reportRefusals([{ code: 'UNKNOWN_COMMAND', at: name }])
  process.exitCode = 2
} else {
  endWithReader(name)
  process.exitCode = await answer(name, args, known)
}
