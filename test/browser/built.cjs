/** Builds once before the files: each starts the product, and none may build what another runs from. */
module.exports = async () => {
  const { ensureBuilt } = await import('../../scripts/build.mjs');
  await ensureBuilt();
};
