export * from './actors.ts';
export * from './application.module.ts';
export * from './clock.ts';
export * from './commands.ts';
export { beginWithCopy } from './copies/published-copy.ts';
export * from './copies/publishing.ts';
export * from './ending.ts';
export * from './founding.ts';
export * from './history.ts';
export * from './ids.ts';
export * from './maintenance/backup.ts';
export { CopyRefused } from './maintenance/copy-log.ts';
export { ManifestUnusable, ManifestUnwritable } from './maintenance/copy-manifest.ts';
export * from './maintenance/copy-record.ts';
export * from './maintenance/rebuild.ts';
export * from './maintenance/retry.ts';
export * from './maintenance/verify.ts';
export * from './metadata.ts';
export * from './outcome.ts';
export * from './policies/policies.ts';
export * from './projection/event-recorded.ts';
export * from './projection/held-back.ts';
export * from './projection/projection.ts';
export * from './projection/readiness.ts';
export * from './readable.ts';
export * from './record.ts';
export * from './record-facts.ts';
export * from './sample/make-sample.ts';
export * from './settings.ts';
export * from './tokens.ts';
export { ASK_FOR_NOW, datesToCome, notYet } from './use-cases/dates-to-come.ts';
export { DECISION_CHANGE_DTOS } from './use-cases/decision.dto.ts';
export {
  Count,
  datesOf,
  Flag,
  isPlainText,
  OneOf,
  Optional,
  Past,
  Reference,
  type ReferenceKind,
  referencesOf,
  Words,
} from './use-cases/fields.ts';
export { type Row, USE_CASES } from './use-cases/table.ts';
export { validate } from './use-cases/validate.ts';
