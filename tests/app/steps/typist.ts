import { expect, type Locator, type Page } from '@playwright/test'

/** Seconds a key takes whoever types as most do, and to think of what comes next (keystroke-level model, Card, Moran & Newell 1980). */
const [aKey, aThought] = [0.28, 1.35]
/** Keys a Chinese character takes by pinyin, the choice among what is offered included. */
const keysOfCharacter = 4
const tabsAtMost = 60

/** Somebody who uses nothing but the keyboard; what it would take a person adds up. */
export class Typist {
  readonly #page: Page
  #seconds = 0

  constructor(page: Page) {
    this.#page = page
  }

  get seconds(): number {
    return Math.round(this.#seconds)
  }

  /** Presses keys one after the other, as one thought. */
  async press(...keys: string[]): Promise<void> {
    this.#seconds += aThought
    for (const key of keys) {
      this.#seconds += aKey * key.split('+').length
      await this.#page.keyboard.press(key)
    }
  }

  async type(text: string): Promise<void> {
    this.#seconds += aThought
    for (const letter of text) this.#seconds += aKey * (letter > '\u2e80' ? keysOfCharacter : 1)
    await this.#page.keyboard.type(text)
  }

  /** Goes on with the tab key until the focus is there. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    for (let presses = 0; presses < tabsAtMost; presses += 1) {
      if (await target.evaluate((one) => one === document.activeElement)) return
      await this.#page.keyboard.press('Tab')
      this.#seconds += aKey
    }
    await expect(target).toBeFocused()
  }
}
