import type { MDXComponents } from 'mdx/types';

/** Next asks for this file. The handbook hands its own components to each page instead (components/docs/docs-components). */
export const useMDXComponents = (): MDXComponents => ({});
