import { NameEye } from './name-eye.tsx'
import { useShownName } from './shown-names.ts'

/** Whom something is about: the file number, and the name if somebody asks for it. */
export function ClientName({ clientId, fileNumber }: { clientId: string; fileNumber: string }) {
  const name = useShownName(clientId)
  return (
    <>
      <span>{fileNumber}</span> {name !== null && <strong>{name}</strong>}
      <NameEye clientId={clientId} fileNumber={fileNumber} />
    </>
  )
}
