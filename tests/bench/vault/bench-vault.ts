import { rm } from 'node:fs/promises'
import { setting } from '../../simulation/setting.ts'
import { putInReadme } from '../in-readme.ts'
import type { BenchSize } from './bench-files.ts'
import { type Measured, measureVault } from './measure-vault.ts'
import { buildSite } from './pages-on-show.ts'
import { readmeBlock } from './readme-block.ts'
import { resultsOf, writeResults } from './results.ts'

const sizesMeant: BenchSize[] = [
  { clients: 20_000, assessments: 200_000 },
  { clients: 100_000, assessments: 200_000 },
]

/** Measures and prints. Only the sizes that are meant are kept, in `results/vault.json` and in the README. */
export const benchVault = async (tried: BenchSize | null): Promise<void> => {
  const site = await buildSite()
  try {
    const measured: Measured[] = []
    for (const size of tried ? [tried] : sizesMeant) {
      console.error(`${size.clients} clients, ${size.assessments} assessments`)
      measured.push(await measureVault({ size, setting, until: '2026-11-20' }, site))
    }
    const results = resultsOf(measured)
    const figures = readmeBlock(results)
    console.log(figures)
    if (tried) return
    writeResults(results)
    putInReadme('vault', figures)
  } finally {
    await rm(site, { recursive: true, force: true })
  }
}
