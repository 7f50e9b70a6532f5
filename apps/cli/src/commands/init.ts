import { createInterface } from 'node:readline/promises';
import { foundRecord, hasRecord, newCommandId, type OpenRecord, readToEnd } from '#application';
import { BODY_KINDS } from '#domain';
import { DONE, Ending, WRONG_USAGE } from '../exit.ts';
import { print } from '../output.ts';
import { addressOfServer, folderFrom, withRecord, withSession } from '../session.ts';
import { report } from './outcomes.ts';

export interface InitOptions {
  readonly data?: string;
  readonly body?: string;
  readonly bodyName?: string;
  readonly bodyKind?: string;
  readonly post?: string;
  readonly postTitle?: string;
  readonly name?: string;
  readonly email?: string;
}

const QUESTIONS = {
  body: 'Code of the first body, in capitals (such as SYMCA): ',
  bodyName: 'Its name: ',
  bodyKind: `What it is (${BODY_KINDS.join(', ')}): `,
  post: 'Code of the first post (such as SEC): ',
  postTitle: 'Title of the post (such as Board Secretary): ',
  name: 'Your name: ',
} as const;

const OPTIONS: Readonly<Record<keyof typeof QUESTIONS, string>> = {
  body: '--body',
  bodyName: '--body-name',
  bodyKind: '--body-kind',
  post: '--post',
  postTitle: '--post-title',
  name: '--name',
};

/** The first body, the first post and the first person: the one command that needs nobody to act. */
export async function init(options: InitOptions): Promise<number> {
  const folder = folderFrom(options.data);
  if (addressOfServer(options.data) !== undefined) {
    if (await withRecord(folder, isBegun, { begin: true })) {
      throw new Ending(WRONG_USAGE, 'The event store holds a record already. Name another in EVENTSTORE_URL.');
    }
  } else if (hasRecord(folder) && (await withRecord(folder, isBegun))) {
    throw new Ending(WRONG_USAGE, `${folder} holds a record already. Name another folder: --data DIR`);
  }
  const answers = await ask(options);
  return withSession(
    folder,
    async ({ commands, record, name, policies }) => {
      const outcome = await foundRecord(
        commands,
        {
          bodyCode: answers.body,
          bodyName: answers.bodyName,
          bodyKind: answers.bodyKind,
          postCode: answers.post,
          postTitle: answers.postTitle,
          personName: answers.name,
          personEmail: options.email,
        },
        // Never derived from the answers: the person's id would tell their name.
        newCommandId(),
        'cli',
      );
      if (outcome.outcome !== 'done') {
        const hasErased = (person: string) => policies.hasErased(person);
        return report(outcome, { record, optionOf: (field) => INIT_FIELDS[field] ?? field, names: name, hasErased });
      }
      const acting = `${answers.body}/${answers.post}`;
      print(`The record in ${folder} is begun. You act in it as ${acting}.`);
      print('Next, for example:');
      print(
        `  npx minutebook record-report --data ${folder} --acting-as ${acting} --code OIC --title "…" --published-on "16 May 2025"`,
      );
      print(`  npm start -- --data ${folder}`);
      return DONE;
    },
    { begin: true },
  );
}

/** Whether somebody can act in the record. One that was broken off before that is begun again. */
async function isBegun(record: OpenRecord): Promise<boolean> {
  await readToEnd(record, record.readModel);
  return record.readModel.directory.holdings().length > 0;
}

/** The fields of what is recorded first, by the option that fills them. */
const INIT_FIELDS: Readonly<Record<string, string>> = {
  code: '--body, its code',
  bodyKind: '--body-kind',
  postCode: '--post',
  title: '--post-title',
  name: '--name or --body-name',
  email: '--email',
};

async function ask(options: InitOptions): Promise<Record<keyof typeof QUESTIONS, string>> {
  const keys = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];
  const missing = keys.filter((key) => options[key] === undefined);
  const answers = Object.fromEntries(keys.map((key) => [key, options[key] ?? ''])) as Record<
    keyof typeof QUESTIONS,
    string
  >;
  if (missing.length > 0) {
    if (!process.stdin.isTTY) {
      throw new Ending(
        WRONG_USAGE,
        `Say who begins the record: ${missing.map((key) => OPTIONS[key]).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
      );
    }
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    // Read line by line, because several answers may be pasted at once.
    const lines = terminal[Symbol.asyncIterator]();
    for (const key of missing) {
      terminal.setPrompt(QUESTIONS[key]);
      terminal.prompt();
      const { value, done } = await lines.next();
      if (done === true) throw new Ending(WRONG_USAGE, '\nNothing was begun.');
      answers[key] = value.trim();
    }
    terminal.close();
  }
  // Looked at before the folder is made, so that a slip leaves nothing behind.
  if (!(BODY_KINDS as readonly string[]).includes(answers.bodyKind)) {
    throw new Ending(WRONG_USAGE, `--body-kind must be one of ${BODY_KINDS.join(', ')}.`);
  }
  for (const [key, option] of [
    ['body', '--body'],
    ['post', '--post'],
  ] as const) {
    if (!/^[A-Z0-9](?:[A-Z0-9.-]{0,18}[A-Z0-9])?$/.test(answers[key])) {
      throw new Ending(
        WRONG_USAGE,
        `${option} must be 1 to 20 capital letters, digits, dots or hyphens, such as SYMCA or SEC.`,
      );
    }
  }
  for (const key of ['bodyName', 'postTitle', 'name'] as const) {
    if (answers[key].trim() === '') throw new Ending(WRONG_USAGE, `${OPTIONS[key]} is empty.`);
  }
  return answers;
}
