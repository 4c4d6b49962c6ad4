import * as Comlink from 'comlink'
import { codeOf } from './room-error.ts'

type Api<Methods> = { [Name in keyof Methods]: (...args: never[]) => Promise<unknown> }

/**
 * Offers an API to the window that started this worker. What is thrown crosses as its stable code alone: no stack, no
 * cause, nothing that could carry a client's data.
 */
export const expose = <Methods extends Api<Methods>>(api: Methods): void => {
  const guarded = Object.entries<Api<Methods>[keyof Methods]>(api).map(([name, method]) => [
    name,
    async (...args: never[]) => {
      try {
        return await method(...args)
      } catch (problem) {
        const crossing = new Error(codeOf(problem))
        crossing.stack = ''
        throw crossing
      }
    },
  ])
  Comlink.expose(Object.fromEntries(guarded))
}
