async function* pages(first) {
  let page = first
  try {
    while (page !== null) {
      const { items, next } = await fetchPage(page)
      yield* items
      page = next
    }
  } finally {
    await close()
  }
}

const fetchPage = async (page) => ({ items: [page, page + 1], next: page < 4 ? page + 2 : null })
const close = async () => {}

export async function* main() {
  for await (const item of pages(0)) {
    if (item % 2) continue
    yield item
  }
  return await close()
}
