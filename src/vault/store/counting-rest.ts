/** Lets counting wait: whoever signs in reads first, and counting keeps the disk busy. */
export class CountingRest {
  /** Resolves when counting may begin. */
  over: Promise<void> = Promise.resolve()
  #end: () => void = () => undefined

  /** For so many milliseconds, or until it is ended. */
  begin(milliseconds: number): void {
    this.over = new Promise((resolve) => {
      this.#end = resolve
      setTimeout(resolve, milliseconds)
    })
  }

  /** Somebody waits for the count. */
  end(): void {
    this.#end()
  }
}
