import 'server-only';
import { AuditEventModel } from '@/models/audit-event';
import type { Actor } from '@/types/actor';

/** Adds one row to the audit log. `subject` names the thing, e.g. `@ada/nord-kitty@1.0.0`. */
export async function recordAudit(
  actor: Pick<Actor, 'userId' | 'username'>,
  action: string,
  subject: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await AuditEventModel.create({ userId: actor.userId, username: actor.username, action, subject, detail });
}
