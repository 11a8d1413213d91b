import { connectDatabase } from '@/lib/infra/mongo';

type Command = Record<string, unknown>;
type Plan = Record<string, unknown>;
export type Explained = {
  command: string;
  collection: string;
  stages: string[];
  index: string;
  keys: number;
  docs: number;
  returned: number;
};

const KINDS = ['find', 'aggregate', 'count', 'distinct', 'findAndModify', 'update', 'delete'];
/** Fields that belong to the connection, not to the query. */
const ENVELOPE = new Set(['lsid', '$db', '$clusterTime', '$readPreference', 'txnNumber', 'writeConcern', 'comment']);

/** Call it at the top of a file, before the environment is read: the driver tells of its commands only when asked to. */
export function watchQueries() {
  process.env.MONGODB_URI = `${process.env.MONGODB_URI}&monitorCommands=true`;
  return {
    /** Collects every command that the product sends while `work` runs. */
    async during(work: () => Promise<unknown>): Promise<Command[]> {
      const client = (await connectDatabase()).connection.getClient();
      const found: Command[] = [];
      const note = ({ command }: { command: Command }) => void found.push(command);
      client.on('commandStarted', note);
      try {
        await work();
      } finally {
        client.off('commandStarted', note);
      }
      return found.filter((command) => KINDS.some((kind) => kind in command));
    },
  };
}

/** One command for each statement: a bulk of updates or deletes is planned one by one. */
function statements(command: Command): Command[] {
  const bare = Object.fromEntries(Object.entries(command).filter(([key]) => !ENVELOPE.has(key)));
  for (const list of ['updates', 'deletes']) {
    const many = bare[list];
    if (Array.isArray(many)) return many.map((one) => ({ ...bare, [list]: [one] }));
  }
  return [bare];
}

function* stagesOf(plan: unknown): Generator<Plan> {
  if (Array.isArray(plan)) for (const each of plan) yield* stagesOf(each);
  else if (typeof plan === 'object' && plan !== null) {
    if ('stage' in plan) yield plan as Plan;
    for (const key of ['inputStage', 'inputStages', 'winningPlan', 'queryPlan', 'thenStage', 'elseStage'])
      yield* stagesOf((plan as Plan)[key]);
  }
}

/** How the database would run a command, from `explain('executionStats')`. A write is planned, not done. */
export async function explain(command: Command): Promise<Explained[]> {
  const { db } = (await connectDatabase()).connection;
  return Promise.all(
    statements(command).map(async (statement) => {
      const answer = (await db?.command({ explain: statement, verbosity: 'executionStats' })) ?? {};
      const cursor = (answer.stages as { $cursor?: Plan }[] | undefined)?.[0]?.$cursor ?? answer;
      const stages = [...stagesOf(cursor.queryPlanner)];
      const stats = cursor.executionStats as {
        totalKeysExamined: number;
        totalDocsExamined: number;
        nReturned: number;
      };
      const kind = KINDS.find((name) => name in statement) ?? '';
      return {
        command: kind,
        collection: String(statement[kind]),
        stages: stages.map(({ stage }) => String(stage)),
        index: stages
          .map(({ indexName }) => indexName)
          .filter(Boolean)
          .join(' + '),
        keys: stats.totalKeysExamined,
        docs: stats.totalDocsExamined,
        returned: stats.nReturned,
      };
    }),
  );
}
