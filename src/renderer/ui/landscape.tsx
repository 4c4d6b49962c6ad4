/** Quiet hills with one roof and a few trees, at the foot of the pages before the frame. */
export function Landscape() {
  return (
    <svg className="landscape" viewBox="0 42 1440 138" aria-hidden="true" focusable="false">
      <path className="landscape-far" d="M0 110C180 60 320 70 480 98s300 6 460-30 340-18 500 34v78H0Z" />
      <path className="landscape-near" d="M0 150c220-46 420-30 620-8s360 18 520-12 220-12 300 2v48H0Z" />
      <g className="landscape-line">
        <path d="m1034 112 34-24 34 24M1042 108v28M1094 108v28M1062 136v-16h12v16" />
        <path d="M1132 132v-22m0 8c-7 0-11-4-12-11 8 0 12 4 12 11Zm0-5c0-6 4-10 11-10 0 6-4 10-11 10Z" />
        <path d="M1006 134v-16m0 6c-6 0-9-3-9-9 6 0 9 4 9 9Zm0-4c0-5 3-8 9-8 0 5-3 8-9 8Z" />
      </g>
    </svg>
  )
}
