export function FirstStart({ onOpen }: { onOpen: () => void }) {
  return <button type="button" onClick={onOpen} />
}
