// Waiting for something to become true.

/** Tries an assertion until it holds, and fails with it when the time is over. */
export async function eventually(assertion, milliseconds = 5000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
