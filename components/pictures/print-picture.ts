/** Prints one picture of the panel with its sentences and its table, and nothing else. */
export function printPicture(figure: HTMLElement): void {
  const root = document.documentElement;
  root.dataset.print = 'picture';
  figure.dataset.printed = 'true';
  const done = () => {
    delete root.dataset.print;
    delete figure.dataset.printed;
  };
  addEventListener('afterprint', done, { once: true });
  print();
}
