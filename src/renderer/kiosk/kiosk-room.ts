import { wrap } from 'comlink'
import type { KioskApi } from '../../room/contract/kiosk-api.ts'
import type { SurveyKioskApi } from '../../room/contract/survey-kiosk-api.ts'

const worker = new Worker(new URL('../../room/kiosk.worker.ts', import.meta.url), {
  type: 'module',
  name: 'kiosk',
})

/** The worker behind the client's page: it holds one public key, seals answers and can read nothing. */
export const kioskRoom: KioskApi & SurveyKioskApi = wrap<KioskApi & SurveyKioskApi>(worker)

/** Rejects when the worker itself breaks, which would leave every question to it unanswered. */
export const kioskBroken = new Promise<never>((_, reject) => {
  worker.addEventListener('error', () => reject(new Error('WORKER_BROKEN')))
})
kioskBroken.catch(() => undefined)
