import { firstOf, type ReadDesign } from './design.ts';

export const bySize: ReadDesign = (text) => {
  const size = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
  if (size === undefined) return undefined;
  return {
    most: size,
    take: (pool) => {
      const taken = Math.min(size, pool.items);
      return { plan: { method: 'size', size: taken }, chosen: firstOf(pool, taken) };
    },
  };
};
