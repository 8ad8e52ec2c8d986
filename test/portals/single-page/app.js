// Hard at: one address and one heading for every claim, whose parts are replaced one after the
// other, now the number first, now the text.
const claims = {
  'LR-1001': 'Anton Abel asks for six more sessions of physical therapy, right shoulder.',
  'LR-1002': 'Berta Brandt asks for a lumbar epidural steroid injection at L4-5.',
  'LR-1003': 'Carl Cohn asks for tramadol 50 mg, number sixty.',
};
const views = {
  notes: (text) => `Progress note of 05/02/2016. ${text}`,
  form: (text) => `Request for Authorization. ${text}`,
};

const main = document.querySelector('#claim');
const number = document.createElement('p');
const view = document.createElement('h2');
const words = document.createElement('p');
main.append(number, view, words);

/** Shows a view of a claim; `order` says which part changes first. */
function show(claim, name, order = 'number-first') {
  const parts = [
    () => {
      number.textContent = `Claim number: ${claim}`;
    },
    () => {
      view.textContent = name;
      words.textContent = `${views[name](claims[claim])} [${claim}]`;
    },
  ];
  if (order === 'text-first') parts.reverse();
  parts[0]();
  return new Promise((done) => {
    setTimeout(() => {
      parts[1]();
      done();
    }, 5);
  });
}

for (const claim of Object.keys(claims)) {
  const link = document.createElement('button');
  link.textContent = claim;
  link.addEventListener('click', () => show(claim, 'notes'));
  document.querySelector('#claims').append(link);
}

globalThis.showClaim = show;
void show('LR-1001', 'notes');
