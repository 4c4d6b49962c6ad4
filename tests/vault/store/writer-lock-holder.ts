import { acquireWriter } from '../../../src/vault/store/writer-lock.ts'

// Another tab, for as long as this worker lives.
addEventListener('message', async ({ data }: MessageEvent<string>) => {
  postMessage((await acquireWriter(data)) !== null)
})
