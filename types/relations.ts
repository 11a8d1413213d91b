import type { ModuleKind } from './module-kind';

/** A module as relations name it: enough for a link. */
export type RelatedDto = { namespace: string; name: string; title: string; kind: ModuleKind; version: string };

export type OccupiedKind = 'dest' | 'alias' | 'keys' | 'command';

/** Something that a module and others occupy both. */
export type ClashDto = {
  kind: OccupiedKind;
  what: string;
  /** Programs in which it applies: `zsh`, `tmux`, `git`; empty for paths and commands. */
  programs: string[];
  /** The most popular of them. */
  modules: RelatedDto[];
  count: number;
  /** Whether there may be more than `count`. */
  countIsBound: boolean;
};

/** How a dependency stands today. `absent` is one that is not public, or not there: nobody learns which. */
export type DependencyState = 'found' | 'absent' | 'unmatched' | 'withdrawn';

export type DependencyDto = {
  ref: string;
  /** Who asks for it: the module itself, or one of its dependencies. */
  by: string;
  range: string;
  optional: boolean;
  state: DependencyState;
  title?: string;
  kind?: ModuleKind;
  /** The newest version that the range takes. */
  resolved?: string;
  deprecated: boolean;
  /** It is further up its own chain already. */
  cycle: boolean;
};

export type GraphNodeDto = {
  ref: string;
  role: 'self' | 'dependency' | 'dependent' | 'absent';
  note: string;
  x: number;
  y: number;
};
export type GraphEdgeDto = { from: string; to: string; points: [x: number, y: number][] };
export type GraphDto = { width: number; height: number; nodes: GraphNodeDto[]; edges: GraphEdgeDto[]; leftOut: number };

export type RelationsDto = {
  dependencies: DependencyDto[];
  /** Dependencies beyond the bound of depth or number. */
  dependenciesLeftOut: number;
  dependents: RelatedDto[];
  dependentCount: number;
  dependentCountIsBound: boolean;
  graph: GraphDto | null;
};

/** Why two modules are thought to go together. */
export type TogetherDto = RelatedDto & { collections: number; bundles: number; people: number };

export type OwnMatchDto = { line: number; text: string; kind: OccupiedKind; what: string; programs: string[] };
export type OwnModuleMatchDto = { ref: string; state: 'clash' | 'free' | 'absent' | 'same'; shared: string[] };
/** What comparing a module with a pasted list came to. */
export type OwnCheckDto = {
  clashes: OwnMatchDto[];
  modules: OwnModuleMatchDto[];
  /** What the module brings and the list does not have. */
  free: { kind: OccupiedKind; what: string; programs: string[] }[];
  unread: { line: number; text: string }[];
  understood: number;
  /** Lines beyond the bound. */
  leftOut: number;
};
