import { type BrowserContext, chromium } from '@playwright/test'
import { findChromium } from '../../../src/host/find-chromium.ts'

/** Real Chromium, with a profile of its own in this folder. */
export const launch = (profile: string): Promise<BrowserContext> => {
  const executablePath = findChromium()
  return chromium.launchPersistentContext(profile, {
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
