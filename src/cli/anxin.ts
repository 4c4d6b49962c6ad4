import { type Command, reportRefusals } from './command.ts'

/** Every command, with the words it takes; its file is loaded only when it is asked for. */
const commands: Record<string, { takes: string; load: () => Promise<Command> }> = {
  start: { takes: '', load: () => import('./start.ts') },
  serve: { takes: '[--port N]', load: () => import('./serve.ts') },
  score: { takes: '<instrument> < answers.jsonl', load: () => import('./score.ts') },
  suggest: { takes: '<rules> [--today YYYY-MM-DD] < evidence.jsonl', load: () => import('./suggest.ts') },
  audit: { takes: '<tables.json> [--all] [--seconds N]', load: () => import('./audit.ts') },
  protect: { takes: '<tables.json> [--key FILE] [--seconds N]', load: () => import('./protect.ts') },
  'tau-argus': { takes: '<tables.json> --out FOLDER', load: () => import('./tau-argus.ts') },
  package: {
    takes:
      'inspect|verify|convert FILE --identity FILE [--cards DIR] [--plan FILE] [--to csv|xlsx|fhir|dhis2|sdmx] [--language zh-CN|en] [--out FILE]',
    load: () => import('./package.ts'),
  },
  simulate: {
    takes:
      '--clients N --months M [--seed TEXT] [--until YYYY-MM-DD] [--profile small|medium|large] [--as tables|sets|facts|records]',
    load: () => import('./simulate.ts'),
  },
}

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (command === undefined) {
  console.error('Usage: anxin <command>')
  for (const [known, { takes }] of Object.entries(commands)) console.error(`  ${known} ${takes}`)
  reportRefusals([{ code: 'UNKNOWN_COMMAND', at: name }])
  process.exitCode = 2
} else {
  try {
    const { run } = await command.load()
    process.exitCode = await run(args)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNEXPECTED'
    reportRefusals([{ code, at: name, detail: { cause: String(error) } }])
    process.exitCode = 1
  }
}
