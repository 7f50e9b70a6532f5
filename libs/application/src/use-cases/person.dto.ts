import { CorrectionOf } from './correction.dto.ts';
import { EveryCommandDto } from './every-command.dto.ts';
import { Email, Flag, Optional, Words } from './fields.ts';

class PersonDetailsDto extends EveryCommandDto {
  /** The person's name */
  @Words(200)
  name!: string;

  /** The address mails go to */
  @Optional()
  @Email()
  email?: string;

  /** A telephone number */
  @Optional()
  @Words(50)
  telephone?: string;

  /** Stands for somebody who is not known */
  @Optional()
  @Flag()
  placeholder?: boolean;
}

export class RegisterPersonDto extends PersonDetailsDto {
  /** It is another person than the one of that name who is registered already */
  @Optional()
  @Flag()
  anotherPerson?: boolean;
}

export class CorrectPersonDetailsDto extends CorrectionOf(PersonDetailsDto, ['email', 'telephone', 'placeholder']) {}

export class AddPersonAliasDto extends EveryCommandDto {
  /** Another name or spelling of the same person */
  @Words(200)
  alias!: string;

  /** Where it was found, quoted */
  @Optional()
  @Words(500)
  where?: string;
}

export class RetractPersonAliasDto extends EveryCommandDto {
  /** The name that does not mean the person after all */
  @Words(200)
  alias!: string;

  /** The place where it is not written so; every place when left out */
  @Optional()
  @Words(500)
  where?: string;

  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}

export class RetractPersonDto extends EveryCommandDto {
  /** Why it was recorded wrongly */
  @Words()
  reason!: string;
}
