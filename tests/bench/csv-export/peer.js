// PapaParse with the rows of a file that we made: it reads them once, and writes them as often as it is asked.
import Papa from "papaparse";

document.querySelector("input").addEventListener("change", async ({ target }) => {
  window.rows = Papa.parse((await target.files[0].text()).trimEnd()).data;
});

window.write = () => {
  const start = performance.now();
  // Ours quotes texts as well, and begins with the mark that Excel needs.
  const text = Papa.unparse(window.rows, { quotes: true });
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const took = performance.now() - start;
  URL.revokeObjectURL(address);
  return took;
};
