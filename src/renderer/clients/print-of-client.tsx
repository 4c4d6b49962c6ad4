import type { Printed } from '../../room/contract/printing.ts'
import { room } from '../room/room.ts'
import { PrintButton } from '../ui/a4-sheet.tsx'

/** Prints a sheet about a client, and has it entered; a page that is needed now waits for nothing. */
export function PrintOfClient({ clientId, what }: { clientId: string; what: Printed }) {
  const print = () => {
    void room.notePrinted({ clientId, what }).catch(() => undefined)
    window.print()
  }
  return <PrintButton onPrint={print} />
}
