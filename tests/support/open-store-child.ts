import { inspect } from 'node:util'
import { openStore } from '../../src/host/open-store.ts'

/** Opens a store and shows whatever is wrong in every way a program could, the careless ones among them. */
const work = process.env.ANXIN_TEST_WORK
openStore(process.env.ANXIN_TEST_STORE ?? '').then(
  async (store) => {
    console.log(inspect(store, { showHidden: true, depth: null }))
    if (work === 'broken statement') await store.query('select nonsense from $1', ['x'])
    await store.close()
  },
  (problem) => {
    console.log(inspect(problem, { showHidden: true, depth: null }), problem.stack)
    console.error(problem)
    throw problem
  },
)
