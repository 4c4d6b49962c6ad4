import icon from './icon.svg'

/** A roof, as in 安, over a seedling; the name stands beside it. */
export function Logo({ size }: { size: number }) {
  return <img src={icon} width={size} height={size} alt="" />
}
