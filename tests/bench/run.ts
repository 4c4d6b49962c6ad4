import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = fileURLToPath(new URL('.', import.meta.url))

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    clients: { type: 'string' },
    assessments: { type: 'string' },
    calls: { type: 'string' },
    facts: { type: 'string' },
    rooms: { type: 'string' },
    city: { type: 'string' },
  },
})
const [what] = positionals
if (
  !['vault', 'tiering', 'calls', 'disclosure', 'statistics', 'county'].includes(what ?? '') ||
  positionals.length > 1
) {
  console.error('Usage: npm run bench -- vault [--clients N --assessments N]')
  console.error('       npm run bench -- tiering [--clients N]')
  console.error('       npm run bench -- calls [--calls N]')
  console.error('       npm run bench -- disclosure')
  console.error('       npm run bench -- statistics [--facts N]')
  console.error('       npm run bench -- county [--rooms N] [--city N]')
  process.exit(2)
}

const { clients, assessments = clients } = values
if (what === 'tiering') {
  const { benchTiering } = await import('./tiering/bench-tiering.ts')
  await benchTiering(Number(clients ?? 20_000))
} else if (what === 'calls') {
  const { benchCalls, callsMeant } = await import('./calls/bench-calls.ts')
  await benchCalls(Number(values.calls ?? callsMeant))
} else if (what === 'disclosure') {
  const { benchDisclosure } = await import('./disclosure/bench-disclosure.ts')
  await benchDisclosure()
} else if (what === 'county') {
  const { benchCounty, roomsMeant } = await import('./county/bench-county.ts')
  await benchCounty({
    county: Number(values.rooms ?? roomsMeant.county),
    city: Number(values.city ?? roomsMeant.city),
  })
} else if (what === 'statistics') {
  installPeers()
  const { benchStatistics, factsMeant } = await import('./statistics/bench-statistics.ts')
  benchStatistics(Number(values.facts ?? factsMeant))
} else {
  installPeers()
  const { benchVault } = await import('./vault/bench-vault.ts')
  await benchVault(
    clients === undefined ? null : { clients: Number(clients), assessments: Number(assessments) },
  )
}

/** What is only measured against is no part of an installation. */
function installPeers(): void {
  if (!existsSync(`${here}node_modules`))
    execFileSync('npm', ['ci'], { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' })
}
