// Law: independence. A clone that threw into a delegated async iterator without `throw` threw the error itself.
// script: g0.next(0); g1 = clone(g0); g1.throw(undefined); g0.return(0)
async function* main() {
  switch (1) {
    case yield* asyncForeign('F14', 3, 'badNext', ''):
  }
}
function start() {
  return main.call()
}
