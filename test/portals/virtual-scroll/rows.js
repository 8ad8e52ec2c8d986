// Hard at: three hundred entries of which a dozen elements show what is in view. The elements are used
// again for other entries, out of order, and heights are estimates until an entry was shown.
const list = document.querySelector('#list');
const all = document.querySelector('#all');
const estimate = 40;
const count = 300;
let claim = 'LL-1';

const textOf = (i) =>
  `Entry ${i} of ${claim}: ${i === 3 ? 'twitch response on palpation' : 'seen in clinic'}${
    i % 4 === 0 ? ', and the patient told of a long week with much to do at work and at home' : ''
  }.`;
let heights = Array(count).fill(estimate);
const pool = Array.from({ length: 24 }, () => {
  const row = document.createElement('div');
  row.className = 'row';
  row.append('');
  all.append(row);
  return row;
});

function draw() {
  const tops = [];
  let top = 0;
  for (const height of heights) {
    tops.push(top);
    top += height;
  }
  all.style.height = `${top}px`;
  let first = tops.findIndex((at, i) => at + heights[i] > list.scrollTop);
  first = Math.max(0, Math.min(first - 3, count - pool.length));
  let grew = false;
  for (let i = first; i < first + pool.length; i++) {
    const row = pool[i % pool.length];
    row.firstChild.data = textOf(i);
    row.style.top = `${tops[i]}px`;
    const { offsetHeight } = row;
    grew ||= offsetHeight !== heights[i];
    heights[i] = offsetHeight;
  }
  if (grew) draw();
}

list.addEventListener('scroll', () => requestAnimationFrame(draw));
globalThis.showClaim = (next) => {
  claim = next;
  heights = Array(count).fill(estimate);
  draw();
};
draw();
document.body.dataset.ready = '';
