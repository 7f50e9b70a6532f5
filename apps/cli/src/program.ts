import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { type Argument, Command, CommanderError, Option } from 'commander';
import {
  type CopyOfRecord,
  CopyRefused,
  ManifestUnusable,
  ManifestUnwritable,
  RecordUnusable,
  sayNotItsLog,
  UnreadableEvent,
} from '#application';
import { BODY_KINDS } from '#domain';
import { LogUnavailable, NotThisLog, OutcomeUnknown } from '#event-store';
import { AnotherLog, ReadModelDamaged, ReadModelTakenOver, RECOMMENDATION_STATUSES, REGISTER_SORTS } from '#read-model';
import { copyLog } from './commands/copy-log.ts';
import { directory, people } from './commands/directory.ts';
import { history } from './commands/history.ts';
import { init, type InitOptions } from './commands/init.ts';
import {
  type ActionOptions,
  actions,
  decision,
  decisions,
  documents,
  escalations,
  type ListOptions,
  meetings,
  reports,
} from './commands/lists.ts';
import { backup, grantAccess, rebuild, retry, sample, verify } from './commands/maintenance.ts';
import { register, type RegisterOptions } from './commands/register.ts';
import { addUseCases } from './commands/use-cases.ts';
import { DONE, Ending, REFUSED, UNAVAILABLE, WRONG_USAGE } from './exit.ts';
import { tell, width } from './output.ts';
import { FOLDER, type Session, withRecord, withSession } from './session.ts';

interface InFolder {
  readonly data?: string;
}

/** Runs one command line. Answers with the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let code = DONE;
  const program = build((ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return codeOf(error);
  }
}

function build(ended: (code: number) => void): Command {
  const program = new Command('minutebook')
    .description('The record of how police governance bodies answer inspection recommendations.')
    .version(version())
    .exitOverride()
    .showHelpAfterError('Add --help for what can be said.')
    .configureHelp({
      helpWidth: width(),
      // Every command has options: saying so on each line would leave no room for what it does.
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argument)].join(' '),
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 refused, 2 wrong usage, 3 unavailable.\nThe folder of the record is --data DIR, else $MINUTEBOOK_DATA, else data/sample.',
    );

  const reading = (name: string, description: string, about?: readonly [argument: string, description: string]) => {
    const command = program.command(name).description(description).helpGroup('Reading:');
    if (about !== undefined) command.argument(...about);
    return command
      .option('--as-recorded-by <date>', 'as recorded by the end of that day in London: 2026-02-06')
      .option('--json', 'print JSON')
      .option('--data <folder>', FOLDER);
  };
  /** A command that reads, with its options handed on. */
  const reads = <Options extends InFolder>(
    command: Command,
    work: (session: Session, options: Options) => Promise<void>,
  ) =>
    command.action(async () => {
      const options = command.opts<Options>();
      await withSession(options.data, (session) => work(session, options));
    });

  reads<RegisterOptions & InFolder>(
    reading('register', 'Where every recommendation stands.')
      .option('--body <code>', 'of one body: SYP')
      .option('--report <code>', 'of one report: OIC')
      .addOption(new Option('--status <status>', 'in one status').choices([...RECOMMENDATION_STATUSES]))
      .option('--lead <post>', 'with an open action led by a post: YHROCU/TSU')
      .option('--due-before <date>', 'due before a day: 2026-04-30')
      .option('--text <words>', 'with these words in the reference, label, text or sub-parts')
      .addOption(new Option('--sort <by>', 'in this order').choices([...REGISTER_SORTS])),
    register,
  );
  const told = reading('history', 'How an item came to stand where it stands, sentence by sentence.', [
    '<reference>',
    'the item, by its code, reference or id: OIC-R1/SYP, D-2026-001, MARTOM',
  ]);
  told.action(async (reference: string) => {
    const options = told.opts<ListOptions & InFolder>();
    await withSession(options.data, (session) => history(session, reference, options));
  });
  const noLead = new Option('--no-lead', 'where nobody is named who leads it');
  // A question of its own, not the denial of `--lead`.
  noLead.negate = false;
  reads<ActionOptions & InFolder>(
    reading('actions', 'Open actions by lead.')
      .option('--body <code>', 'at home with one body, or linked by it: SYP')
      .option('--lead <post>', 'led by one post: YHROCU/TSU')
      .option('--lead-body <code>', 'led by one body: WYP')
      .option('--lead-forum <series>', 'led by one forum: MARTOM')
      .addOption(noLead)
      .option('--all', 'ended ones too'),
    actions,
  );
  reads<ListOptions & InFolder & { notCarriedOut?: boolean }>(
    reading('decisions', 'What was decided.').option(
      '--not-carried-out',
      'only what has not been carried out: pending, refused or dropped, and why',
    ),
    decisions,
  );
  const one = reading('decision', 'One decision, and what became of each of its changes.', [
    '<number>',
    'its number or id: D-2026-001',
  ]);
  one.action(async (number: string) => {
    const options = one.opts<ListOptions & InFolder>();
    await withSession(options.data, (session) => decision(session, number, options));
  });
  reads<ListOptions & InFolder>(reading('escalations', 'What was asked of whom, and the answers.'), escalations);
  reads<ListOptions & InFolder>(reading('meetings', 'Series of meetings and meetings held.'), meetings);
  const covered = reading('reports', 'Reports; with a code, how far each body covers its findings.', [
    '[code]',
    'one report, by its code or id: OIC',
  ]);
  covered.action(async (reportCode: string | undefined) => {
    const options = covered.opts<ListOptions & InFolder>();
    await withSession(options.data, (session) => reports(session, reportCode, options));
  });
  reads<ListOptions & InFolder & { report?: string; body?: string }>(
    reading('documents', 'Letters and papers, where they went, and which report they answer.')
      .option('--report <code>', 'that answer one report: OIC')
      .option('--body <code>', 'from one body: SYMCA'),
    documents,
  );
  reads<ListOptions & InFolder>(reading('directory', 'Bodies, posts and who holds them.'), directory);
  reads<ListOptions & InFolder>(reading('people', 'Everybody whose details are held, and their posts.'), people);

  const keeping = (name: string, description: string) =>
    program.command(name).description(description).helpGroup('Keeping the record:').option('--data <folder>', FOLDER);
  const begin = keeping(
    'init',
    'Begin an empty record: its first body, post and person. What is left out is asked for.',
  )
    .option('--body <code>', 'code of the first body: SYMCA')
    .option('--body-name <name>', 'its name')
    .option('--body-kind <kind>', `what it is: ${BODY_KINDS.join(', ')}`)
    .option('--post <code>', 'code of the first post: SEC')
    .option('--post-title <title>', 'its title: Board Secretary')
    .option('--name <name>', 'name of the first person')
    .option('--email <address>', 'their address');
  begin.action(async () => ended(await init(begin.opts<InitOptions>())));
  const sampled = keeping('sample', 'Make the sample record in an empty folder.');
  sampled.action(async () => ended(await sample(sampled.opts<InFolder>())));
  const checked = keeping('verify', 'Check the whole log; ends in “sound”.');
  checked.action(async () => ended(await withRecord(checked.opts<InFolder>().data, verify)));
  const copied = keeping(
    'backup',
    'Copy the record, also while it is served, into a new folder; ends in “sound”.',
  ).argument('<folder>', 'a new folder, in which the copy is a record by itself');
  copied.action(async (into: string) => ended(await backup(into, copied.opts<InFolder>())));
  const rebuilt = keeping('rebuild', 'Make all lists anew from the log.').option(
    '--check',
    'only compare; ends in “equal”',
  );
  rebuilt.action(async () => {
    const options = rebuilt.opts<InFolder & { check?: boolean }>();
    ended(await withRecord(options.data, (record) => rebuild(record, options)));
  });
  const retried = keeping('retry', 'Take up a stream again that was held back.').argument(
    '<stream>',
    'its name, as “minutebook verify” tells it',
  );
  retried.action(async (stream: string) =>
    ended(await withRecord(retried.opts<InFolder>().data, (record) => retry(record, stream))),
  );
  program
    .command('grant-access')
    .description(
      'Make the account that Minutebook uses an event store server with. It is named in the files $EVENTSTORE_USER_FILE and ' +
        '$EVENTSTORE_PASSWORD_FILE, the admin in $EVENTSTORE_OPERATOR_USER_FILE and $EVENTSTORE_OPERATOR_PASSWORD_FILE.',
    )
    .helpGroup('Keeping the record:')
    .argument('<server>', 'its address: esdb://host:2121,host:2122,host:2123?tlsCAFile=ca.crt')
    .action(async (server: string) => ended(await grantAccess(server)));
  const copying = program
    .command('copy-log')
    .description('Copy the whole record to another store; ends in “equal”. Broken off, it goes on when given again.')
    .helpGroup('Keeping the record:')
    .requiredOption('--from <url>', 'the store to copy: the folder of a record, or esdb://host:2113')
    .requiredOption(
      '--to <url>',
      'the store to fill: a new folder or an empty server, or one where this copy was begun',
    )
    .option(
      '--manifest <file>',
      'where to tell when the source stored each event; a target’s folder holds that in any case',
    )
    .option('--manifest-of-source <file>', 'the manifest of the copy that filled the source, if that is a server');
  copying.action(async () => ended(await copyLog(copying.opts<CopyOfRecord>())));

  addUseCases(program, ended);
  return program;
}

