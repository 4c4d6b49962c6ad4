// Of the package only what is used here: its own types would bring those of Node along.
declare module 'papaparse' {
  export interface ParseResult {
    data: string[][]
    errors: { type: string; code: string; message: string; row?: number }[]
  }
  const papa: {
    parse(
      text: string,
      options: { delimiter: string; newline: '\n'; header: false; skipEmptyLines: false; preview?: number },
    ): ParseResult
  }
  export default papa
}
