import type { Highs, Model } from 'highs'
import { expect, it, vi } from 'vitest'
import { openSolver } from '../../src/disclosure/open-solver.ts'
import { campaign } from '../support/table-sets/campaign.ts'

/** How many runs end undecided before one does not. */
const undecided = vi.hoisted(() => ({ runs: 0 }))

const UNKNOWN = 15

/** The solver itself, but for statuses. */
vi.mock('highs', async (importActual) => {
  const { default: open } = await importActual<typeof import('highs')>()
  const led = (model: Model): Model =>
    new Proxy(model, {
      get: (of, name) => {
        if (name === 'getModelStatus' && undecided.runs > 0) return () => UNKNOWN
        if (name === 'clearSolver') undecided.runs--
        const value: unknown = Reflect.get(of, name)
        return typeof value === 'function' ? value.bind(of) : value
      },
    })
  return {
    default: async (): Promise<Highs> => {
      const highs = await open()
      return new Proxy(highs, {
        get: (of, name) =>
          name === 'createModel'
            ? (...args: Parameters<Highs['createModel']>) => led(of.createModel(...args))
            : Reflect.get(of, name),
      })
    },
  }
})

const smallest = async () => {
  const solver = await openSolver()
  const row = { columns: [0, 1], lower: 7, upper: 7 }
  const model = solver.load({ lower: [2, 0], upper: [9, 9], rows: [row] })
  model.setCost(0, 1)
  const { status, point } = model.run()
  model.close()
  return { status, point: Array.from(point) }
}

it('asks once more from scratch when a run ends undecided, and then takes no answer for one', async () => {
  undecided.runs = 0
  expect(await smallest()).toEqual({ status: 'optimal', point: [2, 5] })
  undecided.runs = 1
  expect(await smallest()).toEqual({ status: 'optimal', point: [2, 5] })
  undecided.runs = 2
  expect(await smallest()).toEqual({ status: 'failed', point: [] })
})

it('finishes table sets on which runs from where the last one stood end undecided', async () => {
  undecided.runs = 0
  const { faults, series } = await campaign([1592, 4690], await openSolver())
  expect({ faults, series }).toEqual({ faults: [], series: 2 })
})
