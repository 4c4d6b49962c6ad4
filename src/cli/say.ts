/** One line for the person at the terminal, in both languages. */
export const say = (chinese: string, english: string): void => console.log(`${chinese} · ${english}`)
