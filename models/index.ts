import { AccountModel } from './account';
import { ApiTokenModel } from './api-token';
import { AuditEventModel } from './audit-event';
import { CollectionModel } from './collection';
import { DeviceGrantModel } from './device-grant';
import { DownloadDailyModel } from './download-daily';
import { IdempotencyRecordModel } from './idempotency-record';
import { ModuleModel } from './module-kinds';
import { ModuleVersionModel } from './module-version';
import { StarModel } from './star';
import { UploadModel } from './upload';

/** Every model, for whoever treats the database as a whole: index creation, backup, tests. */
export const ALL_MODELS = [
  AccountModel,
  ApiTokenModel,
  AuditEventModel,
  CollectionModel,
  DeviceGrantModel,
  DownloadDailyModel,
  IdempotencyRecordModel,
  ModuleModel,
  ModuleVersionModel,
  StarModel,
  UploadModel,
] as const;