function version(): string {
  const path = findPackageJSON(import.meta.url);
  return path === undefined ? '' : (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}

const argument = (one: Argument): string => (one.required ? `<${one.name()}>` : `[${one.name()}]`);

/** Tells what went wrong, and answers with the exit code. */
function codeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
  if (error instanceof Ending) {
    tell(error.message);
    return error.code;
  }
  if (error instanceof RecordUnusable) {
    tell(error.message);
    return WRONG_USAGE;
  }
  if (error instanceof CopyRefused || error instanceof ManifestUnusable) {
    tell(error.message);
    return REFUSED;
  }
  if (error instanceof NotThisLog || error instanceof AnotherLog) {
    tell(sayNotItsLog(error));
    return UNAVAILABLE;
  }
  if (UNAVAILABLES.some((one) => error instanceof one) || isOfTheSystem(error)) {
    tell((error as Error).message);
    return UNAVAILABLE;
  }
  // A defect: whoever reports it needs to say where it happened.
  tell(`Minutebook could not go on. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return UNAVAILABLE;
}

/** What stands in the way and is no defect; the message says what to do. */
const UNAVAILABLES = [
  LogUnavailable,
  OutcomeUnknown,
  UnreadableEvent,
  ReadModelTakenOver,
  ReadModelDamaged,
  ManifestUnwritable,
] as const;

/** A folder that may not be written to, a full disk, a file that is locked. */
function isOfTheSystem(error: unknown): boolean {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  return code === 'ERR_SQLITE_ERROR' || (typeof code === 'string' && typeof syscall === 'string');
}
