/** What is asked of `POST /multi_search`, as far as we use it. */
export type Search = {
  collection: string;
  q: string;
  query_by: string;
  [parameter: string]: string | number | boolean;
};

type Hit = {
  document: { id: string; [field: string]: unknown };
  highlights?: { field: string; matched_tokens?: (string | string[])[] }[];
};

/** What the engine answers to one search, as far as we read it. */
export type Answer = {
  found: number;
  hits: Hit[];
  facet_counts?: { field_name: string; counts: { value: string; count: number }[] }[];
  /** Only of a search that was refused. */
  code?: number;
  error?: string;
};
