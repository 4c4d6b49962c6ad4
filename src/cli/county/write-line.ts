import { once } from 'node:events'

/** A line of JSON on standard output; waits for a reader that is slow. */
export const writeLine = async (value: object): Promise<void> => {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain')
}
